"""What a ruling cites and what cites it, with the level at which each link was seen; told from either end."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from briefs.citing import plain_cite
from briefs.library import Library
from briefs.models.base import LEVELS, Verification
from briefs.models.precedent import Precedent, Related


@dataclass(frozen=True)
class Link:
    """One authority at the other end. `id` is null where the library does not hold it."""

    id: str | None
    name: str
    level: Verification


@dataclass
class Links:
    """Everything that hangs on one ruling."""

    cites: list[Link] = field(default_factory=list)
    cited_by: list[Link] = field(default_factory=list)
    takes_from: list[tuple[str, Link]] = field(default_factory=list)
    taken_by: list[tuple[str, Link]] = field(default_factory=list)
    relied_on: list[Link] = field(default_factory=list)


def links_of(key: str, library: Library) -> Links:
    """Links of a ruling. A link that one of two records tells counts for both; the better level is shown."""
    me = library.precedents[key]
    links = Links()
    links.cites = _ends(me.cites, ((o.id, o.cited_by) for o in library.precedents.values()), key, library)
    links.cited_by = _ends(me.cited_by, ((o.id, o.cites) for o in library.precedents.values()), key, library)
    for other in library.precedents.values():
        links.takes_from += [(how, _link(other.id, level, library)) for how, level in _takes(me, other)]
        links.taken_by += [(how, _link(other.id, level, library)) for how, level in _takes(other, me)]
    links.relied_on = [
        Link(f"evidence/{evidence.id}", f"{evidence.title}, {evidence.body}", relied.verification)
        for evidence in library.evidence.values()
        for relied in evidence.relied_on_by
        if relied.id == key
    ]
    return links


def _ends(
    told: Iterable[Related], others: Iterable[tuple[str, Iterable[Related]]], key: str, library: Library
) -> list[Link]:
    found: dict[str, Link] = {}
    ends = [(r.id, r.name, r.level) for r in told]
    ends += [(other, None, r.level) for other, related in others for r in related if r.id == key]
    for identity, name, level in ends:
        link = (
            _link(identity, level, library) if identity in library.precedents else Link(None, name or identity, level)
        )
        before = found.get(link.name)
        if before is None or LEVELS.index(level) < LEVELS.index(before.level):
            found[link.name] = link
    return sorted(found.values(), key=lambda link: (link.id is None, link.name))


def _takes(one: Precedent, other: Precedent) -> Iterable[tuple[str, Verification]]:
    """What the one ruling takes from the other: all of its authority, or that of a holding."""
    for where, gone in ((None, other.set_aside), *((h.id, h.set_aside) for h in other.holdings)):
        if gone and gone.by == one.id:
            yield f"{gone.how} on {gone.on}{f' ({where})' if where else ''}", gone.level


def _link(key: str, level: Verification, library: Library) -> Link:
    precedent = library.precedents[key]
    return Link(key, plain_cite(precedent, library.courts[precedent.court]), level)


def graph_lines(key: str, library: Library) -> Iterable[str]:
    """The links of one ruling, printed."""
    links = links_of(key, library)
    me = library.precedents[key]
    yield plain_cite(me, library.courts[me.court])
    for heading, found in (("cites", links.cites), ("is cited by", links.cited_by), ("relies on", links.relied_on)):
        yield ""
        yield f"{heading}{'' if found else ': nothing that the library knows of'}"
        for link in found:
            yield f"  [{link.level}] {link.name}{f'  {link.id}' if link.id else '  (not in the library)'}"
    for heading, taken in (("takes authority from", links.takes_from), ("has lost authority to", links.taken_by)):
        if taken:
            yield ""
            yield heading
            yield from (f"  [{link.level}] {how}: {link.name}  {link.id}" for how, link in taken)
    if me.same_proceedings:
        yield ""
        yield "same proceedings"
        yield from (f"  {_link(other, 'primary', library).name}  {other}" for other in me.same_proceedings)


def graph_data(key: str, library: Library) -> dict:
    """The same as plain data."""
    links = links_of(key, library)

    def plain(found: list[Link]) -> list[dict]:
        return [{"id": link.id, "name": link.name, "verification": link.level} for link in found]

    def taken(found: list[tuple[str, Link]]) -> list[dict]:
        return [{"how": how, "id": link.id, "name": link.name, "verification": link.level} for how, link in found]

    return {
        "format": 1,
        "id": key,
        "cites": plain(links.cites),
        "cited_by": plain(links.cited_by),
        "relied_on": plain(links.relied_on),
        "takes_from": taken(links.takes_from),
        "taken_by": taken(links.taken_by),
        "same_proceedings": list(library.precedents[key].same_proceedings),
    }
