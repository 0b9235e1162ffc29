"""What every format of a gap report says of one gap: its reasons, its witnesses, the local passages."""

from __future__ import annotations

from plancmp.alignment.gaps import Finding, GapReport
from plancmp.alignment.result import CommitmentResult, Verdict
from plancmp.cli.messages import Words
from plancmp.cli.views.reasons import explain_commitment, standing_of, telling_passages


def remarks_on(finding: Finding, say: Words) -> str:
    """Why a commitment has its verdict, and whether it counts for independent coverage."""
    commitment = finding.commitment
    reasons = [_absence(commitment, say), explain_commitment(commitment, say), *standing_of(commitment, say)]
    return say("semicolon").join(reason for reason in reasons if reason)


def _absence(commitment: CommitmentResult, say: Words) -> str:
    """That a commitment is nowhere in the plan, and where something comes nearest to it."""
    if commitment.verdict is not Verdict.OMITTED:
        return ""
    near = telling_passages(commitment)
    if not near:
        return say("diff.nothing_near")
    return say("report.absent", measure=near[0].place, score=near[0].score)


def witness_lines(finding: Finding, report: GapReport, say: Words) -> list[str]:
    """The places that attest a commitment with their words; those of the judged plan itself say so."""
    lines = []
    for witness in finding.witnesses:
        name = report.names.get(witness.plan, witness.plan)
        quote = say("quote", text=witness.quote)
        line = " ".join(filter(None, [name, witness.measure, quote]))
        if witness.plan == report.comparison.plan.witness:
            line = say("remark", text=line, remark=say("html.own_words"))
        lines.append(line)
    return lines


def passage_lines(finding: Finding, say: Words) -> list[str]:
    """The local passages that carry a commitment, or the nearest ones as proof of absence, with scores."""
    commitment = finding.commitment
    return [
        say(
            "report.nearest_score",
            passage=f"{passage.place} {say('quote', text=passage.quote)}",
            score=passage.score,
        )
        for passage in commitment.evidence or telling_passages(commitment)
    ]
