"""From an official document's bytes to a plan and a report of what was taken and what was left out."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import ValidationError

from plancmp.plans.encoding.document import read_document
from plancmp.plans.encoding.errors import EncodingError
from plancmp.plans.encoding.header import Header, read_header
from plancmp.plans.encoding.names import find_name
from plancmp.plans.encoding.outline import read_outline
from plancmp.plans.encoding.programmes import read_programmes
from plancmp.plans.encoding.report import EncodingReport, make_report
from plancmp.plans.encoding.stretches import cut_document
from plancmp.plans.encoding.titles import find_title
from plancmp.plans.model import SCHEMA, Level, Plan


@dataclass(frozen=True, slots=True)
class Encoded:
    """A document as a plan, and the report of how it was read."""

    plan: Plan
    report: EncodingReport


def encode_document(  # noqa: PLR0913 - what a text does not say of itself, each under its own name
    raw: bytes,
    *,
    plan_id: str,
    name: str | None = None,
    aliases: tuple[str, ...] = (),
    level: Level | None = None,
    source: str | None = None,
) -> Encoded:
    """Encode an official document.

    Args:
        raw: The document's bytes, UTF-8 text as published, with whatever the page prints around it.
        plan_id: The plan's id: small letters, digits, "-" and "_".
        name: The place's name; found in the text when not given.
        aliases: Other names the plan answers to.
        level: The administrative level; no text states it reliably, so it is never guessed.
        source: Where the document comes from, as the plan file shall say.

    Raises:
        EncodingError: The text is not a plan, or the plan would not be a valid one.
    """
    document = read_document(raw)
    outline = read_outline(document)
    if not outline:
        raise EncodingError(
            "no measures found: a plan numbers them 1. 2. 3. under headings (一) (二) (三) of a section 一、"
        )
    sections, body = outline.sections, outline.body
    title = find_title(document, sections[0].start)
    header = read_header(document, title, sections[0].start, (sections[-1].end, len(document.text)))
    place = name or find_name(header.issuer.value if header.issuer else None, title.text)
    if not place:
        raise EncodingError(
            "no place's name found in issuer or title: give one with --name", header.title.line
        )
    plan = _make_plan(
        schema=SCHEMA,
        id=plan_id,
        name=place,
        aliases=aliases,
        level=level,
        source=source,
        programmes=read_programmes(document, body),
        **_header_fields(header),
    )
    return Encoded(plan, make_report(document, header, body, cut_document(document, title, sections, body)))


def _header_fields(header: Header) -> dict[str, object]:
    return {
        "title": header.title.value,
        "issuer": header.issuer and header.issuer.value,
        "document_number": header.document_number and header.document_number.value,
        "issued": header.issued and header.issued.value,
        "period": header.period and header.period.value,
        "implements": tuple(found.value for found in header.implements),
    }


def _make_plan(**fields: object) -> Plan:
    try:
        return Plan.model_validate(fields)
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        raise EncodingError(f"the plan would not be valid: {faults}") from error
