"""What gap reports say: in every format, then what only the HTML page and the workbook say."""

from __future__ import annotations

REPORT: dict[str, tuple[str, str]] = {
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
    "report.gravest": (
        "目标降低、核心承诺缺失（{count}）",
        "Targets lowered, central commitments omitted ({count})",
    ),
    "report.others": ("其余，按权重（{count}）", "The others, by weight ({count})"),
    "report.further": (
        "另有 {count} 处未列出：单独报告这一方案即全部列出；加 -v 则连同依据一并列出。",
        "{count:further gap is|further gaps are} not listed: a report of this plan alone lists them all, -v with "
        "their proof.",
    ),
    "report.whole_proof": (
        "权重为该差距使所属措施减少的份额（0—1）。全部依据用 -v 列出，或用 -o 写入文件。",
        "The weight is the share of its measure that is lost through the gap (0-1). -v gives each its whole proof, "
        "as a file does (-o).",
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
    "report.scored": ("得分 {score:.2f}", "score {score:.2f}"),
    "report.target": ("目标", "Target"),
    "report.agencies": ("相关单位", "Agencies"),
    "report.indicator": ("指标", "Indicator"),
    "report.asked": ("参照", "Reference"),
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
    "report.near": ("最相近 {measure}（得分 {score:.2f}）", "nearest {measure} (score {score:.2f})"),
    "report.nothing_near": ("无相近表述", "nothing near"),
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
    "report.says_central": ("缺失的核心承诺：{commitments}。", "Central commitments omitted: {commitments}."),
    "report.says_central_first": (
        "缺失的核心承诺 {total} 项，其中最重的是 {commitments}。",
        "Central commitments omitted: {total}, heaviest of all {commitments}.",
    ),
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
        "kappa {value:.2f} on programmes the thresholds were not chosen on",
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
    # The page
    "html.skip": ("跳到覆盖图", "Skip to the coverage map"),
    "html.thematic": ("贯彻的不是本参照", "does not implement the reference"),
    "html.plan_by_plan": ("各地情况", "Plan by plan"),
    "html.programme": ("工程", "Programme"),
    "html.all": ("全部", "All"),
    "html.reset": ("清除筛选", "Clear"),
    "html.shown": ("显示 {shown} / {total} 处判定", "{shown} of {total} verdicts shown"),
    "html.map": ("覆盖图", "Coverage map"),
    "html.map_use": (
        "勾选措施可展开其各项承诺。点按格子查看依据，也可用方向键移动、回车键打开。",
        " Tick a measure for its commitments. Press a cell for its evidence; arrow keys move, Enter opens.",
    ),
    "html.unfold": ("{id} {title}：展开各项承诺", "{id} {title}: show its commitments"),
    "html.unfold_all": ("展开全部承诺", "All commitments"),
    "html.surroundings": ("{id} {title}：全文", "The whole of {id} {title}"),
    "html.cell": (
        "{plan} {id} {title}：{verdict}，承诺覆盖率 {coverage}",
        "{plan} {id} {title}: {verdict}, coverage of its commitments {coverage}",
    ),
    "html.evidence": ("判定依据", "Evidence"),
    "html.evidence_means": (
        "逐项列出参照表述和本地表述，两边共有的字词以底色标出。",
        "Each commitment as the reference words it and the local text; words that both share are marked.",
    ),
    "html.open_all": ("全部展开", "Open all"),
    "html.close_all": ("全部收起", "Close all"),
    "html.more": ("显示全部", "Show all"),
    "html.back": ("返回覆盖图", "Back to the map"),
    "html.own_words": ("本方案自身表述，不用于判定", "the plan's own words, not used to judge it"),
    "html.left_out": ("⋯（此处略去 {count} 字）", "⋯ ({count} characters left out here)"),
    "html.official": ("参照方案原文", "The reference's own text"),
    "html.target": (
        "{indicator}：{reference} → {plan}",
        "{indicator}: {reference} → {plan}",
    ),
    # The pictures of a page
    "pictures.resemblance": ("谁与谁相近", "Who resembles whom"),
    "pictures.resemblance_means": (
        "数字为判定（采纳、弱化、缺失）相同的承诺在全部承诺中的比重。树状图从最相近的方案起逐步合并，"
        "合并处的数字为两组方案之间的平均比重，越靠左越相近。",
        "The figures are shares of commitments with the same verdict (adopted, weakened, omitted). The tree joins the "
        "most alike first; where two groups join stands the mean share between them. The further left, the more alike.",
    ),
    "pictures.tree": ("树状图", "Tree"),
    "pictures.joined": ("{one}与{other} {share}", "{one} with {other} {share}"),
    "pictures.two_alike": (
        "{one}与{other}：{total} 项承诺中，判定相同的有 {same} 项（{share}）。",
        "{one} and {other}: the same verdict on {same} of {total} commitments ({share}).",
    ),
    "pictures.most_alike": (
        "最相近的是{one}与{other}：{total} 项承诺中，判定相同的有 {same} 项（{share}）。",
        "Most alike are {one} and {other}: the same verdict on {same} of {total} commitments ({share}). ",
    ),
    "pictures.least_alike": (
        "差别最大的是{one}与{other}：{same} 项（{share}）。",
        "Least alike are {one} and {other}: {same} ({share}).",
    ),
    "pictures.targets": ("可比目标", "Targets that compare"),
    "pictures.targets_mean": (
        "横条为各方案的目标值，竖线为参照的目标值；参照没有数值的，以要求最高的方案为基准。"
        "数量和金额随地方规模而异，不在此列。",
        "A bar is a plan's target, the line across all bars the reference's; where that has no value, the firmest plan "
        "is the benchmark. Amounts scale with the place and are not shown here.",
    ),
    "pictures.axis": ("0—{top}", "0-{top}"),
    "pictures.bar": ("{plan}：{phrase}（{standing}）", "{plan}: {phrase} ({standing})"),
    # The Word file
    "word.page": ("第 {number} 页", "Page {number}"),
    "word.and_more": ("{names}等 {count} 个文件", "{names} and others ({count} documents)"),
    # The workbook
    "sheet.ledger": ("台账", "Ledger"),
    "sheet.summary": ("概况", "Summary"),
    "sheet.count": ("{items}{verdict}", "{items} {verdict}"),
}
