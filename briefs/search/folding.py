"""Words as they are compared: without diacritics and capitals, Latin names alike however they are spelt, and each Han
character a word of its own, because Chinese is written without spaces."""

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart, as names are written without them.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ə": "e"}
)
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f"
_WORD = re.compile(rf"[{_HAN}\u3040-\u30ff]|[^\W_{_HAN}\u3040-\u30ff]+")


def words_with_places(text: str) -> list[tuple[str, int, int]]:
    """(folded word, start, end) of each word; the places are those of the text as it is written."""
    return [
        (word, found.start(), found.end()) for found in _WORD.finditer(text) for word in _WORD.findall(fold(found[0]))
    ]


@lru_cache(20_000)
def fold(word: str) -> str:
    """'Štěpán' → 'stepan', 'Łódź' → 'lodz', 'Türkiye' → 'turkiye'."""
    for _ in range(2):  # a mathematical capital becomes an ordinary one only when it is taken apart
        parts = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
        word = "".join(c for c in parts if not unicodedata.combining(c))
    return word.casefold().translate(_LETTERS)


def folded_text(text: str) -> str:
    """The folded words with one space between them."""
    return " ".join(word for word, _, _ in words_with_places(text))
