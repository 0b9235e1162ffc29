"""What the explanation of a verdict says."""

from __future__ import annotations

EXPLAIN: dict[str, tuple[str, str]] = {
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
        "承接比重为 {points:.2f}÷{weight:.2f}＝{share:.1%}，达到采纳门槛 {threshold:.0%}，判定为采纳。",
        "The share carried is {points:.2f} of {weight:.2f}, {share:.1%}; measures are adopted from {threshold:.0%} on: "
        "adopted.",
    ),
    "explain.weakened": (
        "承接比重为 {points:.2f}÷{weight:.2f}＝{share:.1%}，未达采纳门槛 {threshold:.0%}，判定为弱化。",
        "The share carried is {points:.2f} of {weight:.2f}, {share:.1%}; measures are adopted from {threshold:.0%} on: "
        "weakened.",
    ),
    "explain.central": (
        "承接比重为 {points:.2f}÷{weight:.2f}＝{share:.1%}，虽达采纳门槛 {threshold:.0%}，但权重最大的承诺 {central} "
        "本身被弱化（{reasons}），判定为弱化。",
        "The share carried is {points:.2f} of {weight:.2f}, {share:.1%}, and measures are adopted from {threshold:.0%} "
        "on; but the weightiest commitment, {central}, is itself weakened ({reasons}): weakened.",
    ),
    "explain.central_marked": (
        "承接比重为 {points:.2f}÷{weight:.2f}＝{share:.1%}，虽达采纳门槛 {threshold:.0%}，但核心承诺 {central} "
        "本身被弱化（{reasons}），判定为弱化。",
        "The share carried is {points:.2f} of {weight:.2f}, {share:.1%}, and measures are adopted from {threshold:.0%} "
        "on; but the central commitment {central} is itself weakened ({reasons}): weakened.",
    ),
    "explain.none_whole": (
        "承接比重为 {points:.2f}÷{weight:.2f}＝{share:.1%}，虽达采纳门槛 {threshold:.0%}，"
        "但没有一项承诺完整承接，判定为弱化。",
        "The share carried is {points:.2f} of {weight:.2f}, {share:.1%}, and measures are adopted from {threshold:.0%} "
        "on; but no commitment is carried whole: weakened.",
    ),
    "explain.weights_mean": (
        "权重：承诺含措施标题用语越多越重，除本方案外见证（转述参照承诺的其他文件）不足两处的从轻。"
        "计分：采纳 1，弱化 0.5，缺失 0。",
        "Weight: the more of the measure's title a commitment carries the heavier it is; one without two "
        "witnesses (documents that state it) besides this plan is lighter. Points: adopted 1, weakened 0.5, omitted 0.",
    ),
    "explain.marked_weights_mean": (
        "权重：参照方案标明的核心承诺为 2，其余为 1，除本方案外见证不足两处的从轻。"
        "计分：采纳 1，弱化 0.5，缺失 0。",
        "Weight: a commitment that the reference marks as central has 2, any other 1; one without two witnesses "
        "besides this plan is lighter. Points: adopted 1, weakened 0.5, omitted 0.",
    ),
    "explain.plain_marked_weights_mean": (
        "权重：核心承诺为 2，其余为 1。计分：采纳 1，弱化 0.5，缺失 0。",
        "Weight: a central commitment has 2, any other 1. Points: adopted 1, weakened 0.5, omitted 0.",
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
    "explain.borrowed": (
        "{place}（借自重构参照 {commitment}）",
        "{place} (borrowed from {commitment} of the reconstruction)",
    ),
    "explain.unused": ("{quote}（未用）", "{quote} (not used)"),
    "explain.standing": ("{standing}（{reasons}）", "{standing} ({reasons})"),
    "explain.candidates": ("候选段落", "Passages weighed"),
    "explain.nearest": ("最近段落（均不足以认定承接）", "Nearest passages (none carries it)"),
    "explain.further": (
        "另有 {count} 处得分更低，从略。",
        "{count:more passage|more passages} scored lower.",
    ),
    "explain.concepts": ("须谈到", "To be spoken of"),
    "explain.speaks_of": ("谈到", "speaks of"),
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
    "explain.limit": ("范围", "Limit"),
    "explain.asked_limit": ("{words}（参照本身只求试点）", "{words} (the reference asks for a trial itself)"),
    "explain.deadline": ("期限", "Deadline"),
    "explain.deadlines": ("参照 {asked}，本地 {promised}", "reference {asked}, local {promised}"),
    "explain.thresholds": (
        "门槛：段落得分达 {present:.2f} 认定承接，参照列明要素且段落逐项说到的，达 {spoken_of:.2f} 即可；"
        "不计所在措施加分仍达 {whole:.2f} 认定完整承接；"
        "得分为用语中带权字对的重合比重，罕见用语权重大，同义用语先行统一。",
        "Thresholds: a passage carries a commitment from {present:.2f} on, from {spoken_of:.2f} on where it speaks of "
        "each concept that the reference names, and the whole of it from {whole:.2f} on by its words alone. The "
        "score is the weighted share of a wording's character pairs that a passage holds; rare words weigh more, "
        "and synonyms are brought to one form first.",
    ),
    "candidate.decisive": ("据此判定", "decides"),
    "candidate.outdone": (
        "另可佐证，承诺程度或贴合程度不及前者",
        "carries it too, but promises no more or answers less well",
    ),
    "candidate.contradicts": ("与承诺相反，不作佐证", "says the contrary and carries nothing"),
    "candidate.lacks_concept": (
        "不取：全句没有说到“{concept}”一类内容",
        "rejected: nothing in its sentence is about {concept}",
    ),
    "candidate.no_promise": (
        "不取：说的是现状、他处之事或外围事务，并非承诺",
        "rejected: tells how things are, what others do or what surrounds the thing; it promises nothing",
    ),
    "candidate.too_far": ("不取：相近而非同一事项", "rejected: near, not the same thing"),
    "candidate.general": (
        "不取：措施以外的一般表述，只合部分文字",
        "rejected: general words outside the measures that hold only part of it",
    ),
    "strength.5": ("必须做到", "mandatory"),
    "strength.4": ("明确部署", "firm"),
    "strength.3": ("力争或支持", "striving or supporting"),
    "strength.2": ("鼓励或允许", "encouraging or permitting"),
    "strength.1": ("探索或仅作宣传", "exploring or only speaking of it"),
    # targets
    "standing.benchmark": ("基准", "benchmark"),
    "standing.equal": ("持平", "equal"),
    "standing.above": ("高", "above"),
    "standing.below": ("低", "below"),
    "standing.not_comparable": ("不可比", "not comparable"),
    "kind.rate": ("比率", "rate"),
    "kind.growth": ("增幅", "growth"),
    "kind.level": ("数量", "amount"),
    "kind.event": ("突破", "first time"),
}
