"""The ways one document comes out of different sites and editors; none changes what is read from it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plancmp.plans.encoding.encoder import Encoded, encode_document
from plancmp.plans.encoding.source_document import squeeze
from plancmp.plans.model import Plan
from tests.plans.documents import NAMES, read_source

HALF, FULL = "(),:;%.", "（），：；％．"
ITEM = r"\d{1,2}[.．]"
GROUP = r"[(（][一二三四五六七八九十]+[)）]"
SECTION = r"[一二三四五六七八九十]+、"

Variant = Callable[[str], str]


def with_full_width_signs(text: str) -> str:
    return text.translate(str.maketrans(HALF, FULL))


def with_half_width_signs(text: str) -> str:
    return text.translate(str.maketrans(FULL, HALF))


def with_crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


def with_byte_order_mark(text: str) -> str:
    return "\ufeff" + text


def without_blank_lines(text: str) -> str:
    return re.sub(r"\n\s*\n", "\n", text)


def with_more_blank_lines(text: str) -> str:
    return text.replace("\n", "\n \n\n")


def with_ideographic_spaces(text: str) -> str:
    return re.sub(r"^", "\u3000\u3000", text.replace(" ", "\u3000"), flags=re.MULTILINE)


def with_no_break_spaces(text: str) -> str:
    return re.sub(r"^", "\u00a0\u00a0", text.replace(" ", "\u00a0"), flags=re.MULTILINE)


def with_ideographic_commas_behind_numbers(text: str) -> str:
    return re.sub(rf"^({ITEM})(?!\d)", lambda number: number[1][:-1] + "、", text, flags=re.MULTILINE)


def one_paragraph_per_programme(text: str) -> str:
    return re.sub(rf"\s*\n\s*(?={ITEM})", "", text)


def one_paragraph_per_section(text: str) -> str:
    return re.sub(rf"\s*\n\s*(?={ITEM}|{GROUP})", "", text)


def one_paragraph(text: str) -> str:
    return re.sub(rf"\s*\n\s*(?={ITEM}|{GROUP}|(?!一){SECTION})", "", text)


def wrapped(text: str) -> str:
    return re.sub(r"([^\n]{45})(?=[^\n])", r"\1\n", text)


VARIANTS: tuple[Variant, ...] = (
    with_full_width_signs,
    with_half_width_signs,
    with_crlf,
    with_byte_order_mark,
    without_blank_lines,
    with_more_blank_lines,
    with_ideographic_spaces,
    with_no_break_spaces,
    with_ideographic_commas_behind_numbers,
    one_paragraph_per_programme,
    one_paragraph_per_section,
    one_paragraph,
    wrapped,
)


@cache
def encode(name: str, variant: Variant | None = None) -> Encoded:
    text = read_source(name)
    return encode_document((variant(text) if variant else text).encode(), plan_id=name)


def squeeze_all(value: object) -> object:
    """Every string of a plan's data without spaces, its signs in one form."""
    match value:
        case str():
            return squeeze(value)
        case dict():
            return {key: squeeze_all(item) for key, item in value.items()}
        case list():
            return [squeeze_all(item) for item in value]
        case _:
            return value


def content(plan: Plan) -> object:
    return squeeze_all(plan.model_dump(mode="json"))


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.__name__)
@pytest.mark.parametrize("name", NAMES)
class TestVariant:
    def test_gives_the_same_plan(self, name: str, variant: Variant) -> None:
        assert content(encode(name, variant).plan) == content(encode(name).plan)

    def test_accounts_for_the_same_characters(self, name: str, variant: Variant) -> None:
        report, original = encode(name, variant).report, encode(name).report
        left_out = sum(part.characters for part in report.left_out)
        assert report.characters == report.landed_characters + left_out == original.characters
        assert report.measure_characters == original.measure_characters


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.__name__)
def test_every_variant_changes_some_document(variant: Variant) -> None:
    assert any(variant(read_source(name)) != read_source(name) for name in NAMES)


class TestRandomVariant:
    @settings(max_examples=30, deadline=None)
    @given(name=st.sampled_from(NAMES), seed=st.integers(min_value=0))
    def test_gives_the_same_plan(self, name: str, seed: int) -> None:
        random = Random(seed)
        variant = self._respace(self._repunctuate(read_source(name), random), random)
        plan = encode_document(variant.encode(), plan_id=name).plan
        assert content(plan) == content(encode(name).plan)

    def _repunctuate(self, text: str, random: Random) -> str:
        other = dict(zip(HALF + FULL, FULL + HALF, strict=True))
        chance = random.random()
        return "".join(other.get(sign, sign) if random.random() < chance else sign for sign in text)

    def _respace(self, text: str, random: Random) -> str:
        ends = ("\n", "\r\n", "\n\n", "\n\u3000\n\u3000\u3000", "\r\n\r\n\u00a0")
        return "".join(line.strip() + random.choice(ends) for line in text.splitlines() if line.strip())
