"""Opens the index of the user's layers: the one in the cache while no record has changed, else a new one."""

import contextlib
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from briefs.library.cache import BESIDE, cache_file, clear_beside, made_beside, mark_of, prune
from briefs.library.layers import Layer
from briefs.search import large
from briefs.search.store import Store
from briefs.search.units import read_units

Result = TypeVar("Result")
_FOLDERS = ("precedents", "evidence", "law")


def with_index(layers: tuple[Layer, ...], work: Callable[[Store], Result]) -> Result:
    """Do the work on the index; on a damaged one, that shows it only now, once more on a new one in memory."""
    try:
        return work(open_index(layers))
    except sqlite3.Error:
        return work(Store.build(None, "", read_units(layers)))


def open_index(layers: tuple[Layer, ...], many: int = large.MANY) -> Store:
    """Never fails because of the cache: where it cannot be used, the index stands in memory for this one answer.
    `many`: records from which the words go to Tantivy, where it is installed."""
    mark = mark_of(layers, _FOLDERS, ("search",))
    file = cache_file("search", layers)
    return Store.open(file, mark) or _rebuilt(file, mark, layers, many)


def _rebuilt(file: Path, mark: str, layers: tuple[Layer, ...], many: int) -> Store:
    """Written beside the old one and renamed, so that another command never sees half of it."""
    found = None
    with contextlib.suppress(OSError, sqlite3.Error):
        engine = ""
        with made_beside(file) as temporary:
            finder = None
            if _size(layers) >= many and large.available():
                engine = f"{file.stem}-{os.urandom(8).hex()}{BESIDE}"
                finder = large.new(file.with_name(engine))
            Store.build(temporary, mark, read_units(layers), finder, engine).close()
        clear_beside(file, kept=engine)
        prune(file.parent)
        found = Store.open(file, mark)
    return found or Store.build(None, mark, read_units(layers))


def _size(layers: tuple[Layer, ...]) -> int:
    """Files with rulings and reports; the lists below law/ are short."""
    return sum(len(layer.files(room)) for layer in layers for room in ("precedents", "evidence"))
