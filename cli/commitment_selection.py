"""Which commitments of a matrix of commitments and plans are listed, and which of its cells are shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from plancmp.alignment.result import Verdict
from plancmp.cli.errors import CommandError
from plancmp.cli.filters import Filters

if TYPE_CHECKING:
    from plancmp.alignment.commitment_matrix import CommitmentCell, CommitmentLine, CommitmentMatrix
    from plancmp.cli.messages import Words


class CommitmentSelection(NamedTuple):
    """What is asked for; an empty selection lets everything through.

    Attributes:
        filters: verdicts and reasons, which one and the same plan must have.
        programmes: numbers of programmes.
        agency: an agency that is named, in that plan, where the commitment is carried.
        omitted_by: the least number of counted plans that omit the commitment.
        adopted_by_none: whether no counted plan may adopt it whole.
    """

    filters: Filters = Filters()
    programmes: tuple[int, ...] = ()
    agency: str = ""
    omitted_by: int = 0
    adopted_by_none: bool = False

    def takes(self, cell: CommitmentCell) -> bool:
        """Whether what a plan made of a commitment is shown."""
        from plancmp.alignment.agencies import names_agency

        return self.filters.takes(cell.verdict, cell.reasons, cell.verdict) and (
            not self.agency or names_agency(cell.agencies, self.agency)
        )

    def lines_of(self, matrix: CommitmentMatrix) -> tuple[CommitmentLine, ...]:
        """The commitments that are listed, in the matrix' order."""
        return tuple(line for line in matrix.lines if self._lists(line, matrix))

    def _lists(self, line: CommitmentLine, matrix: CommitmentMatrix) -> bool:
        tally = matrix.tally(line)
        return (
            (not self.programmes or line.programme in self.programmes)
            and tally.omitted >= self.omitted_by
            and not (self.adopted_by_none and tally.adopted)
            and any(self.takes(row.cells[line.place]) for row in matrix.plans)
        )

    def in_words(self, say: Words) -> list[str]:
        """What is asked for beyond verdicts and reasons, in words."""
        parts = []
        if self.programmes:
            numbers = say.listed(list(map(str, self.programmes)))
            parts.append(say("filters.programmes", numbers=numbers))
        if self.agency:
            parts.append(say("filters.agency", agency=self.agency))
        if self.omitted_by:
            parts.append(say("filters.omitted_by", plans=self.omitted_by))
        if self.adopted_by_none:
            parts.append(say("filters.adopted_by_none"))
        return parts


def asks_for_commitments(selection: CommitmentSelection) -> bool:
    """Whether something is asked for that only a matrix by commitment can tell."""
    return selection != CommitmentSelection(selection.filters)


def require_programmes(wanted: Sequence[int], known: Sequence[int], plan: str) -> None:
    """Refuse the first number that is no programme of the plan so named.

    Raises:
        CommandError: there is no such programme.
    """
    for number in wanted:
        if number not in known:
            programmes = f"{min(known)}-{max(known)}"
            raise CommandError("error.unknown_programme", number=number, plan=plan, known=programmes)


def gaps_of(matrix: CommitmentMatrix, omitting: int) -> int:
    """How many commitments exactly so many of the counted plans omit."""
    return sum(matrix.tally(line).verdicts[Verdict.OMITTED] == omitting for line in matrix.lines)
