"""PDF files, page by page, so that a bundle of thousands of pages is read in the memory of a few."""

import gc
import logging
from collections.abc import Iterator
from pathlib import Path

from briefs.documents.flow import BREAK, Written, written
from briefs.documents.paragraphs import Paragraph
from briefs.documents.sheets import Line, Lines, Sheet, ends_of, in_a_cell, sheet_of
from briefs.documents.turning import carried
from briefs.documents.words import garbled
from briefs.errors import DocumentError, Problem, printable

MAX_PAGES = 20_000
# What was read of a page refers to itself: it goes only when garbage is looked for, which a command does seldom.
_SWEPT = 50
# Running heads of left and right pages differ: the next page of the same side is two pages on.
_AROUND = 2


class PdfPages:
    """Pages of one PDF. `length` is known at once; a page's text only when it is asked for."""

    def __init__(self, file: Path):
        import pypdf
        from pypdf.errors import PyPdfError

        logging.getLogger("pypdf").setLevel(logging.CRITICAL)
        self.file = file
        self._errors = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError)
        self._errors += (OSError, NotImplementedError, AssertionError, ArithmeticError, LookupError, EOFError)
        try:
            self._reader = pypdf.PdfReader(file, strict=False)
            if self._reader.is_encrypted and not self._reader.decrypt(""):
                raise _refusal(file, "is locked with a password.", "Save it without a password.")
            self.length = len(self._reader.pages)
        except DocumentError:
            raise
        except self._errors as reason:
            raise _refusal(file, "cannot be read as a PDF.", "Ask for it again, or print it to PDF anew.") from reason
        if self.length > MAX_PAGES:
            raise _refusal(file, f"has {self.length} pages.", f"Split it into files of {MAX_PAGES} pages.")
        self.unread: list[int] = []
        self.garbled: list[int] = []
        self.empty = 0

    def __iter__(self) -> Iterator[Paragraph]:
        """A paragraph for each page: running head, text, what runs over from the next page, notes, foot."""
        page = None
        for number, sheet in enumerate(self._sheets()):
            following = Page(sheet)
            if page is not None:
                page.take_over(following)
                yield self._paragraph(page, number)
            page = following
        if page is not None:
            yield self._paragraph(page, self.length)

    def _paragraph(self, page: "Page", number: int) -> Paragraph:
        paragraph = page.paragraph(number)
        if page.garbled:
            self.garbled.append(number)
        return paragraph

    def _sheets(self) -> Iterator[Sheet]:
        """Every page taken apart: what stands at the ends of its neighbours, too, is a running head."""
        lines: dict[int, list[Line]] = {}
        ends: dict[int, frozenset[str]] = {}
        for number in range(self.length):
            for ahead in range(number, min(number + _AROUND + 1, self.length)):
                if ahead not in ends:
                    lines[ahead] = self._lines(ahead)
                    ends[ahead] = ends_of(lines[ahead])
            others = frozenset[str]().union(*(held for n, held in ends.items() if n != number))
            sheet = sheet_of(lines.pop(number), others)
            self.empty += not (sheet.body or sheet.notes)
            ends.pop(number - _AROUND, None)
            if number % _SWEPT == _SWEPT - 1:
                gc.collect()
                if number < _SWEPT:
                    gc.freeze()  # library and register are no garbage: later sweeps pass over them
            yield sheet

    def _lines(self, number: int) -> list[Line]:
        """Lines of one page; a page that cannot be read is noted and counts as empty."""
        gathered = Lines()
        try:
            self._reader.pages[number].extract_text(visitor_text=gathered.take)
            gathered.end_line()
        except self._errors:
            self.unread.append(number + 1)
            gathered.lines = []
        finally:
            self._reader.resolved_objects.clear()
        return gathered.lines


class Page:
    """The text of one page, part by part, and what was moved to it from the next."""

    def __init__(self, sheet: Sheet):
        self.head, self.body, self.notes, self.foot = (
            written(part) for part in (sheet.head, sheet.body, sheet.notes, sheet.foot)
        )
        # A cell that runs over the page goes on in its own column there, behind the others of its row.
        self.parts = ("notes",) if in_a_cell(sheet.body) else ("body", "notes")
        self.turns: dict[str, tuple[int, int]] = {}
        self.garbled = False

    def take_over(self, following: "Page") -> None:
        """Takes what runs over from the next page, in the text and in the notes."""
        for part in self.parts:
            own, next_ = getattr(self, part), getattr(following, part)
            moved = carried(own.text, next_.text)
            if moved:
                place, join, (start, end) = moved
                self.turns[part] = place + len(join), place + len(join) + end - start
                kept = own.cut(0, place) + Written(join) + next_.cut(start, end)
                setattr(self, part, kept + own.cut(place, len(own.text)))
                setattr(following, part, next_.cut(0, start) + next_.cut(end, len(next_.text)))

    def paragraph(self, number: int) -> Paragraph:
        whole, turns = Written(), []
        for name in ("head", "body", "notes", "foot"):
            part = getattr(self, name)
            if not part.text.strip():
                continue
            whole += Written(BREAK if whole.text else "")
            if name in self.turns:
                first, last = self.turns[name]
                turns.append((first + len(whole.text), last + len(whole.text)))
            whole += part
        text = whole.text.encode("utf-8", "replace").decode("utf-8")
        self.garbled = garbled(text)
        name = f"page {number}"
        return Paragraph(name, 0, text, name, italic=whole.italic, page=number, turns=tuple(turns))


def _refusal(file: Path, what: str, fix: str) -> DocumentError:
    return DocumentError(Problem(printable(file.name), what, "Nothing in it was checked.", fix))
