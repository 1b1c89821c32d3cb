"""The Court's own list of references, read in both its languages into rows of the register."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.verify.court_list import COLUMNS, _complete, _correct, known_keys
from benchmarks.verify.listed import cased, row_of, split
from benchmarks.verify.other_edition import Rows, add_edition
from briefs.verify.find.forms import load_forms, read_forms


@pytest.fixture(scope="module")
def forms(library):
    return load_forms(read_forms(library.layers))


@pytest.fixture
def row(forms):
    return lambda citation: row_of(citation, forms)


def edition(forms, english, french, until="2026-07-27"):
    """The English rows and those that only the French edition has."""
    rows = [row_of(citation, forms) for citation in english]
    return rows, add_edition(Rows(rows, forms, until), [row_of(citation, forms) for citation in french])


@pytest.mark.parametrize(
    "text",
    [
        "Alesi and 510 Others v. Italy, no. 41800/98, § ..., 27 February 2001",
        "Radio Company B92 AD v. Serbia, no. 67360/16, § ..., 5 September 2023",
        "Association “21 December 1989” and Others v. Romania, nos. 33800/07 and 18800/08, § ..., 24 May 2011",
        "Tele 1 mbH v. Austria, no. 32200/96, § ..., 21 September 2000",
    ],
)
def test_a_number_in_a_name_ends_no_citation(text, row):
    assert split(text) == [text]
    assert row(text)["name"] == text[: text.index(", no")].replace("“", '"').replace("”", '"')


def test_citations_that_were_run_together_are_told_apart(row):
    text = (
        "Nowak v. Poland (dec.), no. 99400/03, § ..., ECHR-V (extracts) Novák v. Romania, no. 99409/16, § ..., "
        "12 March 202 Nowicki v. Poland, no. 99494/03, § ..., 24 May 2007"
    )
    rows = [row(part) for part in split(text)]
    assert [r["name"] for r in rows] == ["Nowak v. Poland", "Novák v. Romania", "Nowicki v. Poland"]
    assert [r["date"] for r in rows] == ["", "", "2007-05-24"]


def test_a_citation_in_french_says_what_the_one_in_english_says(row):
    one = row(
        "Nowak and Others v. Poland (no. 2) (just satisfaction - striking out) [GC], nos. 99400/03 and 2 others, "
        "1 May 2007"
    )
    other = row(
        "Nowak et autres c. Pologne (n° 2) (satisfaction équitable - radiation) [GC], nos 99400/03 et 2 autres, "
        "1er mai 2007"
    )
    assert {key: one[key] for key in COLUMNS if key != "name"} == {key: other[key] for key in COLUMNS if key != "name"}
    assert (one["phase"], one["kind"], one["others_not_listed"]) == ("just satisfaction", "grand_chamber_judgment", "2")
    assert (one["name"], other["name"]) == ("Nowak and Others v. Poland (no. 2)", "Nowak et autres c. Pologne (no. 2)")


def test_the_name_in_french_stands_beside_one_that_it_could_not_be_taken_for(forms):
    (row, same), new = edition(
        forms,
        ["Shcheglov v. Russia, no. 99400/02, 14 December 2006", "Nowak v. Poland, no. 99401/02, 14 December 2006"],
        ["Chtcheglov c. Russie, no 99400/02, 14 décembre 2006", "Nowak c. Pologne, no 99401/02, 14 décembre 2006"],
    )
    assert (row["name_variants"], same["name_variants"], new) == ("Chtcheglov v. Russia", "", [])


def test_where_the_editions_print_two_days_nobody_is_blamed_for_either(forms):
    (row,), new = edition(
        forms, ["Nowak v. Poland, no. 99400/02, 14 May 2006"], ["Nowak c. Pologne, no 99400/02, 9 mai 2006"]
    )
    assert (row["date"], row["notes"], new) == ("2006-05-14", "other dates printed: 2006-05-09", [])


def test_a_day_that_cannot_be_gives_way_to_the_other_edition(forms):
    (row,), _ = edition(
        forms,
        ["Nowak v. Poland, no. 99400/22, 12 September 2032"],
        ["Nowak c. Pologne, no 99400/22, 12 septembre 2023"],
    )
    assert (row["date"], row["notes"]) == ("2023-09-12", "")


def test_a_ruling_that_only_one_edition_has_is_added_and_a_slip_in_the_state_is_not(forms):
    _, new = edition(
        forms,
        ["Nowak v. Hungary, no. 99400/22, 12 September 2023"],
        ["Nowak c. Russie, no 99400/22, 12 septembre 2023", "Kovács et autres c. Hongrie, no 99401/22, 1er mars 2024"],
    )
    assert [(r["name"], r["application_numbers"], r["date"]) for r in new] == [
        ("Kovács and Others v. Hungary", "99401/22", "2024-03-01")
    ]


def test_a_volume_left_out_makes_no_second_ruling(forms):
    _, new = edition(
        forms,
        ["Nowak v. Poland (dec.), no. 99400/03, ECHR 2005-VIII"],
        ["Nowak c. Pologne (déc.), no 99400/03, CEDH 2005"],
    )
    assert new == []


def test_the_register_is_known_by_number_and_day_or_by_state_day_and_volume(row):
    numbered = row("Nowak v. Poland, no. 099400/03, 1 May 2005")
    old = row("Nowak v. Poland, 1 May 1997, Reports of Judgments and Decisions 1997-III")
    known = known_keys([numbered, old])
    assert known["99400/03", "2005-05-01"] == [numbered]
    assert known["PL", "1997-05-01", "Reports 1997-III"] == [old]


def test_a_title_in_capitals_is_written_as_one_writes_it():
    assert cased("MACHADO DE O'BRIEN AND OTHERS v. THE NETHERLANDS (ARTICLE 50)") == (
        "Machado de O'Brien and Others v. the Netherlands (article 50)"
    )


@given(st.text(max_size=300))
def test_any_text_is_split_without_loss_and_read_without_a_crash(text):
    assert "".join("".join(split(text)).split()).replace(",", "") == "".join(text.split()).replace(",", "")


@given(
    st.lists(
        st.sampled_from(
            [
                "Nowak",
                " v. ",
                " c. ",
                "Poland",
                "Pologne",
                " (dec.)",
                " [GC]",
                ", no. 1/00",
                ", 3 May 2007",
                " ",
                "§ ...,",
            ]
        ),
        max_size=12,
    )
)
def test_pieces_of_citations_in_any_order_give_a_whole_row_or_none(forms, pieces):
    found = row_of("".join(pieces), forms)
    assert found is None or (set(found) == set(COLUMNS) and found["respondent_state"] == "PL")


def one_judgment(row, citation, **other):
    return row(citation) | {"basis": "cited in 1 judgment", **other}


@pytest.mark.parametrize(
    ("cited", "listed", "both"),
    [
        ("Nowak v. Poland, no. 99400/03, 1 May 2005", "Nowak v. Poland, no. 99400/03, 1 May 2005", True),
        ("Nowak v. Poland, no. 99400/03, ECHR 2005-X", "Nowak v. Poland, no. 99400/03, ECHR 2005-X", True),
        # Another volume, a Grand Chamber or another person: they do not say the same.
        (
            "Nowak v. Poland, no. 99400/03, 1 May 2005, ECHR 2005-X",
            "Nowak v. Poland, no. 99400/03, 1 May 2005, ECHR 2005-I",
            False,
        ),
        ("Nowak v. Poland, no. 99400/03, 1 May 2005", "Novotny v. Poland, no. 99400/03, 1 May 2005", False),
    ],
)
def test_what_one_judgment_cites_and_the_list_has_the_same_rests_on_both(row, cited, listed, both):
    twin = one_judgment(row, cited)
    _complete(twin, row(listed))
    assert twin["basis"] == ("cited in 1 judgment and in the Court's list" if both else "cited in 1 judgment")


def test_a_decision_that_citing_texts_took_for_a_judgment_is_what_the_list_says(row):
    twin = one_judgment(row, "Nowak v. Poland, no. 99400/03, ECHR 2005-X")
    decision = row("Nowak v. Poland (dec.), no. 99400/03, ECHR 2005-X")
    _correct(twin, [decision])
    assert (twin["kind"], twin["notes"]) == ("decision", "kind as in the Court's list")
    both = one_judgment(row, "Nowak v. Poland, no. 99400/03, ECHR 2005")
    _correct(both, [row("Nowak v. Poland (dec.), no. 99400/03, ECHR 2005"), dict(both)])
    titled = one_judgment(row, "Nowak v. Poland, no. 99400/03, ECHR 2005-X", basis="title page")
    _correct(titled, [decision])
    assert (both["kind"], titled["kind"]) == ("judgment", "judgment")
