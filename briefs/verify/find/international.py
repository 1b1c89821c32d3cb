"""Rulings between states and of the courts of other continents: 'Asylum (Colombia/Peru), Judgment, I.C.J. Reports
1950', 'PCIJ, Interpretation of Article 3 § 2 of the Treaty of Lausanne, Advisory Opinion No. 12, 21 November 1925',
'judgment of the International Court of Justice of 30 November 2010 in the Ahmadou Sadio Diallo case'. They have no 'v.'
that would tell them, or it stands in brackets behind a title: a report or the court's name tells them."""

import re
from collections.abc import Iterator

from briefs.verify.find.cases import read_tail_with_dockets
from briefs.verify.find.dates import DATE, read_date
from briefs.verify.find.forms import Forms
from briefs.verify.find.found import Found, closed
from briefs.verify.find.late import late
from briefs.verify.find.places import Places

COURT = (
    r"(?:Permanent Court of International Justice|International Court of Justice|ICJ|I\.C\.J\.|PCIJ|P\.C\.I\.J\.|"
    r"Cour internationale de [Jj]ustice|Cour permanente de [Jj]ustice internationale|CIJ|C\.I\.J\.|CPJI|C\.P\.J\.I\.|"
    r"Inter-American Court(?: of Human Rights)?|IACtHR|Cour interaméricaine(?: des droits de l'homme)?|"
    r"I/A Court H\.R\.|Corte (?:IDH|Interamericana(?: de Derechos Humanos)?))(?: \((?:ICJ|PCIJ|IACtHR|CIJ)\))?"
)
SIGNS_OF_INTERNATIONAL = (
    "ICJ", "I.C.J", "PCIJ", "P.C.I.J", "CIJ", "C.I.J", "CPJI", "C.P.J.I", "StIGH", "International Justice",
    "International Court", "ustice internationale", "internationale de ", "Inter-American C", "IACtHR",
    "interaméricaine", "Corte I", "érie C", "Serie C", "Series C", "RIAA", "R.I.A.A", "Arbitral Awards", "I/A Court",
    "sentences arbitrales",
)  # fmt: skip
# Their volumes tell that a ruling stands before them; law/citations/dockets.yaml has the forms.
_REPORTS = {"icj-reports", "pcij-series", "arbitral-awards", "iacthr-series-c", "iacthr-series"}
# What a title is made of, read backwards: capitalised words, small ones that join them, numbers, brackets.
_SMALL = (
    "of the and in for to on by from with at as an a de la le les du des et au aux en y del los concerning relating "
    "regarding between against notwithstanding within under arising out over respect case including intervening"
)
_TOKEN = late(
    rf"[\"'(\[]*(?:(?:{_SMALL.replace(' ', '|')})(?![\w-])|(?:[dl]')?[A-ZÀ-Ž][\w.'/&-]*|"
    r"\d{1,4}(?:/\d{1,4})?|§§?|&|-|:|(?:[a-z]+-)?[a-z]*'?[A-ZÀ-Ž]\w+|al\.|v\.|c\.)[\"')\],.:]{0,3}$"
)
_OPENERS = late(
    rf"(?:\d{{1,3}}\.? (?=Cfr|Cf|See|Voir|V\. )|(?:See|Voir|Cfr\.?|"
    rf"Cf\.?|Compare|And|But|Also|In|The|Cases?|Affaires?|Dans|As|So|Under|Since|Thus|"
    rf"(?:{_SMALL.replace(' ', '|')}))(?![\w'-])|l'(?=[A-ZÀ-Ž])|[Dd]'(?=[A-ZÀ-Ž])|[\"'(\[,. -])[ ,:]*"
)
_SPEAKER = late(r"(?:The )?(?:Court|Commission|Tribunal|Government|Judge \w+|ICJ|PCIJ) (?:in|of) (?=[A-ZÀ-Ž])")
_PHASE = (
    r"(?:(?:[Ff]irst |[Ss]econd )?[Pp]hase|[Ii]nterim [Pp]rotection|[Mm]erits|[Ff]ond|[Pp]reliminary [Oo]bjections?|"
    r"[Ee]xceptions préliminaires|[Pp]rovisional [Mm]easures|[Mm]esures conservatoires|"
    r"[Jj]urisdiction(?: and [Aa]dmissibility)?|[Rr]eparations?)"
)
_RULING = (
    r"(?:[Jj]udge?ment|[Aa]dvisory [Oo]pinion|[Oo]rder(?: of the [Cc]ourt)?|[Aa]rrêt|[Aa]vis consultatif|[Oo]rdonnance|"
    r"[Ss]entencia|[Oo]pinión [Cc]onsultiva)"
)
_LIST = r"(?:,? ?-? ?\(?General List No\. ?\d{1,3}(?:, (?:19|20)\d\d(?:-\d{2,4})?)?\)?)?"
# 'PCIJ, TITLE, Advisory Opinion No. 12, 21 November 1925'
_LED = late(
    rf"(?<![\w.]){COURT}(?:,|:| -)(?: in| dans)? (?P<title>[A-ZÀ-Ž\"][^;\n]{{3,300}}?),? "
    rf"(?:{_RULING})(?: [Nn]os?\. ?\d{{1,2}})?,? (?:(?:of|du|de|on) )?(?:{DATE}){_LIST}"
)
# 'judgment of the International Court of Justice of 30 November 2010', "the ICJ's advisory opinion of 9 July 2004"
_OF = late(
    rf"(?<!\w)(?:{_RULING} (?:of|by|de la|given by|delivered by|rendered by|rendu par la) (?:the )?{COURT}|"
    rf"{COURT}(?:'s|,? in its|,? dans son)? {_RULING}),? (?:(?:of|du|on|dated) )?(?:{DATE}){_LIST}"
)
_ABOUT = late(
    r"(?:,? (?:in|on|concerning|regarding|dans|sur) (?:the )?(?:[Cc]ase (?:of|concerning) )?(?:the |l'affaire )?)"
)
_CASE = late(r" [Cc]ases?(?!\w)")
# 'and the Lotus Case, 7 September 1927', of the same court
_NAMED = late(rf"(?<!\w)(?:the |l'affaire du )(?P<name>(?:[A-ZÀ-Ž][\w.'-]* ){{1,6}})[Cc]ase,? \(?(?:{DATE})\)?{_LIST}")
_COURT = late(rf"(?<![\w.]){COURT}")
_SENTENCE = late(r"(?<=[a-z\d)\]\"]{3})\. (?=[A-ZÀ-Ž])|\n")


def find_international(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    """By a volume of their reports, with the title before it; by the court, a title, a word for ruling and a day."""
    for form in (one for one in forms.dockets_in(text) if one.id in _REPORTS):
        for m in form.pattern.finditer(text):
            if taken.free(m.start(), m.end()) and not _of_strasbourg(text, m):
                start = title_before(text, m.start(), taken.before(m.start()))
                found = Found("docket", start, m.end(), form=form.id, dockets=[m["number"]])
                found.end = max(read_tail_with_dockets(text, m.end(), found, forms), m.end())
                found.end = closed(text, start, found.end)
                yield found
    ways = (_LED, _OF, _NAMED) if _CASE.search(text) else (_LED, _OF)
    for pattern in ways if _COURT.search(text) else ():
        for m in pattern.finditer(text):
            if taken.free(m.start(), m.end()) and _holds(text, m):
                yield _dated(text, m, taken, forms, pattern is _OF)


def _of_strasbourg(text: str, m: re.Match[str]) -> bool:
    """Series A is that of Strasbourg, too: the court of San José has to be named shortly before."""
    return m["number"].startswith("Series A") and not _COURT.search(text, max(0, m.start() - 250), m.start())


def _holds(text: str, m: re.Match[str]) -> bool:
    """Whether the words between court and day are a title; whether the court was named before 'the Lotus Case'."""
    said = m.groupdict()
    if said.get("title"):
        order = " order of the " in m[0].lower()
        return order or title_before(text, m.end("title"), m.start("title")) == m.start("title")
    if said.get("name"):
        before = list(_COURT.finditer(text, max(0, m.start() - 250), m.start()))
        return bool(before) and not _SENTENCE.search(text, before[-1].end(), m.start())
    return True


def _dated(text: str, m: re.Match[str], taken: Places, forms: Forms, unnamed: bool) -> Found:
    found = Found("docket", m.start(), m.end(), form="international", dates=[read_date(m)])
    found.start += 4 if m[0].startswith("the ") else 0
    end = m.end()
    if unnamed and (about := _ABOUT.match(text, end)):
        title = _title_behind(text, about.end(), taken)
        named = _CASE.match(text, title)
        end = (named.end() if named else title) if title > about.end() else end
    found.end = max(read_tail_with_dockets(text, end, found, forms), end)
    found.dockets = found.dockets or [text[found.start : end]]
    return found


def _title_behind(text: str, place: int, taken: Places) -> int:
    """Where a title that begins at a place ends: capitalised words and what joins them."""
    end = place
    for word in re.finditer(r"\S+ ?", text[place : min(taken.behind(place, len(text)), place + 250)]):
        said = word[0].strip()
        bare = said.strip("\"'()[],.;").lower()
        if not _TOKEN.match(said) or bare == "case":
            break
        end = end if bare in _SMALL.split() else place + word.start() + len(said)
        if said[-1] in ",.;" and not said.endswith(("v.", "c.")):
            end -= end == place + word.start() + len(said)
            break
    return end if text[place : place + 1].isupper() else place


def title_before(text: str, place: int, floor: int) -> int:
    """Where the title that ends at a place begins; the place itself where none does. Not before `floor`."""
    window = max(floor, place - 320)
    if dated := _DATED.search(text, window, place):
        return _against(text, window, dated.start()) or title_before(text, dated.start(), floor)
    stops = [m.end() for m in re.finditer(r"[;\n]|[a-zà-ž\d)\"]{3}\. (?=[A-ZÀ-Ž])", text[window:place])]
    window += stops[-1] if stops else 0
    start, here = place, place
    for word in reversed(list(re.finditer(r"\S+", text[window:place]))):
        if not _TOKEN.match(word[0]) and not re.fullmatch(rf"{_PHASE}[,.)]*|{_RULING}[,.)]*", word[0]):
            break
        here = window + word.start()
        start = here
    start = start if re.search(r"[A-ZÀ-Ž]", text[start:place]) else place
    while start < place and (m := _SPEAKER.match(text, start, place) or _OPENERS.match(text, start, place)):
        start = m.end()
    if text[start - 1 : start] == '"' and text.count('"', start, place) % 2:
        start -= 1
    return place if text.startswith(("v.", "c."), start) else _unclosed(text, start, place)


# 'arrêt du 25 octobre 2012, ' before 'série C no 252'
_DATED = late(rf"(?:,|\.)? ?\(?(?:{_RULING}|[Ss]entencia) (?:of|du|de) (?:{DATE})[,.]? $")
# 'Massacres d'El Mozote et lieux voisins c. Salvador (fond, réparations)': the names go on in small letters.
_VERSUS = late(r"[\"A-ZÀ-Ž][^;\n]{3,120}? (?:v|[Vv]s|c)\. [A-ZÀ-Ž][\w' -]{2,40}(?: \([^()]{3,90}\))?$")
_STOP = late(
    r"[;\n]|[a-zà-ž\d)\"]{3}\. (?=[A-ZÀ-Ž])|"
    r"\b(?:[Dd]ans|[Vv]oir|[Ss]ee|[Ii]n|[Cc]ases? of|[Aa]ffaires?|arrêts?)(?: l'affaire| the case of)? "
)


def _against(text: str, window: int, place: int) -> int:
    """Where the names of two parties begin that end at a place; 0 where none stand there."""
    stop = max((m.end() for m in _STOP.finditer(text, window, place)), default=window)
    m = _VERSUS.search(text, stop, place)
    return m.start() if m and m.start() - stop < 12 else 0


def _unclosed(text: str, start: int, place: int) -> int:
    """A title does not begin inside brackets that close in it."""
    depth = 0
    for i in range(start, place):
        depth += {"(": 1, ")": -1}.get(text[i], 0)
        if depth < 0:
            return place
    return start


# 'Asylum Case ( Colombia v. Peru ), judgment of …', '(Australia v. Japan: New Zealand intervening)'
_OPEN = late(r"\( ?$")
_REALM = late(
    r"(?:the )?(?:\w+ ){0,2}(?:Republic|Kingdom|Federation|State|Emirate|Islamic Republic)(?:s)? (?:of )?[A-Z]"
)
_PHASES = late(rf"(?:,? (?:and )?(?:{_PHASE}|{_RULING})(?![\w-])(?! (?:of|du) ))*")
_LISTED = late(_LIST)
_CLOSE = late(r"(?:: [A-Z][\w ]{2,40} [Ii]ntervening)? ?\)")
# The form of San José: 'Barrios Altos v. Peru. Merits. Judgment of March 14, 2001. Series C No. 75'
_DOTTED = late(
    r"\. (?:[A-ZÀ-Ž][\w ,-]{2,70}\. ){0,2}(?:Judgment|Order|Sentencia|Resolución)(?: of the Court)? "
    rf"(?:of|de) (?:{DATE})"
    r"(?:\. (?=Ser))?"
)


def widen(found: Found, text: str, forms: Forms, floor: int) -> None:
    """A case between two states in brackets goes on behind them, and its title stands before them; so do the full stops
    of the court of San José belong to one citation. A case with an application number is one of Strasbourg."""
    opened, close = _OPEN.search(text, max(0, found.start - 2), found.start), _CLOSE.match(text, found.end)
    reported = bool(close and _OF_A_REPORT.match(text, close.end()))
    if not (found.states or reported) or found.numbers:
        return
    if m := _DOTTED.match(text, found.end) if not found.dates else None:
        found.dates.append(read_date(m))
        found.end = max(read_tail_with_dockets(text, m.end(), found, forms), m.end())
        return
    state = reported or forms.state.fullmatch(found.first) or _REALM.match(found.first)
    if not opened or not close or found.strong or not state:
        return
    start = title_before(text, opened.start(), floor)
    if reported:
        start = min(start, _sentence_before(text, opened.start(), floor))
    named = _COURT.search(text, max(floor, found.start - 200), found.start)
    if start < opened.start() or named:
        found.start = min(start, found.start)
        end = _PHASES.match(text, close.end()).end()
        behind = max(read_tail_with_dockets(text, end, found, forms), end)
        found.end = _LISTED.match(text, behind).end() if behind > end or end == close.end() else close.end()
        found.end = closed(text, found.start, found.end)


# A title in small letters: 'Activités militaires et paramilitaires au Nicaragua (…), fond, arrêt, C.I.J. Recueil 1986'
_OF_A_REPORT = late(
    rf"(?:,? \(?(?:{_PHASE}|{_RULING}))*,? \(?(?:\d{{4}} )?"
    r"(?:C\.I\.J\.|CIJ|I\.C\.J\.|ICJ|P\.C\.I\.J\.|PCIJ|CPJI),? ?[RS(\d]"
)


def _sentence_before(text: str, place: int, floor: int) -> int:
    """Where a title begins that no rule takes: behind 'voir', 'dans', a semicolon or the end of a sentence."""
    window = max(floor, place - 200)
    start = max((m.end() for m in _STOP.finditer(text, window, place)), default=window)
    return start if text[start : start + 1].isupper() else place
