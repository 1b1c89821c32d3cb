"""What a sentence says of a ruling around its citation: body, Grand Chamber, paragraph, day, number; and what it must
not be blamed for."""

from pathlib import Path

import pytest

from briefs.documents.opening import document_of

WRONG = [
    # a body that did not give the ruling, before the name or behind it
    ("The Human Rights Committee decided Chahal v. the United Kingdom.", "wrong_court"),
    ("The Court of Justice held in Othman v. the United Kingdom that the risk was real.", "wrong_court"),
    ("The Strasbourg Court held in Petruhhin (C-182/15) that assistance is due.", "wrong_court"),
    ("In Chahal v. the United Kingdom, no. 22414/93, the Human Rights Committee held that it is so.", "wrong_court"),
    ("In its views in Soering v. the United Kingdom the Human Rights Committee said so.", "wrong_court"),
    ("The International Court of Justice held in Soering v. the United Kingdom that it is so.", "wrong_court"),
    (
        "In the landmark case of Soering v. the United Kingdom (1989), the European Court of Justice held so.",
        "wrong_court",
    ),
    ("The Human Rights Committee's views in Agiza v. Sweden, Communication No. 233/2003, are clear.", "wrong_court"),
    ("The CJEU's judgment in Othman v. the United Kingdom is clear.", "wrong_court"),
    ("See the judgment of the Court of Justice in Soering v. the United Kingdom, 7 July 1989.", "wrong_court"),
    ("The decision of the Committee against Torture of 5 August 2003 in Judge v. Canada is clear.", "wrong_court"),
    ("So it is, according to the Committee against Torture (Saadi v. Italy, § 124).", "wrong_court"),
    ("As the House of Lords held in Soering v. the United Kingdom, no. 14038/88.", "wrong_court"),
    # the Grand Chamber where a Chamber sat
    ("Judgment of the Grand Chamber in Othman (Abu Qatada) v. the United Kingdom, 17 January 2012.", "wrong_court"),
    ("The Grand Chamber judgment in Othman v. the United Kingdom settled it.", "wrong_court"),
    ("As the Grand Chamber ruled in Liu v. Poland, the risk is general.", "wrong_court"),
    ("In Liu v. Poland, the Grand Chamber held that the risk was general.", "wrong_court"),
    ("Pretty v. the United Kingdom [GC], no. 2346/02, 29 April 2002.", "wrong_court"),
    ("Hirsi Jamaa and Others v. Italy, no. 27765/09, Chamber judgment of 23 February 2012.", "wrong_court"),
    # a paragraph before the name
    ("See § 76 of Csoma v. Romania.", "paragraph_out_of_range"),
    ("See paragraph 132 of the judgment in H v. the United Kingdom.", "paragraph_out_of_range"),
    ("See Ribitsch v. Austria, p. 26; § 57.", "paragraph_out_of_range"),
    # a day or a year outside
    ("8 July 1989 - Soering v. the United Kingdom", "wrong_date"),
    ("22 March 2021, Bivolaru e Moldovan c. Francia", "wrong_date"),
    ("See Chahal v. the United Kingdom [1993].", "wrong_date"),
    ("See Petruhhin (C-182/15) [2015].", "wrong_date"),
    ("Cfr. CGUE, sentenza 22 dicembre 2021, C-237/21.", "wrong_date"),
    ("As was held in 22 March 2021, Bivolaru e Moldovan c. Francia, nn. 40324/16 e 12623/17.", "wrong_date"),
    ("See Mario Mongillo c. Italie, no 52840/99, § 54, 1er mars 2003.", "wrong_date"),
    ("See Cass. crim., no. 11-87.679, Bull. crim. 2012, no. 41, 15 March 2012.", "wrong_date"),
    ("See Liu v. Poland, no. 37610/18, final 6 January 2022.", "not_final"),
    # numbers, parties, reports
    ("See C-182/15 P, Petruhhin.", "wrong_number"),
    ("See Minister for Justice and Equality (Wang), C-216/18 PPU.", "swapped_party"),
    ("See STC 25/2024, ECLI:ES:TC:2024:52.", "wrong_number"),
    ("See G.R. No. 153675, Wang v. Olalia.", "swapped_party"),
    ("See Opinion 20/2025 of the Working Group concerning Yidiresi Aishan (Kazakhstan).", "swapped_party"),
    ("Former Yugoslav Republic of Macedonia v. Josifov, application no. 37812/04, 25.06.2009", "swapped_party"),
    ("See Tarariyeva v. Russia, no. 4353/03, § 101, ECHR 2008-... (extracts).", "wrong_reports_year"),
    ("As was held in Abulikemu Helili, 2201/7144.", "wrong_number"),
    ("As was held in Abulikemu Helili, B. No: 2012/7144.", "wrong_number"),
    ("See Series C No. 272, Wang Family v. Bolivia.", "swapped_party"),
    ("See Al Nashiri v. Poland, no. 33234/12, 24 July 2014.", "wrong_number"),
    ("See Saadi v. Italy (2008) 94 EHRR 1.", "wrong_reports_year"),
]
TRUE = [
    "The Committee against Torture, unlike the Court in Saadi v. Italy, did not balance.",
    "The Human Rights Committee followed Soering v. the United Kingdom.",
    "The Committee against Torture referred to the judgment of the European Court in Saadi v. Italy.",
    "The CJEU cited Saadi v. Italy with approval.",
    "The High Court of Justice held in Soering v. the United Kingdom's wake that it was bound.",
    "In Petruhhin (C-182/15), the Court of Justice held that it must be checked.",
    "Unlike the Human Rights Committee, in Saadi v. Italy the Court held so.",
    "In contrast to the Human Rights Committee, Saadi v. Italy does not decide this.",
    "After the decision of the Human Rights Committee, Othman v. the United Kingdom was decided.",
    "On the case-law of the Committee against Torture, Saadi v. Italy is silent.",
    "The panel of the Grand Chamber in Othman (Abu Qatada) v. the United Kingdom refused the request.",
    "It quashed the Court of Appeal of New Zealand's judgment in [2021] NZSC 57.",
    "The House of Lords noted in Soering v. the United Kingdom's wake that it was bound.",
    "The Court's judgment in Soering v. the United Kingdom is clear.",
    "The judgment of the European Court of Human Rights in Soering v. the United Kingdom is clear.",
    "So it is, according to the European Court of Human Rights (Saadi v. Italy, § 124).",
    "See Liu v. Poland, no. 37610/18, final on 30 January 2023.",
    "The Grand Chamber held in Saadi v. Italy that no balance is struck.",
    "A request for referral to the Grand Chamber in Liu v. Poland was not made.",
    "In Saadi v. Italy, the Grand Chamber held that no balance is struck.",
    "See § 70 of Csoma v. Romania.",
    "See paragraphs 87 and 88 of the Court's judgment in Soering v. the United Kingdom.",
    "7 July 1989 - Soering v. the United Kingdom",
    "On 18 December 1988, Soering v. the United Kingdom was still pending.",
    "See Chahal v. the United Kingdom [1996].",
    "See Petruhhin (C-182/15) [2016].",
    "Cfr. CGUE, sentenza 22 dicembre 2022, C-237/21.",
    "See C-216/18 PPU (Celmer).",
    "See Minister for Justice and Equality (Deficiencies in the system of justice), C-216/18 PPU.",
    "See C-404/15 and C-659/15 PPU (Aranyosi and Căldăraru).",
    "See Generalstaatsanwaltschaft Berlin (Extradition to Ukraine), C-398/19.",
    "See I.N. (C-897/19 PPU).",
    "See Kamekris (KN), C-219/25 PPU, ECLI:EU:C:2025:456.",
    "Before the Grand Chamber, Trabelsi v. Belgium was distinguished.",
    "In Othman (Abu Qatada) v. the United Kingdom, the House of Lords had held otherwise.",
    "The Human Rights Committee, referring to Soering v. the United Kingdom, held in Judge v. Canada that it is so.",
    "See Opinion 20/2025 of the Working Group concerning Yidiresi Aishan (Morocco).",
    "As was held in Abulikemu Helili, 2021/7144.",
    "See Ext 1424 (Wang).",
    "See Series C No. 297, Wong Ho Wing v. Peru.",
    "See Soering v. the United Kingdom and Chahal v. the United Kingdom, nos. 14038/88 and 22414/93.",
    "See X v. Austria and Loizidou v. Turkey, nos. 19010/07 and 15318/89.",
    "See Saadi v. Italy (2009) 49 EHRR 30.",
]


@pytest.mark.parametrize(("sentence", "code"), WRONG)
def test_what_the_sentence_says_is_compared_with_the_record(cited, sentence, code):
    assert code in {fault.code for c in cited(sentence) for fault in c.problems}


@pytest.mark.parametrize("sentence", TRUE)
def test_nobody_is_blamed_for_what_the_sentence_does_not_say(cited, sentence):
    found = cited(sentence)
    assert found
    assert [c.problems for c in found if c.problems] == []


def test_a_long_sentence_that_holds_the_words_of_another_holding_is_not_blamed(only):
    """The Court itself cites Cruz Varas for this; the library links part of it to a later judgment."""
    sentence = (
        "Since the responsibility of the Contracting States under Article 3 lies in the act of exposing a person to "
        "ill-treatment, the risk is to be assessed primarily by what the extraditing state knew at the time of the "
        "removal; nothing, however, precludes the judges from looking at information which emerged subsequently, and "
        "this may be valuable for confirming or refuting the appreciation that the authorities made, and for deciding "
        "whether the fears, anxieties and apprehensions voiced by family members were genuine and well founded"
    )
    assert only(f"{sentence} (Cruz Varas and Others v. Sweden, 20 March 1991, para. 76).").problems == []


def test_a_short_form_ascribed_to_another_body_is_told(cited):
    full = "See Chahal v. the United Kingdom [GC], no. 22414/93, 15 November 1996. "
    _, wrong = cited(full + "The Committee against Torture held in Chahal, § 80, that it is so.")
    assert (wrong.status, [fault.code for fault in wrong.problems]) == ("mismatch", ["wrong_court"])
    _, true = cited(full + "The Court held in Chahal, § 80, that it is so.")
    assert true.problems == []


def test_a_general_comment_ascribed_to_another_committee_is_not_known(only):
    found = only("The Committee against Torture stated in its General Comment No. 31 that it is so.")
    assert found.status == "not_in_library"
    assert found.notes[0].text.startswith("Known under this number is ")


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        ("The Human Rights Committee held in General Comment No. 4 (2017) that it is so.", "Committee against Torture"),
        (
            "See Human Rights Committee, General Comment No. 4 on the implementation of article 3 in the context of "
            "article 22, para. 11.",
            "Committee against Torture",
        ),
        ("See Committee against Torture, General Comment No. 36 on the right to life.", "Human Rights Committee"),
    ],
)
def test_number_with_year_or_title_of_another_committees_comment_is_that_one(only, sentence, meant):
    found = only(sentence)
    assert (found.status, [p.code for p in found.problems]) == ("mismatch", ["wrong_court"])
    assert meant in found.right_form


@pytest.mark.parametrize(
    "sentence",
    [
        "See Committee on Migrant Workers, General Comment No. 4 (2017).",
        "See Committee on the Rights of the Child, General Comment No. 4 (2003) on adolescent health.",
        "See Human Rights Committee, General Comment No. 4 on the equal right of men and women.",
        "See Committee against Torture, General Comment No. 36 on article 6 of something else.",
    ],
)
def test_a_comment_of_a_committee_whose_comments_nobody_here_knows_is_not_blamed(only, sentence):
    assert only(sentence).problems == []


def test_numbers_behind_two_cases_go_to_each(cited):
    text = "Soering v. the United Kingdom and Chahal v. the United Kingdom, nos. 14038/88 and 22414/93"
    assert [c.application_numbers for c in cited(f"See {text}.")] == [["14038/88"], ["22414/93"]]
    wrong = "Soering v. the United Kingdom and Chahal v. the United Kingdom, nos. 14038/88 and 22441/93"
    assert any(c.problems for c in cited(f"See {wrong}."))


def test_a_case_joined_to_a_known_one_is_not_said_to_exist(only):
    found = only("See Joined Cases C-182/15 and C-191/16, Petruhhin and Pisciotti.")
    assert found.status == "not_checked"
    assert "C-191/16" in found.notes[0].text


@pytest.mark.parametrize("name", ["Chahal v. India", "Soering v. Germany", "Othman v. Jordan, § 187"])
def test_a_name_against_another_state_is_not_known_and_the_known_case_is_named(only, name):
    found = only(f"As was held in {name}.")
    assert found.status == "not_in_library"
    assert "known against another state: " in found.notes[0].text


def test_a_volume_that_cannot_be_compared_is_said_of_the_whole_document(checker):
    text = b"See Liu v Poland (2022) 75 EHRR 11 and Chahal v UK (1996) 23 EHRR 413."
    report = checker.check(document_of(text, Path("draft.txt")))
    assert [said for said in report.remarks if "EHRR" in said] == [
        "1 reference to the European Human Rights Reports (EHRR) could not be compared: neither library nor register "
        "holds volume and page of these cases. Look them up."
    ]


@pytest.mark.parametrize("committee", ["Committee against Torture, ", "CED, "])
def test_a_comment_by_its_whole_title_is_held_against_the_committee_before_it(only, committee):
    for title in ("General Comment No. 31 (2004)", "General Comment No. 36 on article 6: right to life"):
        found = only(f"As was held in {committee}{title}.")
        assert (found.status, [p.code for p in found.problems]) == ("mismatch", ["wrong_court"])
        assert only(f"As was held in Human Rights Committee, {title}.").status == "exists"
        assert only(f"As was held in {title}.").status == "exists"


def test_the_day_behind_the_title_of_a_comment_is_read(only):
    title = (
        "General Comment No. 4 (2017) on the implementation of article 3 of the Convention in the context of article 22"
    )
    whole = f"See {title}, UN Committee against Torture, CAT/C/GC/4, "
    assert only(f"{whole}31 April 2017.").status == "malformed"
    assert only(f"{whole}6 December 2017, para. 11.").status == "exists"
