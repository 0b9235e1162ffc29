"""From an official document's bytes to a plan and a report of what was taken and what was left out."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from pydantic import ValidationError

from plancmp.plans.encoding.encoder_report import EncodingReport, make_report
from plancmp.plans.encoding.header import DocumentHeader, find_title, read_header
from plancmp.plans.encoding.limits import LIMITS
from plancmp.plans.encoding.outline import Outline, read_outline
from plancmp.plans.encoding.problems import EncodingError, Problem
from plancmp.plans.encoding.programmes import read_programmes
from plancmp.plans.encoding.regions import cut_document
from plancmp.plans.encoding.review import find_review_items, source_items
from plancmp.plans.encoding.sections import find_places, read_sections
from plancmp.plans.encoding.source_document import SourceDocument, read_lines
from plancmp.plans.encoding.source_formats import extract_text
from plancmp.plans.encoding.stated import NOTHING_STATED, Stated
from plancmp.plans.model import SCHEMA, Level, Plan
from plancmp.plans.validation import schema_violations

_LONGEST_SHOWN = 80
_HAN = "[\u4e00-\u9fff]"
_OFFICE = re.compile(r"(?:人民政府|委员会|管委会).*$")
_UNIT = "(?:省|自治区|市|县|区|自治州|盟|旗)"
_PLACE = re.compile(rf"{_HAN}+{_UNIT}$")
_SUPERIOR = re.compile(
    rf"^(?:中共)?(?:{_HAN}{{2,8}}?(?:省|自治区|市|自治州)){{0,4}}(?={_HAN}{{1,20}}{_UNIT}$)"
)
_OPENING = re.compile(rf"{_HAN}{{1,8}}?{_UNIT}")
# Control characters, marks of direction and other signs without a form, halves of characters, line ends.
_UNFIT = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))


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
    charset: str | None = None,
    stated: Stated = NOTHING_STATED,
    ocr: bool = False,
) -> Encoded:
    """Encode an official document.

    Args:
        raw: The document's bytes as published, with whatever is printed around it: text, a saved HTML page,
            .docx, .ofd or .pdf.
        plan_id: The plan's id: small letters, digits, "-" and "_".
        name: The place's name; found in the text when not given.
        aliases: Other names the plan answers to.
        level: The administrative level; no text states it reliably, so it is never guessed.
        source: Where the document comes from, as the plan file shall say.
        charset: The charset of a text or a page; detected when not given.
        stated: What is stated of the document elsewhere; what it says itself goes before it.
        ocr: Whether pages of a PDF that are pictures are read by OCR.

    Raises:
        EncodingError: The document cannot be read, is not a plan, or would not make a valid plan file.
    """
    for field, text in (("name", name), ("source", source), *(("aliases", alias) for alias in aliases)):
        check_given(field, text or "")
    extracted, form = extract_text(raw, charset, ocr=ocr)
    document, outline = _read_document(extracted.text)
    sections = outline.sections
    title = find_title(document, sections[0].start)
    header = read_header(document, title, sections[0].start, (sections[-1].end, len(document.text)))
    header = header.complete(extracted.stated.or_else(stated))
    place = name or find_name(header.issuer.value if header.issuer else None, title.text)
    if not place:
        raise EncodingError(Problem.NO_NAME, header.title.line)
    places = find_places(document, title, outline)
    plan = _make_plan(
        schema=SCHEMA,
        id=plan_id,
        name=place,
        aliases=aliases,
        level=level,
        source=source,
        programmes=read_programmes(document, outline, title.text),
        sections=read_sections(document, places, since=header.period.value.start if header.period else 0),
        **_header_fields(header),
    )
    regions = cut_document(document, title, outline, places)
    review_items = (
        *source_items(extracted),
        *find_review_items(document, plan, header, outline, regions),
    )
    report = make_report(
        document,
        form=form,
        asides=extracted.asides,
        header=header,
        plan=plan,
        outline=outline,
        places=places,
        regions=regions,
        review_items=review_items,
    )
    return Encoded(plan, report)


def _read_document(text: str) -> tuple[SourceDocument, Outline]:
    document = read_lines(text)
    if not document.lines:
        raise EncodingError(Problem.EMPTY)
    outline = read_outline(document)
    if not outline:
        raise EncodingError(Problem.NO_MEASURES)
    return document, outline


def _header_fields(header: DocumentHeader) -> dict[str, object]:
    return {
        "title": header.title.value,
        "issuer": header.issuer and header.issuer.value,
        "document_number": header.document_number and header.document_number.value,
        "index_number": header.index_number and header.index_number.value,
        "issued": header.issued and header.issued.value,
        "period": header.period and header.period.value,
        "implements": tuple(found.value for found in header.implements),
    }


def _make_plan(**fields: object) -> Plan:
    try:
        return Plan.model_validate(fields)
    except ValidationError as error:
        # What the text gave is valid by the rules that read it; this is about what the caller gave.
        violation = next(schema_violations(Plan, error))
        if violation.path == "id":
            expected = violation.expected or "a-z 0-9 _ -"
            raise EncodingError(
                Problem.BAD_ID, found=str(fields["id"])[:_LONGEST_SHOWN], expected=expected
            ) from error
        raise EncodingError(Problem.BAD_VALUE, found=violation.path) from error


def find_name(issuer: str | None, title: str) -> str | None:
    """The place's own name, without the places it belongs to; none where neither text begins with a place."""
    place = _SUPERIOR.sub("", _OFFICE.sub("", issuer or ""))
    if _PLACE.match(place):
        return place
    opening = _OPENING.match(title)
    return opening[0] if opening else None


def check_given(field: str, text: str) -> None:
    """Accept what was given for a field of the plan: one line of text that a person can read.

    Raises:
        EncodingError: It is too long, or holds line breaks or control characters.
    """
    if len(text) > LIMITS.given_characters:
        raise EncodingError(Problem.VALUE_TOO_LONG, found=field, expected=f"{LIMITS.given_characters:,}")
    if any(map(_is_unfit, text)):
        raise EncodingError(Problem.BAD_CHARACTERS, found=field)


def fit_name(name: str) -> str:
    """A file's name as one line of text: a question mark stands for every character that is none."""
    return "".join("?" if _is_unfit(character) else character for character in name)


def _is_unfit(character: str) -> bool:
    return unicodedata.category(character) in _UNFIT
