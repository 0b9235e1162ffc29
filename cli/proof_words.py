"""What is said of proofs: explained verdicts, targets side by side, agreement with careful readings."""

from __future__ import annotations

PROOF_WORDS: dict[str, tuple[str, str]] = {
    # explain
    "explain.title": (
        "{measure} {title}：{plan}对照{reference}",
        "{measure} {title}: {plan} against {reference}",
    ),
    "explain.verdict": ("判定", "Verdict"),
    "explain.carried": ("见于", "Found in"),
    "explain.nowhere": ("全文未见", "not found anywhere in the plan"),
    "explain.derivation": ("判定如何得出", "How the verdict follows"),
    "explain.weight": ("权重", "Weight"),
    "explain.points": ("计分", "Points"),
    "explain.product": ("加权分", "Weighted"),
    "explain.omitted": (
        "没有一项承诺得到承接，判定为缺失。",
        "No commitment is carried at all: omitted.",
    ),
    "explain.adopted": (
        "承接比重为 {points:.2f}÷{weight:.2f}＝{share:.1%}，达到采纳门槛 {cut:.0%}，判定为采纳。",
        "The share carried is {points:.2f} of {weight:.2f}, {share:.1%}; measures are adopted from {cut:.0%} on: "
        "adopted.",
    ),
    "explain.weakened": (
        "承接比重为 {points:.2f}÷{weight:.2f}＝{share:.1%}，未达采纳门槛 {cut:.0%}，判定为弱化。",
        "The share carried is {points:.2f} of {weight:.2f}, {share:.1%}; measures are adopted from {cut:.0%} on: "
        "weakened.",
    ),
    "explain.central": (
        "承接比重为 {points:.2f}÷{weight:.2f}＝{share:.1%}，虽达采纳门槛 {cut:.0%}，但权重最大的承诺 {central} "
        "本身被弱化（{reasons}），判定为弱化。",
        "The share carried is {points:.2f} of {weight:.2f}, {share:.1%}, and measures are adopted from {cut:.0%} "
        "on; but the weightiest commitment, {central}, is itself weakened ({reasons}): weakened.",
    ),
    "explain.central_marked": (
        "承接比重为 {points:.2f}÷{weight:.2f}＝{share:.1%}，虽达采纳门槛 {cut:.0%}，但核心承诺 {central} "
        "本身被弱化（{reasons}），判定为弱化。",
        "The share carried is {points:.2f} of {weight:.2f}, {share:.1%}, and measures are adopted from {cut:.0%} "
        "on; but the central commitment {central} is itself weakened ({reasons}): weakened.",
    ),
    "explain.none_whole": (
        "承接比重为 {points:.2f}÷{weight:.2f}＝{share:.1%}，虽达采纳门槛 {cut:.0%}，"
        "但没有一项承诺完整承接，判定为弱化。",
        "The share carried is {points:.2f} of {weight:.2f}, {share:.1%}, and measures are adopted from {cut:.0%} "
        "on; but no commitment is carried whole: weakened.",
    ),
    "explain.weights_mean": (
        "权重：承诺含措施标题用语越多越重，除本方案外见证（转述参照承诺的其他文件）不足两处的从轻。"
        "计分：采纳 1，弱化 0.5，缺失 0。",
        "Weight: the more of the measure's title a commitment carries the heavier it is; one without two "
        "witnesses (documents that state it) besides this plan is lighter. Points: adopted 1, weakened 0.5, omitted 0.",
    ),
    "explain.marked_weights_mean": (
        "权重：参照方案标明的核心承诺为 4，其余为 1，除本方案外见证不足两处的从轻。计分：采纳 1，弱化 0.5，缺失 0。",
        "Weight: a commitment that the reference marks as central has 4, any other 1; one without two witnesses "
        "besides this plan is lighter. Points: adopted 1, weakened 0.5, omitted 0.",
    ),
    "explain.plain_marked_weights_mean": (
        "权重：核心承诺为 4，其余为 1。计分：采纳 1，弱化 0.5，缺失 0。",
        "Weight: a central commitment has 4, any other 1. Points: adopted 1, weakened 0.5, omitted 0.",
    ),
    "explain.plain_weights_mean": (
        "权重：承诺含措施标题用语越多越重。计分：采纳 1，弱化 0.5，缺失 0。",
        "Weight: the more of the measure's title a commitment carries the heavier it is. Points: adopted 1, weakened "
        "0.5, omitted 0.",
    ),
    "explain.wordings": ("比对用语", "Wordings tried"),
    "explain.own_words": (
        "{quote}（未用：不以本方案自己的表述判定本方案）",
        "{quote} (left out: no plan is judged by its own words)",
    ),
    "explain.statement": ("承诺表述", "the commitment itself"),
    "explain.unused": ("{quote}（未用）", "{quote} (not used)"),
    "explain.standing": ("{standing}（{reasons}）", "{standing} ({reasons})"),
    "explain.candidates": ("候选段落", "Passages weighed"),
    "explain.nearest": (
        "最近段落（得分均未达 {cut:.2f}，不足以认定承接）",
        "Nearest passages (none reaches {cut:.2f}, the score that counts as carried)",
    ),
    "explain.nearest_general": (
        "最近段落（措施内得分均未达 {cut:.2f}，措施以外的部分所合文字未达 {section:.2f}，不足以认定承接）",
        "Nearest passages (no measure's reaches {cut:.2f}, no other section's words reach {section:.2f}: not carried)",
    ),
    "explain.further": (
        "另有 {count} 处得分更低，从略。",
        "{count:more passage|more passages} scored lower.",
    ),
    "explain.shared": ("相同", "shares"),
    "explain.akin": ("换言", "says otherwise"),
    "explain.for": ("{own}→{said}", "{own}→{said}"),
    "explain.lacking": ("未含", "without"),
    "explain.place": ("得分含所在措施加分 {bonus:.2f}", "its place adds {bonus:.2f}"),
    "explain.targets": ("目标", "Targets"),
    "explain.strength": ("力度", "Strength"),
    "explain.strengths": (
        "参照 {asked_level} 级（{asked}），本地 {promised_level} 级（{promised}）",
        "reference {asked_level} ({asked}), local {promised_level} ({promised})",
    ),
    "explain.condition": ("条件", "Condition"),
    "explain.no_condition": ("无", "none"),
    "explain.asked_condition": (
        "{words}（参照本身也有条件）",
        "{words} (the reference makes a condition itself)",
    ),
    "explain.deadline": ("期限", "Deadline"),
    "explain.deadlines": ("参照 {asked}，本地 {promised}", "reference {asked}, local {promised}"),
    "explain.cuts": (
        "门槛：段落得分达 {present:.2f} 认定承接，不计所在措施加分仍达 {whole:.2f} 认定完整承接；"
        "得分为用语中带权字对的重合比重，罕见用语权重大，同义用语先行统一。",
        "Cuts: a passage carries a commitment from {present:.2f} on, the whole of it from {whole:.2f} on "
        "by its words alone. The "
        "score is the weighted share of a wording's character pairs that a passage holds; rare words weigh more, "
        "and synonyms are brought to one form first.",
    ),
    "weighed.decisive": ("据此判定", "decides"),
    "weighed.outdone": (
        "另可佐证，承诺程度或贴合程度不及前者",
        "carries it too, but promises no more or answers less well",
    ),
    "weighed.contradicts": ("与承诺相反，不作佐证", "says the contrary and carries nothing"),
    "weighed.too_far": ("不取：相近而非同一事项", "rejected: near, not the same thing"),
    "weighed.general": (
        "不取：措施以外的一般表述，只合部分文字",
        "rejected: general words outside the measures that hold only part of it",
    ),
    "strength.5": ("必须做到", "mandatory"),
    "strength.4": ("明确部署", "firm"),
    "strength.3": ("力争或支持", "striving or supporting"),
    "strength.2": ("鼓励或允许", "encouraging or permitting"),
    "strength.1": ("探索或仅作宣传", "exploring or only speaking of it"),
    # targets
    "targets.title": ("目标对照：{names}", "Targets side by side: {names}"),
    "targets.indicator": ("指标", "Indicator"),
    "targets.comparable": ("可比指标：比重、比率、增幅", "Comparable: shares, rates, growth"),
    "targets.not_comparable": (
        "不可比指标：数量随地方规模而异，只并列，不比高低",
        "Not comparable: amounts scale with the place; shown side by side, not ranked",
    ),
    "targets.none": ("没有两个以上方案共有的指标。", "No indicator is stated by two or more documents."),
    "targets.below": ("低于参照或其他方案的指标", "Below the reference or another plan"),
    "targets.below_line": ("{low}，低于{high}", "{low}, below {high}"),
    "targets.nobody_below": (
        "可比指标中没有低于参照或其他方案的。",
        "No plan is below the reference or another plan.",
    ),
    "targets.says": ("{plan} {phrase}", "{plan} {phrase}"),
    "targets.single": (
        "另有 {count} 项指标只见于一个方案，可用 --all 列出。",
        "{count:more indicator is|more indicators are} stated by one document only; --all adds the rest.",
    ),
    "standing.benchmark": ("基准", "benchmark"),
    "standing.equal": ("持平", "equal"),
    "standing.above": ("高", "above"),
    "standing.below": ("低", "below"),
    "standing.not_comparable": ("不可比", "not comparable"),
    "kind.rate": ("比率", "rate"),
    "kind.growth": ("增幅", "growth"),
    "kind.level": ("数量", "amount"),
    "kind.event": ("突破", "first time"),
    # evaluate
    "evaluate.title": ("判定准确度：对照{reference}", "Accuracy of the verdicts against {reference}"),
    "evaluate.gold": ("细读标准", "Gold"),
    "evaluate.size": (
        "{plans} 个方案，{programmes} 个工程；措施判定 {measures} 个，承诺判定 {commitments} 个",
        "{plans:plan|plans}, {programmes:programme|programmes}; {measures:verdict|verdicts} on measures, "
        "{commitments} on commitments",
    ),
    "evaluate.left_over": (
        "未计：细读意见不一的承诺 {disputed} 个，参照中已改动的承诺 {outdated} 个",
        "Not counted: {disputed:commitment|commitments} on which the readings differ, {outdated} no longer in the "
        "reference",
    ),
    "evaluate.measures": ("措施", "Measures"),
    "evaluate.commitments": ("承诺", "Commitments"),
    "evaluate.method": ("方法", "Method"),
    "evaluate.agreement": ("一致率", "Agree"),
    "evaluate.kappa": ("Kappa", "Kappa"),
    "evaluate.macro_f1": ("宏平均F1", "Macro-F1"),
    "evaluate.link_precision": ("对应查准", "Link P"),
    "evaluate.link_recall": ("对应查全", "Link R"),
    "evaluate.link_f1": ("对应F1", "Link F1"),
    "evaluate.own": ("plancmp", "plancmp"),
    "evaluate.left_out": ("{method}，留一", "{method}, left out"),
    "evaluate.figures_mean": (
        "Kappa 为扣除偶然后的一致程度。plancmp 用现行门槛；各基线方法用对本细读标准最有利的门槛："
        "标题相似度一对一配对，全文相似度和字对 TF-IDF 各取最近一条。",
        "Kappa is agreement beyond chance. plancmp has the cuts it ships with; each baseline has those that serve "
        "it best on this very gold. Titles are paired one to one; the others take the nearest measure.",
    ),
    "evaluate.left_out_means": (
        "留一：逐个工程留出，门槛只依其余工程选定，再用于留出的工程；词表和权重不随之重选。",
        "Left out: each programme is judged with cuts chosen on the other programmes only; word lists and "
        "weights are not chosen anew.",
    ),
    "evaluate.confusion": ("细读判定（行）与本工具判定（列）", "Gold (rows) and given verdicts (columns)"),
    "evaluate.by_verdict": ("分类判定", "By verdict"),
    "evaluate.precision": ("查准率", "Precision"),
    "evaluate.recall": ("查全率", "Recall"),
    "evaluate.f1": ("F1", "F1"),
    "evaluate.wanted": ("应有", "Wanted"),
    "evaluate.found": ("判出", "Given"),
    "evaluate.reasons": ("弱化理由", "Reasons for weakening"),
    "evaluate.evidence": ("主要依据所在措施", "Measure of the evidence"),
    "evaluate.calibration": ("把握程度", "Calibration"),
    "evaluate.range": ("区间", "Range"),
    "evaluate.confidence": ("平均把握", "Confidence"),
    "evaluate.right": ("实际正确", "Right"),
    "evaluate.count": ("个数", "Count"),
    "evaluate.calibration_error": (
        "预期校准误差 {error:.3f}，Brier 分 {brier:.3f}（均以小为好）。",
        "Expected calibration error {error:.3f}, Brier score {brier:.3f} (less is better).",
    ),
    "evaluate.differences": ("不一致之处（{count}）", "Differences ({count})"),
    "evaluate.difference": (
        "细读 {wanted}，本工具 {given}",
        "gold {wanted}, given {given}",
    ),
    "evaluate.answer": ("{verdict}（{links}）", "{verdict} ({links})"),
    "evaluate.card": ("准确度卡片已写入 {path}", "The accuracy card is written to {path}"),
    "method.title_ratio": ("标题相似度", "Title ratio"),
    "method.whole_text_ratio": ("全文相似度", "Whole-text ratio"),
    "method.character_tfidf": ("字对 TF-IDF", "Character TF-IDF"),
    "error.gold": (
        "{path}：细读标准格式有误，{place} 处为“{found}”",
        "{path}: not gold data: '{found}' at {place}",
    ),
    "error.gold_missing": (
        "{path}：细读标准格式有误，缺少 {place}",
        "{path}: not gold data: there is no {place}",
    ),
    "gold.file_missing": ("{path}：文件不存在", "{path}: there is no such file"),
    "gold.not_a_file": (
        "{path}：不是普通文件，应为 JSON 文件",
        "{path}: this is not a regular file; expected a JSON file",
    ),
    "gold.file_unreadable": (
        "{path}：文件无法读取：{found}",
        "{path}: the file cannot be read: {found}",
    ),
    "gold.file_too_large": (
        "{path}：文件过大：{found} 字节，上限为 {expected} 字节",
        "{path}: the file is too large: {found} bytes, at most {expected} are read",
    ),
    "error.gold_nested": ("{path}：不是细读标准，嵌套过深", "{path}: not gold data: nested too deeply"),
    "error.gold_json": ("{path}：不是 JSON 文件", "{path}: not a JSON file"),
    "error.gold_joined": (
        "细读标准中 {plan} 的 {item} 重复",
        "the readings hold {item} of {plan} twice",
    ),
    "error.gold_empty": ("细读标准中没有判定", "the readings hold no verdict"),
    # Columns
    "column.weight": ("权重", "Weight"),
    "column.points": ("计分", "Points"),
    "column.weighed": ("取舍", "Standing"),
    "column.local_measure": ("本地措施", "Local measure"),
    "column.quote": ("原文", "Quote"),
    "column.wording": ("比对用语", "Wording"),
    "column.shared": ("相同用语", "Shared words"),
    "column.lacking": ("未含用语", "Words not held"),
    "column.akin": ("换言", "Said otherwise"),
    "column.indicator": ("指标", "Indicator"),
    "column.phrase": ("目标值", "Phrase"),
    "column.value": ("数值", "Value"),
    "column.unit": ("单位", "Unit"),
    "column.annual": ("年度", "Annual"),
    "column.deadline": ("期限", "Deadline"),
    "column.standing": ("高低", "Standing"),
    "column.sentence": ("原文", "Sentence"),
    "column.scope": ("层次", "Scope"),
    "scope.measures": ("措施", "measures"),
    "scope.commitments": ("承诺", "commitments"),
    "column.method": ("方法", "Method"),
    "column.left_out": ("留一", "Left out"),
    "column.figure": ("项目", "Figure"),
}
