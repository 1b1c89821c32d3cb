"""How much authority the library holds: by ground, by forum that may hear it, and by who asks for the person.

A ruling is counted where the matcher would take it for such a request, whoever the person is: what it rests on decides
whether it travels to another requesting state. The holes are part of the answer.

`python -m briefs.coverage` prints docs/coverage.md.
"""

from collections.abc import Iterable

from briefs.facts import Situation
from briefs.library import Library, load_library
from briefs.matching.precedents import candidates, exclude
from briefs.models.base import Record, last_day, weakest
from briefs.models.case import Case
from briefs.models.law import Forum, Ground
from briefs.models.precedent import Holding, Precedent

SIDES = {"CN": "China", "HK": "Hong Kong", "other": "another state"}
_NO_STATE = "ZZ"  # a requesting state on which nothing was decided


class Count(Record):
    """Authorities on one side: all, those whose ruling and holding are primary, those of the forum's own system."""

    all: int
    verified: int
    own: int


class Cell(Record):
    """One ground before one forum on a request by one side."""

    ground: str
    forum: str
    requested_by: str
    supporting: Count
    adverse: Count


class Coverage(Record):
    """The whole answer, at the date of the youngest ruling: the page changes with the library, not with the day."""

    format: int = 1
    as_of: str
    precedents: int
    cells: tuple[Cell, ...]
    holes: tuple[str, ...]


def coverage(library: Library) -> Coverage:
    """Counts for every ground, every forum that may hear it and every side, and what is missing."""
    as_of = max((p.decided for p in library.precedents.values() if p.decided), key=last_day, default="2000")
    cells: list[Cell] = []
    for ground in sorted(library.grounds.values(), key=lambda ground: (ground.order, ground.id)):
        for side in _sides(ground):
            found = _usable(library, ground, side, as_of)
            cells += [_cell(library, ground, library.forums[f], side, found) for f in ground.forums]
    return Coverage(
        as_of=as_of, precedents=len(library.precedents), cells=tuple(cells), holes=tuple(_holes(library, cells))
    )


def _sides(ground: Ground) -> list[str]:
    """Who may ask for a person on this ground: one ground is about Hong Kong alone."""
    return ["HK"] if set(ground.raised_by) == {"requesting-hong-kong"} else list(SIDES)


def _usable(library: Library, ground: Ground, side: str, as_of: str) -> list[tuple[Precedent, Holding]]:
    """Holdings that no gate keeps out but the gate of the person."""
    states = {side} if side != "other" else _others(library)
    found: dict[str, tuple[Precedent, Holding]] = {}
    for state in sorted(states):
        case = Case.model_validate({"format": "1", "request": {"requesting_state": state}})
        situation = Situation(case, library, as_of)
        for precedent, holding in candidates(situation, ground)[0]:
            anyone = holding.model_copy(update={"only_for": None})
            if exclude(situation, ground, precedent, anyone) is None:
                found[holding.id] = (precedent, holding)
    return list(found.values())


def _others(library: Library) -> set[str]:
    asked = {p.requesting_state for p in library.precedents.values() if p.requesting_state}
    return (asked | {_NO_STATE}) - set(SIDES)


def _cell(library: Library, ground: Ground, forum: Forum, side: str, found: list[tuple[Precedent, Holding]]) -> Cell:
    def count(stance: str) -> Count:
        here = [(p, h) for p, h in found if h.stance == stance]
        verified = {p.id for p, h in here if weakest(p.verification, h.verification) == "primary"}
        own = {p.id for p, h in here if library.courts[p.court].system == forum.system}
        return Count(all=len({p.id for p, _ in here}), verified=len(verified), own=len(own))

    return Cell(ground=ground.id, forum=forum.id, requested_by=side, supporting=count("for"), adverse=count("against"))


def _holes(library: Library, cells: list[Cell]) -> Iterable[str]:
    for ground in sorted(library.grounds.values(), key=lambda ground: (ground.order, ground.id)):
        here = [cell for cell in cells if cell.ground == ground.id]
        for stance, what in (("supporting", "for the person"), ("adverse", "against the person")):
            counts = {cell.requested_by: getattr(cell, stance) for cell in here}
            yield from _gaps(ground, f"no authority {what}", [side for side, n in counts.items() if n.all == 0])
            unread = [side for side, n in counts.items() if n.all and not n.verified]
            yield from _gaps(ground, f"no verified authority {what}", unread)
        tags = set(ground.evidence_tags)
        bare = [side for side in _sides(ground) if side != "other" and tags and not _material(library, tags, side)]
        yield from _gaps(ground, "no country material", bare)
        if library.template_file(f"arguments/{ground.id}", "en") is None:
            yield f"{ground.title}: its argument is not written (templates/arguments/{ground.id})."


def _material(library: Library, tags: set[str], side: str) -> bool:
    return any(side in e.states and tags & set(e.tags) for e in library.evidence.values())


def _gaps(ground: Ground, what: str, sides: list[str]) -> Iterable[str]:
    if sides:
        asked = (
            "by anybody" if len(sides) == len(_sides(ground)) else "by " + " or ".join(SIDES[side] for side in sides)
        )
        yield f"{ground.title}: {what} on a request {asked}."


def shown(count: Count) -> str:
    """'12 (5) [3]': all, verified, of the forum's own system; 'none' for a hole."""
    return f"{count.all} ({count.verified}) [{count.own}]" if count.all else "none"


def lines(found: Coverage, library: Library) -> Iterable[str]:
    """The terminal's page."""
    yield f"{found.precedents} rulings; the youngest is of {found.as_of}. 12 (5) [3]: 12 authorities, of which 5 are"
    yield "verified (primary) and 3 come from the forum's own system. Whether one fits a person, casebrief match says."
    place = None
    for ground, forum, row in _rows(found):
        if ground != place:
            place = ground
            yield f"\n{library.grounds[ground].title}  [{ground}]"
            yield f"  {'':26}" + "".join(f"{f'{cell.requested_by} for':14}{'against':14}" for cell in row).rstrip()
        cells = "".join(f"{shown(cell.supporting):14}{shown(cell.adverse):14}" for cell in row)
        yield f"  {library.forums[forum].short_name:26.26}{cells}".rstrip()
    yield f"\nHoles: {len(found.holes)}"
    yield from (f"  {hole}" for hole in found.holes)


def page(found: Coverage, library: Library) -> str:
    """docs/coverage.md"""
    head = [
        "# Coverage of the library",
        "",
        "Made by `make pages`; do not edit. A ruling that was added since then is not counted yet.",
        "",
        f"The library holds {found.precedents} rulings, the youngest of {found.as_of}. A cell reads **12 (5) [3]**:",
        "12 authorities, of which 5 are verified (ruling and holding seen in the source) and 3 come from the",
        "forum's own system. A ruling is counted where the matcher would take it for a request by that side,",
        "whoever the person is; whether it fits a person, `casebrief match` says. A rule or a method travels to other",
        "requesting states, a finding on conditions never does. For a script: `casebrief list coverage --json`.",
        "",
        f"## Holes ({len(found.holes)})",
        "",
        *(f"* {hole}" for hole in found.holes),
        "",
        "## Authorities",
        "",
        "| ground | forum | " + " | ".join(f"{side} for | {side} against" for side in SIDES) + " |",
        "|---|---|" + "---|" * 2 * len(SIDES),
    ]
    return "\n".join([*head, *_table(found, library), ""])


def _rows(found: Coverage) -> Iterable[tuple[str, str, list[Cell]]]:
    """(ground, forum, its cells by side)"""
    rows: dict[tuple[str, str], list[Cell]] = {}
    for cell in found.cells:
        rows.setdefault((cell.ground, cell.forum), []).append(cell)
    yield from ((ground, forum, row) for (ground, forum), row in rows.items())


def _table(found: Coverage, library: Library) -> Iterable[str]:
    place = None
    for ground, forum, row in _rows(found):
        title = library.grounds[ground].title if ground != place else ""
        place = ground
        by_side = {cell.requested_by: f"{shown(cell.supporting)} | {shown(cell.adverse)}" for cell in row}
        cells = " | ".join(by_side.get(side, "– | –") for side in SIDES)
        yield f"| {title} | {library.forums[forum].short_name} | {cells} |"


if __name__ == "__main__":
    held = load_library()
    print(page(coverage(held), held), end="")
