"""The filters of --measure, --only and --reason: they choose what is listed, never what is counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plancmp.alignment.result import CommitmentResult, MeasureResult, ProgrammeResult, Reason, Verdict
from plancmp.cli.errors import UnknownMeasureError, UnknownValueError
from plancmp.cli.language import Language
from plancmp.cli.messages import CATALOGUE


class Filters(NamedTuple):
    """The filters in force; an empty one lets everything through.

    Verdicts and reasons reach commitments: a measure is shown for any of its commitments that passes, whatever
    the verdict on the measure itself, and for that verdict too.
    """

    measures: tuple[str, ...] = ()
    only: tuple[Verdict, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def reaches_commitments(self) -> bool:
        """Whether a filter asks for certain commitments."""
        return bool(self.only or self.reasons)

    def names(self, measure: MeasureResult) -> bool:
        """Whether --measure lets this measure through."""
        return not self.measures or measure.id in self.measures

    def of(self, programme: ProgrammeResult) -> tuple[MeasureResult, ...]:
        """The measures of a programme that are shown."""
        return tuple(measure for measure in programme.measures if self.shows(measure))

    def shows(self, measure: MeasureResult) -> bool:
        """Whether every filter lets this measure through."""
        return self.names(measure) and (self._takes_whole(measure) or bool(self._chosen(measure)))

    def commitments_of(self, measure: MeasureResult) -> tuple[CommitmentResult, ...]:
        """The commitments listed of a measure that is shown; all where its own verdict alone lets it through."""
        return self._chosen(measure) or measure.commitments

    def lists(self, measure: MeasureResult, commitment: CommitmentResult) -> bool:
        """Whether this commitment of this measure is listed."""
        return self.shows(measure) and commitment in self.commitments_of(measure)

    def takes(self, verdict: Verdict, reasons: Iterable[Reason], within: Verdict) -> bool:
        """Whether a commitment passes that has this verdict and these reasons, in a measure of the verdict `within`."""
        if not self.reasons:
            return not self.only or verdict in self.only
        found = [reason for reason in reasons if reason in self.reasons]
        return any(not self.only or {reason.verdict, within} & {*self.only} for reason in found)

    def _takes_whole(self, measure: MeasureResult) -> bool:
        return not self.reasons and (not self.only or measure.verdict in self.only)

    def _chosen(self, measure: MeasureResult) -> tuple[CommitmentResult, ...]:
        return tuple(
            each
            for each in measure.commitments
            if self.takes(each.verdict, each.gap_reasons, measure.verdict)
        )


def parse_filters(
    measures: Iterable[str] | None, only: Iterable[str] | None, reasons: Iterable[str] | None = None
) -> Filters:
    """The filters as typed.

    Raises:
        UnknownValueError: there is no such verdict or reason.
    """
    return Filters(
        tuple(measures or ()),
        tuple(Verdict(_known("--only", value, "verdict", Verdict)) for value in only or ()),
        tuple(Reason(_known("--reason", value, "reason", Reason)) for value in reasons or ()),
    )


def failing_verdicts(value: str | None) -> frozenset[Verdict]:
    """The verdicts that `--fail-on` turns the exit code to 1 for: the one it names and any worse one.

    Raises:
        UnknownValueError: it is none that can fail.
    """
    if value is None:
        return frozenset()
    worst_last = (Verdict.WEAKENED, Verdict.OMITTED)
    named = Verdict(_known("--fail-on", value, "verdict", worst_last))
    return frozenset(worst_last[worst_last.index(named) :])


def typed_values(family: str, values: Iterable[str], language: Language) -> list[str]:
    """What can be typed for values of a family: their Chinese names in Chinese, else the values."""
    if language is not Language.CHINESE:
        return list(map(str, values))
    return [CATALOGUE[f"{family}.{value}"][0] for value in values]


def _known(option: str, value: str, family: str, values: Iterable[str]) -> str:
    """A value by its id or its Chinese name; target-lowered is as good as target_lowered."""
    spelled, known = value.strip().lower().replace("-", "_"), tuple(map(str, values))
    names = {name: each for each in known for name in (each, CATALOGUE[f"{family}.{each}"][0])}
    if spelled in names:
        return names[spelled]
    from difflib import get_close_matches

    near = dict.fromkeys(names[name] for name in get_close_matches(spelled, names))
    raise UnknownValueError(option, value, family, tuple(near) or known)


def require_measures(wanted: Iterable[str], known: Sequence[str], plan: str) -> None:
    """Raise UnknownMeasureError for the first wanted id that the plan so named does not know."""
    from plancmp.plans.faults import excerpt

    for measure in wanted:
        if measure not in known:
            raise UnknownMeasureError(excerpt(measure), plan, _nearest(measure, known))


def _nearest(wanted: str, known: Sequence[str]) -> tuple[str, ...]:
    """Up to three known ids, those of the same or a neighbouring programme first; sections are near sections."""
    place = _place(wanted)
    return tuple(
        sorted(known, key=lambda measure: [abs(a - b) for a, b in zip(_place(measure), place, strict=True)])[
            :3
        ]
    )


def _place(measure: str) -> tuple[int, int]:
    if measure.startswith("S"):
        return -1_000_000, int(measure[1:10]) if measure[1:].isdecimal() else 1
    # A number of hundreds of digits is far from any measure, however far.
    numbers = [int(part[:9]) if part.isdecimal() else 1 for part in measure.split(".")[:2]]
    return numbers[0], numbers[1] if len(numbers) > 1 else 1
