"""`plancmp encode`: what it shows, what it writes, and what it says of a document that is no plan."""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from plancmp.cli.messages.encode import ENCODE
from plancmp.plans.checks import check_file
from plancmp.plans.encoding.limits import LIMITS
from plancmp.plans.library import Library
from plancmp.plans.reading import load_plan
from tests.plans.conservation_word import packed, paragraph, run
from tests.plans.documents import (
    NAMES,
    SOURCES,
    STYLES,
    docx,
    encode_source,
    html,
    pdf,
    read_source,
    scan_with_text_layer,
)

if TYPE_CHECKING:
    from tests.cli.conftest import Run

NOVEL = (
    "第一章 渡口\n老船工把缆绳又绕了一圈，才抬头去看天。雨已经停了，江面上浮着一层薄薄的雾。\n"
    "“今天还开船吗？”岸上有人问。他没有回答，只是把烟斗在船舷上磕了三下。\n"
    "第二章 灯\n夜里，对岸亮起一盏灯，晃了两晃，又灭了。他知道，那是有人要过江。\n"
)
PRICES = (
    "菜场今日价目\n一、蔬菜\n1.白菜 1.2元/斤\n2.萝卜 0.9元/斤\n二、水果\n1.苹果 4.5元/斤\n2.梨 3.8元/斤\n"
)


def no_plans() -> dict[str, bytes]:
    """Documents that are not plans, and what a file may hold instead of one."""
    return {
        "novel.txt": NOVEL.encode(),
        "novel.docx": docx(NOVEL),
        "novel.pdf": pdf(NOVEL),
        "novel.html": html(NOVEL),
        "prices.txt": PRICES.encode(),
        "prices.gbk": PRICES.encode("gbk"),
        "empty.txt": b"",
        "blank.txt": "\ufeff \r\n\u3000\n".encode(),
        "large.txt": (read_source("qingzhou") * 3000)[:17_500_000].encode(),
        "long.txt": (read_source("qingzhou") * 40).encode(),
        "random.bin": random.Random(7).randbytes(1_000_000),
        "random.pdf": b"%PDF-1.7\n" + random.Random(7).randbytes(100_000),
        "random.docx": b"PK\x03\x04" + random.Random(7).randbytes(100_000),
        "briefing.txt": (SOURCES / "shandong-briefing.txt").read_bytes(),
        "plan.yaml": (SOURCES.parent / "qingzhou.yaml").read_bytes(),
    }


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_no_plan_gets_one_line_and_exit_2_and_no_file(
    plancmp: Run, tmp_path: Path, language: str
) -> None:
    for name, raw in no_plans().items():
        (tmp_path / name).write_bytes(raw)
        started = time.process_time()
        outcome = plancmp(
            "encode", str(tmp_path / name), "--id", "x", "-o", str(tmp_path / "out.yaml"), "--lang", language
        )
        assert time.process_time() - started < 5, name
        assert (outcome.code, outcome.out) == (2, ""), name
        assert outcome.err.count("\n") == 1, name
        assert outcome.err.startswith(("plancmp：", "plancmp: ")), name
        assert name in outcome.err
        assert not (tmp_path / "out.yaml").exists(), name
    assert len(no_plans()["large.txt"]) > 50_000_000 > LIMITS.file_bytes


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_written_file_passes_check_at_once(plancmp: Run, tmp_path: Path, name: str, language: str) -> None:
    target = tmp_path / f"{name}.yaml"
    source = str(SOURCES / f"{name}.txt")
    assert plancmp("encode", source, "-o", str(target), "--lang", language).code == 0
    assert check_file(target, Library(tmp_path)) == ()
    assert plancmp("check", str(target)).code == 0


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.__name__)
def test_a_file_written_from_any_style_passes_check_at_once(
    plancmp: Run, tmp_path: Path, style: object
) -> None:
    document = tmp_path / "county.txt"
    document.write_text(style(encode_source("binzhou").plan), encoding="utf-8")  # type: ignore[operator]
    assert plancmp("encode", str(document), "-o", str(tmp_path / "county.yaml")).code == 0
    assert check_file(tmp_path / "county.yaml", Library(tmp_path)) == ()


def test_the_file_tells_what_to_verify_and_the_same_text_gives_the_same_bytes(
    plancmp: Run, tmp_path: Path
) -> None:
    document = tmp_path / "county.txt"
    lines = (
        read_source("qingzhou")
        .replace("2.推动传统产业", "3.推动传统产业")
        .replace("3.推进产业链", "8.推进产业链")
    )
    document.write_text(lines, encoding="utf-8")
    arguments = ("encode", str(document), "--lang", "zh")
    text = plancmp(*arguments).out
    assert text == plancmp(*arguments).out
    head = [line for line in text.splitlines() if line.startswith("# ")]
    assert head[1] == "# 由 plancmp encode 据 county.txt 编成。使用前请对照原文核对："
    assert "# - 未见文号；原文如有，请以 document_number 补入" in head
    above = text.partition("        title: 推动传统产业技改升级\n")[0].splitlines()
    assert above[-1] == "      - id: '1.2'"
    assert above[-2].startswith("      # 核对（第 32 行）：原文序号与此不同（3.推动传统产业技改升级")
    assert "核对（第 33 行）：此行以序号开头，但未作为措施" in text
    (tmp_path / "county.yaml").write_text(text, encoding="utf-8")
    assert load_plan(tmp_path / "county.yaml").measures


def test_a_dry_run_shows_every_measure_and_writes_nothing(plancmp: Run, tmp_path: Path) -> None:
    target = tmp_path / "out.yaml"
    outcome = plancmp("encode", str(SOURCES / "yicheng.txt"), "--dry-run", "-o", str(target), "--lang", "en")
    assert (outcome.code, outcome.err) == (0, "")
    assert not target.exists()
    assert "Title: 峄城区贯彻落实《枣庄市贯彻落实" in outcome.out
    assert "7 programmes, 30 measures" in outcome.out
    assert "     1.1 培育优势产业集群" in outcome.out
    assert "30 measures name agencies" in outcome.out
    assert "duplicate" in outcome.out
    assert outcome.out.endswith("Dry run: no file was written\n")


def test_low_confidence_says_which_lines_to_look_at(plancmp: Run, tmp_path: Path) -> None:
    document = tmp_path / "county.txt"
    text = read_source("qingzhou").replace("（市工业和信息化局牵头）。\n", "。\n", 1)
    document.write_text(text, encoding="utf-8")
    outcome = plancmp("encode", str(document), "--lang", "en")
    assert "Please verify 2 places:" in outcome.err
    assert "line 32: no agencies were found: 2.推动传统产业技改升级" in outcome.err


def test_the_id_is_the_files_stem_when_none_is_given(plancmp: Run, tmp_path: Path) -> None:
    (tmp_path / "zou-ping.txt").write_text(read_source("binzhou"), encoding="utf-8")
    (tmp_path / "邹平.txt").write_text(read_source("binzhou"), encoding="utf-8")
    assert "\nid: zou-ping\n" in plancmp("encode", str(tmp_path / "zou-ping.txt")).out
    outcome = plancmp("encode", str(tmp_path / "邹平.txt"), "--lang", "en")
    assert outcome.code == 2
    assert "id '邹平' is malformed, it may hold a-z 0-9 _ - only: give one with --id" in outcome.err


def test_the_encoding_may_be_given_and_a_wrong_one_is_named(plancmp: Run, tmp_path: Path) -> None:
    document = tmp_path / "county.txt"
    document.write_bytes(read_source("qingzhou").encode("gb18030"))
    detected = plancmp("encode", str(document)).out
    assert detected == plancmp("encode", str(document), "--encoding", "gb18030").out
    outcome = plancmp("encode", str(document), "--encoding", "utf-8", "--lang", "en")
    assert outcome.code == 2
    assert "give the right --encoding" in outcome.err


def test_the_reason_names_the_line_where_there_is_one(plancmp: Run, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("某市方案\n一、任务\n(一)工程\n1.\n2.乙。落实。", encoding="utf-8")
    outcome = plancmp("encode", str(tmp_path / "x.txt"), "--lang", "en")
    place = f"{tmp_path / 'x.txt'}:4"
    assert outcome.err == (
        f"plancmp: {place}: '1.' is numbered like a heading but has no words: complete the text\n"
    )


def test_every_reason_has_a_sentence_that_says_what_to_do_or_what_was_expected() -> None:
    sentences = [english for key, (_, english) in ENCODE.items() if key.startswith("problem.")]
    brief = {
        "there is no such file",
        "the file cannot be read: {found}",
        "there is no encoding called '{found}'",
    }
    assert [text for text in sentences if text not in brief and not set(text) & set(":;,")] == [
        "{found} must be text and not empty"
    ]


@pytest.mark.parametrize("option", ["--source", "--name", "--alias"])
@pytest.mark.parametrize("text", ["a\nb: c", "a\x1b[31m", "a\u202eb", "a\u2028b", "a\udcffb", "字" * 1_001])
def test_what_is_given_for_the_plan_is_one_line_of_text(
    plancmp: Run, tmp_path: Path, option: str, text: str
) -> None:
    target = tmp_path / "out.yaml"
    outcome = plancmp("encode", str(SOURCES / "yicheng.txt"), option, text, "-o", str(target))
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert len(outcome.err) < 400
    assert not target.exists()


def test_a_file_name_that_is_no_line_of_text_is_made_one(plancmp: Run, tmp_path: Path) -> None:
    document = tmp_path / "a\nb\u202e.txt"
    document.write_text(read_source("yicheng"), encoding="utf-8")
    outcome = plancmp("encode", str(document), "--id", "x")
    assert "\nsource: a?b?.txt\n" in outcome.out


def test_what_a_document_shows_beside_its_text_is_told_and_kept_in_the_file(
    plancmp: Run, tmp_path: Path
) -> None:
    document = tmp_path / "county.docx"
    note = f'<w:footnote w:id="2">{paragraph(run("注解一处"))}</w:footnote>'
    lines = [paragraph(run(line)) for line in read_source("qingzhou").splitlines()]
    lines[30] += paragraph('<w:r><w:footnoteReference w:id="2"/></w:r>')
    document.write_bytes(packed("".join(lines), {"footnotes": note}))
    outcome = plancmp("encode", str(document), "--lang", "en")
    assert "\n  line 32, footnote or endnote, 4 characters: 注解一处\n" in outcome.err
    assert "line 32 (footnote or endnote)" in outcome.out
    assert "第 32 行，脚注或尾注，4 字：注解一处" in plancmp("encode", str(document), "--lang", "zh").err


def test_a_plan_that_rests_on_ocr_says_so(plancmp: Run, tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(scan_with_text_layer(read_source("qingzhou")))
    outcome = plancmp("encode", str(tmp_path / "plan.pdf"), "--lang", "en")
    assert outcome.code == 0
    assert "# - a program made the characters out on scanned pages" in outcome.out
    assert "  a program made the characters out on scanned pages" in outcome.err
