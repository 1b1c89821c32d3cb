"""OpenDocument texts (.odt): paragraphs in reading order, notes and comments apart, tracked deletions not read."""

from collections.abc import Iterator
from typing import Any

from briefs.documents.paragraphs import BODY, COMMENTS, ENDNOTES, FOOTERS, FOOTNOTES, HEADERS, Paragraph
from briefs.documents.zipped import Package

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_PARAGRAPHS = {f"{_TEXT}p", f"{_TEXT}h"}
_UNREAD = {f"{_TEXT}tracked-changes", f"{_TEXT}note-citation"}
_APART = {f"{_TEXT}note": FOOTNOTES, f"{_OFFICE}annotation": COMMENTS}
_RUNNING = {"header": HEADERS, "footer": FOOTERS}


def read_opendocument(package: Package) -> Iterator[Paragraph]:
    """All paragraphs: body with its notes where they are called, then headers and footers."""
    reader = _Reader()
    content = package.root("content.xml")
    if content is not None:
        reader.learn_styles(content)
        body = content.find(f"{_OFFICE}body")
        yield from reader.walk(body if body is not None else content, BODY, "")
    styles = package.root("styles.xml")
    for node in styles.iter(f"{_STYLE}header", f"{_STYLE}footer") if styles is not None else ():
        part = _RUNNING[node.tag.rpartition("}")[2]]
        yield from reader.walk(node, part, part[:-1])


class _Reader:
    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self.slanted: set[str] = set()
        self.notes = 0

    def learn_styles(self, root: Any) -> None:
        for style in root.iter(f"{_STYLE}style"):
            properties = style.find(f"{_STYLE}text-properties")
            if properties is not None and properties.get(f"{_FO}font-style") == "italic":
                self.slanted.add(style.get(f"{_STYLE}name", ""))

    def walk(self, node: Any, part: str, label: str) -> Iterator[Paragraph]:
        for child in node:
            if not isinstance(child.tag, str) or child.tag in _UNREAD:
                continue
            if child.tag in _PARAGRAPHS:
                yield from self._paragraph(child, part, label)
            elif child.tag in _APART:
                yield from self._apart(child)
            else:
                yield from self.walk(child, part, label)

    def _paragraph(self, node: Any, part: str, label: str) -> Iterator[Paragraph]:
        found = _Gathered()
        self._gather(node, found, False)
        index = self.counts.get(part, 0)
        self.counts[part] = index + 1
        yield Paragraph(part, index, "".join(found.text), label, 0, tuple(found.italic))
        for inner in found.apart:
            yield from self._apart(inner) if inner.tag in _APART else self.walk(inner, part, label)

    def _apart(self, node: Any) -> Iterator[Paragraph]:
        part, label = _APART[node.tag], "comment"
        if part == FOOTNOTES:
            self.notes += 1
            part = ENDNOTES if node.get(f"{_TEXT}note-class") == "endnote" else FOOTNOTES
            label = f"{part[:-1]} {self.notes}"
        yield from self.walk(node, part, label)

    def _gather(self, node: Any, found: "_Gathered", italic: bool) -> None:
        found.add(node.text, italic)
        for child in node:
            if isinstance(child.tag, str) and child.tag not in _UNREAD:
                self._child(child, found, italic)
            found.add(child.tail, italic)

    def _child(self, child: Any, found: "_Gathered", italic: bool) -> None:
        name = child.tag.rpartition("}")[2]
        if child.tag in _APART or name == "text-box":
            found.apart.append(child)
        elif child.tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            found.add(" " * min(int(count) if count.isdecimal() else 1, 200), italic)
        elif child.tag in {f"{_TEXT}tab", f"{_TEXT}line-break"}:
            found.add("\t" if name == "tab" else "\n", italic)
        else:
            self._gather(child, found, italic or child.get(f"{_TEXT}style-name") in self.slanted)


class _Gathered:
    def __init__(self) -> None:
        self.text: list[str] = []
        self.length = 0
        self.italic: list[tuple[int, int]] = []
        self.apart: list[Any] = []

    def add(self, text: str | None, italic: bool) -> None:
        if not text:
            return
        if italic:
            start = self.italic.pop()[0] if self.italic and self.italic[-1][1] == self.length else self.length
            self.italic.append((start, self.length + len(text)))
        self.text.append(text)
        self.length += len(text)
