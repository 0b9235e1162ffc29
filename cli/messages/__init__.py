"""Everything the tool says, in Chinese and English side by side, by subject; `Words` looks it up.

Help texts are English where an option is declared and Chinese in help.py.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from plancmp.cli.language import Language
from plancmp.cli.messages.caveats import CAVEATS
from plancmp.cli.messages.changes import CHANGES
from plancmp.cli.messages.columns import COLUMNS
from plancmp.cli.messages.commitments import COMMITMENTS
from plancmp.cli.messages.consult import CONSULT
from plancmp.cli.messages.coverage import COVERAGE
from plancmp.cli.messages.diff import DIFF
from plancmp.cli.messages.drafting import DRAFTING
from plancmp.cli.messages.encode import ENCODE
from plancmp.cli.messages.errors import ERRORS
from plancmp.cli.messages.evaluate import EVALUATE
from plancmp.cli.messages.explain import EXPLAIN
from plancmp.cli.messages.faults import FAULTS
from plancmp.cli.messages.gates import GATES
from plancmp.cli.messages.glossary import GLOSSARY
from plancmp.cli.messages.peers import PEERS
from plancmp.cli.messages.plan import PLAN
from plancmp.cli.messages.report import REPORT
from plancmp.cli.messages.review import REVIEW
from plancmp.cli.messages.targets import TARGETS
from plancmp.cli.messages.terms import TERMS

CATALOGUE: Mapping[str, tuple[str, str]] = {
    **TERMS,
    **DIFF,
    **CAVEATS,
    **COLUMNS,
    **PLAN,
    **ERRORS,
    **FAULTS,
    **DRAFTING,
    **ENCODE,
    **COVERAGE,
    **CONSULT,
    **COMMITMENTS,
    **PEERS,
    **GATES,
    **GLOSSARY,
    **CHANGES,
    **REPORT,
    **EXPLAIN,
    **TARGETS,
    **EVALUATE,
    **REVIEW,
}

_SYSTEM = {
    "No such file or directory": "文件或目录不存在",
    "Permission denied": "没有权限",
    "Operation not permitted": "不允许此操作",
    "Is a directory": "是目录",
    "Not a directory": "路径中有一段不是目录",
    "File exists": "文件已存在",
    "File name too long": "文件名过长",
    "File too large": "文件过大",
    "No space left on device": "磁盘空间不足",
    "Read-only file system": "文件系统只读",
    "Input/output error": "读写出错",
    "Bad file descriptor": "已关闭",
    "Too many levels of symbolic links": "符号链接层数过多",
    "Too many open files": "打开的文件过多",
    "Invalid argument": "名称或参数无效",
}
"""The system's words for what keeps a file from being read or written; it has them in English."""


BESIDE = " · "
"""What stands between a gloss and the Chinese."""


class _Counting(string.Formatter):
    """Fields with a noun in both numbers: `{plans:plan|plans}` is "1 plan" or "5 plans"."""

    def format_field(self, value: object, format_spec: str) -> str:
        if "|" not in format_spec:
            return format(value, format_spec)
        singular, plural = format_spec.split("|")
        return f"{value} {singular if str(value) == '1' else plural}"


_COUNTING = _Counting()


@dataclass(frozen=True)
class Words:
    """The catalogue in one language: `say("verdict.adopted")`, `say("check.faults", faults=6, files=1)`.

    `names` has the plans' names by id, for an output that speaks of plans by their ids; `glosses` the English of
    what plans call things, in both languages.
    """

    language: Language
    names: Mapping[str, str] = field(default_factory=dict)
    glosses: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, key: str, **values: object) -> str:
        """The words for a key, with the values filled in."""
        chinese, english = CATALOGUE[key]
        words = chinese if self.language is Language.CHINESE else english
        if "|" in words:
            return _COUNTING.vformat(words, (), values)
        return words.format(**values) if values else words

    def reason(self, system: str | None) -> str:
        """The system's words for an error; those that are not known stay as they are."""
        chinese = self.language is Language.CHINESE
        return _SYSTEM.get(system or "", system or "") if chinese else system or ""

    def witness(self, plan: str) -> str:
        """The name of a witness: the catalogue's for one that is no plan, the plan's own, else its id."""
        key = f"source.{plan}"
        return self(key) if key in CATALOGUE else self.gloss(self.names.get(plan, plan))

    def knowing(self, glosses: Iterable[tuple[str, str]]) -> Words:
        """The same words, which know these glosses; what has one already keeps it."""
        return replace(self, glosses={**dict(glosses), **self.glosses})

    def gloss(self, text: str) -> str:
        """What a plan calls something, for a sentence or the head of a column: in English its gloss alone."""
        return text if self.language is Language.CHINESE else self.glosses.get(text, text)

    def label(self, text: str) -> str:
        """The same where it is introduced: in English its gloss with the Chinese beside."""
        gloss = self.gloss(text)
        return text if gloss == text else f"{gloss}{BESIDE}{text}"

    def document(self, title: str) -> str:
        """A document's title in its brackets; in English its gloss before them."""
        gloss, bracketed = self.gloss(title), self("title", text=title)
        return bracketed if gloss == title else f"{gloss}{BESIDE}{bracketed}"

    def either(self, chinese: tuple[str, ...], english: tuple[str, ...]) -> tuple[str, ...]:
        """Of texts that data holds in both languages the ones to show; English where there are none in Chinese."""
        return chinese if self.language is Language.CHINESE and chinese else english

    def listed(self, texts: list[str]) -> str:
        """Several short texts as one enumeration."""
        return self("comma").join(texts)
