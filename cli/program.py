"""The program `plancmp`: the command line in a process of its own."""

from __future__ import annotations

import gc
import os


def main() -> int:
    """Run the command line in a process that ends with it, and return the exit code."""
    # A run makes no reference cycles to speak of; looking for some, as modules are loaded and last of all when
    # the process ends, would take a tenth of its time.
    gc.disable()
    # No model here has plugins; looking for some would read the metadata of every package installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from plancmp.cli.main import run

    code = run()
    gc.freeze()
    return code
