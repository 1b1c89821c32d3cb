"""Terms computed from dated facts, each with its rule. Convention periods end on their calendar day, never moved.

The periods are data (`terms` of law/forums/*.yaml). One without a count is national law: it is asked, never guessed.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from briefs.facts import Situation
from briefs.forums.progress import body_of, decisions_so_far, final_decision, standing_of
from briefs.models.base import last_day
from briefs.models.law import Term
from briefs.models.match import Deadline, ForumAnswer

STRASBOURG = "Europe/Paris"
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T](\d{1,2}):(\d{2}))?")
_WORDS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 9: "nine"}


class Start(NamedTuple):
    """A dated fact from which a term runs. `day` null: the fact is there, its date is not known or not needed."""

    day: dt.date | None
    words: str
    served: str | None = None


def deadlines_for(situation: Situation, forum: str) -> tuple[Deadline, ...]:
    """Terms of one forum, in the order of its rules; empty where none runs."""
    return tuple(
        _deadline(situation, term, start)
        for term in situation.library.forums[forum].terms
        if all(CONDITIONS[name](situation) for name in term.only_if)
        for start in STARTS[term.runs_from](situation)
        if _applies(term, start)
    )


def numbered(answers: Iterable[ForumAnswer]) -> list[tuple[str, str, Deadline]]:
    """All terms of a case as (T1 …, forum, term): dated ones first, by their last day; then those to ask."""
    terms = [(answer.id, term) for answer in answers for term in answer.deadlines]
    terms.sort(key=lambda pair: (pair[1].last_day or "9999", pair[1].id, pair[0]))
    return [(f"T{number}", forum, term) for number, (forum, term) in enumerate(terms, 1)]


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day of the month later, or the last day of a shorter month."""
    import calendar

    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def working_days_before(day: dt.date, count: int) -> dt.date:
    """The working day (Monday to Friday) that lies `count` of them before a day. Public holidays are not known here."""
    while count:
        day -= dt.timedelta(days=1)
        count -= day.weekday() < 5
    return day


def in_strasbourg(text: str, state: str | None) -> dt.date | None:
    """Day in Strasbourg of a moment given in the local time of a state; null when the text holds no date.

    A state with several time zones is read in the one where the moment comes first; without a time the day begins.
    """
    found = _MOMENT.search(text)
    if not found:
        return None
    try:
        day = dt.date.fromisoformat(found[1])
        local = dt.datetime.combine(day, dt.time(int(found[2] or 0), int(found[3] or 0)))
        strasbourg = ZoneInfo(STRASBOURG)
        there = [local.replace(tzinfo=ZoneInfo(name)).astimezone(strasbourg) for name in zones().get(state or "", ())]
    except (ValueError, OverflowError):
        return None
    return min(there).date() if there else day


@cache
def zones() -> dict[str, list[str]]:
    """State code → names of its time zones, from the public time zone database."""
    from importlib.resources import files  # costs as much as reading the case

    found: dict[str, list[str]] = {}
    table = files("tzdata") / "zoneinfo" / "zone.tab"
    for line in table.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            state, _, name = line.split("\t")[:3]
            found.setdefault(state, []).append(name)
    return found


def _applies(term: Term, start: Start) -> bool:
    if start.day is None:
        return not (term.months or term.days or term.working_days_before)
    early = term.since and start.day < last_day(term.since)
    return not early and not (term.until and start.day > last_day(term.until))


def _deadline(s: Situation, term: Term, start: Start) -> Deadline:
    day = _last_day(term, start.day)
    return Deadline.of(
        id=term.id,
        text=term.text,
        rule=term.rule,
        last_day=day.isoformat() if day else None,
        days_left=(day - s.day).days if day else None,
        level=term.level,
        at=term.at,
        counted=f"{start.words}{_count(term)}",
        theirs=term.theirs,
        service=_service(term, start, day is not None),
    )


def _service(term: Term, start: Start, computed: bool) -> str | None:
    """What the date of service does to a term, where it may matter; asked where it is not on file."""
    if not term.service:
        return None
    if computed and start.served:
        return (
            f"Served on {start.served}. The term is counted from the decision all the same: that day is the earlier "
            "and safer one, and no source in the library says that it runs from service."
        )
    if computed:
        return (
            "That is the safe reading: not from service. The date of service is not on file: ask for it "
            "(proceedings.decisions[].served_on)."
        )
    if start.served:
        return f"Served on {start.served}: ask whether the term runs from that day."
    return (
        "If the term runs from service it cannot be counted yet: ask when the decision was served on the person and on "
        "counsel (proceedings.decisions[].served_on)."
    )


def _last_day(term: Term, start: dt.date | None) -> dt.date | None:
    if start is None:
        return None
    if term.months:
        return add_months(start, term.months)
    if term.days:
        return start + dt.timedelta(days=term.days)
    return working_days_before(start, term.working_days_before) if term.working_days_before else None


def _count(term: Term) -> str:
    years = term.months // 12 if term.months and term.months > 12 and term.months % 12 == 0 else None
    for number, unit, tail in (
        (years, "year", ""),
        (term.months, "month", ""),
        (term.days, "day", ""),
        (term.working_days_before, "working day", " before"),
    ):
        if number:
            return f": {_WORDS.get(number, number)} {unit}{'s' if number > 1 else ''}{tail}"
    return ": national law, or the letter of the body, sets the period"


def _final(s: Situation) -> list[Start]:
    final = final_decision(s)
    return [Start(last_day(final.on), f"final decision of {final.on}", final.served_on)] if final and final.on else []


def _last_decision(s: Situation) -> list[Start]:
    taken = decisions_so_far(s)
    if not taken:
        return []
    last = taken[-1]
    return [Start(last_day(last.on) if last.on else None, _decision(last.on), last.served_on)]


def _decision(on: str | None) -> str:
    return f"decision of {on}" if on else "decision without a date"


def _removal(s: Situation) -> list[Start]:
    text = s.case.proceedings.removal_scheduled or ""
    day = in_strasbourg(text, s.case.request.requested_state)
    return [Start(day, f"removal on {day.isoformat()} in Strasbourg time")] if day else []


def _custody(s: Situation) -> list[Start]:
    custody = s.case.proceedings.custody
    if custody is None:
        return []
    since = custody.since
    return [Start(last_day(since) if since else None, f"custody since {since or 'an unknown day'}")]


def _procedures(body: tuple[str, ...], test: Callable[[str, str], bool], words: str) -> Callable[[Situation], list]:
    def starts(s: Situation) -> list[Start]:
        return [
            Start(last_day(p.since) if p.since else None, f"{words} {p.since or 'on an unknown day'}")
            for p in s.case.proceedings.other_procedures
            if body_of(p.body) in body and test(standing_of(p), (p.status or "").lower())
        ]

    return starts


STARTS: dict[str, Callable[[Situation], list[Start]]] = {
    "final-decision": _final,
    "last-decision": _last_decision,
    "removal": _removal,
    "custody": _custody,
    "ccf-admissible": _procedures(
        ("ccf",), lambda _, words: "admissible" in words and "inadmissible" not in words, "request found admissible"
    ),
    "measure-granted": _procedures(
        ("ecthr",), lambda _, words: "granted" in words or "indicated" in words, "measure indicated"
    ),
    "other-procedure-ended": _procedures(
        ("ecthr", "cat", "ced", "wgad"), lambda standing, _: standing in {"ended", "examined"}, "other procedure ended"
    ),
}


def _both_ets24(s: Situation) -> bool | None:
    """Whether both states are parties to the European Convention on Extradition: true, false, null where unknown."""
    parties = (s.is_party("ets24"), s.member(s.requesting or "", "ets24"))
    return False if False in parties else None if None in parties else True


def _awaiting_request(s: Situation) -> bool:
    return s.case.request.received_on is None and s.stage in {None, "arrest", "provisional-arrest"}


def _remedy_may_run(s: Situation) -> bool:
    taken = decisions_so_far(s)
    return bool(taken) and taken[-1].final is not True


CONDITIONS: dict[str, Callable[[Situation], bool]] = {
    "request-awaited": _awaiting_request,
    "ets24-both": lambda s: _both_ets24(s) is True,
    "ets24-unknown": lambda s: _both_ets24(s) is None,
    "ets24-not": lambda s: _both_ets24(s) is False,
    "not-final": _remedy_may_run,
}
