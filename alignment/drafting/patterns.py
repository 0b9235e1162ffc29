"""The expressions that clauses are held against, made of words.toml when they are first needed."""

from __future__ import annotations

import re
from functools import cache

from plancmp.alignment.drafting.words import any_of, longest_first, words

_DATE = r"(?:(?:力争|争取|确保|计划)?(?:[到至]|截至)?20\d\d年(?:\d{1,2}月)?(?:年?[底末])?(?:之?前|以前)?,?)"


def _begins_with_action(verbs: str, *, told_of: bool) -> re.Pattern[str]:
    adverbs, addressed = longest_first(words("adverb")["words"]), list(words("addressed")["words"])
    subjects = any_of(addressed if told_of else [*addressed, *words("bare")["words"]])
    lead = rf"(?:{_DATE})?(?:{subjects})?(?:(?:在|从|以|按)[^,]{{2,16}}[中上里])?"
    duty = r"(?:[^,]{1,16}?(?:要|应|须|应当|必须))?"
    return re.compile(rf"^{lead}{duty}(?:(?:{adverbs})(?:、|地|和)?|[^,、]{{3,8}}、){{0,6}}(?:{verbs})")


@cache
def acts() -> re.Pattern[str]:
    """A clause that begins with a verb of command, after dates, places and adverbs."""
    return _begins_with_action(longest_first(words("action")["words"]), told_of=False)


@cache
def acts_where_others_are_told_of() -> re.Pattern[str]:
    """The same in a text that addresses others: 企业开展研发 tells of them, 企业要开展研发 commands."""
    return _begins_with_action(longest_first(words("action")["words"]), told_of=True)


@cache
def begins_with_noun() -> re.Pattern[str]:
    """A clause that begins with a noun made of a verb of command (创新平台…, 服务业…)."""
    table = words("action")
    return re.compile(
        rf"^(?:{longest_first(table['also_nouns'])})(?:{any_of(table['noun_after'])})(?![^,]{{0,10}}[要应须])"
    )


@cache
def results() -> re.Pattern[str]:
    """A clause that begins with a verb of a result."""
    return _begins_with_action(f"(?P<verb>{longest_first(words('result')['words'])})", told_of=False)


@cache
def light() -> re.Pattern[str]:
    """A verb of command inside a clause that begins with a preposition."""
    table = words("light")
    names = any_of(table["not_before"])
    return re.compile(rf"^[^,]{{2,60}}?(?:{longest_first(table['words'])})(?!{names})[^,]{{2}}")


@cache
def occasion_end() -> re.Pattern[str]:
    """The end of a clause that names an occasion, whatever verbs it has inside."""
    return re.compile(rf"(?:{any_of(words('light')['not_before'])}|作用|优势|功能)[上下中里]?$")


@cache
def openings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The kinds of openings by their reason codes."""
    return tuple((each["reason"], re.compile(any_of(each["words"]))) for each in words("opening"))


@cache
def aims() -> re.Pattern[str]:
    """A clause that says what something is for."""
    return re.compile(any_of(each for table in words("purpose") for each in table["words"]))


@cache
def vague() -> re.Pattern[str]:
    """The end of a clause that names a bare aim."""
    return re.compile(any_of(words("result")["vague"]))


@cache
def slogans() -> re.Pattern[str]:
    """A call or a summing-up."""
    return re.compile(any_of(each for table in words("slogan") for each in table["words"]))


@cache
def facts() -> re.Pattern[str]:
    """A state, a reason, a deed of the past."""
    return re.compile(any_of(words("background")["words"]))


@cache
def always_facts() -> re.Pattern[str]:
    """Forms in which nothing is promised, whatever verb the clause begins with."""
    return re.compile(any_of(words("background")["always"]))


@cache
def fronted() -> re.Pattern[str]:
    """A clause that begins with a preposition, a means, or whom it leads, and goes on to a verb of command."""
    table = words("action")
    verbs = longest_first(set(table["words"]) - set(table["also_nouns"]))
    inside = light().pattern.removeprefix("^")
    adverbs, led = longest_first(words("adverb")["words"]), any_of(words("light")["led"])
    return re.compile(
        rf"^(?:{adverbs}){{0,4}}(?:(?:[把将对与按为由视从向]|依据|依托|坚持|采[用取]|利用|运用|借助|{led})[^,]{{2,40}}?"
        rf"(?:{verbs})|(?=[在以]|通过|根据|围绕|聚焦|瞄准|针对|结合|[把将对向从]|依据|依托){inside})"
    )


@cache
def led() -> re.Pattern[str]:
    """A clause that begins with a verb which leads others to do something."""
    return re.compile(rf"^(?:{any_of(words('light')['led'])})")


@cache
def noun_end() -> re.Pattern[str]:
    """The end of a clause that only names somebody or something (对…的项目)."""
    return re.compile(r"的[^,的]{1,5}$|[型类]”?$")


@cache
def manner_end() -> re.Pattern[str]:
    """The end of a clause that only names a means."""
    return re.compile(r"(?:方式|形式|渠道|途径|手段|等平台|等载体|模式|办法|机遇)$")


@cache
def dated() -> re.Pattern[str]:
    """A clause that opens with a date to come."""
    return re.compile(r"^(?:力争|争取|确保|计划)?[到至]20\d\d年")


@cache
def past() -> re.Pattern[str]:
    """The beginning of a sentence that tells what was or is."""
    return re.compile(any_of(words("background")["time"]))


@cache
def sets_number() -> re.Pattern[str]:
    """An indicator and the verb that sets its number."""
    return re.compile(rf"[^,]{{2}}(?:{any_of(words('number')['set_by'])})")


@cache
def sets_end() -> re.Pattern[str]:
    """An end to be reached that needs no number."""
    return re.compile(any_of(words("number")["ends"]))


@cache
def turns_to_duty() -> re.Pattern[str]:
    """Where a sentence on what is so turns to what is to be done."""
    return re.compile(rf"^(?:{any_of(words('background')['until'])})")


@cache
def reached() -> re.Pattern[str]:
    """How many the work that was named before reaches."""
    return re.compile(rf"^(?:{any_of(words('number')['reached'])})")


@cache
def dependent() -> re.Pattern[str]:
    """A clause that says how the promise before it is carried out."""
    return re.compile(any_of(words("continued")["dependent"]))


@cache
def makes() -> re.Pattern[str]:
    """A clause that begins with a verb by which something new is made."""
    return _begins_with_action(any_of(words("continued")["makes"]), told_of=False)


@cache
def umbrella() -> re.Pattern[str]:
    """A clause that only names a scheme; what it consists of follows."""
    return re.compile(any_of(words("continued")["umbrella"]))


@cache
def addresses() -> re.Pattern[str]:
    """A clause that begins with whom the text calls on, or with a verb that leads others."""
    table, adverbs = words("addressing"), longest_first(words("adverb")["words"])
    return re.compile(
        rf"^(?:(?:{adverbs}){{0,3}}(?:{any_of(table['leading'])})|(?:{any_of(table['called'])}))"
    )


@cache
def works() -> re.Pattern[str]:
    """A clause that begins with a work to be done, whoever does it."""
    return _begins_with_action(any_of(words("addressing")["works"]), told_of=False)


@cache
def turns() -> re.Pattern[str]:
    """Where a sentence on the issuer's tasks turns to the places again."""
    return re.compile(any_of(words("own")["turn"]))


@cache
def own_tasks(level: str) -> re.Pattern[str]:
    """What an issuer of this level (province, prefecture) does itself."""
    table, name = words("own"), words("levels")[level]
    return re.compile(any_of((*table["subject"], *table["act"])).replace("{level}", name))
