"""Documents of other builds than the province's: each says of itself what must be found in it.

They are written for this project, about places that do not exist. Run as a module, it prints what `encode` finds.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

from plancmp.plans.encoding.encoder import Encoded, encode_document
from plancmp.plans.encoding.source_document import squeeze
from plancmp.plans.model import Measure, Section

TITLE = "清河县推进县域经济高质量发展实施方案(2024—2026年)"
PREAMBLE = "为贯彻落实上级部署,加快推动县域经济高质量发展,结合我县实际,制定本方案。"
HEAD = f"清河县人民政府\n2024年5月6日\n{TITLE}\n{PREAMBLE}\n"


@dataclass(frozen=True)
class Item:
    """A measure: its title, the sentences below it, the agencies that carry it out."""

    title: str
    sentences: tuple[str, ...]
    agencies: tuple[str, ...]

    @property
    def text(self) -> str:
        return "".join(self.sentences)

    @property
    def bracket(self) -> str:
        return f"({'、'.join(self.agencies)})"


ITEMS = (
    Item(
        "培育特色产业集群",
        (
            "聚焦装备制造、绿色建材、食品加工三条产业链,建立链长挂钩联系制度。",
            "到2026年,省级特色产业集群达到3个以上。",
        ),
        ("县发展改革局", "县工业和信息化局"),
    ),
    Item(
        "推动企业技术改造",
        ("每年实施投资500万元以上的技改项目30个。", "对设备更新给予贴息支持。"),
        ("县工业和信息化局", "县财政局"),
    ),
    Item(
        "做强县域科创平台",
        ("支持企业与高校共建研发中心。", "到2026年,高新技术企业数量突破60家。"),
        ("县科学技术局",),
    ),
    Item(
        "提升粮食综合产能",
        ("高标准农田建设面积累计达到25万亩。", "落实耕地地力保护补贴。"),
        ("县农业农村局", "县自然资源局", "各乡镇人民政府"),
    ),
    Item(
        "优化营商环境",
        ("推行一件事一次办,政务服务事项全程网办率达到95%以上。",),
        ("县行政审批服务局", "县市场监管局"),
    ),
    Item(
        "健全养老服务体系",
        ("基本养老保险参保率达到96%。", "建设乡镇综合养老服务中心12处。"),
        ("县民政局", "县人力资源社会保障局"),
    ),
)
# Measures as some offices write them: one sentence after the other, none of them a title.
UNTITLED = (
    Item(
        "",
        ("围绕特色产业招商引资,每年引进亿元以上项目15个。", "落实项目专班服务。"),
        ("县商务局", "县投资促进中心"),
    ),
    Item("", ("完善县乡村三级物流体系,到2026年,建成村级服务站点180处。",), ("县交通运输局", "县邮政管理局")),
    Item("", ("实施人才回引计划,每年吸引高校毕业生返乡就业800人以上。", "发放租房补贴。"), ("县委组织部",)),
    Item("", ("推动5G网络向行政村延伸,行政村通达率达到100%。",), ("县工业和信息化局",)),
)
GOALS = ("到2026年,地区生产总值突破420亿元,年均增长6%左右。", "城乡居民收入差距持续缩小。")
SAFEGUARDS = ("成立工作专班,每季度调度一次。", "对成效明显的乡镇予以通报表扬。")
GROUPS = (("产业提质工程", ITEMS[:3]), ("城乡民生工程", ITEMS[3:]))
NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True)
class Build:
    """A document: its text, the measures it has, the sentences to be searchable, the agencies, its targets' rows."""

    name: str
    text: str
    items: tuple[Item, ...]
    titled: bool = True
    sentences: tuple[str, ...] = ()

    @property
    def searchable(self) -> tuple[str, ...]:
        """Every sentence of the body."""
        own = (sentence for item in self.items for sentence in item.sentences)
        return (PREAMBLE, *own, *self.sentences)

    @property
    def agencies(self) -> tuple[tuple[str, ...], ...]:
        return tuple(item.agencies for item in self.items)


@dataclass(frozen=True)
class Row:
    """What was found in a build: counts of what there is and of what was found, and characters lost."""

    name: str
    measures: tuple[int, int]
    agencies: tuple[int, int]
    sections: int
    lost: int


def encode_build(build: Build) -> Encoded:
    return encode_document(build.text.encode(), plan_id="plan")


def compare_build(build: Build) -> Row:
    """Encode a build and compare it with what it says of itself."""
    plan = encode_build(build).plan
    texts = [squeeze(part.text) for part in plan.parts]
    lost = [
        each for each in build.searchable if not any(squeeze(each).rstrip("。") in text for text in texts)
    ]
    found = [agencies_of(measure) for measure in plan.measures]
    return Row(
        build.name,
        (len(build.items), len(found)),
        (sum(map(len, build.agencies)), sum(map(len, found))),
        len(plan.sections),
        sum(map(len, lost)),
    )


def agencies_of(part: Measure | Section) -> tuple[str, ...]:
    return (*part.agencies.lead, *part.agencies.supporting, *part.agencies.responsible)


def chapters_and_titled_articles() -> Build:
    articles = iter(f"第{NUMERALS[number]}条 " for number in range(10))
    general = "".join(f"{next(articles)}{sentence}\n" for sentence in GOALS)
    body = "".join(
        f"第{NUMERALS[number]}章 {title}\n"
        + "".join(f"{next(articles)}【{item.title}】 {item.text}{item.bracket}\n" for item in items)
        for number, (title, items) in enumerate(GROUPS, 1)
    )
    last = f"第四章 附则\n{next(articles)}{SAFEGUARDS[0]}\n{next(articles)}{SAFEGUARDS[1]}\n"
    text = f"{HEAD}第一章 总则\n{general}{body}{last}"
    return Build("chapters, articles with 【titles】", text, ITEMS, sentences=GOALS + SAFEGUARDS)


def no_programme_headings() -> Build:
    measures = "".join(
        f"{number}.{item.title}。{item.text}{item.bracket}\n" for number, item in enumerate(ITEMS, 1)
    )
    text = (
        f"{HEAD}一、主要目标\n{''.join(GOALS)}\n二、重点任务\n{measures}三、组织保障\n{''.join(SAFEGUARDS)}\n"
    )
    return Build("no programme headings", text, ITEMS, sentences=GOALS + SAFEGUARDS)


def no_titles() -> Build:
    measures = "".join(f"{number}.{item.text}{item.bracket}\n" for number, item in enumerate(UNTITLED, 1))
    text = f"{HEAD}一、主要目标\n{''.join(GOALS)}\n二、主要措施\n(一)要素保障工程\n{measures}"
    return Build("measures without titles", text, UNTITLED, titled=False, sentences=GOALS)


def sections_are_measures() -> Build:
    measures = "".join(
        f"{NUMERALS[number]}、{item.title}。{item.text}{item.bracket}\n"
        for number, item in enumerate(ITEMS, 1)
    )
    text = f"{HEAD}一、总体要求\n{''.join(GOALS)}\n{measures}八、保障措施\n{''.join(SAFEGUARDS)}\n"
    return Build("一、二、三、 are the measures", text, ITEMS, sentences=GOALS + SAFEGUARDS)


def nothing_but_items() -> Build:
    measures = "".join(
        f"{number}.{item.title}。{item.text}{item.bracket}\n" for number, item in enumerate(ITEMS, 1)
    )
    return Build("1. 2. 3. below the title", f"{HEAD}{measures}", ITEMS)


def points_in_brackets() -> Build:
    body = "".join(
        f"({NUMERALS[number]}){title}\n"
        + "".join(
            f"({place}){item.title}。{item.text}{item.bracket}\n" for place, item in enumerate(items, 1)
        )
        for number, (title, items) in enumerate(GROUPS)
    )
    text = f"{HEAD}一、主要目标\n{''.join(GOALS)}\n二、重点任务\n{body}三、组织保障\n{''.join(SAFEGUARDS)}\n"
    return Build("(一) above (1)(2)", text, ITEMS, sentences=GOALS + SAFEGUARDS)


def sections_and_items() -> Build:
    body = "".join(
        f"{NUMERALS[number]}、{title}\n"
        + "".join(
            f"{place}. {item.title}\n{item.text}\n责任单位:{'、'.join(item.agencies)}\n"
            for place, item in enumerate(items, 1)
        )
        for number, (title, items) in enumerate(GROUPS)
    )
    return Build("一、 above 1. 2. 3.", f"{HEAD}{body}", ITEMS)


def decimals() -> Build:
    """Measures numbered 1.1 below (一): the headings of programmes must not be taken for them."""
    body = "".join(
        f"({NUMERALS[number]}){title}\n"
        + "".join(
            f"{number + 1}.{place} {item.title}。{item.text}{item.bracket}\n"
            for place, item in enumerate(items, 1)
        )
        for number, (title, items) in enumerate(GROUPS)
    )
    text = f"{HEAD}一、主要目标\n{''.join(GOALS)}\n二、重点任务\n{body}三、组织保障\n{''.join(SAFEGUARDS)}\n"
    return Build("(一) above 1.1", text, ITEMS, sentences=GOALS + SAFEGUARDS)


def decimals_below_items() -> Build:
    body = "".join(
        f"{number}. {title}\n"
        + "".join(
            f"{number}.{place}{item.title}\n{item.text}\n责任单位:{'、'.join(item.agencies)}\n"
            for place, item in enumerate(items, 1)
        )
        for number, (title, items) in enumerate(GROUPS, 1)
    )
    text = f"{HEAD}一、主要目标\n{''.join(GOALS)}\n二、重点任务\n{body}"
    return Build("1. above 1.1", text, ITEMS, sentences=GOALS)


def bullets() -> Build:
    body = "".join(
        f"({NUMERALS[number]}){title}\n为此,落实以下举措。\n"
        + "".join(f"——{item.title}。{item.text}{item.bracket}\n" for item in items)
        for number, (title, items) in enumerate(GROUPS)
    )
    text = f"{HEAD}一、主要目标\n{''.join(GOALS)}\n二、重点任务\n{body}"
    return Build("—— bullets", text, ITEMS, sentences=(*GOALS, "为此,落实以下举措。"))


def table_of_targets() -> Build:
    rows = (
        "序号\t指标\t单位\t2023年实际\t2026年目标\t属性\n"
        "1\t地区生产总值\t亿元\t355\t420以上\t预期性\n"
        "2\t基本养老保险参保率\t%\t93\t96\t约束性\n"
        "3\t高新技术企业\t家\t41\t60\t预期性\n"
    )
    build = no_programme_headings()
    stated = ("2026年地区生产总值420亿元以上", "2026年基本养老保险参保率96%", "2026年高新技术企业60家")
    return Build(
        "a table of targets at the end",
        f"{build.text}附件1\n清河县县域经济主要指标表\n{rows}",
        ITEMS,
        sentences=build.sentences + stated,
    )


BUILDS = (
    chapters_and_titled_articles(),
    no_programme_headings(),
    no_titles(),
    sections_are_measures(),
    nothing_but_items(),
    points_in_brackets(),
    sections_and_items(),
    decimals(),
    decimals_below_items(),
    bullets(),
    table_of_targets(),
)


def build_table() -> str:
    """What was found in every build, as a Markdown table."""
    lines = ["| build | measures | agencies | sections | lost |", "|---|---|---|---|---|"]
    for row in map(compare_build, BUILDS):
        measures, agencies = ("/".join(map(str, counts[::-1])) for counts in (row.measures, row.agencies))
        lines.append(f"| {row.name} | {measures} | {agencies} | {row.sections} | {row.lost} |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(build_table() + "\n")
