"""Characters that a PDF gives for the glyphs it prints, made into those that were written."""

from __future__ import annotations

import re
import unicodedata

# Fonts share one glyph between a character and the radical that looks like it, and the PDF may name either.
# Normalisation knows the first block of radicals; of the second it knows two.
_RADICALS = "⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳"
_CHARACTERS = "母民虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟"
_WRITTEN: dict[int, str] = {
    **{number: unicodedata.normalize("NFKC", chr(number)) for number in range(0x2F00, 0x2FD6)},
    **{number: unicodedata.normalize("NFKC", chr(number)) for number in range(0xF900, 0xFB07)},
    **{ord(radical): character for radical, character in zip(_RADICALS, _CHARACTERS, strict=True)},
}
_WIDE = r"[\u2010-\u201f\u2026\u3001-\u303f\u4e00-\u9fff\uff00-\uffef]"
_SIGNS = r"[,.;:!?()\[\]〔〕%−]"
# Between a Chinese character and its neighbour no space is written; the printer's spacing becomes one or two.
_SPACING = re.compile(
    rf"(?<={_WIDE}) {{1,2}}(?=\S)|(?<=\S) {{1,2}}(?={_WIDE})|(?<=\d) (?={_SIGNS})|(?<={_SIGNS}) (?=\d)"
)


def clean_glyphs(line: str) -> str:
    """The line with characters for radicals and ligatures, without the spaces that come of printing."""
    return _SPACING.sub("", line.translate(_WRITTEN))
