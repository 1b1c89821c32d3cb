"""A name alone is a ruling or a person: the words around it tell."""

import pytest
from word_samples import docx, paragraph, run

CHAHAL = "Chahal v. the United Kingdom, 15 November 1996, §§ 79-81, Reports of Judgments and Decisions 1996-V"
SAADI = "Saadi v. Italy [GC], no. 37201/06, § 125, ECHR 2008"
ABDI = "Abdi Mohammed v. the Netherlands (dec.), no. 2738/11, 4 December 2012"


def names(citations):
    return [c.text for c in citations if c.kind == "short"]


RULINGS = [
    "Chahal finally applied in the United Kingdom.",
    "The first response to Chahal was to legislate.",
    "The case-law before Chahal was less strict.",
    "The Supreme Court ruled that Chahal should be followed rather than the older judgment.",
    "We submitted that Chahal offered a unique opportunity to depart from it.",
    "Chahal involved an applicant of another nationality.",
    "There is no reason to think that Chahal was wrong.",
    "Chahal established that no exception is allowed.",
    "The rule was first set out in paragraph 80 of Chahal.",
    "The post-Chahal practice is uniform.",
    "Such balancing is excluded (see Chahal; and the authorities there).",
    "Das Urteil des EGMR zu Chahal ist klar.",
    "This is the Chahal160 test.",
    "The reaction to Chahal was critical.",
    "We say that Chahal is distinguishable.",
    "In cases like Chahal46 the Court looks at the risk.",
    "There is one, Chahal, in which the Court said so.",
    "Chahal does not address that question.",
]
PERSONS = [
    "Mr Chahal was arrested.",
    "Chahal was born in 1948.",
    "Since Chahal was arrested, nothing has changed.",
    "In Chahal's view this was wrong.",
    "Chahal applied for asylum.",
    "The police spoke to Chahal and his wife.",
    "Chahal held a passport and confirmed that he had used it.",
    "The daughter of the man, following Chahal himself, left.",
    "The case of Liu v. Poland, no. 37610/18, is known, and Chahal was arrested.",
    "Chahal did not find himself a lawyer.",
    "People spoke of “the Chahal case” in the newspapers.",
]


@pytest.mark.parametrize("sentence", RULINGS)
def test_what_only_a_ruling_does_makes_a_name_a_citation(cited, sentence):
    assert names(cited(f"See {CHAHAL}.\n\n{sentence}")) == ["Chahal"]


@pytest.mark.parametrize("sentence", PERSONS)
def test_a_person_stays_a_person(cited, sentence):
    assert names(cited(f"See {CHAHAL}.\n\n{sentence}")) == []


def test_names_between_semicolons_and_in_a_list_are_each_a_citation(cited):
    text = f"See {CHAHAL}; {SAADI}; {ABDI}.\n\n"
    assert names(cited(text + "(Abdi Mohammed; Chahal; and others)")) == ["Abdi Mohammed", "Chahal"]
    assert names(cited(text + "In the cases of Chahal, Saadi and Abdi Mohammed, the applicants complained.")) == [
        "Chahal",
        "Saadi",
        "Abdi Mohammed",
    ]
    assert names(cited(text + "In Chahal, Saadi was not yet known to anybody.")) == ["Chahal"]


def test_a_name_joined_to_a_full_citation_is_one_too(cited):
    text = (
        f"See {CHAHAL}.\n\nNeither Liu v. Poland, no. 37610/18, nor Chahal was about this; see Liu v. Poland or Chahal."
    )
    assert names(cited(text))[-1] == "Chahal"


def test_the_case_that_opens_a_paragraph_of_a_brief_is_checked(cited):
    """Only a judgment opens with its own name; a brief may begin any paragraph so."""
    brief = "In the case of Chahal v. the United Kingdom the Court held that the ban is absolute."
    assert [c.text for c in cited(f"1. The facts.\n\n{brief}")] == ["Chahal v. the United Kingdom"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The test differs from that contemplated in both Fitt and another case.",
        "The judgment disregards Fitt without a reason.",
        "It is of no small importance that Fitt itself relies on another reading.",
        "A harmonised approach based on Fitt, according to which the Court looks at the whole, is missing.",
        "I cannot follow this Fitt doctrine any longer.",
    ],
)
def test_a_case_cited_in_full_is_meant_wherever_its_name_stands_alone(cited, sentence):
    full = "See Fitt v. the United Kingdom [GC], no. 29777/96, § 47, ECHR 2000-II."
    assert "Fitt" in names(cited(f"{full}\n\n{sentence}"))


@pytest.mark.parametrize(
    "sentence",
    [
        "He was told by Fitt that the door was open.\n\nLater the police asked Fitt.",
        "The police arrested Mr Fitt. Nobody believed Fitt afterwards.",
        "Fitt had been in prison. A friend of Fitt, too.",
        "The report of William Fitt was read.",
        "They called him Fitt.",
        "The police asked Fitt's brother.",
    ],
)
def test_a_person_of_that_name_is_no_citation(cited, sentence):
    full = "See Fitt v. the United Kingdom [GC], no. 29777/96, § 47, ECHR 2000-II."
    assert not names(cited(f"{full}\n\nMr Fitt was a witness.\n\n{sentence}"))


def test_a_first_name_or_half_a_name_is_no_case(cited):
    assert names(cited(f"See {ABDI}.\n\nIn Abdi the matter rested.")) == []
    text = "See Official Receiver v Zhi Charles (2015) 18 HKCFAR 467.\n\n"
    assert names(cited(f"{text}See Official Receiver and Trustee in Bankruptcy of Chan v Chan.")) == []


def test_a_number_behind_a_name_tells_another_ruling(cited):
    text = "See Aranyosi and Căldăraru, C-404/15 and C-659/15 PPU, EU:C:2016:198.\n\nIt is called “Aranyosi III”."
    (short,) = [c for c in cited(text) if c.kind == "short"]
    assert (short.text, short.status, short.authority) == ("Aranyosi III", "not_checked", None)


def test_the_party_that_tells_the_case_is_its_name(cited):
    body = paragraph("See Commission and Others v Kadi, C-584/10 P, EU:C:2013:518.")
    body += paragraph("Likewise, in ", run("Kadi, ", "<w:i/>"), "the Court reiterated it.")
    assert names(cited(docx(body), name="a.docx")) == ["Kadi"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("As was stated in Labita, a credible assertion is enough.", ["Labita"]),
        ("As established in Opuz,[7] Volodina,[8] and Talpis[9]. They clarify it.", ["Opuz", "Volodina", "Talpis"]),
        ("In Soering, the Court looked at the consequences.", ["Soering"]),
        (
            "Its finding in paragraph 139 of Neulinger and Shuruk does not set out a principle.",
            ["Neulinger and Shuruk"],
        ),
        (
            "(see the judgments of 5 April 2016, Aranyosi and Căldăraru, (3) there)",
            ["5 April 2016, Aranyosi and Căldăraru"],
        ),
        (
            "W wyroku z dnia 5 kwietnia 2016 r., Aranyosi i Căldăraru wprowadził.",
            ["5 kwietnia 2016 r., Aranyosi i Căldăraru"],
        ),
        ("In Paris, the Court of Appeal heard him.", []),
        ("As stated in Annex, the file is complete.", []),
        ("He was held in Zzyzek, and the decision in Berlin, was late.", []),
        ("By judgment of 5 April 2016, Mr Miller was convicted.", []),
    ],
)
def test_a_well_known_name_is_found_without_its_full_citation(cited, text, found):
    assert names(cited(text)) == found


def test_a_document_does_not_cite_the_case_it_decides(cited):
    text = "CASE OF BOUJLIFA v. FRANCE\n\nJUDGMENT\n\nIn the case of Boujlifa v. France,\n\n"
    text += "1. The case originated in an application (no. 25404/94) against the French Republic.\n\n"
    text += "27. The Commission declared the application (no. 25404/94) admissible on 17 January 1996.\n\n"
    text += "28. In his application (no. 25404/94) of 22 June 1994 he complained."
    assert cited(text) == []
    french = "AFFAIRE AMUUR c. FRANCE\n\n(Requête n° 19776/92)\n\n1. À son origine se trouve une requête (n° 19776/92) "
    assert (
        cited(french + "dirigée contre la République française.\n\n3. La requête (n° 19776/92) fut déclarée recevable.")
        == []
    )


def test_nor_where_the_lines_of_its_first_page_ran_together(cited):
    head = "SECOND SECTION CASE OF VONA v. HUNGARY (Application no. 35943/10) JUDGMENT STRASBOURG 9 July 2013 FINAL "
    head += (
        "09/12/2013 This judgment has become final. In the case of Vona v. Hungary, The European Court of Human Rights"
    )
    assert not [c for c in cited(head) if c.kind == "case"]
    draft = "We rely on CASE OF SAADI v. ITALY (Application no. 37201/06) JUDGMENT STRASBOURG 28 February 2009."
    assert [c.status for c in cited(draft)] == ["mismatch"]


def test_nor_does_it_where_an_opinion_calls_it_by_its_name(cited):
    head = "CASE OF KÖNIG v. GERMANY\n\n(Application no. 6232/73)\n\nJUDGMENT\n\n"
    opinion = "In the König case the Court goes too far; I cannot follow this König judgment. See the Golder case."
    assert names(cited(head + opinion)) == ["Golder"]
    other = "See König v. Austria, no. 39753/98, 20 January 2004. In the König case the Court was right.\n\n"
    assert names(cited(other))


def test_a_judgment_of_today_names_its_application_too(cited):
    text = "CASE OF SMITH v. UKRAINE\n\nHaving regard to the application (no. 8838/20) against Ukraine lodged with "
    assert cited(text + "the Court by Mr Smith;\n\n12. He lodged the application (no. 8838/20) himself.") == []


def test_another_number_and_a_title_in_a_list_stay_citations(cited):
    text = "CASE OF BOUJLIFA v. FRANCE\n\n1. The case originated in an application (no. 25404/94) against France.\n\n"
    assert [c.text for c in cited(text + "See application no. 37610/18.")] == ["application no. 37610/18"]
    listed = f"{SAADI}\n\nCASE OF CHAHAL v. THE UNITED KINGDOM (Application no. 22414/93)"
    assert len(cited(listed)) == 2
