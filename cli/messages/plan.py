"""What `show` says of one plan, and `check` of sound ones."""

from __future__ import annotations

PLAN: dict[str, tuple[str, str]] = {
    # One plan
    "plan.title": ("方案", "Title"),
    "plan.names": ("名称", "Names"),
    "plan.level": ("层级", "Level"),
    "plan.basis": ("文本", "Basis"),
    "plan.issuer": ("发文机关", "Issuer"),
    "plan.document_number": ("文号", "Number"),
    "plan.index_number": ("索引号", "Index number"),
    "plan.issued": ("印发日期", "Issued"),
    "plan.period": ("实施期限", "Period"),
    "plan.implements": ("贯彻文件", "Implements"),
    "plan.source": ("来源", "Source"),
    "plan.facts": ("已知事实", "Known facts"),
    "plan.schemes": ("所列计划", "Schemes"),
    "plan.reconstructed": (
        "重构文本：未持有全文，以下承诺均列出见证（转述该承诺的其他文件及原句）。",
        "Reconstructed: the full text is not held; each commitment lists its witnesses (the documents that state it, "
        "and their words).",
    ),
    "plan.sections": ("措施以外的部分", "Outside the measures"),
    "plan.title_inferred": ("标题系推定", "title inferred"),
    "plan.target": ("目标：{target}", "target: {target}"),
    # check
    "check.decided": ("未发现问题：{count} 项人工结论。", "Clean: {count:decision|decisions}."),
    "check.clean": (
        "未发现问题：{plans} 个方案，{measures} 条措施，{commitments} 项承诺，"
        "{witnesses} 处见证（转述参照承诺的其他文件中的原句）。",
        "Clean: {plans:plan|plans}, {measures:measure|measures}, {commitments:commitment|commitments}, "
        "{witnesses:quote|quotes} of witnesses (documents that state the reference's commitments).",
    ),
    "check.faults": (
        "共 {faults} 处问题，涉及 {files} 个文件。",
        "{faults:fault|faults} in {files:file|files}.",
    ),
}
