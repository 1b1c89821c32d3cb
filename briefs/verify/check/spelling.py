"""Names written with a slip: 'Dicskon' for Dickson. What is only another way to write the same sounds is none."""

import re
from collections.abc import Iterable
from functools import lru_cache

from briefs.verify.find.folding import LOST
from briefs.verify.find.late import late
from briefs.verify.find.names import tokens_of

# Ways to write one sound in another alphabet or language: 'Khashiyev', 'Khachiev'; 'Yaşa', 'Yacha'.
_SOUNDS = (
    (r"sch|sh|ch|cz|sz|c(?=[ei])|z|ts|tz|ss", "s"),
    (r"ph|ff", "f"),
    (r"kh|gh|ck|q|c", "k"),
    (r"dzh|dj|zh|dz", "j"),
    (r"ou|oo|w|v", "u"),
    (r"[jy]", "i"),
    (r"i[ie]", "i"),
    (r"ks", "x"),
    (r"([aou])e", r"\1"),
    (r"h", ""),
    (r"(.)\1+", r"\1"),
    (r"(?:iki|ii|i|e|s)$", ""),
)
_PATTERNS = tuple((late(pattern), sound) for pattern, sound in _SOUNDS)
_LETTERS = late(r"[a-z]{5,}")


def misspelt(first: str, names: Iterable[str]) -> str:
    """The word of the known names that `first` writes with one letter too many, too few, wrong or exchanged; else
    empty. Words of fewer than five letters are left alone."""
    known = list(dict.fromkeys(word for name in names for word in tokens_of(name)))
    for word in tokens_of(first):
        if word in known or LOST in word or not _LETTERS.fullmatch(word):
            continue
        right = next((one for one in known if _is_slip(word, one)), "")
        if right and right not in tokens_of(first):
            return right
    return ""


def ends_otherwise(first: str, right: str) -> bool:
    """Whether a word of `first` has another last letter than the right one, and no other difference: what one printed
    list may have wrong itself."""
    return any(len(word) == len(right) and word[:-1] == right[:-1] for word in tokens_of(first))


@lru_cache(maxsize=20_000)
def _is_slip(word: str, known: str) -> bool:
    if abs(len(word) - len(known)) > 1 or word.rstrip("s") == known.rstrip("s") or not _LETTERS.fullmatch(known):
        return False
    place = next((i for i, (a, b) in enumerate(zip(word, known, strict=False)) if a != b), min(len(word), len(known)))
    rest, own = word[place:], known[place:]
    if len(rest) > 1 and rest[:2] == own[1::-1] and rest[2:] == own[2:]:
        return True
    return _sounds(word) != _sounds(known) and (rest[1:] == own[1:] or rest[1:] == own or rest == own[1:])


@lru_cache(maxsize=20_000)
def _sounds(word: str) -> str:
    for pattern, sound in _PATTERNS:
        word = re.sub(pattern.pattern, sound, word)
    return word
