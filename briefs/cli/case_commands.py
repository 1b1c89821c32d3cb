"""check, match."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import click

from briefs.cli.common import open_case, open_library, print_json, warn_of_margins
from briefs.facts import Situation
from briefs.models.match import ForumAnswer


@click.command("check")
@click.argument("case", type=click.Path())
@click.option(
    "--all", "every", is_flag=True, help="Also what is met or does not apply, and each filing not written now."
)
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
@click.option("--calendar", metavar="FILE.ics", type=click.Path(), help="Also write the dated terms as a calendar.")
@click.option("--force", is_flag=True, help="Replace an older calendar file.")
@click.pass_context
def check_command(ctx: click.Context, case: str, every: bool, as_json: bool, calendar: str | None, force: bool) -> None:
    """Errors, deadlines, open questions, forums with reasons, and a checklist for each filing.

    \b
    Example:
      casebrief check case.yaml
      casebrief check case.yaml --calendar deadlines.ics
    """
    from briefs.checks.overview import overview
    from briefs.forms import with_limits
    from briefs.report.terminal import overview_lines

    library = open_library(ctx)
    situation, read = open_case(case, library)
    warn_of_margins(library)
    seen = overview(situation)
    seen = replace(seen, checklists=tuple(with_limits(found, library) for found in seen.checklists))
    if calendar:
        _write_calendar(situation, seen.answers, Path(calendar), force)
    if as_json:
        print_json({**seen.data(), "warnings": [w.line() for w in read.warnings]})
        return
    for line in overview_lines(seen, situation, dt.datetime.now().astimezone(), every):
        click.echo(line)


def _write_calendar(situation: Situation, answers: tuple[ForumAnswer, ...], file: Path, force: bool) -> None:
    from briefs.report.calendar import calendar_file
    from briefs.writing import write_whole

    write_whole(file, calendar_file(situation, answers), force)
    click.echo(f"Written: {file}. It holds the reference and the days only.", err=True)


@click.command("match")
@click.argument("case", type=click.Path())
@click.option("--forum", "forums", multiple=True, help="Only this forum (id); may be given several times.")
@click.option("--ground", "grounds", multiple=True, help="Only this ground (id); may be given several times.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
@click.pass_context
def match_command(
    ctx: click.Context, case: str, forums: tuple[str, ...], grounds: tuple[str, ...], as_json: bool
) -> None:
    """Authorities for and against, each with its reasons.

    \b
    Example:
      casebrief match case.yaml --forum ecthr_rule39
    """
    from briefs.matching import match_case

    library = open_library(ctx)
    _known("forum", forums, library.forums)
    _known("ground", grounds, library.grounds)
    situation, _ = open_case(case, library)
    report = match_case(situation, forums or None, grounds or None)
    if as_json:
        from briefs.matching.as_json import report_json

        for piece in (*report_json(report), b"\n"):  # megabytes: never made into text in between
            click.echo(piece, nl=False)
        return
    from briefs.report.terminal import document_lines, match_lines

    for line in (*match_lines(report, situation), *document_lines(report, situation)):
        click.echo(line)
    for gap in report.gaps:
        click.echo(f"gap: {gap.ground or ''} {gap.forum or ''}: {gap.text}", err=True)


def _known(kind: str, given: tuple[str, ...], known: dict) -> None:
    for key in given:
        if key not in known:
            raise click.UsageError(f"There is no {kind} '{key}'. See: casebrief list {kind}s")
