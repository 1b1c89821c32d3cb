"""A citation without a number, or with numbers that nobody knows: what its name, date and report still tell."""

import re

from briefs.models.law import COMMITTEES
from briefs.verify.check.comparing import (
    OFFICES,
    Knowledge,
    compare,
    neutral_parts,
    report_year,
    same_kind,
    same_ordinal,
    score,
)
from briefs.verify.check.fields import check_court, systems_named
from briefs.verify.check.namesakes import common, is_leading, one_case, reported_that_year, reported_then
from briefs.verify.check.nearest import by_series, named_nearly, nearest
from briefs.verify.check.numbers import impossible, is_near, near
from briefs.verify.check.parties import known_side, names_a_state, sides_of
from briefs.verify.check.verdict import Verdict, cite
from briefs.verify.find.commonwealth import PROSECUTOR
from briefs.verify.find.dates import slip
from briefs.verify.find.found import Found
from briefs.verify.find.names import tokens_of
from briefs.verify.find.symbols import read_symbol
from briefs.verify.known.authorities import Authority, docket_key, number_key


def check_unknown(found: Found, known: Knowledge, v: Verdict) -> None:
    """No number, or numbers that nobody knows: what the name says."""
    v.status = "not_in_library"
    first = found.first or found.name
    if _nameless(found, known, v):
        return
    named = known.authorities.titled(found.name) if found.family == "title" else _so_named(found, first, known)
    identified = found.numbers or found.communications or found.eu_cases or found.symbols or _own_number(found)
    if named and found.family == "title":
        _titled(found, named, known, v)
    elif named and not identified:
        _named_only(found, named, known, v)
    elif named:
        _wrong_number(found, named, known, v)
    elif first and found.states:
        _nobody(found, known, v)
    if not named and first and found.second and not v.problems:
        _other_parties(found, first, known, v)
        _other_body(found, first, known, v)
    for number in found.numbers if not v.problems else ():
        if why := impossible(number, found.date, known.as_of):
            v.differs("number", "nonexistent_case", f"no. {number}: {why}.")
    if not v.problems and v.status == "not_in_library":
        _candidates(found, known, v)
        _inner_report(found, v)


def _nameless(found: Found, known: Knowledge, v: Verdict) -> bool:
    """Whether there is neither name nor number, and so nothing more to ask. Series A may tell the case."""
    if not (found.first or found.numbers) and (printed := by_series(found, known.authorities)):
        _exists(found, printed, [printed], known, v)
        v.checks["name"] = "not_checked"
        return True
    if found.first or found.name or any((_given(found), found.eclis, found.symbols, found.dockets)):
        return False
    v.status = "not_checked"
    if found.form == "by-day":
        v.note("no_number", "Only a court and a day are given: without a number it cannot be looked up here.")
    elif found.form == "no-number":
        v.note("no_number", "The number behind the court is missing: without it this cannot be looked up.")
    return True


def _so_named(found: Found, first: str, known: Knowledge) -> list[Authority]:
    """Authorities that the name can mean, of the court that is named where one is; if none, loose ones of that day."""
    named = known.authorities.named(first, found.states) if first else []
    named = [a for a in named if not systems_named(found) or a.system in systems_named(found) or a.system == "echr"]
    if found.eu_cases:  # 'L and P' and 'N.S. v Secretary of State' of Luxembourg are nobody's namesakes elsewhere
        words = set(tokens_of(first)) if max(map(len, tokens_of(first)), default=0) > 2 else {""}
        named = [a for a in named if a.system == "eu" or any(words <= set(tokens_of(n)) for n in a.applicants)]
    if found.form == "wgad-opinion":
        named = [a for a in named if a.system == "wgad"]
    if not (found.numbers or found.date or found.reports):
        named = [a for a in named if same_ordinal(found, a) and _spelt_alike(first, a)]
    if found.date and first and not (named or found.numbers):
        named = [a for a in known.authorities.named(first, found.states, loose=True) if a.date == found.date]
    parties = bool(found.second) and not found.states
    return [a for a in named if _fits(found, a, parties) and _against_the_same(found, a, known)]


def _against_the_same(found: Found, a: Authority, known: Knowledge) -> bool:
    """The other party counts, too: 'X v. Canada' is no ruling of a court of Albania about somebody called X."""
    sides = sides_of(found, a, known.forms)
    if sides or a.states or not found.states or a.system == "echr":
        return sides in {"fit", ""} or (sides == "turned" and bool(found.neutrals))
    return a.system != "national" and names_a_state(found, a, known.forms)


def _other_parties(found: Found, first: str, known: Knowledge, v: Verdict) -> None:
    """Says which case has such a party against somebody else; the Crown is nobody's name."""
    if PROSECUTOR.fullmatch(found.first) or set(tokens_of(found.first)) <= OFFICES:
        return
    for a in known.authorities.named(first):
        if a.system == "national" and known_side(found, a):
            v.note("same_name", f"Another case of this name is known: {cite(a, known.library)}.")
            return
    _other_state(found, known.authorities.named(first), known, v)


def _other_state(found: Found, others: list[Authority], known: Knowledge, v: Verdict) -> None:
    """'Chahal v. India': the name belongs to a leading case against somebody else."""
    words = set(tokens_of(found.first))
    if found.numbers or found.dates or found.reports or found.communications or max(map(len, words), default=0) < 3:
        return
    alike = [a for a in others if a.states and is_leading(a) and any(words <= set(tokens_of(n)) for n in a.applicants)]
    if alike and not any(note.code == "other_state" for note in v.notes):
        best = min(alike, key=lambda a: a.precedent is None)
        v.note("other_state", f"A case of this name is known against another state: {cite(best, known.library)}.")


def _other_body(found: Found, first: str, known: Knowledge, v: Verdict) -> None:
    """A case by its name and state alone, ascribed to a body that did not decide it; initials tell too little."""
    given = systems_named(found)
    words = set(tokens_of(first))
    if not given or not found.states or found.dates or found.numbers or found.communications or found.symbols:
        return
    same = [a for a in known.authorities.named(first, found.states) if a.precedent and a.system not in given]
    same = [a for a in same if a.states and words and words <= set(tokens_of(a.applicants[0]))]
    if same and max(map(len, words)) > 3:
        v.authority = same[0]
        check_court(found, same[0], v)


def _titled(found: Found, named: list[Authority], known: Knowledge, v: Verdict) -> None:
    """A ruling by its title; of several in one case the one of the day, else of the year."""
    fits = [a for a in named if found.date and a.date == found.date]
    fits = fits or [a for a in named if found.date and a.date and slip(found.date, a.date)]
    fits = fits or [a for a in named if found.year and (a.date or "").startswith(found.year)]
    _exists(found, (fits or named)[0], fits or named, known, v)


def _own_number(found: Found) -> bool:
    """A neutral citation that courts give; '[1989] ECHR 14' is a publisher's, and tells no more than the year."""
    for neutral in found.neutrals:
        if "] ECHR " in neutral:
            found.year = found.year or neutral[1:5]
    return any("] ECHR " not in neutral for neutral in found.neutrals)


def _spelt_alike(first: str, a: Authority) -> bool:
    """A name alone must be spelt as a known one, accents aside: 'Ivanov' is not 'Ivanova', 'Ma' not 'M.A.'."""
    words = set(tokens_of(first))
    names = [name for name in (*a.applicants, *a.names) if first.isupper() or not name.isupper() or len(name) > 9]
    own = [set(tokens_of(name)) for name in names]
    return any(words <= theirs or theirs <= words for theirs in own)


def _named_only(found: Found, named: list[Authority], known: Knowledge, v: Verdict) -> None:
    """A case cited by name, with a date or report or neither; or with a report or docket that the record lacks."""
    reported = found.states and found.form.startswith("reporter") and named[0].system == "echr"
    if found.dockets and not reported:
        _other_docket(found, named[0], named, known, v)
        return
    date, reports = found.date, found.reports
    best = max(named, key=lambda a: score(found, a))
    dated = [a for a in named if date and a.date == date]
    reported = [a for a in named if _same_report(found, a)]
    if not date and not reports:
        _by_name_alone(found, named, known, v)
    elif dated or reported:
        _exists(found, (dated or reported)[0], dated or reported, known, v)
    elif date and (undated := reported_that_year(named, date)):
        _exists(found, undated, [undated], known, v)
    elif near_ := _one_slip_off(found, named, known):
        _exists(found, near_, [near_], known, v)
    elif (
        not date
        and any(not a.reports or a.date for a in named)
        and len(named) == 1
        or date
        and len(named) == 1
        and not best.date
    ):
        _exists(found, best, named, known, v)
    elif date and best.precedent is not None and same_kind(found, best) and not best.grand_chamber:
        _exists(found, best, [best], known, v)


def _one_slip_off(found: Found, named: list[Authority], known: Knowledge) -> Authority | None:
    """A ruling whose date is one slip away, where the name can mean no other case."""
    if not found.date or not (one_case(named) or any(map(is_leading, named))) or common(found, known):
        return None
    return next((a for a in named if a.date and slip(found.date, a.date) and same_kind(found, a)), None)


def _by_name_alone(found: Found, named: list[Authority], known: Knowledge, v: Verdict) -> None:
    """Lawyers call a leading case by its name alone; a name that several cases bear says which one only with more."""
    days = {a.id: (a.date or report_year(a), *a.measures) for a in named}
    named = reported_then(found, named) or named
    of_year = [a for a in named if found.year and any(day.startswith(found.year) for day in days[a.id])]
    if found.year and not of_year and all(a.precedent is None or _of_another_year(found, a) for a in named):
        v.note("same_name", f"Another case of this name is known: {cite(named[0], known.library)}.")
        return
    named = of_year or named
    leading = [a for a in named if is_leading(a)]
    if one_case(leading) or (not leading and one_case(named) and not common(found, known)):
        _exists(found, max(leading or named, key=lambda a: score(found, a)), leading or named, known, v)
        return
    v.status = "not_checked"
    v.note("ambiguous", "A name alone does not tell which case of this name is meant: give its number or its date.")
    v.candidates = [cite(a, known.library) for a in (leading or named)[:3]]


def _of_another_year(found: Found, a: Authority) -> bool:
    """National names repeat: a ruling of quite another year, no slip of a digit away, is another one."""
    day = a.date or ""
    wrong = sum(x != y for x, y in zip(found.year, day[:4], strict=False))
    return a.system == "national" and len(day) >= 4 and wrong > 1 and abs(int(found.year) - int(day[:4])) > 1


def _fits(found: Found, a: Authority, parties: bool) -> bool:
    """Two parties of whom neither is a state are never a Strasbourg case."""
    if a.system in {"echr", *COMMITTEES}:
        return not parties
    return _whole_name(found, a) if parties or a.system == "national" else True


def _whole_name(found: Found, a: Authority) -> bool:
    """National names begin with 'R' or a government: both parties must agree, not one."""
    words = set(tokens_of(found.name or found.first)) - OFFICES
    names = [set(tokens_of(name)) - OFFICES for name in a.names]
    return any(words and own and (words <= own or own <= words) for own in names)


def _other_docket(found: Found, best: Authority, named: list[Authority], known: Knowledge, v: Verdict) -> None:
    """A known name with another number of the same form is a mismatch; with one of another form it is another case."""
    own = {_shape(key): key for key in (*best.dockets, *best.neutrals)}
    same = next((own[shape] for d in found.dockets if (shape := _shape(d)) in own), "")
    if not same or (best.system not in {"national", "wgad"} and best.date != found.date):
        v.note("same_name", f"Another case of this name is known: {cite(best, known.library)}.")
        return
    _exists(found, best, named, known, v)
    if v.checks.get("number") != "differs":
        v.differs("number", "wrong_number", f"The number is {same}, not {found.dockets[0]}.")


def _shape(docket: str) -> str:
    return re.sub(r"\d+", "0", docket_key(re.sub(r" \([a-z][a-z ]+\)$", "", docket)))


def _same_report(found: Found, a: Authority) -> bool:
    for series, year, volume in found.reports:
        for report in a.reports:
            plain = report.replace("-", "")
            if plain in {f"{series} {year}{volume}".strip(), f"Series A no. {volume}"} and (year or volume):
                return True
    return False


def _exists(found: Found, best: Authority, pool: list[Authority], known: Knowledge, v: Verdict) -> None:
    v.status, v.authority = "exists", best
    v.checks["name"] = "agrees"
    compare(found, best, pool, known, v)


def _wrong_number(found: Found, named: list[Authority], known: Knowledge, v: Verdict) -> None:
    """The name is known under other numbers: a wrong number, or another case of the same name."""
    named = [a for a in named if a.system == "echr" or not found.numbers]
    if not named:
        return
    dated = [a for a in named if found.date and a.date == found.date and not a.others]
    reported = [a for a in named if _same_report(found, a) and not a.others]
    close = [a for a in named if any(is_near(number_key(n), number_key(o)) for n in _given(found) for o in _own(a))]
    close = [a for a in close if not (found.date and a.date) or slip(found.date, a.date)]
    moved = [a for a in named if a.system == "national" and _elsewhere(found, a)]
    bare = [] if found.date or found.reports else [a for a in named if _comparable(found, a) and same_ordinal(found, a)]
    bare = bare if one_case(bare) and _surely(found, bare[0], known) else []
    chosen = next((group for group in (dated, reported, close, moved, bare) if group), [])
    if not chosen:
        v.note("same_name", f"Another case of this name is known: {cite(named[0], known.library)}.")
        return
    best = max([a for a in chosen if a.numbers] or chosen, key=lambda a: score(found, a))
    v.authority = best
    v.checks["name"] = "agrees"
    if not best.numbers and found.numbers:
        v.status = "exists"
        v.checks["number"] = "not_checked"
    elif set(found.numbers) & set(best.misprints):
        v.status = "exists"
        v.note("misprint", f"The Court has printed this number too; usually {best.numbers[0]}.")
    else:
        v.status = "exists"
        compare(found, best, [best], known, v)
        if not v.problems and not (found.others and v.checks.get("number") == "not_checked"):
            v.differs(
                "number", "wrong_number", f"The number of {best.name} is {_its_number(best)}, not {_given(found)[0]}."
            )


def _elsewhere(found: Found, a: Authority) -> bool:
    """The year and the number of its neutral citation, with the letters of another court: '[2025] EWCA Civ 449'."""
    own = {(year, number) for year, _, number in map(neutral_parts, a.neutrals) if number}
    return any((year, number) in own for year, _, number in map(neutral_parts, found.neutrals))


def _surely(found: Found, a: Authority, known: Knowledge) -> bool:
    """Whether a name alone says that this case is meant though the number is another one."""
    if a.precedent is not None or not found.numbers:
        return True
    alike = any(set(tokens_of(found.first)) == set(tokens_of(name)) for name in a.applicants)
    return (
        alike and not found.decision and (is_leading(a) or len(tokens_of(found.first)) > 1) and not common(found, known)
    )


def _comparable(found: Found, a: Authority) -> bool:
    """Whether the record has a number of the same kind: the same case before another court is another ruling."""
    if found.neutrals:
        return bool({_shape(n) for n in found.neutrals} & {_shape(n) for n in a.neutrals})
    if found.eu_cases:
        return a.system == "eu" and bool(a.dockets)
    if found.numbers:
        return a.system == "echr" and bool(a.numbers)
    return bool(a.numbers or a.symbols) and a.system not in {"echr", "national", "eu"}


def _given(found: Found) -> list[str]:
    symbols = [n for s in found.symbols if (said := read_symbol(s)) for n in said.numbers]
    return [*found.numbers, *found.communications, *found.eu_cases, *found.neutrals, *symbols]


def _its_number(authority: Authority) -> str:
    return ", ".join(_own(authority)[:4]) or "another"


def _own(authority: Authority) -> list[str]:
    return [*authority.numbers, *authority.dockets, *authority.neutrals]


def _nobody(found: Found, known: Knowledge, v: Verdict) -> None:
    """No such applicant against this state: parties exchanged, another state, or unknown."""
    if known.forms.state.fullmatch(found.first) and found.second:
        return
    others = known.authorities.named(found.first)
    same = [a for a in others if (found.date and a.date == found.date) or _same_report(found, a)]
    same = same or [a for a in others if _of_that_year(found, a)]
    if same:
        v.authority = same[0]
        v.differs("state", "swapped_party", f"The respondent is another state: {same[0].name}.")
        return
    _other_state(found, others, known, v)


def _of_that_year(found: Found, a: Authority) -> bool:
    """'Othman (Abu Qatada) v Belgium (2012) 55 EHRR 1': a leading case of just these names, and of that year."""
    words = set(tokens_of(found.first)) - {"others", "and"}
    alike = any(words == set(tokens_of(name)) - {"others", "and"} for name in a.applicants)
    if len(words) < 2 or not alike or found.dates or found.numbers or found.reports or not is_leading(a):
        return False
    year = found.year or next((m[0] for one in found.abroad if (m := re.search(r"(?:19|20)\d\d", one))), "")
    return bool(year) and (a.date or "").startswith(year)


def _candidates(found: Found, known: Knowledge, v: Verdict) -> None:
    """Known numbers one slip away, the same state first."""
    hits: dict[str, Authority] = {}
    for number in found.numbers[:3]:
        for a in known.authorities.numbered(near(number)):
            if not found.states or set(found.states) & set(a.states):
                hits[a.id] = a
    hits |= {a.id: a for a in nearest(found, known.authorities)} if not found.numbers else {}
    hits |= {a.id: a for a in named_nearly(found, known.authorities)} if not hits else {}
    v.candidates = [cite(a, known.library) for a in list(hits.values())[:3]]


def _inner_report(found: Found, v: Verdict) -> None:
    """Date and report of one unknown citation must at least agree with each other."""
    for series, year, _ in found.reports:
        if year and found.date and year != found.date[:4]:
            v.differs("report", "wrong_reports_year", f"{series} {year} holds no ruling of {found.date[:4]}.")
