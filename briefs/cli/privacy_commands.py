"""scrub, redact."""

from pathlib import Path

import click

from briefs.cli.common import open_case, open_library, print_json
from briefs.errors import amount


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


@click.command("redact")
@click.argument("case", type=click.Path())
@click.option("-o", "--output", required=True, type=click.Path(), help="Folder for the pack.")
@click.option("--filing", "filings", multiple=True, metavar="ID", help="Only this filing; may be given several times.")
@click.option("--also", multiple=True, metavar="WORDS", help="Further words to take out: a village, an employer.")
@click.option("--force", is_flag=True, help="Overwrite an earlier pack.")
@click.pass_context
def redact_command(
    ctx: click.Context, case: str, output: str, filings: tuple[str, ...], also: tuple[str, ...], force: bool
) -> None:
    """A pack about nobody: the case is made anonymous, the filings are built from it, and the result is searched.

    Names, birth dates, numbers, addresses and places of custody are replaced, also inside the facts. States, grounds,
    health and the dates of the proceedings stay: read the pack before you share it, for facts alone can point to
    somebody. Nothing is written when an original value is found again (exit code 1).

    \b
    Example:
      casebrief redact case.yaml -o shared --also "Karamay"
    """
    from briefs.build import Options, build
    from briefs.casefile import case_from_text
    from briefs.cli.build_command import write_files
    from briefs.errors import CaseError
    from briefs.facts import Situation
    from briefs.redacting import Pack, blank, left_over, pseudonymise
    from briefs.redacting.casetext import case_text

    library = open_library(ctx)
    situation, read = open_case(case, library)
    nobody = pseudonymise(read.case, also)
    packs = []
    for data in (nobody.data, blank(nobody.data)):
        text = case_text(data)
        built = build(
            Situation(case_from_text(text, library).case, library, situation.as_of), Options(filings, pages="none")
        )
        packs.append(Pack({**built.files, "case.yaml": text.encode("utf-8")}))
    problems = left_over(nobody.originals, packs[0], packs[1], nobody.texts)
    if problems:
        raise CaseError(problems)
    write_files(Path(output), dict(packs[0].files), force)
    click.echo(
        f"Searched for {amount(len(nobody.originals), 'value')} in {amount(len(packs[0].places), 'place')}: "
        "none is left. "
        "Read the facts yourself before you share the pack.",
        err=True,
    )
