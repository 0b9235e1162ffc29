"""What a fetched page is besides a text: the documents it links to, and the signs that it is none itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from plancmp.plans.encoding.charsets import decode
from plancmp.plans.encoding.from_page import parse_page, stated_in
from plancmp.plans.encoding.limits import LIMITS
from plancmp.plans.encoding.stated import Stated

_ENDINGS = (".docx", ".ofd", ".doc", ".wps", ".odt", ".rtf", ".pdf", ".txt")
"""Of documents that are read, the surest first."""
_ENDING = re.compile(r"\.(?:docx?|ofd|wps|odt|rtf|pdf|txt)(?![\w.])", re.IGNORECASE)
_MISSING = re.compile(
    r"404|页面不存在|页面未找到|找不到|不存在|无法找到|已被?删除|已下线|访问出错|出错了|not found",
    re.IGNORECASE,
)
_SHORT = 2_000
"""Characters of a page that says that there is none; a longer one says something else."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document that a page links to: what the page calls it, and its address."""

    label: str
    url: str

    @property
    def ending(self) -> str:
        """The ending of its name, such as ".docx"."""
        found = _ENDING.search(urlsplit(self.url).path) or _ENDING.search(self.label)
        return found[0].lower() if found else ""


@dataclass(frozen=True, slots=True)
class PageLinks:
    """What was found on a page.

    Attributes:
        attachments: The documents it links to, each once, in the order of the page.
        stated: What it states of the document in a table.
        asks_for_login: Whether it has a field for a password.
        tells_missing: Whether it is a short page whose title or heading says that there is no such page.
    """

    attachments: tuple[Attachment, ...]
    stated: Stated
    asks_for_login: bool
    tells_missing: bool


def read_links(raw: bytes, url: str, charset: str | None = None) -> PageLinks:
    """Look through a page.

    Args:
        raw: The page's bytes.
        url: Its address, which its links begin from.
        charset: Its charset; detected when not given.

    Raises:
        EncodingError: It is not text, exceeds a limit, or cannot be parsed.
    """
    tree = parse_page(decode(raw, charset))
    found = islice(_attachments(tree, url), LIMITS.attachments)
    passwords = (field for field in tree.iter("input") if field.get("type", "").lower() == "password")
    words = " ".join(str(tree.text_content()).split())
    headings = " ".join(element.text_content() for element in tree.iter("title", "h1", "h2", "h3"))
    missing = len(words) < _SHORT and bool(_MISSING.search(headings) or _MISSING.search(words[:200]))
    return PageLinks(tuple(found), stated_in(tree), next(passwords, None) is not None, missing)


def _attachments(tree: Any, url: str) -> Iterator[Attachment]:
    seen = set()
    base = next((element.get("href") for element in tree.iter("base") if element.get("href")), "")
    for link in tree.iter("a"):
        place = (link.get("href") or "").strip()
        label = " ".join(f"{link.text_content()} {link.get('title') or ''}".split())
        try:
            address = urljoin(urljoin(url, base), place)
            path = urlsplit(address).path
        except ValueError:
            continue
        if not address.lower().startswith(("http://", "https://")) or address in seen:
            continue
        if _ENDING.search(PurePosixPath(unquote(path)).name) or _ENDING.search(label):
            seen.add(address)
            name = " ".join(link.text_content().split())
            yield Attachment((name or PurePosixPath(unquote(path)).name)[:80], address)


def choose(attachments: Iterable[Attachment]) -> Attachment | None:
    """The one document that is linked to, in its surest format; none where there are several documents."""
    listed = [*attachments]
    if len({_ENDING.sub("", each.label).strip() for each in listed}) != 1:
        return None
    return min(listed, key=lambda each: _ENDINGS.index(each.ending))
