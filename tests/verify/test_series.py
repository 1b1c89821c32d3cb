"""A number of Series A tells the judgment, also where no name stands beside it, as in the notes of old judgments."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "See the judgment of 23 April 1992, Series A no. 236, p. 20, para. 31.",
        "As the Court has held (Series A no. 236, p. 20).",
        "See the Court’s judgment of 23 April 1992 (Series A no. 236, p. 20, para. 31).",
    ],
)
def test_the_number_of_series_a_tells_the_judgment(only, text):
    found = only(text)
    assert (found.status, found.authority) == ("exists", "register/11798-85/1992-04-23")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("See the judgment of 24 April 1992, Series A no. 236.", "mismatch"),
        ("See the judgment of 23 April 1992, Series A no. 263.", "not_checked"),
        ("See the Castells v. Spain judgment of 23 April 1992, Series A no. 263.", "mismatch"),
    ],
)
def test_another_day_or_number_is_told(only, text, status):
    assert only(text).status == status


def test_two_numbers_of_series_a_are_two_rulings(cited):
    found = cited("It was so held (Series A no. 27, p. 32, para. 95, and Series A no. 43, p. 22, para. 48).")
    assert [(c.text, c.status) for c in found] == [
        ("Series A no. 27, p. 32, para. 95", "exists"),
        ("Series A no. 43, p. 22, para. 48", "exists"),
    ]


def test_the_court_is_no_applicant(cited):
    """'The Court's judgment of …' is no case of somebody called Court."""
    assert {c.status for c in cited("It is the Court’s judgment of 23 June 1981 (Series A no. 43, p. 17).")} == {
        "exists"
    }
