"""batch --dask: the same work on a cluster of two workers, one of which dies midway: nothing lost, nothing twice."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefs.batch import Work
from briefs.build import Options
from briefs.cluster import ClusterError, run

ROOT = Path(__file__).parent.parent
EXAMPLE = (ROOT / "examples" / "poland-2018" / "case.yaml").read_text(encoding="utf-8")
CASES = 6

# Connections are refused to tests; this one is about a cluster, so it runs in a program of its own.
SCRIPT = """
import json, os, signal, subprocess, sys, time
from pathlib import Path

from distributed import LocalCluster

if __name__ == "__main__":
    here, door = Path(sys.argv[1]), sys.argv[2]
    settings = dict(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1")
    with LocalCluster(**settings) as cluster:
        workers = [worker.pid for worker in cluster.workers.values()]
        command = [sys.executable, door, "batch", "cases", "-o", "out", "--filing", "hearing-chronology"]
        command += ["--dask", cluster.scheduler_address]
        batch = subprocess.Popen(command, cwd=here, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        until = time.monotonic() + 120
        while batch.poll() is None and time.monotonic() < until:
            if list(here.glob("out/*/case/counsel-only/done.json")):
                break
            time.sleep(0.02)
        os.kill(workers[0], signal.SIGKILL)
        said, errors = batch.communicate(timeout=150)
        print(json.dumps([batch.returncode, said.splitlines(), errors]))
"""


@pytest.fixture
def cases(tmp_path):
    for number in range(CASES):
        folder = tmp_path / "cases" / f"c{number}"
        folder.mkdir(parents=True)
        (folder / "case.yaml").write_text(EXAMPLE, encoding="utf-8")
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_worker_that_dies_midway_loses_no_case_and_builds_none_twice(cases):
    """The command as counsel types it, on a cluster of two workers, one of which is killed after the first case."""
    script = cases / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script), str(cases), str(ROOT / "assemble.py")],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    code, said, errors = json.loads(done.stdout.splitlines()[-1])
    assert code == 0, errors
    assert [line.split(":")[0] for line in said] == [f"c{n}/case.yaml" for n in range(CASES)]
    assert {line.split(": ")[1] for line in said} <= {"written", "already done, unchanged"}
    made = {folder.parent.name: sorted(f.name for f in folder.rglob("*")) for folder in cases.glob("out/*/case")}
    assert len(made) == CASES
    assert len({tuple(names) for names in made.values()}) == 1
    assert "done.json" in next(iter(made.values()))
    assert not list(cases.rglob(".tmp-*"))


def test_an_address_where_nothing_listens_is_told_in_one_line(cases, monkeypatch):
    import distributed

    def silent(address, timeout):
        raise OSError("no answer")

    monkeypatch.setattr(distributed, "Client", silent)
    work = Work(cases / "cases", cases / "out", Options(), "2024-05-02")
    with pytest.raises(ClusterError) as refused:
        list(run(work, (), "tcp://127.0.0.1:1"))
    assert refused.value.problems[0].line().startswith("--dask  no Dask scheduler answers at tcp://127.0.0.1:1.")


def test_without_the_extra_the_way_to_install_is_told(cases, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    work = Work(cases / "cases", cases / "out", Options(), "2024-05-02")
    with pytest.raises(ClusterError) as refused:
        list(run(work, (), "tcp://127.0.0.1:1"))
    assert "casebrief[dask]" in refused.value.problems[0].line()
