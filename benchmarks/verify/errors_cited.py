"""Errors in citations as others wrote them and as our own filings have them: only the string of a true one changes."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from benchmarks.verify.seeds import INVENTED
from benchmarks.verify.spoilt import Spoil, Spoilt, True_, put
from briefs.verify import Checker
from briefs.verify.find.dates import DATE, read_date

_NUMBER = re.compile(r"\b(\d{3,5})/(\d{2})(?!\d)")
_STATES = ("Poland", "Spain", "Norway", "Portugal", "Ireland")


def digits_exchanged(t: True_, chance: Random, checker: Checker) -> Spoilt | None:
    m = _NUMBER.search(t.text)
    if not m or not t.authority.numbers:
        return None
    for i in chance.sample(range(len(m[1]) - 1), len(m[1]) - 1):
        other = m[1][:i] + m[1][i + 1] + m[1][i] + m[1][i + 2 :]
        if other != m[1] and not checker.known.authorities.numbered([f"{other}/{m[2]}"]):
            return put(t, m.span(1), other)
    return None


def number_of_another_case(t: True_, chance: Random, checker: Checker) -> Spoilt | None:
    m = _NUMBER.search(t.text)
    if not m or not t.authority.numbers or m.start() < 20:
        return None
    return put(t, m.span(), chance.choice([n for n in ("14038/88", "8139/09", "37610/18") if n != m[0]]))


def number_invented(t: True_, chance: Random, checker: Checker) -> Spoilt | None:
    m = _NUMBER.search(t.text)
    if not m or not t.authority.numbers:
        return None
    made = put(t, m.span(1), str(chance.randint(70000, 79999)))
    listed = (
        not t.authority.others and not t.authority.weak and len(_NUMBER.findall(t.text)) <= len(t.authority.numbers)
    )
    return replace(made, decidable=listed, element="number")


def name_invented(t: True_, chance: Random, checker: Checker) -> Spoilt | None:
    return _named(t, chance.choice(INVENTED))


def name_of_another_case(t: True_, chance: Random, checker: Checker) -> Spoilt | None:
    return _named(t, chance.choice(["Chahal", "Othman (Abu Qatada)", "Hirsi Jamaa and Others", "Mamatkulov"]))


def another_state(t: True_, chance: Random, checker: Checker) -> Spoilt | None:
    m = re.search(r" v\.? ", t.text)
    state = checker.known.forms.state.match(t.text, m.end()) if m else None
    own = t.authority.states
    if not state or not own or not (_NUMBER.search(t.text) or re.search(DATE, t.text)):
        return None
    return put(t, state.span(), chance.choice([s for s in _STATES if s.casefold() not in state[0].casefold()]))


def another_day(t: True_, chance: Random, checker: Checker) -> Spoilt | None:
    return _dated(t, lambda day: day + dt.timedelta(days=chance.choice([2, -3, 11])))


def another_year(t: True_, chance: Random, checker: Checker) -> Spoilt | None:
    return _dated(t, lambda day: day + dt.timedelta(days=chance.choice([365, 730])))


def no_such_day(t: True_, chance: Random, checker: Checker) -> Spoilt | None:
    m = re.search(DATE, t.text)
    return put(t, m.span(), f"31 {chance.choice(['April', 'June', 'February'])} {_year(m)}") if m else None


def grand_chamber_that_never_sat(t: True_, chance: Random, checker: Checker) -> Spoilt | None:
    m = re.search(r"(?<=\w)(?<!ries A)(?:\*)?,? (?=(?:App\w*\.? )?[Nn]os?\.? \d)", t.text)
    a = t.authority
    if any(b.grand_chamber for b in checker.known.authorities.numbered(a.numbers)):
        return None
    if not m or a.system != "echr" or a.grand_chamber or "GC" in t.text or a.kind != "judgment":
        return None
    year = max([(a.date or "")[:4], *re.findall(r"(?<=ECHR )\d{4}", " ".join(a.reports))])
    sure = not a.weak and (a.precedent is not None or year > "1998")
    return replace(put(t, m.span(), " [GC], "), decidable=sure, element="court")


def another_court(t: True_, chance: Random, checker: Checker) -> Spoilt | None:
    if t.authority.system != "echr" or not _NUMBER.search(t.text):
        return None
    return Spoilt(f"{t.text} ({chance.choice(['Human Rights Committee', 'CJEU', 'IACtHR'])})", True)


def paragraph_beyond_the_end(t: True_, chance: Random, checker: Checker) -> Spoilt | None:
    m = re.search(r"§§? (\d{1,3})", t.text)
    if not m:
        return None
    return replace(put(t, m.span(1), "987"), decidable=bool(t.authority.length), element="pinpoint")


def year_of_the_report(t: True_, chance: Random, checker: Checker) -> Spoilt | None:
    m = re.search(r"(?:ECHR|Reports(?: of Judgments and Decisions)?) ((?:19|20)\d\d)", t.text)
    return replace(put(t, m.span(1), str(int(m[1]) + 2)), decidable=_dated_at_all(t)) if m else None


def number_of_the_series(t: True_, chance: Random, checker: Checker) -> Spoilt | None:
    m = re.search(r"[Ss][eé]rie[s]? A (?:no\.|n°) ?(\d+)", t.text)
    known = any(r.startswith("Series A") for r in t.authority.reports)
    return replace(put(t, m.span(1), str(int(m[1]) + 7)), decidable=known) if m else None


def number_of_luxembourg(t: True_, chance: Random, checker: Checker) -> Spoilt | None:
    m = re.search(r"C[-‑](\d{1,3})/\d\d", t.text)
    return replace(put(t, m.span(1), str(int(m[1]) + 100)), decidable=t.authority.system == "eu") if m else None


def number_of_a_communication(t: True_, chance: Random, checker: Checker) -> Spoilt | None:
    m = re.search(r"[Nn]o\. ?(\d{2,4})/\d{4}", t.text)
    return put(t, m.span(1), str(int(m[1]) + 1)) if m and t.authority.symbols else None


def symbol_out_of_order(t: True_, chance: Random, checker: Checker) -> Spoilt | None:
    m = re.search(r"(?:CAT|CCPR)/C/\d+/D/", t.text)
    return put(t, m.span(), m[0].replace("/D/", "/")) if m else None


def neutral_citation(t: True_, chance: Random, checker: Checker) -> Spoilt | None:
    m = re.search(r"\[(?:19|20)\d\d\] [A-Z]+(?: Civ| Crim)? (\d{1,4})", t.text)
    known = bool(t.authority.neutrals) and t.authority.system == "national"
    return replace(put(t, m.span(1), str(int(m[1]) + 11)), decidable=known) if m else None


def article_that_no_treaty_has(t: True_, chance: Random, checker: Checker) -> Spoilt | None:
    treaty = chance.choice(["European Convention on Human Rights", "Convention against Torture", "EU Charter"])
    return Spoilt(f"{t.text}, under Article {chance.randint(70, 130)} of the {treaty}", True)


def later_than_the_document(t: True_, chance: Random, checker: Checker) -> Spoilt | None:
    a = t.authority
    if not a.date or len(a.date) < 10 or not (_NUMBER.search(t.text) or re.search(DATE, t.text)):
        return None
    before = dt.date.fromisoformat(a.date) - dt.timedelta(days=40)
    return Spoilt(t.text, True, before.isoformat())


def _named(t: True_, name: str) -> Spoilt | None:
    m = re.match(r"[^,(]{2,60}?(?= v\.? )", t.text)
    if not m or t.authority.named(name) or not (_NUMBER.search(t.text) or re.search(DATE, t.text)):
        return None
    return put(t, m.span(), name)


def _dated(t: True_, change: Callable[[dt.date], dt.date]) -> Spoilt | None:
    m = re.search(DATE, t.text)
    day, real = read_date(m) if m else ("", False)
    if not real:
        return None
    other = change(dt.date.fromisoformat(day))
    made = put(t, m.span(), f"{other.day} {other:%B} {other.year}")
    whole = bool(t.authority.date and len(t.authority.date) == 10) and t.authority.date_sure
    return replace(made, decidable=whole)


def _dated_at_all(t: True_) -> bool:
    return bool(t.authority.date or any(re.search(r"\d{4}", r) for r in t.authority.reports))


def _year(m: re.Match[str]) -> str:
    return next(m[f"y{n}"] for n in "1234" if m[f"y{n}"])


CLASSES: tuple[Spoil, ...] = (
    digits_exchanged, number_of_another_case, number_invented, name_invented, name_of_another_case, another_state,
    another_day, another_year, no_such_day, grand_chamber_that_never_sat, another_court, paragraph_beyond_the_end,
    year_of_the_report, number_of_the_series, number_of_luxembourg, number_of_a_communication, symbol_out_of_order,
    neutral_citation, article_that_no_treaty_has, later_than_the_document,
)  # fmt: skip
