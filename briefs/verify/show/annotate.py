"""A copy of a Word file with a comment at its head and at each place that a person must look at. The text is untouched;
what is said of a note stands at its call."""

import copy
import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from lxml import etree

from briefs.documents.paragraphs import BODY, COMMENTS, ENDNOTES, FOOTNOTES, Paragraph
from briefs.documents.word import Piece, W, WordParts, paragraph_nodes, pieces, word_parts
from briefs.documents.zipped import Package
from briefs.verify.check.findings import Citation
from briefs.verify.check.table import TableWatch
from briefs.verify.outcome import Report
from briefs.verify.show.sections import Outline, Section
from briefs.verify.show.wording import comment_lines, head_lines, shown, table_lines

_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DATE = "1980-01-01T00:00:00Z"
_AUTHOR = "Citation check"


class _Said(NamedTuple):
    """One comment and the citation that it stands at."""

    section: Section
    citation: Citation
    more: int


def annotated(data: bytes, report: Report) -> bytes:
    """The Word file with comments. `data` has been read by `open_document`, so that its parts are sound."""
    package = Package(data, report.file)
    parts = word_parts(package)
    body = package.root(parts.main)
    comments = _Comments(package, parts)
    nodes = list(paragraph_nodes(body))
    heading = _heading(nodes, report) if report.table_problems else None
    calls = _note_calls(package, parts, nodes)
    for said in sorted(_to_say(report), key=lambda s: _order(s.citation), reverse=True):
        _at(said, nodes, calls, comments)
    if heading is not None:
        _around(*_whole(heading), comments.add(table_lines(report)))
    if nodes:
        first, last = _first_run(nodes)
        _around(first, last, comments.add(head_lines(report, heading is None)))
    return _packed(package, parts, body, comments)


def _to_say(report: Report) -> list[_Said]:
    """What the screen names; articles of treaties stand in the comment at the head only."""
    return [_Said(*said) for said in Outline(report).of("problem", "beware", "unknown", "unchecked")]


def _order(citation: Citation) -> tuple[bool, int, int]:
    """From the end to the beginning: a run that is split moves nothing that stands before it."""
    return citation.part == BODY, citation.paragraph, citation.start


def _at(said: _Said, nodes: list[Any], calls: dict[tuple[str, int], Any], comments: "_Comments") -> None:
    citation, where = said.citation, ""
    if citation.part == BODY and citation.paragraph < len(nodes):
        first, last = _isolated(nodes[citation.paragraph], citation.start, citation.end)
    else:
        first = last = calls.get((citation.part, citation.paragraph))
        place = citation.label or citation.part
        where = f"In {'' if place[-1:].isdigit() else 'the '}{place}: "
    if first is None:
        first, last = _first_run(nodes)
    if first is not None:
        _around(first, last, comments.add(comment_lines(said.section, citation, said.more, where)))


def _heading(nodes: list[Any], report: Report) -> Any | None:
    """The paragraph that heads the table of authorities; else the first of its entries; None where none is found."""
    for index, node in enumerate(nodes):
        if TableWatch().passes(Paragraph(BODY, index, "".join(piece.text for piece in pieces(node))), 0):
            return node if next(node.iter(f"{W}r"), None) is not None else None
    entry = next((c for c in report.citations if c.in_table and c.part == BODY and c.paragraph < len(nodes)), None)
    return nodes[entry.paragraph] if entry else None


def _whole(paragraph: Any) -> tuple[Any, Any]:
    runs = [run for run, _, _ in _runs(paragraph)]
    return (runs[0], runs[-1]) if runs else _first_run([paragraph])


def _isolated(paragraph: Any, start: int, end: int) -> tuple[Any, Any]:
    """First and last run of a stretch of text, split off from what stands before and behind it."""
    _split_at(paragraph, end)
    _split_at(paragraph, start)
    runs = [run for run, a, b in _runs(paragraph) if a < end and b > start]
    return (runs[0], runs[-1]) if runs else (None, None)


def _runs(paragraph: Any) -> Iterator[tuple[Any, int, int]]:
    place = 0
    for piece in pieces(paragraph):
        yield piece.node.getparent(), place, place + len(piece.text)
        place += len(piece.text)


def _split_at(paragraph: Any, at: int) -> None:
    place = 0
    for piece in list(pieces(paragraph)):
        if place < at < place + len(piece.text) and piece.node.tag == f"{W}t":
            _split(piece, at - place)
            return
        if place == at and piece.text and piece.node.getprevious() is not None and place:
            _split(piece, 0)
            return
        place += len(piece.text)


def _split(piece: Piece, at: int) -> None:
    """One run becomes two with the same properties; nothing of the text is lost."""
    node = piece.node
    run = node.getparent()
    if run.tag != f"{W}r":
        return
    behind = etree.Element(run.tag, run.attrib)
    properties = run.find(f"{W}rPr")
    if properties is not None:
        behind.append(copy.deepcopy(properties))
        if properties is node.getprevious() and at == 0:
            return
    following = list(node.itersiblings())
    if at:
        rest = etree.SubElement(behind, f"{W}t")
        rest.text, node.text = node.text[at:], node.text[:at]
        rest.set(_SPACE, "preserve")
        node.set(_SPACE, "preserve")
    else:
        behind.append(node)
    behind.extend(following)
    run.addnext(behind)


def _first_run(nodes: list[Any]) -> tuple[Any, Any]:
    """The first run of the text; an empty one is made where no paragraph holds any."""
    run = next((r for node in nodes for r in node.iter(f"{W}r")), None)
    if run is None and nodes:
        run = etree.SubElement(nodes[0], f"{W}r")
    return run, run


def _note_calls(package: Package, parts: WordParts, nodes: list[Any]) -> dict[tuple[str, int], Any]:
    """(part, index of a note's paragraph) → the run that calls the note in the body."""
    found = {}
    for part, name in ((FOOTNOTES, "footnote"), (ENDNOTES, "endnote")):
        calls = {call.get(f"{W}id"): call.getparent() for node in nodes for call in node.iter(f"{W}{name}Reference")}
        root = package.root(parts.first(part)) if parts.first(part) else None
        index = 0
        for note in root.iter(f"{W}{name}") if root is not None else ():
            for _ in paragraph_nodes(note):
                if note.get(f"{W}id") in calls:
                    found[(part, index)] = calls[note.get(f"{W}id")]
                index += 1
    return found | _commented(package, parts, nodes)


def _commented(package: Package, parts: WordParts, nodes: list[Any]) -> dict[tuple[str, int], Any]:
    """(comments, index of a comment's paragraph) → the run in the body that the comment hangs on."""
    root = package.root(parts.first("comments")) if parts.first("comments") else None
    calls = {call.get(f"{W}id"): call.getparent() for node in nodes for call in node.iter(f"{W}commentReference")}
    found, index = {}, 0
    for comment in root.iter(f"{W}comment") if root is not None else ():
        for _ in paragraph_nodes(comment):
            if comment.get(f"{W}id") in calls:
                found[(COMMENTS, index)] = calls[comment.get(f"{W}id")]
            index += 1
    return found


def _around(first: Any, last: Any, number: str) -> None:
    start, end = etree.Element(f"{W}commentRangeStart"), etree.Element(f"{W}commentRangeEnd")
    start.set(f"{W}id", number)
    end.set(f"{W}id", number)
    reference = etree.Element(f"{W}r")
    etree.SubElement(reference, f"{W}commentReference").set(f"{W}id", number)
    first.addprevious(start)
    last.addnext(reference)
    last.addnext(end)


class _Comments:
    """The comments part, the document's own comments kept."""

    def __init__(self, package: Package, parts: WordParts):
        name = parts.first("comments")
        folder = parts.main.rpartition("/")[0]
        self.new = not name
        self.name = name or f"{folder}/comments.xml".lstrip("/")
        root = package.root(self.name) if name else None
        self.root = root if root is not None else etree.Element(f"{W}comments", nsmap={"w": W[1:-1]})
        used = [int(c.get(f"{W}id")) for c in self.root if (c.get(f"{W}id") or "").isdecimal()]
        self.next = max(used, default=-1) + 1

    def add(self, lines: Iterable[str]) -> str:
        comment = etree.SubElement(self.root, f"{W}comment")
        number = str(self.next)
        self.next += 1
        for name, value in (("id", number), ("author", _AUTHOR), ("date", _DATE), ("initials", "CC")):
            comment.set(f"{W}{name}", value)
        for line in lines:
            run = etree.SubElement(etree.SubElement(comment, f"{W}p"), f"{W}r")
            text = etree.SubElement(run, f"{W}t")
            text.text = shown(line)
            text.set(_SPACE, "preserve")
        return number


def _packed(package: Package, parts: WordParts, body: Any, comments: _Comments) -> bytes:
    changed = {parts.main: body}
    if len(comments.root):
        changed[comments.name] = comments.root
    if comments.new and len(comments.root):
        folder, _, name = parts.main.rpartition("/")
        rels = f"{folder}/_rels/{name}.rels".lstrip("/")
        root = package.root(rels)
        root = root if root is not None else etree.Element(f"{{{_RELS}}}Relationships", nsmap={None: _RELS})
        etree.SubElement(root, f"{{{_RELS}}}Relationship", Id="rIdCitationCheck", Type=_KIND, Target="comments.xml")
        types = package.root("[Content_Types].xml")
        etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{comments.name}", ContentType=_TYPE)
        changed |= {rels: root, "[Content_Types].xml": types}
    return _zipped(package, changed)


def _zipped(package: Package, changed: dict[str, Any]) -> bytes:
    out = io.BytesIO()
    names: Iterable[str] = (*package.names[::-1], *(n for n in changed if n not in package.names))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in names:
            if name.endswith("/"):
                continue
            root = changed.get(name)
            data = package.bytes_of(name) if root is None else _xml(root)
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, data)
    return out.getvalue()


def _xml(root: Any) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
