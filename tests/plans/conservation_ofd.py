"""OFD files made at random: paragraphs, tables, templates, remarks, hidden and turned words."""

from __future__ import annotations

from random import Random

from tests.plans.made import Made, Writer
from tests.plans.ofds import ACROSS, DOWN, LEFT, SIZE, STEP, TOP, packed, part, text_object


def make_ofd(random: Random) -> Made:
    """A printed plan."""
    writer = Writer(random)
    head, numbered = (random.random() < 0.5 for _ in range(2))
    title = writer.plain()
    rows = [row for line in writer.plan() for row in _rows(line, writer)]
    pages = []
    for number in range(-(-len(rows) // DOWN)):
        objects = [text_object(writer.see(f"- {number + 1} -"), 90, 285)] if numbered else []
        objects += [text_object(writer.see(title), 60, 20)] if head else []
        printed = enumerate(rows[number * DOWN : (number + 1) * DOWN])
        objects += [row.format(y=TOP + STEP * place) for place, row in printed]
        random.shuffle(objects)  # a place says where it stands, the order in the file says nothing
        pages.append(f"<ofd:PageBlock>{''.join(objects)}</ofd:PageBlock>{_apart(writer)}")
    return Made(_packed(pages, writer), tuple(writer.seen))


def _rows(line: str, writer: Writer) -> list[str]:
    """Printed lines with a blank for their height, and sometimes a table's rows below them."""
    pieces = [line[: ACROSS - 2], *(line[n : n + ACROSS] for n in range(ACROSS - 2, len(line), ACROSS))]
    for piece in pieces:
        writer.see(piece)
    rows = [_text(piece, LEFT + (0 if place else 2 * SIZE)) for place, piece in enumerate(pieces)]
    if writer.random.random() < 0.2:
        rows += [
            "".join(_text(writer.words(5), LEFT + 55 * column) for column in range(3))
            for _ in range(writer.random.randint(1, 6))
        ]
    return rows


def _text(words: str, x: float) -> str:
    """Words at a height that is not settled yet."""
    steps = "" if len(words) < 3 else f"{SIZE} g {len(words) - 2} {SIZE}"
    made = text_object(words, x, SIZE, steps=steps)
    return made.replace(f'"{x} 0.0 160 ', f'"{x} {{y}} 160 ')


def _apart(writer: Writer) -> str:
    """What is hidden, and what is turned."""
    made = ""
    if writer.random.random() < 0.3:
        made += text_object(writer.secret(), 40, 100, extra='Visible="false"')
    if writer.random.random() < 0.3:
        made += text_object(writer.words(), 40, 100, extra='CTM="0.7 -0.7 0.7 0.7 0 0"')
    return made


def _packed(pages: list[str], writer: Writer) -> bytes:
    parts, document, common = {}, "", ""
    if writer.random.random() < 0.5:
        common = '<ofd:TemplatePage ID="70" BaseLoc="/Doc_0/Tpls/Tpl_0/Content.xml"/>'
        template = f"<ofd:Content><ofd:Layer>{text_object(writer.words(), 20, 15)}</ofd:Layer></ofd:Content>"
        parts["Doc_0/Tpls/Tpl_0/Content.xml"] = part("Page", template)
    if writer.random.random() < 0.5:
        document += "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>"
        listed = '<ofd:Page PageID="0"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page>'
        parts["Doc_0/Annots/Annotations.xml"] = part("Annotations", listed)
        shown = f"<ofd:Annot><ofd:Appearance>{text_object(writer.words(), 9, 9)}</ofd:Appearance></ofd:Annot>"
        parts["Doc_0/Annots/Page_0/Annotation.xml"] = part("PageAnnot", shown)
    if writer.random.random() < 0.5:
        document += "<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>"
        listed = f'<ofd:Attachment ID="1" Name="{writer.words()}"/>'
        parts["Doc_0/Attachs/Attachments.xml"] = part("Attachments", listed)
    return packed(pages, parts, document, common)
