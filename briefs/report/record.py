"""A record printed for reading: a ruling, a report with both its edges, or any other record field by field."""

from collections.abc import Iterable

from pydantic import BaseModel

from briefs.citing import written_date
from briefs.library import Library
from briefs.models.evidence import Evidence, Finding
from briefs.models.precedent import Precedent
from briefs.report.ruling import ruling_lines, wrapped

_EDGES = (("supports", "FOR THE PERSON"), ("adverse", "AGAINST THE PERSON"), ("neutral", "NOTES, never matched"))
_STANCES = {
    "supports": "It speaks for the person.",
    "adverse": "It speaks against the person.",
    "mixed": "It cuts both ways: who exhibits it exhibits all of it.",
}


def record_lines(record: BaseModel, library: Library) -> Iterable[str]:
    """Lines of at most 100 characters."""
    if isinstance(record, Precedent):
        yield from ruling_lines(record, library)
        return
    if isinstance(record, Evidence):
        yield from _report_lines(record, library)
        return
    layer = _layer(record, library)
    if layer != "shipped":
        yield f"  from {layer}"
    for name, value in record:
        if value not in (None, "", (), {}):
            yield from wrapped(f"{name.replace('_', ' ')}: {_plain(value)}", "  ")


def _layer(record: BaseModel, library: Library) -> str:
    """Name of the layer; the law is looked up under its room."""
    key = getattr(record, "id", None) or getattr(record, "code", "")
    room = {"State": "states", "Court": "courts", "Forum": "forums", "Evidence": ""}
    kind = room.get(type(record).__name__, f"{type(record).__name__.lower()}s")
    return library.layer_of(f"law/{kind}/{key}" if kind else key)


def _plain(value: object) -> str:
    if isinstance(value, BaseModel):
        return "; ".join(f"{k}: {_plain(v)}" for k, v in value if v not in (None, "", (), {}))
    if isinstance(value, tuple):
        return " | ".join(_plain(item) for item in value)
    if isinstance(value, dict):
        return " | ".join(f"{k}: {_plain(v)}" for k, v in value.items())
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def _report_lines(e: Evidence, library: Library) -> Iterable[str]:
    yield from wrapped(
        f"{e.title}, {e.body}{f', {e.symbol}' if e.symbol else ''}, {written_date(e.dated) or 'no one date'}"
    )
    states = ", ".join(library.states[code].name if code in library.states else code for code in e.states)
    yield from wrapped(f"{_STANCES[e.stance]} It is about: {states}. {e.dated_note or ''}", "  ")
    if e.only_for:
        yield from wrapped(f"Only for persons who are: {' or '.join(e.only_for)}.", "  ")
    yield f"  id {e.id}; from {library.layer_of(e.id)}; document {e.verification}"
    yield from wrapped(f"Old after {library.country_material.old_after(e.body_kind)} years.", "  ")
    for edge, heading in _EDGES:
        findings = [f for f in e.findings if f.edge == edge]
        if findings:
            yield ""
            yield heading
        for finding in findings:
            yield from _finding_lines(finding, library)
    if e.relied_on_by:
        yield ""
        yield "Relied on in"
        for r in e.relied_on_by:
            place = f", {r.pinpoint}" if r.pinpoint else ""
            yield from wrapped(f"[{r.verification}] {r.authority}{place}{f'  {r.id}' if r.id else ''}", "  ")
    yield from wrapped(f"Still to check: {' '.join(e.to_check)}") if e.to_check else ()
    if e.note:
        yield ""
        yield from wrapped(f"Note: {e.note}")
    if e.sources:
        yield ""
        yield "Sources"
    for source in e.sources:
        yield from wrapped(f"[{source.level}] {source.url}{f' – {source.seen}' if source.seen else ''}", "  ")


def _finding_lines(f: Finding, library: Library) -> Iterable[str]:
    yield ""
    date = f"  of {written_date(f.dated)}" if f.dated else ""
    place = f"  {f.pinpoint} ({f.pinpoint_level or 'recalled'})" if f.pinpoint else ""
    yield f"  [{f.verification}]{date}{place}"
    yield from wrapped(f.text, "      ")
    if f.only_for_offences:
        yield from wrapped(f"Only where the charge is: {' or '.join(f.only_for_offences)}.", "      ")
    if f.superseded_by:
        later = f.superseded_by
        yield from wrapped(f"From {written_date(later.on)} [{later.verification}]: {later.text}", "      ")
    titles = [library.grounds[g].title for g in f.grounds if g in library.grounds]
    if titles:
        yield from wrapped(f"On: {'; '.join(titles)}.", "      ")
