"""The two sides of a national case: persons must agree, offices and governments only with those of the same country."""

import re
from typing import Literal, NamedTuple

from briefs.verify.find.folding import listed, plain
from briefs.verify.find.forms import Forms, bare
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.names import agree, tokens_of
from briefs.verify.known.authorities import Authority

Sides = Literal["fit", "turned", "other", ""]
"""How the sides given meet those of the record; empty where one of the two names no second side."""


class Side(NamedTuple):
    """One party. `office`: the Crown, a state, a government, a minister or another office; `places`: states named."""

    persons: str
    places: frozenset[str]
    office: bool


_VERSUS = late(r" (?:v|vs|c)\.? ")
_BRACKETS = late(r" ?\([^()]*\)")
_CROWN = late(r"(?:R|Regina|Rex|The (?:Queen|King))\.?")
_APPLICANT = late(rf"{_CROWN.pattern} ?\((?:on the application of |ex p(?:arte|\.)? )?(?P<who>[^()]+)\)")
_EX_PARTE = late(r",? \(?ex p(?:arte|\.)? (?P<who>[^()]+)\)?$", re.IGNORECASE)
_OFFICES = listed(
    "secretary state minister ministry attorney solicitor general government embassy embajada commissioner governor "
    "director prosecutor prosecutions adjudicator advocate commonwealth crown sshd republic kingdom"
)


def sides_of(found: Found, authority: Authority, forms: Forms) -> Sides:
    """Whether both parties given are those of a national ruling, in their order."""
    if authority.system != "national" or not found.first or not found.second:
        return ""
    given = _sides(found.first, found.second, forms)
    home = _home(authority)
    met = [_meet(given, _sides(*parts, forms), home) for name in authority.names if (parts := _parts(name))]
    return next((how for how in ("fit", "turned", "other") if how in met), "")


def known_side(found: Found, authority: Authority) -> bool:
    """Whether the first party given is by itself a party of the record, and not one word of its title."""
    words = set(tokens_of(found.first or found.name))
    return any(words == set(tokens_of(part)) for name in authority.names for part in _parts(name) or [name])


def names_a_state(found: Found, authority: Authority, forms: Forms) -> bool:
    """Whether a title without two parties names one of the states given: 'Opinion concerning X (Morocco)'."""
    return any(_places(name, forms) & set(found.states) for name in authority.names)


def _parts(name: str) -> list[str]:
    parts = _VERSUS.split(name)
    return parts if len(parts) == 2 else []


def _home(authority: Authority) -> str:
    court = authority.records.courts.get(authority.court) if authority.records else None
    return (court.state if court else None) or ""


def _sides(first: str, second: str, forms: Forms) -> tuple[Side, Side]:
    """'R (X) v Y' and 'R v Y, ex parte X' are cases of X against Y."""
    if m := _APPLICANT.fullmatch(first):
        first = m["who"]
    if m := _EX_PARTE.search(second):
        second = second[: m.start()]
        first = m["who"] if _CROWN.fullmatch(first) else first
    return _side(first, forms), _side(second, forms)


def _side(text: str, forms: Forms) -> Side:
    alone = _BRACKETS.sub("", text).strip()
    state, crown = forms.state.fullmatch(alone), _CROWN.fullmatch(alone)
    office = bool(state or crown or set(re.findall(r"\w+", plain(alone))) & _OFFICES)
    places = _places(text, forms)
    return Side("" if office else " ".join(tokens_of(alone)), places, office)


def _places(text: str, forms: Forms) -> frozenset[str]:
    found = (m for m in forms.state.finditer(text) if not text[: m.start()][-1:].isalpha())
    codes = {forms.state_of[plain(bare(m[0]))] for m in found}
    return frozenset(codes | ({"HK"} if "hong kong" in plain(text) else set()))


def _meet(given: tuple[Side, Side], own: tuple[Side, Side], home: str) -> Sides:
    if _same(given[0], own[0], home) and _same(given[1], own[1], home):
        return "fit"
    return "turned" if _same(given[0], own[1], home) and _same(given[1], own[0], home) else "other"


def _same(one: Side, other: Side, home: str) -> bool:
    if one.office != other.office:
        return False
    if one.office:
        return bool((one.places or {home}) & (other.places or {home}))
    apart = one.places and other.places and not one.places & other.places
    return not apart and (not one.persons or agree(one.persons, other.persons))
