"""Opens the index of the user's layers: the one in the cache while no record has changed, else a new one."""

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from briefs.library.cache import cache_file, made_beside, mark_of, prune
from briefs.library.layers import Layer
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


def open_index(layers: tuple[Layer, ...]) -> Store:
    """Never fails because of the cache: where it cannot be used, the index stands in memory for this one answer."""
    mark = mark_of(layers, _FOLDERS, ("search",))
    file = cache_file("search", layers)
    return Store.open(file, mark) or _rebuilt(file, mark, layers)


def _rebuilt(file: Path, mark: str, layers: tuple[Layer, ...]) -> Store:
    """Written beside the old one and renamed, so that another command never sees half of it."""
    found = None
    with contextlib.suppress(OSError, sqlite3.Error):
        with made_beside(file) as temporary:
            Store.build(temporary, mark, read_units(layers)).close()
        prune(file.parent)
        found = Store.open(file, mark)
    return found or Store.build(None, mark, read_units(layers))
