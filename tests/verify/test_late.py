"""A pattern that is compiled late is still a pattern: every one compiles, and answers as one compiled at once."""

import importlib
import pkgutil
import re

import pytest

import briefs.verify
from briefs.verify.find.late import _Late, late

LATE = {
    f"{module.name}.{name}": value
    for module in pkgutil.walk_packages(briefs.verify.__path__, "briefs.verify.")
    for name, value in vars(importlib.import_module(module.name)).items()
    if isinstance(value, _Late)
}


def test_most_patterns_wait():
    assert len(LATE) > 100


@pytest.mark.parametrize("name", LATE)
def test_every_pattern_compiles(name):
    pattern = LATE[name]
    assert pattern.finditer("").__class__ is re.compile("").finditer("").__class__
    assert pattern.pattern


def test_it_answers_as_a_pattern_does():
    pattern, same = late(r"(?P<no>\d+)/(\d\d)", re.I), re.compile(r"(?P<no>\d+)/(\d\d)", re.I)
    text = "no. 37610/18 and 1/99"
    assert [m.span() for m in pattern.finditer(text)] == [m.span() for m in same.finditer(text)]
    assert pattern.search(text)["no"] == "37610"
    assert (pattern.pattern, pattern.flags, pattern.groups) == (same.pattern, same.flags, same.groups)
    assert pattern.sub("x", text) == same.sub("x", text)


def test_one_that_is_none_is_told_at_its_first_use():
    broken = late("(")
    with pytest.raises(re.error):
        broken.search("")
