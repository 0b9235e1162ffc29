"""The terms of the trade, and how words are joined: what every output uses."""

from __future__ import annotations

TERMS: dict[str, tuple[str, str]] = {
    # The terms of the trade
    "verdict.adopted": ("采纳", "adopted"),
    "verdict.weakened": ("弱化", "weakened"),
    "verdict.omitted": ("缺失", "omitted"),
    "strengthened": ("强化", "strengthened"),
    "change.equal": ("持平", "equal"),
    "change.higher": ("提高", "higher"),
    "change.lower": ("降低", "lower"),
    "change.missing": ("未提", "dropped"),
    "change.not_comparable": ("不可比", "not comparable"),
    "reason.partial_match": ("部分承接", "partly carried"),
    "reason.target_lowered": ("目标降低", "target lowered"),
    "reason.target_dropped": ("目标未提", "target dropped"),
    "reason.deadline_later": ("期限推迟", "deadline later"),
    "reason.obligation_softened": ("力度减弱", "obligation softened"),
    "reason.made_conditional": ("改为有条件", "made conditional"),
    "reason.commitment_omitted": ("承诺缺失", "commitment omitted"),
    "basis.official": ("原文", "official"),
    "basis.reconstructed": ("重构", "reconstructed"),
    "level.province": ("省级", "province"),
    "level.prefecture": ("市级", "prefecture"),
    "level.county": ("县级", "county"),
    "agencies.lead": ("牵头单位", "Lead"),
    "agencies.supporting": ("配合单位", "Supporting"),
    "agencies.responsible": ("责任单位", "Responsible"),
    "section.goals": ("总体要求和目标", "goals"),
    "section.tasks": ("任务", "tasks"),
    "section.organisation": ("组织保障", "organisation"),
    "section.preamble": ("前言", "preamble"),
    "section.other": ("其他部分", "other"),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    # Witnesses that are no plan
    "source.shandong-briefing": ("省政府政策例行吹风会", "provincial press briefing"),
    # Joining
    "comma": ("、", ", "),
    "semicolon": ("；", "; "),
    "label": ("{label}：{value}", "{label}: {value}"),
    "remark": ("{text}（{remark}）", "{text} ({remark})"),
    "quote": ("「{text}」", "「{text}」"),
    "title": ("《{text}》", "《{text}》"),
    "target": ("{indicator}：{reference}，{plan}", "{indicator}: {reference}, {plan}"),
    "target.asked": ("参照 {value}", "reference {value}"),
    "target.not_one": ("参照无统一数值", "no single reference value"),
    "target.stated": ("本地 {value}（{change}）", "local {value} ({change})"),
    "target.missing": ("本地未提", "dropped in the local plan"),
    # The comparison
    "total": ("合计", "Total"),
    # Columns
    "evidence_basis.attested": ("见证", "attested"),
    "evidence_basis.found": ("检索", "found"),
}
