"""Letters that a file has lost on its way ('Še?i?') are no slip of the author, and show no other case either."""

import pytest


@pytest.mark.parametrize(
    "written",
    [
        "Kova?i? and Others v. Slovenia [GC], nos. 44574/98, 45133/98 and 48316/99, § 276, 3 October 2008",
        "Kova_i? and Others v. Slovenia [GC], nos. 44574/98, 45133/98 and 48316/99, § 276, 3 October 2008",
        "Kova\ufffdi\ufffd and Others v. Slovenia [GC], nos. 44574/98, 45133/98 and 48316/99, 3 October 2008",
        "Sandra  Jankovi?  v. Croatia, no. 38478/05, § 46, 5 March 2009",
        "?or?evi? v. Croatia, no. 41526/10, § 96, ECHR 2012",
    ],
)
def test_a_name_with_lost_letters_is_the_case_of_its_number(only, written):
    citation = only(f"The Court said so (see {written}).")
    assert (citation.status, citation.text) == ("exists", written)


def test_a_lost_letter_stands_for_one_letter_and_no_other_name(only):
    citation = only("See Nova?i? and Others v. Slovenia [GC], nos. 44574/98, 45133/98 and 48316/99, 3 October 2008.")
    assert citation.status == "mismatch"
    citation = only("See Kov?i? and Others v. Slovenia [GC], nos. 44574/98, 45133/98 and 48316/99, 3 October 2008.")
    assert citation.status == "mismatch"


def test_a_name_with_lost_letters_alone_does_not_show_that_the_case_exists(cited):
    assert "exists" not in {c.status for c in cited("See Kova?i? and Others v. Slovenia, 3 October 2007.")}


def test_a_question_is_a_question(cited):
    assert [c.text for c in cited("Is this so? Soering v. the United Kingdom, 7 July 1989, § 88.")] == [
        "Soering v. the United Kingdom, 7 July 1989, § 88"
    ]
