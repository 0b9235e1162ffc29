"""Any bytes at all: a short run of what `make fuzz` runs for minutes, and what took too long before."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings

from tests.plans.documents import page, read_source
from tests.plans.fuzz_targets import check_any_bytes, encode_any_bytes
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
