"""What the makers of random documents share: words, a plan's lines, and the account of what was written."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

SECRET = "密"
"""Hidden words are made of this sign alone, and no others hold it."""
_SIGNS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒"


@dataclass(frozen=True)
class Made:
    """A document's bytes, and every piece of words that a person sees in it."""

    raw: bytes
    seen: tuple[str, ...]


@dataclass
class Writer:
    """Makes words and remembers those that are seen."""

    random: Random
    seen: list[str] = field(default_factory=list)

    def words(self, most: int = 14) -> str:
        """New words that are seen."""
        return self.see("".join(self.random.choices(_SIGNS, k=self.random.randint(1, most))))

    def see(self, text: str) -> str:
        self.seen.append(text)
        return text

    def secret(self) -> str:
        """New words that are hidden."""
        return SECRET * self.random.randint(1, 9)

    def plan(self) -> list[str]:
        """The lines of a plan; each is seen where it is written."""
        lines = ["某市县域经济行动方案（2023—2025年）", "一、总体要求", self.plain(), "二、重点任务"]
        for programme in range(self.random.randint(1, 3)):
            lines.append(f"（{'一二三'[programme]}）实施{self.plain()}工程")
            lines += [
                f"{number}.推动{self.plain()}。落实{self.plain()}。（市科技局牵头）"
                for number in range(1, self.random.randint(2, 5))
            ]
        return [*lines, "三、组织保障", f"压实{self.plain()}责任。"]

    def plain(self) -> str:
        return "".join(self.random.choices(_SIGNS, k=self.random.randint(2, 20)))
