"""Links between records: every id that a record names must exist, or the record is refused with its place."""

from collections.abc import Iterable, Mapping
from typing import Any

from briefs.errors import Problem
from briefs.models.precedent import Precedent

Rooms = Mapping[str, Mapping[str, Any]]


def broken_links(rooms: Rooms) -> list[Problem]:
    """Problems with the ids named in precedents, evidence, grounds and arguments."""
    return [*_precedents(rooms), *_evidence(rooms), *_grounds(rooms)]


def _missing(where: str, what: str, key: str | None, known: Mapping[str, Any]) -> Iterable[Problem]:
    if key is not None and key not in known:
        yield Problem(
            where,
            f"{what} '{key}' does not exist in the library.",
            "The record would never be found.",
            "Correct the id, or add the record it names.",
        )


def _precedents(rooms: Rooms) -> Iterable[Problem]:
    for key, precedent in rooms["precedents"].items():
        where = f"precedents/{key}.yaml"
        yield from _missing(where, "court", precedent.court, rooms["courts"])
        if key.partition("/")[0] != precedent.court:
            yield Problem(where, f"the folder differs from the court '{precedent.court}'.")
        for holding in precedent.holdings:
            yield from _missing(where, f"{holding.id}: ground", holding.ground, rooms["grounds"])
            if holding.id.rpartition("/")[0] != key.rpartition("/")[2]:
                yield Problem(where, f"the holding '{holding.id}' does not begin with the id of its record.")
        yield from _set_asides(where, precedent, rooms)
        yield from _situations(where, precedent, rooms)


def _set_asides(where: str, precedent: Precedent, rooms: Rooms) -> Iterable[Problem]:
    for gone in (precedent.set_aside, *(h.set_aside for h in precedent.holdings)):
        if gone and "/" in gone.by and " " not in gone.by:
            yield from _missing(where, "set_aside.by", gone.by, rooms["precedents"])


def _situations(where: str, precedent: Precedent, rooms: Rooms) -> Iterable[Problem]:
    for situation in (*precedent.applies, *precedent.does_not_apply):
        yield from _missing(where, "applies: forum", situation.forum, rooms["forums"])
        yield from _missing(where, "applies: ground", situation.ground, rooms["grounds"])
        yield from _missing(where, "applies: requested state", situation.requested_state, rooms["states"])


def _evidence(rooms: Rooms) -> Iterable[Problem]:
    for key, evidence in rooms["evidence"].items():
        for ground in {g for finding in evidence.findings for g in finding.grounds}:
            yield from _missing(f"evidence/{key}.yaml", "ground", ground, rooms["grounds"])


def _grounds(rooms: Rooms) -> Iterable[Problem]:
    known = {key.rpartition("/")[2]: None for key in rooms["precedents"]}
    for key, ground in rooms["grounds"].items():
        where = f"law/grounds.yaml ({key})"
        for provision in ground.provisions:
            yield from _missing(where, "provision", provision, rooms["provisions"])
        for forum in ground.forums:
            yield from _missing(where, "forum", forum, rooms["forums"])
        for authority in (*ground.leading, *ground.adverse):
            yield from _missing(where, "authority", authority, known)
