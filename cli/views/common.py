"""What several views show alike."""

from __future__ import annotations

from plancmp.alignment.result import Verdict
from plancmp.cli.messages import Words
from plancmp.cli.theme import COLOURS, SIGNS
from plancmp.cli.views.document import Cell


def verdict_cell(verdict: Verdict, say: Words) -> Cell:
    """A verdict's word after its sign, in its colour."""
    return Cell(say(f"verdict.{verdict}"), SIGNS[verdict], COLOURS[verdict])
