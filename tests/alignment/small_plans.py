"""A small reference and small plans, their sentences taken from the five documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plancmp.plans.model import Commitment, CommitmentTarget, Measure, Period, Plan, Programme, Witness

TECHNICAL = "引导企业加大技改投资力度,力争技改投资年均增长6%以上。"
INSURANCE = "到2025年,基本养老保险参保率达到{}。"
CREDIT = "持续推进“信易贷”平台应用,注册并实名认证企业数达到6万家。"
WATER = "积极培育水权交易市场,推进开展水权交易。"


def commitment(
    identity: str, text: str, quotes: Mapping[str, str], target: CommitmentTarget | None = None
) -> Commitment:
    """A commitment with a witness for each plan's quote, in the measure of the same number."""
    measure = identity.rpartition(".")[0]
    witnesses = tuple(Witness(plan=plan, measure=measure, quote=quote) for plan, quote in quotes.items())
    return Commitment(id=identity, text=text, target=target, witnesses=witnesses)


def measure(identity: str, title: str, text: str = "", commitments: Sequence[Commitment] = ()) -> Measure:
    """A measure with text or with commitments."""
    return Measure(id=identity, title=title, text=text, commitments=tuple(commitments))


def plan(identity: str, *measures: Measure, name: str = "", period: Period | None = None) -> Plan:
    """A plan of these measures, in programmes by the first part of their ids."""
    numbers = dict.fromkeys(each.id.partition(".")[0] for each in measures)
    programmes = tuple(
        Programme(
            number=int(number),
            title=f"工程{number}",
            measures=tuple(each for each in measures if each.id.partition(".")[0] == number),
        )
        for number in numbers
    )
    return Plan(
        schema="plancmp/plan/1",
        id=identity,
        name=name or identity,
        title=f"{identity}工作方案",
        period=period,
        programmes=programmes,
    )


def small_reference() -> Plan:
    """Two programmes: investment and credit; pensions and water rights."""
    return plan(
        "shandong",
        measure(
            "1.1",
            "推动传统产业技改升级",
            commitments=[
                commitment(
                    "1.1.1",
                    "技改投资年均增长6%以上",
                    {"qingzhou": "推动技改投资年均增长6％以上", "yicheng": "力争技改投资年均增长6%以上"},
                    CommitmentTarget(indicator="技改投资年均增长", value="6%以上"),
                ),
                commitment(
                    "1.1.2",
                    "推进“信易贷”",
                    {"binzhou": "持续推进“信易贷”平台应用", "qingzhou": "深入推进“信易贷”工作"},
                ),
            ],
        ),
        measure(
            "2.1",
            "推动公共服务均等化",
            commitments=[
                commitment(
                    "2.1.1",
                    "基本养老保险参保率达到96%",
                    {"binzhou": "基本养老保险参保率达到96%", "qingzhou": "基本养老保险参保率达到96%"},
                    CommitmentTarget(indicator="基本养老保险参保率", value="96%"),
                ),
                commitment(
                    "2.1.2",
                    "积极推进水权交易",
                    {"binzhou": "推进开展水权交易", "yicheng": "探索开展区域水权市场化交易"},
                ),
            ],
        ),
        name="山东省",
        period=Period(start=2023, end=2025),
    )


def small_plan(identity: str = "yicheng", insurance: str = "93%以上", name: str = "峄城区") -> Plan:
    """Investment and pensions are there, credit and water rights are not."""
    return plan(
        identity,
        measure("1.1", "推动传统产业技改升级", TECHNICAL),
        measure("2.1", "推动公共服务均等化", INSURANCE.format(insurance)),
        measure("2.2", "促进职业教育发展", "支持职业院校与企业共建实训基地。"),
        name=name,
    )
