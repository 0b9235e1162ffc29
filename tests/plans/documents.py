"""Makers of documents: real plans printed in the numbering styles of other offices, and in other formats.

A style is a function from a plan to its text; a format is a function from a text to a file's bytes.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from functools import cache
from html import escape
from io import BytesIO
from pathlib import Path

from plancmp.plans.encoding.encoder import Encoded, encode_document
from plancmp.plans.model import Agencies, Measure, Plan
from tests.plans.ofds import print_text

SOURCES = Path(__file__).parents[2] / "plans" / "sources"
NAMES = ("binzhou", "yicheng", "qingzhou", "liaocheng")

Style = Callable[[Plan], str]
Form = Callable[[str], bytes]


def read_source(name: str) -> str:
    return (SOURCES / f"{name}.txt").read_text("utf-8")


@cache
def encode_source(name: str) -> Encoded:
    return encode_document((SOURCES / f"{name}.txt").read_bytes(), plan_id=name)


# Numbering styles

DIGITS = "零一二三四五六七八九十"


def numeral(number: int) -> str:
    tens, units = divmod(number, 10)
    if number <= 10:
        return DIGITS[number]
    return (DIGITS[tens] if tens > 1 else "") + "十" + (DIGITS[units] if units else "")


def agencies(named: Agencies) -> str:
    roles = (
        ("牵头单位", named.lead),
        ("配合单位", named.supporting),
        ("责任单位", named.responsible),
    )
    labelled = [f"{label}:{'、'.join(names)}" for label, names in roles if names]
    return f"({';'.join(labelled)})" if labelled else ""


def heading(measure: Measure) -> str:
    """A measure's title, and the words that close it: none where the text holds the title already."""
    return "" if measure.text.startswith(measure.title) else f"{measure.title}。"


def body(measure: Measure) -> str:
    return f"{measure.text}{agencies(measure.agencies)}"


def head(plan: Plan) -> str:
    number = f"{plan.document_number}\n" if plan.document_number else ""
    year, month, day = (plan.issued or "2024-01-01").split("-")
    return (
        f"{plan.issuer or plan.name + '人民政府'}\n关于印发《{plan.title}》的通知\n{number}"
        f"各有关单位:\n现将《{plan.title}》印发给你们,请认真贯彻执行。\n"
        f"{plan.issuer or plan.name + '人民政府'}\n{int(year)}年{int(month)}月{int(day)}日\n"
        f"{plan.title}\n为贯彻落实上级部署,结合实际,制定本方案。\n"
    )


def print_plan(  # noqa: PLR0913 - what styles differ in
    plan: Plan,
    programme: Callable[[int], str],
    measure: Callable[[int, int], str],
    *,
    before: str = "一、总体要求\n坚持高质量发展。\n二、重点任务\n",
    after: str = "三、组织保障\n(一)加强领导。压实责任。\n(二)强化督导。定期调度。\n",
    title_end: str = "",
) -> str:
    """The plan with `programme(number)` and `measure(place, count)` before each heading."""
    return head(plan) + before + "".join(_lines(plan, programme, measure, title_end)) + after


def _lines(
    plan: Plan, programme: Callable[[int], str], measure: Callable[[int, int], str], title_end: str
) -> Iterator[str]:
    count = 0
    for number, group in enumerate(plan.programmes, 1):
        yield f"{programme(number)}{group.title}\n"
        for place, item in enumerate(group.measures, 1):
            count += 1
            title = (
                heading(item).removesuffix("。") + title_end if title_end and heading(item) else heading(item)
            )
            yield f"{measure(place, count)}{title}{body(item)}\n"


def group(number: int) -> str:
    return f"({numeral(number)})"


def section(number: int) -> str:
    return f"{numeral(number)}、"


def counted_through(plan: Plan) -> str:
    return print_plan(plan, group, lambda _, count: f"{count}.")


def chapters_and_articles(plan: Plan) -> str:
    return print_plan(
        plan,
        lambda number: f"第{numeral(number + 1)}章 ",
        lambda _, count: f"第{numeral(count + 2)}条 ",
        before="第一章 总则\n第一条 坚持高质量发展。\n第二条 坚持改革开放。\n",
        after=f"第{numeral(len(plan.programmes) + 2)}章 附则\n第六十条 自发布之日起施行。\n",
    )


def sections_and_groups(plan: Plan) -> str:
    return print_plan(plan, section, lambda place, _: group(place), before="", after="")


def sections_and_groups_counted_through(plan: Plan) -> str:
    return print_plan(plan, section, lambda _, count: group(count), before="", after="")


def sections_and_items(plan: Plan) -> str:
    return print_plan(plan, section, lambda place, _: f"{place}、", before="", after="")


def sections_around_and_groups(plan: Plan) -> str:
    """Programmes are sections, in one count with the sections around them."""
    return print_plan(
        plan,
        lambda number: section(number + 1),
        lambda place, _: group(place),
        before="一、总体要求\n(一)指导思想。坚持高质量发展。\n(二)基本原则。坚持改革开放。\n",
        after=f"{section(len(plan.programmes) + 2)}保障措施\n(一)加强领导。压实责任。\n",
    )


def programmes_without_numbers(plan: Plan) -> str:
    return print_plan(plan, lambda _: "", lambda place, _count: f"{place}.")


def programmes_without_numbers_counted_through(plan: Plan) -> str:
    return print_plan(plan, lambda _: "", lambda _, count: f"{count}.")


def no_sections_at_all(plan: Plan) -> str:
    return print_plan(plan, lambda _: "", lambda place, _count: f"{place}.", before="", after="")


def titles_on_lines_of_their_own(plan: Plan) -> str:
    return print_plan(plan, group, lambda place, _: f"{place}.", title_end="\n")


def signs_of_one_piece(plan: Plan) -> str:
    """⒈ is a number and its point in one sign."""
    return print_plan(plan, group, lambda place, _: chr(0x2487 + place))


def table_at_the_end(plan: Plan) -> str:
    rows = "".join(
        f"{count}\t{measure.id}.{measure.title}\t责任单位:有关单位\t2025年\n"
        for count, measure in enumerate(plan.measures, 1)
    )
    table = f"附件1\n重点任务分工表\n序号\t任务\t责任单位\t时限\n{rows}"
    return print_plan(plan, group, lambda place, _: f"{place}.") + table


def table_right_behind_the_measures(plan: Plan) -> str:
    rows = "".join(
        f"{count}、{measure.title}\t有关单位\t2025年\n" for count, measure in enumerate(plan.measures, 1)
    )
    printed = print_plan(plan, group, lambda place, _: f"{place}.", after="")
    return f"{printed}主要指标分解表\n序号\t单位\t时限\n{rows}"


STYLES: tuple[Style, ...] = (
    counted_through,
    chapters_and_articles,
    sections_and_groups,
    sections_and_groups_counted_through,
    sections_and_items,
    sections_around_and_groups,
    programmes_without_numbers,
    programmes_without_numbers_counted_through,
    no_sections_at_all,
    titles_on_lines_of_their_own,
    signs_of_one_piece,
    table_at_the_end,
    table_right_behind_the_measures,
)


# Formats


def utf_16_with_mark(text: str) -> bytes:
    return codecs.BOM_UTF16_LE + text.encode("utf-16-le")


def utf_16_big_endian_with_mark(text: str) -> bytes:
    return codecs.BOM_UTF16_BE + text.encode("utf-16-be")


def utf_16_without_mark(text: str) -> bytes:
    return text.encode("utf-16-le")


def gb18030(text: str) -> bytes:
    return text.encode("gb18030")


def paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def page(text: str, charset: str = "utf-8") -> str:
    """A saved page as offices' sites print them: navigation, a path, tools, a table of contents, a footer."""
    content = "\n".join(f"<p>　　{escape(line)}</p>" for line in paragraphs(text))
    menu = "".join(f'<li><a href="/{i}.html">栏目{i}</a></li>' for i in range(12))
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="{charset}"><title>政策文件_政府门户网站</title>'
        "<style>p{margin:0}</style><script>var x='1.甲';</script></head><body>"
        f'<div class="header"><h2>政府门户网站</h2><ul class="nav">{menu}</ul></div>'
        '<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zc">政策文件</a></div>'
        f'<div class="article"><div class="content" id="zoom">{content}</div></div>'
        '<div class="tools"><a href="#">打印</a> <a href="#">关闭</a></div>'
        f'<div class="footer"><ul>{menu}</ul><p>版权所有：政府办公室 京ICP备00000000号</p></div>'
        "</body></html>"
    )


def html(text: str) -> bytes:
    return page(text).encode()


def html_in_gb2312(text: str) -> bytes:
    return page(text, "gb2312").encode("gb18030")


def docx(text: str) -> bytes:
    """Paragraphs of a Word document; runs of lines with tabs become tables."""
    from docx import Document

    document = Document()
    rows: list[list[str]] = []
    for line in [*paragraphs(text), ""]:
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        if rows:
            table = document.add_table(rows=0, cols=max(map(len, rows)))
            for row in rows:
                for cell, words in zip(table.add_row().cells, row, strict=False):
                    cell.text = words
            rows = []
        document.add_paragraph(line)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def pdf(text: str) -> bytes:
    """A printed document: lines broken by the page's width, page numbers at the foot."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    def print_number(canvas: object, template: object) -> None:
        canvas.setFont("STSong-Light", 9)  # type: ignore[attr-defined]
        canvas.drawCentredString(297, 30, f"— {template.page} —")  # type: ignore[attr-defined]

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    style = ParagraphStyle(
        "text", fontName="STSong-Light", fontSize=12, leading=18, wordWrap="CJK", firstLineIndent=24
    )
    written = BytesIO()
    template = SimpleDocTemplate(written, invariant=1)
    content = [Paragraph(escape(line), style) for line in paragraphs(text)]
    template.build(content, onFirstPage=print_number, onLaterPages=print_number)
    return written.getvalue()


def ofd(text: str) -> bytes:
    return print_text(paragraphs(text))


def scan_with_text_layer(text: str) -> bytes:
    """Pages that are pictures, with text over them that is not printed: what programs make of a scan."""
    from PIL import Image
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import NameObject, StreamObject
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    picture = BytesIO()
    canvas = Canvas(picture)
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 255)), 0, 0, 595, 842)
    canvas.save()
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(text))))
    for page in writer.pages:
        contents = page.get_contents()
        assert contents is not None
        unprinted = StreamObject()
        unprinted.set_data(b"3 Tr\n" + contents.get_data())
        page[NameObject("/Contents")] = writer._add_object(unprinted)
        page.merge_page(PdfReader(picture).pages[0], over=False)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


FORMS: tuple[Form, ...] = (
    utf_16_with_mark,
    utf_16_big_endian_with_mark,
    utf_16_without_mark,
    gb18030,
    html,
    html_in_gb2312,
    docx,
    ofd,
    pdf,
    scan_with_text_layer,
)
