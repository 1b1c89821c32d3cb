"""The last day of a term: its hour decides, and it is never called '0 days left'."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from briefs.report.days import by_the_clock, counted

WARSAW = ZoneInfo("Europe/Warsaw")
NEW_YORK = ZoneInfo("America/New_York")
AT = "08:00 Europe/Paris"

CLOCK = [
    ("a minute before", dt.datetime(2026, 11, 27, 7, 59, tzinfo=WARSAW), AT, "TODAY: at 08:00"),
    ("on the hour", dt.datetime(2026, 11, 27, 8, 0, tzinfo=WARSAW), AT, "PASSED at 08:00 Europe/Paris, today"),
    ("the evening", dt.datetime(2026, 11, 27, 22, 5, tzinfo=WARSAW), AT, "it is now 22:05 there"),
    ("night in New York is morning in Strasbourg", dt.datetime(2026, 11, 27, 2, 1, tzinfo=NEW_YORK), AT, "PASSED at"),
    ("still the day before in New York", dt.datetime(2026, 11, 26, 23, 0, tzinfo=NEW_YORK), AT, "TODAY: at 08:00"),
    ("a term without an hour", dt.datetime(2026, 11, 27, 23, 59, tzinfo=WARSAW), None, "is the last day"),
    ("the day after", dt.datetime(2026, 11, 28, 0, 1, tzinfo=WARSAW), AT, "PAST by 1 day, counted from today"),
    ("two days before", dt.datetime(2026, 11, 25, 9, 0, tzinfo=WARSAW), AT, "2 days left from today, 2026-11-25"),
]


@pytest.mark.parametrize(("name", "now", "at", "words"), CLOCK, ids=[row[0] for row in CLOCK])
def test_a_term_by_the_clock(name, now, at, words):
    said = by_the_clock("2026-11-27", at, now)
    assert words in said
    assert "0 days" not in said


def test_the_date_of_a_file_has_no_hour():
    assert counted(0, AT, "2026-11-27") == "TODAY, 2026-11-27, at 08:00 Europe/Paris: look at the clock"
    assert counted(0, None, "2026-11-27") == "TODAY, 2026-11-27, is the last day"
    assert counted(-1, AT, "2026-11-28") == "PAST by 1 day, counted from 2026-11-28"
    assert counted(3, None, "2026-11-24") == "3 days left from 2026-11-24"
