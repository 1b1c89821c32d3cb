"""verify: checks the citations of any document."""

import datetime as dt
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from briefs.cli.common import open_library

PAGE = "citations.html"


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
    """Check every citation in .docx, .odt, .pdf, .txt, .md and .html files. Ends with 3 when problems were found, with
    1 when a file could not be read or held no text; the others are checked all the same.

    \b
    Example:
      casebrief verify draft.docx
      casebrief verify draft.docx -o checked --source 001-177299.docx
    """
    from briefs.verify import load_checker

    day = _day(as_of)
    names = _copies(files) if output else {}
    if output:
        _refuse_early(Path(output), names, force)
    checker = load_checker(open_library(ctx), day)
    checker = _with_sources(checker, sources, files)
    reports, refused = _check_each(checker, files, names)
    try:
        if output and reports:
            _write(Path(output), reports, refused, force)
    finally:
        _print([report for _, report in reports], len(files) > 1, as_json, everything)
    ctx.exit(_exit_code([report for _, report in reports], refused))


def _copies(files: tuple[str, ...]) -> dict[int, str]:
    """Place of a Word file among the files → name of its copy; the second of one name is numbered."""
    names: dict[int, str] = {}
    for n, file in enumerate(files):
        if _is_word(Path(file)):
            stem, taken, number = re.sub(r"[^\w.-]+", "-", Path(file).stem), {x.casefold() for x in names.values()}, 2
            names[n] = f"{stem}-checked.docx"
            while names[n].casefold() in taken:
                names[n], number = f"{stem}-{number}-checked.docx", number + 1
    return names


def _is_word(file: Path) -> bool:
    """What cannot be opened is refused later, with its reason."""
    from briefs.documents import open_document
    from briefs.errors import DocumentError

    try:
        if not file.is_file():
            return False
        with file.open("rb") as stream:
            packed = stream.read(4) == b"PK\3\4"
        return packed and open_document(file).kind == "docx"
    except (DocumentError, OSError):
        return False


def _refuse_early(folder: Path, names: dict[int, str], force: bool) -> None:
    """Before anything is checked, which takes its time: whether all that is to be written may be written."""
    from briefs.writing import may_write

    for name in (PAGE, *names.values()):
        may_write(folder / name, force)


def _check_each(checker: Any, files: tuple[str, ...], names: dict[int, str]) -> tuple[list[tuple[str, Any]], list[str]]:
    """Path and report of each file that could be read, and what was said of the others: they never stop the rest."""
    from briefs.documents import open_document
    from briefs.errors import DocumentError, printable
    from briefs.verify.laid import check_pages

    reports, refused = [], []
    same = Counter(Path(file).name for file in files)
    for n, file in enumerate(files):
        try:
            document = open_document(Path(file))
            report = checker.check(document, _progress(document.length))
            check_pages(checker, document, report)
        except DocumentError as reason:
            refused += [printable(problem.line()) for problem in reason.problems]
            click.echo(refused[-1], err=True)
            continue
        report.given = file if same[Path(file).name] > 1 else ""
        report.copy = names.get(n, "") if report.kind == "docx" else ""
        reports.append((file, report))
    return reports, refused


def _exit_code(reports: list[Any], refused: list[str]) -> int:
    """1 where a file could not be read or held no text to read, else 3 where problems were found."""
    if refused or any(report.nothing_read for report in reports):
        return 1
    return 3 if any(report.faulty for report in reports) else 0


def _print(reports: list[Any], several: bool, as_json: bool, everything: bool) -> None:
    from briefs.verify.show.terminal import terminal_lines

    if as_json:
        _print_json(reports, several)
        return
    for n, report in enumerate(reports):
        if n:
            click.echo()
        for line in terminal_lines(report, everything):
            click.echo(line)


def _print_json(reports: list[Any], several: bool) -> None:
    """One object for one file, a list for several that were given."""
    if not reports and not several:
        return
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
    from briefs.errors import DocumentError, Problem, printable
    from briefs.verify.check.sources import confirmed_sources, sources_from

    near = dict.fromkeys(Path(file).absolute().parent for file in (*files, *sources))
    found = confirmed_sources(checker.known.library, near)
    for file in sources:
        known = dict(sources_from([(open_document(Path(file)), Path(file).name)], checker.known))
        if not known:
            raise DocumentError(
                Problem(
                    printable(Path(file).name),
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


def _write(folder: Path, reports: list[tuple[str, Any]], refused: list[str], force: bool) -> None:
    from briefs.errors import printable
    from briefs.verify.show.annotate import annotated
    from briefs.verify.show.page import findings_page
    from briefs.writing import make_folder, write_whole

    make_folder(folder)
    page = [report for _, report in reports]
    write_whole(folder / PAGE, lambda: (piece.encode("utf-8") for piece in findings_page(page, refused)), force)
    click.echo(printable(folder / PAGE), err=True)
    for file, report in reports:
        if report.copy:
            write_whole(folder / report.copy, annotated(Path(file).read_bytes(), report), force)
            click.echo(f"{printable(folder / report.copy)} (copy of {printable(file)})", err=True)
