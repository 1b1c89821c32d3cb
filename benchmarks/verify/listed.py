"""One citation of the Court's list, English or French, in the columns of the register."""

import re

from briefs.verify.find.cases import respondents
from briefs.verify.find.dates import DATE, MONTH, read_date
from briefs.verify.find.folding import fold
from briefs.verify.find.forms import Forms

Row = dict[str, str]

_VERSUS = re.compile(r" (?:v|c)\. ")
_MARK = re.compile(r" ?\((?P<mark>[^()]*)\)| ?\[GC\]| ?\[Plenary\]", re.I)
_PHASE = {
    "just satisfaction": "just satisfaction", "striking out": "striking out", "revision": "revision",
    "friendly settlement": "friendly settlement", "merits": "merits",
    "preliminary objections": "preliminary objections", "preliminary objection": "preliminary objections",
    "article 50": "Article 50", "interpretation": "interpretation", "request for interpretation": "interpretation",
    "merits and just satisfaction": "merits",
    "satisfaction équitable": "just satisfaction", "satisfaction equitable": "just satisfaction",
    "radiation": "striking out", "radiation du rôle": "striking out", "révision": "revision",
    "règlement amiable": "friendly settlement", "fond": "merits", "fond et satisfaction équitable": "merits",
    "exceptions préliminaires": "preliminary objections", "exception préliminaire": "preliminary objections",
    "interprétation": "interpretation", "demande d'interprétation": "interpretation",
}  # fmt: skip
_REPORT = re.compile(
    r"(?:Reports of Judgments and Decisions|Reports|Recueil des arrêts et décisions|Recueil) (?P<rjd>\d{4}-[IVX]+)|"
    r"(?:ECHR|CEDH) (?P<echr>\d{4}(?:-[IVX]+)?)|(?:Series|série) A no\.? ?(?P<series>\d+(?:-[A-Z])?)",
    re.I,
)
_SERIAL = re.compile(r"\d{1,6}/\d{2}(?!\d)")
_OTHERS = re.compile(
    r"\d{2} (?:and|et) (\d+|one|two|three|four|five|six|seven|eight|nine|ten|deux|trois) (?:others?|autres?)"
)
# Two citations that the reading of the list ran together: a date or a report, and the next name behind it.
_ENDS = re.compile(
    rf"(?:{MONTH} \d{{1,4}}|(?:ECHR|CEDH)[ -]\d{{0,4}}-?[IVX]*|\(ext(?:racts|raits)\)|A no\.? \d+(?:-[A-Z])?|"
    r"§ \.\.\.,) (?!ECHR|CEDH|Reports|Recueil|Series)"
    r"(?=(?:de |van |von )?[A-ZÇÖÜİÉÁČŁŠŞŽΑ-Ω][^§]{2,90}? [vc]\. )"
)
_SMALL = {
    "AND", "OF", "THE", "V.", "DE", "VAN", "DER", "DEN", "DU", "LA", "LE", "VON", "TEN", "FOR", "NO.",
    "ET", "C.", "AUTRES", "N°", "ARTICLE",
}  # fmt: skip


def split(text: str) -> list[str]:
    """The citations of one entry."""
    places = [m.end() for m in _ENDS.finditer(text)]
    return [text[a:b].strip(" ,") for a, b in zip([0, *places], [*places, len(text)], strict=True)]


def row_of(citation: str, forms: Forms) -> Row | None:
    """One citation in the columns of the register; None for what is no case against a state."""
    text = fold(citation).text
    versus = _VERSUS.search(text)
    if not versus:
        return None
    states, end = respondents(text, versus.end(), forms)
    if not states:
        return None
    head, tail = _head_and_tail(text, end)
    marks = [m["mark"] or "" for m in _MARK.finditer(head, end)]
    phases = [phase for mark in marks for phase in _phases(mark)]
    decision = any(mark.lower().rstrip(".") in {"dec", "déc"} for mark in marks)
    date = re.search(DATE, tail, re.I)
    return {
        "name": text[:end] + "".join(f" ({_ordinal(mark)})" for mark in marks if _belongs(mark)),
        "respondent_state": ";".join(states),
        "application_numbers": ";".join(dict.fromkeys(_SERIAL.findall(tail))),
        "others_not_listed": (_OTHERS.search(tail) or ("", ""))[1],
        "kind": ("grand_chamber_" if "[GC]" in head else "") + ("decision" if decision else "judgment"),
        "phase": phases[0] if phases else "",
        "date": _real(date),
        "report": _report(tail),
        "name_variants": "",
        "notes": "",
    }


def first_of(row: Row) -> str:
    """The applicant."""
    return _VERSUS.split(row["name"])[0]


def cased(title: str) -> str:
    """A title in capitals as one writes it."""
    parts = re.split(r"([ '(-])", title)
    return "".join(part.lower() if part.upper() in _SMALL else part.capitalize() for part in parts)


def _head_and_tail(text: str, end: int) -> tuple[str, str]:
    place = end
    while m := _MARK.match(text, place):
        place = m.end()
    return text[:place], text[place:]


def _phases(mark: str) -> list[str]:
    """'(just satisfaction - striking out)' is two."""
    parts = [part.strip().lower() for part in mark.split(" - ")]
    return [_PHASE[part] for part in parts if part in _PHASE]


def _belongs(mark: str) -> bool:
    """'(no. 2)' and '(II)' tell cases apart; '(dec.)' and '(merits)' do not."""
    return bool(mark) and mark.lower().rstrip(".") not in {"dec", "déc"} and not _phases(mark)


def _ordinal(mark: str) -> str:
    """'(no 2)' and '(n° 2)' are French for '(no. 2)'."""
    return re.sub(r"^n[o°] ?(?=\d)", "no. ", mark)


def _real(date: re.Match[str] | None) -> str:
    if not date:
        return ""
    day, real = read_date(date)
    return day if real else ""


def _report(tail: str) -> str:
    m = _REPORT.search(tail)
    if not m:
        return ""
    if m["rjd"]:
        return f"Reports {m['rjd']}"
    return f"ECHR {m['echr']}" if m["echr"] else f"Series A no. {m['series']}"
