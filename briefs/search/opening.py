"""Opens the index of the user's layers: the one in the cache while no record has changed, else a new one."""

import contextlib
import hashlib
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from briefs.library.cache import cache_file, is_ours, made_beside
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
    file = cache_file("search", layers)
    found = Store.open(file, mark) if is_ours(file) else None
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


def _rebuilt(file: Path, mark: str, layers: tuple[Layer, ...]) -> Store:
    """Written beside the old one and renamed, so that another command never sees half of it."""
    found = None
    with contextlib.suppress(OSError, sqlite3.Error):
        with made_beside(file) as temporary:
            Store.build(temporary, mark, read_units(layers)).close()
        found = Store.open(file, mark)
    return found or Store.build(None, mark, read_units(layers))
