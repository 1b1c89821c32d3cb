"""Records as rows of the index: read when they are asked for, and kept. What is damaged is never handed out."""

import gc
import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar

from briefs.library.cache import open_made_of

Value = TypeVar("Value")
Row = tuple[str, str, str | bytes]
"""Room, id, JSON."""

_NONE = object()
_SMALL = 1000
"""Records of a room up to which all are fetched with the first."""

_ROOM = """
SELECT id, data, mark FROM row WHERE rowid IN (SELECT rowid FROM row WHERE room = ?) ORDER BY rowid
"""
"""The places are sorted first and the records read in their order: sorting the records would copy them all."""

_AT_ONCE = 50
"""Rows that are read as one list."""

_TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE row (room TEXT, id TEXT, data BLOB, mark BLOB, UNIQUE (room, id));
"""


class Store:
    """An open index. `again` gives all rows anew, for the case that the file turns out to be damaged."""

    def __init__(self, connection: sqlite3.Connection, again: Callable[[], Iterable[Row]]):
        self._db, self._again, self._sound = connection, again, False

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

    def text(self, room: str, key: str) -> bytes | None:
        """The JSON of one row as it was written, or None."""
        found = self._ask("SELECT id, data, mark FROM row WHERE room = ? AND id = ?", room, key)
        return found[0][1] if found else None

    def texts(self, room: str) -> list[tuple[str, bytes]]:
        """(id, JSON) of a room, in the order of the library."""
        return self._ask(_ROOM, room)

    def plain(self, room: str) -> dict[str, Any]:
        """A whole room as plain data, by id; read in one go, and kept as long as the program runs."""
        texts = self.texts(room)
        found: dict[str, Any] = dict.fromkeys(key for key, _ in texts)
        looked_for = gc.isenabled()
        gc.disable()  # plain data that are being read hold no garbage, and looking for it takes as long as the reading
        try:
            for ascii_only in (True, False):  # one Chinese name makes all that is read with it twice as long
                part = [one for one in texts if one[1].isascii() is ascii_only]
                for at in range(0, len(part), _AT_ONCE):
                    some = part[at : at + _AT_ONCE]
                    values = json.loads(b"[%b]" % b",".join([text for _, text in some]))
                    found.update(zip([key for key, _ in some], values, strict=True))
            gc.freeze()
        finally:
            if looked_for:
                gc.enable()
        return found

    def keys(self, room: str) -> list[str]:
        """Ids of a room, in the order of the library."""
        try:
            return [key for (key,) in self._db.execute("SELECT id FROM row WHERE room = ? ORDER BY rowid", (room,))]
        except sqlite3.Error:
            self._heal()
            return self.keys(room)

    def size(self, room: str) -> int:
        """How many rows a room holds."""
        try:
            return self._db.execute("SELECT count(*) FROM row WHERE room = ?", (room,)).fetchone()[0]
        except sqlite3.Error:
            self._heal()
            return self.size(room)

    def _ask(self, question: str, room: str, *key: str) -> list[tuple[str, bytes]]:
        try:
            rows = self._db.execute(question, (room, *key)).fetchall()
            sound = all(_mark(room, identity, data) == mark for identity, data, mark in rows)
        except (sqlite3.Error, UnicodeError, TypeError):
            sound = False
        if not sound:
            self._heal()
            return self._ask(question, room, *key)
        return [(identity, data) for identity, data, _ in rows]

    def _heal(self) -> None:
        """Go on from the records themselves. What fails after that is a fault of the program."""
        if self._sound:
            raise RuntimeError("the index of the library cannot be read even in memory")
        self._db, self._sound = _filled(":memory:", "", self._again()), True


def write(file: Path, mark: str, rows: Iterable[Row]) -> None:
    """A new index in an empty file. Raises sqlite3.Error or OSError where it cannot be written."""
    _filled(str(file), mark, rows).close()


def _filled(name: str, mark: str, rows: Iterable[Row]) -> sqlite3.Connection:
    connection = sqlite3.connect(name, check_same_thread=False)
    with connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.executescript(_TABLES)
        encoded = ((room, key, data.encode() if isinstance(data, str) else data) for room, key, data in rows)
        marked = ((room, key, data, _mark(room, key, data)) for room, key, data in encoded)
        connection.executemany("INSERT INTO row VALUES (?, ?, ?, ?)", marked)
        connection.execute("INSERT INTO about VALUES ('mark', ?)", (mark,))
    return connection


def _mark(room: str, key: str, data: bytes) -> bytes:
    digest = hashlib.sha256(f"{room}\0{key}\0".encode())
    digest.update(data)
    return digest.digest()[:8]


class Stored(Mapping[str, Value], Generic[Value]):
    """One room of the store as a mapping; each record is made once, when it is first asked for."""

    def __init__(self, store: Store, room: str, make: Callable[[str, Any], Value]):
        self._store, self._room, self._make = store, room, make
        self._held: dict[str, Value] = {}
        self._keys: dict[str, None] | None = None
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
        """The row of a record as plain data; a small room is fetched whole, for one question costs less than many.
        Whoever takes it makes the record of it, and may change it."""
        if self._is_small is None:
            self._is_small = len(self) <= _SMALL
        if not self._is_small:
            text = self._store.text(self._room, key)
            return _NONE if text is None else json.loads(text)
        if self._plain is None:
            self._plain = self._store.plain(self._room)
        return self._plain.get(key, _NONE)

    def _all(self) -> dict[str, Any]:
        self._data("")
        return self._plain if self._plain is not None else self._store.plain(self._room)

    def __iter__(self) -> Iterator[str]:
        if self._keys is None:
            self._keys = dict.fromkeys(self._store.keys(self._room))
        return iter(self._keys)

    def __len__(self) -> int:
        return self._store.size(self._room)

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
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
