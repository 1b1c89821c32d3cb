"""new precedent, new evidence, new court: a person who has just read a press release has a sound record in minutes."""

from pathlib import Path

import pytest

from briefs.library import load_library
from tests.running import run

RULING = {
    "--court": "echr",
    "--title": "Kovács and Others v. Malta",
    "--docket": "12345/21",
    "--decided": "2026-03-31",
    "--from": "CN",
    "--in": "MT",
    "--outcome": "Extradition to China would breach Article 3",
    "--favourable": "yes",
    "--ground": "art3-real-risk",
    "--stance": "for",
    "--proposition": "Detention on return was certain, and nobody could visit the place",
    "--rests-on": "conditions",
    "--url": "https://example.org/press-release",
    "--level": "secondary",
}
REPORT = {
    "--title": "Prisons of Ruritania",
    "--body": "Example Watch",
    "--body-kind": "ngo",
    "--dated": "2025-05",
    "--states": "CN",
    "--finding": "Visits by independent bodies were refused in 2024",
    "--edge": "supports",
    "--grounds": "art3-real-risk,burden-of-proof",
    "--tags": "monitoring_access",
    "--url": "https://example.org/report",
    "--level": "primary",
}


def options(answers, **changes):
    given = {**answers, **{f"--{name.replace('_', '-').strip('-')}": value for name, value in changes.items()}}
    return [part for pair in given.items() if pair[1] is not None for part in pair]


def test_a_new_precedent_is_sound_and_proves_itself(tmp_path, capsys):
    code, printed, said = run(capsys, "--library", tmp_path, "new", "precedent", *options(RULING))
    file = tmp_path / "precedents" / "echr" / "kovacs-and-others-v-malta-2026.yaml"
    assert (code, printed.strip()) == (0, str(file)), said
    assert run(capsys, "--library", tmp_path, "lint", file)[:2] == (0, "")
    record = load_library((tmp_path,)).precedents["echr/kovacs-and-others-v-malta-2026"]
    assert record.title == "Kovács and Others v. Malta"
    assert record.holdings[0].proposition.endswith(".")
    assert record.applies[0].forum == "ecthr_rule39"
    assert record.does_not_apply[0].as_of == "2026-03-30"
    assert record.status == "unknown"
    assert record.ecli is None  # nobody has read the judgment
    assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["precedents"]  # one file, nothing else


def test_the_ecli_is_derived_only_when_the_judgment_was_read(tmp_path, capsys):
    run(capsys, "--library", tmp_path, "new", "precedent", *options(RULING, level="primary"))
    record = load_library((tmp_path,)).precedents["echr/kovacs-and-others-v-malta-2026"]
    assert record.ecli == "ECLI:CE:ECHR:2026:0331JUD001234521"
    assert record.ecli_derived is True


def test_the_new_ruling_is_matched_to_a_case_at_once(tmp_path, capsys):
    run(capsys, "--library", tmp_path, "new", "precedent", *options(RULING))
    case = tmp_path / "case.yaml"
    case.write_text(
        "format: 1\nas_of: '2026-06-01'\nrequest: {requesting_state: CN, requested_state: MT}\n"
        "circumstances: [{id: c1, says: x, tags: [art3-real-risk]}]\n",
        encoding="utf-8",
    )
    _, matched, _ = run(capsys, "--library", tmp_path, "match", case, "--forum", "ecthr_rule39")
    assert "Kovács and Others v. Malta, no. 12345/21, 31 March 2026" in matched


def test_a_ruling_against_needs_an_answer(tmp_path, capsys):
    against = options(RULING, stance="against", favourable="no", rests_on="rule")
    code, _, said = run(capsys, "--library", tmp_path, "new", "precedent", *against)
    assert code == 2
    assert "--answer is missing" in said
    code, _, said = run(
        capsys, "--library", tmp_path, "new", "precedent", *against, "--answer", "It turned on its own facts."
    )
    assert code == 0, said


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"court": "ecthr"}, "Did you mean echr?"),
        ({"court": "ie-sc"}, "casebrief new court"),
        ({"docket": "12345-21"}, "Write it like '123/18'"),
        ({"decided": "31.3.2026"}, "Write YYYY-MM-DD"),
        ({"decided": "2026-02-30"}, "day is out of range"),
        ({"from_": "Chna"}, "Did you mean CN (China)"),
        ({"ground": "art3"}, "Did you mean art3-real-risk?"),
        ({"stance": "pro"}, "It is one of: for, against."),
        ({"level": "verified"}, "It is one of: primary, secondary, recalled."),
        ({"proposition": "Breach"}, "full sentence"),
        ({"title": "刘诉波兰"}, "No id can be made from this title"),
        ({"url": None}, "--url is missing"),
    ],
)
def test_a_wrong_answer_is_told_and_nothing_is_written(tmp_path, capsys, changes, says):
    code, printed, said = run(capsys, "--library", tmp_path, "new", "precedent", *options(RULING, **changes))
    assert (code, printed) == (2, "")
    assert says in said
    assert "Traceback" not in said
    assert list(tmp_path.iterdir()) == []


def test_a_name_in_another_script_is_written_under_a_given_id(tmp_path, capsys):
    code, _, said = run(
        capsys, "--library", tmp_path, "new", "precedent", "echr/liu-2026", *options(RULING, title="刘诉波兰")
    )
    assert code == 0, said
    assert load_library((tmp_path,)).precedents["echr/liu-2026"].title == "刘诉波兰"


def test_a_file_may_be_named_and_is_not_overwritten(tmp_path, capsys):
    file = tmp_path / "ours" / "precedents" / "echr" / "malta.yaml"
    assert run(capsys, "new", "precedent", file, *options(RULING))[0] == 0
    before = file.read_bytes()
    assert b"id: echr/malta\n" in before
    code, _, said = run(capsys, "new", "precedent", file, *options(RULING))
    assert code == 4
    assert "exists already" in said
    assert file.read_bytes() == before


def test_at_a_terminal_a_wrong_answer_is_asked_again_and_a_question_mark_shows_the_list(tmp_path, capsys):
    answers = [
        "ecthr", "?", "echr", "Kovács v. Malta", "12345-21", "12345/21", "2026-03-31", "", "CN", "MT", "",
        "Extradition was refused in the end", "yes", "art3-real-risk", "for",
        "Detention on return was certain, and nobody could visit the place", "conditions", "§ 83", "",
        "https://example.org/press", "?", "secondary",
    ]  # fmt: skip
    code, _, said = run(capsys, "--library", tmp_path, "new", "precedent", typed="\n".join(answers) + "\n")
    assert code == 0, said
    assert "Did you mean echr?" in said
    assert "European Court of Human Rights" in said
    assert "I read a press release" in said
    record = load_library((tmp_path,)).precedents["echr/kovacs-v-malta-2026"]
    assert record.holdings[0].pinpoints[0].at == "§ 83"


def test_new_evidence_is_sound(tmp_path, capsys):
    code, printed, said = run(capsys, "--library", tmp_path, "new", "evidence", *options(REPORT))
    assert code == 0, said
    assert printed.strip().endswith("evidence/example-watch-prisons-of-ruritania-2025.yaml")
    record = load_library((tmp_path,)).evidence["example-watch-prisons-of-ruritania-2025"]
    assert record.findings[0].grounds == ("art3-real-risk", "burden-of-proof")
    assert run(capsys, "--library", tmp_path, "lint", tmp_path)[:2] == (0, "")


def test_a_new_court_is_one_entry_and_can_be_used_at_once(tmp_path, capsys):
    court = {"--id": "ie-sc", "--name": "Supreme Court of Ireland", "--cite-as": "Supreme Court of Ireland",
             "--system": "national", "--state": "IE", "--highest": "yes"}  # fmt: skip
    assert run(capsys, "--library", tmp_path, "new", "court", *options(court))[0] == 0
    ruling = options(RULING, court="ie-sc", in_="IE", docket="[2026] IESC 1")
    code, _, said = run(capsys, "--library", tmp_path, "new", "precedent", *ruling)
    assert code == 0, said
    record = load_library((tmp_path,)).precedents["ie-sc/kovacs-and-others-v-malta-2026"]
    assert record.applies[0].forum == "national_court"
    assert run(capsys, "--library", tmp_path, "new", "court", *options(court))[0] == 2


def test_a_file_name_alone_still_means_a_case_file(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run(capsys, "new", "my.yaml", "--from", "CN", "--in", "PL")[0] == 0
    assert run(capsys, "new", "--from", "CN")[0] == 0
    assert {file.name for file in tmp_path.iterdir()} == {"my.yaml", "case.yaml"}
    assert run(capsys, "check", "my.yaml")[0] == 0


def test_the_folder_of_a_new_library_is_made_with_a_word(tmp_path, capsys):
    """docs/add-a-precedent.md: an office names a folder that is not there yet."""
    place = tmp_path / "our-library"
    code, printed, said = run(capsys, "--library", place, "new", "precedent", *options(RULING, from_="china"))
    assert code == 0, said
    assert f"Made the folder {place}: a library of your own." in said
    assert "requesting_state: CN" in Path(printed.strip()).read_text(encoding="utf-8")


def test_a_folder_is_not_made_where_its_own_place_is_missing(tmp_path, capsys):
    code, _, said = run(capsys, "--library", tmp_path / "no" / "such", "new", "precedent", *options(RULING))
    assert code == 1
    assert "this library folder does not exist" in said
    assert list(tmp_path.iterdir()) == []
