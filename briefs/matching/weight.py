"""Weight of an authority for one forum. Computed, shown in the report, never printed in a filing."""

from functools import lru_cache

from briefs.facts import Situation
from briefs.models.law import Court, Forum
from briefs.models.match import Reason, Weight
from briefs.models.precedent import Holding, Precedent

_TREATY_OF = {"echr": "echr", "cat": "cat", "iccpr": "iccpr", "ced": "ced"}
_DOMESTIC = {"national", "asylum"}


def weigh(s: Situation, forum: Forum, precedent: Precedent, holding: Holding, court: Court) -> tuple[Weight, Reason]:
    """`binding` only where the court's own hierarchy, EU law in its scope or article 46 ECHR in that very case makes it
    so; `leading` for a system's own highest body; `persuasive` outside; `background` for the rest."""
    if precedent.kind in {"practice", "interim-measure", "opinion"} or holding.rests_on == "stay":
        return _weight("background", "It shows what was done; it lays down no rule for this forum.")
    if court.system == forum.system:
        return _own_system(s, forum, precedent, court)
    if forum.system in _DOMESTIC:
        return _before_domestic_body(s, precedent, court)
    if court.system == "national" and not court.highest:
        return _weight("background", "A national court below the highest.")
    return _weight("persuasive", f"{court.name} speaks outside the system of this forum.")


def _own_system(s: Situation, forum: Forum, precedent: Precedent, court: Court) -> tuple[Weight, Reason]:
    if forum.system == "national":
        return _before_domestic_body(s, precedent, court)
    return _weight("leading", f"{court.name} is the body of this system.")


def _before_domestic_body(s: Situation, precedent: Precedent, court: Court) -> tuple[Weight, Reason]:
    if court.system == "national":
        return _national(s, court)
    if court.system == "eu":
        return _eu(s)
    if court.system == "echr" and _very_case(s, precedent):
        return _weight("binding", "Article 46 ECHR: the judgment was given against this state in this very case.")
    treaty = _TREATY_OF.get(court.system)
    if treaty and s.is_party(treaty) and court.highest:
        return _weight("leading", f"{court.name} is the highest body of a treaty that binds the requested state.")
    return _weight("persuasive" if court.highest else "background", f"{court.name} does not bind the requested state.")


def _national(s: Situation, court: Court) -> tuple[Weight, Reason]:
    own = court.state is not None and court.state == s.case.request.requested_state
    if own and court.highest:
        return _weight("leading", "The requested state's own highest court; whether it binds is national law: ask.")
    if own:
        return _weight("persuasive", "A court of the requested state; whether it binds is national law: ask.")
    if court.highest:
        return _weight("persuasive", "The highest court of another state.")
    return _weight("background", "A court of another state, below the highest.")


def _eu(s: Situation) -> tuple[Weight, Reason]:
    in_scope = s.mobile_eu_citizen or any(state and s.member(state, "eu") for _, state in s.statuses)
    if s.is_party("eu") and in_scope:
        return _weight("binding", "The requested state is a Member State and the case is within the scope of EU law.")
    if s.is_party("eu"):
        return _weight("persuasive", "A link with EU law (free movement, asylum) is not shown in the file.")
    return _weight("background", "The requested state is not a Member State of the European Union.")


def _very_case(s: Situation, precedent: Precedent) -> bool:
    numbers = {p.number for p in s.case.proceedings.other_procedures if p.number}
    return precedent.requested_state == s.case.request.requested_state and bool(numbers & set(precedent.dockets))


@lru_cache(1000)
def _weight(weight: Weight, text: str) -> tuple[Weight, Reason]:
    return weight, Reason.of(code=f"weight-{weight}", text=text)
