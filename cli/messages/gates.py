"""What is said where a run exits with 1 as asked."""

from __future__ import annotations

GATES: dict[str, tuple[str, str]] = {
    "gate.verdicts": ("未过关 {count} 项：{items}", "{count:item fails|items fail}: {items}"),
    "gate.coverage": (
        "覆盖率低于 {percent}% 的方案 {count} 个：{items}",
        "{count:plan is|plans are} covered under {percent}%: {items}",
    ),
}
