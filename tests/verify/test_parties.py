"""A surname is no authority: both parties, the country and every number must be those of the record."""

import pytest

INVENTED = [
    "Wang v. Canada",
    "Chen v. New Zealand",
    "Ma v. Hungary",
    "Ning v. China",
    "Ma proti Rakousku",
    "Lai v. Poland",
    "Burns v. United States",
    "Ullah v. Sweden",
    "Zaoui v. Belgium",
    "Dean v. Ireland",
    "Olalia v. Canada",
    "Aishan v. Brazil",
    "Ning v. France",
    "Ma v. Cyprus",
    "Wang v. United States, 321 F.3d 99 (9th Cir. 2003)",
    "Burns v. Germany, 501 U.S. 129",
    "Government of Ghana v Gambrah [2019] EWHC 7301 (Admin)",
    "Zhihui Li (2021), IV KK 912/20",
    "Zhihui Li, Supreme Court of Poland, IV KK 912/20, 15 January 2021",
]
SWAPPED = [
    "Zhang v Government of India [2025] EWHC 449 (Admin)",
    "Bhandari v Government of Pakistan [2025] EWHC 449 (Admin)",
    "Government of India v Bhandari [2025] EWHC 449 (Admin)",
    "RB (Iran) v Secretary of State for the Home Department [2009] UKHL 10",
    "AB (Jordan) v Secretary of State for the Home Department [2009] UKHL 10",
    "Kim v Attorney-General [2022] NZSC 44",
    "Kim v Minister of Immigration [2021] NZSC 57",
    "R (Novak) v Special Adjudicator [2004] UKHL 26",
    "Re Novak [2004] UKHL 26",
    "Cheung v. Canada, 213 F.3d 82 (2d Cir. 2000)",
    "Government of Hong Kong SAR v. Olalia, G.R. No. 207342",
]
TRUE = [
    "Bhandari v Government of India [2025] EWHC 449 (Admin)",
    "Bhandari v India [2025] EWHC 449 (Admin)",
    "Lai v. Canada (Citizenship and Immigration), 2007 FC 361",
    "Suresh v. Canada (Minister of Citizenship and Immigration), 2002 SCC 1",
    "Suresh v. Minister of Citizenship and Immigration, 2002 SCC 1",
    "Suresh v. Canada",
    "United States v. Burns, 2001 SCC 7",
    "United States of America v. Burns, [2001] 1 SCR 283",
    "Attorney-General v Kim [2022] NZSC 44",
    "Minister of Justice v Kim [2021] NZSC 57",
    "RB (Algeria) v Secretary of State for the Home Department [2009] UKHL 10",
    "RB (Algeria) v Home Secretary [2009] UKHL 10",
    "R (Ullah) v Special Adjudicator [2004] UKHL 26",
    "R (on the application of Ullah) v Special Adjudicator [2004] UKHL 26",
    "R v Secretary of State for the Home Department, ex parte Launder [1997] UKHL 20",
    "Lord Advocate v Dean [2017] UKSC 44",
    "Cheung v. United States, 213 F.3d 82 (2d Cir. 2000)",
    "Government of Hong Kong SAR v. Muñoz, G.R. No. 207342",
    "II. ÚS 2299/19 (N 66/99 SbNU 233)",
]


@pytest.mark.parametrize("text", INVENTED)
def test_a_surname_of_the_library_against_somebody_else_does_not_exist(cited, text):
    found = [c for c in cited(f"44. The appeal rests on a further ruling. See {text}.") if c.kind != "treaty"]
    assert found
    assert {c.status for c in found} <= {"not_in_library", "not_checked"}


@pytest.mark.parametrize("text", SWAPPED)
def test_a_number_of_the_library_under_other_parties_differs(only, text):
    found = only(f"44. The appeal rests on a further ruling. See {text}.")
    assert found.status == "mismatch"
    assert {p.code for p in found.problems} & {"swapped_party", "wrong_number"}


@pytest.mark.parametrize("text", TRUE)
def test_parties_as_lawyers_write_them_agree(only, text):
    found = only(f"44. The appeal rests on a further ruling. See {text}.")
    assert (found.status, found.problems) == ("exists", [])


def test_the_parties_the_wrong_way_round_are_said_so(only):
    found = only("See Government of India v Bhandari [2025] EWHC 449 (Admin).")
    assert "wrong way round" in found.problems[0].text


def test_a_namesake_against_somebody_else_is_not_offered(only):
    found = only("See Zhang v Government of India [2025] EWHC 449 (Admin).")
    assert (found.authority, found.problems[0].code) == ("gb-ewhc/uk-bhandari-v-india-2025", "swapped_party")


def test_another_case_of_the_name_is_named(only):
    found = only("See Burns v. Germany.")
    assert found.status == "not_in_library"
    assert "United States v. Burns" in found.notes[0].text


@pytest.mark.parametrize("number", ["III. ÚS 512/20", "II. ÚS 2299/20"])
def test_an_invented_number_beside_a_real_report_differs(only, number):
    found = only(f"Viz nález {number} (N 66/99 SbNU 233).")
    assert found.status == "mismatch"
    assert "II. ÚS 2299/19" in found.problems[0].text


def test_the_crown_is_no_name_by_which_another_case_is_known(cited):
    (told,) = cited("See R. v. Plant, [1993] 3 S.C.R. 281, at p. 293.")
    assert (told.status, told.notes) == ("not_in_library", [])


def test_a_name_of_which_only_and_others_was_read_is_not_held_against_its_number(only):
    """A letter was torn off ('Kha dzhialiyev and Others'): the number tells the case."""
    found = only("See Kha dzhialiyev and Others v. Russia, no. 3013/04, § 121, 6 November 2008.")
    assert found.status == "exists"
    assert only("See Kolev and Others v. Russia, no. 3013/04, § 121, 6 November 2008.").status == "mismatch"
