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

_STRETCH = 1 << 20
_BATCH = 1 << 18
_ENDS_TEXT = b"</w:t>"
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
        self.tags, self.words, marked = _read(part, wanted)
        self.root: Element | None = None
        try:
            if b"<" not in self.words and _is_plain(self.tags):
                _parse(part)
                self.marks = _seen(marked, wanted, names)
            else:
                self.root = parse(part)
                self.marks = _walked(self.root, names)
        except (ExpatError, etree.XMLSyntaxError) as error:
            raise Unreadable(str(error)) from None


def _read(part: bytes, wanted: re.Pattern[bytes]) -> tuple[bytes, bytes, bytes]:
    """Cuts a part at the ends of its texts: the stretches of tags between them, most of which come again and again,
    each once; the texts; and all stretches that hold a wanted element, in their order."""
    known: set[bytes] = set()
    holding: set[bytes] = set()
    words: list[bytes] = []
    marked: list[bytes] = []
    for stretch in _stretches(part):
        pieces = [piece.rpartition(b">") for piece in stretch.split(_ENDS_TEXT)]
        words.append(b"".join([text for _, _, text in pieces]))
        tags = [tag for tag, _, _ in pieces]
        new = set(tags) - known - {b""}
        known |= new
        holding.update(filter(wanted.search, new))
        marked += filter(holding.__contains__, tags) if holding else ()
    return b">".join((*known, b"")), b"".join(words), b">".join((*marked, b""))


def _stretches(part: bytes) -> Iterator[bytes]:
    """A long part piece by piece, for memory's sake; each piece ends with a text."""
    at = 0
    while at < len(part):
        end = part.rfind(_ENDS_TEXT, at + 1, at + _STRETCH) if at + _STRETCH < len(part) else len(part)
        end = end if end > 0 else len(part)
        yield part[at:end]
        at = end


def _parse(part: bytes) -> None:
    """Whether it is well-formed; a long part in batches, so that another thread gets its turn."""
    parser, view, at = ParserCreate(), memoryview(part), 0
    while at + _BATCH < len(part):
        parser.Parse(view[at : at + _BATCH], False)
        at += _BATCH
    parser.Parse(view[at:], True)


def _is_plain(tags: bytes) -> bool:
    if tags.count(W.encode()) != 1 or _BOUND not in tags or len(_BINDS.findall(tags)) != 1:
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
