"""What is filed is often handed to the requesting state: nothing withheld, no private note, ever reaches to-file/."""

import json
from pathlib import Path

import pytest

from briefs.build import Options, build
from briefs.casefile import case_from_text, load_case
from briefs.checks.written import text_of
from briefs.compose import compose
from briefs.facts import Situation
from briefs.library.manifests import filing_manifests
from briefs.matching import match_case

ROOT = Path(__file__).parent.parent

CASE = """
format: 1
as_of: "2024-06-10"
reference: W-1
persons_sought:
  - name: {full: Test PERSON}
    nationalities: [CN]
    health: [treated for epilepsy]
    family: [{relation: brother, name: Secret BROTHER, state: CN}]
    status: [{kind: asylum-seeker, state: PL, since: "2024-01-09"}]
request:
  {requesting_state: CN, requested_state: PL, purpose: prosecution, offences: [{label: fraud, maximum_penalty: life}]}
proceedings: {stage: first-instance, custody: {since: "2024-02-01"}}
circumstances:
  - {id: open, says: Two officers came to the office., tags: [art3-real-risk], source: {exhibit: open-paper, page: "1"}}
  - {id: hidden, says: A colleague was beaten., tags: [art3-real-risk], withhold_from: [requesting-state]}
  - {id: asylum, says: The interview told of threats., tags: [asylum, art3-real-risk]}
  - {id: by-exhibit, says: A neighbour saw the arrest., tags: [art3-real-risk], source: {exhibit: neighbour, page: "1"}}
  - {id: names, says: Secret BROTHER was questioned., tags: [art3-real-risk]}
exhibits:
  - {id: neighbour, title: Paper of a neighbour, withhold_from: [requesting-state]}
  - {id: medical, title: Medical report}
  - {id: open-paper, title: Letter of the office}
confidentiality: {third_persons: [{name: Hidden WITNESS, relation: witness}]}
"""
SECRETS = [
    "colleague was beaten",
    "interview told",
    "neighbour",
    "Secret BROTHER",
    "Medical report",
    "epilepsy",
    "Hidden WITNESS",
    "asylum-seeker",
]


@pytest.fixture(scope="module")
def built(library):
    case = case_from_text(CASE, library).case
    return build(Situation(case, library, case.as_of), Options(filings=("national-memorandum",), pages="none"))


def test_nothing_withheld_stands_in_any_part_of_what_is_filed(built):
    assert not built.problems
    text = text_of(built.files["to-file/national-memorandum.docx"])
    for secret in SECRETS:
        assert secret not in text, secret
    assert "Two officers came to the office" in text


def test_everything_left_out_is_listed_for_counsel(built):
    report = json.loads(built.files["counsel-only/report.json"])
    listed = {(item["kind"], item["item"]) for item in report["filings"][0]["withheld"]}
    assert {
        ("circumstance", "hidden"),
        ("circumstance", "asylum"),
        ("circumstance", "by-exhibit"),
        ("circumstance", "names"),
        ("exhibit", "neighbour"),
        ("exhibit", "medical"),
        ("status", "asylum-seeker"),
    } <= listed


def test_exhibit_numbers_tell_nothing_of_what_was_left_out(built):
    report = json.loads(built.files["counsel-only/report.json"])
    assert report["filings"][0]["exhibits"] == {"open-paper": "E1"}


def test_a_ground_that_rests_on_withheld_facts_alone_is_not_pleaded_and_said_so(built):
    report = json.loads(built.files["counsel-only/report.json"])
    assert "refugee-non-refoulement" in report["filings"][0]["not_pleaded"]


def test_notes_and_comments_stay_with_counsel(built):
    filed = built.files["to-file/national-memorandum.docx"]
    annotated = built.files["counsel-only/national-memorandum-annotated.docx"]
    assert "ADVERSE" in text_of(annotated)
    assert "Privileged" in text_of(annotated)
    for word in ("ADVERSE", "UNVERIFIED", "Drafting note", "Privileged", "open the source"):
        assert word not in text_of(filed), word


def test_counsel_may_open_what_is_withheld_by_default(library):
    opened = CASE.replace("tags: [asylum, art3-real-risk]}", "tags: [asylum, art3-real-risk], withhold_from: []}")
    case = case_from_text(opened, library).case
    files = build(Situation(case, library, case.as_of), Options(filings=("national-memorandum",), pages="none")).files
    assert "The interview told of threats" in text_of(files["to-file/national-memorandum.docx"])


def test_a_secret_that_slips_through_keeps_the_filing_back(library):
    """A withheld name inside an offence's label is found in the written file; the filing is then not written."""
    leaking = CASE.replace("label: fraud", "label: fraud with Hidden WITNESS")
    case = case_from_text(leaking, library).case
    result = build(Situation(case, library, case.as_of), Options(filings=("national-memorandum",), pages="none"))
    assert "to-file/national-memorandum.docx" not in result.files
    assert "withheld" in result.problems[0].line()
    assert "WITNESS" not in result.problems[0].line()


def test_two_bodies_that_exclude_each_other_are_never_both_filed(library):
    final = CASE.replace("proceedings: {stage: first-instance,", "proceedings: {stage: surrender,")
    for elected, filed in ((None, set()), ("ecthr_rule39", {"echr-rule39"}), ("cat_art22", {"uncat-complaint"})):
        text = final.replace(
            "stage: surrender,", f"stage: surrender, elected_body: {elected}," if elected else "stage: surrender,"
        )
        case = case_from_text(text, library).case
        files = build(
            Situation(case, library, case.as_of), Options(filings=("echr-rule39", "uncat-complaint"), pages="none")
        ).files
        assert {p.partition("/")[2].removesuffix(".docx") for p in files if p.startswith("to-file/")} == filed
        assert "counsel-only/echr-rule39-annotated.docx" in files
        assert "counsel-only/uncat-complaint-annotated.docx" in files


def test_counsel_is_told_which_argument_lacks_what_was_left_out(built):
    report = json.loads(built.files["counsel-only/report.json"])
    lacks = {item["item"]: item["arguments"] for item in report["filings"][0]["withheld"]}
    assert lacks["hidden"] == ["Real risk of torture or ill-treatment"]
    assert lacks["neighbour"] == ["Real risk of torture or ill-treatment"], "an exhibit stands behind a circumstance"
    assert "Real risk of torture or ill-treatment" in lacks["asylum-seeker"]
    assert len(lacks["asylum-seeker"]) == 2, "and the argument on asylum itself"
    page = built.files["counsel-only/report.html"].decode("utf-8")
    assert "It would have supported: Real risk of torture or ill-treatment" in page


BELIEF = """
format: 1
as_of: "2024-06-10"
persons_sought: [{name: Test PERSON, nationalities: [CN], profile: [falun-gong]}]
request: {requesting_state: CN, requested_state: AL, offences: [fraud]}
proceedings: {removal_scheduled: "2024-06-18 07:00"}
circumstances:
  - id: belief
    says: The person has practised Falun Gong since 1997.
    tags: [art3-real-risk, political-persecution]
    withhold_from: [requesting-state]
"""


def test_the_urgent_page_says_where_the_argument_is_thin_and_that_counsel_decides(library):
    case = case_from_text(BELIEF, library).case
    built = build(Situation(case, library, case.as_of), Options(urgent=True, pages="none"))
    page = " ".join(built.urgent.split())
    assert "circumstance belief (said in the case file). Missing from the argument on:" in page
    assert "Thin, for no circumstance of this person is left in it: Real risk of torture" in page
    assert "Counsel decides for each" in page
    assert "1997" not in page
    assert "1997" not in text_of(built.files["to-file/echr-rule39.docx"])
    opened = case_from_text(BELIEF.replace("[requesting-state]", "[]"), library).case
    open_page = build(Situation(opened, library, opened.as_of), Options(urgent=True, pages="none")).urgent
    assert "COUNSEL DECIDES" not in open_page


def test_the_brief_that_is_filed_holds_no_note_and_counsels_is_the_same_with_them(library):
    """Notes are added to a brief that never had them, and in nothing else do the two differ."""
    case = load_case(ROOT / "examples/poland-2024/case.yaml", library).case
    s = Situation(case, library, case.as_of)
    report = match_case(s, with_closed=True)
    noted = 0
    for manifest in filing_manifests(library).values():
        composed = compose(s, manifest, report)
        filed, annotated = (b.model_dump(mode="json") for b in (composed.brief, composed.annotated))
        assert not any(notes(filed)), manifest.id
        noted += any(notes(annotated))
        assert without_notes(annotated) == without_notes(filed)
    assert noted > 10


def notes(brief):
    parts = [*brief["submissions"], *brief["arguments"], brief["treaty"]]
    return [brief["procedure_notes"], *(part["counsel_notes"] for part in parts)]


def without_notes(value):
    if isinstance(value, dict):
        return {k: without_notes(v) for k, v in value.items() if k not in {"counsel_notes", "procedure_notes"}}
    return [without_notes(item) for item in value] if isinstance(value, list) else value
