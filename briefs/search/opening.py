"""Opens the index of the user's layers: the one in the cache while no record has changed, else a new one."""

import hashlib
import os
import secrets
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from briefs.library.layers import Layer
from briefs.search.store import Store
from briefs.search.units import read_units, record_files

Result = TypeVar("Result")


def with_index(layers: tuple[Layer, ...], work: Callable[[Store], Result]) -> Result:
    """Do the work on the index; on a damaged one, that shows it only now, once more on a new one in memory."""
    try:
        return work(open_index(layers))
    except sqlite3.Error:
        return work(Store.build(None, "", read_units(layers)))


def open_index(layers: tuple[Layer, ...]) -> Store:
    """Never fails because of the cache: where it cannot be used, the index stands in memory for this one answer."""
    mark = fingerprint(layers)
    file = cache_folder() / f"search-{_name(layers)}.sqlite"
    found = Store.open(file, mark) if _is_ours(file) else None
    return found or _rebuilt(file, mark, layers)


def fingerprint(layers: tuple[Layer, ...]) -> str:
    """Changes with every file that is added, removed or written: names, sizes and times of all of them."""
    digest = hashlib.sha256(_program())
    for layer in layers:
        digest.update(f"{layer.name}\0".encode())
    for file in record_files(layers):
        state = file.stat()
        digest.update(f"{file}\0{state.st_size}\0{state.st_mtime_ns}\0".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _program() -> bytes:
    """The modules that decide what stands in an index: another version of them makes another index."""
    folder = Path(__file__).parent
    return b"".join((folder / f"{name}.py").read_bytes() for name in ("store", "units", "folding"))


def cache_folder() -> Path:
    """The folder where the system keeps what can be made again."""
    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "casebrief"


def _name(layers: tuple[Layer, ...]) -> str:
    roots = "\0".join(str(layer.root.absolute()) for layer in layers)
    return hashlib.sha256(roots.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _is_ours(file: Path) -> bool:
    """A plain file of this user; whatever somebody else put there is not opened."""
    try:
        state = file.lstat()
    except OSError:
        return False
    owner = getattr(os, "getuid", lambda: state.st_uid)()
    return file.is_file() and not file.is_symlink() and state.st_uid == owner


def _rebuilt(file: Path, mark: str, layers: tuple[Layer, ...]) -> Store:
    """Written beside the old one and renamed, so that another command never sees half of it."""
    temporary = file.with_name(f".tmp-{secrets.token_hex(8)}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        Store.build(temporary, mark, read_units(layers)).close()
        os.replace(temporary, file)
        found = Store.open(file, mark)
    except (OSError, sqlite3.Error):
        found = None
    finally:
        temporary.unlink(missing_ok=True) if temporary.exists() else None
    return found or Store.build(None, mark, read_units(layers))
