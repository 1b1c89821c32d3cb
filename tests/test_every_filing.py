"""Every filing of the library, built for six cases: nothing breaks, nothing is empty, no trace of a program in it."""

import io
import re
import zipfile

import pytest
from lxml import etree
from six_cases import SIX, situation

from briefs.build import Options, build
from briefs.casefile import case_from_text
from briefs.checks.written import text_of
from briefs.facts import Situation
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


def bare_tables(data):
    """Tables that hold their heading and no row below it."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    for table in root.iter(f"{W}tbl"):
        styles = [style.get(f"{W}val") for style in table.iter(f"{W}pStyle")]
        if styles and set(styles) == {"TableHead"}:
            yield "".join(node.text or "" for node in table.iter(f"{W}t"))


def unended(data):
    """Numbered paragraphs that do not end as a sentence ends; an event of the chronology may stand in one."""
    numbered = [text for style, text, _ in paragraphs(data) if style == "Para" and text]
    return [text for text in numbered if not re.search(r"[.:;?!…][”\")]*$|\]\.?$", text)]


def argues(known, path):
    """A filing that argues law, and no form with lines for the hand."""
    return known[path.partition("/")[2].removesuffix(".docx").removesuffix("-annotated")].system != "none"


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
        assert not list(bare_tables(data)), (path, list(bare_tables(data)))
        for _, line, _ in paragraphs(data):
            assert not re.search(r", and shall\b|\b(and|of|to|the|in|by|for) \1\b", line), (
                path,
                line,
            )
            assert not re.search(r"\bNone[.,)]|\s[.,;](\s|$)|\(\s*\)|\bTrue\b|\bFalse\b", line), (path, line)
        assert not unended(data) or not argues(known, path), (path, unended(data))
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
        manifest = known[filing["id"]]
        said = library.forums[manifest.forum].readers if manifest.readers is None else manifest.readers
        assert filing["readers"] == ([] if filing["id"] in own else list(said)), filing["id"]


PSEUDONYM = """
format: 1
as_of: "2024-06-10"
reference: P-1
persons_sought:
  - name: {full: Realfirst REALLAST, native: 真實姓名, other_spellings: [Reallast Realfirst, Riel Last]}
    born: "1988-09-21"
    nationalities: [CN]
    profile: [journalist]
request:
  {requesting_state: CN, requested_state: PL, purpose: prosecution, offences: [{label: fraud, maximum_penalty: life}]}
proceedings:
  stage: surrender
  custody: {since: "2024-02-01", place: remand prison}
  decisions: [{on: "2024-05-02", by: Court, outcome: allowed, final: yes, suspensive_remedy: no}]
representation: {counsel: [{name: Anna Example, phone: "+48 00"}]}
confidentiality: {anonymity_requested: yes, pseudonym: A. B.}
"""


def test_where_a_pseudonym_is_given_no_filing_holds_the_name(library):
    """In no part of any file that is filed, in no script and no spelling; the pseudonym stands in the main filings."""
    case = case_from_text(PSEUDONYM, library).case
    known = filing_manifests(library)
    built = build(Situation(case, library, case.as_of), Options(filings=tuple(known), pages="none"))
    filed = {path: text_of(data) for path, data in built.files.items() if path.startswith("to-file/")}
    assert len(filed) > 20
    for path, text in filed.items():
        for name in ("Realfirst", "REALLAST", "真實姓名", "Riel Last"):
            assert name.casefold() not in text.casefold(), path
    for filing in (
        "national-memorandum",
        "release-application",
        "ministerial-representations",
        "special-procedures-appeal",
    ):
        assert "A. B." in filed[f"to-file/{filing}.docx"], filing


HANDED_OVER = """
format: 1
as_of: "2024-06-10"
reference: H-1
persons_sought: [{name: {full: Invented Person}, born: "1988-09-21", nationalities: [CN], profile: [journalist]}]
request:
  requesting_state: CN
  requested_state: PL
  purpose: prosecution
  received_on: "2023-12-01"
  offences: [{label: fraud, maximum_penalty: life}]
proceedings:
  stage: surrendered
  custody: {since: "2024-02-01", place: remand prison}
  decisions: [{on: "2024-05-02", by: Court, outcome: allowed, final: yes, suspensive_remedy: no}]
representation: {counsel: [{name: Anna Example, phone: "+48 00"}]}
"""
TO_COME = (
    "has not taken place",
    "has not yet been committed",
    "would be in breach of Article 3",
    "would be in breach of the Convention",
    "would violate Article",
    "would constitute a violation",
    "custody has lasted",
    "has been held since",
    "No date of removal is known",
    "not to extradite",
    "has an obligation to refrain",
    "stands and can be carried out",
    "any change in the date",
    "custody is to be brought to an end",
    "surrender should be refused",
)
STILL_OPEN = ("uncat-complaint", "hrc-communication", "echr-application", "echr-submissions", "wgad-questionnaire")
ONLY_BEFORE = ("echr-rule39", "wgad-urgent-appeal", "release-application", "national-memorandum", "notice-of-appeal")
NOT_AS_IT_STANDS = "the person has been handed over; this text is written for the time before"


def written(case_text, library, *filings):
    """The paragraphs of each filing built alone for one case, ours only: what was held elsewhere is left out."""
    case = case_from_text(case_text, library).case
    for filing in filings:
        built = build(Situation(case, library, case.as_of), Options(filings=(filing,), pages="none"))
        path = next(p for p in (f"to-file/{filing}.docx", f"counsel-only/{filing}-annotated.docx") if p in built.files)
        yield filing, [(style, text) for style, text, _ in paragraphs(built.files[path])]


def test_after_the_hand_over_no_filing_speaks_of_a_surrender_to_come(library):
    """What can still be filed says from which day the risk is judged; what cannot says so on its first page."""
    for filing, lines in written(HANDED_OVER, library, *STILL_OPEN):
        ours = [text for style, text in lines if style in ("Para", "Relief", "Boxed")]
        wrong = [(words, text) for text in ours for words in TO_COME if words in text]
        assert not wrong, (filing, wrong)
        assert not [text for text in ours if NOT_AS_IT_STANDS in text], filing
        told = any("then knew or ought to have known" in text for text in ours)
        assert told is (filing != "wgad-questionnaire"), filing
    for filing, lines in written(HANDED_OVER, library, *ONLY_BEFORE):
        assert any(NOT_AS_IT_STANDS in text for _, text in lines), filing


def test_before_the_hand_over_nothing_speaks_of_one(library):
    before = HANDED_OVER.replace("stage: surrendered", "stage: surrender")
    for filing, lines in written(before, library, *STILL_OPEN[:4], *ONLY_BEFORE):
        text = " ".join(text for _, text in lines)
        assert "hand-over has taken place" not in text, filing
        assert NOT_AS_IT_STANDS not in text, filing


def test_nothing_is_about_to_happen_while_the_request_is_before_the_courts(library):
    """Urgency is claimed with a date of removal or a final decision, and not before."""
    final = HANDED_OVER.replace("stage: surrendered", "stage: surrender")
    pending = final.replace("final: yes, suspensive_remedy: no", "final: no, suspensive_remedy: yes")
    for text, urgent in ((final, True), (pending, False)):
        ((_, lines),) = written(text, library, "special-procedures-appeal")
        told = " ".join(line for _, line in lines)
        assert ("about to" in told) is urgent
        assert ("still before the authorities" in told) is not urgent


def test_a_form_asks_for_each_person(library):
    """Two persons are sought: the page for the form has the name and the birth of both, each under its own label."""
    import json

    two = HANDED_OVER.replace(
        "profile: [journalist]}]", "profile: [journalist]}, {name: {full: Second Person}, born: '1990-01-02'}]"
    )
    case = case_from_text(two, library).case
    for filing in ("echr-application", "uncat-complaint", "hrc-communication", "ccf-access-request"):
        built = build(Situation(case, library, case.as_of), Options(filings=(filing,), pages="none"))
        fields = json.loads(built.files[f"counsel-only/{filing}-form.json"])["fields"]
        told = {field["label"]: field["text"] for field in fields}
        name = next(label for label, text in told.items() if text == "Invented Person")
        assert told[f"{name} (person 2)"] == "Second Person", filing
        assert told["Date of birth (person 2)"] == "2 January 1990", filing
        assert len({field["id"] for field in fields}) == len(fields), filing
