"""The page on coverage: counted from the library, holes shown, and never out of date."""

import re
from pathlib import Path

import pytest

from briefs.coverage import coverage, page

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def found(library):
    return coverage(library)


def cell(found, ground, forum, side):
    return next(c for c in found.cells if (c.ground, c.forum, c.requested_by) == (ground, forum, side))


def test_the_page_in_the_docs_is_current(found, library):
    """After a change of the library: make pages. A new ruling is one file alone: the page says how many it counts."""
    shown = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
    counted = int(re.search(r"holds (\d+) rulings", shown)[1])
    assert counted <= found.precedents
    assert counted < found.precedents or shown == page(found, library)


def test_every_ground_is_counted_before_every_forum_that_may_hear_it(found, library):
    counted = {(c.ground, c.forum) for c in found.cells}
    assert counted == {(ground.id, forum) for ground in library.grounds.values() for forum in ground.forums}


def test_a_finding_on_conditions_in_one_state_counts_for_no_other(found):
    """Liu and the rulings after it speak of detention in China; for Hong Kong they are onward transfer at most."""
    mainland = cell(found, "general-situation-or-group", "ecthr_rule39", "CN")
    assert mainland.supporting.all > cell(found, "general-situation-or-group", "ecthr_rule39", "HK").supporting.all
    assert mainland.supporting.own > 0
    assert cell(found, "chain-refoulement", "ecthr_rule39", "HK").supporting.all > 0


def test_both_sides_are_counted(found):
    here = cell(found, "diplomatic-assurances", "national_court", "CN")
    assert here.supporting.all > 0
    assert here.adverse.all > 0
    assert here.supporting.verified <= here.supporting.all


def test_a_hole_is_told(found, library):
    """No ruling of the library was given on disappearance against the person: the page says so."""
    text = page(found, library)
    assert "Risk of enforced disappearance: no authority against the person on a request by anybody." in text
    assert "| none |" in text


def test_a_precedent_more_is_counted(library, found):
    """The page follows the records: without Liu there is one authority less."""
    import dataclasses

    less = {key: p for key, p in library.precedents.items() if key != "echr/liu-v-poland-2022"}
    before = cell(found, "general-situation-or-group", "ecthr_rule39", "CN").supporting
    after = cell(
        coverage(dataclasses.replace(library, precedents=less)), "general-situation-or-group", "ecthr_rule39", "CN"
    )
    assert after.supporting.all == before.all - 1
