"""Both bodies: what one procedure closes is told before it is lodged, in both directions; counsel chooses."""

import pytest

from briefs.casefile import case_from_text
from briefs.facts import Situation
from briefs.forums import answer_forums
from briefs.forums.guard import cautions


@pytest.fixture
def warned(library):
    def look(proceedings, *lodged, requested="DE"):
        text = (
            f'format: 1\nas_of: "2024-06-10"\nrequest: {{requesting_state: CN, requested_state: {requested}}}\n'
            f"proceedings: {proceedings}\n"
        )
        s = Situation(case_from_text(text, library).case, library, "2024-06-10")
        return cautions(s, answer_forums(s), set(lodged))

    return look


def said(found, code):
    return [(one.text, one.rule, one.level) for one in found if one.code == code]


def seized(body, status):
    return f"{{stage: surrender, other_procedures: [{{body: {body}, status: {status}}}]}}"


def test_before_anything_is_lodged_each_open_body_says_what_it_does_not_take(warned):
    choice = said(warned("{stage: surrender}"), "choice-closes")
    rules = {rule for _, rule, _ in choice}
    assert {"article 35 § 2 (b) ECHR", "article 22 (5) (a) CAT"} <= rules
    assert "article 5 (2) (a) of the first Optional Protocol" in rules
    assert any("reservation" in text and "check it" in text for text, _, _ in choice)


def test_the_elected_body_is_not_warned_against_itself(warned):
    choice = said(warned("{stage: surrender, elected_body: cat_art22}", "cat"), "choice-closes")
    assert choice
    assert "article 22 (5) (a) CAT" not in {rule for _, rule, _ in choice}
    assert all("elects the Committee against Torture" in text for text, _, _ in choice)


DIRECTIONS = [
    ("CAT", "ecthr", "article 35 § 2 (b) ECHR", "article 22 (5) (a) CAT"),
    ("ECtHR", "cat", "article 22 (5) (a) CAT", "article 35 § 2 (b) ECHR"),
    ("Human Rights Committee", "cat", "article 22 (5) (a) CAT", "article 5 (2) (a) of the first Optional Protocol"),
    ("CAT", "hrc", "article 5 (2) (a) of the first Optional Protocol", "article 22 (5) (a) CAT"),
]


@pytest.mark.parametrize(("there", "now", "rule", "back"), DIRECTIONS, ids=[f"{r[0]} then {r[1]}" for r in DIRECTIONS])
def test_a_body_that_is_seized_closes_the_other_and_is_closed_by_it(there, now, rule, back, warned):
    found = warned(seized(there, "pending"), now)
    assert [r for _, r, _ in said(found, "seized-elsewhere")] == [rule]
    assert [r for _, r, _ in said(found, "seized-elsewhere-back")] == [back]


def test_the_committee_bars_the_past_too_the_other_committee_only_the_present(warned):
    cat = said(warned(seized("ECtHR", "decided"), "cat"), "seized-elsewhere")[0][0]
    hrc = said(warned(seized("ECtHR", "decided"), "hrc"), "seized-elsewhere")[0][0]
    assert "has been examined" in cat
    assert "while it is being examined" in hrc
    assert not said(warned(seized("ECtHR", "decided"), "hrc"), "seized-elsewhere-back")


def test_a_matter_the_same_body_has_dealt_with(warned):
    found = warned(seized("ECtHR", "inadmissible"), "ecthr")
    assert "say what is new" in said(found, "already-examined")[0][0]


def test_a_regular_communication_about_detention_may_close_strasbourg_as_recalled(warned):
    ((text, rule, level),) = said(warned("{stage: surrender}", "wgad"), "wgad-closes-ecthr")
    assert (rule, level) == ("article 35 § 2 (b) ECHR", "recalled")
    assert "urgent appeal" in text
    assert said(warned(seized("WGAD", "pending"), "ecthr"), "wgad-closes-ecthr")
    assert not said(warned("{stage: surrender}", "wgad", requested="TH"), "wgad-closes-ecthr")
    assert not said(warned("{stage: surrender}", "ecthr"), "wgad-closes-ecthr")


def test_procedures_that_exclude_nothing(warned):
    found = warned(seized("CCF", "pending"), "ecthr")
    assert not said(found, "seized-elsewhere")


def test_exhaustion_and_what_was_raised_below(warned):
    early = warned("{stage: appeal}", "ecthr")
    assert said(early, "remedies-open")[0][1] == "article 35 § 1 ECHR"
    late = warned('{decisions: [{on: "2024-05-02", final: yes, suspensive_remedy: no}]}', "cat")
    assert not said(late, "remedies-open")
    assert said(late, "raised-below")[0][1] == "article 22 (5) (b) CAT"
