"""Text as patterns read it: plain spaces, hyphens and quotes, nothing invisible; places map back to the original."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from briefs.verify.find.late import late

_SPACES = "\u00a0\u202f\u2007\u2008\u2009\u200a\u2002\u2003\u2004\u2005\u2006\u3000\n\r\f\v\u2028\u2029\u0085"
_GONE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_MAP = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_GONE, ""),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"),
    **dict.fromkeys("\u2018\u2019\u02bc\u2032\u00b4`", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
    "\ufb01": "fi", "\ufb02": "fl", "\ufb00": "ff", "\ufb03": "ffi", "\ufb04": "ffl", "\u2116": "no.",
}  # fmt: skip
_BLANKS = "(?<=[ \u00a0])[ \u00a0]+"
# 'n o 27', 'requête n o 7299/75': the raised o of older files became a word of its own.
_NUMERO = "(?<=\\b[nN])[ \u00a0\n]{1,3}(?=os?[ \u00a0\n]{0,3}[0-9])"
# 'Soering v. the United Kingdom , 7 July 1989': a blank that the end of italics left before a sign.
_SET_APART = "(?<=[A-Za-zÀ-ž0-9.)\\]])[ \u00a0](?=[,;.](?:[ \u00a0\n]|$))"
_TOO_MUCH = f"(?P<gone>{_BLANKS}|{_NUMERO}|{_SET_APART})"
_SPECIAL = late(f"{_TOO_MUCH}|[{re.escape(''.join(_MAP))}]|.[\u0300-\u036f]+")
# The same where no letter has a mark of its own behind it: only blanks and the letters that change are looked at.
_MARK = late("[\u0300-\u036f]")
_USUAL = late(
    f"[ {re.escape(''.join(_MAP))}](?:(?P<gone>(?<=[ \u00a0][ \u00a0])[ \u00a0]*|"
    "(?<=\\b[nN][ \u00a0\n])(?=os?[ \u00a0\n]?[0-9])|(?<=[A-Za-zÀ-ž0-9.)\\]][ \u00a0])(?=[,;.](?:[ \u00a0]|$)))|(?<! ))"
)
_EMPHASIS = late(f"{_TOO_MUCH}|[{re.escape(''.join(_MAP))}*]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|.[\u0300-\u036f]+")
# 'Še?i? v. Croatia', 'Diyarbak_r': letters that a file has lost on its way. Each stands for one that nobody can tell.
LOST = "\u0242"
_LOST = late(
    "(?<=[A-Za-zÀ-ž?_\ufffd])[?_\ufffd](?=[A-Za-zÀ-ž?_\ufffd])|"
    "(?<=[a-zà-ž])[?\ufffd](?=[*_]?(?:[,.;:)']|,?[ \u00a0]{1,3}(?:v\\.|c\\.|and|et|cited)(?!\\w)))|"
    "(?<![^ (\"'*_])[?\ufffd](?=[a-zà-ž?]{2,})"
)
# 'Royaume ‑ Uni', '1998 ‑ VIII', '1 er décembre', 'Bevacqua et S ., précité': blanks that a change of type left in a
# word. Each character makes way for one that is dropped, so that all places stay.
_HELD = late("[ \u00a0]\u2011[ \u00a0]")
_APART = late("(?<=\\b1) (?=er )|(?<=[A-Z]) (?=\\.,)")
# A word, a range or a number broken at the end of a line, as PDF files have it.
_BROKEN = late(
    r"(?<=[a-zà-ÿ])[-\u00ad]\n(?=[a-zà-ÿ])|(?<=\d/)\n(?=\d)|(?<=\d)\n(?=/\d)|"
    r"(?<=\w[-\u2010-\u2013])\n(?=[A-ZÀ-Þ\d])|(?<= [-\u2013])\n(?=v[-\u2013] )"
)


@dataclass(frozen=True)
class Folded:
    """`text` for the patterns; `origin(i)` is the place in the original of its character i."""

    original: str
    text: str
    _at: tuple[int, ...]
    _from: tuple[int, ...]

    def origin(self, place: int) -> int:
        index = bisect_right(self._at, place) - 1
        return min(self._from[index] + place - self._at[index], len(self.original)) if index >= 0 else place

    def place(self, origin: int) -> int:
        """The place in `text` of a place in the original."""
        index = bisect_right(self._from, origin) - 1
        return min(self._at[index] + origin - self._from[index], len(self.text)) if index >= 0 else origin

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Span in the original, without blanks at its ends."""
        first, last = self.origin(start), self.origin(end - 1) + 1 if end > start else self.origin(start)
        while last > first and self.original[last - 1].isspace():
            last -= 1
        return first, max(last, first)


def fold(original: str, emphasis: bool = False, lines: bool = False) -> Folded:
    """`emphasis`: Markdown's stars and underscores are signs of emphasis. `lines`: lines may break inside a word."""
    read = _LOST.sub(LOST.upper(), original) if any(sign in original for sign in "?_\ufffd") else original
    read = _HELD.sub("\u00ad-\u00ad", read) if "\u2011" in read else read
    read = _APART.sub("\u00ad", read) if " er " in read or " .," in read else read
    out: list[str] = []
    at, origin, length, done = [0], [0], 0, 0
    for start, end, new in _changes(read, emphasis, lines):
        out += (read[done:start], new)
        length += start - done + len(new)
        done = end
        at.append(length)
        origin.append(end)
    out.append(read[done:])
    return Folded(original, "".join(out), tuple(at), tuple(origin))


def _changes(original: str, emphasis: bool, lines: bool) -> list[tuple[int, int, str]]:
    usual = _USUAL if original.isascii() or not _MARK.search(original) else _SPECIAL
    pattern = _EMPHASIS if emphasis else usual
    too_much = pattern.finditer(original)
    found = [(m.start(), m.end(), "" if m.lastgroup else _folded(m[0])) for m in too_much]
    if not lines:
        return found
    joined = list(_at_lines(original))
    taken = {place for start, end, _ in joined for place in range(start, end)}
    return sorted(joined + [change for change in found if change[0] not in taken])


def _at_lines(text: str) -> Iterator[tuple[int, int, str]]:
    """What the ends of lines change: a blank line ends a paragraph, a broken word is one, the rest is one blank."""
    place = text.find("\n")
    while place >= 0:
        first, last = place, place + 1
        while first and text[first - 1] in " \t\u00a0":
            first -= 1
        while last < len(text) and text[last].isspace():
            last += 1
        if "\n" in text[place + 1 : last]:
            yield first, last, "\n\n"
        elif last - first > 1:
            yield first, last, " "
        elif m := _BROKEN.match(text, place) or _BROKEN.match(text, max(0, place - 1)):
            yield m.start(), m.end(), ""
        place = text.find("\n", last)


def _folded(text: str) -> str:
    if text.isspace() and (len(text) > 1 or text == " "):
        return ""
    if len(text) > 1:
        return unicodedata.normalize("NFC", text)
    return _MAP.get(text, "")


# A heading: '# Argument' in Markdown, 'III. Argument', 'THE LAW', 'Page' above a table, and a new line behind it.
_HEADING = late(
    r"(?m)^(#{1,6} [^\n]{1,120}|(?:[IVXL]{1,6}|[A-Z]|\d{1,2})\. [A-ZÀ-Ž][^\n.,;:(\d]{2,60}|[A-ZÀ-Ž][A-ZÀ-Ž ]{3,60}|"
    r" *Pages?)(?<! [vVc])(?<! AND)\n(?=[A-ZÀ-Ž*\"'(])"
)


def apart_from_headings(text: str) -> str:
    """A text in which no name goes on from a heading into the line below; as long as before, place by place."""
    return _HEADING.sub(r"\1;", text)


# 'ı' and 'ł' do not come apart; Greek capitals that look as ours stand in names that were typed on another keyboard.
_LIKE = str.maketrans("ıłŁΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ilLABEZHIKMNOPTYX")


def plain(text: str) -> str:
    """Lower case without accents, for comparing names."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text.translate(_LIKE))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    return bare.replace("ø", "o").replace("đ", "d").replace("æ", "ae").replace("œ", "oe")


def plain_text(text: str) -> str:
    """The same for a long text, character by character and quickly."""
    return text.translate({ord(c): plain(c) for c in set(text) if not c.isascii()}).casefold()


def listed(words: str) -> frozenset[str]:
    """Words written as one text, for a set that would fill a page as a list."""
    return frozenset(words.split())
