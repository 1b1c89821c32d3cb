"""Scenarios that a lawyer can read: a case file, and what must and must not come out of it.

Each folder below tests/golden/ holds case.yaml and expected.yaml; its `name` is the scenario in one sentence.
"""

from pathlib import Path

import pytest
import yaml

from briefs.build import Options, build
from briefs.casefile import load_case
from briefs.checks.written import text_of
from briefs.facts import Situation
from briefs.library.manifests import filing_manifests
from briefs.matching import match_case
from briefs.plan import EXCLUSIVE, body_seized, plan

SCENARIOS = sorted(Path(__file__).with_name("golden").iterdir())
EXPECTED = {folder.name: yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8")) for folder in SCENARIOS}


@pytest.fixture(scope="module")
def situations(library):
    read = {}
    for folder in SCENARIOS:
        case = load_case(folder / "case.yaml", library).case
        read[folder.name] = Situation(case, library, case.as_of or "2026-11-25")
    return read


@pytest.fixture(scope="module")
def manifests(library):
    return filing_manifests(library)


def ids(name):
    return EXPECTED[name]["name"]


@pytest.mark.parametrize("name", EXPECTED, ids=ids)
def test_forums_answer_as_expected(name, situations):
    report = match_case(situations[name])
    answers = {answer.id: answer.status for answer in report.forums}
    for forum, status in EXPECTED[name].get("forums", {}).items():
        assert answers[forum] == status, (forum, [a.reasons for a in report.forums if a.id == forum])


@pytest.mark.parametrize("name", EXPECTED, ids=ids)
def test_grounds_are_raised_as_expected(name, situations):
    raised = {ground.id for ground in match_case(situations[name]).grounds if ground.raised}
    assert set(EXPECTED[name].get("grounds_raised", [])) <= raised
    assert not set(EXPECTED[name].get("grounds_not_raised", [])) & raised


@pytest.mark.parametrize("name", EXPECTED, ids=ids)
def test_authorities_are_chosen_as_expected(name, situations):
    expected, matches = EXPECTED[name], match_case(situations[name]).matches
    for entry in expected.get("must_cite", []):
        found = [
            m
            for m in matches
            if m.id == entry["id"]
            and m.stance == "for"
            and m.forum == entry.get("forum", m.forum)
            and m.ground == entry.get("ground", m.ground)
        ]
        assert found, f"{entry} is not chosen"
        said = " ".join(r.text for m in found for r in m.reasons) + " " + " ".join(m.remark or "" for m in found)
        assert entry.get("says", "") in said
    for entry in expected.get("must_not_cite", []):
        assert not [
            m
            for m in matches
            if m.id == entry["id"]
            and m.stance == "for"
            and m.ground == entry.get("ground", m.ground)
            and m.forum == entry.get("forum", m.forum)
        ], entry
    for entry in expected.get("must_show_adverse", []):
        found = [m for m in matches if m.id == entry["id"] and m.stance == "against"]
        assert found, f"{entry} is not shown as adverse"
        assert all(m.answer for m in found)
        assert all(entry.get("remark", "") in (m.remark or "") for m in found)
    for entry in expected.get("must_not_show_adverse", []):
        assert not [m for m in matches if m.id == entry["id"] and m.stance == "against"], entry


@pytest.mark.parametrize("name", EXPECTED, ids=ids)
def test_exclusions_name_their_rule(name, situations):
    excluded = match_case(situations[name]).excluded
    for entry in EXPECTED[name].get("must_exclude", []):
        codes = {e.reason.code for e in excluded if e.id == entry["id"]}
        assert entry["code"] in codes, (entry, codes)


@pytest.mark.parametrize("name", EXPECTED, ids=ids)
def test_filings_are_planned_as_expected(name, situations, manifests):
    """`to_file` must be filed without being asked for; `not_filed` never; other filings of the library may come."""
    situation, expected = situations[name], EXPECTED[name]
    planned = plan(situation, manifests, match_case(situation))
    filed = {p.manifest.id for p in planned if p.to_file}
    assert set(expected["to_file"]) <= filed
    assert not set(expected.get("not_filed", [])) & filed
    bodies = {body_seized(situation, p.manifest) for p in planned if p.to_file} & EXCLUSIVE
    assert len(bodies) <= 1, bodies
    assert not [p for p in planned if p.to_file and (p.manifest.counsel_only or p.manifest.on_request)]


@pytest.mark.parametrize("name", EXPECTED, ids=ids)
def test_filings_hold_what_they_must_and_nothing_else(name, situations):
    expected = EXPECTED[name]
    built = build(situations[name], Options(filings=tuple(expected["to_file"]), pages="none"))
    assert not built.problems
    filed = {Path(path).stem: text_of(data) for path, data in built.files.items() if path.startswith("to-file/")}
    assert set(filed) == set(expected["to_file"])
    for filing, text in filed.items():
        assert "{{" not in text
        for words in expected.get("printed", {}).get(filing, []):
            assert words in text, (filing, words)
        for words in expected.get("never_printed", []):
            assert words not in text, (filing, words)
