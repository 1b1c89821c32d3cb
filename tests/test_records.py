"""Every record proves itself: the situations it carries are run through the real matcher, both ways."""

import pytest

from briefs.library import load_library
from briefs.matching.situations import failing_situations

LIBRARY = load_library()
CITABLE = [
    p
    for p in LIBRARY.precedents.values()
    if p.outcome_known
    and p.kind != "practice"
    and p.decided
    and any(h.stance != "neutral" and h.ground for h in p.holdings)
]


@pytest.mark.parametrize("key", sorted(LIBRARY.precedents))
def test_the_matcher_agrees_with_the_record(key):
    assert failing_situations(LIBRARY, LIBRARY.precedents[key]) == []


@pytest.mark.parametrize("precedent", CITABLE, ids=lambda p: p.id)
def test_a_record_that_may_be_cited_says_when_it_applies_and_when_not(precedent):
    assert precedent.applies
    assert precedent.does_not_apply


def test_every_holding_against_has_an_answer():
    lacking = [h.id for p in CITABLE for h in p.holdings if h.stance == "against" and not (h.answer or p.answer)]
    assert lacking == []


def test_no_record_holds_a_seed_slip():
    """The known slips of the page from which the project grew are never repeated."""
    text = "\n".join(
        record.model_dump_json()
        for room in (LIBRARY.precedents, LIBRARY.evidence, LIBRARY.arguments)
        for record in room.values()
    )
    for slip in ("erga omnes", "48 Council of Europe", "Rabat Court of Appeal allowed"):
        assert slip not in text
    for precedent in LIBRARY.precedents.values():
        for holding in precedent.holdings:
            assert "pilot judgment" not in holding.proposition.lower()


def test_a_pinpoint_is_one_paragraph_with_its_own_level():
    for precedent in LIBRARY.precedents.values():
        for holding in precedent.holdings:
            for pinpoint in holding.pinpoints:
                assert pinpoint.level in {"primary", "secondary", "recalled"}
                assert " and " not in pinpoint.at, (holding.id, pinpoint.at)


def test_a_rule_or_method_names_no_requesting_state():
    """What may be cited for another requesting state is worded without the one it was decided on."""
    names = {"CN": ("China", "Chinese"), "UZ": ("Uzbek",), "TJ": ("Tajik",), "KG": ("Kyrgyz",), "RW": ("Rwanda",)}
    telling = [
        h.id
        for p in CITABLE
        for h in p.holdings
        if h.ground
        and h.stance != "neutral"
        and h.rests_on in {"rule", "method"}
        and any(name in h.proposition for name in names.get(p.requesting_state or "", ()))
    ]
    assert telling == []
