"""Printed pages: what a PDF tears apart is read as it was written: notes, running heads, lists, columns."""

from pathlib import Path

import pytest
from pdf_samples import printed, set_down

from briefs.documents import open_document
from briefs.documents.opening import document_of

HEAD = [("REGNER v. THE CZECH REPUBLIC JUDGMENT", 150, 800, 9)]
FULL = "The Court has said so many times, and the parties agree that it is the law of the Convention"


@pytest.fixture
def cited(checker, tmp_path):
    def check(*pages):
        file = tmp_path / "a.pdf"
        file.write_bytes(printed(pages))
        report = checker.check(open_document(file))
        return [(" ".join(c.text.split()), c.status, c.page) for c in report.citations]

    return check


def note(number, text, y):
    return [(number, 72, y + 4, 6), (text, 76, y, 10)]


def test_a_citation_that_is_parted_by_the_notes_at_the_foot_is_read_whole(cited):
    text = set_down([FULL, FULL, "of Human Rights; it was said anew, with the same reasons, in Saadi v. Italy [GC],"])
    notes = note("7", "See Soering v. the United Kingdom, no. 14038/88, § 91.", 90)
    following = HEAD + set_down(["no. 37201/06, § 125, ECHR 2008. That is settled.", FULL])
    assert cited([*HEAD, *text, *notes], following) == [
        ("Saadi v. Italy [GC], no. 37201/06, § 125, ECHR 2008", "exists", 1),
        ("Soering v. the United Kingdom, no. 14038/88, § 91", "exists", 1),
    ]


def test_the_number_of_a_note_joins_neither_a_name_nor_a_paragraph(cited):
    calls = [("The leading case is Saadi v. Italy", 72, 760, 12), ("12", 245, 765, 7), (" of 2008.", 253, 760, 12)]
    notes = note("12", "See Saadi v. Italy [GC], no. 37201/06, § 125.", 90) + note(
        "13", "Liu v. Poland, no. 37610/18.", 78
    )
    found = cited([*calls, *set_down([FULL, FULL], 746), *notes])
    assert [text for text, *_ in found] == [
        "Saadi v. Italy",
        "Saadi v. Italy [GC], no. 37201/06, § 125",
        "Liu v. Poland, no. 37610/18",
    ]


def test_a_note_that_runs_over_the_page_is_read_whole(cited):
    text = set_down([FULL, FULL, "of Human Rights."])
    first = note("4", "See Saadi v. Italy [GC], no. 37201/06, § 125; and Liu v. Poland, no. 37610/18, 6 October", 78)
    second = [("2022.", 72, 102, 10), *note("5", "Soering v. the United Kingdom, no. 14038/88.", 90)]
    found = cited([*HEAD, *text, *first], [*HEAD, *set_down(["It goes on.", FULL]), *second])
    assert [text for text, *_ in found] == [
        "Saadi v. Italy [GC], no. 37201/06, § 125",
        "Liu v. Poland, no. 37610/18, 6 October 2022",
        "Soering v. the United Kingdom, no. 14038/88",
    ]


def test_a_running_head_stands_in_no_citation_that_goes_over_the_page(cited):
    text = set_down([FULL, FULL, "of Human Rights. It has been said again in the case of Saadi v."])
    following = HEAD + set_down(["Italy [GC], no. 37201/06, § 125. That is settled.", FULL])
    assert cited([*HEAD, *text], following) == [("Saadi v. Italy [GC], no. 37201/06, § 125", "exists", 1)]


def test_entries_of_a_list_are_not_read_as_one_citation(cited):
    """No line is full: each is an entry. Glued together, the symbols were one that no committee has given."""
    entries = ["CAT/C/34/D/233/2003", "Communication No. 233/2003", "CCPR/C/112/D/1989/2010", "CAT/C/34/Add.18"]
    found = [text for text, *_ in cited(set_down([FULL, FULL, FULL, "of Human Rights.", *entries]))]
    assert found == entries


def test_a_citation_in_a_narrow_cell_is_not_taken_for_a_list(cited):
    left = set_down(["Article 3 of the Convention", "was at issue."], 718)
    right = set_down(
        ["McCann and Others v. the United", "Kingdom [GC], 27 September 1995,", "Series A no. 324"], 718, x=297
    )
    found = cited([*set_down([FULL, FULL, FULL]), *left, *right])
    assert ("McCann and Others v. the United Kingdom [GC], 27 September 1995, Series A no. 324", "exists", 1) in found


def test_two_cells_of_one_row_are_two(cited):
    row = [("CAT/C/34/D/233/2003", 72, 718, 12), (" ", 297, 718, 12), ("CCPR/C/112/D/1989/2010", 297, 718, 12)]
    assert len(cited([*set_down([FULL, FULL, FULL]), *row])) == 2


@pytest.mark.parametrize(
    ("end", "beginning", "whole"),
    [
        ("see Saadi v. Italy [GC], no. 37201/06, §§ 124-", "25, ECHR 2008, and more.", "§§ 124-25, ECHR 2008"),
        ("see A. v. the United Kingdom, 23 September 1998, § 22, Reports 1998-", "VI, and more.", "Reports 1998-VI"),
        ("see the judg-", "ment in Saadi v. Italy [GC], no. 37201/06.", "Saadi v. Italy [GC], no. 37201/06"),
        ("see the judgment of the Court in Al-", "Skeini and Others v. the United Kingdom [GC], no. 55721/07.",
         "Al-Skeini and Others v. the United Kingdom [GC], no. 55721/07"),
    ],
)  # fmt: skip
def test_a_hyphen_at_the_end_of_a_line_breaks_no_name_and_no_number(checker, tmp_path, end, beginning, whole):
    file = tmp_path / "a.pdf"
    file.write_bytes(printed([set_down([FULL, end, beginning])]))
    (citation,) = checker.check(open_document(file)).citations
    assert citation.status == "exists"
    assert "".join(citation.text.split()).endswith("".join(whole.split()))


def test_a_short_name_before_the_full_citation_is_known_in_a_pdf_as_in_word(cited):
    pages = [set_down(["In Soering the Court held that extradition may raise an issue.", FULL]), set_down([
        "See Soering v. the United Kingdom, no. 14038/88, § 91.", FULL])]  # fmt: skip
    assert ("Soering", "exists", 1) in cited(*pages)


def test_a_short_name_in_italics_is_one_in_a_pdf_too(cited):
    page = [
        *set_down([FULL, "See Liu v. Poland, no. 37610/18."]),
        ("The reasons of ", 72, 718, 12),
        ("Liu", 150, 718, 12, True),
        (" apply here with the same force.", 166, 718, 12),
    ]
    assert [text for text, *_ in cited(page)] == ["Liu v. Poland, no. 37610/18", "Liu"]


def test_what_looks_like_a_running_head_but_stands_once_is_text(cited):
    first = set_down(["See Saadi v. Italy [GC], no. 37201/06.", FULL])
    assert len(cited(first, set_down(["Nothing is cited here.", FULL]))) == 1


@pytest.fixture
def remarks(checker, tmp_path):
    def check(*pages):
        file = tmp_path / "a.pdf"
        file.write_bytes(printed(pages))
        return checker.check(open_document(file)).remarks

    return check


def test_pages_that_hold_a_stamp_and_a_number_only_are_said_to_hold_no_text(remarks):
    stamp = [("BUNDLE-SMITH", 72, 30, 8)]
    scans = [[*stamp, (f"{n}", 500, 16, 8)] for n in range(2, 5)]
    (said,) = remarks([*set_down(["See Saadi v. Italy [GC], no. 37201/06.", FULL]), *stamp], *scans)
    assert said.startswith("3 of 4 pages hold no text (scans?): nothing on them was checked.")


def test_letters_that_make_no_words_are_told(remarks):
    """A font that does not say which letters it shows: 'Wkh Frxuw' stands for 'The Court'."""
    words = (
        "Extradition may engage the responsibility of a Contracting State where substantial grounds",
        "have been shown for believing that the person concerned faces torture or inhuman treatment",
        "The establishment of such responsibility inevitably involves an assessment of conditions",
        "abroad against standards which Article three lays down; nothing was adjudicated before",
        "the applicant was surrendered, and diplomatic assurances by themselves cannot be sufficient",
    )
    noise = ["".join(chr((ord(c) - 62) % 26 + 65) if c.isalpha() else c for c in line.upper()) for line in words]
    (said,) = remarks(set_down([FULL] * 6), set_down(noise))
    assert said.startswith("The letters on page 2 come to no words")
    assert "OCR" in said


@pytest.mark.parametrize(
    "line", ["CAT/C/34/D/233/2003, CCPR/C/112/D/1989/2010", "Guido Raimondi, President, Vít Schorm"]
)
def test_a_list_of_symbols_or_a_short_list_of_names_is_not_called_noise(remarks, line):
    assert remarks(set_down([FULL] * 6), set_down([line] * 40)) == []


def test_a_windows_text_is_read_as_any_other_and_a_guess_is_told(checker):
    text = "The risk is plain (see Saadi v.\r\nItaly [GC],\r\nno. 37201/06, § 125).\r\n\r\nSee Kudła v. Poland.\r\n"
    report = checker.check(document_of(text.encode(), Path("a.txt")))
    assert [(c.status, c.line) for c in report.citations] == [("exists", 1), ("exists", 5)]
    assert report.remarks == []
    (said,) = checker.check(document_of(text.encode("cp1250"), Path("a.txt"))).remarks
    assert "not in UTF-8" in said


def test_a_row_that_runs_over_the_page_mixes_no_two_cells(cited):
    """Left and right cell end on the next page: joined as they stand, one case got the number of the other."""
    left = set_down(["Soering v. the United Kingdom,"], 130)
    right = set_down(["Saadi v. Italy [GC],"], 130, x=297)
    rest = set_down(["no. 14038/88, § 91."], 760) + set_down(["no. 37201/06, § 125."], 760, x=297)
    text = set_down([FULL] * 40)
    found = cited([*HEAD, *text, *left, *right], [*HEAD, *rest, *set_down([FULL], 700)])
    assert "mismatch" not in [status for _, status, _ in found]
