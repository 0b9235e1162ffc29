"""The files that decisions are kept in: one a plan, in a folder beside the work.

Most runs have none; what reads them is imported when there is one.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from plancmp.alignment.result import Comparison
    from plancmp.plans.decisions.model import Decision, Decisions
    from plancmp.plans.model import Plan

DEFAULT_FOLDER = Path("decisions")


def decisions_file(folder: Path | None, plan_id: str) -> Path:
    """The file that has the decisions on a plan."""
    return (folder or DEFAULT_FOLDER) / f"{plan_id}.yaml"


def kept_decisions(
    folder: Path | None, reference: Plan, plan: Plan, *, trusting: bool = False
) -> tuple[Decision, ...] | None:
    """What is decided of a pair in a folder; None where there is no file on it.

    Proposals of models are as good as decisions to one who is `trusting`, where no person has decided.

    Raises:
        InvalidPlan: the file has faults.
    """
    path = decisions_file(folder, plan.id)
    if not path.is_file():
        return None
    from plancmp.plans.decisions.reading import load_decisions

    decisions = load_decisions(path).decisions
    if (decisions.reference, decisions.plan) != (reference.id, plan.id):
        return None
    if not trusting:
        return decisions.entries
    from plancmp.alignment.consultation.proposals import trust_proposals

    return trust_proposals(decisions.entries)


class Heeded(NamedTuple):
    """Which decisions count.

    Attributes:
        folder: where they lie; the default's for None.
        computed: none of them: the tool's own verdicts are wanted.
        trusting: proposals of models as well, where no person has decided.
    """

    folder: Path | None = None
    computed: bool = False
    trusting: bool = False


def heeded_decisions(reference: Plan, plan: Plan, heeded: Heeded) -> tuple[Decision, ...] | None:
    """The decisions on a pair that count; None where there are none.

    Raises:
        InvalidPlan: the file of decisions has faults.
    """
    if heeded.computed:
        return None
    return kept_decisions(heeded.folder, reference, plan, trusting=heeded.trusting)


def apply_kept(comparison: Comparison, reference: Plan, plan: Plan, heeded: Heeded) -> Comparison:
    """The comparison with what is decided in a folder; as it was where nothing is.

    Raises:
        InvalidPlan: the file of decisions has faults.
    """
    entries = heeded_decisions(reference, plan, heeded)
    if entries is None:
        return comparison
    from plancmp.alignment.decisions import apply_decisions

    return apply_decisions(comparison, entries, reference, plan)


class DecisionKeeper:
    """Keeps the decisions on one plan in their file, whole after every change.

    Args:
        folder: where the file lies; the default's for None.
        reference: the plan compared against.
        plan: the plan judged.

    Attributes:
        path: the file.
        decisions: what it held at first.

    Raises:
        InvalidPlan: the file has faults.
        CommandError: it is of another pair.
    """

    def __init__(self, folder: Path | None, reference: Plan, plan: Plan) -> None:
        from plancmp.cli.errors import CommandError
        from plancmp.plans.decisions.model import no_decisions
        from plancmp.plans.decisions.reading import load_decisions

        self.path = decisions_file(folder, plan.id)
        self._text = ""
        self.decisions = no_decisions(reference.id, plan.id)
        if self.path.exists():
            file = load_decisions(self.path)
            self._text, self.decisions = file.text, file.decisions
        pair = {"plan": self.decisions.plan, "reference": self.decisions.reference}
        if pair != {"plan": plan.id, "reference": reference.id}:
            raise CommandError("error.decisions_of_others", path=self.path, **pair)

    def keep(self, decisions: Decisions) -> None:
        """Write all decisions; what did not change stays as it stands in the file.

        What somebody else has put into the file meanwhile stays there, too.

        Raises:
            InvalidPlan: the file has been changed meanwhile and has faults now.
            OutputError: the file cannot be written; it is then as it was.
        """
        from plancmp.cli.errors import OutputError
        from plancmp.cli.output import write_output
        from plancmp.plans.decisions.merging import merge_entries
        from plancmp.plans.decisions.reading import load_decisions
        from plancmp.plans.decisions.writing import dump_decisions

        if self.path.exists() and (file := load_decisions(self.path)).text != self._text:
            entries = merge_entries(file.decisions.entries, decisions.entries)
            decisions = decisions.model_copy(update={"entries": entries})
            self._text = file.text
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(self.path, error.strerror or str(error)) from error
        self._text = dump_decisions(decisions, self._text)
        write_output(self._text, self.path)
