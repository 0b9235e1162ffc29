"""Word files made at random, of the XML that Word writes: runs, tables, boxes, changes, notes, numbers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from random import Random

from tests.plans.made import Made, Writer

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'xmlns:w="{_MAIN}" xmlns:r="{_TYPES}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_PACKAGES = "http://schemas.openxmlformats.org/package/2006"
NUMBERING = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="第%1项"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
)
_STYLES = (
    '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="character" w:styleId="H"><w:name w:val="unseen"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="I"><w:name w:val="too"/><w:basedOn w:val="H"/></w:style>'
)


def packed(body: str, parts: dict[str, str] | None = None) -> bytes:
    """A .docx of a body and other parts, each by the kind of reference that leads to it."""
    written = io.BytesIO()
    related = parts or {}
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", _relations({"officeDocument": "word/document.xml"}))
        archive.writestr("word/document.xml", f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>")
        archive.writestr(
            "word/_rels/document.xml.rels", _relations({kind: f"{kind}.xml" for kind in related})
        )
        for kind, content in related.items():
            archive.writestr(f"word/{kind}.xml", f"<w:{kind} {_NAMES}>{content}</w:{kind}>")
    return written.getvalue()


def _relations(targets: dict[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="{kind}" Type="{_TYPES}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGES}/relationships">{inner}</Relationships>'


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def make_word(random: Random) -> Made:
    """A Word file with a plan in it."""
    maker = _WordMaker(random)
    raw = maker.make()
    return Made(raw, tuple(maker.writer.seen))


class _WordMaker:
    def __init__(self, random: Random) -> None:
        self.random, self.writer = random, Writer(random)
        self.numbered = self.notes = 0
        self.parts = dict.fromkeys(("footnotes", "endnotes", "comments"), "")

    def make(self) -> bytes:
        body = self.head() if self.random.random() < 0.5 else ""
        for line in self.writer.plan():
            body += self.line(self.writer.see(line))
            if self.random.random() < 0.5:
                body += self.block(self.random.randint(1, 4))
        if self.random.random() < 0.5:
            body += (
                '<w:sectPr><w:headerReference r:id="header"/><w:footerReference r:id="footer"/></w:sectPr>'
            )
            self.parts |= {"header": paragraph(run(self.writer.words())), "footer": self.block(1)}
        return packed(body, {**self.parts, "numbering": NUMBERING, "styles": _STYLES})

    def head(self) -> str:
        """A table of contents, as a content control or by its style."""
        entry = paragraph(run(self.writer.words()), properties='<w:pStyle w:val="C"/>')
        if self.random.random() < 0.5:
            return entry
        gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        entries = entry + paragraph(run(self.writer.words()))
        return f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{entries}</w:sdtContent></w:sdt>"

    def line(self, words: str) -> str:
        """A line of the plan, its words cut into runs that stand in various elements; in measures others between."""
        runs, measure = "", words[0].isdigit()
        while words:
            size = self.random.randint(1, 12)
            piece, words = words[:size], words[size:]
            runs += self.wrap(run(piece)) + (self.extra(2) if measure and self.random.random() < 0.1 else "")
        return self.wrap_block(paragraph(runs))

    def wrap(self, runs: str) -> str:
        around = self.random.choice(
            (
                "{}", "{}", "<w:ins>{}</w:ins>", "<w:hyperlink>{}</w:hyperlink>", "<w:smartTag>{}</w:smartTag>",
                "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:moveTo>{}</w:moveTo>",
                '<w:fldSimple w:instr="REF">{}</w:fldSimple>', "<w:bdo><w:ins>{}</w:ins></w:bdo>",
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>密</w:instrText></w:r>'
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            )
        )  # fmt: skip
        return around.format(runs)

    def wrap_block(self, block: str) -> str:
        control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
        for _ in range(self.random.choice((0, 0, 0, 1, 2, 5))):
            block = self.random.choice(
                (control, "<w:customXml>{}</w:customXml>", "<w:ins>{}</w:ins>")
            ).format(block)
        return block

    def block(self, depth: int) -> str:
        """A paragraph, a table or a numbered point, in it others down to a depth."""
        makers: list[Callable[[int], str]] = [self.text, self.numbered_point]
        makers += [self.table, self.merged_table] if depth > 0 else []
        return self.wrap_block(self.random.choice(makers)(depth - 1))

    def text(self, depth: int) -> str:
        pieces = [self.extra(depth) for _ in range(self.random.randint(1, 4))]
        return paragraph(*pieces)

    def numbered_point(self, _depth: int) -> str:
        self.numbered += 1
        self.writer.see(f"第{self.numbered}项")
        return paragraph(run(self.writer.words()), properties='<w:numPr><w:numId w:val="3"/></w:numPr>')

    def table(self, depth: int) -> str:
        rows = ""
        for _ in range(self.random.randint(1, 3)):
            cells = "".join(
                f"<w:tc>{self.block(depth)}<w:p/></w:tc>" for _ in range(self.random.randint(1, 3))
            )
            rows += f"<w:tr>{cells}</w:tr>"
        hidden = (
            f"<w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{paragraph(run(self.writer.secret()))}</w:tc></w:tr>"
        )
        return f"<w:tbl><w:tblPr/>{rows}{hidden if self.random.random() < 0.2 else ''}</w:tbl>"

    def merged_table(self, depth: int) -> str:
        wide = f'<w:tc><w:tcPr><w:gridSpan w:val="{self.random.choice((2, 9_999_999))}"/></w:tcPr>{{}}</w:tc>'
        tall = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{self.block(depth)}</w:tc>'
        rows = f"<w:tr>{wide.format(self.block(depth))}</w:tr><w:tr>{tall}<w:tc>{self.block(depth)}</w:tc></w:tr>"
        below = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
        for _ in range(self.random.randint(0, 4)):
            rows += f"<w:tr>{below}<w:tc>{paragraph(run(self.writer.words()))}</w:tc></w:tr>"
        return f"<w:tbl>{rows}</w:tbl>"

    def extra(self, depth: int) -> str:
        """Something inside a paragraph."""
        makers = [self.plain, self.deleted, self.hidden, self.formula, self.ruby, self.note]
        return self.random.choice([*makers, *([self.box] if depth > 0 else [])])(depth - 1)

    def plain(self, _depth: int) -> str:
        return self.wrap(run(self.writer.words()) + "<w:r><w:tab/><w:br/></w:r>")

    def deleted(self, _depth: int) -> str:
        if self.random.random() < 0.5:
            return f"<w:moveFrom>{run(self.writer.words())}</w:moveFrom>"
        return f"<w:del><w:r><w:delText>{self.writer.words()}</w:delText></w:r></w:del>"

    def hidden(self, _depth: int) -> str:
        how = ("<w:vanish/>", '<w:rStyle w:val="H"/>', '<w:rStyle w:val="I"/>', '<w:vanish w:val="1"/>')
        shown = run(self.writer.words(), '<w:rStyle w:val="H"/><w:vanish w:val="0"/>')
        return run(self.writer.secret(), self.random.choice(how)) + shown

    def formula(self, _depth: int) -> str:
        return f"<m:oMath><m:r><m:t>{self.writer.words(3)}</m:t></m:r></m:oMath>"

    def ruby(self, _depth: int) -> str:
        above, base = run(self.writer.words(4)), run(self.writer.words(4))
        return f"<w:r><w:ruby><w:rt>{above}</w:rt><w:rubyBase>{base}</w:rubyBase></w:ruby></w:r>"

    def note(self, _depth: int) -> str:
        self.notes += 1
        kind = self.random.choice(("footnote", "endnote", "comment"))
        words = paragraph(run(self.writer.words()))
        self.parts[f"{kind}s"] += f'<w:{kind} w:id="{self.notes}">{words}</w:{kind}>'
        return f'<w:r><w:{kind}Reference w:id="{self.notes}"/></w:r>'

    def box(self, depth: int) -> str:
        content = f"<w:txbxContent>{self.block(depth)}</w:txbxContent>"
        choice = f"<w:drawing><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></w:drawing>"
        fallback = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
        both = (
            f"<mc:AlternateContent><mc:Choice>{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>"
            "</mc:AlternateContent>"
        )
        art = f'<w:pict><v:shape><v:textpath string="{self.writer.words()}"/></v:shape></w:pict>'
        return f"<w:r>{self.random.choice((both, fallback))}{art}</w:r>"
