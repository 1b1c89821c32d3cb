"""Hostile case files are refused with file, line and reason; what is read is exactly what was written."""

import pytest
from cases import GOOD_NAMES, REFUSED, named, with_lines

from briefs.casefile import check_case
from briefs.errors import CaseError
from briefs.reading.text_tree import parse_tree


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name, library, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CaseError) as refusal:
        check_case(parse_tree(REFUSED[name], "case.yaml"), library)
    for problem in refusal.value.problems:
        assert problem.where.startswith("case.yaml")
        assert "\n" not in problem.line()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", GOOD_NAMES)
def test_read_exactly(name, library):
    read = check_case(parse_tree(named(name), "case.yaml"), library)
    assert read.case.persons_sought[0].name.full == name


@pytest.mark.parametrize("name", ["Li Wеi", "Иvan Petrov", "Αnna Kowalska"])
def test_letters_that_look_alike_are_warned_of_and_left(name, library):
    read = check_case(parse_tree(named(name), "case.yaml"), library)
    assert read.case.persons_sought[0].name.full == name
    assert any("look alike" in warning.what for warning in read.warnings)


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ("confidentiality: {third_persons: [{name: Аnna Smith}]}", "confidentiality.third_persons.0.name"),
        ("representation: {counsel: [{name: Pаul}]}", "representation.counsel.0.name"),
        ("persons_sought: [{name: {full: Li, other_spellings: [Lі]}}]", "persons_sought.0.name.other_spellings.0"),
        ("persons_sought: [{family: [{relation: sister, name: Lі}]}]", "persons_sought.0.family.0.name"),
    ],
)
def test_every_name_in_the_case_is_looked_at(lines, place, library):
    read = check_case(parse_tree(with_lines(lines), "case.yaml"), library)
    assert any(place in warning.what and "look alike" in warning.what for warning in read.warnings)
