"""A ruling that was cited before, called by its day alone: 'the judgment of 4 May 2011', where just one ruling of that
day was cited, by the court that is named where one is."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

from briefs.verify.find.byday import LEADS, MORE, announces_more, court_beside, heads, numbered_starts
from briefs.verify.find.dates import DAY, read_date
from briefs.verify.find.domestic import courts_in
from briefs.verify.find.folding import listed, plain
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.places import Places
from briefs.verify.find.whose import of_somebody, of_the_person, sentence

_BACK = late(
    r",? \(?(?:précitée?s?|susmentionnée?s?|(?:both )?(?:cited|quoted) above)(?!\w)\)?(?:,? §§? ?[\d.]+(?:-\d+)?)?"
)
_NUMERAL = late(r"[\w./-]*\d[\w./-]*")


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
        leading = LEADS.search(text, found.start, found.end)
        told = of_somebody if found.form == "domestic" else of_the_person
        if told(text, first, last) and not leading:
            return
        court = found.court or court_beside(text, found.start, found.end)
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
    numbers = numbered_starts(fulls)
    for head, said in heads(text, taken):
        _, last = sentence(text, head, said.ends[-1])
        numbered = bisect_right(numbers, head) < bisect_left(numbers, last)
        if numbered or announces_more(text, said.ends[-1], taken) or _DISPOSED.match(text, said.ends[-1]):
            continue
        if _BEEN_DISPOSED.search(text, max(0, head - 80), head):
            continue
        court = said.court or court_beside(text, head, said.ends[-1])
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
            more = MORE.match(text, end)
            start = more.end() if more else end
