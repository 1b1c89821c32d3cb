"""A case as the public may see it: the two states, and what the person sought has released; nothing else."""

from dataclasses import replace

from briefs.compose.people import state_name
from briefs.facts import Situation
from briefs.models.case import (
    Case,
    Circumstance,
    Confidentiality,
    Papers,
    Person,
    Proceedings,
    Representation,
    Request,
    ThirdPerson,
)
from briefs.models.case import Name as NameOf


def public_situation(s: Situation, released: bool) -> Situation:
    """The situation of a policy paper (`released` false) or of a press note: the rest of the case file is gone before
    anything is matched or written, so that not even a choice of authority tells of the person."""
    return replace(s, case=_public_case(s, set(s.case.confidentiality.released) if released else set()))


def _public_case(s: Situation, released: set[str]) -> Case:
    case, r = s.case, s.case.request
    states = [state_name(s, code).the_name for code in (r.requested_state, r.requesting_state)]
    return case.model_copy(
        update={
            "reference": " and ".join(states),
            "persons_sought": tuple(_person(person, released) for person in case.persons_sought if released),
            "request": Request(
                requesting_state=r.requesting_state,
                requested_state=r.requested_state,
                offences=r.offences if "offences" in released else (),
            ),
            "proceedings": Proceedings(),
            "circumstances": tuple(_told(c) for c in case.circumstances if c.id in released),
            "exhibits": (),
            "representation": case.representation if "counsel" in released else Representation(),
            "confidentiality": Confidentiality(third_persons=_unnamed(case, released)),
            "papers": Papers(),
            "disclosure": {},
            "filings": (),
        }
    )


def _person(person: Person, released: set[str]) -> Person:
    return Person(
        name=person.name if "name" in released else NameOf(),
        nationalities=person.nationalities if "nationality" in released else (),
    )


def _told(circumstance: Circumstance) -> Circumstance:
    return circumstance.model_copy(update={"source": None, "tags": ()})


def _unnamed(case: Case, released: set[str]) -> tuple[ThirdPerson, ...]:
    """Everybody whose name may not stand in the paper; a released circumstance that holds one of them stays out."""
    names = [third.name for third in case.confidentiality.third_persons]
    for person in case.persons_sought:
        names += [relative.name for relative in person.family if relative.name]
        if "name" not in released:
            own = (person.name.full, person.name.native, person.name.pseudonym, *person.name.other_spellings)
            names += [name for name in own if name]
    everyone = ("requesting-state", "requested-state", "public")
    return tuple(ThirdPerson(name=name, withhold_from=everyone) for name in dict.fromkeys(names))


def not_public(s: Situation, released: bool) -> list[str]:
    """Texts of the case file that may not stand in a public paper: names and circumstances."""
    told = set(s.case.confidentiality.released) if released else set()
    names = [third.name for third in _unnamed(s.case, told)]
    return names + [c.says for c in s.case.circumstances if c.id not in told]
