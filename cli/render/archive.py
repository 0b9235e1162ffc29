"""Office files are archives that keep the time of their making; without it the same content gives the same bytes."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EPOCH = datetime(1980, 1, 1)
"""The time that stands for none: the earliest that an archive can hold."""


def timeless(archive: bytes, replaced: Mapping[str, bytes]) -> bytes:
    """The archive with every part dated `EPOCH`, and some of its parts, by their names, replaced."""
    packed = io.BytesIO()
    with ZipFile(io.BytesIO(archive)) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name, EPOCH.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, replaced[name] if name in replaced else source.read(name))
    return packed.getvalue()
