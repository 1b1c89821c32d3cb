"""Everybody who appears in the case, for counsel's cast list at the hearing. Never part of what is filed."""

from briefs.compose.people import state_name
from briefs.errors import begun
from briefs.facts import Situation
from briefs.models.brief import CastEntry
from briefs.models.submission import Exhibit

_CONFIDENTIAL = "Do not name in court without a decision on confidentiality: withheld from what is filed."


def cast(s: Situation, exhibits: dict[str, Exhibit]) -> list[CastEntry]:
    """Persons sought, their relatives, third persons, counsel, court, and the authors of exhibits, in this order."""
    found = [*_persons(s), *_third_persons(s), *_bodies(s), *_authors(exhibits)]
    return list({(entry.name, entry.role): entry for entry in found}.values())


def _persons(s: Situation) -> list[CastEntry]:
    entries = []
    for person in s.case.persons_sought:
        spellings = ", ".join(filter(None, (person.name.native, *person.name.other_spellings)))
        called = person.name.pseudonym or person.name.full or person.name.native or "Name not on file"
        entries.append(CastEntry(name=called, role="Person sought", note=f"Also: {spellings}" if spellings else None))
        for relative in person.family:
            lives = f"; lives in {state_name(s, relative.state).the_name}" if relative.state else ""
            role = f"Relative of the person sought: {relative.relation}{lives}"
            entries.append(CastEntry(name=relative.name or "Name not on file", role=role, note=_CONFIDENTIAL))
    return entries


def _third_persons(s: Situation) -> list[CastEntry]:
    return [
        CastEntry(name=third.name, role=f"Third person: {third.relation or 'relation not on file'}", note=_CONFIDENTIAL)
        for third in s.case.confidentiality.third_persons
    ]


def _bodies(s: Situation) -> list[CastEntry]:
    entries = [
        CastEntry(name=one.name, role=f"For the person sought: {one.role or 'counsel'}", note=one.firm)
        for one in s.case.representation.counsel
        if one.name
    ]
    court = s.case.proceedings.court
    if court.name:
        entries.append(CastEntry(name=court.name, role="Court seized", note=court.division))
    for decision in s.case.proceedings.decisions:
        if decision.by:
            entries.append(
                CastEntry(name=decision.by, role="Has decided", note=decision.outcome and begun(decision.outcome))
            )
    warrant = s.case.request.warrant
    if warrant and warrant.issued_by:
        entries.append(CastEntry(name=warrant.issued_by, role="Issued the warrant", note=None))
    for one in s.case.request.assurances:
        if one.given_by:
            subjects = f"Subjects: {', '.join(one.covers)}" if one.covers else None
            entries.append(CastEntry(name=one.given_by, role="Gave an assurance", note=subjects))
    return entries


def _authors(exhibits: dict[str, Exhibit]) -> list[CastEntry]:
    return [
        CastEntry(name=begun(e.author), role="Author of an exhibit", note=f"{e.number}: {e.title}")
        for e in exhibits.values()
        if e.author
    ]
