"""The symbol and colours of each verdict."""

from __future__ import annotations

from plancmp.alignment.result import Verdict

# All three are one cell wide in every terminal. Circles (● ◐ ○), triangles, √ and × are "ambiguous" in
# Unicode: terminals set up for Chinese draw them two cells wide, and the columns behind them would shift.
SYMBOLS = {Verdict.ADOPTED: "✓", Verdict.WEAKENED: "~", Verdict.OMITTED: "✗"}
COLOURS = {Verdict.ADOPTED: "green", Verdict.WEAKENED: "yellow", Verdict.OMITTED: "red"}
DECIDED = "✎"
"""The mark of a person's word on a verdict; one cell wide as well."""
# A cell of a heat map: dark letters on these grounds are read on light and on dark terminals alike.
HEAT = {
    Verdict.ADOPTED: "black on green",
    Verdict.WEAKENED: "black on yellow",
    Verdict.OMITTED: "white on red",
}
PAPER_FILLS = {Verdict.ADOPTED: "D5EEDF", Verdict.WEAKENED: "FFEBBF", Verdict.OMITTED: "F9D2CE"}
"""Grounds of a verdict on paper, as RGB: black letters are read on them, and on a grey print."""
