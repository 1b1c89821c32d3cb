"""The days that are left of a term, in words; on the last day itself the hour decides."""

import datetime as dt
from zoneinfo import ZoneInfo


def counted(days: int, at: str | None, day: str) -> str:
    """From the date of a case file, which has no hour. `days`: negative when past; `at`: '08:00 Europe/Paris'."""
    if days:
        return _past_or_left(days, f"from {day}")
    return f"TODAY, {day}, at {at}: look at the clock" if at else f"TODAY, {day}, is the last day"


def by_the_clock(last_day: str, at: str | None, now: dt.datetime) -> str:
    """Counted from this moment. `now` knows its zone; a term with an hour is read in the zone of that hour."""
    hour, _, zone = (at or "").partition(" ")
    if hour and zone:
        now = now.astimezone(ZoneInfo(zone))
    days = (dt.date.fromisoformat(last_day) - now.date()).days
    if days:
        return _past_or_left(days, f"from today, {now.date()}")
    if not hour:
        return f"TODAY, {now.date()}, is the last day"
    passed = now.time() >= dt.time.fromisoformat(hour)
    return f"{'PASSED' if passed else 'TODAY:'} at {at}, today; it is now {now:%H:%M} there"


def _past_or_left(days: int, start: str) -> str:
    word = f"{abs(days)} day{'s' if abs(days) != 1 else ''}"
    return f"PAST by {word}, counted {start}" if days < 0 else f"{word} left {start}"
