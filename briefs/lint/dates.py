"""Dates that cannot be: in the future, final before decided, citing what is later, a docket younger than the ruling."""

import datetime as dt
import re
from collections.abc import Iterable

from briefs.library import Library
from briefs.library.faults import Fault
from briefs.library.links import citation_graph
from briefs.models.base import first_day, last_day
from briefs.models.law import Spell, State
from briefs.models.precedent import Precedent, SetAside

_ORDER = "One of the two dates is wrong; a filing would print it."


def date_faults(library: Library, today: dt.date) -> Iterable[Fault]:
    """Faults in the dates of all records, seen from today."""
    for key, precedent in library.precedents.items():
        yield from _precedent(key, precedent, today)
        yield from _set_asides(key, precedent, library)
    yield from _citations(library)
    for key, evidence in library.evidence.items():
        yield from _future(key, ("dated",), evidence.dated, today)
    for code, state in library.states.items():
        yield from _state(f"law/states/{code}", state, today)
    for key, provision in library.provisions.items():
        yield from _future(f"law/provisions/{key}", ("since",), provision.since, today)


def _future(record: str, path: tuple, date: str | None, today: dt.date) -> Iterable[Fault]:
    if date and first_day(date) > today:
        yield Fault(
            record,
            path,
            f"{date} lies in the future (today is {today}).",
            "What has not happened cannot be cited.",
            "Correct the year, or the clock of this computer.",
        )


def _before(first: str | None, second: str | None) -> bool:
    """Whether the first date is surely earlier than the second; a vague date is given the benefit of the doubt."""
    return bool(first and second and last_day(first) < first_day(second))


def _precedent(key: str, p: Precedent, today: dt.date) -> Iterable[Fault]:
    yield from _future(key, ("decided",), p.decided, today)
    if _before(p.final, p.decided):
        yield Fault(key, ("final",), f"final on {p.final}, before it was decided on {p.decided}.", _ORDER)
    yield from _finality(key, p, today)
    year = re.search(r"(?<!\d)((?:19|20)\d\d)$", key)
    if year and p.decided and not p.decided.startswith(year[1]) and not p.decided_note:
        yield Fault(
            key,
            ("decided",),
            f"the id says {year[1]}, the date {p.decided}.",
            "One of the two is wrong.",
            "Correct it, or say in 'decided_note' why they differ.",
        )
    for n, holding in enumerate(p.holdings):
        if _before(p.decided, holding.decided):
            what = f"{holding.decided} is later than the ruling ({p.decided})."
            fix = "Only an older interim measure has a date of its own."
            yield Fault(key, ("holdings", n, "decided"), what, _ORDER, fix)


def _finality(key: str, p: Precedent, today: dt.date) -> Iterable[Fault]:
    if not p.final:
        return
    if first_day(p.final) > today and p.status == "final":
        what = f"'final', while the day of finality {p.final} is still to come."
        yield Fault(key, ("status",), what, "It would be cited as final.", "Write 'status: not-final'.")
    elif p.status != "final" and last_day(p.final) <= today:
        what = f"'{p.status}', while 'final' gives the day {p.final}."
        yield Fault(key, ("status",), what, "A filing says whether a ruling is final.", "Write 'status: final'.")


def _set_asides(key: str, p: Precedent, library: Library) -> Iterable[Fault]:
    places: list[tuple[tuple, SetAside | None]] = [(("set_aside",), p.set_aside)]
    places += [(("holdings", n, "set_aside"), holding.set_aside) for n, holding in enumerate(p.holdings)]
    for path, gone in places:
        if gone is None:
            continue
        if _before(gone.on, p.decided):
            what = f"{gone.on} is earlier than the ruling itself ({p.decided})."
            yield Fault(key, (*path, "on"), what, _ORDER)
        later = library.precedents.get(gone.by)
        if later and later.decided and (_before(gone.on, later.decided) or _before(later.decided, gone.on)):
            what = f"{gone.on}, but {gone.by} is of {later.decided}."
            yield Fault(key, (*path, "on"), what, "From this day the ruling no longer supports anybody.")


def _citations(library: Library) -> Iterable[Fault]:
    """A ruling cites only what was decided before it."""
    cites, _ = citation_graph(library)
    for key, precedent in library.precedents.items():
        for field in ("cites", "cited_by"):
            for n, related in enumerate(getattr(precedent, field)):
                other = library.precedents.get(related.id or "")
                if other is None:
                    continue
                older, younger = (other, precedent) if field == "cites" else (precedent, other)
                if _before(younger.decided, older.decided):
                    what = f"{younger.id} ({younger.decided}) cannot cite {older.id} ({older.decided}), which is later."
                    yield Fault(key, (field, n, "id"), what, "The link is the wrong way round, or a date is wrong.")


def _state(record: str, state: State, today: dt.date) -> Iterable[Fault]:
    for name in type(state).model_fields:
        spell = getattr(state, name)
        if not isinstance(spell, Spell):
            continue
        yield from _future(record, (name, "as_of"), spell.as_of, today)
        if _before(spell.until, spell.since):
            what = f"ends on {spell.until}, before it began on {spell.since}."
            yield Fault(record, (name, "until"), what, "It decides which forum is open.")
    for code, treaty in state.treaties.items():
        yield from _future(record, ("treaties", code, "signed"), treaty.signed, today)
        for later in ("in_force", "suspended"):
            if _before(getattr(treaty, later), treaty.signed):
                what = f"{getattr(treaty, later)}, before the signature on {treaty.signed}."
                yield Fault(record, ("treaties", code, later), what, _ORDER)
        if treaty.status == "in-force" and treaty.in_force:
            yield from _future(record, ("treaties", code, "in_force"), treaty.in_force, today)
