"""A grammar of promises: clauses in which every form of numeral, unit, comparator, bracket and hedge can meet.

What it makes need not be sense. It is what a plan could say, and what nobody would: no text may make the tool fail.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from random import Random

from plancmp.alignment.language_data import language
from plancmp.plans.model import Agencies, Measure, Period, Plan, Programme, Section

_DIGITS = "零〇一二两三四五六七八九"
_NUMERALS = (
    "三五", "两三", "七八十", "二三十", "十三四", "五六十", "三四百", "十几", "几十", "数十", "数百",
    "上百", "近千", "十余", "百余", "一百二十", "一百零一", "三千五", "两万", "百分之七八十",
    "百分之九十五", "百分之三点五", "千分之五", "万分之一二", "三分之二", "零分之五", "百分之零",
    "九成五", "七八成", "十成", "九成半", "五六七", "九八", "一百百", "十百千", "万亿", "半",
)  # fmt: skip
_FIGURES = (
    "0", "00", "0.5", ".5", "5.", "1.2.3", "100", "1,000", "1,00", "12,345,678.9", "１２", "１，０００",
    "９５．５", "0.5-0.8", "2—3", "3~5", "10到20", "20至10", "2023", "5G", "①", "⑩", "Ⅻ", "٣", "1e9",
    "-3", "+4", "1/3", "9" * 15, "9" * 16, "9" * 400,
)  # fmt: skip
_MULTIPLIERS = (
    "", "", "", "十", "百", "千", "万", "十万", "千万", "亿", "万亿", "亿万", "余", "多", "来", "几",
    "万余",
)  # fmt: skip
_WHOLE = (
    "全覆盖", "百分之百", "零的突破", "破零", "翻一番", "翻两番", "千亿大关", "万亿大关", "十四五",
    "三个一批", "一个",
)  # fmt: skip
_OPENERS = (
    "到2025年,", "到2025年底前，", "力争到２０３０年,", "“十四五”期末,", "每年", "年均", "截至目前,",
    "其中,", "2024年6月底前,", "根据《关于2023年某事的通知》,", "待省统一部署后,", "条件成熟时,",
    "视财力情况,", "若资金到位,则", "在上级支持下,",
)  # fmt: skip
_HEDGES = (
    "确保", "力争", "争取", "鼓励", "支持", "探索", "研究", "暂缓", "严禁", "不得", "原则上", "适时",
    "配合省级", "协助", "可以", "努力",
)  # fmt: skip
_VERBS = (
    "", "新建", "培育", "达到", "增长", "提高", "提高到", "下降", "控制在", "实现", "分别达到",
    "累计完成", "保持在", "建设、改造",
)  # fmt: skip
_NAMES = (
    "技改投资", "基本养老保险参保率", "信易贷平台注册企业数", "水权交易", "森林覆盖率", "高新技术企业",
    "A率、B率", "单位GDP能耗", "增加值占比", "示范园区", "规模以上工业企业", "“一村一品”示范村",
    "研发投入强度", "县", "",
)  # fmt: skip
_BRACKETS = (
    "(含{})", "（{}）", "(不低于{})", "〔{}〕", "[{}]", "【{}】", "《{}》", "“{}”",
    "(市科技局牵头，{})", "({}", "{})", "（（{}））", "『{}』", "{}",
)  # fmt: skip
_MARKS = (
    "。", "。", ";", "；", ",", "，", "、", "!", "？", "…", ":", "\n", ".", "．", " ", "", "和", "以及",
)  # fmt: skip
_ODD = (
    "\u200b", "\u00ad", "\ufe0f", "\u3000", "\t", "\U00020000", "é", "e\u0301", "\U000e0041", "<b>", "|",
    "{0}", "%s", "\\", "=1+1",
)  # fmt: skip
_COUNTERS = ("counters", "amounts", "ratios")
_BEFORE = ("at_least_before", "at_most_before", "about")
_AFTER = ("at_least_after", "at_most_after", "about")


@cache
def _known(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Words that the tool itself knows, and none: whatever is added to them is tried."""
    return ("", *dict.fromkeys(word for key in keys for word in language("target")[key]))


def make_number(random: Random) -> str:
    """A number in any form, with what multiplies it: 三五, 1,000, 百分之七八十, 0.5万亿."""
    said = _one_number(random)
    if random.random() < 0.2:
        said += random.choice(("—", "-", "至", "到", "~", "、", "/", "分之")) + _one_number(random)
    return said + random.choice(_MULTIPLIERS)


def _one_number(random: Random) -> str:
    makers = (
        lambda: random.choice(_NUMERALS),
        lambda: random.choice(_FIGURES),
        lambda: "".join(random.choices(_DIGITS + "十百千万亿几数点", k=random.randint(1, 8))),
        lambda: "".join(random.choices("0123456789,.%-—至", k=random.randint(1, 10))),
        lambda: f"{random.random() * 10 ** random.randint(0, 15):.10g}",
        lambda: f"{random.randint(0, 10**7):,}",
    )
    return random.choice(makers)()


def make_quantity(random: Random) -> str:
    """A number between its comparators, with its unit; or a word that stands for all of it."""
    if random.random() < 0.1:
        return random.choice(_WHOLE)
    before, unit, after = (random.choice(_known(keys)) for keys in (_BEFORE, _COUNTERS, _AFTER))
    return before + make_number(random) + unit + after


def make_clause(random: Random) -> str:
    """One clause: when, how firmly, what is done, of what, how much, and a bracket; then a mark."""
    amounts = [make_quantity(random) for _ in range(random.choice((1, 1, 1, 2, 4)))]
    amount = random.choice(("、", "和", ",", "；", "分别为")).join(amounts)
    core = [random.choice(_NAMES), random.choice(_VERBS), amount]
    if random.random() < 0.5:  # 新建10个园区, or 园区达到10个
        core = [core[1], amount, core[0]]
    inside = random.choice((make_quantity(random), random.choice(_NAMES)))
    bracket = random.choice(_BRACKETS).format(inside) if random.random() < 0.3 else ""
    opener = random.choice(("", *_OPENERS)) + random.choice(("", *_HEDGES))
    odd = random.choice(_ODD) if random.random() < 0.1 else ""
    return "".join((opener, *core, bracket, random.choice(_MARKS), odd))


def make_passage(random: Random) -> str:
    """Clauses one after the other, at times one many times over, among words that could stand anywhere."""
    if random.random() < 0.05:
        return f"实施{make_clause(random) * random.randint(20, 60)}"
    loose = (*_HEDGES, *_OPENERS, *_WHOLE)
    pieces = [
        make_clause(random) if random.random() < 0.8 else random.choice(loose)
        for _ in range(random.randint(1, 8))
    ]
    return f"实施{''.join(pieces)}"


def make_pair(random: Random) -> tuple[Plan, Plan]:
    """A reference, and a plan that keeps some of its words, changes some, or says things of its own."""
    asked = [make_passage(random) for _ in range(random.randint(1, 4))]
    answers = [_answer(random, text) for text in random.sample(asked, len(asked))]
    sections = [make_passage(random) for _ in range(random.randint(0, 2))]
    return make_plan("province", asked), make_plan("county", answers, sections)


def _answer(random: Random, text: str) -> str:
    place = random.randint(2, len(text))
    changed = text[:place] + make_clause(random) + text[place:]
    return random.choice((text, changed, text[:place], make_passage(random)))


def make_plan(plan_id: str, texts: Sequence[str], sections: Sequence[str] = ()) -> Plan:
    """A plan of one programme, with a measure for each text."""
    measures = tuple(
        Measure(
            id=f"1.{place}",
            title=text[:12].strip() or "一条",
            text=text,
            agencies=Agencies(lead=("市科技局",)),
        )
        for place, text in enumerate(texts, start=1)
    )
    return Plan(
        schema="plancmp/plan/1",
        id=plan_id,
        name="某省" if plan_id == "province" else "某县",
        title="某地行动方案（2023—2025年）",
        period=Period(start=2023, end=2025),
        programmes=(Programme(number=1, title="重点任务", measures=measures),),
        sections=tuple(
            Section(id=f"S{place}", kind="goals", title="主要目标", text=text)
            for place, text in enumerate(sections, start=1)
        ),
    )
