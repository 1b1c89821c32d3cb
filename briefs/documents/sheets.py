"""A printed page: running heads, paragraphs, notes at its foot. A PDF knows none of them, only where words stand."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import hypot
from typing import Any

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


# Letters by their width in a book face, in parts of their height.
_WIDTHS = str.maketrans({
    **dict.fromkeys("ijlt.,;:'’‘|/\\![]() fIJr-", "\3"),
    **dict.fromkeys("mwMWQOGDHNUAKVXYRBC&%—@", "\7"),
    **dict.fromkeys("\n\t", ""),
})  # fmt: skip


def ems(text: str) -> float:
    """Width of a text in parts of the height of its letters: narrow ones, capitals, and the rest."""
    made = " ".join(text.split()).translate(_WIDTHS)
    narrow, wide = made.count("\3"), made.count("\7")
    return 0.28 * narrow + 0.7 * wide + 0.48 * (len(made) - narrow - wide)


def _goes_back(before: Piece, piece: Piece) -> bool:
    return piece[1] < before[1] + 0.2 * len(before[0]) * before[3] and piece[2] < before[2] - 0.3 * piece[3]


def _leaps(before: Piece, piece: Piece) -> bool:
    """Whether so much room is left between two stretches of a line that they stand in two cells."""
    text, x, _, size, _ = before
    room = piece[1] - x
    if len(text.strip()) < 6 or room < (0.4 * len(text) + 1.5) * size or _PAGE.fullmatch(piece[0]):
        return False
    return room > (1.15 * ems(text) + 0.6 * text.count(" ") + 1.5) * size


def _slanted(font: Any) -> bool:
    name = str(font.get("/BaseFont", ""))
    return "Italic" in name or "Oblique" in name or name.endswith("-It")


_NUMBER = re.compile(
    r"[\s\[(|–—-]*(?:(?:page|seite|p\.) ?)?(?:\d{1,5}|[ivxl]{1,6})(?: ?(?:of|/|de|von) ?\d{1,5})?[\s\])|–—-]*", re.I
)
_MAX_RUNNING = 3


def running(line: Line) -> str:
    """What a running head keeps from page to page: its letters. Nothing for a line that ends as a sentence does."""
    letters = re.sub(r"[\W\d_]+", "", line.text).casefold()
    return letters if len(letters) > 5 and line.text.rstrip()[-1:] not in ".,;:)" else ""


def ends_of(lines: Sequence[Line]) -> frozenset[str]:
    """The letters of the lines at the head and at the foot of a page."""
    ends = (*lines[:_MAX_RUNNING], *lines[-_MAX_RUNNING:]) if lines else ()
    return frozenset(key for line in ends if (key := running(line)))


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


def height_of(lines: Sequence[Line]) -> float:
    """From the highest line to the lowest."""
    return max((line.y for line in lines), default=0.0) - min((line.y for line in lines), default=0.0)


def next_column(line: Line, following: Line, height: float) -> bool:
    """Whether the text begins anew far above, to the right."""
    return following.y - line.y > 0.3 * height and following.x - line.x > 5 * line.size


def next_cell(line: Line, following: Line, height: float) -> bool:
    """Whether the text goes to the right and up no more than a little: into the next cell of a row, where no sentence
    goes on."""
    return -0.3 * line.size < following.y - line.y <= 0.3 * height and following.x - line.x > 5 * line.size


def in_a_cell(lines: Sequence[Line]) -> bool:
    """Whether the last line stands in a cell that is not the first of its row."""
    height, n = height_of(lines), len(lines) - 1
    while n > 0 and lines[n].y <= lines[n - 1].y and not next_cell(lines[n - 1], lines[n], height):
        n -= 1
    return n > 0 and next_cell(lines[n - 1], lines[n], height) and lines[-1].x >= lines[n].x - lines[n].size


def _columns(lines: list[Line]) -> Iterator[list[Line]]:
    """Parts of a page that begin anew far above, to the right: each has its own notes below it."""
    height, first = height_of(lines), 0
    for n, (line, following) in enumerate(zip(lines, lines[1:], strict=False), 1):
        if next_column(line, following, height):
            yield lines[first:n]
            first = n
    yield lines[first:]


def _runs(line: Line, others: frozenset[str]) -> bool:
    return bool(_NUMBER.fullmatch(line.text)) or running(line) in others - {""}


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
    return _run_on(lines, usual)


def _run_on(lines: list[Line], usual: float) -> int:
    """Where a note runs on from the page before: small letters from the margin to the foot, set apart. A quotation in
    small letters is indented."""
    n = len(lines)
    while n and 0 < lines[n - 1].size < 0.95 * usual:
        n -= 1
    if not 0 < n < len(lines):
        return len(lines)
    margin = min(line.x for line in lines[:n])
    apart = lines[n - 1].y - lines[n].y > 1.3 * usual
    return n if apart and all(line.x < margin + 0.5 * usual for line in lines[n:]) else len(lines)


def _ascending(lines: Iterable[Line]) -> bool:
    numbers = [int(line.note) for line in lines if line.note.isdigit()]
    return all(b - a == 1 for a, b in zip(numbers, numbers[1:], strict=False))
