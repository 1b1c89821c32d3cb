"""verify: checks the citations of any document."""

import datetime as dt
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from briefs.cli.common import open_library


@click.command("verify")
@click.argument("files", nargs=-1, required=True, type=click.Path(), metavar="FILE…")
@click.option("--as-of", metavar="DATE", help="Date of the document (YYYY-MM-DD); else today.")
@click.option(
    "--source",
    "sources",
    multiple=True,
    type=click.Path(),
    metavar="FILE",
    help="A judgment as downloaded: quotations and paragraphs are compared with it. May be given several times.",
)
@click.option("-o", "--output", type=click.Path(), help="Folder for citations.html and a commented copy of each .docx.")
@click.option("--all", "everything", is_flag=True, help="List what exists, too.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.option("--force", is_flag=True, help="Overwrite files of an earlier check.")
@click.pass_context
def verify_command(
    ctx: click.Context,
    files: tuple[str, ...],
    as_of: str | None,
    sources: tuple[str, ...],
    output: str | None,
    everything: bool,
    as_json: bool,
    force: bool,
) -> None:
    """Check every citation in .docx, .odt, .pdf, .txt, .md and .html files. Ends with 3 when problems were found.

    \b
    Example:
      casebrief verify draft.docx
      casebrief verify draft.docx -o checked --source 001-177299.docx
    """
    from briefs.documents import open_document
    from briefs.verify import load_checker
    from briefs.verify.laid import check_pages
    from briefs.verify.wording import terminal_lines

    day = _day(as_of)
    checker = load_checker(open_library(ctx), day)
    checker = _with_sources(checker, sources, files)
    reports = []
    for file in files:
        document = open_document(Path(file))
        reports.append(checker.check(document, _progress(document.length)))
        check_pages(checker, document, reports[-1])
    if output:
        _write(Path(output), files, reports, force)
    if as_json:
        _print_json(reports)
    else:
        for report in reports:
            for line in terminal_lines(report, everything):
                click.echo(line)
    ctx.exit(3 if any(r.faulty for r in reports) else 0)


def _print_json(reports: list[Any]) -> None:
    """One object for one file, a list for several."""
    several = len(reports) > 1
    click.echo("[" if several else "", nl=several)
    for n, report in enumerate(reports):
        click.echo(",\n" if n else "", nl=False)
        for piece in report.json_pieces():
            click.echo(piece, nl=False)
    click.echo("\n]" if several else "")


def _day(text: str | None) -> str:
    if text is None:
        return dt.date.today().isoformat()
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError as reason:
        raise click.BadParameter(f"'{text}' is not a date. Write YYYY-MM-DD.", param_hint="--as-of") from reason


def _with_sources(checker: Any, sources: tuple[str, ...], files: tuple[str, ...]) -> Any:
    """Adds the texts of rulings that the user gives, one that is not recognised is refused, and those confirmed in."""
    from dataclasses import replace

    from briefs.documents import open_document
    from briefs.errors import DocumentError, Problem
    from briefs.verify.sources import confirmed_sources, sources_from

    near = dict.fromkeys(Path(file).absolute().parent for file in (*files, *sources))
    found = confirmed_sources(checker.known.library, near)
    for file in sources:
        known = dict(sources_from([(open_document(Path(file)), Path(file).name)], checker.known))
        if not known:
            raise DocumentError(
                Problem(
                    Path(file).name,
                    "no application number or symbol on its first page that the library or the register knows.",
                    "Its words cannot be compared with a citation.",
                    "Give the judgment as downloaded, title page included.",
                )
            )
        found |= known
    return replace(checker, sources=found)


def _progress(length: int | None) -> Callable[[Iterable], Iterable]:
    """A bar for long PDF files; silent when nobody is looking."""
    if not length or length < 60 or not sys.stderr.isatty():
        return iter

    def shown(pages: Iterable) -> Iterable:
        with click.progressbar(pages, length=length, label="Reading pages", file=sys.stderr) as bar:
            yield from bar

    return shown


def _write(folder: Path, files: tuple[str, ...], reports: list[Any], force: bool) -> None:
    from briefs.verify.annotate import annotated
    from briefs.verify.page import findings_page
    from briefs.writing import make_folder, write_whole

    make_folder(folder)
    made: dict[str, bytes | Callable[[], Iterable[bytes]]] = {
        "citations.html": lambda: (piece.encode("utf-8") for piece in findings_page(reports))
    }
    for file, report in zip(files, reports, strict=True):
        if report.kind == "docx":
            stem = re.sub(r"[^\w.-]+", "-", Path(file).stem)
            name = f"{stem}-checked.docx"
            made[name if name not in made else f"{stem}-{report.sha256[:6]}-checked.docx"] = annotated(
                Path(file).read_bytes(), report
            )
    for name, data in made.items():
        write_whole(folder / name, data, force)
        click.echo(str(folder / name), err=True)
