"""Rulings of national courts that a judgment describes by day and number, and papers of international bodies."""

import pytest

FOUND = [
    (
        "In {}, following a claim for damages, the Supreme Court held so.",
        "unifying decision no. 12 of 14 September 2007",
    ),
    ("By {} the Constitutional Court abolished the death penalty.", "decision no. 65 of 10 December 1999"),
    (
        "They refer to a {}, which dealt with damage.",
        "decision of the Administrative Court of Van of 13 May 1990 (Court File No. 1987/499, Decision No. 1990/539)",
    ),
    ("On {} set the order aside.", "31 July 1996 (application no. 149765), the Conseil d’Etat"),
    ("It held so ({}).", "Conseil d’Etat , Judicial Division, 26 July 1991, Lazaar, application no. 121849"),
    ("In a {} it was held.", "judgment of the Supreme Court of 12 March 2010 (no. 4 Ob 12/10)"),
    ("See {}, which annulled it.", "decision no. 123/2010 of the Constitutional Court"),
    ("The {} says so.", "ruling of the Supreme Court of 5 May 2016 in case no. 45-KG16-3"),
    ("{} on the application of treaties.", "Plenary ruling no. 5 of 10 October 2003 of the Supreme Court"),
    ("The Supreme Court, in its {}, found otherwise.", "judgment of 12 March 2010 (no. 3-1-1-10-11)"),
    ("{} is in point.", "Supreme Court judgment of 12 March 2010, no. 5-10"),
    ("The Constitutional Court's {} is in point.", "judgment no. U-I-98/04 of 5 May 2005"),
    ("{} le dit.", "Décision n° 65 du 10 décembre 1999 de la Cour constitutionnelle"),
    ("{} states so.", "Resolution of the Plenary Supreme Court of Ukraine no. 1 of 27 February 2009"),
    ("See {}, and more.", "Constitutional Court, judgment no. 348 of 22 October 2007"),
    ("By a {}, the Court of Cassation dismissed it.", "judgment of 27 June 2012 (no. 12-12345)"),
    ("In a {} the Constitutional Court ruled.", "decision (no. 2011/560) of 3 November 2011"),
    ("It set out the rule ({}).", "Report H (65) 16"),
    ("See {} of the court.", "Ruling of 11 September 2007 in civil case no. 3K-3-328/2007"),
    ("The Constitutional Court held so in its {}.", "judgment no. 138 of 2010"),
    ("The Federal Constitutional Court, in its {}, set the standard.", "leading judgment of 4 May 2011"),
    ("The court rejected his action ({}).", "decision no. 7820/2004"),
    ("L'{} le dit.", "arrêt no 123 de la Cour suprême du 3 mars 2005"),
    ("The Government pointed out that the Constitutional Court had said so in its {}.", "judgment no. 138 of 2010"),
    ("They cited {}.", "Constitutional Court judgment no. 32/2003"),
    ("The Constitutional Court's judgment no. {} is in point.", "32/2003 (VI. 4.) AB"),
    ("The Supreme Court's {} is in point.", "guiding resolution no. BH 2004.5.180"),
    ("The Supreme Court held so ({}).", "Ruling of 11 September 2007 in civil case no. 3K-3-328/2007"),
    (
        "See the Grand Chamber of the {}.",
        "Court of Cassation for Criminal Law Matters (10 October 1995, decision no. 1213/271)",
    ),
    ("The Court of Appeal of Zed heard him. It found that he had been insincere ({}).", "decision no. 2048/2002"),
    ("(see the {}).", "judgment of 18 December 1996, Reports of Judgments and Decisions 1996-VI, § 70"),
]
NONE = [
    "Decision no. 12 of 3 May 2010 of the Council of Ministers was published.",
    "By order no. 5 of 3 March 2001 of the Minister of the Interior the Supreme Court was moved.",
    "Decision no. 1/80 of the Association Council of 19 September 1980 applies.",
    "On 3 July 1998 the State Security Court delivered its judgment in file no. 12.",
    "On 12 June 2001 the District Court (room no. 5) heard him.",
    "Resolution no. 123 of 14 September 2005 of the Government was quashed by the Constitutional Court.",
    "Law no. 412/2005 was applied by the Supreme Administrative Court in a judgment of 15 July 2010.",
    "The judgment of 1 September 2009 dismissed the application; the file bears no. 77.",
    "The prosecutor's decision no. 15 of 5 May 2010 was upheld by the District Court.",
    "The Court of Appeal heard him. Later the police sent him a paper (decision no. 2048/2002).",
    "Council Decision 98/3 and decision 3/12 of the school board were sent.",
    "Deliberation No. 5 of the town council was annulled.",
    "He read the leading judgment of 4 May 2011 in a newspaper.",
    "The board rejected the request (decision no. 7820/2004).",
    "He appealed against order no. 12/2010 of 5 May 2010 of the prison governor to the District Court.",
]
PAPERS = [
    "Human Rights Council resolution 34/19",
    "General Assembly resolution 53/208 B",
    "Economic and Social Council resolution 1503 (XLVIII)",
    "Security Council resolution 1373 (2001)",
    "résolution 60/251 de l’Assemblée générale",
    "Résolution (73) 5",
    "Resolution 1433 (2005)",
    "NJA 2007 (p. 747)",
    "Recommendation Rec(84)20",
    "COM(2009) 313 final",
]


@pytest.mark.parametrize(("sentence", "form"), FOUND, ids=lambda one: one[:40])
def test_a_ruling_of_a_national_court_is_found_by_day_and_number(cited, sentence, form):
    assert [c.text for c in cited(sentence.format(form))] == [form]


@pytest.mark.parametrize("text", NONE)
def test_an_order_of_an_office_or_a_hearing_is_no_ruling(cited, text):
    assert cited(text) == []


def test_nothing_is_said_against_a_ruling_that_nobody_here_knows(only):
    found = only("See decision no. 17/2024 of the Constitutional Court, and nothing else.")
    assert (found.status, found.problems) == ("not_checked", [])


def test_a_day_and_a_report_alone_follow_the_court_named_before(cited):
    text = "(Conseil d’Etat, 24 June 1988, no. 68582, and 8 April 1994, Zehar, Dalloz 1994)"
    assert [c.text for c in cited(text)][-1] == "8 April 1994, Zehar, Dalloz 1994"


@pytest.mark.parametrize("form", PAPERS)
def test_papers_of_international_bodies_are_found_by_their_number(cited, form):
    assert [c.text for c in cited(f"It was adopted by {form}, and nothing else.")] == [form]


def test_each_number_of_a_list_of_resolutions_is_one(cited):
    found = [c.text for c in cited("See UN Security Council resolutions 541 (1983) and 550 (1984).")]
    assert found == ["Security Council resolutions 541 (1983)", "550 (1984)"]
    assert cited("Our mandates follow from Human Rights Council resolutions 43/16, 42/22 and 45/3.") == []


def test_a_short_number_counts_where_its_body_is_named(cited):
    assert [c.text for c in cited("Decision 1/102. Extension by the Human Rights Council of all mandates.")] == [
        "Decision 1/102"
    ]
    text = "The Working Group on Arbitrary Detention stated in its deliberation No. 5 that it must be short."
    assert [c.text for c in cited(text)] == ["deliberation No. 5"]


@pytest.mark.parametrize(
    "form",
    [
        "Case C128/18 Dumitru-Tudor Dorobantu",
        "Joined Cases C924/19 PPU and C925/19 PPU",
        "case C-496/16 – Aranyosi II",
        "Norris (Appellant) v Government of Ruritania (Respondent)",
        "Power v Greater Manchester Police Authority: EAT 29 Apr 2010",
        "[2012] ScotCS CSOH_61",
        "In re Galway",
        "Re Naresh Butani (supra)",
    ],
)
def test_heads_of_national_courts_and_numbers_without_a_hyphen(cited, form):
    assert [c.text for c in cited(f"See {form}.")] == [form]


def test_a_second_ruling_of_the_same_party_is_not_taken_for_the_first(only):
    """'Aranyosi II' has its own number; the first is C-404/15."""
    assert only("He waits (case C-496/16 – Aranyosi II).").problems == []


@pytest.mark.parametrize(
    "text", ["In re payment of the fee he wrote.", "Regarding Re Smith they said nothing.", "Room C128/18 was locked."]
)
def test_what_only_looks_like_them_is_none(cited, text):
    assert cited(text) == []


def test_each_ruling_of_a_row_is_one(cited):
    row = (
        "(see Court of Cassation, judgments nos. 16017 of 8 July 2009, 10137 of 28 April 2010, and 17525 and 17526 of "
    )
    row += "28 June 2019)"
    assert [c.text for c in cited(row)] == [
        "judgments nos. 16017 of 8 July 2009",
        "10137 of 28 April 2010",
        "17525",
        "17526 of 28 June 2019",
    ]
    row = "The Constitutional Court held so (judgments no. 27 of 1959; no. 45 of 1960; nos. 23 and 68 of 1964)."
    assert [c.text for c in cited(row)] == ["judgments no. 27 of 1959", "no. 45 of 1960", "nos. 23", "68 of 1964"]


def test_numbers_of_rooms_laws_and_people_are_no_row(cited):
    text = (
        "By judgment no. 12 of 2010 the Constitutional Court freed them: 15 people, 20 of them in 2011, and 3 of 2012."
    )
    assert [c.text for c in cited(text)] == ["judgment no. 12 of 2010"]
    assert not cited("Orders nos. 12 and 13 of 2010 of the Ministry were lost, 14 of 2011, too.")
