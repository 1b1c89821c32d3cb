"""deadlines.ics: readable by any calendar, the same bytes again, and nothing in it that tells whose case it is."""

import datetime as dt
import re

import icalendar
import pytest

from briefs.casefile import case_from_text
from briefs.errors import CaseError
from briefs.facts import Situation
from briefs.forums import answer_forums
from briefs.report.calendar import calendar_file

CASE = """
format: 1
as_of: "2024-06-10"
reference: 2026-014
persons_sought: [{name: {full: Secret PERSON, native: 張家銘}, nationalities: [CN]}]
request: {requesting_state: CN, requested_state: PL, offences: [fraud]}
proceedings:
  removal_scheduled: "2024-06-18 07:00"
  decisions: [{on: "2024-05-02", by: Court of Appeal, final: yes, suspensive_remedy: no}]
"""


@pytest.fixture
def made(library):
    def make(text=CASE):
        s = Situation(case_from_text(text, library).case, library, "2024-06-10")
        return calendar_file(s, answer_forums(s))

    return make


def test_each_dated_term_is_an_entry_on_its_day(made):
    calendar = icalendar.Calendar.from_ical(made())
    starts = {str(event["summary"]): event.decoded("dtstart") for event in calendar.walk("VEVENT")}
    assert starts["2026-014 – T1"] == dt.datetime(2024, 6, 17, 6, 0, tzinfo=dt.UTC)  # 08:00 in Strasbourg
    assert starts["2026-014 – T2"] == dt.date(2024, 9, 2)
    assert calendar["version"] == "2.0"


def test_nothing_tells_whose_case_it_is_or_where_it_stands(made):
    text = made().decode("utf-8").casefold()
    for word in (
        "secret",
        "person",
        "張",
        "cn",
        "china",
        "pl:",
        "poland",
        "ecthr",
        "strasbourg",
        "article",
        "rule",
        "fraud",
    ):
        assert word not in text.replace("prodid:-//casebrief//terms//en", ""), word


def test_the_file_is_well_formed_as_rfc_5545_asks(made):
    data = made()
    assert data == made()
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    uids = re.findall(rb"UID:(\S+)", data)
    assert len(uids) == len(set(uids)) == 3
    assert data.count(b"DTSTAMP:20240610T000000Z") == 3


def test_an_entry_keeps_its_identity_when_its_day_changes(made):
    before = {str(e["uid"]) for e in icalendar.Calendar.from_ical(made()).walk("VEVENT")}
    after = made(CASE.replace("2024-06-18", "2024-06-20"))
    assert {str(e["uid"]) for e in icalendar.Calendar.from_ical(after).walk("VEVENT")} == before


@pytest.mark.parametrize("reference", ["PERSON-2026", "secret", "案件張家銘", "unknown"])
def test_a_reference_that_names_the_person_or_is_missing_is_refused(reference, made):
    with pytest.raises(CaseError, match="reference"):
        made(CASE.replace("2026-014", reference))


def test_a_short_word_inside_a_reference_is_no_name(made):
    assert made(CASE.replace("Secret PERSON", "LI An").replace("2026-014", "CLIENT-AND-3"))


def test_the_date_of_service_moves_no_entry_and_is_not_in_the_calendar(made):
    served = made(CASE.replace('{on: "2024-05-02",', '{on: "2024-05-02", served_on: "2024-05-09",'))
    assert served == made()
