"""batch."""

import contextlib
import datetime as dt
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefs.cli.common import open_library

if TYPE_CHECKING:
    from briefs.batch import Outcome, Work

_WORDS = {
    "written": "written",
    "kept": "already done, unchanged",
    "problems": "written, with problems",
    "refused": "not written",
}


_PDFS_FROM = 10
"""Cases that wait for their PDF files before LibreOffice is called once for all of them."""


@click.command("batch")
@click.argument("folder", type=click.Path(exists=True, file_okay=False))
@click.option("-o", "--output", required=True, type=click.Path(), help="Folder for the results, one below it a case.")
@click.option("-j", "--jobs", type=click.IntRange(1, 256), help="Processes at once; one for each core if not given.")
@click.option("--filing", "filings", multiple=True, metavar="ID", help="Only this filing; may be given several times.")
@click.option("--all", "every", is_flag=True, help="Every kind of filing, also where the forum is closed.")
@click.option(
    "--pages",
    type=click.Choice(["auto", "none"]),
    default="none",
    show_default=True,
    help="auto: page numbers from LibreOffice, one call a case; none: update fields in Word.",
)
@click.option("--pdf", is_flag=True, help="A PDF beside each filing, many in one LibreOffice call.")
@click.option("--dask", metavar="ADDRESS", help="Hand the cases to a Dask cluster of your own (tcp://host:8786).")
@click.pass_context
def batch_command(
    ctx: click.Context,
    folder: str,
    output: str,
    jobs: int | None,
    filings: tuple[str, ...],
    every: bool,
    pages: str,
    pdf: bool,
    dask: str | None,
) -> None:
    """Build every case file below FOLDER. One bad file never stops the rest; a run that was cut off goes on.

    \b
    Example:
      casebrief batch cases -o results -j 2
    """
    from briefs.batch import Work, find_cases
    from briefs.build import Options
    from briefs.writing import make_folder

    source, target = Path(folder), Path(output)
    if dask:  # a worker may stand in another folder
        source, target = source.absolute(), target.absolute()
    if next(find_cases(source, target), None) is None:
        raise click.UsageError(f"{folder} holds no case file (.yaml, .yml or .json).")
    open_library(ctx)  # a fault of the library is told here, once, not by every process
    make_folder(target)
    layers = tuple(Path(layer) for layer in ctx.obj or ())
    options = Options(filings=filings, every=every, pages=pages)
    work = Work(source, target, options, dt.date.today().isoformat(), layers)
    told = _Told(work, pdf)
    with _progress(work) as show:
        for outcome in _runner(work, jobs, dask):
            show(outcome)
            told.one(outcome)
    told.end()
    ctx.exit(told.exit_code)


def _runner(work: "Work", jobs: int | None, dask: str | None) -> "Iterator[Outcome]":
    """The outcomes in the order of the files: from processes of this machine, or from a cluster."""
    from briefs.batch import find_cases, processes, run

    files = find_cases(work.source, work.target)
    if dask:
        from briefs import cluster

        return cluster.run(work, files, dask)
    return run(work, files, processes(jobs))


class _Told:
    """Tells of each case as it comes, so that nothing is kept however many there are; PDF files are made on the way."""

    def __init__(self, work: "Work", pdf: bool):
        self._work, self._pdf = work, pdf
        self._count: Counter[str] = Counter()
        self._waiting: list[Path] = []
        self._pdfs = self.exit_code = 0

    def one(self, outcome: "Outcome") -> None:
        """One case."""
        self._count[outcome.state] += 1
        self.exit_code = max(self.exit_code, outcome.exit_code)
        click.echo(f"{outcome.case}: {_WORDS[outcome.state]}")
        for line in outcome.lines:
            click.echo(line if line.startswith(outcome.case) else f"{outcome.case}: {line}", err=True)
        if self._pdf and outcome.state in {"written", "problems"}:
            self._waiting.append(self._work.folder_of(self._work.source / outcome.case))
            self._write_pdfs(_PDFS_FROM)

    def end(self) -> None:
        """All cases were told."""
        self._write_pdfs(1)
        if self._pdf:
            click.echo(f"{self._pdfs} PDF files written.", err=True)
        counted = (f"{self._count[state]} {words}" for state, words in _WORDS.items() if self._count[state])
        click.echo("; ".join(counted) + ".", err=True)

    def _write_pdfs(self, least: int) -> None:
        from briefs.batch import write_pdfs

        if len(self._waiting) >= least:
            self._pdfs += write_pdfs(self._waiting)
            self._waiting.clear()


@contextlib.contextmanager
def _progress(work: "Work") -> "Iterator[Callable[[Outcome], None]]":
    """A bar that tells rate and remaining time and makes way for what is printed; off a terminal there is none."""
    stream, started, done = click.get_text_stream("stderr"), time.monotonic(), 0
    if not stream.isatty():
        yield lambda outcome: None
        return
    from briefs.batch import find_cases

    def rate(_: object) -> str:
        return f"{done / max(time.monotonic() - started, 0.001):.1f} cases/s"

    length = sum(1 for _ in find_cases(work.source, work.target))
    with click.progressbar(
        length=length, label="Cases", show_pos=True, show_eta=True, item_show_func=rate, file=stream
    ) as bar:

        def show(outcome: "Outcome") -> None:
            nonlocal done
            done += 1
            bar.update(1, outcome)
            stream.write("\r\033[K")
            stream.flush()

        yield show
