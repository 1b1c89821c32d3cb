"""lint as people meet it: a record, a folder, a Word file, a file that lies elsewhere, JSON, rewriting with --fix."""

import json
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefs.library.layers import Layer, shipped_root
from briefs.lint.canonical import canonical
from briefs.lint.numbers import docket_pattern, strasbourg_ecli
from briefs.lint.scope import rewrite
from briefs.models.precedent import Precedent
from briefs.reading.text_tree import parse_tree
from tests.running import run

SOERING = "precedents/echr/soering-v-uk-1989.yaml"


@pytest.fixture
def soering(tmp_path):
    """A copy of a real record in a library of one's own."""
    file = tmp_path / SOERING
    file.parent.mkdir(parents=True)
    shutil.copy(shipped_root() / SOERING, file)
    return file


def change(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_all_mistakes_of_a_record_come_at_once(soering, capsys):
    change(soering, "kind: judgment", "kind: judgement")
    change(soering, "- 14038/88", "- 14038-88")
    change(soering, "favourable:", "favorable:")
    code, said, summary = run(capsys, "lint", soering)
    assert code == 1
    for word in ("Did you mean judgment?", "has not the form", "Did you mean favourable?"):
        assert word in said
    assert "1 record and 0 templates checked: 4 errors" in summary


def test_json_carries_place_reason_and_way_out(soering, capsys):
    change(soering, "kind: judgment", "kind: judgement")
    code, said, _ = run(capsys, "lint", "--json", soering)
    found = json.loads(said)["findings"]
    assert code == 1
    assert found[0]["line"] == 6
    assert found[0]["column"] == 1
    assert found[0]["file"].endswith("soering-v-uk-1989.yaml")
    assert found[0]["fix"] == "Did you mean judgment?"
    assert {"level", "what", "why"} <= set(found[0])


def test_a_record_that_lies_in_no_library_is_checked_and_told(tmp_path, capsys):
    file = tmp_path / "download.yaml"
    shutil.copy(shipped_root() / SOERING, file)
    code, said, _ = run(capsys, "lint", file)
    assert code == 0
    assert said.startswith("warning: ")
    assert "precedents/echr/soering-v-uk-1989.yaml" in said
    change(file, "stance: for", "stance: fro")
    assert run(capsys, "lint", file)[0] == 1


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("case.yaml", "format: 1\nas_of: '2026-01-01'\n", "casebrief check"),
        ("empty.yaml", "", "the file is empty"),
        ("no.yaml", None, "there is no such file or folder"),
    ],
)
def test_what_is_no_record_is_told(tmp_path, capsys, name, text, says):
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    code, _, said = run(capsys, "lint", tmp_path / name)
    assert code == 1
    assert says in said


def test_a_folder_without_records_is_told(tmp_path, capsys):
    (tmp_path / "papers").mkdir()
    code, _, said = run(capsys, "lint", tmp_path / "papers")
    assert code == 1
    assert "is no library folder" in said


def test_a_single_word_template_is_checked(tmp_path, capsys):
    file = tmp_path / "letter.docx"
    shutil.copy(shipped_root() / "templates" / "echr-rule39" / "en.docx", file)
    assert run(capsys, "lint", file)[0] == 0
    file.write_bytes(b"not a Word file")
    code, said, _ = run(capsys, "lint", file)
    assert code == 1
    assert "letter.docx" in said


def test_a_text_that_differs_from_its_template_is_told_at_the_line(tmp_path, capsys):
    folder = tmp_path / "templates" / "echr-rule39"
    shutil.copytree(shipped_root() / "templates" / "echr-rule39", folder)
    lines = (folder / "en.txt").read_text(encoding="utf-8").splitlines()
    lines[4] += " and more"
    (folder / "en.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    code, said, _ = run(capsys, "lint", tmp_path)
    assert code == 1
    assert f"{folder / 'en.txt'}:5:1  differs from en.docx from this line on." in said


def test_a_precedent_named_outside_a_condition_is_told(tmp_path, capsys):
    from briefs.render.markup import to_docx

    folder = tmp_path / "templates" / "arguments" / "health"
    folder.mkdir(parents=True)
    text = "# Health\n1. In Liu v. Poland the Court found a breach (no. 37610/18).\n"
    (folder / "en.txt").write_text(text, encoding="utf-8")
    (folder / "en.docx").write_bytes(to_docx(text))
    manifest = "kind: fragment\nid: arguments/health\nground: helth\nlanguages: [en, fr]\ndescription: Health.\n"
    (folder / "template.yaml").write_text(manifest, encoding="utf-8")
    code, said, _ = run(capsys, "lint", tmp_path)
    assert code == 1
    assert "en.txt:2:1  names 'Liu v. Poland' outside a condition." in said
    assert "names 'no. 37610/18' outside a condition." in said
    assert "template.yaml:3:1  ground: there is no ground 'helth'. Did you mean health?" in said
    assert "template.yaml:4:17  languages: there is no fr.docx in this folder." in said


# Canonical form


def test_fix_rewrites_a_record_and_keeps_its_comments_and_its_meaning(soering, capsys):
    before = parse_tree(soering.read_bytes(), "x").data
    text = soering.read_text(encoding="utf-8")
    title = "title: Soering v. the United Kingdom\n"
    assert title in text
    text = (
        text.replace(title, "").replace("requested_state: GB", "requested_state: NO") + f"{title}# read on the train\n"
    )
    soering.write_text(text, encoding="utf-8")
    code, _, said = run(capsys, "lint", "--fix", soering)
    after = soering.read_text(encoding="utf-8")
    assert f"Rewritten in canonical form: {soering}" in said
    assert after.splitlines()[1] == title.strip()
    assert "# read on the train" in after
    assert "requested_state: 'NO'" in after
    assert parse_tree(after.encode(), "x").data == {**before, "requested_state": "NO", "outcome_known": "yes"}
    assert run(capsys, "lint", "--fix", soering)[2].startswith("1 record")


def test_fix_without_a_path_rewrites_ones_own_records_and_leaves_the_shipped_ones_alone(soering, tmp_path):
    layers = (Layer("own", tmp_path), Layer("shipped", shipped_root()))
    soering.write_bytes(soering.read_bytes().replace(b"court: echr\n", b"court:   echr\n"))
    assert list(rewrite(layers, None)) == [soering]
    assert b"court: echr\n" in soering.read_bytes()


def test_fix_refuses_what_it_cannot_read(soering, capsys):
    before = soering.read_bytes() + b"\ncourt: echr\n"
    soering.write_bytes(before)
    code, _, said = run(capsys, "lint", "--fix", soering)
    assert code == 1
    assert "this key stands twice" in said
    assert soering.read_bytes() == before


@pytest.mark.parametrize(
    "word", ["NO", "no", "on", "y", "1.10", "012", "2022-10-06", "2022-10", "~", "null", "1e3", "0x1F", "12:30"]
)
def test_what_another_reader_would_misread_is_quoted(word):
    """Norway, a number with its nought, a date: YAML readers that guess types must see the text that was written."""
    import yaml

    text = canonical(f"id: echr/x\ntitle: {word}\n".encode(), "x", Precedent).decode()
    assert yaml.safe_load(text)["title"] == word


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.dictionaries(
        st.sampled_from(["title", "court", "outcome", "note", "x"]),
        st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), max_size=200),
        min_size=1,
    )
)
def test_rewriting_never_changes_a_text(data):
    raw = json.dumps({key: value for key, value in data.items()}, ensure_ascii=False).encode()
    once = canonical(raw, "x", Precedent)
    assert parse_tree(once, "x").data == parse_tree(raw, "x").data
    assert canonical(once, "x", Precedent) == once


def test_rewriting_a_real_record_changes_only_its_form():
    """Comments stay, texts stay, and a second rewriting finds nothing to do."""
    for file in sorted((shipped_root() / "precedents").rglob("*.yaml"))[::15]:
        raw = file.read_bytes()
        once = canonical(raw, file.name, Precedent)
        assert Precedent.model_validate(parse_tree(once, "x").data) == Precedent.model_validate(
            parse_tree(raw, "x").data
        )
        assert canonical(once, file.name, Precedent) == once
        assert once.count(b"#") == raw.count(b"#")


# Forms of numbers


@pytest.mark.parametrize(
    ("form", "number", "fits"),
    [
        ("N/YY", "37610/18", True),
        ("N/YY", "37610/2018", False),
        ("N/YYYY", "790/2016", True),
        ("C-N/YY PPU", "C-216/18 PPU", True),
        ("C-N/YY", "C-216/18 PPU", False),
        ("C-N/YY", "C 216/18", False),
    ],
)
def test_a_form_of_numbers_is_read_as_a_lawyer_writes_it(form, number, fits):
    assert bool(docket_pattern(form).fullmatch(number)) is fits


def test_the_ecli_of_strasbourg_is_made_by_its_rule(library):
    liu = library.precedents["echr/liu-v-poland-2022"]
    assert strasbourg_ecli(liu) == ["ECLI:CE:ECHR:2022:1006JUD003761018"]
    assert strasbourg_ecli(liu.model_copy(update={"decided": "2022-10"})) is None
