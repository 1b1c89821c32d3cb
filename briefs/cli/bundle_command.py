"""check-bundle."""

from pathlib import Path

import click

from briefs.cli.common import print_json
from briefs.errors import amount


@click.command("check-bundle")
@click.argument("file", type=click.Path())
@click.option("--json", "as_json", is_flag=True, help="Print the list of files as JSON.")
def check_bundle_command(file: str, as_json: bool) -> None:
    """Look through exhibits that came as .zip or .tar, without unpacking them.

    Refuses names that lead out of the folder, show another ending than they have, or collide on Windows; links,
    programs, archives inside the archive, and files that would fill the disk.

    \b
    Example:
      casebrief check-bundle exhibits.zip
    """
    from briefs.bundles import check_bundle

    entries = check_bundle(Path(file))
    if as_json:
        print_json({"format": 1, "file": Path(file).name, "files": [{"name": e.name, "size": e.size} for e in entries]})
        return
    for entry in entries:
        click.echo(f"{entry.size:>12,}  {entry.name}")
    number = amount(len(entries), "file")
    click.echo(f"{number}, nothing wrong with the bundle itself. What is in them was not opened.", err=True)
