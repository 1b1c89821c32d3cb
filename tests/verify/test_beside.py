"""A schedule of cases, or a sentence with words between name and number: a wrong number beside a right name is seen."""

import pytest
from word_samples import docx, paragraph

from briefs.documents import Paragraph
from briefs.verify.check.beside import in_cells

APART = [
    "See Liu v. Poland, 2022, no. 37610/19.",
    "See Liu v. Poland, decided in 2021 (no. 37610/19).",
    "See Liu v. Poland, judgment of the First Section, no. 37610/19.",
    "See Liu v. Poland, decided in 2022, no. 37610\u221519.",
]


@pytest.mark.parametrize("text", APART)
def test_a_name_is_not_fine_when_another_number_stands_beside_it(cited, text):
    (found,) = cited(text)
    assert found.status == "not_checked"
    assert "37610/19 stands beside the name and is not its number (37610/18)" in found.notes[-1].text


@pytest.mark.parametrize(
    "text",
    [
        "See Liu v. Poland, decided in 2022 (no. 37610/18).",
        "Liu v. Poland came from the case-file at 14/03, which says nothing of it.",
        "Liu v. Poland: what is on p. 14/03 of the file is another matter.",
    ],
)
def test_its_own_number_and_figures_that_are_none_change_nothing(cited, text):
    assert [one.status for one in cited(text)] == ["exists"]


def test_the_number_of_the_next_citation_is_not_held_against_it(cited):
    first, second = cited("Liu v. Poland and Saadi v. Italy [GC], no. 37201/06, 28 February 2008.")
    assert (first.status, second.status) == ("exists", "exists")


def row(*cells):
    return f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in cells)}</w:tr>"


def test_a_row_of_a_table_is_read_across_its_cells(cited):
    rows = row("Liu v. Poland", "37610/19", "6 October 2021") + row("Saadi v. Italy", "37201/06", "28 February 2008")
    wrong, right = cited(docx(f"<w:tbl>{rows}</w:tbl>"), "schedule.docx")[:2]
    assert (wrong.status, right.status) == ("not_checked", "exists")
    assert right.checks["number"] == "agrees"


def test_only_the_cells_just_before_a_number_are_its_row():
    texts = ["A long paragraph of argument, " * 9, "Liu v. Poland", "First Section", "no. 37610/19", "Saadi v. Italy"]
    paragraphs = [Paragraph("body", n, text) for n, text in enumerate(texts)]
    cells = in_cells(paragraphs)
    assert [cells.get(id(one)) for one in paragraphs] == [None, "37610/19", "37610/19", None, None]


def test_the_day_in_a_row_is_compared_where_it_can_only_be_a_slip(cited):
    rows = [("Liu v. Poland", "37610/18", "06/10/2021"), ("Saadi v. Italy", "37201/06", "28 February 2008")]
    rows += [("Chahal v. the United Kingdom", "22414/93", "27 June 1995")]  # the day of something else, perhaps
    found = cited(docx(f"<w:tbl>{''.join(row(*cells) for cells in rows)}</w:tbl>"), "schedule.docx")
    slip, right, other = (c for c in found if c.kind == "case")
    assert (slip.status, [note.code for note in slip.notes]) == ("not_checked", ["day_apart"])
    assert slip.notes[0].text.startswith(
        "6 October 2021 stands in the same row, and the case was decided on 6 October 2022"
    )
    assert (right.status, right.checks["date"]) == ("exists", "agrees")
    assert (other.status, "day_apart" in [note.code for note in other.notes]) == ("exists", False)
