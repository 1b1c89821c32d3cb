"""lint."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefs.cli.bundle_command import check_bundle_command
from briefs.cli.common import print_json
from briefs.errors import amount

if TYPE_CHECKING:
    from briefs.lint import Finding, Report


@click.command("lint")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--fix", is_flag=True, help="Rewrite records in canonical form first: order of fields, quotes, width.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.pass_context
def lint_command(ctx: click.Context, path: Path | None, fix: bool, as_json: bool) -> None:
    """Check records and templates: all mistakes at once, each with file, line and column, and how to mend it.

    PATH is a record, a Word template, a bundle of exhibits (.zip, .tar), or a folder; without it the whole library
    is checked. Exit code 1 when something must be refused.

    \b
    Example:
      casebrief lint
      casebrief lint precedents/echr/liu-v-poland-2022.yaml
      casebrief lint --fix precedents/echr
      casebrief lint letter.docx
    """
    from briefs.bundles import is_bundle
    from briefs.lint.scope import check_path

    if path is not None and is_bundle(path):
        ctx.invoke(check_bundle_command, file=str(path), as_json=as_json)
        return
    report, rewritten = check_path(tuple(Path(folder) for folder in ctx.obj or ()), path, fix, _steps)
    for file in rewritten:
        click.echo(f"Rewritten in canonical form: {file}", err=True)
    if as_json:
        print_json(_plain(report))
    else:
        for finding in report.findings:
            click.echo(("warning: " if finding.level == "warning" else "") + finding.problem.line())
    click.echo(_summary(report), err=True)
    ctx.exit(1 if report.refused else 0)


def _steps(work: list) -> Iterable:
    """A progress bar where a person looks on, nothing in a pipe."""
    if not sys.stderr.isatty() or len(work) < 50:
        yield from work
        return
    with click.progressbar(work, label="Checking", file=sys.stderr) as bar:
        yield from bar


def _summary(report: "Report") -> str:
    errors = sum(finding.level == "error" for finding in report.findings)
    looked = f"{amount(report.records, 'record')} and {amount(report.templates, 'template')} checked"
    if not report.findings:
        return f"{looked}: nothing found."
    warnings = len(report.findings) - errors
    return f"{looked}: {amount(errors, 'error')}, {amount(warnings, 'warning')}."


def _plain(report: "Report") -> dict:
    return {
        "format": 1,
        "records": report.records,
        "templates": report.templates,
        "findings": [_finding(finding) for finding in report.findings],
    }


def _finding(finding: "Finding") -> dict:
    file, line, column = finding.place
    p = finding.problem
    return {
        "level": finding.level,
        "where": p.where,
        "file": file,
        "line": line or None,
        "column": column or None,
        "what": p.what,
        "why": p.why,
        "fix": p.fix,
    }
