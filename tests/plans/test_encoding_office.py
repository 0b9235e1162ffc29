"""Files that LibreOffice reads for us: the same plan, nothing fetched or run, and a bound on what it takes."""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from plancmp.plans.encoding import from_office, programs
from plancmp.plans.encoding.encoder import encode_document
from plancmp.plans.encoding.limits import LIMITS
from plancmp.plans.encoding.problems import EncodingError, Problem
from plancmp.plans.encoding.source_formats import SourceFormat, extract_text
from tests.plans.documents import NAMES, docx, encode_source, read_source
from tools.variants import measures_of

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
RTF = rb"{\rtf1\ansi Body\par}"
NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in {
        "office": "office",
        "text": "text",
        "draw": "drawing",
        "svg": "svg-compatible",
        "manifest": "manifest",
    }.items()
)


def odt(body: str) -> bytes:
    """An .odt written by hand."""
    content = (
        f'<office:document-content {NAMESPACES} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (("/", "application/vnd.oasis.opendocument.text"), ("content.xml", "text/xml"))
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "META-INF/manifest.xml", f"<manifest:manifest {NAMESPACES}>{entries}</manifest:manifest>"
        )
        archive.writestr("content.xml", content)
    return written.getvalue()


def problem_of(raw: bytes) -> EncodingError:
    with pytest.raises(EncodingError) as caught:
        extract_text(raw)
    return caught.value


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the real documents in every format, as LibreOffice writes them."""
    folder = tmp_path_factory.mktemp("written")
    for name in NAMES:
        (folder / f"{name}.docx").write_bytes(docx(read_source(name)))
    for form in ("doc", "rtf", "odt"):
        subprocess.run(
            [
                *(str(OFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"),
                *("--convert-to", form, "--outdir", str(folder)),
                *(str(folder / f"{name}.docx") for name in NAMES),
            ],
            check=True,
            capture_output=True,
        )
    return folder


@needs_office
@pytest.mark.parametrize("form", ["doc", "rtf", "odt"])
@pytest.mark.parametrize("name", NAMES)
def test_the_same_plan_is_read(written: Path, name: str, form: str) -> None:
    encoded = encode_document((written / f"{name}.{form}").read_bytes(), plan_id=name)
    assert encoded.report.format is SourceFormat.OFFICE
    assert measures_of(encoded.plan) == measures_of(encode_source(name).plan)


class Server(HTTPServer):
    """A local server that notes what is asked of it."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[str] = []


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, Server)
        self.server.asked.append(self.path)
        self.send_response(200)
        self.end_headers()

    do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - names that the package asks for

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as made:
        Thread(target=made.serve_forever, daemon=True).start()
        yield made
        made.shutdown()


@needs_office
def test_nothing_that_a_document_links_to_is_fetched_or_read(server: Server, tmp_path: Path) -> None:
    (tmp_path / "local.txt").write_text("LOCAL", encoding="utf-8")
    remote, local = f"http://127.0.0.1:{server.server_port}", (tmp_path / "local.txt").as_uri()
    sections = "".join(
        f'<text:section text:name="s{number}"><text:section-source xlink:href="{link}" xlink:type="simple"/>'
        "<text:p>old</text:p></text:section>"
        for number, link in enumerate((local, f"{remote}/text.txt"))
    )
    picture = (
        '<text:p><draw:frame svg:width="2cm" svg:height="2cm"><draw:image xlink:type="simple" '
        f'xlink:href="{remote}/picture.png" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>'
    )
    extracted, _ = extract_text(odt(f"<text:p>Body</text:p>{sections}{picture}"))
    assert extracted.text.split() == ["Body", "old", "old"]
    assert server.asked == []


@needs_office
@pytest.mark.parametrize(
    "raw", [OLE + "WordDocument".encode("utf-16-le") + bytes(2000), odt("<text:p>")[:-90]]
)
def test_a_file_that_libreoffice_cannot_read_is_damaged(raw: bytes) -> None:
    assert problem_of(raw).problem is Problem.DAMAGED


def test_without_libreoffice_it_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(from_office, "_PROGRAMS", ("no-such-program",))
    for raw, form in (
        (RTF, ".rtf"),
        (odt(""), ".odt"),
        (OLE + "WordDocument".encode("utf-16-le"), ".doc"),
    ):
        problem = problem_of(raw)
        assert (problem.problem, problem.found) == (Problem.NEEDS_OFFICE, form)


def test_an_old_file_that_is_no_text_is_refused() -> None:
    assert problem_of(OLE).found == ".xls/.ppt"


def program(folder: Path, script: str) -> Path:
    """A program that stands for LibreOffice; `$made` is where it is to write."""
    path = folder / "soffice"
    path.write_text(f'#!/bin/sh\nmade="$PWD/made"; mkdir "$made"\n{script}\n', encoding="utf-8")
    path.chmod(0o755)
    return path


def is_running(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return b"State:\tZ" not in Path(f"/proc/{number}/status").read_bytes()


@pytest.mark.skipif(sys.platform != "linux", reason="looks processes up")
class TestBounds:
    def test_one_that_takes_too_long_is_ended_with_its_processes(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(
            from_office, "_PROGRAMS", (str(program(tmp_path, f"sleep 60 & echo $! > {tmp_path}/pid; wait")),)
        )
        monkeypatch.setattr(from_office, "LIMITS", replace(LIMITS, office_seconds=1.0))
        assert problem_of(RTF).problem is Problem.TOO_COSTLY
        assert not is_running(int((tmp_path / "pid").read_text()))

    def test_one_that_writes_too_much_is_stopped(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        size = f'wc -c < "$made/document.docx" > {tmp_path}/size'
        script = f'head -c 9000000 /dev/zero > "$made/document.docx"; ulimit -f unlimited; {size}'
        monkeypatch.setattr(from_office, "_PROGRAMS", (str(program(tmp_path, script)),))
        monkeypatch.setattr(programs, "LIMITS", replace(LIMITS, program_bytes=100_000))
        assert problem_of(RTF).problem is Problem.DAMAGED
        assert int((tmp_path / "size").read_text()) <= 100_000

    def test_ending_the_run_ends_it_too_and_leaves_no_file(self, tmp_path: Path) -> None:
        program(tmp_path, f"sleep 60 & echo $! > {tmp_path}/pid; wait")
        (tmp_path / "plan.rtf").write_bytes(RTF)
        (tmp_path / "tmp").mkdir()
        environment = {
            **os.environ,
            "PATH": f"{tmp_path}:{os.environ['PATH']}",
            "TMPDIR": str(tmp_path / "tmp"),
        }
        command = [sys.executable, "-m", "plancmp", "encode", str(tmp_path / "plan.rtf")]
        running = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        end = time.monotonic() + 20
        while not (tmp_path / "pid").exists() and time.monotonic() < end:
            time.sleep(0.05)
        running.send_signal(signal.SIGTERM)
        assert running.wait(20) == 143
        assert not is_running(int((tmp_path / "pid").read_text()))
        assert [*(tmp_path / "tmp").iterdir()] == []
