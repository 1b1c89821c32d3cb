"""Text from printed lines: a line that ends a paragraph is told from one that is merely full."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from briefs.documents.sheets import Line, Spans, ems, height_of, next_cell
from briefs.documents.turning import DAY, MONTH, STOP


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


BREAK = "\n\n"
# A line that asks for more, or that goes on from the one before.
_OPEN = re.compile(
    r"(?:[,(\[/§&–-]|\b(?:[vc]|vs|nos?|and|in|of|the|by|to|et|de|du|des|la|le|les|und|gegen|der|die|i|a|e|y|del|di|van|"
    r"see|also|para|paras|pp?|art|no|n°|case|App|Appl|Application|Article|Articles|Section|Series|Reports|Mr|Mrs|Ms)"
    r"\.?)\s*$"
)
_ON = re.compile(r"\s*(?:[a-zà-öø-ÿ),;.:§\]’]|\[GC\]|\(dec|\(no|\d{4}\b|ECHR\b|Series A|Reports\b)")
_FINISHED = re.compile(rf"(?:[!?:;]|{STOP})[\"'”’)\]]*\s*$")
_ITEM = re.compile(r"\s*(?:\[?\d{1,3}[.\])]|[-–•*]|\([a-z]{1,4}\)|\d{1,3}\.\d{1,3}\.?)\s+\S")


def written(lines: Sequence[Line]) -> Written:
    """The lines as text: a blank line where a paragraph ends."""
    page = _Full(lines)
    out: list[str] = []
    italic: list[tuple[int, int]] = []
    length = 0
    for n, line in enumerate(lines):
        text = line.text.rstrip()
        italic += ((a + length, min(b, len(text)) + length) for a, b in line.italic if a < len(text))
        if n + 1 < len(lines):
            text += BREAK if page.ends(n) else "\n"
        out.append(text)
        length += len(text)
    return Written("".join(out), tuple(italic))


def _shown(line: Line) -> int:
    """Length of a line without the blanks that justify it."""
    return len(" ".join(line.text.split()) if "  " in line.text else line.text.strip())


# Blanks that were widened to fill the line; a typist leaves two behind a full stop.
_STRETCHED = re.compile(r"(?<=[^\s.:;?!])  (?=\S)")
_LETTER = 0.42  # of its height: how wide a letter is, on the average


def _width(lines: Sequence[Line], shown: list[int], full: int) -> list[float]:
    """How many letters a full line holds, for each line: as on this page, or in the narrow cell where it stands."""
    widths: list[float] = [full] * len(shown)
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
    return bool(_ON.match(following) or _OPEN.search(end) or DAY.search(end) and MONTH.match(following))


class _Full:
    """What a full line of these lines holds, and where paragraphs end."""

    def __init__(self, lines: Sequence[Line]):
        self.lines = lines
        gaps = [a.y - b.y for a, b in zip(lines, lines[1:], strict=False) if 0 < a.y - b.y < 4 * max(a.size, 1.0)]
        self.usual = median(gaps) if gaps else 0.0
        self.shown = [_shown(line) for line in lines]
        self.full = sorted(self.shown)[int(0.85 * (len(lines) - 1))] if lines else 0
        self.width = _width(lines, self.shown, self.full)
        self._ems, self._height = 0.0, height_of(lines)

    def ends(self, n: int) -> bool:
        """Whether a paragraph ends with line n."""
        line, following = self.lines[n], self.lines[n + 1]
        if following.note or next_cell(line, following, self._height):
            return True
        return self._parted(n) and not _goes_on(line.text, following.text)

    def _parted(self, n: int) -> bool:
        """Whether place and size of two lines, and what fills the first, set them apart."""
        line, following, usual = self.lines[n], self.lines[n + 1], self.usual
        gap, short = line.y - following.y, self._short(n)
        if line.size and abs(gap) < 0.3 * line.size and following.x > line.x:  # the next cell of a row
            return True
        if usual and gap <= 0:  # another column, or another cell
            return short or _finished(line)
        if short or usual and gap > 1.35 * usual or abs(following.size - line.size) > 0.08 * line.size:
            return True
        if _ITEM.match(following.text) and _finished(line):
            return True
        indent = 0.8 * line.size
        return 0 < indent < following.x - line.x and (
            n + 2 >= len(self.lines) or following.x - self.lines[n + 2].x > indent
        )

    def _short(self, n: int) -> bool:
        """Whether the next word would still have had room on line n."""
        line, word = self.lines[n], self.lines[n + 1].text.split(maxsplit=1)[:1]
        if len(_STRETCHED.findall(line.text)) > 1:
            return False
        needed = self.shown[n] + 1 + len(word[0] if word else "")
        if self.width[n] != self.full or needed < 0.75 * self.full or needed > 1.1 * self.full:
            return needed < 0.8 * self.width[n]
        return ems(line.text) + ems(f" {word[0] if word else ''}") < 0.94 * self._full_ems()

    def _full_ems(self) -> float:
        """How wide a full line is, before it is justified."""
        if not self._ems:
            full = [ems(line.text) for n, line in enumerate(self.lines) if self.shown[n] >= 0.9 * self.full][:20]
            self._ems = sorted(full)[int(0.8 * (len(full) - 1))]
        return self._ems


def _finished(line: Line) -> bool:
    return bool(_FINISHED.search(line.text[-12:]))
