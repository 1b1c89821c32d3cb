"""Which forms of case numbers can stand in a text at all: one cheap look, so that a pattern is compiled and tried only
where a needle of its form, a piece of every number of that form, stands in the text."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from briefs.verify.late import late

_DIGIT = late(r"\d")
_DIGITS = late(r"\d+")
_LAST_DIGITS = late(r"0*$")
_BLANKS_AND_DOTS = str.maketrans("", "", " .")


def shaped(text: str) -> str:
    """A text with 0 for every digit: '12 Tcu 116/2019' → '00 Tcu 000/0000'."""
    return _DIGIT.sub("0", text)


def usable(needle: str) -> bool:
    """Whether a needle can be looked for: it ends in digits with two characters before them, or holds no digit."""
    stem = needle[: _LAST_DIGITS.search(shaped(needle)).start()]
    return len(stem) > 1 if stem != needle else bool(needle) and not _DIGIT.search(needle)


class _Before(NamedTuple):
    """What stands before a number of so many digits at least, and the forms that this tells."""

    stem: str
    digits: int
    forms: tuple[str, ...]


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
        self._before: dict[str, list[_Before]] = {}
        for needle, forms in known.items():
            stem = needle[: _LAST_DIGITS.search(needle).start()]
            if stem == needle:
                self._anywhere.append((needle, tuple(forms)))
            else:
                self._before.setdefault(stem[-2:], []).append(_Before(stem, len(needle) - len(stem), tuple(forms)))
        self._longest = max((len(one.stem) for ones in self._before.values() for one in ones), default=0)

    def in_(self, text: str) -> set[str]:
        """The forms of all needles that a text holds."""
        found = {form for needle, forms in self._anywhere if needle in text for form in forms}
        for m in _DIGITS.finditer(text):
            place, last = m.start(), text[max(0, m.start() - 2) : m.start()]
            if last[:1].isdecimal():
                last = f"0{last[1:]}"
            for stem, digits, forms in self._before.get(last, ()):
                if m.end() - place >= digits and shaped(text[max(0, place - len(stem)) : place]) == stem:
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


def _squeezed(letters: str) -> str:
    """Without dots and blanks: 'S. C. R.' → 'SCR'."""
    return letters.translate(_BLANKS_AND_DOTS)
