"""Every character that a person sees in a document goes to the plan or is told as left out."""

from __future__ import annotations

from random import Random

import pytest

from tests.plans.conservation import MAKERS, account_for


@pytest.mark.parametrize("form", MAKERS)
@pytest.mark.parametrize("seed", range(25))
def test_no_character_of_a_document_is_lost(form: str, seed: int) -> None:
    account = account_for(MAKERS[form](Random(f"test {seed}")))
    assert account.placed > 0
    assert account.lost == 0
