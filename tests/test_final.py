"""`--final` refuses, and says what stands in the way as a list that a person can work off."""

import pytest

from briefs.build import Options, build
from briefs.casefile import case_from_text
from briefs.checks.final import ADVERSE, FACTS, REPORTS, RULES, absent_facts, broken_rules
from briefs.errors import Problem
from briefs.facts import Situation
from briefs.models.checklist import CheckItem, Checklist
from briefs.report.terminal import work_lines

CASE = """
format: 1
as_of: "2024-06-10"
reference: F-1
persons_sought: [{name: Test PERSON, nationalities: [CN]}]
request: {requesting_state: CN, requested_state: PL, purpose: prosecution, offences: [fraud]}
proceedings: {decisions: [{on: "2024-05-02", by: Court, outcome: allowed, final: yes, suspensive_remedy: no}]}
"""
KEY = "echr-rule39/annex/the-authority-signed-by-both"


@pytest.fixture(scope="module")
def elected(library):
    text = CASE.replace("proceedings: {", "proceedings: {elected_body: ecthr_rule39, ")

    def look(more=""):
        s = Situation(case_from_text(text + more, library).case, library, "2024-06-10")
        return build(s, Options(filings=("echr-rule39",), final=True, pages="none"))

    return look


def test_what_counsel_accepts_by_name_is_no_hindrance_and_everything_else_still_is(elected):
    before = [p for p in elected().problems if p.kind == RULES]
    assert KEY in " ".join(p.fix for p in before)
    accepted = f"accepted: [{{rule: {KEY}, by: Anna Example, why: the prison signs tomorrow}}]\n"
    after = [p for p in elected(accepted).problems if p.kind == RULES]
    assert len(after) == len(before) - 1
    assert KEY not in " ".join(p.fix for p in after)


def test_an_accepted_line_is_recorded_in_the_manifest(library):
    import json

    accepted = f"accepted: [{{rule: {KEY}, by: Anna Example, why: the prison signs tomorrow}}]\n"
    s = Situation(case_from_text(CASE + accepted, library).case, library, "2024-06-10")
    built = build(s, Options(filings=("echr-rule39",), pages="none"))
    manifest = json.loads(built.files["counsel-only/manifest.json"])
    assert manifest["accepted"] == [{"rule": KEY, "by": "Anna Example", "why": "the prison signs tomorrow"}]
    assert "Anna Example" in built.files["counsel-only/report.html"].decode("utf-8")
    assert "prison signs" not in built.files["counsel-only/echr-rule39-annotated.docx"].decode("latin-1")


def test_a_report_that_nobody_has_read_is_a_line_of_the_list_until_it_is_taken_over_by_name(elected):
    lines = [p for p in elected().problems if p.kind == REPORTS]
    assert lines
    key = lines[0].what.split(":")[0]
    assert key.startswith("evidence/")
    assert "is secondary" in lines[0].what
    assert "casebrief eject" in lines[0].fix
    after = elected(f"accepted: [{{rule: {key}, by: Anna Example, why: read it today}}]\n")
    assert key not in " ".join(p.what for p in after.problems)


def test_an_authority_against_us_waits_only_where_its_ground_is_argued(library):
    """A form or a letter that cites nothing has no place for a contrary authority; a memorandum has."""
    s = Situation(case_from_text(CASE, library).case, library, "2024-06-10")
    form = build(s, Options(filings=("authority-national",), final=True, pages="none"))
    brief = build(s, Options(filings=("national-memorandum",), final=True, pages="none"))
    assert not [p for p in form.problems if p.kind == ADVERSE]
    lines = [p.what for p in brief.problems if p.kind == ADVERSE]
    assert lines
    for line in lines:
        key, _, rest = line.partition(": ")
        assert key in library.precedents
        assert rest.startswith(f"yes|no   # {library.precedents[key].short_title}: ")


def test_many_filings_that_wait_for_one_thing_are_counted_but_rules_name_each():
    many = [Problem(f"f{n}", "x: yes|no", kind=ADVERSE) for n in range(6)]
    rules = [Problem(f"f{n}", "Power.", "R.", f"accepted: {{rule: f{n}/annex/power}}", RULES) for n in range(6)]
    text = " ".join(" ".join(work_lines([*many, *rules])).split())
    assert "x: yes|no (6 filings)" in text
    assert "rule: FILING/annex/power" in text
    assert "(f0, f1, f2, f3, f4, f5)" in text


def test_a_draft_is_told_of_its_length_only(library):
    item = CheckItem(kind="annex", text="A paper.", status="missing", why="", rule="r", level="primary")
    long = CheckItem(kind="length", text="At most 10 pages.", status="missing", why="", rule="r", level="primary")
    found = Checklist(filing="x", title="X", forum="f", items=(item, long))
    assert [p.what[:7] for p in broken_rules(found, (), final=False)] == ["At most"]
    assert len(broken_rules(found, (), final=True)) == 2


def test_a_fact_that_a_condition_hid_is_missed_all_the_same():
    found = absent_facts("x", ["person.born", "caption.court"], [("person.born", "date of birth")])
    assert [p.what for p in found] == ["court seized: write it under proceedings.court.name."]


def test_the_list_names_each_thing_once_with_all_its_filings_in_the_order_of_the_work():
    problems = [
        Problem("a", "key/1: no decision.", "Duties differ.", "Write it.", ADVERSE),
        Problem("b", "key/1: no decision.", "Duties differ.", "Write it.", ADVERSE),
        Problem("b", "missing fact: court.", fix="Write it into the case file.", kind=FACTS),
        Problem("to-file/a.docx", "holds 1 text that is withheld.", kind=""),
    ]
    lines = list(work_lines(problems))
    text = "\n".join(lines)
    assert lines[0] == "Missing facts: 1"
    assert "1. [ ] missing fact: court. (b)" in text
    assert text.count("Duties differ.") == 1
    assert "2. [ ] key/1: no decision. (a, b)" in text
    assert text.index("Other findings") > text.index(ADVERSE)


def test_a_final_pdf_carries_no_draft_banner_because_it_is_made_of_the_final_file(monkeypatch):
    """The pages are counted on drafts; the PDF must not be one of these."""
    from types import SimpleNamespace

    from briefs import build as module

    monkeypatch.setattr(module.pages, "available", lambda: True)
    monkeypatch.setattr(module.pages, "to_pdf", lambda files: [b"PDF of " + data for data in files])
    one = SimpleNamespace(
        planned=SimpleNamespace(manifest=SimpleNamespace(id="x")), laid={"file": SimpleNamespace(pdf=b"draft")}
    )
    for final, expected in ((True, b"PDF of final word"), (False, b"draft")):
        built = module.Built(files={"to-file/x.docx": b"final word"})
        module._add_pdfs([one], Options(pdf=True, final=final), built)
        assert built.files["to-file/x.pdf"] == expected


def test_where_no_pdf_can_be_made_it_is_said(library, monkeypatch):
    from briefs.render import pages

    monkeypatch.setattr(pages, "available", lambda: False)
    s = Situation(case_from_text(CASE, library).case, library, "2024-06-10")
    built = build(s, Options(filings=("echr-rule39",), pdf=True))
    assert any("No PDF was made" in notice for notice in built.notices)
    assert not [name for name in built.files if name.endswith(".pdf")]
