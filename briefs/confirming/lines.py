"""The body of a document as blocks in reading order, without running heads, to be searched for paragraph numbers."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from briefs.documents import Document, Paragraph
from briefs.documents.paragraphs import BODY, HEADERS

_EDGE = 3
_REPEATED = 3
_END = re.compile(r"^\W*(FOR THESE REASONS|PAR CES MOTIFS)\b")


@dataclass(frozen=True)
class Block:
    """One paragraph, or one line of a PDF or plain text. `counter`: what Word counts it with, if anything."""

    text: str
    counter: str = ""
    line: bool = False


@dataclass(frozen=True)
class Source:
    """What is read of a document: its blocks, and the texts that stand on every page."""

    blocks: tuple[Block, ...]
    running: tuple[str, ...]


def folded(text: str) -> str:
    """The text with every space alike and nothing invisible, as it is compared and hashed; no letter changes."""
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u200b", "").replace("\u2011", "-")
    return re.sub(r"\s+", " ", text).strip()


def read_source(document: Document) -> Source:
    """Blocks of the body up to the operative part. Raises DocumentError where the file is damaged."""
    paragraphs = list(document.paragraphs())
    if document.kind == "pdf":
        lines, running = _pdf_lines(paragraphs)
        blocks = [Block(line, line=True) for line in lines]
    else:
        running = [p.text for p in paragraphs if p.part == HEADERS]
        blocks = list(_blocks(paragraphs, document.kind in {"txt", "md"}))
    heads = dict.fromkeys(folded(text) for text in running if text.strip())
    return Source(tuple(_before_the_end(blocks)), tuple(heads))


def _blocks(paragraphs: Iterable[Paragraph], by_line: bool) -> Iterable[Block]:
    for paragraph in paragraphs:
        if paragraph.part != BODY:
            continue
        text = f"{paragraph.number} {paragraph.text}" if paragraph.number else paragraph.text
        lines = text.splitlines() if by_line else [text]
        for line in lines:
            if line.strip():
                yield Block(line, paragraph.counter, by_line)


def _before_the_end(blocks: Iterable[Block]) -> Iterable[Block]:
    """The operative part counts anew, and so does every separate opinion: they are not paragraphs of the reasons."""
    for block in blocks:
        if _END.match(block.text):
            return
        yield block


def _pdf_lines(pages: list[Paragraph]) -> tuple[list[str], list[str]]:
    """Lines of all pages without those that stand at the edge of several: running heads and page numbers."""
    split = [[line for line in page.text.splitlines() if line.strip()] for page in pages]
    edges = Counter(shape for lines in split for shape in {_shape(line) for line in _edge_lines(lines)})
    running = {shape for shape, count in edges.items() if count >= _REPEATED or not shape.strip("# ")}
    kept, dropped = [], []
    for lines in split:
        first, last = _EDGE, len(lines) - _EDGE
        for n, line in enumerate(lines):
            at_edge = n < first or n >= last
            (dropped if at_edge and _shape(line) in running else kept).append(line)
    return kept, dropped


def _edge_lines(lines: list[str]) -> list[str]:
    return lines[:_EDGE] + lines[-_EDGE:]


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", folded(line)).casefold()
