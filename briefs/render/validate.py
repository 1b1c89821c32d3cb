"""The last look at the written bytes: what Word would call corrupt, and what must never leave the office."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator

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
_SUSPECT = frozenset({"{", "}", *map(chr, INVISIBLE), *map(chr, range(0xE000, 0xF900))})
_SUSPECT_WORDS = ("Undefined", "NoneType", "object at 0x", "&#")
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
_TEXT = (q("t"), q("instrText"), q("delText"))


def check(data: bytes, *, comments: bool = False, literal: Iterable[str] = ()) -> list[Problem]:
    """Findings on a finished file. `literal` are texts of the case that hold braces of their own and are no tags."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
            dates = {info.date_time for info in package.infolist()}
        roots = {name: parse(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
    except (zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        return [Problem("file", f"cannot be read: {error}.")]
    found = [*_texts(parts, roots, tuple(literal)), *_structure(roots), *_relations(parts, roots), *_notes(roots)]
    found += _bookmarks(roots)
    found += _metadata(roots, parts)
    if dates != {FIXED_TIME}:
        found.append(Problem("file", "carries the clock of the machine."))
    if not comments and (COMMENTS in parts or next(roots[DOCUMENT].iter(q("commentReference")), None) is not None):
        found.append(Problem(DOCUMENT, "comments in a copy that is to be filed."))
    return found


def traces(data: bytes) -> list[Problem]:
    """What a file still tells of its author, and relations that lead nowhere; for a file that others wrote."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    roots = {name: parse(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
    return [*_metadata(roots, parts), *_relations(parts, roots)]


def _texts(parts: Parts, roots: dict[str, Element], literal: tuple[str, ...]) -> Iterator[Problem]:
    for name, root in roots.items():
        if not _suspect(parts[name].decode("utf-8")):
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


def _suspect(text: str) -> bool:
    """Whether a part can hold a left-over at all; only such a part is looked at piece by piece."""
    return not _SUSPECT.isdisjoint(set(text)) or any(word in text for word in _SUSPECT_WORDS)


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


def _structure(roots: dict[str, Element]) -> Iterator[Problem]:
    for name, root in roots.items():
        for cell in root.iter(q("tc")):
            if len(cell) == 0 or cell[-1].tag != q("p"):
                yield Problem(name, "a table cell does not end with a paragraph.", "Word calls such a file corrupt.")
        depth = 0
        for mark in root.iter(q("fldChar")):
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
        for value in root.xpath("//@r:*", namespaces={"r": R}):
            if value not in known:
                yield Problem(name, f"relationship {value} is not there.")


def _notes(roots: dict[str, Element]) -> Iterator[Problem]:
    kinds = (("footnoteReference", FOOTNOTES, "footnote"), ("commentReference", COMMENTS, "comment"))
    for reference, part, item in kinds:
        used = [e.get(q("id")) for e in roots[DOCUMENT].iter(q(reference))]
        there = [e.get(q("id")) for e in roots[part].iter(q(item)) if not e.get(q("type"))] if part in roots else []
        if sorted(used, key=str) != sorted(there, key=str) or len(set(used)) != len(used):
            yield Problem(part, f"{item}s and the references to them do not agree.")


def _bookmarks(roots: dict[str, Element]) -> Iterator[Problem]:
    starts = list(roots[DOCUMENT].iter(q("bookmarkStart")))
    for what in ("id", "name"):
        values = [s.get(q(what), "").casefold() for s in starts]
        for twice in sorted({v for v in values if values.count(v) > 1}) if len(values) != len(set(values)) else ():
            yield Problem(DOCUMENT, f"two bookmarks with the {what} {twice}.")
    ends = {e.get(q("id")) for e in roots[DOCUMENT].iter(q("bookmarkEnd"))}
    if ends != {s.get(q("id")) for s in starts}:
        yield Problem(DOCUMENT, "a bookmark is not closed.")
    names = {s.get(q("name"), "").casefold() for s in starts}
    for code in roots[DOCUMENT].iter(q("instrText")):
        target = re.match(r"\s*(?:REF|PAGEREF|NOTEREF)\s+(\S+)", code.text or "")
        if target and target[1].casefold() not in names:
            yield Problem(DOCUMENT, f"field {(code.text or '').strip()!r} refers to nothing.")


def _metadata(roots: dict[str, Element], parts: Parts) -> Iterator[Problem]:
    for name in parts:
        if _PERSONAL.search(name):
            yield Problem(name, "carries personal data of the author.")
    for name, root in roots.items():
        for tag in dict.fromkeys(etree.QName(element).localname for element in root.iter(*map(q, _TRACKED))):
            yield Problem(name, f"w:{tag}: a trace of editing.")
        if name.startswith("docProps/"):
            filled = {etree.QName(e).localname for e in root if isinstance(e.tag, str) and (e.text or "").strip()}
            for field in sorted(filled & {*_AUTHOR, *_COMPANY}):
                yield Problem(name, f"the property {field} is filled.")
        if b"rsid" in parts[name] and any(k.startswith(q("rsid")) for e in root.iter(etree.Element) for k in e.attrib):
            yield Problem(name, "editing-session marks (rsid).")
