"""The cases of a batch on a Dask cluster that runs already (the optional extra `dask`): same work, same folders.

Every worker has to see the folders under the same path and to have casebrief installed. What a lost worker had in hand
goes to another one; the marker of a finished folder keeps it from being built twice. This is the one place of the
program that opens a connection, to the address that the user gives and to no other; Dask sends Python objects between
its processes, so the cluster must be one's own.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefs.batch import Outcome, Work, build_one, stopped
from briefs.errors import BriefError, Problem

AT_ONCE = 2
"""Cases in hand for each thread of the cluster: enough to keep it busy, few enough to stay small."""

_PATIENCE = "15s"
"""How long an answer of the cluster is waited for."""


class ClusterError(BriefError):
    """The cluster cannot be used."""


def run(work: Work, address: str) -> Iterator[Outcome]:
    """The outcome of every case, as each is ready. Raises ClusterError where there is no cluster to talk to."""
    with _client(address) as client:
        from distributed import as_completed

        files: dict[str, Path] = {}
        waiting = list(reversed(work.files))

        def submit() -> Any:
            file = waiting.pop()
            future = client.submit(build_one, work, file, pure=False)
            files[future.key] = file
            return future

        in_hand = AT_ONCE * max(1, sum(client.nthreads().values()))
        running = as_completed([submit() for _ in range(min(in_hand, len(waiting)))])
        for future in running:
            yield _outcome(work, files.pop(future.key), future)
            if waiting:
                running.add(submit())


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ModuleNotFoundError as reason:
        what, fix = "needs the library distributed.", "python -m pip install 'casebrief[dask]'"
        raise ClusterError(Problem("--dask", what, fix=fix)) from reason
    try:
        return Client(address, timeout=_PATIENCE)
    except (OSError, ValueError) as reason:
        what = f"no Dask scheduler answers at {address}."
        fix = "Start one with 'dask scheduler', and workers with 'dask worker ADDRESS'; or leave --dask out."
        raise ClusterError(Problem("--dask", what, "Nothing was built.", fix)) from reason


def _outcome(work: Work, file: Path, future: Any) -> Outcome:
    """What a case became; one that took several workers down with it is told, and the others go on."""
    from distributed import KilledWorker

    try:
        return future.result()
    except KilledWorker:
        return stopped(work, file)
