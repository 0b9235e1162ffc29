"""A report or a coverage matrix as one HTML file that needs nothing else: no network, no script but its own.

All of it can be read, and every proof reached, without the script; that adds filters and moving by arrow keys.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from plancmp.alignment.coverage_matrix import matrix_of
from plancmp.alignment.evaluation.card import AccuracyCard
from plancmp.alignment.gaps import GapReport
from plancmp.alignment.result import Reason, Verdict
from plancmp.cli.commitment_selection import CommitmentSelection, asks_for_commitments
from plancmp.cli.matrix_layout import By, Layout, sort_matrix
from plancmp.cli.sanitize import sanitize
from plancmp.cli.theme import DECIDED, SYMBOLS
from plancmp.cli.version import VERSION
from plancmp.cli.views.caveats import caveats
from plancmp.cli.views.common import filters_in_force, percent, summary_figures
from plancmp.cli.views.coverage_sentences import closing_sentence, coverage_meanings, independent_share
from plancmp.cli.views.decisions import marked_verdict
from plancmp.cli.views.gaps import remarks_on
from plancmp.cli.views.glosses import match_label
from plancmp.cli.views.pictures import picture_resemblance, picture_targets
from plancmp.cli.views.reasons import describe_target, explain_commitment, explain_measure, standing_of
from plancmp.cli.views.render_options import RenderOptions
from plancmp.cli.views.report import knowing_all, target_rows
from plancmp.cli.views.report_map import (
    listed_commitments,
    listed_gaps,
    listed_strengthened,
    map_programmes,
    ordered_as,
    placed_additions,
    plan_names,
    with_commitments,
)
from plancmp.cli.views.report_sentences import conclusion, method_sentences, report_title
from plancmp.cli.views.review_forms import review_data

_TEMPLATES = Path(__file__).with_name("templates")
_MOST_BESIDE = 4
"""With more plans the map takes the page's whole width, and the evidence stands below it."""


def render_report(
    reports: Sequence[GapReport], options: RenderOptions, card: AccuracyCard | None = None
) -> str:
    """The report of one plan, or of several side by side.

    Args:
        reports: one a plan, all against the same reference; at least one.
        options: the words and the filters in force, which thin the lists and nothing else.
        card: how far verdicts agree with careful readings; None when that was not measured.
    """
    options = knowing_all(reports, options)
    say, filters = options.say, options.filters
    return _page(
        "report.html.j2",
        reports,
        options,
        title=report_title(reports, say),
        filters=filters_in_force(filters, say),
        programmes=map_programmes(reports, options),
        found_gaps=listed_gaps(reports, filters),
        targets_found=target_rows(reports),
        strengthened=listed_strengthened(reports, filters),
        additions=[placed_additions(report, options) for report in reports],
        method=method_sentences(reports[0].comparison.reference, card, say),
        review=review_data(reports),
    )


def render_coverage(
    reports: Sequence[GapReport],
    options: RenderOptions,
    selection: CommitmentSelection,
    layout: Layout,
    card: AccuracyCard | None = None,
) -> str:
    """What plans made of every measure and commitment of one reference, with the proofs.

    Args:
        reports: one a plan, all against the same reference; at least one.
        options: the words and the filters in force, which thin the map and nothing else.
        selection: which commitments are listed.
        layout: what the map is sorted by, and whether the commitments stand open below their measures.
        card: how far verdicts agree with careful readings; None when that was not measured.
    """
    options = knowing_all(reports, options)
    say = options.say
    matrix = sort_matrix(matrix_of([report.comparison for report in reports]), layout.orders)
    order = [row.plan.id for row in matrix.plans]
    reports = sorted(reports, key=lambda report: order.index(report.comparison.plan.id))
    programmes = map_programmes(reports, options)
    if asks_for_commitments(selection):
        programmes = with_commitments(programmes, listed_commitments(reports, selection))
    return _page(
        "coverage.html.j2",
        reports,
        options,
        title=say("coverage.title", reference=say.gloss(matrix.reference.name)),
        filters=filters_in_force(options.filters, say, selection.in_words(say)),
        closing=closing_sentence(matrix, say),
        programmes=ordered_as(programmes, matrix.outline),
        unfolded=layout.by is By.COMMITMENT,
        method=method_sentences(matrix.reference, card, say),
        review=None,
    )


def _page(template: str, reports: Sequence[GapReport], options: RenderOptions, **content: object) -> str:
    """A page with what all of them show: the documents, the map, and the pictures."""
    names = plan_names(reports, options.say)
    scripts = [_file("report.js"), *([_file("review.js")] if content["review"] else [])]
    gravest = listed_gaps(reports, options.filters)[:1]
    shared: dict[str, object] = {
        "reports": reports,
        "names": names,
        "notes": _notes(reports, options),
        "meanings": coverage_meanings(reports[0].comparison.reference, options.say),
        "thematic": not all(report.implements for report in reports),
        "gravest": gravest[0].key if gravest else None,
        "unfolded": False,
        "resemblance": picture_resemblance(reports, names, options.say),
        "charts": picture_targets(reports, names, options.say),
        "beside": len(reports) <= _MOST_BESIDE,
        "style": Markup(_file("report.css")),
        "scripts": list(map(Markup, scripts)),
        "script_hashes": list(map(_hash, scripts)),
    }
    return _environment(options).get_template(template).render({**shared, **content})


def _file(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _environment(options: RenderOptions) -> Environment:
    """Templates in which every text, the plans' above all, loses its control characters and is escaped."""
    environment = Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: sanitize(value) if type(value) is str else value,
    )
    environment.globals.update(
        say=options.say,
        symbols=SYMBOLS,
        decided=DECIDED,
        verdicts=tuple(Verdict),
        reasons=tuple(Reason),
        version=VERSION,
        conclusion=conclusion,
        describe_target=describe_target,
        explain_measure=explain_measure,
        explain_commitment=explain_commitment,
        standing_of=standing_of,
        marked_verdict=marked_verdict,
        match_label=match_label,
        weakening=tuple(reason for reason in Reason if reason.verdict is Verdict.WEAKENED),
        remarks_on=remarks_on,
        summary_figures=summary_figures,
        percent=percent,
        independent_share=independent_share,
    )
    return environment


def _template(name: str) -> str:
    """A template without its indentation, which would be a tenth of a page."""
    return re.sub(r"(?m)^ +", "", _file(name))


def _notes(reports: Sequence[GapReport], options: RenderOptions) -> list[str]:
    """The caveats of all comparisons, each said once."""
    return list(dict.fromkeys(note for report in reports for note in caveats(report.comparison, options.say)))


def _hash(script: str) -> str:
    """The script's SHA-256 for the page's Content-Security-Policy, which lets no other script run."""
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
