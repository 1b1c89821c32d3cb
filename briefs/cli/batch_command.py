"""batch."""

import datetime as dt
import time
from collections import Counter
from collections.abc import Iterator
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
    from briefs.batch import Work, find_cases, write_pdfs
    from briefs.build import Options
    from briefs.writing import make_folder

    source, target = Path(folder), Path(output)
    if dask:  # a worker may stand in another folder
        source, target = source.absolute(), target.absolute()
    files = find_cases(source, target)
    if not files:
        raise click.UsageError(f"{folder} holds no case file (.yaml, .yml or .json).")
    open_library(ctx)  # a fault of the library is told here, once, not by every process
    make_folder(target)
    layers = tuple(Path(layer) for layer in ctx.obj or ())
    options = Options(filings=filings, every=every, pages=pages)
    work = Work(source, target, options, dt.date.today().isoformat(), layers, files)
    outcomes = _worked(work, _runner(work, jobs, dask))
    if pdf:
        made = [work.folder_of(source / o.case) for o in outcomes if o.state in {"written", "problems"}]
        click.echo(f"{write_pdfs(made)} PDF files written.", err=True)
    _say(outcomes)
    ctx.exit(max((outcome.exit_code for outcome in outcomes), default=0))


def _runner(work: "Work", jobs: int | None, dask: str | None) -> "Iterator[Outcome]":
    """The outcomes as they come: from processes of this machine, or from a cluster."""
    if dask:
        from briefs import cluster

        return cluster.run(work, dask)
    from briefs.batch import processes, run

    return run(work, processes(jobs))


def _worked(work: "Work", outcomes_of: "Iterator[Outcome]") -> list["Outcome"]:
    """The outcomes by name. The bar tells rate and remaining time; off a terminal there is none."""
    stream, started = click.get_text_stream("stderr"), time.monotonic()
    if not stream.isatty():
        return sorted(outcomes_of, key=lambda outcome: outcome.case)
    outcomes: list[Outcome] = []

    def rate(_: object) -> str:
        return f"{len(outcomes) / max(time.monotonic() - started, 0.001):.1f} cases/s"

    with click.progressbar(
        length=len(work.files), label="Cases", show_pos=True, show_eta=True, item_show_func=rate, file=stream
    ) as bar:
        for outcome in outcomes_of:
            outcomes.append(outcome)
            bar.update(1, outcome)
    return sorted(outcomes, key=lambda outcome: outcome.case)


def _say(outcomes: list["Outcome"]) -> None:
    for outcome in outcomes:
        click.echo(f"{outcome.case}: {_WORDS[outcome.state]}")
        for line in outcome.lines:
            click.echo(line if line.startswith(outcome.case) else f"{outcome.case}: {line}", err=True)
    count = Counter(outcome.state for outcome in outcomes)
    click.echo("; ".join(f"{count[state]} {words}" for state, words in _WORDS.items() if count[state]) + ".", err=True)
