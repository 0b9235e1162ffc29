"""Bad files that cannot stand in a repository, or would be too long to read there: each is made when it is needed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path


def _do_nothing(path: Path) -> None:
    assert not path.exists()


MADE: dict[str, Callable[[Path], object]] = {
    "file_missing": _do_nothing,
    "not_a_file": Path.mkdir,
    "file_unreadable": lambda path: path.symlink_to(path),
    "file_too_large": lambda path: path.write_bytes(b"#" * 5_000_001),
    "more_faults": lambda path: path.write_text(
        "schema: plancmp/plan/1\n" + "".join(f"other{number}: x\n" for number in range(300)), encoding="utf-8"
    ),
    "too_many_values": lambda path: path.write_text("facts:\n" + "- 1\n" * 50_000, encoding="utf-8"),
}
"""By the kind of fault, what makes its file at a path."""
