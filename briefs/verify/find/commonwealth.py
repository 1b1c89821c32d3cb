"""How cases of the common law are named without two parties, and what they are called later: 'Re Moloney's
Application', 'ex p. Salinger', 'R v Young', later 'Moloney's case', 'Salinger', 'Young'."""

import re
from collections.abc import Iterator

from briefs.verify.find.dates import DATE, read_date
from briefs.verify.find.forms import Forms
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.places import Places

_WORDS = r"(?:[A-ZÀ-Ž][\w.'&/-]*|of|the|and|for|on|&|an|a|by|in|at|application|applications?)"
# 'In re X', 'Re X's Application', 'ex p. X', 'X, Re an application by', 'In the Matter of X', and a report behind it.
_IN_RE = late(
    rf"(?<!\w)(?P<name>(?:In (?:the )?[Mm]atter of|[Ii]n re|[Rr]e|[Ee]x p(?:arte|\.)?|[Aa]pplication by) (?:the )?"
    rf"(?P<who>(?:[A-ZÀ-Ž][\w.'&/-]*|the|an)(?: {_WORDS}){{0,9}})|"
    rf"(?P<led>[A-Z][\w'-]+), Re(?: an? application by)?),? $"
)
_UNREPORTED = late(
    rf"[Aa]pplication by (?P<who>[A-Z][\w./'-]*(?: [A-Z][\w./'-]*){{0,5}}) \([Uu]nrep(?:orted|\.)?,? (?:{DATE})\)"
)
_EX_PARTE = late(r"[Ee]x ?p(?:arte|\.)? (?P<who>[A-Z][\w'-]+)")
PROSECUTOR = late(
    r"(?:R\.?|Regina|Rex|HKSAR|The (?:Queen|King|State|People)|H\.? ?M\.? Advocate|HMA|Lord Advocate|DPP|"
    r"Director of Public "
    r"Prosecutions|Attorney[- ]General(?: .*)?|People|State|Commonwealth)"
)
# 'Canada (Minister of Citizenship and Immigration) v. Vavilov', 'Secretary of State for … v AB'
_OFFICE = late(
    r"(?:the )?(?:Canada \(|(?:Home )?Secretary|SSHD\b|Minister\b|Chief Constable|Commissioner (?:of|for)|"
    r"Government of |(?:the )?Republic of |United States\b|Attorney[- ]General|Solicitor[- ]General|Entry Clearance)"
)
# 'Commission and Others v Kadi' is called Kadi, 'A v BBC' BBC.
_OF_NO_NAME = late(
    r"(?:European )?(?:Commission|Council|Parliament)(?: and (?:Others|Another|\w+ and Others))?|[A-Z]{1,2}"
)
_POSSESSIVE = late(r"'s?(?= |$).*| [Aa]pplications?$.*")


def in_re(text: str, place: int) -> re.Match[str] | None:
    """The name without two parties that ends at `place`, where a report or a neutral citation begins."""
    return _IN_RE.search(text[max(0, place - 140) : place])


def who(m: re.Match[str]) -> str:
    """By whom such a case is called later: 'Moloney'."""
    name = m.groupdict().get("led") or (m["who"] if m["who"][:1].isupper() else "")
    return _POSSESSIVE.sub("", name)


def called(found: Found) -> str:
    """How a case of the Crown, of a government, of an institution of the Union or of one letter is called later, or one
    ex parte: by the other party."""
    ex_parte = _EX_PARTE.search(found.name)
    if ex_parte:
        return ex_parte["who"]
    led = PROSECUTOR.fullmatch(found.first) or _OFFICE.match(found.first)
    if found.second and (led or (not found.states and _OF_NO_NAME.fullmatch(found.first))):
        return re.split(r",? (?:and|&) |, | \(", found.second)[0]
    return ""


_BARE_RE = late(
    r"(?<!\w)(?:[Ii]n [Rr]e|Re(?= [^.;:]{3,60}(?:supra|"
    r"cited above))) (?P<who>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,5}(?![\w']| [A-Z]))"
    r"(?P<back>,? \(?(?:supra|cited above)\)?)?(?! of )(?!,? (?:[Nn]o\.|[\[(]?\d))"
)


def find_in_re(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    """'In re Galway' without a report, 'Re Butani (supra)'. With a number behind it, the number finds it."""
    for m in _BARE_RE.finditer(text):
        if taken.free(m.start(), m.end()) and taken.behind(m.end(), len(text) + 9) - m.end() > 3:
            name = _POSSESSIVE.sub("", m["who"])
            yield Found("docket", m.start(), m.end(), name=m["who"], form="in-re", defined=name)


def find_unreported(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    """'the application by X (unreported, 16 May 2002)'."""
    for m in _UNREPORTED.finditer(text):
        if taken.free(m.start(), m.end()):
            found = Found("docket", m.start(), m.end(), form="unreported", defined=m["who"].split()[-1])
            found.dates.append(read_date(m))
            yield found
