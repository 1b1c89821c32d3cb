"""The group of commands; each is imported only when it is called, so that help and version answer at once."""

import atexit
import errno
import gc
import importlib
import os
import sys
from pathlib import Path
from types import TracebackType

import click

from briefs import __version__
from briefs.cli.quick import Ending, without_plugins

SHOWN = 100
"""Problems printed at once; a broken file can have thousands."""

_COMMANDS = {
    "new": (
        "briefs.cli.new_command",
        "Write a commented file to begin with: a case file, or a record for your own library.",
    ),
    "check": (
        "briefs.cli.case_commands",
        "Errors, deadlines, open questions, forums with reasons, and a checklist for each filing.",
    ),
    "match": ("briefs.cli.case_commands", "Authorities for and against, each with its reasons."),
    "build": (
        "briefs.cli.build_command",
        "Write the filings (to-file/) and counsel's annotated copies and report (counsel-only/).",
    ),
    "confirm": (
        "briefs.cli.confirm_command",
        "Read a judgment (HUDOC .docx, .html, .pdf; United Nations .docx, .pdf) beside the record; what you "
        "confirm counts as primary.",
    ),
    "search": (
        "briefs.cli.search_command",
        "Words over names, numbers, propositions, findings and facts; says why each record answers.",
    ),
    "verify": ("briefs.cli.verify_command", "Check every citation in .docx, .odt, .pdf, .txt, .md and .html files."),
    "redact": (
        "briefs.cli.privacy_commands",
        "A pack about nobody: the case is made anonymous, the filings are built from it, and the result is searched.",
    ),
    "scrub": (
        "briefs.cli.privacy_commands",
        "Clean any Word file of what its author did not mean to send, and say what was taken out.",
    ),
    "new-key": ("briefs.cli.secrecy_commands", "Make a key for yourself."),
    "encrypt": ("briefs.cli.secrecy_commands", "Encrypt a case file, or any file, for its readers."),
    "decrypt": ("briefs.cli.secrecy_commands", "Write the plain copy of an encrypted file."),
    "batch": ("briefs.cli.batch_command", "Build every case file below FOLDER."),
    "check-bundle": (
        "briefs.cli.bundle_command",
        "Look through exhibits that came as .zip or .tar, without unpacking them.",
    ),
    "doctor": (
        "briefs.cli.doctor_command",
        "What is installed, what is missing, the limits here, and whether the library is as it was published.",
    ),
    "list": (
        "briefs.cli.list_command",
        "List what the library holds; 'coverage' counts authorities by ground, forum and requesting state.",
    ),
    "show": ("briefs.cli.library_commands", "One record of the library as a lawyer wants to read it."),
    "lint": (
        "briefs.cli.lint_command",
        "Check records and templates: all mistakes at once, each with file, line and column, and how to mend it.",
    ),
    "eject": ("briefs.cli.eject_command", "Copy a shipped item into your own library, to change it there."),
}
"""Command → its module, and the first paragraph of its help: the list of commands imports none of them."""


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        module = importlib.import_module(_COMMANDS[name][0])
        return getattr(module, f"{name.replace('-', '_')}_command")

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any of them."""
        room = formatter.width - 6 - max(map(len, _COMMANDS))
        stubs = {name: click.Command(name, help=about) for name, (_, about) in _COMMANDS.items()}
        with formatter.section("Commands"):
            formatter.write_dl([(name, stub.get_short_help_str(room)) for name, stub in stubs.items()])


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", message="casebrief %(version)s")
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


_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}


def run() -> None:
    """The program as a person starts it: `main`, and out as soon as all is written and closed."""
    ending = Ending()
    atexit.register(ending.leave)  # registered first, so asked last
    try:
        main()
    except SystemExit as reason:
        ending.code = reason.code or 0
        raise


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; a refusal prints its lines and ends with its exit code, never with a traceback."""
    from briefs.errors import BriefError

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.excepthook = tell_own_fault
    without_plugins()
    atexit.register(gc.freeze)  # the system takes the memory back at once; looking through it first takes longer
    try:
        cli.main(args=arguments, prog_name="casebrief")
    except BriefError as reason:
        for problem in reason.problems[:SHOWN]:
            click.echo(problem.line(), err=True)
        if len(reason.problems) > SHOWN:
            click.echo(f"and {len(reason.problems) - SHOWN} more. Mend these first.", err=True)
        sys.exit(reason.exit_code)
    except OSError as reason:
        if reason.errno not in _FULL:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left is not tried again at the end
        click.echo(
            f"casebrief: the answer could not be written: {os.strerror(reason.errno)}. It is not complete; make room "
            "or send it elsewhere, then run this again. Files that were there before are unchanged.",
            err=True,
        )
        sys.exit(4)


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
