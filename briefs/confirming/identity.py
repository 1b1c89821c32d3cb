"""Is this the judgment that the record means? Decided by its number and its name, as they stand at its head."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from briefs.citing import written_date
from briefs.confirming.lines import Source, folded
from briefs.confirming.numbered import Numbered
from briefs.models.law import COMMITTEES, Court
from briefs.models.precedent import Precedent

HEAD = 8000
_TITLE = re.compile(r"^(CASE OF|AFFAIRE|.* v\. |.* c\. )")
_NUMBER = re.compile(r"\b\d{1,5}/\d{2}(?:\d{2})?\b")
_SIDES = re.compile(r"\s(?:v\.?|c\.|vs\.?|against|contre)\s", re.IGNORECASE)
_EMPTY_WORDS = {"and", "others", "other", "the", "et", "al", "of", "no", "no2", "a", "favor", "de", "dec"}


@dataclass(frozen=True)
class Head:
    """What stands before the reasons: title page, running heads and the first numbered paragraph."""

    text: str
    title: str


def head_of(source: Source, numbered: dict[str, Numbered]) -> Head:
    """The head of a document; where nothing is numbered, its first pages."""
    lines = [folded(block.text) for block in source.blocks]
    first = next(iter(numbered.values()), None)
    start = next((n for n, line in enumerate(lines) if first and first.text.startswith(line[:60])), len(lines))
    before = " \n".join((*source.running, *lines[: start + 1]))
    named = next((line for line in lines[: start + 1] if line.startswith(("CASE OF", "AFFAIRE"))), "")
    title = named or next((line for line in lines if _TITLE.match(line)), lines[0] if lines else "")
    return Head(before[:HEAD], title[:120])


def differences(precedent: Precedent, court: Court, head: Head) -> list[str]:
    """Why this is not the judgment of the record; empty where number and name agree."""
    found = []
    known = list(identifiers(precedent))
    if not known:
        return ["the record holds no number, symbol or ECLI to compare: it cannot be confirmed by a file"]
    if not any(_stands_in(number, head.text) for number in known):
        there = ", ".join(dict.fromkeys(_NUMBER.findall(head.text))) or "none"
        found.append(f"the record is {' / '.join(known[:2])}, the numbers at the head of the document are: {there}")
    if not _named(precedent, court, head.text):
        found.append(f"the record is '{precedent.title}', the document is headed '{head.title}'")
    return found


def identifiers(precedent: Precedent) -> Iterable[str]:
    """Everything that names this ruling and no other."""
    yield from precedent.dockets
    for value in (precedent.symbol, precedent.ecli, precedent.neutral_citation):
        yield from (part.strip() for part in (value or "").split(";") if part.strip())


def date_stands_in(precedent: Precedent, source: Source) -> bool:
    """Whether the day of the decision is written in the document."""
    if not precedent.decided or len(precedent.decided) != 10:
        return False
    year, month, day = precedent.decided.split("-")
    forms = {written_date(precedent.decided), f"{day}/{month}/{year}", f"{day}.{month}.{year}", precedent.decided}
    text = " ".join(folded(block.text) for block in source.blocks)
    return any(_stands_in(form, text) for form in forms)


def _stands_in(number: str, text: str) -> bool:
    wanted = r"\s*".join(re.escape(part) for part in plain(number).split())
    return re.search(rf"(?<![\w/-]){wanted}(?![\w/])", plain(text)) is not None


def plain(text: str) -> str:
    """Lower case without diacritics, every dash and space alike: for comparing names and numbers only."""
    parts = unicodedata.normalize("NFKD", text)
    letters = "".join(c for c in parts if not unicodedata.combining(c)).casefold()
    return re.sub(r"\s+", " ", re.sub(r"[\u2010-\u2015]", "-", letters))


def _named(precedent: Precedent, court: Court, text: str) -> bool:
    sides = _SIDES.split(precedent.title.removesuffix(" (dec.)"))
    if len(sides) < 2:
        return True
    there = set(_words(text))
    if court.system == "echr" or court.system in COMMITTEES:
        sides = sides[:1]
    return any(words and set(words) <= there for words in map(_words, sides))


def _words(text: str) -> list[str]:
    """Words of a name; initials stand together: 'A.L. (X.W.)' is 'al', 'xw'."""
    found = re.findall(r"\w+", plain(text).replace(".", "").replace("'", ""))
    return [w for w in found if w not in _EMPTY_WORDS and not w.isdigit()]
