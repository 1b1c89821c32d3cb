"""Parties, respondents and ordinals beside a known number: what the case has not is no part of its name."""

import pytest

from briefs.verify.show.sections import section_of

ADDED = [
    ("Kress and Delacroix v. France [GC], no. 39594/98, § 74, 7 June 2001", "Delacroix"),
    ("Liu and Wang v. Poland, no. 37610/18, 6 October 2022", "Wang"),
    ("Wang and Liu v. Poland, no. 37610/18, 6 October 2022", "Wang"),
    ("Klein, Smirnov and Petrov v. Russia, no. 24268/08, 1 April 2010", "Smirnov and Petrov"),
    ("Soering and Haysom v. the United Kingdom, 7 July 1989, Series A no. 161", "Haysom"),
    ("Saadi and Saadi v. Italy [GC], no. 37201/06, 28 February 2008", "Saadi"),
    ("Chahal et Singh c. Royaume-Uni [GC], no 22414/93, 15 novembre 1996", "Singh"),
    ("Aranyosi and Petrescu, C-404/15 and C-659/15 PPU", "Petrescu"),
    ("Rossi and Floarea Pop v. Romania, no. 63101/00, 6 April 2010", "Rossi"),
]


@pytest.mark.parametrize(("written", "who"), ADDED)
def test_a_party_that_the_case_has_not_is_told(only, written, who):
    citation = only(f"The Court said so (see {written}).")
    assert citation.status == "mismatch"
    assert [(p.code, p.text.startswith(who)) for p in citation.problems] == [("swapped_party", True)]
    assert citation.right_form
    assert "Delacroix" not in citation.right_form


def test_an_invented_party_beside_a_bare_name_is_not_said_to_exist(only):
    citation = only("The Court said so in Soering and Haysom v. the United Kingdom.")
    assert citation.status == "not_in_library"
    assert any("A case without Haysom is known" in note.text for note in citation.notes)


RIGHT = [
    "Hirsi Jamaa and Others v. Italy [GC], no. 27765/09, 23 February 2012",
    "Paul and Audrey Edwards v. the United Kingdom, no. 46477/99, ECHR 2002-II",
    "Othman (Abu Qatada) v. the United Kingdom, no. 8139/09, ECHR 2012",
    "Othman v. the United Kingdom, no. 8139/09, ECHR 2012",
    "Aranyosi and Căldăraru, C-404/15 and C-659/15 PPU",
    "Al-Nashiri v. Poland, no. 28761/11, 24 July 2014",
    "Streletz, Kessler and Krenz v. Germany [GC], nos. 34044/96, 35532/97 and 44801/98, ECHR 2001-II",
    "Soering proti Spojenému království, č. 14038/88, 7. 7. 1989",
    "Akdivar a další proti Turecku, č. 21893/93, 16. 9. 1996",
    "Banković and Others v. Belgium and 16 Others (dec.) [GC], no. 52207/99, ECHR 2001-XII",
    "Liu v. Russia (no. 2), no. 29157/09, 26 July 2011",
    "Liu v. Russia no. 2, no. 29157/09, 26 July 2011",
    "Liu c. Russie (no 2), no 29157/09, 26 juillet 2011",
    "Popov v. Moldova, no. 74153/01, 18 January 2005",
    "Maksudov and Others v. Kyrgyzstan, communications Nos. 1461/2006, 1462/2006, 1476/2006 and 1477/2006",
    "Georgia v. Russia (II) [GC], no. 38263/08, 21 January 2021",
    "Hyde Park and Others v. Moldova (nos. 5 and 6), nos. 6991/08 and 15084/08, 14 September 2010",
]


@pytest.mark.parametrize("written", RIGHT)
def test_the_courts_own_ways_to_name_a_case_are_not_blamed(only, written):
    citation = only(f"The Court said so (see {written}).")
    assert citation.status == "exists", [p.text for p in citation.problems]
    told = {"spelling", "others", "parties", "party_unknown", "more_names", "respondents", "ordinal"}
    assert not [note.text for note in citation.notes if note.code in told]


REMARKS = [
    ("Saadi and Others v. Italy [GC], no. 37201/06, 28 February 2008", "others"),
    ("Hirsi Jamaa and Petrescu v. Italy [GC], no. 27765/09, 23 February 2012", "party_unknown"),
    ("Drozd v. France and Spain, 26 June 1992, Series A no. 240", "parties"),
    ("Pavla Sabalić v. Croatia, no. 50231/13, 14 January 2021", "more_names"),
    ("Othman (Abu Hamza) v. the United Kingdom, no. 8139/09, ECHR 2012", "more_names"),
    ("Drozd and Janousek v. Spain, 26 June 1992, Series A no. 240", "respondents"),
    ("M.S.S. v. Belgium [GC], no. 30696/09, ECHR 2011", "respondents"),
]


@pytest.mark.parametrize(("written", "code"), REMARKS)
def test_what_may_be_a_shorter_or_a_longer_name_is_a_remark(only, written, code):
    citation = only(f"See {written}.")
    assert citation.status == "exists"
    assert not citation.problems
    assert code in {note.code for note in citation.notes}


@pytest.mark.parametrize(
    "written",
    [
        "Bhandari and Petrov v Government of India [2025] EWHC 449 (Admin)",
        "R (Ullah and Petrov) v Special Adjudicator [2004] UKHL 26",
    ],
)
def test_of_several_parties_before_a_national_court_records_often_keep_the_first(only, written):
    citation = only(f"See {written}.")
    assert citation.status == "exists"
    assert [note.text.partition(":")[0] for note in citation.notes if note.code == "party_unknown"] == [
        "Whether Petrov is a party of it is not known"
    ]


@pytest.mark.parametrize(
    "written",
    [
        "R (Bhandari) v Government of India [2025] EWHC 449 (Admin)",
        "RB (Algeria) and OO (Jordan) v Secretary of State for the Home Department [2009] UKHL 10",
        "Minister for Justice and Equality v LM, C-216/18 PPU",
    ],
)
def test_offices_and_all_the_parties_of_a_record_need_no_word(only, written):
    citation = only(f"See {written}.")
    assert citation.status == "exists"
    assert not [note for note in citation.notes if note.code in {"party_unknown", "spelling", "more_names"}]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Garabaev v. Russia, no. 38411/02, 7 June 2007", True),
        ("Drozd and Janousek v. Spain, 26 June 1992, Series A no. 240", True),
        ("Hirsi Jamaa and Petrescu v. Italy [GC], no. 27765/09, 23 February 2012", True),
        ("Sufi v. the United Kingdom, nos. 8319/07 and 11449/07, 28 June 2011", False),
    ],
)
def test_a_doubt_about_a_name_is_told_without_being_asked_for_and_a_shorter_name_is_not(only, written, shown):
    assert (section_of(only(f"See {written}.")) == "beware") is shown


def test_a_leading_case_named_in_the_sentence_before_is_no_party(only):
    citation = only("In Soering and Saadi v. Italy [GC], no. 37201/06, the Court said so.")
    assert citation.status == "exists"
    assert [note.text for note in citation.notes if note.code == "party_unknown"] == [
        "Soering is no party of it, if no other case is meant by that name: this is Saadi v. Italy."
    ]


@pytest.mark.parametrize(
    "written",
    [
        "Saadi v. Italy and Tunisia [GC], no. 37201/06, 28 February 2008",
        "Hirsi Jamaa and Others v. Italy and Libya [GC], no. 27765/09, 23 February 2012",
    ],
)
def test_a_state_that_is_no_respondent_is_told(only, written):
    citation = only(f"See {written}.")
    assert [(p.code, citation.checks["state"]) for p in citation.problems] == [("swapped_party", "differs")]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Saadi v. Italy (no. 2) [GC], no. 37201/06, 28 February 2008", "No '(no. 2)' belongs to the name"),
        ("Kress (No. 2) v. France [GC], no. 39594/98, ECHR 2001-VI", "No '(no. 2)' belongs to the name"),
        ("Liu v. Russia, no. 29157/09, 26 July 2011", "The name is with '(no. 2)'"),
        ("Von Hannover v. Germany, no. 8772/10, 19 September 2013", "The name is with '(no. 3)'"),
    ],
)
def test_an_ordinal_added_or_left_out_is_another_case(only, written, said):
    citation = only(f"See {written}.")
    assert citation.status == "mismatch"
    assert [(p.code, p.text.startswith(said)) for p in citation.problems] == [("wrong_number", True)]


@pytest.mark.parametrize(
    "written",
    [
        "Reid and Wang v. the United Kingdom, no. 9520/81, 12 October 1983",
        "Stewwart v. the United Kingdom, no. 9422/81, 2 July 1985",
        "Hess v. the United Kingdom (no. 2), no. 6231/73, 28 May 1975",
    ],
)
def test_the_feed_of_the_commission_blames_nobody_but_what_differs_is_said(only, written):
    citation = only(f"See {written}.")
    assert citation.status == "exists"
    assert not citation.problems
    assert {"party_unknown", "spelling", "ordinal"} & {note.code for note in citation.notes}


def test_a_short_form_takes_over_the_party_that_its_full_citation_made_up(cited):
    full = "See Chahal and Singh v. the United Kingdom [GC], no. 22414/93, 15 November 1996."
    found = cited(f"{full}\n\nThe Court repeated it (Chahal and Singh, cited above, § 80).")
    assert [c.status for c in found] == ["mismatch", "mismatch"]
    assert found[1].problems[0].text.startswith("As in the full citation: Singh is no party of it")


def test_a_short_form_with_the_right_name_is_not_blamed_for_its_full_citation(cited):
    full = "See Chahall v. the United Kingdom [GC], no. 22414/93, 15 November 1996 (“Chahal”)."
    found = cited(f"{full}\n\nThe Court repeated it (Chahal, cited above, § 80).")
    assert [c.status for c in found] == ["mismatch", "exists"]


def test_a_short_form_with_an_ordinal_that_no_full_citation_has_points_to_nothing(cited):
    found = cited(
        "See Kress v. France [GC], no. 39594/98, ECHR 2001-VI.\n\n"
        "See Liu v. Russia (no. 2), no. 29157/09, 26 July 2011.\n\n"
        "The Court repeated it (Kress (no. 2), cited above; Liu (no. 2), cited above)."
    )
    assert [c.status for c in found] == ["exists", "exists", "not_checked", "exists"]
    assert "(no. 2)" in found[2].notes[0].text


def test_a_name_in_a_ruling_of_another_day_is_only_told(only):
    """The decision of 2003 may have been published under the other spelling: only that of 2004 is known here."""
    numbers = "nos. 54178/00 and 59901/00"
    other = only(f"See Osmanov and Husseinov v. Bulgaria (dec.), {numbers}, 4 September 2003.")
    assert (other.status, [p.code for p in other.problems]) == ("not_in_library", [])
    same = only(f"See Osmanov and Husseinov v. Bulgaria, {numbers}, 23 September 2004.")
    assert (same.status, [p.code for p in same.problems]) == ("mismatch", ["misspelt_name"])


def test_a_record_that_says_and_other_leaves_the_other_applicant_open(only):
    found = only("See Marie-Louise Loyen and Bruneel v. France, no. 55929/00, §§ 21-31, 5 July 2005.")
    assert (found.status, [n.code for n in found.notes]) == ("exists", ["party_unknown"])


def test_a_greek_capital_that_looks_as_ours_is_no_other_name(only):
    assert only("See \u0392ouyid v. Belgium [GC], no. 23380/09, § 83, ECHR 2015.").status == "exists"
