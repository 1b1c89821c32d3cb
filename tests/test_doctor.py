"""doctor: what is installed, what is missing, and whether somebody changed the law library."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefs.library.integrity import LIST, digest, is_known, library_files, listed, verify

ROOT = Path(__file__).parent.parent


def run(*arguments):
    command = [sys.executable, ROOT / "assemble.py", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, env={**os.environ})


def test_the_list_of_hashes_is_that_of_the_library():
    """A new ruling or report is one file and nothing else: the list takes it in with the next release."""
    found = verify(ROOT)
    added = [path for path in found.added if not path.startswith(("precedents/", "evidence/"))]
    assert (*found.changed, *found.missing, *added) == (), f"Run 'make hashes', and commit {LIST.name}: {found}"
    assert LIST.read_text(encoding="utf-8").splitlines() == [f"{v}  {k}" for k, v in sorted(listed().items())]


def test_every_shipped_template_is_known_and_another_is_not():
    for file in ROOT.glob("templates/**/*.docx"):
        assert is_known(file.read_bytes())
    assert not is_known(file.read_bytes() + b"x")


def test_a_changed_a_missing_and_an_added_file_are_told(tmp_path):
    for room in ("law", "precedents", "evidence", "templates"):
        shutil.copytree(ROOT / room, tmp_path / room)
    first, second, *_ = library_files(tmp_path).values()
    first.write_bytes(first.read_bytes() + b"# changed\n")
    second.unlink()
    (tmp_path / "precedents" / "slipped-in.yaml").write_text("x: y\n", encoding="utf-8")
    found = verify(tmp_path)
    assert [len(found.changed), len(found.missing), found.added] == [1, 1, ("precedents/slipped-in.yaml",)]


def test_line_ends_that_git_changes_on_windows_are_no_change():
    assert digest(b"a\r\nb\r\n", ".yaml") == digest(b"a\nb\n", ".yaml")
    assert digest(b"a\r\n", ".docx") != digest(b"a\n", ".docx")


@pytest.fixture(scope="module")
def answer():
    return run("doctor", "--json")


def test_doctor_answers_in_json_and_says_the_limits_of_this_system(answer):
    assert answer.returncode == 0, answer.stdout
    data = json.loads(answer.stdout)
    assert data["sound"] is True
    checks = {check["name"]: check for check in data["checks"]}
    assert {"library", "Python", "limits", "LibreOffice", "encryption", "rights of files"} <= set(checks)
    assert "clock of 15 s" in checks["limits"]["says"]
    assert all(set(check) == {"name", "state", "says", "fix"} for check in data["checks"])


def test_doctor_in_words_ends_with_what_is_not_in_our_hands():
    assert "Encrypt the whole disk" in run("doctor").stdout.splitlines()[-1]


def test_a_connection_tried_by_a_program_that_a_test_starts_fails():
    code = "import socket; socket.create_connection(('127.0.0.1', 9))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "a network connection was tried" in done.stderr
