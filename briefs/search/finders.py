"""Which records hold the words: one interface, and SQLite's full text behind it. For large corpora see large.py.

A form is a word, a phrase (words with one space between them), or the beginning of a word with a star behind it. Words
are folded. A finder says which records hold them and how many do; how near a record is, is told by ranking.py, the same
for every finder.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Protocol

Forms = tuple[str, ...]
"""Any of these will do: a misspelt word is read as several."""


class Finder(Protocol):
    """Looks up words. Raises sqlite3.Error where its index is damaged."""

    def add(self, row: int, text: str) -> None:
        """Take in the folded words of a record."""

    def added(self) -> None:
        """All records were added."""

    def count(self, form: str) -> int:
        """How many records hold a form."""

    def records(self, terms: Sequence[Forms], every: bool) -> Iterator[int]:
        """Rows of the records that hold every one of the terms, or any; the likely ones first where they are many."""


class WordTable:
    """SQLite's full text, in the same file as the records."""

    MANY = 1000
    """Records up to which their order is of no use: all of them are ranked."""

    def __init__(self, connection: sqlite3.Connection):
        self._db = connection

    @classmethod
    def new(cls, connection: sqlite3.Connection) -> "WordTable":
        """An empty table in an empty index."""
        connection.execute(
            """CREATE VIRTUAL TABLE words USING fts5 (text, content='', tokenize="unicode61 remove_diacritics 0")"""
        )
        return cls(connection)

    def add(self, row: int, text: str) -> None:
        self._db.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (row, text))

    def added(self) -> None:
        """Nothing is left to do: the words stand in the file with the records."""

    def count(self, form: str) -> int:
        return self._db.execute("SELECT count(*) FROM words WHERE words MATCH ?", (_quoted(form),)).fetchone()[0]

    def records(self, terms: Sequence[Forms], every: bool) -> Iterator[int]:
        query = (" AND " if every else " OR ").join(f"({' OR '.join(map(_quoted, forms))})" for forms in terms)
        few = self._db.execute("SELECT rowid FROM words WHERE words MATCH ? LIMIT ?", (query, self.MANY + 1)).fetchall()
        if len(few) > self.MANY:
            few = self._db.execute("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank", (query,))
        return (row for (row,) in few)


def _quoted(form: str) -> str:
    words, star = form.rstrip("*"), "*" if form.endswith("*") else ""
    return f'"{words.replace(chr(34), " ")}"{star}'
