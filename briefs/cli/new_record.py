"""new precedent, new evidence, new court: a few questions, then a commented record that lint accepts."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from briefs.cli.asking import Question, ask, is_script
from briefs.cli.common import make_library, open_library

# Options that would be words of Python.
_PARAMETERS = {"from": "asked_from", "in": "held_in"}
Given = dict[str, str | None]


def _options(**named: str) -> Callable:
    """One option for each answer: name=help, with _ for -."""

    def decorate(command: Callable) -> Callable:
        for name, text in reversed(named.items()):
            option = name.strip("_").replace("_", "-")
            command = click.option(f"--{option}", _parameter(option), help=text)(command)
        return command

    return decorate


def _parameter(option: str) -> str:
    return _PARAMETERS.get(option, option.replace("-", "_"))


@click.command("precedent")
@click.argument("target", required=False, metavar="[ID|FILE]")
@_options(
    court="Who decided: id, see casebrief list courts.",
    title="Name of the case.",
    docket="Number of the case; several with commas.",
    decided="Date: YYYY-MM-DD, or YYYY-MM or YYYY.",
    kind="judgment, decision, views, interim-measure, general-comment, opinion or practice.",
    from_="Requesting state (code).",
    in_="Requested state (code).",
    procedure="extradition, removal, surrender, detention, interpol, general or other.",
    outcome="How it ended, in a sentence.",
    favourable="For the person: yes, no or mixed.",
    ground="Ground of the point of law: id.",
    stance="for or against the person.",
    proposition="The point, in a full sentence of your own.",
    rests_on="rule, method, conditions, stay or facts.",
    pinpoint="Place, with its sign: '§ 83'.",
    profile="Only for such persons; several with commas.",
    answer="Our answer to a point against the person.",
    url="Where you read it.",
    level="What you read: primary, secondary or recalled.",
)
@click.pass_context
def precedent_command(ctx: click.Context, target: str | None, **given: str | None) -> None:
    """A commented record of a ruling; asks about fifteen questions. Nothing else needs editing.

    It is written into your own library (--library DIR, else your user folder), or to FILE.

    \b
    Example:
      casebrief new precedent
      casebrief new precedent echr/kovacs-v-malta-2026
    """
    from briefs.cli.record_questions import court_question, precedent_questions
    from briefs.models.precedent import Precedent
    from briefs.starter.precedent import PrecedentAnswers, starter_precedent

    make_library(ctx)
    library = open_library(ctx)
    court = ask(court_question(library, target), given["court"], is_script(given)) or ""
    answers: dict[str, Any] = {"court": court, "answer": None}
    for field, question in precedent_questions(library, library.courts[court]):
        if field != "answer" or answers["stance"] == "against":
            answers[field] = _answer(question, given)
    _split(answers, "dockets", "profile")
    name = (answers["title"], answers["decided"])
    file, key = _place(ctx, target, "precedents", f"{court}/", name)
    record = PrecedentAnswers.model_validate({**answers, "id": key})
    _write(ctx, file, starter_precedent(record, library, dt.date.today()), Precedent)


@click.command("evidence")
@click.argument("target", required=False, metavar="[ID|FILE]")
@_options(
    title="Title of the document.",
    body="Who wrote it.",
    body_kind="un, state, ngo, court, law, academic, media or other.",
    dated="Date: YYYY-MM-DD, or YYYY-MM or YYYY.",
    states="About which states (codes); several with commas.",
    finding="What it establishes, in a full sentence of your own.",
    edge="supports or adverse.",
    pinpoint="Where it stands: 'para. 20'.",
    grounds="Grounds for which it speaks; several with commas.",
    tags="What it is about; several with commas.",
    url="Where you read it.",
    level="What you read: primary, secondary or recalled.",
)
@click.pass_context
def evidence_command(ctx: click.Context, target: str | None, **given: str | None) -> None:
    """A commented record of a report, a statement or a law; asks about twelve questions.

    It is written into your own library (--library DIR, else your user folder), or to FILE.

    \b
    Example:
      casebrief new evidence
      casebrief new evidence amnesty-prisons-2026
    """
    from briefs.cli.record_questions import evidence_questions
    from briefs.models.evidence import Evidence
    from briefs.starter.evidence import EvidenceAnswers, starter_evidence

    answers: dict[str, Any] = {}
    make_library(ctx)
    for field, question in evidence_questions(open_library(ctx)):
        answers[field] = _answer(question, given)
    _split(answers, "states", "grounds", "tags")
    name = (f"{answers['body']} {answers['title']}", answers["dated"])
    file, key = _place(ctx, target, "evidence", "", name)
    _write(ctx, file, starter_evidence(EvidenceAnswers.model_validate({**answers, "id": key})), Evidence)


@click.command("court")
@_options(
    id="Short id: state and court.",
    name="Full name.",
    cite_as="How a footnote names it.",
    system="national, or the international system.",
    state="Its state (code).",
    highest="Whether it is the highest court of its state or system: yes or no.",
)
@click.pass_context
def court_command(ctx: click.Context, **given: str | None) -> None:
    """A court that the library does not have yet: one entry in law/courts.yaml of your own library.

    \b
    Example:
      casebrief new court --id ie-sc --name "Supreme Court of Ireland"
    """
    from briefs.cli.record_questions import court_questions
    from briefs.library.own import add_entry, own_root
    from briefs.starter.court import starter_court

    answers = {}
    make_library(ctx)
    for field, question in court_questions(open_library(ctx)):
        answers[field] = _answer(question, given)
    file = own_root(_folders(ctx)) / "law" / "courts.yaml"
    add_entry(file, starter_court(answers))
    click.echo(str(file))
    click.echo(f"Written. Now: casebrief new precedent --court {answers['id']}", err=True)


def _answer(question: Question, given: Given) -> str | None:
    """What the option of this name says, else what the person answers."""
    return ask(question, given[_parameter(question.name)], is_script(given))


def _split(answers: dict[str, Any], *fields: str) -> None:
    for field in fields:
        answers[field] = tuple(word for word in (answers[field] or "").split(",") if word)


def _name(title: str, date: str | None) -> str:
    """'kovacs-v-malta-2026'"""
    from briefs.starter.texts import slug

    name, year = slug(title), (date or "")[:4]
    if not name:
        raise click.UsageError("No id can be made from this title: give one, such as echr/kovacs-v-malta-2026.")
    return name if not year or name.endswith(year) else f"{name}-{year}"


def _folders(ctx: click.Context) -> tuple[Path, ...]:
    return tuple(Path(folder) for folder in ctx.obj or ())


def _place(
    ctx: click.Context, target: str | None, room: str, begin: str, name: tuple[str, str | None]
) -> tuple[Path, str]:
    """File and id: from FILE, whose path below the room is the id, from ID, or from title and date."""
    from briefs.library.own import own_root

    if target and target.endswith(".yaml"):
        file = Path(target).resolve()
        above = [folder for folder in file.parents if folder.name == room]
        return Path(target), file.relative_to(above[0]).with_suffix("").as_posix() if above else begin + _name(*name)
    key = target or begin + _name(*name)
    return own_root(_folders(ctx)) / room / f"{key}.yaml", key


def _write(ctx: click.Context, file: Path, text: str, model: type) -> None:
    """Write, then check at once: what lint finds is said, with exit code 3."""
    from briefs.library.own import write_private
    from briefs.lint.scope import check_path
    from briefs.starter.texts import written

    write_private(file, written(text, file, model))
    click.echo(str(file))
    report, _ = check_path(_folders(ctx), file, fix=False)
    for finding in report.findings:
        click.echo(finding.problem.line(), err=True)
    key = "the record" if report.findings else file.stem
    click.echo(f"Written. Read it in a text editor, complete it, then: casebrief lint {file}", err=True)
    if not report.findings:
        click.echo(f"As a lawyer reads it: casebrief show {key}", err=True)
    ctx.exit(3 if report.refused else 0)
