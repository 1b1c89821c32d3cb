"""What the command prints and writes: table, JSON of the contract, page, commented copy, exit codes."""

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree
from word_samples import W, docx, note_call, paragraph, run

from briefs.cli.main import cli
from briefs.documents.opening import document_of
from briefs.errors import WriteError
from briefs.verify.show.annotate import annotated
from briefs.verify.show.page import findings_page
from briefs.verify.show.terminal import terminal_lines

ROOT = Path(__file__).parent.parent.parent
WRONG = "Liu v. Poland, no. 37601/18, 6 October 2022"
NAMES = {"w": W.partition('"')[2].rstrip('"')}


def verify(*arguments):
    """In this process: the library is read from disk for each call, which is slow enough."""
    return CliRunner().invoke(cli, ["verify", *map(str, arguments)])


def mistaken(*arguments):
    """As a person calls it, so that the printing of refusals is seen too."""
    return subprocess.run(
        [sys.executable, str(ROOT / "assemble.py"), "verify", *map(str, arguments)],
        cwd=ROOT,
        text=True,
        capture_output=True,
        encoding="utf-8",
        env=os.environ,
        check=False,
    )


def test_a_clean_draft_ends_with_zero_and_a_wrong_one_with_three(tmp_path):
    clean, wrong = tmp_path / "clean.txt", tmp_path / "wrong.txt"
    clean.write_text("See Liu v. Poland, no. 37610/18, 6 October 2022.", encoding="utf-8")
    wrong.write_text(f"See {WRONG}.", encoding="utf-8")
    assert verify(clean).exit_code == 0
    result = verify(wrong, "--as-of", "2026-06-01")
    assert result.exit_code == 3
    assert "MISMATCH: " + WRONG in result.stdout
    assert "Likely: Liu v. Poland, no. 37610/18, 6 October 2022" in result.stdout
    assert "only a person who reads it can say" in result.stdout


def test_what_exists_but_was_overruled_is_told_without_asking_and_only_once(tmp_path):
    file = tmp_path / "draft.txt"
    trabelsi = "Trabelsi v. Belgium, no. 140/10, ECHR 2014 (extracts)"
    file.write_text(
        f"See {trabelsi}.\n\nAgain: {trabelsi}.\n\nAnd Liu v. Poland, no. 37610/18, 6 October 2022.", "utf-8"
    )
    today = verify(file, "--as-of", "2026-06-01")
    assert today.exit_code == 0, "it exists, and nothing in the citation differs"
    before, _, beware = today.stdout.partition("read this before you rely on it")
    assert trabelsi not in before
    assert beware.count(trabelsi) == 1
    assert "Liu" not in beware
    assert "overruled by Sanchez-Sanchez v. the United Kingdom on 3 November 2022" in beware
    then = verify(file, "--as-of", "2022-11-01").stdout
    assert "overruled" not in then, "nobody had overruled it then"
    assert "Not yet final on 2022-11-01: final on 30 January 2023." in then


def test_json_keeps_the_contract(tmp_path):
    file = tmp_path / "draft.txt"
    file.write_text(f"Good evening.\n\nSee {WRONG}, § 83.", encoding="utf-8")
    result = verify(file, "--json", "--as-of", "2026-06-01")
    data = json.loads(result.stdout)
    assert (data["format"], data["file"]) == (1, "draft.txt")
    (citation,) = data["citations"]
    where = citation["where"]
    assert set(where) == {"part", "paragraph", "start", "end"}
    assert file.read_text(encoding="utf-8")[where["start"] : where["end"]] == citation["text"] == f"{WRONG}, § 83"
    assert citation["status"] == "mismatch"
    assert citation["authority"] == "echr/liu-v-poland-2022"
    assert [p["code"] for p in citation["problems"]] == ["wrong_number"]
    assert citation["application_numbers"] == ["37601/18"]
    assert citation["date"] == "2022-10-06"
    assert citation["paragraphs"] == [83]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nowhere.docx"], 1, "nowhere.docx  cannot be opened"),
        (["README.md", "--as-of", "spring"], 2, "'spring' is not a date"),
        ([], 2, "Missing argument"),
        (["README.md", "--source", "LICENSE"], 1, "LICENSE  no application number or symbol on its first page"),
    ],
)
def test_a_mistake_is_told_in_one_line(arguments, code, said):
    result = mistaken(*arguments)
    assert result.returncode == code
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_page_and_commented_copy_are_written_once(tmp_path):
    file = tmp_path / "my draft.docx"
    file.write_bytes(docx(paragraph(f"See {WRONG}.")))
    result = verify(file, "-o", tmp_path / "out")
    assert result.exit_code == 3
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["citations.html", "my-draft-checked.docx"]
    again = verify(file, "-o", tmp_path / "out")
    assert isinstance(again.exception, WriteError)
    assert verify(file, "-o", tmp_path / "out", "--force").exit_code == 3


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {n: etree.fromstring(package.read(n)) for n in package.namelist() if n.endswith((".xml", ".rels"))}


def words(node):
    return "".join(node.xpath(".//w:t/text()", namespaces=NAMES))


def comment_on(found, saying):
    """Id of the comment that says something, the start of its range, and its words."""
    (comment,) = [c for c in found["word/comments.xml"] if saying in words(c)]
    number = comment.get(f"{{{NAMES['w']}}}id")
    (start,) = found["word/document.xml"].xpath(f".//w:commentRangeStart[@w:id='{number}']", namespaces=NAMES)
    return number, start, words(comment)


def inside(found, saying):
    """The words that a comment stands around."""
    number, node, _ = comment_on(found, saying)
    said = []
    while not (node.tag.endswith("commentRangeEnd") and node.get(f"{{{NAMES['w']}}}id") == number):
        said.append(words(node))
        node = node.getnext()
    reference = next(n for n in node.itersiblings() if n.tag.endswith("}r"))
    assert reference.find("w:commentReference", NAMES) is not None
    return "".join(said)


def commented(checker, data):
    return parts(annotated(data, checker.check(document_of(data, Path("a.docx")))))


def test_a_comment_stands_around_the_citation_and_the_text_is_untouched(checker):
    body = paragraph("Before ", run("Liu v. Pol", "<w:i/>"), run("and, no. 37601/18, 6 October 2022; after"))
    found = commented(checker, docx(body))
    document = found["word/document.xml"]
    assert words(document) == "Before Liu v. Poland, no. 37601/18, 6 October 2022; after"
    assert inside(found, "MISMATCH: ") == WRONG
    assert "Likely: Liu v. Poland, no. 37610/18" in words(found["word/comments.xml"])
    assert "comments.xml" in etree.tostring(found["word/_rels/document.xml.rels"]).decode()
    assert "/word/comments.xml" in etree.tostring(found["[Content_Types].xml"]).decode()


def test_a_problem_in_a_note_is_told_where_the_note_is_called(checker):
    data = docx(paragraph("Text", note_call("footnote", 2), " end"), [paragraph(f"See {WRONG}.")])
    found = commented(checker, data)
    _, start, _ = comment_on(found, "MISMATCH: ")
    assert next(n for n in start.itersiblings() if n.tag.endswith("}r")).find("w:footnoteReference", NAMES) is not None
    assert "In footnote 1: " in words(found["word/comments.xml"])
    assert words(found["word/footnotes.xml"]) == f"See {WRONG}."


def test_comments_of_others_stay(checker):
    data = docx(paragraph(f"{WRONG}. And {WRONG}."), comments=[paragraph("By a colleague")])
    comments = commented(checker, data)["word/comments.xml"]
    assert [c.get(f"{{{NAMES['w']}}}id") for c in comments] == ["0", "1", "2", "3"]
    assert words(comments[0]) == "By a colleague"


def test_the_page_needs_nothing_else_and_escapes_the_document(checker):
    text = f"The <script>alert(1)</script> says so ({WRONG})."
    page = "".join(findings_page([checker.check(document_of(text.encode(), Path("a.txt")))]))
    assert "<script" not in page
    assert f"<mark>{WRONG}</mark>" in page
    assert "http://" not in page.replace("http-equiv", "")
    assert "https://" not in page


def test_a_problem_in_a_comment_stands_where_that_comment_hangs(checker):
    call = '<w:r><w:commentReference w:id="0"/></w:r>'
    body = paragraph("First.") + paragraph("Second", call, " end.")
    found = commented(checker, docx(body, comments=[paragraph(f"Compare {WRONG}.")]))
    _, start, _ = comment_on(found, "MISMATCH: ")
    assert start.getnext().find("w:commentReference", NAMES).get(f"{{{NAMES['w']}}}id") == "0"
    assert "In the comment: " in words(found["word/comments.xml"])


def test_a_problem_in_a_header_stands_at_the_first_words_and_says_where(checker):
    found = commented(checker, docx(paragraph("First.") + paragraph("Second."), header=paragraph(f"{WRONG}; page 1")))
    assert inside(found, "MISMATCH: ") == "First."
    assert "In the header: " in words(found["word/comments.xml"])


HEADED = """See Liu v. Poland, no. 37610/18, 6 October 2022.

A flagrant denial of justice bars it: Soering v. the United Kingdom, 7 July 1989, § 89, Series A no. 161.

Vinter and Others v. the United Kingdom [GC], nos. 66069/09, 130/10 and 3896/10, 9 July 2013, is of another kind.

See Saadi v. Italy [GC], no. 37201/06, 28 February 2009; Oduyale v. Sweden, no. 71234/11, 3 May 2016.
"""


def test_the_line_at_the_head_counts_what_must_be_looked_at_first(checker):
    report = checker.check(document_of(HEADED.encode(), Path("draft.txt")))
    head = list(terminal_lines(report, False))[1].strip()
    assert head == "1 MISMATCH, 1 LIMITED, 1 exists but must be read first, 1 exists, 1 not in library"
    page = "".join(findings_page([report]))
    for words in head.split(", "):
        assert f">{words}</li>" in page
    clean = checker.check(document_of(b"See Liu v. Poland, no. 37610/18, 6 October 2022.", Path("draft.txt")))
    assert list(terminal_lines(clean, False))[1].strip() == "1 exists"


def test_each_problem_says_what_to_do(checker):
    text = (
        "See II KK 154/19.\n\nSee Soering v. the United Kingdom, 7 July 1989, § 89, Series A no. 161.\n\n"
        "See Saadi v. Italy [GC], no. 37201/06, 28 February 2009.\n"
    )
    report = checker.check(document_of(text.encode(), Path("draft.txt")))
    lines = [line.strip() for line in terminal_lines(report, False)]
    assert "Do not rely on it; or say in the sentence that it fell, and by what." in lines
    assert "Say so in the sentence, or why it holds here all the same." in lines
    # Where the right form is named, nothing more need be said.
    assert not any(line.startswith("Correct it") for line in lines)
    assert "Likely: Saadi v. Italy [GC], no. 37201/06, 28 February 2008" in lines
    page = "".join(findings_page([report]))
    assert page.count("Do not rely on it; or say") == 1
    assert '<span class="tag mismatch">LIMITED</span>' in page
