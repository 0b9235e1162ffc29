"""The error catalogue as a page: every fault with the bad file that shows it. Run as a module, it writes it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from plancmp.cli.language import Language
from plancmp.cli.messages import Words
from plancmp.cli.messages.encode import ENCODE
from plancmp.cli.views.faults import fault_line
from plancmp.plans.checks import check_file
from plancmp.plans.faults import Fault, FaultKind
from plancmp.plans.library import Library
from tests.errors.bad_files import MADE

ROOT = Path(__file__).parents[1]
ERRORS = ROOT / "tests" / "errors"
PAGE = ROOT / "docs" / "errors.md"
LANGUAGES = (Words(Language.ENGLISH), Words(Language.CHINESE))

GROUPS = {
    FaultKind.FILE_MISSING: "The file itself",
    FaultKind.YAML_SYNTAX: "YAML",
    FaultKind.UNKNOWN_KEY: "Keys and values",
    FaultKind.NUMBERING: "What a plan must hold",
    FaultKind.TOO_FEW_WITNESSES: "Witnesses and targets",
    FaultKind.BAD_FINGERPRINT: "Decisions",
}
"""The first kind of each group; the kinds stand in the order of the enumeration."""

HEAD = """# Errors

Written by `make docs` from the bad files under `tests/errors`; a test keeps the two in step.

`plancmp check` tells every fault of a file at once, as `file:line: path: what is wrong; what was expected`.
It exits 1 when there are faults. `plancmp encode` refuses a document in one line and exits 2.
"""


def error_page() -> str:
    """The whole page."""
    with tempfile.TemporaryDirectory() as name:
        library = Path(name) / "library"
        shutil.copytree(ERRORS / "library", library)
        entries = "\n".join(entry for kind in FaultKind for entry in _entry(kind, Library(library)))
    return (
        f"{HEAD}\n{entries}\n{_encoding_part('problem', 'Documents that encode refuses')}\n"
        + _encoding_part("review_item", "What encode asks to verify")
    )


def _entry(kind: FaultKind, library: Library) -> Iterator[str]:
    if kind in GROUPS:
        yield f"## {GROUPS[kind]}\n"
    faults = [fault for fault in faults_of(kind, library) if fault.kind is kind]
    yield f"### `{kind}`\n"
    if kind not in MADE:
        yield f"```yaml\n{_excerpt(ERRORS / f'{kind}.yaml', faults)}\n```\n"
    for say in LANGUAGES:
        yield "```text\n" + "\n".join(fault_line(fault, say) for fault in faults) + "\n```\n"


def faults_of(name: str, library: Library) -> list[Fault]:
    """The faults of one bad file, under its bare name."""
    path = library.directory / f"{name}.yaml"
    if name in MADE:
        MADE[name](path)
    else:
        shutil.copy(ERRORS / path.name, path)
    faults = [fault._replace(file=path.name) for fault in check_file(path, library)]
    if path.is_dir():
        path.rmdir()
    else:
        path.unlink(missing_ok=True)
    return faults


def _excerpt(path: Path, faults: list[Fault]) -> str:
    """The lines that the faults are on, each with the one above it."""
    lines = path.read_bytes().decode("utf-8", "backslashreplace").split("\n")
    shown = sorted({number for fault in faults for number in (fault.line - 1, fault.line) if number > 0})
    return "\n".join(f"{number:3}  {_visible(lines[number - 1])[:96]}".rstrip() for number in shown)


def _visible(line: str) -> str:
    return "".join(sign if sign.isprintable() else f"<U+{ord(sign):04X}>" for sign in line)


def _encoding_part(family: str, heading: str) -> str:
    rows = [
        f"| `{key.partition('.')[2]}` | {english} | {chinese} |"
        for key, (chinese, english) in ENCODE.items()
        if key.startswith(f"{family}.")
    ]
    return "\n".join([f"## {heading}\n", "| kind | English | 中文 |", "|---|---|---|", *rows, ""])


if __name__ == "__main__":
    PAGE.write_text(error_page(), encoding="utf-8")
