"""PDF files: citations that run over a page, the pages of a table of authorities, damaged files."""

import os
import random

import pytest
from pdf_samples import pdf
from six_cases import situation
from word_samples import docx, odt, paragraph

from briefs.build import Options, build
from briefs.documents import open_document
from briefs.documents.pdf import carried
from briefs.errors import DocumentError
from briefs.render.pages import available, lay_out
from briefs.verify.check.table import PageWatch
from briefs.verify.laid import check_pages


@pytest.fixture
def read(checker, tmp_path):
    def check(pages):
        file = tmp_path / "a.pdf"
        file.write_bytes(pdf(pages))
        return checker.check(open_document(file))

    return check


@pytest.mark.parametrize(
    ("end", "beginning", "whole"),
    [
        ("The risk is plain (see Saadi v. Italy [GC],", "no. 37201/06, § 125, ECHR 2008).", "ECHR 2008"),
        ("The risk is plain: Liu v.", "Poland, no. 37610/18, § 83. It goes on.", "§ 83"),
        ("See also Soering v. the United Kingdom, no. 14038/", "88, § 91. It goes on.", "14038/88"),
    ],
)
@pytest.mark.parametrize("foot", [[], ["12"], ["- 12 -"]])
def test_a_citation_that_runs_over_a_page_is_read_once_and_whole(read, end, beginning, whole, foot):
    report = read([["Before.", end, *foot], [beginning, "After it."]])
    (citation,) = report.citations
    assert citation.status == "exists"
    assert whole in citation.text.replace("\n", "")
    assert citation.page == 1


def test_a_page_that_ends_with_its_sentence_is_left_alone():
    assert carried("Liu v. Poland stands.\n12", "No. 5 is another matter.") is None
    assert carried("I. THE FACTS", "The applicant lives. He works.") is None


TABLE = ["TABLE OF AUTHORITIES", "Liu v. Poland, no. 37610/18, 6 October 2022 ..... 2"]
TEXT = [["The risk is real: Liu v. Poland, no. 37610/18."], ["So is the duty: Saadi v. Italy [GC], no. 37201/06."]]


def told(report):
    return [(fault.code, fault.text) for fault in report.table_problems]


def test_a_wrong_page_in_a_table_of_authorities_is_told(read):
    good = read([[*TABLE, "Saadi v. Italy [GC], no. 37201/06 ..... 3"], *TEXT])
    assert told(good) == []
    ((code, text),) = told(read([[*TABLE, "Saadi v. Italy [GC], no. 37201/06 ..... 2"], *TEXT]))
    assert code == "wrong_page"
    assert "Saadi v. Italy" in text
    assert "the table says p. 2, the text has it on p. 3" in text


def test_a_table_that_begins_below_a_heading_does_not_swallow_the_text(read):
    report = read([["COVER"], [*TABLE, "I. THE FACTS", "Soering v. the United Kingdom, no. 14038/88, is cited here."]])
    assert [code for code, _ in told(report)] == ["not_in_text", "not_in_table"]


BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def drafted(page):
    heads = [paragraph("Table of authorities"), paragraph("Liu v. Poland, no. 37610/18", "<w:r><w:tab/></w:r>", page)]
    return docx("".join(heads) + BREAK + paragraph("See Liu v. Poland, no. 37610/18, § 83."))


def paged(checker, data, tmp_path, name="draft.docx"):
    file = tmp_path / name
    file.write_bytes(data)
    document = open_document(file)
    report = checker.check(document)
    check_pages(checker, document, report)
    return report


def test_without_libreoffice_the_pages_of_a_word_file_are_said_to_be_unchecked(checker, tmp_path, monkeypatch):
    monkeypatch.setattr("briefs.verify.laid.available", lambda: False)
    report = paged(checker, drafted("7"), tmp_path)
    assert told(report) == []
    assert report.remarks == [
        "The pages in the table of authorities were not checked: LibreOffice is not installed.",
    ]


@pytest.mark.parametrize(("page", "codes"), [("2", []), ("7", ["wrong_page"])])
def test_pages_of_a_word_file_are_those_of_libreoffice(checker, tmp_path, page, codes):
    assert available() or not os.environ.get("CI"), "LibreOffice is needed here: .ci/run installs it"
    saadi = "Saadi v. Italy [GC], no. 37201/06"
    heads = [paragraph("Table of authorities"), paragraph("Liu v. Poland, no. 37610/18", "<w:r><w:tab/></w:r>", page)]
    heads += [paragraph(saadi, "<w:r><w:tab/></w:r>", "3"), BREAK, paragraph("See Liu v. Poland, no. 37610/18, § 83.")]
    report = paged(checker, docx("".join(heads) + BREAK + paragraph(f"See {saadi}, § 125.")), tmp_path)
    assert [code for code, _ in told(report)] == (codes if available() else [])
    assert "Pages" in " ".join(report.remarks) or "not checked" in " ".join(report.remarks)


@pytest.mark.parametrize(("page", "codes"), [("1", []), ("7", ["wrong_page"])])
def test_pages_of_an_opendocument_file_are_checked_too(checker, tmp_path, page, codes):
    assert available() or not os.environ.get("CI"), "LibreOffice is needed here: .ci/run installs it"
    see = "See Liu v. Poland, no. 37610/18, § 83."
    lines = ("Table of authorities", f"Liu v. Poland, no. 37610/18<text:tab/>{page}", see)
    body = "".join(f"<text:p>{line}</text:p>" for line in lines)
    report = paged(checker, odt(body), tmp_path, "draft.odt")
    assert [code for code, _ in told(report)] == (codes if available() else [])
    assert not available() or "as LibreOffice breaks them" in " ".join(report.remarks)


def test_entries_and_mentions_of_an_opendocument_file_are_compared(checker, tmp_path):
    body = "".join(
        f"<text:p>{line}</text:p>"
        for line in ("Table of authorities", "Liu v. Poland, no. 37610/18", "I. Facts", "The duty is plain and it "
        "stands in Saadi v. Italy [GC], no. 37201/06, and nowhere else, as the parties agree in their observations.")
    )  # fmt: skip
    assert [code for code, _ in told(paged(checker, odt(body), tmp_path, "draft.odt"))] == [
        "not_in_text",
        "not_in_table",
    ]


SHORT = "Soering v. the United Kingdom, 7 July 1989, Series A no. 161 ..... {}"


def test_pages_are_counted_from_the_first_of_the_file_when_few_entries_could_say_otherwise(read):
    """Two wrong entries of three once made the file begin on page -1, and the right one wrong."""
    entries = ["Saadi v. Italy [GC], no. 37201/06 ..... 9", "Klein v. Russia, no. 24268/08 ..... 3"]
    text = [["See Saadi v. Italy [GC], no. 37201/06."], ["See Klein v. Russia, no. 24268/08."]]
    ((_, said),) = told(read([["TABLE OF AUTHORITIES", *entries], *text]))
    assert "the table says p. 9, the text has it on p. 2, counted from the first page of the file" in said


def test_front_matter_without_numbers_is_allowed_for_when_most_entries_agree(read):
    cases = ["Saadi v. Italy [GC], no. 37201/06", "Klein v. Russia, no. 24268/08", "Liu v. Poland, no. 37610/18"]
    cases.append("Soering v. the United Kingdom, no. 14038/88")
    text = [[f"See {case}."] for case in cases]
    table = ["TABLE OF AUTHORITIES", *(f"{case} ..... {n}" for n, case in enumerate(cases, 1))]
    assert told(read([["COVER"], table, *text])) == []
    table[-1] = table[-1].replace("..... 4", "..... 7")
    ((_, said),) = told(read([["COVER"], table, *text]))
    assert "the text has it on p. 4, where p. 1 is page 3 of the file" in said


def test_a_short_form_is_a_mention_and_a_page_without_a_stop_is_not_swallowed(read):
    """The table ends with 'passim', the next page begins with a heading."""
    trabelsi = "Trabelsi v. Belgium, no. 140/10, 4 September 2014"
    table = ["TABLE OF AUTHORITIES", SHORT.format(2), f"{trabelsi} passim"]
    report = read([table, ["Argument", f"See Soering, cited above, § 91, and {trabelsi}."]])
    assert told(report) == []
    assert report.remarks == []
    assert [c.page for c in report.citations] == [1, 1, 2, 2]


def test_a_page_number_that_runs_over_the_line_is_read(read):
    table = ["TABLE OF AUTHORITIES", "Saadi v. Italy [GC],", "no. 37201/06 ..... 2,", "3"]
    table += ["Liu v. Poland, no. 37610/18, 6 October 2022 .....", "2", "Klein v. Russia, no. 24268/08 ..... 3"]
    text = [
        ["Liu v. Poland, no. 37610/18; Saadi v. Italy [GC], no. 37201/06."],
        ["Saadi v. Italy [GC], no. 37201/06; Klein v. Russia, no. 24268/08."],
    ]
    assert told(read([table, *text])) == []


def test_what_is_moved_to_be_read_whole_keeps_its_page(read):
    report = read([["Before.", "The risk is plain (see Liu v."], ["Poland, no. 37610/18, and Saadi v. Italy [GC],"
                   " no. 37201/06)."]])  # fmt: skip
    assert [c.page for c in report.citations] == [1, 2]


def test_a_filing_of_our_own_as_a_pdf_ends_with_no_finding(checker, library, tmp_path):
    """As LibreOffice prints it, with the tables of contents and authorities that it has been given."""
    assert available() or not os.environ.get("CI"), "LibreOffice is needed here: .ci/run installs it"
    case = situation("poland-2024", library)
    made = build(case, Options(filings=("echr-rule39",), pages="none"))
    file = tmp_path / "filing.pdf"
    if available():
        file.write_bytes(lay_out([made.files["to-file/echr-rule39.docx"]])[0].pdf)
        report = checker.at(case.as_of).check(open_document(file))
        assert [(c.text, [p.text for p in c.problems]) for c in report.problems] == []
        assert told(report) == []
        assert sum(c.status == "exists" for c in report.citations) > 20


def outcome(checker, file):
    try:
        return " ".join(["read", *(c.status for c in checker.check(open_document(file)).citations)])
    except DocumentError as error:
        return str(error)


def test_a_damaged_pdf_is_read_or_refused_in_one_line(checker, tmp_path):
    whole, chance = pdf([[*TABLE], *TEXT]), random.Random(7)
    file = tmp_path / "damaged.pdf"
    for turn in range(120):
        data = bytearray(whole[: chance.randrange(40, len(whole))] if turn % 3 == 0 else whole)
        for _ in range(chance.randrange(1, 12)):
            data[chance.randrange(5, len(data))] = chance.randrange(256)
        file.write_bytes(data)
        said = outcome(checker, file)
        assert said.startswith("damaged.pdf") or set(said.split()) <= {"exists", "mismatch", "not_in_library", "read"}


TABLE_PAGE = (
    "TABLE OF AUTHORITIES\n\nGebremedhin [Gaberamadhien] v. France, no. 25389/05 ..... 2\n"
    "Nachova and Others v. Bulgaria [GC], nos. 43577/98 and 43579/98, §§ 110-113, ECHR 2005-VII .....\n\n15"
)


def test_the_last_entry_belongs_to_the_table_though_its_page_number_stands_below_a_blank_line():
    watch = PageWatch()
    first, last = watch.region(TABLE_PAGE)
    assert TABLE_PAGE[first:last].endswith("15")


def test_a_page_of_the_text_is_no_table_because_a_line_ends_with_a_paragraph():
    watch = PageWatch()
    watch.region(TABLE_PAGE)
    text = (
        "1. The point is settled by J.K. v. Sweden [GC], no. 59166/12, 23 August 2016, §§ 99\nand 102, without dispute."
    )
    assert watch.region(text) == (0, 0)


def test_a_known_name_behind_the_page_number_of_the_entry_above_is_read_whole(cited):
    lines = "Udeh v. Switzerland, no. 12020/09 ..... 2;Gebremedhin [Gaberamadhien] v. France, no. 25389/05 ..... 3"
    assert [c.text for c in cited(lines)][-1].startswith("Gebremedhin [Gaberamadhien] v. France")


def test_a_line_of_the_text_that_ends_with_a_number_is_no_entry_of_a_table_with_leaders(read):
    first = "Perinçek v. Switzerland [GC], no. 27510/08, § 136, ECHR 2015"
    table = ["TABLE OF AUTHORITIES", f"{first} (extracts) ..... 2", "Klein v. Russia, no. 24268/08 ..... 3"]
    text = [
        [f"1. The point is settled by {first}", "(extracts), and it stands."],
        ["See Klein v. Russia, no. 24268/08."],
    ]
    assert told(read([table, *text])) == []
