"""Finds what carries its own number: ECLI, Luxembourg cases, UN symbols, neutral citations, dockets, comments."""

import re
from collections.abc import Callable, Iterator

from briefs.verify.find import tail
from briefs.verify.find.apart import find_bracketed, find_unnumbered
from briefs.verify.find.cases import read_tail_with_dockets, respondents
from briefs.verify.find.comments import SIGNS_OF_COMMENTS, find_comments
from briefs.verify.find.commonwealth import find_in_re, find_unreported
from briefs.verify.find.dates import DATE, DAY, read_date
from briefs.verify.find.domestic import find_domestic, find_pending, find_reported
from briefs.verify.find.folding import listed
from briefs.verify.find.forms import Forms
from briefs.verify.find.found import Found
from briefs.verify.find.international import SIGNS_OF_INTERNATIONAL, find_international
from briefs.verify.find.late import late
from briefs.verify.find.leads import APPLICATION, GRAND, RULING, SECTION, SIGNS_OF_STRASBOURG, STRASBOURG
from briefs.verify.find.luxembourg import find_luxembourg
from briefs.verify.find.names import name_before, tokens_of
from briefs.verify.find.nationals import find_dated, find_listed
from briefs.verify.find.observations import SIGNS_OF_OBSERVATIONS, find_observations
from briefs.verify.find.papers import SIGNS_OF_PAPERS, find_papers
from briefs.verify.find.places import Places
from briefs.verify.find.rows import find_rows
from briefs.verify.find.stroked import find_stroked

_APPLICATION = late(
    rf"(?<!\w)(?=[tarbe])(?:(?:the )?(?:applications?|app(?:l|ln)?s?\.?|requêtes?|Beschwerden?(?:nummern?)?|"
    rf"ricors[oi]) \(?(?:nos?\.?|n[°º]s?\.?|Nrn?\.|numbers?|n\.) ?{tail.NUMBERS}|"
    r"(?<!-)E(?:CHR|CtHR)-\d{1,6}/\d{2}(?![\d/]))",
    re.I,
)
# 'N° 26386/95, Bo c. France, déc. 29.11.95', 'No. 7994/77, Dec. 6.5.78, D.R. 14': the Commission's own form. And
# '([GC], no. 14939/03, § 82)' where the sentence has named the case.
_NUMBER_LED = late(
    rf"(?<!\w)[Nn](?:os?\.|[°º]|o) ?{tail.NUMBERS}(?=,? \(?(?:[A-ZÀ-Þ][^;,()]{{1,60}} (?:v\.|c\.) [A-ZÀ-Þ]|"
    rf"[Dd][eé]c\. ?\d|Comm\. Rep|D\.?R\.? ))|(?<=\()\[GC\],? n(?:os?\.?|°s?) ?{tail.NUMBERS}"
)
_RUSSIAN = late(rf"(?<!\w)[Жж]алоб[аыеу] nos?\. ?{tail.NUMBERS}")  # '№' is folded to 'no.'
_COMMUNICATION = late(
    rf"(?<!\w)(?:(?:communications?|complaints?|comm\.|comunicaci[oó]n(?:es)?) (?:nos?\.?|n[°º]s?\.?|n[úu]m\.) ?|"
    rf"(?:HRC|CAT|CEDAW|CERD|CCPR|CED|CRC) (?:Comm\.|Communication) (?:Nos?\.? ?)?){tail.NUMBERS}",
    re.I,
)
_ECLI = late(f"{tail.ECLI}|{tail.EU_ECLI}|ECLI:[A-Za-z0-9:.]{{4,60}}[A-Za-z0-9]")
_SYMBOL = late(tail.SYMBOL)
_LETTER_AND_STROKE = late(r"/(?<=[A-Z]/)")
_NEUTRAL = late(rf"(?<![\w/]){tail.NEUTRAL}")
_DIGIT = late(r"\d")


def find_anchors(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    """Everything outside `taken`, which grows; earlier kinds win where two overlap. Without a digit, only 'In re X'."""
    for find, signs in FINDERS if _DIGIT.search(text) else FINDERS[-1:]:
        if signs and not any(sign in text for sign in signs):
            continue
        for found in find(text, taken, forms):
            if taken.free(found.start, found.end):
                taken.add(found.start, found.end)
                yield found


def _free(pattern: re.Pattern[str], text: str, taken: Places) -> Iterator[re.Match[str]]:
    for m in pattern.finditer(text):
        if taken.free(m.start(), m.end()):
            yield m


def _read(text: str, m: re.Match[str], family: str, forms: Forms) -> Found:
    found = Found(family, m.start(), m.end())
    found.end = max(read_tail_with_dockets(text, m.start(), found, forms), m.end())
    return found


def _titles(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    for m in _free(forms.title(titles), text, taken) if (titles := forms.names_in("title", text)) else ():
        found = _read(text, m, "title", forms)
        found.name = m[0]
        found.end = max(read_tail_with_dockets(text, m.end(), found, forms), m.end())
        yield found
    for m in _free(forms.ruling, text, taken) if forms.names_in("ruling", text) else ():
        found = Found("title", m.start(), m.end(), name=m["title"], year=m["of"] or "")
        found.dates += [] if m["of"] or m["number"] else [read_date(m)]
        found.dockets += [m["number"]] if m["number"] else []
        found.end = max(read_tail_with_dockets(text, m.end(), found, forms), m.end())
        yield found


def _neutral(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    for m in _free(_NEUTRAL, text, taken):
        bracketed = m[0][0] == "[" and len(m["ncourt"]) > 2
        if bracketed or m["ncourt"] in forms.neutral or m["ncourt"].split()[0] in forms.neutral:
            yield _read(text, m, "neutral", forms)


_CONCERNING = late(
    r",? (?:concerning |relative à )?(?P<name>[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+){0,4} \([A-Z][\w ]{2,40}\))"
)


_SERIES_ALONE = "ecthr-series-english"


def _dockets(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    for form in forms.dockets_in(text):
        for m in _free(form.pattern, text, taken):
            if form.requires and not form.requires.search(text):
                continue
            found = Found("docket", m.start(), m.end(), form=form.id)
            found.dockets.append(m["number"])
            if concerning := _CONCERNING.match(text, m.end()) if form.id == "wgad-opinion" else None:
                found.name = found.first = concerning["name"]
                found.end = concerning.end()
            end = found.end
            until = taken.behind(m.end(), len(text))
            if form.id == _SERIES_ALONE and (more := text.find("Series A", m.end(), until)) >= 0:
                until = more
            found.end = max(tail.read_tail(text[:until], end, found), end)
            if found.numbers:  # the next item of a list, '2018/42', and no number of this citation
                found = Found("docket", m.start(), end, found.name, found.first, form=form.id, dockets=[m["number"]])
            if not found.dates and (day := DAY.search(text, m.start(), m.start("number"))):
                found.dates.append(read_date(day))  # 'Cassazione penale, sezione VI, sentenza 1 marzo 2023, n. 21125'
            yield found


_LED = late(
    rf"(?<!\w)(?:{STRASBOURG})(?P<gc>,? \(?(?:{GRAND})\)?)?"
    rf"{SECTION},? (?:{RULING} )?(?:{DATE})(?:,? ?-? |, )(?P<alone>[A-ZÀ-Þ][^,;:()]{{1,60}}, )?"
    rf"{APPLICATION}{tail.NUMBERS}(?P<name>, [A-ZÀ-Þ][^/,;:()]{{1,80}}/)?"
)


def _court_led(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    """'EGMR, Urteil vom 07.12.1976 - 5493/72, Handyside/Vereinigtes Königreich', 'CEDH 15 fév. 2024, n° 14157/18'."""
    for m in _free(_LED, text, taken) if "/" in text else ():
        found = Found("number", m.start(), m.end(), grand_chamber=bool(m["gc"]), courts=["ECtHR"])
        found.dates.append(read_date(m))
        found.numbers += re.findall(r"\d{1,6}/\d{2}(?!\d)", text[m.end(found_date(m)) : m.end()])
        states, end = respondents(text, m.end(), forms) if m["name"] else ((), m.end())
        if states:
            found.family, found.first, found.states = "case", m["name"][2:-1].strip(), states
            found.name, found.end = found.first, end
        elif m["name"]:
            found.end = m.start("name")
        elif m["alone"]:
            found.family, found.first = "case", m["alone"].strip(", ")
            found.name = found.first
        found.end = max(tail.read_tail(text, found.end, found), found.end)
        yield found


_NAMED_COURT = late(
    r",? \((?:CJEU|CJUE|ECJ|EuGH|ECtHR|ECHR|CEDH|EGMR|TEDH|HRC|IACtHR)(?:,? \(?(?:GC|Grand Chamber|"
    r"Große Kammer)\)?)?,? "
    rf"(?:{DATE}|(?P<year>(?:19|20)\d\d))(?:,? (?:GC|Grand Chamber))?\)"
)


def _named_court(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    """'Schrems II (CJEU, 2020)': a name, with court and year in brackets behind it."""
    for m in _free(_NAMED_COURT, text, taken):
        start = name_before(text, m.start(), taken.before(m.start()))
        name = text[start : m.start()]
        if set(tokens_of(name)) - _NO_CASE:
            found = Found("case", start, m.end(), name, name, year=m["year"] or "")
            found.end = max(tail.read_tail(text, m.start(), found), m.end())
            yield found


_AMERICAN = late(rf"(?=\d)(?:{tail.US_REPORT}|{tail.EURCT})")


def _american(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    """'161 Eur. Ct. H.R. (ser. A) (1989)' where the name of the case stands in the text."""
    for m in _free(_AMERICAN, text, taken):
        yield _read(text, m, "number", forms)


_SLASHED = late(
    rf"(?<!\w)(?:(?:{STRASBOURG})(?:,? \(?(?:{GRAND})\)?)?,? )?{APPLICATION}{tail.NUMBERS},? \(?"
    r"(?P<name>[A-ZÀ-Ž][^/,;:()\d]{1,60})/(?=[A-ZÀ-Ž])"
)


_STROKE = late(r"/(?<=[^/,;:()\d]/)(?=[A-ZÀ-Ž])")


def _slashed(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    """'ECtHR, 37610/18, Liu/Poland, 6.10.2022': number, and the parties with a stroke between them."""
    if not _STROKE.search(text):
        return
    for m in _free(_SLASHED, text, taken):
        states, end = respondents(text, m.end(), forms)
        if states:
            found = Found("case", m.start(), end, m["name"], m["name"].strip(), states=states)
            found.numbers += re.findall(r"\d{1,6}/\d{2}(?!\d)", text[m.start() : m.start("name")])
            found.end = max(tail.read_tail(text, end, found), end)
            yield found


def found_date(m: re.Match[str]) -> str:
    """The group of the year in a match of DATE."""
    return next(f"y{n}" for n in "12345" if m[f"y{n}"])


_UNNAMED = late(r"(?P<marks>(?: \((?:dec\.|déc\.|no\. ?\d)\)| \[GC\])*),? \(?(?:nos?\.|n°s?) ?\d{1,6}/\d{2}(?![\d/])")
_NO_CASE = listed(
    "law laws act decree order regulation judgment decision resolution directive file section code ordinance protocol "
    "instruction circular gazette constitution court petition complaint case cases loi rule rules "
    "invoice bill receipt contract agreement permit licence license passport visa policy account ticket flight form "
    "letter memo reference ref file dossier warrant notice cheque registration certificate exhibit annex appendix "
    "document doc report facture reçu contrat rechnung vertrag bescheid fattura contratto factura contrato"
)


def _without_state(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    """'Dzhidzheva-Trendafilova (dec.), no. 12628/09, § 50': a name without its respondent state."""
    for m in _free(_UNNAMED, text, taken):
        floor = taken.before(m.start())
        start = name_before(text, m.start(), floor)
        words = tokens_of(text[start : m.start()])
        if start >= m.start() or set(words) & _NO_CASE or not words:
            continue
        found = Found("case", start, m.start(), text[start : m.start()], text[start : m.start()])
        found.end = tail.read_tail(text, m.start(), found)
        if found.numbers and (m["marks"] or found.dates or found.pinpoints or found.reports):
            yield found


def _applications(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    for m in _free(_APPLICATION, text, taken):
        found = _read(text, m, "number", forms)
        found.numbers = found.numbers or re.findall(r"\d{1,6}/\d{2}", m[0])
        yield found


def _russian(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    """'жалоба № 24268/08, постановление от 1 апреля 2010 г.'"""
    for m in _free(_RUSSIAN, text, taken):
        yield _read(text, m, "number", forms)


def _number_led(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    for m in _free(_NUMBER_LED, text, taken):
        yield _read(text, m, "number", forms)


def _communications(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    low = text.lower()
    if not any(sign in low for sign in ("communication", "complaint", "comm.", "comunicaci")):
        return
    for m in _free(_COMMUNICATION, text, taken):
        yield _read(text, m, "communication", forms)


def _ecli(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    for m in _free(_ECLI, text, taken):
        found = _read(text, m, "ecli", forms)
        if not found.eclis:
            found.eclis.append(m[0])
        yield found


def _symbols(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    if not _LETTER_AND_STROKE.search(text):
        return
    for m in _free(_SYMBOL, text, taken):
        if re.search(r"\d", m[0]):
            yield _read(text, m, "symbol", forms)


_SIGNS_OF_A_NAMED_COURT = (
    "(CJEU", "(CJUE", "(ECJ", "(EuGH", "(ECtHR", "(ECHR", "(CEDH", "(EGMR", "(TEDH", "(HRC", "(IACtHR",
)  # fmt: skip
Finder = Callable[[str, Places, Forms], Iterator[Found]]
FINDERS: tuple[tuple[Finder, tuple[str, ...]], ...] = (
    (_titles, ()),
    (_court_led, SIGNS_OF_STRASBOURG),
    (_slashed, ("/",)),
    (_russian, ("алоб",)),
    (find_stroked, ("/",)),
    (find_dated, ()),
    (find_unreported, ("nrep",)),
    (_without_state, ("/",)),
    (_named_court, _SIGNS_OF_A_NAMED_COURT),
    (_american, ("Eur. ", "Eur.C")),
    (find_comments, SIGNS_OF_COMMENTS),
    (find_international, SIGNS_OF_INTERNATIONAL),
    (find_luxembourg, ("C-", "T-", "F-", "ase C", "ase T", "ases C", "ases T", "nd C", "nd T", "Case")),
    (_neutral, ()),
    (find_reported, ("udgment", "udgement", "rrêt")),
    (_dockets, ()),
    (_applications, ("/",)),
    (_communications, ("/",)),
    (_number_led, ("/",)),
    (find_bracketed, ("(n", "([GC]")),
    (find_unnumbered, ("] UK", "] EW", "] CS", "] NI", "] NZ", "] IE")),
    (find_listed, ("o. ",)),
    (_ecli, ("ECLI", "EU:")),
    (_symbols, ("/",)),
    (find_observations, SIGNS_OF_OBSERVATIONS),
    (find_papers, SIGNS_OF_PAPERS),
    (find_domestic, ()),
    (find_rows, ("o.", "os.")),
    (find_pending, ("ase No", "ase no")),
    (find_in_re, ("n re ", "n Re ", "Re ")),
)
"""The earlier wins where two would overlap. One of its signs stands in all that a finder can find; a text without any
is not searched."""
