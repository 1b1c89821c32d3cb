"""Names of the Word file format, small XML helpers, and packing that gives the same bytes for the same parts."""

import html
import io
import re
import zipfile
from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache
from typing import Any, TypeAlias

from lxml import etree

from briefs.render.zipping import Ahead, deflated, zipped

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
XML = "http://www.w3.org/XML/1998/namespace"
NS = {"w": W, "r": R}
DECLARED = f'xmlns:w="{W}" xmlns:r="{R}"'
VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

DOCUMENT = "word/document.xml"
FOOTNOTES = "word/footnotes.xml"
COMMENTS = "word/comments.xml"
CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT_RELS = "word/_rels/document.xml.rels"

FIXED_TIME = (1980, 1, 1, 0, 0, 0)
FIXED_DATE = "1980-01-01T00:00:00Z"

Parts = dict[str, bytes]
Element: TypeAlias = Any
"""An lxml element; lxml publishes no type of its own."""


def names(text: str) -> tuple[str, ...]:
    """'p tbl' → ('p', 'tbl'): long lists of element names read better as one text."""
    return tuple(text.split())


@cache
def q(tag: str) -> str:
    """`p` → the qualified name of w:p."""
    return f"{{{W}}}{tag}"


def esc(text: str) -> str:
    return html.escape(text, quote=False).replace('"', "&quot;")


_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)


def parse(data: bytes | str) -> Element:
    """Strict reading: no entities, no network, no repair. lxml.etree.XMLSyntaxError goes to the caller."""
    return etree.fromstring(data.encode() if isinstance(data, str) else data, _PARSER)


def serialise(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def siblings(xml: str) -> list[Element]:
    """Elements written with the prefixes w and r, without a common parent."""
    return list(parse(f"<x {DECLARED}>{xml}</x>"))


def text_run(text: str, properties: str = "") -> str:
    """A run; tabs and line breaks become Word's own, every other character stays."""
    if "\t" not in text and "\n" not in text:
        inner = f'<w:t xml:space="preserve">{esc(text)}</w:t>' if text else ""
        return f"<w:r>{_properties(properties)}{inner}</w:r>"
    pieces = re.split("([\t\n])", text)
    inner = "".join(_PIECES.get(piece) or f'<w:t xml:space="preserve">{esc(piece)}</w:t>' for piece in pieces if piece)
    return f"<w:r>{_properties(properties)}{inner}</w:r>"


_PIECES = {"\t": "<w:tab/>", "\n": "<w:br/>"}


def field(instruction: str, result: str, properties: str = "") -> str:
    """A complex field with its result in place: a field without one shows nothing until F9."""
    return field_start(instruction, properties) + result + field_end(properties)


def field_start(instruction: str, properties: str = "") -> str:
    rpr = _properties(properties)
    return (
        f'<w:r>{rpr}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{rpr}<w:instrText xml:space="preserve"> {esc(instruction)} </w:instrText></w:r>'
        f'<w:r>{rpr}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end(properties: str = "") -> str:
    return f'<w:r>{_properties(properties)}<w:fldChar w:fldCharType="end"/></w:r>'


def _properties(properties: str) -> str:
    return f"<w:rPr>{properties}</w:rPr>" if properties else ""


def style_of(paragraph: Element) -> str:
    """Style id of a paragraph; Normal where it names none."""
    for properties in paragraph.iterchildren(q("pPr")):
        for style in properties.iterchildren(q("pStyle")):
            return str(style.get(q("val"), "Normal"))
    return "Normal"


def text_of(element: Element) -> str:
    """The visible text, tabs and line breaks included, field codes left out."""
    if next(element.iter(q("tab"), q("br")), None) is None:
        return "".join(element.itertext(q("t"), with_tail=False))
    seen = []
    for node in element.iter(q("t"), q("tab"), q("br")):
        if node.tag == q("t"):
            seen.append(node.text or "")
        elif node.getparent().tag == q("r"):
            seen.append("\t" if node.tag == q("tab") else "\n")
    return "".join(seen)


def paragraph_properties(paragraph: Element) -> Element:
    """The w:pPr of a paragraph, made where it is missing."""
    properties = paragraph.find("w:pPr", NS)
    if properties is None:
        properties = etree.Element(q("pPr"))
        paragraph.insert(0, properties)
    return properties


PPR_ORDER = names(
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)


def set_property(paragraph: Element, tag: str, attributes: dict[str, str] | None = None) -> None:
    """Sets one paragraph property at the place the schema wants it, unless the paragraph has it already."""
    properties = paragraph_properties(paragraph)
    if properties.find(f"w:{tag}", NS) is not None:
        return
    new = etree.Element(q(tag), {q(name): value for name, value in (attributes or {}).items()})
    rank = PPR_ORDER.index(tag)
    before = [child for child in properties if PPR_ORDER.index(etree.QName(child).localname) < rank]
    properties.insert(len(before), new)


def unpack(data: bytes) -> Parts:
    """All parts of a package that has passed `gate.check`."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def pack(parts: Parts, lasting: Collection[str] = (), begun: Mapping[str, Ahead] | None = None) -> bytes:
    """The same parts always give the same bytes: content types first, sorted names, one fixed date.

    Parts named in `lasting` come back in every file; each is compressed once and then copied as it is. `begun` has the
    parts that are being compressed already.
    """
    order = sorted(parts, key=lambda n: (n != CONTENT_TYPES, n != "_rels/.rels", n))
    ahead = begun or {}
    return zipped(
        (name, *(ahead[name].packed() if name in ahead else _packed(parts[name], name in lasting))) for name in order
    )


def begin_packing(parts: Parts) -> dict[str, Ahead]:
    """Begins to compress the long parts while they are checked."""
    return {name: Ahead(part) for name, part in parts.items() if len(part) > _LONG}


def _packed(part: bytes, lasting: bool) -> tuple[int, int, bytes]:
    return _kept(part) if lasting or len(part) < _SHORT else deflated(part)


_LONG = 1 << 20
"""Shorter parts are compressed in less time than a thread needs to begin."""
_SHORT = 4096


@lru_cache(maxsize=1024)
def _kept(part: bytes) -> tuple[int, int, bytes]:
    return deflated(part, 9)


def content_types(overrides: Iterable[tuple[str, str]], defaults: Iterable[tuple[str, str]] = ()) -> bytes:
    every = (("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml"))
    lines = [f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in (*every, *defaults)]
    lines += [f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides]
    return f'{DECLARATION}<Types xmlns="{TYPES}">{"".join(lines)}</Types>'.encode()


def relationships(entries: Iterable[tuple[str, str, str]], external: Iterable[tuple[str, str, str]] = ()) -> bytes:
    """Entries are (id, type, target)."""
    lines = [f'<Relationship Id="{i}" Type="{kind}" Target="{esc(to)}"/>' for i, kind, to in entries]
    lines += [
        f'<Relationship Id="{i}" Type="{kind}" Target="{esc(to)}" TargetMode="External"/>' for i, kind, to in external
    ]
    return f'{DECLARATION}<Relationships xmlns="{RELS}">{"".join(lines)}</Relationships>'.encode()
