"""The case that is most likely meant, of a citation that is not quite that of any case."""

import pytest


def codes(found):
    return [fault.code for fault in found.problems]


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("Chahall v. the United Kingdom, 15 November 1996", "Chahal v. the United Kingdom [GC]"),
        ("Advisory Opinion OC-25/17 of 30 May 2018", "Advisory Opinion OC-25/18"),
        # another day, another state: another case
        ("Chahall v. the United Kingdom, 15 November 1999", None),
        ("Advisory Opinion OC-25/17 of 30 May 2016", None),
    ],
)
def test_a_name_or_a_short_number_nearly_right_beside_the_very_day_is_offered(only, text, nearest):
    found = only(f"See {text}.")
    assert (found.status, codes(found)) == ("not_in_library", [])
    assert found.candidates[0].startswith(nearest) if nearest else not found.candidates


def test_the_same_name_on_the_same_day_with_another_number_is_the_same_case(only):
    found = only("See Wong Ho Wing v. Peru, judgment of 30 June 2015, Series C No. 279.")
    assert (found.status, codes(found)) == ("mismatch", ["wrong_number"])
    assert found.problems[0].text == "The number is Series C No. 297, not Series C No. 279."
    other = only("See Wong Ho Wing v. Peru, judgment of 3 March 2009, Series C No. 279.")
    assert (other.status, codes(other)) == ("not_in_library", [])


def test_a_party_that_is_called_by_two_letters_is_read_with_the_number(only):
    found = only("See BY (Generalstaatsanwaltschaft Berlin), C-389/19.")
    assert (found.status, codes(found)) == ("mismatch", ["wrong_number"])
    assert only("See BY (Generalstaatsanwaltschaft Berlin), C-398/19.").status == "exists"
    assert only("By letter (Annex 4), C-398/19 was cited.").text.startswith("C-398/19")


def test_the_likely_case_is_the_one_that_most_signs_point_to(only):
    """The number, [GC] and the report are those of Roche: only the name is Uttley's."""
    found = only("See Uttley v. the United Kingdom [GC], no. 32555/96, ECHR 2005-X.")
    assert codes(found) == ["swapped_party"]
    assert found.right_form == "Roche v. the United Kingdom [GC], no. 32555/96, ECHR 2005-X"
    assert found.candidates[0].startswith("Uttley v. the United Kingdom (dec.), no. 36946/03")
    other = only("See Uttley v. the United Kingdom (dec.), no. 32555/96, 29 November 2005.")
    assert (codes(other)[0], other.right_form.split(",")[0]) == ("wrong_number", "Uttley v. the United Kingdom (dec.)")


def test_a_state_that_sues_in_many_cases_makes_nobody_a_namesake(only):
    found = only("See United States v. Zzyzek, 213 F.2d 82.")
    assert (found.status, found.notes) == ("not_in_library", [])


@pytest.mark.parametrize(
    "text",
    [
        "We paid Invoice no. 20114/25 of 3 March 2025.",
        "The warrant is exhibit C-3/24; the reply is Annex C-4/24.",
        "He saw Poland v. Russia on 12 June 2012.",
        "After the match Poland v. Russia, 12 June 2012, there were riots.",
    ],
)
def test_invoices_exhibits_and_matches_are_no_citations(cited, text):
    assert cited(text) == []


def test_states_do_sue_states(only):
    assert only("See Ireland v. the United Kingdom on 18 January 1978.").status == "exists"
    assert only("See Poland v. Russia, no. 99999/22, 12 June 2012.").status in {"not_in_library", "mismatch"}
    assert only("See C-182/15, Petruhhin.").status == "exists"
