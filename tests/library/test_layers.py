"""Layers: a record of one's own replaces the shipped one as a whole, or withdraws it; all say where it comes from."""

import json
import shutil

import pytest

from briefs.library import load_library
from briefs.library.layers import shipped_root
from briefs.render.markup import to_text
from tests.running import ROOT, run

LIU = "echr/liu-v-poland-2022"
CASE = ROOT / "examples" / "poland-2024" / "case.yaml"


def own(tmp_path, name, text):
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return tmp_path


def shipped(name):
    return (shipped_root() / name).read_text(encoding="utf-8")


def test_a_record_of_ones_own_replaces_the_shipped_one_as_a_whole(tmp_path):
    text = shipped(f"precedents/{LIU}.yaml").replace("short_title: Liu v. Poland", "short_title: Our Liu", 1)
    text = text.replace("neutral_citation: '[2022] ECHR 793'\n", "", 1)
    library = load_library((own(tmp_path, f"precedents/{LIU}.yaml", text),))
    assert library.precedents[LIU].short_title == "Our Liu"
    assert library.precedents[LIU].neutral_citation is None
    assert library.layer_of(LIU) == str(tmp_path)
    assert library.layer_of("echr/soering-v-uk-1989") == "shipped"


def test_one_entry_of_the_law_is_replaced_and_the_others_stay(tmp_path):
    own(
        tmp_path,
        "law/courts.yaml",
        "ie-sc:\n  name: Supreme Court of Ireland\n  cite_as: Supreme Court of Ireland\n"
        "  state: IE\n  system: national\n  highest: yes\n  category: National courts\n",
    )
    library = load_library((tmp_path,))
    assert library.courts["ie-sc"].name == "Supreme Court of Ireland"
    assert library.courts["echr"].name == "European Court of Human Rights"
    assert library.layer_of("law/courts/ie-sc") == str(tmp_path)


def test_the_order_is_option_variable_user_shipped(tmp_path, monkeypatch):
    text = "id: echr/liu-v-poland-2022\nwithdrawn: {}\n"
    for name in ("option", "variable", "config/casebrief"):
        own(tmp_path / name, f"precedents/{LIU}.yaml", text.format(f"by {name}"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert load_library().withdrawn[LIU].reason == "by config/casebrief"
    monkeypatch.setenv("CASEBRIEF_LIBRARY", str(tmp_path / "variable"))
    assert load_library().withdrawn[LIU].reason == "by variable"
    assert load_library((tmp_path / "option",)).withdrawn[LIU].reason == "by option"


def test_a_withdrawn_ruling_is_gone_from_the_matches_and_the_list_says_why(tmp_path, capsys):
    root = own(tmp_path, f"precedents/{LIU}.yaml", f"id: {LIU}\nwithdrawn: a later judgment is being read\n")
    _, listed, _ = run(capsys, "--library", root, "list", "precedents")
    assert f"WITHDRAWN in {root}: a later judgment is being read" in listed
    code, matched, _ = run(capsys, "--library", root, "match", CASE, "--json")
    assert code == 0
    assert LIU not in {m["id"] for m in json.loads(matched)["matches"]}
    code, said, _ = run(capsys, "--library", root, "lint", root)
    assert (code, said) == (0, "")


@pytest.mark.parametrize("word", ["no", "yes", "false"])
def test_a_yes_or_no_is_no_reason_to_withdraw(tmp_path, capsys, word):
    """Whoever writes 'withdrawn: no' means the opposite."""
    root = own(tmp_path, f"precedents/{LIU}.yaml", f"id: {LIU}\nwithdrawn: {word}\n")
    code, _, said = run(capsys, "--library", root, "list", "courts")
    assert code == 1
    assert "liu-v-poland-2022.yaml:2:1  withdrawn:" in said
    assert "is not a reason" in said


def test_a_brief_can_be_built_without_a_ruling_that_a_template_names(tmp_path, capsys):
    """The fragment's paragraphs on Liu stand in a condition; other texts may still speak of it by name."""
    root = own(tmp_path, f"precedents/{LIU}.yaml", f"id: {LIU}\nwithdrawn: not wanted here\n")
    out = tmp_path / "out"
    run(capsys, "--library", root, "build", CASE, "-o", out, "--pages", "none", "--filing", "national-memorandum")
    text = to_text((out / "to-file" / "national-memorandum.docx").read_bytes())
    assert len(text) > 5000
    assert "37610/18" not in text
    assert "freed from proving specific personal grounds" not in text


def test_list_show_and_match_say_where_a_record_comes_from(tmp_path, capsys):
    root = own(tmp_path, f"precedents/{LIU}.yaml", shipped(f"precedents/{LIU}.yaml"))
    shutil.copytree(shipped_root() / "templates" / "echr-rule39", root / "templates" / "echr-rule39")
    own(tmp_path, "evidence/sp-rsdl-2020.yaml", shipped("evidence/sp-rsdl-2020.yaml"))
    _, listed, _ = run(capsys, "--library", root, "list", "precedents")
    marked = [line for line in listed.splitlines() if "[from " in line]
    assert [line.split()[0] for line in marked] == [LIU]
    _, listed, _ = run(capsys, "--library", root, "list", "filings")
    assert [line.split()[0] for line in listed.splitlines() if "[from " in line] == ["echr-rule39"]
    _, shown, _ = run(capsys, "--library", root, "show", "sp-rsdl-2020")
    assert f"from {root}" in shown
    _, matched, _ = run(capsys, "--library", root, "match", CASE, "--forum", "national_court")
    assert f"; from {root}]" in next(line for line in matched.splitlines() if "Liu v. Poland, no." in line)


def test_a_folder_that_is_not_there_is_told(tmp_path, capsys):
    code, _, said = run(capsys, "--library", tmp_path / "nowhere", "list", "courts")
    assert code == 1
    assert "this library folder does not exist" in said


def test_a_slip_in_ones_own_record_is_told_with_its_line(tmp_path, capsys):
    text = shipped(f"precedents/{LIU}.yaml").replace(
        "ground: general-situation-or-group", "ground: general-situation", 1
    )
    code, _, said = run(capsys, "--library", own(tmp_path, f"precedents/{LIU}.yaml", text), "list", "courts")
    line = text[: text.index("ground: general-situation\n")].count("\n") + 1
    assert code == 1
    assert f"liu-v-poland-2022.yaml:{line}:5  holdings.0.ground: ground 'general-situation' does not exist" in said
