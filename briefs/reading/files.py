"""Reading the bytes of one file, never more than agreed: no device, no pipe, no folder, nothing endless."""

import os
import stat
from pathlib import Path

from briefs.errors import BriefError, Problem, printable


def read_bytes(file: Path, limit: int, error: type[BriefError]) -> bytes:
    """The content of an ordinary file. Raises `error` in one line; no more than `limit` bytes are read."""
    try:
        if not stat.S_ISREG(os.stat(file).st_mode):
            raise error(Problem(printable(file), "cannot be read: not an ordinary file.", fix="Give the file itself."))
        with file.open("rb") as stream:
            data = stream.read(limit + 1)
    except (OSError, ValueError) as reason:
        why = getattr(reason, "strerror", None) or "the name is not a file name"
        raise error(Problem(printable(file), f"cannot be read: {why}.")) from reason
    if len(data) > limit:
        raise error(Problem(printable(file), f"the file is longer than {limit:,} bytes; more is not read."))
    return data
