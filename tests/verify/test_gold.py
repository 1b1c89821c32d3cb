"""Texts in the style of real judgments, briefs and views, each citation marked by hand with what must come out."""

import pytest

from benchmarks.verify.gold import AS_OF, FOLDER, errors, found_marks, scored

TEXTS = sorted(f.name for f in FOLDER.iterdir() if f.suffix in {".txt", ".md"} and f.stem != "README")


@pytest.mark.parametrize("name", TEXTS)
def test_every_citation_comes_out_as_a_person_marked_it(checker, name):
    score = scored(checker.at(AS_OF), FOLDER / name)
    assert (score.missed, score.loose, score.wrong) == ([], [], [])
    assert score.found == score.marks > 15


def test_marks_are_taken_out_of_the_text_that_is_read():
    text, ((letter, mark),) = found_marks("See ⟦e:Liu v. Poland⟧.")
    assert (text, letter) == ("See Liu v. Poland.", "e")
    assert text[mark.start : mark.end] == mark.text == "Liu v. Poland"


def test_every_error_written_by_hand_is_told(checker):
    found = errors(checker.at(AS_OF))
    assert [text for _, text, codes in found if not codes] == []
    assert sum(code in codes for code, _, codes in found) >= 0.95 * len(found)
    assert len(found) > 60
