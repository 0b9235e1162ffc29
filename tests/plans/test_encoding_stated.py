"""What a site states beside a document: read from tables and lines of all builds, and only where the text is silent."""

from __future__ import annotations

import pytest

from plancmp.plans.encoding.encoder import encode_document
from plancmp.plans.encoding.source_formats import extract_text
from plancmp.plans.encoding.stated import NOTHING_STATED, Stated, read_stated
from tests.plans.documents import page
from tests.plans.sites import BARE, METADATA, QINGZHOU

ALL = Stated("青州市人民政府", "青政发〔2024〕2号", "2024-02-18", "11370781MB28/2024-00017")


def with_table(text: str, table: str = METADATA) -> bytes:
    """The document on a page, a table above it."""
    return page(text).replace('<div class="article">', f'{table}<div class="article">').encode()


@pytest.mark.parametrize(
    "built",
    [
        METADATA,
        METADATA.replace("td>", "th>").replace("：", ""),
        "<ul><li><label>索引号：</label>11370781MB28/2024-00017</li>"
        "<li><b>文　　号</b>：<span>青政发〔2024〕2号</span></li>"
        "<li>发文机关：青州市人民政府</li><li>【成文日期】2024-02-18</li></ul>",
        "<p>索引号: 11370781MB28/2024-00017 发布机构: 青州市人民政府 "
        "文号: 青政发〔2024〕2号 成文时间: 2024.2.18 有效</p>",
        "<p><b>发布机构：</b>青州市人民政府<b>文号：</b>青政发〔2024〕2号<b>索引号：</b>11370781MB28/2024-00017"
        "<b>发文日期：</b>2024/2/18</p>",
    ],
)
def test_the_table_is_read_in_any_build(built: str) -> None:
    assert extract_text(with_table(BARE, built))[0].stated == ALL


@pytest.mark.parametrize(
    "text",
    [
        "发布机构： 成文日期： 文号： 索引号：",
        "索引号：无\n发布机构：青州\n文号：2号\n成文日期：2024-13-40",
        "由发布机构青州市人民政府解释",
        "",
    ],
)
def test_what_is_left_empty_or_is_no_such_thing_is_not_taken(text: str) -> None:
    assert read_stated(text) == NOTHING_STATED


def test_the_day_of_the_document_goes_before_that_of_the_page() -> None:
    assert read_stated("发布日期：2024-02-20\n成文日期：2024-02-18").issued == "2024-02-18"
    assert read_stated("发布日期：2024-02-20").issued == "2024-02-20"


def test_a_plan_whose_text_is_silent_gets_what_is_stated() -> None:
    encoded = encode_document(with_table(BARE), plan_id="plan")
    plan = encoded.plan
    assert Stated(plan.issuer, plan.document_number, plan.issued, plan.index_number) == ALL
    assert {each.found for each in encoded.report.review_items if each.kind == "field_not_found"} == set()


def test_what_the_text_says_goes_before_what_is_stated() -> None:
    other = METADATA.replace("青州市人民政府", "某市大数据局").replace("02月18日", "03月09日")
    plan = encode_document(with_table(QINGZHOU, other), plan_id="plan").plan
    text = encode_document(QINGZHOU.encode(), plan_id="plan").plan
    assert (plan.issuer, plan.issued) == (text.issuer, text.issued)
    assert plan.index_number == ALL.index_number


BODY = "为贯彻落实上级文件（2020年1月2日）,提出如下意见。\n一、甲工程\n1.措施。做好工作。\n2.措施乙。做好工作。\n"


@pytest.mark.parametrize(
    "head",
    [
        "甲县关于壮大县域经济的实施意见\n\n甲发〔2024〕5号\n（2024年4月27日）\n",
        "文　　号：甲发〔2024〕5号\n甲县关于壮大县域经济的实施意见\n2024年4月27日\n",
        "发文字号：甲发〔2024〕5号　　　　成文日期：2024年4月27日\n甲县关于壮大县域经济的实施意见\n",
        "成文日期：2024年4月27日\n标题：甲县关于壮大县域经济的实施意见\n文号：甲发〔2024〕5号\n",
    ],
)
def test_a_number_and_a_date_on_lines_of_their_own_about_the_title_are_the_plans(head: str) -> None:
    plan = encode_document(f"{head}\n{BODY}".encode(), plan_id="plan").plan
    assert plan.title == "甲县关于壮大县域经济的实施意见"
    assert (plan.document_number, plan.issued) == ("甲发〔2024〕5号", "2024-04-27")


def test_a_number_in_the_preamble_is_that_of_what_the_plan_implements() -> None:
    head = "甲县关于壮大县域经济的实施意见\n根据乙政发〔2023〕9号制定。\n"
    assert encode_document(f"{head}{BODY}".encode(), plan_id="plan").plan.document_number is None
