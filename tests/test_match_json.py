"""`match --json` is written piece by piece: it must be, letter by letter, the report as pydantic writes it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import to_json
from running import run
from six_cases import ROOT, SIX, situation

from briefs.matching import match_case
from briefs.matching.as_json import report_json
from briefs.models.match import Excluded, ForumAnswer, Gap, Match, MatchedPinpoint, MatchReport, Reason

TEXTS = st.sampled_from(["", "a", 'two "words"\n\t\\', "龍 \u2028 é \x7f\x01", "x" * 300])
REASONS = st.builds(Reason.of, code=TEXTS, text=TEXTS)
PINPOINTS = st.builds(MatchedPinpoint.of, at=TEXTS, verification=st.just("primary"), accepted_by=TEXTS | st.none())


def tuples(strategy):
    return st.lists(strategy, max_size=3).map(tuple)


MATCHES = st.builds(
    Match.of,
    id=TEXTS,
    holding=TEXTS | st.none(),
    kind=st.just("precedent"),
    forum=TEXTS,
    ground=TEXTS,
    stance=st.sampled_from(["for", "against"]),
    weight=st.sampled_from(["binding", "background"]),
    reasons=tuples(REASONS),
    pinpoints=tuples(PINPOINTS),
    verification=st.just("recalled"),
    cite=TEXTS,
    dockets=tuples(TEXTS),
    proposition=TEXTS,
    answer=TEXTS | st.none(),
)


@st.composite
def reports(draw):
    """Reports in which matches share what they say, or only seem to."""
    matches = draw(st.lists(MATCHES, max_size=4))
    for match in draw(st.lists(st.sampled_from(matches), max_size=60)) if matches else ():
        changes = {"forum": TEXTS, "reasons": tuples(REASONS), "dockets": tuples(TEXTS), "proposition": TEXTS}
        name = draw(st.sampled_from(sorted(changes)))
        matches.append(match.but(**{name: draw(changes[name])}))
    return MatchReport.of(
        case=draw(TEXTS),
        as_of="2024-05-13",
        forums=draw(tuples(st.builds(ForumAnswer.of, id=TEXTS, status=st.just("open"), reasons=tuples(REASONS)))),
        grounds=(),
        matches=tuple(matches),
        gaps=draw(tuples(st.builds(Gap.of, code=TEXTS, text=TEXTS))),
        excluded=draw(tuples(st.builds(Excluded.of, id=TEXTS, reason=REASONS))),
    )


@given(reports())
def test_any_report_is_written_as_pydantic_writes_it(report):
    assert b"".join(report_json(report)) == to_json(report, indent=2)


@pytest.mark.parametrize("name", SIX)
def test_the_answer_for_a_case_is_written_as_pydantic_writes_it(name, library):
    report = match_case(situation(name, library))
    assert report.matches
    assert b"".join(report_json(report)) == to_json(report, indent=2)


def test_the_command_prints_it_and_nothing_else(capsys, library):
    code, out, err = run(capsys, "match", ROOT / SIX["poland-2024"], "--json", "--forum", "ecthr_rule39")
    report = match_case(situation("poland-2024", library), ["ecthr_rule39"])
    assert code == 0
    assert out == to_json(report, indent=2).decode() + "\n"
    assert {match["forum"] for match in json.loads(out)["matches"]} == {"ecthr_rule39"}
    assert "as_of is" in err


def test_matches_of_a_forum_stand_together_in_the_order_of_what_counts(library):
    """Forum, ground, rulings before provisions before documents, for before against, own highest court, weight."""
    s = situation("poland-2024", library)
    report = match_case(s)
    kinds, weights = ("precedent", "provision", "evidence"), ("binding", "leading", "persuasive", "background")

    def place(match):
        ground = library.grounds[match.ground]
        near = "own highest court" not in match.reasons[0].text, weights.index(match.weight)
        by_kind = near if match.kind == "precedent" else match.id
        return match.forum, ground.order, ground.id, kinds.index(match.kind), match.stance != "for", by_kind

    assert [place(match) for match in report.matches] == sorted(map(place, report.matches))
    assert len({(m.forum, m.kind) for m in report.matches}) > 6
