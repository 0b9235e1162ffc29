"""Normal form of policy text for comparing; the original always stays beside it.

Full-width and half-width characters, kinds of quotes, brackets and dashes, spaces and invisible characters carry no
meaning when two plans are compared, and scraped documents mix them freely.
"""

from __future__ import annotations

import re
import unicodedata

from plancmp.plans.invisible import INVISIBLE

_DASHES = re.compile(r"[\u2010-\u2015\u2212\u2500~\uff5e\u301c-]+")
_MARKS = re.compile(r"[\s\"'“”‘’「」『』〈〉《》<>()\[\]【】〔〕{}·•]+")
_NO_WORD = re.compile(r"\W+")


def normalise(text: str) -> str:
    """Return `text` in the form that is compared: NFKC, one dash, no spaces, quotes, brackets or invisible characters.

    Sentence punctuation stays, as 。，、；： in one width, for whoever has to see where a clause ends.
    """
    folded = _DASHES.sub("-", unicodedata.normalize("NFKC", INVISIBLE.sub("", text)))
    return _MARKS.sub("", folded)


def bare(text: str) -> str:
    """The letters and digits alone, for telling whether the same words stand elsewhere under other punctuation."""
    return _NO_WORD.sub("", normalise(text))
