"""Searches a finished pack for every value that was taken out of the case: texts, attributes, properties, file names.

A word that stands in the pack even when every text of the case is blank comes from the library (a person may be called
Liu, and the pack cites Liu v. Poland). Such a word is searched in the case about nobody itself, where it may not stand.
"""

import html
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from briefs.errors import Problem
from briefs.redacting.forms import date_pattern, folded, is_unspaced, plain, words
from briefs.redacting.pseudonyms import Original

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Pack:
    """Files by path, as they are about to be written."""

    files: Mapping[str, bytes]

    @cached_property
    def places(self) -> dict[str, str]:
        """Place → text: the parts of every Word file, the other files, and all names of files."""
        found = {"names of files": "\n".join(self.files)}
        for name, data in sorted(self.files.items()):
            if data[:4] == b"PK\3\4":
                found |= {f"{name}: {part}": text for part, text in _word(data)}
            else:
                found[name] = html.unescape(data.decode("utf-8", "replace"))
        return found

    @cached_property
    def all_words(self) -> set[str]:
        return words("\n".join(self.places.values()))

    @cached_property
    def all_plain(self) -> str:
        return plain("\n".join(self.places.values()))


def left_over(originals: Iterable[Original], pack: Pack, from_library: Pack, case_text: str) -> list[Problem]:
    """One problem for each value and place where it is still found; the value itself is never named."""
    known = {place: (folded(text), plain(text), words(text)) for place, text in pack.places.items()}
    in_case = (folded(case_text), plain(case_text), words(case_text))
    problems = []
    for original in originals:
        if _found(original, case_text, *in_case):
            problems.append(_problem(original, "the pseudonymised case file"))
        if _of_library(original, from_library):
            continue
        for place, text in pack.places.items():
            if _found(original, text, *known[place]):
                problems.append(_problem(original, place))
    return list(dict.fromkeys(problems))


def _found(original: Original, text: str, low: str, bare: str, there: set[str]) -> bool:
    if original.kind == "date":
        day = date_pattern(original.value)
        return bool(day and day.search(text))
    value = plain(original.value)
    if not value:
        return folded(original.value) in low
    if is_unspaced(original.value):
        return folded(original.value) in low or value in bare
    if original.kind == "part" or len(value) < 6:
        return folded(original.value) in there or value in there
    return value in bare


def _of_library(original: Original, library: Pack) -> bool:
    """Whether the library itself uses the word."""
    value = plain(original.value)
    if original.kind == "date":
        return False
    if original.kind == "part" or len(value) < 6:
        return value in library.all_words
    return value in library.all_plain


def _problem(original: Original, place: str) -> Problem:
    what = {"part": "a part of a name", "date": "a birth date"}.get(original.kind, "a value")
    return Problem(place, f"still holds {what} from {original.field}.", "The pack was not written.")


def _word(data: bytes) -> Iterator[tuple[str, str]]:
    """Texts of the parts of a Word file: paragraphs without the seams of their runs, attributes, names of parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        yield "names of parts", "\n".join(package.namelist()) + package.comment.decode("utf-8", "replace")
        for name in package.namelist():
            part = package.read(name)
            if not name.endswith((".xml", ".rels")):
                yield name, re.sub(rb"[^\x20-\x7e]+", b"\n", part).decode("ascii")
                continue
            root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
            lines = ["".join(p.itertext()) for p in root.iter(f"{_W}p")] or ["".join(root.itertext())]
            lines += [v for e in root.iter(etree.Element) for v in e.attrib.values()]
            yield name, "\n".join(lines)
