"""PDF files, page by page, so that a bundle of thousands of pages is read in the memory of one."""

import logging
from collections.abc import Iterator
from pathlib import Path

from briefs.documents.paragraphs import Paragraph
from briefs.errors import DocumentError, Problem

MAX_PAGES = 20_000


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
        for number in range(self.length):
            text = self._text(number)
            self.empty += not text.strip()
            yield Paragraph(f"page {number + 1}", 0, text, f"page {number + 1}", page=number + 1)

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
    return DocumentError(Problem(file.name, what, "Nothing in it was checked.", fix))
