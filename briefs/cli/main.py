"""The group of commands; each is imported only when it is called, so that help and version answer at once."""

import importlib
import os
import sys
from pathlib import Path
from types import TracebackType

import click

SHOWN = 100
"""Problems printed at once; a broken file can have thousands."""

_COMMANDS = {
    "new": "briefs.cli.new_command",
    "check": "briefs.cli.case_commands",
    "match": "briefs.cli.case_commands",
    "build": "briefs.cli.build_command",
    "confirm": "briefs.cli.confirm_command",
    "search": "briefs.cli.search_command",
    "verify": "briefs.cli.verify_command",
    "redact": "briefs.cli.privacy_commands",
    "scrub": "briefs.cli.privacy_commands",
    "new-key": "briefs.cli.secrecy_commands",
    "encrypt": "briefs.cli.secrecy_commands",
    "decrypt": "briefs.cli.secrecy_commands",
    "batch": "briefs.cli.batch_command",
    "check-bundle": "briefs.cli.bundle_command",
    "doctor": "briefs.cli.doctor_command",
    "list": "briefs.cli.list_command",
    "show": "briefs.cli.library_commands",
    "lint": "briefs.cli.lint_command",
    "eject": "briefs.cli.eject_command",
}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        module = importlib.import_module(_COMMANDS[name])
        return getattr(module, f"{name.replace('-', '_')}_command")


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(None, "--version", package_name="casebrief", message="casebrief %(version)s")
@click.option(
    "--library",
    "folders",
    multiple=True,
    type=click.Path(),
    help="A folder with records of your own; stronger than the shipped library. May be given several times.",
)
@click.option(
    "--identity",
    "identities",
    multiple=True,
    type=click.Path(),
    help="File with your secret key, to open a case.yaml.age. May be given several times; also CASEBRIEF_IDENTITY.",
)
@click.pass_context
def cli(ctx: click.Context, folders: tuple[str, ...], identities: tuple[str, ...]) -> None:
    """Filings for a person whose extradition is sought: one case file in, Word files out.

    Works without a network. Start with: casebrief new case.yaml
    """
    ctx.obj = folders
    if identities:
        os.environ["CASEBRIEF_IDENTITY"] = os.pathsep.join(identities)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; a refusal prints its lines and ends with its exit code, never with a traceback."""
    from briefs.errors import BriefError

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.excepthook = tell_own_fault
    try:
        cli.main(args=arguments, prog_name="casebrief")
    except BriefError as reason:
        for problem in reason.problems[:SHOWN]:
            click.echo(problem.line(), err=True)
        if len(reason.problems) > SHOWN:
            click.echo(f"and {len(reason.problems) - SHOWN} more. Mend these first.", err=True)
        sys.exit(reason.exit_code)


def tell_own_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A fault of the program in one line: its kind and place, never its words, which may hold text of the case."""
    place = "unknown place"
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if "briefs" in file.parts:
            place = f"{file.name}, line {trace.tb_lineno}"
        trace = trace.tb_next
    if issubclass(kind, MemoryError):
        message = "there is not enough memory for this. Close other programs, or give a smaller file."
    elif isinstance(error, ModuleNotFoundError):
        message = f"the library {error.name} is missing. Install casebrief again: python -m pip install ."
    else:
        message = (
            f"a fault of the program ({kind.__name__} in {place}). Please report this line; it holds no case data."
        )
    print(f"casebrief: {message} Files that were there before are unchanged.", file=sys.stderr)
