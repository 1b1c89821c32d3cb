"""What a citation without a name, or with a number that nobody knows, may mean: the judgment that Series A prints under
its number; the nearest known numbers, a digit changed or two exchanged, of a docket, an opinion, a neutral citation, an
ECLI or a symbol."""

import re
from collections.abc import Iterator

from briefs.verify.check.numbers import near
from briefs.verify.check.spelling import misspelt
from briefs.verify.find.dates import slip
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.names import tokens_of
from briefs.verify.find.papers import PAPERS
from briefs.verify.find.symbols import read_strasbourg
from briefs.verify.known.authorities import Authorities, Authority, docket_key

_FEWEST, _LONGEST = 5, 40
"""Digits that a number must have for one slip to tell anything, and the longest number that is looked for."""
_LETTERS_BEHIND = late(r"(?<=\d)[a-z]{3}$")


def nearest(found: Found, known: Authorities) -> list[Authority]:
    """Authorities of the library that a slip of the finger in one number of the citation leads to; those first that
    were decided on the day that is given, and none of quite another day."""
    dockets = found.dockets if found.form not in PAPERS else []
    keys = [docket_key(k) for k in (*dockets, *found.neutrals, *found.eclis, *found.symbols, *found.eu_cases)]
    hits = known.under(other for key in keys for other in slips(key, _FEWEST))
    if found.date:  # beside the very day a short number tells enough: 'OC-25/17 of 30 May 2018'
        short = known.under(other for key in keys for other in slips(key, 3))
        hits += [a for a in short if a.date == found.date]
    hits += _of_other_letters(found, known)
    numbers = [said.number for ecli in found.eclis if (said := read_strasbourg(ecli))]
    hits += known.numbered(other for number in numbers for other in near(number))
    fits = [a for a in {a.id: a for a in hits}.values() if _of_that_day(found, a)]
    return sorted(fits, key=lambda a: a.date != found.date)


def named_nearly(found: Found, known: Authorities) -> list[Authority]:
    """Authorities of that very day against that state whose name a slip of the finger leads to: 'Chahall' → Chahal."""
    words = [word for word in tokens_of(found.first) if len(word) > 4][:3]
    if not (found.date and found.states and words):
        return []
    own = [a for a in known.library if a.date == found.date and misspelt(found.first, a.applicants)]
    rows = [a for word in words for other in _letters_off(word) for a in known.named(other, found.states)]
    hits = {a.id: a for a in (*own, *rows) if a.date == found.date and set(found.states) & set(a.states)}
    return list(hits.values())


def _letters_off(word: str) -> set[str]:
    """The word with one letter less, with two neighbours exchanged, and with one letter doubled."""
    places = range(len(word))
    less = {word[:i] + word[i + 1 :] for i in places}
    turned = {word[:i] + word[i + 1 : i + 2] + word[i] + word[i + 2 :] for i in places[:-1]}
    return (less | turned | {word[:i] + word[i] + word[i:] for i in places}) - {word}


def slips(key: str, fewest: int = _FEWEST) -> Iterator[str]:
    """The key with one digit changed, and with two neighbours exchanged."""
    if len(key) > _LONGEST or sum(c.isdigit() for c in key) < fewest:
        return
    digits = [m.start() for m in re.finditer(r"\d", key)]
    for i in digits:
        yield from (key[:i] + digit + key[i + 1 :] for digit in "0123456789" if digit != key[i])
    for i, k in zip(digits, digits[1:], strict=False):
        if key[i] != key[k]:
            yield key[:i] + key[k] + key[i + 1 : k] + key[i] + key[k + 1 :]


def _of_other_letters(found: Found, known: Authorities) -> list[Authority]:
    """'ECLI:IT:CASS:2023:21125CIV' where the library has '…21125PEN'."""
    given = {_LETTERS_BEHIND.sub("", docket_key(e)) for e in found.eclis} - {docket_key(e) for e in found.eclis}
    if not given:
        return []
    return [a for a in known.library if any(_LETTERS_BEHIND.sub("", docket_key(e)) in given for e in a.eclis)]


def _of_that_day(found: Found, a: Authority) -> bool:
    if not found.date or not a.date or len(a.date) < 10:
        return True
    return found.date in {a.date, *a.measures} or slip(found.date, a.date)


_STRASBOURG = late(r"European|Eur\.|ECtHR|ECHR|Court$|Chamber$")
_SERIES = late(r"Series A no\. ?(\d{1,3})-?([A-H]?)$")


def by_series(found: Found, known: Authorities) -> Authority | None:
    """The one judgment of this number of Series A; where a day is given, of that day, or one slip away. The court in
    San José has a Series A of its own, for its opinions, and writes 'No.'."""
    if found.courts and not all(_STRASBOURG.search(court) for court in found.courts):
        return None
    if not all(map(_SERIES.match, found.dockets)) or not (found.date or found.courts or found.paged or found.pinpoints):
        return None
    given = [m.groups() for docket in found.dockets if (m := _SERIES.match(docket))]
    given += [
        m.groups() for kind, _, no in found.reports if kind == "Series A" and (m := re.match(r"(\d+)([A-H]?)$", no))
    ]
    number, letter = given[0] if given else ("", "")
    printed = known.in_series(number) if number else []
    fits = [a for a in printed if not letter or any(r.endswith(f"-{letter}") for r in a.reports)]
    if found.date:
        fits = [a for a in fits if a.date == found.date] or [a for a in fits if a.date and slip(found.date, a.date)]
    return fits[0] if len({a.numbers or a.name for a in fits}) == 1 and len({a.date for a in fits}) == 1 else None
