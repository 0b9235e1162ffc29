"""What the HTML page and the workbook of a report say beyond the words of every report."""

from __future__ import annotations

PAGE_WORDS: dict[str, tuple[str, str]] = {
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
        "点按格子查看依据，也可用方向键移动、回车键打开。",
        " Press a cell for its evidence; arrow keys move, Enter opens.",
    ),
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
    # The workbook
    "sheet.ledger": ("台账", "Ledger"),
    "sheet.summary": ("概况", "Summary"),
    "sheet.count": ("{items}{verdict}", "{items} {verdict}"),
    "column.reference_wording": ("参照表述", "Reference wording"),
    "column.local_text": ("本地表述", "Local text"),
    "column.target_reference": ("参照目标", "Reference target"),
    "column.target_plan": ("本地目标", "Local target"),
    "column.lead_agency": ("牵头（责任）单位", "Lead (responsible) agency"),
    "column.remedy": ("整改措施", "Remedy"),
    "column.due": ("时限", "Due"),
    # Binary output
    "error.binary_to_terminal": (
        "该格式为二进制文件，不能显示在终端；请用 -o FILE 写入文件",
        "this format is binary and cannot be shown in a terminal: write it to a file with -o FILE",
    ),
}
