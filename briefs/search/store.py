"""Records and their texts in one SQLite file of the user's cache, or in memory; the words are looked up by a finder.

Texts are stored as written, beside the folded words that are compared.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from briefs.library.cache import open_made_of
from briefs.search.finders import Finder, WordTable
from briefs.search.folding import folded_text, words_with_places
from briefs.search.units import Item, Unit

_TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE item (row INTEGER PRIMARY KEY, id TEXT, kind TEXT, data TEXT, UNIQUE (kind, id));
CREATE TABLE unit (item INTEGER, data TEXT, folded TEXT);
CREATE INDEX unit_item ON unit (item);
CREATE TABLE name (word TEXT PRIMARY KEY);
"""
_NAMES = {"name", "other name", "body"}
_END = " endofthistext "
"""Between the texts of a record, so that no phrase runs over from one into the next."""


class Store:
    """An open index."""

    def __init__(self, connection: sqlite3.Connection, finder: Finder):
        self._db, self.finder = connection, finder

    @classmethod
    def open(cls, file: Path, mark: str) -> "Store | None":
        """The index in a file, if it was made of the records that `mark` stands for; else None."""
        connection = open_made_of(file, mark)
        if connection is None:
            return None
        engine = _about(connection, "engine")
        if not engine:
            return cls(connection, WordTable(connection))
        from briefs.search.large import opened

        finder = opened(file.with_name(engine))
        return cls(connection, finder) if finder else None

    @classmethod
    def build(
        cls,
        file: Path | None,
        mark: str,
        records: Iterable[tuple[Item, list[Unit]]],
        finder: Finder | None = None,
        engine: str = "",
    ) -> "Store":
        """A new index: in memory, or in an empty file. Raises sqlite3.Error where the file cannot be written.
        `finder`: looks up the words, if not SQLite does; `engine`: the name of its folder."""
        connection = sqlite3.connect(":memory:" if file is None else file)
        with connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.executescript(_TABLES)
            store = cls(connection, finder or WordTable.new(connection))
            store._fill(records)
            about = [("mark", mark), ("engine", engine)]
            connection.executemany("INSERT INTO about VALUES (?, ?)", about)
        return store

    def _fill(self, records: Iterable[tuple[Item, list[Unit]]]) -> None:
        names: set[str] = set()
        states: set[str] = set()
        row = texts = words = 0
        for item, units in records:
            row += 1
            states.update(item.states)
            added = self._db.execute(
                "INSERT OR IGNORE INTO item VALUES (?, ?, ?, ?)", (row, item.id, item.kind, _json(item))
            )
            if not added.rowcount:
                continue
            folded = [folded_text(unit.text) for unit in units]
            self._db.executemany(
                "INSERT INTO unit VALUES (?, ?, ?)",
                [(row, _json(unit), text) for unit, text in zip(units, folded, strict=True)],
            )
            self.finder.add(row, _END.join(folded))
            texts, words = texts + len(folded), words + sum(text.count(" ") + 1 for text in folded)
            for unit in units:
                if unit.field in _NAMES:
                    names |= {word for word, _, _ in words_with_places(unit.text) if len(word) > 3}
        self.finder.added()
        self._db.executemany("INSERT INTO name VALUES (?)", [(word,) for word in sorted(names)])
        known = [("records", row), ("length", words / max(texts, 1)), ("states", json.dumps(sorted(states)))]
        self._db.executemany("INSERT INTO about VALUES (?, ?)", [(key, str(value)) for key, value in known])

    def close(self) -> None:
        self._db.close()

    def records(self) -> int:
        """How many records there are."""
        return int(_about(self._db, "records"))

    def length(self) -> float:
        """How many words a text has on average."""
        return float(_about(self._db, "length"))

    def states(self) -> set[str]:
        """Codes of all states that a record names."""
        return set(json.loads(_about(self._db, "states")))

    def item(self, row: int) -> Item:
        """One record."""
        (data,) = self._db.execute("SELECT data FROM item WHERE row = ?", (row,)).fetchone()
        return _item(data)

    def items(self, kind: str = "") -> Iterator[tuple[int, Item]]:
        """(row, record) of all records, or of those of one kind, by kind and id."""
        where, given = ("WHERE kind = ?", (kind,)) if kind else ("", ())
        found = self._db.execute(f"SELECT row, data FROM item {where} ORDER BY kind, id", given)  # noqa: S608
        return ((row, _item(data)) for row, data in found)

    def ids(self, kind: str) -> list[str]:
        """Ids of all records of a kind."""
        return [key for (key,) in self._db.execute("SELECT id FROM item WHERE kind = ?", (kind,))]

    def units_of(self, row: int) -> list[tuple[Unit, str]]:
        """All texts of one record, each with its folded words."""
        rows = self._db.execute("SELECT data, folded FROM unit WHERE item = ? ORDER BY rowid", (row,))
        return [(_unit(data), folded) for data, folded in rows.fetchall()]

    def names(self) -> list[str]:
        """Words of names, for reading a misspelt one."""
        return [word for (word,) in self._db.execute("SELECT word FROM name")]


def _about(connection: sqlite3.Connection, key: str) -> str:
    found = connection.execute("SELECT value FROM about WHERE key = ?", (key,)).fetchone()
    return found[0] if found else ""


def _json(record: Item | Unit) -> str:
    return json.dumps(vars(record), ensure_ascii=False)


def _unit(data: str) -> Unit:
    fields = json.loads(data)
    return Unit(**{**fields, "grounds": tuple(fields["grounds"])})


def _item(data: str) -> Item:
    fields = json.loads(data)
    return Item(**{**fields, "states": tuple(fields["states"]), "forums": tuple(fields["forums"])})
