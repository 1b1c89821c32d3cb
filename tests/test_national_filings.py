"""What counsel files in the requested state, from the arrest to what follows surrender: five facts, and a rich case.

Each filing is built as a user builds it and read as the judge would read it.
"""

import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from briefs.build import Options, build
from briefs.casefile import case_from_text, load_case
from briefs.facts import Situation
from briefs.library.manifests import filing_manifests

ROOT = Path(__file__).parent.parent
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FILED = (
    "release-application",
    "national-memorandum-short",
    "answer-to-assurances",
    "expert-instruction",
    "witness-statement",
    "notice-of-appeal",
    "constitutional-complaint",
    "ministerial-representations",
    "draft-order",
    "translator-certificate",
    "measure-notice",
    "consular-refusal",
    "interpreter-request",
    "release-and-return",
    "surrender-breach-letter",
    "monitoring-demand",
)
KEPT = (
    "first-48-hours",
    "request-audit",
    "hearing-bench-note",
    "hearing-outline",
    "hearing-chronology",
    "hearing-cast",
)
CASES = {
    "five facts": ROOT / "tests" / "golden" / "12-five-facts" / "case.yaml",
    "a rich case": ROOT / "examples" / "poland-2024" / "case.yaml",
}
# Sections that law/forums asks for, by the words that begin the heading which answers them.
SECTIONS = {
    ("notice-of-appeal", "five facts"): (
        "Relief sought",
        "The decision appealed",
        "The course of the proceedings",
        "Grounds of appeal",
        "New facts and evidence",
        "Motion to stay surrender",
        "Motions",
        "Exhibits",
    ),
    ("constitutional-complaint", "a rich case"): (
        "The parties",
        "The act attacked",
        "The rights",
        "Exhaustion of remedies",
        "Request to suspend",
        "Reasons",
        "Operative part",
        "Annexes",
    ),
    ("ministerial-representations", "a rich case"): (
        "What is asked",
        "The decision is open",
        "New facts and reports",
        "The assurances",
        "Humanitarian reasons",
        "Parallel procedures",
        "Exhibits",
    ),
    ("national-memorandum-short", "a rich case"): ("Relief sought", "The facts", "Submissions", "Motions", "Exhibits"),
    ("release-application", "five facts"): (
        "Relief sought",
        "The custody",
        "The legal basis of custody",
        "Why custody should end",
        "Motions",
        "Exhibits",
    ),
}
COMMON_LAW = {
    "release-application": (
        "Introduction and issues",
        "Chronology",
        "The power to grant bail",
        "Evidence",
        "Why bail should be granted",
        "Relief",
        "List of authorities",
        "Exhibits",
    ),
    "notice-of-appeal": (
        "Introduction and issues",
        "The decision appealed",
        "Chronology",
        "The legal framework",
        "Evidence",
        "Grounds of appeal",
        "Application for a stay",
        "Relief",
        "List of authorities",
        "Exhibits",
    ),
    "constitutional-complaint": (
        "Introduction and issues",
        "The parties",
        "The decision challenged",
        "Chronology",
        "The constitutional framework",
        "The remedies used",
        "Evidence",
        "The grounds",
        "Application for a stay",
        "Relief",
        "List of authorities",
        "Annexes",
    ),
    "ministerial-representations": (
        "What is asked",
        "The statutory scheme and the discretion",
        "Chronology",
        "Representations on each issue",
        "New evidence",
        "The assurances offered",
        "Humanitarian reasons",
        "Parallel procedures",
        "Exhibits",
    ),
}
CIVIL_WORDS = ("inadmissible", "complaint", "operative part", "Motion ", "Minister of Justice")


def paragraphs(data):
    """(style, text) of the body, as a reader sees it."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        text = "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
        yield ("" if style is None else style.get(f"{W}val")), text.strip()


def situation(file, library):
    case = load_case(file, library).case
    return Situation(case, library, case.as_of)


@pytest.fixture(scope="module")
def built(library):
    asked = Options(filings=FILED + KEPT, pages="none")
    return {name: build(situation(file, library), asked) for name, file in CASES.items()}


def read(built, case, filing):
    place = f"counsel-only/{filing}.docx" if filing in KEPT else f"to-file/{filing}.docx"
    return list(paragraphs(built[case].files[place]))


def text(built, case, filing):
    return "\n".join(words for _, words in read(built, case, filing))


@pytest.mark.parametrize("case", CASES)
def test_every_filing_is_written_and_nothing_is_wrong_with_it(built, case):
    assert [p.line() for p in built[case].problems] == []
    assert {f"to-file/{name}.docx" for name in FILED} <= set(built[case].files)
    assert not {f"to-file/{name}.docx" for name in KEPT} & set(built[case].files)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("filing", FILED + KEPT)
def test_no_heading_is_empty_and_no_tag_is_left(built, case, filing):
    lines = [(style, words) for style, words in read(built, case, filing) if style != "TableGap"]
    for (style, words), (after, _) in zip(lines, [*lines[1:], ("end", "")], strict=True):
        if style.startswith("Heading"):
            assert words
            deeper = after.startswith("Heading") and after > style
            assert deeper or not after.startswith("Heading"), f"{words!r} is followed by a heading"
            assert after != "end", words
        if words.endswith(":") and style in {"Para", "Normal"}:
            assert after in {"ParaA", "Relief", "Quote", "TableHead", "Para"}, words
    everything = "\n".join(words for _, words in lines)
    assert not re.search(r"\{[{%]|[}%]\}|\bNone[.,;)]|\bnull\b|\( *\)|  ,| ,|\.\.|;\.", everything), filing


@pytest.mark.parametrize(("filing", "case"), SECTIONS)
def test_the_sections_stand_in_the_order_of_the_forum(built, filing, case):
    headings = [words for style, words in read(built, case, filing) if style == "Heading1"]
    places = [next(n for n, h in enumerate(headings) if h.startswith(wanted)) for wanted in SECTIONS[filing, case]]
    assert places == sorted(places), headings


@pytest.fixture(scope="module")
def common(library):
    s = situation(ROOT / "examples" / "united-kingdom-united-states-2023" / "case.yaml", library)
    return build(s, Options(filings=(*COMMON_LAW, "draft-order"), pages="none"))


@pytest.mark.parametrize("filing", COMMON_LAW)
def test_in_a_common_law_court_the_issues_come_first_and_the_evidence_before_the_argument(common, filing):
    lines = list(paragraphs(common.files[f"to-file/{filing}.docx"]))
    headings = [words for style, words in lines if style == "Heading1"]
    places = [headings.index(wanted) for wanted in COMMON_LAW[filing]]
    assert places == sorted(places), headings
    frame = [words for style, words in lines if style in {"Title", "Boxed", "Heading1", "Relief", "CourtLine"}]
    assert not [words for words in frame for civil in CIVIL_WORDS if civil in words]


def test_the_representations_go_to_the_secretary_of_state_and_the_order_is_an_order(common):
    letter = "\n".join(words for _, words in paragraphs(common.files["to-file/ministerial-representations.docx"]))
    assert "Representations to the Secretary of State" in letter
    assert "The person sought asks the Secretary of State:" in letter
    assert "bring the decision before a court on review" in letter
    order = "\n".join(words for _, words in paragraphs(common.files["to-file/draft-order.docx"]))
    assert "It is ordered as follows." in order
    assert "Instruction on remedies" not in order


# What is known of two procedures, at its level, and what is asked because it is not known.
CZECH_AND_POLISH = {
    ("czech-republic-2019", "notice-of-appeal"): (
        "lies to the high court and suspends",
        "open to the person sought and to the prosecutor",
        "note: The period and its first day are not in the library: which are they?",
        "note: may ask the Supreme Court for review (section 95 (5))",
    ),
    ("czech-republic-2019", "release-application"): (
        "by the regional court, on appeal by the high court, and then by the Minister of Justice",
        "note: its longest duration are not in the library: which are they?",
        "note: have been quashed on a constitutional complaint",
    ),
    ("czech-republic-2019", "constitutional-complaint"): (
        "Pl. ÚS-st. 37/13 of 13 August 2013",
        "does not wait for the Minister of Justice",
        "note: The period is recalled as two months",
    ),
    ("czech-republic-2019", "ministerial-representations"): (
        "these representations are the petition of the person sought for it",
        "note: A motion for review has been dismissed by the Supreme Court before",
    ),
    ("poland-2024", "notice-of-appeal"): (
        "Article 603 of the Polish Code of Criminal Procedure",
        "no appeal to a court lies against that order",
        "Article 55 of the Constitution is relied on as well",
        "note: Neither the court that hears the appeal nor the period is in the library",
        "note: the Commissioner for Human Rights can be asked to lodge a cassation",
    ),
    ("poland-2024", "release-application"): ("note: its longest duration are not in the library: which are they?",),
    ("poland-2024", "constitutional-complaint"): (
        "Constitutional complaint SK 86/22 is directed against the same want of review",
        "so far as the law is attacked at paragraph",
        "note: Can a complaint attack the decision itself",
        "note: The period is recalled as three months",
    ),
    ("poland-2024", "ministerial-representations"): ("optional bars of Article 604 § 2",),
}


@pytest.fixture(scope="module")
def of_state(library):
    asked = Options(filings=tuple({filing for _, filing in CZECH_AND_POLISH}), pages="none")
    found = {}
    for case in {case for case, _ in CZECH_AND_POLISH}:
        found[case] = build(situation(ROOT / "examples" / case / "case.yaml", library), asked)
    return found


def comments(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        tree = etree.fromstring(package.read("word/comments.xml"))
    return "\n".join("".join(node.text or "" for node in one.iter(f"{W}t")) for one in tree)


@pytest.mark.parametrize(("case", "filing"), CZECH_AND_POLISH)
def test_czech_and_polish_procedure_is_printed_as_it_is_known_and_the_rest_is_asked(of_state, case, filing):
    files = of_state[case].files
    filed = "\n".join(words for _, words in paragraphs(files[f"to-file/{filing}.docx"]))
    asked = comments(files[f"counsel-only/{filing}-annotated.docx"])
    for words in CZECH_AND_POLISH[case, filing]:
        where, wanted = (asked, words[6:]) if words.startswith("note: ") else (filed, words)
        assert wanted in where, words
    assert "(recalled" not in filed
    assert "econdary source" not in filed
    assert "library" not in filed


def test_of_another_state_nothing_czech_or_polish_is_said(common, built):
    for file, data in [*common.files.items(), *built["five facts"].files.items()]:
        if file.startswith("to-file/"):
            words = "\n".join(words for _, words in paragraphs(data)) if file.endswith(".docx") else ""
            assert not re.search(r"104/2013|Article 60[34]|SK 86/22|37/13", words), file


def test_a_common_law_court_gets_its_caption_and_its_words(library):
    s = situation(ROOT / "examples" / "united-kingdom-united-states-2023" / "case.yaml", library)
    done = build(s, Options(filings=("national-memorandum-short", "release-application"), pages="none"))
    lines = [words for _, words in paragraphs(done.files["to-file/release-application.docx"])]
    assert "BETWEEN:" in lines
    assert "Relief" in lines
    assert any("on bail" in words for words in lines)
    assert not any(
        "inadmissible" in words for _, words in paragraphs(done.files["to-file/national-memorandum-short.docx"])
    )


def test_the_short_memorandum_prints_one_authority_a_slot_and_says_that_it_is_short(built):
    lines = read(built, "a rich case", "national-memorandum-short")
    words = "\n".join(words for _, words in lines)
    assert "This is a short memorandum." in words
    assert "Provisions relied on" not in words
    numbers = {words for style, words in lines if style == "TableText" and re.fullmatch(r"E\d+", words)}
    cited = set(re.findall(r"\[(E\d+)", words))
    assert {n for n in numbers if int(n[1:]) > 6} <= cited, "a document is listed that nothing refers to"


@pytest.mark.parametrize("case", CASES)
def test_the_short_memorandum_is_less_than_half_of_the_long_one(library, case):
    long = build(situation(CASES[case], library), Options(filings=("national-memorandum",), pages="none"))
    short = build(situation(CASES[case], library), Options(filings=("national-memorandum-short",), pages="none"))
    sizes = [
        sum(len(words.split()) for _, words in paragraphs(done.files[f"to-file/{name}.docx"]))
        for done, name in ((long, "national-memorandum"), (short, "national-memorandum-short"))
    ]
    assert sizes[1] * 2 < sizes[0], sizes


def test_the_assurance_is_answered_on_its_own_text(built):
    words = text(built, "a rich case", "answer-to-assurances")
    assert "torture is prohibited" in words
    assert "The author is a mission abroad." in words
    assert "No passage on monitoring was found." in words
    assert "the trial" in words.split("What it does not cover")[1].split("The law on assurances")[0]


def test_without_an_assurance_the_answer_asks_to_be_heard(built):
    words = text(built, "five facts", "answer-to-assurances")
    assert "No assurance is on file." in words
    assert "Factor by factor" not in words


def rows(built, case):
    lines = [words for style, words in read(built, case, "request-audit") if style == "TableText"]
    return {lines[n]: lines[n + 1 : n + 4] for n in range(0, len(lines), 4)}


def test_the_audit_finds_the_date_that_the_notice_gives_and_the_warrant_does_not(built):
    found = rows(built, "a rich case")
    assert found["Warrant as the notice dates it"][1] == "contradiction"
    assert "28 November 2022" in found["Warrant as the notice dates it"][0]
    assert found["Warrant and notice: order of the dates"][1] == "present"
    assert found["Assurance: signatory and authority"][1] == "ask"
    assert found["Assurance: monitoring"][1] == "absent"


def test_the_audit_of_five_facts_is_a_list_of_what_to_ask(built):
    findings = {row[1] for row in rows(built, "five facts").values()}
    assert findings == {"absent", "ask"}


ODD = """
format: 1
as_of: "2024-06-10"
reference: A-1
persons_sought: [{name: Test PERSON, nationalities: [TR]}]
request:
  requesting_state: TR
  requested_state: DE
  received_on: "2024-03-01"
  warrant: {issued_by: Criminal Court, dated: "2024-04-02"}
  interpol: {kind: red notice, dated: "2024-02-01"}
  offences: [{label: fraud, committed: "2024-05-01"}]
  assurances: [{given_by: Ministry of Justice, dated: "2024-09-01", text: He will see a lawyer of choice in private.}]
"""


def test_the_audit_compares_dates_and_never_computes_limitation(library):
    from briefs.compose.audit import audit

    case = case_from_text(ODD, library).case
    found = {row.item: row for row in audit(Situation(case, library, case.as_of))}
    wrong = {item for item, row in found.items() if row.finding == "contradiction"}
    assert wrong == {
        "Warrant and notice: order of the dates",
        "Warrant and request: order of the dates",
        "fraud: time and warrant",
        "Assurance: date",
    }
    assert found["fraud: limitation"].finding == "ask"


def test_a_month_is_not_later_than_a_day_in_it():
    from briefs.compose.proceedings import is_later

    assert is_later("2024-05", "2024-04-18")
    assert not is_later("2024-04", "2024-04-18")
    assert not is_later("2024-04-18", "2024-04-18")
    assert not is_later(None, "2024-04-18")


def test_passages_are_whole_sentences_of_the_text():
    from briefs.compose.assurances import author_kind, passages

    said = "The person will not be tortured. A doctor may visit in private; counsel is free.\n不判处死刑。"
    found = passages(said)
    assert found["torture"] == "The person will not be tortured."
    assert found["private"] == "A doctor may visit in private;"
    assert found["death"] == "不判处死刑。"
    assert "transfer" not in found
    assert all(one in said for passage in found.values() for one in passage.split("  "))
    assert author_kind("Embassy on behalf of the Ministry of Justice") == "mission"
    assert author_kind("Supreme People's Court") == "supreme-court"
    assert author_kind(None) == "unknown"


def test_names_that_are_withheld_stand_in_the_cast_list_and_nowhere_that_is_filed(built):
    assert "HSIEH Mei-Ling" in text(built, "a rich case", "hearing-cast")
    for filing in FILED:
        assert "Mei-Ling" not in text(built, "a rich case", filing), filing
        assert "voluntary return" not in text(built, "a rich case", filing), filing


def test_the_sheet_for_the_client_promises_nothing(built):
    sheet = text(built, "five facts", "first-48-hours").split("A sheet for you")[1]
    assert "I do not consent." in sheet
    assert "will not promise you a result" in sheet
    assert not re.search(r"\b(will win|will be released|will be free|guarantee)\b", sheet)


def test_counsel_sees_every_adverse_authority_in_the_bench_note_and_only_disclosed_ones_are_filed(built):
    assert "Against us:" in text(built, "a rich case", "hearing-bench-note")
    assert "Contrary authority" not in text(built, "a rich case", "national-memorandum-short")


def test_what_is_decided_at_a_stage_is_written_there_without_being_named(library):
    manifests = filing_manifests(library)
    assert manifests["release-application"].stages == ("arrest", "provisional-arrest", "request")
    assert manifests["ministerial-representations"].stages == ("minister",)
    assert manifests["release-and-return"].stages == ("refused",)
    for name in FILED + KEPT:
        assert manifests[name].on_request or manifests[name].stages, name


def test_a_notice_of_refusal_of_the_consulate_is_not_for_the_requesting_state(library):
    assert filing_manifests(library)["consular-refusal"].readers == ("requested-state",)
    for name in KEPT:
        assert filing_manifests(library)[name].counsel_only, name


def test_a_warrant_of_the_police_raises_the_question_who_ordered_the_arrest(library):
    from briefs.grounds import raise_grounds

    police = ODD.replace("Criminal Court", "Public Security Bureau")
    for words, expected in ((ODD, False), (police, True)):
        case = case_from_text(words, library).case
        raised = {g.id: g for g in raise_grounds(Situation(case, library, case.as_of))}
        assert raised["judicial-authority-of-warrant"].raised is expected


def test_every_ground_has_a_short_form_and_none_names_a_ruling(library):
    for ground in library.grounds.values():
        assert ground.summary, ground.id
        assert ground.summary.endswith("."), ground.id
        assert " v. " not in ground.summary, ground.id
        assert all(question.endswith("?") for question in ground.expert_questions), ground.id


@pytest.mark.parametrize("filing", ["release-and-return", "surrender-breach-letter", "monitoring-demand"])
def test_a_paper_for_later_says_that_it_is_not_yet_its_time(built, filing):
    words = text(built, "a rich case", filing)
    assert "as it stands." in words
    assert "The file does not say" in words


def text_now(library, filing):
    case = load_case(ROOT / "examples" / "czech-republic-2019" / "case.yaml", library).case
    done = build(Situation(case, library, case.as_of), Options(filings=(filing,), pages="none"))
    return "\n".join(words for _, words in paragraphs(done.files[f"to-file/{filing}.docx"]))


def test_several_persons_are_called_in_the_plural_and_each_by_the_own_birth_date(library):
    release = text_now(library, "release-application")
    assert "Persons sought" in release
    assert "Person sought" not in release
    assert "born on 8 July 1987" in text_now(library, "asylum-sequencing-letter")


def test_a_complaint_against_a_decision_that_is_not_final_says_so_on_its_first_page(library):
    complaint = text_now(library, "constitutional-complaint")
    assert "The complainants are CHIEN Po-Wei, LU Yi-Hsuan and KUO Chih-Yuan" in complaint
    assert complaint.index("The last decision on file is not final.") < complaint.index("Urgent.")


def test_a_document_later_than_the_decision_is_named_once_and_not_told_again(library):
    paper = text_now(library, "ministerial-representations")
    assert paper.count("Published after that decision, and cited above:") == 1
    assert paper.count("the rule on the place is Article 75") == 1
