"""The index itself: SQLite with full text, in one file of the user's cache or in memory. Nothing else knows that."""

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from briefs.library.cache import open_made_of
from briefs.search.folding import folded_text, words_with_places
from briefs.search.units import Item, Unit

_TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE item (id TEXT, kind TEXT, data TEXT, PRIMARY KEY (kind, id));
CREATE TABLE unit (row INTEGER PRIMARY KEY, kind TEXT, item TEXT, field TEXT, data TEXT);
CREATE INDEX unit_item ON unit (kind, item);
CREATE TABLE name (word TEXT PRIMARY KEY);
CREATE VIRTUAL TABLE words USING fts5 (text, content='', tokenize="unicode61 remove_diacritics 0");
"""


class Store:
    """An open index. Texts are stored as written, beside the folded words that are searched."""

    def __init__(self, connection: sqlite3.Connection):
        self._db = connection

    @classmethod
    def open(cls, file: Path, mark: str) -> "Store | None":
        """The index in a file, if it was made of the records that `mark` stands for; else None."""
        connection = open_made_of(file, mark)
        return cls(connection) if connection else None

    @classmethod
    def build(cls, file: Path | None, mark: str, records: Iterable[tuple[Item, list[Unit]]]) -> "Store":
        """A new index: in memory, or in an empty file. Raises sqlite3.Error where the file cannot be written."""
        connection = sqlite3.connect(":memory:" if file is None else file)
        with connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.executescript(_TABLES)
            store = cls(connection)
            store._fill(records)
            connection.execute("INSERT INTO about VALUES ('mark', ?)", (mark,))
        return store

    def _fill(self, records: Iterable[tuple[Item, list[Unit]]]) -> None:
        row, names = 0, set()
        for item, units in records:
            self._db.execute("INSERT OR IGNORE INTO item VALUES (?, ?, ?)", (item.id, item.kind, _json(item)))
            for unit in units:
                row += 1
                self._db.execute(
                    "INSERT INTO unit VALUES (?, ?, ?, ?, ?)", (row, item.kind, item.id, unit.field, _json(unit))
                )
                self._db.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (row, folded_text(unit.text)))
                if unit.field in {"name", "other name", "body"}:
                    names |= {word for word, _, _ in words_with_places(unit.text) if len(word) > 3}
        self._db.executemany("INSERT INTO name VALUES (?)", [(word,) for word in sorted(names)])

    def close(self) -> None:
        self._db.close()

    def matches(self, phrase: str) -> dict[int, float]:
        """Row of each text that holds the phrase of folded words, with its rank (larger is nearer). A trailing '*'
        stands for any ending."""
        words, star = phrase.rstrip("*"), "*" if phrase.endswith("*") else ""
        query = f'"{words.replace(chr(34), " ")}"{star}'
        found = self._db.execute("SELECT rowid, -bm25(words) FROM words WHERE words MATCH ?", (query,))
        return dict(found.fetchall())

    def places(self) -> dict[int, tuple[tuple[str, str], str]]:
        """Row of every text → key of its record, and the field it stands in."""
        rows = self._db.execute("SELECT row, kind, item, field FROM unit")
        return {row: ((kind, item), field) for row, kind, item, field in rows}

    def units_of(self, key: tuple[str, str]) -> dict[int, Unit]:
        """All texts of one record."""
        rows = self._db.execute("SELECT row, data FROM unit WHERE kind = ? AND item = ?", key)
        return {row: _unit(data) for row, data in rows.fetchall()}

    def items(self) -> dict[tuple[str, str], Item]:
        """All records by kind and id."""
        return {(item.kind, item.id): item for item in map(_item, self._db.execute("SELECT data FROM item"))}

    def names(self) -> list[str]:
        """Words of names, for reading a misspelt one."""
        return [word for (word,) in self._db.execute("SELECT word FROM name")]


def _json(record: Item | Unit) -> str:
    return json.dumps(vars(record), ensure_ascii=False)


def _unit(data: str) -> Unit:
    fields = json.loads(data)
    return Unit(**{**fields, "grounds": tuple(fields["grounds"])})


def _item(row: tuple[str]) -> Item:
    fields = json.loads(row[0])
    return Item(**{**fields, "states": tuple(fields["states"]), "forums": tuple(fields["forums"])})
