"""Compares the elements of a citation with the authority it was taken for: date, report, court, paragraphs, ECLI."""

import re

from briefs.citing import written_date
from briefs.verify.check.kinds import check_kind, may_be_its_day, report_of
from briefs.verify.check.numbers import is_near
from briefs.verify.check.verdict import Verdict
from briefs.verify.find.dates import slip
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.symbols import Communication, malformed_ecli, malformed_symbol, read_strasbourg, read_symbol
from briefs.verify.known.authorities import Authority, docket_key, number_key

_SYSTEMS = (
    ("icj", late(r"\bICJ|International Court of Justice")),
    ("eu", late(r"CJEU|CJUE|ECJ|EuGH|TJUE|Luxembourg Court|(?<!International )Court of Justice|Cour de justice")),
    ("iacthr", late(r"IACtHR|Inter-American Court")),
    ("iccpr", late(r"HRC|CCPR|Human Rights Committee|Comité des droits de l'homme")),
    ("cat", late(r"CAT\b|against Torture|contre la torture")),
    (
        "echr",
        late(
            r"ECtHR|EctHR|ECHR|Eur\. ?C|European Court of Human|Strasbourg Court|CEDH|Cour eur|EGMR|TEDH|Corte EDU|"
            r"Cour européenne"
        ),
    ),
)
_NAMES = {
    "echr": "the European Court of Human Rights",
    "eu": "the Court of Justice of the European Union",
    "iccpr": "the Human Rights Committee",
    "cat": "the Committee against Torture",
    "ced": "the Committee on Enforced Disappearances",
    "cedaw": "the Committee on the Elimination of Discrimination against Women",
    "iacthr": "the Inter-American Court of Human Rights",
    "national": "a national court",
    "wgad": "the Working Group on Arbitrary Detention",
    "interpol": "the Commission for the Control of INTERPOL's Files",
    "icj": "the International Court of Justice",
    "achpr": "the African Commission on Human and Peoples' Rights",
}
_PREFIX = {"CAT": "cat", "CCPR": "iccpr", "CED": "ced", "CEDAW": "cedaw"}


def systems_named(found: Found) -> list[str]:
    """Systems of the courts and committees that the citation names."""
    return [system for court in found.courts for system, pattern in _SYSTEMS if pattern.search(court)]


def check_court(found: Found, authority: Authority, v: Verdict) -> None:
    """The court or committee that is named, and the Grand Chamber, against the authority."""
    wrong = [s for s in systems_named(found) if s != authority.system]
    if wrong and authority.system in _NAMES:
        v.differs("court", "wrong_court", f"Not a ruling of {_NAMES[wrong[0]]}: {_NAMES[authority.system]} gave it.")
        return
    if check_kind(found, authority, v):
        return
    section = any(re.search(r"Section$|^Chamber$|^Committee$", court) for court in found.courts)
    if authority.grand_chamber and section and not found.grand_chamber and may_be_its_day(found, authority):
        v.differs("court", "wrong_court", "The Grand Chamber gave this ruling.")
        return
    v.checks["court"] = "agrees" if systems_named(found) or found.grand_chamber else "not_checked"


def check_reports(found: Found, authority: Authority, v: Verdict) -> None:
    """Official reports: series, year and number; nobody here knows the page."""
    if found.paged and found.reports:
        v.checks["page"] = "not_checked"
    for series, year, volume in found.reports:
        if series not in {"ECHR", "Reports", "Series A"}:
            continue
        own = [report_of(r) for r in authority.reports if report_of(r)]
        same = [r for r in own if (r[0] == "Series A") == (series == "Series A")]
        decided = (authority.date or found.date or "")[:4]
        if series == "Series A":
            _check_series(volume, same, decided, v)
        elif same and year not in {r[1] for r in same}:
            v.differs("report", "wrong_reports_year", f"The report is {authority.reports[0]}, not {series} {year}.")
        elif not same and decided.isdecimal() and year != decided:
            v.differs("report", "wrong_reports_year", f"Reports of {year} hold no ruling of {decided}.")
        elif same and volume and all(r[2] and r[2] != volume for r in same):
            _check_volume(f"{series} {year}-{volume}", authority, v)
        else:
            v.checks["report"] = "agrees" if same else "not_checked"


def _check_volume(given: str, authority: Authority, v: Verdict) -> None:
    """The Court's own list, or two judgments, must have the other volume: one alone may have a slip of its own. Volumes
    of 2007 were printed under two numbers: what the Court has printed itself is nobody's fault."""
    if given in authority.misprints:
        v.note("misprint", f"The Court has printed {given} too; usually {authority.reports[0]}.")
        v.checks["report"] = "not_checked"
    elif authority.weak:
        v.note("volume", f"Another volume is known from one judgment: {authority.reports[0]}.")
        v.checks["report"] = "not_checked"
    else:
        v.differs("report", "wrong_reports_year", f"The report is {authority.reports[0]}, not {given}.")


def _check_series(volume: str, same: list[tuple[str, str, str]], decided: str, v: Verdict) -> None:
    number = re.match(r"\d+", volume)
    own = [re.match(r"\d+", r[2])[0] for r in same]
    if own and number and number[0] not in own:
        v.differs("report", "wrong_reports_year", f"The report is Series A no. {same[0][2]}, not no. {volume}.")
    elif not own and decided.isdecimal() and int(decided) > 1996:
        v.differs("report", "wrong_reports_year", f"Series A ended before {decided}.")
    else:
        v.checks["report"] = "agrees" if own else "not_checked"


def check_pinpoint(found: Found, authority: Authority, length: int | None, v: Verdict) -> None:
    """Paragraphs against the length of the ruling, where it is known exactly."""
    if not found.pinpoints:
        return
    length = length or authority.length
    top = max(found.paragraphs, default=0)
    if length and top > length and not any("." in p for p in found.pinpoints):
        v.differs("pinpoint", "paragraph_out_of_range", f"§ {top} does not exist: the ruling has {length} paragraphs.")
    else:
        v.checks["pinpoint"] = "agrees" if length and found.paragraphs else "not_checked"


def check_eclis(found: Found, authority: Authority | None, v: Verdict) -> None:
    """Each ECLI: its form, then its digits against the number, the date and the record."""
    for ecli in found.eclis:
        if why := malformed_ecli(ecli):
            v.status = "malformed"
            v.differs("ecli", "ecli_wrong_digits", f"{ecli}: {why}.")
            continue
        said = read_strasbourg(ecli)
        differs = _strasbourg(ecli, found, authority) if said else _by_record(ecli, found, authority)
        if differs:
            v.differs("ecli", "ecli_wrong_digits", f"{ecli}: {differs}.")
        elif authority:
            v.checks.setdefault("ecli", "agrees")


def _strasbourg(ecli: str, found: Found, authority: Authority | None) -> str:
    said = read_strasbourg(ecli)
    if authority and ecli in authority.eclis:
        return ""
    own = {number_key(n) for n in authority.numbers} if authority else set()
    cited = {number_key(n) for n in found.numbers}
    if authority and authority.eclis and said.decision == (authority.kind == "decision"):
        same = {read_strasbourg(e).number for e in authority.eclis if read_strasbourg(e)}
        if said.number in same and said.date == authority.date:
            return ""
        return f"the ECLI is {authority.eclis[0]}"
    if (own or cited) and said.number not in own | cited:
        return f"its digits stand for no. {said.number}"
    kinds = {"judgment": False, "decision": True}
    kind = kinds.get(authority.kind, said.decision) if authority and not authority.weak else said.decision
    if authority and said.date == authority.date and kind != said.decision:
        return f"its letters stand for a {'decision' if said.decision else 'judgment'}, this is a {authority.kind}"
    if found.date and found.date != said.date:
        return f"its digits stand for {written_date(said.date)}"
    if (
        authority
        and authority.date
        and len(authority.date) == 10
        and said.date != authority.date
        and (said.decision == (authority.kind == "decision") and slip(said.date, authority.date))
    ):
        return f"its digits stand for {written_date(said.date)}, the ruling is of {written_date(authority.date)}"
    return ""


def _by_record(ecli: str, found: Found, authority: Authority | None) -> str:
    if authority and authority.eclis:
        if docket_key(ecli) in {docket_key(e) for e in authority.eclis}:
            return ""
        return f"the ECLI is {authority.eclis[0]}"
    year = re.search(r":((?:19|20)\d{2}):", ecli)
    if found.date and year and year[1] != found.date[:4]:
        return f"its year is not that of {written_date(found.date)}"
    return ""


def check_symbols(found: Found, authority: Authority | None, v: Verdict) -> None:
    """Each UN symbol: its form, then session and number against the record and the number given beside it."""
    for symbol in found.symbols:
        if why := malformed_symbol(symbol):
            v.status = "malformed"
            v.differs("symbol", "un_symbol_malformed", f"{symbol}: {why}.")
            continue
        if opinion := _opinion(symbol):
            _check_opinion(symbol, opinion, found, v)
            continue
        said = read_symbol(symbol)
        if authority and authority.symbols and docket_key(symbol) not in {docket_key(s) for s in authority.symbols}:
            if said and _admitted_before(said, authority):
                v.checks["symbol"] = "not_checked"
                why = "an earlier session may be that of the decision on admissibility"
                v.note("earlier_decision", f"The symbol of the views is {authority.symbols[0]}; {why}. Compare it.")
            elif said or authority.kind == "comment":
                v.differs("symbol", "un_symbol_malformed", f"The symbol is {authority.symbols[0]}, not {symbol}.")
                if said and _PREFIX.get(said.body, authority.system) != authority.system:
                    v.differs("court", "wrong_court", f"Not a decision of {_NAMES.get(_PREFIX[said.body], said.body)}.")
        elif said and found.communications and not set(said.numbers) & set(found.communications):
            v.differs("symbol", "un_symbol_malformed", f"{symbol} and no. {found.communications[0]} do not agree.")
        elif authority:
            v.checks["symbol"] = "agrees"


def _admitted_before(said: Communication, authority: Authority) -> bool:
    """Until the end of the 1990s a communication was first declared admissible, by a decision with its own symbol."""
    own = [s for symbol in authority.symbols if (s := read_symbol(symbol))]
    earlier = [s for s in own if s.body == said.body and int(said.session) < int(s.session)]
    return bool(earlier) and set(said.numbers) <= set(earlier[0].numbers) and (authority.date or "9") < "2000"


_WGAD = late(r"A/HRC/WGAD/(\d{4})/(\d{1,3})$")


def _opinion(symbol: str) -> str:
    """'20/2025' for A/HRC/WGAD/2025/20, the symbol of an opinion of the Working Group on Arbitrary Detention."""
    m = _WGAD.match(symbol)
    return f"{m[2]}/{m[1]}" if m else ""


def opinions(found: Found) -> list[str]:
    """Numbers of opinions that the symbols given stand for, as dockets."""
    return [f"Opinion No. {number}" for symbol in found.symbols if (number := _opinion(symbol))]


def _check_opinion(symbol: str, number: str, found: Found, v: Verdict) -> None:
    given = [m[0] for docket in found.dockets if (m := re.search(r"\d{1,3}/\d{4}$", docket))]
    if given and number not in given:
        v.differs("symbol", "un_symbol_malformed", f"{symbol} and Opinion No. {given[0]} do not agree.")
    else:
        v.checks["symbol"] = "agrees"


def check_numbers(found: Found, authority: Authority, others: list[Authority], v: Verdict) -> None:
    """Application and communication numbers: each must be the authority's; one more may belong to a joined case.

    `others`: whoever else the numbers belong to. One of a case against another state is no joined case.
    """
    given = [n for n in (*found.numbers, *found.communications)]
    if not given or not authority.numbers:
        return
    if authority.system == "echr":
        given = [re.sub(r"/(?:19|20)(?=\d\d$)", "/", number) for number in given]
    own = {number_key(n) for n in authority.numbers}
    foreign = [n for n in given if number_key(n) not in own]
    slips = [
        n for n in foreign if any(is_near(number_key(n), o) and o not in {number_key(g) for g in given} for o in own)
    ]
    elsewhere = {number_key(n) for a in others if not set(a.states) & set(authority.states) for n in a.numbers}
    strange = [n for n in foreign if number_key(n) in elsewhere]
    swapped = foreign and len(given) <= len(own) and not authority.others and not authority.weak
    if slips or strange or swapped or len(foreign) == len(given):
        wrong = (slips or strange or foreign)[0]
        one_of_many = found.others and len(own) > 8 and not strange
        if one_of_many or (authority.others and not slips and not strange):
            v.checks["number"] = "not_checked"
            return
        v.differs("number", "wrong_number", f"The number is {', '.join(authority.numbers)}, not {wrong}.")
    else:
        v.checks["number"] = "not_checked" if foreign else "agrees"
