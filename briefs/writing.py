"""Writes files whole or not at all: 0600 in folders 0700, no symlink followed, no overwriting unless asked.

A writer holds a lock on its temporary file. What a killed program has left behind holds no lock, so the next writer in
the folder removes it: a temporary file is a copy of the case. On Windows an open file cannot be removed, which is the
same rule; there the rights of the folder decide who may read.
"""

import contextlib
import os
import secrets
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from briefs.errors import Problem, WriteError

if sys.platform != "win32":
    import fcntl

PREFIX, ROOM = ".tmp-", "brief-"
_TRIES = 5
_INSTEAD = "Choose another folder with -o, or allow it with --force."
ANOTHER_NAME = "Give another file name, or move this file away."


def make_folder(folder: Path) -> None:
    """Create a private folder; an existing one is used as it is, a symlink is refused."""
    try:
        if folder.is_symlink():
            fix = "Give the real folder with -o."
            raise WriteError(Problem(str(folder), "is a symbolic link; nothing is written through it.", fix=fix))
        _make_all(folder)
    except (OSError, ValueError) as reason:
        raise WriteError(_problem(folder, reason)) from reason
    remove_stale(folder)


def _make_all(folder: Path) -> None:
    """Every folder that is made on the way is private too, whatever the umask."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        path.mkdir(mode=0o700, exist_ok=True)
    if not folder.is_dir():
        raise NotADirectoryError(20, "a file of this name is in the way")


Data = bytes | Callable[[], Iterable[bytes]]


def write_whole(file: Path, data: Data, force: bool = False, instead: str = _INSTEAD) -> None:
    """Write beside the target, sync, then rename: a reader sees the old file or the new one, never a part. `data`: the
    bytes, or what gives them piece by piece. `instead` is what to do where the file exists already."""
    may_write(file, force, instead)
    for attempt in range(_TRIES):
        try:
            _write(file, (data,) if isinstance(data, bytes) else data(), force)
            return
        except FileNotFoundError as reason:  # another writer took our file for a stale one before it was locked
            if attempt == _TRIES - 1 or not file.parent.is_dir():
                raise WriteError(_problem(file, reason)) from reason
        except (OSError, ValueError) as reason:
            raise WriteError(_problem(file, reason)) from reason


def may_write(file: Path, force: bool = False, instead: str = _INSTEAD) -> None:
    """Refuse a symbolic link, and an existing file that is not to be replaced: also before many questions are asked."""
    try:
        _free(file, force, instead)
    except (OSError, ValueError) as reason:
        raise WriteError(_problem(file, reason)) from reason


def _free(file: Path, force: bool, instead: str) -> None:
    if file.is_symlink():
        raise WriteError(
            Problem(
                str(file), "is a symbolic link; nothing is written through it.", fix="Remove it, or choose another."
            )
        )
    if file.exists() and not force:
        raise WriteError(
            Problem(
                str(file),
                "exists already; nothing was overwritten.",
                fix=instead,
            )
        )


def _write(file: Path, pieces: Iterable[bytes], force: bool) -> None:
    temporary = file.parent / f"{PREFIX}{secrets.token_hex(8)}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(temporary, flags, 0o600)
    try:
        with os.fdopen(handle, "wb") as stream:
            _lock(stream.fileno())
            stream.writelines(pieces)
            stream.flush()
            os.fsync(stream.fileno())
            if sys.platform != "win32":
                _rename(temporary, file, force)
        if sys.platform == "win32":
            _rename(temporary, file, force)
    finally:
        temporary.unlink(missing_ok=True)
    _sync_folder(file.parent)


def _rename(temporary: Path, file: Path, force: bool) -> None:
    """Without `force` the name must still be free at this very moment, so a link is made, which never replaces."""
    if force or not hasattr(os, "link"):
        os.replace(temporary, file)
        return
    try:
        os.link(temporary, file)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        os.replace(temporary, file)


def _lock(handle: int) -> None:
    """A file system that knows no locks (some network folders) is written to all the same."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)


def _sync_folder(folder: Path) -> None:
    """The new name itself must survive a power cut; where a folder cannot be opened, the system does it alone."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove_stale(folder: Path) -> int:
    """Removes temporary files that no living program holds; gives their number."""
    removed = 0
    for file in folder.glob(f"{PREFIX}*"):
        if file.is_symlink() or not file.is_file() or _held(file):
            continue
        try:
            file.unlink()
            removed += 1
        except OSError:  # open in another program (Windows), or gone already
            continue
    return removed


@contextlib.contextmanager
def private_room() -> Iterator[Path]:
    """A folder for work in progress, for its owner only; gone at the end, or at the next start after a kill."""
    _remove_stale_rooms(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=ROOM, ignore_cleanup_errors=True) as name:
        room = Path(name)
        room.chmod(0o700)
        with (room / "lock").open("wb") as held:
            _lock(held.fileno())
            yield room


def _remove_stale_rooms(base: Path) -> None:
    for room in base.glob(f"{ROOM}*"):
        lock = room / "lock"
        try:
            ours = not room.is_symlink() and (sys.platform == "win32" or room.stat().st_uid == os.getuid())
            if not ours or not lock.is_file() or _held(lock):
                continue
            lock.unlink()
        except OSError:  # another user's, or open in a living program (Windows)
            continue
        shutil.rmtree(room, ignore_errors=True)


def _held(file: Path) -> bool:
    if sys.platform == "win32":
        return False
    try:
        handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW)
    except OSError:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(handle)
    return False


def _problem(file: Path, reason: Exception) -> Problem:
    why = getattr(reason, "strerror", None) or "the name is not a file name"
    return Problem(
        str(file),
        f"could not be written: {why}.",
        "What was there before is unchanged.",
        "Check the disk and the rights of the folder.",
    )
