"""Gold files: readings in JSON, read and put together."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from plancmp.alignment.evaluation.gold import Gold, GoldError, join_golds, parse_gold
from plancmp.cli.errors import CommandError
from plancmp.plans.files import UnreadableFile, read_bytes

LARGEST = 20_000_000
"""Bytes. The readings of 140 commitments in four plans take some 300,000."""


def read_golds(paths: Iterable[Path]) -> Gold:
    """The readings of all files.

    Raises:
        CommandError: a file cannot be read or holds no gold data, two files read the same item, or there is
            nothing in them.
    """
    paths = list(paths)
    golds = [_read_gold(path) for path in paths]
    if not any(gold.plans for gold in golds):
        raise CommandError("error.gold_empty")
    try:
        return join_golds(golds)
    except GoldError as error:
        raise CommandError("error.gold_joined", item=error.place, plan=error.found) from error


def _read_gold(path: Path) -> Gold:
    try:
        return parse_gold(json.loads(read_bytes(path, LARGEST).decode("utf-8-sig")))
    except UnreadableFile as error:
        raise CommandError(
            f"gold.{error.kind}", path=path, found=error.found, expected=error.expected
        ) from error
    except GoldError as error:
        key = "error.gold" if error.found else "error.gold_missing"
        raise CommandError(key, path=path, place=error.place or "measures", found=error.found) from error
    except RecursionError as error:
        raise CommandError("error.gold_nested", path=path) from error
    except json.JSONDecodeError as error:
        raise CommandError("error.gold_json", path=f"{path}:{error.lineno}") from error
    except ValueError as error:  # no UTF-8, or a number of thousands of digits
        raise CommandError("error.gold_json", path=path) from error
