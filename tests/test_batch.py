"""Many case files in one run: nothing lost, nothing twice, whatever happens to a process."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.batch import WINDOW, Line, Outcome, Work, find_cases, run
from briefs.build import Options

ROOT = Path(__file__).parent.parent
EXAMPLE = (ROOT / "examples" / "poland-2018" / "case.yaml").read_bytes()
COMMAND = [
    sys.executable,
    str(ROOT / "assemble.py"),
    "batch",
    "cases",
    "-o",
    "out",
    "--filing",
    "echr-rule39",
    "-j",
    "2",
]
FILING = "to-file/echr-rule39.docx"


@pytest.fixture
def cases(tmp_path):
    folder = tmp_path / "cases"
    for number in range(3):
        (folder / f"c{number}").mkdir(parents=True)
        (folder / f"c{number}" / "file.yaml").write_bytes(EXAMPLE)
    return tmp_path


def start(where):
    return subprocess.Popen(COMMAND, cwd=where, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finished(where):
    done = subprocess.run(COMMAND, cwd=where, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout.splitlines(), done.stderr


def results(where):
    return {p.parent.parent.parent.name: p.read_bytes() for p in where.glob(f"out/*/file/{FILING}")}


def wait_for_first_result(where, process):
    until = time.monotonic() + 120
    while time.monotonic() < until and process.poll() is None:
        if list(where.glob("out/*/file/counsel-only/done.json")):
            return
        time.sleep(0.02)


def children(pid):
    """Process ids of the workers: children that are Python and not the resource tracker."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(entry.read_text().rsplit(")", 1)[1].split()[1])
            words = (entry.parent / "cmdline").read_bytes()
        except (OSError, IndexError):
            continue
        if parent == pid and b"spawn_main" in words:
            found.append(int(entry.parent.name))
    return found


def test_one_bad_file_never_stops_the_rest_and_a_second_run_keeps_what_is_done(cases):
    (cases / "cases" / "bad.yaml").write_text("format: 1\nrequest: {requested_state: Czechia}\n", encoding="utf-8")
    code, said, errors = finished(cases)
    assert code == 1
    assert said == ["bad.yaml: not written", *(f"c{n}/file.yaml: written" for n in range(3))]
    assert "bad.yaml:2:11  request.requested_state: 'Czechia' is not a state code." in errors
    assert len(set(results(cases).values())) == 1
    (cases / "cases" / "c1" / "file.yaml").write_bytes(EXAMPLE.replace(b"EX-PL-2018", b"EX-PL-2018-B"))
    code, said, errors = finished(cases)
    assert "c1/file.yaml: written" in said
    assert [line for line in said if "already done" in line] == [
        f"c{n}/file.yaml: already done, unchanged" for n in (0, 2)
    ]


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="finds the workers through /proc")
def test_a_worker_that_is_killed_costs_nothing(cases):
    process = start(cases)
    wait_for_first_result(cases, process)
    for worker in children(process.pid)[:1]:
        os.kill(worker, signal.SIGKILL)
    out, errors = process.communicate(timeout=300)
    assert process.returncode == 0, errors
    assert len(out.splitlines()) == 3
    assert all(line.endswith((": written", ": already done, unchanged")) for line in out.splitlines())
    assert set(results(cases)) == {"c0", "c1", "c2"}


def test_a_run_that_is_killed_goes_on_where_it_was(cases):
    process = start(cases)
    wait_for_first_result(cases, process)
    process.kill()
    process.communicate(timeout=60)
    code, said, errors = finished(cases)
    assert code == 0, errors
    assert any("already done" in line for line in said)
    assert set(results(cases)) == {"c0", "c1", "c2"}
    assert not list(cases.glob("out/**/.tmp-*"))


def test_cases_are_found_one_folder_at_a_time_and_the_results_are_none(tmp_path):
    for name in ("b/2.yaml", "b/1.json", "a.yml", "notes.txt", "out/a/case.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("format: 1\n", encoding="utf-8")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "a.yml")
    found = find_cases(tmp_path, tmp_path / "out")
    assert [file.relative_to(tmp_path).as_posix() for file in found] == ["a.yml", "b/1.json", "b/2.yaml"]


@given(st.integers(0, 60), st.randoms())
def test_whatever_ends_first_cases_are_told_in_their_order_each_once(count, chance):
    line, in_hand, told = Line(Path(str(n)) for n in range(count)), [], []
    while True:
        while len(in_hand) < 4 and (taken := line.take()):
            in_hand.append(taken)
        if not in_hand:
            break
        number, file = in_hand.pop(chance.randrange(len(in_hand)))
        told += line.done(number, Outcome(file.name, "written"))
    assert [outcome.case for outcome in told] == [str(n) for n in range(count)]


def test_a_slow_case_holds_back_the_others_and_memory_stays_small():
    """The first case takes for ever: after so many others no new one is begun until it is told."""
    line = Line(Path(str(n)) for n in range(10_000))
    slow = line.take()
    for _ in range(WINDOW - 1):
        number, file = line.take()
        assert list(line.done(number, Outcome(file.name, "written"))) == []
    assert line.take() is None
    assert len(list(line.done(slow[0], Outcome("0", "written")))) == WINDOW
    assert line.take() == (WINDOW, Path(str(WINDOW)))


def test_a_list_of_cases_without_end_is_worked_through_as_it_comes(tmp_path):
    """Five hundred files that are gone when they are opened: no more of the list is read than is in hand."""
    read = 0

    def files():
        nonlocal read
        for read in range(1, 501):
            yield tmp_path / f"{read:03}.yaml"

    work = Work(tmp_path, tmp_path / "out", Options(), "2024-05-02")
    for told, outcome in enumerate(run(work, files(), 2), start=1):
        assert outcome.case == f"{told:03}.yaml"
        assert outcome.state == "refused"
        assert read <= told + WINDOW
    assert told == 500
