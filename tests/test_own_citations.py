"""Our own filing is read again: no ruling that fell is named as if it stood."""

import json
from dataclasses import replace

from briefs.build import Options, build
from briefs.casefile import case_from_text
from briefs.checks.written import text_of
from briefs.facts import Situation

REPORT = "sp-morocco-idris-hasan"
FELL = "annulled in effect in February 2025"
CASE = """
format: 1
as_of: "{as_of}"
reference: OWN-1
persons_sought: [{{name: Test PERSON, nationalities: [CN], profile: [uyghur]}}]
request: {{requesting_state: CN, requested_state: {state}, purpose: prosecution, offences: [fraud]}}
disclosure: {disclosure}
"""


def built(library, filing, as_of, state, disclosure="{}"):
    case = case_from_text(CASE.format(as_of=as_of, state=state, disclosure=disclosure), library).case
    return build(Situation(case, library, as_of), Options(filings=(filing,), pages="none"))


def without_its_fate(library):
    report = library.evidence[REPORT]
    findings = tuple(f.model_copy(update={"superseded_by": None}) for f in report.findings)
    return replace(library, evidence={**library.evidence, REPORT: report.model_copy(update={"findings": findings})})


def text(made, filing):
    return text_of(made.files[f"to-file/{filing}.docx"])


def test_before_february_2025_the_report_tells_the_ruling_and_not_what_came_later(library):
    told = text(built(library, "policy-brief", "2024-06-01", "MA"), "policy-brief")
    assert "ruling no. 1799" in told
    assert "2025" not in told


def test_from_then_on_the_same_sentence_says_that_it_was_annulled(library):
    made = built(library, "policy-brief", "2025-06-01", "MA")
    assert FELL in text(made, "policy-brief")
    assert not made.problems


def test_a_report_that_does_not_tell_what_became_of_a_ruling_is_refused(library):
    made = built(without_its_fate(library), "policy-brief", "2025-06-01", "MA")
    assert [p.what[:20] for p in made.problems] == ["citation 'ruling no."]
    assert "annulled" in made.problems[0].what
    assert "say it beside the citation" in made.problems[0].fix
    assert "to-file/policy-brief.docx" not in made.files


def test_a_disclosed_ruling_that_was_overtaken_is_disclosed_with_what_overtook_it(library):
    made = built(library, "national-memorandum", "2024-06-01", "PL", '{"pl-sn/pl-sn-ii-kk-154-19": yes}')
    told = text(made, "national-memorandum")
    assert "the ruling was superseded by Liu v. Poland on 6 October 2022" in told
    assert not made.problems


def test_one_whose_fate_nobody_has_read_is_not_filed_as_if_it_stood(library):
    key = "it-ca/it-court-of-appeal-2015"
    made = built(library, "national-memorandum", "2026-06-01", "IT", json.dumps({key: "yes"}))
    assert any("(recalled: from memory" in p.what and "confirm" in p.fix for p in made.problems)
