"""Puts what was confirmed over the records: what a lawyer read in the source counts as primary, and says who read it.

A confirmation speaks of one wording. When the proposition of the record has changed since, it no longer counts, and
that is told. A 'no' is kept too: the pinpoint is then no longer printed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from briefs.library.stored import Changed
from briefs.models.confirmation import Acceptance, Confirmation, Confirmations
from briefs.models.evidence import Evidence
from briefs.models.precedent import Holding, Pinpoint, Precedent


@dataclass
class Overlay:
    """Precedents with their raised levels; by holding, the confirmations that count and those that do not."""

    precedents: dict[str, Precedent]
    counting: dict[str, tuple[Confirmation, ...]] = field(default_factory=dict)
    stale: dict[str, tuple[Confirmation, ...]] = field(default_factory=dict)
    accepted: dict[str, tuple[Acceptance, ...]] = field(default_factory=dict)


def lay_over(precedents: dict[str, Precedent], found: Iterable[Confirmations]) -> Overlay:
    """The records as they stand after reading. A confirmation of a record that is gone stays without effect."""
    overlay = Overlay(dict(precedents))
    for each in _merged(found).values():
        precedent = precedents.get(each.id)
        if precedent is not None:
            overlay.precedents[each.id] = _confirmed_precedent(precedent, each, overlay)
    return overlay


def without_unread_pinpoints(
    precedents: Mapping[str, Precedent], evidence: Mapping[str, Evidence]
) -> tuple[Mapping[str, Precedent], Mapping[str, Evidence]]:
    """The records as they are cited with --drop-pinpoints: only places that were read, or that counsel answers for."""
    return Changed(precedents, _read_ruling), Changed(evidence, _read_report)


def _read_ruling(precedent: Precedent) -> Precedent:
    return precedent.model_copy(update={"holdings": tuple(_read_only(h) for h in precedent.holdings)})


def _read_report(evidence: Evidence) -> Evidence:
    kept = (f if f.pinpoint_level == "primary" else f.model_copy(update={"pinpoint": None}) for f in evidence.findings)
    return evidence.model_copy(update={"findings": tuple(kept)})


def _read_only(holding: Holding) -> Holding:
    kept = tuple(p for p in holding.pinpoints if p.level == "primary" or p.accepted_by)
    return holding.model_copy(update={"pinpoints": kept})


def _merged(found: Iterable[Confirmations]) -> dict[str, Confirmations]:
    """One entry for each authority; of two answers on the same paragraph the later one, or the stronger layer's."""
    merged: dict[str, Confirmations] = {}
    for each in found:
        before = merged.get(each.id, Confirmations(id=each.id))
        merged[each.id] = Confirmations(
            id=each.id,
            confirmed=tuple({(c.holding, c.at): c for c in (*before.confirmed, *each.confirmed)}.values()),
            accepted=tuple({(a.holding, a.at): a for a in (*before.accepted, *each.accepted)}.values()),
        )
    return merged


def same_words(one: str, other: str) -> bool:
    """Whether two propositions are the same but for the breaks of their lines."""
    return one.split() == other.split()


def _confirmed_precedent(precedent: Precedent, each: Confirmations, overlay: Overlay) -> Precedent:
    holdings = tuple(_confirmed_holding(holding, each, overlay) for holding in precedent.holdings)
    counting = [c for h in holdings for c in overlay.counting.get(h.id, ()) if c.answer == "yes"]
    changed: dict[str, object] = {"holdings": holdings}
    if any(c.source.date_seen for c in counting):
        changed |= {"verification": "primary", "decided_level": "primary"}
    return precedent.model_copy(update=changed)


def _confirmed_holding(holding: Holding, each: Confirmations, overlay: Overlay) -> Holding:
    mine = [c for c in each.confirmed if c.holding == holding.id]
    counting = tuple(c for c in mine if same_words(c.proposition, holding.proposition))
    stale = tuple(c for c in mine if c not in counting)
    accepted = tuple(a for a in each.accepted if a.holding == holding.id)
    for table, entries in ((overlay.counting, counting), (overlay.stale, stale), (overlay.accepted, accepted)):
        if entries:
            table[holding.id] = entries
    pinpoints = [_read_pinpoint(p, counting, accepted) for p in holding.pinpoints]
    known = {p.at for p in holding.pinpoints}
    pinpoints += [_raised(c) for c in counting if c.answer == "yes" and c.at not in known]
    changed: dict[str, object] = {"pinpoints": tuple(pinpoints)}
    if any(c.answer == "yes" for c in counting):
        changed["verification"] = "primary"
    return holding.model_copy(update=changed)


def _read_pinpoint(
    pinpoint: Pinpoint, counting: tuple[Confirmation, ...], accepted: tuple[Acceptance, ...]
) -> Pinpoint:
    said = [c for c in counting if c.at == pinpoint.at]
    if said:
        return _raised(said[-1]) if said[-1].answer == "yes" else _denied(said[-1])
    taken = next((a for a in reversed(accepted) if a.at == pinpoint.at), None)
    return pinpoint.model_copy(update={"accepted_by": taken.by}) if taken else pinpoint


def _raised(c: Confirmation) -> Pinpoint:
    return Pinpoint(at=c.at, level="primary", basis=f"read by {c.by} on {c.on} in {c.source.file}")


def _denied(c: Confirmation) -> Pinpoint:
    basis = f"{c.by} read it on {c.on} in {c.source.file}: it does not hold this"
    return Pinpoint(at=c.at, level="recalled", basis=basis)
