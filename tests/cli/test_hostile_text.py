"""Plan text is data: whatever it holds comes out as text in every format."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from plancmp.alignment.result import Comparison
from plancmp.cli.language import Language
from plancmp.cli.messages import Words
from plancmp.cli.render import Format, renderer
from plancmp.cli.render.cells import fit, fit_apart, pad, wrap
from plancmp.cli.render.markdown import escape, table
from plancmp.cli.sanitize import sanitize, sanitize_line
from plancmp.cli.views.common import names_apart
from plancmp.cli.views.comparison import comparison_document
from plancmp.cli.views.document import Grid, worded_rows
from plancmp.cli.views.render_options import RenderOptions
from tests.cli.word_files import shown

HOSTILE = (
    "[red]x[/red] a|b\nc <script>alert(1)</script> =1+1 \x1b[2J \x9b2J \u202egnp.exe\u2069 {0} \ud800 \u200f"
)


@pytest.fixture
def poisoned(comparison: Comparison) -> Comparison:
    """The comparison with hostile text in titles, quotes, names and texts."""
    programmes = []
    for programme in comparison.programmes:
        measures = []
        for measure in programme.measures:
            commitments = tuple(
                commitment._replace(
                    text=HOSTILE + commitment.text,
                    evidence=tuple(found._replace(quote="=" + HOSTILE) for found in commitment.evidence),
                )
                for commitment in measure.commitments
            )
            measures.append(measure._replace(title=HOSTILE + measure.title, commitments=commitments))
        programmes.append(programme._replace(title=HOSTILE, measures=tuple(measures)))
    return comparison._replace(plan=comparison.plan._replace(name=HOSTILE), programmes=tuple(programmes))


def render(comparison: Comparison, output_format: Format, colour: bool = False) -> str:
    view = RenderOptions(Words(Language.CHINESE), verbose=True, colour=colour)
    return shown(renderer(output_format)(comparison_document(comparison, view), view))


@pytest.mark.parametrize("output_format", Format)
def test_no_command_character_reaches_the_output(poisoned: Comparison, output_format: Format) -> None:
    text = render(poisoned, output_format)
    assert not set(text) & set("\x1b\x9b\u202e\u2069\u200f\ud800")
    text.encode("utf-8")


def test_terminal_view_keeps_its_width_and_shows_markup_as_text(poisoned: Comparison) -> None:
    text = render(poisoned, Format.TABLE)
    assert "[red]x[/red]" in text
    assert "<U+001B>[2J" in text
    assert all(cell_len(line) <= 80 for line in text.splitlines())


def test_the_only_escape_sequences_in_a_coloured_view_are_colours(poisoned: Comparison) -> None:
    text = render(poisoned, Format.TABLE, colour=True)
    sequences = {piece.partition("m")[0] for piece in text.split("\x1b[")[1:]}
    assert sequences <= {"0", "1", "2", "32", "33", "31", "1;32"}


def test_markdown_tables_stay_whole_and_html_stays_text(poisoned: Comparison) -> None:
    text = render(poisoned, Format.MARKDOWN)
    assert "<script>" not in text
    assert "&lt;script&gt;" in text
    rows = [line for line in text.splitlines() if line.startswith("| ✗")]
    assert [row.replace("\\|", "").count("|") for row in rows] == [5]


def test_csv_cells_are_never_formulas(poisoned: Comparison) -> None:
    rows = list(csv.reader(io.StringIO(render(poisoned, Format.CSV))))
    assert {len(row) for row in rows} == {23}
    for start in "=+-@\t＝＋－＠﹢﹦":
        first = poisoned.programmes[0]._replace(title=f"{start}cmd")
        text = render(poisoned._replace(programmes=(first,)), Format.CSV)
        assert next(csv.DictReader(io.StringIO(text)))["工程"] == f"'{start}cmd"


def test_json_carries_the_text_unchanged(poisoned: Comparison) -> None:
    data = json.loads(render(poisoned, Format.JSON))
    assert data["plan"]["name"] == HOSTILE
    assert data["programmes"][0]["title"] == HOSTILE


@given(st.text())
def test_plain_text_is_harmless_and_otherwise_unchanged(text: str) -> None:
    cleaned = sanitize(text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", cleaned)
    if text.isprintable():
        assert cleaned == text
    assert "\n" not in sanitize_line(text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"])), st.integers(2, 40))
def test_cut_padded_and_wrapped_text_keeps_its_width(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) <= width
    assert cell_len(pad(text, width)) == width
    assert all(cell_len(line) <= width for line in wrap(text, width))
    assert "".join("".join(wrap(text, width)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("聚焦产业，精准招引。", ["聚焦产", "业，精准", "招引。"]),
        ("培育“雁阵形”产业集群", ["培育“雁", "阵形”产", "业集群"]),
        ("share of all", ["share of", "all"]),
        ("abcdefghijkl", ["abcdefgh", "ijkl"]),
        ("", [""]),
    ],
)
def test_lines_break_as_chinese_typesetting_does(text: str, lines: list[str]) -> None:
    assert wrap(text, 8) == lines


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a|b", "a\\|b"),
        ("~~gone~~ ~ 弱化", "\\~\\~gone\\~\\~ ~ 弱化"),
        ("见 http://a.cn 和 www.b.cn", "见 http:\\//a.cn 和 www\\.b.cn"),
        ("[x](y) *b* _i_ `c`", "\\[x\\](y) \\*b\\* \\_i\\_ \\`c\\`"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("two\nlines", "two lines"),
        ("1. x", "1\\. x"),
        ("- x", "\\- x"),
        ("a -- b... {#id} 2^n^", "a \\-- b\\.\\.. \\{\\#id\\} 2\\^n\\^"),
        ('“引号” "q" 1.2 -5%', '“引号” \\"q\\" 1.2 -5%'),
    ],
)
def test_markdown_sees_nothing_to_act_upon(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def test_only_columns_that_hold_terms_are_translated() -> None:
    """A plan may be called as a key of the catalogue is."""
    grid = Grid(("plan", "basis"), (("basis", "official"), ("level", "reconstructed")))
    say = Words(Language.CHINESE)
    assert list(worded_rows(grid, say)) == list(grid.rows)
    worded = list(worded_rows(grid._replace(worded=frozenset({"basis"})), say))
    assert worded == [("basis", "原文"), ("level", "重构")]


@pytest.mark.parametrize("name", ["![](//a)", "<script>alert(1)</script>", "a|b", "\u202egnp.exe"])
def test_a_plans_name_at_the_head_of_a_markdown_table_is_text(name: str) -> None:
    head = table([name, "b"], [["1", "2"]]).splitlines()[0]
    assert head.replace("\\|", "").count("|") == 3
    assert escape(name) in head
    for harmful in ("![](//", "<script>", "\u202e"):
        assert harmful not in head


@pytest.mark.parametrize("width", [6, 8, 10])
def test_names_that_are_cut_stay_apart(width: int) -> None:
    names = ["滨州市惠民县", "滨州市阳信县", "滨州市", "滨州市惠民县经济开发区甲", "滨州市惠民县经济开发区乙"]
    shown = fit_apart(names, width)
    assert len(set(shown)) == len(names)
    assert all(cell_len(label) <= width for label in shown)
    assert fit_apart(["长清区历下区", "长清区历下区"], 8) == [fit("长清区历下区", 8)] * 2


def test_two_plans_of_one_name_are_told_apart_by_their_ids(poisoned: Comparison) -> None:
    plan = poisoned.plan._replace(name="市中区")
    headers = [
        plan._replace(id="jinan-shizhong"),
        plan._replace(id="jining-shizhong"),
        plan._replace(name="滨州市"),
    ]
    assert names_apart(headers, Words(Language.CHINESE)) == [
        "市中区（jinan-shizhong）",
        "市中区（jining-shizhong）",
        "滨州市",
    ]
