"""More than a hundred authorities that no court ever decided, made by rule from true ones: none may `exist`."""

import pytest

TRUE = [
    ("Saadi", "Italy", "37201/06"),
    ("Soering", "the United Kingdom", "14038/88"),
    ("Chahal", "the United Kingdom", "22414/93"),
    ("Liu", "Poland", "37610/18"),
    ("Othman (Abu Qatada)", "the United Kingdom", "8139/09"),
    ("Kudła", "Poland", "30210/96"),
    ("M.S.S.", "Belgium and Greece", "30696/09"),
    ("Trabelsi", "Belgium", "140/10"),
]
NAMES = ["Kowalczewski", "Brandström", "Oyelaran and Others", "Zhakupov", "Lindqvarn"]
COMMON = [
    "Ahmed v. Poland",
    "Ivanov v. Russia",
    "Kaya v. Turkey",
    "Popov v. Moldova",
    "Yılmaz v. Turkey",
    "Smith v. Spain",
]


def invented():
    """Real name and invented number, invented name and real number, real number against another state, all three."""
    for n, (name, state, number) in enumerate(TRUE):
        serial, year = number.split("/")
        yield f"{name} v. {state}, no. {70000 + 137 * n}/{year}"
        yield f"{name} v. {state}, no. {70000 + 137 * n}/{year}, 3 May 2016"
        yield f"{name} v. {state}, no. {serial[::-1].lstrip('0') or '1'}9/{year}, § 40"
        yield f"{name} v. Norway, no. {number}"
        yield f"{name} v. Norway, no. {number}, 3 May 2016"
        for other in NAMES:
            yield f"{other} v. {state}, no. {number}"
            yield f"{other} v. {state} [GC], no. {number}, § 12, ECHR 2012"
    for n, other in enumerate(NAMES):
        yield f"{other} v. Sweden, communication No. {811 + n}/2015, CAT/C/61/D/{811 + n}/2015"
        yield f"{other} v. Canada, communication No. {3311 + n}/2018, CCPR/C/130/D/{3311 + n}/2018"
        yield f"Case C-{777 + n}/20, {other}, EU:C:2021:9{n}9"
        yield f"R ({other}) v Westminster Magistrates' Court [2023] EWHC {5999 + n} (Admin)"
        yield f"{other} v. Poland"


@pytest.fixture(scope="module")
def said(cited):
    """What is said of each, every one in a document of its own."""
    return {text: cited(f"This was settled in {text}.") for text in dict.fromkeys(invented())}


def test_there_are_more_than_a_hundred(said):
    assert len(said) > 130


def test_none_of_them_is_said_to_exist(said):
    assert [t for t, found in said.items() if any(c.status == "exists" and c.kind != "treaty" for c in found)] == []


def test_every_one_is_found(said):
    assert [text for text, found in said.items() if not found] == []


@pytest.mark.parametrize("text", COMMON)
def test_a_common_name_alone_is_no_proof(only, text):
    assert only(f"This was settled in {text}.").status in {"not_checked", "not_in_library"}


def test_several_cases_of_one_name_are_offered(only):
    found = only("This was settled in Ivanov v. Russia.")
    assert found.status == "not_checked"
    assert len(found.candidates) > 1
