"""How a result is shown: the one value a format gets beside the result itself."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from plancmp.alignment.result import CommitmentResult, MeasureResult, PlanHeader
from plancmp.cli.filters import Filters
from plancmp.cli.messages import Words
from plancmp.cli.views.glosses import knowing

if TYPE_CHECKING:
    from plancmp.cli.places import Places
    from plancmp.cli.views.placed import Wordings


class RenderOptions(NamedTuple):
    """How to show a result.

    Attributes:
        say: the words of the language chosen.
        filters: the filters in force.
        verbose: whether commitments are shown with their evidence.
        width: cells a terminal line may take.
        colour: whether the terminal view is coloured.
        places: where the quotes of each plan are looked up, by its id; no place is told of a plan that is not in it.
        wordings: how witnesses word the reference, for JSON.
    """

    say: Words
    filters: Filters = Filters()
    verbose: bool = False
    width: int = 80
    colour: bool = False
    places: Mapping[str, Places] = MappingProxyType({})
    wordings: Wordings | None = None

    def knowing(self, *headers: PlanHeader | None) -> RenderOptions:
        """The same options with words that know the glosses of these documents."""
        return self._replace(say=knowing(self.say, *headers))

    @property
    def shows_additions(self) -> bool:
        """Whether each addition is listed: with -v, unless a filter asks for certain measures only."""
        return self.verbose and self.filters == Filters()

    def commitments_below(self, measure: MeasureResult) -> tuple[CommitmentResult, ...]:
        """The commitments told below a measure: all of them with -v, else those that a filter asks for."""
        if self.verbose:
            return measure.commitments
        return self.filters.commitments_of(measure) if self.filters.reaches_commitments else ()
