"""The Court's own form for a case with two parties: number first, then the name; old numbers without a letter."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Case C-6/90 Francovich v Italy",
        "Case C-517/17, Addis v Germany",
        "C-409/95, Hellmut Marschall v. Land Nordrhein-Westfalen, judgment of 11 November 1997, § 29",
        "Case T-315/01 Kadi v Council and Commission, EU:T:2005:332",
        "Case C-4/11 Bundesrepublik Deutschland v Kaveh Puid",
        "Case 26/62 Van Gend en Loos [1963] ECR 1",
        "Case 41/74, Van Duyn v Home Office, [1974] ECR 1337, paragraph 12",
        "Joined Cases 46/87 and 227/88 Hoechst v Commission [1989] ECR 2859",
        "Case C-33/07 Jipa [2008] ECR I-5157",
    ],
)
def test_number_and_name_are_one_citation(only, text):
    found = only(f"This follows from {text}.")
    assert (found.text, found.status) == (text, "not_in_library")


def test_a_known_name_behind_a_number_of_luxembourg_does_not_make_the_case_exist(only):
    """An invented number with the name of a leading case of Strasbourg: only its namesake may be told."""
    found = only("See Case C-9999/15 Chahal v. the United Kingdom.")
    assert (found.status, found.authority) == ("not_in_library", None)
    assert [n.code for n in found.notes] == ["same_name"]


def test_a_case_of_strasbourg_behind_one_of_luxembourg_is_a_case_of_its_own(cited):
    found = cited("See Case C-182/15, and Chahal v. the United Kingdom, 15 November 1996, § 80.")
    assert [(c.authority, c.status) for c in found] == [
        ("cjeu/cjeu-petruhhin-2016", "exists"),
        ("echr/chahal-v-uk-1996", "exists"),
    ]
    found = cited("See Case C-182/15, Chahal v. the United Kingdom, 15 November 1996, § 80.")
    assert [c.authority for c in found] == ["cjeu/cjeu-petruhhin-2016", "echr/chahal-v-uk-1996"]


def test_what_the_court_did_in_a_case_is_no_part_of_its_name(only):
    assert only("In Case C-2/88 Zwartveld the Court ordered assistance.").text == "Case C-2/88 Zwartveld"


def test_a_case_number_of_another_court_is_none_of_luxembourg(cited):
    assert not cited("The case 123/85 of the District Court was sent back; see Case No. 12/86 of the prosecutor.")
    assert not cited("In Case 12/2015 the police heard him; Case 26/99 is another file.")
