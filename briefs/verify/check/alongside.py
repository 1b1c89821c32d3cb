"""What stands right before or behind the number of a national ruling: party, formation, day, another number."""

import re
from itertools import permutations

from briefs.citing import written_date
from briefs.verify.check.bodies import check_national_before
from briefs.verify.check.chambers import check_chamber
from briefs.verify.check.comparing import Knowledge
from briefs.verify.check.verdict import Verdict
from briefs.verify.find.dates import DATE, read_date, year_in
from briefs.verify.find.folding import listed, plain
from briefs.verify.find.forms import bare
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.names import agree, tokens_of
from briefs.verify.known.authorities import Authority, docket_key

_INITIALS = r"(?:[A-ZÀ-Ž][a-z]?\.[ -]{0,2}){2,4}"
_PERSON = r"[A-ZÀ-Ž][\w'-]+(?: [A-ZÀ-Ž][\w'-]+){1,3}"
_BRACKET = late(rf",? \((?P<who>{_INITIALS}|{_PERSON})\)")
_ONE_WORD = late(r",? \((?P<who>[A-ZÀ-Ž][\w' -]{2,40})\)")
_INITIALS_BEFORE = late(rf"(?<!\w)(?P<who>{_INITIALS}),? $")
# A case with two parties right behind a number, with no number of its own: it says whose case the number is.
_PARTIES = late(
    r", (?P<who>[A-ZÀ-Ž][\w'.-]*(?: (?:[A-ZÀ-Ž][\w'.-]*|and|of|de)){0,5}) (?:v|vs|c)\.? "
    r"[A-ZÀ-Ž][\w'.-]*(?: [A-ZÀ-Ž][\w'-]*){0,4}(?!,? ?[\[(]?(?:\d|[Nn]os?\b|G\.R|Series|C-\d))"
)
# 'Opinion No. 20/2025 of the Working Group concerning X (Kazakhstan)'
_CONCERNING = late(
    r"(?: of the (?:UN |United Nations )?Working Group(?: on Arbitrary Detention)?)?,? concerning "
    r"[A-ZÀ-Ž][\w' -]{2,60} \((?P<who>[A-ZÀ-Ž][\w' -]{2,40})\)"
)
_IN_RE = late(r"(?:In )?[Rr]e |[Ee]x p|In (?:the )?[Mm]atter of ")
_OWN = late(rf"\((?P<in>{_INITIALS}|{_PERSON})\)|^(?P<led>{_INITIALS})(?=,)")
_VERSUS = late(r" (?:v|c)\.? ")
_NO_PERSON = listed(
    "court chamber division senate section panel plenary pleno sala sez sezione exhibit annex tab appendix chapter "
    "republic states kingdom supreme constitutional federal high criminal civil administrative decision judgment "
    "tribunal ministry government brazil spain audiencia nacional cour cassation bundesgericht soud soud sad primera "
    "segunda first second third grand full bench admin in english translation"
)
_FORMATIONS = (
    late(r"\b[Ss]ez(?:\.|ione) ?(?P<of>[Uu]n(?:ite|\.)|[IVX]{1,4}|\d)(?![\w])"),
    late(r"\bSala (?P<of>Primera|Segunda|Tercera|Cuarta|Quinta)\b"),
)
_APPEAL = late(r"\brecurso (?:de amparo )?(?:n[úu]m\.? |n\.? ?[º°] ?)?(?P<no>\d{1,5}-\d{4})\b")
_SPANISH_DAY = late(r",? de (?P<day>\d{1,2}) de (?P<month>[a-z]{4,10})(?! de \d)")
# 'no. 11-87.679, Bull. crim. 2012, no. 41, 15 February 2012': the day behind the number in the Court's own bulletin.
_DAY_BEHIND = late(rf",? \(?Bull\. ?(?:crim|civ|soc|com)\.?(?: (?:19|20)\d\d)?(?:,? n[o°]\.? ?\d{{1,4}})?,? (?:{DATE})")
_CIRCUIT = late(r",? \((?P<nth>\d{1,2})(?:st|nd|rd|th|d) Cir\.? (?P<year>\d{4})\)")
_SERIES = late(r"(?:,? [^;()\d]{1,50})?(?:,? (?:19|20)\d{2})?,? \(?(?P<number>Series C,? [Nn]o\. ?\d{1,4})")
_DAY_BEFORE = late(
    rf"(?<!\w)(?:[A-ZÀ-Ž]\w{{2,14}} )?(?:judgment|ruling|decision|order|acórdão|nález|usnesení|rozsudek|wyrok\w*|"
    r"postanowieni\w+|uchwał\w+|beslut\w*|dom(?:stolen|en)?|Domstolen|domstolen|auto|sentencia|sentenza|arrêt|Urteil|"
    r"Beschluss|Court|STJ|Cass\. (?:pen|crim)\.)"
    rf"(?: [^\W\d]{{1,14}}){{0,7}},? (?:{DATE}),? "
    r"(?:\(?(?:proc(?:esso|\.)?|sp\. zn\.|sygn\. akt|no\.|nr|n\.[º°o]?|č\. ?j\.|Az\.)[ :]*){0,2}$"
)


def check_alongside(found: Found, text: str, known: Knowledge, v: Verdict) -> None:
    """For a ruling known by its number: whatever stands beside the number must be the record's, where it tells."""
    authority = v.authority
    if v.status != "exists" or authority is None or authority.system not in {"national", "wgad", "iacthr"}:
        return
    if found.family == "title":
        _number_inside(found, text, authority, known, v)
    if v.authority is None or found.family not in {"docket", "neutral", "case", "title"}:
        return
    check_national_before(text, found, authority, known.authorities, v)
    if found.family != "case":
        _party(found, text, authority, known, v)
        _formation(found, text, authority, v)
        check_chamber(found, text, authority, v)
        _appeal(found, text, authority, v)
        _report(found, text, authority, known, v)
        _day(found, text, authority, v)
    _circuit(found, text, authority, v)
    _series(found, text, authority, v)
    if v.problems:
        v.status = "mismatch"


def _number_inside(found: Found, text: str, authority: Authority, known: Knowledge, v: Verdict) -> None:
    """'X, Supreme Court of Poland, V KK 77/20, 15 January 2021': a number that the record has not got."""
    said = text[found.start : found.end]
    own = {docket_key(key) for key in (*authority.dockets, *authority.neutrals)}
    for form in known.forms.dockets_in(said):
        for m in form.pattern.finditer(said):
            if docket_key(m["number"]) not in own and not any(m["number"] in name for name in authority.names):
                v.status, v.authority, v.checks = "not_in_library", None, {}
                v.note("same_name", f"{authority.name} of {written_date(authority.date)} is known without this number.")
                return


def _party(found: Found, text: str, authority: Authority, known: Knowledge, v: Verdict) -> None:
    if _IN_RE.match(text, found.start) and found.defined and not authority.named(found.defined):
        v.differs("name", "swapped_party", f"{found.defined} is no party of it: this is {authority.name}.")
        return
    if who := another_party(found, text, authority, known):
        v.differs("name", "swapped_party", f"{who} is no party of it: this is {authority.name}.")


def another_party(found: Found, text: str, authority: Authority, known: Knowledge) -> str:
    """The party named right beside the number that the record has not got; empty where none is."""
    behind = _CONCERNING.match(text, found.end) if authority.system == "wgad" else _PARTIES.match(text, found.end)
    behind = behind or _BRACKET.match(text, found.end) or _ONE_WORD.match(text, found.end)
    before = _INITIALS_BEFORE.search(text, max(0, found.start - 14), found.start)
    return next((m["who"].strip() for m in (behind, before) if m and _stranger(m, authority, known)), "")


def _stranger(m: re.Match[str], authority: Authority, known: Knowledge) -> bool:
    who = m["who"].strip()
    if state := known.forms.state.fullmatch(who):
        code = known.forms.state_of[plain(bare(state[0]))]
        own = {known.forms.state_of[plain(bare(s[0]))] for n in authority.names for s in known.forms.state.finditer(n)}
        return authority.system in {"wgad", "iacthr"} and bool(own) and code not in own
    words = set(tokens_of(who))
    if words & _NO_PERSON:
        return False
    if m.re.pattern == _ONE_WORD.pattern:
        own = {word for name in authority.names for word in tokens_of(name)}
        return not words & own and bool(known.authorities.named(who)) and _has_people(authority)
    if m.re.pattern == _PARTIES.pattern:
        return _has_people(authority) and not authority.named(who)
    own = people(authority)
    return bool(own) and not any(_same_person(who, one) for one in own)


def people(authority: Authority) -> list[str]:
    """Persons and initials that the record names."""
    own = [one["in"] or one["led"] for name in authority.names for one in _OWN.finditer(name)]
    return [one for one in own if not set(tokens_of(one)) & _NO_PERSON]


def _has_people(authority: Authority) -> bool:
    return bool(people(authority) or _VERSUS.search(authority.name))


def _same_person(one: str, other: str) -> bool:
    """Names, or a name and its initials in any order: 'Z.C.' may be 'Chen Zhang'."""
    if re.fullmatch(_INITIALS, one) or re.fullmatch(_INITIALS, other):
        a, b = _letters(one), _letters(other)
        return any("".join(some) in {a, b} for some in permutations(min(a, b, key=len))) and set(a) == set(b)
    return agree(one, other)


def _letters(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"\w+", plain(name)))


def _formation(found: Found, text: str, authority: Authority, v: Verdict) -> None:
    said = text[found.start : found.end] + re.split(r"[;\n]|\. ", text[found.end : found.end + 45])[0]
    for pattern in _FORMATIONS:
        given = pattern.search(said)
        own = next((m for name in authority.names if (m := pattern.search(name))), None)
        if given and own and plain(given["of"]) != plain(own["of"]):
            v.differs("court", "wrong_court", f"The formation is {own[0]}, not {given[0]}.")


def _appeal(found: Found, text: str, authority: Authority, v: Verdict) -> None:
    given = _APPEAL.search(re.split(r"[;\n]|\. ", text[found.end : found.end + 90])[0])
    own = [docket for docket in authority.dockets if re.fullmatch(r"\d{1,5}-\d{4}", docket)]
    if given and own and given["no"] not in own:
        v.differs("number", "wrong_number", f"The appeal is no. {own[0]}, not {given['no']}.")


def _report(found: Found, text: str, authority: Authority, known: Knowledge, v: Verdict) -> None:
    """The official collection behind the number: 'II. ÚS 2299/19, N 66/99 SbNU 233'."""
    form = next((one for one in known.forms.dockets if one.id == "cz-reports"), None)
    m = form.pattern.match(text, found.end + 2) if form and text.startswith(", ", found.end) else None
    own = [n for n in authority.neutrals if form and form.pattern.fullmatch(n)]
    if m and own and docket_key(m["number"]) not in map(docket_key, own):
        v.differs("report", "wrong_reports_year", f"The report is {own[0]}, not {m['number']}.")


def _day(found: Found, text: str, authority: Authority, v: Verdict) -> None:
    """The day right before the number, or behind it, against the record's."""
    if found.dates or not authority.date or len(authority.date) != 10 or not authority.date_sure:
        return
    given = day_beside(found, text, authority)
    if given and given in {authority.date, *authority.measures}:
        v.checks["date"] = "agrees"
    elif len(given) == 10:
        v.differs("date", "wrong_date", f"Decided on {written_date(authority.date)}, not {written_date(given)}.")


def day_beside(found: Found, text: str, authority: Authority) -> str:
    """The day right before the number, behind a word for a ruling or a court; in Spanish behind it, without a year,
    which is then the record's. Empty where none stands there."""
    window = max(0, found.start - 90), found.start
    before = _DAY_BEFORE.search(text, *window) if year_in(text, *window) else None
    if not before and "Bull" in text[found.end : found.end + 8]:
        before = _DAY_BEHIND.match(text, found.end)
    given = read_date(before)[0] if before else ""
    if not given and authority.date and (m := _SPANISH_DAY.match(text, found.end)):
        spelt = re.match(DATE, f"{m['day']} de {m['month']} de {authority.date[:4]}")
        given = read_date(spelt)[0] if spelt else ""
    return given


def _circuit(found: Found, text: str, authority: Authority, v: Verdict) -> None:
    """'(2d Cir. 2000)' behind an American report."""
    m = _CIRCUIT.match(text, found.end)
    if not m or not authority.court.startswith("us-ca"):
        return
    if authority.court != f"us-ca{m['nth']}":
        v.differs("court", "wrong_court", f"This is {authority.name}, of another circuit.")
    elif authority.date and not authority.date.startswith(m["year"]):
        v.differs("date", "wrong_date", f"Decided in {authority.date[:4]}, not in {m['year']}.")


def _series(found: Found, text: str, authority: Authority, v: Verdict) -> None:
    """'X v. Peru, Supervision of compliance, Series C No. 377': a number of the San José court behind other words."""
    m = _SERIES.match(text, found.end) if authority.system == "iacthr" and not found.dockets else None
    own = [docket for docket in authority.dockets if docket.startswith("Series C")]
    if m and own and docket_key(m["number"]) not in map(docket_key, own):
        v.differs("number", "wrong_number", f"The number is {own[0]}, not {m['number']}.")
