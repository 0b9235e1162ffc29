"""PDFs made at random: paragraphs, tables, heads and feet of pages, drawings used again, remarks."""

from __future__ import annotations

import io
from random import Random
from typing import Any

from tests.plans.made import Made, Writer

_FONT = "STSong-Light"


def make_pdf(random: Random) -> Made:
    """A printed plan."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    writer = Writer(random)
    style = ParagraphStyle(
        "text", fontName=_FONT, fontSize=12, leading=18, wordWrap="CJK", firstLineIndent=24
    )
    head, numbered, boxed = (random.random() < 0.5 for _ in range(3))
    title = writer.plain()

    def decorate(canvas: Any, template: Any) -> None:
        canvas.setFont(_FONT, 9)
        if numbered:
            canvas.drawCentredString(297, 30, writer.see(f"— {template.page} —"))
        if head:
            canvas.drawString(60, A4[1] - 40, writer.see(title))
        if boxed and canvas.hasForm("box"):
            canvas.doForm("box")
            writer.see("盒中之言")

    content: list[Any] = []
    for line in writer.plan():
        content.append(Paragraph(writer.see(line), style))
        if random.random() < 0.3:
            content.append(Paragraph(writer.words(200), style))
        if random.random() < 0.2:
            cells = [[writer.words(6) for _ in range(3)] for _ in range(random.randint(1, 30))]
            content.append(Table(cells, style=[("FONT", (0, 0), (-1, -1), _FONT, 11)]))
    written = io.BytesIO()
    template = SimpleDocTemplate(written, invariant=1)
    template.build(content, onFirstPage=_begin(decorate, boxed), onLaterPages=decorate)
    return Made(_annotate(written.getvalue(), writer), tuple(writer.seen))


def _begin(decorate: Any, boxed: bool) -> Any:
    def first(canvas: Any, template: Any) -> None:
        if boxed:
            canvas.beginForm("box")
            canvas.setFont(_FONT, 9)
            canvas.drawString(400, 60, "盒中之言")
            canvas.endForm()
        decorate(canvas, template)

    return first


def _annotate(raw: bytes, writer: Writer) -> bytes:
    from pypdf import PdfReader, PdfWriter
    from pypdf.annotations import FreeText

    if writer.random.random() < 0.5:
        return raw
    pages = PdfWriter(clone_from=PdfReader(io.BytesIO(raw)))
    pages.add_annotation(0, FreeText(text=writer.words(), rect=(50, 550, 200, 650)))
    written = io.BytesIO()
    pages.write(written)
    return written.getvalue()
