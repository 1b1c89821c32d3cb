"""doctor."""

from pathlib import Path

import click

from briefs.cli.common import print_json


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.pass_context
def doctor_command(ctx: click.Context, as_json: bool) -> None:
    """What is installed, what is missing, the limits here, and whether the library is as it was published.

    Exit code 1 when something must be mended. Holds nothing about your cases: it can be sent to whoever helps you.

    \b
    Example:
      casebrief doctor
    """
    from briefs.health import as_data, examine

    findings = examine(tuple(Path(folder) for folder in ctx.obj or ()))
    if as_json:
        print_json(as_data(findings))
    else:
        width = max(len(f.name) for f in findings)
        for finding in findings:
            click.echo(f"{finding.state:8} {finding.name:{width}}  {finding.says} {finding.fix}".rstrip())
    ctx.exit(1 if any(f.state == "wrong" for f in findings) else 0)
