"""new: a case file, or with a word before the file name a precedent, country material or a court."""

import datetime as dt
from pathlib import Path

import click

from briefs.cli.new_record import court_command, evidence_command, precedent_command


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
@click.option("--from", "asked_from", metavar="STATE", help="Requesting state (code); no questions are then asked.")
@click.option("--in", "held_in", metavar="STATE", help="Requested state (code).")
@click.option("--name", help="Name of the person sought.")
@click.option("--nationality", metavar="STATE", help="Nationality (code).")
@click.option("--charge", help="The offence alleged.")
def case_command(
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
    ask = asked_from is None
    answers = {
        "name": name or _ask(ask, "Name of the person, as in the passport"),
        "nationality": nationality or _ask(ask, "Nationality (two-letter code, such as CN)"),
        "requesting_state": asked_from or _ask(ask, "Which state asks for the person? (two-letter code)"),
        "requested_state": held_in or _ask(ask, "Which state is asked? (two-letter code)"),
        "charge": charge or _ask(ask, "Offence alleged, in a few words"),
    }
    answers = {key: typed(answer) for key, answer in answers.items()}
    text = starter_case(answers, dt.date.today().isoformat())
    write_whole(Path(file), text.encode("utf-8"), instead=ANOTHER_NAME)
    click.echo(f"Written: {file}. Open it in a text editor; then run: casebrief check {file}")


def typed(text: str) -> str:
    """What was typed, as UTF-8, also where the system itself speaks none and hands over raw bytes."""
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8")
    except UnicodeDecodeError:
        return text


def _ask(ask: bool, question: str) -> str:
    return click.prompt(question, default="unknown", err=True).strip() if ask else "unknown"


for command in (precedent_command, evidence_command, court_command):
    new_command.add_command(command)
