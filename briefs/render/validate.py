"""The last look at the written bytes: what Word would call corrupt, and what must never leave the office."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Any

from lxml import etree

from briefs.errors import Problem
from briefs.render.data import INVISIBLE
from briefs.render.glance import Glance, Unreadable
from briefs.render.marks import PRIVATE
from briefs.render.ooxml import (
    COMMENTS,
    CONTENT_TYPES,
    DOCUMENT,
    FIXED_TIME,
    FOOTNOTES,
    RELS,
    TYPES,
    Element,
    Parts,
    R,
    names,
    parse,
    q,
)

_TAG = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}|\{_\{|\}_\}|\bUndefined\b|\bNoneType\b|object at 0x[0-9a-f]+")
_UNSEEN = re.compile(f"[{''.join(map(chr, sorted(INVISIBLE)))}]")
_SUSPECT = frozenset({*map(chr, INVISIBLE), *map(chr, range(0xE000, 0xF900))})
_SUSPECT_BYTES = (b"{", b"}", b"Undefined", b"NoneType", b"object at 0x")
_ASCII = bytes(range(128))
_TRACKED = names("ins del moveFrom moveTo rPrChange pPrChange rsid docVar")
_PERSONAL = re.compile(
    r"thumbnail|docProps/custom|^customXml/|people\.xml|commentsExt|printerSettings|stylesWithEffects"
)
_AUTHOR = (
    "creator",
    "lastModifiedBy",
    "keywords",
    "description",
    "category",
    "revision",
    "created",
    "modified",
    "subject",
)
_COMPANY = ("Template", "Manager", "Company", "TotalTime", "HyperlinkBase")
_LOOKED_FOR = names("fldChar bookmarkStart bookmarkEnd footnoteReference commentReference instrText")
_XML = (".xml", ".rels")
_TEXT = (q("t"), q("instrText"), q("delText"))


def check(data: bytes, *, comments: bool = False, literal: Iterable[str] = ()) -> list[Problem]:
    """Findings on a finished file. `literal` are texts of the case that hold braces of their own and are no tags."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
            dates = {info.date_time for info in package.infolist()}
    except (zipfile.BadZipFile, zlib.error) as error:
        return [Problem("file", f"cannot be read: {error}.")]
    found = check_parts(parts, comments=comments, literal=literal)
    if dates != {FIXED_TIME}:
        found.append(Problem("file", "carries the clock of the machine."))
    return found


def check_parts(parts: Parts, *, comments: bool = False, literal: Iterable[str] = ()) -> list[Problem]:
    """The same on the parts, before they are packed."""
    known = tuple(literal)
    try:
        looked = {name: _looked_at(name, part, known) for name, part in parts.items()}
    except (Unreadable, UnicodeDecodeError) as error:
        return [Problem("file", f"cannot be read: {error}.")]
    xml = {name: one for name, one in looked.items() if name.endswith(_XML)}
    found = [problem for one in looked.values() for problem in one.problems]
    body = looked[DOCUMENT].marks
    found += [*_relations(parts, xml), *_notes(body, xml), *_bookmarks(body)]
    if not comments and (COMMENTS in parts or body["commentReference"]):
        found.append(Problem(DOCUMENT, "comments in a copy that is to be filed."))
    return found


class _Part:
    """One part by itself: its bytes, its tree where somebody asks for it, and what is wrong with it."""

    def __init__(self, name: str, data: bytes):
        self.name, self.data = name, data
        seen = Glance(data, (*_LOOKED_FOR, *_TRACKED)) if name.endswith(_XML) else None
        self.marks: dict[str, list[Any]] = seen.marks if seen else {}
        self.tags, self.words = (seen.tags, seen.words) if seen else (b"", b"")
        self._root = seen.root if seen else None
        self.problems: tuple[Problem, ...] = ()

    @property
    def root(self) -> Element:
        """The tree, which nobody changes."""
        if self._root is None:
            self._root = parse(self.data)
        return self._root

    @cached_property
    def ids(self) -> list[str]:
        """The ids of the relationships that it lists."""
        return [entry.get("Id", "") for entry in self.root.iter(f"{{{RELS}}}Relationship")]

    @cached_property
    def overrides(self) -> set[str]:
        """The parts that it lists with their types."""
        return {entry.get("PartName", "").lstrip("/") for entry in self.root.iter(f"{{{TYPES}}}Override")}

    @cached_property
    def referred(self) -> set[str] | None:
        """The relationships that it uses, and perhaps more; None where only the tree tells."""
        return _referred(self.tags) if _seen_at_once(self.tags) else None


def _looked_at(name: str, data: bytes, literal: tuple[str, ...]) -> _Part:
    return (_look if len(data) > _SMALL else _look_once)(name, data, literal)


def _look(name: str, data: bytes, literal: tuple[str, ...]) -> _Part:
    part = _Part(name, data)
    part.problems = tuple(_personal({name: data}))
    if name.endswith(_XML):
        part.problems += (*_texts(part, literal), *_structure(part), *_metadata(part))
    return part


_SMALL = 65_536
_look_once = lru_cache(maxsize=256)(_look)
"""Styles, settings and the like come back in every filing, byte for byte: the same bytes get the same verdict."""


def traces(data: bytes) -> list[Problem]:
    """What a file still tells of its author, and relations that lead nowhere; for a file that others wrote."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    xml = {name: _Part(name, part) for name, part in parts.items() if name.endswith(_XML)}
    return [*_personal(parts), *(found for part in xml.values() for found in _metadata(part)), *_relations(parts, xml)]


def _texts(part: _Part, literal: tuple[str, ...]) -> Iterator[Problem]:
    if not (_suspect(part.words) or _suspect(part.tags)):
        return
    for block in list(part.root.iter(q("p"))) or [part.root]:
        text = _text(block)
        shown = _without(text, literal)
        if left := _TAG.search(shown):
            near = shown[max(0, left.start() - 30) : left.end() + 30]
            yield Problem(part.name, f"left-over {left[0]!r} in {near!r}.")
        if PRIVATE.search(text):
            yield Problem(part.name, f"a private-use character in {ascii(text[:60])}.")
        if bad := sorted(set(_UNSEEN.findall(text))):
            yield Problem(part.name, f"invisible character U+{ord(bad[0]):04X}.")
    for element in part.root.iter(etree.Element):
        if any(_TAG.search(_without(v, literal)) or PRIVATE.search(v) for v in element.attrib.values()):
            yield Problem(part.name, f"left-over tag in an attribute of {etree.QName(element).localname}.")


def _suspect(part: bytes) -> bool:
    """Whether the text or the tags of a part can hold a left-over; only such a part is read paragraph by paragraph."""
    if any(word in part for word in _SUSPECT_BYTES) or (b"#" in part and b"&#" in part):
        return True
    return not part.isascii() and not _SUSPECT.isdisjoint(part.translate(None, _ASCII).decode("utf-8"))


def _text(block: Element) -> str:
    pieces = (
        {q("br"): "\n", q("tab"): "\t"}.get(node.tag) or (node.text or "")
        for node in block.iter(etree.Element)
        if node.tag in _TEXT or node.tag in (q("br"), q("tab")) or not str(node.tag).startswith(q(""))
    )
    return "".join(pieces)


def _without(text: str, literal: tuple[str, ...]) -> str:
    for known in literal if "{" in text or "}" in text else ():
        text = text.replace(known, "").replace(known.upper(), "")
    return text


def _structure(part: _Part) -> Iterator[Problem]:
    name, tags = part.name, part.tags
    ended = b"<w:tc/>" not in tags and tags.count(b"</w:tc>") == tags.count(b"</w:p></w:tc>")
    for cell in () if ended else part.root.iter(q("tc")):
        if len(cell) == 0 or cell[-1].tag != q("p"):
            yield Problem(name, "a table cell does not end with a paragraph.", "Word calls such a file corrupt.")
    depth = 0
    for mark in part.marks["fldChar"]:
        depth += {"begin": 1, "end": -1}.get(mark.get(q("fldCharType"), ""), 0)
        if depth < 0:
            break
    if depth:
        yield Problem(name, "a field is not closed.")


def _relations(parts: Parts, xml: dict[str, _Part]) -> Iterator[Problem]:
    for missing in sorted(xml[CONTENT_TYPES].overrides - set(parts)):
        yield Problem(CONTENT_TYPES, f"names {missing}, which is not there.")
    for name, part in xml.items():
        folder, _, file = name.rpartition("/")
        rels = xml.get(f"{folder}/_rels/{file}.rels")
        known = rels.ids if rels is not None else []
        if len(known) != len(set(known)):
            yield Problem(name, "two relationships with one id.")
        if part.referred is None or not part.referred <= set(known):
            for value in set(part.root.xpath("//@r:*", namespaces={"r": R})) - set(known):
                yield Problem(name, f"relationship {value} is not there.")


def _seen_at_once(tags: bytes) -> bool:
    """Whether only the prefix r can mean a relationship, so that a look at the tags finds all of them."""
    return tags.count(R.encode()) == (f' xmlns:r="{R}"'.encode() in tags)


def _referred(tags: bytes) -> set[str]:
    """What stands in quotation marks after r:id= and the like; a text that looks so is told apart by the tree."""
    after = (piece.partition(b'="')[2] for piece in tags.split(b" r:")[1:])
    return {value.partition(b'"')[0].decode() for value in after}


def _notes(body: dict[str, list[Any]], xml: dict[str, _Part]) -> Iterator[Problem]:
    kinds = (("footnoteReference", FOOTNOTES, "footnote"), ("commentReference", COMMENTS, "comment"))
    for reference, part, item in kinds:
        used = [e.get(q("id")) for e in body[reference]]
        there = [e.get(q("id")) for e in xml[part].root.iter(q(item)) if not e.get(q("type"))] if part in xml else []
        if sorted(used, key=str) != sorted(there, key=str) or len(set(used)) != len(used):
            yield Problem(part, f"{item}s and the references to them do not agree.")


def _bookmarks(body: dict[str, list[Any]]) -> Iterator[Problem]:
    starts = body["bookmarkStart"]
    for what in ("id", "name"):
        values = [s.get(q(what), "").casefold() for s in starts]
        for twice in sorted({v for v in values if values.count(v) > 1}) if len(values) != len(set(values)) else ():
            yield Problem(DOCUMENT, f"two bookmarks with the {what} {twice}.")
    ends = {e.get(q("id")) for e in body["bookmarkEnd"]}
    if ends != {s.get(q("id")) for s in starts}:
        yield Problem(DOCUMENT, "a bookmark is not closed.")
    names = {s.get(q("name"), "").casefold() for s in starts}
    for code in body["instrText"]:
        target = re.match(r"\s*(?:REF|PAGEREF|NOTEREF)\s+(\S+)", code.text or "")
        if target and target[1].casefold() not in names:
            yield Problem(DOCUMENT, f"field {(code.text or '').strip()!r} refers to nothing.")


def _personal(parts: Parts) -> Iterator[Problem]:
    for name in parts:
        if _PERSONAL.search(name):
            yield Problem(name, "carries personal data of the author.")


def _metadata(part: _Part) -> Iterator[Problem]:
    for tag in _TRACKED:
        if part.marks[tag]:
            yield Problem(part.name, f"w:{tag}: a trace of editing.")
    if part.name.startswith("docProps/"):
        filled = {etree.QName(e).localname for e in part.root if isinstance(e.tag, str) and (e.text or "").strip()}
        for field in sorted(filled & {*_AUTHOR, *_COMPANY}):
            yield Problem(part.name, f"the property {field} is filled.")
    if b"rsid" in part.tags and any(k.startswith(q("rsid")) for e in part.root.iter(etree.Element) for k in e.attrib):
        yield Problem(part.name, "editing-session marks (rsid).")
