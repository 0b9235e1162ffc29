"""The arguments and options that commands share."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Generic, NamedTuple, TypeVar

import typer

from plancmp.alignment.result import Reason, Verdict
from plancmp.cli.filters import Filters, typed_values
from plancmp.cli.language import Language, language_of_locale
from plancmp.cli.messages import Words
from plancmp.cli.output import line_width, wants_colour
from plancmp.cli.render import Format, PageFormat, format_names, settle_format
from plancmp.cli.views.render_options import RenderOptions


def complete_plan(context: typer.Context, incomplete: str) -> list[str]:
    """The ids that shell completion offers for a plan: of the folders named so far, and the package's own."""
    from plancmp.cli.loading import ids_beginning_with

    return ids_beginning_with(incomplete, context.params.get("plans_directories"))


def complete_measure(context: typer.Context, incomplete: str) -> list[str]:
    """The ids of measures that shell completion offers: of the reference named so far, else of the usual one."""
    from plancmp.cli.loading import measures_beginning_with

    reference = context.params.get("reference") or context.params.get("plan") or REFERENCE
    return measures_beginning_with(incomplete, reference, context.params.get("plans_directories"))


def _beginning(family: str, values: Iterable[str], incomplete: str) -> list[str]:
    """The values, in the locale's language, that begin so."""
    offered = typed_values(family, values, language_of_locale(os.environ))
    return [value for value in offered if value.startswith(incomplete)]


ReferenceArgument = Annotated[
    str,
    typer.Argument(
        metavar="REFERENCE",
        help="The plan to compare against: id, alias or file.",
        autocompletion=complete_plan,
    ),
]
PlanArgument = Annotated[
    str, typer.Argument(metavar="PLAN", help="A plan: id, alias or file.", autocompletion=complete_plan)
]
PlansArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="PLAN", help="Plans: ids, aliases or files.", autocompletion=complete_plan),
]
REFERENCE = "province"
ReferenceOption = Annotated[
    str,
    typer.Option(
        "--reference",
        "-r",
        metavar="PLAN",
        show_default=True,
        help="The plan to compare against: id, alias or file.",
        autocompletion=complete_plan,
    ),
]
MeasureOption = Annotated[
    list[str] | None,
    typer.Option(
        "--measure",
        metavar="ID",
        help="Show only this one, e.g. 1.2 (may be repeated).",
        autocompletion=complete_measure,
    ),
]
OnlyOption = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        metavar="VERDICT",
        help="Show only what is adopted, weakened or omitted: measures, and commitments inside any measure "
        "(may be repeated).",
        autocompletion=lambda incomplete: _beginning("verdict", Verdict, incomplete),
    ),
]
ReasonOption = Annotated[
    list[str] | None,
    typer.Option(
        "--reason",
        metavar="REASON",
        help="Show only commitments with this reason (may be repeated): " + ", ".join(Reason) + ".",
        autocompletion=lambda incomplete: _beginning("reason", Reason, incomplete),
    ),
]
VerboseOption = Annotated[
    bool, typer.Option("--verbose", "-v", help="Show each commitment with the local text.")
]
FailOnOption = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        metavar="VERDICT",
        help="weakened or omitted: exit 1 if a measure or any commitment is so, or worse.",
        autocompletion=lambda incomplete: _beginning(
            "verdict", (Verdict.WEAKENED, Verdict.OMITTED), incomplete
        ),
    ),
]
BlindOption = Annotated[
    bool,
    typer.Option(
        "--blind", help="Set aside what PLAN attests as a witness of the reference: all must be found."
    ),
]
DecisionsOption = Annotated[
    Path | None,
    typer.Option(
        "--decisions",
        metavar="DIR",
        envvar="PLANCMP_DECISIONS",
        show_envvar=True,
        file_okay=False,
        help="The folder of decisions, one file a plan; decisions, in this folder, when not given.",
    ),
]
ComputedOption = Annotated[
    bool, typer.Option("--computed", help="Show the tool's own verdicts, whatever people decided.")
]
TrustProposalsOption = Annotated[
    bool,
    typer.Option(
        "--trust-proposals",
        help="Count what language models proposed (plancmp consult) where no person has decided.",
    ),
]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=f"{format_names(Format)}; the one -o FILE ends in when not given, else table.",
    ),
]
PageFormatOption = Annotated[
    PageFormat | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=f"{format_names(PageFormat)}; the one -o FILE ends in when not given, else table.",
    ),
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write to a file, whole or not at all; - is standard output."
    ),
]
LanguageOption = Annotated[
    Language | None,
    typer.Option("--lang", metavar="LANG", help=f"{' or '.join(Language)}; the locale's when not given."),
]
NoColorOption = Annotated[bool, typer.Option("--no-color", help="No colour (as with NO_COLOR set).")]
PlansDirectoriesOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--plans-dir",
        metavar="DIR",
        envvar="PLANCMP_PLANS",
        show_envvar=True,
        exists=True,
        file_okay=False,
        help="More plans: a folder of plan files (may be repeated). Its plans are added to the package's and "
        "go before them where ids are the same.",
    ),
]


AnyFormat = TypeVar("AnyFormat", bound=Format | PageFormat)


class OutputOptions(NamedTuple, Generic[AnyFormat]):
    """How and where a command puts what it has to say.

    Attributes:
        format: the output format.
        file: the file to write, None for standard output.
        say: the words of the language chosen.
        colour: whether the terminal view is coloured.
        width: cells in a line of the terminal view.
    """

    format: AnyFormat
    file: Path | None
    say: Words
    colour: bool
    width: int

    def render_options(self, filters: Filters | None = None, *, verbose: bool = False) -> RenderOptions:
        """How a format is to show a result under these options."""
        return RenderOptions(self.say, filters or Filters(), verbose, self.width, self.colour)


def output_file(output: Path | None) -> Path | None:
    """The file that -o names; None for standard output, which a dash is."""
    return None if output == Path("-") else output


def is_coloured(file: Path | None, no_color: bool) -> bool:
    """Whether the terminal view is coloured: on a terminal, unless the user or the environment says no."""
    return not no_color and file is None and wants_colour(sys.stdout, os.environ)


def words_of(language: Language | None) -> Words:
    """The words of the language asked for, else of the locale's."""
    return Words(language or language_of_locale(os.environ))


def output_options(
    output_format: Format | None, output: Path | None, language: Language | None, no_color: bool
) -> OutputOptions[Format]:
    """Settle the shared options against the terminal and the environment, once for the whole run."""
    settled = settle_format(output_format, output_file(output), Format.TABLE)
    return _settled(settled, output, language, no_color)


def page_options(
    output_format: PageFormat | None, output: Path | None, language: Language | None, no_color: bool
) -> OutputOptions[PageFormat]:
    """The same for a command that also makes a page."""
    settled = settle_format(output_format, output_file(output), PageFormat.TABLE)
    return _settled(settled, output, language, no_color)


def _settled(
    settled: AnyFormat, output: Path | None, language: Language | None, no_color: bool
) -> OutputOptions[AnyFormat]:
    file = output_file(output)
    return OutputOptions(settled, file, words_of(language), is_coloured(file, no_color), line_width())
