"""What targets side by side say."""

from __future__ import annotations

TARGETS: dict[str, tuple[str, str]] = {
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
}
