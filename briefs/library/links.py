"""Links between records: every id that a record names must exist.

`broken_links` are those without which the library cannot be used; they refuse it. `loose_links` are for the reader of
a record, and are told by `lint` alone: a dead cross-reference must not stop a brief that is due tonight.
"""

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING

from briefs.library.faults import ISO_CODES, Fault, unknown_id, unknown_state
from briefs.models.precedent import Precedent

if TYPE_CHECKING:
    from briefs.library.library import Library


def broken_links(library: "Library") -> list[Fault]:
    """Faults that refuse the library."""
    return [*chain(_precedents(library), _evidence(library), _grounds(library), _courts(library))]


def loose_links(library: "Library") -> list[Fault]:
    """Faults in cross-references: the graph of citations, reliance, arguments, provisions, states of the law."""
    return [
        *chain(
            _parties(library),
            _citations(library),
            _reliance(library),
            _arguments(library),
            _provisions(library),
            _law(library),
        )
    ]


def names_of_states(library: "Library") -> dict[str, str]:
    """Code → name."""
    return {code: state.name for code, state in library.states.items()}


def known_precedents(library: "Library") -> set[str]:
    """Ids that a link may name: also what could not be read, and what a stronger layer withdrew."""
    return {key for key, origin in library.origins.items() if origin.room == "precedents"}


def citation_graph(library: "Library") -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """What each ruling cites, and what cites it. A link told by one of the two records counts for both, so that a new
    record never makes its author edit an old one."""
    cites: dict[str, set[str]] = {key: set() for key in library.precedents}
    cited_by: dict[str, set[str]] = {key: set() for key in library.precedents}
    for key, precedent in library.precedents.items():
        pairs = [(key, related.id) for related in precedent.cites]
        pairs += [(related.id, key) for related in precedent.cited_by]
        for citing, cited in pairs:
            if citing in cites and cited in cites:
                cites[citing].add(cited)
                cited_by[cited].add(citing)
    return cites, cited_by


def _precedents(library: "Library") -> Iterable[Fault]:
    for key, precedent in library.precedents.items():
        yield from unknown_id(key, ("court",), "court", precedent.court, library.courts)
        if key.partition("/")[0] != precedent.court:
            what = f"the folder '{key.partition('/')[0]}' differs from the court '{precedent.court}'."
            yield Fault(key, ("court",), what, "An id is <court>/<name>.", "Move the file, or correct the court.")
        for n, holding in enumerate(precedent.holdings):
            yield from unknown_id(key, ("holdings", n, "ground"), "ground", holding.ground, library.grounds)
        yield from _holding_ids(key, precedent)
        yield from _set_asides(key, precedent, library)
        yield from _situations(key, precedent, library)


def _holding_ids(key: str, precedent: Precedent) -> Iterable[Fault]:
    begin, seen = key.rpartition("/")[2], set()
    for n, holding in enumerate(precedent.holdings):
        if holding.id.rpartition("/")[0] != begin or not holding.id.rpartition("/")[2].isdigit():
            what = f"the holding '{holding.id}' is not named '{begin}/' and a number."
            yield Fault(key, ("holdings", n, "id"), what, "Templates name holdings.", f"Write '{begin}/{n + 1}'.")
        if holding.id in seen:
            what = f"'{holding.id}' is the id of two holdings."
            yield Fault(key, ("holdings", n, "id"), what, "Only one would be found.", "Give each its own number.")
        seen.add(holding.id)


def _set_asides(key: str, precedent: Precedent, library: "Library") -> Iterable[Fault]:
    gone = [(("set_aside",), precedent.set_aside)]
    gone += [(("holdings", n, "set_aside"), holding.set_aside) for n, holding in enumerate(precedent.holdings)]
    for path, what in gone:
        if what and "/" in what.by and " " not in what.by:
            yield from unknown_id(key, (*path, "by"), "authority", what.by, known_precedents(library))


def _situations(key: str, precedent: Precedent, library: "Library") -> Iterable[Fault]:
    names = names_of_states(library)
    for word in ("applies", "does_not_apply"):
        for n, situation in enumerate(getattr(precedent, word)):
            path = (word, n)
            yield from unknown_id(key, (*path, "forum"), "forum", situation.forum, library.forums)
            yield from unknown_id(key, (*path, "ground"), "ground", situation.ground, library.grounds)
            code = situation.requested_state
            yield from unknown_state(key, (*path, "requested_state"), code, names)
            if code in ISO_CODES and code not in names:
                what = f"the library holds no record of the state '{code}'."
                yield Fault(key, (*path, "requested_state"), what, "Its treaties decide which forum is open.")


def _evidence(library: "Library") -> Iterable[Fault]:
    for key, evidence in library.evidence.items():
        for n, finding in enumerate(evidence.findings):
            for m, ground in enumerate(finding.grounds):
                yield from unknown_id(key, ("findings", n, "grounds", m), "ground", ground, library.grounds)
            later = finding.superseded_by
            if later and later.id:
                path = ("findings", n, "superseded_by", "id")
                yield from unknown_id(key, path, "ruling", later.id, known_precedents(library))


def _grounds(library: "Library") -> Iterable[Fault]:
    known = {key.rpartition("/")[2] for key in known_precedents(library)}
    for key, ground in library.grounds.items():
        record = f"law/grounds/{key}"
        for field, what, room in (("provisions", "provision", library.provisions), ("forums", "forum", library.forums)):
            for n, named in enumerate(getattr(ground, field)):
                yield from unknown_id(record, (field, n), what, named, room)
        for field in ("leading", "adverse"):
            for n, named in enumerate(getattr(ground, field)):
                yield from unknown_id(record, (field, n), "authority", named, known)


def _courts(library: "Library") -> Iterable[Fault]:
    for key, court in library.courts.items():
        yield from unknown_state(f"law/courts/{key}", ("state",), court.state, names_of_states(library))


def _parties(library: "Library") -> Iterable[Fault]:
    names = names_of_states(library)
    for key, precedent in library.precedents.items():
        for field in ("requesting_state", "requested_state"):
            yield from unknown_state(key, (field,), getattr(precedent, field), names)
        for word in ("applies", "does_not_apply"):
            for n, situation in enumerate(getattr(precedent, word)):
                for field in ("requesting_state", "status_state"):
                    yield from unknown_state(key, (word, n, field), getattr(situation, field), names)
                for m, code in enumerate(situation.nationalities):
                    yield from unknown_state(key, (word, n, "nationalities", m), code, names)
    for key, evidence in library.evidence.items():
        for n, code in enumerate(evidence.states):
            yield from unknown_state(key, ("states", n), code, names)


def _citations(library: "Library") -> Iterable[Fault]:
    known = known_precedents(library)
    for key, precedent in library.precedents.items():
        for field in ("cites", "cited_by"):
            for n, related in enumerate(getattr(precedent, field)):
                yield from unknown_id(key, (field, n, "id"), "authority", related.id, known)
                if related.id == key:
                    yield Fault(key, (field, n, "id"), "a ruling cannot cite itself.", fix="Delete this link.")
                if related.id is None and related.name is None:
                    yield Fault(key, (field, n), "names nothing.", fix="Write 'id:' or 'name:'.")
        for n, other in enumerate(precedent.same_proceedings):
            yield from unknown_id(key, ("same_proceedings", n), "authority", other, known)


def _reliance(library: "Library") -> Iterable[Fault]:
    known = known_precedents(library)
    for key, evidence in library.evidence.items():
        for n, relied in enumerate(evidence.relied_on_by):
            yield from unknown_id(key, ("relied_on_by", n, "id"), "authority", relied.id, known)


def _arguments(library: "Library") -> Iterable[Fault]:
    rooms = {"grounds": "grounds", "evidence": "evidence", "counters": "arguments"}
    for key, argument in library.arguments.items():
        record = f"law/arguments/{key}"
        for field, room in rooms.items():
            known = set(getattr(library, room)) | set(library.withdrawn)
            for n, named in enumerate(getattr(argument, field)):
                yield from unknown_id(record, (field, n), room.removesuffix("s"), named, known)
        for n, code in enumerate(argument.requesting_states):
            yield from unknown_state(record, ("requesting_states", n), code, names_of_states(library))


def _provisions(library: "Library") -> Iterable[Fault]:
    for key, provision in library.provisions.items():
        for n, ground in enumerate(provision.grounds):
            yield from unknown_id(f"law/provisions/{key}", ("grounds", n), "ground", ground, library.grounds)


def _law(library: "Library") -> Iterable[Fault]:
    names = names_of_states(library)
    for code, state in library.states.items():
        record = f"law/states/{code}"
        yield from unknown_id(record, ("parent",), "state", state.parent, library.states)
        for other in state.treaties:
            yield from unknown_state(record, ("treaties", other), other, names)
    for key, forum in library.forums.items():
        for code in forum.national:
            yield from unknown_state(f"law/forums/{key}", ("national", code), code, names)
