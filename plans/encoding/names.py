"""The name of the place a plan is for: from who issued it, else from the plan's title."""

from __future__ import annotations

import re

_HAN = "[\u4e00-\u9fff]"
_OFFICE = re.compile(r"(?:人民政府|委员会|管委会).*$")
_UNIT = "(?:省|自治区|市|县|区|自治州|盟|旗)"
_PLACE = re.compile(rf"{_HAN}+{_UNIT}$")
_SUPERIOR = re.compile(
    rf"^(?:中共)?(?:{_HAN}{{2,8}}?(?:省|自治区|市|自治州)){{0,4}}(?={_HAN}{{1,20}}{_UNIT}$)"
)
_OPENING = re.compile(rf"{_HAN}{{1,8}}?{_UNIT}")


def find_name(issuer: str | None, title: str) -> str | None:
    """The place's own name, without the places it belongs to; none where neither text begins with a place."""
    place = _SUPERIOR.sub("", _OFFICE.sub("", issuer or ""))
    if _PLACE.match(place):
        return place
    opening = _OPENING.match(title)
    return opening[0] if opening else None
