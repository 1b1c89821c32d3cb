"""The Word templates: what stands beside them is what is in them, and none names a precedent of its own accord."""

import io
import re
import zipfile
from pathlib import Path

import pytest
import yaml

from briefs.library import load_library
from briefs.models.template import FilingManifest, FragmentManifest
from briefs.render import gate, names_doc
from briefs.render.engine import compile_template
from briefs.render.fragments import Fragments
from briefs.render.markup import to_text

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


@pytest.mark.parametrize("file", WORD, ids=name_of)
def test_the_text_beside_a_template_is_the_text_in_it(file):
    """A reviewer reads the text; after an edit in Word: python -m briefs.render.markup text FILE.docx"""
    assert to_text(file.read_bytes()) == file.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", WORD, ids=name_of)
def test_every_template_has_a_manifest_of_its_own_name(file):
    data = yaml.safe_load(file.with_name("template.yaml").read_text(encoding="utf-8"))
    model = FilingManifest if data.get("kind", "filing") == "filing" else FragmentManifest
    assert model.model_validate(data).id == name_of(file)


@pytest.mark.parametrize("file", WORD, ids=name_of)
def test_every_template_passes_the_gate_and_the_closed_language(file):
    if file.parent.parent.name == "templates":
        compile_template(file.read_bytes(), name_of(file))
        return
    filing = compile_template((ROOT / "templates/national-memorandum/en.docx").read_bytes())
    assert gate.check(file.read_bytes(), name_of(file), fragment=True)
    Fragments({name_of(file): file.read_bytes()}, filing.styles, "en").compiled(name_of(file))


def test_the_sixteen_arguments_of_the_foundation_stand_in_full():
    held = {file.parent.name for file in WORD if file.parent.parent.name == "arguments"}
    assert held >= FULL
    for ground in FULL:
        text = (ROOT / "templates" / "arguments" / ground / "en.txt").read_text(encoding="utf-8")
        assert text.count("\n1. ") >= 6, ground
        for part in ("submission.authorities.leading", "submission.facts", "submission.authorities.adverse"):
            assert part in text, (ground, part)


@pytest.mark.parametrize("file", [f for f in WORD if "arguments" in f.parts], ids=name_of)
def test_a_fragment_names_no_precedent_and_no_docket_outside_a_condition(file):
    text = file.with_suffix(".txt").read_text(encoding="utf-8")
    free = re.sub(r"\{% *p? *(if|elif)[^%]*held\[.*?\{% *p? *endif *%\}", "", text, flags=re.DOTALL)
    assert not re.search(r"\bno\. \d+/\d\d|\bC-\d+/\d\d|CAT/C/|CCPR/C/", free)
    for precedent in LIBRARY.precedents.values():
        if " v. " in precedent.short_title or " v " in precedent.short_title:
            assert precedent.short_title not in free, precedent.short_title


@pytest.mark.parametrize("file", WORD, ids=name_of)
def test_holdings_named_in_a_template_exist(file):
    text = file.with_suffix(".txt").read_text(encoding="utf-8")
    for key in re.findall(r"held\['([^']+)'\]", text):
        assert key in LIBRARY.holdings, key


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
