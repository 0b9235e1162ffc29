"""Shared words: what is marked in two passages, and that marking changes no text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancmp.alignment.highlight import highlight_shared


def marked(text: str, *others: str) -> str:
    return "".join(
        f"[{piece.text}]" if piece.shared else piece.text for piece in highlight_shared(text, others)
    )


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        ("力争技改投资年均增长6%以上", "技改投资 年均增长６％以上", "力争[技改投资年均增长6%以上]"),
        ("参保率达到96%", "参保率达到6%", "[参保率达到]96%"),
        ("到2025年底", "到2024年底", "到2025[年底]"),
        ("开展“一对一”诊断", "一对一诊断服务", "开展“[一对一”诊断]"),
        ("加快推进5G基站建设", "推进5G基站", "加快[推进5G基站]建设"),
        ("水权,碳汇", "水权碳汇", "[水权],[碳汇]"),
        ("水权交易", "碳排放", "水权交易"),
        ("", "水权", ""),
    ],
)
def test_the_same_words_are_marked_whatever_their_width_quotes_and_spaces(
    text: str, other: str, expected: str
) -> None:
    assert marked(text, other) == expected


def test_words_of_any_plan_are_not_marked_alone() -> None:
    assert marked("推进水权交易", "推进国土绿化") == "推进水权交易"
    assert marked("推进水权交易", "推进水权改革") == "[推进水权]交易"


def test_every_other_passage_counts() -> None:
    assert marked("培育集群和碳汇", "特色集群", "碳汇项目") == "培育[集群]和[碳汇]"


def test_a_passage_is_wholly_shared_with_itself() -> None:
    assert (
        marked("优选部分企业组织开展诊断服务", "优选部分企业组织开展诊断服务")
        == "[优选部分企业组织开展诊断服务]"
    )


@given(st.text(), st.lists(st.text(), max_size=3))
def test_highlighting_loses_and_adds_nothing(text: str, others: list[str]) -> None:
    pieces = highlight_shared(text, others)
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text for piece in pieces)
    assert all(left.shared != right.shared for left, right in pairwise(pieces))
