"""The command line. Data on standard output, messages on standard error.

Exit codes: 0 fine, 1 errors in what the user gave, 2 wrong usage, 3 written but checks found problems, 4 not written.
"""

import briefs.cli.quick  # noqa: F401  (first: it counts for what is imported after it)
from briefs.cli.main import main, run

__all__ = ["main", "run"]
