"""What the matrix of measures and plans says, and the progress of making it."""

from __future__ import annotations

COVERAGE: dict[str, tuple[str, str]] = {
    "progress.plans": ("对照方案", "Comparing"),
    "progress.rate": ("{rate} 个/秒", "{rate} plans/s"),
    "progress.left": ("剩余", "left"),
    "coverage.left_out": (
        "{plans} 个方案文件中，{left_out} 个未能对照、未计入；已对照其余 {covered} 个。",
        "{left_out} of {plans} plan files could not be compared and were left out; "
        "the other {covered} were compared.",
    ),
    "coverage.title": ("各地对照{reference}的覆盖情况", "Coverage of {reference} by the local plans"),
    "coverage.plan": ("方案", "Plan"),
    "coverage.average": ("平均", "Mean"),
    "coverage.average_of": ("平均（{plans} 个方案）", "Mean of {plans} plans"),
    "coverage.of_measures": ("措施", "Measures"),
    "coverage.of_commitments": ("承诺", "Commitments"),
    "coverage.programmes": ("各工程", "Programmes"),
    "coverage.programmes_percent": ("各工程覆盖率（%）", "Coverage of the programmes (%)"),
    "coverage.independent": ("独立", "Indep."),
    "coverage.cell_means": (
        "格内为措施判定和该措施各项承诺的覆盖率；判定另按承诺轻重汇总，二者不必同高低。"
        "工程行为该工程全部承诺的覆盖率。",
        "A cell holds the verdict on the measure and the coverage of its commitments; the verdict weighs "
        "them, so the two need not rank alike. A programme's line is the coverage of all its commitments.",
    ),
    "coverage.tally_means": (
        "右侧各栏为平均覆盖率，以及判为采纳、弱化、缺失的方案数，只计贯彻本参照的 {plans} 个方案。",
        "The columns on the right give mean coverage and how many plans adopted, weakened and omitted the "
        "measure; they count only plans that implement the reference ({plans}).",
    ),
    "coverage.coverage_means": (
        "全部承诺中得到承接的比重，弱化的按一半计；见证（转述参照承诺的其他文件）自身的表述也在参照之内，其数值偏高。",
        "Share of all commitments carried, a weakened one counting half; it flatters a plan that is itself "
        "a witness (a document that states the reference's commitments).",
    ),
    "coverage.only_coverage_means": (
        "全部承诺中得到承接的比重，弱化的按一半计。",
        "Share of all commitments carried, a weakened one counting half.",
    ),
    "coverage.independent_means": (
        "只计除该方案外仍有两处以上见证的承诺，更接近实际。",
        "The same share of the commitments that two or more other witnesses attest: the fairer estimate.",
    ),
    "coverage.marked": (
        "带 * 的方案贯彻的不是本参照，不计入平均。",
        "A plan marked * does not implement the reference and is kept out of every mean.",
    ),
    "coverage.conclusion": (
        "{plans} 个贯彻本参照的方案中，{findings}。",
        "Across the {plans} plans that implement the reference: {findings}.",
    ),
    "coverage.one_plan": (
        "所列方案中，贯彻本参照的只有{plan}：{findings}。",
        "Of these plans only {plan} implements the reference: {findings}.",
    ),
    "coverage.single_plan": ("{plan}：{findings}。", "{plan}: {findings}."),
    "coverage.none_counted": (
        "所列方案均不以本参照为依据，不作平均，也不作排序。",
        "None of these plans implements the reference: no means, no ranking.",
    ),
    "coverage.most_weakened": ("最常被弱化的是 {measures}", "weakened most often, {measures}"),
    "coverage.most_omitted": ("最常缺失的是 {measures}", "omitted most often, {measures}"),
    "coverage.never_weakened": ("没有一条措施被弱化", "no measure is weakened"),
    "coverage.never_omitted": ("没有一条措施整条缺失", "no measure is omitted as a whole"),
    "coverage.in_plans": ("{measures}（{plans} 个方案）", "{measures} (in {plans} of them)"),
    "coverage.in_plans_each": ("{measures}（各 {plans} 个方案）", "{measures} (in {plans} of them each)"),
    "coverage.and_more": ("{names}等 {count} 条", "{names} and others, {count} in all"),
    "coverage.plans_and_more": ("{names}等 {count} 个", "{names} and others, {count} in all"),
    "coverage.extremes": (
        "覆盖最全的是{best}（{best_share}），最薄弱的是{worst}（{worst_share}）",
        "covered best, {best} ({best_share}); covered least, {worst} ({worst_share})",
    ),
}
