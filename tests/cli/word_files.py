"""Word files looked into: all their words, and what LibreOffice makes of them."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import pytest

OFFICE = shutil.which("soffice")
needs_writer = pytest.mark.skipif(
    OFFICE is None or not (Path(os.path.realpath(OFFICE)).parent / "libswlo.so").exists(),
    reason="needs LibreOffice Writer",
)


def shown(content: str | bytes) -> str:
    """What an output says: itself, or every text in every part of a Word file."""
    if isinstance(content, str):
        return content
    with ZipFile(io.BytesIO(content)) as parts:
        texts = (parts.read(name).decode() for name in parts.namelist() if name.endswith((".xml", ".rels")))
        return "\n".join(unescape(re.sub(r"<[^>]*>", "\n", text)) for text in texts)


def printed(content: bytes, folder: Path) -> Path:
    """The file as LibreOffice prints it, as a PDF whose outline is the headings."""
    (folder / "report.docx").write_bytes(content)
    export = 'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}'
    command = [OFFICE or "", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    subprocess.run(
        [*command, "--convert-to", export, "--outdir", str(folder), str(folder / "report.docx")],
        check=True,
        capture_output=True,
        timeout=90,
    )
    return folder / "report.pdf"
