"""`plancmp changes`: what changed from one version of a plan to the next, or from one run to the next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plancmp.cli import options
from plancmp.cli.errors import CommandError
from plancmp.cli.output import write_output
from plancmp.cli.render import renderer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plancmp.alignment.result import Comparison
    from plancmp.alignment.versions import VersionChanges
    from plancmp.cli.decision_files import Heeded
    from plancmp.plans.library import Library
    from plancmp.plans.model import Plan

EXAMPLES = (
    "plancmp changes old.yaml new.yaml",
    "plancmp changes old.yaml new.yaml --reference province",
    "plancmp changes old.yaml new.yaml --reference province --decisions decisions",
    "plancmp changes before.json after.json --fail-on-loss",
    "plancmp changes old.yaml new.yaml -o changes.md",
)

VersionArgument = Annotated[
    str,
    typer.Argument(
        metavar="OLD",
        help="The version before: id, alias or file; or the JSON of an earlier diff.",
        autocompletion=options.complete_plan,
    ),
]
NewVersionArgument = Annotated[
    str,
    typer.Argument(
        metavar="NEW",
        help="The version after; the JSON of a later diff where OLD is one.",
        autocompletion=options.complete_plan,
    ),
]


def changes(  # noqa: PLR0913 - one parameter for each option of the command line
    old: VersionArgument,
    new: NewVersionArgument,
    *,
    reference: Annotated[
        str | None,
        typer.Option(
            "--reference",
            "-r",
            metavar="PLAN",
            help="Also show how the verdicts on this plan's commitments moved: id, alias or file.",
            autocompletion=options.complete_plan,
        ),
    ] = None,
    fail_on_loss: Annotated[
        bool,
        typer.Option(
            "--fail-on-loss", help="Exit 1 if anything vanished, was weakened, lowered, dropped or put off."
        ),
    ] = False,
    blind: options.BlindOption = False,
    decisions: options.DecisionsOption = None,
    computed: options.ComputedOption = False,
    trust_proposals: options.TrustProposalsOption = False,
    output_format: options.FormatOption = None,
    output: options.OutputOption = None,
    language: options.LanguageOption = None,
    no_color: options.NoColorOption = False,
    plans_directories: options.PlansDirectoriesOption = None,
) -> None:
    """Show what changed from OLD to NEW.

    Both are versions of one plan. Every number that is lower, later or gone; every clause
    that vanished, was weakened, strengthened or reworded, or is new, with both texts. Two
    JSON files of diff are compared by their verdicts.
    """
    from plancmp.cli.decision_files import Heeded
    from plancmp.cli.diff_file import is_diff_file
    from plancmp.cli.loading import keep_input, open_library
    from plancmp.cli.views.changes import changes_document

    settled = options.output_options(output_format, output, language, no_color)
    runs = [is_diff_file(name) for name in (old, new)]
    if any(runs):
        if not all(runs) or reference is not None:
            raise CommandError("error.changes_of_two_kinds")
        keep_input(settled.file, (Path(old), Path(new)))
        found = _changes_of_runs(Path(old), Path(new))
    else:
        library = open_library(plans_directories, settled.say)
        names = (old, new) if reference is None else (old, new, reference)
        keep_input(settled.file, [library.find(name) for name in names])
        heeded = Heeded(decisions, computed, trust_proposals)
        found = _changes_of_versions(library, names, heeded, blind=blind)
    shown = settled.render_options()
    write_output(renderer(settled.format)(changes_document(found, settled.say), shown), settled.file)
    if fail_on_loss and found.has_losses:
        raise typer.Exit(1)


def _changes_of_versions(
    library: Library, names: Sequence[str], heeded: Heeded, *, blind: bool
) -> VersionChanges:
    """What changed from the first named plan to the second; the third, where there is one, is their reference."""
    from plancmp.alignment.versions import compare_versions
    from plancmp.cli.decision_files import apply_kept
    from plancmp.cli.loading import load_named

    old, new, *bases = (load_named(library, name) for name in names)
    if not bases:
        return compare_versions(old, new, blind=blind)
    (base,) = bases

    def settle(comparison: Comparison, of: Plan) -> Comparison:
        return apply_kept(comparison, base, of, heeded)

    return compare_versions(old, new, base, blind=blind, settle=settle)


def _changes_of_runs(old: Path, new: Path) -> VersionChanges:
    """How the verdicts moved between two runs of diff.

    Raises:
        CommandError: a file is no such run, or they have different references.
    """
    from plancmp.alignment.versions import VersionChanges, commitment_changes
    from plancmp.cli.diff_file import read_diff_file

    before, after = read_diff_file(old), read_diff_file(new)
    if before.reference.id != after.reference.id:
        raise CommandError("error.other_reference", one=before.reference.name, other=after.reference.name)
    return VersionChanges(
        before.plan,
        after.plan,
        reference=after.reference,
        commitments=commitment_changes(before.commitments, after.commitments),
    )
