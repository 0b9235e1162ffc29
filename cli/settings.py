"""The settings file `plancmp.toml` in the working folder: what need not be typed with every command."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plancmp.cli.errors import CommandError
from plancmp.cli.language import Language

FILE = "plancmp.toml"

_WITH_REFERENCE = ("coverage", "report", "targets", "peers")
"""The commands that compare with the usual reference unless another is named."""

_WITHOUT_PLANS = ("encode", "glossary")


def read_settings(path: Path, commands: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """The defaults that a settings file gives to each command's options; what is typed goes before them.

    Args:
        path: a TOML file with any of `language` ("zh", "en"), `plans` (folders, seen from that of the file) and
            `reference` (id, alias or file).
        commands: the names of all commands.

    Raises:
        CommandError: the file cannot be read, or holds something else.
    """
    settings = _checked(path, _load(path))
    defaults: dict[str, dict[str, Any]] = {command: {} for command in commands}
    for command, values in defaults.items():
        if "language" in settings:
            values["language"] = settings["language"]
        if "plans" in settings and command not in _WITHOUT_PLANS:
            values["plans_directories"] = [str(path.parent / folder) for folder in settings["plans"]]
        if "reference" in settings and command in _WITH_REFERENCE:
            values["reference"] = settings["reference"]
    return defaults


def language_set(defaults: Mapping[str, Mapping[str, Any]]) -> Language | None:
    """The language that a settings file chooses; None where it leaves it to the locale."""
    chosen = next(iter(defaults.values()), {}).get("language")
    return Language(chosen) if chosen else None


def _load(path: Path) -> Mapping[str, object]:
    import tomllib

    from plancmp.plans.files import LARGEST_FILE, UnreadableFile, read_bytes

    try:
        return tomllib.loads(read_bytes(path, LARGEST_FILE).decode("utf-8"))
    except UnreadableFile as error:
        raise CommandError(
            f"gold.{error.kind}", path=path, found=error.found, expected=error.expected
        ) from error
    except (ValueError, RecursionError) as error:  # no UTF-8, or no TOML
        raise CommandError("error.settings_toml", path=path) from error


def _checked(path: Path, settings: Mapping[str, Any]) -> Mapping[str, Any]:
    expected = {
        "language": lambda value: value in set(Language),
        "plans": lambda value: isinstance(value, list) and all(isinstance(each, str) for each in value),
        "reference": lambda value: isinstance(value, str),
    }
    for key, value in settings.items():
        if key not in expected:
            raise CommandError("error.settings_unknown", path=path, setting=key, known=", ".join(expected))
        if not expected[key](value):
            raise CommandError("error.settings_value", path=path, setting=key)
    return settings
