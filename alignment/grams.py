"""Character bigrams of a passage: what the fuzzy comparison of two passages counts.

Chinese is written without spaces, so pairs of neighbouring characters stand in for words (the usual unit of
Chinese retrieval without a segmenter). Numbers with units, dates and words such as 全市 are for the checks or local
colour, not content, and are cut out first; synonyms are brought to one form.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache

from plancmp.alignment.language_data import alternatives, language
from plancmp.alignment.normal import normalise


@cache
def _separators() -> re.Pattern[str]:
    words = language("target")
    units = alternatives(words["counters"] + words["amounts"] + words["ratios"])
    quantity = (
        rf"\d[\d.,]*(?:-\d[\d.]*)?(?:{alternatives(words['multipliers'])})?(?:{units})?(?:以上|左右|以内)?"
    )
    return re.compile(
        r"(?:到|至)?20\d\d年(?:\d{1,2}月)?(?:年?[底末])?"
        rf"|{quantity}(?![强GM])|{alternatives(language('wording')['local'])}|[,，、。;；:：/+.!?]"
    )


@cache
def _synonyms() -> tuple[re.Pattern[str], dict[str, str]]:
    entries = language("synonym")
    forms = {form: entry["form"] for entry in entries for form in entry["also"]}
    forms |= {entry["form"]: entry["form"] for entry in entries}  # 专项债 inside 专项债券 stays as it is
    return re.compile(alternatives(forms)), forms


@lru_cache(maxsize=2048)  # a comparison asks for the same wordings, titles and segments again and again
def canonicalise(text: str) -> str:
    """Return the normal form of `text` with every synonym replaced by the form it is compared in."""
    pattern, forms = _synonyms()
    return pattern.sub(lambda match: forms[match[0]], normalise(text))


@lru_cache(maxsize=1024)
def grams(text: str) -> frozenset[str]:
    """Return the bigrams of the content of a passage."""
    runs = _separators().split(canonicalise(text))
    return frozenset(run[index : index + 2] for run in runs for index in range(len(run) - 1))


def bridges(text: str) -> dict[str, str]:
    """The bigrams of a passage that join a word of its own to a boilerplate word, each with the pair it leans on.

    In 湿地保护 the pair 地保 says no more than that a word on 地 is followed by 保护: 林地保护 holds it as well. It
    proves something only where 湿地 is there too. A single character beside a boilerplate word (碳|金融) is one word
    with it, and the pair stands for itself.
    """
    leaning: dict[str, str] = {}
    free: set[str] = set()
    for run in _separators().split(canonicalise(text)):
        common = {index for match in _common_words().finditer(run) for index in range(*match.span())}
        for index in range(len(run) - 1):
            gram = run[index : index + 2]
            if support := _leans_on(run, index, common):
                leaning[gram] = support
            else:
                free.add(gram)
    return {gram: support for gram, support in leaning.items() if gram not in free}


def _leans_on(run: str, index: int, common: Collection[int]) -> str:
    """The neighbouring bigram outside boilerplate words, for a bigram that lies half inside one; "" for any other."""
    first, second = index in common, index + 1 in common
    if first and not second and index + 2 < len(run) and index + 2 not in common:
        return run[index + 1 : index + 3]
    if second and not first and index > 0 and index - 1 not in common:
        return run[index - 1 : index + 1]
    return ""


@cache
def _common_words() -> re.Pattern[str]:
    words = language("wording")
    return re.compile(alternatives(words["boilerplate"].split() + words["particles"]))


@cache
def boilerplate() -> frozenset[str]:
    """The bigrams inside words that any plan uses anywhere (推进, 加快, 体系), which therefore prove little."""
    words = language("wording")["boilerplate"].split()
    return frozenset(word[index : index + 2] for word in words for index in range(len(word) - 1))
