"""A name with a slip is told; another way of writing the same sounds is none."""

import pytest

from briefs.verify.check.spelling import misspelt


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Dicskon v. the United Kingdom [GC], no. 44362/04, ECHR 2007-V", "Dickson"),
        ("Paposhivli v. Belgium [GC], no. 41738/10, § 186, 13 December 2016", "Paposhvili"),
        ("Kafkris v. Cyprus [GC], no. 21906/04, 12 February 2008", "Kafkaris"),
        ("Blohkin v. Russia [GC], no. 47152/06, ECHR 2016", "Blokhin"),
        ("Holokiov v. Moldova, no. 30649/05, § 117, 7 November 2006", "Holomiov"),
    ],
)
def test_a_slip_in_a_name_is_told_with_the_right_name(only, written, right):
    citation = only(f"The Court said so (see {written}).")
    assert citation.status == "mismatch"
    assert [(p.code, right in p.text) for p in citation.problems] == [("misspelt_name", True)]


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Khachiev and Akaïeva", "Khashiyev and Akayeva"),
        ("Kalachnikov", "Kalashnikov"),
        ("Pine Valley Development Ltd", "Pine Valley Developments Ltd and Others"),
        ("Yasa", "Yaşa"),
        ("Gaefgen", "Gäfgen"),
        ("Chahal and Others", "Chahal"),
        ("Kova\u0242i\u0242", "Kovačić"),
        ("Muller", "Müller"),
    ],
)
def test_another_way_to_write_a_name_is_no_slip(written, known):
    assert misspelt(written, [known]) == ""
