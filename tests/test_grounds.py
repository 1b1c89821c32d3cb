"""Grounds: which facts raise which, in words a lawyer can read."""

from dataclasses import replace

import pytest

from briefs.casefile import case_from_text
from briefs.facts import Situation
from briefs.grounds import raise_grounds
from briefs.matching.materials import provision_gate
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


TOLD = "circumstances:\n  - {{id: seen, says: The words of the file., tags: [{}]}}\n"
PLAIN = [
    ("the ministry relies on impunity", "CN", "", TOLD.format("impunity"), "aut-dedere"),
    ("the ministry relies on gravity", "US", "", TOLD.format("gravity"), "absolute-no-balancing"),
    ("a national of the requested state", "CN", ", nationalities: [PL]", "", "aut-dedere"),
    ("a prison that a court has found wanting", "IN", "", "", "prison-conditions"),
    ("a Uyghur, with two reports on places of detention", "CN", ", profile: [uyghur]", "", "prison-conditions"),
    ("a confession on which the accusation rests", "CN", "", TOLD.format("confession"), "torture-evidence"),
]
UNSAID = [
    ("nobody relies on the public interest", "US", "aut-dedere"),
    ("no statement is on file", "CN", "torture-evidence"),
    ("one report on one form of custody", "CN", "prison-conditions"),
    ("no link with Union law", "CN", "eu-charter-third-state"),
]


@pytest.mark.parametrize(("why", "asking", "person", "rest", "ground"), PLAIN, ids=[row[0] for row in PLAIN])
def test_what_the_file_says_plainly_raises_the_ground(library, why, asking, person, rest, ground):
    assert ground in raised(situation(library, asking, "PL", person, rest))


@pytest.mark.parametrize(("why", "asking", "ground"), UNSAID, ids=[row[0] for row in UNSAID])
def test_what_the_file_does_not_say_raises_no_weak_ground(library, why, asking, ground):
    assert ground not in raised(situation(library, asking, "PL"))


def test_a_deportation_to_the_state_that_seeks_the_person_is_looked_at_as_a_disguise(library):
    text = (
        'format: 1\nas_of: "2025-03-01"\npersons_sought:\n  - {name: {full: Invented Person}}\n'
        "request: {requesting_state: CN, requested_state: KE, kind: %s, interpol: {kind: red notice}}\n"
    )
    for kind, expected in (("deportation", True), ("extradition", False)):
        s = Situation(case_from_text(text % kind, library).case, library, "2025-03-01")
        assert ("disguised-extradition" in raised(s)) is expected


def test_the_conditions_of_extradition_are_not_pleaded_against_a_deportation(library):
    """Double criminality and speciality are conditions of a surrender on request; a tag still raises them."""
    charge = "circumstances: [{id: told, says: The papers are not translated., tags: [treaty-and-statutory-bars]}]\n"
    kind = "  kind: {}\n"
    text = (
        'format: 1\nas_of: "2025-03-01"\npersons_sought: [{{name: {{full: Invented Person}}}}]\n'
        "request:\n  requesting_state: CN\n  requested_state: TR\n{}{}"
    )
    told = {
        (word, tagged): "treaty-and-statutory-bars"
        in raised(
            Situation(
                case_from_text(text.format(kind.format(word), charge * tagged), library).case, library, "2025-03-01"
            )
        )
        for word in ("extradition", "surrender", "deportation")
        for tagged in (False, True)
    }
    assert [key for key, found in told.items() if not found] == [("deportation", False)]


@pytest.mark.parametrize(
    ("requested", "requesting", "code"),
    [
        (True, True, None),
        (True, False, "not-bound"),
        (False, True, "not-bound"),
        (True, None, "ask"),
        (None, None, "ask"),
    ],
)
def test_the_european_convention_on_extradition_is_pleaded_only_between_its_parties(
    library, requested, requesting, code
):
    spell = library.states["PL"].ets24
    states = {
        "PL": library.states["PL"].model_copy(update={"ets24": spell.model_copy(update={"holds": requested})}),
        "TR": library.states["TR"].model_copy(update={"ets24": spell.model_copy(update={"holds": requesting})}),
    }
    known = replace(library, states={**library.states, **states})
    (provision, *_) = [p for p in library.provisions.values() if p.system == "ets24"]
    reason = provision_gate(situation(known, "TR", "PL"), provision)
    assert (reason and reason.code) == code
