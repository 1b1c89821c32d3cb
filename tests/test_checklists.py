"""The checklist of each filing: a rule of the forum, the case that meets it, the one that does not, the one to ask."""

import io
import zipfile

import docx
import pytest
from lxml import etree

from briefs.build import Options, build
from briefs.casefile import case_from_text
from briefs.checks.checklist import checklist
from briefs.checks.filings import estimated_pages
from briefs.checks.outline import compare, outline
from briefs.checks.predicates import TESTS, Matter, run, unknown_checks
from briefs.compose.withheld import Confidence
from briefs.facts import Situation
from briefs.forums import answer_forums
from briefs.library.manifests import filing_manifests
from briefs.models.law import SectionRule, in_force
from briefs.models.template import FilingManifest

BASE = """
format: 1
as_of: "2024-06-10"
persons_sought: [{name: Test PERSON, nationalities: [CN]}]
request: {requesting_state: CN, requested_state: PL, offences: [fraud]}
"""
FINAL = 'proceedings: {decisions: [{on: "2024-05-02", final: yes, suspensive_remedy: no%s}]}\n'


@pytest.fixture
def matter(library):
    def look(text, forum="ecthr_rule39", as_of="2024-06-10", base=BASE, **more):
        s = Situation(case_from_text(base + text, library).case, library, as_of)
        said = {"id": "x", "title": "X", "forum": forum, "system": "none", "languages": ["en"], "description": "x"}
        manifest = FilingManifest.model_validate(said | more.pop("manifest", {}))
        answer = next(a for a in answer_forums(s) if a.id == forum)
        return Matter(s, manifest, answer, Confidence(s.case, library.forums[forum].readers), **more)

    return look


RULES = [
    # rule, forum, case file, status, words of the reason
    ("party echr", "ecthr_rule39", "", "met", "Poland"),
    ("party ced", "ced", "", "missing", "not the case"),
    ("remedies-used", "ecthr_rule39", FINAL % "", "met", "no remedy"),
    ("remedies-used", "ecthr_rule39", "proceedings: {stage: appeal}\n", "missing", "still open"),
    ("remedies-used exception", "cat_art22", "proceedings: {stage: appeal}\n", "ask", "unreasonably prolonged"),
    ("remedies-used", "ecthr_rule39", "", "ask", "does not say"),
    ("enforceable", "ecthr_rule39", 'proceedings: {removal_scheduled: "2024-06-14"}\n', "met", "2024-06-14"),
    ("enforceable", "ecthr_rule39", "", "missing", "no date of removal"),
    (
        "decisions-attached",
        "ecthr_rule39",
        FINAL % ", exhibit: d" + "exhibits: [{id: d, title: Decision}]\n",
        "met",
        "1",
    ),
    ("decisions-attached", "ecthr_rule39", FINAL % "", "missing", "2024-05-02"),
    ("decisions-attached", "ecthr_rule39", "", "missing", "no decision"),
    ("authority-attached", "ecthr_rule39", "", "missing", "names no exhibit"),
    (
        "authority-attached",
        "ecthr_rule39",
        "representation: {authority: a}\nexhibits: [{id: a, title: Authority, withhold_from: [public]}]\n",
        "ask",
        "no exhibit of this filing",
    ),
    (
        "authority-attached",
        "ecthr_rule39",
        "representation: {authority: a}\nexhibits: [{id: a, title: Authority}]\n",
        "met",
        "exhibit a",
    ),
    ("exhibit passport identity", "interpol_ccf", "", "missing", "passport or identity"),
    ("exhibit passport identity", "interpol_ccf", "exhibits: [{id: p, title: Lost passport}]\n", "ask", "Look at it"),
    ("assurances-attached", "ecthr_rule39", "", "not_applicable", "no assurance"),
    ("same-matter ecthr", "ecthr_rule39", "", "ask", "ask the person"),
    ("same-matter ecthr", "ecthr_rule39", "proceedings: {other_procedures: [{body: CCF}]}\n", "met", "no other"),
    (
        "same-matter ecthr",
        "ecthr_rule39",
        "proceedings: {other_procedures: [{body: CAT, status: decided}]}\n",
        "missing",
        "CAT",
    ),
    ("same-matter hrc", "hrc_op1", "proceedings: {other_procedures: [{body: CAT, status: decided}]}\n", "ask", "CAT"),
    (
        "same-matter hrc",
        "hrc_op1",
        "proceedings: {other_procedures: [{body: CAT, status: pending}]}\n",
        "missing",
        "CAT",
    ),
    ("reservation", "hrc_op1", "", "not_applicable", "no earlier"),
    (
        "reservation",
        "hrc_op1",
        "proceedings: {other_procedures: [{body: CAT, status: decided}]}\n",
        "ask",
        "reservation",
    ),
    ("term ecthr-four-months", "ecthr_application", FINAL % "", "met", "2024-09-02"),
    ("term ecthr-six-months", "ecthr_application", FINAL % "", "not_applicable", "another period"),
    ("term ecthr-four-months", "ecthr_application", "", "ask", "no dated final decision"),
    (
        "term ecthr-four-months",
        "ecthr_application",
        FINAL.replace("2024-05-02", "2024-01-02") % "",
        "missing",
        "2024-05-02",
    ),
    ("term rule39-one-working-day", "ecthr_rule39", "", "ask", "no dated removal"),
    ("identity", "cat_art22", "", "met", "full name"),
    ("identity", "cat_art22", "confidentiality: {pseudonym: A.}\n", "ask", "separate sheet"),
    ("language en fr es", "wgad", "", "met", "'en'"),
    ("language fr es", "wgad", "", "missing", "'en'"),
    ("language-or-ask fr", "ecthr_rule39", "", "ask", "'en'"),
    ("translated", "national_court", "", "not_applicable", "no exhibit"),
    ("translated", "national_court", "exhibits: [{id: a, title: A, translated: no}]\n", "missing", "a"),
    ("translated", "national_court", "exhibits: [{id: a, title: A}]\n", "ask", "a"),
    ("translated", "national_court", "exhibits: [{id: a, title: A, translated: yes}]\n", "met", "every"),
    ("appendices 0", "interpol_ccf", "exhibits: [{id: a, title: A}]\n", "missing", "1 exhibit"),
    ("notice", "interpol_ccf", "", "ask", "access request"),
    ("one-channel", "wgad", "", "ask", "choose"),
    ("one-channel", "wgad", "proceedings: {elected_body: ecthr_rule39}\n", "ask", "elects"),
    ("custody", "wgad", "proceedings: {custody: {since: unknown}}\n", "missing", "no custody"),
    ("custody", "wgad", 'proceedings: {custody: {since: "2024-02-01"}}\n', "met", "2024-02-01"),
    ("representation.counsel[].phone", "ecthr_rule39", "", "missing", "not in the case file"),
    ("representation.counsel[].phone", "ecthr_rule39", 'representation: {counsel: [{phone: "1"}]}\n', "met", "in the"),
    ("pages 10", "interpol_ccf", "", "ask", "when the filing is built"),
]


@pytest.mark.parametrize(("rule", "forum", "case", "status", "why"), RULES, ids=[f"{r[0]}: {r[3]}" for r in RULES])
def test_each_test_of_a_rule(rule, forum, case, status, why, matter):
    found = run(rule, matter(case, forum))
    assert found.status == status, found
    assert why in found.why


def test_every_named_test_is_exercised_above():
    assert {rule.split()[0] for rule, *_ in RULES} >= set(TESTS)


def test_every_check_of_the_library_exists(library):
    checks = [
        rule.check
        for forum in library.forums.values()
        for rule in (*forum.checklist, *forum.annexes, *forum.languages)
        if rule.check
    ]
    assert len(checks) > 40
    assert unknown_checks(checks) == []
    assert unknown_checks(["moon", "persons_sought[].moon", "pages 3"]) == ["moon", "persons_sought[].moon"]


def test_the_court_is_closed_to_the_working_group_question_where_it_has_no_say(matter):
    assert run("one-channel", matter("", "wgad", base=BASE.replace("PL", "TH"))).status == "not_applicable"


def test_a_measured_length_is_met_or_missing_and_an_estimate_is_never_either(matter):
    assert run("pages 10", matter("", pages=(10, True))).status == "met"
    assert run("pages 10", matter("", pages=(11, True))).status == "missing"
    over = run("pages 10", matter("", pages=(30, False)))
    assert over.status == "ask"
    assert "estimate" in over.why
    assert "OVER" in over.why


def test_national_rules_are_asked_never_taken_as_met(matter):
    """What the library remembers of Czech law is shown with its level, and asked."""
    lines = checklist(matter("", "national_court", base=BASE.replace("PL", "CZ"))).items
    national = [item for item in lines if item.kind == "national"]
    assert any("104/2013" in item.text for item in national)
    assert {item.status for item in national} == {"ask"}
    term = next(item for item in lines if item.text.startswith("Term for this filing"))
    assert term.status == "ask"


def test_a_form_about_a_body_has_no_admissibility_list(matter):
    form = checklist(matter("", "cat_art22", manifest={"addressee": "the person"}))
    assert not [item for item in form.items if item.kind in {"admissibility", "annex"}]
    assert [i for i in checklist(matter("", "cat_art22")).items if i.kind == "admissibility"]


def test_rules_as_they_stood_at_the_date(library):
    portal = next(r for r in library.forums["interpol_ccf"].channel if "portal" in r.text and r.since)
    text = next(r for r in library.forums["ecthr_rule39"].legal_basis if "amended" in r.text)
    assert [in_force(portal, day) for day in ("2026-03-25", "2026-03-26", "2026-03")] == [False, True, True]
    assert [in_force(text, day) for day in ("2024-03-27", "2024-03-28")] == [False, True]


def rule(key, *headings):
    return SectionRule(id=key, text=key, level="primary", headings=headings)


def test_sections_are_found_in_order_and_one_that_stands_too_early_is_told():
    wanted = [rule("facts", "the facts"), rule("risk", "risk"), rule("annex", "annexes"), rule("none", "moon")]
    found = {f.section.id: (f.at, f.in_order) for f in compare(["The facts", "List of annexes", "The risk"], wanted)}
    assert found == {"facts": (0, True), "risk": (2, True), "annex": (1, False), "none": (None, False)}


def body_of(file):
    data = io.BytesIO()
    file.save(data)
    with zipfile.ZipFile(data) as package:
        return etree.fromstring(package.read("word/document.xml"))


def test_headings_are_read_from_the_written_file_and_body_text_is_not():
    file = docx.Document()
    file.add_heading("The facts", 1)
    file.add_paragraph("The risk is great.")
    assert outline(body_of(file)) == ["The facts"]


def test_more_words_are_more_pages():
    sizes = []
    for words in (100, 3100, 6200):
        file = docx.Document()
        file.add_paragraph("word " * words)
        sizes.append(estimated_pages(body_of(file)))
    assert sizes == [1, 10, 20]


@pytest.mark.parametrize("case", ["poland-2024", "morocco-2021", "five-facts"])
def test_the_sections_of_each_filing_are_those_of_its_forum(case, library):
    """Every filing that follows its forum's order is compared on the written file, section by section."""
    from pathlib import Path

    from briefs.casefile import load_case

    root = Path(__file__).parent.parent
    file = (
        root / "tests/golden/12-five-facts/case.yaml" if case == "five-facts" else root / f"examples/{case}/case.yaml"
    )
    s = Situation((read := load_case(file, library).case), library, read.as_of)
    following = tuple(key for key, m in filing_manifests(library).items() if m.forum_sections)
    built = build(s, Options(filings=following, pages="none"))
    assert {one.filing for one in built.checklists} == set(following)
    for one in built.checklists:
        sections = [item for item in one.items if item.kind == "section"]
        assert sections, one.filing
        assert not [(one.filing, i.text, i.why) for i in sections if i.status == "missing"]
