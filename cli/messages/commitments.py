"""What the matrix of commitments and plans says."""

from __future__ import annotations

COMMITMENTS: dict[str, tuple[str, str]] = {
    "commitments.title": ("各地对照{reference}的逐项承诺", "Commitments of {reference} in the local plans"),
    "commitments.commitment": ("参照承诺", "Commitment"),
    "commitments.nothing_selected": ("没有符合筛选条件的承诺。", "No commitment passes these filters."),
    "commitments.cell_means": (
        "各方案对每项承诺的判定；空格为筛选所略。",
        "what each plan made of a commitment; a blank is left out by a filter.",
    ),
    "commitments.tally_means": (
        "右侧各栏为判为采纳、弱化、缺失的方案数，只计贯彻本参照的 {plans} 个方案。",
        "The columns on the right count the plans that adopted, weakened and omitted it, of those that implement "
        "the reference ({plans}).",
    ),
    "commitments.marked": (
        "带 * 的方案贯彻的不是本参照，不计在内。",
        "A plan marked * does not implement the reference and is not counted.",
    ),
    "commitments.conclusion": (
        "{plans} 个贯彻本参照的方案，{total} 项承诺：{findings}。",
        "{plans:plan that implements|plans that implement} the reference, {total:commitment|commitments}: {findings}.",
    ),
    "commitments.omitted_by": (
        "恰有 {plans} 个方案缺失的 {commitments} 项",
        "{commitments} omitted by exactly {plans}",
    ),
    "commitments.adopted_by_none": (
        "无一方案完整采纳的 {commitments} 项",
        "{commitments} adopted whole by none",
    ),
    "commitments.listed": ("此处列出 {listed} 项。", "Listed here: {listed}."),
    "filters.programmes": ("工程 {numbers}", "programme {numbers}"),
    "filters.agency": ("单位 {agency}", "agency {agency}"),
    "filters.omitted_by": ("至少 {plans} 个方案缺失", "omitted by at least {plans:plan|plans}"),
    "filters.adopted_by_none": ("无一方案完整采纳", "adopted whole by none"),
}
