"""Strips a story (body, header, footer, notes) of everything that is not the author's present text."""

import re

from lxml import etree

from briefs.render.ooxml import NS, Element, R, W, names, q

STRIPPED = names(
    "del moveFrom commentRangeStart commentRangeEnd commentReference proofErr lastRenderedPageBreak permStart permEnd "
    "moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd rPrChange pPrChange tblPrChange trPrChange "
    "tcPrChange sectPrChange tblGridChange numberingChange cellIns cellDel cellMerge noProof webHidden rsid ffData "
    "fldData printerSettings embedRegular embedBold embedItalic embedBoldItalic numPicBullet lvlPicBulletId"
)
UNWRAPPED = names("ins moveTo sdt sdtContent smartTag customXml")
DROPPED_INSIDE = names("sdtPr sdtEndPr smartTagPr customXmlPr")
KNOWN = {
    W,
    R,
    "http://www.w3.org/XML/1998/namespace",
    "http://schemas.openxmlformats.org/drawingml/2006/main",
    "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
PATH = re.compile(r"[A-Za-z]:\\|/Users/|/home/|\\\\")
_LATER_WORD = re.compile(
    r"http://schemas\.microsoft\.com/office/word/20\d\d/(?!wordprocessing(Shape|Group|Canvas|Ink))"
)
"""What newer versions of Word add to a run or a picture, to be ignored by every program that does not know it."""


def strip(root: Element, hidden: frozenset[str] = frozenset()) -> None:
    """Tracked changes accepted, comments, content controls, editing marks, hidden text and foreign attributes gone.

    `hidden` are the styles whose text does not show."""
    _remove_later_additions(root)
    _remove(root, STRIPPED)
    _remove(root, DROPPED_INSIDE)
    for tag in UNWRAPPED:
        for element in list(root.iter(q(tag))):
            _unwrap(element)
    for run in list(root.iter(q("r"))):
        if is_hidden(run, hidden):
            _drop(run)
    _remove(root, ("vanish", "specVanish"))
    used = {word for code in root.iter(q("instrText")) for word in (code.text or "").split()}
    for mark in list(root.iter(q("bookmarkStart"))):
        if mark.get(q("name"), "").startswith("_") and mark.get(q("name"), "") not in used:
            _remove_bookmark(root, mark)
    rename_pictures(root)
    for element in root.iter(etree.Element):
        _attributes(element)


def rename_pictures(root: Element) -> int:
    """A picture remembers the name and path of the file it came from; it gets a number. Gives how many told something.

    The description that is read aloud to blind readers stays, unless it is a path."""
    told = 0
    for element in root.iter(etree.Element):
        if etree.QName(element).localname in ("docPr", "cNvPr") and "name" in element.attrib:
            told += not re.fullmatch(r"([A-Z][a-z]+ ?)?\d*", element.get("name"))
            element.set("name", f"Picture {element.get('id', '')}".strip())
            told += any(PATH.search(element.get(place, "")) for place in ("descr", "title"))
    return told


def is_hidden(run: Element, hidden: frozenset[str] = frozenset()) -> bool:
    """Whether the run does not show: by itself, by its style, or by the style of its paragraph."""
    own = run.find("w:rPr/w:vanish", NS)
    if own is not None:
        return own.get(q("val"), "1") not in ("0", "false", "off")
    style = run.find("w:rPr/w:rStyle", NS)
    if style is not None and style.get(q("val")) in hidden:
        return True
    paragraph = next(run.iterancestors(q("p")), None) if hidden else None
    above = paragraph.find("w:pPr/w:pStyle", NS) if paragraph is not None else None
    return above is not None and above.get(q("val")) in hidden


def hidden_styles(styles: Element | None) -> frozenset[str]:
    """Ids of the styles whose text does not show."""
    if styles is None:
        return frozenset()
    vanishing = (s for s in styles.iter(q("style")) if s.find("w:rPr/w:vanish", NS) is not None)
    return frozenset(s.get(q("styleId"), "") for s in vanishing)


def _remove_later_additions(root: Element) -> None:
    """Word's own additions of 2010 and later; never a choice of contents (AlternateContent), which is refused."""
    for element in list(root.iter(etree.Element)):
        space = etree.QName(element).namespace or ""
        if _LATER_WORD.match(space) or element.tag == "{http://schemas.openxmlformats.org/drawingml/2006/main}extLst":
            _drop(element)


def _remove(root: Element, tags: tuple[str, ...]) -> None:
    for element in list(root.iter(*map(q, tags))):
        if element.getparent() is not None:
            _drop(element)


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _remove_bookmark(root: Element, start: Element) -> None:
    for end in list(root.iter(q("bookmarkEnd"))):
        if end.get(q("id")) == start.get(q("id")):
            _drop(end)
    _drop(start)


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    if parent is None or parent.tag == q("rPr") or parent.tag == q("trPr"):
        _drop(element)
        return
    at = parent.index(element)
    parent.remove(element)
    for child in reversed(list(element)):
        parent.insert(at, child)


def _attributes(element: Element) -> None:
    for name, value in list(element.attrib.items()):
        space = etree.QName(name).namespace
        if (space and space not in KNOWN) or name.startswith(q("rsid")):
            del element.attrib[name]
        elif etree.QName(name).localname in ("descr", "title") and PATH.search(value):
            element.set(name, "")
