"""Plain documents made at random: numbering styles nested in each other, agencies, tables, what is printed around."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.plans.documents import numeral
from tests.plans.made import Made, Writer

Numbering = Callable[[int], str]

_SECTIONS: tuple[Numbering, ...] = (
    lambda n: f"{numeral(n)}、", lambda n: f"第{numeral(n)}章 ", lambda n: f"{numeral(n)} 、",
    lambda n: f"第 {numeral(n)} 篇　",
)  # fmt: skip
_GROUPS: tuple[Numbering, ...] = (
    lambda n: f"（{numeral(n)}）", lambda n: f"({numeral(n)})", lambda n: f"（ {numeral(n)} ）、",
    lambda n: f"第{numeral(n)}条 ", lambda n: f"({numeral(n)})【", lambda n: "",
)  # fmt: skip
_ITEMS: tuple[Numbering, ...] = (
    lambda n: f"{n}.", lambda n: f"{n}．", lambda n: f"{n}、", lambda n: f"{n} .",
    lambda n: chr(0x2487 + n), lambda n: f"({n})", lambda n: f"（{n}）、", lambda n: chr(0x2473 + n),
    lambda n: f"第{numeral(n)}条：", lambda n: "——", lambda n: "●", lambda n: chr(0x245F + n),
    lambda n: f"{numeral(n)}是", lambda n: f"{n}）",
)  # fmt: skip
_AGENCIES = (
    "（{}局牵头，{}局配合）", "(责任单位:{}局、{}委)", "（牵头单位：{}局；配合单位：{}局等部门）",
    "【{}局、{}厅】", "责任单位：{}局、{}委", "（{}局、{}局按职责分工负责）", "（{}局牵头（{}局）",
    "({}公司、{}街道)。", "（责任单位：\n{}局、\n{}委）", "({}){}",
)  # fmt: skip
_FURNITURE = (
    "— {page} —", "{page}", "第{page}页 共99页", "首页 > 政务公开 > {words}", "打印本页 关闭窗口",
    "【字体：大 中 小】", "鲁ICP备00000000号", "浏览次数：{page}", "附件：1.任务表 2.目标表", "目  录",
    "\u200b", "========",
)  # fmt: skip
_LINE_ENDS = ("\n", "\n", "\r\n", "\r", "\n\n", "\n　　", "\n\n\n")


def make_text(random: Random) -> Made:
    """A document as an office would type it, or nearly so; what is seen are its words, without the signs."""
    maker = _TextMaker(random)
    text = random.choice(_LINE_ENDS).join(maker.lines())
    written = tuple(
        word for word in maker.writer.seen if word in text
    )  # not those of a choice that was not taken
    return Made(text.encode("utf-8-sig" if random.random() < 0.1 else "utf-8"), written)


class _TextMaker:
    def __init__(self, random: Random) -> None:
        self.random, self.writer = random, Writer(random)
        self.section, self.group, self.item, self.point = map(
            random.choice, (_SECTIONS, _GROUPS, _ITEMS, _ITEMS)
        )
        self.restarts = random.random() < 0.7
        self.items = 0

    def lines(self) -> list[str]:
        lines = [
            *self.letter(),
            f"{self.words()}市县域经济行动方案（2023—2025年）",
            *self.some(self.furniture),
        ]
        lines += [f"{self.section(1)}总体要求", f"{self.words()}。", *self.some(self.table)]
        lines += [f"{self.section(2)}重点任务", *self.some(self.furniture)]
        for number in range(1, self.random.randint(2, 5)):
            lines += self.programme(number)
        lines += [f"{self.section(3)}组织保障", f"压实{self.words()}责任。"]
        return [*lines, *self.some(self.table), *self.some(self.tail), *self.some(self.furniture)]

    def some(self, make: Callable[[], list[str]], chance: float = 0.3) -> list[str]:
        return make() if self.random.random() < chance else []

    def words(self) -> str:
        return self.writer.words()

    def programme(self, number: int) -> list[str]:
        lines = [f"{self.group(number)}实施{self.words()}工程{self.random.choice(('', '。', '：', '】'))}"]
        self.items = 0 if self.restarts else self.items
        for _ in range(self.random.randint(1, 5)):
            self.items += 1
            lines += [*self.measure(self.items), *self.some(self.furniture, 0.05)]
        return lines

    def measure(self, number: int) -> list[str]:
        opening = f"{self.item(number)}推动{self.words()}"
        body = "".join(
            f"{self.words()}{self.random.choice('。，；')}" for _ in range(self.random.randint(1, 6))
        )
        agencies = self.random.choice(_AGENCIES).format(self.words(), self.words())
        closed = self.random.choice((f"。{body}", f"\n{body}", f"。\n{body}", body))
        lines = [opening + closed, *self.some(self.points)]
        return [
            *lines[:-1],
            lines[-1] + self.random.choice(("", "。", "\n")) + agencies,
            *self.some(self.table, 0.05),
        ]

    def points(self) -> list[str]:
        numbers = [*range(1, self.random.randint(2, 5)), *self.random.choice(((), (7,), (1,)))]
        return [f"{self.point(number)}{self.words()}。" for number in numbers]

    def table(self) -> list[str]:
        rows = [["序号", "任务", "单位"]]
        rows += [[str(n), self.words(), f"{self.words()}局"] for n in range(1, self.random.randint(2, 9))]
        between = self.random.choice(("\t", "\t", "  ", "|", "\n"))
        return [self.random.choice(("附件1", "附表：", self.words())), *(between.join(row) for row in rows)]

    def furniture(self) -> list[str]:
        """What a page prints above and below the text, at times in the middle of it."""
        page = self.random.randint(1, 99)
        choices = [sign.format(page=page, words=self.words()) for sign in _FURNITURE]
        return self.random.choices(choices, k=self.random.randint(1, 4))

    def letter(self) -> list[str]:
        """The office's letter that a plan is often printed below."""
        if self.random.random() < 0.5:
            return []
        return [
            f"{self.words()}市人民政府",
            f"关于印发《{self.words()}市行动方案》的通知",
            "各县区人民政府：",
            f"{self.words()}。",
            "2023年9月18日",
        ]

    def tail(self) -> list[str]:
        return [
            "附件2",
            f"{self.words()}目标",
            self.random.choice(("2023年9月18日印发", f"抄送：{self.words()}局。", "（此件公开发布）")),
        ]
