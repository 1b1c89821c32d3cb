"""The user's cache: a private folder with files that can be made again. What is not this user's own is never opened."""

import contextlib
import hashlib
import os
import sqlite3
import stat
import time
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import briefs
from briefs.library.layers import Layer

MOST = 16
"""Indexes kept, the last used; a user has one of each kind for each set of layers, about 2 MB each."""

BESIDE = ".tantivy"
"""Ending of a folder that belongs to an index; it goes with it."""

_MAPPED = 256 << 20
"""Bytes of an index that SQLite reads as memory and not piece by piece."""

_BEGUN = ".tmp-"
_LEFT_BEHIND = 24 * 3600
"""Seconds after which a file of a command that was killed while it wrote may go."""

_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


def cache_folder() -> Path:
    """The folder where the system keeps what can be made again."""
    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "casebrief"


def cache_file(kind: str, layers: tuple[Layer, ...]) -> Path:
    """One file for each kind of index and each set of layers."""
    roots = "\0".join(str(layer.root.absolute()) for layer in layers)
    return cache_folder() / f"{kind}-{hashlib.sha256(roots.encode('utf-8', 'surrogateescape')).hexdigest()[:16]}.sqlite"


def is_ours(file: Path) -> bool:
    """A plain file of this user, in a folder of this user, that nobody else may write."""
    return _own(file, stat.S_ISREG) and _own(file.parent, stat.S_ISDIR)


def is_private(folder: Path) -> bool:
    """A folder of this user, in a folder of this user, that nobody else may write."""
    return _own(folder, stat.S_ISDIR) and _own(folder.parent, stat.S_ISDIR)


def _own(path: Path, kind: Callable[[int], bool]) -> bool:
    try:
        state = path.lstat()
    except OSError:
        return False
    if not hasattr(os, "getuid"):  # Windows: the rights of the user's own folder decide
        return kind(state.st_mode)
    return kind(state.st_mode) and state.st_uid == os.getuid() and not state.st_mode & _OTHERS_MAY_WRITE


def open_made_of(file: Path, mark: str) -> sqlite3.Connection | None:
    """The index in a file, for reading only, if it is ours and was made of what `mark` stands for; else None."""
    if not is_ours(file):
        return None
    try:
        name = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(name, uri=True, check_same_thread=False)
    except (sqlite3.Error, ValueError):
        return None
    try:
        connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
        (known,) = connection.execute("SELECT value FROM about WHERE key = 'mark'").fetchone() or ("",)
    except sqlite3.Error:
        known = ""
    if known == mark:
        with contextlib.suppress(OSError):
            os.utime(file)  # the last used are kept
        return connection
    connection.close()
    return None


@contextlib.contextmanager
def made_beside(file: Path) -> Iterable[Path]:
    """A name to write to; what stands there at the end takes the place of `file` in one step, so that another command
    never sees half of it. Raises OSError where the cache cannot be used."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not _own(file.parent, stat.S_ISDIR):
        raise PermissionError(f"{file.parent} is not a private folder of this user")
    temporary = file.with_name(f"{_BEGUN}{os.urandom(8).hex()}")
    os.close(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600))
    try:
        yield temporary
        os.replace(temporary, file)
    finally:
        temporary.unlink(missing_ok=True)


def prune(folder: Path) -> None:
    """Delete the indexes that were not used for longest, and what killed commands left. A command that has one of them
    open reads on; one that is about to open it finds none and makes its own."""
    now, found = time.time(), []
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            state = entry.stat(follow_symlinks=False)
            if entry.name.endswith(".sqlite"):
                found.append((state.st_mtime_ns, entry.path))
            elif entry.name.startswith(_BEGUN) and now - state.st_mtime > _LEFT_BEHIND:
                found.append((0, entry.path))
    kept = {path for time_, path in sorted(found, reverse=True)[:MOST] if time_}
    for _, path in found:
        if path not in kept:
            with contextlib.suppress(OSError):  # gone already, or open in a command on Windows
                os.unlink(path)
            clear_beside(Path(path))


def clear_beside(file: Path, kept: str = "") -> None:
    """Delete the folders that belong to an index, but for the one of the name `kept`; one that is open on Windows stays
    until the next time."""
    import shutil

    for folder in file.parent.glob(f"{file.stem}-*{BESIDE}"):
        if folder.name != kept:
            shutil.rmtree(folder, ignore_errors=True)


def files_below(folder: str, endings: tuple[str, ...]) -> Iterable[tuple[str, os.stat_result]]:
    """(path, state) of every file with one of the endings, in no order; links to folders are not followed."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name.endswith(endings) and not entry.is_dir(follow_symlinks=False):
            try:
                yield entry.path, entry.stat()
            except OSError:
                continue
        elif entry.is_dir(follow_symlinks=False):
            yield from files_below(entry.path, endings)


def mark_of(layers: tuple[Layer, ...], rooms: tuple[str, ...], packages: tuple[str, ...]) -> str:
    """What an index has to carry to be read: it changes with every record file that is added, removed or written, with
    the version, and with the packages of the program that make the index."""
    digest = hashlib.sha256(f"{briefs.__version__} {program_mark(*packages)}".encode())
    for layer in layers:
        digest.update(f"\n{layer.name}\0{layer.root}\n".encode("utf-8", "surrogateescape"))
        for room in rooms:
            _add(digest, files_below(os.path.join(layer.root, room), (".yaml", ".csv")))
    return digest.hexdigest()


def mark_of_files(files: Iterable[Path], *packages: str) -> str:
    """The same for an index that is made of a few files."""
    digest = hashlib.sha256(f"{briefs.__version__} {program_mark(*packages)}".encode())
    with contextlib.suppress(OSError):
        _add(digest, [(str(file), file.stat()) for file in files])
    return digest.hexdigest()


@cache
def program_mark(*packages: str) -> str:
    """The modules of these packages as this process began with them: an update under a running command must not put
    what the old program makes under the mark of the new one."""
    digest = hashlib.sha256()
    for name in packages:
        _add(digest, files_below(str(Path(briefs.__file__).parent / name), (".py",)))
    return digest.hexdigest()


def _add(digest: "hashlib._Hash", files: Iterable[tuple[str, os.stat_result]]) -> None:
    """Path, size, time of change and place on the disk of each file."""
    lines = [f"{path}\0{s.st_size}\0{s.st_mtime_ns}\0{s.st_ino}\0{s.st_ctime_ns}" for path, s in files]
    digest.update("\n".join(sorted(lines)).encode("utf-8", "surrogateescape"))
