"""Any bytes at all: a short run of what `make fuzz` runs for minutes, and what took too long before."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings

from plancmp.alignment.compare import compare_plans
from tests.alignment.grammar import make_plan
from tests.plans.documents import page, read_source
from tests.plans.fuzz_targets import check_any_bytes, compare_any_promises, encode_any_bytes, keep_every_word
from tests.plans.strategies import documents, packed_documents, plan_files

SHORT = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@SHORT
@given(documents())
def test_any_document_is_encoded_soundly_or_refused(raw: bytes) -> None:
    encode_any_bytes(raw)


@SHORT
@given(packed_documents())
def test_any_page_word_file_or_pdf_is_encoded_soundly_or_refused(raw: bytes) -> None:
    encode_any_bytes(raw)


@SHORT
@given(plan_files())
def test_any_plan_file_is_read_or_its_faults_are_told(raw: bytes) -> None:
    check_any_bytes(raw)


@pytest.mark.parametrize("seed", range(15))
def test_a_text_in_any_numbering_loses_no_word(seed: int) -> None:
    keep_every_word(b"test %d" % seed)


@pytest.mark.parametrize("seed", range(15))
def test_any_promise_is_compared_soundly(seed: int) -> None:
    compare_any_promises(b"test %d" % seed)


HEAD = "某市行动方案\n一、任务\n(一)工程\n"
SLOW = {
    "a document printed many times": (read_source("binzhou") * 20).encode(),
    "nothing but first numbers": (HEAD + "1.甲\n" * 45_000).encode(),
    "numbers up to 99 again and again": (
        HEAD + "".join(f"{i % 99 + 1}.甲。" for i in range(30_000))
    ).encode(),
    "sections begun again and again": ("某市行动方案\n" + "一、甲\n(一)乙\n1.丙。丁\n" * 12_000).encode(),
    "title marks never closed": (f"某市行动方案\n{'《' * 190_000}\n{HEAD}1.丙。丁").encode(),
    "brackets never closed": (f"{HEAD}1.丙。丁" + "(责任单位:甲局" * 12_000).encode(),
    "agencies again and again": (f"{HEAD}1.丙。丁" + "(责任单位:甲局)" * 12_000).encode(),
    "one endless name of an office": (f"{'市' * 190_000}\n{HEAD}1.丙。丁").encode(),
    "a page of elements never closed": b"<html><body>" + b"<div>" * 40_000,
    "a page of a hundred thousand words": page("甲,乙。\n" * 20_000).encode(),
}
"""Documents that once took minutes, or look as if they could."""


@pytest.mark.parametrize("name", SLOW)
def test_no_document_takes_longer_than_a_person_waits(name: str) -> None:
    started = time.process_time()
    encode_any_bytes(SLOW[name])
    assert time.process_time() - started < 5


def test_no_comparison_takes_longer_than_a_person_waits() -> None:
    """A hundred passages answer each of a hundred commitments, and the number asked for is sought among hundreds."""
    asked = "信易贷平台注册企业数达到6万家。" * 100
    others = (f"示范园区{chr(0x4E00 + place)}{chr(0x5E00 + place)}增长{place}%。" for place in range(400))
    said = "推进信易贷平台注册企业入驻。" * 100 + "".join(others)
    started = time.process_time()
    compare_plans(make_plan("province", [asked]), make_plan("county", [said]))
    assert time.process_time() - started < 5
