"""deadlines.ics: one entry for each dated term, with the opaque reference only (RFC 5545; no name, state or rule).

Calendars are copied to telephones and servers. What an entry means is said by `casebrief check`, which numbers them.
"""

import datetime as dt
import hashlib
import re
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from briefs.errors import CaseError, Problem
from briefs.facts import Situation
from briefs.forums.deadlines import numbered
from briefs.models.match import Deadline, ForumAnswer

_ALARMS = (dt.timedelta(days=-7), dt.timedelta(days=-1))


def calendar_file(s: Situation, answers: tuple[ForumAnswer, ...]) -> bytes:
    """The calendar, the same bytes for the same case. CaseError where the reference is missing or names a person."""
    reference = _opaque(s)
    calendar = Calendar()
    calendar.add("prodid", "-//casebrief//terms//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    seen: dict[str, int] = {}
    for label, forum, term in numbered(answers):
        if term.last_day is None:
            continue
        key = f"{forum}/{term.id}"
        seen[key] = seen.get(key, 0) + 1
        calendar.add_component(_event(s, reference, label, f"{key}/{seen[key]}", term))
    return calendar.to_ical()


def _opaque(s: Situation) -> str:
    reference = s.case.reference
    if not reference:
        raise CaseError(
            Problem(
                "reference",
                "is missing: a calendar entry carries nothing else.",
                fix="Write a reference that names nobody, such as 'reference: 2026-014'.",
            )
        )
    if _names_somebody(s, reference.casefold()):
        raise CaseError(
            Problem(
                "reference",
                "holds a part of the person's name; no calendar was written.",
                "Calendars are copied to telephones and servers.",
                "Choose a reference that names nobody.",
            )
        )
    return reference


def _names_somebody(s: Situation, reference: str) -> bool:
    """Whether a word of a name is a word of the reference, or stands inside it and is long enough to be no accident."""
    names = [name for p in s.case.persons_sought for name in (p.name.full, p.name.native, *p.name.other_spellings)]
    words = {word.casefold() for name in names if name for word in re.findall(r"\w+", name)}
    tokens = set(re.findall(r"[^\W_]+", reference))
    return any(word in tokens or (word in reference and (len(word) > 3 or not word.isascii())) for word in words)


def _event(s: Situation, reference: str, label: str, key: str, term: Deadline) -> Event:
    assert term.last_day is not None
    day = dt.date.fromisoformat(term.last_day)
    event = Event()
    event.add("uid", f"{hashlib.sha256(f'{reference}/{key}'.encode()).hexdigest()[:32]}@casebrief.invalid")
    event.add("dtstamp", dt.datetime.combine(s.day, dt.time(), dt.UTC))
    event.add("summary", f"{reference} – {label}")
    if term.at:
        clock, zone = term.at.split()
        local = dt.datetime.combine(day, dt.time.fromisoformat(clock), ZoneInfo(zone))
        event.add("dtstart", local.astimezone(dt.UTC))
        event.add("duration", dt.timedelta(minutes=15))
    else:
        event.add("dtstart", day)
        event.add("dtend", day + dt.timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    for before in _ALARMS:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", reference)
        alarm.add("trigger", before)
        event.add_component(alarm)
    return event
