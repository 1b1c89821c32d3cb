"""An answer to a ruling against us rests on nothing that came after the date of the case."""

from types import SimpleNamespace

import pytest

from briefs.casefile import case_from_text
from briefs.citing import joined_pinpoints, stopped
from briefs.facts import Situation
from briefs.forums import answer_forums
from briefs.matching import match_case
from briefs.matching.answers import answer_on

ANSWER = (
    "The ruling is tied to its record. It is older than Liu v. Poland, and the court asked for a personal risk. "
    "Detention is certain here, and on that Liu relies. A court decided otherwise in 2024."
)


def case(library, as_of, requested="MA"):
    text = (
        f'format: 1\nas_of: "{as_of}"\npersons_sought: [{{name: {{full: Test PERSON}}, nationalities: [CN]}}]\n'
        f"request: {{requesting_state: CN, requested_state: {requested}, legal_basis: treaty, purpose: prosecution}}\n"
    )
    return Situation(case_from_text(text, library).case, library, as_of)


def test_before_the_later_ruling_only_what_stood_by_itself_is_said(library):
    assert answer_on(case(library, "2021-12-17"), ANSWER) == "The ruling is tied to its record."


def test_after_it_the_whole_answer_is_given(library):
    assert answer_on(case(library, "2025-01-10"), ANSWER) == ANSWER


def test_where_nothing_is_left_no_answer_is_prepared(library):
    assert answer_on(case(library, "2021-12-17"), "It is older than Liu v. Poland.") is None
    assert answer_on(case(library, "2021-12-17"), None) is None


@pytest.mark.parametrize("year", [2019, 2021, 2023])
def test_no_answer_in_the_library_speaks_of_a_year_to_come(library, year):
    answers = [m.answer for m in match_case(case(library, f"{year}-03-01", "PL")).matches if m.answer]
    assert answers
    assert not [text for text in answers for later in range(year + 1, 2030) if f" {later}" in text]


def test_before_the_judgment_no_adverse_ruling_is_called_older_than_it(library):
    answers = [m.answer for m in match_case(case(library, "2022-10-05", "PL")).matches if m.answer]
    assert answers
    assert not [text for text in answers if "Liu v. Poland" in text]


def test_places_of_one_kind_are_joined():
    places = [SimpleNamespace(at=at) for at in ("para. 19", "para. 20")]
    assert joined_pinpoints(places) == "paras. 19 and 20"
    assert joined_pinpoints([*places, SimpleNamespace(at="p. 4")]) == "para. 19, para. 20, p. 4"


def test_words_of_a_record_end_as_a_sentence():
    assert (stopped("No violation"), stopped("No violation.")) == ("No violation.", "No violation.")


def test_a_closed_forum_names_the_state_and_the_day_as_a_filing_writes_them(library):
    said = {a.id: " ".join(r.text for r in a.reasons) for a in answer_forums(case(library, "2021-12-17", "GB"))}
    assert "It is not the case that the United Kingdom is a party to the convention" in said["ced"]
    late = {a.id: " ".join(r.text for r in a.reasons) for a in answer_forums(case(library, "2021-12-17"))}
    assert "Morocco was bound only from 22 July 2022" in late["hrc_op1"]
