"""A number that nobody knows, a slip of the finger away from that of a known ruling: blamed where the day, or the name
of a person, says that this one is meant; otherwise it is only named."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefs.verify.check.alongside import another_party, day_beside, people
from briefs.verify.check.checking import with_year
from briefs.verify.check.comparing import Knowledge, agrees
from briefs.verify.check.fields import opinions
from briefs.verify.check.nearest import slips
from briefs.verify.check.numbers import near
from briefs.verify.check.verdict import Verdict, cite
from briefs.verify.find.folding import plain
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.symbols import read_strasbourg
from briefs.verify.known.authorities import Authority, docket_key, number_key

_NEIGHBOURS = 9
"""Courts number rulings of one day one after the other: a difference below this tells nothing by itself."""
_REACH = 160
_SENATES = ("i", "ii", "iii", "iv", "v")
_SENATE = late(r"^(?:iii|iv|ii|i|v)(?=us\d|k[a-z]{0,2}\d)")
# '127/21.5YRCBR': in Portugal the digit behind the point is computed from the rest.
_CHECK_DIGIT = late(r"^(?P<file>\d{1,6}/\d\d)\.?\d(?P<court>[A-Z]{5}.*)$")
_ECLI = late(r"(?P<court>ECLI:[A-Z]{2}:\w{1,7}):(?P<year>\d{4}):(?P<number>[\w.]+)$", re.I)
_YEAR, _FAR = "another year", 99
_RUN = late(r"(?P<sign>(?<=\d)[/-])?(?P<digits>\d+)(?P<led>(?<=^\d\d)-(?=\d{5}))?")
_ENDS = late(r"[.;!?](?= [A-ZÀ-Ž]|$)|\n")
_CONCERNING = late(r"concerning ([^()]{5,60}?) \(")
_WORDS = late(r"[A-ZÀ-Ž][\w'-]+(?: [A-ZÀ-Ž][\w'-]+){1,3}")


class Slip(NamedTuple):
    """A known ruling, its own number and the one that was written; `how` they differ, and by how much."""

    meant: Authority
    own: str
    given: str
    how: str
    apart: int


def check_slip(found: Found, text: str, known: Knowledge, v: Verdict) -> None:
    """Of a ruling that nobody knows. Day and court agree and the number is a slip away, or a person of the ruling is
    named beside it: then it is that ruling. Two rulings of one day with numbers side by side are only told of."""
    if v.status != "not_in_library" or v.problems or found.communications or (found.first and found.states):
        return
    meant = [s for s in _slips(found, known) if agrees(found, s.meant) is not False]
    for slip in sorted(meant, key=lambda one: one.apart):
        if another_party(found, text, slip.meant, known):
            continue
        same_day = _same_day(found, text, slip)
        if _named_beside(found, text, slip.meant):
            _blame(slip, "in this person's case", known, v)
        elif same_day and slip.apart >= _NEIGHBOURS:
            _blame(slip, "of this court and day", known, v)
        elif _one_file(slip):
            _blame(slip, "with these numbers", known, v)
        elif same_day:
            often = "rulings of one day often have numbers side by side, so either may be meant: look it up"
            v.note("same_day", f"The library has {slip.own} of this court and day; {often}.")
        elif slip.how == _YEAR and not found.date and day_beside(found, text, slip.meant) == slip.meant.date:
            v.note("same_day", f"The library has {slip.own} of that day a year apart: look up whether it is meant.")
        if v.problems or v.notes:
            return


def _blame(slip: Slip, which: str, known: Knowledge, v: Verdict) -> None:
    v.authority, v.status, v.candidates = slip.meant, "mismatch", []
    inside = slip.given.startswith("ECLI:")
    element, code = ("ecli", "ecli_wrong_digits") if inside else ("number", "wrong_number")
    said = f"{slip.given} is not known here. The known ruling {which} is {slip.own}: {slip.how}."
    v.differs(element, code, said)
    v.right_form = cite(slip.meant, known.library)


def _slips(found: Found, known: Knowledge) -> list[Slip]:
    """Every known ruling that one slip in one number of the citation leads to."""
    made = []
    for given in (*found.dockets, *with_year(found), *found.neutrals, *found.eu_cases, *opinions(found)):
        key = docket_key(given)
        for other in (*slips(key), *_other_senates(key)):
            for a in known.authorities.under([other]):
                own = next((k for k in (*a.dockets, *a.neutrals) if docket_key(k) == other), "")
                if own and (a.system != "eu" or _exchanged(key, other)):
                    made.append(Slip(a, own, given, *_how(key, other, given, own)))
    return made + [slip for ecli in found.eclis for slip in _of_ecli(ecli, known)]


def _of_ecli(ecli: str, known: Knowledge) -> Iterator[Slip]:
    """Of Strasbourg: the number inside is a slip away. Of a court whose ECLI holds its file: another year."""
    if said := read_strasbourg(ecli):
        close = {number_key(n): n for n in near(said.number) if len(n) == len(said.number)}
        for a in known.authorities.numbered(close.values()):
            own = next(n for n in a.numbers if number_key(n) in close)
            if not (a.weak or a.loose) and said.decision == (a.kind == "decision"):
                yield Slip(a, f"no. {own}", ecli, *_how(number_key(said.number), number_key(own)))
        return
    head, year, tail = _parts(ecli)
    for a in known.authorities.library if len(re.findall(r"\d+", tail)) > 2 else ():
        for own in a.eclis:
            if (head, tail) == _parts(own)[::2] and year != _parts(own)[1]:
                yield Slip(a, own, ecli, _YEAR, _FAR)


def _parts(ecli: str) -> tuple[str, str, str]:
    """'ECLI:CZ:US', '2020', '2.US.2299.19.9'"""
    m = _ECLI.match(ecli)
    return (m["court"].upper(), m["year"], m["number"].upper()) if m else ("", "", "")


def _other_senates(key: str) -> list[str]:
    """'III. ÚS 3219/19' for 'II. ÚS 3219/19'."""
    m = _SENATE.match(key)
    return [one + key[m.end() :] for one in _SENATES if one != m[0]] if m else []


def _how(key: str, other: str, given: str = "", own: str = "") -> tuple[str, int]:
    """In words, and by how much two numbers differ; years and senates do not follow one another. `given`, `own`: as
    they are written, where the keys have lost the sign before the year."""
    if len(key) != len(other) or (_SENATE.match(key) and key.lstrip("iv") == other.lstrip("iv")):
        return "another senate", _FAR
    apart = _apart(given, own) if len(re.findall(r"\d+", given)) == len(re.findall(r"\d+", own)) else 0
    apart = apart or _apart(key, other)
    if _exchanged(key, other):
        return "two digits exchanged", apart
    return (_YEAR if apart == _FAR else "one digit differs"), apart


def _exchanged(given: str, own: str) -> bool:
    wrong = [i for i, (a, b) in enumerate(zip(given, own, strict=False)) if a != b]
    return len(given) == len(own) and len(wrong) == 2


def _apart(given: str, own: str) -> int:
    """The difference of the two; 0 where no digits stand apart. '11-87.679' is the 87679th of the year 11."""
    runs = [list(_RUN.finditer(re.sub(r"(?<=\d)\.(?=\d{3}(?!\d))", "", text))) for text in (given, own)]
    for one, other in zip(*runs, strict=False):
        if one[0] != other[0]:
            year = len(one["digits"]) in {2, 4} and bool(one["sign"]) or bool(one["led"])
            return _FAR if year else abs(int(one["digits"]) - int(other["digits"]))
    return 0


def _one_file(slip: Slip) -> bool:
    """One file by its numbers: its check digit, or the year of its ECLI, is wrong."""
    if slip.given.startswith("ECLI:"):
        return slip.how == _YEAR
    given, own = _CHECK_DIGIT.match(slip.given), _CHECK_DIGIT.match(slip.own)
    return bool(given and own) and given.groups() == own.groups()


def _same_day(found: Found, text: str, slip: Slip) -> bool:
    """Whether the day that is given is that of the ruling, seen and not only remembered. A day without a year says
    nothing where the year is what differs."""
    a = slip.meant
    said = [one.date for ecli in found.eclis if (one := read_strasbourg(ecli))]
    beside = day_beside(found, text, a) if slip.how != _YEAR else ""
    given = found.date or beside or next(iter(said), "")
    return bool(a.date and len(a.date) == 10 and a.date_sure) and given == a.date


def _named_beside(found: Found, text: str, a: Authority) -> bool:
    """Whether the sentence names a person of this ruling by two names at least, or by the record's initials."""
    if found.date and found.date != a.date:
        return False
    before = _ENDS.split(text[max(0, found.start - _REACH) : found.start])[-1]
    behind = _ENDS.split(text[found.end : found.end + _REACH])[0]
    said = plain(f"{before} {text[found.start : found.end]} {behind}")
    return any(re.search(rf"(?<!\w){re.escape(plain(who))}(?!\w)", said) for who in _persons(a))


def _persons(a: Authority) -> list[str]:
    """'Hung Tao Liu', 'Yidiresi Aishan', 'Ch.-H. Ch.': whom the record names."""
    concerned = [m[1] for name in a.names if (m := _CONCERNING.search(name))]
    return [*people(a), *concerned, *(name for name in a.names if _WORDS.fullmatch(name) and a.system == "national")]
