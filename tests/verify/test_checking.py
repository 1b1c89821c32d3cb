"""What is said of a citation: each kind of error is told, what is true is not, and the rest is not claimed."""

import pytest


def codes(citation):
    return [fault.code for fault in citation.problems]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("wrong_number", "Liu v. Poland, no. 37601/18, § 83, 6 October 2022"),
        ("wrong_number", "Liu v. Poland, no. 37610/17"),
        ("wrong_number", "Liu v. Poland, no. 99999/12, 6 October 2022"),
        ("wrong_number", "Agiza v. Sweden, communication No. 223/2003"),
        ("wrong_number", "Minister of Justice v Kim (No 2) [2022] NZSC 45"),
        ("wrong_number", "case C-182/16 Petruhhin"),
        ("swapped_party", "Poland v. Liu, no. 37610/18"),
        ("swapped_party", "Poland v. Żywicki, application no. 27992/06, 20.01.2009"),
        ("swapped_party", "Liu v. Russia, no. 37610/18, 6 October 2022"),
        ("swapped_party", "Soering v. Germany, 7 July 1989, Series A no. 161"),
        ("swapped_party", "Kowalski v. Poland, no. 37610/18, 6 October 2022"),
        ("wrong_date", "Liu v. Poland, no. 37610/18, 6 October 2021"),
        ("wrong_date", "Saadi v. Italy [GC], no. 37201/06, 29 February 2008"),
        ("wrong_date", "Liu v. Poland, no. 37610/18, 31 September 2022"),
        ("wrong_date", "Agiza v. Sweden, CAT/C/34/D/233/2003, 24 May 2005"),
        ("paragraph_out_of_range", "Z v. Finland, no. 22009/93, § 140, Reports 1997-I"),
        ("wrong_court", "Liu v. Poland [GC], no. 37610/18, 6 October 2022"),
        ("wrong_court", "Human Rights Committee, Agiza v. Sweden, communication No. 233/2003"),
        ("wrong_court", "CJEU, Liu v. Poland, no. 37610/18"),
        ("wrong_court", "Minister of Justice v Kim (No 2) [2022] NZCA 44"),
        ("nonexistent_case", "Zzyzek v. Poland, no. 37610/18, 3 March 2020"),
        ("nonexistent_case", "Zzyzek v. Poland, no. 12345/18, 3 March 2012"),
        ("nonexistent_case", "Zzyzek v. Poland, no. 12345/31"),
        ("wrong_reports_year", "Soering v. the United Kingdom, 7 July 1989, Series A no. 116"),
        ("wrong_reports_year", "Mamatkulov and Askarov v. Turkey [GC], nos. 46827/99 and 46951/99, ECHR 2004-I"),
        ("wrong_reports_year", "Zzyzek v. Poland, no. 12345/98, 3 March 2003, ECHR 2005-II"),
        ("ecli_wrong_digits", "Liu v. Poland, no. 37610/18, ECLI:CE:ECHR:2022:1006JUD003761081"),
        ("ecli_wrong_digits", "Liu v. Poland, no. 37610/18, ECLI:CE:ECHR:2022:1306JUD003761018"),
        ("ecli_wrong_digits", "Petruhhin, C-182/15, ECLI:EU:C:2016:631"),
        ("un_symbol_malformed", "Agiza v. Sweden, CAT/C/D/34/233/2003"),
        ("un_symbol_malformed", "Agiza v. Sweden, communication No. 233/2003, CAT/C/35/D/233/2003"),
        ("un_symbol_malformed", "Alzery v. Sweden, communication No. 1416/2005, CCPR/C/88/D/1461/2005"),
        ("reversed_authority", "Kim v Minister of Justice of New Zealand [2019] NZCA 209"),
        ("reversed_authority", "Trabelsi v. Belgium, no. 140/10, §§ 131-139, ECHR 2014"),
        ("misattributed_proposition", "Liu v. Poland, no. 37610/18, §§ 61-62, 6 October 2022"),
    ],
)
def test_an_error_is_told_by_its_code(only, code, text):
    found = only(f"The Court accepted the point: {text}.")
    assert code in codes(found), [f.text for f in found.problems]
    assert found.status == ("malformed" if "31 September" in text or "/C/D/" in text or ":1306" in text else "mismatch")


@pytest.mark.parametrize(
    "text",
    [
        "Liu v. Poland, no. 37610/18, § 83, 6 October 2022",
        "Saadi v. Italy, no. 37201/06, § 129, 28 February 2008",  # [GC] left out: a note, no mismatch
        "Vilvarajah and Others v. the United Kingdom, 30 October 1991, § 108, Series A no. 215",
        "Mamatkulov v. Turkey [GC], no. 46827/99, ECHR 2005-I",
        "Trabelsi v. Belgium, no. 140/10, § 130, ECHR 2014",
        "ECLI:CE:ECHR:2022:1006JUD003761018",
        "ECLI:EU:C:2016:630",
        "CAT General Comment No. 4 (2017), para. 20",
        "Yidiresi Aishan v. Morocco (2021)",  # the year of its interim measure
    ],
)
def test_a_true_citation_exists_and_nothing_differs(only, text):
    found = only(f"See {text}.")
    assert (found.status, codes(found)) == ("exists", [])


@pytest.mark.parametrize(
    "text",
    [
        "Zzyzek v. Poland, no. 51234/09, § 12, 3 March 2013",
        "Zzyzek v. Sweden, communication No. 999/2018, CAT/C/70/D/999/2018",
        "R (Zzyzek) v Secretary of State for the Home Department [2019] EWHC 4422 (Admin)",
        "Case C-9999/15 Zzyzek EU:C:2017:9999",
        "III. ÚS 99999/19",
    ],
)
def test_an_unknown_well_formed_authority_is_not_called_false_nor_existing(only, text):
    found = only(f"See {text}.")
    assert (found.status, codes(found), found.authority) == ("not_in_library", [], None)


def test_another_case_of_the_same_name_is_no_mismatch(only):
    """Names repeat: a second Liu with a number and a date of its own is simply not known."""
    found = only("See Liu v. Poland, no. 5123/09, 3 March 2013.")
    assert (found.status, codes(found)) == ("not_in_library", [])
    assert "Another case of this name is known" in found.notes[0].text


def test_of_two_rulings_in_a_case_the_report_tells_which_is_meant(only):
    """The Chamber decided in 2009, the Grand Chamber in 2010: nothing of 2009 is sought in the reports of 2010."""
    found = only("See Sanoma Uitgevers B.V. v. the Netherlands, no. 38224/03, § 109, ECHR 2010-....")
    assert (found.status, codes(found), found.authority) == ("exists", [], "register/38224-03/2010-09-14")
    wrong = only("See Sanoma Uitgevers B.V. v. the Netherlands, no. 38224/03, § 109, ECHR 2014-I.")
    assert codes(wrong) == ["wrong_reports_year"]


def test_initials_of_a_luxembourg_case_are_nobody_s_namesake_in_strasbourg(only):
    found = only("See Joined Cases C-354/20 PPU and C-412/20 PPU, L and P, EU:C:2020:1033.")
    assert (found.status, [n.code for n in found.notes]) == ("not_in_library", [])
    assert [n.code for n in only("See Case C-9999/15, Bosphorus.").notes] == ["same_name"]


def test_the_likely_right_form_is_offered(only):
    found = only("See Liu v. Poland, no. 37601/18, 6 October 2022.")
    assert found.right_form == "Liu v. Poland, no. 37610/18, 6 October 2022"
    assert only("See Zzyzek v. Poland, no. 37611/18.").candidates == ["Liu v. Poland, no. 37610/18, 6 October 2022"]


def test_an_authority_is_judged_at_the_date_of_the_document(only):
    text = "A life sentence must be reviewable: Trabelsi v. Belgium, no. 140/10, § 137, ECHR 2014."
    assert codes(only(text, as_of="2022-11-02")) == []
    assert codes(only(text, as_of="2022-11-03")) == ["reversed_authority"]
    early = only("See Liu v. Poland, no. 37610/18, 6 October 2022.", as_of="2022-11-15")
    assert [n.code for n in early.notes] == ["not_final"]
    late = only("See Liu v. Poland, no. 37610/18.", as_of="2021-01-01")
    assert (late.status, codes(late)) == ("mismatch", ["wrong_date"])
    assert "after the date of the document" in late.problems[0].text


def test_a_holding_that_was_limited_since_is_a_problem_where_it_is_relied_on(only):
    relied = only(
        "Removal of the sick is barred only exceptionally: N. v. the United Kingdom [GC], no. 26565/05, § 42."
    )
    assert (relied.status, codes(relied)) == ("exists", ["limited_authority"])
    assert "Paposhvili" in relied.problems[0].text
    told = only("The test of N. v. the United Kingdom [GC], no. 26565/05, § 42, was softened since.")
    elsewhere = only("See N. v. the United Kingdom [GC], no. 26565/05, § 30.")
    assert (codes(told), codes(elsewhere)) == ([], [])
    assert [n.code for n in elsewhere.notes] == ["limited"]


def test_who_says_that_a_ruling_was_reversed_is_not_corrected(only):
    found = only("The refusal in Kim v Minister of Justice of New Zealand [2019] NZCA 209 was reversed on appeal.")
    assert (found.status, codes(found)) == ("exists", [])


def test_a_proposition_that_the_library_links_to_another_authority_is_told(only, library):
    holding = library.holdings["liu-v-poland-2022/1"][1]
    said = f"{holding.proposition.rstrip('.')} (Soering v. the United Kingdom, no. 14038/88)."
    assert codes(only(said)) == ["misattributed_proposition"]
    true = f"{holding.proposition.rstrip('.')} (Liu v. Poland, no. 37610/18)."
    assert codes(only(true)) == []
    assert only(true).checks["proposition"] == "agrees"


def test_what_nobody_linked_is_said_to_be_unchecked(only):
    found = only(
        "The Court said “this is a quotation that nobody has compared with anything” (Liu v. Poland, no. "
        "37610/18, § 83)."
    )
    assert found.status == "exists"
    assert {k for k, said in found.checks.items() if said == "not_checked"} >= {"quotation", "proposition", "pinpoint"}


def test_the_convention_is_what_the_document_says_it_is(cited):
    statuses = [c.status for c in cited("It relies on Article 3 of the Convention.")]
    assert statuses == ["not_checked"]
    text = "The Convention against Torture (“the Convention”) applies.\n\n"
    text += "See Article 3 of the Convention and Article 99 CAT."
    assert [(c.text, c.status) for c in cited(text)] == [
        ("Article 3 of the Convention", "exists"),
        ("Article 99 CAT", "mismatch"),
    ]


def test_the_words_verified_and_correct_are_not_used(cited):
    for c in cited("Liu v. Poland, no. 37610/18; Soering v. Germany, 7 July 1989; Zzyzek v. Poland, no. 1/09."):
        said = " ".join(f.text for f in [*c.problems, *c.notes]).lower()
        assert "verified" not in said
        assert "correct" not in said


def test_a_grand_chamber_before_the_court_marked_it_is_not_called_wrong(only):
    """Before 1999 nobody wrote '[GC]', so the lists do not say which rulings were its."""
    old = only("Loizidou v. Turkey (merits) [GC], 18 December 1996, Reports of Judgments and Decisions 1996-VI.")
    assert (old.status, old.problems, old.checks["court"]) == ("exists", [], "not_checked")
    new = only("See Liu v. Poland [GC], no. 37610/18, 6 October 2022.")
    assert [p.code for p in new.problems] == ["wrong_court"]
