"""Whether a text is made of words. A PDF may show letters that it does not name: what comes out of it then is noise."""

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]{2,}")
_NOISE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
# Small words of the languages that cite: some of them stand in any few lines of running text.
_SMALL = frozenset(
    re.findall(
        r"\w+",
        "the of and to in that is was for by on at as be or not no see it with from vs art para de la le les "
        "et du des un une en que est dans pour au par der die das und von zu den dem nicht ist im mit il di "
        "che della del per non una da el los las con se na do nie sie jest oraz ve je ze podle och av att som "
        "det har ett het van een dat op te og til af er si din cu az es hogy nem bir bu ile icin olarak",
    )
)
_ENOUGH, _LEAST, _VOWELS = 60, 0.02, 0.3


def garbled(text: str) -> bool:
    """Whether most of a page is no writing: signs that no font names, or letters of our alphabet that make no words."""
    solid = len(text) - text.count(" ") - text.count("\n")
    if len(_NOISE.findall(text)) > max(20, solid // 20):
        return True
    words = _WORD.findall(text.casefold())
    if len(words) < _ENOUGH or sum(word in _SMALL for word in words) >= _LEAST * len(words):
        return False
    different = {word for word in words if len(word) > 2 and word[0] < "\u0250"}
    letters = unicodedata.normalize("NFD", "".join(different))
    return len(different) * 2 > _ENOUGH and sum(c in "aeiouy" for c in letters) < _VOWELS * len(letters)
