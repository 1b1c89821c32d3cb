"""Whether a part is well-formed XML, at the cost of its distinct tags.

A filled part repeats a few dozen stretches of tags thousands of times, with other text between them. Each stretch is
given to the parser once for each place where it stands, that is inside the elements that are open there; the texts are
given to it in one piece. A part whose stretches lead from its beginning to its end, and whose texts are sound, is
well-formed. Of any other nothing is said: the caller has the whole of it parsed.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from xml.parsers.expat import ExpatError, ParserCreate

ENDS_TEXT = b"</w:t>"
_PLAIN_VALUE = re.compile(rb'="[A-Za-z0-9_:./ -]*"')
_LONG = 4096
"""Stretches up to this length are remembered from one part to the next."""

Open = tuple[str, ...]
"""The elements that are open, the outermost first."""
_START: Open = ()
_END: Open = ("/",)
_ASTRAY: Open = ("?",)


class Walk:
    """Follows the open elements from one stretch of tags to the next. Each stretch comes without the bracket at its
    end; before each but the first stood the end of a text."""

    def __init__(self) -> None:
        self._place = _Place(_START, {})

    def over(self, stretches: Iterable[bytes]) -> None:
        place = self._place
        for stretch in stretches:
            place = place[stretch]
        self._place = place

    @property
    def has_ended(self) -> bool:
        """Whether every stretch was sound in its place, and the last has closed the last element."""
        return self._place.open == _END


class _Place(dict[bytes, "_Place"]):
    """Some open elements, and where each stretch leads that was met inside them."""

    def __init__(self, open_elements: Open, others: dict[Open, "_Place"]):
        super().__init__()
        self.open, self._others = open_elements, others

    def __missing__(self, stretch: bytes) -> "_Place":
        bare = _bare(stretch)
        after = (_after if len(bare) < _LONG else _after.__wrapped__)(self.open, bare)
        place = self._others.get(after)
        if place is None:
            place = self._others[after] = _Place(after, self._others)
        self[stretch] = place
        return place


def _bare(stretch: bytes) -> bytes:
    """The stretch without the plain values of its attributes, which may be any: an id or a name in each stretch would
    make all of them distinct. A quotation mark stays one, so that nothing unsound becomes sound."""
    return stretch if b"<?" in stretch or b"<!" in stretch else _PLAIN_VALUE.sub(b'=""', stretch)


@lru_cache(maxsize=4096)
def _after(opened: Open, stretch: bytes) -> Open:
    """What is open after a stretch. The elements around it are opened before and closed behind it, so the parser reads
    a whole document and finds a stretch that breaks off inside a tag."""
    if opened in (_END, _ASTRAY) or not stretch:
        return _ASTRAY
    parser = ParserCreate()
    now: list[str] = []
    parser.StartElementHandler = lambda name, attributes: now.append(name)
    parser.EndElementHandler = lambda name: now.pop()
    before = "".join(f"<{name}>" for name in opened).encode() + ENDS_TEXT if opened else b""
    try:
        parser.Parse(before + stretch + b">", False)
        left = tuple(now)
        parser.Parse("".join(f"</{name}>" for name in reversed(left)).encode(), True)
    except (ExpatError, LookupError):
        return _ASTRAY
    return left or _END


def is_text(words: bytes) -> bool:
    """Whether texts, each on a line, are sound by themselves: no tag, no broken entity, nothing that is not UTF-8."""
    if b"<" in words:
        return False
    try:
        ParserCreate().Parse(b"<t>%b</t>" % words, True)
    except (ExpatError, LookupError):
        return False
    return True
