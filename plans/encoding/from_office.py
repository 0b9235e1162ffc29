"""The text of .doc, .wps, .rtf and .odt files: LibreOffice, where it is installed, turns them into a .docx.

LibreOffice reads files of strangers here. It runs in a process group of its own with a profile that nobody else
uses, without macros, without following links, within limits of time and size; then it and all it wrote are gone.
"""

from __future__ import annotations

import shutil
import tempfile
from enum import StrEnum
from pathlib import Path
from xml.sax.saxutils import quoteattr

from plancmp.plans.encoding.extracted import Extracted
from plancmp.plans.encoding.from_word import read_word
from plancmp.plans.encoding.limits import LIMITS
from plancmp.plans.encoding.problems import EncodingError, Problem
from plancmp.plans.encoding.programs import run_program
from plancmp.plans.files import UnreadableFile, read_bytes


class OfficeFormat(StrEnum):
    """A format that LibreOffice reads, by its file ending; .wps is .doc under another name."""

    DOC = ".doc"
    RTF = ".rtf"
    ODT = ".odt"


# Named, so that bytes which claim one format are never handed to the reader of another.
_FILTERS = {OfficeFormat.DOC: "MS Word 97", OfficeFormat.RTF: "Rich Text Format", OfficeFormat.ODT: "writer8"}
_PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_PROXY = "/org.openoffice.Inet/Settings"
# No macro is run, no link updated, no linked file loaded; what would go on the network goes to a closed port.
_SETTINGS = (
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "DisableActiveContent", "true"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Writer/Content/Update", "Field", "false"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "2"),
    (_PROXY, "ooInetProxyType", "2"),
    (_PROXY, "ooInetHTTPProxyName", "127.0.0.1"),
    (_PROXY, "ooInetHTTPProxyPort", "9"),
    (_PROXY, "ooInetHTTPSProxyName", "127.0.0.1"),
    (_PROXY, "ooInetHTTPSProxyPort", "9"),
)


def read_office(raw: bytes, form: OfficeFormat) -> Extracted:
    """The document's text as LibreOffice and then the reader of .docx understand it.

    Raises:
        EncodingError: LibreOffice is not installed, cannot read the file, or takes too long; or the .docx it
            makes exceeds a limit.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise EncodingError(Problem.NEEDS_OFFICE, found=form)
    with tempfile.TemporaryDirectory(prefix="plancmp-") as name:
        folder = Path(name)
        (folder / f"document{form}").write_bytes(raw)
        _write_profile(folder / "profile")
        run_program([program, *_arguments(folder, form)], folder, LIMITS.office_seconds)
        return read_word(_converted(folder, form))


def _arguments(folder: Path, form: OfficeFormat) -> list[str]:
    return [
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
        f"--infilter={_FILTERS[form]}",
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "made")),
        str(folder / f"document{form}"),
    ]


def _write_profile(profile: Path) -> None:
    items = "".join(
        f"<item oor:path={quoteattr(path)}><prop oor:name={quoteattr(name)} oor:op='fuse'>"
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        f"<?xml version='1.0'?><oor:items xmlns:oor='http://openoffice.org/2001/registry'>{items}</oor:items>",
        encoding="utf-8",
    )


def _converted(folder: Path, form: OfficeFormat) -> bytes:
    try:
        return read_bytes(folder / "made" / "document.docx", LIMITS.file_bytes)
    except UnreadableFile as error:
        raise EncodingError(Problem.DAMAGED, found=form) from error
