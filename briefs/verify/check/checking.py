"""Decides what one full citation is: which authority it means, what agrees, what differs, what cannot be told."""

import re

from briefs.citing import written_date
from briefs.models.law import COMMITTEES
from briefs.verify.check.comparing import Knowledge, agrees, compare, score, strangers
from briefs.verify.check.fields import check_eclis, check_symbols, opinions
from briefs.verify.check.naming import check_name
from briefs.verify.check.parties import sides_of
from briefs.verify.check.unknown import check_unknown
from briefs.verify.check.verdict import Verdict, cite
from briefs.verify.check.years import check_years
from briefs.verify.find.cases import respondents
from briefs.verify.find.found import Found
from briefs.verify.find.symbols import read_strasbourg, read_symbol
from briefs.verify.known.authorities import Authority


def check_case(found: Found, known: Knowledge) -> Verdict:
    """A case, an opinion or a document by its name and its numbers."""
    v = Verdict()
    dated = _dated_by_ecli(found)
    pool = _by_identifier(found, known)
    if pool:
        _identified(found, pool, known, v)
    else:
        check_unknown(found, known, v)
    check_name(found, known, v)
    if not v.checks.get("ecli"):
        check_eclis(found, v.authority, v)
    if not v.checks.get("symbol"):
        check_symbols(found, v.authority, v)
    _bad_dates(found, v)
    _say_how_read(found, v)
    _to_come(found, known, v)
    check_years(found, known.as_of, v)
    if dated:
        _blame_ecli(dated, v)
    if v.problems and v.status != "malformed":
        v.status = "mismatch"
    if v.problems and v.authority and not v.right_form:
        v.right_form = cite(v.authority, known.library)
    return v


def _to_come(found: Found, known: Knowledge, v: Verdict) -> None:
    """A ruling that nobody knows, of a day later than the document is read."""
    if v.status == "not_in_library" and not v.problems and found.date and found.date > known.as_of:
        v.differs(
            "date",
            "wrong_date",
            f"{written_date(found.date)} is later than {written_date(known.as_of)}, the day of this reading.",
        )


def _say_how_read(found: Found, v: Verdict) -> None:
    """What is written as nobody writes it was read all the same; what could not be read is not taken for checked."""
    for written, read in found.read_as if v.status == "exists" else ():
        v.note("read_as", f"“{written}” was read as “{read}”{'' if v.problems else ': write it so'}.")
    if found.unread and v.status == "exists" and v.authority and v.authority.system in {"echr", *COMMITTEES}:
        v.note(
            "unread",
            f"“{found.unread}” was not read and not checked. Write it as in “no. 1234/05, 28 February 2009”.",
        )


def check_docket_behind(found: Found, text: str, v: Verdict) -> None:
    """A number behind the name that looks as the record's do, where its form tells nothing by itself: '99-2526'."""
    dockets = v.authority.dockets if v.authority and v.authority.system == "national" else ()
    if v.status != "exists" or found.dockets or found.neutrals:
        return
    for docket in dockets:
        shape = re.sub(r"\\?\d", r"\\d", re.escape(docket))
        m = re.compile(rf", (?:[Nn]o\. )?({shape})(?![\w/-])").match(text, found.end)
        if m:
            found.end = m.end()
            found.dockets.append(m[1])
            break
    else:
        return
    if found.dockets[0] in dockets:
        v.checks["number"] = "agrees"
    else:
        v.differs("number", "wrong_number", f"The number is {docket}, not {found.dockets[0]}.")
        v.status = "mismatch"


def _dated_by_ecli(found: Found) -> str:
    """A Strasbourg ECLI tells the day, and whether it is a decision, where the words do not; gives the ECLI."""
    said = {ecli: said for ecli in found.eclis if (said := read_strasbourg(ecli))}
    if len(said) != 1 or found.dates or found.year or found.reports:
        return ""
    ((ecli, one),) = said.items()
    found.dates.append((one.date, True))
    found.decision = found.decision or one.decision
    return ecli


def _blame_ecli(ecli: str, v: Verdict) -> None:
    """A wrong day that only the ECLI gave is a fault of the ECLI."""
    told = v.checks.get("ecli") == "differs"
    wrong = [fault for fault in v.problems if fault.code == "wrong_date"]
    v.problems = [fault for fault in v.problems if fault.code != "wrong_date"]
    if v.checks.pop("date", "") == "differs" and wrong and not told:
        v.differs("ecli", "ecli_wrong_digits", f"{ecli}: its digits stand for another day. {wrong[0].text}")


def _by_identifier(found: Found, known: Knowledge) -> list[Authority]:
    """Authorities that any of the numbers given belongs to."""
    all_ = known.authorities
    numbers = [*found.numbers, *found.communications]
    numbers += [said.number for e in found.eclis if (said := read_strasbourg(e))]
    symbols = [said for s in found.symbols if (said := read_symbol(s))]
    keys = [*found.eclis, *found.symbols, *found.neutrals, *found.dockets, *found.eu_cases, *opinions(found)]
    if not found.first:
        keys += found.communications
    keyed = all_.keyed(keys)
    numbered = [a for a in all_.numbered(numbers) if _may_be(found, a) and not _only_the_number(found, a)]
    keyed += [a for a in all_.keyed(with_year(found)) if a.system == "national" and a.date == found.date]
    by_symbol = all_.numbered(n for said in symbols for n in said.numbers)
    return list({a.id: a for a in (*keyed, *numbered, *by_symbol)}.values())


def with_year(found: Found) -> list[str]:
    """'Cass. pen., 1 marzo 2023, n. 21125' is no. 21125/2023: the year of the ruling, or the next, of its filing."""
    dated = bool(found.date) and found.form in {"dated", "it-cassation-dated"}
    years = [int(found.date[:4]), int(found.date[:4]) + 1] if dated else []
    return [f"{docket}/{year}" for docket in found.dockets if docket.isdecimal() for year in years]


def _only_the_number(found: Found, a: Authority) -> bool:
    """What stands in a feed alone counts where number, name and state agree; else nothing is said by it."""
    return a.loose and (not agrees(found, a) or bool(found.states) and not set(found.states) & set(a.states))


def _may_be(found: Found, authority: Authority) -> bool:
    """A national docket and a Strasbourg number may look alike; an ECtHR number never means another court."""
    return bool(found.communications) or authority.system in {"echr"} or not found.numbers


def _identified(found: Found, pool: list[Authority], known: Knowledge, v: Verdict) -> None:
    best = max(pool, key=lambda a: score(found, a)) if len(pool) > 1 else pool[0]
    named = agrees(found, best)
    v.authority = best
    if named is False or sides_of(found, best, known.forms) in {"turned", "other"}:
        _name_differs(found, best, pool, known, v)
        return
    v.checks["name"] = "agrees" if named else "not_checked"
    strange, own = set(found.states) - set(best.states), set(best.states)
    if strange and (meant := _of_that_day(found, best, known)):
        v.authority = meant
        given = ", ".join((*found.numbers, *found.communications)[:1])
        v.differs("number", "wrong_number", f"{given} belongs to {best.name}; {meant.name} is another case.")
        return
    if strange and own and (len(strange) == len(found.states) or len(own) >= len(found.states)):
        v.differs("state", "swapped_party", f"The respondent is another state: {best.name}.")
    elif found.states and set(found.states) < own:
        v.note("respondents", f"It has more than one respondent: {best.name}.")
    v.status = "exists"
    same = [a for a in pool if agrees(found, a) is not False]
    compare(found, best, same, known, v)


def _of_that_day(found: Found, best: Authority, known: Knowledge) -> Authority | None:
    """The case of the same name against the state that is given, decided on the day that is given."""
    if not found.date or best.date == found.date or not (found.numbers or found.communications):
        return None
    same = known.authorities.named(found.first, found.states)
    return next((a for a in same if a.system == best.system and a.date == found.date), None)


def _name_differs(found: Found, best: Authority, pool: list[Authority], known: Knowledge, v: Verdict) -> None:
    """A known number under another name."""
    given = ", ".join((*found.numbers, *found.communications, *found.eu_cases, *found.neutrals, *found.symbols)[:1])
    given = given or ", ".join((*found.dockets, *found.eclis)[:1])
    state = known.forms.state.fullmatch(found.first)
    sides = sides_of(found, best, known.forms)
    if sides == "turned" or (state and not sides and best.named(found.second or found.name)):
        v.differs("name", "swapped_party", f"The parties stand the wrong way round: {best.name}.")
        compare(found, best, pool, known, v)
        return
    others = known.authorities.named(found.first, found.states)
    others = [a for a in others if a not in pool and not strangers(found, a) and _namesake(found, a, known)]
    dated = [a for a in others if found.date and a.date == found.date]
    if others and _more_signs(found, best, (dated or others)[0]):
        v.candidates = [cite((dated or others)[0], known.library)]
        others = []
    if others and (dated or not (found.date and best.date == found.date)):
        own = (dated or others)[0]
        v.authority = own
        v.differs("number", "wrong_number", f"{given} belongs to {best.name}; {own.name} is another case.")
        if not dated and not found.date:
            v.differs("name", "swapped_party", f"{given} is {best.name}.")
            v.candidates = [cite(best, known.library)]
        return
    same_state = not found.states or not best.states or bool(set(found.states) & set(best.states))
    if same_state and (not found.date or found.date == best.date):
        v.differs("name", "swapped_party", f"{given} is {best.name}, not {found.name or found.first}.")
    else:
        v.differs("number", "nonexistent_case", f"{given} belongs to another case: {cite(best, known.library)}.")
        v.candidates = [cite(best, known.library)]
        v.authority = None


def _more_signs(found: Found, best: Authority, other: Authority) -> bool:
    """Whether more tells of the case that the number belongs to than of the one that bears the name: day, report,
    Grand Chamber."""

    def signs(a: Authority) -> int:
        reported = any(
            year and f"{series} {year}{f'-{no}' if no else ''}" in a.reports for series, year, no in found.reports
        )
        day = bool(found.date and a.date == found.date) or bool(found.year and (a.date or "").startswith(found.year))
        return reported + day + (found.grand_chamber and a.grand_chamber)

    return signs(best) > signs(other)


def _namesake(found: Found, a: Authority, known: Knowledge) -> bool:
    """Whether the citation can mean this other case: against the same party; in Strasbourg only against a state."""
    if not found.second or a.system == "eu":
        return True
    return sides_of(found, a, known.forms) == "fit" if a.system == "national" else bool(found.states)


def check_reversed_parties(found: Found, known: Knowledge) -> Verdict | None:
    """'Poland v. Liu': a state first, a person second, and the library knows them the other way round."""
    if found.states or not found.second:
        return None
    m = known.forms.state.fullmatch(found.first)
    if not m:
        return None
    states, _ = respondents(found.first, 0, known.forms)
    turned = known.authorities.named(found.second, states)
    turned = [a for a in turned if a.states]
    if not turned:
        return None
    best = max(turned, key=lambda a: score(found, a))
    v = Verdict("mismatch", best)
    v.differs("name", "swapped_party", f"The parties stand the wrong way round: {best.name}.")
    v.right_form = cite(best, known.library)
    return v


def _no_such_day(date: str) -> str:
    year, month, day = date.split("-")
    if 0 < int(month) < 13:
        return f"There is no {written_date(date)}: that month has no such day. Look the date up."
    return f"There is no such date: no year has a month {int(month)} (day {int(day)}, {year}). Look the date up."


def _bad_dates(found: Found, v: Verdict) -> None:
    for date, real in found.dates:
        if not real:
            v.status = "malformed"
            v.differs("date", "wrong_date", _no_such_day(date))
