"""search."""

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefs.cli.common import print_json

if TYPE_CHECKING:
    from briefs.search.finding import Answer, Hit, Why
    from briefs.search.store import Store

_KINDS = ("precedent", "evidence", "provision", "ground", "argument", "forum")
_WIDTH = 100


@click.command("search")
@click.argument("words", nargs=-1)
@click.option("--kind", "kinds", multiple=True, type=click.Choice(_KINDS), help="Only records of this kind.")
@click.option("--court", "courts", multiple=True, metavar="ID", help="Only rulings of this court.")
@click.option("--forum", "forums", multiple=True, metavar="ID", help="Only what this forum may hear.")
@click.option("--ground", "grounds", multiple=True, metavar="ID", help="Only what speaks on this ground.")
@click.option("--state", "states", multiple=True, metavar="CODE", help="Only with this state: requesting or requested.")
@click.option("--stance", type=click.Choice(["for", "against", "neutral"]), help="For or against the person.")
@click.option("--from", "since", metavar="DATE", help="Not older than: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--to", "until", metavar="DATE", help="Not younger than.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="At most so many records.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
@click.pass_context
def search_command(ctx: click.Context, words: tuple[str, ...], limit: int, as_json: bool, **given: object) -> None:
    """Words over names, numbers, propositions, findings and facts; says why each record answers.

    Every word has to stand in the record; where none holds them all, those that hold some are shown. Put a phrase
    between quotation marks. A name may be misspelt.

    \b
    Example:
      casebrief search assurances monitoring --state CN --stance against
      casebrief search "general situation of violence"
      casebrief search --ground death-penalty --court echr --from 2010
    """
    from briefs.library.layers import find_layers
    from briefs.search import Filters, search, with_index

    _dates(given)
    given["stance"] = given["stance"] or ""
    given["states"] = tuple(str(code).upper() for code in given["states"])
    filters = Filters(
        **{
            name: value or () if name not in {"since", "until", "stance"} else value or ""
            for name, value in given.items()
        }
    )
    if not words and filters == Filters():
        raise click.UsageError("Give some words, or a filter such as --ground.")
    question = " ".join(f'"{w}"' if " " in w else w for w in words)

    def work(store: "Store") -> "Answer":
        _known(store, filters)
        return search(store, question, filters, limit)

    answer = with_index(find_layers(tuple(Path(folder) for folder in ctx.obj or ())), work)
    if as_json:
        print_json(_data(answer, limit))
        return
    for said, meant in answer.read_as.items():
        click.echo(f"'{said}' stands nowhere; read as: {' / '.join(meant)}.", err=True)
    _tell_missing(answer)
    for hit in answer.hits[:limit]:
        _show(hit)
    _count(answer, limit)


def _dates(given: dict) -> None:
    from briefs.models.base import first_day

    for name, option in (("since", "--from"), ("until", "--to")):
        try:
            first_day(given[name] or "2000")
        except ValueError as reason:
            raise click.UsageError(f"{option}: {reason}.") from None


def _known(store: "Store", filters: object) -> None:
    """Every id of a filter exists, or the nearest is named."""
    from briefs.errors import did_you_mean

    known = {
        "ground": lambda: store.ids("ground"),
        "forum": lambda: store.ids("forum"),
        "court": lambda: [key.partition("/")[0] for key in store.ids("precedent")],
        "state": store.states,
    }
    for name, all_ids in known.items():
        asked = getattr(filters, f"{name}s")
        ids = set(all_ids()) if asked else set()
        for key in asked:
            if key not in ids:
                what = "No record names the state" if name == "state" else f"There is no {name}"
                raise click.UsageError(f"{what} '{key}'. {did_you_mean(key, ids)} See: casebrief list {name}s")


def _tell_missing(answer: "Answer") -> None:
    """That an answer is less than what was asked for."""
    if not answer.hits:
        return
    for word in answer.nowhere:
        click.echo(f"'{word}' stands in no record; the others were looked for.", err=True)
    if not answer.every:
        click.echo("No record holds all of these words. Those that hold some, the most words first:", err=True)


def _show(hit: "Hit") -> None:
    item = hit.item
    when = f", {item.date}" if item.date else ""
    states = f"  [{' → '.join(item.states)}]" if item.kind == "precedent" and item.states else ""
    layer = f"  from {item.layer}" if item.layer != "shipped" else ""
    layer += f"  {item.warning.upper()}" if item.warning else ""
    click.echo(f"{click.style(item.title, bold=True)}{when}{states}{layer}")
    click.echo(f"  {item.kind} {item.id}")
    for why in hit.why:
        click.echo(_line(why))


def _line(why: "Why") -> str:
    about = [
        why.part.rpartition("/")[2] and f"holding {why.part.rpartition('/')[2]}",
        why.stance,
        ", ".join(why.grounds),
    ]
    label = f"    {why.field}" + (f" ({'; '.join(a for a in about if a)})" if any(about) else "")
    wrapped = textwrap.fill(
        f"{label}: {why.snippet}", _WIDTH, subsequent_indent="      ", break_long_words=False, break_on_hyphens=False
    )
    for start, end in why.marks:
        word = why.snippet[start:end]
        if " " not in word:
            wrapped = wrapped.replace(f" {word}", f" {click.style(word, bold=True, fg='green')}", 1)
    return wrapped


def _count(answer: "Answer", limit: int) -> None:
    count = len(answer.hits)
    if not count:
        click.echo("Nothing in the library. Try fewer words, or a part of a name.", err=True)
    elif count > limit:
        most = f"the likeliest {count}" if answer.more else str(count)
        click.echo(f"{limit} of {most} records shown; more with --limit {count}.", err=True)


def _data(answer: "Answer", limit: int) -> dict:
    return {
        "format": 1,
        "count": len(answer.hits),
        "read_as": {said: list(meant) for said, meant in answer.read_as.items()},
        "nowhere": list(answer.nowhere),
        "every_word": answer.every,
        "more": answer.more,
        "hits": [
            {
                "id": hit.item.id,
                "kind": hit.item.kind,
                "title": hit.item.title,
                "date": hit.item.date or None,
                "states": list(hit.item.states),
                "layer": hit.item.layer,
                "warning": hit.item.warning or None,
                "score": round(hit.score, 4),
                "why": [
                    {
                        "field": why.field,
                        "holding": why.part or None,
                        "grounds": list(why.grounds),
                        "stance": why.stance or None,
                        "snippet": why.snippet,
                        "marks": [list(mark) for mark in why.marks],
                    }
                    for why in hit.why
                ],
            }
            for hit in answer.hits[:limit]
        ],
    }
