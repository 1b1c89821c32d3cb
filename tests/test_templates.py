"""The Word templates: what stands beside them is what is in them, and none names a precedent of its own accord."""

import io
import zipfile
from pathlib import Path

import pytest

from briefs.library import load_library
from briefs.lint.templates import folder_problems
from briefs.render import names_doc

ROOT = Path(__file__).parent.parent
WORD = sorted((ROOT / "templates").rglob("*.docx"))
LIBRARY = load_library()
FULL = {
    "art3-real-risk",
    "general-situation-or-group",
    "burden-of-proof",
    "absolute-no-balancing",
    "diplomatic-assurances",
    "flagrant-denial-of-justice",
    "arbitrary-detention-pending-extradition",
    "death-penalty",
    "political-persecution",
    "refugee-non-refoulement",
    "treaty-no-defence",
    "enforced-disappearance",
    "effective-remedy",
    "interim-measures",
    "interpol-abuse",
    "hong-kong-status",
}


def name_of(file):
    return file.parent.relative_to(ROOT / "templates").as_posix()


@pytest.mark.parametrize("folder", sorted({file.parent for file in WORD}), ids=lambda folder: folder.name)
def test_a_template_is_sound(folder):
    """Manifest, gate, closed language, the text beside it, no precedent named of its own accord: briefs/lint."""
    name = folder.relative_to(ROOT / "templates").as_posix()
    assert [problem.line() for problem in folder_problems(folder, name, LIBRARY)] == []


def test_the_sixteen_arguments_of_the_foundation_stand_in_full():
    held = {file.parent.name for file in WORD if file.parent.parent.name == "arguments"}
    assert held >= FULL
    for ground in FULL:
        text = (ROOT / "templates" / "arguments" / ground / "en.txt").read_text(encoding="utf-8")
        assert text.count("\n1. ") >= 6, ground
        for part in ("submission.authorities.leading", "submission.facts", "submission.authorities.adverse"):
            assert part in text, (ground, part)


@pytest.mark.parametrize("file", WORD, ids=name_of)
def test_a_template_carries_no_trace_of_who_wrote_it(file):
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as package:
        names = package.namelist()
        text = b"".join(package.read(name) for name in names)
    assert not [n for n in names if "thumbnail" in n or "people" in n or "custom" in n]
    assert b"w:rsid" not in text


def test_the_page_of_template_names_is_current():
    """After a change of briefs/models/brief.py: python -m briefs.render.names_doc > docs/template-names.md"""
    assert (ROOT / "docs" / "template-names.md").read_text(encoding="utf-8") == names_doc.page()
