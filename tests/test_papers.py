"""Papers round a case: letters, lists and logs for those who help, and papers for the public that tell of no case."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from pypdf import PdfReader

from briefs.build import Options, build
from briefs.casefile import case_from_text, load_case
from briefs.checks.written import text_of
from briefs.facts import Situation
from briefs.library.manifests import filing_manifests
from briefs.matching import match_case
from briefs.plan import plan
from briefs.render import pages

ROOT = Path(__file__).parent.parent
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PUBLIC = ("policy-brief", "factsheet", "parliamentary-question", "press-note")
LETTERS = ("asylum-sequencing-letter", "unhcr-letter", "nhri-letter")
PAPERS = (*PUBLIC, *LETTERS, "incident-log", "exhibit-list")

FIVE_FACTS = """
format: 1
as_of: "2026-11-25"
persons_sought: [{{name: {{full: Invented Person}}, nationalities: [{nationality}]}}]
request: {{requesting_state: {asking}, requested_state: {asked}, offences: [{{label: fraud}}]}}
"""
UYGHUR = """
format: 1
as_of: "2024-09-02"
reference: VERY-PRIVATE-77
persons_sought:
  - name: {{full: Abdu TESTNAME, native: 测试, other_spellings: [Abdou TESTNAM]}}
    born: "1980-03-02"
    nationalities: [CN]
    ethnicity: uyghur
    occupation: translator
    profile: [uyghur, journalist]
    health: [needs insulin]
    family: [{{relation: sister, name: Secret SISTER, state: CN}}]
    status: [{{kind: asylum-seeker, state: PT, since: "2024-01-09"}}]
request:
  requesting_state: CN
  requested_state: PT
  purpose: prosecution
  offences: [{{label: membership of a banned group, maximum_penalty: death}}]
  interpol: {{kind: red notice, dated: "2023-05-05"}}
proceedings: {{stage: appeal, custody: {{since: "2024-02-01", place: Lisbon remand prison}}}}
circumstances:
  - {{id: told, says: A caller asked him to return., tags: [disguised-extradition], on: "2024-03-01"}}
  - {{id: open, says: He published an article in 2019., tags: [political-persecution], source: {{exhibit: article}}}}
  - {{id: named, says: Secret SISTER was questioned., tags: [art3-real-risk]}}
exhibits: [{{id: article, title: Article of 2019, dated: "2019-04-04"}}]
representation: {{counsel: [{{name: Counsel EXAMPLE, phone: "+351 000"}}]}}
confidentiality: {{third_persons: [{{name: Hidden WITNESS}}]{released}}}
"""
PRIVATE = [
    "VERY-PRIVATE-77",
    "TESTNAM",
    "测试",
    "2 March 1980",
    "yghur",
    "translator",
    "insulin",
    "SISTER",
    "banned group",
    "Lisbon",
    "caller",
    "article in 2019",
    "Article of 2019",
    "Counsel EXAMPLE",
    "WITNESS",
    "May 2023",
]


def situation(library, text):
    case = case_from_text(text, library).case
    return Situation(case, library, case.as_of)


def built(library, s, *filings):
    return build(s, Options(filings=filings, pages="none"))


def uyghur(library, released=""):
    return situation(library, UYGHUR.format(released=f", released: [{released}]" if released else ""))


def printed(data):
    """(style, text) of every paragraph of the body."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        text = "".join(node.text or "" for node in paragraph.iter(f"{W}t")).strip()
        yield (style.get(f"{W}val") if style is not None else "", text)


def of(files, paper):
    folder = "counsel-only" if f"counsel-only/{paper}.docx" in files else "to-file"
    return files[f"{folder}/{paper}.docx"]


@pytest.fixture(scope="module")
def first_drafts(library):
    """Every paper from five facts about a Chinese request; the public ones also for India and for Hong Kong."""
    return {
        asking: built(
            library, situation(library, FIVE_FACTS.format(asking=asking, asked=asked, nationality=nation)), *papers
        )
        for asking, asked, nation, papers in (
            ("CN", "PT", "CN", PAPERS),
            ("IN", "GB", "IN", PUBLIC),
            ("HK", "PT", "CN", PUBLIC),
        )
    }


@pytest.fixture(scope="module")
def of_the_case(library):
    """Every paper, and the memorandum, of a case with much that is private."""
    return built(library, uyghur(library), *PAPERS, "national-memorandum").files


@pytest.mark.parametrize(
    ("asking", "paper"), [*(("CN", p) for p in PAPERS), *((state, p) for state in ("IN", "HK") for p in PUBLIC)]
)
def test_five_facts_give_every_paper_without_an_empty_heading_or_a_tag(first_drafts, asking, paper):
    one = first_drafts[asking]
    assert not one.problems, [p.line() for p in one.problems]
    paragraphs = list(printed(of(one.files, paper)))
    assert any(style == "Title" for style, _ in paragraphs)
    for (style, text), (following, said) in zip(paragraphs, [*paragraphs[1:], ("end", "")], strict=True):
        assert not re.search(r"\{[{%]|[}%]\}|\(\)|\s{2,}\S| ,", text), text
        if style.startswith("Heading"):
            assert following not in {"end", "TableGap", "Heading1"}, text
            assert text, following
            assert said, text


def test_the_papers_are_written_on_request_and_say_who_reads_them(library):
    manifests = filing_manifests(library)
    for paper in PAPERS:
        assert manifests[paper].on_request
        assert not manifests[paper].seizes
    for paper in PUBLIC:
        assert set(manifests[paper].readers) == {"requesting-state", "requested-state", "public"}
        assert manifests[paper].case_facts != "all"
    everyday = situation(library, FIVE_FACTS.format(asking="CN", asked="PT", nationality="CN"))
    by_itself = {planned.manifest.id for planned in plan(everyday, manifests, match_case(everyday))}
    assert by_itself
    assert not by_itself & set(PAPERS)


def test_a_public_paper_holds_nothing_of_the_case(of_the_case):
    for name, data in of_the_case.items():
        if name.endswith(".docx") and any(paper in name for paper in PUBLIC):
            text = text_of(data)
            for secret in PRIVATE:
                assert secret not in text, (name, secret)


def test_two_persons_give_the_same_public_paper_to_the_last_byte(library, of_the_case):
    plain = FIVE_FACTS.format(asking="CN", asked="PT", nationality="CN").replace("2026-11-25", "2024-09-02")
    other = built(library, situation(library, plain), *PUBLIC).files
    for paper in PUBLIC:
        assert of_the_case[f"to-file/{paper}.docx"] == other[f"to-file/{paper}.docx"], paper


def test_the_press_note_tells_what_was_released_and_no_more(library):
    note = text_of(
        built(library, uyghur(library, "open, nationality, named"), "press-note").files["to-file/press-note.docx"]
    )
    assert "He published an article in 2019." in note
    assert "A person whose name is not given here, of the nationality of China, is sought by China" in note
    for secret in set(PRIVATE) - {"article in 2019"}:
        assert secret not in note, secret
    named = text_of(built(library, uyghur(library, "name, counsel"), "press-note").files["to-file/press-note.docx"])
    assert "Abdu TESTNAME" in named
    assert "Counsel EXAMPLE" in named
    assert "banned group" not in named


def test_the_policy_brief_shows_both_sides_and_dates_its_figures(first_drafts):
    text = text_of(first_drafts["CN"].files["to-file/policy-brief.docx"])
    assert "On the other side:" in text
    assert "Refusal means impunity and ignores the victims. There is an alternative" in text
    assert text.count("Refusal means impunity") == 1
    assert "On 15 February 2025 the Declaration had the endorsement of 80 countries and entities." in text
    assert "as of January 2023" in text


def test_a_policy_brief_knows_nothing_later_than_its_date(library):
    early = FIVE_FACTS.format(asking="HK", asked="PT", nationality="CN").replace("2026-11-25", "2021-06-01")
    for name, data in built(library, situation(library, early), *PUBLIC).files.items():
        if name.startswith("to-file/") and name.endswith(".docx"):
            body = " ".join(text for _, text in printed(data))
            assert not re.search(r"\b202[2-9]\b", body), (name, re.search(r".{60}\b202[2-9]\b", body))


def test_where_nothing_is_held_on_a_state_nothing_is_recommended_against_it(first_drafts):
    brief = text_of(first_drafts["IN"].files["to-file/policy-brief.docx"])
    assert "no step is recommended against it" in brief
    assert "to suspend" not in brief
    for word in ("China", "Chinese", "Hong Kong", "Liu"):
        for paper in PUBLIC:
            assert word not in text_of(first_drafts["IN"].files[f"to-file/{paper}.docx"]), (paper, word)


def test_the_factsheet_has_one_page(first_drafts):
    if not pages.available():
        return
    laid = pages.lay_out([one.files["to-file/factsheet.docx"] for one in first_drafts.values()])
    assert [one.total for one in laid] == [1, 1, 1]


HEAD = re.compile("DRAFT|PRIVILEGED")
"""The line at the head of a page and the watermark, in which the two copies differ."""


def test_in_pdf_a_footnote_stays_with_its_sentence_though_the_copy_has_comments(first_drafts):
    """LibreOffice 7.4 takes footnotes and comments apart; a footnote at the wrong sentence is a wrong authority."""
    if not pages.available():
        return
    files = first_drafts["CN"].files
    copies = [files[name] for name in ("to-file/policy-brief.docx", "counsel-only/policy-brief-annotated.docx")]
    filed, annotated = (PdfReader(io.BytesIO(one.pdf)).pages for one in pages.lay_out(copies))
    assert len(filed) == len(annotated)
    for one, other in zip(filed, annotated, strict=True):
        printed_here, there = (
            [line for x in page.extract_text().splitlines() if not HEAD.match(line := x.replace(" ", ""))]
            for page in (one, other)
        )
        assert sorted(printed_here) == sorted(there)


def test_the_incident_log_never_stands_in_the_folder_that_is_filed(of_the_case):
    assert "counsel-only/incident-log.docx" in of_the_case
    assert "to-file/incident-log.docx" not in of_the_case
    assert "A caller asked him to return." in text_of(of_the_case["counsel-only/incident-log.docx"])


def test_the_exhibits_are_numbered_as_in_the_memorandum(of_the_case):
    def numbers(paper):
        texts = [text for _, text in printed(of_the_case[f"to-file/{paper}.docx"])]
        return {texts[n]: texts[n + 1] for n in range(len(texts) - 1) if re.fullmatch(r"E\d+", texts[n])}

    assert len(numbers("exhibit-list")) > 5
    assert numbers("exhibit-list") == numbers("national-memorandum")


def test_letters_hold_what_their_readers_may_know(of_the_case):
    unhcr, asylum, nhri = (
        text_of(of_the_case[f"to-file/{p}.docx"]) for p in ("unhcr-letter", *LETTERS[:1], "nhri-letter")
    )
    assert "an asylum-seeker in Portugal" in unhcr
    assert "an asylum-seeker in Portugal" in asylum
    assert "asylum" not in nhri
    assert "insulin" not in nhri
    assert "SISTER" not in nhri


SLIPS = {
    "pilot judgment": r"pilot judgment",
    "erga omnes": r"erga omnes",
    "48 member states": r"\b48 (Council of Europe|member states|states of the council)",
    "European Council": r"European Council conclusions",
    "ten suspended": r"\bten (democratic )?(nations|states|countries) suspended",
    "Rabat Court of Appeal": r"Rabat Court of Appeal|Court of Appeal (of|in) Rabat",
    "still in solitary": r"still in solitary",
    "ten EU treaties": r"\bten (EU )?Member States (maintain|have) (active )?(extradition )?treaties",
    "74 countries": r"\b74 countries signed",
    "good image": r"good (international )?image",
    "hearing of 2020 in Cyprus": r"2020 (court )?hearing in Cyprus",
    "bars all extraditions": r"bars all extraditions",
    "fugitive": r"\bfugitives?\b(?! overseas| offenders|s? using)",
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_known_slip_stands_in_no_template_and_in_no_paper(slip, first_drafts):
    """The slips of the page from which the project grew (the notes of counsel may name them, to warn)."""
    found = [text_of(one.files[n]) for one in first_drafts.values() for n in one.files if n.startswith("to-file/")]
    found += [
        re.sub(r"\{\{ *note\(.*?\) *\}\}", "", file.read_text(encoding="utf-8"))
        for file in (ROOT / "templates").rglob("en.txt")
    ]
    for text in found:
        spoken = text.replace("not “fugitive”", "")
        assert not re.search(SLIPS[slip], spoken, re.IGNORECASE), re.search(f".{{40}}{SLIPS[slip]}", spoken)


@pytest.mark.parametrize("example", ["portugal-hong-kong-2024"])
def test_rich_examples_give_every_paper_without_a_problem(library, example):
    case = load_case(ROOT / "examples" / example / "case.yaml", library).case
    one = built(library, Situation(case, library, case.as_of), *PAPERS)
    assert not one.problems, [p.line() for p in one.problems]
    assert {f"to-file/{p}.docx" for p in PAPERS if p != "incident-log"} <= set(one.files)


def test_of_several_persons_each_has_his_own_name_in_script_and_birth(library):
    case = load_case(ROOT / "examples/czech-republic-2019/case.yaml", library).case
    text = text_of(
        built(library, Situation(case, library, case.as_of), "unhcr-letter").files["to-file/unhcr-letter.docx"]
    )
    for name, native, born in (
        ("CHIEN Po-Wei", "簡柏緯", "2 March 1990"),
        ("LU Yi-Hsuan", "盧怡萱", "19 November 1992"),
        ("KUO Chih-Yuan", "郭志遠", "8 July 1987"),
    ):
        assert f"{name} ({native}); born on {born}" in text
