"""The model of a decisions file: what was decided of one plan against one reference, as frozen values."""

# Annotations are read when the classes are made; as strings (from __future__) each would be parsed once more.

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from plancmp.plans.decisions.fingerprints import FINGERPRINT
from plancmp.plans.model import CommitmentId, IsoDate, MeasureId, PlanId, Text

SCHEMA: Literal["plancmp/decisions/1"] = "plancmp/decisions/1"
MODEL = "model:"
"""What the name of a language model begins with, where a person's stands otherwise."""

DecidedVerdict = Literal["adopted", "weakened", "omitted"]
DecidedReason = Literal[
    "partial_match",
    "target_lowered",
    "target_dropped",
    "deadline_later",
    "obligation_softened",
    "made_conditional",
    "commitment_omitted",
]
Status = Literal["decided", "proposed"]
Fingerprint = Annotated[str, Field(pattern=FINGERPRINT)]
PlaceId = Annotated[str, Field(pattern=r"^([1-9]\d*\.[1-9]\d*|S[1-9]\d*)$")]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Quote(_Frozen):
    """Words of the plan, to the letter, and the measure or section they stand in."""

    measure: PlaceId
    text: Text


class Decision(_Frozen):
    """One reader's verdict on one commitment, or on one measure, of the reference.

    Attributes:
        commitment: the commitment's id; none where the verdict is on a measure.
        measure: the measure's id; none where the verdict is on a commitment.
        asked: fingerprint of what was asked: the commitment's text and target, or the measure's title and commitments.
        verdict: what became of it.
        reasons: why it is weakened; none otherwise.
        quotes: the words that carry it; none where it is omitted.
        read: fingerprint of the sentences quoted; without a quote, of the plan's whole text.
        computed: what the tool had said at the time; none where it was not asked.
        note: what the reader adds.
        by: who decided; a language model's name stands behind `model:`.
        at: the day.
        status: a language model proposes, a person decides.
    """

    commitment: CommitmentId | None = None
    measure: MeasureId | None = None
    asked: Fingerprint
    verdict: DecidedVerdict
    reasons: tuple[DecidedReason, ...] = ()
    quotes: tuple[Quote, ...] = ()
    read: Fingerprint
    computed: DecidedVerdict | None = None
    note: Text | None = None
    by: Text
    at: IsoDate
    status: Status = "decided"

    @property
    def item(self) -> str:
        """The id of the commitment or measure."""
        return self.commitment or self.measure or ""

    @property
    def said(self) -> tuple[str, frozenset[str]]:
        """What two readers must share to agree: the verdict and its reasons."""
        return self.verdict, frozenset(self.reasons)


class Decisions(_Frozen):
    """Everything that was decided of one plan against one reference; ids name both."""

    schema_: Literal["plancmp/decisions/1"] = Field(alias="schema")
    reference: PlanId
    plan: PlanId
    entries: tuple[Decision, ...] = ()

    def of(self, item: str) -> Iterator[Decision]:
        """What was said of a commitment or measure."""
        return (entry for entry in self.entries if entry.item == item)


def no_decisions(reference: str, plan: str) -> Decisions:
    """Decisions before the first."""
    return Decisions(schema=SCHEMA, reference=reference, plan=plan)


def order_of(entry: Decision) -> tuple[tuple[int, ...], str, str, str]:
    """Sorts entries: by the numbers of the id, a measure before its commitments, then by reader."""
    numbers = tuple(int(number or 0) for number in entry.item.split("."))
    return numbers, entry.by, entry.status, entry.at
