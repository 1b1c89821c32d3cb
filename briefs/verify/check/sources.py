"""Texts of rulings to compare quotations with: files that the user gives, and those in which a lawyer has confirmed."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from briefs.documents import Document, open_document
from briefs.errors import DocumentError
from briefs.library import Library
from briefs.verify.check.comparing import Knowledge
from briefs.verify.check.verbatim import Source, source_of
from briefs.verify.find.dates import DATE, read_date
from briefs.verify.find.finding import find_full
from briefs.verify.find.folding import fold

_FOLDER = "sources"


def sources_from(documents: Iterable[tuple[Document, str]], known: Knowledge) -> Iterator[tuple[str, Source]]:
    """(authority id, source) of each ruling, known by the number on its title page."""
    for document, name in documents:
        paragraphs = _text(document)
        head = fold("\n".join(paragraphs[:60])).text
        fulls = find_full(head, known.forms)
        numbers = next((f.numbers for f in fulls if f.numbers), None) or []
        symbols = [s for f in fulls for s in f.symbols][:1]
        dates = {d for f in fulls for d, _ in f.dates} | set(_dates(head))
        hits = known.authorities.numbered(numbers) or known.authorities.keyed(symbols)
        dated = [a for a in hits if a.date in dates] or hits
        for authority in dated:
            yield authority.id, source_of(name, paragraphs)


def confirmed_sources(library: Library, near: Iterable[Path]) -> dict[str, Source]:
    """The very files in which somebody confirmed a holding, by name and SHA-256: authority id → text.

    A confirmation keeps the file's name, never its folder. The file is looked for in `near` (the folders of the
    documents that are checked) and in the folder `sources` of each layer. One that has changed is not used.
    """
    folders = [*near, *(layer.root / _FOLDER for layer in library.layers)]
    found: dict[str, Source] = {}
    for answers in library.confirmed.values():
        for answer in answers:
            held = library.holdings.get(answer.holding)
            if answer.answer != "yes" or held is None or held[0].id in found:
                continue
            file = _same_file(answer.source.file, answer.source.sha256, folders)
            if file and (source := _read(file)):
                found[held[0].id] = source
    return found


def _same_file(name: str, digest: str, folders: Iterable[Path]) -> Path | None:
    for folder in folders:
        file = folder / Path(name).name
        try:
            if file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == digest:
                return file
        except OSError:
            continue
    return None


def _read(file: Path) -> Source | None:
    try:
        return source_of(file.name, _text(open_document(file)))
    except DocumentError:
        return None


def _text(document: Document) -> list[str]:
    return [p.text for p in document.paragraphs() if p.part == "body" or p.part.startswith("page")]


def _dates(head: str) -> Iterator[str]:
    for m in re.finditer(DATE, head, re.I):
        yield read_date(m)[0]
