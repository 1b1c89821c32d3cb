"""new: a case file, or with a word before the file name a precedent, country material or a court."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefs.cli.common import open_library
from briefs.cli.new_record import court_command, evidence_command, precedent_command

if TYPE_CHECKING:
    from briefs.library import Library

UNKNOWN = "unknown"


class _CaseFirst(click.Group):
    """`new` without one of the words is `new case`: `casebrief new case.yaml` writes a case file."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = ["case", *args]
        return super().parse_args(ctx, args)


@click.group("new", cls=_CaseFirst, context_settings={"help_option_names": ["-h", "--help"]})
def new_command() -> None:
    """Write a commented file to begin with: a case file, or a record for your own library.

    A file name alone means a case file. To write a case file that is itself called precedent: ./precedent

    \b
    Example:
      casebrief new case.yaml
      casebrief new case.yaml --from CN --in PL
      casebrief new precedent
      casebrief new precedent echr/kovacs-v-malta-2026
      casebrief new evidence
    """


@new_command.command("case")
@click.argument("file", default="case.yaml", type=click.Path())
@click.option(
    "--from", "asked_from", metavar="STATE", help="Requesting state, by name or code; no questions are then asked."
)
@click.option("--in", "held_in", metavar="STATE", help="Requested state, by name or code.")
@click.option("--name", help="Name of the person sought.")
@click.option("--nationality", metavar="STATE", help="Nationality, by name or code.")
@click.option("--charge", help="The offence alleged.")
@click.pass_context
def case_command(
    ctx: click.Context,
    file: str,
    asked_from: str | None,
    held_in: str | None,
    name: str | None,
    nationality: str | None,
    charge: str | None,
) -> None:
    """A commented case file; asks five questions. 'unknown' is an answer.

    \b
    Example:
      casebrief new case.yaml
      casebrief new case.yaml --from CN --in PL
    """
    from briefs.starter import starter_case
    from briefs.writing import ANOTHER_NAME, may_write, write_whole

    may_write(Path(file), instead=ANOTHER_NAME)
    given = {"name": name, "nationality": nationality, "from": asked_from, "in": held_in, "charge": charge}
    answers = _answers(open_library(ctx), given)
    text = starter_case(answers, dt.date.today().isoformat())
    write_whole(Path(file), text.encode("utf-8"), instead=ANOTHER_NAME)
    click.echo(f"Written: {file}. Open it in a text editor; then run: casebrief check {file}")


def _answers(library: "Library", given: dict[str, str | None]) -> dict[str, str]:
    """The five answers; nothing is asked where `--from` is given. States are kept as their codes."""
    from briefs.cli.asking import Question, ask, several
    from briefs.cli.record_questions import state_check

    state = state_check(library)

    def code(word: str) -> str:
        return UNKNOWN if word.lower() == UNKNOWN else state(word)

    questions = {
        "name": Question("name", "Name of the person, as in the passport", default=UNKNOWN),
        "nationality": Question(
            "nationality", "Nationality, as a name or a code (China or CN); several with commas", several(code), UNKNOWN
        ),
        "requesting_state": Question("from", "Which state asks for the person?", code, UNKNOWN),
        "requested_state": Question("in", "Which state is asked?", code, UNKNOWN),
        "charge": Question("charge", "Offence alleged, in a few words", default=UNKNOWN),
    }
    silent = given["from"] is not None
    return {
        key: typed(ask(question, typed(given[question.name] or (UNKNOWN if silent else "")) or None) or UNKNOWN)
        for key, question in questions.items()
    }


def typed(text: str) -> str:
    """What was typed, as UTF-8, also where the system itself speaks none and hands over raw bytes."""
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8")
    except UnicodeDecodeError:
        return text


for command in (precedent_command, evidence_command, court_command):
    new_command.add_command(command)
