"""The language the tool speaks: asked for with --lang, else taken from the locale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import pairwise


class Language(StrEnum):
    """A language of the catalogue (messages)."""

    CHINESE = "zh"
    ENGLISH = "en"


def language_of_locale(environment: Mapping[str, str]) -> Language:
    """The language as POSIX decides it: LC_ALL, else LC_MESSAGES, else LANG; an empty one is unset.

    English where the catalogue does not have the locale's.
    """
    names = (environment.get(variable) for variable in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((name for name in names if name), "")
    return next((each for each in Language if locale.lower().startswith(each)), Language.ENGLISH)


def language_of_run(
    arguments: Sequence[str], environment: Mapping[str, str], chosen: Language | None = None
) -> Language:
    """The language of help and of errors, known before the arguments are understood.

    Args:
        arguments: the command line as typed, where `--lang zh` and `--lang=zh` count wherever they stand.
        environment: the process environment, for the locale.
        chosen: the language that a settings file chooses; it goes before the locale.
    """
    asked = [value for option, value in pairwise(arguments) if option == "--lang"]
    asked += [argument.partition("=")[2] for argument in arguments if argument.startswith("--lang=")]
    known = [Language(value) for value in asked if value in set(Language)]
    return known[-1] if known else chosen or language_of_locale(environment)
