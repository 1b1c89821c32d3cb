"""list."""

from typing import Any

import click

from briefs.cli.common import open_library, print_json
from briefs.library import Library

KINDS = (
    "precedents",
    "evidence",
    "states",
    "courts",
    "forums",
    "grounds",
    "provisions",
    "arguments",
    "filings",
    "profiles",
    "offences",
    "statuses",
    "stages",
    "tags",
    "coverage",
)


@click.command("list")
@click.argument("kind", type=click.Choice(KINDS))
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@click.pass_context
def list_command(ctx: click.Context, kind: str, as_json: bool) -> None:
    """List what the library holds; 'coverage' counts authorities by ground, forum and requesting state.

    What does not come from the shipped library says from where; what was withdrawn stands at the end.

    \b
    Example:
      casebrief list grounds
      casebrief list coverage
    """
    library = open_library(ctx)
    if kind == "coverage":
        _coverage(library, as_json)
        return
    rows = [*_rows(library, kind), *_withdrawn(library, kind)]
    if as_json:
        print_json(rows)
        return
    width = max((len(row["id"]) for row in rows), default=0)
    for row in rows:
        click.echo(f"{row['id']:{width}}  {row['title']}{_mark(row)}")


def _mark(row: dict[str, Any]) -> str:
    if row.get("withdrawn"):
        return f"WITHDRAWN in {row['layer']}: {row['withdrawn']}"
    return "" if row["layer"] == "shipped" else f"  [from {row['layer']}]"


def _rows(library: Library, kind: str) -> list[dict[str, Any]]:
    if kind == "filings":
        from briefs.library.manifests import filing_manifests

        return [_row(m.id, m.title, library.template_layer(m.id)) for m in filing_manifests(library).values()]
    if kind in library.vocabulary:
        layer = library.layer_of("law/vocabulary")
        entries = library.vocabulary[kind].items()
        return [_row(key, (entry or {}).get("meaning") or "", layer) for key, entry in entries]
    prefix = "" if kind in {"precedents", "evidence"} else f"law/{kind}/"
    records = getattr(library, kind).items()
    return [_row(key, _title(record), library.layer_of(prefix + key)) for key, record in records]


def _row(key: str, title: str, layer: str) -> dict[str, Any]:
    return {"id": key, "title": title, "layer": layer}


def _withdrawn(library: Library, kind: str) -> list[dict[str, Any]]:
    gone = [w for key, w in library.withdrawn.items() if library.origins[key].room == kind]
    return [{**_row(w.id, "", w.layer), "withdrawn": w.reason} for w in gone]


def _title(record: object) -> str:
    title = next((getattr(record, name) for name in ("title", "name", "cite_as") if hasattr(record, name)), "")
    decided = getattr(record, "decided", None) or getattr(record, "dated", None)
    return f"{title} ({decided})" if decided else title


def _coverage(library: Library, as_json: bool) -> None:
    from briefs.coverage import coverage, lines

    found = coverage(library)
    if as_json:
        print_json(found.model_dump(mode="json"))
        return
    for line in lines(found, library):
        click.echo(line)
