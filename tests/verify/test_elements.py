"""Each element of a record contradicted once, beside the same citation as it should be."""

import pytest

LIU = "Liu v. Poland, no. 37610/18, 6 October 2022"


def codes(found):
    return [fault.code for fault in found.problems]


@pytest.mark.parametrize(
    ("wrong", "right", "code"),
    [
        (
            f"{LIU}, ECLI:CE:ECHR:2022:1006DEC003761018",
            f"{LIU}, ECLI:CE:ECHR:2022:1006JUD003761018",
            "ecli_wrong_digits",
        ),
        ("ECLI:CE:ECHR:2022:1106JUD003761018", "ECLI:CE:ECHR:2022:1006JUD003761018", "ecli_wrong_digits"),
        (
            "Liu v. Poland, no. 37610/18, ECLI:CE:ECHR:2021:1208JUD003761018",
            "Liu v. Poland, no. 37610/18, ECLI:CE:ECHR:2022:1006JUD003761018",
            "ecli_wrong_digits",
        ),
        ("Liu v. Poland (dec.), no. 37610/18, 6 October 2022", LIU, "wrong_court"),
        (
            "Saadi v. Italy [GC], no. 37201/06, § 125, ECHR 2006-II",
            "Saadi v. Italy [GC], no. 37201/06, § 125, ECHR 2008",
            "wrong_reports_year",
        ),
        (
            "Kudła v. Poland [GC], no. 30210/96, § 94, ECHR 2000-IV",
            "Kudła v. Poland [GC], no. 30210/96, § 94, ECHR 2000-XI",
            "wrong_reports_year",
        ),
        (
            "Human Rights Committee, General Comment No. 31 (1998)",
            "Human Rights Committee, General Comment No. 31 (2004)",
            "wrong_date",
        ),
        ("Minister of Justice v Novak [2021] NZSC 57", "Minister of Justice v Kim [2021] NZSC 57", "swapped_party"),
        ("Cheung v. United States, 99-2562", "Cheung v. United States, 99-2526", "wrong_number"),
        (
            "Opinion No. 21/2025 concerning Yidiresi Aishan (Morocco)",
            "Opinion No. 20/2025 concerning Yidiresi Aishan (Morocco)",
            "wrong_number",
        ),
        ("Opinion No. 20/2025, A/HRC/WGAD/2025/21", "Opinion No. 20/2025, A/HRC/WGAD/2025/20", "un_symbol_malformed"),
        (
            "judgment of 19 June 2024, A. v. Generalstaatsanwaltschaft Hamm, C-352/22",
            "judgment of 18 June 2024, A. v. Generalstaatsanwaltschaft Hamm, C-352/22",
            "wrong_date",
        ),
    ],
)
def test_what_contradicts_the_record_is_told_and_what_does_not_is_let_be(only, wrong, right, code):
    assert codes(only(f"It was settled in {wrong}.")) == [code]
    good = only(f"It was settled in {right}.")
    assert (good.status, codes(good)) == ("exists", [])


def test_a_foreign_number_among_those_of_joined_cases_is_told(only):
    true = "Khasanov and Rakhmanov v. Russia [GC], nos. 28492/15 and 49975/15, 29 April 2022"
    assert codes(only(f"See {true}.")) == []
    assert codes(only(f"See {true.replace('49975', '71540')}.")) == ["wrong_number"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The final judgment in {} settles it.",
        "It is settled by {} (final).",
        "The judgment in {}, which has become final, settles it.",
        "That ruling, {}, is final and binding.",
    ],
)
def test_a_judgment_that_is_called_final_too_early_is_told_with_the_day(only, sentence):
    early = only(sentence.format(LIU), as_of="2022-12-01")
    assert codes(early) == ["not_final"]
    assert "final on 30 January 2023" in early.problems[0].text
    assert codes(only(sentence.format(LIU), as_of="2023-02-01")) == []


def test_a_chamber_is_final_after_three_months_at_the_earliest(only):
    """Article 44 § 2; the register holds no day on which this one became final."""
    text = "The final judgment in K.I. v. France, no. 5560/19, 15 April 2021, settles it."
    assert codes(only(text, as_of="2021-07-14")) == ["not_final"]
    assert codes(only(text, as_of="2021-07-15")) == []
    young = only("The final judgment in Saber v. Norway, no. 459/18, 17 December 2020.", as_of="2021-01-20")
    assert codes(young) == ["not_final"]
    assert "17 March 2021" in young.problems[0].text
    assert "Article 44 § 2" in young.problems[0].text


def test_a_chamber_whose_case_the_grand_chamber_took_never_became_final(only):
    chamber = "Del Río Prada v. Spain, no. 42750/09, 10 July 2012"
    assert codes(only(f"The final judgment in {chamber}.")) == ["not_final"]
    plain = only(f"See {chamber}.")
    assert codes(plain) == []
    assert any("The Grand Chamber ruled on this case on 21 October 2013" in note.text for note in plain.notes)


def test_a_wrong_day_of_finality_is_told(only):
    assert codes(only(f"See {LIU}, final on 30 January 2023.")) == []
    assert codes(only(f"See {LIU}, final on 6 January 2023.")) == ["not_final"]


def test_the_final_decision_of_a_domestic_court_is_not_the_judgment(only):
    text = f"The final decision of the court of appeal was given in May (see {LIU}, § 40)."
    assert codes(only(text, as_of="2022-12-01")) == []


def test_a_publishers_number_is_said_not_to_be_checked(only):
    found = only("See Soering v United Kingdom [1989] ECHR 25.")
    assert (found.status, found.checks["neutral"]) == ("exists", "not_checked")


def test_a_limit_that_the_sentence_does_not_name_is_told(only):
    """The limiting ruling is against the same state, whose name stands in every citation."""
    vinter = "Vinter and Others v. the United Kingdom [GC], nos. 66069/09, 130/10 and 3896/10, § 122, ECHR 2013"
    assert codes(only(f"The Court held so in {vinter}.")) == ["limited_authority"]
    assert codes(only(f"The Court held so in {vinter}, limited by a later judgment.")) == []


@pytest.mark.parametrize(
    "symbol",
    [
        "CAT/C/CR/34/CAN",
        "CERD/C/64/Misc.11/rev.3",
        "CCPR/CO/80/UGA",
        "CCPR/CO/83/KEN",
        "CRC/GC/2003/4",
        "CCPR/C/79/Add.85",
    ],
)
def test_the_symbol_of_an_older_paper_is_not_called_malformed(cited, symbol):
    assert {c.status for c in cited(f"See the Committee's paper {symbol}, paragraph 14.")} == {"not_in_library"}


@pytest.mark.parametrize("symbol", ["CAT/C/69/D/8888888/2018", "CAT/X/69/D/888/2018", "CCPR/108/D/2094/2011"])
def test_a_decision_whose_symbol_has_no_form_is_called_malformed(cited, symbol):
    assert {c.status for c in cited(f"See {symbol}.")} == {"malformed"}


def test_the_day_on_which_observations_were_adopted_is_no_wrong_date(only):
    told = only("See Consideration of Reports, China, CAT/C/CHN/CO/4, 21 November 2008, paragraph 18.")
    assert (told.status, codes(told)) == ("exists", [])
    assert codes(only("See CAT/C/CHN/CO/4, 21 November 2007, paragraph 18.")) == ["wrong_date"]


def test_one_number_and_others_may_be_any_of_many_joined_ones(only):
    told = only(
        "See East African Asians v. the United Kingdom, nos. 4626/70 and others, Commission report of 14 December 1973."
    )
    assert (told.status, codes(told)) == ("exists", [])
