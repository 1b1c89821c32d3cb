"""A printed page: running heads, paragraphs, notes at its foot. A PDF knows none of them, only where words stand."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import hypot
from statistics import median
from typing import Any

from briefs.documents.turning import STOP

Spans = tuple[tuple[int, int], ...]
# A stretch of text in one font: the text, where it begins, its height, whether it is slanted.
Piece = tuple[str, float, float, float, bool]


@dataclass(slots=True)
class Line:
    """One printed line. `x`, `y`: where it begins, `y` upwards; `size`: height of its letters; all in points. `note`:
    number of the note that begins with it."""

    text: str
    x: float = 0.0
    y: float = 0.0
    size: float = 0.0
    italic: Spans = ()
    note: str = ""


@dataclass(frozen=True)
class Written:
    """A text with the spans that are set in italics."""

    text: str = ""
    italic: Spans = ()

    def __add__(self, more: "Written") -> "Written":
        shift = len(self.text)
        return Written(self.text + more.text, self.italic + tuple((a + shift, b + shift) for a, b in more.italic))

    def cut(self, start: int, end: int) -> "Written":
        """The text from `start` to `end`."""
        inside = ((max(a, start) - start, min(b, end) - start) for a, b in self.italic if a < end and b > start)
        return Written(self.text[start:end], tuple(inside))


_RAISED = re.compile(r"\s*[\[(]?(\d{1,3})(?:[,\s]+\d{1,3})*[\])]?\s*")
_SMALL = 0.82  # of the size of its line: what a raised number is at most


class Lines:
    """Gathers the lines of a page from what pypdf reports while it reads, in its order."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._pieces: list[Piece] = []
        self._slanted: dict[int, bool] = {}

    def take(self, text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float) -> None:
        """A stretch of text in one font: the matrices say where and how large."""
        if not text:
            return
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        height = abs(size) * hypot(tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3])
        slanted = self._slanted.get(id(font))
        if slanted is None:
            slanted = self._slanted[id(font)] = font is not None and _slanted(font)
        for n, piece in enumerate(text.split("\n")):
            if n:
                self.end_line()
            if piece:
                self._pieces.append((piece, x, y, height, slanted))

    def end_line(self) -> None:
        """What was gathered is a line; several, where it goes back to the left (a raised number hides that)."""
        pieces, self._pieces = self._pieces, []
        first, before = 0, None
        for n, piece in enumerate(pieces):
            if piece[0].isspace():
                continue
            if before is not None and (_goes_back(before, piece) or _leaps(before, piece)):
                self._end(pieces[first:n])
                first = n
            before = piece
        self._end(pieces[first:])

    def _end(self, pieces: list[Piece]) -> None:
        solid = [p for p in pieces if not p[0].isspace()]
        if not solid:
            return
        sizes: Counter[float] = Counter()
        for p in solid:
            sizes[p[3]] += len(p[0])
        size = sizes.most_common(1)[0][0]
        line = Line("", solid[0][1], next(p[2] for p in solid if p[3] == size), size)
        self._write(line, pieces)
        self.lines.append(line)

    def _write(self, line: Line, pieces: list[Piece]) -> None:
        italic: list[tuple[int, int]] = []
        for n, (text, _, y, height, slanted) in enumerate(pieces):
            number = _RAISED.fullmatch(text) if text[:1] not in {"o", "s"} else None
            raised = number and height < _SMALL * line.size and y > line.y + 0.1 * line.size
            opening = number and not line.text.strip()
            behind = next((p[0] for p in pieces[n + 1 :]), "")
            if raised or (opening and text.strip().isdigit() and behind[:1].isupper()):
                line.note = line.note or (number[1] if opening else "")
                continue
            if slanted:
                start = italic.pop()[0] if italic and italic[-1][1] == len(line.text) else len(line.text)
                italic.append((start, len(line.text) + len(text)))
            line.text += text
        line.italic = tuple(italic)


# What stands behind a tabulator without being a cell: the number of a page.
_PAGE = re.compile(r"[\s.…·_]*(?:[\d\s,–-]{1,20}|[ivxl]{1,6}|passim)?\s*")


def _goes_back(before: Piece, piece: Piece) -> bool:
    return piece[1] < before[1] + 0.2 * len(before[0]) * before[3] and piece[2] < before[2] - 0.3 * piece[3]


def _leaps(before: Piece, piece: Piece) -> bool:
    """Whether so much room is left between two stretches of a line that they stand in two cells."""
    text, x, _, size, _ = before
    return len(text.strip()) > 5 and piece[1] - x > (0.65 * len(text) + 1.5) * size and not _PAGE.fullmatch(piece[0])


def _slanted(font: Any) -> bool:
    name = str(font.get("/BaseFont", ""))
    return "Italic" in name or "Oblique" in name or name.endswith("-It")


_NUMBER = re.compile(
    r"[\s\[(|–—-]*(?:(?:page|seite|p\.) ?)?(?:\d{1,5}|[ivxl]{1,6})(?: ?(?:of|/|de|von) ?\d{1,5})?[\s\])|–—-]*", re.I
)
_MAX_RUNNING = 3


def running(line: Line) -> str:
    """What a running head keeps from page to page: its letters."""
    return re.sub(r"[\W\d_]+", "", line.text).casefold()


def ends_of(lines: Sequence[Line]) -> frozenset[str]:
    """The letters of the lines at the head and at the foot of a page."""
    ends = (*lines[:_MAX_RUNNING], *lines[-_MAX_RUNNING:]) if lines else ()
    return frozenset(key for line in ends if len(key := running(line)) > 3)


@dataclass(slots=True)
class Sheet:
    """A page taken apart."""

    head: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    foot: list[Line] = field(default_factory=list)


def sheet_of(lines: list[Line], others: frozenset[str]) -> Sheet:
    """`others`: what stands at the ends of the pages before and behind."""
    top, bottom = 0, len(lines)
    while top < min(_MAX_RUNNING, bottom) and _runs(lines[top], others):
        top += 1
    while bottom > top and len(lines) - bottom < _MAX_RUNNING and _runs(lines[bottom - 1], others):
        bottom -= 1
    sheet = Sheet(head=lines[:top], foot=lines[bottom:])
    inner = lines[top:bottom]
    sizes = Counter[float]()
    for line in inner:
        sizes[line.size] += len(line.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    for column in _columns(inner):
        notes = _first_note(column, usual)
        sheet.body += column[:notes]
        sheet.notes += column[notes:]
    return sheet


def _columns(lines: list[Line]) -> Iterator[list[Line]]:
    """Parts of a page that begin anew far above, to the right: each has its own notes below it."""
    height = max((line.y for line in lines), default=0.0) - min((line.y for line in lines), default=0.0)
    first = 0
    for n, (line, following) in enumerate(zip(lines, lines[1:], strict=False), 1):
        if following.y - line.y > 0.3 * height and following.x - line.x > 5 * line.size:
            yield lines[first:n]
            first = n
    yield lines[first:]


def _runs(line: Line, others: frozenset[str]) -> bool:
    return bool(_NUMBER.fullmatch(line.text)) or running(line) in others


_NOTE = re.compile(r"\s*\[?(\d{1,3})\]? ?(?=[A-ZÀ-Þ\"“«‘(\[])")


def _first_note(lines: list[Line], usual: float) -> int:
    """Where the notes at the foot begin: with a number of a note, in letters that are no larger than the `usual`."""
    for n, line in enumerate(lines):
        small = 0 < line.size < 0.95 * usual
        if line.note and (small or n) or (small and _NOTE.match(line.text)):
            rest = lines[n:]
            if all(0 < r.size <= 1.05 * line.size for r in rest) and (small or _ascending(rest)):
                while small and n and 0 < lines[n - 1].size <= 1.05 * line.size:
                    n -= 1
                return n
    return len(lines)


def _ascending(lines: Iterable[Line]) -> bool:
    numbers = [int(line.note) for line in lines if line.note.isdigit()]
    return all(b - a == 1 for a, b in zip(numbers, numbers[1:], strict=False))


BREAK = "\n\n"
# A line that asks for more, or that goes on from the one before.
_OPEN = re.compile(
    r"(?:[,(\[/§&–-]|\b(?:[vc]|vs|nos?|and|in|of|the|by|to|et|de|du|des|la|le|les|und|gegen|der|die|i|a|e|y|del|di|van|"
    r"see|also|para|paras|pp?|art|no|n°|case|App|Appl|Application|Article|Articles|Section|Series|Reports|Mr|Mrs|Ms)"
    r"\.?)\s*$"
)
_ON = re.compile(r"\s*(?:[a-zà-öø-ÿ),;.:§\]’]|\[GC\]|\(dec|\(no|\d{4}\b|ECHR\b|Series A|Reports\b)")
_DAY = re.compile(r"(?:^|\s)\d{1,2}\.?\s*$")
_MONTH = re.compile(r"\s*(?:[^\W\d_]{3,10}\.?|\d{1,2}\.) ?(?:19|20)\d\d\b")
_FINISHED = re.compile(rf"(?:[!?:;]|{STOP})[\"'”’)\]]*\s*$")
_ITEM = re.compile(r"\s*(?:\[?\d{1,3}[.\])]|[-–•*]|\([a-z]{1,4}\)|\d{1,3}\.\d{1,3}\.?)\s+\S")


def written(lines: Sequence[Line]) -> Written:
    """The lines as text: a blank line where a paragraph ends."""
    usual, width = _spacing(lines), _width(lines)
    out: list[str] = []
    italic: list[tuple[int, int]] = []
    length = 0
    for n, line in enumerate(lines):
        text = line.text.rstrip()
        italic += ((a + length, min(b, len(text)) + length) for a, b in line.italic if a < len(text))
        if n + 1 < len(lines):
            text += BREAK if _ends(lines, n, usual, width[n]) else "\n"
        out.append(text)
        length += len(text)
    return Written("".join(out), tuple(italic))


def _spacing(lines: Sequence[Line]) -> float:
    gaps = [a.y - b.y for a, b in zip(lines, lines[1:], strict=False) if 0 < a.y - b.y < 4 * max(a.size, 1.0)]
    return median(gaps) if gaps else 0.0


def _shown(line: Line) -> int:
    """Length of a line without the blanks that justify it."""
    return len(" ".join(line.text.split()) if "  " in line.text else line.text.strip())


_LETTER = 0.42  # of its height: how wide a letter is, on the average


def _width(lines: Sequence[Line]) -> list[int]:
    """How many letters a full line holds, for each line: as on this page, or in the narrow cell where it stands."""
    shown = [_shown(line) for line in lines]
    full = sorted(shown)[int(0.85 * (len(shown) - 1))] if shown else 0
    widths = [full] * len(shown)
    if not any(line.size for line in lines):
        for first, last in _narrow(lines, shown, full):
            joined = sum(1 for n in range(first, last - 1) if _goes_on(lines[n].text, lines[n + 1].text))
            if last - first > 2 and joined * 3 >= last - first - 1:
                widths[first:last] = [max(shown[first:last])] * (last - first)
        return widths
    margin = Counter(round(line.x) for line, length in zip(lines, shown, strict=True) if length > 0.7 * full)
    usual = margin.most_common(1)[0][0] if margin else 0
    for first, last in _narrow(lines, shown, full):
        room = _room(lines, first, last, usual, full)
        widths[first:last] = [min(full, max(room, *shown[first:last], 0))] * (last - first)
    return widths


def _room(lines: Sequence[Line], first: int, last: int, margin: float, full: int) -> float:
    """How many letters have room on the lines of a cell: up to the cell that follows it, or to the edge of the text."""
    line, letter = lines[first], _LETTER * (lines[first].size or 1.0)
    following = lines[last] if last < len(lines) else None
    if following and following.y > lines[last - 1].y and following.x > line.x + 5 * line.size:
        return (following.x - line.x) / letter
    return full - max(0.0, line.x - margin) / letter


def _narrow(lines: Sequence[Line], shown: list[int], full: int) -> Iterator[tuple[int, int]]:
    """Runs of short lines; a run ends where the text goes up, or far to the left, as from cell to cell."""
    first = 0
    for n in range(len(lines) + 1):
        short = n < len(lines) and shown[n] <= 0.7 * full
        leaps = 0 < n < len(lines) and (
            lines[n].y > lines[n - 1].y or abs(lines[n].x - lines[n - 1].x) > 5 * (lines[n].size or 1.0)
        )
        if not short or leaps:
            if n > first:
                yield first, n
            first = n if short else n + 1


def _goes_on(text: str, following: str) -> bool:
    end = text[-24:]
    return bool(_ON.match(following) or _OPEN.search(end) or _DAY.search(end) and _MONTH.match(following))


def _ends(lines: Sequence[Line], n: int, usual: float, width: int) -> bool:
    """Whether a paragraph ends with line n."""
    line, following = lines[n], lines[n + 1]
    return bool(following.note) or _parted(lines, n, usual, width) and not _goes_on(line.text, following.text)


def _parted(lines: Sequence[Line], n: int, usual: float, width: int) -> bool:
    """Whether place and size of two lines, and what fills the first, set them apart."""
    line, following = lines[n], lines[n + 1]
    gap, short = line.y - following.y, _short(line, following, width)
    if line.size and abs(gap) < 0.3 * line.size and following.x > line.x:  # the next cell of a row
        return True
    if usual and gap <= 0:  # another column, or another cell
        return short or _finished(line)
    if short or usual and gap > 1.35 * usual or abs(following.size - line.size) > 0.08 * line.size:
        return True
    if _ITEM.match(following.text) and _finished(line):
        return True
    indent = 0.8 * line.size
    return (
        bool(indent)
        and following.x - line.x > indent
        and (n + 2 >= len(lines) or following.x - lines[n + 2].x > indent)
    )


def _finished(line: Line) -> bool:
    return bool(_FINISHED.search(line.text[-12:]))


def _short(line: Line, following: Line, width: int) -> bool:
    """Whether the next word would still have had room on the line."""
    word = following.text.split(maxsplit=1)[:1]
    return _shown(line) + 1 + len(word[0] if word else "") < 0.8 * width
