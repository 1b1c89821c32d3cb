"""Joined numbers, bodies behind a comment, phases, days of documents: what belongs to one ruling and what does not."""

import pytest

ARANYOSI = "C-404/15 and C-659/15 PPU"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Cases C-404/15 and C-695/15 PPU Aranyosi, EU:C:2016:198.", "C-695/15 PPU"),
        ("C-405/15 and C-659/15 PPU, EU:C:2016:198.", "C-405/15"),
        ("Aranyosi and Wang, C-404/15 and C-812/20 PPU.", "C-812/20 PPU"),
    ],
)
def test_each_number_of_joined_cases_must_be_one_of_the_case(only, text, wrong):
    found = only(text)
    assert found.status == "mismatch"
    assert found.problems[0].text == f"The case is {ARANYOSI}, not {wrong}."


def test_two_cases_beside_each_other_are_two_citations(cited):
    first, second = cited("C-182/15 Petruhhin and C-191/16 Pisciotti say so.")
    assert (first.text, first.status) == ("C-182/15 Petruhhin", "exists")
    assert second.text.startswith("C-191/16 Pisciotti")
    assert only_exists(cited(f"See {ARANYOSI}, EU:C:2016:198."))


def only_exists(found):
    return [one.status for one in found] == ["exists"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("General Comment No. 4 of the Committee against Torture.", "exists"),
        ("General Comment No. 4 (2017) of the Committee on the Rights of the Child.", "not_in_library"),
        ("Committee on the Rights of the Child, General Comment No. 4.", "not_in_library"),
        ("General Comment No. 36, Committee against Torture.", "not_in_library"),
    ],
)
def test_a_comment_is_one_of_the_committee_named_before_or_behind_it(only, text, status):
    assert only(text).status == status


def test_the_day_of_the_merits_is_not_that_of_just_satisfaction(only):
    wrong = only("Fokas v. Turkey (just satisfaction), no. 31206/02, 29 September 2009.")
    assert [p.text for p in wrong.problems] == ["Decided on 1 October 2013, not 29 September 2009."]
    assert only("Fokas v. Turkey, no. 31206/02, 29 September 2009.").status == "exists"
    assert only("Fokas v. Turkey (just satisfaction), no. 31206/02, 1 October 2013.").status == "exists"


def test_views_may_be_cited_by_the_day_of_the_document_but_not_by_any_other(only):
    assert only("Ng v. Canada, CCPR/C/49/D/469/1991, 7 January 1994.").status == "exists"
    assert only("Chitat Ng v. Canada, Communication No. 469/1991, CCPR/C/49/D/469/1991 (1994).").status == "exists"
    assert only("Alzery v. Sweden, CCPR/C/88/D/1416/2005, 10 November 2006.").status == "exists"
    for day in ("5 November 1994", "5 October 1993", "15 November 1993"):
        assert only(f"Ng v. Canada, CCPR/C/49/D/469/1991, {day}.").status == "mismatch", day


@pytest.mark.parametrize("symbol", ["CEDAW/C/GC/31/Rev.1–CRC/C/GC/18/Rev.1", "CMW/C/GC/7–CERD/C/GC/38"])
def test_a_comment_of_two_committees_bears_both_symbols(only, symbol):
    assert only(f"See {symbol}.").status == "not_in_library"


def test_a_space_in_a_symbol_is_forgiven_and_half_a_joint_one_is_not(only):
    assert only("See CCPR/C/21/Rev.1/Add. 13.").status == "exists"
    assert only("See CMW/C/GC/7–CERD/C/D/x/38.").status == "malformed"


def test_a_recalled_day_that_the_report_contradicts_is_told(only):
    wrong = only("Hirsi Jamaa and Others v. Italy [GC], no. 27765/09, 23 February 2013.")
    assert [p.text for p in wrong.problems] == ["It is reported among the rulings of 2012, not of 2013."]


def test_a_ruling_of_a_day_to_come_is_told(only):
    wrong = only("Wiesel v. Spain, no. 54321/15, 1 May 2031.")
    assert [p.text for p in wrong.problems] == ["1 May 2031 is later than 1 June 2026, the day of this reading."]


def test_the_ruling_one_slip_away_is_the_likely_one(only):
    found = only("Zhihui Li, Supreme Court of Poland, 15 January 2020.")
    assert found.right_form.endswith("Supreme Court of Poland, 15 January 2021")


def test_the_day_before_a_number_or_behind_a_word_for_decision_is_that_of_the_case(only):
    assert only("As held in: 5 April 2016 - C-404/15, C-659/15 PPU.").status == "exists"
    assert only("As held in: 5 April 2018 - C-404/15, C-659/15 PPU.").status == "mismatch"
    known = "the decision of {} May 1975 concerning the case of Cyprus v. Turkey (nos. 6780/74 and 6950/75)"
    assert only(f"See {known.format(26)}.").status == "exists"
    assert only(f"See {known.format(28)}.").status == "not_in_library", "no ruling of that day is known"


def test_a_decision_of_the_grand_chamber_is_told_from_a_judgment(only):
    cited = "Duarte Agostinho and Others v. Portugal and 32 Others (dec.) [GC], no. 39371/20, 9 April 2024"
    assert (only(f"See {cited}.").status, only(f"See {cited}.").notes) == ("exists", [])
    (problem,) = only(f"See {cited.replace('2024', '2023')}.").problems
    assert problem.text == "Decided on 9 April 2024, not 9 April 2023."


@pytest.mark.parametrize(
    "written",
    [
        "Wemhoff v. Germany, 27 June 1968, § 8 [law part], Series A no. 7",
        'Zed et al. ("In vitro fertilization") v. Costa Rica, judgment of 28 November 2012 (Preliminary Objection, '
        "Merits, Reparations and Costs), Series C no. 257, § 314",
        "Committee against Torture, General comment No. 4 on the implementation of article 3 of the Convention in the "
        "context of article 22, 2017, CAT/C/GC/4, § 18",
    ],
)
def test_one_citation_with_all_its_parts_is_one_finding(cited, written):
    assert [c.text for c in cited(f"See {written}.") if c.kind != "treaty"] == [written]


def test_the_symbol_of_another_paper_is_no_end_of_a_general_comment(cited):
    text = "See General comment No. 4 of the Committee against Torture; the report said more, CAT/C/GC/3, § 18."
    assert len([c for c in cited(text) if c.kind != "treaty"]) == 2


@pytest.mark.parametrize("led", ["UN Doc.", "UN doc.", "U.N. Doc.", "U.N. doc.", "United Nations document"])
def test_a_communication_and_the_symbol_of_its_views_are_one_citation(only, led):
    found = only(f"CAT, X. v. Kazakhstan, communication No. 554/2013, {led} CAT/C/55/D/554/2013.")
    assert (found.status, found.authority) == ("exists", "un-cat/cat-x-v-kazakhstan-2015")
    wrong = only(f"CAT, X. v. Kazakhstan, communication No. 554/2013, {led} CAT/C/55/D/545/2013.")
    assert wrong.status == "mismatch"
