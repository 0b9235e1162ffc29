"""`python -m plancmp`: the program `plancmp`, where its folder is not on the search path for commands."""

import sys

from plancmp.cli.program import main

if __name__ == "__main__":
    sys.exit(main())
