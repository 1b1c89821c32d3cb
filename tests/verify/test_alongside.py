"""What stands beside a number must be the record's, too: party, formation, day, circuit, court, other reports."""

import pytest

WRONG = [
    ("Ext 1424 (Novak Peter)", "swapped_party"),
    ("Cass. pen., Sez. VI, n. 21125/2023 (N.P.)", "swapped_party"),
    ("Cass. pen., Sez. I, n. 21125/2023", "wrong_court"),
    ("Opinion No. 20/2025 (Kazakhstan)", "swapped_party"),
    ("STC 52/2024, de 8 de abril, Sala Segunda", "wrong_court"),
    ("STC 52/2024, de 8 de abril, recurso 9999-2022", "wrong_number"),
    ("ATC 10/2019, de 29 de enero", "wrong_date"),
    ("acórdão do STJ de 24.03.2022, 127/21.5YRCBR.S1", "wrong_date"),
    ("United States v. Lui Kin-Hong, 110 F.3d 103 (1st Cir. 1998)", "wrong_date"),
    ("United States v. Lui Kin-Hong, 110 F.3d 103 (9th Cir. 1997)", "wrong_court"),
    ("Wong Ho Wing v. Peru, Supervision of compliance, 2019, Series C No. 377", "wrong_number"),
    ("Chahal v United Kingdom (1997) 23 EHRR 431", "wrong_reports_year"),
    ("Chahal v United Kingdom (2003) 38 EHRR 14", "wrong_reports_year"),
    ("Soering v United Kingdom (1989) 11 EHRR 493", "wrong_reports_year"),
    ("Othman v United Kingdom (2016) 63 EHRR 9", "wrong_reports_year"),
]
BODIES = [
    "The Committee against Torture, in its decision in Judge v. Canada, decided so.",
    "So decided le Comité des droits de l'homme, Arkauz Arana c. France.",
    "The Court of Justice of the European Union held in Liu v. Poland that there was a risk.",
    "The Court of Appeal of New Zealand held in [2021] NZSC 57 that assurances sufficed.",
    "The Czech Supreme Court in II. ÚS 2299/19 quashed the decision.",
    "As was said by the Supreme Court of Canada, Lai, 2007 FC 361.",
]
TRUE = [
    "See Ext 1424 (Guoqiang Huang).",
    "See Ext 1424 (G.H.).",
    "See Ext 1424 (Supremo Tribunal Federal).",
    "See Ext 1424 (China).",
    "See Cass. pen., Sez. VI, n. 21125/2023 (Z.C.).",
    "See Opinion No. 20/2025 (Morocco).",
    "See STC 52/2024, de 8 de abril, Sala Primera, recurso 7490-2021.",
    "See STC 52/2024, de 8 de abril (BOE Num. 118).",
    "See acórdão do STJ de 24.02.2022, 127/21.5YRCBR.S1.",
    "See United States v. Lui Kin-Hong, 110 F.3d 103 (1st Cir. 1997).",
    "See Chahal v United Kingdom (1996) 23 EHRR 413.",
    "See Chahal v United Kingdom (1997) 23 EHRR 413, 456-457.",
    "See Soering v United Kingdom (1989) 11 EHRR 439, para 91.",
    "The Human Rights Committee, in its views in Judge v. Canada, decided so.",
    "The Supreme Court of New Zealand held in [2021] NZSC 57 that assurances might do.",
    "It quashed the judgment of the Court of Appeal of New Zealand in [2021] NZSC 57.",
    "The Czech Constitutional Court in II. ÚS 2299/19 quashed the decision.",
    "Cour européenne des droits de l'homme, Quinn c. France, 22 mars 1995.",
]


@pytest.mark.parametrize(("text", "code"), WRONG)
def test_what_stands_beside_a_number_must_be_the_records(cited, text, code):
    found = cited(f"44. This was settled long ago. See {text}. The Government did not reply.")
    assert code in {p.code for c in found for p in c.problems}
    assert [c.status for c in found if c.kind != "treaty"][0] == "mismatch"


@pytest.mark.parametrize("text", BODIES)
def test_the_court_named_before_must_have_given_the_ruling(only, text):
    found = only(text)
    assert found.status == "mismatch"
    assert "wrong_court" in {p.code for p in found.problems}


@pytest.mark.parametrize("text", TRUE)
def test_true_company_is_not_blamed(only, text):
    found = only(text)
    assert (found.status, found.problems) == ("exists", [])


def test_a_report_that_the_record_has_not_got_is_not_checked(only):
    found = only("See Saadi v Italy (2009) 49 EHRR 94.")
    assert (found.status, found.checks["report"]) == ("exists", "not_checked")


def test_the_official_collection_behind_a_number_is_compared(cited):
    found = cited("Viz nález II. ÚS 2299/19, N 66/89 SbNU 233.")
    assert found[0].status == "mismatch"
    assert "N 66/99 SbNU 233" in found[0].problems[0].text


def test_and_others_in_dutch_is_no_third_initial(only):
    found = only("Zie Kudła e.a. t. Polen, 26 oktober 2000, nr. 30210/96.")
    assert (found.status, found.checks["name"]) == ("exists", "agrees")
