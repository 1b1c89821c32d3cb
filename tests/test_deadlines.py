"""Terms as a lawyer counts them, each from a dated fact, each with its rule; the tests are one per rule."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.casefile import case_from_text
from briefs.errors import CaseError
from briefs.facts import Situation
from briefs.forums import answer_forums
from briefs.forums.deadlines import add_months, in_strasbourg, working_days_before, zones


@pytest.fixture
def terms(library):
    def look(as_of, requested, proceedings, requesting="CN", received="unknown"):
        text = (
            f'format: 1\nas_of: "{as_of}"\nrequest: {{requesting_state: {requesting}, requested_state: {requested}, '
            f"received_on: {received}}}\nproceedings: {proceedings}\n"
        )
        s = Situation(case_from_text(text, library).case, library, as_of)
        return {d.id: d for answer in answer_forums(s) for d in answer.deadlines}

    return look


def final(day):
    return f'{{stage: surrender, decisions: [{{on: "{day}", final: yes, suspensive_remedy: no}}]}}'


APPLICATION = [
    ("four months, the last day of a short month", "2022-10-31", "ecthr-four-months", "2023-02-28"),
    ("the first day of Protocol No. 15", "2022-02-01", "ecthr-four-months", "2022-06-01"),
    ("the last day of the six months", "2022-01-31", "ecthr-six-months", "2022-07-31"),
    ("a period that ends on a Sunday is not moved", "2023-12-31", "ecthr-four-months", "2024-04-30"),
    ("a period that ends on New Year's Day is not moved", "2023-09-01", "ecthr-four-months", "2024-01-01"),
    ("a leap year", "2023-10-29", "ecthr-four-months", "2024-02-29"),
]


@pytest.mark.parametrize(("name", "day", "term", "last"), APPLICATION, ids=[row[0] for row in APPLICATION])
def test_the_application_period(name, day, term, last, terms):
    found = terms(day, "PL", final(day))
    assert found[term].last_day == last
    assert found[term].level == "secondary"
    assert "article 35 § 1" in found[term].rule
    assert f"final decision of {day}" in found[term].counted
    other = {"ecthr-four-months", "ecthr-six-months"} - {term}
    assert not other & set(found)


def test_no_term_of_a_forum_that_is_closed(terms):
    """Kazakhstan is not a party to the European Convention: no four months are shown that would mislead."""
    assert "ecthr-four-months" not in terms("2024-05-02", "KZ", final("2024-04-30"))


RULE39 = [
    ("removal on a Monday: the Friday before", "2024-05-06 07:30", "PL", "2024-05-03"),
    ("removal on a Tuesday: the Monday before", "2024-05-07", "PL", "2024-05-06"),
    ("removal on a Sunday: the Friday before", "2024-05-05 12:00", "PL", "2024-05-03"),
    ("one in the morning in Baku is the evening before in Strasbourg", "2024-05-07 01:00", "AZ", "2024-05-03"),
    ("eleven at night in Reykjavik is the next day in Strasbourg", "2024-05-06 23:00", "IS", "2024-05-06"),
]


@pytest.mark.parametrize(("name", "removal", "state", "last"), RULE39, ids=[row[0] for row in RULE39])
def test_one_working_day_before_removal_in_strasbourg_time(name, removal, state, last, terms):
    found = terms("2024-05-02", state, f'{{removal_scheduled: "{removal}"}}')["rule39-one-working-day"]
    assert (found.last_day, found.at, found.level) == (last, "08:00 Europe/Paris", "primary")
    assert "08:00 to 16:00" in found.rule


def test_the_text_of_2024_is_not_used_before_28_march_2024(terms):
    before = terms("2024-03-20", "PL", '{removal_scheduled: "2024-03-27"}')
    after = terms("2024-03-20", "PL", '{removal_scheduled: "2024-03-28"}')
    assert "rule39-one-working-day" not in before
    assert before["rule39-in-good-time"].level == "recalled"
    assert "rule39-one-working-day" in after


def test_a_measure_that_was_indicated_asks_for_the_day_the_registry_set(terms):
    proceedings = '{stage: surrender, other_procedures: [{body: ECtHR, status: measure granted, since: "2024-05-01"}]}'
    term = terms("2024-05-02", "PL", proceedings)["rule39-application-follows"]
    assert term.last_day is None
    assert "within the time set by the Registry" in term.text


def test_provisional_arrest_against_china_is_asked_never_computed(terms):
    found = terms("2024-05-02", "PL", '{stage: provisional-arrest, custody: {since: "2024-04-01"}}')
    assert "provisional-arrest-40" not in found
    assert found["provisional-arrest-ask"].last_day is None
    assert "does not apply" in found["provisional-arrest-ask"].text


def test_provisional_arrest_where_participation_is_not_established_is_asked_with_the_rule(terms):
    found = terms("2024-05-02", "PL", '{stage: provisional-arrest, custody: {since: "2024-04-01"}}', requesting="TR")
    assert "provisional-arrest-40" not in found
    assert found["provisional-arrest-check"].last_day is None
    assert "must end at 40" in found["provisional-arrest-check"].text


def test_eighteen_and_forty_days_where_both_states_are_parties(library):
    spell = library.states["PL"].ets24.model_copy(update={"holds": True})
    states = {
        **library.states,
        **{code: library.states[code].model_copy(update={"ets24": spell}) for code in ("PL", "TR")},
    }
    from dataclasses import replace

    case = case_from_text(
        'format: 1\nas_of: "2024-05-02"\nrequest: {requesting_state: TR, requested_state: PL}\n'
        'proceedings: {stage: arrest, custody: {since: "2024-04-01"}}\n',
        library,
    ).case
    s = Situation(case, replace(library, states=states), "2024-05-02")
    found = {d.id: d.last_day for a in answer_forums(s) for d in a.deadlines if d.id.startswith("provisional")}
    assert found == {"provisional-arrest-18": "2024-04-19", "provisional-arrest-40": "2024-05-11"}


def test_provisional_arrest_is_over_when_the_request_has_come(terms):
    found = terms("2024-05-02", "PL", '{custody: {since: "2024-04-01"}}', received='"2024-04-20"')
    assert not [key for key in found if key.startswith("provisional")]


def test_national_terms_are_asked(terms):
    found = terms("2024-05-02", "PL", '{stage: appeal, decisions: [{on: "2024-04-30", final: no}]}')
    assert found["national-remedy"].last_day is None
    assert found["constitutional-complaint"].last_day is None
    assert "national law" in found["national-remedy"].rule
    assert terms("2024-05-02", "PL", final("2024-04-30"))["representations"].last_day is None


def served(day, on="2024-04-30", more="final: no"):
    return f'{{stage: appeal, decisions: [{{on: "{on}", {more}, served_on: {day}}}]}}'


def test_four_months_are_counted_from_the_decision_and_say_what_service_does(terms):
    """The source of the four months speaks of the decision; the day of service is told, or asked."""
    more = "final: yes, suspensive_remedy: no"
    known = terms("2024-05-20", "PL", served('"2024-05-10"', more=more))["ecthr-four-months"]
    asked = terms("2024-05-20", "PL", served("unknown", more=more))["ecthr-four-months"]
    assert known.last_day == asked.last_day == "2024-08-30"
    assert "Served on 2024-05-10" in known.service
    assert "counted from the decision" in known.service
    assert "ask for it (proceedings.decisions[].served_on)" in asked.service


def test_a_national_term_names_the_day_of_service_or_asks_for_it(terms):
    for term in ("national-remedy", "constitutional-complaint"):
        known = terms("2024-05-20", "CZ", served('"2024-05-10"'))[term]
        asked = terms("2024-05-20", "CZ", served("unknown"))[term]
        assert (known.last_day, asked.last_day) == (None, None)
        assert known.service == "Served on 2024-05-10: ask whether the term runs from that day."
        assert "on the person and on counsel" in asked.service


def test_a_term_that_has_nothing_to_do_with_service_says_nothing_of_it(terms):
    found = terms("2024-05-02", "PL", '{removal_scheduled: "2024-05-06"}')["rule39-one-working-day"]
    assert found.service is None
    assert "public holidays of the Registry are not in the library and not counted" in found.text
    assert "look at the Court's page" in found.text


def test_service_before_the_decision_is_refused_with_its_place(library):
    text = 'format: 1\nproceedings:\n  decisions:\n    - {on: "2024-05-10", served_on: "2024-05-01"}\n'
    with pytest.raises(CaseError, match=r"case.yaml:4:\d+  proceedings.decisions.0.served_on: 2024-05-01 is earlier"):
        case_from_text(text, library)


def test_the_commission_of_interpol_has_four_and_nine_months_from_admissibility(terms):
    proceedings = '{other_procedures: [{body: CCF, status: found admissible, since: "2024-01-31"}]}'
    found = terms("2024-05-02", "PL", proceedings)
    assert found["ccf-access"].last_day == "2024-05-31"
    assert found["ccf-deletion"].last_day == "2024-10-31"
    assert found["ccf-access"].theirs
    assert "ccf-access" not in terms("2024-05-02", "PL", proceedings.replace("found admissible", "inadmissible"))
    assert "ccf-access" not in terms("2024-05-02", "PL", proceedings.replace(', since: "2024-01-31"', ""))


def test_the_human_rights_committee_five_years_and_three_years(terms):
    ended = final("2020-03-01")[:-1] + ', other_procedures: [{body: ECtHR, status: struck out, since: "2021-02-28"}]}'
    found = terms("2021-05-02", "PL", ended)
    assert found["hrc-five-years"].last_day == "2025-03-01"
    assert found["hrc-three-years"].last_day == "2024-02-28"


def test_every_term_has_a_rule_a_level_and_a_source_where_it_was_seen(library):
    for forum in library.forums.values():
        for term in forum.terms:
            assert term.rule
            assert set(term.sources) <= set(forum.sources), term.id
            assert bool(term.sources) == (term.level != "recalled"), term.id


def test_every_state_of_the_council_of_europe_has_a_time_zone(library):
    for code, state in library.states.items():
        if state.echr.holds is not None:
            assert zones().get(code), code


@given(st.dates(dt.date(1950, 1, 1), dt.date(2090, 1, 1)), st.integers(1, 60))
def test_months_end_in_the_month_that_many_later_and_never_on_a_later_day(day, months):
    end = add_months(day, months)
    assert (end.year - day.year) * 12 + end.month - day.month == months
    assert end.day <= day.day
    assert end.day == day.day or (end + dt.timedelta(days=1)).day == 1


@given(st.dates(dt.date(1950, 1, 1), dt.date(2090, 1, 1)), st.integers(1, 10))
def test_working_days_are_never_on_a_weekend(day, count):
    found = working_days_before(day, count)
    assert found.weekday() < 5
    between = [found + dt.timedelta(days=n) for n in range((day - found).days)]
    assert sum(one.weekday() < 5 for one in between) == count


@given(
    st.text() | st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9]{2}:[0-9]{2})?", fullmatch=True),
    st.sampled_from(["PL", "RU", "XX", None]),
)
def test_any_text_of_a_removal_is_read_or_passed_over(text, state):
    """A day that does not exist (30 February) is passed over; a day that does is moved by a day at most."""
    found = in_strasbourg(text, state)
    if found is not None:
        assert any(abs((found - dt.date.fromisoformat(day)).days) <= 1 for day in days_in(text))


def days_in(text):
    for at in range(len(text) - 9):
        try:
            dt.date.fromisoformat(text[at : at + 10])
        except ValueError:
            continue
        yield text[at : at + 10]
