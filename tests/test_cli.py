"""The command line as people meet it: exit codes, one clear line for each mistake, never a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "poland-2018" / "case.yaml"


def _as_typed(argument):
    """As a terminal passes it: bytes of UTF-8 where the system takes bytes; Windows takes text only."""
    return str(argument) if os.name == "nt" else str(argument).encode("utf-8")


def run(*arguments, cwd=ROOT, **environment):
    return subprocess.run(
        [sys.executable, str(ROOT / "assemble.py"), *(_as_typed(argument) for argument in arguments)],
        cwd=cwd,
        text=True,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )


def test_help_names_every_command():
    said = run("--help").stdout
    for command in ("new", "check", "match", "build", "list", "show", "lint", "eject"):
        assert f"  {command} " in said


@pytest.mark.parametrize(
    "command", ["new", "check", "match", "build", "confirm", "search", "list", "show", "lint", "eject"]
)
def test_every_command_shows_an_example(command):
    assert "Example:" in run(command, "--help").stdout


def test_a_mistake_is_one_line_on_standard_error_and_exit_one(tmp_path):
    file = tmp_path / "case.yaml"
    file.write_text("format: 1\nrequest:\n  requested_state: Czechia\n", encoding="utf-8")
    result = run("check", file)
    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr.splitlines()[-1].startswith(
        "case.yaml:3:3  request.requested_state: 'Czechia' is not a state code."
    )
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [["build"], ["match", str(EXAMPLE), "--forum", "moon"], ["show", "nothing-of-this-name"], ["list", "moons"]],
)
def test_wrong_usage_is_exit_two(arguments):
    result = run(*arguments)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr


def test_a_file_that_is_not_there_is_told(tmp_path):
    result = run("check", tmp_path / "nothing.yaml")
    assert result.returncode == 1
    assert "cannot be read" in result.stderr


def test_match_json_has_the_fields_of_the_contract():
    answer = json.loads(run("match", EXAMPLE, "--json").stdout)
    assert {"format", "case", "as_of", "forums", "grounds", "matches", "gaps", "excluded"} <= set(answer)
    assert {"id", "status", "reasons", "deadlines"} <= set(answer["forums"][0])
    assert {"id", "raised", "because", "missing"} <= set(answer["grounds"][0])
    match = answer["matches"][0]
    assert {
        "id",
        "forum",
        "ground",
        "stance",
        "weight",
        "reasons",
        "pinpoints",
        "verification",
        "cite",
        "dockets",
        "kind",
    } <= set(match)
    assert {"code", "text"} == set(match["reasons"][0])
    keys = [(m["kind"], m["id"], m["holding"], m["forum"], m["ground"], m["stance"]) for m in answer["matches"]]
    assert len(keys) == len(set(keys))


def test_the_same_case_gives_the_same_answer():
    assert run("match", EXAMPLE, "--json").stdout == run("match", EXAMPLE, "--json", PYTHONHASHSEED="1").stdout


def test_new_writes_a_case_that_check_reads(tmp_path):
    file = tmp_path / "case.yaml"
    made = run("new", file, "--from", "CN", "--in", "NO", "--name", 'Nguyễn: {{ 7*7 }} "x"', "--nationality", "VN")
    assert made.returncode == 0, made.stderr
    result = run("check", file, "--json")
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["questions"]
    again = run("new", file)
    assert again.returncode == 4
    assert again.stderr.count("\n") == 1
    assert "nothing was overwritten. Give another file name" in again.stderr


def test_new_takes_a_state_by_its_name_or_its_code_and_writes_the_code(tmp_path):
    file = tmp_path / "case.yaml"
    made = run("new", file, "--from", "China", "--in", "the united kingdom", "--nationality", "hong kong, cn")
    assert made.returncode == 0, made.stderr
    text = file.read_text(encoding="utf-8")
    assert "requesting_state: CN\n" in text
    assert "requested_state: GB\n" in text
    assert "nationalities: [HK, CN]\n" in text
    said = run("check", file).stdout
    assert "runs only from its day and hour: write them under proceedings.removal_scheduled" in said
    assert said.split("Open questions: ")[1].splitlines()[1].startswith("  Is a date for removal set?")


@pytest.mark.parametrize(
    ("state", "says"),
    [("Chna", "Did you mean CN (China)"), ("korea", "KR (Republic of Korea) or KP (Dem"), ("Xyz", "list states")],
)
def test_new_refuses_a_state_that_it_does_not_know_and_writes_nothing(tmp_path, state, says):
    made = run("new", tmp_path / "case.yaml", "--from", state)
    assert made.returncode == 2
    assert f"--from: '{state}' is neither a state's code nor its name" in made.stderr
    assert says in made.stderr
    assert list(tmp_path.iterdir()) == []


def test_check_says_first_what_runs_out_and_folds_what_is_not_written():
    short = run("check", EXAMPLE).stdout
    order = [
        short.index(f"{head}") for head in ("Deadlines\n", "Open questions: ", "Forums\n", "Checklists ", "Not wr")
    ]
    assert order == sorted(order)
    assert short.startswith("Deadlines\n")
    assert short.rstrip().splitlines()[-1].endswith("casebrief check CASE --all")
    assert "    met " not in short
    full = run("check", EXAMPLE, "--all").stdout
    assert "    met " in full
    assert "  press-note: Written when it is asked for" in full


def test_build_writes_two_private_folders_and_overwrites_only_when_asked(tmp_path):
    out = tmp_path / "out"
    result = run("build", EXAMPLE, "-o", out, "--pages", "none", "--filing", "national-memorandum")
    assert result.returncode == 0, result.stderr
    assert (out / "to-file" / "national-memorandum.docx").stat().st_mode & 0o777 == 0o600
    assert (out / "counsel-only").stat().st_mode & 0o777 == 0o700
    assert {f.name for f in (out / "counsel-only").iterdir()} == {
        "manifest.json",
        "national-memorandum-annotated.docx",
        "report.html",
        "report.json",
    }
    again = run("build", EXAMPLE, "-o", out, "--pages", "none", "--filing", "national-memorandum")
    assert again.returncode == 4
    assert "exists already" in again.stderr
    assert (
        run("build", EXAMPLE, "-o", out, "--pages", "none", "--filing", "national-memorandum", "--force").returncode
        == 0
    )


def test_the_same_input_gives_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        run(
            "build",
            EXAMPLE,
            "-o",
            tmp_path / name,
            "--pages",
            "none",
            "--filing",
            "echr-rule39",
            PYTHONHASHSEED=str(len(name)),
        )
    files = sorted(p.relative_to(tmp_path / "a") for p in (tmp_path / "a").rglob("*") if p.is_file())
    assert files
    for file in files:
        assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes(), file


def test_final_refuses_with_a_list_and_writes_nothing(tmp_path):
    result = run("build", EXAMPLE, "-o", tmp_path / "out", "--pages", "none", "--final")
    assert result.returncode == 3
    assert not (tmp_path / "out").exists()
    assert "Nothing was written" in result.stderr
    assert "Adverse authorities to decide" in result.stderr
    assert ": yes|no   # " in result.stderr
    assert f"{result.stderr.count('[ ]')} things stand in the way" in result.stderr


def test_a_filing_nobody_knows_is_told():
    result = run("build", EXAMPLE, "--filing", "love-letter")
    assert result.returncode == 1
    assert "there is no filing 'love-letter'" in result.stderr


def test_show_gives_levels_and_holdings():
    said = run("show", "echr/liu-v-poland-2022").stdout
    assert "37610/18" in said
    assert "liu-v-poland-2022/1" in said
    assert "§ 83 (recalled)" in said


def test_a_plain_ascii_terminal_does_not_stop_the_program():
    result = run("check", EXAMPLE, LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert result.returncode == 0, result.stderr


def test_no_case_data_in_messages_when_nothing_can_be_written(tmp_path):
    target = tmp_path / "file"
    target.write_text("x", encoding="utf-8")
    result = run("build", EXAMPLE, "-o", target / "below", "--pages", "none", "--filing", "echr-rule39")
    assert result.returncode == 4
    assert "Traceback" not in result.stderr
    assert "TSAI" not in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
@pytest.mark.parametrize(
    "arguments", [("match", EXAMPLE, "--json"), ("--help",), ("verify", ROOT / "README.md", "--json")]
)
def test_an_answer_that_cannot_be_written_whole_ends_with_four(arguments):
    program = [sys.executable, str(ROOT / "assemble.py"), *(_as_typed(argument) for argument in arguments)]
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(program, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    assert result.returncode == 4
    *_, said = result.stderr.splitlines()
    assert "could not be written: No space left on device. It is not complete; make room" in said
    assert "Traceback" not in result.stderr
    assert "Exception ignored" not in result.stderr


def test_a_fault_of_the_program_is_one_line_that_quotes_nothing(capsys):
    from briefs.cli.main import tell_own_fault

    try:
        {}["TSAI Wen-Hung"]
    except KeyError as error:
        tell_own_fault(type(error), error, error.__traceback__)
    said = capsys.readouterr().err
    assert "fault of the program (KeyError in" in said
    assert "TSAI" not in said
    assert len(said.splitlines()) == 1


def test_an_installation_that_lacks_a_library_says_how_to_install_again(capsys):
    from briefs.cli.main import tell_own_fault

    try:
        import a_library_that_nobody_installed  # noqa: F401
    except ModuleNotFoundError as error:
        tell_own_fault(type(error), error, error.__traceback__)
    assert "the library a_library_that_nobody_installed is missing. Install casebrief again" in capsys.readouterr().err


def test_the_list_of_commands_says_what_each_command_says_of_itself():
    """The list is written down beside the names, so that help imports no command."""
    from briefs.cli.main import _COMMANDS, cli

    for name, (_, about) in _COMMANDS.items():
        command = cli.get_command(click.Context(cli), name)
        assert about == command.get_short_help_str(1000), name
        assert command.name == name


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_click_and_nothing_heavier(option):
    code = (
        "import sys\nsys.argv = ['casebrief', sys.argv[1]]\nfrom briefs.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = {'pydantic', 'jinja2', 'docx', 'docxtpl', 'lxml', 'pypdf', 'yaml', 'sqlite3'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code, option], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("said", [None, "a-plugin-of-another"])
def test_no_plugin_of_another_program_sees_a_case_and_nothing_is_imported_to_look_for_one(said):
    """What pydantic would look with is not even imported; who names the plugins to be left out decides alone."""
    code = (
        "import os, sys\nfrom briefs.cli import main\n"
        "try:\n    main(['match', 'examples/poland-2024/case.yaml', '--json', '--forum', 'wgad'])\n"
        "except SystemExit:\n    pass\n"
        "import pydantic.plugin._loader as loader\n"
        "looked, set_to = 'importlib.metadata' in sys.modules, os.environ['PYDANTIC_DISABLE_PLUGINS']\n"
        "print(looked, set_to, list(loader.get_plugins()), loader.PYDANTIC_ENTRY_POINT_GROUP, file=sys.stderr)\n"
    )
    environment = {**os.environ, **({"PYDANTIC_DISABLE_PLUGINS": said} if said else {})}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stderr.splitlines()[-1] == f"{bool(said)} {said or '__all__'} [] pydantic"


@pytest.mark.parametrize(
    ("ending", "code", "told"), [("0", 0, ""), ("3", 3, ""), ("None", 0, ""), ("'in words'", 1, "in words\n")]
)
def test_whoever_leaves_at_once_has_written_all_and_waited_for_all(ending, code, told):
    """The process does not take its objects apart, but what is to be done at its end is done, in order."""
    program = (
        "import atexit, importlib, sys, tempfile, threading, time\ndoor = importlib.import_module('briefs.cli.main')\n"
        "def late():\n    time.sleep(0.2)\n    print('a thread')\n"
        "def main():\n    atexit.register(print, 'at the end')\n    threading.Thread(target=late).start()\n"
        "    door.room = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)\n    print(door.room.name)\n"
        f"    print('x' * 100_000)\n    sys.exit({ending})\n"
        "door.main = main\ndoor.run()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    room, *lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (code, told)
    assert lines == ["x" * 100_000, "a thread", "at the end"]
    assert not Path(room).exists()


def test_match_loads_no_word_library():
    code = (
        "import sys\nfrom briefs.cli import main\n"
        "try:\n    main(['match', 'examples/poland-2024/case.yaml', '--json'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'jinja2', 'docx', 'docxtpl', 'lxml', 'pypdf', 'briefs.models.brief'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
