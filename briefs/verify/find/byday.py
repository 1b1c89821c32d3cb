"""Rulings of national courts that are named by court and day alone: 'In its judgment of 21 February 1991 the Supreme
Court noted', '(see, for example, Brussels Employment Tribunal, 16 February 2011)'.

The person's own proceedings are told in the same words. So a court and a day count only where rulings in other cases
are told (sections.py), or where they stand as a citation stands; and never beside the applicant.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import NamedTuple

from briefs.verify.find.dates import DATE, DAY, read_date
from briefs.verify.find.domestic import courts_in, national_court
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.places import Places
from briefs.verify.find.whose import of_somebody, of_the_person, sentence

_KIND = (
    r"(?:[Jj]udge?ments?|[Dd]ecisions?|[Rr]ulings?|[Oo]rders?|[Aa]rrêts?|[Jj]ugements?|[Dd]écisions?|[Oo]rdonnances?)"
)
_HEAD = late(
    r"(?<![\w-])(?=[ADGJLOPRUadgjlopru])(?:(?:[Ll]eading|[Ll]andmark|[Pp]lenary|[Uu]nanimous|[Gg]uiding|[Uu]nifying) )?"
    rf"(?P<kind>{_KIND})"
    r"(?: (?:phare|de principe|précitée?s?|ultérieure?|\([a-zà-ž][a-zà-ž ]{2,20}\))){0,2}(?=,? )"
)
_SIGNS = ("udgment", "udgement", "ecision", "uling", "rder", "rrêt", "ugement", "écision", "rdonnance")
_GIVEN = r"(?:(?:delivered|given|issued|rendered|adopted|handed down|rendue?s?|prononcée?s?) )?"
_TO_DAY = late(rf",? {_GIVEN}(?:(?:of|dated|on|from|du|des|en date du|le) )?(?=(?:{DATE}))")
# 'the Criminal Law Bench of the Supreme Court', 'the urgent applications judge at the Lille Administrative Court'
_FORMATION = (
    r"(?:(?:[\w'-]+ ){1,5}(?:[Cc]hambers?|[Dd]ivision|[Bb]ench|[Ss]ection|[Pp]anel|[Pp]lenary|[Ss]enate|judge) "
    r"(?:of|at) (?:the )?(?:[A-Z]\w*'s )?)?"
)
_TO_COURT = late(
    rf",? {_GIVEN}(?:of|by|du|de|des?|par|in|before) ?(?:the |la |le |l')?(?:juge des référés d(?:u |e la |e l'))?"
    rf"{_FORMATION}"
)
_ADJECTIVE = late(r" [a-zà-ž]{4,14}(?= (?:du|le|of|on) \d)")
MORE = late(rf"(?:,| and| et|, and) (?=(?:{DATE}))")
_LABEL = late(r" [(\[](?:(?:[a-z]+ ){0,2}(?:[Nn]os?\.?|n[°º]s?|[Rr]ef\.|Az\.:?) ?)?")
# 'arrêt du 30 juin 2012 (G 155/10-9)', '(arrêt du 30 juin 2012, G132/11)': numbers without a sign, closed by a bracket.
_BARE = late(r"(?:,? \(|, )(?P<no>[A-Z]{1,3} ?\d{1,5}/\d{2,4}(?:-\d{1,3})?)\)")
# Told from rulings in the case at hand by that word alone.
LEADS = late(r"[Ll]eading |[Ll]andmark |[Uu]nifying |[Gg]uiding ")
_SURE = late(r"[Jj]udge?m|[Rr]uling|[Aa]rrêt|[Jj]ugem")
# 'In its judgment of 3 May 1991 the Supreme Court', 'the Supreme Court, in a judgment of …', 'the Court's judgment'
_COURT_BEHIND = late(rf",? (?:\([^()]{{1,60}}\),? )?(?:the (?:same |said )?|la (?:même )?|le |l'){_FORMATION}")
# 'On 29 September 2015 the Supreme Court issued a unifying decision'
_ON_DAY = late(rf"(?<!\w)[Oo]n (?=(?:{DATE}))")
_ISSUED = late(
    r" (?:issued|delivered|gave|adopted|rendered|handed down) (?:an?|its) (?:[a-z]+ ){0,2}"
    r"(?:judgment|decision|ruling|opinion|resolution)(?!\w)"
)
_WHOSE = late(
    r"(?:'s?|,? (?:in|by|dans|par) (?:its|his|her|their|a|an|another|the|une?|son|sa|cet(?:te)?|l')?) ?(?:\w+ )?$"
)
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
    numbers = numbered_starts(found)
    new: list[Found] = []
    for head, said in heads(text, taken):
        numbered = _numbered(text, said.ends[-1], starts)
        if numbered is not None:
            found = _with_day(text, head, said, numbered, found, starts)
        elif bare := _BARE.match(text, said.ends[-1]):
            new += _with_bare_number(text, head, said, bare)
        elif LEADS.match(text, head):
            new += [_ruling(head, said)] if said.court or court_beside(text, head, said.ends[-1]) else []
        elif told(head) and _stands_free(text, said.ends[-1], taken) and _held(text, head, said, numbers):
            new.append(_ruling(head, said))
    places = Places((one.start, one.end) for one in [*found, *new])
    new += [*_cited(text, places, told), *_issued(text, places, told, numbers)]
    return sorted([*found, *new], key=lambda one: one.start) if new else found


def _ruling(start: int, said: _Read) -> Found:
    return Found("docket", start, said.ends[-1], form="by-day", dates=said.days, court=said.court)


def heads(text: str, taken: Places) -> Iterator[tuple[int, _Read]]:
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
            while more := MORE.match(text, place):
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


def announces_more(text: str, end: int, taken: Places) -> bool:
    """'judgment of 4 March 2008 in Smith v. Jones', '(реш. № 2 от 12.03.2015 г.)': the citation follows."""
    place = taken.behind(end, -1)
    near = 0 <= place - end < 24 and not _SENTENCE_BEGINS.search(text, end, place)
    return near or text.startswith((" in the case of ", " in the matter of "), end)


def _stands_free(text: str, end: int, taken: Places) -> bool:
    """Neither followed by the citation that it announces nor by the place where the text told of it before."""
    return not announces_more(text, end, taken) and not _TOLD_BEFORE.match(text, end)


_TOLD_BEFORE = late(r",? \((?:see |voir )?(?:paragraphs?|§§?) \d")
_SENTENCE_BEGINS = late(r"[.;?!] (?=[A-ZÀ-Ž])")


def _held(text: str, head: int, said: _Read, numbers: list[int]) -> bool:
    """Whether a national court gave it, and no applicant is spoken of; a number in the same sentence names it."""
    first, last = sentence(text, head, said.ends[-1])
    if of_the_person(text, first, last) or bisect_left(numbers, first) < bisect_left(numbers, last):
        return False
    court = said.court or court_beside(text, head, said.ends[-1])
    sure = _SURE.search(text, head, head + 20) and next(courts_in(text[first:last]), None)
    return bool(court or sure)


def numbered_starts(found: list[Found]) -> list[int]:
    """Where citations begin that give a number of another court and no day: a day in their sentence is theirs."""
    families = {"docket", "neutral", "ecli", "eu"}
    return sorted(one.start for one in found if one.family in families and not one.dates)


def court_beside(text: str, start: int, end: int) -> str:
    """The national court that is named right before or behind a ruling; before it, the one that 'its' means: 'as the
    Supreme Court said in its judgment of 4 May 2011, the Regional Court must …'."""
    if whose := _WHOSE.search(text, max(0, start - 30), start):
        floor = max(sentence(text, whose.start(), start)[0], whose.start() - 150)
        before = list(courts_in(text[floor : whose.start()]))
        if before and (floor + before[-1][1] == whose.start() or _ITS.search(whose[0])):
            return text[floor + before[-1][0] : floor + before[-1][1]]
    behind = _COURT_BEHIND.match(text, end)
    court = national_court(text, behind.end()) if behind else None
    return court[0] if court else ""


_ITS = late(r" (?:its|his|her|their|son|sa) ")


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


def _issued(text: str, taken: Places, told: Callable[[int], bool], numbers: list[int]) -> Iterator[Found]:
    """'On 29 September 2015 the Supreme Court issued a unifying decision', where other cases are told."""
    for m in _ON_DAY.finditer(text) if _ISSUED.search(text) else ():
        day = DAY.match(text, m.end())
        to = _COURT_BEHIND.match(text, day.end()) if day else None
        court = national_court(text, to.end()) if to else None
        issued = _ISSUED.match(text, court.end()) if court else None
        if not issued or not taken.free(m.end(), issued.end()):
            continue
        said, leads = _Read(court[0], [read_date(day)], [issued.end()]), LEADS.search(issued[0])
        if _number_follows(text, issued.end(), numbers):
            continue
        if leads or (told(m.start()) and _held(text, m.end(), said, numbers)):
            yield _ruling(m.end(), said)


def _number_follows(text: str, end: int, numbers: list[int]) -> bool:
    """Whether the same sentence ends in the number: '… delivered a leading judgment concerning … (file nos. …)'."""
    at = bisect_left(numbers, end)
    return at < len(numbers) and numbers[at] - end < 700 and not _SENTENCE_BEGINS.search(text, end, numbers[at])


_ITSELF = late(
    r"[,;]? (?:(?:see|cited|at|in|voir) )?(?:paragraphs?|§§?) \d{1,4}(?:(?:-| to | and )\d{1,4})? (?:above|below|ci-d)"
)


def _inside_brackets(text: str, place: int) -> bool:
    floor = max(0, place - 500)
    return text.count("(", floor, place) > text.count(")", floor, place)


def _refers_to_itself(text: str, end: int) -> bool:
    """'(the Regional Court's judgment of 3 May 2011, paragraph 12 above)': what the text told before."""
    return bool(_ITSELF.match(text, end))
