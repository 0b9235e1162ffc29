"""What two versions of a plan, or two runs, say."""

from __future__ import annotations

CHANGES: dict[str, tuple[str, str]] = {
    "changes.title": ("{plan}方案的前后变化", "What changed in the plan of {plan}"),
    "changes.old": ("原", "Old"),
    "changes.new": ("现", "New"),
    "changes.numbers": ("数字（{count} 处）", "Numbers ({count})"),
    "changes.clauses": ("表述（{count} 处）", "Clauses ({count})"),
    "changes.commitments": ("对照{reference}的承诺（{count} 项）", "Commitments of {reference} ({count})"),
    "changes.number": ("{indicator}：{old}→{new}", "{indicator}: {old}→{new}"),
    "changes.none": ("无", "none"),
    "changes.no_deadline": ("无期限", "no deadline"),
    "changes.verdicts": ("{old} → {new}", "{old} → {new}"),
    "changes.nothing": ("没有变化。", "Nothing changed."),
    "changes.losses": ("有所减弱。{findings}。", "Less is promised than before. {findings}."),
    "changes.no_losses": ("没有减弱。{findings}。", "Nothing less is promised than before. {findings}."),
    "changes.count_numbers": ("数字：{counts}", "numbers: {counts}"),
    "changes.count_clauses": ("表述：{counts}", "clauses: {counts}"),
    "changes.count_commitments": ("承诺：{counts}", "commitments: {counts}"),
    "step.vanished": ("消失", "vanished"),
    "step.weakened": ("减弱", "weakened"),
    "step.strengthened": ("加强", "strengthened"),
    "step.appeared": ("新增", "appeared"),
    "step.reworded": ("改写", "reworded"),
    "step.lowered": ("降低", "lowered"),
    "step.dropped": ("删去", "dropped"),
    "step.later": ("推迟", "later"),
    "step.raised": ("提高", "raised"),
    "step.earlier": ("提前", "earlier"),
    "step.added": ("增加", "added"),
    "subject.number": ("数字", "number"),
    "subject.clause": ("表述", "clause"),
    "subject.commitment": ("承诺", "commitment"),
    "error.diff_file": (
        "{path}：不是 plancmp diff -f json 的输出（{schema}）",
        "{path}: not what 'plancmp diff -f json' writes ({schema})",
    ),
    "error.changes_of_two_kinds": (
        "两个 JSON 文件只能相互比较，且不用 --reference；方案与方案比较",
        "compare two JSON files with each other, without --reference, or two plans",
    ),
    "error.other_reference": (
        "两次对照的参照不同：{one} 和 {other}",
        "the two runs have different references: {one} and {other}",
    ),
}
