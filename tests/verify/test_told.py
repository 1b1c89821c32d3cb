"""What a caseworker is told, and where: the screen, the page and the Word copy say the same in the same order."""

import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from pypdf import PdfWriter
from test_outputs import WRONG, comment_on, inside, parts, verify, words
from word_samples import docx, note_call, odt, paragraph, run

sys.path.insert(0, str(Path(__file__).parent.parent))
from browser import Browser, program
from validate_all import sdk_validator

from briefs.errors import WriteError

RIGHT = "Liu v. Poland, no. 37610/18, 6 October 2022"
OVERRULED = "Trabelsi v. Belgium, no. 140/10, 4 September 2014"
INVENTED = "Fakename v. Spain, no. 54321/15, 2 May 2017"
DAY = ("--as-of", "2026-06-01")
TABLE = (
    paragraph("Table of authorities")
    + paragraph(f"{RIGHT}")
    + paragraph("Soering v. the United Kingdom, 7 July 1989, Series A no. 161")
    + paragraph("The facts of this case are long, and nobody disputes any of them at all.")
)


class Page(HTMLParser):
    """The text of a page in order; what stands in a closed fold is left out of `open`."""

    def __init__(self, text):
        super().__init__()
        self.folds, self.open, self.all = [], "", ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag == "details":
            self.folds.append("open" in dict(attributes))

    def handle_endtag(self, tag):
        if tag == "details":
            self.folds.pop()

    def handle_data(self, data):
        self.all += data
        self.open += data if all(self.folds) else ""


@pytest.fixture(scope="module")
def checked(tmp_path_factory):
    """A draft with one of everything: screen, page, and the parts of the Word copy."""
    folder = tmp_path_factory.mktemp("told")
    body = (
        TABLE
        + paragraph(f"As was said in {WRONG}, the risk is real.")
        + paragraph(f"On life sentences there is {OVERRULED}.")
        + paragraph(f"Compare {INVENTED}.")
        + paragraph("So also Smith, cited above, § 3.")
        + paragraph(f"It is settled: {RIGHT}.", note_call("footnote", 2))
        + paragraph(f"And again {OVERRULED}.")
    )
    (folder / "draft.docx").write_bytes(
        docx(body, [paragraph("See Article 33 of the Vienna Convention on the Law of Treaties.")])
    )
    result = verify(folder / "draft.docx", "-o", folder / "out", *DAY)
    assert result.exit_code == 3
    page = (folder / "out/citations.html").read_text(encoding="utf-8")
    return result.stdout, page, folder / "out/draft-checked.docx"


def in_order(text, *said):
    places = [text.find(one) for one in said]
    assert -1 not in places, [one for one, at in zip(said, places, strict=True) if at < 0]
    assert places == sorted(places)


def test_the_screen_tells_problems_then_what_to_read_then_the_unknown_then_the_unchecked(checked):
    screen, _, _ = checked
    in_order(
        screen, "problems (4)", f"MISMATCH: {WRONG}", "In the table of authorities but not in the text: Soering",
        "read this before you rely on it", f"paragraph 6 (and 1 more)  {OVERRULED}", "overruled by Sanchez-Sanchez",
        "not in library: neither", f"paragraph 7  {INVENTED}", "Article 33 of the Vienna Convention",
        "not checked: the document", "paragraph 8  Smith, cited above, § 3", "No full citation of this case stands",
    )  # fmt: skip
    assert "paragraph 9" not in screen, "what exists is counted, and listed only when asked for"


def test_the_page_tells_the_same_in_the_same_order_and_only_what_exists_is_folded(checked):
    page = Page(checked[1])
    in_order(
        page.open, "Problems (4)", f"As was said in {WRONG}", "but not in the text: Soering",
        "Exists, but read this before", f"On life sentences there is {OVERRULED}", "overruled by Sanchez-Sanchez",
        "Not in library (2)", f"Compare {INVENTED}", "Article 33 of the Vienna Convention",
        "Not checked (1)", "So also Smith, cited above",
    )  # fmt: skip
    assert f"It is settled: {RIGHT}" not in page.open
    assert f"It is settled: {RIGHT}" in page.all[page.all.index("Exists (5)") :]


def test_the_word_copy_comments_each_of_them_and_is_valid(checked):
    file = checked[2]
    found = parts(file.read_bytes())
    assert inside(found, "MISMATCH: ") == WRONG
    assert inside(found, "read this before you rely on it: ") == OVERRULED
    assert inside(found, "not in library: ") == INVENTED
    assert inside(found, "not checked: ") == "Smith, cited above, § 3"
    assert inside(found, "of the table of authorities:") == "Table of authorities"
    assert "The same holds at 1 other place." in comment_on(found, "read this before you rely on it: ")[2]
    assert "look it up before you file" in comment_on(found, "not in library: ")[2]
    assert "Cite the case in full" in comment_on(found, "not checked: ")[2]
    assert "but not in the text: Soering" in comment_on(found, "of the table of authorities:")[2]
    assert words(found["word/document.xml"]).count(OVERRULED) == 2
    assert_valid(file, file.parent.parent / "draft.docx")


def assert_valid(copy, of):
    """The copy has no fault that the draft, made by hand for this test, did not have."""

    def faults(file):
        return {str(error).replace(str(file), "") for error in OpenXmlValidator().validate(str(file)).errors}

    assert faults(copy) <= faults(of)
    if tool := sdk_validator():
        before, after = (
            subprocess.run([tool, str(file)], capture_output=True, text=True, check=False).stdout.replace(str(file), "")
            for file in (of, copy)
        )
        assert after == before


def test_faults_of_the_table_alone_are_problems_and_counted(tmp_path):
    file = tmp_path / "draft.docx"
    file.write_bytes(docx(TABLE + paragraph(f"See {RIGHT}.")))
    result = verify(file, "-o", tmp_path / "out", *DAY)
    assert result.exit_code == 3
    faults = int(re.search(r"(\d+) faults? of the table of authorities", result.stdout)[1])
    assert f"problems ({faults})" in result.stdout
    page = (tmp_path / "out/citations.html").read_text(encoding="utf-8")
    assert f"Problems ({faults})" in page
    assert "None was found" not in page


def test_a_copy_without_findings_says_at_its_head_that_it_was_checked(tmp_path):
    file = tmp_path / "draft.docx"
    file.write_bytes(docx(paragraph("First words. ", run(f"See {RIGHT}."))))
    assert verify(file, "-o", tmp_path / "out", *DAY).exit_code == 0
    found = parts((tmp_path / "out/draft-checked.docx").read_bytes())
    assert len(found["word/comments.xml"]) == 1
    _, _, said = comment_on(found, "1 citation read as of 2026-06-01: 1 exists.")
    assert "only a person can say" in said
    assert inside(found, "read as of") == "First words. "
    assert_valid(tmp_path / "out/draft-checked.docx", file)


def picture_only():
    return docx("<w:p><w:r><w:pict/></w:r></w:p>")


def blank_pdf(file):
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_blank_page(200, 200)
    writer.write(file)


@pytest.mark.parametrize("name", ["empty.txt", "blanks.md", "scan.docx", "scan.pdf"])
def test_where_nothing_could_be_read_nothing_is_called_clean(tmp_path, name):
    file = tmp_path / name
    if name == "scan.pdf":
        blank_pdf(file)
    else:
        file.write_bytes({"empty.txt": b"", "blanks.md": b" \n\n \t", "scan.docx": picture_only()}[name])
    result = verify(file, "-o", tmp_path / "out", *DAY)
    assert result.exit_code == 1
    assert f"{name}: no text in it" in result.stdout
    assert "nothing was checked" in result.stdout
    assert "0 citations" not in result.stdout
    page = (tmp_path / "out/citations.html").read_text(encoding="utf-8")
    assert "No text in it" in page
    assert "None was found" not in page
    if name == "scan.docx":
        assert comment_on(parts((tmp_path / "out/scan-checked.docx").read_bytes()), "nothing was checked")


def test_a_line_of_a_plain_text_is_told_by_its_number(tmp_path):
    file = tmp_path / "draft.md"
    lines = [f"{n}. Nothing stands here." for n in range(1, 25)]
    file.write_bytes("\r\n".join([*lines, f"25. But see {WRONG}.", "", f"27. {INVENTED}."]).encode())
    result = verify(file, *DAY)
    assert f"line 25  MISMATCH: {WRONG}" in result.stdout
    assert f"line 27  {INVENTED}" in result.stdout
    told = json.loads(verify(file, "--json", *DAY).stdout)["citations"]
    assert [c["line"] for c in told] == [25, 27]
    assert set(told[0]["where"]) == {"part", "paragraph", "start", "end"}


@pytest.mark.parametrize("name", ["draft.docx", "draft.html"])
def test_other_kinds_tell_the_paragraph_and_a_few_words_before_or_behind(tmp_path, name):
    file = tmp_path / name
    told = [
        f"Everybody agrees with one another that the risk is real here ({WRONG}).",
        f"{INVENTED} was never decided so.",
    ]
    if name == "draft.docx":
        file.write_bytes(docx(paragraph("Nothing.") + "".join(map(paragraph, told))))
    else:
        file.write_text("<p>Nothing.</p>" + "".join(f"<p>{one}</p>" for one in told), encoding="utf-8")
    screen = verify(file, *DAY).stdout
    in_order(screen, "paragraph 2  MISMATCH", "after “… another that the risk is real here (”", "paragraph 3")
    assert "before “was never decided so”" in screen


def test_good_files_are_checked_beside_one_that_is_missing(tmp_path):
    good, wrong, missing = tmp_path / "good.txt", tmp_path / "wrong.txt", tmp_path / "missing.txt"
    good.write_text(f"See {RIGHT}.", encoding="utf-8")
    wrong.write_text(f"See {WRONG}.", encoding="utf-8")
    result = verify(good, missing, wrong, "-o", tmp_path / "out", *DAY)
    assert result.exit_code == 1, "a file that was not checked weighs more than a problem that was found"
    assert "missing.txt  cannot be opened" in result.stderr
    in_order(result.stdout, "good.txt: 1 citation", f"MISMATCH: {WRONG}")
    page = (tmp_path / "out/citations.html").read_text(encoding="utf-8")
    assert "Not read: missing.txt" in page
    told = json.loads(verify(missing, good, "--json", *DAY).stdout)
    assert [one["file"] for one in told] == ["good.txt"]


def test_two_drafts_of_one_name_are_told_apart(tmp_path):
    for folder, text in (("first", RIGHT), ("second", WRONG)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "draft.docx").write_bytes(docx(paragraph(f"See {text}.")))
    one, two = tmp_path / "first/draft.docx", tmp_path / "second/draft.docx"
    result = verify(one, two, "-o", tmp_path / "out", *DAY)
    in_order(
        result.stdout, f"{one}: 1 citation", "copy with comments: draft-checked.docx", f"{two}: 1 citation",
        "copy with comments: draft-2-checked.docx",
    )  # fmt: skip
    assert WRONG in words(parts((tmp_path / "out/draft-2-checked.docx").read_bytes())["word/document.xml"])
    assert f"draft-2-checked.docx (copy of {two})" in result.stderr
    page = Page((tmp_path / "out/citations.html").read_text(encoding="utf-8")).open
    in_order(page, str(one), "draft-checked.docx", str(two), "draft-2-checked.docx")


def test_a_second_run_is_refused_before_any_work(tmp_path):
    file = tmp_path / "draft.docx"
    file.write_bytes(docx(paragraph(f"See {RIGHT}.")))
    assert verify(file, "-o", tmp_path / "out", *DAY).exit_code == 0
    (tmp_path / "out/citations.html").unlink()
    again = verify(tmp_path / "missing.txt", file, "-o", tmp_path / "out", *DAY)
    assert isinstance(again.exception, WriteError)
    assert "draft-checked.docx  exists already" in str(again.exception)
    assert "missing.txt" not in again.stderr + again.stdout, "no file was looked at yet"


def test_short_forms_without_a_case_and_articles_are_named_with_their_place(tmp_path):
    file = tmp_path / "draft.txt"
    file.write_text(
        f"Ibid., § 4, says so.\n\nSee Smith, cited above, § 80.\n\n{INVENTED}. So Fakename, cited above, § 5.\n\n"
        "See Article 75 of the European Convention on Human Rights, and Article 3 of the Convention.",
        encoding="utf-8",
    )
    screen = verify(file, *DAY).stdout
    assert "Article 75 of the European Convention on Human Rights (line 7)" in screen
    in_order(screen, "not checked:", "line 1  Ibid., § 4", "line 3  Smith, cited above, § 80")
    assert "and 1 short form of what is named above as not in library" in screen


def test_a_date_that_the_library_has_only_from_memory_is_told_without_asking(tmp_path):
    file = tmp_path / "draft.txt"
    file.write_text("See Hirsi Jamaa and Others v. Italy [GC], no. 27765/09, 23 February 2013.", encoding="utf-8")
    assert "23 February 2012" in verify(file, *DAY).stdout


ESCAPE, TURNED = "\x1b[31m", "\u202e"


def test_nothing_in_a_document_or_its_name_steers_a_terminal_or_turns_the_reading(tmp_path):
    text = f"{ESCAPE}Hidden{TURNED} words stand before {WRONG}{TURNED} and {ESCAPE}Fakename v. Spain, no. 54321/15\x9b."
    plain = tmp_path / f"dr{TURNED}aft{ESCAPE}<b>.txt"
    plain.write_text(text, encoding="utf-8")
    word = tmp_path / f"w{TURNED}ord.docx"
    word.write_bytes(docx(paragraph(f"Hidden{TURNED} words {WRONG}{TURNED}.")))
    missing = tmp_path / f"no{ESCAPE}thing.txt"
    result = verify(plain, word, missing, "-o", tmp_path / "out", *DAY)
    page = (tmp_path / "out/citations.html").read_text(encoding="utf-8")
    assert "MISMATCH" in result.stdout
    assert "&lt;b&gt;" in page
    assert "<b>" not in page
    (copy,) = (tmp_path / "out").glob("*.docx")
    comments = words(parts(copy.read_bytes())["word/comments.xml"])
    told = verify(plain, "--json", *DAY).stdout
    for said in (result.stdout, result.stderr, page, comments, told, copy.name):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", said)
    assert json.loads(told)["file"] == plain.name, "as an escape, so that a script gets the very name"


def test_the_page_fits_a_telephone(checked, tmp_path):
    executable = program()
    if executable is None:
        pytest.skip("no browser on this machine: the page is not looked at here")
    file = tmp_path / "citations.html"
    file.write_text(checked[1].replace("<details>", "<details open>"), encoding="utf-8")
    with Browser(executable, tmp_path / "profile") as browser:
        browser.ask("Emulation.setDeviceMetricsOverride", width=420, height=900, deviceScaleFactor=1, mobile=False)
        browser.open(file.as_uri())
        assert browser.value("document.documentElement.scrollWidth") <= 420
        assert all(address.startswith("file:") for address in browser.requests)


def test_what_no_reader_of_the_word_file_sees_is_told(tmp_path):
    hidden, white, shown = "<w:vanish/>", '<w:color w:val="FFFFFF"/>', '<w:vanish w:val="0"/>'
    body = (
        paragraph("See Liu v. Poland, no. ", run("37610/18", hidden), run("37610/19", shown), ", 6 October 2022.")
        + paragraph("Nothing. ", run("Saadi v. Italy [GC], no. 37201/06, 28 February 2008", white), ".")
        + paragraph("And ", run("Soering v. the United Kingdom, 7 July 1989, Series A no. 161", shown), ".")
        + f"<w:tbl><w:tr><w:tc>{paragraph(run(OVERRULED, white))}</w:tc></w:tr></w:tbl>"
    )
    (tmp_path / "draft.docx").write_bytes(docx(body))
    screen = verify(tmp_path / "draft.docx", *DAY).stdout
    assert screen.count("hidden or white in the Word file: no reader sees them") == 2, screen
    in_order(screen, "Liu v. Poland", "hidden or white", "Saadi v. Italy", "Soering", OVERRULED)


def test_only_a_word_file_has_a_copy(tmp_path):
    (tmp_path / "draft.odt").write_bytes(odt(f"<text:p>See {WRONG}.</text:p>"))
    result = verify(tmp_path / "draft.odt", tmp_path, "-o", tmp_path / "out", *DAY)
    assert f"MISMATCH: {WRONG}" in result.stdout
    assert "copy with comments" not in result.stdout
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["citations.html"]
