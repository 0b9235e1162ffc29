"""One document as a plan, wherever it lies: in a file, or at an address on the web."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from plancmp.cli.errors import DocumentError
from plancmp.cli.messages import Words
from plancmp.cli.sanitize import sanitize_line
from plancmp.cli.views.encoding import comments_of
from plancmp.plans.encoding.encoder import Encoded, encode_document, fit_name
from plancmp.plans.encoding.kept_glosses import with_glosses_of
from plancmp.plans.encoding.problems import EncodingError
from plancmp.plans.encoding.source_formats import read_file
from plancmp.plans.encoding.stated import NOTHING_STATED, Stated
from plancmp.plans.model import Level
from plancmp.plans.writing import dump_plan

if TYPE_CHECKING:
    from plancmp.plans.encoding.web import Fetched

_WEB_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line says of a document, each as the option of that name; none where it says nothing."""

    plan_id: str | None = None
    name: str | None = None
    aliases: tuple[str, ...] = ()
    level: Level | None = None
    source: str | None = None
    charset: str | None = None
    attachment: int | None = None
    allow_local: bool = False
    ocr: bool = False
    force: bool = False
    dry_run: bool = False

    @property
    def overwrites(self) -> bool:
        """Whether a plan file that is there already is no reason to stop."""
        return self.force or self.dry_run


def is_web_address(document: str) -> bool:
    """Whether a document's name is an address to fetch and not a file's."""
    return bool(_WEB_ADDRESS.match(document))


def encode_given(document: str, given: Given, say: Words) -> tuple[Encoded, Fetched | None]:
    """The plan of a document, and how it was fetched if it was.

    Args:
        document: a file's path or an address on the web.
        given: what is known of it.
        say: the words of the language chosen; the plan's source is told in it.

    Raises:
        DocumentError: it cannot be read, or is no plan.
    """
    try:
        if is_web_address(document):
            return _encode_address(document, given, say)
        path = Path(document)
        # A name that is no text, as file systems allow, must not end up in a plan file.
        return _encode(read_file(path), path.stem, fit_name(path.name), given), None
    except EncodingError as error:
        raise DocumentError(document, error) from error


def plan_text(encoded: Encoded, target: Path | None, say: Words) -> str:
    """The text of a document's plan file; glosses in the file that it replaces stay where their Chinese does."""
    return dump_plan(with_glosses_of(encoded.plan, target), comments_of(encoded, say))


def fetched_lines(fetched: Fetched, say: Words) -> Iterator[str]:
    """Where a document was found, and what else the page links to."""
    yield say("label", label=say("encode.fetched"), value=sanitize_line(fetched.url))
    if fetched.attachments:
        yield say("label", label=say("encode.attachments"), value="").rstrip()
    for number, attachment in enumerate(fetched.attachments, 1):
        yield f"  {number}. {sanitize_line(attachment.label)} {sanitize_line(attachment.url)}"


def _encode_address(url: str, given: Given, say: Words) -> tuple[Encoded, Fetched]:
    from plancmp.plans.encoding.web import encode_address

    today = date.today().isoformat()

    def encode(fetched: Fetched) -> Encoded:
        source = say("encode.retrieved", url=fit_name(fetched.url), day=today)
        return _encode(fetched.raw, fetched.stem, source, given, fetched.stated)

    return encode_address(
        url, encode, attachment=given.attachment, allow_local=given.allow_local, charset=given.charset
    )


def _encode(raw: bytes, stem: str, source: str, given: Given, stated: Stated = NOTHING_STATED) -> Encoded:
    return encode_document(
        raw,
        plan_id=stem if given.plan_id is None else given.plan_id,
        name=given.name,
        aliases=given.aliases,
        level=given.level,
        source=given.source or source,
        charset=given.charset,
        stated=stated,
        ocr=given.ocr,
    )
