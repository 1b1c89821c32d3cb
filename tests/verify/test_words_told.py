"""What is said of a fault is said so that a tired caseworker at midnight knows what is wrong and what to do."""

from pathlib import Path

import pytest
from word_samples import docx, note_call, paragraph, run

from briefs.documents.opening import document_of
from briefs.verify.show.terminal import terminal_lines
from briefs.verify.show.wording import beside, from_one

TOLD = [
    ("See Liu v. Poland, no. 37610/18, 31 February 2022.", "There is no 31 February 2022: that month has no such day."),
    ("See Liu v. Poland, no. 37610/18, 2022-13-06.", "There is no such date: no year has a month 13 (day 6, 2022)."),
    ("See Liu v. Poland, no. 37601/18, 6 October 2022.", "The number is 37610/18, not 37601/18."),
    ("See Saadi v. Italy [GC], no. 99999/06, 28 February 2008.", "The number is 37201/06, not 99999/06."),
    (
        "Tribunal Constitucional, EXP. N.° 02278-2010-PHC/TC, 24 May 2011.",
        "This ruling was superseded by Wong Ho Wing (habeas corpus contra la Resolución Suprema de extradición) in "
        "2016.",
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_a_problem_says_what_is_right(only, text, told):
    found = only(text)
    assert found.problems[0].text.startswith(told), found.problems[0].text
    assert "(primary)" not in found.problems[0].text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "See Dedovskiy and Others v. Russia (dec.), no. 7178/03, § 101, 15 May 2008.",
            "“(dec.)” could not be checked: the one judgment that cites this case does not write it. Look at the first "
            "page of the ruling.",
        ),
        (
            "See Campbell v. the United Kingdom [GC], no. 13590/88, 25 March 1992.",
            "“[GC]” could not be checked: lists of that time do not tell the Grand Chamber from a Chamber. Look at the "
            "first page of the ruling.",
        ),
    ],
)
def test_a_mark_that_could_not_be_checked_says_where_to_look(only, text, told):
    found = only(text)
    assert (found.status, found.problems) == ("exists", [])
    assert told in [note.text for note in found.notes]


def test_what_is_known_from_one_judgment_is_said_once_and_not_under_each(checker):
    weak = "Kadzoev v. Bulgaria (dec.), no. 56437/07, § 7, 1 October 2013"
    text = f"See {weak}. See Liu v. Poland, no. 37610/18, 6 October 2022."
    report = checker.check(document_of(text.encode(), Path("draft.txt")))
    assert from_one(report).startswith("1 of these is known because one judgment of the Court cites the same ruling")
    lines = list(terminal_lines(report, True))
    assert not [line for line in lines if "Known from one judgment" in line]
    assert len([line for line in lines if "1 of these is known" in line]) == 1
    sure = checker.check(document_of(b"See Liu v. Poland, no. 37610/18, 6 October 2022.", Path("draft.txt")))
    assert from_one(sure) == ""


def test_the_place_in_a_note_is_not_told_by_the_word_see(cited):
    note = paragraph("See Liu v. Poland, no. 37601/18, 6 October 2022, which the Court confirmed later.")
    found = cited(docx(paragraph("It is so.", note_call("footnote", 2)), footnotes=[note]), "draft.docx")
    assert beside(found[0]).startswith("before “which the Court confirmed")
    told = cited(docx(paragraph(run("As the Court said in Liu v. Poland, no. 37601/18, it is so."))), "draft.docx")
    assert beside(told[0]) == "after “As the Court said in”"
