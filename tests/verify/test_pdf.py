"""PDF files: citations that run over a page, the pages of a table of authorities, damaged files."""

import os
import random

import pytest
from pdf_samples import pdf
from word_samples import docx, odt, paragraph

from briefs.documents import open_document
from briefs.documents.pdf import carried
from briefs.errors import DocumentError
from briefs.render.pages import available
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
