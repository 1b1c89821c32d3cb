"""build."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefs.cli.common import open_case, open_library, warn_of_margins
from briefs.errors import amount

if TYPE_CHECKING:
    from briefs.build import Built


@click.command("build")
@click.argument("case", type=click.Path())
@click.option("--filing", "filings", multiple=True, metavar="ID", help="Only this filing; may be given several times.")
@click.option("--all", "every", is_flag=True, help="Every kind of filing, also where the forum is closed.")
@click.option("--urgent", is_flag=True, help="Only the request that can stop a removal, with what must be attached.")
@click.option("-o", "--output", default="filings", type=click.Path(), show_default=True, help="Folder for the result.")
@click.option("--language", default="en", show_default=True, help="Language of the filings.")
@click.option(
    "--pages",
    type=click.Choice(["auto", "none"]),
    default="auto",
    show_default=True,
    help="auto: page numbers from LibreOffice; none: update fields in Word.",
)
@click.option("--pdf", is_flag=True, help="A PDF beside each filing (needs LibreOffice).")
@click.option("--final", is_flag=True, help="Refuse while anything is unverified, undecided or missing.")
@click.option("--drop-pinpoints", is_flag=True, help="With --final: cite without pinpoints that are not verified.")
@click.option("--force", is_flag=True, help="Overwrite files of an earlier build.")
@click.option(
    "--encrypt-to",
    "recipients",
    multiple=True,
    metavar="KEY",
    help="Write one encrypted file for this age or SSH key (or a file of keys) instead of folders; repeatable.",
)
@click.pass_context
def build_command(
    ctx: click.Context,
    case: str,
    filings: tuple[str, ...],
    every: bool,
    urgent: bool,
    output: str,
    language: str,
    pages: str,
    pdf: bool,
    final: bool,
    drop_pinpoints: bool,
    force: bool,
    recipients: tuple[str, ...],
) -> None:
    """Write the filings (to-file/) and counsel's annotated copies and report (counsel-only/).

    \b
    Example:
      casebrief build case.yaml -o filings
      casebrief build case.yaml --filing echr-rule39
      casebrief build case.yaml --urgent
    """
    from briefs.build import Options, build

    if urgent and (filings or every):
        raise click.UsageError("--urgent chooses the filing itself; leave out --filing and --all.")
    if recipients:
        pages = _sealed_pages(ctx, recipients, pages)
    library = open_library(ctx)
    situation, read = open_case(case, library)
    warn_of_margins(library)
    built = build(
        situation, Options(filings, every, language, final, drop_pinpoints, pages, pdf, urgent), read.warnings
    )
    if built.refused:
        from briefs.report.terminal import work_lines

        _say(built)
        count = amount(sum("[ ]" in line for line in work_lines(built.problems)), "thing stands", "things stand")
        click.echo(f"Nothing was written: {count} in the way of --final.", err=True)
        ctx.exit(3)
    write_files(Path(output), _sealed(built.files, recipients) if recipients else built.files, force)
    _say(built)
    for notice in built.notices:
        click.echo(notice, err=True)
    ctx.exit(3 if built.problems else 0)


def _sealed_pages(ctx: click.Context, recipients: tuple[str, ...], pages: str) -> str:
    """Fails early on a bad key; LibreOffice would need plain files on the disk, so it is left out unless asked for."""
    from briefs.sealing import seal

    seal(b"", recipients)
    asked = ctx.get_parameter_source("pages") is click.core.ParameterSource.COMMANDLINE
    return pages if asked else "none"


def _sealed(files: dict[str, bytes], recipients: tuple[str, ...]) -> dict[str, bytes]:
    from briefs.sealing import bundle, seal

    return {"filings.zip.age": seal(bundle(files), recipients)}


def _say(built: "Built") -> None:
    """What the build found, on standard error: problems, warnings about bodies, and each filing's checklist."""
    from briefs.report.terminal import caution_lines, checklist_lines, work_lines

    for line in work_lines(built.problems) if built.refused else (problem.line() for problem in built.problems):
        click.echo(line, err=True)
    if built.refused:
        return
    if built.urgent:
        click.echo(built.urgent, err=True)
        return
    if built.cautions:
        click.echo("Before you lodge:", err=True)
        for line in caution_lines(built.cautions):
            click.echo(line, err=True)
    click.echo("Checklists (what is met stands in the report):", err=True)
    for line in checklist_lines(built.checklists, short=True):
        click.echo(line, err=True)


def write_files(folder: Path, files: dict[str, bytes], force: bool) -> None:
    """Write all files; nothing is written when one of them exists and may not be replaced."""
    from briefs.errors import Problem, WriteError
    from briefs.writing import make_folder, write_whole

    existing = [name for name in files if (folder / name).exists()]
    if existing and not force:
        raise WriteError(
            Problem(
                str(folder / existing[0]),
                "exists already; nothing was written.",
                fix="Choose another folder with -o, or replace it with --force.",
            )
        )
    for part in (folder, *sorted({(folder / name).parent for name in files} - {folder})):
        make_folder(part)
    for name, data in sorted(files.items()):
        write_whole(folder / name, data, force)
    # Told when all are written: whoever reads only the first lines has the files all the same.
    for name in sorted(files):
        click.echo(str(folder / name))
