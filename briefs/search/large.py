"""Words of a large corpus in an index of Tantivy (the optional extra `large`): the same answers as from SQLite, sooner
where a hundred thousand records were imported.

The index is a folder beside the file with the records, and belongs to that file alone: it is made with it, named in it
and goes with it.
"""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from briefs.library.cache import BESIDE, is_private
from briefs.search.finders import Forms

MANY = 20_000
"""Records from which the library is worth it; SQLite answers sooner in a smaller one, because nothing is imported."""

_PAGE = 1000
_MEMORY = 64 << 20
"""Bytes that the making may take before it writes."""


def available() -> bool:
    """Whether the extra is installed."""
    try:
        import tantivy
    except ImportError:
        return False
    return bool(tantivy)


def new(folder: Path) -> "Tantivy":
    """An empty index in a new private folder. Raises OSError where it cannot be made."""
    import tantivy

    folder.mkdir(mode=0o700)
    schema = tantivy.SchemaBuilder()
    schema.add_unsigned_field("row", stored=True, fast=True)
    schema.add_text_field("text", tokenizer_name="words", index_option="position")
    return Tantivy(_with_words(tantivy.Index(schema.build(), path=str(folder))))


def opened(folder: Path) -> "Tantivy | None":
    """The index in a folder; None where it is not there, not ours, or the extra is gone."""
    if folder.suffix != BESIDE or not is_private(folder) or not available():
        return None
    import tantivy

    try:
        return Tantivy(_with_words(tantivy.Index.open(str(folder))))
    except (ValueError, OSError):
        return None


def _with_words(index: Any) -> Any:
    import tantivy

    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer("words", analyzer)
    return index


class Tantivy:
    """Looks up words in an open index."""

    def __init__(self, index: Any):
        self._index, self._writer, self._searcher = index, None, None

    def add(self, row: int, text: str) -> None:
        import tantivy

        if self._writer is None:
            self._writer = self._index.writer(_MEMORY, 1)
        document = tantivy.Document()
        document.add_unsigned("row", row)
        document.add_text("text", text)
        self._writer.add_document(document)

    def added(self) -> None:
        if self._writer is not None:
            self._writer.commit()
            self._writer.wait_merging_threads()
        self._writer = None
        self._index.reload()

    def count(self, form: str) -> int:
        return self._found(self._query(form), 1, 0).count

    def records(self, terms: Sequence[Forms], every: bool) -> Iterator[int]:
        from tantivy import Occur, Query

        must = Occur.Must if every else Occur.Should
        groups = [Query.boolean_query([(Occur.Should, self._query(form)) for form in forms]) for forms in terms]
        query, at = Query.boolean_query([(must, group) for group in groups]), 0
        while True:
            hits = self._found(query, _PAGE, at).hits
            for _, address in hits:
                yield self._searcher.doc(address)["row"][0]
            at += len(hits)
            if len(hits) < _PAGE:
                return

    def _query(self, form: str) -> Any:
        from tantivy import Occur, Query

        schema, words = self._index.schema, form.rstrip("*").split(" ")
        if len(words) > 1:
            return Query.phrase_query(schema, "text", words)
        word = Query.term_query(schema, "text", words[0])
        if not form.endswith("*"):
            return word
        begun = Query.regex_query(schema, "text", f"{re.escape(words[0])}.*")
        return Query.boolean_query([(Occur.Should, begun), (Occur.Should, word)])

    def _found(self, query: Any, limit: int, offset: int) -> Any:
        if self._searcher is None:
            self._searcher = self._index.searcher()
        try:
            return self._searcher.search(query, limit=limit, count=True, offset=offset)
        except ValueError as reason:
            raise sqlite3.DatabaseError(f"the index of the words cannot be read: {reason}") from None
