"""Numbered paragraphs: all of them, in order, none invented, in every form in which a judgment is downloaded."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judgment_samples import BODY, LAST, hudoc_docx, hudoc_html, hudoc_pdf, lines_of, numbered, views_docx

from briefs.confirming.lines import read_source
from briefs.confirming.numbered import numbered_paragraphs
from briefs.documents import open_document
from briefs.errors import DocumentError

FORMS = {
    "new.docx": hudoc_docx(),
    "old.docx": hudoc_docx(old=True),
    "judgment.html": hudoc_html(),
    "judgment.pdf": hudoc_pdf(),
    "judgment.txt": "\n".join(lines_of()).encode(),
}
TRUTH = {str(number): text for number, text in numbered() if number}


def paragraphs_of(data, name, folder):
    file = folder / name
    file.write_bytes(data)
    return numbered_paragraphs(read_source(open_document(file)))


@pytest.mark.parametrize("name", FORMS)
def test_every_numbered_paragraph_is_found_in_order_and_none_is_invented(name, tmp_path):
    found = paragraphs_of(FORMS[name], name, tmp_path)
    assert list(found) == [str(n) for n in range(1, LAST + 1)]
    for number, text in TRUTH.items():
        assert found[number].text.startswith(f"{number}. {text[:40]}"), number


@pytest.mark.parametrize("name", FORMS)
def test_the_text_of_a_paragraph_is_the_same_in_every_form(name, tmp_path):
    """A list and a quotation belong to their paragraph; headings, running heads and page numbers do not."""
    found = paragraphs_of(FORMS[name], name, tmp_path)
    assert found["2"].text.replace("“", '"') == (
        "2. The applicants were represented by a lawyer. They relied on three points: "
        "1. the first point; 2. the second point; 3. the third point."
    )
    assert found["6"].text.endswith("come from independent sources.")
    assert "JUDGMENT" not in " ".join(p.text for p in found.values())


def test_where_word_counts_a_typed_number_cannot_take_the_place_of_a_paragraph(tmp_path):
    found = paragraphs_of(FORMS["new.docx"], "new.docx", tmp_path)
    assert not any(p.ambiguous for p in found.values())
    assert found["3"].text.startswith("3. The general situation")


def test_a_number_that_two_passages_claim_is_marked(tmp_path):
    lines = ["1.  One.", "2.  Two.", "3.  An insertion.", "3.  Three.", "4.  Four."]
    found = paragraphs_of("\n".join(lines).encode(), "a.txt", tmp_path)
    assert [n for n, p in found.items() if p.ambiguous] == ["3"]


def test_a_missing_paragraph_ends_the_count(tmp_path):
    body = [part for part in BODY if "relevant law" not in part[0]]
    lines = [line for line in lines_of() if "relevant law" not in line]
    assert len(body) == len(BODY) - 1
    assert list(paragraphs_of("\n".join(lines).encode(), "a.txt", tmp_path)) == ["1", "2", "3"]


def test_views_of_the_committees_are_counted_in_two_levels(tmp_path):
    found = paragraphs_of(views_docx(), "views.docx", tmp_path)
    assert list(found) == ["1.1", "1.2", "2", "3.1", "3.2", "4.1", "4.2"]
    assert found["4.2"].text == "4.2 The risk is foreseeable, personal, present and real."


def test_what_word_counts_in_an_automatic_list_is_found_although_no_number_is_typed(tmp_path):
    found = paragraphs_of(views_docx(automatic=True), "co.docx", tmp_path)
    assert list(found) == ["1", "2", "3"]
    assert found["3"].text == "3. It is concerned."


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (["[1] The appeal.", "[2] The facts.", "[3] The law."], ["1", "2", "3"]),
        (["1 The request for a ruling.", "2 It was made in proceedings.", "44 years later."], ["1", "2"]),
        (["No numbers here.", "None there."], []),
        (["1. Alone."], []),
        ([], []),
    ],
)
def test_other_ways_of_numbering(lines, numbers, tmp_path):
    assert list(paragraphs_of("\n".join(lines).encode() or b" ", "a.txt", tmp_path)) == numbers


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=600) | st.text(alphabet="0123456789. []\n§AaZ", max_size=400).map(str.encode), st.data())
def test_any_bytes_are_read_or_refused(tmp_path_factory, data, draw):
    name = draw.draw(st.sampled_from(["a.docx", "a.pdf", "a.html", "a.txt"]))
    try:
        found = paragraphs_of(data, name, tmp_path_factory.getbasetemp())
    except DocumentError as refusal:
        said, found = [problem.line() for problem in refusal.problems], {}
    else:
        said = []
    assert not [line for line in said if "\n" in line]
    majors = [int(n.partition(".")[0]) for n in found]
    assert majors == sorted(majors)
    assert not majors or majors[0] == 1


@settings(max_examples=60, deadline=None)
@given(st.lists(st.booleans(), min_size=2, max_size=25), st.booleans(), st.data())
def test_whatever_the_order_of_headings_and_quotations_all_are_found(tmp_path_factory, counted, old, draw):
    words = st.sampled_from(["“7.  A quotation.”", "B.  A heading", "THE LAW", "1.  an item;", "Said the Court."])
    body = [("The Court notes this.", True) if yes else (draw.draw(words), False) for yes in counted]
    found = paragraphs_of(hudoc_docx(body, old=old), "a.docx", tmp_path_factory.getbasetemp())
    expected = sum(counted)
    if expected >= 2:
        assert list(found) == [str(n) for n in range(1, expected + 1)]
