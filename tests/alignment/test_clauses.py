"""Splitting measures into sentences and segments."""

from plancmp.alignment.clauses import split_sentences


def segments(text: str) -> list[list[str]]:
    return [
        [sentence.quote(place, place) for place in range(len(sentence.spans))]
        for sentence in split_sentences("1.1", text)
    ]


def test_sentences_end_at_stops_and_segments_at_commas() -> None:
    assert segments("深化千兆城市成果,加快5G基站建设。推进算力;") == [
        ["深化千兆城市成果", "加快5G基站建设"],
        ["推进算力"],
    ]


def test_full_and_half_width_punctuation_split_alike() -> None:
    half = "到2025年,占比达到5.5%;实施1,000个项目."
    full = "到2025年，占比达到5.5％；实施1,000个项目。"
    assert len(segments(half)) == len(segments(full)) == 2
    assert segments(half)[1] == segments(full)[1] == ["实施1,000个项目"]


def test_quotes_are_verbatim_and_joined_over_commas() -> None:
    text = " 建设园区, 力争建成5个园区 。"
    (sentence,) = split_sentences("1.1", text)
    assert sentence.quote(0, 1) == sentence.text == "建设园区, 力争建成5个园区"
    assert sentence.text in text


def test_a_date_or_a_condition_belongs_to_what_it_opens() -> None:
    assert segments("力争到2025年,建成园区,待省统一部署,下放事项") == [
        ["力争到2025年,建成园区", "待省统一部署,下放事项"]
    ]


def test_a_date_alone_stays_a_segment() -> None:
    assert segments("到2025年") == [["到2025年"]]


def test_text_without_content_has_no_sentences() -> None:
    assert split_sentences("1.1", " 。;,。") == ()


def test_signs_that_nobody_sees_part_nothing_and_stay_in_the_quotes() -> None:
    text = "\u200b建设园区1\u2060,\u2060000个\ufe00，\u200d力争建成5\u200b.\u200b5公里\u00ad。\ufe0f"
    (sentence,) = split_sentences("1.1", text)
    assert [sentence.quote(place, place) for place in range(len(sentence.spans))] == [
        "建设园区1\u2060,\u2060000个",
        "力争建成5\u200b.\u200b5公里",
    ]
