"""A complete case can be finalised: each gap that a filing may show has a key in the case file that fills it.

Counsel's reading of the sources is taken as done: the copy of the library used here calls every record primary. What
is tested is the case file, not the library.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.build import Options, build
from briefs.casefile import load_case
from briefs.checks.keys import case_key
from briefs.facts import Situation
from briefs.library.manifests import filing_manifests
from briefs.models.case import Decision

AFTER_REFUSAL = "release-and-return"
OTHER_BODIES = {
    "ced": "ced-urgent-action",
    "hrc": "hrc-communication",
    "cat": "uncat-complaint",
    "wgad": "wgad-questionnaire",
}
FILE = Path(__file__).parent / "complete" / "case.yaml"


def read_by_counsel(library):
    """The library after everything in it was read in the source and confirmed."""
    rulings = {
        key: p.model_copy(
            update={
                "verification": "primary",
                "holdings": tuple(
                    h.model_copy(
                        update={
                            "verification": "primary",
                            "pinpoints": tuple(one.model_copy(update={"level": "primary"}) for one in h.pinpoints),
                        }
                    )
                    for h in p.holdings
                ),
            }
        )
        for key, p in library.precedents.items()
    }
    reports = {
        key: e.model_copy(
            update={
                "verification": "primary",
                "findings": tuple(f.model_copy(update={"verification": "primary"}) for f in e.findings),
            }
        )
        for key, e in library.evidence.items()
    }
    return replace(library, precedents=rulings, evidence=reports)


@pytest.fixture(scope="module")
def complete(library):
    read = read_by_counsel(library)
    case = load_case(FILE, read).case
    decided = dict.fromkeys(read.precedents, False)
    return Situation(case.model_copy(update={"disclosure": decided}), read, case.as_of)


def elected(s, body):
    proceedings = s.case.proceedings.model_copy(update={"elected_body": body})
    return replace(s, case=s.case.model_copy(update={"proceedings": proceedings}))


def hindered(built):
    return [problem.line() for problem in built.problems]


def test_a_complete_case_can_be_finalised(complete):
    manifests = filing_manifests(complete.library)
    elsewhere = {AFTER_REFUSAL, *OTHER_BODIES.values()}
    built = build(complete, Options(filings=tuple(sorted(manifests.keys() - elsewhere)), final=True, pages="none"))
    assert hindered(built) == []
    filed = {name.removeprefix("to-file/").removesuffix(".docx") for name in built.files if name.startswith("to-file/")}
    assert filed == {key for key, m in manifests.items() if not m.counsel_only} - elsewhere


def test_what_waits_for_a_refusal_of_surrender_is_not_final_before_it(complete):
    built = build(complete, Options(every=True, final=True, pages="none"))
    assert {p.where for p in built.problems} == {AFTER_REFUSAL}


def test_after_a_refusal_release_and_the_return_of_the_passport_can_be_final(complete):
    refusal = Decision(on="2024-05-10", by="Minister of Justice", outcome="surrender refused", final=True)
    before = complete.case.proceedings
    now = before.model_copy(update={"stage": "refused", "decisions": (*before.decisions, refusal)})
    refused = replace(complete, case=complete.case.model_copy(update={"proceedings": now}))
    built = build(refused, Options(filings=(AFTER_REFUSAL,), final=True, pages="none"))
    assert hindered(built) == []
    assert f"to-file/{AFTER_REFUSAL}.docx" in built.files


@pytest.mark.parametrize(("body", "filing"), [pair for pair in OTHER_BODIES.items() if pair[0] != "ced"])
def test_a_filing_to_a_body_that_excludes_the_court_is_final_when_that_body_is_elected(body, filing, complete):
    built = build(elected(complete, body), Options(filings=(filing,), final=True, pages="none"))
    assert hindered(built) == []
    assert f"to-file/{filing}.docx" in built.files


def test_of_a_body_that_is_closed_to_the_state_nothing_but_that_stands_in_the_way(complete):
    """Poland is no party to the convention on enforced disappearance: no case file can mend that."""
    built = build(elected(complete, "ced"), Options(filings=("ced-urgent-action",), final=True, pages="none"))
    assert [p.what[:42] for p in built.problems] == ["The state is a party to the convention. No"]


def test_without_the_keys_for_single_filings_each_gap_names_the_key_that_fills_it(complete):
    bare = complete.case.model_copy(update={"papers": type(complete.case.papers)()})
    asked = ("expert-instruction", "interpreter-request", "release-application", "release-and-return")
    built = build(replace(complete, case=bare), Options(filings=asked, final=True, pages="none"))
    said = " ".join(hindered(built))
    for key in ("expert.name", "expert.address", "expert.report_due", "interpreter_language", "release.address"):
        assert f"write it under papers.{key}" in said
    for key in ("release.surety", "seized_items"):
        assert f"write it under papers.{key}" in said
    assert built.refused


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("caption.court", "proceedings.court.name"),
        ("counsel[].phone", "representation.counsel[].phone"),
        ("persons[].born", "persons_sought[].born"),
        ("person.full", "persons_sought[].name.full"),
        ("proceedings.last_decision.served_on", "proceedings.decisions[].served_on"),
        ("proceedings.custody_since", "proceedings.custody.since"),
        ("proceedings.removal_scheduled", "proceedings.removal_scheduled"),
    ],
)
def test_a_gap_is_named_by_its_key_in_the_case_file(name, key):
    assert case_key(name) == key
