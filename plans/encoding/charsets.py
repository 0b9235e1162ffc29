"""Decoding bytes: by the charset asked for, by the one that the bytes announce, or by detection."""

from __future__ import annotations

import codecs
import re

from plancmp.plans.encoding.problems import EncodingError, Problem

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# What Chinese offices publish in. More candidates would only add ways to guess wrong.
_CANDIDATES = ["utf_16_le", "utf_16_be", "gb18030", "big5"]
# Pages announce the first two and hold characters that only the larger set has.
_LARGER_SET = {"gb2312": "gb18030", "gbk": "gb18030"}
# Codecs that turn bytes into characters and are yet no charset that a document is written in: they rewrite
# domain names, program code or mail, take a square of the time, or give halves of characters.
_NO_CHARSETS = frozenset(
    ("charmap", "idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7")
)
_ANNOUNCED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]{2,20})""", re.IGNORECASE
)
_HEAD = 4096
_LONGEST_NAME = 40
# A text may have caught a few of these on its way; a file of another kind is full of them.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_MOST_CONTROL = 0.01
_LINE_END = re.compile(r"\r\n|\r|\n")


def decode(raw: bytes, charset: str | None = None) -> str:
    """The text in `raw`, without a byte order mark.

    Args:
        raw: The bytes of a text or an HTML page.
        charset: The name of the charset; when not given, what a byte order mark or the page itself
            announces, else UTF-8, else what the bytes look like.

    Raises:
        EncodingError: No such charset, bytes that are not in it, or bytes that are no text at all.
    """
    if charset is None:
        charset = _announced(raw)
    text = _decode_strictly(raw, charset) if charset else _decode_unannounced(raw)
    if "\0" in text or len(_CONTROL.findall(text)) > _MOST_CONTROL * len(text):
        raise EncodingError(Problem.NOT_TEXT)
    return text


def _announced(raw: bytes) -> str | None:
    for mark, charset in _MARKS.items():
        if raw.startswith(mark):
            return charset
    return None


def _decode_unannounced(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        name = _announced_inside(raw)
        if name and _is_charset(name) and codecs.lookup(name).name != "utf-8":
            return _decode_strictly(raw, _LARGER_SET.get(name, name))
        # Mostly UTF-8, and damaged: guessing another charset would turn the whole into nonsense.
        if (name and _is_charset(name)) or _is_nearly_utf8(raw):
            raise _wrong(error, "UTF-8") from error
    return _detect(raw)


def _announced_inside(raw: bytes) -> str:
    """The charset that a page names; empty where it names none."""
    announced = _ANNOUNCED.search(raw[:_HEAD])
    return announced[1].decode("ascii", "replace").lower() if announced else ""


def _is_charset(name: str) -> bool:
    """Whether a name is that of a charset; not of a codec that packs bytes (hex), nor of one that rewrites text."""
    try:
        codec = codecs.lookup(name)
        b"a".decode(name)  # only this refuses codecs that give no text, such as rot13
    except UnicodeDecodeError:
        pass  # half a character of it
    except (LookupError, ValueError):  # no such name, or no name that a codec could have
        return False
    return codec.name.replace("_", "-") not in _NO_CHARSETS


def _is_nearly_utf8(raw: bytes) -> bool:
    text = raw.decode("utf-8", "replace")
    return text.count("\ufffd") * 50 < len(text)


def _detect(raw: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(raw, cp_isolation=_CANDIDATES, enable_fallback=False).best()
    if best is None:
        raise EncodingError(Problem.CHARSET_UNCLEAR)
    return _decode_strictly(raw, best.encoding)


def _decode_strictly(raw: bytes, charset: str) -> str:
    if not _is_charset(charset):
        raise EncodingError(Problem.CHARSET_UNKNOWN, found=charset[:_LONGEST_NAME])
    try:
        return raw.decode(charset).removeprefix("\ufeff")
    except UnicodeError as error:
        raise _wrong(error, charset) from error


def _wrong(error: UnicodeError, charset: str) -> EncodingError:
    """The byte that is not in a charset, on its line."""
    if not isinstance(error, UnicodeDecodeError):
        return EncodingError(Problem.CHARSET_WRONG, found="-", expected=charset)
    before = error.object[: error.start].decode(charset, "replace")
    line = len(_LINE_END.findall(before)) + 1
    found = f"0x{error.object[error.start]:02X}" if error.start < len(error.object) else "-"
    return EncodingError(Problem.CHARSET_WRONG, line, found=found, expected=charset)
