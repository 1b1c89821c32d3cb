"""Quotations beside a citation, compared word for word with a source that a person gave; else not checked."""

import difflib
import re
from bisect import bisect_left
from typing import NamedTuple

from briefs.verify.folding import fold
from briefs.verify.places import Places

_QUOTE = re.compile(r"\"([^\"]{25,2000})\"")
_ELLIPSIS = re.compile(r"\[?\.{3}\]?|…|\[\s*…\s*\]|\(\.{3}\)")
_INSERTED = re.compile(r"\[[^\]]{0,60}\]")


class Source(NamedTuple):
    """Text of one ruling, as read from a file: whole, folded, and by numbered paragraph."""

    name: str
    text: str
    paragraphs: dict[int, str]

    @property
    def length(self) -> int | None:
        """Number of the last paragraph, where the numbering has no gap."""
        top = max(self.paragraphs, default=0)
        return top if top and len(self.paragraphs) == top else None


def source_of(name: str, paragraphs: list[str]) -> Source:
    """Numbered paragraphs begin with their number and a full stop, in order."""
    numbered: dict[int, str] = {}
    current = 0
    for paragraph in paragraphs:
        m = re.match(r"\s*(\d{1,4})\.\s", paragraph)
        if m and int(m[1]) == current + 1:
            current += 1
        if current:
            numbered[current] = numbered.get(current, "") + " " + paragraph
    return Source(name, _words(" ".join(paragraphs)), numbered)


def _words(text: str) -> str:
    return " ".join(re.findall(r"[\w']+", fold(text).text.lower()))


def quotations(text: str) -> list[tuple[int, int, str]]:
    """Quotations of one folded text: start, end, words inside the marks."""
    return [(m.start(), m.end(), m[1]) for m in _QUOTE.finditer(text)]


def owned(text: str, spans: list[tuple[int, int]]) -> dict[int, list[tuple[int, str]]]:
    """Quotations by the start of the citation they belong to: the one that follows, else the one before.

    `spans`: citations from left to right; what stands in quotation marks inside one of them is part of a name.
    """
    found: dict[int, list[tuple[int, str]]] = {}
    taken, starts = Places(spans), [a for a, _ in spans]
    for start, end, words in quotations(text) if spans else ():
        if taken.holds(start, end):
            continue
        after = taken.behind(end, -1)
        before = bisect_left(starts, start)
        if 0 <= after < end + 300:
            found.setdefault(after, []).append((start, words))
        elif before:
            found.setdefault(starts[before - 1], []).append((start, words))
    return found


def altered(quotation: str, source: Source) -> str:
    """What differs from the source; empty where every stretch between ellipses stands in it word for word."""
    quotation = re.sub(r"\[(\w)\](?=\w)", r"\1", quotation)
    for stretch in _ELLIPSIS.split(quotation):
        for piece in _INSERTED.split(stretch):
            words = _words(piece)
            if len(words) > 8 and f" {words} " not in f" {source.text} ":
                return _nearest(words, source)
    return ""


def _nearest(words: str, source: Source) -> str:
    """The words of the source that stand where the quotation departs from it."""
    own, all_ = words.split(), source.text.split()
    match = difflib.SequenceMatcher(None, own, all_, autojunk=False).find_longest_match()
    if match.size < 4:
        return f"these words do not stand in {source.name}"
    start = max(match.b - match.a, 0)
    there = all_[start : start + len(own)]
    for here, source_word in zip(own, there, strict=False):
        if here != source_word:
            return f"'{here}' stands where {source.name} has '{source_word}'"
    return f"the quotation goes on where {source.name} does not"
