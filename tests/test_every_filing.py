"""Every filing of the library, built for six cases: nothing breaks, nothing is empty, no trace of a program in it."""

import io
import re
import zipfile

import pytest
from lxml import etree
from six_cases import SIX, situation

from briefs.build import Options, build
from briefs.checks.written import text_of
from briefs.library.manifests import filing_manifests

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def paragraphs(data):
    """(style, text, is it in a table) of each paragraph of the body, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    for paragraph in root.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        text = "".join(node.text or "" for node in paragraph.iter(f"{W}t")).strip()
        fields = any(True for _ in paragraph.iter(f"{W}instrText", f"{W}fldSimple"))
        yield (style.get(f"{W}val") if style is not None else "", text, fields)


def empty_headings(data):
    """Headings with nothing below them: the next thing that is read is a heading of the same level or the end."""
    found, open_heading = [], None
    for style, text, fields in paragraphs(data):
        level = int(style[-1]) if re.fullmatch(r"Heading\d", style) else 1 if style == "HeadingPlain" else None
        if level is None:
            open_heading = None if text or fields else open_heading
        elif text:
            if open_heading and level <= open_heading[0]:
                found.append(open_heading[1])
            open_heading = (level, text)
    return found + ([open_heading[1]] if open_heading else [])


@pytest.mark.parametrize("name", SIX)
def test_every_filing_is_built_for_every_case(name, library):
    known = filing_manifests(library)
    built = build(situation(name, library), Options(filings=tuple(known), pages="none"))
    assert not built.problems, [problem.line() for problem in built.problems]
    documents = {path: data for path, data in built.files.items() if path.endswith(".docx")}
    assert {p.partition("/")[2].removesuffix(".docx").removesuffix("-annotated") for p in documents} == set(known)
    for path, data in documents.items():
        text = text_of(data)
        assert "{{" not in text, path
        assert "{%" not in text, path
        assert not empty_headings(data), (path, empty_headings(data))
        for _, line, _ in paragraphs(data):
            assert not re.search(r"\bNone[.,)]|\s[.,;](\s|$)|\(\s*\)|\bTrue\b|\bFalse\b", line), (path, line)
    for one in built.checklists:
        broken = [item.text for item in one.items if item.kind == "section" and item.status == "missing"]
        assert not broken, (one.filing, broken)


def test_papers_for_counsel_are_never_filed_and_every_filing_says_who_reads_it(library):
    import json

    known = filing_manifests(library)
    built = build(situation("five-facts", library), Options(filings=tuple(known), pages="none"))
    own = {key for key, manifest in known.items() if manifest.counsel_only}
    assert own
    assert not {f"to-file/{key}.docx" for key in own} & set(built.files)
    report = json.loads(built.files["counsel-only/report.json"])
    for filing in report["filings"]:
        assert bool(filing["readers"]) != (filing["id"] in own), filing["id"]
