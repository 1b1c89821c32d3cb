"""What is told of a quotation that is not word for word, of one that hides a 'not', and of words that are not the
Court's: so that a tired reader sees at once what to mend."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.documents.opening import document_of
from briefs.verify.check.verbatim import source_of
from briefs.verify.show.sections import section_of

LIU = "Liu v. Poland, no. 37610/18, § {}, 6 October 2022"
SOURCE = source_of(
    "liu.docx",
    [
        "1. The applicant was born in 1980 and came to the harbour by ship.",
        "2. The duty to disclose the letters of the harbour is not an absolute duty, and it never was in those years.",
        "3. The reasons of the harbour master do not affect the outcome of the case in any way at all.",
        "PARTLY DISSENTING OPINION OF JUDGE ZZYZEK",
        "1. I cannot share the view that the harbour was calm on that grey morning in May.",
        "4. The harbour was never calm.",
    ],
)


@pytest.fixture(scope="module")
def said(checker):
    with_source = replace(checker, sources={"echr/liu-v-poland-2022": SOURCE})

    def check(text, name="draft.txt"):
        return list(with_source.check(document_of(text.encode(), Path(name))).citations)[0]

    return check


@pytest.mark.parametrize(
    ("paragraph", "words", "told"),
    [
        (
            2,
            "the letters of the harbour is an absolute duty",
            "“not” is left out. liu.docx has “… of the harbour is not an",
        ),
        (3, "The reasons of the harbour master affect the outcome of the case", "“do not” is left out."),
        (3, "do not affect the whole outcome of the case in any way", "“whole” is added."),
        (2, "the letters of the lighthouse is not an absolute duty", "“lighthouse” stands for “harbour”."),
        (2, "nothing of all this was ever written by anybody", "these words do not stand in liu.docx."),
    ],
)
def test_what_differs_is_named_with_the_passage_of_the_source(said, paragraph, words, told):
    found = said(f"So in {LIU.format(paragraph)}, it is said that “{words}”.")
    assert [fault.code for fault in found.problems] == ["quote_altered"]
    assert found.problems[0].text.startswith(f"The quotation is not word for word: {told}")


@pytest.mark.parametrize("dots", ["…", "[…]", "[...]", "...", "[still]"])
def test_a_not_that_an_ellipsis_hides_is_told(said, dots):
    found = said(f"So in {LIU.format(2)}, “the letters of the harbour is {dots} an absolute duty”.")
    assert (found.status, found.problems, section_of(found)) == ("exists", [], "beware")
    told = next(note.text for note in found.notes if note.code == "left_out")
    assert told.startswith("The quotation leaves out “not”: liu.docx has “… the harbour is not an absolute duty …”.")


@pytest.mark.parametrize(
    "words",
    [
        "the letters of the harbour is [not] an absolute duty",  # put in again
        "The duty to disclose … of the harbour is not an absolute duty",  # what is left out denies nothing
        "The applicant was born in 1980 … The reasons of the harbour master do not affect",  # sentences apart
    ],
)
def test_an_ellipsis_that_hides_no_denial_is_not_told(said, words):
    found = said(f"So in {LIU.format(2)}, “{words}”.")
    assert "left_out" not in [note.code for note in found.notes]


def test_words_of_a_separate_opinion_are_not_the_courts(said):
    words = "“the view that the harbour was calm on that grey morning”"
    found = said(f"The Court held in {LIU.format(1)}, against {words}.")
    assert [fault.code for fault in found.problems] == ["wrong_pinpoint"]
    assert found.problems[0].text.startswith(
        "These words are not the Court's: they stand in a separate opinion (Partly Dissenting"
    )
    assert said(f"See {LIU.format(1)} (dissenting opinion of Judge Zzyzek, § 1: {words}).").problems == []
    assert SOURCE.length == 3


@pytest.mark.parametrize("name", ["draft.md", "draft.txt"])
def test_a_short_quotation_set_apart_as_a_paragraph_is_compared(said, name):
    mark = "> " if name.endswith("md") else ""
    wrong = said(f"So it says in {LIU.format(2)}:\n\n{mark}The harbour is an absolute duty\n", name)
    assert [fault.code for fault in wrong.problems] == ["quote_altered"]
    right = said(f"So it says in {LIU.format(2)}:\n\n{mark}The harbour is not an absolute duty\n", name)
    assert (right.problems, right.checks["quotation"]) == ([], "agrees")
    own = said(f"So it says in {LIU.format(2)}:\n\nWe ask for costs.\n", name)
    assert (own.problems, own.notes, own.checks["quotation"]) == ([], [], "not_checked")
