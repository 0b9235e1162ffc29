"""Back matter: signatures, footers, tables, and what a page prints below a plan's text."""

from __future__ import annotations

import re
from functools import lru_cache

from plancmp.plans.encoding.agencies import find_agencies
from plancmp.plans.encoding.source_document import SourceDocument, SourceLine, fold, squeeze
from plancmp.plans.encoding.tables import is_row

_FOOTER = re.compile(
    r"\(?(?:(?:信息|文章|稿件)?来源|发布(?:时间|日期|机构)|责任编辑|编辑|电话|地址|邮箱|主办(?:单位)?) ?:"
    r"|(?:版权|打印|关闭|分享|扫一扫|微信|[上下]一[篇条]|相关(?:链接|解读|文档|附件))[^。,;]{0,20}$"
    r"|附[件表] ?\d*(?: ?[:.]|$)"
    r"|\(此件"
    r"|[^。:、,]{2,30}(?:人民政府|办公室|委员会)$"
    r"|\d{4}年\d{1,2}月\d{1,2}日$"
    r"|.*(?:ICP备|公网安备)"
)
_SOURCE_NOTE = re.compile(r"\((?:信息|文章|稿件)?来源:[^()\n]*\)$")
# The name of a table on a line of its own: "重点任务分工表", "主要指标分解表(2025年)".
_CAPTION = re.compile(r"(?!附)[^。,;:!?()]{2,40}(?:表|清单|台账|任务分工)(?:\([^()]*\))?$")


# Many schemes read a document, and most of them ask this of the same place.
@lru_cache(maxsize=64)
def find_foreign(document: SourceDocument, body_start: int, last_heading: int, limit: int) -> int:
    """The offset below `last_heading` where something begins that is not the text's own, at most `limit`.

    That is a footer, a table or its name, a source note at a line's end, or a line already printed above
    `body_start`: a title or letterhead that begins another copy.
    """
    above = {
        words
        for line, words in zip(document.lines, document.squeezed, strict=True)
        if line.start < body_start
    }
    for position, line in enumerate(document.lines_between(last_heading, limit)):
        if position and (is_footer(line) or opens_table(line) or squeeze(line.text) in above):
            return line.start
        note = _SOURCE_NOTE.search(fold(line.text)) if line.text.endswith((")", "）")) else None
        if note:
            return line.start + note.start()
    return limit


def end_with_agencies(document: SourceDocument, start: int, end: int) -> int:
    """The end of the line in `[start, end)` where the last agencies stand; `end` where none are named."""
    agencies = find_agencies(document.text[start:end])
    return min(end, document.line_at(start + agencies[-1][1] - 1).end) if agencies else end


def opens_table(line: SourceLine) -> bool:
    """Whether a line is a table's row, its cells between tabs, or the name of a table."""
    return is_row(line.text) or bool(_CAPTION.match(fold(line.text)))


def is_footer(line: SourceLine) -> bool:
    """Whether a line reads like a signature, a source note, or a page's own words."""
    return bool(_FOOTER.match(fold(line.text)))
