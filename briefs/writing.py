"""Writes files whole or not at all: 0600 in folders 0700, no symlink followed, no overwriting unless asked."""

import os
import secrets
from pathlib import Path

from briefs.errors import Problem, WriteError


def make_folder(folder: Path) -> None:
    """Create a private folder; an existing one is used as it is, a symlink is refused."""
    if folder.is_symlink():
        raise WriteError(
            Problem(
                str(folder), "is a symbolic link; nothing is written through it.", fix="Give the real folder with -o."
            )
        )
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as reason:
        raise WriteError(_problem(folder, reason)) from reason


def write_whole(file: Path, data: bytes, force: bool = False) -> None:
    """Write beside the target, sync, then rename: a reader sees the old file or the new one, never a part."""
    if file.is_symlink() or (file.exists() and not force):
        raise WriteError(
            Problem(
                str(file),
                "exists already; nothing was overwritten.",
                fix="Choose another folder with -o, or allow it with --force.",
            )
        )
    temporary = file.parent / f".tmp-{secrets.token_hex(8)}"
    try:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, file)
    except OSError as reason:
        raise WriteError(_problem(file, reason)) from reason
    finally:
        temporary.unlink(missing_ok=True)


def _problem(file: Path, reason: OSError) -> Problem:
    return Problem(
        str(file),
        f"could not be written: {reason.strerror or reason}.",
        "What was there before is unchanged.",
        "Check the disk and the rights of the folder.",
    )
