"""show."""

import click

from briefs.cli.common import open_library, print_json
from briefs.library import Library


@click.command("show")
@click.argument("key", metavar="ID")
@click.option("--graph", is_flag=True, help="What a ruling cites, what cites it, and what took its authority away.")
@click.option("--json", "as_json", is_flag=True, help="Print the record as JSON.")
@click.pass_context
def show_command(ctx: click.Context, key: str, graph: bool, as_json: bool) -> None:
    """One record of the library as a lawyer wants to read it.

    \b
    Example:
      casebrief show echr/liu-v-poland-2022
      casebrief show echr/liu-v-poland-2022 --graph
    """
    from briefs.report.record import record_lines

    library = open_library(ctx)
    record = find_record(library, key)
    if graph:
        _show_graph(library, record, as_json)
        return
    if as_json:
        print_json(record.model_dump(mode="json"))
        return
    for line in record_lines(record, library):
        click.echo(line)


def _show_graph(library: Library, record: object, as_json: bool) -> None:
    from briefs.models.precedent import Precedent
    from briefs.report.graph import graph_data, graph_lines

    if not isinstance(record, Precedent):
        raise click.UsageError("--graph is for rulings: only they cite each other.")
    if as_json:
        print_json(graph_data(record.id, library))
        return
    for line in graph_lines(record.id, library):
        click.echo(line)


def find_record(library: Library, key: str):
    """The record of an id of any kind. Raises a usage error with the nearest ids."""
    import difflib

    rooms = (
        library.precedents,
        library.evidence,
        library.forums,
        library.grounds,
        library.provisions,
        library.arguments,
        library.states,
        library.courts,
    )
    for room in rooms:
        if key in room:
            return room[key]
    if named := library.by_dossier_id(key):
        return library.precedents[named]
    names = [name for room in rooms for name in room]
    close = difflib.get_close_matches(key, names, n=3, cutoff=0.4)
    raise click.UsageError(f"The library holds no '{key}'." + (f" Did you mean {' or '.join(close)}?" if close else ""))
