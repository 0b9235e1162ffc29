"""Scanned PDFs: told as scans, read where that is asked for, and never passed off as text."""

from __future__ import annotations

import io
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from plancmp.plans.encoding import ocr
from plancmp.plans.encoding.encoder import encode_document
from plancmp.plans.encoding.limits import LIMITS
from plancmp.plans.encoding.problems import EncodingError, Problem
from plancmp.plans.encoding.review import ReviewKind
from plancmp.plans.encoding.source_formats import extract_text
from tests.plans.documents import pdf, read_source, scan_with_text_layer

needs_ocr = pytest.mark.skipif(shutil.which("ocrmypdf") is None, reason="ocrmypdf is not installed")


def scan(pages: int = 2, words: str = "", *, unprinted: bool = False, lines: int = 30) -> bytes:
    """Pages that are pictures; with `words` on each, which `unprinted` lays under the picture as a scanner does."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    written = io.BytesIO()
    canvas = Canvas(written)
    for _ in range(pages):
        canvas.drawImage(ImageReader(Image.new("L", (60, 80), 255)), 0, 0, 595, 842)
        for place in range(lines if words else 0):
            text = canvas.beginText(50, 800 - 20 * place)
            text.setFont("STSong-Light", 12)
            text.setTextRenderMode(3 if unprinted else 0)
            text.textOut(words)
            canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def joined(*documents: bytes) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    for document in documents:
        writer.append(PdfReader(io.BytesIO(document)))
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def problem_of(raw: bytes, *, ocr: bool = False) -> EncodingError:
    with pytest.raises(EncodingError) as caught:
        extract_text(raw, ocr=ocr)
    return caught.value


def test_a_scan_is_told_with_its_pages() -> None:
    told = problem_of(scan(4))
    assert (told.problem, told.found) == (Problem.SCANNED, "4")


def test_scanned_pages_among_pages_of_text_are_told_by_their_numbers() -> None:
    from pypdf import PdfReader

    text = pdf(read_source("qingzhou"))
    encoded = encode_document(joined(text, scan(2), text), plan_id="plan")
    told = {each.kind: each.found for each in encoded.report.review_items}
    first = len(PdfReader(io.BytesIO(text)).pages) + 1
    assert told[ReviewKind.PAGES_ARE_PICTURES] == f"{first}, {first + 1}"
    assert ReviewKind.RESTS_ON_OCR not in told


def test_many_scanned_pages_are_told_in_short() -> None:
    encoded = encode_document(joined(pdf(read_source("qingzhou")), scan(60)), plan_id="plan")
    (told,) = (
        each.found for each in encoded.report.review_items if each.kind is ReviewKind.PAGES_ARE_PICTURES
    )
    assert told.endswith(", ...")
    assert told.count(",") == 20


def test_a_text_layer_that_another_program_made_is_read_and_told() -> None:
    extracted, _ = extract_text(scan(2, "推动县域经济高质量发展，落实各项措施", unprinted=True))
    assert "推动县域经济高质量发展" in extracted.text
    assert extracted.by_ocr


def test_the_plan_says_that_it_rests_on_ocr() -> None:
    encoded = encode_document(scan_with_text_layer(read_source("qingzhou")), plan_id="plan")
    assert encoded.report.review_items[0].kind is ReviewKind.RESTS_ON_OCR


def test_text_that_is_printed_beside_a_picture_is_no_ocr() -> None:
    assert not extract_text(scan(2, "推动县域经济高质量发展，落实各项措施"))[0].by_ocr
    assert not extract_text(pdf(read_source("qingzhou")))[0].by_ocr


class TestAsked:
    def program(self, folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """A program that stands for ocrmypdf: it writes read.pdf, or does not."""
        path = folder / "ocrmypdf"
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)
        monkeypatch.setattr(ocr, "_PROGRAM", str(path))

    def test_the_text_layer_is_read_and_the_plan_says_so(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "layer.pdf").write_bytes(scan(2, "推动县域经济高质量发展，落实各项措施", unprinted=True))
        self.program(tmp_path, f"cp {tmp_path}/layer.pdf read.pdf", monkeypatch)
        assert extract_text(scan(2), ocr=True)[0].by_ocr

    def test_a_pdf_with_text_is_not_handed_over(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(ocr, "_PROGRAM", "no-such-program")
        assert not extract_text(pdf(read_source("qingzhou")), ocr=True)[0].by_ocr

    def test_without_the_program_it_is_told_what_to_install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(ocr, "_PROGRAM", "no-such-program")
        told = problem_of(scan(), ocr=True)
        assert (told.problem, told.found) == (Problem.NEEDS_OCR, "no-such-program")

    @pytest.mark.skipif(sys.platform == "win32", reason="runs a shell script")
    @pytest.mark.parametrize(
        ("script", "problem"),
        [
            ("exit 3", Problem.NEEDS_OCR),
            ("exit 15", Problem.DAMAGED),
            ("cp scan.pdf read.pdf", Problem.SCANNED),
            ("echo nonsense > read.pdf", Problem.DAMAGED),
            ("sleep 60", Problem.TOO_COSTLY),
        ],
    )
    def test_what_it_cannot_do_is_told(
        self, tmp_path: Path, script: str, problem: Problem, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.program(tmp_path, script, monkeypatch)
        monkeypatch.setattr(ocr, "LIMITS", replace(LIMITS, ocr_seconds=1.0))
        assert problem_of(scan(), ocr=True).problem is problem


@needs_ocr
def test_a_printed_page_is_read(tmp_path: Path) -> None:
    """With the real program; how well it reads is its own affair."""
    from PIL import Image, ImageDraw, ImageFont

    page = Image.new("L", (1240, 1754), 255)
    draw, font = ImageDraw.Draw(page), ImageFont.load_default(40)
    for place in range(20):
        draw.text((100, 100 + 70 * place), f"policy plan of measure number {place}", font=font, fill=0)
    written = io.BytesIO()
    page.save(written, "PDF", resolution=150)
    try:
        extracted, _ = extract_text(written.getvalue(), ocr=True)
    except EncodingError as error:
        assert error.problem is Problem.NEEDS_OCR  # its Chinese is not installed
        return
    assert extracted.by_ocr
    assert len(extracted.text) > 200
