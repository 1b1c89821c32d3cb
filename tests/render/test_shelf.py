"""Compiled templates are kept on disk as data, and nothing that is wrong with a file there is ever seen in a filing."""

import json
import stat

import pytest
from render_samples import brief

from briefs.render import shelf, template
from briefs.render.engine import render
from briefs.render.markup import to_docx

TEXT = "# Facts\n1. {{ party.names }} is sought.{{ fn('A note.') }}\n{%p include 'blocks/end' %}"
FRAGMENTS = {"blocks/end": to_docx("1. It ends in {{ request.requested_state.name }}.")}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    return tmp_path / "cache" / "casebrief" / "templates"


@pytest.fixture
def made(monkeypatch):
    """Fills the template as a new process would: nothing is left in memory."""
    compiled = []
    monkeypatch.setattr("briefs.render.compiling.compile_story", _counted(compiled))

    def make(text=TEXT):
        monkeypatch.setattr("briefs.render.template._CACHE", template.Cache())
        monkeypatch.setattr("briefs.render.fragments._CACHE", template.Cache())
        compiled.clear()
        return render(to_docx(text), FRAGMENTS, brief(), mode="counsel").data

    make.compiled = compiled
    return make


def _counted(seen):
    from briefs.render.compiling import compile_story

    return lambda xml, kind, where: seen.append(where) or compile_story(xml, kind, where)


def test_the_second_run_compiles_nothing_and_writes_the_same_bytes(folder, made):
    first = made()
    assert made.compiled
    assert made() == first
    assert made.compiled == []


def test_what_lies_on_disk_is_private_json_without_a_word_of_the_case(folder, made):
    made()
    files = list(folder.iterdir())
    assert len(files) == 2
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for file in files:
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        body = file.read_bytes().partition(b"\n")[2]
        assert isinstance(json.loads(body), dict)
        assert b"Shen" not in body


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: data[: len(data) // 2],
        lambda data: b"",
        lambda data: data.replace(b"is sought", b"is hunted"),
        lambda data: _signed({"program": [["import", "os"]], "includes": [], "where": "", "size": 1}),
        lambda data: _signed(["nothing of ours"]),
        lambda data: _signed({}),
        lambda data: b"\x80\x04\x95" + data,
    ],
    ids=["cut", "empty", "changed", "another program", "a list", "nothing", "a pickle"],
)
def test_a_damaged_or_foreign_file_is_made_again_without_a_word(folder, made, capsys, harm):
    first = made()
    for file in folder.iterdir():
        file.write_bytes(harm(file.read_bytes()))
    assert made() == first
    assert len(made.compiled) > 0
    assert made() == first
    assert made.compiled == []
    assert capsys.readouterr() == ("", "")


def _signed(data):
    body = json.dumps(data).encode()
    return shelf._digest(body) + b"\n" + body


def test_a_folder_that_others_may_write_is_not_read(folder, made):
    first = made()
    folder.chmod(0o777)
    assert made() == first
    assert made.compiled


def test_a_link_in_place_of_a_file_is_not_followed(folder, made, tmp_path):
    made()
    for file in folder.iterdir():
        file.rename(tmp_path / file.name)
        file.symlink_to(tmp_path / file.name)
    made()
    assert made.compiled
    assert not any(file.is_symlink() for file in folder.iterdir())


def test_without_a_cache_that_can_be_written_everything_works(monkeypatch, tmp_path, made):
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert made() == made()
    assert made.compiled


def test_another_version_of_the_program_does_not_read_what_this_one_wrote(folder, made, monkeypatch):
    made()
    monkeypatch.setattr(shelf, "_tool", lambda: b"another version")
    made()
    assert made.compiled


def test_what_the_gate_refuses_is_never_kept(folder, made):
    from briefs.errors import TemplateError

    with pytest.raises(TemplateError):
        made("1. {{ person.nothing }}")
    assert not folder.exists() or list(folder.iterdir()) == []


def test_the_folder_does_not_grow_without_end(folder, made, monkeypatch):
    monkeypatch.setattr(shelf, "MOST", 6)
    for number in range(8):
        made(f"1. Number {number}.")
    assert len(list(folder.iterdir())) <= 7
