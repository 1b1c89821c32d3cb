"""What a finished part holds, seen on its text: as exact as the tree for a plain part, in less time and memory.

A part is plain where the prefix w alone means Word's names, every other prefix is declared, and nothing can hide a tag:
no comment, no CDATA, no DOCTYPE, no instruction. For any other part the tree is built.
"""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate

from lxml import etree

from briefs.render.ooxml import Element, W, parse, q
from briefs.render.wellformed import ENDS_TEXT, Walk, is_text

_PIECE = 1 << 20
_UTF8 = re.compile(rb"""<\?xml version=['"]1\.0['"] encoding=['"]UTF-8['"]""")
_PREFIX = re.compile(rb"/?(\w+):")
_BOUND = f' xmlns:w="{W}"'.encode()
_BINDS = re.compile(rb"xmlns:w\s*=")


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
    """`marks` are the elements of the wanted names, in their order: `Mark` or lxml's, which answer alike. `tags` has
    every tag, equal stretches once; `words` the text, in its order. `root` is the tree where it had to be built."""

    def __init__(self, part: bytes, names: tuple[str, ...]):
        """Raises Unreadable."""
        wanted = _pattern(names)
        read = _Reading(part, wanted)
        self.tags, self.words = b">".join((*read.known, b"")), b"\n".join(read.words)
        self.root: Element | None = None
        try:
            if _is_plain(self.tags, self.words):
                if not (read.is_whole and is_text(self.words)):
                    ParserCreate().Parse(part, True)
                self.marks = _seen(b">".join((*read.marked, b"")), wanted, names)
            else:
                self.root = parse(part)
                self.marks = _walked(self.root, names)
        except (ExpatError, LookupError, etree.XMLSyntaxError) as error:  # LookupError: an encoding that is none
            raise Unreadable(str(error)) from None


class _Reading:
    """A part cut at the ends of its texts: `known` has the stretches of tags between them, most of which come again
    and again, each once; `marked` those with a wanted element, in their order; `words` the texts. `is_whole` where the
    tags are well-formed."""

    def __init__(self, part: bytes, wanted: re.Pattern[bytes]):
        self.known: set[bytes] = set()
        self.marked: list[bytes] = []
        self.words: list[bytes] = []
        holding: set[bytes] = set()
        walk, cut = Walk(), []
        for piece in _pieces(part):
            cut = [text.rpartition(b">") for text in piece.split(ENDS_TEXT)]
            self.words += [text for _, _, text in cut if text]
            tags = [tag for tag, _, _ in cut]
            new = set(tags) - self.known - {b""}
            self.known |= new
            holding.update(filter(wanted.search, new))
            self.marked += filter(holding.__contains__, tags) if holding else ()
            walk.over(tags)
        self.is_whole = walk.has_ended and not cut[-1][2].strip() and _UTF8.match(part) is not None


def _pieces(part: bytes) -> Iterator[bytes]:
    """A long part piece by piece, for memory's sake, cut at ends of texts, which are left out."""
    at = 0
    while (end := part.rfind(ENDS_TEXT, at, at + _PIECE)) >= 0 and at + _PIECE < len(part):
        yield part[at:end]
        at = end + len(ENDS_TEXT)
    yield part[at:]


def _is_plain(tags: bytes, words: bytes) -> bool:
    if b"<" in words or tags.count(W.encode()) != 1 or _BOUND not in tags or len(_BINDS.findall(tags)) != 1:
        return False
    others = [piece for piece in set(tags.split(b"<")) if not piece.startswith((b"w:", b"/w:", b"?xml "))]
    prefixes = {found[1] if (found := _PREFIX.match(piece)) else piece for piece in others} - {b""}
    return all(b' xmlns:%s="' % prefix in tags for prefix in prefixes)


def _seen(marked: bytes, wanted: re.Pattern[bytes], names: tuple[str, ...]) -> dict[str, list[Any]]:
    """The wanted elements, in their order."""
    found: dict[str, list[Any]] = {name: [] for name in names}
    for name, attributes, text in wanted.findall(marked):
        found[name.decode()].append(Mark(attributes.decode(), text.decode()))
    return found


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[bytes]:
    return re.compile(rf"<w:({'|'.join(names)})(?=[ />])([^>]*)>([^<]*)".encode())


def _walked(root: Element, names: tuple[str, ...]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {name: [] for name in names}
    for element in root.iter(*map(q, names)):
        found[etree.QName(element).localname].append(element)
    return found
