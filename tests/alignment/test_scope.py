"""What is done in one place, or for a few, is a part of what is asked for all."""

from __future__ import annotations

import pytest

from plancmp.alignment.result import Reason, Verdict
from tests.alignment.test_promise import judged

ASKED = "改造提升乡镇商贸中心"


@pytest.mark.parametrize(
    "limited",
    [
        "先从城关镇起步改造提升乡镇商贸中心",
        "只对城关镇改造提升乡镇商贸中心",
        "改造提升乡镇商贸中心一处,其他乡镇暂不安排",
        "改造提升乡镇商贸中心,其余留待以后再议",
    ],
)
def test_a_limit_makes_it_a_part(limited: str) -> None:
    result = judged(limited, ASKED)
    assert (result.verdict, result.reasons) == (Verdict.WEAKENED, (Reason.PARTIAL_MATCH,))


@pytest.mark.parametrize(
    "whole", ["优先改造提升乡镇商贸中心", "率先对城关镇改造提升乡镇商贸中心", "争先改造提升乡镇商贸中心"]
)
def test_other_words_with_the_same_sign_do_not(whole: str) -> None:
    assert judged(whole, ASKED).verdict is Verdict.ADOPTED


def test_a_reference_that_asks_for_a_trial_is_answered_by_one() -> None:
    asked = "开展乡镇商贸中心改造提升试点"
    assert judged("先在城关镇开展乡镇商贸中心改造提升试点", asked).verdict is Verdict.ADOPTED
