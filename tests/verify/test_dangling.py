"""Short forms that point above, to a case that stands nowhere: an invention must not pass because it is short."""

import pytest

FULL = "See Klein v. Russia, no. 24268/08, 1 April 2010. "


@pytest.mark.parametrize(
    "text",
    [
        "Karakhanov (n 12) confirms this.",
        "See Karakhanov (n 12) [55], which is to the same effect.",
        "Karakhanov (fn 12), § 55, is to the same effect.",
        "The above-cited Karakhanov case confirms this.",
        "The above-mentioned Karakhanov and Others judgment confirms this.",
    ],
)
def test_a_short_form_that_points_to_nothing_is_found_and_said_to_be_unchecked(cited, text):
    *_, found = cited(FULL + text)
    assert found.text.startswith("Karakhanov")
    assert (found.status, [note.code for note in found.notes]) == ("not_checked", ["nothing_above"])


def test_a_list_with_its_paragraphs_that_is_cited_above_and_is_not(cited):
    found = cited(
        "It is so (see, for example, Xandrov and Bekir Xandrov, §§ 104-105, and Yeliz Genç, § 73, both cited above)."
    )
    assert [c.text for c in found] == ["Xandrov and Bekir Xandrov, §§ 104-105", "Yeliz Genç, § 73"]
    assert {(c.status, c.notes[0].code) for c in found} == {("not_checked", "nothing_above")}


def test_what_is_cited_above_is_no_pointer_to_nothing(cited):
    text = (
        FULL
        + "Klein (n 12) confirms this. The above-cited Klein case is clear. See Klein, § 55, and Klein, § 56, both "
    )
    found = cited(text + "cited above.")
    assert {c.authority for c in found} == {"echr/klein-v-russia-2010"}
    assert "nothing_above" not in [note.code for c in found for note in c.notes]


@pytest.mark.parametrize(
    "text",
    [
        "Books such as Smith (n 12) 45 say so.",
        "Smith (n 12) argues that the practice has changed.",
        "The above-mentioned Supreme Court judgment says so.",
        "The above-cited Human Rights Act case file was lost.",
        "Guidelines, § 4, and Report, § 7, both cited above.",
        "He met Karakhanov (no 12 in the list) at noon.",
    ],
)
def test_books_and_papers_are_no_short_forms_of_cases(cited, text):
    assert [c.text for c in cited(text) if c.kind != "treaty"] == []
