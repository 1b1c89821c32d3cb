"""Word files: paragraphs in reading order, each note after the paragraph that calls it. Deleted text is not read."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from briefs.documents.counting import Counting, child_of
from briefs.documents.paragraphs import BODY, COMMENTS, ENDNOTES, FOOTERS, FOOTNOTES, HEADERS, Paragraph
from briefs.documents.zipped import Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_UNREAD = {
    f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "sdtPr", "tblPr")
} | {f"{_MC}Fallback"}
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}
_NOTE_CALLS = {f"{W}footnoteReference": FOOTNOTES, f"{W}endnoteReference": ENDNOTES}
_P, _R, _T = f"{W}p", f"{W}r", f"{W}t"
_SHOWN = (_T, *_NOTE_CALLS, *_SIGNS)
_CLOSED = _UNREAD | {_P, _T, *_NOTE_CALLS}
_HIDING = tuple(_UNREAD - {f"{W}del"})
_OFF = {"0", "false", "off", "none"}


class Piece(NamedTuple):
    """A stretch of text and the node that holds it; `italic` as set on the run or by its character style; `unseen`: set
    on the run so that no reader sees it."""

    node: Any
    text: str
    italic: bool = False
    unseen: bool = False


@dataclass
class WordParts:
    """Names of the parts of one Word file that hold text."""

    main: str
    by_kind: dict[str, list[str]] = field(default_factory=dict)

    def first(self, kind: str) -> str:
        return next(iter(self.by_kind.get(kind, ())), "")


def word_parts(package: Package) -> WordParts:
    """Finds the main part and its notes, comments, headers and footers by their relationships."""
    main = next(iter(_targets(package, "_rels/.rels", "").get("officeDocument", ())), "word/document.xml")
    folder, _, name = main.rpartition("/")
    return WordParts(main, _targets(package, f"{folder}/_rels/{name}.rels".lstrip("/"), folder))


def _targets(package: Package, rels: str, folder: str) -> dict[str, list[str]]:
    root = package.root(rels)
    found: dict[str, list[str]] = {}
    for entry in root if root is not None else ():
        kind, target = entry.get("Type", ""), entry.get("Target", "")
        if entry.get("TargetMode") == "External" or not kind.startswith((_OFFICE, _STRICT)):
            continue
        path = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
        found.setdefault(kind.rpartition("/")[2], []).append(path)
    return found


def read_word(package: Package) -> Iterator[Paragraph]:
    """All paragraphs: headers, body with its notes where they are called, footers, comments."""
    parts = word_parts(package)
    slanted = italic_styles(package.root(parts.first("styles")))
    notes = {
        FOOTNOTES: _notes(package.root(parts.first("footnotes")), FOOTNOTES, f"{W}footnote", slanted),
        ENDNOTES: _notes(package.root(parts.first("endnotes")), ENDNOTES, f"{W}endnote", slanted),
    }
    for kind, part in (("header", HEADERS),):
        yield from _loose(package, parts.by_kind.get(kind, []), part, slanted)
    counting = Counting(package.root(parts.first("numbering")), package.root(parts.first("styles")))
    yield from _body(package.root(parts.main), notes, slanted, counting)
    yield from _loose(package, parts.by_kind.get("footer", []), FOOTERS, slanted)
    yield from _loose(package, parts.by_kind.get("comments", []), COMMENTS, slanted)


def _body(
    root: Any, notes: dict[str, dict[str, list[Paragraph]]], slanted: set[str], counting: Counting
) -> Iterator[Paragraph]:
    counts = {FOOTNOTES: 0, ENDNOTES: 0}
    fields = _TableField()
    for index, node in enumerate(paragraph_nodes(root) if root is not None else ()):
        paragraph = _paragraph(node, BODY, index, slanted, fields.passes(node), counted=counting.of(node))
        yield paragraph
        for _, part, identity in paragraph.calls:
            counts[part] += 1
            yield from _numbered(notes[part].pop(identity, []), counts[part])
    for part in (FOOTNOTES, ENDNOTES):
        for left in notes[part].values():
            yield from left


class _TableField:
    """Follows complex fields through the paragraphs: inside a TOA field stands the table of authorities."""

    def __init__(self) -> None:
        self.open: list[bool] = []

    def passes(self, paragraph: Any) -> bool:
        inside = any(self.open) or (style_of(paragraph) or "").lower().startswith("tableofauthorities")
        for node in paragraph.iter(f"{W}fldChar", f"{W}instrText", f"{W}fldSimple"):
            kind = node.get(f"{W}fldCharType")
            if kind == "begin":
                self.open.append(False)
            elif kind == "end" and self.open:
                self.open.pop()
            elif node.tag != f"{W}fldChar" and _is_table(node) and self.open:
                self.open[-1] = inside = True
        return inside


def _is_table(node: Any) -> bool:
    return (node.text or node.get(f"{W}instr") or "").split()[:1] == ["TOA"]


def _numbered(paragraphs: list[Paragraph], number: int) -> Iterator[Paragraph]:
    for p in paragraphs:
        yield replace(p, label=f"{p.part[:-1]} {number}")


def _notes(root: Any, part: str, tag: str, slanted: set[str]) -> dict[str, list[Paragraph]]:
    """Id of a note → its paragraphs; the separators that Word keeps there are no notes."""
    found: dict[str, list[Paragraph]] = {}
    index = 0
    for note in root.iter(tag) if root is not None else ():
        for node in paragraph_nodes(note):
            if note.get(f"{W}type") in {None, "normal"}:
                paragraph = _paragraph(node, part, index, slanted, note=note.get(f"{W}id", ""))
                found.setdefault(paragraph.note, []).append(paragraph)
            index += 1
    return found


def _loose(package: Package, names: list[str], part: str, slanted: set[str]) -> Iterator[Paragraph]:
    index = 0
    for name in names:
        root = package.root(name)
        for node in paragraph_nodes(root) if root is not None else ():
            yield _paragraph(node, part, index, slanted)
            index += 1


def _paragraph(
    node: Any,
    part: str,
    index: int,
    slanted: set[str],
    in_table: bool = False,
    note: str = "",
    counted: tuple[str, str] = ("", ""),
) -> Paragraph:
    text, italic, unseen, calls = "", [], [], []
    for piece in pieces(node, slanted):
        for marked, spans in ((piece.italic, italic), (piece.unseen, unseen)):
            if marked and piece.text:
                start = spans.pop()[0] if spans and spans[-1][1] == len(text) else len(text)
                spans.append((start, len(text) + len(piece.text)))
        text += piece.text
        if piece.node.tag in _NOTE_CALLS:
            calls.append((len(text), _NOTE_CALLS[piece.node.tag], piece.node.get(f"{W}id", "")))
    label = part[:-1] if part.endswith("s") else ""
    return Paragraph(
        part, index, text, label, 0, tuple(italic), note, tuple(calls), in_table, None, *counted, tuple(unseen)
    )


def paragraph_nodes(node: Any) -> Iterator[Any]:
    """Every w:p in the order of the file, those in tables and text boxes included, the copies for old Word left out."""
    for paragraph in node.iter(_P):
        if paragraph is not node and next(paragraph.iterancestors(*_HIDING), None) is None:
            yield paragraph


def pieces(paragraph: Any, slanted: set[str] = frozenset()) -> Iterator[Piece]:
    """The visible text of one paragraph, piece by piece; a text box inside it is a paragraph of its own."""
    run, italic, unseen, read = None, False, False, True
    for node in paragraph.iter(*_SHOWN):
        above = node.getparent()
        if above is not run:
            run, read, properties = above, _is_read(above, paragraph), child_of(above, f"{W}rPr")
            italic, unseen = _italic(properties, slanted), _unseen(properties)
        if not read:
            continue
        if node.tag == _T:
            yield Piece(node, node.text or "", italic, unseen)
        elif node.tag in _NOTE_CALLS:
            yield Piece(node, "")
        elif run.tag == _R:
            yield Piece(node, _SIGNS[node.tag], italic, unseen)


def _is_read(node: Any, paragraph: Any) -> bool:
    """Whether nothing between a paragraph and what stands in it hides it, or is a paragraph or a text of its own."""
    while node is not paragraph:
        above = node.getparent()
        if node.tag in _CLOSED or (node.tag in _SIGNS and above.tag == _R):
            return False
        node = above
    return True


def _unseen(properties: Any) -> bool:
    """Whether a run is hidden, or white where nothing behind it is coloured; a table's style may colour its cells."""
    if properties is None:
        return False
    hidden = child_of(properties, f"{W}vanish")
    if hidden is not None and hidden.get(f"{W}val", "1") not in _OFF:
        return True
    colour = child_of(properties, f"{W}color")
    if colour is None or (colour.get(f"{W}val") or "").upper() != "FFFFFF":
        return False
    if child_of(properties, f"{W}shd") is not None or child_of(properties, f"{W}highlight") is not None:
        return False
    return next(properties.iterancestors(f"{W}tbl", f"{W}txbxContent"), None) is None and not _shaded(properties)


def _shaded(properties: Any) -> bool:
    paragraph = next(properties.iterancestors(_P), None)
    return paragraph is not None and paragraph.find(f"{W}pPr/{W}shd") is not None


def _italic(properties: Any, slanted: set[str]) -> bool:
    if properties is None:
        return False
    direct = child_of(properties, f"{W}i")
    if direct is not None:
        return direct.get(f"{W}val", "1") not in _OFF
    style = child_of(properties, f"{W}rStyle")
    return style is not None and style.get(f"{W}val") in slanted


def italic_styles(root: Any) -> set[str]:
    """Ids of the character styles that set italics."""
    found = set()
    for style in root.iter(f"{W}style") if root is not None else ():
        italic = style.find(f"{W}rPr/{W}i")
        if italic is not None and italic.get(f"{W}val", "1") not in _OFF:
            found.add(style.get(f"{W}styleId", ""))
    return found


def style_of(paragraph: Any) -> str | None:
    properties = child_of(paragraph, f"{W}pPr")
    style = child_of(properties, f"{W}pStyle") if properties is not None else None
    return style.get(f"{W}val") if style is not None else None
