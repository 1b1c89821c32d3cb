"""The cases of a batch on a Dask cluster that runs already (the optional extra `dask`): same work, same folders.

Every worker has to see the folders under the same path and to have casebrief installed. What a lost worker had in hand
goes to another one; the marker of a finished folder keeps it from being built twice. This is the one place of the
program that opens a connection, to the address that the user gives and to no other; Dask sends Python objects between
its processes, so the cluster must be one's own.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from briefs.batch import Line, Outcome, Work, build_one, stopped
from briefs.errors import BriefError, Problem

AT_ONCE = 2
"""Cases in hand for each thread of the cluster: enough to keep it busy, few enough to stay small."""

_PATIENCE = "15s"
"""How long an answer of the cluster is waited for."""


class ClusterError(BriefError):
    """The cluster cannot be used."""


def run(work: Work, files: Iterable[Path], address: str) -> Iterator[Outcome]:
    """The outcome of every case, in the order of the files. Raises ClusterError where no cluster answers."""
    with _client(address) as client:
        from distributed import as_completed

        line, running = Line(files), as_completed()
        in_hand: dict[str, tuple[int, Path]] = {}

        def submit() -> None:
            while len(in_hand) < AT_ONCE * max(1, sum(client.nthreads().values())) and (taken := line.take()):
                future = client.submit(build_one, work, taken[1], pure=False)
                in_hand[future.key] = taken
                running.add(future)

        submit()
        for future in running:
            number, file = in_hand.pop(future.key)
            yield from line.done(number, _outcome(work, file, future))
            submit()


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
