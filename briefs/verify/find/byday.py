"""Rulings of national courts that are named by court and day alone: 'In its judgment of 21 February 1991 the Supreme
Court noted', '(see, for example, Brussels Employment Tribunal, 16 February 2011)', and 'the judgment of 4 May 2011' of
a ruling that was cited with its number before.

The person's own proceedings are told in the same words. So a court and a day count only where rulings in other cases
are told (sections.py), or where they stand as a citation stands; and never beside the applicant.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from briefs.verify.find.dates import DATE, DAY, read_date
from briefs.verify.find.domestic import courts_in, national_court
from briefs.verify.find.folding import listed, plain
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.places import Places
from briefs.verify.find.whose import of_somebody, of_the_person, sentence

_KIND = (
    r"(?:[Jj]udge?ments?|[Dd]ecisions?|[Rr]ulings?|[Oo]rders?|[Aa]rrêts?|[Jj]ugements?|[Dd]écisions?|[Oo]rdonnances?)"
)
_HEAD = late(
    r"(?<![\w-])(?=[ADGJLOPRUadgjlopru])(?:(?:[Ll]eading|[Ll]andmark|[Pp]lenary|[Uu]nanimous|[Gg]uiding) )?"
    rf"(?P<kind>{_KIND})"
    r"(?: (?:phare|de principe|précitée?s?|ultérieure?|\([a-zà-ž][a-zà-ž ]{2,20}\))){0,2}(?=,? )"
)
_SIGNS = ("udgment", "udgement", "ecision", "uling", "rder", "rrêt", "ugement", "écision", "rdonnance")
_GIVEN = r"(?:(?:delivered|given|issued|rendered|adopted|handed down|rendue?s?|prononcée?s?) )?"
_TO_DAY = late(rf",? {_GIVEN}(?:(?:of|dated|on|from|du|des|en date du|le) )?(?=(?:{DATE}))")
_TO_COURT = late(
    rf",? {_GIVEN}(?:of|by|du|de|des?|par|in|before) ?(?:the |la |le |l')?(?:juge des référés d(?:u |e la |e l'))?"
)
_ADJECTIVE = late(r" [a-zà-ž]{4,14}(?= (?:du|le|of|on) \d)")
_MORE = late(rf"(?:,| and| et|, and) (?=(?:{DATE}))")
_BACK = late(
    r",? \(?(?:précitée?s?|susmentionnée?s?|(?:both )?(?:cited|quoted) above)(?!\w)\)?(?:,? §§? ?[\d.]+(?:-\d+)?)?"
)
_LABEL = late(r" [(\[](?:(?:[a-z]+ ){0,2}(?:[Nn]os?\.?|n[°º]s?|[Rr]ef\.|Az\.:?) ?)?")
_NUMERAL = late(r"[\w./-]*\d[\w./-]*")
# 'arrêt du 30 juin 2012 (G 155/10-9)', '(arrêt du 30 juin 2012, G132/11)': numbers without a sign, closed by a bracket.
_BARE = late(r"(?:,? \(|, )(?P<no>[A-Z]{1,3} ?\d{1,5}/\d{2,4}(?:-\d{1,3})?)\)")
_SURE = late(r"[Jj]udge?m|[Rr]uling|[Aa]rrêt|[Jj]ugem")
# 'In its judgment of 3 May 1991 the Supreme Court', 'the Supreme Court, in a judgment of …', 'the Court's judgment'
_COURT_BEHIND = late(r",? (?:\([^()]{1,60}\),? )?(?:the (?:same |said )?|la (?:même )?|le |l')")
_WHOSE = late(r"(?:'s?|,? (?:in|by|dans|par) (?:its|a|an|another|the|une?|son|sa|cet(?:te)?|l')?) ?(?:\w+ )?$")
_OF_STRASBOURG = late(
    r"\b(?:[Tt]h(?:e|is)|[Oo]ur) (?:European )?(?:Court|Chamber|Commission)'s (?:\w+ )?$|de la Cour $"
)
# Where a citation stands: behind 'see' in brackets, between semicolons, at the beginning of a note.
_CITING = late(
    r"(?:\((?P<see>(?:(?:[Ss]ee|[Vv]oir|[Cc]f\.?|e\.g\.|for (?:example|instance)|par exemple|notamment|in particular|"
    r"inter alia|among (?:many )?other(?: authoritie)?s|also|aussi),? )*)|"
    r"(?P<next>; (?:and |et )?(?:(?:see|voir),? (?:also |aussi )?)?)|"
    r"^\W{0,3}(?:\d{1,3}\W{1,3})?(?:See,? (?:also )?|Voir |Cf\.? )?)(?:the |la |le |l')?$"
)
_COMMA_DAY = late(rf",? (?:\([^()]{{3,40}}\),? )?(?:{_KIND} (?:of|dated|du) )?(?=(?:{DATE}))")
_IN_DAY = late(rf"(?: in (?:an? |its |the )|'s? | ){_KIND} (?:of|dated) (?=(?:{DATE}))")
_COURT_AND_DAY = late(
    r"(?:Court|Tribunal|Board|[Cc]our|État|Etat|Lords|Council)(?=[\w ',-]{0,70}(?:19|20)\d\d(?:[,;).]|$))"
)
_CLOSED = late(r"[,;).]|$")


class _Read(NamedTuple):
    """What a head says: the court that it names, its days, each with the end behind it."""

    court: str
    days: list[tuple[str, bool]]
    ends: list[int]


def find_by_day(text: str, found: list[Found], told: Callable[[int], bool]) -> list[Found]:
    """The rulings that were found, and those by court and day alone. `told`: whether rulings in other cases are told at
    a place. A day right before a number that was found belongs to it."""
    if not any(sign in text for sign in ("ourt", "ribunal", "our ", "Board", "Conseil d'")):
        return found
    taken = Places((one.start, one.end) for one in found)
    starts = {one.start: one for one in found}
    new: list[Found] = []
    for head, said in _heads(text, taken):
        numbered = _numbered(text, said.ends[-1], starts)
        if numbered is not None:
            found = _with_day(text, head, said, numbered, found, starts)
        elif bare := _BARE.match(text, said.ends[-1]):
            new += _with_bare_number(text, head, said, bare)
        elif told(head) and _stands_free(text, said.ends[-1], taken) and _held(text, head, said, starts):
            new.append(_ruling(head, said))
    places = Places((one.start, one.end) for one in [*found, *new])
    new += _cited(text, places, told)
    return sorted([*found, *new], key=lambda one: one.start) if new else found


def _ruling(start: int, said: _Read) -> Found:
    return Found("docket", start, said.ends[-1], form="by-day", dates=said.days, court=said.court)


def _heads(text: str, taken: Places) -> Iterator[tuple[int, _Read]]:
    """Words for a ruling with a day behind, outside what was found."""
    if not any(sign in text for sign in _SIGNS):
        return
    done = 0
    for m in _HEAD.finditer(text):
        if m.start() < done or not taken.free(m.start(), m.end()):
            continue
        said = _read(text[: taken.behind(m.end(), len(text))], m.end())
        if said and not _OF_STRASBOURG.search(text, max(0, m.start() - 60), m.start()):
            done = said.ends[-1]
            yield m.start(), said


def _read(text: str, place: int) -> _Read | None:
    """A court and a day in any order behind a word for a ruling; further days of further rulings."""
    court, days, ends = "", [], []
    for _ in range(2):
        to = _TO_DAY.match(text, place) if not days else None
        if to:
            day = DAY.match(text, to.end())
            days, ends = [read_date(day)], [day.end()]
            place = day.end()
            while more := _MORE.match(text, place):
                day = DAY.match(text, more.end())
                place = day.end()
                days.append(read_date(day))
                ends.append(place)
            continue
        to = _TO_COURT.match(text, place) if not court else None
        named = national_court(text, to.end()) if to else None
        if not named:
            break
        court, place = named[0], named.end()
        if days:
            ends[-1] = place
        elif adjective := _ADJECTIVE.match(text, place):
            place = adjective.end()
    return _Read(court, days, ends) if days else None


def _numbered(text: str, end: int, starts: dict[int, Found]) -> Found | None:
    """The number right behind a day, in brackets: '9 May 2008 [6C_1/2008 (ATF 134 I 214)]'."""
    label = _LABEL.match(text, end)
    one = starts.get(label.end()) if label else None
    return one if one and one.family == "docket" and not (one.dates or one.court) else None


def _with_day(
    text: str, head: int, said: _Read, one: Found, found: list[Found], starts: dict[int, Found]
) -> list[Found]:
    """The numbered ruling with the words and the day before it, and with a report in brackets behind its number."""
    opened, report = text[said.ends[-1] + 1], starts.get(one.end + 2)
    if report and report.family == "docket" and text[one.end : one.end + 2] == " (":
        one.end, one.dockets = report.end + (text[report.end : report.end + 1] == ")"), one.dockets + report.dockets
        found = [other for other in found if other is not report]
    one.start, one.dates, one.court = head, [said.days[-1]], said.court
    one.end += text[one.end : one.end + 1] == (")" if opened == "(" else "]")
    return found


def _with_bare_number(text: str, head: int, said: _Read, bare: re.Match[str]) -> list[Found]:
    first, last = sentence(text, head, bare.end())
    if not next(courts_in(text[first:last]), None):
        return []
    found = _ruling(head, said)
    found.dockets, found.end = [bare["no"]], bare.end() - ("(" not in bare[0])
    return [found]


def _announces_more(text: str, end: int, taken: Places) -> bool:
    """'judgment of 4 March 2008 in Smith v. Jones', '(реш. № 2 от 12.03.2015 г.)': the citation follows."""
    place = taken.behind(end, -1)
    near = 0 <= place - end < 24 and not _SENTENCE_BEGINS.search(text, end, place)
    return near or text.startswith((" in the case of ", " in the matter of "), end)


def _stands_free(text: str, end: int, taken: Places) -> bool:
    """Neither followed by the citation that it announces nor by the place where the text told of it before."""
    return not _announces_more(text, end, taken) and not _TOLD_BEFORE.match(text, end)


_TOLD_BEFORE = late(r",? \((?:see |voir )?(?:paragraphs?|§§?) \d")
_SENTENCE_BEGINS = late(r"[.;?!] (?=[A-ZÀ-Ž])")


def _held(text: str, head: int, said: _Read, starts: dict[int, Found]) -> bool:
    """Whether a national court gave it, and no applicant is spoken of; a number in the same sentence names it."""
    first, last = sentence(text, head, said.ends[-1])
    if of_the_person(text, first, last) or any(_by_number(starts[place]) for place in starts if first <= place < last):
        return False
    court = said.court or _beside(text, head, said.ends[-1])
    sure = _SURE.search(text, head, head + 20) and next(courts_in(text[first:last]), None)
    return bool(court or sure)


def _by_number(one: Found) -> bool:
    return one.family in {"docket", "neutral", "ecli", "eu"} and not one.dates


def _beside(text: str, start: int, end: int) -> str:
    """The national court that is named right before or behind a ruling."""
    behind = _COURT_BEHIND.match(text, end)
    if behind and (court := national_court(text, behind.end())):
        return court[0]
    whose = _WHOSE.search(text, max(0, start - 30), start)
    if not whose:
        return ""
    floor = max(0, whose.start() - 90)
    before = [(a, b) for a, b, _ in courts_in(text[floor : whose.start()]) if floor + b == whose.start()]
    return text[floor + before[-1][0] : whose.start()] if before else ""


def _cited(text: str, taken: Places, told: Callable[[int], bool]) -> Iterator[Found]:
    """Court and day where only a citation stands: '(see, for example, Brussels Employment Tribunal, 6 June 2011)'."""
    for start, end, _ in courts_in(text) if _COURT_AND_DAY.search(text) else ():
        cue = _CITING.search(text, max(0, start - 90), start)
        if not cue or not taken.free(start, end) or (cue["next"] and not _inside_brackets(text, start)):
            continue
        joint = _COMMA_DAY.match(text, end)
        if not joint and (cue["see"] or told(start)):
            joint = _IN_DAY.match(text, end)
        day = DAY.match(text, joint.end()) if joint else None
        if not day or not taken.free(start, day.end()) or not _CLOSED.match(text, day.end()):
            continue
        _, last = sentence(text, start, day.end())
        if not of_somebody(text, start, min(last, day.end() + 60)) and not _refers_to_itself(text, day.end()):
            yield Found("docket", start, day.end(), form="by-day", dates=[read_date(day)], court=text[start:end])


_ITSELF = late(
    r"[,;]? (?:(?:see|cited|at|in|voir) )?(?:paragraphs?|§§?) \d{1,4}(?:(?:-| to | and )\d{1,4})? (?:above|below|ci-d)"
)


def _inside_brackets(text: str, place: int) -> bool:
    floor = max(0, place - 500)
    return text.count("(", floor, place) > text.count(")", floor, place)


def _refers_to_itself(text: str, end: int) -> bool:
    """'(the Regional Court's judgment of 3 May 2011, paragraph 12 above)': what the text told before."""
    return bool(_ITSELF.match(text, end))


class Dated(NamedTuple):
    """A ruling that was cited. `numbers`: what tells it from another of the same day."""

    full: Any
    family: str
    court: str
    numbers: frozenset[str]


class Days:
    """Rulings of other courts by the day they were given; those in the person's own case are none."""

    def __init__(self) -> None:
        self._given: dict[str, list[Dated]] = {}
        self._here: tuple[int, int] = (0, 0)

    def __bool__(self) -> bool:
        return bool(self._given)

    def learn(self, found: Found, text: str, full: Any) -> None:
        """Remembers a full citation by its day, or by the one that its sentence gives before its number."""
        if found.family not in {"docket", "neutral", "eu"}:
            return
        first, last = sentence(text, found.start, found.end)
        leading = text[found.start : found.start + 8].lower() in {"leading ", "landmark"}
        told = of_somebody if found.form == "domestic" else of_the_person
        if told(text, first, last) and not leading:
            return
        court = found.court or _beside(text, found.start, found.end)
        numbers = frozenset((*found.dockets, *found.neutrals, *found.eu_cases)) or _numerals(text, found)
        here, self._here = self._here, (hash(text), first)
        own = [date for date, real in found.dates if real]
        for date in own or _day_before(text, first, found.start, last):
            given = self._given.setdefault(date, [])
            if given and not own and here == self._here:
                numbers, full, court = numbers | given[-1].numbers, given[-1].full, court or given[-1].court
                given.pop()
            given.append(Dated(full, found.family, court, numbers))

    def meant(self, date: str, court: str) -> Dated | None:
        """The one ruling of that day, by that court where one is named; None where there are two, or none."""
        ones = [one for one in self._given.get(date, ()) if _same_court(one.court, court)]
        numbers = [one.numbers for one in ones if one.numbers]
        if not ones or any(not numbers[0] & other for other in numbers[1:]):
            return None
        courts = [one.court for one in ones if one.court]
        if any(not _same_court(courts[0], other) for other in courts[1:]) or len({one.family for one in ones}) > 1:
            return None
        return ones[-1]


_COMMON = listed("the court cour tribunal of la le de du des et and")


def _same_court(one: str, other: str) -> bool:
    """Whether two names may mean one court; a court that is not named may be any."""
    words = [set(plain(name.replace("'", " ")).split()) - _COMMON for name in (one, other)]
    return not (one and other) or bool(words[0] & words[1]) or words[0] == words[1]


def _numerals(text: str, found: Found) -> frozenset[str]:
    """The numbers of a ruling as it is written, without its day."""
    return frozenset(_NUMERAL.findall(DAY.sub(" ", text[found.start : found.end])))


def _day_before(text: str, first: int, start: int, last: int) -> list[str]:
    """'On 4 May 2011 the Federal Constitutional Court delivered a leading judgment … (file nos. 2 BvR 2365/09)'."""
    days = [read_date(m) for m in DAY.finditer(text, first, start)]
    return [days[0][0]] if len(days) == 1 and days[0][1] and next(courts_in(text[first:last]), None) else []


# A heading that names what follows: '2. The decision of 15 September 2011'.
_HEADED = late(
    r"(?:^|[\n;.:] ?)\W{0,3}(?:(?:[IVX]{1,5}|\d{1,2}|[A-Za-z])[.)] ?)"
    r"(?:The |La |Le |L')?(?:(?:[A-Z]\w+ ){1,4}Court's )?$"
)
# 'was acquitted by a judgment of 15 July 2010'
_BEEN_DISPOSED = late(
    r"\b(?:dismissed|rejected|quashed|upheld|convicted|acquitted|remitted|refused|sentenced|discontinued|set aside|"
    r"rejetée?|déboutée?|condamnée?|annulée?)[^.;,]{0,40}$"
)
# 'In a judgment of 15 July 2010 the Supreme Administrative Court dismissed it': told of the case at hand.
_DISPOSED = late(
    r"[^.;]{0,90}\b(?:dismiss|reject|quash|upheld|uphold|convict|acquit|remit|refus|declin|sentenc|discontinu|rejet|"
    r"débout|cass[aé]|annul|condamn)"
)
_LUXEMBOURG = late(r"CJEU|Court of Justice|CJUE|Cour de justice|ECJ")


def find_again(
    text: str, taken: Places, fulls: list[Found], days: Days, ahead: "Days | None"
) -> Iterator[tuple[Found, Dated]]:
    """'the judgment of 4 May 2011', where just one ruling of that day is cited: each with the citation it means. None
    where its own number stands in the same sentence, and none in the person's own case."""
    if not days and not ahead:
        return
    for head, said in _heads(text, taken):
        first, last = sentence(text, head, said.ends[-1])
        numbered = any(head < one.start < last and _by_number(one) for one in fulls)
        if numbered or _announces_more(text, said.ends[-1], taken) or _DISPOSED.match(text, said.ends[-1]):
            continue
        if _BEEN_DISPOSED.search(text, max(0, head - 80), head):
            continue
        court = said.court or _beside(text, head, said.ends[-1])
        start = head
        for (date, real), end in zip(said.days, said.ends, strict=True):
            meant = days.meant(date, court) if real else None
            if not meant and real and ahead and _HEADED.search(text, max(0, head - 60), head):
                meant = ahead.meant(date, court)
            if meant and (
                meant.family != "eu" or _LUXEMBOURG.search(text, max(0, head - 200), min(len(text), end + 200))
            ):
                back = _BACK.match(text, end)
                found = Found("short", start, back.end() if back else end, form="by-day", dates=[(date, True)])
                yield found, meant
            more = _MORE.match(text, end)
            start = more.end() if more else end
