"""Which forms of case numbers can stand in a text at all: one cheap look, so that a pattern is compiled and tried only
where a needle of its form, a piece of every number of that form, stands in the text."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from briefs.verify.find.late import late

_DIGIT = late(r"\d")
_WORD = late(r"\w+")
_DIGITS = late(r"\d+")
_BLANKS_AND_DOTS = str.maketrans("", "", " .")


def shaped(text: str) -> str:
    """A text with 0 for every digit: '12 Tcu 116/2019' → '00 Tcu 000/0000'."""
    return _DIGIT.sub("0", text)


def usable(needle: str) -> bool:
    """Whether a needle can be looked for: it ends in digits with two characters before them, or holds no digit."""
    stem = shaped(needle).rstrip("0")
    return len(stem) > 1 if stem != needle else bool(needle) and not _DIGIT.search(needle)


class _Before(NamedTuple):
    """What may stand before a number, all of it with the same two last characters, and the needles that it begins."""

    stems: tuple[str, ...]
    begun: tuple[tuple[str, int, tuple[str, ...]], ...]
    """Stem, number of digits behind it at least, forms that this tells."""


class Needles:
    """Pieces of text, each with the forms whose numbers hold it; in a piece 0 stands for any digit.

    Most end in digits: only what stands before the numbers of a text is compared with them, by its last two characters.
    """

    def __init__(self, of: Mapping[str, Iterable[str]]) -> None:
        """`of`: id of a form → its needles."""
        known: dict[str, list[str]] = {}
        for form, needles in of.items():
            for needle in needles:
                known.setdefault(shaped(needle), []).append(form)
        self._anywhere: list[tuple[str, tuple[str, ...]]] = []
        before: dict[str, list[tuple[str, int, tuple[str, ...]]]] = {}
        for needle, forms in known.items():
            stem = needle.rstrip("0")
            if stem == needle:
                self._anywhere.append((needle, tuple(forms)))
            else:
                before.setdefault(stem[-2:], []).append((stem, len(needle) - len(stem), tuple(forms)))
        self._before = {last: _Before(tuple({one[0] for one in ones}), tuple(ones)) for last, ones in before.items()}
        self._longest = max((len(stem) for ones in before.values() for stem, *_ in ones), default=0)

    def in_(self, text: str) -> set[str]:
        """The forms of all needles that a text holds."""
        found = {form for needle, forms in self._anywhere if needle in text for form in forms}
        for m in _DIGITS.finditer(text):
            place = m.start()
            last = text[max(0, place - 2) : place]
            if ones := self._before.get(f"0{last[1:]}" if last[:1].isdecimal() else last):
                behind = shaped(text[max(0, place - self._longest) : place])
                if behind.endswith(ones.stems):
                    length = m.end() - place
                    for stem, digits, forms in ones.begun:
                        if digits <= length and behind.endswith(stem):
                            found.update(forms)
        return found


class Letters:
    """Finds whose letters stand behind a number or a bracket: '[1964] AC 40', '341 U.S. 123'. Dots and blanks between
    the letters do not matter."""

    def __init__(self, of: Mapping[str, Iterable[str]]) -> None:
        """`of`: id of a form → letters of reports."""
        self._of = {form: tuple(map(_squeezed, letters)) for form, letters in of.items() if letters}
        self._all = tuple({letters for own in self._of.values() for letters in own})
        self._longest = 4 * max(map(len, self._all), default=0)
        firsts = re.escape("".join(sorted({letters[0] for letters in self._all})))
        self._lead = late(rf"[\d\])],? ?(?=[{firsts}])") if self._all else None

    def in_(self, text: str) -> set[str]:
        """The forms of all letters that stand so in a text."""
        found: set[str] = set()
        for m in self._lead.finditer(text) if self._lead else ():
            behind = _squeezed(text[m.end() : m.end() + self._longest])
            if behind.startswith(self._all):
                found |= {form for form, letters in self._of.items() if behind.startswith(letters)}
        return found


class Names:
    """Finds which of many names a text holds: only those are looked for whose first word is among its words."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_first: dict[str, list[str]] = {}
        for name in names:
            first = _WORD.search(name)
            self._by_first.setdefault(first[0] if first else "", []).append(name)

    def in_(self, text: str) -> list[str]:
        """The names that stand in a text, each at the edges of words or not."""
        first = self._by_first.keys() & {"", *words_of(text)}
        return [name for word in first for name in self._by_first[word] if name in text]


@lru_cache(maxsize=1)
def words_of(text: str) -> frozenset[str]:
    """The words of a text; those of the last one are kept."""
    return frozenset(_WORD.findall(text))


def _squeezed(letters: str) -> str:
    """Without dots and blanks: 'S. C. R.' → 'SCR'."""
    return letters.translate(_BLANKS_AND_DOTS)
