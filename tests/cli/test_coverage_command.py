"""`plancmp coverage`: the matrix in every format, its pages, filters and closing sentence."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pyte
import pytest
from rich.cells import cell_len

from plancmp.alignment.coverage_matrix import CoverageMatrix, matrix_of
from plancmp.alignment.result import CaveatCode, Comparison, Reason, Verdict
from plancmp.cli.filters import Filters
from plancmp.cli.language import Language
from plancmp.cli.matrix_layout import By
from plancmp.cli.messages import Words
from plancmp.cli.render import Format, renderer
from plancmp.cli.views.caveats import matrix_caveats
from plancmp.cli.views.coverage import coverage_document
from plancmp.cli.views.coverage_sentences import closing_sentence
from plancmp.cli.views.render_options import RenderOptions
from tests.cli.word_files import shown

if TYPE_CHECKING:
    from tests.cli.conftest import Run

CHINESE, ENGLISH = Words(Language.CHINESE), Words(Language.ENGLISH)
NAMES = ("滨州市", "青州市", "聊城市", "峄城区")


def matrix(comparison: Comparison, plans: int) -> CoverageMatrix:
    """So many plans, every third of which implements another document."""
    return matrix_of(
        [
            comparison._replace(
                plan=comparison.plan._replace(id=f"plan{number}", name=NAMES[number % len(NAMES)]),
                caveats=(CaveatCode.IMPLEMENTS_OTHER,) if number % 3 == 2 else (),
            )
            for number in range(plans)
        ]
    )


def render(
    found: CoverageMatrix, view: RenderOptions, by: By = By.MEASURE, output: Format = Format.TABLE
) -> str:
    return shown(renderer(output)(coverage_document(found, view, by), view))


@pytest.mark.parametrize("say", [CHINESE, ENGLISH])
@pytest.mark.parametrize("width", [50, 80, 120])
@pytest.mark.parametrize("plans", [1, 4, 20])
@pytest.mark.parametrize("by", By)
def test_no_line_is_wider_than_the_terminal(
    comparison: Comparison, say: Words, width: int, plans: int, by: By
) -> None:
    for line in render(matrix(comparison, plans), RenderOptions(say, width=width), by).splitlines():
        assert cell_len(line) <= width, line
        assert line == line.rstrip()


def test_four_plans_stand_on_one_page_of_80_columns(comparison: Comparison) -> None:
    text = render(matrix(comparison, 4), RenderOptions(CHINESE, width=80))
    assert text.count("参照措施") == 1
    head = next(line for line in text.splitlines() if line.startswith("参照措施"))
    assert head.split() == ["参照措施", "滨州市", "青州市", "聊城市*", "峄城区", "平均", "✓", "~", "✗"]


def test_twenty_plans_are_dealt_out_to_pages_that_repeat_the_measures(comparison: Comparison) -> None:
    lines = render(matrix(comparison, 20), RenderOptions(CHINESE, width=80)).splitlines()
    heads = [line for line in lines if line.startswith("参照措施")]
    assert len(heads) > 2
    assert sum(line.startswith(" 1.2  推动传统产业技改升级") for line in lines) == len(heads)
    assert sum(len(head.split()) - 1 for head in heads) == 20 + len(["平均", "✓", "~", "✗"])


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("width", [80, 120])
def test_columns_stand_in_line_on_a_real_terminal(comparison: Comparison, width: int, colour: bool) -> None:
    screen = pyte.Screen(width, 60)
    text = render(matrix(comparison, 4), RenderOptions(CHINESE, width=width, colour=colour))
    pyte.Stream(screen).feed(text.replace("\n", "\r\n"))
    rows = [screen.buffer[row] for row in range(60)]
    ids = {"".join(row[cell].data for cell in range(1, 4)): row for row in rows}
    signs = {
        measure: [cell for cell in range(28, width) if ids[measure][cell].data in "✓~✗"]
        for measure in ("1.1", "1.2", "3.2")
    }
    assert len(signs["1.1"]) == 4
    assert signs["1.1"] == signs["1.2"] == signs["3.2"]
    grounds = {measure: ids[measure][places[0]].bg for measure, places in signs.items()}
    coloured = {"1.1": "green", "1.2": "brown", "3.2": "red"}
    assert grounds == (coloured if colour else dict.fromkeys(coloured, "default"))


def test_the_matrix_reads_without_colour(comparison: Comparison) -> None:
    text = render(matrix(comparison, 1), RenderOptions(CHINESE))
    assert "\x1b" not in text
    assert " 1.1  培育优势产业集群      ✓ 100%" in text
    assert " 1.2  推动传统产业技改升级  ~  50%" in text
    assert " 3.2  创新绿色低碳发展机制  ✗   0%" in text
    assert "覆盖率                      50.0%" in text


@pytest.mark.parametrize(
    ("filters", "shown"),
    [
        (Filters(only=(Verdict.WEAKENED,)), {"1.2"}),
        (Filters(only=(Verdict.OMITTED,)), {"1.2", "3.2"}),
        (Filters(reasons=(Reason.TARGET_LOWERED,)), {"1.2"}),
        (Filters(only=(Verdict.OMITTED,), reasons=(Reason.TARGET_LOWERED,)), set()),
        (Filters(only=(Verdict.WEAKENED,), reasons=(Reason.COMMITMENT_OMITTED,)), {"1.2"}),
    ],
)
def test_what_diff_lists_under_a_filter_coverage_lists_too(
    comparison: Comparison, filters: Filters, shown: set[str]
) -> None:
    view = RenderOptions(CHINESE, filters)
    assert {measure.id for measure in comparison.measures if filters.shows(measure)} == shown
    rows = csv.DictReader(io.StringIO(render(matrix(comparison, 1), view, output=Format.CSV)))
    assert {row["措施序号"] for row in rows} == shown


def test_only_shows_the_holes(comparison: Comparison) -> None:
    view = RenderOptions(CHINESE, Filters(only=(Verdict.OMITTED,)), width=120)
    for output in (Format.TABLE, Format.MARKDOWN):
        text = render(matrix(comparison, 2), view, output=output)
        assert "创新绿色低碳发展机制" in text
        assert "培育优势产业集群" not in text
        assert "筛选：判定 缺失" in text
    rows = list(csv.DictReader(io.StringIO(render(matrix(comparison, 2), view, output=Format.CSV))))
    assert [row["措施序号"] for row in rows] == ["1.2", "3.2"] * 2
    data = json.loads(render(matrix(comparison, 2), view, output=Format.JSON))
    assert [[each["id"] for each in item["measures"]] for item in data["programmes"]] == [["1.2"], ["3.2"]]


def test_a_filter_that_nothing_passes_says_so(plancmp: Run, comparison: Comparison) -> None:
    first = comparison.programmes[0]
    adopted = comparison._replace(programmes=(first._replace(measures=first.measures[:1]),))
    view = RenderOptions(CHINESE, Filters(only=(Verdict.OMITTED,)))
    assert "没有符合筛选条件的措施。" in render(matrix_of([adopted]), view)


def test_the_closing_sentence_names_what_is_weakened_and_omitted_most_often(comparison: Comparison) -> None:
    found = matrix(comparison, 4)
    assert closing_sentence(found, CHINESE) == (
        "3 个贯彻本参照的方案中，最常被弱化的是 1.2 推动传统产业技改升级（3 个方案）；"
        "最常缺失的是 3.2 创新绿色低碳发展机制（3 个方案）；"
        "覆盖最全的是产业升级优势再造工程（62.5%），最薄弱的是生态优先绿色发展工程（0.0%）。"
    )
    assert closing_sentence(found, ENGLISH).startswith(
        "Across the 3 plans that implement the reference: weakened most often"
    )


def test_without_a_plan_that_implements_the_reference_nothing_is_ranked(comparison: Comparison) -> None:
    other = matrix_of([comparison._replace(caveats=(CaveatCode.IMPLEMENTS_OTHER,))])
    assert closing_sentence(other, CHINESE) == "所列方案均不以本参照为依据，不作平均，也不作排序。"


def test_a_caveat_of_several_plans_is_said_once(comparison: Comparison) -> None:
    caveats = matrix_caveats(matrix(comparison, 20), CHINESE)
    assert caveats == ["贯彻另一份上级文件、判定只说明主题上的覆盖的方案：聊城市、青州市、滨州市等 6 个。"]


def test_many_plans_are_shown_by_their_totals_unless_measures_are_asked_for(
    plancmp: Run, plans: Path
) -> None:
    text = (plans / "yicheng.yaml").read_text(encoding="utf-8")
    for number in range(13):
        copy = text.replace("id: yicheng", f"id: copy{number}").replace("name: 峄城区", f"name: 复本{number}")
        (plans / f"copy{number}.yaml").write_text(copy, encoding="utf-8")
    assert plancmp("coverage").out.splitlines()[3].split()[:3] == ["方案", "覆盖率", "独立"]
    assert "参照措施" in plancmp("coverage", "--by", "measure").out
    assert "参照措施" in plancmp("coverage", "--only", "omitted").out


def test_all_local_plans_are_taken_when_none_is_named(plancmp: Run) -> None:
    outcome = plancmp("coverage", "--format", "json")
    assert outcome.code == 0
    assert [plan["id"] for plan in json.loads(outcome.out)["plans"]] == ["yicheng"]


def test_a_plan_named_twice_is_taken_once(plancmp: Run) -> None:
    data = json.loads(plancmp("coverage", "yicheng", "峄城区", "--format", "json").out)
    assert len(data["plans"]) == 1


def test_a_library_without_local_plans_is_said_to_be_one(plancmp: Run, plans: Path) -> None:
    (plans / "yicheng.yaml").unlink()
    outcome = plancmp("coverage")
    assert (outcome.code, outcome.err) == (2, f"plancmp：{plans} 中没有可与参照对照的地方方案\n")


def test_filtering_measures_out_of_a_table_without_measures_is_refused(plancmp: Run) -> None:
    outcome = plancmp("coverage", "--by", "programme", "--only", "omitted")
    assert (outcome.code, outcome.err) == (
        2,
        "plancmp：--only 和 --reason 筛选措施，不能与 --by programme 同用\n",
    )


def test_an_unknown_plan_ends_the_run(plancmp: Run) -> None:
    outcome = plancmp("coverage", "yichen")
    assert outcome.code == 2
    assert "yicheng" in outcome.err


def test_csv_by_programme_has_a_total_for_each_plan(comparison: Comparison) -> None:
    text = render(matrix(comparison, 2), RenderOptions(ENGLISH), By.PROGRAMME, Format.CSV)
    rows = list(csv.DictReader(io.StringIO(text)))
    totals = [row for row in rows if not row["Programme"]]
    assert [(row["Plan"], row["Coverage"], row["Additions"]) for row in totals] == [
        ("plan0", "0.5", "1"),
        ("plan1", "0.5", "1"),
    ]
    assert len(rows) == 2 * (1 + 2)


def test_csv_for_excel_begins_with_a_byte_order_mark(plancmp: Run, tmp_path: Path) -> None:
    file = tmp_path / "coverage.csv"
    assert plancmp("coverage", "--format", "csv-bom", "-o", str(file)).code == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    assert file.read_text(encoding="utf-8-sig") == plancmp("coverage", "--format", "csv").out


def test_json_by_programme_leaves_the_measures_out(comparison: Comparison) -> None:
    data = json.loads(render(matrix(comparison, 4), RenderOptions(ENGLISH), By.PROGRAMME, Format.JSON))
    assert all("measures" not in programme for programme in data["programmes"])
    assert data["mean"]["plans"] == 3
    assert [plan["implements_reference"] for plan in data["plans"]] == [True, True, False, True]


def test_sorting_moves_plans_and_measures(plancmp: Run) -> None:
    data = json.loads(plancmp("coverage", "--sort", "gaps", "--sort", "coverage", "--format", "json").out)
    assert [programme["number"] for programme in data["programmes"]] == [3, 1]
    assert [each["id"] for each in data["programmes"][1]["measures"]] == ["1.2", "1.1"]
