"""Mutations of clauses: one thing that a measure promises goes, falls, softens, waits or moves."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from random import Random

from plancmp.alignment.result import Reason, Verdict
from tests.alignment.editing import measure_of, plan_named, sentences_of
from tests.alignment.mutation_case import (
    Case,
    Expected,
    closed,
    make_case,
    texts_of,
    with_quote,
    with_segment,
    with_sentence,
)
from tests.alignment.mutation_targets import Clause, may_speak_of, segments_of

WORDS = tomllib.loads((Path(__file__).parent / "data" / "mutations.toml").read_text("utf-8"))
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_COUNT = re.compile(
    r"(?P<verb>(?:达到|达|稳定在|突破|累计)*)(?:不少于|至少)?\d[\d.,]*(?:[万亿]+)?(?:个|家|人|所|处|亩|吨|斤|千瓦|%|％|场次|项)(?:以上|左右)?"
)
_HEAD = re.compile(
    rf"(?P<adverbs>(?:{'|'.join(WORDS['adverbs'])})*)"
    rf"(?P<verb>{'|'.join(WORDS['plain_verbs'] + WORDS['other_verbs'])})"
)


def drop_commitment(clause: Clause, chance: Random) -> Case | None:
    """Every clause goes that carries the commitment, and what is left of it in the same sentences."""
    if not clause.stands_only_in:
        return None
    places = {(clause.measure, clause.segment)}
    places |= {(passage.measure, passage.quote) for passage in clause.places}
    texts = texts_of(clause.base)
    edited = set()
    for measure, quote in places:
        for sentence in sentences_of(measure_of(plan_named(clause.base), measure).text):
            if quote in sentence:
                edited.add((measure, sentence))
                texts[measure] = texts[measure].replace(sentence, _without(sentence, clause, places))
    expected = Expected(clause.commitment.id, Verdict.OMITTED)
    return make_case(clause.base, texts, clause.segment, (expected,), frozenset(edited))


def _without(sentence: str, clause: Clause, places: set[tuple[str, str]]) -> str:
    gone = [quote for _, quote in places]
    kept = [
        segment
        for segment in segments_of(sentence)
        if not may_speak_of(clause.commitment, segment)
        and not any(segment in quote or quote in segment for quote in gone)
    ]
    return "，".join(kept) + "。" if kept else ""


def lower_share(clause: Clause, chance: Random) -> Case | None:
    """A share or growth rate falls below the province's."""
    return _with_share(clause, chance.choice((0.5, 0.7, 0.8, 0.9, 0.95)), Reason.TARGET_LOWERED)


def raise_share(clause: Clause, chance: Random) -> Case | None:
    """A share or growth rate rises above the province's."""
    return _with_share(clause, chance.choice((1.01, 1.02, 1.03, 1.04, 1.1, 1.25, 1.5, 2)), None)


def _with_share(clause: Clause, factor: float, reason: Reason | None) -> Case | None:
    target = clause.commitment.target
    phrase = target.stated.get(clause.base) if target and target.value else None
    number = _NUMBER.search(phrase) if phrase else None
    if not (phrase and number and clause.quote.count(phrase) == 1 and _says_it_once(clause, number[0])):
        return None
    value = round(float(number[0]) * factor, 1)
    if value > 100 or (float(number[0]) == 100 and reason is None):
        return None
    changed = clause.quote.replace(phrase, phrase.replace(number[0], f"{value:g}"))
    verdict = Verdict.WEAKENED if reason else Verdict.ADOPTED
    expected = Expected(
        clause.commitment.id, verdict, (reason,) if reason else (), strengthened=reason is None
    )
    return with_quote(clause, changed, expected)


def _says_it_once(clause: Clause, number: str) -> bool:
    return not any(
        number in passage.quote
        for passage in clause.places
        if passage.measure != clause.measure or passage.quote not in clause.sentence
    )


def delete_target(clause: Clause, chance: Random) -> Case | None:
    """The number goes, the thing stays."""
    target = clause.commitment.target
    phrase = target.stated.get(clause.base) if target else None
    if not (phrase and clause.is_only_home and _COUNT.search(clause.segment)):
        return None
    changed = _COUNT.sub(_vague, clause.segment).replace("至少", "")
    expected = Expected(clause.commitment.id, Verdict.WEAKENED, (Reason.TARGET_DROPPED,))
    return with_segment(clause, changed, expected)


def _vague(count: re.Match[str]) -> str:
    """What an author writes in the place of a number: a verb if there was one, else nothing."""
    return {"": "", "稳定在": "保持稳定"}.get(count["verb"], "稳步提高")


def move_deadline(clause: Clause, chance: Random) -> Case | None:
    """The date in front of the promise moves behind the province's."""
    before, _, behind = clause.sentence.partition(clause.quote)
    if not clause.is_only_home or re.findall(r"20\d\d年", before)[-1:] != ["2025年"] or "年" in clause.quote:
        return None
    head, _, tail = before.rpartition("2025年")
    year = chance.choice((2026, 2027, 2028, 2030))
    expected = Expected(clause.commitment.id, Verdict.WEAKENED, (Reason.DEADLINE_LATER,))
    sentence = f"{head}{year}年{tail}{clause.quote}{behind}"
    return with_sentence(clause, sentence, f"{year}年…{clause.segment}", expected)


def soften_verb(clause: Clause, chance: Random) -> Case | None:
    """The verb that governs the clause turns into exploring or encouraging."""
    head = _head(clause)
    if head is None or _says(clause.other_wordings, WORDS["hedges"]) or head["verb"] in {"支持", "引导"}:
        return None
    changed = chance.choice(WORDS["soft"]) + clause.segment[head.start("verb") :]
    expected = Expected(clause.commitment.id, Verdict.WEAKENED, (Reason.OBLIGATION_SOFTENED,))
    return with_segment(clause, changed, expected)


def harden_verb(clause: Clause, chance: Random) -> Case | None:
    """The verb that governs the clause turns into a duty."""
    head = _head(clause)
    if head is None or head["verb"] not in WORDS["plain_verbs"]:
        return None
    if _says((*clause.other_wordings, clause.segment), WORDS["force"]) or _says(
        (clause.segment,), WORDS["hedges"]
    ):
        return None
    changed = chance.choice(WORDS["hard"]) + clause.segment[head.start("verb") :]
    return with_segment(clause, changed, Expected(clause.commitment.id, Verdict.ADOPTED, strengthened=True))


def add_condition(clause: Clause, chance: Random) -> Case | None:
    """The clause is made to wait."""
    if _head(clause) is None or _says(clause.other_wordings, WORDS["hedges"]):
        return None
    changed = chance.choice(WORDS["conditions"]) + clause.segment
    expected = Expected(clause.commitment.id, Verdict.WEAKENED, (Reason.MADE_CONDITIONAL,))
    return with_segment(clause, changed, expected)


def _head(clause: Clause) -> re.Match[str] | None:
    """The verb that governs the whole quote from the head of its clause, when it is the commitment's only home."""
    head = _HEAD.match(clause.segment)
    if head is None or not clause.is_only_home or len(segments_of(clause.quote)) > 1:
        return None
    return head if clause.segment.index(clause.quote) <= head.start("verb") else None


def _says(texts: tuple[str, ...], said: list[str]) -> bool:
    return any(word in text for text in texts for word in said)


def move_sentence(clause: Clause, chance: Random) -> Case | None:
    """The sentence goes to the end of a measure in another programme."""
    if not clause.is_only_home:
        return None
    others = [
        measure
        for measure in plan_named(clause.base).measures
        if measure.id.split(".")[0] != clause.measure.split(".")[0]
    ]
    home = chance.choice(others)
    texts = texts_of(clause.base)
    texts[clause.measure] = texts[clause.measure].replace(clause.sentence, "")
    texts[home.id] = closed(texts[home.id]) + closed(clause.sentence)
    expected = Expected(clause.commitment.id, Verdict.ADOPTED, home=home.id)
    note = f"{clause.segment} → {home.id}"
    return make_case(clause.base, texts, note, (expected,), frozenset({(clause.measure, clause.sentence)}))
