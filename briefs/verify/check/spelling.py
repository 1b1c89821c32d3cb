"""Names written with a slip: 'Dicskon' for Dickson. Another way to write the same sounds is none, and is told apart."""

import difflib
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from briefs.verify.find.folding import LOST
from briefs.verify.find.late import late
from briefs.verify.find.names import tokens_of

Spelling = Literal["same", "sounds", "slip", "other"]
"""How one word of a name meets a known one: equal but for accents and umlauts; the same sounds in other letters
('Khachiev' for Khashiyev); a slip ('Daavydov'); another word altogether."""

# What the Court's own French names of its cases have for the letters of the English ones, in 867 words of 977 titles.
_SOUNDS = (
    (r"^[yj](?=[eu])", ""),
    (r"(?<=[aeiouy])ss(?=[aeiouy])", "s"),
    (r"(?:sh|ch)?tch|shch|sch|sh|ch|cz|sz", "s"),
    (r"tz|c(?=[ei])", "ts"),
    (r"ff$", "v"),
    (r"ph", "f"),
    (r"gu(?=[ei])", "g"),
    (r"kh", "h"),
    (r"gh", "g"),
    (r"ck|qu?|c", "k"),
    (r"dzh|dj|zh|dz", "j"),
    (r"ou|oo", "u"),
    (r"w", "v"),
    (r"(?<=[aeou])(?:i[jy]?|[yj])e", "e"),
    (r"i[jy]e|[yj]e", "ie"),
    (r"i[jy]|y[iy]|[yj]", "i"),
    (r"ii$", "i"),
    (r"ks", "x"),
    (r"(?<=[^aeiou])ine$", "in"),
    (r"(?<=i)ane$", "an"),
)
_PATTERNS = tuple((late(pattern), sound) for pattern, sound in _SOUNDS)
_UMLAUTS = late(r"([aou])e(?=[a-z])")
# 'Čižov' is 'Chizhov', 'Đorđević' is 'Djordjevic': without its marks the scientific way to write a name has no h, no j;
# 'Ananyev' is 'Ananev' to others.
_MARKED = late(r"(?<=[csz])h|(?<=d)j|(?<=[lnrst])[iyj](?=ev)")
# Words of bodies: another language or the other English of an office is none of a slip.
_OF_BODIES = late(r"e?s$|(?<=[a-z]{3})(?:ization|isation)|(?<=[a-z]{3})(?:re|er|our|or)$")
# Given names that every language writes in its own way: Mohammed, Muhammad; Hussein, Husain; Yusuf, Youssef.
_COMMON = {"mhmd", "hmd", "hsn", "bdlh", "bdl", "ysf", "brhm", "khld", "mstf"}
_VOWELS = late(r"[aeiouyw]|(.)(?=\1)")
_MANY = 3


def spelling_of(word: str, known: str) -> Spelling:
    """How a plain word stands to a known one."""
    if word == known or _UMLAUTS.sub(r"\1", word) == _UMLAUTS.sub(r"\1", known):
        return "same"
    if LOST in word or LOST in known or min(len(word), len(known)) < 3:
        return "other"
    return _compared(word, known)


def nearest_of(word: str, known: Iterable[str]) -> tuple[str, Spelling]:
    """The known word that is most like a given one, and how it stands to it; ('', 'other') where none is."""
    near = [(one, how) for one in known if (how := spelling_of(word, one)) != "other"]
    return min(near, key=lambda one: (one[1] != "same", _edits(word, one[0])), default=("", "other"))


def misspelt(first: str, names: Iterable[str]) -> str:
    """The word of the known names that `first` writes with one slip; else empty. Words of fewer than five letters are
    left alone: nothing else says here that the case is the same."""
    known = list(dict.fromkeys(word for name in names for word in tokens_of(name)))
    given = tokens_of(first)
    for word in given:
        if word in known or len(word) < 5:
            continue
        right, how = nearest_of(word, (one for one in known if len(one) > 4 and one not in given))
        if how == "slip" and _edits(word, right) == 1:
            return right
    return ""


@lru_cache(maxsize=20_000)
def _compared(word: str, known: str) -> Spelling:
    if _VOWELS.sub("", word) == _VOWELS.sub("", known) in _COMMON:
        return "sounds"
    edits = _edits(word, known)
    if edits == 1 and _mechanical(word, known):
        return "slip"
    shortest = min(len(word), len(known))
    if word.startswith(known) and 3 < len(known) < len(word) < len(known) + 4:
        return "slip" if _sounds(word) != _sounds(known) else "sounds"
    if _sounds(word) == _sounds(known) or _MARKED.sub("", word) == _MARKED.sub("", known):
        return "sounds"
    if edits > (1 if shortest < 6 else 2) and difflib.SequenceMatcher(None, word, known, False).ratio() < 0.8:
        return "other"
    if edits == 1 and shortest < 4 and len(word) == len(known):
        return "other"
    longer = word.startswith(known) or known.startswith(word)
    return "slip" if edits < _MANY or longer else "sounds"


def _mechanical(word: str, known: str) -> bool:
    """Whether two neighbours are exchanged, or a letter is doubled or its double lost: no alphabet explains that. For
    's', and for the vowels at the end of Slavic names, it does."""
    if sorted(word) == sorted(known):
        return True
    short, long = sorted((word, known), key=len)
    places = range(1, len(long)) if len(long) > len(short) else ()
    doubled = [i for i in places if long[i] == long[i - 1] and long[i] not in "siy"]
    return any(long[:i] + long[i + 1 :] == short for i in doubled)


def bodily(word: str, known: str) -> bool:
    """Whether two words differ as the words of bodies do: 'Development', 'Developments'; 'Centre', 'Center'."""
    return _OF_BODIES.sub("", word) == _OF_BODIES.sub("", known)


def inflected(word: str, known: str) -> bool:
    """Whether a word may be a known name as Slavic languages decline it: 'Keenanová', 'Soeringa'."""
    stem = known[:-1] if known[-1] in "aeiouy" else known
    return word.startswith(stem) and len(word) - len(stem) < 5


@lru_cache(maxsize=20_000)
def _sounds(word: str) -> str:
    for pattern, sound in _PATTERNS:
        word = pattern.sub(sound, word)
    return word


def _edits(one: str, other: str) -> int:
    """Letters to add, drop, change or exchange with their neighbour until one word is the other."""
    before, row = [], list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, above, row = row, before, [i]
        for j, b in enumerate(other, 1):
            least = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                least = min(least, above[j - 2] + 1)
            row.append(least)
    return row[-1]
