"""How far the domestic proceedings have come, and which other bodies hold the same matter."""

from typing import Literal

from briefs.facts import Situation
from briefs.models.base import last_day
from briefs.models.case import Decision, Procedure

Remedies = Literal["exhausted", "open", "unknown"]
EARLY = {"prevention", "arrest", "provisional-arrest", "request", "first-instance", "appeal", "cassation"}
LATE = {"minister", "surrender", "surrendered"}

_BODIES = (
    ("ecthr", ("ecthr", "echr", "strasbourg", "european court")),
    ("wgad", ("wgad", "arbitrary detention")),
    ("ced", ("ced", "enforced disappearances", "cped")),
    ("cat", ("cat", "uncat", "against torture")),
    ("hrc", ("hrc", "ccpr", "op1", "human rights committee")),
    ("ccf", ("ccf", "interpol")),
)
_ENDED = ("withdrawn", "struck", "inadmissible", "rejected", "refused", "discontinued", "not registered", "closed")
_EXAMINED = ("decided", "examined", "judgment", "views", "adopted", "merits")


def decisions_so_far(situation: Situation) -> list[Decision]:
    """Decisions taken by the date of the case, oldest first; undated ones keep their place at the beginning."""
    taken = [d for d in situation.case.proceedings.decisions if not d.on or last_day(d.on) <= situation.day]
    return sorted(taken, key=lambda d: d.on or "")


def final_decision(situation: Situation) -> Decision | None:
    """The last decision that the file calls final."""
    return next((d for d in reversed(decisions_so_far(situation)) if d.final), None)


def remedies(situation: Situation) -> Remedies:
    """Whether a domestic remedy with suspensive effect is still open."""
    taken = decisions_so_far(situation)
    last = taken[-1] if taken else None
    if last and last.suspensive_remedy is not None:
        return "open" if last.suspensive_remedy else "exhausted"
    if situation.case.proceedings.removal_scheduled or final_decision(situation) or situation.stage in LATE:
        return "exhausted"
    if situation.stage in EARLY or (last and last.final is False):
        return "open"
    return "unknown"


def body_of(words: str | None) -> str | None:
    """Which international body a free text names: 'ecthr', 'cat', 'hrc', 'ced', 'wgad', 'ccf', or null."""
    text = (words or "").lower().replace("_", " ")
    for body, signs in _BODIES:
        if any(sign in (text.split() if " " not in sign and len(sign) < 5 else text) for sign in signs):
            return body
    return None


def standing_of(procedure: Procedure) -> Literal["pending", "examined", "ended", "unknown"]:
    """State of another procedure from its own words."""
    text = (procedure.status or "").lower()
    if any(word in text for word in _ENDED):
        return "ended"
    if any(word in text for word in _EXAMINED):
        return "examined"
    return (
        "pending" if any(word in text for word in ("pending", "registered", "lodged", "filed", "open")) else "unknown"
    )
