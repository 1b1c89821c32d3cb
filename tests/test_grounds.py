"""Grounds: which facts raise which, in words a lawyer can read."""

import pytest

from briefs.casefile import case_from_text
from briefs.facts import Situation
from briefs.grounds import raise_grounds
from briefs.questions import open_questions

ACCESSORY = {"burden-of-proof", "absolute-no-balancing", "effective-remedy", "interim-measures"}


def situation(library, requesting, requested, person="", rest=""):
    text = (
        f'format: 1\nas_of: "2025-03-01"\npersons_sought:\n  - {{name: {{full: Invented Person}}{person}}}\n'
        f"request: {{requesting_state: {requesting}, requested_state: {requested}}}\n{rest}"
    )
    return Situation(case_from_text(text, library).case, library, "2025-03-01")


def raised(s):
    return {ground.id: ground for ground in raise_grounds(s) if ground.raised}


def test_nothing_but_a_charge_raises_no_risk(library):
    found = raised(situation(library, "US", "NO"))
    assert "art3-real-risk" not in found
    assert not ACCESSORY & set(found)


@pytest.mark.parametrize(
    ("why", "person"),
    [
        ("a journalist", ", profile: [journalist]"),
        ("a member of a persecuted group", ", profile: [gulen-movement]"),
        ("a recognised refugee", ", status: [{kind: refugee, state: DE}]"),
        ("an asylum seeker", ", status: [{kind: asylum-seeker, state: DE}]"),
    ],
)
def test_a_person_at_risk_raises_the_risk_and_all_that_goes_with_it(library, why, person):
    found = raised(situation(library, "TR", "DE", person))
    assert {"art3-real-risk", *ACCESSORY} <= set(found), why
    assert all(ground.because for ground in found.values())


def test_a_circumstance_tagged_for_the_risk_raises_what_goes_with_it(library):
    tagged = "circumstances:\n  - {id: beaten, says: The person was beaten., tags: [art3-real-risk]}\n"
    assert {"art3-real-risk", *ACCESSORY} <= set(raised(situation(library, "TR", "DE", rest=tagged)))


def test_union_law_on_third_states_is_not_pleaded_against_a_member_state(library):
    mobile = ", nationalities: [LT]"
    assert "eu-charter-third-state" in raised(situation(library, "BR", "IE", mobile))
    assert "eu-charter-third-state" not in raised(situation(library, "PL", "IE", mobile))


def test_between_two_member_states_the_file_asks_for_the_european_arrest_warrant(library):
    asked = [q.ask for q in open_questions(situation(library, "PL", "IE"))]
    assert any("European arrest warrant" in ask for ask in asked)
    assert not any("arrest warrant?" in q.ask for q in open_questions(situation(library, "BR", "IE")))
