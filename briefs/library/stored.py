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
        """A whole room as plain data, by id; read in one go."""
        texts = self.texts(room)
        looked_for = gc.isenabled()
        gc.disable()  # plain data that are being read hold no garbage, and looking for it takes as long as the reading
        try:
            values = json.loads((b"[%b]" % b",".join(text for _, text in texts)).decode())
            return dict(zip((key for key, _ in texts), values, strict=True))
        finally:
            if looked_for:
                gc.enable()

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
    return hashlib.sha256(b"%b\0%b\0%b" % (room.encode(), key.encode(), data)).digest()[:8]


class Stored(Mapping[str, Value], Generic[Value]):
    """One room of the store as a mapping; each record is made once, when it is first asked for."""

    def __init__(self, store: Store, room: str, make: Callable[[str, bytes], Value]):
        self._store, self._room, self._make = store, room, make
        self._held: dict[str, Value] = {}
        self._keys: dict[str, None] | None = None
        self._texts: dict[str, bytes] | None = None
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
            text = self._text(key)
            if text is None:
                return default
            found = self._held[key] = self._make(key, text)
        return found

    def _text(self, key: str) -> bytes | None:
        """The row of a record; a small room is fetched whole, for one question costs less than many."""
        if self._is_small is None:
            self._is_small = len(self) <= _SMALL
        if not self._is_small:
            return self._store.text(self._room, key)
        if self._texts is None:
            self._texts = dict(self._store.texts(self._room))
        return self._texts.get(key)

    def __iter__(self) -> Iterator[str]:
        if self._keys is None:
            self._keys = dict.fromkeys(self._store.keys(self._room))
        return iter(self._keys)

    def __len__(self) -> int:
        return self._store.size(self._room)

    def __contains__(self, key: object) -> bool:
        if self._keys is not None:
            return key in self._keys
        return key in self._held or isinstance(key, str) and self._text(key) is not None

    def values(self) -> list[Value]:  # type: ignore[override]
        """All records; read in one go."""
        return [value for _, value in self.items()]

    def items(self) -> list[tuple[str, Value]]:  # type: ignore[override]
        """All (id, record); read in one go."""
        if len(self._held) < len(self):
            for key, text in self._store.texts(self._room):
                if key not in self._held:
                    self._held[key] = self._make(key, text)
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
