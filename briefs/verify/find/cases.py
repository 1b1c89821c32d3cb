"""Finds cases by the 'v.' between two names, and old forms without one: 'the Golder judgment of 21 February 1975'."""

import re
from collections.abc import Iterator

from briefs.verify.find import tongues
from briefs.verify.find.dates import DATE, DAY, read_date
from briefs.verify.find.folding import plain
from briefs.verify.find.forms import Forms, bare
from briefs.verify.find.found import Found, closed
from briefs.verify.find.late import late
from briefs.verify.find.leads import read_lead
from briefs.verify.find.names import body_before, name_before, tokens_of, whole_body
from briefs.verify.find.otherwise import keep_unread, read_odd
from briefs.verify.find.places import Places
from briefs.verify.find.tail import EURCT, US_REPORT, read_tail

_VERSUS = late(
    r"(?:,(?<=[\w.)\]\"'!?],) | (?<=[\w.)\]\"'!?] ))\[?"
    r"(?:(?:v|[Vv]s|c)\.|v,(?= (?:the )?[A-Z][a-z])|(?:v|vs|versus|c/)(?= )|c/(?=[A-ZÀ-Þ])|V\.(?= [A-Z]{3})|-v\.?-)\]?"
    r",? ?(?=[\"'(]?[A-Za-zÀ-ž])"
)
_MEMBER_STATES = late(
    r"(?:the )?(?:\d{1,2}|[a-z]{3,9}) (?:member |Contracting )States(?: of the [A-Z]\w+(?: [A-Z]\w+)?)?"
)
# 'Georgia v. Russia (II)', 'Ukraine v. Russia (re Crimea)': part of the name.
_PART = late(r" \((?P<roman>I{1,3}|IV|V)\)| \(re [A-Z][^()]{1,40}\)")
# 'Babar Ahmad et autres contre Royaume-Uni du 10 avril 2012': words for 'v.' that are everyday words, too.
_AGAINST = late(rf"(?<=[\w.)\]\"'!?]) (?:{tongues.AGAINST}|c(?= [A-ZÀ-Ž])) (?=[\"'(]?[A-Za-zÀ-ž])")
_JOIN = late(r"(?:,? and |,? et |, | & )", re.I)
_US_REPORTS = re.sub(r"\?P<\w+>", "?:", f"{EURCT}|{US_REPORT}")
_OLD_DATED = late(rf" (?:judgment|decision)s? of (?:{DATE})", re.I)
_OLD = late(
    rf"(?=[ ,])(?:(?: v\. [A-Z][\w ]{{2,40}})?(?: \([^()]{{1,60}}\))? (?:judgment|decision|case)s?(?:,| \() "
    rf"?(?=[^;]{{0,60}}Series A)|"
    rf"{_OLD_DATED.pattern}|(?: case)?,? (?={_US_REPORTS})|"
    rf"(?<=\w) du (?={DATE.replace('?P<', '?P<x')},? série A))",
    re.I,
)
_OLD_SIGNS = (
    (("series a", "série a", "eur. ct", "eur.ct"), _OLD),
    (("judgment of", "judgments of", "decision of", "decisions of"), _OLD_DATED),
)
_GAP = late(r"[ ,(]*")
# 'the Court's judgment of 23 June 1981 (Series A no. 43)': whose judgment it is, and no name.
_POSSESSOR = late(r"(?:Court|Chamber|Commission|Committee|Tribunal)'s? *$")
# 'Secretary of State for Culture, Media and Sport [2008] UKHL 15': an office with a list in its name.
_OFFICE = late(r"(?:Secretary of State|Minist(?:er|ry)|Department) ")
_LISTED = r"[A-Z]\w+(?: [A-Z]\w+){0,3}"
_OFFICE_MORE = late(rf"(?:, {_LISTED}){{1,3}},? and {_LISTED}(?=,? [\[(]?(?:19|20)\d\d)")
_PARTY = late(
    r"\([A-Z][^()\[\]/]{0,90}\)|[A-ZÀ-ÞĀ-ž\"][^\s,;:\[\]()]{0,40}|of|the|and|for|de|la|et|ex parte|on behalf of|"
    r"&|in|du|des|del|at|others?(?![a-z])|another|an?or|ors|(?<=[Nn]o )\d"
)
_OTHER_PARTIES = {"other", "others", "another", "anor", "aor", "ors"}
_COMPANY = late(r",? (?:Inc|Ltd|LLC|L\.L\.C|Corp|Co|LLP|L\.P|S\.A)\b\.?")
_EX_PARTE = late(r",? ex p(?:arte|\.)? [A-Z][^,;\[\]()\n]{1,60}(?= \[| \(|,|\n|$)")


_COURT_HEAD = late(
    r"(?:[Tt]he )?(?:(?:UN|United Nations) )?(Human Rights Committee|Committee against Torture|European Court of Human "
    r"Rights|ECtHR|ECHR|Eur\. Ct\. H\.R\.|CJEU|ECJ|"
    r"Court of Justice(?: of the European Union)?|HRC|CAT|CCPR|IACtHR|Inter-American Court of Human Rights|"
    r"CEDH|EGMR)(?: \((?:Grand Chamber|GC)\))?(?:,|:| -| in)(?: the case of)? "
)
# 'v. Canada (Citizenship and Immigration)': the minister belongs to the name.
_MINISTER = late(
    r" \((?:Minist(?:er|re)|Citizenship|Citoyenneté|Public Safety|Procureur|Attorney[ -]General|Solicitor|Secretary)"
    r"[^()]{0,70}\)"
)


def find_cases(text: str, forms: Forms) -> Iterator[Found]:
    """Cases of one paragraph, from left to right, none inside another."""
    floor, taken, head = 0, Places(), None
    for m in _VERSUS.finditer(text):
        if m.start() < floor:
            continue
        found = _case(text, m, floor, forms)
        if found and not found.states and (_VERSUS.match(text, found.end) or m[0].startswith(" v,")):
            head = found
            continue
        if found:
            _of_two_heads(text, head, found)
            floor = found.end
            taken.add(found.start, found.end)
            yield found
    yield from _against(text, forms, taken)


# 'Boultif ./. CH': how German notes write the respondent state.
_PLATES = {
    "A": "AT", "B": "BE", "BG": "BG", "CH": "CH", "D": "DE", "DK": "DK", "E": "ES", "F": "FR", "FIN": "FI", "GB": "GB",
    "GR": "GR", "H": "HU", "HR": "HR", "I": "IT", "IRL": "IE", "N": "NO", "NL": "NL", "P": "PT", "PL": "PL", "RO": "RO",
    "RUS": "RU", "S": "SE", "TR": "TR", "UA": "UA", "UK": "GB",
}  # fmt: skip
_PLATE = late(rf"(?:{'|'.join(sorted(_PLATES, key=len, reverse=True))})(?= ?[,;()])")
_EX_PARTE_HEAD = late(
    r"(?:R|Regina|Rex)\.? v\.? (?P<office>[^()]{3,60}?)(?: \([^()]{1,40}\))*,? ex p(?:arte|\.)? "
    r"(?P<who>[A-ZÀ-Ž][\w'-]+(?: [A-ZÀ-Ž][\w'-]+){0,3})"
)


def _of_two_heads(text: str, head: Found | None, found: Found) -> None:
    """'Regina v. Special Adjudicator ex parte Ullah, Do v. Secretary of State [2004] UKHL 26': two appeals, one ruling,
    called by the first."""
    first = _EX_PARTE_HEAD.match(text, head.start) if head and head.start < found.start <= head.end else None
    if first and not found.states:
        found.start, found.name = head.start, text[head.start : found.start] + found.name
        found.first, found.second = first["who"], first["office"]


def _against(text: str, forms: Forms, taken: Places) -> Iterator[Found]:
    """With a state behind, and then a date, a number or a report; or with an application number alone. A name and a
    state with nothing behind them are marked `bare`: somebody has to know the case."""
    for m in _AGAINST.finditer(text):
        if not taken.free(m.start(), m.end()):
            continue
        found = _case(text, m, taken.before(m.start()), forms)
        if m[0] == " against " and not (found and found.states and found.numbers):
            continue
        if found and (found.states or found.numbers):
            court_and_year = found.year and (found.courts or found.grand_chamber)
            found.bare = not (found.dates or found.numbers or found.reports or court_and_year)
            taken.add(found.start, found.end)
            yield found


# 'Oberschlick v. Austria no. 2': without brackets; a number of an application has more digits, or a stroke.
_BARE_ORDINAL = late(r" (?:[Nn]o\.|[Nn]r\.|[Nn][°º]) ?\d(?![\d/])")
_PARTY_BEFORE = late(r"(?<![\w.'-])(?P<who>[A-ZÀ-Ž][\w'-]*\w)(?<!'s)(?: (?:(?:and|et|&) )?|(?<=\w)-)$")


def _joined(text: str, start: int, floor: int, forms: Forms) -> bool:
    """Whether another party, or one more name, stands before a name that is known: 'Rossi and Floarea Pop'."""
    m = _PARTY_BEFORE.search(text, max(floor, start - 40), start)
    return m is not None and m["who"][0].isupper() and not forms.state.fullmatch(m["who"])


def _start(text: str, m: re.Match[str], floor: int, forms: Forms) -> int:
    """Where the name before the 'v.' begins; the place of the 'v.' where none stands there."""
    start = forms.known_start(text, m.start(), floor)
    if start is not None and _joined(text, start, floor, forms):
        start = min(start, name_before(text, m.start(), floor))
    if start is None or re.search(r"\d $", text[max(0, start - 2) : start]):
        start = name_before(text, m.start(), floor)
    if start >= m.start() and m[0] != " against " and forms.state.match(text, m.end()):
        start = body_before(text, m.start(), floor)
    return whole_body(text, start, floor)


def _case(text: str, m: re.Match[str], floor: int, forms: Forms) -> Found | None:
    start = _start(text, m, floor, forms)
    head = next(iter([h for h in _COURT_HEAD.finditer(text, start, m.start())][-1:]), None)
    start = head.end() if head else start
    if start >= m.start():
        return None
    states, end = respondents(text, m.end(), forms)
    if not states and "./." in m[0] and (plate := _PLATE.match(text, m.end())):
        states, end = (_PLATES[plate[0]],), plate.end()
    second = text[m.end() : end] if states else ""
    if not states:
        end = _party(text, m.end())
        end -= len(_NOTE.search(text, m.end(), end)[0]) if _NOTE.search(text, m.end(), end) else 0
        if end == m.end():
            return None
        second = text[m.end() : end]
    found = Found("case", start, end, text[start:end], text[start : m.start()].strip(' "'), second.strip(), states)
    found.courts += [head[1]] if head else []
    if states and (ordinal := _BARE_ORDINAL.match(text, end)):
        found.ordinal, found.end, end = ordinal[0].strip(), ordinal.end(), ordinal.end()
    if states and (applicant := forms.state.fullmatch(found.first)):
        found.first = forms.state_names[forms.state_of[plain(bare(applicant[0]))]][0]
    minister = (_MINISTER.match(text, end) or _PART.match(text, end)) if states else None
    if minister is None and states == ("CA",):
        minister = _CANADIAN.match(text, end)
    if minister:
        found.end = end = minister.end()
        found.name, found.second = text[start:end], text[m.end() : end]
        found.ordinal = ROMAN.get(minister.groupdict().get("roman") or "", found.ordinal)
    read_lead(text, found, floor)
    found.end = read_tail_with_dockets(text, end, found, forms)
    if not states and not found.strong:
        _read_heading(text, found)
    if states and forms.state.fullmatch(text[start : m.start()].strip(' "')) and _is_match(text, found, end):
        found.bare = True
    found.end = _defined_short(text, found)
    if text[start] == '"' and text[start : found.end].count('"') % 2:
        found.start += 1
    return found


_PLAYED_ON = late(r" on \d{1,2} ")
_PLAYED = late(
    r"\b(?:match(?:es)?|games?|fixtures?|friendly|finals?|semi-?finals?|quarter-?finals?|qualifiers?|derby|football|"
    r"between)(?: (?:of|between|was))?:? $"
)


def _is_match(text: str, found: Found, end: int) -> bool:
    """'the match Poland v. Russia on 12 June 2012': two states and no sign of a court."""
    if found.numbers or found.reports or found.courts or found.grand_chamber or found.pinpoints:
        return False
    return bool(_PLAYED_ON.match(text, end) or _PLAYED.search(text, max(0, found.start - 30), found.start))


# 'Power v Greater Manchester Police Authority: EAT 29 Apr 2010': the heading of an index.
_INDEXED = late(r": [A-Z][A-Za-z]{1,8}\.? (?=\d{1,2} [A-Z][a-z]{2})")


def _read_heading(text: str, found: Found) -> None:
    court = _INDEXED.match(text, found.end)
    day = DAY.match(text, court.end()) if court else None
    if day:
        found.dates.append(read_date(day))
        found.end = day.end()


# 'for the Home Department.1': the number of a footnote.
_NOTE = late(r"\.\d{1,3}$")
# 'v. Canada (National Defence), 2007 FC 1147'
_CANADIAN = late(r" \([A-ZÀ-Ž][A-Za-zÀ-ž ,'&-]{3,80}\)(?=,? \[?(?:19|20)\d{2})")
ROMAN = {"I": "no. 1", "II": "no. 2", "III": "no. 3", "IV": "no. 4", "V": "no. 5"}
_SHORT = late(
    r",? \((?:(?:hereinafter|hereafter|henceforth|ci-après)(?: referred to as)?:?,? )?"
    r"[\"']?(?P<name>[^()\[\]\"]{2,60}?)[\"']?\)"
)
_HEREINAFTER = late(r",? \[here(?:in)?after:?,? [\"']?(?P<name>[A-Z][^\[\]\"/]{2,40}?)[\"']?\]")


def _defined_short(text: str, found: Found) -> int:
    """'(Rees)' right behind the citation says how the case is called from here on: it belongs to it."""
    if m := _HEREINAFTER.match(text, found.end):
        found.defined = m["name"]
        return found.end
    m = _SHORT.match(text, found.end)
    words = set(tokens_of(m["name"])) if m else set()
    if not words or not words <= set(tokens_of(found.name)) | {"v", "case"}:
        return found.end
    found.defined = m["name"]
    return m.end()


def respondents(text: str, place: int, forms: Forms) -> tuple[tuple[str, ...], int]:
    """Codes of the respondent states that stand at `place`, and where they end."""
    codes: list[str] = []
    end = place
    while len(codes) < 60:
        m, torn = forms.state.match(text, place), 0
        if not m:
            m, torn = _torn(text, place, forms)
        if not m:
            break
        codes.append(forms.state_of[plain(bare(m[0]))])
        end = (place if torn else 0) + m.end() + torn
        join = _JOIN.match(text, end)
        if not join:
            break
        place = join.end()
    more = _OTHER_STATES.match(text, end) if codes else None
    return tuple(dict.fromkeys(codes)), more.end() if more else end


_TEAR = late(r"(?<=[a-z]) (?=[a-z]{1,9}(?![\w-]))")


def _torn(text: str, place: int, forms: Forms) -> tuple[re.Match[str] | None, int]:
    """'Hungar y', 'Lat via': the name of a state in which a file has put a blank; and how long that is."""
    window = text[place : place + 40]
    for tear in _TEAR.finditer(window) if window[:1].isupper() else ():
        m = forms.state.match(window[: tear.start()] + window[tear.end() :])
        if m and m.end() > tear.start() and not window[m.end() + 1 : m.end() + 2].isalpha():
            return m, 1
    return None, 0


# 'v. Portugal and 32 Others', 'v. Belgium and Others (dec.)', 'v. Poland and 175 other Bug River applications'
_OTHER_STATES = late(
    r",? (?:and|et) \d{1,2} (?:[Oo]ther (?:(?:[Mm]ember|[Cc]ontracting) )?(?:States|Parties)|[Oo]thers?|[Aa]utres)"
    r"(?![a-z])|"
    r",? (?:and|et) \d{1,4} (?:other|autres) (?:[A-Z]\w+ ){0,3}(?:applications|requêtes)|"
    r" (?:and Others|et autres)(?= ?[,(\[])"
)


def _party(text: str, place: int) -> int:
    """End of a party that is no state: capitalised words, until a comma, a bracket or a number."""
    members = _MEMBER_STATES.match(text, place)
    if members:
        return members.end()
    end = here = place
    for _ in range(14):
        m = _PARTY.match(text, here)
        if not m:
            break
        here = m.end()
        if m[0][0] in '"(' or m[0][0].isupper() or m[0] in _OTHER_PARTIES:
            end = m.end()
        if text[here : here + 1] != " ":
            break
        here += 1
    company = _COMPANY.match(text, end)
    end = company.end() if company and end > place else end
    if _OFFICE.search(text, place, end) and (more := _OFFICE_MORE.match(text, end)):
        end = more.end()
    more = _EX_PARTE.match(text, end)
    return more.end() if more else end


def docket_at(text: str, place: int, forms: Forms) -> tuple[str, re.Match[str]] | None:
    """The national case number or law report that begins at `place`, with the id of its form."""
    return next(((form.id, m) for form in forms.dockets_in(text) if (m := form.pattern.match(text, place))), None)


def read_tail_with_dockets(text: str, place: int, found: Found, forms: Forms) -> int:
    """The tail, and national case numbers inside it."""
    end = read_tail(text, place, found)
    for _ in range(12):
        gap = _GAP.match(text, end).end()
        # the bracket of '(1991) 93 Cr. App. R. 65' is its own
        at = docket_at(text, gap, forms) or (docket_at(text, gap - 1, forms) if text[gap - 1 : gap] == "(" else None)
        if not at:
            break
        found.form = found.form or at[0]
        found.dockets.append(at[1]["number"])
        end = read_tail(text, at[1].end(), found)
    end = closed(text, place, end) if found.dockets else end
    return _read_odd(text, end, found, forms)


def _read_odd(text: str, place: int, found: Found, forms: Forms) -> int:
    """What is written as nobody writes it, and what stands behind it; what cannot be read is kept as unread."""
    end = place
    for _ in range(3):
        odd = read_odd(text, end, found)
        if odd == end or docket_at(text, _GAP.match(text, end).end(), forms):
            break
        end = read_tail(text, odd, found)
    keep_unread(text, end, found)
    return end


def find_old(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    """'the Golder judgment of 21 February 1975, Series A no. 18': a name, 'judgment of' and a date, with its report."""
    low = text.lower()
    yield from _titled(text, taken) if '"' in text and "ase" in text else ()
    old = next((pattern for signs, pattern in _OLD_SIGNS if any(sign in low for sign in signs)), None)
    for m in old.finditer(text) if old else ():
        if not taken.free(m.start(), m.end()):
            continue
        floor = taken.before(m.start())
        start = name_before(text, m.start(), floor)
        name = text[start : m.start()]
        if not name or _POSSESSOR.search(name):
            continue
        found = Found("case", start, m.start(), name, name)
        found.end = read_tail(text, m.start(), found)
        found.end = found.end if found.reports else read_tail(text, m.end(), found)
        if found.reports and found.end > m.start():
            yield found


_TITLED = late(r"[Cc]ase (?=\"(?P<title>[A-Za-z][^\"]{10,140})\")")


def _titled(text: str, taken: Places) -> Iterator[Found]:
    """'Case "relating to certain aspects of the laws …" (merits), 23 July 1968, Series A no. 6': a title for a name."""
    for m in _TITLED.finditer(text):
        end = m.end("title") + 1
        found = Found("case", m.start(), end, m["title"], m["title"])
        found.end = read_tail(text, end, found)
        if found.reports and taken.free(m.start(), found.end):
            yield found
