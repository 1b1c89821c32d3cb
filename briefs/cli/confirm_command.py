"""confirm."""

import datetime as dt
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from briefs.cli.common import make_library, open_library, print_json

if TYPE_CHECKING:
    from briefs.confirming.asking import Asked, Question
    from briefs.confirming.judgment import Judgment
    from briefs.library import Library
    from briefs.models.confirmation import Acceptance, Confirmation
    from briefs.models.precedent import Precedent

_STANCES = {"for": "FOR THE PERSON", "against": "AGAINST THE PERSON", "neutral": "NOTE"}


@click.command("confirm")
@click.argument("key", metavar="ID")
@click.argument("source", required=False, type=click.Path(path_type=Path))
@click.option("--holding", "holdings", multiple=True, metavar="ID", help="Only this holding; may be repeated.")
@click.option("--at", "added", multiple=True, metavar="HOLDING=NUMBER", help="The paragraph that you found yourself.")
@click.option("--accept", "taken", multiple=True, metavar="HOLDING=PINPOINT", help="Take a pinpoint over unread.")
@click.option("--by", metavar="NAME", help="Who has read it. It stands in every report.")
@click.option("--yes", is_flag=True, help="Answer yes to all: you have read them already. Needs --by.")
@click.option("--look", is_flag=True, help="Only show the paragraphs beside our propositions; write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found and kept as JSON.")
@click.pass_context
def confirm_command(
    ctx: click.Context,
    key: str,
    source: Path | None,
    holdings: tuple[str, ...],
    added: tuple[str, ...],
    taken: tuple[str, ...],
    by: str | None,
    yes: bool,
    look: bool,
    as_json: bool,
) -> None:
    """Read a judgment (HUDOC .docx, .html, .pdf; United Nations .docx, .pdf) beside the record; what you confirm counts
    as primary. It is kept in your own layer: who, when, and the SHA-256 of the file.

    \b
    Example:
      casebrief confirm echr/liu-v-poland-2022 001-219786.docx
      casebrief confirm echr/liu-v-poland-2022 001-219786.docx --at liu-v-poland-2022/5=72
      casebrief confirm echr/liu-v-poland-2022 --accept "liu-v-poland-2022/1=§ 83" --by "A. Counsel"
    """
    if not look:
        make_library(ctx)
    library = open_library(ctx)
    precedent = _precedent(library, key)
    if taken:
        _accept(library, precedent, _pairs(taken, "--accept", precedent), by)
    if source is None:
        if not taken:
            raise click.UsageError("Name the file of the judgment, as you downloaded it.")
        return
    if yes and not by:
        raise click.UsageError("--yes needs --by NAME: a confirmation names the person who has read.")
    _unknown(holdings, precedent, "--holding")
    asked, judgment = _asked(library, precedent, source, holdings, _pairs(added, "--at", precedent))
    kept = () if look else _answers(asked, judgment, by, yes, as_json)
    if look and not as_json:
        for before, question in zip((None, *asked.questions), asked.questions, strict=False):
            _show(question, before)
    _finish(ctx, library, asked, kept, judgment, look, as_json)


def _precedent(library: "Library", key: str) -> "Precedent":
    from briefs.cli.library_commands import find_record
    from briefs.models.precedent import Precedent

    record = find_record(library, key)
    if not isinstance(record, Precedent):
        raise click.UsageError(f"'{key}' is not a ruling: only rulings are confirmed by their paragraphs.")
    return record


def _pairs(given: tuple[str, ...], option: str, precedent: "Precedent") -> dict[str, str]:
    pairs = {}
    for text in given:
        holding, sign, place = text.partition("=")
        if not sign or not place.strip():
            raise click.UsageError(f"{option} {text}: write HOLDING=PARAGRAPH, such as {precedent.holdings[0].id}=83.")
        pairs[holding.strip()] = place.strip()
    _unknown(tuple(pairs), precedent, option)
    return pairs


def _unknown(holdings: tuple[str, ...], precedent: "Precedent", option: str) -> None:
    known = [h.id for h in precedent.holdings]
    for holding in holdings:
        if holding not in known:
            raise click.UsageError(f"{option}: {precedent.id} has no holding '{holding}'. It has: {', '.join(known)}.")


def _asked(
    library: "Library", precedent: "Precedent", source: Path, holdings: tuple[str, ...], added: dict[str, str]
) -> "tuple[Asked, Judgment]":
    from briefs.confirming.asking import checked_name, questions
    from briefs.confirming.judgment import read_judgment

    checked_name(source.name, "the name of the file")
    judgment = read_judgment(source, precedent, library.courts[precedent.court])
    before = tuple(c for h in precedent.holdings for c in library.confirmed.get(h.id, ()))
    return questions(judgment, holdings, added, before), judgment


def _answers(
    asked: "Asked", judgment: "Judgment", by: str | None, yes: bool, quiet: bool
) -> "tuple[Confirmation, ...]":
    from briefs.confirming.asking import answered, checked_name

    kept: list[Confirmation] = []
    name = checked_name(by, "--by") if by else ""
    for before, question in zip((None, *asked.questions), asked.questions, strict=False):
        if not quiet:
            _show(question, before)
        answer = "yes" if yes else _ask()
        if answer == "quit":
            break
        if answer in {"yes", "no"}:
            name = name or checked_name(click.prompt("Your name, as it stands in the report", err=True), "your name")
            kept.append(answered(question, judgment, answer, name, dt.date.today()))
    return tuple(kept)


def _ask() -> Literal["yes", "no", "skip", "quit"]:
    words = {"y": "yes", "n": "no", "s": "skip", "q": "quit"}
    try:
        said = click.prompt(
            "Does this paragraph hold that? yes, no, skip, quit",
            type=click.Choice([*words, *words.values()], case_sensitive=False),
            show_choices=False,
            err=True,
        )
    except click.Abort:
        return "quit"
    return words.get(said, said)


def _show(question: "Question", before: "Question | None") -> None:
    """The paragraph beside our sentence, which is said once where it has several paragraphs."""
    holding = question.holding
    if before is None or before.holding is not holding:
        click.echo("")
        click.echo(f"{holding.id}  {_STANCES[holding.stance]}  {holding.ground or 'no ground'}")
        click.echo(f"  We say ({holding.verification}):")
        click.echo(_wrapped(holding.proposition))
    click.echo(f"  {question.at} ({question.level}) reads:")
    for text in question.passage.texts:
        click.echo(_wrapped(text))


def _wrapped(text: str) -> str:
    return textwrap.fill(text, 100, initial_indent="    ", subsequent_indent="    ", break_long_words=False)


def _accept(library: "Library", precedent: "Precedent", pairs: dict[str, str], by: str | None) -> None:
    from briefs.confirming.asking import acceptance, checked_name
    from briefs.confirming.keeping import keep, own_folder

    if not by:
        raise click.UsageError("--accept needs --by NAME: you take the pinpoint over in your own name.")
    name = checked_name(by, "--by")
    entries: list[Acceptance] = [
        acceptance(precedent, holding, at, name, dt.date.today()) for holding, at in pairs.items()
    ]
    file = keep(own_folder(library.layers), precedent.id, accepted=tuple(entries))
    click.echo(f"Taken over unread by {name}: {', '.join(f'{h} {at}' for h, at in pairs.items())}. Kept in {file}")


def _finish(
    ctx: click.Context,
    library: "Library",
    asked: "Asked",
    kept: "tuple[Confirmation, ...]",
    judgment: "Judgment",
    look: bool,
    as_json: bool,
) -> None:
    from briefs.confirming.keeping import keep, own_folder

    file = keep(own_folder(library.layers), judgment.precedent.id, kept) if kept else None
    for problem in asked.refused:
        click.echo(problem.line(), err=True)
    if as_json:
        print_json(_data(asked, kept, judgment))
    elif not look:
        click.echo("")
        click.echo(_summary(asked, kept, judgment))
        if file:
            click.echo(f"Kept in {file}")
    ctx.exit((3 if kept else 1) if asked.refused else 0)


def _summary(asked: "Asked", kept: "tuple[Confirmation, ...]", judgment: "Judgment") -> str:
    said = [c.answer for c in kept]
    dated = "" if judgment.source.date_seen else " The date of the decision was not found in it."
    return (
        f"{judgment.source.file}: {judgment.source.paragraphs} numbered paragraphs.{dated} "
        f"Confirmed {said.count('yes')}, denied {said.count('no')}, left open "
        f"{len(asked.questions) - len(kept)}, refused {len(asked.refused)}."
    )


def _data(asked: "Asked", kept: "tuple[Confirmation, ...]", judgment: "Judgment") -> dict:
    return {
        "format": 1,
        "id": judgment.precedent.id,
        "source": judgment.source.model_dump(mode="json"),
        "paragraphs": list(judgment.paragraphs),
        "questions": [
            {"holding": q.holding.id, "at": q.at, "proposition": q.holding.proposition, "texts": list(q.passage.texts)}
            for q in asked.questions
        ],
        "confirmed": [c.model_dump(mode="json") for c in kept],
        "refused": [p.line() for p in asked.refused],
    }
