"""JSON for other programs: the data of a result; that of a comparison is the contract in diff.schema.json."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from plancmp.cli.sanitize import sanitize_json
from plancmp.cli.views.document import Document

if TYPE_CHECKING:
    from plancmp.cli.views.render_options import RenderOptions


def render(document: Document, _view: RenderOptions) -> str:
    """The data; command characters in texts are written as escapes."""
    return sanitize_json(json.dumps(dict(document.data()), ensure_ascii=False, indent=2))
