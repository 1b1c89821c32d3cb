"""scrub, redact."""

from pathlib import Path

import click

from briefs.cli.common import print_json


@click.command("scrub")
@click.argument("file", type=click.Path())
@click.option("-o", "--output", required=True, type=click.Path(), help="Name of the clean file.")
@click.option("--force", is_flag=True, help="Overwrite the clean file.")
@click.option("--json", "as_json", is_flag=True, help="Print what was taken out as JSON.")
def scrub_command(file: str, output: str, force: bool, as_json: bool) -> None:
    """Clean any Word file of what its author did not mean to send, and say what was taken out.

    Names of authors, times, comments, deleted and hidden text, marks of editing sessions, paths, data of cameras. The
    visible text stays; tracked insertions are accepted. The file itself is not changed: the clean one is written anew.

    \b
    Example:
      casebrief scrub memorial.docx -o memorial-clean.docx
    """
    from briefs.errors import TemplateError
    from briefs.reading.files import read_bytes
    from briefs.render.package_gate import MAX_FILE
    from briefs.render.scrub import scrub
    from briefs.writing import write_whole

    done = scrub(read_bytes(Path(file), MAX_FILE, TemplateError), Path(file).name)
    write_whole(Path(output), done.data, force)
    if as_json:
        print_json({"format": 1, "file": output, "removed": done.removed, "left": list(done.left)})
        return
    click.echo(output)
    for label, number in sorted(done.removed.items()):
        click.echo(f"  {number:>5}  {label}")
    if not done.removed:
        click.echo("  nothing had to be taken out")
    for line in done.left:
        click.echo(f"warning: {line}", err=True)
