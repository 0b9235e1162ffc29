"""What a page of an office's site states of its document in a table beside it: index number, office, number, date.

The document's own text goes before it: a site may name the office that put the page there, and the day of that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date

_HAN = "[\u4e00-\u9fff]"


def _spaced(*labels: str) -> str:
    """Any of the labels, whose characters may stand apart."""
    return "|".join("[ \u3000\xa0]{0,4}".join(label) for label in labels)


_INDEX = _spaced("信息索引号", "索引号", "信息索引")
_OFFICE = _spaced(
    "发布机构", "发文机关", "发文机构", "制发机关", "制定机关", "发布单位", "发文单位", "公开主体"
)
_NUMBER = _spaced("发文字号", "文件编号", "文件号", "文号")
_DATE = _spaced("成文日期", "成文时间", "发文日期", "发文时间", "印发日期", "生成日期")
_SHOWN = _spaced("发布日期", "发布时间", "公开日期", "公开时间")
_LABEL = f"(?:{_INDEX}|{_OFFICE}|{_NUMBER}|{_DATE}|{_SHOWN})"
_DAY = r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})"
_ENDS = r"(?:政府|办公[室厅]|委员会|管委会|[局厅委院部处办])"


def _pattern(labels: str, value: str) -> re.Pattern[str]:
    """A label at the beginning of words, or with a colon behind it, and the value next to it."""
    apart = rf"(?:^|(?<=[\s|【\[、]))(?:{labels})[\]】]?"
    return re.compile(rf"(?:{apart}|(?:{labels})[\]】]?\s?[:：])[\s:：]{{0,20}}{value}", re.MULTILINE)


_PATTERNS = {
    "issuer": _pattern(_OFFICE, rf"({_HAN}{{2,40}}?{_ENDS})(?=[\s|；;,，、】\]]|$|{_LABEL})"),
    "document_number": _pattern(_NUMBER, rf"({_HAN}{{1,12}}[〔\[(（]\d{{4}}[〕\])）]\s?第?\d{{1,5}}号)"),
    "index_number": _pattern(_INDEX, r"([A-Za-z0-9][A-Za-z0-9/._-]{4,59})"),
}
# The day it was put on the site is that of the document only where no other is stated.
_DATES = (_pattern(_DATE, _DAY), _pattern(_SHOWN, _DAY))


@dataclass(frozen=True, slots=True)
class Stated:
    """What is stated beside a document, each under the plan's own name for it; none where nothing is."""

    issuer: str | None = None
    document_number: str | None = None
    issued: str | None = None
    index_number: str | None = None

    def or_else(self, other: Stated) -> Stated:
        """What is stated here, and where nothing is, there."""
        return Stated(*(getattr(self, field.name) or getattr(other, field.name) for field in fields(self)))


NOTHING_STATED = Stated()


def read_stated(text: str) -> Stated:
    """Read the words of a page, cells and paragraphs apart by white space."""
    found = {name: match[1] for name, pattern in _PATTERNS.items() if (match := pattern.search(text))}
    return Stated(issued=_day(text), **found)


def _day(text: str) -> str | None:
    for pattern in _DATES:
        for match in pattern.finditer(text):
            try:
                return date(*map(int, match.groups())).isoformat()
            except ValueError:
                continue
    return None
