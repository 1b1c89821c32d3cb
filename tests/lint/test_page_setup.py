"""A lawyer changes the margins of a template in Word: is it said that the layout overrules them?"""

import io
import re
import shutil
import zipfile

import pytest

from briefs.library.layers import shipped_root
from tests.running import run

CASE = "examples/poland-2024/case.yaml"


def with_margins(data, margins):
    """The Word file with these sides of its margins, as Word would save it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w") as made:
        for name in given.namelist():
            text = given.read(name)
            if name == "word/document.xml":
                for side, twips in margins.items():
                    text = re.sub(rb'(<w:pgMar[^>]*w:%s=)"\d+"' % side.encode(), rb'\1"%d"' % twips, text)
            made.writestr(name, text)
    return out.getvalue()


@pytest.fixture
def own(tmp_path):
    """A copy of the short memorandum in a library of one's own, with a wide left margin."""
    folder = tmp_path / "templates" / "national-memorandum-short"
    shutil.copytree(shipped_root() / "templates" / folder.name, folder)
    file = folder / "en.docx"
    file.write_bytes(with_margins(file.read_bytes(), {"left": 2835, "right": 567}))
    return file


def test_margins_set_in_word_are_told_where_the_layout_overrules_them(own, capsys):
    code, said, _ = run(capsys, "lint", own.parents[2])
    assert code == 0
    told = [line for line in said.splitlines() if "margins" in line]
    assert len(told) == 1
    assert told[0].startswith("warning: ")
    assert "left 5.0, right 1.0 cm) are not used" in told[0]
    assert "write 'layout: own' in template.yaml" in told[0]


@pytest.mark.parametrize("command", ["check", "build"])
def test_check_and_build_say_it_too(own, tmp_path, capsys, command):
    asked = [command, str(shipped_root() / CASE)]
    if command == "build":
        asked += ["--filing", own.parent.name, "--pages", "none", "-o", str(tmp_path / "out")]
    _, _, said = run(capsys, "--library", own.parents[2], *asked)
    assert said.count("margins (top 2.0, bottom 2.0, left 5.0, right 1.0 cm) are not used") == 1


def test_layout_own_keeps_them_and_nothing_is_said(own, capsys):
    manifest = own.with_name("template.yaml")
    manifest.write_text(
        re.sub(r"(?m)^layout: .*$", "layout: own", manifest.read_text(encoding="utf-8")), encoding="utf-8"
    )
    assert "margins" not in run(capsys, "lint", own.parents[2])[1]


def test_a_copy_with_other_words_and_the_old_margins_says_nothing(own, capsys):
    shutil.copy(shipped_root() / "templates" / own.parent.name / own.name, own)
    own.write_bytes(with_margins(own.read_bytes(), {"left": 1418}))
    assert "margins" not in run(capsys, "lint", own.parents[2])[1]
