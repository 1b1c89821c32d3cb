"""Terms computed from dated facts, each with its rule. Convention periods end on their calendar day, never moved.

National terms are never computed: they are asked.
"""

import calendar
import datetime as dt
import re

from briefs.facts import Situation
from briefs.models.base import last_day
from briefs.models.match import Deadline

FOUR_MONTHS_FROM = dt.date(2022, 2, 1)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day of the month later, or the last day of a shorter month."""
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def deadlines_for(situation: Situation, forum: str) -> tuple[Deadline, ...]:
    """Terms of one forum; empty where none runs."""
    rule = {"ecthr_application": _application, "ecthr_rule39": _rule39, "national_court": _provisional_arrest}.get(
        forum
    )
    return rule(situation) if rule else ()


def _deadline(s: Situation, key: str, text: str, rule: str, day: dt.date | None, level: str) -> Deadline:
    left = (day - s.day).days if day else None
    return Deadline(
        id=key, text=text, rule=rule, last_day=day.isoformat() if day else None, days_left=left, level=level
    )


def _application(s: Situation) -> tuple[Deadline, ...]:
    finals = [d.on for d in s.case.proceedings.decisions if d.final and d.on and last_day(d.on) <= s.day]
    if not finals:
        return ()
    start = last_day(max(finals))
    months = 4 if start >= FOUR_MONTHS_FROM else 6
    words = "four months (Protocol No. 15, final decisions from 1 February 2022)" if months == 4 else "six months"
    return (
        _deadline(
            s,
            "ecthr-application",
            f"Application to the Court: {words} from the final decision of "
            f"{start.isoformat()}; a complete form must be sent on or before this day.",
            "article 35 § 1 ECHR",
            add_months(start, months),
            "secondary",
        ),
    )


def _rule39(s: Situation) -> tuple[Deadline, ...]:
    found = _DAY.search(s.case.proceedings.removal_scheduled or "")
    if not found:
        return ()
    day = dt.date.fromisoformat(found.group())
    before = day - dt.timedelta(days=1)
    while before.weekday() >= 5:
        before -= dt.timedelta(days=1)
    return (
        _deadline(
            s,
            "rule39-one-working-day",
            "A request received less than one working day before removal may not be "
            "dealt with; the Registry reads them Monday to Friday, 08:00 to 16:00 Strasbourg time. French public "
            "holidays are not counted here: check them.",
            "Practice Direction on interim measures",
            before,
            "primary",
        ),
    )


def _provisional_arrest(s: Situation) -> tuple[Deadline, ...]:
    custody = s.case.proceedings.custody
    both = s.is_party("ets24") and s.member(s.requesting or "", "ets24")
    if not (custody and custody.since and both) or s.case.request.received_on:
        return ()
    start = last_day(custody.since)
    rule = "article 16 (4) of the European Convention on Extradition"
    return tuple(
        _deadline(
            s,
            f"provisional-arrest-{days}",
            f"Provisional arrest {words} after {days} days without the request and its documents.",
            rule,
            start + dt.timedelta(days=days),
            "primary",
        )
        for days, words in ((18, "may end"), (40, "must end"))
    )
