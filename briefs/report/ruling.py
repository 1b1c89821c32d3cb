"""A ruling as a lawyer wants to read it: what it is, what it holds for and against, how far each line was checked."""

import textwrap
from collections.abc import Iterable

from briefs.citing import plain_cite, written_date
from briefs.library import Library
from briefs.models.precedent import Holding, Precedent, SetAside
from briefs.report.graph import links_of

WIDTH = 100
_PARTS = (("for", "FOR THE PERSON"), ("against", "AGAINST THE PERSON"), ("neutral", "NOTES, never matched"))
_RESTS_ON = {
    "rule": "a rule of law: may be cited for any requesting state",
    "method": "how a court examined: may be cited for its method",
    "conditions": "a finding on the conditions in one requesting state: for no other",
    "stay": "an interim measure: proves a stay, never a risk",
    "facts": "turned on this person's file",
}


def ruling_lines(p: Precedent, library: Library) -> Iterable[str]:
    """Lines of at most 100 characters."""
    yield from _title(p, library)
    yield from _fate(p, library)
    for stance, heading in _PARTS:
        holdings = [h for h in p.holdings if h.stance == stance]
        if holdings:
            yield ""
            yield heading
        for holding in holdings:
            yield from _holding(holding, p, library)
    yield from _around(p, library)
    yield from _listed("Caution", p.cautions)
    yield from _listed("Still to check", p.to_check)
    yield from _listed("Languages", (", ".join(p.languages),) if p.languages else ())
    yield from _listed("Sources", tuple(_source(s) for s in p.sources))
    yield ""
    yield f"Read the source and confirm it: casebrief confirm {p.id} FILE"


def _title(p: Precedent, library: Library) -> Iterable[str]:
    court = library.courts[p.court]
    yield from wrapped(plain_cite(p, court))
    for name in p.other_titles:
        yield f"  also: {name}"
    yield f"  {court.name}{f' ({p.formation})' if p.formation else ''}"
    numbers = (
        f"{p.ecli}{' (derived by rule)' if p.ecli_derived else ''}" if p.ecli else None,
        p.symbol,
        p.neutral_citation,
        f"HUDOC {p.hudoc_id}" if p.hudoc_id else None,
    )
    if any(numbers):
        yield from wrapped("; ".join(n for n in numbers if n), "  ")
    asked, held = (
        library.states[c].name if c in library.states else c for c in (p.requesting_state, p.requested_state)
    )
    sides = f": {asked or 'no state'} asks {held or 'no state'}" if asked or held else ""
    yield from wrapped(f"{p.procedure.capitalize()}{sides}. {p.procedure_note or ''}", "  ")
    if p.person:
        person = "; ".join(f"{key.replace('_', ' ')}: {value}" for key, value in p.person.items())
        yield from wrapped(f"Person: {person}", "  ")
    layer = library.layer_of(p.id)
    yield from wrapped(f"id {p.id}; from {layer}; name, number and date {p.verification}", "  ")


def _fate(p: Precedent, library: Library) -> Iterable[str]:
    decided = f"Decided {written_date(p.decided) or 'on an unknown date'} ({p.decided_level})."
    final = {"final": "Final", "not-final": "NOT FINAL", "unknown": "Finality not established"}[p.status]
    when = f" on {written_date(p.final)} ({p.final_level or 'recalled'})" if p.final else ""
    told = (decided, p.decided_note, f"{final}{when}.", p.final_note)
    yield from wrapped(" ".join(part for part in told if part), "  ")
    if p.status_note:
        yield from wrapped(p.status_note, "  ")
    yield from wrapped(f"Outcome ({p.outcome_level}): {p.outcome}", "  ")
    if not p.outcome_known:
        yield "  THE OUTCOME WAS NOT SEEN: this ruling is kept, and never cited."
    if p.set_aside:
        yield from wrapped(_gone(p.set_aside, library), "  ")


def _gone(gone: SetAside, library: Library) -> str:
    by = library.precedents[gone.by].short_title if gone.by in library.precedents else gone.by
    return f"{gone.how.upper()} by {by} on {written_date(gone.on)} ({gone.level}). {gone.note or ''}"


def _holding(h: Holding, p: Precedent, library: Library) -> Iterable[str]:
    ground = library.grounds[h.ground].title if h.ground in library.grounds else "no ground"
    yield ""
    yield from wrapped(f"{h.id}  {ground}  [{h.verification}]", "  ")
    yield from wrapped(h.proposition, "      ")
    for pinpoint in h.pinpoints:
        extra = f": {pinpoint.basis}" if pinpoint.basis else ""
        taken = f" (taken over unread by {pinpoint.accepted_by})" if pinpoint.accepted_by else ""
        yield from wrapped(f"{pinpoint.at} ({pinpoint.level}){extra}{taken}", "      ")
    if h.decided and h.decided != p.decided:
        yield f"      Of {written_date(h.decided)}, older than the decision."
    yield from wrapped(f"Rests on: {_RESTS_ON[h.rests_on]}.", "      ")
    only = "; ".join(f"{k.replace('_', ' ')}: {_words(v)}" for k, v in h.only_for or () if v not in (None, (), ""))
    for label, text in (
        ("Only for", only),
        ("How it will be distinguished", h.distinguished),
        ("Our answer", h.answer),
        ("Limited", h.limited_by),
        ("Note", h.note),
    ):
        if text:
            yield from wrapped(f"{label}: {text}", "      ")
    if h.set_aside:
        yield from wrapped(_gone(h.set_aside, library), "      ")
    for old in library.stale.get(h.id, ()):
        yield from wrapped(f"{old.by} confirmed {old.at} on {old.on} for another wording: read it again.", "      ")


def _words(value: object) -> str:
    return " or ".join(value) if isinstance(value, tuple) else {True: "yes", False: "no"}.get(value, str(value))


def _around(p: Precedent, library: Library) -> Iterable[str]:
    links = links_of(p.id, library)
    counts = [
        (len(links.cites), "it cites"),
        (len(links.cited_by), "cite it"),
        (len(links.relied_on), "reports it relies on"),
    ]
    told = ", ".join(f"{n} {what}" for n, what in counts if n)
    if told:
        yield ""
        yield f"In the library: {told}. See them: casebrief show {p.id} --graph"


def _listed(heading: str, texts: tuple[str, ...]) -> Iterable[str]:
    if texts:
        yield ""
        yield heading
        for text in texts:
            yield from wrapped(text, "  ")


def _source(source: object) -> str:
    return f"[{source.level}] {source.url}{f' – {source.seen}' if source.seen else ''}"


def wrapped(text: str, indent: str = "") -> list[str]:
    """Lines of at most 100 characters; long words, such as addresses, stay whole."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
