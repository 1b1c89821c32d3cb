"""Rulings of national courts as the texts of others describe them: 'decision no. 65 of 10 December 1999 of the
Constitutional Court', 'judgment of the Supreme Court of 12 March 2010 (no. 4 Ob 12/10)', and a ruling of Strasbourg by
its day and report alone. A ruling, its court, its day and its number are read in any order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefs.verify.find.dates import DAY, read_date
from briefs.verify.find.forms import Forms
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.places import Places
from briefs.verify.find.tail import read_tail

_CAP = r"[A-ZÀ-Ž][\w'-]{1,20}"
_NO_PART = r"(?:The|See|In|By|On|Cf|Under|Before|When|Since|Both|La|Le) "
_COURT = (
    rf"(?:(?:(?!{_NO_PART}){_CAP} ){{1,5}}(?:Court|Tribunal|Appeals? Board)(?!s?\w)(?: of (?:the )?{_CAP}(?: (?:and |"
    rf"of )?{_CAP}){{0,3}})?|"
    rf"(?:Court|Tribunal) of {_CAP}(?: (?:and |of |in |for )?{_CAP}){{0,4}}|"
    r"Conseil d'[EÉ]tat|Council of State|House of Lords|Privy Council|Federal Court|"
    r"(?:Haute )?(?:[Cc]our|Tribunal) (?:suprême|constitutionnel(?:le)?|de cassation|administrati(?:ve|f)|fédérale?|"
    r"d'appel|d'arbitrage)"
    r"(?: (?:suprême|fédérale?|d'appel))?(?: d[eu] [A-ZÀ-Ž]\w+)?)(?: for (?:[A-Z]\w+ ){1,3}(?:Matters|Affairs|Cases))?"
    r"(?:,? \(?(?:Judicial Division|Full Court|Plenary|Grand Chamber|(?:First|Second|Third|Civil|Criminal|"
    r"Administrative) (?:Division|Chamber|Section))\)?)?"
)
_COURT_HERE = late(_COURT)
_COURT_WORD = late(
    r"(?:Court|Tribunal|Appeals? Board)(?!\w)|Conseil d'[EÉ]tat|Council of State|House of Lords|"
    r"(?:Haute )?[Cc]our (?=suprême|constitutionnelle|de cassation|administrative|fédérale|d'appel|d'arbitrage)"
)
_CAPITALS_BEFORE = late(rf"(?<!\w)(?:(?!{_NO_PART}){_CAP} ){{1,5}}$")
# The Court of Strasbourg and that of Luxembourg have forms of their own.
_OURS = late(r"European|Human Rights|(?<!Supreme )(?<!High )Court of Justice|Inter-American|International|européenne")
_RULING = late(
    r"(?<![\w-])(?=[ADGIJLOPRUadgijlopru])(?:(?P<sure>(?:(?:[Uu]nifying|[Pp]lenary|[Ii]nterpretative|[Ll]andmark|"
    r"[Ll]eading|[Gg]uiding|"
    r"[Pp]ilot) )?"
    r"(?:[Jj]udge?ments?(?: on \w+ \w+(?= of \d))?|[Rr]ulings?|[Jj]ugements?|"
    r"[Aa]rrêts?(?: (?:ultérieur|antérieur|de principe|phare)s?)?)|"
    r"(?:[Uu]nifying|[Pp]lenary|[Ii]nterpretative|[Gg]uiding) (?:[Dd]ecisions?|[Rr]esolutions?|[Oo]pinions?))|"
    r"(?P<weak>[Dd]ecisions?|[Rr]esolutions?|[Oo]rders?|[Dd]écisions?|[Aa]ffaire(?= de (?:19|20)\d\d \())|"
    r"(?P<day>[Oo]n(?= \d{1,2} [A-Z]))|"
    r"(?P<more>and(?= \d{1,2} [A-Z][a-z]+ \d{4}, [A-ZÀ-Ž])))(?= )"
)
_JOINT = late(
    r"(?:,? \(|,? (?:of|by|dated|delivered|given|adopted|issued|handed down|on|in|from|du|de la|de|"
    r"the(?: (?:Plenary|Plenum) of the)?|"
    r"rendue?(?: par)?|"
    r"le|la|judge?ment|decision|ruling)(?= )|, | ){1,4}"
)
_SAID = late(r"judge?ment|decision|ruling")
_LABEL = (
    r"(?:(?:(?:civil|criminal|administrative) )?"
    r"(?:[Cc]ourt|[Cc]ase|[Dd]ecision|[Aa]pplication|[Aa]ppeal|[Cc]assation|[Cc]omplaint|[Jj]udgment|[Rr]uling|"
    r"[Dd]ocket) )?(?:[Ff]ile )?(?:[Nn]os?\.?|[Nn]umbers?|n[°º]s?|[Nn]r\.?|[Rr]ef\.(?: no\.)?) ?"
)
_NUMBER = late(
    rf"{_LABEL}(?P<no>(?:[A-ZÀ-Ž][\w.-]{{0,5}} ){{0,2}}[\w./:-]{{0,20}}\d(?:[\w./:-]{{0,20}}\w)?"
    r"(?: [A-Z][A-Za-z]{0,4} \d{1,5}/\d{2,4})?(?: of (?:19|20)\d\d(?!\d)|\.? \([IVX]{1,4}\. ?\d{1,2}\.\) A[BKH])?)"
    r"(?![\w/])"
)
_SIGNS = (
    "eading ",
    "andmark ",
    "o. ",
    "os. ",
    "o.1",
    "(no ",
    "n°",
    " no ",
    "umber ",
    "r. ",
    "ef. ",
    "Rec",
    "Dalloz",
    "Lebon",
    "AJDA",
    "RFDA",
    "Bull",
    "JCP",
)
# 'dans une affaire de 1975 (no 102)'
_YEAR = late(r"(?:19|20)\d\d(?= \((?:nos?\.?|n°) ?\d)")
_MORE = late(rf",? (?:and )?(?={_LABEL})")
# 'no. 27 of 1959, no. 45 of 1960': another ruling, and no second number of the first.
_A_ROW = late(r"[Nn]os?\. ?\d{1,6}(?: and \d{1,6})? of (?:19|20)\d\d(?!\d)")
_OF = late(r"(?:^| )(?:of|by|in|du|de|par) |[(,] ?$")
# ', Lazaar, application no. 121849', ', Zehar, Dalloz 1994': parties and report behind the day.
_NAMED = late(rf", (?P<name>{_CAP}(?: {_CAP}){{0,3}}), ")
_REPORT = late(
    r"(?P<no>(?:Rec(?:ueil|\.)?|Lebon|Dalloz|D\.|AJDA|RFDA|RDP|JCP|Bull\.|Gaz\. Pal\.)(?: [IVX]{1,3}| [a-z]{2,6}\.)?,? "
    r"(?:(?:19|20)\d\d|tables|p\. ?\d{1,4})(?:,? (?:tables|p\. ?\d{1,4}))?)(?!\w)"
)
_STRASBOURG_NUMBER = late(r"^\d{1,6}/\d{2}$")
_YEARED = late(r"(?:/|of )(?:19|20)\d\d$|^(?:19|20)\d\d/")
_WHOSE = late(r"(?:Court|Tribunal)'s $")
# 'the Plenary Supreme Court delivered a decision (no. 5/79)'
_GAVE = late(r"(?:Court|Tribunal) (?:delivered|adopted|gave|issued|rendered) an?(?: \w+)? $")
# 'judgments of the General Assembly of the Administrative Division of 2 March 2005 (nos. 141.510 and 141.511)'
_ASSEMBLY = late(r"(?:General|Plenary|Full) Assembly(?: of the (?:[A-Z]\w+ ){1,2}(?:Division|Section))?")
# 'Decision no. 12 of 3 May 2010 of the Council of Ministers' is no ruling.
_OF_AN_OFFICE = late(r",? (?:of|by|du|de la|de l') ?(?!(?:the |same |that |this )*court)(?:the )?(?=\w)|'s? ")
_OFFICE = late(
    r"Government|Minist|Cabinet|Parliament|Council of Ministers|President of the Republic|[Pp]rosecutor|[Pp]olice|"
    r"[Mm]ayor"
)
_LEADING = late(r"(?:[Ll]eading|[Ll]andmark) (?:judge?ment|ruling|decision)(?: on \w+ \w+)?")
_SENTENCE_END = late(r"[.;?!] (?=[A-ZÀ-Ž])")
# 'Case No.2383/09 before the County Court of Victoria'
_BEFORE_A_COURT = late(
    r"(?<![\w-])[Cc]ase [Nn]o\.? ?(?P<no>(?:[A-Z]{1,4} )?\d{1,5}/\d{2,4}) (?:before|of|in) the "
    rf"(?P<court>{_COURT})"
)
_REPORTED = late(r"(?<![\w-])(?:[Jj]udge?ments?|[Aa]rrêts?) (?:of|du) (?=\d)")


@dataclass
class _Parts:
    """What has been read of one ruling."""

    end: int
    court: str = ""
    number: str = ""
    dated: bool = False
    said: bool = False
    year: bool = False


def find_domestic(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    """A ruling with a number, and a court or a day; a decision or an order needs a court in its sentence."""
    if not any(sign in text for sign in _SIGNS):
        return
    heads = [(m.start(), m.end(), m.lastgroup or "") for m in _RULING.finditer(text)]
    if not heads and not _COURT_WORD.search(text):
        return
    done = 0
    for start, end, kind in sorted([*heads, *courts_in(text)]):
        if start < done or not taken.free(start, end):
            continue
        found = Found("docket", start, end, form="domestic")
        parts = _read(text[: taken.behind(end, len(text))], start, end, kind, found)
        if (
            (parts.number or _leads(text, start, end, parts))
            and parts.end > end
            and _is_ruling(text, start, kind, parts)
        ):
            found.end = done = parts.end
            found.start += {"day": 3, "more": 4}.get(kind, 0)
            yield found


def _leads(text: str, start: int, end: int, parts: _Parts) -> bool:
    """'leading judgment of 4 May 2011': told from others by that word alone."""
    lead = parts.dated and _LEADING.fullmatch(text, start, end) and not text.startswith(" in ", parts.end)
    return bool(lead) and _court_near(text, start, parts.end)


def courts_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Places of courts that a ruling may begin with: 'Supreme Court, 12 March 2010, no. 4 Ob 12/10'."""
    for m in _COURT_WORD.finditer(text):
        before = _CAPITALS_BEFORE.search(text, max(0, m.start() - 90), m.start())
        start = before.start() if before else m.start()
        here = _COURT_HERE.match(text, start)
        if here and not _OURS.search(here[0]):
            yield start, here.end(), "court"


def _read(text: str, start: int, end: int, kind: str, found: Found) -> _Parts:
    """Court, day and number behind the head, each at most once; brackets are closed."""
    parts = _Parts(end, text[start:end] if kind == "court" else "")
    for _ in range(4):
        named = _NAMED.match(text, parts.end) if parts.dated else None
        joint = named or _JOINT.match(text, parts.end)
        if not joint:
            break
        place = joint.end()
        if not parts.dated and (m := DAY.match(text, place)):
            found.dates.append(read_date(m))
            parts.dated, at = True, m.end()
        elif not parts.dated and (m := _YEAR.match(text, place)):
            parts.dated, parts.year, at = True, True, m.end()
        elif not parts.number and (m := _NUMBER.match(text, place) or (_REPORT.match(text, place) if named else None)):
            parts.number, at = m["no"], _numbers(text, m.end())
        elif not parts.court and (kind == "day" or _OF.search(joint[0])) and (m := _court_at(text, place, kind)):
            parts.court, at = m[0], m.end()
        else:
            break
        parts.said = parts.said or bool(_SAID.search(joint[0]))
        opened = text.count("(", start, at) - text.count(")", start, at)
        parts.end = at + (opened > 0 and text[at : at + 1] == ")")
    return parts


def national_court(text: str, place: int) -> re.Match[str] | None:
    m = _COURT_HERE.match(text, place)
    return None if m and _OURS.search(m[0]) else m


def _court_at(text: str, place: int, kind: str) -> re.Match[str] | None:
    """A court, or behind 'judgments of the' one of its formations: other assemblies give no judgments."""
    return national_court(text, place) or (_ASSEMBLY.match(text, place) if kind == "sure" else None)


def _numbers(text: str, end: int) -> int:
    """Over further numbers: '(Court File No. 1987/499, Decision No. 1990/539)'."""
    for _ in range(4):
        more = _MORE.match(text, end)
        m = _NUMBER.match(text, more.end()) if more else None
        if not m or _A_ROW.match(text, more.end()):
            break
        end = m.end()
    return end


def _is_ruling(text: str, start: int, kind: str, parts: _Parts) -> bool:
    if not parts.number:
        return True
    whose = bool(parts.court or _WHOSE.search(text, max(0, start - 30), start))
    whose = whose or bool(text[parts.end - 1] == ")" and _GAVE.search(text, max(0, start - 40), start))
    if _STRASBOURG_NUMBER.search(parts.number) and not whose:
        return False
    yeared = bool(_YEARED.search(parts.number))
    if kind in {"court", "day"}:
        return bool(parts.court and (parts.dated or (parts.said and yeared)))
    if kind == "more":
        return parts.dated and not parts.number[0].isdigit()
    office = _OF_AN_OFFICE.match(text, parts.end)
    if office and not _COURT_HERE.match(text, office.end()):
        return False
    if not (parts.dated or whose or yeared):
        return False
    if parts.year:
        return whose or bool(next(courts_in(text[max(0, start - 250) : parts.end + 80]), None))
    return whose or kind == "sure" or _court_near(text, start, parts.end) or (yeared and _spoken_of(text, start))


def _court_near(text: str, start: int, end: int) -> bool:
    """Whether a national court is named in the sentence, and no office that gives orders, too."""
    first = max(
        (m.end() for m in _SENTENCE_END.finditer(text, max(0, start - 200), start)), default=max(0, start - 200)
    )
    last = _SENTENCE_END.search(text, end, end + 200)
    around = text[first : last.start() if last else end + 200]
    return bool(next(courts_in(around), None)) and not _OFFICE.search(around)


def _spoken_of(text: str, start: int) -> bool:
    """'It also found that he had been insincere (decision no. 2048/2002)': a court was named before, no office."""
    before = text[max(0, start - 500) : start]
    if not before.endswith("(") or _OFFICE.search(before[-200:]):
        return False
    return "the court " in before.lower() or bool(next(courts_in(before), None))


def find_pending(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    """A case by its number and the court that hears it."""
    for m in _BEFORE_A_COURT.finditer(text):
        if taken.free(m.start(), m.end()) and not _OURS.search(m["court"]):
            yield Found("docket", m.start(), m.end(), form="domestic", court=m["court"])


def find_reported(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    """'the judgment of 18 December 1996, Reports 1996-VI, § 70', where the name stands elsewhere."""
    for m in _REPORTED.finditer(text):
        found = Found("number", m.start(), m.end())
        found.end = read_tail(text[: taken.behind(m.end(), len(text))], m.start(), found)
        if found.dates and found.reports and taken.free(found.start, found.end):
            yield found
