"""Eject: a shipped item is copied into one's own library, is used from there, and its changes are watched."""

import pytest

from briefs.library import load_library
from briefs.library.layers import shipped_root
from tests.running import run


@pytest.mark.parametrize(
    ("key", "file"),
    [
        ("echr/liu-v-poland-2022", "precedents/echr/liu-v-poland-2022.yaml"),
        ("liu-v-poland-2022", "precedents/echr/liu-v-poland-2022.yaml"),
        ("sp-rsdl-2020", "evidence/sp-rsdl-2020.yaml"),
        ("PL", "law/states/PL.yaml"),
        ("ecthr_rule39", "law/forums/ecthr_rule39.yaml"),
        ("templates/echr-rule39", "templates/echr-rule39/en.docx"),
        ("arguments/death-penalty", "templates/arguments/death-penalty/template.yaml"),
    ],
)
def test_the_file_is_copied_byte_for_byte(tmp_path, capsys, key, file):
    code, printed, _ = run(capsys, "--library", tmp_path, "eject", key)
    assert code == 0
    assert str(tmp_path / file) in printed.splitlines()
    assert (tmp_path / file).read_bytes() == (shipped_root() / file).read_bytes()
    assert run(capsys, "--library", tmp_path, "lint", tmp_path)[:2] == (0, "")


def test_one_entry_of_the_law_is_copied_with_its_lines(tmp_path, capsys):
    for key in ("health", "death-penalty"):
        assert run(capsys, "--library", tmp_path, "eject", key)[0] == 0
    library = load_library((tmp_path,))
    assert library.grounds["health"] == load_library().grounds["health"]
    assert library.layer_of("law/grounds/health") == str(tmp_path)
    assert library.layer_of("law/grounds/burden-of-proof") == "shipped"


def test_lint_says_when_the_shipped_one_has_changed_since(tmp_path, capsys):
    run(capsys, "--library", tmp_path, "eject", "health")
    ledger = tmp_path / "ejected.yaml"
    noted = ledger.read_text(encoding="utf-8").split(": ")[-1].strip()
    ledger.write_text(ledger.read_text(encoding="utf-8").replace(noted, "0" * 64), encoding="utf-8")
    code, said, _ = run(capsys, "--library", tmp_path, "lint", tmp_path)
    assert code == 0
    assert "ejected.yaml:2:1  law/grounds.yaml#health: the shipped one has changed since it was copied." in said
    (tmp_path / "law" / "grounds.yaml").unlink()
    assert run(capsys, "--library", tmp_path, "lint", tmp_path)[1] == ""


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("echr-rule39", "names 2 things: law/provisions/echr-rule39 and templates/echr-rule39"),
        ("helth", "Did you mean health?"),
        ("templates/../law", "the shipped library holds no"),
        ("../../README", "the shipped library holds no"),
    ],
)
def test_what_cannot_be_ejected_is_told(tmp_path, capsys, key, says):
    code, printed, said = run(capsys, "--library", tmp_path, "eject", key)
    assert (code, printed) == (1, "")
    assert says in said
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_overwritten(tmp_path, capsys):
    run(capsys, "--library", tmp_path, "eject", "health")
    before = (tmp_path / "law" / "grounds.yaml").read_bytes()
    code, _, said = run(capsys, "--library", tmp_path, "eject", "health")
    assert code == 1
    assert "is in this library already" in said
    assert (tmp_path / "law" / "grounds.yaml").read_bytes() == before
