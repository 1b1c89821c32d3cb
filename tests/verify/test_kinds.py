"""'[GC]' and '(dec.)': a mark that the ruling of that day has not is a mismatch; '[GC]' left out is told, no more."""

import pytest


def codes(found):
    return [fault.code for fault in found.problems]


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        # The day is the judgment's own, or the volume of the reports, or their year.
        (
            "Kobets v. Ukraine (dec.), no. 16437/04, §§ 46-48, 14 February 2008",
            "Kobets v. Ukraine, no. 16437/04, §§ 46-48, 14 February 2008",
            "A judgment, not a decision: leave out '(dec.)'.",
        ),
        (
            "Bensaid v. the United Kingdom (dec.), no. 44599/98, ECHR 2001-I",
            "Bensaid v. the United Kingdom, no. 44599/98, ECHR 2001-I",
            "A judgment, not a decision: leave out '(dec.)'.",
        ),
        (
            "K.U. v. Finland (dec.), no. 2872/02, §§ 45-49, ECHR 2008",
            "K.U. v. Finland, no. 2872/02, §§ 45-49, ECHR 2008",
            "A judgment, not a decision: leave out '(dec.)'.",
        ),
        (
            "Saadi c. Italie (déc.) [GC], no 37201/06, 28 février 2008",
            "Saadi c. Italie [GC], no 37201/06, 28 février 2008",
            "A judgment, not a decision: leave out '(dec.)'.",
        ),
        (
            "Kulyk v. Ukraine [GC], no. 30760/06, § 83, 23 June 2016",
            "Kulyk v. Ukraine, no. 30760/06, § 83, 23 June 2016",
            "Not a ruling of the Grand Chamber: a Chamber gave it.",
        ),
        (
            "Keenan v. the United Kingdom [GC], no. 27229/95, ECHR 2001-III",
            "Keenan v. the United Kingdom, no. 27229/95, ECHR 2001-III",
            "Not a ruling of the Grand Chamber: a Chamber gave it.",
        ),
        (
            "Abdi Mohammed v. the Netherlands, no. 2738/11, 4 December 2012",
            "Abdi Mohammed v. the Netherlands (dec.), no. 2738/11, 4 December 2012",
            "A decision, not a judgment: write '(dec.)'.",
        ),
        (
            "Papon v. France (no. 1), no. 64666/01, ECHR 2001-VI",
            "Papon v. France (no. 1) (dec.), no. 64666/01, ECHR 2001-VI",
            "A decision, not a judgment: write '(dec.)'.",
        ),
    ],
)
def test_a_mark_that_the_ruling_of_that_day_has_not_is_told_with_the_right_form(only, wrong, right, said):
    found = only(f"See {wrong}.")
    assert (found.status, codes(found), [p.text for p in found.problems]) == ("mismatch", ["wrong_court"], [said])
    assert "(dec.)" in found.right_form if "write" in said else "(dec.)" not in found.right_form
    good = only(f"See {right}.")
    assert (good.status, codes(good)) == ("exists", [])


def test_the_commission_had_no_grand_chamber(only):
    cited = "Tanko v. Finland{}, no. 23634/94, Commission decision of 19 May 1994, Decisions and Reports 77-A, p. 133"
    assert [p.text for p in only(f"See {cited.format(' [GC]')}.").problems] == [
        "The Commission gave this ruling, not the Grand Chamber: leave out '[GC]'."
    ]
    assert codes(only(f"See {cited.format('')}.")) == []


@pytest.mark.parametrize(
    "text",
    [
        # The Court itself forgets '[GC]'.
        "McElhinney v. Ireland, no. 31253/96, 21 November 2001",
        "Al-Skeini and Others v. the United Kingdom, no. 55721/07, § 166, ECHR 2011",
    ],
)
def test_a_grand_chamber_that_is_left_out_is_only_told(only, text):
    found = only(f"See {text}.")
    assert (found.status, codes(found)) == ("exists", [])
    assert "grand_chamber" in [note.code for note in found.notes]


@pytest.mark.parametrize(
    "text",
    [
        # A decision of another day in the same case is another ruling, which nobody here knows.
        "See Bensaid v. the United Kingdom (dec.), no. 44599/98, 25 January 2000.",
        # Other styles have no such mark, and words may say what it was.
        "See Abdi Mohammed v the Netherlands App no 2738/11 (ECtHR, 4 December 2012).",
        "The Court declared such a complaint inadmissible in Abdi Mohammed v. the Netherlands, no. 2738/11, "
        "4 December 2012.",
        "In its decision in Abdi Mohammed v. the Netherlands, no. 2738/11, 4 December 2012, it did not follow them.",
        # One judgment alone cites it: what it leaves out may be its own slip.
        "See Dedovskiy and Others v. Russia (dec.), no. 7178/03, § 101, 15 May 2008.",
        "See Dedovskiy and Others v. Russia [GC], no. 7178/03, § 101, 15 May 2008.",
        # A decision of the Grand Chamber bears both marks.
        "See Banković and Others v. Belgium and Others (dec.) [GC], no. 52207/99, § 66, ECHR 2001-XII.",
    ],
)
def test_nobody_is_blamed_for_a_mark_that_nothing_decides(only, text):
    assert codes(only(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Evans v. the United Kingdom [GC], no. 6339/05, § 71, ECHR 2007-IV",
        "Tysiąc v. Poland, no. 5410/03, § 107, ECHR 2007-IV",
    ],
)
def test_a_volume_that_the_court_itself_has_printed_too_is_nobodys_fault(only, text):
    found = only(f"See {text}.")
    assert (found.status, codes(found)) == ("exists", [])
    assert any(note.text.startswith("The Court has printed ECHR 2007-IV too") for note in found.notes)
    assert codes(only(f"See {text.replace('2007-IV', '2007-V')}.")) == ["wrong_reports_year"]
