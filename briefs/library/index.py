"""The library from its index: opened while no record has changed, and made anew of the records when one has.

Records are validated when the index is made, and not when it is read. Whatever is wrong with the cache, the records
themselves are read; a record with a slip is never put into an index, so that it is told with its place every time.
"""

import contextlib
import importlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefs.library.cache import cache_file, made_beside, prune
from briefs.library.cache import mark_of as mark_of_records
from briefs.library.layers import Layer
from briefs.library.stored import Row, Store, Stored, as_json, write

if TYPE_CHECKING:
    from briefs.library.library import Library

ROOMS = {
    "precedents": ("precedent", "Precedent"),
    "evidence": ("evidence", "Evidence"),
    "states": ("law", "State"),
    "courts": ("law", "Court"),
    "forums": ("law", "Forum"),
    "grounds": ("law", "Ground"),
    "provisions": ("law", "Provision"),
    "arguments": ("law", "Argument"),
    "layouts": ("layout", "Layout"),
}
"""Room → module and class of its records; imported when the first record is asked for."""
_READ = {
    "confirmed": ("confirmation", "Confirmation"),
    "stale": ("confirmation", "Confirmation"),
    "accepted": ("confirmation", "Acceptance"),
}
_SETTINGS = {"country_material": ("evidence", "CountryMaterial")}
_FOLDERS = ("precedents", "evidence", "law", "confirmations")
_MADE_BY = ("library", "models", "reading")


@cache
def model_of(room: str) -> Any:
    """The class of a room's records."""
    module, name = {**ROOMS, **_READ, **_SETTINGS}[room]
    return getattr(importlib.import_module(f"briefs.models.{module}"), name)


def open_store(layers: tuple[Layer, ...], mark: str) -> Store | None:
    """The index of these layers, if there is one, if it is ours, and if no record has changed since."""
    return Store.open(cache_file("library", layers), mark, lambda: rows(_read(layers)))


def keep(library: "Library", mark: str) -> None:
    """Write the index of a library that was read from its records; nothing happens where it cannot be written.
    `mark`: taken before the records were read, so that a change during the reading is not missed."""
    file = cache_file("library", library.layers)
    try:
        with made_beside(file) as temporary:
            write(temporary, mark, rows(library))
        prune(file.parent)
    except (OSError, sqlite3.Error):
        return


def kept_store(file: Path, mark: str, again: Callable[[], Iterable[Row]]) -> Store | None:
    """Another index of one's own: the one in the file, if it was made of what `mark` stands for, else made anew of what
    `again` gives; null where none can be kept."""
    found = Store.open(file, mark, again)
    if found is None:
        with contextlib.suppress(OSError, sqlite3.Error):
            with made_beside(file) as temporary:
                write(temporary, mark, again())
            prune(file.parent)
            found = Store.open(file, mark, again)
    return found


def mark_of(layers: tuple[Layer, ...]) -> str:
    """What an index has to carry to be read: it changes with every record, and with the program."""
    return mark_of_records(layers, _FOLDERS, _MADE_BY)


def _read(layers: tuple[Layer, ...]) -> "Library":
    from briefs.library.library import read_sound

    return read_sound(layers)


def rows(library: "Library") -> Iterator[Row]:
    """Everything that a library holds, as rows."""
    from briefs.library.thaw import freeze

    for room in ROOMS:
        for key, record in getattr(library, room).items():
            yield room, key, freeze(record)
    for name in _READ:
        for key, entries in getattr(library, name).items():
            yield name, key, f"[{','.join(map(freeze, entries))}]"
    layers = {layer: n for n, layer in enumerate(library.layers)}
    for key, origin in library.origins.items():
        yield "origins", key, as_json([layers[origin.layer], origin.place, origin.room, list(origin.within)])
    for key, gone in library.withdrawn.items():
        head = as_json([gone.reason, gone.layer, type(gone.record).__name__])
        record = "null" if gone.record is None else freeze(gone.record)
        yield "withdrawn", key, f"{head[:-1]},{record}]"
    for key, row in library.seek_tables.items():
        yield "look", key, as_json(row)
    plain = {"vocabulary": library.vocabulary, "captions": library.captions, "digest": library.digest}
    for name, value in plain.items():
        yield "plain", name, as_json(value)
    yield "settings", "country_material", freeze(library.country_material)


def from_store(store: Store, layers: tuple[Layer, ...]) -> dict[str, Any]:
    """The fields of the library, each read when it is asked for."""
    found: dict[str, Any] = {room: Stored(store, room, _maker(room)) for room in ROOMS}
    for name in _READ:
        found[name] = Stored(store, name, _listed(name))
    found["origins"] = Stored(store, "origins", lambda _, data: _origin(data, layers))
    found["withdrawn"] = Stored(store, "withdrawn", _withdrawn)
    plain = store.plain("plain")
    found |= {"vocabulary": plain["vocabulary"], "captions": plain["captions"], "known_digest": plain["digest"]}
    found["settings"] = Stored(store, "settings", _thawed)
    if missing := [name for name in _SETTINGS if name not in found["settings"]]:
        raise KeyError(missing[0])
    return found


def _thawed(room: str, data: Any) -> Any:
    """A record; what makes it is imported with the first, so that opening the library costs next to nothing."""
    from briefs.library.thaw import record_of

    return record_of(model_of(room), data)


def _maker(room: str) -> Any:
    return lambda _, data: _thawed(room, data)


def _listed(room: str) -> Any:
    return lambda _, data: tuple(_thawed(room, entry) for entry in data)


def _origin(data: list[Any], layers: tuple[Layer, ...]) -> Any:
    from briefs.library.origin import Origin

    return Origin(layers[data[0]], data[1], data[2], tuple(data[3]))


def _withdrawn(key: str, data: list[Any]) -> Any:
    from briefs.library.origin import Withdrawn

    rooms = {name: room for room, (_, name) in ROOMS.items()}
    record = None if data[3] is None else _thawed(rooms[data[2]], data[3])
    return Withdrawn(key, data[0], data[1], record)
