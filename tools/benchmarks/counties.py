"""Counties that do not exist, written as real ones are: a seeded generator of plans for benchmarks.

A county's plan takes its outline from one real plan and its sentences from all of them: clauses are recombined,
reworded and dropped, numbers move, and passages about local matters come in between. Equal seeds give equal plans.

`python -m tools.benchmarks.counties FOLDER COUNT` writes a folder of them, with the reference beside them.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random

from plancmp.plans.library import DEFAULT_DIRECTORY, Library
from plancmp.plans.model import Measure, Plan
from plancmp.plans.reading import load_plan
from plancmp.plans.writing import dump_plan

SEED = 20231111

_DROPPED = 0.18
_FROM_ANOTHER = 0.30
_REWORDED = 0.35
_LOCAL = 0.12
_NAME_SIGNS = "安宁平阳临清河泰昌永兴武德城陵山东海莱沂泉丰林川"
_SENTENCE = re.compile(r"[^。;；]+[。;；]?")
_SMALL_NUMBER = re.compile(r"(?<![\d.年月])\d{1,3}(?=[家个项名处])")

# Manners of speaking that stand for each other in such documents.
_WORDINGS = (
    ("加快推进", "大力推进", "深入推进", "持续推进"),
    ("积极", "主动", "着力"),
    ("完善", "健全", "优化"),
    ("鼓励", "支持", "引导"),
    ("建设", "打造", "构建"),
    ("提升", "提高", "增强"),
    ("开展", "组织", "实施"),
    ("全面", "全力", "扎实"),
)


def generate_counties(count: int, seed: int = SEED) -> Iterator[Plan]:
    """Yield so many plans, one at a time; the first of a longer run are those of a shorter one."""
    sources = tuple(plan for plan in _library_plans() if plan.basis == "official")
    for number in range(1, count + 1):
        yield _county(number, sources, Random(f"{seed}/{number}"))


def write_counties(folder: Path, count: int, seed: int = SEED) -> tuple[Path, ...]:
    """Write so many plans into a folder that may not be there yet, and copy the reference beside them.

    Returns:
        the files of the plans, without that of the reference.
    """
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(DEFAULT_DIRECTORY / "shandong.yaml", folder)
    paths = []
    for plan in generate_counties(count, seed):
        paths.append(folder / f"{plan.id}.yaml")
        paths[-1].write_text(dump_plan(plan), encoding="utf-8")
    return tuple(paths)


@cache
def _library_plans() -> tuple[Plan, ...]:
    return tuple(map(load_plan, Library().paths()))


def _county(number: int, sources: Sequence[Plan], random: Random) -> Plan:
    outline = random.choice([plan for plan in sources if len(plan.programmes) == 7])
    name = "".join(random.sample(_NAME_SIGNS, 2))
    own_names = {plan.name[:2]: name for plan in sources}
    programmes = tuple(
        programme.model_copy(
            update={
                "measures": tuple(
                    _measure(measure, sources, own_names, random) for measure in programme.measures
                )
            }
        )
        for programme in outline.programmes
    )
    return outline.model_copy(
        update={
            "id": f"county{number:05}",
            "name": f"{name}县",
            "aliases": (),
            "level": "county",
            "title": _replaced(outline.title, own_names),
            "issuer": f"{name}县人民政府",
            "document_number": f"{name[0]}政字〔2024〕{number}号",
            "source": None,
            "programmes": programmes,
        }
    )


def _measure(
    measure: Measure, sources: Sequence[Plan], own_names: Mapping[str, str], random: Random
) -> Measure:
    sentences = _sentences(measure.text)
    alike = [
        sentence
        for plan in sources
        for other in plan.measures
        if other.id == measure.id
        for sentence in _sentences(other.text)
    ]
    kept = list(_recombined(sentences, alike, sources, random)) or sentences[:1]
    text = "".join(_reworded(sentence, random) for sentence in kept)
    return measure.model_copy(
        update={"text": _replaced(text, own_names), "title": _replaced(measure.title, own_names)}
    )


def _recombined(
    sentences: Iterable[str], alike: Sequence[str], sources: Sequence[Plan], random: Random
) -> Iterator[str]:
    for sentence in sentences:
        if random.random() < _LOCAL:
            strange = random.choice([*random.choice(sources).measures])
            yield random.choice(_sentences(strange.text))
        if random.random() >= _DROPPED:
            yield random.choice(alike) if random.random() < _FROM_ANOTHER else sentence


def _reworded(sentence: str, random: Random) -> str:
    for words in _WORDINGS:
        for word in words:
            if word in sentence and random.random() < _REWORDED:
                sentence = sentence.replace(word, random.choice(words), 1)
                break
    return _SMALL_NUMBER.sub(lambda found: str(max(1, int(found[0]) + random.randint(-3, 3))), sentence)


def _replaced(text: str, names: Mapping[str, str]) -> str:
    for name, new in names.items():
        text = text.replace(name, new)
    return text


def _sentences(text: str) -> list[str]:
    found = _SENTENCE.findall(text)
    return [sentence if sentence[-1] in "。;；" else f"{sentence}。" for sentence in found]


if __name__ == "__main__":
    print(f"{len(write_counties(Path(sys.argv[1]), int(sys.argv[2])))} plans in {sys.argv[1]}")
