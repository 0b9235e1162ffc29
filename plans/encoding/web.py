"""The document that an address on the web leads to: a file, a page that holds it, or an attachment of a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NoReturn
from urllib.parse import unquote, urlsplit

from plancmp.plans.encoding.download import download
from plancmp.plans.encoding.encoder import Encoded
from plancmp.plans.encoding.links import Attachment, PageLinks, choose, read_links
from plancmp.plans.encoding.problems import EncodingError, Problem
from plancmp.plans.encoding.source_formats import is_page
from plancmp.plans.encoding.stated import NOTHING_STATED, Stated

# What a page that only leads to the document lacks.
_NO_PLAN = frozenset((Problem.NO_MEASURES, Problem.NO_TITLE, Problem.EMPTY))


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document as fetched.

    Attributes:
        url: Where its bytes were found.
        raw: Its bytes.
        attachments: The documents that the page links to which it was found on or by.
        stated: What the page that led to it states of it.
    """

    url: str
    raw: bytes
    attachments: tuple[Attachment, ...] = ()
    stated: Stated = NOTHING_STATED

    @property
    def stem(self) -> str:
        """The name of the file at the address, without its ending."""
        return PurePosixPath(unquote(urlsplit(self.url).path)).stem.lower()


def encode_address(
    url: str,
    encode: Callable[[Fetched], Encoded],
    *,
    attachment: int | None = None,
    allow_local: bool = False,
    charset: str | None = None,
) -> tuple[Encoded, Fetched]:
    """Fetch the document at an address and encode it.

    A page that is no plan itself but links to one document is followed there.

    Args:
        url: The address.
        encode: Makes a plan of what was fetched.
        attachment: Which of the documents that the page links to, from 1; none for the page itself.
        allow_local: As for `download`.
        charset: The charset of the page; detected when not given.

    Raises:
        EncodingError: Nothing can be fetched, the page asks for a login or says that there is no such page, it
            links to several documents and none was chosen, or the document is no plan.
    """
    found = download(url, allow_local=allow_local)
    if not is_page(found.raw):
        fetched = Fetched(found.url, found.raw)
        return encode(fetched), fetched
    links = read_links(found.raw, found.url, charset)
    if attachment is not None:
        return _follow(_numbered(links, attachment), links, encode, allow_local)
    fetched = Fetched(found.url, found.raw, links.attachments)
    try:
        return encode(fetched), fetched
    except EncodingError as error:
        if error.problem not in _NO_PLAN:
            raise
        chosen = _choose(links, error)
    return _follow(chosen, links, encode, allow_local)


def _follow(
    chosen: Attachment,
    links: PageLinks,
    encode: Callable[[Fetched], Encoded],
    allow_local: bool,
) -> tuple[Encoded, Fetched]:
    found = download(chosen.url, allow_local=allow_local)
    if is_page(found.raw) and read_links(found.raw, found.url).asks_for_login:
        raise EncodingError(Problem.LOGIN_PAGE)
    fetched = Fetched(found.url, found.raw, links.attachments, links.stated)
    return encode(fetched), fetched


def _numbered(links: PageLinks, number: int) -> Attachment:
    if 1 <= number <= len(links.attachments):
        return links.attachments[number - 1]
    raise EncodingError(Problem.NO_ATTACHMENT, found=str(number), expected=str(len(links.attachments)))


def _choose(links: PageLinks, error: EncodingError) -> Attachment:
    """The attachment of a page that is no plan."""
    if links.asks_for_login:
        raise EncodingError(Problem.LOGIN_PAGE) from error
    if links.tells_missing:
        raise EncodingError(Problem.PAGE_MISSING) from error
    chosen = choose(links.attachments)
    if chosen is None:
        _refuse(links, error)
    return chosen


def _refuse(links: PageLinks, error: EncodingError) -> NoReturn:
    if not links.attachments:
        raise error
    listed = " ".join(f"{number}. {each.label}" for number, each in enumerate(links.attachments, 1))
    raise EncodingError(Problem.SEVERAL_ATTACHMENTS, found=listed) from error
