"""Fingerprints: another word is told, other punctuation is not."""

from __future__ import annotations

import pytest

from plancmp.plans.decisions.fingerprints import (
    fingerprint,
    fingerprint_of_quotes,
    normal_form,
    stands_in,
    still_reads,
)

TEXT = "深化“放管服”改革,动态调整权责清单。落实市场准入负面清单,到2025年达到6.5%以上；推进“一网通办”。"
QUOTE = "动态调整权责清单"


@pytest.mark.parametrize(
    "printed",
    [
        "深化「放管服」改革，动态调整权责清单。 落实市场准入负面清单，"
        "到２０２５年达到６．５％以上;推进\u200b《一网通办》。",
        "深化放管服改革\n动态调整权责清单\n落实市场准入负面清单\n到 2025 年达到 6.5% 以上\n推进一网通办",
    ],
)
def test_width_marks_spaces_and_lines_do_not_count(printed: str) -> None:
    assert fingerprint(printed) == fingerprint(TEXT)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("达到6.5%", "达到65%"),
        ("达到6%", "达到6"),
        ("3-5家", "35家"),
        ("1.5倍", "15倍"),
        ("2023−2025年", "20232025年"),
        ("6%以上", "6%左右"),
    ],
)
def test_what_changes_a_number_counts(one: str, other: str) -> None:
    assert fingerprint(one) != fingerprint(other)


@pytest.mark.parametrize("dash", ["-", "—", "～", "−"])
def test_a_dash_is_a_dash_however_long(dash: str) -> None:
    assert fingerprint(f"3{dash}5家") == fingerprint("3–5家")


def test_texts_taken_together_keep_their_bounds() -> None:
    assert fingerprint("甲乙", "丙") != fingerprint("甲", "乙丙")


def test_each_character_left_knows_its_place() -> None:
    form = normal_form("“甲”㎡，乙")
    assert (form.text, list(form.places)) == ("甲m2乙", [1, 3, 3, 5])


@pytest.mark.parametrize("quote", ["动态 调整，权责清单", "“放管服”改革动态调整"])
def test_a_quote_stands_whatever_is_between_its_words(quote: str) -> None:
    assert stands_in(quote, TEXT)


@pytest.mark.parametrize("quote", ["", "。", "动态调整责任清单"])
def test_other_words_and_no_words_do_not_stand(quote: str) -> None:
    assert not stands_in(quote, TEXT)


class TestSentencesQuoted:
    READ = fingerprint_of_quotes([(QUOTE, TEXT)])

    @pytest.mark.parametrize(
        "text",
        [
            TEXT.replace(",", "，").replace("。", "."),
            TEXT.replace(",", "。"),  # other sentences, the same words
            TEXT.replace("。", ""),
            TEXT.replace("达到6.5%以上", "达到5%左右"),  # another sentence
            "新增一句。" + TEXT,
        ],
    )
    def test_still_read_as_they_were(self, text: str) -> None:
        assert still_reads(self.READ, [(QUOTE, text)])

    @pytest.mark.parametrize(
        "text",
        [
            TEXT.replace("深化", "待条件成熟时深化"),
            TEXT.replace("动态调整权责清单", "探索动态调整权责清单"),
            TEXT.replace("动态调整权责清单。", "动态调整权责清单的试点。"),
            TEXT.replace(QUOTE, "制定权责清单"),
            "",
        ],
    )
    def test_another_word_in_the_sentence_is_told(self, text: str) -> None:
        assert not still_reads(self.READ, [(QUOTE, text)])

    def test_each_of_several_quotes_counts(self) -> None:
        pairs = [(QUOTE, TEXT), ("一网通办", TEXT)]
        read = fingerprint_of_quotes(pairs)
        changed = TEXT.replace("推进", "有序推进")
        assert still_reads(read, pairs)
        assert not still_reads(read, [(QUOTE, changed), ("一网通办", changed)])
        assert not still_reads(read, pairs[:1])

    def test_a_sentence_said_twice_is_found_where_it_is_unchanged(self) -> None:
        text = f"{QUOTE}。其他。{TEXT}"
        read = fingerprint_of_quotes([(QUOTE, TEXT)])
        assert still_reads(read, [(QUOTE, text)])
