"""Forums: membership, declarations and other procedures are read at the date of the case."""

import pytest

from briefs.casefile import case_from_text
from briefs.facts import Situation
from briefs.forums import answer_forums


def answers(library, as_of, requested, proceedings="{}", requesting="CN", rest=""):
    text = (
        f'format: 1\nas_of: "{as_of}"\nrequest: {{requesting_state: {requesting}, requested_state: {requested}}}\n'
        f"proceedings: {proceedings}\n{rest}"
    )
    situation = Situation(case_from_text(text, library).case, library, as_of)
    return {answer.id: answer for answer in answer_forums(situation)}


FINAL = '{stage: surrender, decisions: [{on: "2022-01-10", outcome: allowed, final: yes, suspensive_remedy: no}]}'

TABLE = [
    ("Russia on the last day of the Convention", "2022-09-15", "RU", "ecthr_rule39", "check"),
    ("Russia on the day it ceased to be bound", "2022-09-16", "RU", "ecthr_rule39", "closed"),
    ("Morocco before the Optional Protocol was in force", "2022-07-21", "MA", "hrc_op1", "closed"),
    ("Morocco from that day", "2022-07-22", "MA", "hrc_op1", "check"),
    ("Belarus after it left the Optional Protocol", "2023-02-08", "BY", "hrc_op1", "closed"),
    ("Kazakhstan is not in the Council of Europe", "2024-01-01", "KZ", "ecthr_rule39", "closed"),
    ("Thailand has not accepted article 22", "2024-01-01", "TH", "cat_art22", "closed"),
    ("Albania's acceptance is not established", "2024-01-01", "AL", "cat_art22", "check"),
]


@pytest.mark.parametrize(("name", "as_of", "state", "forum", "status"), TABLE, ids=[row[0] for row in TABLE])
def test_membership_is_read_at_the_date(name, as_of, state, forum, status, library):
    assert answers(library, as_of, state)[forum].status == status


def test_every_state_gets_an_answer_from_every_forum(library):
    for code in library.states:
        found = answers(library, "2024-01-01", f'"{code}"', requesting="US")
        assert len(found) == 12
        assert all(answer.reasons for answer in found.values())


def test_an_unknown_requested_state_is_checked_never_closed(library):
    found = answers(library, "2024-01-01", "unknown")
    assert found["ecthr_rule39"].status == found["cat_art22"].status == "check"


BODIES = [
    ("UN Committee against Torture", "pending", "ecthr_rule39", "closed"),
    ("cat_art22", "decided", "ecthr_application", "closed"),
    ("European Court of Human Rights", "pending", "cat_art22", "closed"),
    ("ecthr_application", "decided", "cat_art22", "closed"),
    ("CAT", "withdrawn", "ecthr_rule39", "check"),
    ("Human Rights Committee", "pending", "cat_art22", "closed"),
    ("ECtHR", "decided", "hrc_op1", "check"),
    ("CCF", "pending", "ecthr_rule39", "open"),
]


@pytest.mark.parametrize(("body", "state", "forum", "status"), BODIES)
def test_the_same_matter_before_two_bodies_is_caught_in_both_directions(body, state, forum, status, library):
    proceedings = FINAL[:-1] + f", other_procedures: [{{body: {body}, status: {state}}}]}}"
    assert answers(library, "2022-03-01", "DK", proceedings)[forum].status == status


def test_a_remedy_that_stays_surrender_comes_first(library):
    proceedings = '{stage: appeal, decisions: [{on: "2024-01-10", final: no, suspensive_remedy: yes}]}'
    found = answers(library, "2024-02-01", "PL", proceedings)
    assert found["ecthr_rule39"].status == found["cat_art22"].status == "not_yet"


def test_a_decision_after_the_date_does_not_count(library):
    proceedings = '{stage: appeal, decisions: [{on: "2024-06-10", final: yes, suspensive_remedy: no}]}'
    assert answers(library, "2024-05-02", "PL", proceedings)["ecthr_rule39"].status == "not_yet"


def test_whether_a_constitutional_complaint_exists_is_said_as_far_as_the_library_knows(library):
    italy, poland, kingdom = (
        answers(library, "2024-05-02", state)["constitutional_court"] for state in ("IT", "PL", "GB")
    )
    assert italy.status == "closed"
    assert "Italy knows no individual constitutional complaint (recalled; check)" in italy.reasons[0].text
    assert poland.status == kingdom.status == "check"
    assert "Poland knows an individual constitutional complaint. What it can attack" in poland.reasons[0].text
    assert "on review of the decision" in kingdom.reasons[0].text
