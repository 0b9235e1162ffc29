"""Hypothesis strategies: plan files and official documents, sound ones and every way of spoiling them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

from hypothesis import strategies as st

from plancmp.plans.encoding.encoder import encode_document
from plancmp.plans.writing import dump_plan
from tests.plans.conservation_ofd import make_ofd
from tests.plans.conservation_page import make_page
from tests.plans.conservation_word import make_word
from tests.plans.documents import FORMS, NAMES, STYLES, docx, encode_source, html, ofd, pdf, read_source

ERRORS = Path(__file__).parents[1] / "errors"

SYMBOLS = "一二三四五六七八九十百、()（）1234567890.．。,，:：;；\n\t　 《》〈〉【】第章条①⑴⒈—%％"
WORDS = "方案计划市区县工程行动措施责任单位牵头配合负责附件表来源关于印发的通知年月日总体要求组织保障"
NASTY = "\0\x07\x1b[2J\x85\u2028\ufeff\u202e\U000e0001\ud800|<>&#*!'\"`@{}%-?"

PIECES = (
    "一、总体要求\n", "二、重点任务\n", "(一)甲工程\n", "（二）乙工程。", "1.培育集群。", "2.推动技改。落实。",
    "第一章 总则\n", "第一条 ", "⒈", "①", "(1)", "(责任单位:市科技局)", "(市财政局牵头,市教育局配合)", "牵头单位:",
    "某市行动方案(2023—2025年)\n", "关于印发《某市行动方案》的通知\n", "某市人民政府\n", "2024年2月8日\n", "附件1\n",
    "到2025年达到1.5万亿元,", "根据《关于印发某计划的通知》(鲁政字〔2023〕1号),制定本方案。\n", "序号\t任务\t单位\n",
)  # fmt: skip


def document_texts() -> st.SearchStrategy[str]:
    """Texts put together from the pieces that documents are made of, and from single signs and words."""
    piece = st.one_of(
        st.sampled_from(PIECES), st.text(SYMBOLS + WORDS, max_size=12), st.text(NASTY, max_size=3)
    )
    return st.lists(piece, max_size=80).map("".join)


@st.composite
def spoiled(draw: st.DrawFn, sound: bytes) -> bytes:
    """Bytes with a few cuts, repeats, swaps and foreign bytes in them."""
    raw = sound
    for _ in range(draw(st.integers(0, 6))):
        start, length = draw(st.integers(0, max(0, len(raw) - 1))), draw(st.integers(0, 400))
        inserted = draw(
            st.one_of(st.just(b""), st.just(raw[start : start + length] * 3), st.binary(max_size=8))
        )
        raw = raw[:start] + inserted + raw[start + (length if draw(st.booleans()) else 0) :]
    return raw[:400_000]


@st.composite
def shuffled_lines(draw: st.DrawFn, text: str) -> str:
    """A text with some of its lines dropped, repeated or moved."""
    lines = text.splitlines()
    for _ in range(draw(st.integers(1, 12))):
        at, to = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        moved = lines[at : at + draw(st.integers(0, 3))]
        lines[to:to] = moved
    return draw(st.sampled_from(("\n", "\r\n", "", "\n\n"))).join(lines)


def documents() -> st.SearchStrategy[bytes]:
    """Documents' bytes: made of pieces, real ones spoiled, in every style, and no documents at all."""
    real = st.sampled_from(NAMES).map(read_source)
    printed = st.builds(
        lambda style, name: style(encode_source(name).plan), st.sampled_from(STYLES), _names()
    )
    return st.one_of(
        st.binary(max_size=400),
        document_texts().map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.builds(
            lambda text, code: text.encode(code, "replace"), document_texts(), st.sampled_from(_CHARSETS)
        ),
        real.flatmap(shuffled_lines).map(str.encode),
        st.one_of(real, printed).map(str.encode).flatmap(spoiled),
    )


def packed_documents() -> st.SearchStrategy[bytes]:
    """Pages, Word, OFD and PDF files: of texts made of pieces, and real ones spoiled."""
    made = document_texts().map(lambda text: html(text.encode("utf-8", "replace").decode()))
    structured = st.builds(
        lambda make, number: make(Random(number)).raw,
        st.sampled_from((make_word, make_ofd, make_page)),
        st.integers(0, 10_000),
    )
    return st.one_of(
        made,
        st.builds(_pack, st.sampled_from((html, docx, ofd, pdf)), _names()).flatmap(spoiled),
        structured.flatmap(spoiled),
    )


def plan_files() -> st.SearchStrategy[bytes]:
    """Plan files: those that encoding writes and the bad ones of the error catalogue, spoiled; and none at all."""
    written = _names().map(_written).flatmap(spoiled)
    bad = st.sampled_from(sorted(ERRORS.glob("**/*.yaml"))).map(Path.read_bytes).flatmap(spoiled)
    yaml = st.lists(st.sampled_from(_YAML), max_size=60).map("".join).map(str.encode)
    return st.one_of(st.binary(max_size=300), yaml, bad, written)


_CHARSETS = ("gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "big5", "utf-32")
_YAML = (
    "schema: plancmp/plan/1\n", "id: x\n", "name: 某市\n", "title: 方案\n", "programmes:\n", "  - number: 1\n",
    "    title: 甲\n", "    measures:\n",
    "      - id: '1.1'\n", "        title: 乙\n", "        text: 丙\n", "  ", "\n",
    "- ", "? ", ": ", "{", "}", "[", "]", "&a ", "*a", "!!python/object:os.system ", "!x ", "|\n", ">-\n", "---\n",
    "...\n", "'", '"', "#", "%YAML 1.1\n", "<<: ", "\t", "~", "1.10", "no", "2024-02-30", "0x1F", "1e400", ".inf",
    "\u2028", "\0", "1_000", "12:30:45", "9" * 5000, "[" * 300, "aliases: ",
)  # fmt: skip


def _names() -> st.SearchStrategy[str]:
    return st.sampled_from(NAMES)


@cache
def _pack(form: object, name: str) -> bytes:
    return FORMS[FORMS.index(form)](read_source(name))


@cache
def _written(name: str) -> bytes:
    return dump_plan(encode_document(read_source(name).encode(), plan_id=name).plan).encode()
