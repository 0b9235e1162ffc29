"""What a comparison of one plan says: headings, reasons, figures, filters."""

from __future__ import annotations

DIFF: dict[str, tuple[str, str]] = {
    # Why, in a few words
    "why.missing": ("缺失 {missing}/{total}：{texts}", "omitted {missing}/{total}: {texts}"),
    "why.missing_all": ("全部 {total} 项承诺缺失", "all {total} commitments omitted"),
    "why.missing_only": ("唯一承诺缺失", "its only commitment omitted"),
    "why.lowered": ("{indicator} {reference}→{plan}", "{indicator} {reference}→{plan}"),
    "why.dropped": ("{indicator} {reference}", "{indicator} {reference}"),
    "why.more": ("另有{counts}", "also {counts}"),
    "why.strengthened": ("强化：{texts}", "strengthened: {texts}"),
    # The comparison
    "diff.title": ("{plan}对照{reference}", "{plan} against {reference}"),
    "diff.reference": ("参照", "Reference"),
    "diff.plan": ("地方", "Local"),
    "diff.verdict": ("判定", "Verdict"),
    "diff.measure": ("参照措施", "Measure"),
    "diff.matches": ("对应", "Found in"),
    "diff.reason": ("主要理由", "Main reason"),
    "diff.nearest": ("最近 {measure}（{score:.2f}）{quote}", "nearest {measure} ({score:.2f}) {quote}"),
    "diff.nothing_near": ("全文未见", "not found anywhere in the plan"),
    "diff.theme": ("仅存主题", "only its theme is kept"),
    "diff.attested": ("§ 见证", "§ attested"),
    "diff.not_independent": ("不计入独立覆盖率", "not in independent coverage"),
    "diff.nothing_selected": ("没有符合筛选条件的措施。", "No measure passes these filters."),
    "diff.commitments": ("承诺", "Commitments"),
    "filters": ("筛选", "Filters"),
    "filters.measures": ("措施 {ids}", "measure {ids}"),
    "filters.verdicts": ("判定 {verdicts}", "verdict {verdicts}"),
    "filters.reasons": ("理由 {reasons}", "reason {reasons}"),
    "filters.scope": ("合计不受筛选影响", "totals count everything"),
    "summary": ("合计", "Summary"),
    "summary.total": ("总数", "Total"),
    "summary.measures": ("措施", "Measures"),
    "summary.commitments": ("承诺", "Commitments"),
    "summary.coverage": ("覆盖率", "Coverage"),
    "summary.coverage_independent": ("独立覆盖率", "Independent coverage"),
    "summary.coverage_means": (
        "全部 {total} 项承诺中得到承接的比重，弱化的按一半计。",
        "Share of all {total} commitments carried; a weakened one counts half.",
    ),
    "summary.independent_means": (
        "只计除本方案外仍有两处以上见证（转述参照承诺的其他文件）的 {independent} 项承诺，更接近实际。",
        "The same share of the {independent:commitment|commitments} that two or more other witnesses (documents that "
        "state the reference's commitments) attest: the fairer estimate.",
    ),
    "summary.no_independent": (
        "没有一项承诺除本方案外仍有两处以上见证（转述参照承诺的其他文件），无法计算。",
        "No commitment is attested by two or more other witnesses (documents that state the reference's commitments).",
    ),
    "additions": ("新增", "Additions"),
    "additions.means": (
        "处本地内容，不对应参照方案的任何承诺。",
        "local clauses that answer to no commitment of the reference.",
    ),
    "notes": ("说明", "Notes"),
}
