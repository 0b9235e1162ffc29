"""The views of a comparison: what each shows, and that the terminal view keeps its columns."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import jsonschema
import pyte
import pytest
from rich.cells import cell_len

from plancmp.alignment.result import CaveatCode, Change, Comparison, Passage, Reason, TargetChange, Verdict
from plancmp.cli.filters import Filters
from plancmp.cli.language import Language
from plancmp.cli.messages import Words
from plancmp.cli.render import Format, renderer
from plancmp.cli.theme import SYMBOLS
from plancmp.cli.views.comparison import comparison_document
from plancmp.cli.views.reasons import describe_target
from plancmp.cli.views.render_options import RenderOptions
from tests.cli.word_files import shown
from tools import contract

CHINESE, ENGLISH = Words(Language.CHINESE), Words(Language.ENGLISH)
SCHEMA = contract.SCHEMA_FILE


def render(comparison: Comparison, view: RenderOptions, output_format: Format = Format.TABLE) -> str:
    return shown(renderer(output_format)(comparison_document(comparison, view), view))


@pytest.mark.parametrize("say", [CHINESE, ENGLISH])
@pytest.mark.parametrize("width", [50, 80, 120])
@pytest.mark.parametrize("verbose", [False, True])
def test_no_line_is_wider_than_the_terminal(
    comparison: Comparison, say: Words, width: int, verbose: bool
) -> None:
    for line in render(comparison, RenderOptions(say, verbose=verbose, width=width)).splitlines():
        assert cell_len(line) <= width, line
        assert line == line.rstrip()


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("colour", [False, True])
def test_columns_stand_in_line_on_a_real_terminal(comparison: Comparison, width: int, colour: bool) -> None:
    screen = pyte.Screen(width, 60)
    stream = pyte.Stream(screen)
    stream.feed(render(comparison, RenderOptions(CHINESE, width=width, colour=colour)).replace("\n", "\r\n"))
    # A wide character fills its cell and an empty one: the cells of one column have one index.
    rows = {row: screen.buffer[row] for row in range(60)}
    measures = [row for row in rows.values() if row[1].data in SYMBOLS.values() and row[2].data == " "]
    head = next(row for row in rows.values() if row[3].data == "判")
    assert len(measures) == 3
    column_of_matches = next(cell for cell in range(width) if head[cell].data == "对")
    starts = ["".join(row[column_of_matches + cell].data for cell in range(3)) for row in measures]
    assert starts == ["1.1", "1.2", "-  "]
    column_of_reasons = next(cell for cell in range(width) if head[cell].data == "主")
    assert [row[column_of_reasons].data for row in measures] == [" ", "目", "唯"]
    assert {row[1].fg for row in measures} == ({"green", "brown", "red"} if colour else {"default"})


def test_verdicts_are_told_apart_without_colour(comparison: Comparison) -> None:
    text = render(comparison, RenderOptions(CHINESE))
    assert "\x1b" not in text
    assert len(set(SYMBOLS.values())) == len(Verdict)
    for verdict in ("✓ 采纳  1.1", "~ 弱化  1.2", "✗ 缺失  3.2"):
        assert verdict in text


def test_the_decisive_reason_is_given_in_words(comparison: Comparison) -> None:
    wide = RenderOptions(CHINESE, width=160)
    lowered = "目标降低：关键业务环节全面数字化率 80%以上→40%左右"
    assert f"{lowered}；另有缺失 1、强化 1" in render(comparison, wide)
    assert "唯一承诺缺失" in render(comparison, wide)
    whole = (
        f"{lowered}；缺失 1/3：优选部分企业组织开展制造业企业“一对一”诊断服务；强化：技改投资年均增长6%以上"
    )
    assert whole in render(comparison, wide, Format.MARKDOWN)
    english = render(comparison, wide._replace(say=ENGLISH))
    assert (
        "target lowered: 关键业务环节全面数字化率 80%以上→40%左右; also omitted 1, strengthened 1" in english
    )


def lenient(comparison: Comparison) -> Comparison:
    """The same with measure 1.2 adopted, as a roll-up may have it though a number fell."""
    first, *others = comparison.programmes
    measure = first.measures[1]._replace(verdict=Verdict.ADOPTED, reasons=())
    return comparison._replace(programmes=(first._replace(measures=(first.measures[0], measure)), *others))


@pytest.mark.parametrize("say", [CHINESE, ENGLISH])
@pytest.mark.parametrize("width", [50, 80, 120])
def test_no_weakening_hides_inside_an_adopted_measure(comparison: Comparison, say: Words, width: int) -> None:
    lines = render(lenient(comparison), RenderOptions(say, width=width)).splitlines()
    head = next(line for line in lines if say("diff.reason")[:2] in line)
    start = cell_len(head[: head.index(say("diff.reason")[:2])])
    first = next(place for place, line in enumerate(lines) if "1.2  " in line)
    told = "".join(right_of(line, start) for line in lines[first : lines.index("", first)])
    assert "关键业务环节全面数字化率" in told
    assert "80%以上→40%左右" in told


def right_of(line: str, start: int) -> str:
    """What stands right of so many cells, without spaces: words that were wrapped read on."""
    place = next((place for place in range(len(line)) if cell_len(line[:place]) >= start), len(line))
    return line[place:].replace(" ", "")


@pytest.mark.parametrize("output_format", [Format.TABLE, Format.MARKDOWN, Format.CSV])
def test_a_filter_prints_the_commitments_it_finds_with_their_evidence(
    comparison: Comparison, output_format: Format
) -> None:
    for filters in (Filters(only=(Verdict.WEAKENED,)), Filters(reasons=(Reason.TARGET_LOWERED,))):
        text = render(lenient(comparison), RenderOptions(CHINESE, filters, width=120), output_format)
        assert "规模以上工业企业关键业务环节全面数字化率达到40%左右" in text
        assert "力争技改投资年均增长6%以上" not in text
        assert "积极推进水权交易" not in text


def test_json_names_the_gravest_change_of_every_measure(comparison: Comparison) -> None:
    data = json.loads(render(lenient(comparison), RenderOptions(CHINESE), Format.JSON))
    gravest = [each["gravest"] for programme in data["programmes"] for each in programme["measures"]]
    assert gravest[0] is None
    assert gravest[1] == {
        "commitment": "1.2.2",
        "reason": "target_lowered",
        "central": False,
        "targets": [
            {
                "indicator": "关键业务环节全面数字化率",
                "reference": "80%以上",
                "plan": "40%左右",
                "change": "lower",
            }
        ],
    }
    assert (gravest[2]["reason"], gravest[2]["central"]) == ("commitment_omitted", True)


def test_a_passage_that_is_far_off_is_no_proof_and_not_shown(comparison: Comparison) -> None:
    measure = comparison.programmes[1].measures[0]
    far = measure.commitments[0]._replace(nearest=(Passage("6.3", "推进黄河流域生态保护", 0.04),))
    programme = comparison.programmes[1]._replace(measures=(measure._replace(commitments=(far,)),))
    changed = comparison._replace(programmes=(programme,))
    for output_format in (Format.TABLE, Format.MARKDOWN):
        text = render(changed, RenderOptions(CHINESE, verbose=True, width=120), output_format)
        assert "全文未见" in text
        assert "0.04" not in text
    assert "黄河" not in render(changed, RenderOptions(CHINESE), Format.CSV)


@pytest.mark.parametrize(
    ("reference", "plan", "told"),
    [
        ("", "", "集群数量：参照无统一数值，本地未提"),
        ("", "3个", "集群数量：参照无统一数值，本地 3个（不可比）"),
        ("5个", "", "集群数量：参照 5个，本地未提"),
        ("5个", "3个", "集群数量：参照 5个，本地 3个（不可比）"),
    ],
)
def test_a_target_with_a_side_missing_is_told_without_dashes(reference: str, plan: str, told: str) -> None:
    change = Change.NOT_COMPARABLE if plan else Change.MISSING
    assert describe_target(TargetChange("集群数量", reference, plan, change), CHINESE) == told


def test_the_frame_names_documents_figures_and_caveats(comparison: Comparison) -> None:
    text = render(comparison, RenderOptions(CHINESE, width=120))
    assert "鲁政字〔2023〕209号  2023-11-11  重构" in text
    assert "峄政字〔2024〕11号  2024-12-31" in text
    assert "措施             3  ✓ 采纳 1    ~ 弱化 1    ✗ 缺失 1" in text
    assert "覆盖率       50.0%" in text
    assert "独立覆盖率   50.0%" in text
    assert "新增             1" in text
    assert text.count("\n - ") == len(comparison.caveats)


def test_verbose_shows_each_commitment_with_the_local_text(comparison: Comparison) -> None:
    text = render(comparison, RenderOptions(CHINESE, verbose=True, width=120))
    assert "✓ 1.2.1  技改投资年均增长6%以上" in text
    assert "1.2 「力争技改投资年均增长6%以上」" in text
    assert "最近 1.2（0.31）「组织企业开展两化融合和数字化转型自评估自诊断」" in text
    assert "目标降低：关键业务环节全面数字化率 80%以上→40%左右；不计入独立覆盖率" in text
    assert "全文未见" in text
    assert "1.6 「加快电动汽车充电基础设施项目建设」" in text


def test_additions_are_listed_only_when_no_filter_is_in_force(comparison: Comparison) -> None:
    filtered = RenderOptions(CHINESE, Filters(measures=("1.2",)), verbose=True)
    for output_format in (Format.TABLE, Format.MARKDOWN):
        assert "加快电动汽车充电" not in render(comparison, filtered, output_format)


def test_markdown_holds_the_same_findings(comparison: Comparison) -> None:
    text = render(comparison, RenderOptions(CHINESE, verbose=True), Format.MARKDOWN)
    assert text.startswith("# 峄城区对照山东省\n")
    assert "## 1 产业升级优势再造工程" in text
    assert "| ~ 弱化 | 1.2 推动传统产业技改升级 | 1.2、1.6 |" in " ".join(text.split())
    assert "- 覆盖率 **50.0%**" in text
    assert "  - 最近 1.2（0.31）「组织企业开展两化融合和数字化转型自评估自诊断」" in text


def test_csv_has_one_row_a_commitment(comparison: Comparison) -> None:
    rows = list(csv.DictReader(io.StringIO(render(comparison, RenderOptions(ENGLISH), Format.CSV))))
    assert [row["Commitment"] for row in rows] == ["1.1.1", "1.2.1", "1.2.2", "1.2.3", "3.2.1"]
    assert [row["Verdict"] for row in rows] == ["adopted", "adopted", "weakened", "omitted", "omitted"]
    assert rows[2]["Local evidence"] == "1.2 规模以上工业企业关键业务环节全面数字化率达到40%左右"


def test_json_keeps_the_published_contract(comparison: Comparison) -> None:
    data = json.loads(render(comparison, RenderOptions(ENGLISH), Format.JSON))
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)
    assert order(data) == CONTRACT


def test_the_terms_in_the_contract_are_those_of_the_code() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == contract.schema_text(), "run: make schemas"


def test_json_rounds_scores_to_four_places_and_nothing_else(comparison: Comparison) -> None:
    data = json.loads(render(comparison, RenderOptions(CHINESE), Format.JSON))
    commitment = data["programmes"][0]["measures"][1]["commitments"][0]
    assert commitment["score"] == commitment["evidence"][0]["score"] == 0.9877
    assert commitment["targets"] == [
        {"indicator": "技改投资年均增长", "reference": "6%以上", "plan": "6%以上", "change": "equal"}
    ]
    assert data["summary"]["coverage"] == 0.5


def test_json_is_the_same_in_both_languages_but_for_its_notes(comparison: Comparison) -> None:
    chinese, english = (
        json.loads(render(comparison, RenderOptions(say), Format.JSON)) for say in (CHINESE, ENGLISH)
    )
    assert chinese.pop("notes") != english.pop("notes")
    words, meant = chinese.pop("caveats"), english.pop("caveats")
    assert (
        [caveat["code"] for caveat in words]
        == [caveat["code"] for caveat in meant]
        == [*map(str, CaveatCode)]
    )
    assert [caveat["text"] for caveat in words] != [caveat["text"] for caveat in meant]
    assert chinese == english


def test_a_measure_without_matches_must_be_omitted_says_the_schema(comparison: Comparison) -> None:
    data = json.loads(render(comparison, RenderOptions(CHINESE), Format.JSON))
    data["programmes"][0]["measures"][0]["matches"] = []
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, json.loads(SCHEMA.read_text(encoding="utf-8")))


def order(value: Any) -> Any:
    """The fields in order, down to the longest item of each list."""
    if isinstance(value, dict):
        return {key: order(item) for key, item in value.items()}
    if isinstance(value, list):
        shapes = [order(item) for item in value]
        return max(shapes, key=lambda shape: len(str(shape)), default=[])
    return None


COUNTS = dict.fromkeys(["adopted", "weakened", "omitted"])
PASSAGE = dict.fromkeys(["measure", "quote", "score"])
COMMITMENT: dict[str, Any] = {
    **dict.fromkeys(
        [
            "id",
            "text",
            "verdict",
            "theme",
            "strengthened",
            "independent",
            "central",
            "basis",
            "score",
            "confidence",
        ]
    ),
    "reasons": None,
    "evidence": PASSAGE,
    "nearest": [],
    "targets": dict.fromkeys(["indicator", "reference", "plan", "change"]),
}
MEASURE: dict[str, Any] = {
    **dict.fromkeys(["id", "title", "verdict", "score", "confidence", "reasons"]),
    "gravest": {
        **dict.fromkeys(["commitment", "reason", "central"]),
        "targets": dict.fromkeys(["indicator", "reference", "plan", "change"]),
    },
    "matches": dict.fromkeys(["id", "title", "score"]),
    "commitments": COMMITMENT,
}
CONTRACT: dict[str, Any] = {
    "schema": None,
    "reference": dict.fromkeys(["id", "name", "title", "document_number", "issued", "basis"]),
    "plan": dict.fromkeys(["id", "name", "title", "document_number", "issued"]),
    "notes": None,
    "caveats": dict.fromkeys(["code", "text"]),
    "summary": {
        "measures": None,
        **COUNTS,
        "commitments": {"total": None, **COUNTS, "independent": None},
        "coverage": None,
        "coverage_independent": None,
    },
    "programmes": {"number": None, "title": None, **COUNTS, "measures": MEASURE},
    "additions": {"measure": None, "quote": None},
}
