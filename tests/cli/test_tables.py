"""Tables in a terminal and in Markdown: what fits stands as it is, and nothing is lost where room is scarce."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from plancmp.cli.language import Language
from plancmp.cli.messages import Words
from plancmp.cli.render.markdown import page_paragraphs
from plancmp.cli.render.terminal import page_lines
from plancmp.cli.views.document import (
    Block,
    Cell,
    Column,
    Gap,
    Heading,
    Item,
    Kind,
    RowGroup,
    Table,
    TableRow,
    plain_table,
)

SAY = Words(Language.CHINESE)
LABELS = ("稳慎推进农村宅基地制度改革", "社区养老服务设施配建率", "a word or two")


def drawn(*blocks: Block, width: int = 80) -> list[str]:
    return ["".join(text for text, _ in line).rstrip() for line in page_lines(blocks, width, SAY)]


def figures(columns: int) -> Table:
    """A row a label with as many figures."""
    heads = ("措施", *(f"第{number}县" for number in range(columns)))
    return plain_table(heads, ((label, *(f"{number}%" for number in range(columns))) for label in LABELS))


def squeezed(lines: list[str]) -> str:
    return "".join("".join(lines).split())


def test_what_fits_stands_as_it_is() -> None:
    assert drawn(figures(2), width=40) == [
        "措施                        第0县  第1县",
        "稳慎推进农村宅基地制度改革     0%     1%",
        "社区养老服务设施配建率         0%     1%",
        "a word or two                  0%     1%",
    ]


def test_a_table_a_little_too_wide_stands_closer_before_a_label_is_broken() -> None:
    assert drawn(figures(2), width=38)[1] == "稳慎推进农村宅基地制度改革    0%    1%"
    assert drawn(figures(2), width=37)[1:3] == ["稳慎推进农村宅基地制度      0%     1%", "改革"]


def test_a_table_far_too_wide_is_dealt_out_to_pages_that_repeat_the_labels() -> None:
    lines = drawn(figures(12), width=60)
    pages = lines.count("") + 1
    assert pages == 3
    assert sum(line.startswith("社区养老服务设施配建率") for line in lines) == pages
    assert all(squeezed(lines).count(f"第{number}县") == 1 for number in range(12))


@given(
    st.lists(st.text(alphabet="推进乡村ab ，%“”12", min_size=1, max_size=60), min_size=2, max_size=6),
    st.integers(50, 90),
    st.sampled_from(Kind),
)
def test_no_line_is_too_wide_and_no_text_is_lost(texts: list[str], width: int, kind: Kind) -> None:
    columns = (Column("措施", Kind.LABEL), *(Column("栏", kind) for _ in texts[1:]))
    table = Table(columns, (RowGroup((TableRow(tuple(map(Cell, texts))),)),))
    lines = drawn(table, width=width)
    assert all(cell_len(line) <= width for line in lines)
    if kind is not Kind.IDS and len(texts) == 2:
        shown = sorted(squeezed(lines))
        assert not [sign for sign in "".join(texts).replace(" ", "") if sign not in shown]


def test_a_group_with_a_heading_is_a_table_of_its_own_on_paper_alone() -> None:
    below = (Item("承诺", name=Cell("1.1.1", "✓"), remark=Cell("见证"), below=(Item("依据"),)),)
    row = TableRow((Cell("培育产业", "1.1"), Cell("有")), below=below)
    group = RowGroup((row,), Heading("产业工程", lead="1"), (Cell("1", "采纳"),))
    table = Table((Column("措施", Kind.LABEL), Column("理由", Kind.TEXT)), (group,))
    assert drawn(table) == [
        "措施            理由",
        "1  产业工程     采纳 1",
        " 1.1  培育产业  有",
        "    ✓ 1.1.1  承诺",
        "             见证",
        "             依据",
    ]
    paragraphs = [paragraph for paragraph in page_paragraphs([table], SAY) if paragraph]
    assert paragraphs[:2] == ["## 1 产业工程", "采纳 1"]
    assert paragraphs[3:] == ["### 1.1 培育产业", "- **✓ 1.1.1** 承诺 — 见证\n  - 依据"]


def test_ids_that_do_not_fit_are_counted() -> None:
    table = plain_table(
        (Column("措施", Kind.LABEL), Column("对应", Kind.IDS), Column("理由", Kind.TEXT)),
        [("措施", "1.1 2.2 3.3 4.4 5.5", "很长的理由" * 20)],
    )
    assert (
        drawn(table, width=60)[1].split()[:4]
        == ["措施", "1.1", "+4", "很长的理由很长的理由很长的理由很长的理由很"][:4]
    )


def test_an_empty_line_is_one_on_a_screen_alone() -> None:
    blocks: list[Block] = [Item("上"), Gap(), Item("下")]
    assert drawn(*blocks) == ["上", "", "下"]
    assert [each for each in page_paragraphs(blocks, SAY) if each] == ["上", "下"]
