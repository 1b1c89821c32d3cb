"""Runs the situations that a record carries (`applies`, `does_not_apply`) through the real matcher."""

from briefs.facts import Situation as CaseSituation
from briefs.library import Library
from briefs.matching.report import match_case
from briefs.models.case import Case
from briefs.models.precedent import Precedent, Situation


def failing_situations(library: Library, precedent: Precedent) -> list[tuple[str, int, Situation]]:
    """('applies' or 'does_not_apply', number, situation) of each with which the matcher does not agree."""
    failing = []
    for side, wanted in (("applies", True), ("does_not_apply", False)):
        for n, situation in enumerate(getattr(precedent, side)):
            if matches(library, precedent, situation) is not wanted:
                failing.append((side, n, situation))
    return failing


def matches(library: Library, precedent: Precedent, situation: Situation) -> bool:
    """Whether the matcher chooses the precedent on that ground, for that forum, with that stance."""
    case = CaseSituation(case_of(situation), library, situation.as_of)
    report = match_case(case, {situation.forum}, {situation.ground}, with_closed=True)
    return any(
        m.id == precedent.id and m.stance == situation.stance and m.forum == situation.forum for m in report.matches
    )


def case_of(situation: Situation) -> Case:
    """The smallest case in which the ground is raised and the facts of the situation hold."""
    offence = {"label": "offence", "category": situation.offence, "maximum_penalty": situation.penalty}
    status = {"kind": situation.status, "state": situation.status_state} if situation.status else None
    return Case.model_validate(
        {
            "format": "1",
            "as_of": situation.as_of,
            "persons_sought": [
                {
                    "nationalities": situation.nationalities,
                    "profile": situation.profile,
                    "status": [status] if status else [],
                }
            ],
            "request": {
                "requesting_state": situation.requesting_state,
                "requested_state": situation.requested_state,
                "purpose": situation.purpose,
                "legal_basis": situation.legal_basis,
                "offences": [offence],
                "interpol": {"kind": "red notice"} if situation.interpol else None,
            },
            "proceedings": {"consent": situation.consent},
            "circumstances": [{"id": "situation", "says": "raised", "tags": [situation.ground]}],
        }
    )
