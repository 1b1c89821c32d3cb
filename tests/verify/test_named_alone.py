"""A ruling that is called by its name alone, or pointed to without a name: found where only a ruling can be meant."""

import pytest

LIU = "See Liu v. Russia (no. 2), no. 29157/09, §§ 90-91, 26 July 2011."
KRUSLIN = (
    "See Kruslin v. France, 24 April 1990, Series A no. 176-A; Huvig v. France, 24 April 1990, Series A no. 176-B."
)


def said(found):
    return [(c.text, c.status) for c in found if c.kind in {"short", "ibid"}]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Soering principle has been applied ever since.", ["Soering"]),
        ("It follows the Engel criteria and the Osman test.", ["Engel", "Osman"]),
        ("In Chahal the Court held that the prohibition is absolute.", ["Chahal"]),
        ("Medical conditions: Paposhvili [2017]; Savran [2021].", ["Paposhvili [2017]", "Savran [2021]"]),
        ("Siehe die EGMR-Rspr. (Soering, M.S.S., Üner / Boultif).", ["Soering", "M.S.S.", "Üner", "Boultif"]),
        ("Es fehlen die Üner / Boultif-Kriterien.", ["Üner", "Boultif"]),
    ],
)
def test_a_leading_case_that_is_never_cited_in_full_is_known_by_its_name(cited, text, names):
    assert said(cited(text)) == [(name, "exists") for name in names]
    for found in cited(text):
        assert "nothing_above" in [note.code for note in found.notes], "no full citation says which case it is"


@pytest.mark.parametrize(
    "text",
    [
        # Persons, places, other people's rules.
        "Mr Chahal lived in London, and the Chahal family asked for bail.",
        "Soering was arrested in London and feared the death row.",
        "The Paris Principles, the Istanbul standards, the Vienna guidelines and the Copenhagen criteria are met.",
        "The Turing test, the Monroe doctrine, the Daubert standard and the Boston test are no help.",
        "The Kowalczewski principle is new.",
        "The report of Osman [2017] was read.",
    ],
)
def test_the_same_words_of_a_person_a_place_or_a_rule_are_no_ruling(cited, text):
    assert said(cited(text)) == [], text


def test_two_names_before_judgments_are_both_rulings(cited):
    found = said(cited(f"{KRUSLIN}. The Kruslin and Huvig judgments mention the following safeguards."))
    assert [text.split()[0] for text, _ in found] == ["Kruslin", "Huvig"]
    persons = said(cited(f"{KRUSLIN}. Mr Kruslin and Mr Huvig complained. Both Kruslin and Huvig appealed."))
    assert persons == []


def test_a_case_with_a_number_is_called_by_it_and_another_number_is_another_case(cited):
    assert said(cited(f"{LIU} It was too general (see Liu (no. 2), §§ 90-91).")) == [
        ("Liu (no. 2), §§ 90-91", "exists")
    ]
    other = said(cited(f"{LIU} It was too general (see Liu (no. 3), §§ 90-91)."))
    assert other == [("Liu (no. 3), §§ 90-91", "not_checked")]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        (
            "See Gebremedhin [Gaberamadhien] v. France, no. 25389/05, § 66, ECHR 2007-II. It must suspend (see "
            "Gebremedhin [Gaberamadhien] , cited above, § 66).",
            "Gebremedhin [Gaberamadhien] , cited above, § 66",
        ),
        (
            "See Roche v. the United Kingdom [GC], no. 32555/96, ECHR 2005-X. It is telling that Roche, the leading "
            "authority on this point, was decided by nine votes to eight.",
            "Roche",
        ),
        (
            "See Banković and Others v. Belgium and Others (dec.) [GC], no. 52207/99, ECHR 2001-XII. Only an act "
            'abroad is in issue, since Article 1 does not accommodate such an approach to "jurisdiction" (cited above, '
            "§ 75).",
            "cited above, § 75",
        ),
        (
            "See Ilaşcu and Others v. Moldova and Russia [GC], no. 48787/99, § 312, ECHR 2004-VII. It is presumed to "
            "be exercised throughout the territory (loc. cit., and see Assanidze v. Georgia [GC], no. 71503/01, § 139, "
            "ECHR 2004-II).",
            "loc. cit.",
        ),
    ],
)
def test_a_case_cited_before_is_found_again(cited, text, short):
    assert said(cited(text)) == [(short, "exists")]


def test_one_of_several_rulings_between_semicolons_is_one_though_nobody_knows_it(cited):
    text = "See, mutatis mutandis, Eid v. Italy (dec.), no. 53490/99, 22 January 2002; {}, cited above; and others."
    assert said(cited(text.format("Gordyeyev"))) == [("Gordyeyev, cited above", "not_checked")]
    assert said(cited(text.format("Committee Report"))) == []


def test_cases_of_luxembourg_that_are_only_named_are_found_one_by_one(cited):
    text = "It follows the judgments of the CJEU in the cases of Metock, Jipa and Huber. Similarly, others held so."
    assert [name for name, _ in said(cited(text))] == ["Metock", "Jipa", "Huber"]
    assert said(cited("It follows the judgments of the CJEU in the area of freedom, security and justice.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "See M. v. Germany, no. 19359/04, § 93, ECHR 2009. It is stricter than in the case of M. v. Germany (ibid.).",
        "See M. v. Germany, no. 19359/04, § 93, ECHR 2009, ibid.",
    ],
)
def test_an_ibid_right_behind_a_citation_adds_nothing_and_is_not_counted(cited, text):
    assert [c for c in cited(text) if c.kind == "ibid"] == []


def test_an_ibid_with_a_paragraph_or_in_another_sentence_is_a_citation(cited):
    full = "See M. v. Germany, no. 19359/04, § 93, ECHR 2009"
    assert said(cited(f"{full} (ibid., § 94).")) == [("ibid., § 94", "exists")]
    assert said(cited(f"{full}. Detention must be lawful (ibid.).")) == [("ibid.", "exists")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("EGMR, Boultif ./. CH (Urt. v. 02.08.2001 – Nr. 54273/00).", "exists"),
        ("EGMR, Üner ./. NL (Urt. v. 18.10.2006 – Nr. 46410/99).", "exists"),
        ("EGMR, Boultif ./. CH (Urt. v. 02.08.2002 – Nr. 54273/00).", "mismatch"),
        (
            "It was an affront to human dignity ([GC], nos. 32541/08 and 43441/08, § 138, ECHR 2014 (extracts)).",
            "exists",
        ),
    ],
)
def test_german_signs_of_states_and_a_number_without_its_name_are_read(only, text, status):
    assert only(text).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("As the Court stated in its Soering judgment of 7 July 1989, it is so.", "exists"),
        ("As the Court stated in its Soering judgment of 8 July 1989, it is so.", "mismatch"),
        ("As the Court stated in its Golder judgment of 22 February 1975, it is so.", "mismatch"),
        # Quite another day may be that of another ruling in the case.
        ("As the Court stated in its Golder judgment of 22 March 1976, it is so.", "not_checked"),
    ],
)
def test_a_name_with_a_day_is_held_against_the_leading_case_of_that_name(only, text, status):
    assert only(text).status == status


def test_the_case_that_an_opinion_is_about_is_no_citation(cited):
    heading = "CONCURRING OPINION OF JUDGE NOWAK"
    about = "The case of Saadi v. Italy is another attempt. I followed Soering v. the United Kingdom, no. 14038/88."
    assert [c.text for c in cited(f"{heading}\n\n3. {about} I repeat: Saadi v. Italy is hard.")] == [
        "Soering v. the United Kingdom, no. 14038/88"
    ]
    brief = [c.text for c in cited(f"SUBMISSIONS\n\n3. {about}")]
    assert brief == ["Saadi v. Italy", "Soering v. the United Kingdom, no. 14038/88"]
    later = [c.text for c in cited(f"{heading}\n\nSee Liu v. Poland, no. 37610/18. {about}")]
    assert later == ["Liu v. Poland, no. 37610/18", "Saadi v. Italy", "Soering v. the United Kingdom, no. 14038/88"]
