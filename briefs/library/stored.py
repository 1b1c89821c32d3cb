"""Records as rows of the index: read when they are asked for, and kept. What is damaged is never handed out."""

import gc
import hashlib
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from briefs.library.cache import open_made_of

Value = TypeVar("Value")
Row = tuple[str, str, str | bytes]
"""Room, id, JSON."""

_NONE = object()
_SMALL = 1 << 20
"""Bytes of a room up to which it is read as a whole with its first record."""

_PAGE = 32 << 10
"""Bytes after which a page is full: rows are written, checked and read many at once, which is what takes the time."""

_HELD = 256
"""Pages that are held to look for single rows: 8 MB."""

_TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE page (n INTEGER PRIMARY KEY, room TEXT, data BLOB, mark BLOB);
CREATE INDEX page_of_room ON page (room);
CREATE TABLE place (room TEXT, id TEXT, page INTEGER, at INTEGER, size INTEGER, PRIMARY KEY (room, id)) WITHOUT ROWID;
"""


class _DamagedError(Exception):
    """A page or a place is not what was written."""


class Store:
    """An open index. `again` gives all rows anew, for the case that the file turns out to be damaged."""

    def __init__(self, connection: sqlite3.Connection, again: Callable[[], Iterable[Row]]):
        self._db, self._again, self._sound = connection, again, False
        self._pages: dict[int, bytes] = {}

    @classmethod
    def open(cls, file: Path, mark: str, again: Callable[[], Iterable[Row]]) -> "Store | None":
        """The index in a file, if it was made of the records that `mark` stands for; else None."""
        connection = open_made_of(file, mark)
        return cls(connection, again) if connection else None

    @classmethod
    def in_memory(cls, rows: Iterable[Row]) -> "Store":
        """The same without a file."""
        store = cls(_filled(":memory:", "", rows), lambda: ())
        store._sound = True
        return store

    def get(self, room: str, key: str, default: Any = None) -> Any:
        """One row as plain data, or the default."""
        return self._surely(lambda: self._row(room, key, default))

    def plain(self, room: str) -> dict[str, Any]:
        """A whole room as plain data, by id, in the order of the library; read in one go, and kept by who asks."""
        looked_for = gc.isenabled()
        gc.disable()  # plain data that are being read hold no garbage, and looking for it takes as long as the reading
        try:
            found = self._surely(lambda: self._room(room))
            gc.freeze()
        finally:
            if looked_for:
                gc.enable()
        return found

    def keys(self, room: str) -> list[str]:
        """Ids of a room, in the order of the library."""
        question = "SELECT id FROM place WHERE room = ? ORDER BY page, at"
        return self._surely(lambda: [key for (key,) in self._db.execute(question, (room,))])

    def size(self, room: str) -> int:
        """How many rows a room holds."""
        question = "SELECT count(*) FROM place WHERE room = ?"
        return self._surely(lambda: self._db.execute(question, (room,)).fetchone()[0])

    def is_small(self, room: str) -> bool:
        """Whether a room is read as a whole sooner than a few of its rows."""
        question = "SELECT coalesce(sum(length(data)), 0) FROM page WHERE room = ?"
        return self._surely(lambda: self._db.execute(question, (room,)).fetchone()[0]) <= _SMALL

    def _row(self, room: str, key: str, default: Any) -> Any:
        question = "SELECT page, at, size FROM place WHERE room = ? AND id = ?"
        place = self._db.execute(question, (room, key)).fetchone()
        if place is None:
            return default
        n, at, size = place
        data, head = self._pages.get(n) or self._page(n, room), _head(key)
        if data[at - len(head) : at] != head or data[at + size : at + size + 1] not in {b",", b"}"}:
            raise _DamagedError
        return _loads(data[at : at + size])

    def _page(self, n: int, room: str) -> bytes:
        data, mark = self._db.execute("SELECT data, mark FROM page WHERE n = ?", (n,)).fetchone()
        if len(self._pages) >= _HELD:
            self._pages.clear()
        self._pages[n] = _checked(n, room, data, mark)
        return data

    def _room(self, room: str) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for n, data, mark in self._db.execute("SELECT n, data, mark FROM page WHERE room = ? ORDER BY n", (room,)):
            found.update(_loads(_checked(n, room, data, mark)))
        return found

    def _surely(self, ask: Callable[[], Value]) -> Value:
        try:
            return ask()
        except (sqlite3.Error, ValueError, TypeError, _DamagedError):
            self._heal()
        return ask()

    def _heal(self) -> None:
        """Go on from the records themselves. What fails after that is a fault of the program."""
        if self._sound:
            raise RuntimeError("the index of the library cannot be read even in memory")
        self._pages.clear()
        self._db, self._sound = _filled(":memory:", "", self._again()), True


def write(file: Path, mark: str, rows: Iterable[Row]) -> None:
    """A new index in an empty file. Raises sqlite3.Error or OSError where it cannot be written."""
    _filled(str(file), mark, rows).close()


def _filled(name: str, mark: str, rows: Iterable[Row]) -> sqlite3.Connection:
    connection = sqlite3.connect(name, check_same_thread=False)
    with connection:
        connection.execute(f"PRAGMA page_size = {_PAGE}")
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.executescript(_TABLES)
        for n, (room, data, places) in enumerate(_paged(rows)):
            connection.execute("INSERT INTO page VALUES (?, ?, ?, ?)", (n, room, data, _mark(n, room, data)))
            rows_of_page = ((room, place.key, n, place.at, place.size) for place in places)
            connection.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?)", rows_of_page)
        connection.execute("INSERT INTO about VALUES ('mark', ?)", (mark,))
    return connection


class _Place(NamedTuple):
    """Where a row stands in its page: the first byte of its JSON, and how many there are."""

    key: str
    at: int
    size: int


def _paged(rows: Iterable[Row]) -> Iterator[tuple[str, bytes, list[_Place]]]:
    """(room, page, places): each page is a JSON object of rows by their ids."""
    for room, group in groupby(rows, key=itemgetter(0)):
        parts, places, end = [], [], 0
        for _, key, text in group:
            head, data = _head(key), text.encode() if isinstance(text, str) else text
            parts.append(head + data)
            places.append(_Place(key, end + 1 + len(head), len(data)))
            end += 1 + len(parts[-1])
            if end >= _PAGE:
                yield room, b"{%b}" % b",".join(parts), places
                parts, places, end = [], [], 0
        if parts:
            yield room, b"{%b}" % b",".join(parts), places


def _head(key: str) -> bytes:
    return as_json(key).encode() + b":"


def _checked(n: int, room: str, data: bytes, mark: bytes) -> bytes:
    if _mark(n, room, data) != mark:
        raise _DamagedError
    return data


def _mark(n: int, room: str, data: bytes) -> bytes:
    digest = hashlib.sha256(f"{n}\0{room}\0".encode())
    digest.update(data)
    return digest.digest()[:8]


def _loads(data: bytes) -> Any:
    """JSON as plain data; by pydantic's reader, which needs half the time, where it has been imported anyway."""
    if core := sys.modules.get("pydantic_core"):
        return core.from_json(data)
    import json

    return json.loads(data)


class Stored(Mapping[str, Value], Generic[Value]):
    """One room of the store as a mapping; each record is made once, when it is first asked for."""

    def __init__(self, store: Store, room: str, make: Callable[[str, Any], Value]):
        self._store, self._room, self._make = store, room, make
        self._held: dict[str, Value] = {}
        self._keys: dict[str, Any] | None = None
        self._plain: dict[str, Any] | None = None
        self._is_small: bool | None = None

    def __getitem__(self, key: str) -> Value:
        found = self.get(key, _NONE)
        if found is _NONE:
            raise KeyError(key)
        return found

    def get(self, key: str, default: Any = None) -> Any:
        """The record, or the default; a room is asked thousands of times for what it does not hold."""
        found = self._held.get(key, _NONE)
        if found is _NONE:
            data = self._data(key)
            if data is _NONE:
                return default
            found = self._held[key] = self._make(key, data)
        return found

    def _data(self, key: str) -> Any:
        """The row of a record as plain data; a small room is read whole, for that costs less than to look for many."""
        if self._plain is None:
            if self._is_small is None:
                self._is_small = self._store.is_small(self._room)
            if not self._is_small:
                return self._store.get(self._room, key, _NONE)
            self._plain = self._store.plain(self._room)
        return self._plain.get(key, _NONE)

    def _all(self) -> dict[str, Any]:
        self._data("")
        return self._plain if self._plain is not None else self._store.plain(self._room)

    def __iter__(self) -> Iterator[str]:
        if self._keys is None:
            self._keys = self._plain or dict.fromkeys(self._store.keys(self._room))
        return iter(self._keys)

    def __len__(self) -> int:
        return self._store.size(self._room) if self._plain is None else len(self._plain)

    def __contains__(self, key: object) -> bool:
        if self._keys is not None:
            return key in self._keys
        return key in self._held or isinstance(key, str) and self._data(key) is not _NONE

    def values(self) -> list[Value]:  # type: ignore[override]
        """All records; read in one go."""
        return [value for _, value in self.items()]

    def items(self) -> list[tuple[str, Value]]:  # type: ignore[override]
        """All (id, record); read in one go."""
        if len(self._held) < len(self):
            for key, data in self._all().items():
                if key not in self._held:
                    self._held[key] = self._make(key, data)
        return [(key, self._held[key]) for key in self]


class Changed(Mapping[str, Value], Generic[Value]):
    """Records of another mapping, each changed when it is asked for."""

    def __init__(self, records: Mapping[str, Value], change: Callable[[Value], Value]):
        self._records, self._change = records, change
        self._held: dict[str, Value] = {}

    def __getitem__(self, key: str) -> Value:
        if key not in self._held:
            self._held[key] = self._change(self._records[key])
        return self._held[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)


def as_json(value: Any) -> str:
    """Plain data as a row."""
    import json

    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
