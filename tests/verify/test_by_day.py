"""Rulings of national courts named by court and day alone. What courts held in other cases is cited; what was decided
in the case at hand is told in the same words, and is no citation."""

import pytest

PRACTICE = "RELEVANT DOMESTIC LAW AND PRACTICE\n\n"
FACTS = "THE CIRCUMSTANCES OF THE CASE\n\n"

TOLD = [
    ("In its {} the Supreme Court noted that the law was not perfect.", "judgment of 21 February 1991"),
    ("In a {} the Supreme Court construed the statute.", "decision (auto) of 18 June 1992"),
    ("In a {} the Supreme Court of Justice weighed a man's claim.", "judgment of 4 March 2008"),
    ("The Constitutional Court, in a {}, declared the section void.", "decision of 12 March 2015"),
    ("The {} says the same.", "ruling of the Federal Administrative Court of 4 May 2011"),
    ("The Supreme Court's {} says the same.", "decision of 3 May 1992"),
    ("The law was explained in a {}.", "judgment dated 3 May 1992 of the Supreme Administrative Court"),
    ("A {} binds.", "unifying decision of the Criminal Law Bench of the Supreme Court of 29 September 2015"),
    ("On {} on this.", "29 September 2015 the Criminal Law Bench of the Supreme Court issued a unifying decision"),
    ("By a {}, the urgent applications judge at the Lille Administrative Court agreed.", "decision of 26 June 2017"),
    ("Dans un {}, le Conseil d’État a précisé la loi.", "arrêt du 17 janvier 2014"),
    ("La loi fut précisée par un {}.", "arrêt rendu par la cour administrative d'appel le 17 janvier 2014"),
]
CITED = [
    ("Some courts agreed (see, for example, {}).", "Brussels Employment Tribunal, judgment of 14 May 2009"),
    ("Others refused (see, for example, {}).", "Brussels Employment Tribunal, 16 February 2011"),
    ("Some courts agreed (for example the {}) with this.", "Liège Employment Tribunal in a judgment of 7 January 2010"),
    ("La loi le veut (voir notamment {}).", "Cour suprême, 12 mai 2009"),
]
OWN = [
    "In its judgment of 21 February 1991 the Supreme Court dismissed the appeal.",
    "On 4 May 2011 the Supreme Court dismissed the applicant's appeal.",
    "The Regional Court's judgment of 3 May 2011 was served on his lawyer.",
    "The Government relied on the Supreme Court's judgment of 19 March 1994 and the Constitutional Court's decision of "
    "16 November 1994 (see paragraphs 27 and 28 above).",
    "Following the Court of Appeal's judgment of 25 September 1991 the child stayed with her grandparents.",
    "She did not appeal (see the Regional Court's judgment of 3 May 2011, paragraph 12 above).",
    "He appealed (the District Court, 3 May 2011, had refused his request).",
    "Par un arrêt du 17 janvier 2014, la cour d'appel de Douai rejeta son recours.",
    "The hearing before the District Court of 3 May 2011 was short; the Supreme Court, 3 May 2012, was empty.",
]
NO_RULING = [
    "In its judgment of 3 May 2011 the Supreme Court dismissed the applicant's appeal.",
    "On 3 May 2011 the Supreme Court moved. On 4 May 2011 the Government issued a decision.",
    "By a decision of 3 May 2011 the Minister closed the road.",
    "The framework decision of 24 June 2008 protects data before every Supreme Court.",
    "Section 5 of the Order of 2 November 1945, as amended, applies in the Supreme Court.",
    "The decision of 5 May 2010 of the Prosecutor General is binding.",
    "In its judgment of 21 February 1991 the European Court of Human Rights said so.",
    "Following the Court's judgment of 3 May 2011 the Supreme Court changed its practice.",
    "The Supreme Court has twelve judges; Law no. 5 of 3 May 2011 says so.",
]


@pytest.mark.parametrize(("sentence", "form"), TOLD, ids=[one for _, one in TOLD])
def test_under_domestic_law_and_practice_a_court_and_a_day_are_a_citation(cited, sentence, form):
    assert [c.text for c in cited(PRACTICE + sentence.format(form))] == [form]


@pytest.mark.parametrize(("sentence", "form"), CITED, ids=[one for _, one in CITED])
def test_behind_see_in_brackets_they_are_one_anywhere(cited, sentence, form):
    assert [c.text for c in cited(sentence.format(form))] == [form]


@pytest.mark.parametrize("sentence", OWN)
def test_the_proceedings_in_the_case_itself_are_no_citation(cited, sentence):
    assert cited(sentence) == []
    assert cited(FACTS + sentence) == []


@pytest.mark.parametrize("sentence", NO_RULING)
def test_under_domestic_law_and_practice_not_every_day_is_one(cited, sentence):
    assert cited(PRACTICE + sentence) == []


@pytest.mark.parametrize(
    ("heading", "count"),
    [
        ("II. RELEVANT DOMESTIC LAW", 1),
        ("B. Case-law of the domestic courts", 1),
        ("## Relevant law", 1),
        ("II. LE DROIT ET LA PRATIQUE INTERNES PERTINENTS", 1),
        ("Comparative law", 1),
        ("THE FACTS", 0),
        ("A. Proceedings before the Supreme Court", 0),
        ("(a) The Court's case-law", 0),
        ("2. Application of the case-law to the present case", 0),
        ("The extradition request", 0),
        ("EN DROIT", 0),
    ],
)
def test_the_heading_tells_whose_case_it_is(cited, heading, count):
    sentence = "In its judgment of 21 February 1991 the Supreme Court spoke of the law."
    assert len(cited(f"{heading}\n{sentence}")) == count
    assert len(cited(f"{heading}\n\n{sentence}")) == count


@pytest.mark.parametrize(
    "form",
    [
        "unifying decision of the Criminal Law Bench of the Supreme Court of 29 September 2015",
        "leading judgment of the Constitutional Court of 29 September 2015",
    ],
)
def test_a_leading_ruling_is_one_anywhere(cited, form):
    assert [c.text for c in cited(f"THE LAW\n\nThe Government relied on the {form} (see paragraph 77 above).")] == [
        form
    ]
    assert cited(f"THE LAW\n\nThe Government relied on the {form.split(' ', 1)[1]}.") == []


def test_the_next_heading_of_the_case_ends_it(cited):
    sentence = "In its judgment of 21 February 1991 the Supreme Court spoke of the law."
    other = sentence.replace("February", "March")
    assert len(cited(f"{PRACTICE}1. The Penal Code\n\n{sentence}\n\nTHE LAW\n\n{other}")) == 1


def test_behind_the_law_only_a_heading_that_names_a_state_tells_of_others(cited):
    sentence = "In its judgment of 21 February 1991 the Supreme Court spoke of the law."
    assert cited(f"THE LAW\n\n(a) Summary of the relevant case-law\n\n{sentence}") == []
    assert len(cited(f"THE LAW\n\n(a) Domestic case-law\n\n{sentence}")) == 1
    assert len(cited(f"THE LAW\n\nTHE FACTS\n\nB. The case-law\n\n{sentence}")) == 1


def test_where_the_parties_and_the_court_speak_it_is_over_though_the_heading_is_left_out(cited):
    sentence = "In its judgment of 21 February 1991 the Supreme Court spoke of the law."
    for opening in (
        "93. The Italian Government submitted so. ",
        "The Court notes this. ",
        "12. Le requérant soutient cela. ",
    ):
        assert cited(f"{PRACTICE}Section 5 applies.\n\n{opening}{sentence}") == []
    assert len(cited(f"{PRACTICE}5. The applicant is not named here. {sentence}")) == 1


def test_what_the_text_told_before_is_no_new_ruling(cited):
    assert (
        cited(f"{PRACTICE}It was lawful in the Supreme Court's judgment of 18 January 1991 (see paragraph 28 above).")
        == []
    )


def test_a_file_that_lost_its_lines_has_its_headings_inside(cited):
    padding = "He lived there with his parents and went to school for seven years. " * 25
    text = (
        "THE FACTS I. THE CIRCUMSTANCES OF THE CASE 7. By a City Court judgment of 7 September 2006 he was convicted. "
        f"8. In its judgment of 8 September 2006 the High Court was brief. {padding}"
        "II. RELEVANT DOMESTIC LAW AND PRACTICE 1. The Civil Code 25. In its judgment of 9 September 2006 the Supreme "
        "Court explained Article 11. THE LAW I. ALLEGED VIOLATION OF ARTICLE 8 27. In its judgment of 10 September "
        "2006 the Supreme Court was brief."
    )
    assert [c.text for c in cited(text)] == ["judgment of 9 September 2006"]


def test_a_line_of_a_sentence_is_no_heading(cited):
    text = (
        "The parties differed on the meaning of the\nSupreme Court case-law on this point\n"
        "and on more. In its judgment of 21 February 1991 the Supreme Court spoke."
    )
    assert cited(text) == []


def test_nothing_is_said_against_them_and_they_are_never_taken_for_known(only):
    found = only(f"{PRACTICE}In its judgment of 21 February 1991 the Supreme Court noted so.")
    assert (found.status, found.authority, found.problems) == ("not_checked", None, [])


FULL = "In its judgment of 4 May 2011 (file no. 2 BvR 2365/09) the Constitutional Court set the rule.\n\n"
AGAIN = [
    ("The rule of the {} was followed.", "judgment of 4 May 2011"),
    ("Under the Constitutional Court's {} that is so.", "judgment of 4 May 2011 (cited above)"),
    ("By its {}, the Constitutional Court obliged the legislator to act.", "decision dated 4 May 2011"),
    ("As the Constitutional Court said in its {}, the District Court must hear them.", "judgment of 4 May 2011"),
    ("They rely on the {}.", "judgment of the Constitutional Court of 4 May 2011"),
    ("L'{} le dit.", "arrêt précité du 4 mai 2011"),
]
NOT_AGAIN = [
    "The District Court's judgment of 4 May 2011 was served on him.",
    "The judgment of 5 May 2011 was served on him.",
    "In a judgment of 4 May 2011 the Constitutional Court dismissed his complaint.",
    "The third applicant was acquitted by a judgment of 4 May 2011.",
    "A decree of 4 May 2011 was published, and he wrote on 4 May 2011.",
]


@pytest.mark.parametrize(("sentence", "form"), AGAIN, ids=[one for _, one in AGAIN])
def test_a_ruling_cited_before_is_meant_by_its_day(cited, sentence, form):
    first, again = cited(FULL + sentence.format(form))
    assert (again.text, again.kind) == (form, "short")
    assert again.status == first.status


@pytest.mark.parametrize("sentence", NOT_AGAIN)
def test_another_court_or_another_day_is_not_meant(cited, sentence):
    assert len(cited(FULL + sentence)) == 1


def test_a_day_on_which_two_rulings_were_given_means_none(cited):
    two = "See judgment no. 5/2011 of 4 May 2011 and judgment no. 7/2011 of 4 May 2011 of the Constitutional Court."
    assert len(cited(f"{two}\n\nThe judgment of 4 May 2011 was followed.")) == 2


def test_a_ruling_in_the_case_itself_is_not_meant_by_its_day(cited):
    own = "In a judgment of 4 May 2011 (no. 5/2011) the Supreme Court dismissed the applicant's appeal."
    assert len(cited(f"{own}\n\nThe judgment of 4 May 2011 shows it.")) == 1


def test_a_leading_ruling_with_its_number_behind_is_one_citation(cited):
    text = (
        "On 4 May 2011 the Constitutional Court delivered a leading judgment concerning the detention of many people "
        "and the order under section 66 of the Code, and more of the same (file nos. 2 BvR 2365/09, 2 BvR 740/10)."
    )
    assert [c.text for c in cited(text)] == ["2 BvR 2365/09, 2 BvR 740/10"]


def test_the_day_may_stand_before_the_number_in_the_sentence(cited):
    text = (
        "On 4 May 2011 the Constitutional Court delivered a ruling concerning detention (file no. 2 BvR 2365/09).\n\n"
        "The judgment of 4 May 2011 was followed."
    )
    assert [c.text for c in cited(text)] == ["2 BvR 2365/09", "judgment of 4 May 2011"]


def test_a_heading_names_the_ruling_that_follows(cited):
    text = "2. The decision of 4 May 2011\n\n" + FULL
    assert [c.kind for c in cited(text)] == ["short", "docket"]


def test_the_facts_do_not_name_a_ruling_that_is_cited_later_only(cited):
    text = "7. In a judgment of 4 May 2011 the court spoke of his file.\n\n" + FULL
    assert [c.kind for c in cited(text)] == ["docket"]


def test_a_case_that_is_named_behind_its_day_is_one_citation(cited):
    text = "In this Court's judgment of 17 December 2009 in the case of M. v. Germany (no. 19359/04) it is said."
    assert len(cited(text)) == 1


@pytest.mark.parametrize(
    "form",
    [
        "Arrêt du Tribunal fédéral du 9 mai 2008 [6C_1/2008 (ATF 134 I 214)]",
        "arrêt du 30 juin 2012 (G 155/10-9)",
        "décision n o 19/2019 (VI. 18.) AB, rendue le 6 novembre 2011",
        "affaire de 1975 (n o 102)",
        "arrêt ultérieur de 1995 (n o 519)",
    ],
)
def test_french_rulings_with_the_number_apart_from_the_court(cited, form):
    assert len(cited(f"La Cour constitutionnelle italienne l'a dit dans cette {form}, selon elle.")) == 1


def test_the_same_court_on_another_day(cited):
    text = "(cf. CAA de Versailles, 1 er décembre 2009, n o 07VE03227 et 30 décembre 2010, n o 10VE00337)"
    assert [c.text for c in cited(text)][-1] == "30 décembre 2010, n o 10VE00337"


@pytest.mark.parametrize(
    "form",
    [
        "judgments of the General Assembly of the Administrative Division of 2 March 2005 (nos. 141.510",
        "Aliens Appeals Board, no. 69.508, judgment of 28 October 2011",
    ],
)
def test_assemblies_and_boards_that_judge(cited, form):
    assert cited(f"It is construed as in the {form}).")[0].text.startswith(form[:40])


@pytest.mark.parametrize(
    "text",
    [
        "Resolution of the General Assembly of 2 March 2005 (no. 5) was adopted.",
        "The school's Appeals Board met on 28 October 2011 in room no. 69.",
        "Dans une affaire de 1975 (dossier jaune), la Cour constitutionnelle fut saisie.",
        "Dans une affaire de 1975 (n° 102), le journal prit parti.",
    ],
)
def test_assemblies_that_do_not_judge_and_years_without_a_number(cited, text):
    assert cited(text) == []
