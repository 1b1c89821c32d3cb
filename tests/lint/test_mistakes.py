"""Seeded mistakes: each is reported at its line, with what lint says about it, and nothing else is reported."""

from collections import Counter

import pytest

from tests.lint.seeded import CONSEQUENCES, MISTAKES


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda m: m.name.replace(" ", "-"))
def test_a_seeded_mistake_is_reported_at_its_line(mistake, seeded):
    report, places = seeded
    file, line = places[mistake.name]
    said = [f.problem.line() for f in report.findings if f.place[:2] == (file, line)]
    assert any(mistake.says in text for text in said), (
        said,
        [f.problem.line() for f in report.findings if f.place[0] == file],
    )


def test_no_mistake_is_reported_where_there_is_none(seeded):
    report, places = seeded
    wanted = set(places.values())
    others = [f.problem.line() for f in report.findings if f.place[:2] not in wanted]
    unexpected = [o for o in others if not any(f"{file}.yaml" in o and says in o for file, says in CONSEQUENCES)]
    assert unexpected == []


def test_every_finding_says_what_to_do(seeded):
    report, _ = seeded
    silent = [
        f.problem.line() for f in report.findings if not (f.problem.why or f.problem.fix or "Write" in f.problem.what)
    ]
    assert silent == []


def test_the_mistakes_are_many_and_different():
    assert len(MISTAKES) >= 40
    assert max(Counter(m.name for m in MISTAKES).values()) == 1
