"""A Chamber named for a ruling of the Grand Chamber, and a court of another country or system."""

import pytest


def codes(found):
    return [fault.code for fault in found.problems]


WRONG = [
    "The Chamber in Saadi v. Italy, no. 37201/06, 28 February 2008, held so.",
    "The Court (Fourth Section) in Saadi v. Italy, no. 37201/06, 28 February 2008, held so.",
    "The Chamber's judgment in Saadi v. Italy, 28 February 2008, is clear.",
    "The Inter-American Court in Soering v. the United Kingdom, 7 July 1989, held so.",
    "The Bundesverfassungsgericht in NJA 2019 s. 611 held so.",
    "The Corte di Cassazione held in NJA 2019 s. 611 that it is so.",
]
RIGHT = [
    "The Grand Chamber in Saadi v. Italy [GC], no. 37201/06, 28 February 2008, held so.",
    "The Court (Grand Chamber) in Saadi v. Italy [GC], no. 37201/06, 28 February 2008, held so.",
    "The Court (First Section) in Liu v. Poland, no. 37610/18, 6 October 2022, held so.",
    "The Chamber in Liu v. Poland, no. 37610/18, 6 October 2022, held so.",
    "Högsta domstolen in NJA 2019 s. 611 held so.",
    "The Swedish court departed from the Bundesverfassungsgericht; see NJA 2019 s. 611.",
]


@pytest.mark.parametrize("text", WRONG)
def test_another_bench_is_a_mismatch_where_the_record_is_sure(only, text):
    found = only(text)
    assert (found.status, codes(found)) == ("mismatch", ["wrong_court"])


@pytest.mark.parametrize("text", RIGHT)
def test_the_bench_that_gave_it_is_not_blamed(only, text):
    found = only(text)
    assert (found.status, codes(found)) == ("exists", [])
    assert "formation" not in [note.code for note in found.notes]


def test_a_chamber_without_a_day_may_have_ruled_before_and_that_is_told(only):
    """The Grand Chamber takes over cases that a Chamber has judged: the number is the same."""
    found = only("The Chamber in Saadi v. Italy, no. 37201/06, held so.")
    assert (found.status, codes(found)) == ("exists", [])
    told = next(note.text for note in found.notes if note.code == "formation")
    assert told.startswith("The text names a Chamber; known is the ruling of the Grand Chamber of 28 February 2008.")
    assert told.endswith("or give the date of the Chamber's.")


def test_the_constitutional_court_of_peru_goes_by_its_own_name(only):
    """Spain's is called so, too. What must be told is that the ruling fell in 2016."""
    found = only("Tribunal Constitucional, EXP. N.° 02278-2010-PHC/TC, 24 May 2011.")
    assert codes(found) == ["reversed_authority"]
    assert codes(only("The Tribunal Supremo in EXP. N.° 02278-2010-PHC/TC, 24 May 2011.")) == ["wrong_court"]
