"""Every hostile template is refused with lines that say where and why; every good one is filled."""

import pytest
from render_samples import brief

from briefs.errors import BriefError
from briefs.render.engine import render
from templates import ACCEPTED, REFUSED


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BriefError) as refusal:
        render(REFUSED[name](), {}, brief())
    for problem in refusal.value.problems:
        assert problem.where
        assert "\n" not in problem.line()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ACCEPTED)
def test_accepted(name):
    assert render(ACCEPTED[name](), {}, brief()).data


def test_the_corpus_is_as_large_as_promised():
    assert len(REFUSED) >= 500
