"""Compares a citation with the authority it was taken for, element by element; which ruling of a case is meant."""

import datetime as dt
import re
from typing import NamedTuple

from briefs.citing import written_date
from briefs.library import Library
from briefs.models.law import COMMITTEES
from briefs.verify.check.abroad import check_abroad
from briefs.verify.check.fields import (
    check_court,
    check_eclis,
    check_numbers,
    check_pinpoint,
    check_reports,
    check_symbols,
)
from briefs.verify.check.luxembourg import another_in_brackets, party_named
from briefs.verify.check.verdict import Verdict
from briefs.verify.find.cases import ROMAN
from briefs.verify.find.dates import slip
from briefs.verify.find.folding import listed
from briefs.verify.find.forms import Forms
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.names import agree, tokens_of
from briefs.verify.known.authorities import Authorities, Authority, docket_key, number_key


class Knowledge(NamedTuple):
    """What citations are checked against, and the date of the document."""

    authorities: Authorities
    library: Library
    forms: Forms
    as_of: str


# Offices and governments sue in thousands of cases: they tell none from another.
OFFICES = listed(
    "r re ex p parte secretary state home department minister ministry justice attorney general government united "
    "states america director public prosecutions commonwealth canada new zealand citizenship immigration queen king "
    "regina rex commissioner police board no 2 for governor hm prison lord advocate special adjudicator"
)


def agrees(found: Found, authority: Authority) -> bool | None:
    """Whether the name agrees; None where the citation names nobody."""
    if not found.first and not found.name:
        return None
    first, second = found.first or found.name, found.second
    if first.casefold() in {"others", "autres"}:
        return None  # the name before was not read: torn by a line, or by a letter that was lost
    if _only_its_state(found, authority):
        return None
    if authority.system == "eu":
        if another_in_brackets(found.name or first, authority):
            return False
        if not found.first and not (first := party_named(found.name, authority)):
            return None
    if strangers(found, authority):
        return False
    of_a_state = bool(found.second and not found.states and authority.system in {"echr", *COMMITTEES})
    if authority.named(first) or (found.name and not of_a_state and authority.named(found.name)):
        return True
    if authority.system in COMMITTEES and (found.communications or found.symbols):
        # "Chitat Ng": a family name of two letters tells enough beside the number of the communication.
        return any(tokens_of(first)[-1:] == tokens_of(applicant) for applicant in authority.applicants)
    if authority.system in {"national", "eu"} and set(tokens_of(second)) - OFFICES:
        return authority.named(second) or authority.named(f"{first} {second}")
    return False


def _only_its_state(found: Found, authority: Authority) -> bool:
    """'Germany [GC], no. 54810/00', where the end of a page has cut 'Jalloh v.' off: the number tells the case."""
    if found.second or not found.numbers or authority.system != "echr":
        return False
    said = set(tokens_of(found.name)) - {"the"}
    return any(said == set(tokens_of(name.rpartition(" v. ")[2])) - {"the"} for name in authority.names)


def strangers(found: Found, authority: Authority) -> bool:
    """Whether two names share offices and governments at most: 'Minister v Novak' is not 'Minister v Kim'."""
    if authority.system not in {"national", "eu"}:
        return False
    given = set(tokens_of(f"{found.first or found.name} {found.second}")) - OFFICES
    own = {word for name in authority.names for word in tokens_of(name)} - OFFICES
    return bool(given and own) and not any(agree(one, other) for one in given for other in own)


def score(found: Found, a: Authority) -> tuple[int, ...]:
    """How well an authority answers to the citation; the first difference decides."""
    keys = {docket_key(k) for k in (*found.eclis, *found.symbols, *found.neutrals, *found.dockets, *found.eu_cases)}
    own = {docket_key(k) for k in (*a.eclis, *a.symbols, *a.neutrals, *a.dockets)}
    numbers = {number_key(n) for n in (*found.numbers, *found.communications)}
    dates = {date for date, _ in found.dates}
    whole = set(tokens_of(found.name))
    return (
        agrees(found, a) is not False,
        a.system == "national" and any(set(tokens_of(name)) == whole for name in a.names),
        not found.decision or a.kind in {"decision", "commission", ""},
        bool(a.date and (a.date in dates or (found.year and a.date.startswith(found.year)))),
        any(a.date and slip(date, a.date) for date in dates),
        len(keys & own) + len(numbers & {number_key(n) for n in a.numbers}),
        any(year and _of_that_year(year, a) for _, year, _ in found.reports),
        any(tokens_of(applicant) == tokens_of(found.first) for applicant in a.applicants),
        a.precedent is not None and not found.dates and not found.year,
        found.grand_chamber == a.grand_chamber,
        found.decision == (a.kind == "decision"),
        bool(found.phase) == bool(a.phase),
        a.precedent is not None,
        bool(a.date or a.reports),
    )


def _of_that_year(year: str, a: Authority) -> bool:
    """Whether the reports of a year can hold the ruling: of two in a case 'ECHR 2010-...' is the one of 2010."""
    return any(year in report for report in a.reports) or (not a.reports and (a.date or "").startswith(year))


def compare(found: Found, best: Authority, pool: list[Authority], known: Knowledge, v: Verdict) -> None:
    """Every element but the name."""
    _check_date(found, best, pool, v)
    if v.status == "not_in_library":
        return
    if best.loose:
        v.note(
            "feed", "Known from HUDOC's feed of the Commission's rulings: the name and the number, or the day, agree."
        )
        own = {number_key(number) for number in best.numbers}
        if foreign := [number for number in found.numbers if number_key(number) not in own]:
            v.checks["number"] = "not_checked"
            v.note(
                "feed_number", f"The feed has {', '.join(best.numbers)}; whether {foreign[0]} was joined is not known."
            )
        return
    check_numbers(found, best, known.authorities.numbered(found.numbers) if len(found.numbers) > 1 else [], v)
    _check_keys(found, best, v)
    _check_joint(found, best, known, v)
    check_court(found, best, v)
    check_reports(found, best, v)
    if found.abroad:
        alone = len([a for a in pool if a.system == best.system]) == 1
        check_abroad(found, best, alone, known.authorities.library, v)
    check_eclis(found, best, v)
    check_symbols(found, best, v)
    check_pinpoint(found, best, None, v)
    given = re.sub(r"\D", "", found.ordinal)
    own = _ordinal(best)
    if given and own and own != given:
        v.differs("name", "wrong_number", f"This is {best.name}.")
    if best.weak:
        v.note("weak", "Known from one judgment that cites it.")
    if best.told:
        v.note("exported", f"Known from {best.told}, your list from HUDOC.")


def same_ordinal(found: Found, authority: Authority) -> bool:
    """'(no. 2)' is another case than one without a number, or with another; '(no. 1)' may have been left out."""
    given, own = re.sub(r"\D", "", found.ordinal) or "1", _ordinal(authority) or "1"
    return given == own or not found.ordinal


def _ordinal(authority: Authority) -> str:
    m = re.search(r"\((?:[Nn]o\. ?(?P<n>\d{1,2})|(?P<roman>I{1,3}|IV|V))\)", authority.name)
    return (m["n"] or ROMAN[m["roman"]][-1]) if m else ""


def _check_keys(found: Found, best: Authority, v: Verdict) -> None:
    """Neutral citations and Luxembourg numbers against the record; other dockets may be of lower courts."""
    own = {docket_key(k) for k in (*best.neutrals, *best.dockets)}
    for neutral in found.neutrals:
        v.checks["neutral"] = "agrees" if docket_key(neutral) in own else "not_checked"
        if docket_key(neutral) in own or not best.neutrals:
            continue
        year, court, number = neutral_parts(neutral)
        known = {neutral_parts(n): n for n in best.neutrals}
        same = [n for (_, theirs, _), n in known.items() if theirs == court]
        moved = [n for (then, _, no), n in known.items() if (then, no) == (year, number)]
        if same:
            v.differs("neutral", "wrong_number", f"The neutral citation is {same[0]}, not {neutral}.")
        elif moved:
            v.differs("neutral", "wrong_court", f"The neutral citation is {moved[0]}, not {neutral}.")
    if best.system == "national" and found.dockets:
        _check_dockets(found, best, own, v)


_NEUTRAL = late(
    r"\[?(?P<year>(?:19|20)\d{2})\]? (?P<court>[A-Z][A-Za-z ]*?) (?P<number>\d{1,5})(?: \((?P<part>\w+)\))?$"
)


def neutral_parts(neutral: str) -> tuple[str, str, str]:
    """Year, court with its division, and number: '2025', 'EWHC Admin', '449'; empty for other forms."""
    m = _NEUTRAL.match(neutral)
    return (m["year"], f"{m['court']} {m['part'] or ''}".strip(), m["number"]) if m else ("", neutral, "")


def _check_joint(found: Found, best: Authority, known: Knowledge, v: Verdict) -> None:
    """Numbers of joined cases in Luxembourg: each must be the record's, where it holds all or the other is known."""
    if best.system != "eu" or not found.eu_cases:
        return
    own = {docket_key(docket) for docket in best.dockets}
    foreign = [case for case in found.eu_cases if docket_key(case) not in own]
    suffix = _suffix(found.eu_cases[-1])
    if not foreign and suffix and suffix not in set(map(_suffix, best.dockets)):
        v.differs("number", "wrong_number", f"The case is {' and '.join(best.dockets)}, without '{suffix}'.")
    elif not foreign:
        v.checks["number"] = "agrees"
    elif len(own) > 1 or len(foreign) == len(found.eu_cases) or known.authorities.keyed(foreign):
        v.differs("number", "wrong_number", f"The case is {' and '.join(best.dockets)}, not {foreign[0]}.")
    else:
        v.status, v.checks["number"] = "not_checked", "not_checked"
        v.note("joined", f"The library knows {best.dockets[0]}; whether {foreign[0]} was joined to it is not known.")


def _suffix(case: str) -> str:
    """'PPU' of 'C-216/18 PPU': the urgent procedure; 'P': an appeal."""
    return case.partition(" ")[2]


def _check_dockets(found: Found, best: Authority, own: set[str], v: Verdict) -> None:
    """Beside a number that is the ruling's another one of the same register must be its own, too."""
    shapes = {docket_shape(d): d for d in (*best.dockets, *best.neutrals)}
    for docket in found.dockets:
        mine = shapes.get(docket_shape(docket))
        if mine and docket_key(docket) not in own:
            v.differs("number", "wrong_number", f"The number is {mine}, not {docket}.")
            return


_SENATE = late(r"^(?:[ivx]+(?=us|k)|\d+(?=[a-z]))")


def docket_shape(docket: str) -> str:
    """The form of a number without its digits and the number of the senate: 'II. ÚS 2299/19' → 'us0/0'."""
    return re.sub(r"\d+", "0", _SENATE.sub("", docket_key(re.sub(r" \([a-z][a-z ]+\)$", "", docket))))


def _check_date(found: Found, best: Authority, pool: list[Authority], v: Verdict) -> None:
    date = found.date
    if not date:
        if not best.loose:
            _check_year(found, best, v)
        return
    given = {d for d, real in found.dates if real}
    own = {d for a in pool for d in (a.date, *a.measures) if d}
    own = _of_phase(found, pool) or own
    if _MAIN.match(found.phase):
        own = {a.date for a in pool if a.date and not _other_phase(a)} or own
    if any(day.startswith(known) for day in given for known in own):
        v.checks["date"] = "agrees"
        return
    if given & set(best.misprints):
        v.checks["date"] = "not_checked"
        v.note("misprint", f"{written_date(date)} is found too; usually {written_date(best.date)}.")
        return
    comparable = [a for a in pool if a.date and len(a.date) == 10 and same_kind(found, a) and not a.loose]
    if _MAIN.match(found.phase):
        comparable = [a for a in pool if a.date and len(a.date) == 10 and a.kind == "judgment" and not _other_phase(a)]
    if not comparable or _undated(found, pool):
        _other_ruling(found, best, pool, v)
        return
    nearest = _meant_by_day(found, date, comparable)
    chamber = nearest.grand_chamber and not found.grand_chamber and _long_before(date, nearest.date)
    if chamber and nearest.system == "echr":
        _other_ruling(found, best, pool, v)
    elif found.symbols and _papers(nearest, date):
        v.checks["date"] = "not_checked"
        v.note(
            "document_day",
            f"The library has {written_date(nearest.date)}; {written_date(date)} may be another day of the paper.",
        )
    elif year := _reported_elsewhere(date, nearest, pool) if not nearest.date_sure else "":
        v.differs("date", "wrong_date", f"It is reported among the rulings of {year}, not of {date[:4]}.")
    elif not nearest.date_sure:
        v.checks["date"] = "not_checked"
        v.note("recalled", f"The library has {written_date(nearest.date)}, from memory only.")
    else:
        v.differs("date", "wrong_date", f"Decided on {written_date(nearest.date)}, not {written_date(date)}.")


def _meant_by_day(found: Found, date: str, comparable: list[Authority]) -> Authority:
    """The first, but the judgment of the Chamber where the day is near that: there is one only."""
    first = comparable[0]
    if not first.grand_chamber or found.grand_chamber or found.decision:
        return first
    day = dt.date.fromisoformat(date)
    near = (a for a in comparable if not a.grand_chamber and a.kind == "judgment")
    return next((a for a in near if slip(date, a.date) or abs((dt.date.fromisoformat(a.date) - day).days) < 32), first)


def _of_phase(found: Found, pool: list[Authority]) -> set[str]:
    """Days of the rulings on just satisfaction (or another phase) alone, where one is cited and known.

    '(merits)' and '(preliminary objections)' are said of the main ruling, and no record bears them.
    """
    if re.match(r"(?:merits|fond|preliminary|exceptions|admissib|pilot)", found.phase, re.I):
        return set()
    named = found.phase.lower()  # '(revision no. 3)' stands in the name of its row
    return {a.date for a in pool if named and a.date and (a.phase or named in a.name.lower())}


_MAIN = late(r"(?:merits|fond)(?!\w)", re.I)


def _other_phase(a: Authority) -> bool:
    """Whether a ruling is one on preliminary objections or on just satisfaction, and not that on the merits."""
    return bool(a.phase) and not _MAIN.match(a.phase)


def _papers(best: Authority, date: str) -> bool:
    """Whether a committee's document can bear this day: views are issued months after they are adopted, and of
    concluding observations the library has the day on which they were issued."""
    if best.system == "document" and best.date and len(best.date) == 10 and not slip(date, best.date):
        return 0 < (dt.date.fromisoformat(best.date) - dt.date.fromisoformat(date)).days < 60
    if best.system not in COMMITTEES or not best.date or len(best.date) < 10 or slip(date, best.date):
        return False
    return 40 < (dt.date.fromisoformat(date) - dt.date.fromisoformat(best.date)).days < 250


def _undated(found: Found, pool: list[Authority]) -> list[Authority]:
    """Rulings of the case that are known by their report alone, and can be of the year that is given."""
    years = {date[:4] for date, _ in found.dates}
    alone = found.grand_chamber and not any(a.grand_chamber for a in pool)
    chamber = [a for a in pool if alone and a.kind == "judgment" and not (a.weak or a.phase)]
    fits = [a for a in pool if not a.date and (same_kind(found, a) or a.grand_chamber or a in chamber)]
    fits = [a for a in fits if not _dated_twin(a, pool)]
    return [a for a in fits if (report_year(a) or min(years, default="")) in years]


def _reported_elsewhere(date: str, nearest: Authority, pool: list[Authority]) -> str:
    """The year of the official report of this ruling, where it is another than that of the day given."""
    years = {report_year(a) for a in pool if a.grand_chamber == nearest.grand_chamber} - {""}
    return "" if not years or date[:4] in years else min(years)


def _dated_twin(a: Authority, pool: list[Authority]) -> bool:
    """Whether a ruling known by its report alone is one that stands in the pool with its day, too."""
    year, sort = report_year(a), (a.grand_chamber, a.kind, bool(a.phase))
    return any(b.date and b.date[:4] == year and (b.grand_chamber, b.kind, bool(b.phase)) == sort for b in pool)


def report_year(a: Authority) -> str:
    """The year of the first official report that has one."""
    return next((m[1] for report in a.reports if (m := re.match(r"(?:ECHR|Reports) (\d{4})", report))), "")


def _long_before(date: str, other: str) -> bool:
    """Whether a Chamber can have decided then, before the Grand Chamber did: a referral takes months."""
    days = (dt.date.fromisoformat(other) - dt.date.fromisoformat(date)).days
    return days > 150 and not slip(date, other)


def same_kind(found: Found, a: Authority) -> bool:
    if a.system != "echr":
        return True
    decision = a.kind in {"decision", "commission"}
    gc = not found.grand_chamber or a.grand_chamber
    return (found.decision or found.commission) == decision and gc and bool(found.phase) == bool(a.phase)


def _other_ruling(found: Found, best: Authority, pool: list[Authority], v: Verdict) -> None:
    """The case is known, a ruling of this date is not: nothing is said against it."""
    v.checks["date"] = "not_checked"
    undated = _undated(found, pool)
    if undated:
        v.authority = undated[0]
        return
    v.status = "not_in_library"
    known = f", known of {written_date(best.date)}" if best.date else ""
    v.note("other_ruling", f"The case is known ({best.name}{known}); a ruling of {written_date(found.date)} is not.")


def _issued_next_year(found: Found, best: Authority) -> bool:
    """Whether the year may be that of a committee's document: views of autumn are issued in the next year."""
    return bool(found.symbols) and best.system in COMMITTEES and found.year == str(int(best.date[:4]) + 1)


def _check_year(found: Found, best: Authority, v: Verdict) -> None:
    if found.year and best.date and not any(year for _, year, _ in found.reports):
        if _issued_next_year(found, best):
            v.checks["date"] = "not_checked"
        elif found.month and len(best.date) == 10 and found.month not in {d[:7] for d in (best.date, *best.measures)}:
            said = written_date(found.month)
            v.differs("date", "wrong_date", f"Decided on {written_date(best.date)}, not in {said}.")
        elif found.year not in {d[:4] for d in (best.date, *best.measures)}:
            v.differs("date", "wrong_date", f"Decided on {written_date(best.date)}, not in {found.year}.")
        else:
            v.checks["date"] = "agrees"
    elif best.date:
        v.checks["date"] = "not_checked"
