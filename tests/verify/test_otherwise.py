"""Numbers and dates as nobody writes them, days that stand elsewhere, and what stands behind a name and cannot be read:
read and compared, or told; never passed over in silence."""

import pytest

from briefs.verify.show.sections import section_of


def codes(found):
    return [fault.code for fault in found.problems]


def notes(found):
    return [note.code for note in found.notes]


WRONG = [
    # the number with a dash or a blank in it: the day behind it is read all the same
    ("See Saadi v. Italy [GC], no. 37201-06, 28 February 2009.", "wrong_date"),
    ("See Saadi v. Italy [GC], no. 37 201/06, 28 February 2009.", "wrong_date"),
    ("See Saadi v. Italy [GC], no. 37210-06, 28 February 2008.", "wrong_number"),
    ("See Saadi v. Italy [GC], no. 37210/2006, 28 February 2008.", "wrong_number"),
    # days
    ("See Saadi v. Italy [GC], no. 37201/06, 28 Febuary 2009.", "wrong_date"),
    ("See Saadi v. Italy [GC], no. 37201/06, Febuary 28, 2009.", "wrong_date"),
    ("See Saadi v. Italy [GC], no. 37201/06, 28.II.2009.", "wrong_date"),
    ("See Liu v. Poland, no. 37610/18, 06-Oct-2021.", "wrong_date"),
    ("See Liu v. Poland, no. 37610/18, 6 Oct. '21.", "wrong_date"),
    ("See Liu v. Poland, no. 37610/18, sixth of October 2021.", "wrong_date"),
    ("See Liu v. Poland, no. 37610/18, October 2021.", "wrong_date"),
    ("See Liu v. Poland, no. 37610/18, judgment of September 2022.", "wrong_date"),
    ("See Saadi v. Italy [GC], no. 37201/06, 28/2/09.", "wrong_date"),
    ("See Saadi v. Italy [GC], no. 37201/06, 28.02.09.", "wrong_date"),
    ("See Saadi v. Italy [GC], no. 37201/06, 28 02 2009.", "wrong_date"),
    ("See Saadi v. Italy [GC], no. 37201/06, dated 28 Feb 09.", "wrong_date"),
    ("See Saadi v. Italy [GC], no. 37201/06, 28th day of February 2009.", "wrong_date"),
    ("See Saadi v. Italy [GC], no. 37201/06, handed down on 28 February 2009.", "wrong_date"),
    ("See Saadi v. Italy [GC], no. 37201/06, 20090228.", "wrong_date"),
    ("See Saadi v. Italy [GC], no. 37201/06, 2009.", "wrong_date"),
    ("See Saadi v. Italy [GC], no. 372l0/06, 28 February 2008.", "wrong_number"),
    ("See Saadi v. Italy [GC], appl.no. 37210/06, 28 February 2008.", "wrong_number"),
    # the title page, a row of a table
    ("See Liu v. Poland, ECtHR, Judgment, Strasbourg, 6 October 2021, no. 37610/18.", "wrong_date"),
    ("Case of Saadi v. Italy (Application no. 37201/06), Judgment, Strasbourg, 28 February 2009.", "wrong_date"),
    ("| Liu v. Poland | 37610/18 | 06/10/2021 |", "wrong_date"),
    ("| Liu v. Poland | 37610/19 | 6 October 2022 |", "wrong_number"),
    ("See Saadi v. Italy, HUDOC 001-85277, no. 37201/60.", "wrong_number"),
    # years
    ("The Court's 2015 judgment in Liu v. Poland is directly in point.", "wrong_date"),
    ("See Soering v. United Kingdom, 161 Eur. Ct. H.R. (ser. A) (1988).", "wrong_date"),
    ("See Saadi -v- Italy (37201/06) [2009] ECHR 179.", "wrong_date"),
    # the day before the number, and the parties in brackets behind it
    ("EGMR, Urteil vom 18. Januar 2012, Nr. 8139/09 (Othman ./. Vereinigtes Königreich).", "wrong_date"),
    ("EHRM 13 december 2015, nr. 41738/10 (Paposhvili t. België).", "wrong_date"),
    ("EHRM 28 februari 2009, nr. 37201/06 (Saadi t. Italië).", "wrong_date"),
]
RIGHT = [
    "See Saadi v. Italy [GC], no. 37201/06, 28.II.2008.",
    "See Liu v. Poland, no. 37610/18, 06-Oct-2022.",
    "See Liu v. Poland, no. 37610/18, 6 Oct. '22.",
    "See Liu v. Poland, no. 37610/18, the sixth of October 2022.",
    "See Liu v. Poland, no. 37610/18, October 2022.",
    "See Saadi v. Italy [GC], no. 37201/06, 28.02.08.",
    "See Liu v. Poland, no. 37610/18, 6/10/22.",
    "See Liu v. Poland, no. 37610/18, 10/6/22.",
    "See Saadi v. Italy [GC], no. 37201/06, 2/28/08.",
    "See Saadi v. Italy [GC], no. 37201/06, 2008.",
    "See Saadi v. Italy [GC], no. 37201/06, 2009 being the year in which it was printed.",
    "See Saadi v. Italy [GC], no. 37201/06, 2009, 2010 and 2011 being the years of the appeal.",
    "See Saadi v. Italy [GC], no. 37201/06, 12.5.09 being the page of the bundle.",
    "See Liu v. Poland, no. 37610/18. October 2021 was the month of the hearing.",
    "See Liu v. Poland, no. 37610/18, October 2021 being the month of the hearing.",
    "| Liu v. Poland | 37610/18 | 06/10/2022 |",
    "See Saadi v. Italy [GC], HUDOC 001-85277, no. 37201/06.",
    "The Court's 2022 judgment in Liu v. Poland is directly in point.",
    "See Soering v. United Kingdom, 161 Eur. Ct. H.R. (ser. A) (1989).",
    "See Saadi -v- Italy (37201/06) [2008] ECHR 179.",
    "EGMR, Urteil vom 17. Januar 2012, Nr. 8139/09 (Othman ./. Vereinigtes Königreich).",
    "EHRM 13 december 2016, nr. 41738/10 (Paposhvili t. België).",
]


@pytest.mark.parametrize(("text", "code"), WRONG)
def test_a_wrong_number_or_day_is_told_however_it_is_written(only, text, code):
    found = only(text)
    assert (found.status, codes(found)) == ("mismatch", [code])


@pytest.mark.parametrize("text", RIGHT)
def test_the_right_number_and_day_are_fine_however_they_are_written(only, text):
    found = only(text)
    assert (found.status, codes(found), "unread" in notes(found)) == ("exists", [], False)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("See Saadi v. Italy [GC], no. 37201-06, 28 February 2008.", "no. 37201/06"),
        ("See Saadi v. Italy [GC], no. 37201/2006, 28 February 2008.", "no. 37201/06"),
        ("See Saadi v. Italy [GC], no. 3720l/06, 28 February 2008.", "no. 37201/06"),
        ("See Saadi v. Italy [GC], application 37201.06, 28 February 2008.", "no. 37201/06"),
        ("See Saadi v. Italy [GC], no. 37201/06, 28 Febuary 2008.", "28 February 2008"),
    ],
)
def test_what_nobody_writes_so_is_read_and_the_reader_is_told_how(only, text, read):
    found = only(text)
    assert (found.status, notes(found), section_of(found)) == ("exists", ["read_as"], "beware")
    assert f"was read as “{read}”: write it so." in found.notes[0].text


def test_nobody_is_told_to_write_what_is_wrong(only):
    found = only("See Saadi v. Italy [GC], no. 37201/06, 28 Febuary 2009.")
    assert [note.text for note in found.notes] == ["“28 Febuary 2009” was read as “28 February 2009”."]


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("See Saadi v. Italy [GC], no. 37201/6.", "no. 37201/6"),
        ("See Saadi v. Italy [GC], no. 37201, 28 February 2008.", "no. 37201"),
        ("See Saadi v. Italy [GC], no. 37201/06, 28 Xyz 2008.", "28 Xyz 2008"),
        (
            "See Saadi v. Italy [GC], no. 37201/06, 28 February two thousand and eight.",
            "28 February two thousand and eight",
        ),
    ],
)
def test_what_looks_like_a_number_or_a_day_and_cannot_be_read_is_not_passed_over_in_silence(only, text, unread):
    found = only(text)
    assert (found.status, notes(found), section_of(found)) == ("exists", ["unread"], "beware")
    assert found.notes[0].text.startswith(f"“{unread}” was not read and not checked.")


@pytest.mark.parametrize(
    "text",
    [
        "See Saadi v. Italy [GC], no. 37201/06, 12 judges of 17 in 2008 agreeing.",
        "See Liu v. Poland, no. 37610/18, 140 pages in all, 2022.",
        "See Lai v. Canada (Citizenship and Immigration), 2007 FC 361.",
        "See Agiza v. Sweden, CAT/C/34/D/233/2003, 20 May 2005.",
        "See Agiza v. Sweden, no. 233/2003, 20 May 2005.",
    ],
)
def test_other_numbers_behind_a_case_are_no_unread_days(only, text):
    found = only(text)
    assert (found.status, codes(found)) == ("exists", [])
    assert not {"unread", "read_as"} & set(notes(found))


def test_the_year_beside_a_short_form_is_that_of_the_case(cited):
    full = "See Chahal v. the United Kingdom, no. 22414/93, 15 November 1996. As was held in Chahal ({}), it is so."
    assert [codes(c) for c in cited(full.format("1995"))] == [[], ["wrong_date"]]
    assert [codes(c) for c in cited(full.format("1996"))] == [[], []]
    once = "See Chahal v. the United Kingdom, no. 22414/93, 15 November 1995. As was held in Chahal (1995), it is so."
    assert [codes(c) for c in cited(once)] == [["wrong_date"], []]


def test_gc_is_not_asked_for_before_the_new_court_sat(only):
    for text in ("Murray v. the United Kingdom, 28 October 1994, Series A no. 300-A", "Chahal, 15 November 1996"):
        assert "grand_chamber" not in notes(only(f"See {text.replace('Chahal,', 'Chahal v. the United Kingdom,')}."))
    assert "grand_chamber" in notes(only("See Saadi v. Italy, no. 37201/06, 28 February 2008."))
