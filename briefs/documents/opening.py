"""Opens a document by what it is, not by its name alone; a refusal says what to do instead.

Each kind is read by a module of its own, which is loaded where such a document is met; each build meets a Word file.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefs.documents.paragraphs import Paragraph
from briefs.documents.word import read_word, word_parts
from briefs.documents.zipped import Package
from briefs.errors import DocumentError, Problem, printable

MAX_FILE = 1 << 30
MAX_TEXT = 64 << 20
SUFFIXES = (".docx", ".pdf", ".odt", ".txt", ".md", ".html", ".htm")
_SAVE = "Save it as .docx, .odt, .pdf or .txt."


@dataclass(frozen=True)
class Document:
    """An opened document. `kind`: docx, odt, pdf, html, md or txt. `length`: pages of a PDF, else None. `sure`: false
    for a text whose encoding was guessed."""

    file: Path
    kind: str
    sha256: str
    length: int | None
    _source: Any
    sure: bool = True

    def paragraphs(self) -> Iterator[Paragraph]:
        """Paragraphs in reading order. Raises DocumentError where a part is damaged."""
        if self.kind == "docx":
            return read_word(self._source)
        if self.kind == "odt":
            from briefs.documents.opendocument import read_opendocument

            return read_opendocument(self._source)
        if self.kind == "pdf":
            return iter(self._source)
        from briefs.documents.plain import read_html, read_text

        return read_html(self._source) if self.kind == "html" else read_text(self._source)

    def line_ends(self) -> Sequence[int]:
        """Where each line of a plain text ends, in code points; none for other kinds."""
        if self.kind not in {"txt", "md"}:
            return ()
        from briefs.documents.plain import line_ends

        return line_ends(self._source)

    def unread_pages(self) -> list[int]:
        """Pages of a PDF that could not be read, once the paragraphs were asked for."""
        return list(self._source.unread) if self.kind == "pdf" else []

    def garbled_pages(self) -> list[int]:
        """Pages of a PDF whose signs make no words: fonts that do not say which letters they show."""
        return list(self._source.garbled) if self.kind == "pdf" else []

    def empty_pages(self) -> int:
        """Pages of a PDF without text, usually scans: nothing on them was checked."""
        return self._source.empty if self.kind == "pdf" else 0


def open_document(file: Path) -> Document:
    """Raises DocumentError with one clear line for a file that is missing, locked, damaged or of another kind."""
    try:
        size = file.stat().st_size
        if not file.is_file() or size > MAX_FILE:
            raise _refusal(file, "is a folder or larger than 1 GB.", "Give a single document.")
        with file.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
            stream.seek(0)
            start = stream.read(1024)
            if start[:5] == b"%PDF-" or b"%PDF-" in start:
                from briefs.documents.pdf import PdfPages

                pages = PdfPages(file)
                return Document(file, "pdf", digest, pages.length, pages)
            if size > 4 * MAX_TEXT:
                raise _refusal(file, "is larger than 256 MB.", "Split it.")
            stream.seek(0)
            data = stream.read()
    except OSError as reason:
        raise _refusal(file, f"cannot be opened: {reason.strerror or reason}.", "Check the name and the rights.") from (
            reason
        )
    return document_of(data, file, digest)


def document_of(data: bytes, file: Path, digest: str | None = None) -> Document:
    """The same for bytes in memory (not for PDF)."""
    digest = digest or hashlib.sha256(data).hexdigest()
    if data[:4] == b"PK\3\4":
        return _packaged(data, file, digest)
    kind = {".html": "html", ".htm": "html", ".md": "md"}.get(file.suffix.lower(), "txt")
    if data[:4] == b"\xd0\xcf\x11\xe0":
        raise _refusal(file, "is an old .doc or has a password.", "Save it in Word as .docx, without a password.")
    if data[:5] == b"{\\rtf":
        raise _refusal(file, "is RTF.", _SAVE)
    if (
        file.suffix.lower() in {".docx", ".odt", ".pdf"}
        or b"\0" in data[:4096]
        and data[:2]
        not in (
            b"\xff\xfe",
            b"\xfe\xff",
        )
    ):
        raise _refusal(file, "is not a text that can be read here, whatever its name says.", _SAVE)
    if len(data) > MAX_TEXT:
        raise _refusal(file, f"holds more than {MAX_TEXT >> 20} MB of text.", "Split it.")
    from briefs.documents.plain import decoded

    text, sure = decoded(data)
    return Document(file, kind, digest, None, text, sure)


def _packaged(data: bytes, file: Path, digest: str) -> Document:
    package = Package(data, printable(file.name))
    if "[Content_Types].xml" in package.names and word_parts(package).main in package.names:
        return Document(file, "docx", digest, None, package)
    if "content.xml" in package.names:
        return Document(file, "odt", digest, None, package)
    raise _refusal(file, "is a zip, and neither a Word nor an OpenDocument text.", _SAVE)


def _refusal(file: Path, what: str, fix: str) -> DocumentError:
    return DocumentError(Problem(printable(file.name), what, "Nothing in it was checked.", fix))
