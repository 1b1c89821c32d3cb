"""eject."""

from pathlib import Path

import click

from briefs.cli.common import make_library, open_library


@click.command("eject")
@click.argument("key", metavar="ID")
@click.pass_context
def eject_command(ctx: click.Context, key: str) -> None:
    """Copy a shipped item into your own library, to change it there.

    ID names a precedent, evidence, an entry of the law, or a template.

    Your own library is --library DIR, else your user folder. Your copy then replaces the shipped one as a whole.

    \b
    Example:
      casebrief eject echr/liu-v-poland-2022
      casebrief eject arguments/health
      casebrief --library our-library eject echr-rule39
    """
    from briefs.library.eject import eject
    from briefs.library.own import own_root

    make_library(ctx)
    root = own_root(tuple(Path(folder) for folder in ctx.obj or ()))
    for file in eject(key, open_library(ctx), root):
        click.echo(str(file))
    click.echo("Copied. Your copy is used from now on; casebrief lint says when the shipped one changes.", err=True)
