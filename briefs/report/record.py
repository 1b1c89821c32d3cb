"""A record printed for reading: a precedent with its holdings, or any other record field by field."""

import textwrap
from collections.abc import Iterable

from pydantic import BaseModel

from briefs.citing import plain_cite, written_date
from briefs.library import Library
from briefs.models.precedent import Holding, Precedent

_STANCES = {"for": "FOR THE PERSON", "against": "AGAINST THE PERSON", "neutral": "NOTE"}


def record_lines(record: BaseModel, library: Library) -> Iterable[str]:
    """Lines of at most 100 characters."""
    if isinstance(record, Precedent):
        yield from _precedent_lines(record, library)
        return
    layer = _layer(record, library)
    if layer != "shipped":
        yield f"  from {layer}"
    for name, value in record:
        if value not in (None, "", (), {}):
            yield from _wrapped(f"{name}: {_plain(value)}", "  ")


def _layer(record: BaseModel, library: Library) -> str:
    """Name of the layer; the law is looked up under its room."""
    key = getattr(record, "id", None) or getattr(record, "code", "")
    room = {"State": "states", "Court": "courts", "Forum": "forums", "Evidence": ""}
    kind = room.get(type(record).__name__, f"{type(record).__name__.lower()}s")
    return library.layer_of.get(f"law/{kind}/{key}" if kind else key, "shipped")


def _plain(value: object) -> str:
    if isinstance(value, BaseModel):
        return "; ".join(f"{k}: {_plain(v)}" for k, v in value if v not in (None, "", (), {}))
    if isinstance(value, tuple):
        return " | ".join(_plain(item) for item in value)
    return str(value)


def _precedent_lines(p: Precedent, library: Library) -> Iterable[str]:
    yield plain_cite(p, library.courts[p.court])
    yield f"  id {p.id}; {library.courts[p.court].name}; layer {library.layer_of.get(p.id, 'shipped')}"
    yield f"  {p.procedure}: {p.requesting_state or 'no'} requesting, {p.requested_state or 'no'} requested state"
    yield f"  decided {written_date(p.decided) or 'unknown'} ({p.decided_level}); {p.status}" + (
        f" on {written_date(p.final)} ({p.final_level})" if p.final else ""
    )
    yield from _wrapped(f"Outcome ({p.outcome_level}): {p.outcome}", "  ")
    if not p.outcome_known:
        yield "  The outcome was not seen: this ruling is kept, and never cited."
    for holding in p.holdings:
        yield ""
        yield from _holding_lines(holding)
    for caution in p.cautions:
        yield from _wrapped(f"Caution: {caution}", "  ")
    for source in p.sources:
        yield from _wrapped(f"Source ({source.level}): {source.url}{' – ' + source.seen if source.seen else ''}", "  ")


def _holding_lines(h: Holding) -> Iterable[str]:
    yield f"  {h.id}  {_STANCES[h.stance]}  {h.ground or 'no ground'}  [{h.verification}]"
    yield from _wrapped(h.proposition, "    ")
    if h.pinpoints:
        yield "    Pinpoints: " + ", ".join(f"{p.at} ({p.level})" for p in h.pinpoints)
    for label, text in (
        ("Distinguished", h.distinguished),
        ("Our answer", h.answer),
        ("Limited", h.limited_by),
        ("Note", h.note),
    ):
        if text:
            yield from _wrapped(f"{label}: {text}", "    ")
    if h.set_aside:
        yield f"    {h.set_aside.how.upper()} by {h.set_aside.by} on {h.set_aside.on} ({h.set_aside.level})"


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, 100, initial_indent=indent, subsequent_indent=indent + "  ", break_long_words=False)
