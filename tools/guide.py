"""The guides' console blocks, run as a new user would. Run as a module, it writes the outputs into them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
GUIDES = (ROOT / "docs" / "add-a-county.md", ROOT / "docs" / "official-text.md")
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


def run_guide(text: str) -> str:
    """The text of a guide with each console block holding what its commands put on the terminal."""
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        (directory / "docs").symlink_to(ROOT / "docs")
        return _BLOCK.sub(lambda block: f"```console\n{_run_block(block[1], directory)}```", text)


def _run_block(block: str, directory: Path) -> str:
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"{command}\n{_run(command[2:], directory)}" for command in commands)


def _run(command: str, directory: Path) -> str:
    environment = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(
        command,
        shell=True,
        cwd=directory,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


if __name__ == "__main__":
    for guide in GUIDES:
        guide.write_text(run_guide(guide.read_text(encoding="utf-8")), encoding="utf-8")
