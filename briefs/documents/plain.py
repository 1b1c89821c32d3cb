"""Plain text, Markdown and HTML. A paragraph of plain text is a block between empty lines; positions are the file's."""

import re
from array import array
from collections.abc import Iterator
from html.parser import HTMLParser

from briefs.documents.paragraphs import BODY, Paragraph

_BLOCK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_LAST_ENTRY = re.compile(r"(?:\.{2,}|\t| {2,}) *\d{1,4} *\n?(?=\f)")
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "div", "dl", "dt", "figcaption",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "li", "main", "nav", "ol",
    "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
}  # fmt: skip
_UNREAD = {"script", "style", "template", "del", "s", "noscript", "svg"}
_SLANTED = {"i", "em", "cite"}
# The number that calls a note, or that opens it, belongs to no word and to no number beside it: 'Italy12', '§ 8312'.
_NOTE_LINK = re.compile(r"(?:foot|end)note|_(?:ftn|edn)|^#?_?fn\w{0,5}\d|cite_(?:note|ref)", re.I)
_NOTE_NUMBER = re.compile(r"\s*[\[(]?\d{1,4}[\])]?\s*")


def decoded(data: bytes) -> tuple[str, bool]:
    """Text of a file in UTF-8 or UTF-16, and True; else as in the old Windows code page, and False: it may be another.
    The byte order mark goes."""
    for mark, name in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if data.startswith(mark):
            try:
                return data.decode(name), True
            except UnicodeDecodeError:
                break
    return data.decode("cp1252", "replace"), False


def read_text(text: str) -> Iterator[Paragraph]:
    """Blocks between empty lines. `offset` counts in the file as Python reads it with the same encoding. Where form
    feeds part the pages, as `pdftotext` writes them, each block has the page on which it begins."""
    text = _lined(text)
    page, last = (1, 0) if "\f" in text else (None, 0)
    for index, (start, block) in enumerate(_blocks(text)):
        if page:
            page, last = page + text.count("\f", last, start), start
        yield Paragraph(BODY, index, block, "", start, page=page)


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """A page of a table of contents or of authorities, whose last line leads to a number, ends with its form feed."""
    for block in _BLOCK.finditer(text):
        start = block.start()
        for end in [m.end() for m in _LAST_ENTRY.finditer(block[0])] if "\f" in block[0] else ():
            yield start, text[start : block.start() + end]
            start = block.start() + end
        yield start, text[start : block.end()]


def line_ends(text: str) -> array:
    """Where each line ends, counted as `read_text` counts."""
    return array("L", (m.start() for m in re.finditer("\n", _lined(text))))


def _lined(text: str) -> str:
    """The text with a single sign for the end of a line, as Python reads a file of Windows or of an old Mac."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def read_html(text: str) -> Iterator[Paragraph]:
    """Text of the block elements; scripts, styles and struck-out text are not read."""
    reader = _HtmlReader()
    reader.feed(text)
    reader.close()
    reader.end_block()
    for index, (block, italic) in enumerate(reader.blocks):
        yield Paragraph(BODY, index, block, "", 0, tuple(italic))


class _HtmlReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[tuple[str, list[tuple[int, int]]]] = []
        self.text, self.italic, self.slant, self.unread = "", [], 0, 0
        self.raised: list[tuple[str, int, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.end_block()
        self.slant += tag in _SLANTED
        self.unread += tag in _UNREAD
        if tag in {"sup", "a"}:
            note = tag == "sup" or any(_NOTE_LINK.search(value or "") for name, value in attrs if name != "title")
            self.raised.append((tag, len(self.text), note))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_block()
        if self.raised and self.raised[-1][0] == tag:
            _, start, note = self.raised.pop()
            if note and _NOTE_NUMBER.fullmatch(self.text, start):
                self.text = self.text[:start]
                self.italic = [span for span in self.italic if span[1] <= start]
        self.slant = max(self.slant - (tag in _SLANTED), 0)
        self.unread = max(self.unread - (tag in _UNREAD), 0)

    def handle_data(self, data: str) -> None:
        if self.unread:
            return
        data = re.sub(r"[ \t\r\n\f]+", " ", data)
        if self.slant and data.strip():
            self.italic.append((len(self.text), len(self.text) + len(data)))
        self.text += data

    def end_block(self) -> None:
        if self.text.strip():
            self.blocks.append((self.text, self.italic))
        self.text, self.italic, self.raised = "", [], []
