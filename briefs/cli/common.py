"""What the commands share: opening the library and a case, the date, the printing of warnings."""

import datetime as dt
from pathlib import Path
from typing import Any

import click

from briefs.casefile import CaseFile, check_case, load_case
from briefs.errors import Problem
from briefs.facts import Situation
from briefs.library import Library, load_library
from briefs.library.layers import shipped_root
from briefs.reading.text_tree import parse_tree


def open_library(ctx: click.Context) -> Library:
    """The library of all layers."""
    return load_library(tuple(Path(folder) for folder in ctx.obj or ()))


def make_library(ctx: click.Context) -> None:
    """Makes the folder given with --library where a record is to be written into it; a word says so."""
    from briefs.writing import make_folder

    for folder in map(Path, ctx.obj or ()):
        if not folder.exists() and folder.absolute().parent.is_dir():
            make_folder(folder)
            click.echo(f"Made the folder {folder}: a library of your own.", err=True)


def open_case(file: str, library: Library) -> tuple[Situation, CaseFile]:
    """A case at its date. Warns when the date is missing or not today."""
    read = _load(Path(file), library)
    today = dt.date.today().isoformat()
    as_of = read.case.as_of or today
    warnings = list(read.warnings)
    if read.case.as_of is None:
        warnings.append(
            Problem(
                Path(file).name,
                f"as_of is missing: today ({today}) is used.",
                "The same file would answer differently tomorrow.",
                f"Write 'as_of: {today}' into it.",
            )
        )
    elif as_of != today:
        warnings.append(Problem(Path(file).name, f"as_of is {as_of}, not today ({today}): nothing later is used."))
    for warning in warnings:
        click.echo(f"warning: {warning.line()}", err=True)
    return Situation(read.case, library, as_of), CaseFile(read.case, tuple(warnings))


def warn_of_margins(library: Library) -> None:
    """Says which Word templates of the user's own layers will not keep the margins that they have in Word."""
    if all(layer.root.resolve() == shipped_root().resolve() for layer in library.layers):
        return
    from briefs.lint.page_setup import overruled_margins

    for problem in overruled_margins(library):
        click.echo(f"warning: {problem.line()}", err=True)


def _load(file: Path, library: Library) -> CaseFile:
    """A case file; an encrypted one is opened in memory and never written out."""
    if not file.name.lower().endswith(".age"):
        return load_case(file, library)
    from briefs.cli.secrecy_commands import ask_passphrase, identity_files
    from briefs.sealing import SUFFIX, read_sealed

    plain = read_sealed(file, identity_files(), ask_passphrase)
    return check_case(parse_tree(plain, file.name.removesuffix(SUFFIX)), library)


def print_json(data: Any) -> None:
    """Data as JSON on standard output."""
    import json

    click.echo(json.dumps(data, ensure_ascii=False, indent=2))
