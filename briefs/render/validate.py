"""The last look at the written bytes: what Word would call corrupt, and what must never leave the office."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from briefs.errors import Problem
from briefs.render.data import INVISIBLE
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
_SUSPECT_BYTES = (b"{", b"}", b"Undefined", b"NoneType", b"object at 0x", b"&#")
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
    except (etree.XMLSyntaxError, UnicodeDecodeError) as error:
        return [Problem("file", f"cannot be read: {error}.")]
    roots = {name: one.root for name, one in looked.items() if one.root is not None}
    found = [problem for one in looked.values() for problem in one.problems]
    body = looked[DOCUMENT].marks
    found += [*_relations(parts, roots), *_notes(body, roots), *_bookmarks(body)]
    if not comments and (COMMENTS in parts or body["commentReference"]):
        found.append(Problem(DOCUMENT, "comments in a copy that is to be filed."))
    return found


@dataclass(frozen=True)
class _Looked:
    """What one part shows by itself: its tree, which nobody changes, and what is wrong with it."""

    root: Element | None
    marks: dict[str, list[Element]]
    problems: tuple[Problem, ...]


def _looked_at(name: str, part: bytes, literal: tuple[str, ...]) -> _Looked:
    return (_look if len(part) > _SMALL else _look_once)(name, part, literal)


def _look(name: str, part: bytes, literal: tuple[str, ...]) -> _Looked:
    if not name.endswith((".xml", ".rels")):
        return _Looked(None, {}, tuple(_personal({name: part})))
    root = parse(part)
    marks = _marks(root)
    problems = (*_texts({name: part}, {name: root}, literal), *_structure(name, part, root, marks))
    return _Looked(root, marks, (*problems, *_personal({name: part}), *_metadata(name, part, root, marks)))


def _marks(root: Element) -> dict[str, list[Element]]:
    """Everything that the checks ask for, by its name and in its order, in one walk."""
    found: dict[str, list[Element]] = {name: [] for name in (*_LOOKED_FOR, *_TRACKED)}
    for element in root.iter(*map(q, found)):
        found[etree.QName(element).localname].append(element)
    return found


_SMALL = 65_536
_look_once = lru_cache(maxsize=256)(_look)
"""Styles, settings and the like come back in every filing, byte for byte: the same bytes get the same verdict."""


def traces(data: bytes) -> list[Problem]:
    """What a file still tells of its author, and relations that lead nowhere; for a file that others wrote."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    roots = {name: parse(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
    found = list(_personal(parts))
    for name, root in roots.items():
        found += _metadata(name, parts[name], root, _marks(root))
    return [*found, *_relations(parts, roots)]


def _texts(parts: Parts, roots: dict[str, Element], literal: tuple[str, ...]) -> Iterator[Problem]:
    for name, root in roots.items():
        if not _suspect(parts[name]):
            continue
        for block in list(root.iter(q("p"))) or [root]:
            text = _text(block)
            shown = _without(text, literal)
            if left := _TAG.search(shown):
                yield Problem(name, f"left-over {left[0]!r} in {shown[max(0, left.start() - 30) : left.end() + 30]!r}.")
            if PRIVATE.search(text):
                yield Problem(name, f"a private-use character in {ascii(text[:60])}.")
            if bad := sorted(set(_UNSEEN.findall(text))):
                yield Problem(name, f"invisible character U+{ord(bad[0]):04X}.")
        for element in root.iter(etree.Element):
            if any(_TAG.search(_without(v, literal)) or PRIVATE.search(v) for v in element.attrib.values()):
                yield Problem(name, f"left-over tag in an attribute of {etree.QName(element).localname}.")


def _suspect(part: bytes) -> bool:
    """Whether a part can hold a left-over at all; only such a part is looked at piece by piece."""
    if any(word in part for word in _SUSPECT_BYTES):
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


def _structure(name: str, part: bytes, root: Element, marks: dict[str, list[Element]]) -> Iterator[Problem]:
    ended = b"<w:tc/>" not in part and part.count(b"</w:tc>") == part.count(b"</w:p></w:tc>")
    for cell in () if ended else root.iter(q("tc")):
        if len(cell) == 0 or cell[-1].tag != q("p"):
            yield Problem(name, "a table cell does not end with a paragraph.", "Word calls such a file corrupt.")
    depth = 0
    for mark in marks["fldChar"]:
        depth += {"begin": 1, "end": -1}.get(mark.get(q("fldCharType"), ""), 0)
        if depth < 0:
            break
    if depth:
        yield Problem(name, "a field is not closed.")


def _relations(parts: Parts, roots: dict[str, Element]) -> Iterator[Problem]:
    overrides = {e.get("PartName", "").lstrip("/") for e in roots[CONTENT_TYPES].iter(f"{{{TYPES}}}Override")}
    for missing in sorted(overrides - set(parts)):
        yield Problem(CONTENT_TYPES, f"names {missing}, which is not there.")
    for name, root in roots.items():
        folder, _, file = name.rpartition("/")
        rels = roots.get(f"{folder}/_rels/{file}.rels")
        known = [e.get("Id") for e in rels.iter(f"{{{RELS}}}Relationship")] if rels is not None else []
        if len(known) != len(set(known)):
            yield Problem(name, "two relationships with one id.")
        if not _seen_at_once(parts[name]) or not _referred(parts[name]) <= set(known):
            for value in set(root.xpath("//@r:*", namespaces={"r": R})) - set(known):
                yield Problem(name, f"relationship {value} is not there.")


def _seen_at_once(part: bytes) -> bool:
    """Whether only the prefix r can mean a relationship, so that a look at the text finds all of them."""
    return part.count(R.encode()) == (f' xmlns:r="{R}"'.encode() in part)


def _referred(part: bytes) -> set[str]:
    """What stands in quotation marks after r:id= and the like; a text that looks so is told apart by the tree."""
    after = (piece.partition(b'="')[2] for piece in part.split(b" r:")[1:])
    return {value.partition(b'"')[0].decode() for value in after}


def _notes(body: dict[str, list[Element]], roots: dict[str, Element]) -> Iterator[Problem]:
    kinds = (("footnoteReference", FOOTNOTES, "footnote"), ("commentReference", COMMENTS, "comment"))
    for reference, part, item in kinds:
        used = [e.get(q("id")) for e in body[reference]]
        there = [e.get(q("id")) for e in roots[part].iter(q(item)) if not e.get(q("type"))] if part in roots else []
        if sorted(used, key=str) != sorted(there, key=str) or len(set(used)) != len(used):
            yield Problem(part, f"{item}s and the references to them do not agree.")


def _bookmarks(body: dict[str, list[Element]]) -> Iterator[Problem]:
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


def _metadata(name: str, part: bytes, root: Element, marks: dict[str, list[Element]]) -> Iterator[Problem]:
    for tag in _TRACKED:
        if marks[tag]:
            yield Problem(name, f"w:{tag}: a trace of editing.")
    if name.startswith("docProps/"):
        filled = {etree.QName(e).localname for e in root if isinstance(e.tag, str) and (e.text or "").strip()}
        for field in sorted(filled & {*_AUTHOR, *_COMPANY}):
            yield Problem(name, f"the property {field} is filled.")
    if b"rsid" in part and any(k.startswith(q("rsid")) for e in root.iter(etree.Element) for k in e.attrib):
        yield Problem(name, "editing-session marks (rsid).")
