"""PDF files, page by page, so that a bundle of thousands of pages is read in the memory of one."""

import gc
import logging
import re
from collections.abc import Iterator
from pathlib import Path

from briefs.documents.paragraphs import Paragraph
from briefs.errors import DocumentError, Problem, printable

MAX_PAGES = 20_000
# What was read of a page refers to itself: it goes only when garbage is looked for, which a command does seldom.
_SWEPT = 50


# Numbers of pages at the foot of one page and the head of the next, which stand inside a sentence that runs on.
_FOOT = re.compile(r"\s*(?:\n\s*-?\s*(?:\d{1,5}|[ivxl]{1,6})\s*-?\s*)?$")
_HEAD = re.compile(r"\s*(?:-?\s*\d{1,5}\s*-?\s*\n\s*)?")
_FINISHED = re.compile(r"(?:[!?:;]|(?<!\bv)(?<!\bc)(?<!\bno)(?<!\bnos)\.)[\"'”’)\]]*$")
_REST = re.compile(r".{1,300}?(?:;|[!?]|(?<!\bv)(?<!\bno)(?<!\bnos)(?<!\b[A-Z])\.)(?=\s|$)", re.S)
# A citation has begun; the line is no entry of a table ('no. 37610/18 ..... 3').
_CITING = re.compile(r"(?: [vc]\.?(?= |$)|\b[Nn]os?\.|§)[^;]{0,160}$", re.S)
_LEADER = re.compile(r"(?:\.{2,}|…|\t| {2,}|\d) ?\d{1,4}$|(?:^|[ \t.…])passim$")
# A heading opens the next page, and nothing on this one asks for more.
_HEADING = re.compile(r"[A-ZÀ-Þ][^\n,;.()/]{2,60}\n")
_OPEN = re.compile(r"(?:[,;(/-]|\b(?:[vc]|nos?|and|in|of|the)\.?|§)$", re.I)
# What a number or a word that is cut by the end of the page looks like: no blank belongs there.
_CUT = re.compile(r"(?:\d/|[a-zà-ÿ]-)$")


def carried(page: str, following: str) -> tuple[str, str, int] | None:
    """The end of a sentence that runs on to the next page, moved back: a citation is then read whole, once. Gives the
    page, what is left of the next, and where in the page the next begins.
    """
    body = page[: _FOOT.search(page).start()]
    if (
        not following.strip()
        or _FINISHED.search(body)
        or _LEADER.search(body)
        or not _CITING.search(body, max(0, len(body) - 200))
    ):
        return None
    head = _HEAD.match(following).end()
    if _HEADING.match(following, head) and not _OPEN.search(body):
        return None
    rest = _REST.match(following, head)
    if rest is None:
        return None
    tail = page[len(body) :]
    join = "\n" if not _CUT.search(body) else ""
    return f"{body}{join}{rest[0]}{tail}", following[:head] + following[rest.end() :], len(body) + len(join)


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
        self.empty = 0

    def __iter__(self) -> Iterator[Paragraph]:
        text = self._text(0) if self.length else ""
        self.empty += bool(self.length) and not text.strip()
        for number in range(self.length):
            following = self._text(number + 1) if number + 1 < self.length else ""
            self.empty += number + 1 < self.length and not following.strip()
            moved = carried(text, following)
            turns = None
            if moved:
                text, following, turns = moved
            if number % _SWEPT == _SWEPT - 1:
                gc.collect()
            yield Paragraph(f"page {number + 1}", 0, text, f"page {number + 1}", page=number + 1, turns=turns)
            text = following

    def _text(self, number: int) -> str:
        """Text of one page; a page that cannot be read is noted and counts as empty."""
        try:
            page = self._reader.pages[number]
            text = page.extract_text() or ""
        except self._errors:
            self.unread.append(number + 1)
            text = ""
        finally:
            self._reader.resolved_objects.clear()
        return text.encode("utf-8", "replace").decode("utf-8")


def _refusal(file: Path, what: str, fix: str) -> DocumentError:
    return DocumentError(Problem(printable(file.name), what, "Nothing in it was checked.", fix))
