"""Weight of an authority for one forum. Computed, shown in the report, never printed in a filing."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from briefs.facts import Situation
from briefs.models.law import Court, Forum
from briefs.models.match import WEIGHTS, Reason, Weight, reason_of
from briefs.models.precedent import Holding, Precedent

_TREATY_OF = {"echr": "echr", "cat": "cat", "iccpr": "iccpr", "ced": "ced"}
_DOMESTIC = {"national", "asylum"}
_SHOWS_ONLY = {"practice", "interim-measure", "opinion"}


class Weighed(NamedTuple):
    """A weight, why, and its place in the order: the requested state's own highest court is addressed first."""

    weight: Weight
    why: Reason
    place: tuple[bool, int]


class Scales:
    """Weighs authorities for one case. The same court weighs the same before a forum, so each pair is weighed once."""

    def __init__(self, situation: Situation):
        self._situation = situation
        self._numbers = {p.number for p in situation.case.proceedings.other_procedures if p.number}
        self._known: dict[tuple[str, str, bool], Weighed] = {}

    def weigh(self, forums: Iterable[Forum], precedent: Precedent, holding: Holding, court: Court) -> list[Weighed]:
        """The weight before each of the forums, and why."""
        if precedent.kind in _SHOWS_ONLY or holding.rests_on == "stay":
            shown = _weight("background", "It shows what was done; it lays down no rule for this forum.")
            return [shown for _ in forums]
        very_case = court.system == "echr" and self._very_case(precedent)
        return [
            self._known.get((forum.id, court.id, very_case)) or self._weigh_court(forum, court, very_case)
            for forum in forums
        ]

    def _weigh_court(self, forum: Forum, court: Court, very_case: bool) -> Weighed:
        found = self._known[forum.id, court.id, very_case] = weigh(self._situation, forum, court, very_case)
        return found

    def _very_case(self, precedent: Precedent) -> bool:
        same = precedent.requested_state == self._situation.case.request.requested_state
        return same and bool(self._numbers & set(precedent.dockets))


def weigh(s: Situation, forum: Forum, court: Court, very_case: bool) -> Weighed:
    """`binding` only where the court's own hierarchy, EU law in its scope or article 46 ECHR in that very case makes it
    so; `leading` for a system's own highest body; `persuasive` outside; `background` for the rest."""
    if court.system == forum.system:
        return _own_system(s, forum, court, very_case)
    if forum.system in _DOMESTIC:
        return _before_domestic_body(s, court, very_case)
    if court.system == "national" and not court.highest:
        return _weight("background", "A national court below the highest.")
    return _weight("persuasive", f"{court.name} speaks outside the system of this forum.")


def _own_system(s: Situation, forum: Forum, court: Court, very_case: bool) -> Weighed:
    if forum.system == "national":
        return _before_domestic_body(s, court, very_case)
    return _weight("leading", f"{court.name} is the body of this system.")


def _before_domestic_body(s: Situation, court: Court, very_case: bool) -> Weighed:
    if court.system == "national":
        return _national(s, court)
    if court.system == "eu":
        return _eu(s)
    if court.system == "echr" and very_case:
        return _weight("binding", "Article 46 ECHR: the judgment was given against this state in this very case.")
    treaty = _TREATY_OF.get(court.system)
    if treaty and s.is_party(treaty) and court.highest:
        return _weight("leading", f"{court.name} is the highest body of a treaty that binds the requested state.")
    return _weight("persuasive" if court.highest else "background", f"{court.name} does not bind the requested state.")


def _national(s: Situation, court: Court) -> Weighed:
    own = court.state is not None and court.state == s.case.request.requested_state
    if own and court.highest:
        text = "The requested state's own highest court; whether it binds is national law: ask."
        return _weight("leading", text, own_highest=True)
    if own:
        return _weight("persuasive", "A court of the requested state; whether it binds is national law: ask.")
    if court.highest:
        return _weight("persuasive", "The highest court of another state.")
    return _weight("background", "A court of another state, below the highest.")


def _eu(s: Situation) -> Weighed:
    in_scope = s.mobile_eu_citizen or any(state and s.member(state, "eu") for _, state in s.statuses)
    if s.is_party("eu") and in_scope:
        return _weight("binding", "The requested state is a Member State and the case is within the scope of EU law.")
    if s.is_party("eu"):
        return _weight("persuasive", "A link with EU law (free movement, asylum) is not shown in the file.")
    return _weight("background", "The requested state is not a Member State of the European Union.")


@lru_cache(1000)
def _weight(weight: Weight, text: str, own_highest: bool = False) -> Weighed:
    return Weighed(weight, reason_of(f"weight-{weight}", text), (not own_highest, WEIGHTS.index(weight)))
