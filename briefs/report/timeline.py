"""The case on a line of time: what happened, what is to come, and where the file stands. A picture, and its list.

Gaps are drawn as square roots of days: three years of waiting and three days before removal both stay readable.
"""

import contextlib
import datetime as dt
import math
from typing import Any, NamedTuple

from briefs.citing import written_date
from briefs.compose.naming import in_sentence
from briefs.facts import Situation
from briefs.forums.deadlines import numbered
from briefs.forums.progress import decisions_so_far
from briefs.models.base import last_day
from briefs.models.match import MatchReport

LANES = {
    "request": "Request and custody",
    "facts": "Facts of the person",
    "decision": "Decisions",
    "body": "Other bodies",
    "deadline": "Deadlines",
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WIDTH, LEFT, RIGHT, TOP, LANE = 960, 150, 30, 34, 46


class Event(NamedTuple):
    """Something on a day. `on` as the file has it (a day, a month or a year)."""

    on: str
    lane: str
    what: str
    label: str = ""


def timeline(s: Situation, report: MatchReport) -> dict[str, Any]:
    """Events in order with their places in the picture; empty `events` where the file holds no date."""
    events = sorted(_events(s, report), key=lambda e: (last_day(e.on), list(LANES).index(e.lane), e.what))
    days = [last_day(e.on) for e in events] + ([s.day] if events else [])
    at = _places(days)
    lanes = [key for key in LANES if any(e.lane == key for e in events)]
    height = TOP + LANE * len(lanes) + 40
    taken: dict[tuple[str, int], int] = {}
    shown = []
    for number, event in enumerate(events, 1):
        x = at[last_day(event.on)]
        step = taken.get((event.lane, round(x / 14)), 0)
        taken[event.lane, round(x / 14)] = step + 1
        y = TOP + LANE * lanes.index(event.lane) + LANE // 2 - 9 * (step % 2) + 9 * ((step + 1) % 2) * (step > 0)
        shown.append({**event._asdict(), "number": number, "x": x, "y": y, "written": written_date(event.on)})
    return {
        "events": shown,
        "lanes": [{"key": key, "name": LANES[key], "y": TOP + LANE * n} for n, key in enumerate(lanes)],
        "ticks": _ticks(at, events),
        "now": at.get(s.day),
        "now_written": written_date(s.as_of),
        "width": WIDTH,
        "left": LEFT,
        "height": height,
        "lane": LANE,
    }


def _events(s: Situation, report: MatchReport) -> list[Event]:
    r, p = s.case.request, s.case.proceedings
    found = []
    if r.interpol and r.interpol.dated:
        found.append(Event(r.interpol.dated, "request", f"INTERPOL: {r.interpol.kind or 'notice'}"))
    if r.received_on:
        found.append(Event(r.received_on, "request", "Request received"))
    if p.custody and p.custody.since:
        found.append(Event(p.custody.since, "request", "Arrest; custody begins"))
    found += [
        Event(a.dated, "request", f"Assurances of {in_sentence(a.given_by) or 'an unknown body'}")
        for a in r.assurances
        if a.dated
    ]
    found += [
        Event(d.on, "decision", ": ".join(part for part in (d.by, d.outcome) if part) or "Decision")
        for d in decisions_so_far(s)
        if d.on
    ]
    found += [
        Event(o.since, "body", f"{o.body}: {o.status or 'seized'}") for o in p.other_procedures if o.since and o.body
    ]
    found += [Event(c.on, "facts", c.says) for c in s.case.circumstances if c.on]
    found += [
        Event(term.last_day, "deadline", f"{s.library.forums[forum].short_name}: {term.text}", label)
        for label, forum, term in numbered(report.forums)
        if term.last_day
    ]
    removal = (p.removal_scheduled or "")[:10]
    with contextlib.suppress(ValueError):
        found.append(Event(dt.date.fromisoformat(removal).isoformat(), "deadline", "Removal is scheduled"))
    return found


def _places(days: list[dt.date]) -> dict[dt.date, float]:
    """Day → horizontal place; neighbours are never nearer than a bubble, as far as there is room."""
    ordered = sorted(set(days))
    if not ordered:
        return {}
    gaps = [max(2.2, math.sqrt((b - a).days)) for a, b in zip(ordered, ordered[1:], strict=False)]
    scale = (WIDTH - LEFT - RIGHT) / (sum(gaps) or 1)
    places, at = {ordered[0]: float(LEFT)}, float(LEFT)
    for day, gap in zip(ordered[1:], gaps, strict=True):
        at += gap * scale
        places[day] = round(at, 1)
    return places


def _ticks(at: dict[dt.date, float], events: list[Event]) -> list[dict[str, Any]]:
    """Dates below the picture, as many as fit beside each other."""
    ticks, last = [], -1e9
    for day in sorted({last_day(e.on) for e in events}):
        if at[day] - last >= 78:
            ticks.append({"x": at[day], "text": f"{day.day} {_MONTHS[day.month - 1]} {day.year}"})
            last = at[day]
    return ticks
