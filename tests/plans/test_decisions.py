"""Decisions: a file made for git, kept as people left it; several readers' files put together."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from plancmp.plans.checks import check_file
from plancmp.plans.decisions.binding import (
    Doubt,
    asked_of_commitment,
    asked_of_measure,
    doubt_about,
    texts_of,
)
from plancmp.plans.decisions.merging import merge_entries, standing_of, with_decision, without_decision
from plancmp.plans.decisions.model import Decision, Decisions, Quote, no_decisions
from plancmp.plans.decisions.reading import holds_decisions, load_decisions
from plancmp.plans.decisions.writing import dump_decisions
from plancmp.plans.faults import FaultKind, InvalidPlan
from plancmp.plans.library import Library
from plancmp.plans.model import CommitmentTarget
from plancmp.plans.reading import load_plan

QUOTE = Quote(measure="1.2", text="力争技改投资年均增长6%以上")
ASKED, READ = "sha256:" + "a" * 12, "sha256:" + "b" * 12


def entry(commitment: str | None = "1.2.1", **changed: Any) -> Decision:
    """A decision on a commitment."""
    return Decision(
        **{
            "commitment": commitment,
            "asked": ASKED,
            "verdict": "adopted",
            "quotes": (QUOTE,),
            "read": READ,
            "computed": "weakened",
            "by": "analyst",
            "at": "2026-11-26",
        }
        | changed
    )


def decisions(*entries: Decision) -> Decisions:
    return no_decisions("shandong", "yicheng").model_copy(update={"entries": entries})


def read_back(text: str, folder: Path) -> Decisions:
    path = folder / "yicheng.yaml"
    path.write_text(text, encoding="utf-8")
    return load_decisions(path).decisions


class TestTheFile:
    def test_what_is_written_is_read_back(self, tmp_path: Path) -> None:
        given = decisions(
            entry(None, measure="1.1", verdict="omitted", quotes=(), note="无"),
            entry(verdict="weakened", reasons=("partial_match",), note="两行\n# 不是注释"),
            entry("1.2.10", by="model:小", status="proposed"),
        )
        assert read_back(dump_decisions(given), tmp_path) == given
        assert holds_decisions(tmp_path / "yicheng.yaml")

    def test_none_yet(self, tmp_path: Path) -> None:
        assert read_back(dump_decisions(decisions()), tmp_path) == decisions()

    def test_entries_stand_by_id_and_reader(self) -> None:
        given = decisions(entry("1.10.1"), entry("1.2.10"), entry("1.2.9", by="乙"), entry("1.2.9", by="甲"))
        written = [line.split(": ")[1] for line in dump_decisions(given).splitlines() if "- commit" in line]
        assert written == ["1.2.9", "1.2.9", "1.2.10", "1.10.1"]

    def test_one_decision_more_changes_its_own_lines_alone(self) -> None:
        before = dump_decisions(decisions(entry("1.1.1"), entry("1.3.1")))
        after = dump_decisions(decisions(entry("1.1.1"), entry("1.2.1"), entry("1.3.1")), before)
        start = after.index("  - commitment: 1.2.1")
        end = after.index("  - commitment: 1.3.1")
        assert after[:start] + after[end:] == before

    def test_what_people_wrote_between_stays(self, tmp_path: Path) -> None:
        by_hand = (
            "# 第一轮复核\n"
            + dump_decisions(decisions(entry("1.1.1"), entry("1.2.1")))
            .replace("  - commitment: 1.2.1", "  # 会上讨论过\n  - commitment: 1.2.1")
            .replace(
                "    quotes:\n      - measure: '1.2'\n        text: 力",
                "    quotes: [{measure: '1.2', text: 力",
            )
            .replace("年均增长6%以上\n", "年均增长6%以上}]\n")
            + "# 完\n"
        )
        given = read_back(by_hand, tmp_path)
        changed = with_decision(given, entry(verdict="weakened", reasons=("partial_match",)))
        written = dump_decisions(changed, by_hand)
        assert read_back(written, tmp_path) == changed
        assert written.startswith("# 第一轮复核\n")
        assert written.endswith("# 完\n")
        assert "  # 会上讨论过\n  - commitment: 1.2.1\n" in written
        assert written.count("quotes: [{measure") == 1  # as it was laid out, where nothing changed

    def test_a_head_without_entries_keeps_its_comments(self) -> None:
        before = "# 头\n" + dump_decisions(decisions())
        assert dump_decisions(decisions(entry()), before).startswith("# 头\nschema")

    @pytest.mark.parametrize("before", ["{schema: plancmp/decisions/1, entries: []}", "entries: [", "x: 1\n"])
    def test_a_file_in_another_layout_is_written_anew(self, before: str) -> None:
        assert dump_decisions(decisions(entry()), before) == dump_decisions(decisions(entry()))

    def test_faults_have_file_and_line(self, tmp_path: Path) -> None:
        path = tmp_path / "yicheng.yaml"
        path.write_text(
            dump_decisions(decisions(entry())).replace("verdict: adopted", "verdict: adoptd"), "utf-8"
        )
        with pytest.raises(InvalidPlan) as raised:
            load_decisions(path)
        assert [(fault.line, fault.path, fault.kind) for fault in raised.value.faults] == [
            (7, "entries[0].verdict", FaultKind.BAD_CHOICE)
        ]

    @pytest.mark.parametrize(
        ("changed", "path", "kind"),
        [
            ({"verdict": "weakened"}, "entries[0]", FaultKind.MISSING_KEY),
            ({"quotes": ()}, "entries[0]", FaultKind.MISSING_KEY),
            ({"by": "model:x"}, "entries[0].status", FaultKind.BAD_CHOICE),
            ({"at": "2026-13-01"}, "entries[0].at", FaultKind.BAD_DATE),
            (
                {"verdict": "weakened", "reasons": ("commitment_omitted",)},
                "entries[0].reasons[0]",
                FaultKind.BAD_CHOICE,
            ),
        ],
    )
    def test_what_cannot_be_applied_is_a_fault(
        self, changed: dict[str, Any], path: str, kind: FaultKind, tmp_path: Path
    ) -> None:
        file = tmp_path / "yicheng.yaml"
        file.write_text(dump_decisions(decisions(entry(**changed))), "utf-8")
        assert (path, kind) in [(fault.path, fault.kind) for fault in check_file(file, Library())]


class TestReaders:
    def test_those_who_agree_hold(self) -> None:
        both = (entry(), entry(by="王"))
        assert standing_of(both).agreed == {"1.2.1": both}

    def test_those_who_differ_are_told_and_hold_up_nothing_else(self) -> None:
        differing = (entry(), entry(by="王", verdict="omitted", quotes=()))
        standing = standing_of((*differing, entry("1.1.1")))
        assert standing.contradicting == {"1.2.1": differing}
        assert list(standing.agreed) == ["1.1.1"]

    def test_other_reasons_are_another_word(self) -> None:
        weakened = {"verdict": "weakened"}
        given = (
            entry(**weakened, reasons=("partial_match",)),
            entry(**weakened, by="王", reasons=("target_lowered",)),
        )
        assert standing_of(given).contradicting

    def test_of_one_reader_the_latest_counts(self) -> None:
        later = entry(verdict="omitted", quotes=(), at="2026-11-27")
        assert standing_of((later, entry())).agreed == {"1.2.1": (later,)}

    def test_a_proposal_is_no_decision(self) -> None:
        proposal = entry(by="model:x", status="proposed", verdict="omitted", quotes=())
        standing = standing_of((entry(), proposal))
        assert (standing.agreed, standing.proposed) == ({"1.2.1": (entry(),)}, {"1.2.1": (proposal,)})

    def test_files_put_together(self) -> None:
        mine, theirs = [entry("1.1.1"), entry()], [entry(), entry("1.1.2", by="王")]
        assert merge_entries(mine, theirs) == (entry("1.1.1"), entry("1.1.2", by="王"), entry())

    def test_a_new_word_replaces_the_readers_own_and_no_other(self) -> None:
        given = decisions(entry(), entry(by="王"))
        changed = with_decision(given, entry(verdict="omitted", quotes=()))
        assert [(each.by, each.verdict) for each in changed.entries] == [
            ("analyst", "omitted"),
            ("王", "adopted"),
        ]
        assert without_decision(changed, "1.2.1", "analyst").entries == (entry(by="王"),)

    def test_two_reviewers_branches_are_merged_by_git(self, tmp_path: Path) -> None:
        def git(*arguments: str) -> str:
            identity = ("-c", "user.name=x", "-c", "user.email=x@x")
            done = subprocess.run(
                ["git", *identity, *arguments], cwd=tmp_path, check=True, capture_output=True, text=True
            )
            return done.stdout

        def decide(*entries: Decision) -> None:
            path = tmp_path / "yicheng.yaml"
            before = path.read_text("utf-8") if path.exists() else ""
            path.write_text(dump_decisions(decisions(*entries), before), "utf-8")
            git("add", ".")
            git("commit", "-q", "-m", "x")

        first = [entry(f"{number}.1.1") for number in (1, 3, 5)]
        git("init", "-q", "-b", "main")
        decide(*first)
        git("checkout", "-q", "-b", "other")
        decide(*first, entry("2.1.1", by="王"))
        git("checkout", "-q", "main")
        decide(*first, entry("4.1.1"))
        git("merge", "-q", "--no-edit", "other")
        merged = load_decisions(tmp_path / "yicheng.yaml").decisions
        assert [each.item for each in merged.entries] == ["1.1.1", "2.1.1", "3.1.1", "4.1.1", "5.1.1"]


class TestBinding:
    def test_a_decision_holds_until_a_word_changes(self, library: Library) -> None:
        reference, plan = (load_plan(library.directory / f"{name}.yaml") for name in ("shandong", "yicheng"))
        commitment = next(each for each in reference.commitments if each.id == "1.2.1")
        asked, texts = asked_of_commitment(commitment.text, commitment.target), texts_of(plan)
        bound = entry(asked=asked, read=texts.read_of([QUOTE]))
        assert doubt_about(bound, asked, texts) is None
        other = asked_of_commitment(commitment.text, CommitmentTarget(indicator="技改投资", value="7%以上"))
        assert doubt_about(bound, other, texts) is Doubt.ASKED
        changed = texts_of(_with_text(plan, "1.2", lambda text: text.replace("力争", "有条件的力争")))
        assert doubt_about(bound, asked, changed) is Doubt.READ

    def test_an_omission_rests_on_the_whole_text_in_any_order(self, library: Library) -> None:
        plan = load_plan(library.directory / "yicheng.yaml")
        texts = texts_of(plan)
        omission = entry(verdict="omitted", quotes=(), read=texts.read_of([]))
        programme = plan.programmes[0]
        turned = programme.model_copy(update={"measures": programme.measures[::-1]})
        assert (
            doubt_about(omission, ASKED, texts_of(plan.model_copy(update={"programmes": (turned,)}))) is None
        )
        assert doubt_about(omission, ASKED, texts_of(_with_text(plan, "1.4", lambda text: text + "新增。")))

    def test_a_quote_holds_wherever_it_stands_now(self, library: Library) -> None:
        plan = load_plan(library.directory / "yicheng.yaml")
        bound = entry(read=texts_of(plan).read_of([QUOTE]))
        moved = texts_of(
            _with_text(_with_text(plan, "1.2", lambda _: "别的。"), "1.4", lambda text: text + QUOTE.text)
        )
        assert moved.place_of(QUOTE) == "1.4"
        assert doubt_about(bound, ASKED, moved) is Doubt.READ  # its sentence was longer

    def test_a_measure_asks_its_title_and_commitments(self, library: Library) -> None:
        measure = next(iter(load_plan(library.directory / "shandong.yaml").measures))
        assert asked_of_measure(measure) != asked_of_measure(measure.model_copy(update={"title": "别的"}))
        assert asked_of_measure(measure) != asked_of_measure(measure.model_copy(update={"commitments": ()}))


def _with_text(plan: Any, identity: str, change: Any) -> Any:
    programmes = tuple(
        programme.model_copy(
            update={
                "measures": tuple(
                    measure.model_copy(update={"text": change(measure.text)})
                    if measure.id == identity
                    else measure
                    for measure in programme.measures
                )
            }
        )
        for programme in plan.programmes
    )
    return plan.model_copy(update={"programmes": programmes})
