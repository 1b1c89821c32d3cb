"""One library with all the seeded mistakes at once, checked in one pass, as a user would."""

import datetime as dt

import pytest

from briefs.library.layers import Layer, shipped_root
from briefs.lint import lint
from briefs.lint.canonical import canonical
from briefs.lint.scope import MODELS
from tests.lint.seeded import MISTAKES

TODAY = dt.date(2026, 11, 1)


def seeded_line(before, after, at):
    """Number of the line that lint must name: the one with `at`, else the first that was changed."""
    lines = after.splitlines()
    if at:
        return next(n for n, line in enumerate(lines, start=1) if at in line)
    old = before.splitlines()
    return next(n for n, line in enumerate(lines, start=1) if n > len(old) or line != old[n - 1])


def canonical_copy(name):
    raw = (shipped_root() / f"{name}.yaml").read_bytes()
    model = next((model for room, model in MODELS.items() if name.startswith(room)), None)
    return canonical(raw, name, model) if model else raw


@pytest.fixture(scope="session")
def seeded(tmp_path_factory):
    """(report, {name of the mistake: (file, line)})"""
    root = tmp_path_factory.mktemp("mistakes")
    places = {}
    for mistake in MISTAKES:
        file = root / f"{mistake.file}.yaml"
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(canonical_copy(mistake.file))
        before = file.read_text(encoding="utf-8")
        assert mistake.text in before, f"{mistake.name}: the text is not in {mistake.file}"
        after = before.replace(mistake.text, mistake.mistake, 1)
        file.write_text(after, encoding="utf-8")
        places[mistake.name] = (str(file), seeded_line(before, after, mistake.at))
    layers = (Layer("mistakes", root), Layer("shipped", shipped_root()))
    return lint(layers, within=root, today=TODAY), places
