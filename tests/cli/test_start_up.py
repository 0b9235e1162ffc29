"""Start-up: what a command must not load, by the modules' names."""

from __future__ import annotations

import subprocess
import sys

import pytest

from plancmp.cli.main import run

ENGINES = {
    "joblib",
    "numpy",
    "distributed",
    "dask",
    "plancmp.cli.commands.coverage_worker",
    "plancmp.cli.progress",
}
READERS = {"docx", "pypdf", "readability", "openpyxl", "charset_normalizer", "plancmp.plans.encoding.encoder"}
OTHERS = {
    "jinja2",
    "rich.console",
    "rich.text",
    "rich.table",
    "rich.progress",
    "tabulate",
    "plancmp.cli.commands.encode",
    "plancmp.cli.commands.report",
}
COMPARING = {"plancmp.alignment.compare", "plancmp.alignment.retrieval", "plancmp.alignment.language_data"}
VIEWS = {
    "plancmp.alignment.coverage_matrix",
    "plancmp.alignment.gaps",
    "plancmp.alignment.indicators",
    "plancmp.alignment.measure_explanation",
    "plancmp.cli.commands.coverage",
    "plancmp.cli.views.coverage",
    "plancmp.cli.views.explanation",
    "plancmp.cli.render.json",
    "plancmp.cli.render.csv",
    "plancmp.cli.render.markdown",
}


def loaded_by(*arguments: str) -> set[str]:
    """The modules a run has loaded when it ends."""
    code = (
        "import sys; from plancmp.cli.main import run; run(sys.argv[1:]);"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize(
    ("arguments", "needed", "unwanted"),
    [
        (
            ("--help",),
            {"typer", "plancmp.cli.commands.encode"},
            {"yaml", "rapidfuzz", "pydantic", "rich.console", "plancmp.plans.model"}
            | COMPARING
            | ENGINES
            | READERS
            | (OTHERS - {"plancmp.cli.commands.encode", "plancmp.cli.commands.report"}),
        ),
        (
            ("list",),
            {"plancmp.plans.model", "plancmp.cli.views.plan"},
            {"rapidfuzz"} | COMPARING | ENGINES | READERS | OTHERS | VIEWS,
        ),
        (
            ("diff", "province", "yicheng"),
            {"plancmp.alignment.compare", "plancmp.cli.views.comparison"},
            ENGINES | READERS | OTHERS | VIEWS,
        ),
        (
            ("coverage",),
            {"plancmp.cli.commands.coverage_worker"},
            {"joblib", "numpy", "distributed", "rich.progress"},
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_command_loads_only_what_it_uses(
    arguments: tuple[str, ...], needed: set[str], unwanted: set[str]
) -> None:
    loaded = loaded_by(*arguments)
    assert needed <= loaded
    assert loaded & unwanted == set()


@pytest.mark.parametrize(("arguments", "code"), [(("list",), 0), (("diff", "province", "nowhere"), 2)])
def test_the_program_says_and_returns_what_the_command_line_does(
    arguments: tuple[str, ...], code: int, capfd: pytest.CaptureFixture[str]
) -> None:
    program = "import sys; from plancmp.cli.program import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False
    )
    assert (run(arguments), done.returncode) == (code, code)
    assert (done.stdout, done.stderr) == capfd.readouterr()
