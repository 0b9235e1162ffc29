"""A report as one HTML file that needs nothing else: no network, no library, no script but its own."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from plancmp.alignment.evaluation.card import AccuracyCard
from plancmp.alignment.gaps import GapReport
from plancmp.alignment.result import Reason, Verdict
from plancmp.cli.sanitize import sanitize
from plancmp.cli.theme import SYMBOLS
from plancmp.cli.version import VERSION
from plancmp.cli.views.caveats import caveats
from plancmp.cli.views.common import filters_in_force, percent, summary_figures
from plancmp.cli.views.coverage_sentences import coverage_meanings, independent_share
from plancmp.cli.views.decisions import marked_verdict
from plancmp.cli.views.gaps import remarks_on
from plancmp.cli.views.glosses import match_label
from plancmp.cli.views.reasons import describe_target, explain_commitment, explain_measure, standing_of
from plancmp.cli.views.render_options import RenderOptions
from plancmp.cli.views.report import knowing_all, target_rows
from plancmp.cli.views.report_map import listed_gaps, listed_strengthened, map_programmes
from plancmp.cli.views.report_sentences import conclusion, method_sentences, report_title
from plancmp.cli.views.review_forms import offered_passages, review_data

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
    names = ("report.js", "review.js", "report.css")
    *scripts, style = ((_TEMPLATES / name).read_text(encoding="utf-8") for name in names)
    page = _environment(options).get_template("report.html.j2")
    return page.render(
        reports=reports,
        title=report_title(reports, options.say),
        filters=filters_in_force(options.filters, options.say),
        notes=_notes(reports, options),
        meanings=coverage_meanings(reports[0].comparison.reference, options.say),
        programmes=map_programmes(reports, options.filters),
        found_gaps=listed_gaps(reports, options.filters),
        targets_found=target_rows(reports),
        strengthened=listed_strengthened(reports, options.filters),
        method=method_sentences(reports[0].comparison.reference, card, options.say),
        beside=len(reports) <= _MOST_BESIDE,
        style=Markup(style),
        scripts=list(map(Markup, scripts)),
        script_hashes=list(map(_hash, scripts)),
        review=review_data(reports),
    )


def _environment(options: RenderOptions) -> Environment:
    """Templates in which every text, the plans' above all, loses its control characters and is escaped."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: sanitize(value) if type(value) is str else value,
    )
    environment.globals.update(
        say=options.say,
        symbols=SYMBOLS,
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
        offered_passages=offered_passages,
        weakening=tuple(reason for reason in Reason if reason.verdict is Verdict.WEAKENED),
        remarks_on=remarks_on,
        summary_figures=summary_figures,
        percent=percent,
        independent_share=independent_share,
    )
    return environment


def _notes(reports: Sequence[GapReport], options: RenderOptions) -> list[str]:
    """The caveats of all comparisons, each said once."""
    return list(dict.fromkeys(note for report in reports for note in caveats(report.comparison, options.say)))


def _hash(script: str) -> str:
    """The script's SHA-256 for the page's Content-Security-Policy, which lets no other script run."""
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
