"""The six examples as a user builds them, with page numbers, and every file held against the validators."""

import io
import json
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from validate_all import own_faults

from briefs.build import Options, build
from briefs.casefile import load_case
from briefs.checks.written import text_of
from briefs.facts import Situation
from briefs.render import pages, validate

EXAMPLES = sorted(folder.name for folder in (Path(__file__).parent.parent / "examples").iterdir() if folder.is_dir())
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CONVERTED = {
    "czech-republic-2019": ("national-memorandum", "echr-rule39"),
    "morocco-2021": ("national-memorandum", "uncat-complaint"),
    "poland-2018": ("national-memorandum", "echr-rule39"),
    "poland-2024": ("national-memorandum", "echr-rule39", "echr-submissions"),
    "portugal-hong-kong-2024": ("national-memorandum", "uncat-complaint"),
    "united-kingdom-united-states-2023": ("national-memorandum", "echr-rule39"),
}
"""Converting takes time: at most twenty filings in the tests, all of them in `make look`."""
LINE = "Example, never filed, not the parties' pleadings"


@pytest.fixture(scope="module")
def built(library):
    assert pages.available() or not os.environ.get("CI"), "LibreOffice is needed here: .ci/run installs it"
    found = {}
    for name in EXAMPLES:
        file = Path(__file__).parent.parent / "examples" / name / "case.yaml"
        case = load_case(file, library).case
        found[name] = build(Situation(case, library, case.as_of), Options(filings=CONVERTED[name], pdf=True))
    return found


def printed_lines(data):
    """Paragraphs as a reader sees them: body and notes, without field codes."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for part in ("word/document.xml", "word/footnotes.xml"):
            for paragraph in etree.fromstring(package.read(part)).iter(f"{W}p"):
                yield "".join(
                    "\t" if node.tag == f"{W}tab" else node.text or "" for node in paragraph.iter(f"{W}t", f"{W}tab")
                )


def word_files(built):
    return {
        f"{name}/{path}": data
        for name, one in built.items()
        for path, data in one.files.items()
        if path.endswith(".docx")
    }


def test_there_are_six_examples_and_each_gives_filings(built):
    assert set(CONVERTED) == set(EXAMPLES)
    assert len(EXAMPLES) == 6
    assert sum(map(len, CONVERTED.values())) <= 20
    for name, one in built.items():
        assert not one.problems, (name, [p.line() for p in one.problems])
        assert any(path.startswith("to-file/") for path in one.files), name


def test_every_page_says_that_it_is_an_example(built):
    for name, data in word_files(built).items():
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            headers = [n for n in package.namelist() if n.startswith("word/header")]
            assert headers
            for header in headers:
                assert LINE in package.read(header).decode("utf-8").replace("&apos;", "'"), name


def test_a_pdf_stands_beside_each_word_file_that_is_filed(built):
    if not pages.available():
        return
    for name, one in built.items():
        filed = {path.removesuffix(".docx") for path in one.files if path.startswith("to-file/") and "docx" in path}
        made = {path.removesuffix(".pdf") for path in one.files if path.endswith(".pdf")}
        assert filed == made, name
        assert all(one.files[f"{path}.pdf"].startswith(b"%PDF-") for path in made)


def test_the_length_of_the_submissions_is_counted_on_the_pages(built):
    """Rule 47 allows 20 pages; the count is that of the laid-out file, and the line says so."""
    if not pages.available():
        return
    (found,) = [one for one in built["poland-2024"].checklists if one.filing == "echr-submissions"]
    (length,) = [item for item in found.items if item.kind == "length"]
    assert length.status == "met"
    assert "as LibreOffice lays them out" in length.why
    assert "47" in length.rule


def test_our_own_check_of_the_written_bytes_finds_nothing(built):
    for name, data in word_files(built).items():
        assert validate.check(data, comments="counsel-only" in name) == [], name


def test_openxml_audit_finds_nothing(built, tmp_path):
    from openxml_audit import OpenXmlValidator

    for name, data in word_files(built).items():
        file = tmp_path / "file.docx"
        file.write_bytes(data)
        # A new validator for each file: it remembers the notes of the file before under the same name.
        result = OpenXmlValidator().validate(str(file))
        assert list(result.errors) == [], (name, list(result.errors)[:3])


def test_make_validate_tells_the_file_and_the_fault(built, tmp_path):
    """tests/validate_all.py: a copy with comments among the filings is told, in its place it is not."""
    data = next(d for n, d in word_files(built).items() if n.endswith("echr-rule39-annotated.docx"))
    for place, faults in (("counsel-only", 0), ("to-file", 1)):
        file = tmp_path / place / "echr-rule39.docx"
        file.parent.mkdir()
        file.write_bytes(data)
        told = list(own_faults([file]))
        assert (len(told) > 0) == bool(faults), told
        assert all(line.startswith(f"own    {tmp_path.name}/{place}/echr-rule39.docx  ") for line in told)


def test_the_open_xml_sdk_finds_no_error(built, tmp_path):
    """The nearest thing to Word itself that runs without Word; .ci/run installs it."""
    tool = os.environ.get("OOXML_VALIDATOR") or shutil.which("ooxml-validator")
    assert tool or not os.environ.get("CI"), "the validator is needed here: .ci/run installs it"
    for name, data in word_files(built).items():
        if not tool:
            continue
        file = tmp_path / "file.docx"
        file.write_bytes(data)
        said = subprocess.run([tool, str(file)], capture_output=True, text=True, check=False).stdout
        assert json.loads(said)["errors"] == [], (name, said[:500])


def test_contents_and_authorities_carry_page_numbers(built):
    if not pages.available():
        return
    for name in ("poland-2024", "morocco-2021"):
        text = text_of(built[name].files["to-file/national-memorandum.docx"])
        contents = [line for line in text.splitlines() if re.search(r"PAGEREF _Toc", line)]
        assert len(contents) > 8
        for line in contents:
            assert re.search(r"[1-9]\d*\s*$", line.split("PAGEREF")[-1]), line


def test_the_request_of_another_state_says_nothing_about_china(built):
    for path, data in built["united-kingdom-united-states-2023"].files.items():
        if path.endswith(".docx") and path.startswith("to-file/"):
            text = text_of(data)
            for word in ("China", "Chinese", "Hong Kong", "Uyghur", "Liu v. Poland"):
                assert word not in text, (path, word)


def test_poland_2018_does_not_know_liu_and_poland_2024_leads_with_it(built):
    before = text_of(built["poland-2018"].files["to-file/echr-rule39.docx"])
    after = text_of(built["poland-2024"].files["to-file/echr-rule39.docx"])
    assert "37610/18" not in before
    assert "37610/18" in after


def test_no_filing_has_an_empty_heading_a_doubled_space_or_a_broken_sentence(built):
    for name, data in word_files(built).items():
        if "to-file" not in name:
            continue
        for line in printed_lines(data):
            assert "  " not in line.strip(), (name, line)
            assert not line.endswith(("cited here.", "are these:.", "texts:.")), (name, line)
            assert not re.search(r"\s[.,;:](\s|$)|\(\s|\s\)|\.\.(?!\.)|,,|\bNone[.,)]", line), (name, line)


def test_names_in_every_script_come_out_exact(built):
    assert "ئابدۇرېھىم" in text_of(built["morocco-2021"].files["to-file/uncat-complaint.docx"])
    assert "謝國樑" in text_of(built["poland-2024"].files["to-file/national-memorandum.docx"])
