"""What a finished part holds, seen on its text: as exact as the tree for a plain part, in less time and memory.

A part is plain where the prefix w alone means Word's names, every other prefix is declared, and nothing can hide a tag:
no comment, no CDATA, no DOCTYPE, no instruction. For any other part the tree is built.
"""

import re
from functools import cache
from html import unescape
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate

from lxml import etree

from briefs.render.ooxml import Element, W, parse, q

_ENDS_NAME = re.compile(rb"[ />]")
_STRETCH = 1 << 20
_PREFIX = re.compile(rb"/?(\w+):")
_BOUND = f' xmlns:w="{W}"'.encode()


class Unreadable(Exception):
    """The part is not well-formed."""


class Mark:
    """One element as it is written: `get` gives an attribute by its full name."""

    def __init__(self, attributes: str, text: str):
        self._attributes, self._text = attributes, text

    @property
    def text(self) -> str:
        return unescape(self._text)

    def get(self, name: str, default: Any = None) -> Any:
        _, found, rest = self._attributes.partition(f' w:{name.rpartition("}")[2]}="')
        return unescape(rest.partition('"')[0]) if found else default


class Glance:
    """`marks` are the elements of the wanted names, in their order: `Mark` or lxml's, which answer alike. `pieces` has
    every tag with the text behind it, each once and in no order. `root` is the tree where it had to be built."""

    def __init__(self, part: bytes, names: tuple[str, ...]):
        """Raises Unreadable."""
        distinct = _distinct(part)
        self.pieces = b"<".join((b"", *distinct))
        self.root: Element | None = None
        try:
            if _is_plain(part, distinct):
                ParserCreate().Parse(part, True)
                self.marks = _seen(part, self.pieces, names)
            else:
                self.root = parse(part)
                self.marks = _walked(self.root, names)
        except (ExpatError, etree.XMLSyntaxError) as error:
            raise Unreadable(str(error)) from None


def _distinct(part: bytes) -> set[bytes]:
    """Every tag with the text behind it, without its bracket; a stretch at a time, for memory's sake."""
    found: set[bytes] = set()
    at = 0
    while at < len(part):
        end = part.rfind(b"<", at + 1, at + _STRETCH) if at + _STRETCH < len(part) else len(part)
        end = end if end > 0 else len(part)
        found.update(part[at:end].split(b"<"))
        at = end
    return found


def _is_plain(part: bytes, distinct: set[bytes]) -> bool:
    if part.count(W.encode()) != 1 or _BOUND not in part:
        return False
    others = [piece for piece in distinct if not piece.startswith((b"w:", b"/w:", b"?xml "))]
    prefixes = {found[1] if (found := _PREFIX.match(piece)) else piece for piece in others} - {b""}
    return all(b' xmlns:%s="' % prefix in part for prefix in prefixes)


def _seen(part: bytes, pieces: bytes, names: tuple[str, ...]) -> dict[str, list[Any]]:
    """The wanted elements, each name's in their order; the whole is searched only for names that stand in it."""
    found: dict[str, list[Any]] = {name: [] for name in names}
    for name in {name for name, _, _ in _pattern(names).findall(pieces)}:
        found[name.decode()] += map(_mark, filter(_ENDS_NAME.match, part.split(b"<w:" + name)[1:]))
    return found


def _mark(written: bytes) -> Mark:
    """From what stands behind an element's name: its attributes, and the text up to the next tag."""
    attributes, _, rest = written.partition(b">")
    return Mark(attributes.decode(), rest.partition(b"<")[0].decode())


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[bytes]:
    return re.compile(rf"<w:({'|'.join(names)})(?=[ />])([^>]*)>([^<]*)".encode())


def _walked(root: Element, names: tuple[str, ...]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {name: [] for name in names}
    for element in root.iter(*map(q, names)):
        found[etree.QName(element).localname].append(element)
    return found
