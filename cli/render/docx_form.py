"""The form of a Word file as Chinese offices circulate it: A4 and its margins, fonts, styles, header and page numbers.

Margins are those of GB/T 9704-2012 (top 37 mm, left 28 mm, 156 x 225 mm for the text). Fonts go by their Chinese
names; the font table names the same fonts as other systems call them. Nothing tells who made the file, or when.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import quoteattr

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from plancmp.cli.language import Language
from plancmp.cli.render.archive import EPOCH, timeless
from plancmp.cli.sanitize import sanitize

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle
    from docx.styles.styles import Styles
    from docx.text.paragraph import Paragraph

    from plancmp.cli.messages import Words

TEXT_WIDTH = 8844
"""What the margins leave of a line, in twentieths of a point: 156 mm."""

SONG, HEI, FANG_SONG, KAI = "宋体", "黑体", "仿宋", "楷体"
_LATIN = "Times New Roman"
_ALIASES = {
    SONG: "SimSun,Songti SC,STSong,Noto Serif CJK SC",
    HEI: "SimHei,Heiti SC,STHeiti,Noto Sans CJK SC",
    FANG_SONG: "FangSong,仿宋_GB2312,STFangsong",
    KAI: "KaiTi,楷体_GB2312,Kaiti SC,STKaiti",
}
"""What the fonts are called elsewhere, or what comes near them, the nearest first."""

_LONGEST_PROPERTY = 255
_BLANKS = re.compile(r"\s+")
_NOT_IN_XML = re.compile("[\ufffe\uffff]")
_DROPPED = ("thumbnail", "stylesWithEffects", "customXml")
"""Parts of the template that say nothing here: its picture, its styles once more, its list of sources."""


class _Look(NamedTuple):
    """How a style looks: its fonts by the Chinese one, size and line in points, space before and after."""

    font: str
    size: float
    line: float
    before: float = 0
    after: float = 0
    bold: bool = False


TABLE_STYLES = {10.5: "Table Text", 9: "Small Table Text"}
"""The styles of letters in tables by their size in points, the larger ones first."""
_LOOKS = {
    "Normal": _Look(FANG_SONG, 12, 21),
    "Title": _Look(SONG, 22, 32, after=16, bold=True),
    "Heading 1": _Look(HEI, 16, 26, before=14, after=6),
    "Heading 2": _Look(KAI, 14, 23, before=10, after=4, bold=True),
    "Heading 3": _Look(FANG_SONG, 12, 21, before=6, after=2, bold=True),
    "Body Text": _Look(FANG_SONG, 12, 21, after=4),
    "List Bullet": _Look(FANG_SONG, 12, 21),
    "List Bullet 2": _Look(FANG_SONG, 12, 21),
    "List Bullet 3": _Look(FANG_SONG, 12, 21),
    "Quote": _Look(KAI, 11, 19, before=1, after=3),
    "Table Text": _Look(SONG, 10.5, 15),
    "Small Table Text": _Look(SONG, 9, 13),
    "Header": _Look(SONG, 9, 13),
    "Footer": _Look(SONG, 10.5, 14),
}

_SETTINGS_XML = {"compatibilityMode": "15"}
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>plancmp</Application></Properties>"
)


def office_form(title: str, header: str, say: Words) -> WordDocument:
    """An empty document in this form.

    Args:
        title: what the document is called in its properties.
        header: what stands above every page; empty for nothing.
        say: the words of the language chosen.
    """
    word = docx.Document()
    _leave_out(word)
    _set_up_page(word)
    _set_up_styles(word, indented=say.language is Language.CHINESE)
    section = word.sections[0]
    if header:
        _put_header(section.header.paragraphs[0], header)
    before, _, after = say("word.page", number="\n").partition("\n")
    _put_page_number(section.footer.paragraphs[0], before, after)
    _set_up_properties(word, title, "zh-CN" if say.language is Language.CHINESE else "en")
    return word


def file_of(word: WordDocument) -> bytes:
    """The file of a finished document; the same document gives the same bytes."""
    written = io.BytesIO()
    word.save(written)
    return timeless(
        written.getvalue(),
        {"word/fontTable.xml": _font_table().encode(), "docProps/app.xml": _APP.encode()},
    )


def clean(text: str) -> str:
    """The text on one line, the spaces at its ends kept, without what is a command and what no XML may hold."""
    return _NOT_IN_XML.sub("\ufffd", _BLANKS.sub(" ", sanitize(text.replace("\r", "\n"))))


def use_font(element: BaseOxmlElement, chinese: str) -> None:
    """Set the fonts of a run's or a style's properties: one for Chinese characters, one for all others."""
    fonts = element.get_or_add_rFonts()
    for attribute in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{attribute}"), _LATIN)
    fonts.set(qn("w:eastAsia"), chinese)


def _leave_out(word: WordDocument) -> None:
    for part in (word.part, word.part.package):
        for key in [key for key, relation in part.rels.items() if relation.reltype.endswith(_DROPPED)]:
            del part.rels[key]


def _set_up_page(word: WordDocument) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(20), Mm(22)


def _set_up_styles(word: WordDocument, *, indented: bool) -> None:
    """The styles that are used, in our looks."""
    styles = word.styles
    _clear_styles(styles)
    for name in TABLE_STYLES.values():
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    for name, look in _LOOKS.items():
        _dress(styles[name], look)
    for name in TABLE_STYLES.values():
        _keep_close(styles[name])
    styles["Title"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _remove(styles["Title"].element, "w:pBdr")
    _set_apart(styles["Quote"])
    if indented:
        _properties(styles["Body Text"]).append(parse_xml(f'<w:ind {nsdecls("w")} w:firstLineChars="200"/>'))


def _clear_styles(styles: Styles) -> None:
    """Take out table styles that nothing uses and fonts of the theme, which would go before those that are named."""
    for style in list(styles):
        if style.type is WD_STYLE_TYPE.TABLE and style.name not in ("Normal Table", "Table Grid"):
            style.element.getparent().remove(style.element)
    for fonts in styles.element.iter(qn("w:rFonts")):
        for attribute in [name for name in fonts.attrib if name.lower().endswith("theme")]:
            del fonts.attrib[attribute]
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")


def _dress(style: ParagraphStyle, look: _Look) -> None:
    use_font(style.element.get_or_add_rPr(), look.font)
    style.font.size, style.font.bold, style.font.italic = Pt(look.size), look.bold, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    form = style.paragraph_format
    form.line_spacing, form.space_before, form.space_after = Pt(look.line), Pt(look.before), Pt(look.after)
    form.widow_control = True
    if style.name.startswith(("Title", "Heading")):
        form.keep_with_next = form.keep_together = True
    _remove(style.element, "w:contextualSpacing")


def _set_apart(style: ParagraphStyle) -> None:
    """A quotation: drawn in, with a line on its left."""
    form = style.paragraph_format
    form.left_indent, form.right_indent = Mm(12), Mm(5)
    border = parse_xml(
        f'<w:pBdr {nsdecls("w")}><w:left w:val="single" w:sz="12" w:space="8" w:color="8C8C8C"/></w:pBdr>'
    )
    spacing = style.element.get_or_add_pPr().find(qn("w:spacing"))
    spacing.addprevious(border)


def _keep_close(style: ParagraphStyle) -> None:
    """No space is put between figures and characters: a column is as narrow as they are."""
    for joint in ("autoSpaceDE", "autoSpaceDN"):
        off = parse_xml(f'<w:{joint} {nsdecls("w")} w:val="0"/>')
        _properties(style).find(qn("w:spacing")).addprevious(off)


def _properties(style: ParagraphStyle) -> BaseOxmlElement:
    made: BaseOxmlElement = style.element.get_or_add_pPr()
    return made


def _remove(element: BaseOxmlElement, name: str) -> None:
    for found in list(element.iter(qn(name))):
        found.getparent().remove(found)


def _put_header(paragraph: Paragraph, text: str) -> None:
    paragraph.add_run(clean(text))
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    border = parse_xml(
        f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="4" w:space="3" w:color="8C8C8C"/></w:pBdr>'
    )
    paragraph._p.get_or_add_pPr().insert_element_before(border, "w:jc")


def _put_page_number(paragraph: Paragraph, before: str, after: str) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(before)
    field = f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    paragraph._p.append(parse_xml(field))
    paragraph.add_run(after)


def _set_up_properties(word: WordDocument, title: str, language: str) -> None:
    """Title and language; nobody's name, and no time."""
    known = word.core_properties
    known.title, known.language = clean(title)[:_LONGEST_PROPERTY], language
    known.author = known.last_modified_by = known.comments = known.keywords = ""
    known.created = known.modified = EPOCH
    known.revision = 1
    settings = word.settings.element
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) in _SETTINGS_XML:
            setting.set(qn("w:val"), _SETTINGS_XML[setting.get(qn("w:name"))])
    for zoom in settings.iter(qn("w:zoom")):
        zoom.set(qn("w:percent"), "100")
    for fonts in settings.iter(qn("w:themeFontLang")):
        fonts.set(qn("w:eastAsia"), "zh-CN")


def _font_table() -> str:
    fonts = "".join(
        f"<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(aliases)}/>"
        '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for name, aliases in _ALIASES.items()
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts {nsdecls("w")}>{fonts}</w:fonts>'
    )
