"""Sentences around citations: an abbreviation ends none, and no end lies inside a citation."""

import re
from bisect import bisect_left, bisect_right
from itertools import islice

from briefs.verify.find.late import late
from briefs.verify.find.words import content

_END = late(r"[.!?][\"')\]]*\s+(?=[\"'(\[]?[A-ZÀ-ÞĀ-ž0-9])|\n\s*\n")
_ABBREVIATION = late(
    r"(?:\b(?:v|vs|c|no|nos|paras?|arts?|cf|Mr|Mrs|Ms|Dr|Prof|pp?|Ser|Ct|Eur|e\.g|i\.e|dec|apps?|appl|Appl|Apps?|appln|Ltd|Inc|Co|St|al|"
    r"ibid|Ibid|id|vol|ed|eds|Rep|Supp|Sez|pen|Cass|crim|Doc|Res|Add|Rev|n|nn|fn|sec|ss|cl|ch|Jan|Feb|Mar|Apr|Jun|Jul|Aug|"
    r"Sept|Sep|Oct|Nov|Dec)|\b[A-Z]|\d)\.[\"')\]]*\s+$"
)

_SHORT = 4000
_NOTE = late(r"\d{1,3} (?:See (?:also )?)?")


def sentence_ends(text: str, spans: list[tuple[int, int]]) -> list[int]:
    """Where sentences end, computed once for a paragraph."""
    starts, order = [a for a, _ in spans], sorted(spans)
    starts.sort()
    return [m.end() for m in _END.finditer(text) if _is_end(text, m, order, starts)]


def sentence_at(text: str, start: int, end: int, spans: list[tuple[int, int]], ends: list[int]) -> tuple[int, int]:
    """Bounds of the sentence that holds a citation; with the one before it where it holds nothing but citations.

    Not with the one before where the number of a footnote opens it, at the foot of a page of a PDF.
    """
    before, after = bisect_right(ends, start), bisect_left(ends, end)
    first = ends[before - 1] if before else 0
    last = ends[after] if after < len(ends) else len(text)
    note = _NOTE.fullmatch(text, first, start)
    short = first > 0 and not note and last - first < _SHORT
    if short and len(content(without(text, first, last, spans))) < 3:
        first = ends[before - 2] if before > 1 else 0
    return first, last


def _is_end(text: str, m: re.Match[str], spans: list[tuple[int, int]], starts: list[int]) -> bool:
    at = bisect_left(starts, m.end() - 1)
    if at and m.start() + 1 < spans[at - 1][1]:
        return False
    return not _ABBREVIATION.search(text[max(0, m.start() - 8) : m.end()]) or text[m.start() - 1 : m.start()].isdigit()


def without(text: str, first: int, last: int, spans: list[tuple[int, int]]) -> str:
    """The sentence with its citations taken out; `spans` from left to right."""
    out, here = [], first
    for a, b in islice(spans, max(bisect_left(spans, (first,)) - 1, 0), bisect_left(spans, (last,))):
        if b > first:
            out.append(text[here : max(a, here)])
            here = max(here, min(b, last))
    out.append(text[here:last])
    return " ".join(out)
