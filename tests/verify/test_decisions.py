"""Decisions on admissibility: known where the Court cites them, and kept apart from the judgment in the same case."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "text",
    [
        "Abdi Mohammed v. the Netherlands (dec.), no. 2738/11, 4 December 2012.",  # return under the Dublin rules
        "M.H. and Others v. Cyprus (dec.), no. 41744/10, § 14, 14 January 2014.",
        "H.S. and Others v. Belgium (dec.), no. 10973/12, 24 March 2015.",  # struck out
        "Koniarska v. the United Kingdom (dec.), no. 33670/96, 12 October 2000.",
        "Aylor-Davis v. France, no. 22742/93, Commission decision of 20 January 1994.",  # extradition, death penalty
        "East African Asians v. the United Kingdom, no. 4403/70, Commission report of 14 December 1973.",
        "Čalovskis v. Latvia, no. 22205/13, 24 July 2014.",
        "Calovskis v. Latvia, no. 22205/13, 24 July 2014.",
    ],
)
def test_a_decision_that_two_places_have_is_known_without_a_reservation(only, text):
    found = only(text)
    assert (found.status, found.problems) == ("exists", [])
    assert "weak" not in [note.code for note in found.notes]


def test_a_decision_that_one_judgment_alone_cites_is_known_and_says_so(only):
    found = only("Kadzoev v. Bulgaria (dec.), no. 56437/07, § 7, 1 October 2013.")
    assert (found.status, found.problems) == ("exists", [])
    assert [note.text for note in found.notes if note.code == "weak"] == ["Known from one judgment that cites it."]


def test_a_wrong_day_is_told_with_the_right_one(only):
    (problem,) = only("Abdi Mohammed v. the Netherlands (dec.), no. 2738/11, 4 December 2013.").problems
    assert problem.text == "Decided on 4 December 2012, not 4 December 2013."


@pytest.mark.parametrize(
    "text",
    [
        "Hilal v. the United Kingdom, no. 45276/99, ECHR 2001-II.",
        "Hilal v. the United Kingdom, no. 45276/99, 6 March 2001.",
        "Glass v. the United Kingdom, no. 61827/00, ECHR 2004-II.",
        "Akdivar and Others v. Turkey, no. 21893/93, 16 September 1996, Reports 1996-IV.",
        "Andreou v. Turkey, no. 45653/99, 27 October 2009.",
    ],
)
def test_the_judgment_in_the_same_case_is_not_blamed_for_the_day_of_the_decision(only, text):
    found = only(text)
    assert (found.status, found.problems) == ("exists", [])


def test_no_ruling_stands_twice_among_what_the_court_cites():
    found = defaultdict(list)
    with (ROOT / "law" / "register.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            for number in filter(None, row["application_numbers"].split(";")):
                found[number, row["date"], row["report"], row["kind"], row["phase"]].append(row["name"])
    assert [names for (_, date, *_), names in found.items() if date and len(names) > 1] == []
