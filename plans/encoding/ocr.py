"""A text layer for a scanned PDF: ocrmypdf, where it is installed, lays the characters it makes out over the pages."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from plancmp.plans.encoding.limits import LIMITS
from plancmp.plans.encoding.problems import EncodingError, Problem
from plancmp.plans.encoding.programs import run_program
from plancmp.plans.files import UnreadableFile, read_bytes

_PROGRAM = "ocrmypdf"
_LANGUAGE = "chi_sim"
_LACKS_LANGUAGE = 3
"""The exit code of ocrmypdf for want of something that it needs: the data of the language, mostly."""


def add_text_layer(raw: bytes) -> bytes:
    """The same PDF with a text layer on the pages that have none.

    Raises:
        EncodingError: ocrmypdf or its Chinese is not installed, it cannot read the file, or takes too long.
    """
    program = shutil.which(_PROGRAM)
    if program is None:
        raise EncodingError(Problem.NEEDS_OCR, found=_PROGRAM)
    with tempfile.TemporaryDirectory(prefix="plancmp-") as name:
        folder = Path(name)
        (folder / "scan.pdf").write_bytes(raw)
        options = [
            "--language",
            _LANGUAGE,
            "--skip-text",
            "--output-type",
            "pdf",
            "--optimize",
            "0",
            "--quiet",
        ]
        code = run_program([program, *options, "scan.pdf", "read.pdf"], folder, LIMITS.ocr_seconds)
        if code == _LACKS_LANGUAGE:
            raise EncodingError(Problem.NEEDS_OCR, found=f"tesseract-ocr-{_LANGUAGE.replace('_', '-')}")
        try:
            return read_bytes(folder / "read.pdf", LIMITS.program_bytes)
        except UnreadableFile as error:
            raise EncodingError(Problem.DAMAGED, found=".pdf") from error
