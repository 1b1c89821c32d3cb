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
import json, os, signal, sys
from pathlib import Path

from distributed import LocalCluster

from briefs.batch import Work, find_cases
from briefs.build import Options
from briefs.cluster import run

if __name__ == "__main__":
    here = Path(sys.argv[1])
    settings = dict(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1")
    with LocalCluster(**settings) as cluster:
        workers = [worker.pid for worker in cluster.workers.values()]
        source, target = here / "cases", here / "out"
        options = Options(filings=("hearing-chronology",), pages="none")
        work = Work(source, target, options, "2024-05-02", (), find_cases(source, target))
        outcomes = []
        for outcome in run(work, cluster.scheduler_address):
            outcomes.append([outcome.case, outcome.state, outcome.lines])
            if len(outcomes) == 1:
                os.kill(workers[0], signal.SIGKILL)
        print(json.dumps(outcomes))
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
    script = cases / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, str(script), str(cases)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    outcomes = json.loads(done.stdout.splitlines()[-1])
    assert sorted(case for case, _, _ in outcomes) == [f"c{n}/case.yaml" for n in range(CASES)]
    assert {state for _, state, _ in outcomes} <= {"written", "problems", "kept"}, outcomes
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
    work = Work(cases / "cases", cases / "out", Options(), "2024-05-02", (), ())
    with pytest.raises(ClusterError) as refused:
        list(run(work, "tcp://127.0.0.1:1"))
    assert refused.value.problems[0].line().startswith("--dask  no Dask scheduler answers at tcp://127.0.0.1:1.")


def test_without_the_extra_the_way_to_install_is_told(cases, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    work = Work(cases / "cases", cases / "out", Options(), "2024-05-02", (), ())
    with pytest.raises(ClusterError) as refused:
        list(run(work, "tcp://127.0.0.1:1"))
    assert "casebrief[dask]" in refused.value.problems[0].line()
