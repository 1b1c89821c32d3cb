"""The forms in which a name or a date can stand in a text."""

import datetime as dt
import re
import unicodedata

_MARKS = re.compile(r"[\W_]+")
_UNSPACED = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
"""Chinese, Japanese and Korean: words stand without a space between them."""
_BETWEEN = r"[\s\-‐-―.,/'’()]+"


def folded(text: str) -> str:
    """For comparing: one form of each accent, no capitals."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def plain(text: str) -> str:
    """For comparing across spellings: accents, capitals, and all that is no letter or digit taken out."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return _MARKS.sub("", bare)


def words(text: str) -> set[str]:
    """The words of a text, with and without their accents."""
    found = set(re.findall(r"\w+", folded(text)))
    return found | {plain(word) for word in found}


def is_unspaced(text: str) -> bool:
    return bool(_UNSPACED.search(text))


def parts_of_name(name: str) -> list[str]:
    """Words of a name that are searched for by themselves; of an unspaced name, what follows the family name.

    Where the name has capitals, its small words (van, de, bin, of the) are no part to search for."""
    if is_unspaced(name):
        return [name[1:]] if len(name) > 2 else []
    pieces = [part for part in re.split(r"[\s\-‐-―'’.,()·]+", name) if len(part) > 1 and not part.isdigit()]
    return pieces if name == name.lower() else [part for part in pieces if not part.islower()]


def numbers_in(text: str) -> list[str]:
    """The numbers inside a text that identify by themselves: of a passport, a file, a telephone."""
    return [piece for piece in re.split(r"\s+", text) if len(plain(piece)) >= 5 and re.search(r"\d", piece)]


def pattern(text: str) -> re.Pattern[str]:
    """Finds a value in a text whatever its spacing and capitals; three letters or fewer only as they are written."""
    pieces = [piece for piece in re.split(_BETWEEN, unicodedata.normalize("NFC", text)) if piece]
    if re.search(r"\d", text):  # a number may be written in groups of any length
        pieces = list("".join(pieces))
    body = f"{_BETWEEN[:-1]}*".join(map(re.escape, pieces))
    short = len(plain(text)) <= 3
    if is_unspaced(text):
        return re.compile(body)
    both = f"(?:{body}|{body.upper()})" if short else body
    return re.compile(rf"(?<!\w){both}(?!\w)", 0 if short else re.IGNORECASE)


def date_pattern(date: str) -> re.Pattern[str] | None:
    """Finds a day in every usual form; None where only the month or the year is known."""
    try:
        day = dt.date.fromisoformat(date)
    except ValueError:
        return None
    y, m, d = f"(?:{day:%Y}|{day:%y})", f"0?{day.month}", f"0?{day.day}"
    gap, ordinal = r"\s*[-./\s]\s*", r"(?:st|nd|rd|th|er|º|\.)?"
    forms = (
        rf"{day:%Y}{gap}{m}{gap}{d}",
        rf"{d}{gap}{m}{gap}{y}",
        rf"{m}{gap}{d}{gap}{y}",
        rf"{d}{ordinal}\s+(?:of\s+|de\s+)?[^\W\d]+\.?,?\s+(?:de\s+)?{day:%Y}",
        rf"[^\W\d]+\.?\s+{d}{ordinal},?\s+{day:%Y}",
        rf"{day:%Y}\s*年\s*{m}\s*月\s*{d}\s*日",
        f"{day:%Y%m%d}",
        f"{day:%d%m%Y}",
        f"{day:%m%d%Y}",
        rf"{d}[-\s][^\W\d]{{3,}}[-\s]{y}",
    )
    return re.compile(rf"(?<!\d)(?:{'|'.join(forms)})(?!\d)", re.IGNORECASE)
