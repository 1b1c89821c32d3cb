"""Texts in the style of real judgments, briefs and views, each citation marked by hand with what must come out."""

import pytest

from benchmarks.verify.gold import AS_OF, FOLDER, scored, unmarked

TEXTS = sorted(f.name for f in FOLDER.iterdir() if f.suffix in {".txt", ".md"} and f.stem != "README")


@pytest.mark.parametrize("name", TEXTS)
def test_every_citation_comes_out_as_a_person_marked_it(checker, name):
    score = scored(checker.at(AS_OF), FOLDER / name)
    assert (score.missed, score.loose, score.wrong) == ([], [], [])
    assert score.found == score.marks > 15


def test_marks_are_taken_out_of_the_text_that_is_read():
    text, (mark,) = unmarked("See ⟦e:Liu v. Poland⟧.")
    assert text == "See Liu v. Poland."
    assert text[mark.start : mark.end] == mark.text == "Liu v. Poland"
