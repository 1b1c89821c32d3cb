"""A template that came by e-mail is filled in a process of its own: same words; it cannot hang or fill the memory."""

import subprocess
import sys

import pytest
from render_samples import brief

from briefs.errors import TemplateError
from briefs.models.brief import Brief
from briefs.render import apart, engine
from briefs.render.markup import to_docx

TEMPLATE = to_docx(
    "# Facts\n1. {{ person.called }}{{ fn('a note') }} {{ missing('a.b', 'the label') }}\n{%p include 'blocks/x' %}"
)
FRAGMENTS = {"blocks/x": to_docx("1. Of the fragment: {{ reference }}.")}


def prepared(template=TEMPLATE, known=lambda data: False, data=None, fragments=FRAGMENTS):
    return apart.prepare(
        template,
        fragments,
        Brief.model_validate(data or brief()),
        language="en",
        where="templates/by-mail",
        known=known,
        every=lambda: fragments,
    )


def test_what_is_filled_apart_is_the_same_file_to_the_byte():
    here, there = prepared(known=lambda data: True), prepared()
    assert isinstance(here, engine.Draft)
    assert isinstance(there, apart.Draft)
    for mode in ("file", "counsel"):
        assert apart.finish(there, mode=mode) == apart.finish(here, mode=mode)


def test_one_unknown_fragment_is_enough_to_go_apart():
    assert isinstance(prepared(known=lambda data: data == TEMPLATE), apart.Draft)


def test_a_refusal_comes_back_with_its_place_and_reason():
    with pytest.raises(TemplateError, match="cycler"):
        prepared(to_docx("1. {{ cycler }}"))
    with pytest.raises(TemplateError, match="no fragment"):
        prepared(fragments={})


LONG = {"person": brief()["person"] | {"called": "x" * 400_000}, "exhibits": brief()["exhibits"] * 40}
GREEDY = to_docx("1. {% for a in exhibits %}{% for b in exhibits %}{{ person.called }}{% endfor %}{% endfor %}")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps the limit of memory")
def test_a_template_that_fills_the_memory_is_stopped(monkeypatch):
    monkeypatch.setattr(apart, "_SHARED", [apart.Worker(memory=512 << 20)])
    with pytest.raises(TemplateError, match="limits of memory"):
        prepared(GREEDY, data=brief() | LONG)


def test_a_template_that_takes_too_long_is_stopped_and_the_next_one_is_filled(monkeypatch):
    apart.shared_worker()
    monkeypatch.setattr(apart.Clock, "__init__", lambda self, where: self.__dict__.update(where=where, left=0.02))
    with pytest.raises(TemplateError, match="takes too long"):
        prepared(to_docx("1. x\n" * 2000))
    monkeypatch.undo()
    assert apart.finish(prepared()).data


@pytest.mark.parametrize(
    "deed",
    [
        "open('made', 'w')",
        "import os; os.remove('made')",
        "import socket; socket.socket().connect(('127.0.0.1', 9))",
        "import subprocess; subprocess.Popen(['true'])",
        "import os; os.system('true')",
    ],
)
def test_the_child_can_write_start_and_call_nothing(tmp_path, deed):
    code = f"import sys; from briefs.render import apart_worker; sys.addaudithook(apart_worker._refuse); {deed}"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": ":".join(apart._paths())},
    )
    assert "is not allowed here" in done.stderr
    assert not list(tmp_path.iterdir())
