"""Which grounds the facts raise, which facts raise them, and what is still missing to argue them."""

from briefs.facts import Situation, facts_of
from briefs.models.law import Ground
from briefs.models.match import RaisedGround, Reason


def raise_grounds(situation: Situation) -> tuple[RaisedGround, ...]:
    """Every ground of the library, raised or not, in the order of the submissions."""
    facts = facts_of(situation)
    ordered = sorted(situation.library.grounds.values(), key=lambda g: (g.order, g.id))
    return tuple(_raise(situation, ground, facts) for ground in ordered)


def _raise(situation: Situation, ground: Ground, facts: dict[str, list[Reason]]) -> RaisedGround:
    because = [
        Reason.of(code="circumstance", text=f"Circumstance {c.id} is tagged for this ground.")
        for c in situation.case.circumstances
        if ground.id in c.tags
    ]
    if all(fact in facts for fact in ground.only_if):
        because += [reason for fact in ground.raised_by for reason in facts.get(fact, ())]
    missing = tuple(need.ask for need in ground.needs if not field_known(situation, need.field))
    return RaisedGround.of(
        id=ground.id,
        raised=bool(because),
        because=tuple(because),
        missing=missing if because else (),
        forums=ground.forums,
    )


def field_known(situation: Situation, field: str) -> bool:
    """Whether the case file says anything at a dotted path; a list is known when one of its items has the field."""
    return bool(_values(situation.case, field.replace("[]", "").split(".")))


def _values(value: object, path: list[str]) -> list[object]:
    if value is None or value == ():
        return []
    if isinstance(value, tuple):
        return [found for item in value for found in _values(item, path)]
    if not path:
        return [value]
    return _values(getattr(value, path[0], None), path[1:])
