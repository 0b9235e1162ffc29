"""The page on architecture names what there is, and what it walks through happens."""

import ast
import re
from pathlib import Path

import pytest

from plancmp.cli.main import run

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"\[`([\w.]+)`\]\(\.\./([\w/]+\.py)\)", PAGE)))


def names_in(path: Path) -> set[str]:
    """What a module defines: functions, classes with their methods, constants."""
    found = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {target.id for target in targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
            inner = node.body if isinstance(node, ast.ClassDef) else []
            found |= {f"{node.name}.{each.name}" for each in inner if isinstance(each, ast.FunctionDef)}
    return found


@pytest.mark.parametrize(("name", "module"), NAMED)
def test_every_name_stands_in_its_module(name: str, module: str) -> None:
    assert name in names_in(ROOT / module)


def test_folders_and_files_that_are_named_exist() -> None:
    named = re.findall(r"`((?:cli|alignment|plans)/[\w./]+)`", PAGE)
    assert named
    assert all((ROOT / path).exists() for path in named)


def test_the_walk_ends_in_what_diff_prints(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "province", "yicheng", "--measure", "1.2", "-v", "--lang", "en"]) == 0
    shown = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
    assert shown
    printed = capsys.readouterr().out
    assert all(text in printed for text in shown)


def test_the_walk_begins_in_the_document() -> None:
    found = re.search(r"Line (\d+) of `([\w/.]+)` says 「(.*?)」", PAGE)
    assert found
    line = (ROOT / found[2]).read_text("utf-8").splitlines()[int(found[1]) - 1]
    assert found[3] in line
