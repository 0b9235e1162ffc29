"""What coverage tables and gap reports say, in Chinese and English side by side."""

from __future__ import annotations

REPORT_WORDS: dict[str, tuple[str, str]] = {
    # coverage
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
    "coverage.implement_other": (
        "贯彻另一份上级文件、判定只说明主题上的覆盖的方案：{plans}。",
        "Plans that implement another document, whose verdicts show thematic coverage, not compliance: {plans}.",
    ),
    "coverage.same_parent": (
        "与参照方案（{reference}）贯彻同一份文件、没有上下级关系、宜以该文件为参照的方案：{plans}。",
        "Plans that implement the same document as the reference ({reference}) and do not answer to it; compare "
        "them with that document: {plans}.",
    ),
    "coverage.not_below_reference": (
        "没有写明贯彻哪份文件、级别不低于参照方案、判定只说明主题上的覆盖的方案：{plans}。",
        "Plans that do not say which document they implement and are of no lower level than the reference, whose "
        "verdicts show thematic coverage, not compliance: {plans}.",
    ),
    "coverage.attested": (
        "{plans}方案自身就是参照方案的见证，所引原句仍在文中的承诺以该句为据：其采纳由重构方式决定，独立覆盖率才是公允的比重"
        "（--blind 不计见证）。",
        "The plans of {plans} attest commitments of the reference; where their quoted words still stand they are the "
        "evidence, and adoption is by construction: independent coverage is the fair share (--blind sets "
        "attestations aside).",
    ),
    "coverage.implements_unstated": (
        "没有写明贯彻哪份文件、这里视为贯彻本参照的方案：{plans}。",
        "Plans that do not say which document they implement and are taken to implement this reference: {plans}.",
    ),
    "coverage.older_than_reference": (
        "印发早于参照方案、不可能以其为依据的方案：{plans}。",
        "Plans issued before the reference, which cannot have answered to it: {plans}.",
    ),
    "coverage.extremes": (
        "覆盖最全的是{best}（{best_share}），最薄弱的是{worst}（{worst_share}）",
        "covered best, {best} ({best_share}); covered least, {worst} ({worst_share})",
    ),
    # report
    "report.title": ("{plan}对照{reference}差距报告", "Gap report: {plan} against {reference}"),
    "report.title_several": (
        "{plans}对照{reference}差距比较报告",
        "Comparative gap report: {plans} against {reference}",
    ),
    "report.section": ("{number}、{title}", "{number}. {title}"),
    "report.subsection": ("（{number}）{title}", "{number}. {title}"),
    "report.based_on": ("参照依据", "The reference rests on"),
    "report.version": ("生成工具", "Made by"),
    "report.conclusion": ("结论", "Conclusion"),
    "report.matrix": ("各地对照", "The plans side by side"),
    "report.programmes": ("分工程情况", "By programme"),
    "report.gaps": ("差距清单", "Gaps"),
    "report.strengthened": ("强化内容", "Strengthened"),
    "report.additions": ("新增内容", "Local additions"),
    "report.targets": ("目标对照", "Targets side by side"),
    "report.method": ("方法与局限", "Method and limits"),
    "report.none": ("无。", "None."),
    "report.ordered": (
        "共 {shown} 处：目标降低的和核心承诺缺失的在前，其余按权重从高到低排列；权重为该差距使所属措施减少的份额"
        "（0—1）。得分为最相近表述的匹配程度（0—1）：判为弱化的得分越高、判为缺失的得分越低，判定越有把握。",
        "{shown:gap|gaps}: lowered targets and omitted central commitments first, then the heaviest. The weight is "
        "the share of its measure that is lost through the gap (0-1). The score tells how well the nearest wording "
        "matches (0-1): a weakened commitment is the surer the higher it is, an omitted one the lower it is.",
    ),
    "report.hidden": ("筛选条件下不列出。", "Not listed under these filters."),
    "report.gap": ("差距 {rank}：{text}（{id}）", "Gap {rank}: {text} ({id})"),
    "report.rank": ("序号", "No."),
    "report.weight": ("权重", "Weight"),
    "report.score": ("得分", "Score"),
    "report.verdict": ("判定", "Verdict"),
    "report.commitment": ("参照承诺", "Commitment"),
    "report.measure": ("所属措施", "Measure"),
    "report.reason": ("理由", "Reason"),
    "report.witnesses": ("见证", "Witnesses"),
    "report.local_text": ("本地表述", "Local text"),
    "report.nearest": ("最相近的段落", "Nearest passages"),
    "report.nearest_score": ("{passage}（得分 {score:.2f}）", "{passage} (score {score:.2f})"),
    "report.target": ("目标", "Target"),
    "report.agencies": ("相关单位", "Agencies"),
    "report.indicator": ("指标", "Indicator"),
    "report.asked": ("参照", "Reference"),
    "report.found": ("本地", "Local"),
    "report.verdict_with_confidence": (
        "{verdict}，把握 {confidence:.2f}",
        "{verdict}, confidence {confidence:.2f}",
    ),
    "report.numbers": (
        "{verdict}，权重 {weight:.2f}，得分 {score:.2f}",
        "{verdict}, weight {weight:.2f}, score {score:.2f}",
    ),
    "report.absent": (
        "全文未见，最相近的在 {measure}（得分 {score:.2f}）",
        "not found anywhere in the plan; nearest in {measure} (score {score:.2f})",
    ),
    "report.targets_mean": (
        "参照栏为“-”的指标，各见证所列数值不一，无从还原参照数值，只看本地有无。",
        "A dash under the reference: the witnesses state different values, so only the presence of a local "
        "one counts.",
    ),
    "report.says_measures": (
        "{reference}的 {total} 条措施中，{plan}采纳 {adopted} 条、弱化 {weakened} 条、缺失 {omitted} 条。",
        "Of the {total} measures of {reference}, {plan} adopted {adopted}, weakened {weakened} and omitted "
        "{omitted}.",
    ),
    "report.says_commitments": (
        "{total} 项承诺中，采纳 {adopted} 项、弱化 {weakened} 项、缺失 {omitted} 项，覆盖率 {coverage}；"
        "按独立承诺（{independent} 项，除本方案外仍有两处以上见证，即转述参照承诺的其他文件）计，"
        "覆盖率 {coverage_independent}。",
        "Of {total} commitments it adopted {adopted}, weakened {weakened} and omitted {omitted}: coverage "
        "{coverage}; over the {independent} independent commitments (those with two or more other witnesses, documents "
        "that state them) it is {coverage_independent}.",
    ),
    "report.says_all_commitments": (
        "{total} 项承诺中，采纳 {adopted} 项、弱化 {weakened} 项、缺失 {omitted} 项，覆盖率 {coverage}。",
        "Of {total} commitments it adopted {adopted}, weakened {weakened} and omitted {omitted}: coverage {coverage}.",
    ),
    "report.says_extremes": (
        "覆盖最全的是{best}（{best_share}），最薄弱的是{worst}（{worst_share}）。",
        "Best covered is {best} ({best_share}), least {worst} ({worst_share}).",
    ),
    "report.says_omitted": ("整条缺失的措施：{measures}。", "Omitted as a whole: {measures}."),
    "report.says_weakened": ("被弱化的措施：{measures}。", "Weakened: {measures}."),
    "report.says_lowered": ("降低的目标：{targets}。", "Lowered targets: {targets}."),
    "report.says_reasons": ("弱化的主要理由：{reasons}。", "Why commitments are weakened: {reasons}."),
    "report.reason_count": ("{reason} {count} 项", "{reason} {count}"),
    "report.says_beyond": (
        "另有强化的承诺 {strengthened} 项，本地新增内容 {additions} 处。",
        "Beyond the reference: strengthened commitments {strengthened}, local additions {additions}.",
    ),
    "report.says_targets": (
        "目标中，提高 {higher} 项、持平 {equal} 项、降低 {lower} 项、未提 {missing} 项、不可比 {not_comparable} 项。",
        "Targets: higher {higher}, equal {equal}, lower {lower}, dropped {missing}, not comparable "
        "{not_comparable}.",
    ),
    "report.thematic": (
        "{plan}方案贯彻的不是本参照，以下只说明主题上的覆盖，不说明执行情况。",
        "The plan of {plan} does not implement the reference: what follows shows thematic coverage, not compliance.",
    ),
    "report.method_matching": (
        "以参照方案的每项承诺为单位，在地方方案全文中查找相应表述（不限位置），再比较目标、期限、力度和条件，"
        "据此判为采纳、弱化或缺失；措施的判定由其各项承诺按权重汇总。",
        "Each commitment of the reference is looked for in the whole text of the plan, wherever it may stand; "
        "targets, deadlines, obligation and conditions are then compared. A measure's verdict is rolled up "
        "from its commitments by weight.",
    ),
    "report.method_own_words": (
        "参照方案为重构文本时，判定任一方案均不以其自身表述为据，只用其他见证的表述查找。",
        "Where the reference is reconstructed, no plan is judged by its own words: only the wordings of the "
        "other witnesses are looked for.",
    ),
    "report.method_counts": (
        "比重、比率和增速直接比较；数量和金额随地方规模而异，只看有无。",
        "Shares, rates and growth are compared; counts and sums differ with the size of a place, so only their "
        "presence is.",
    ),
    "report.method_limits": (
        "判定由程序依据文字作出，不代表实际执行情况；重要结论应对照所附原文复核。",
        "Verdicts are made from the wording by a program and say nothing of what was done; check important "
        "ones against the passages quoted.",
    ),
    "report.accuracy": (
        "准确度（{date} 测定）：对照细读结果，{plans} 个方案、{measures} 条措施判定中，{figures}。",
        "Accuracy (measured {date}): against careful readings of {measures} verdicts on measures of {plans} "
        "plans, {figures}.",
    ),
    "report.accuracy_agreement": ("一致率 {share}", "agreement {share}"),
    "report.accuracy_kappa": ("科恩 kappa {value:.2f}", "Cohen's kappa {value:.2f}"),
    "report.accuracy_left_out_kappa": (
        "在未用于确定门槛的工程上 kappa {value:.2f}",
        "kappa {value:.2f} on programmes the cuts were not chosen on",
    ),
    "report.accuracy_omission": (
        "承诺缺失的查准率 {precision}、查全率 {recall}",
        "omission of commitments: precision {precision}, recall {recall}",
    ),
    "report.accuracy_origins": ("细读来源：{origins}。", "Readings: {origins}."),
    "report.accuracy_unknown": (
        "本版本尚未测定判定准确度。",
        "The accuracy of this version's verdicts has not been measured.",
    ),
    # Errors
    "error.no_local_plan": (
        "{directory} 中没有可与参照对照的地方方案",
        "there is no plan in {directory} to compare with the reference",
    ),
    "error.only_needs_measures": (
        "--only 和 --reason 筛选措施，不能与 --by programme 同用",
        "--only and --reason choose measures and cannot go with --by programme",
    ),
    # Columns of csv
    "column.plan": ("方案标识", "Plan"),
    "column.plan_name": ("方案", "Plan name"),
    "column.implements": ("贯彻本参照", "Implements the reference"),
    "column.coverage": ("覆盖率", "Coverage"),
    "column.coverage_independent": ("独立覆盖率", "Independent coverage"),
    "column.measures_total": ("措施数", "Measures"),
    "column.commitments_total": ("承诺数", "Commitments"),
    "column.adopted": ("承诺采纳", "Commitments adopted"),
    "column.weakened": ("承诺弱化", "Commitments weakened"),
    "column.omitted": ("承诺缺失", "Commitments omitted"),
    "column.independent_commitments": ("独立承诺", "Independent commitments"),
    "column.measures_adopted": ("措施采纳", "Measures adopted"),
    "column.measures_weakened": ("措施弱化", "Measures weakened"),
    "column.measures_omitted": ("措施缺失", "Measures omitted"),
    "column.additions": ("新增", "Additions"),
    "column.rank": ("序号", "No."),
    "column.weight": ("权重", "Weight"),
    "column.agencies": ("相关单位", "Agencies"),
}
