"""Names of cases in Luxembourg: a party, or what the case is about: '(Deficiencies in the system of justice)'."""

from briefs.verify.find.folding import listed
from briefs.verify.find.late import late
from briefs.verify.find.names import PARTICLES, agree, tokens_of
from briefs.verify.known.authorities import Authority

_SMALL = late(r"(?<![\w'-])(?:[a-zà-ž]+'(?=[a-zà-ž]{3})|[a-zà-ž]{2,})(?!\w)")
_ABOUT = listed(
    "in to on into upon vers sur dans sous im zu zum zur auf wegen nach per su sulla por sobre w na k ke under"
)
_BRACKETS = late(r" ?\((?P<who>[^()]{1,60})(?:\)|$)\W*$")
_INITIALS = late(r"(?:[A-ZÀ-Ž]\.? ?){2,4}")


def party_named(name: str, authority: Authority) -> str:
    """The part of a name that can be compared: without what the case is about, and without initials of a party whom
    the record does not name ('I.N.' of Ruska Federacija)."""
    m = _BRACKETS.search(name)
    if m and _describes(m["who"]):
        name = name[: m.start()]
    return "" if _describes(name) or _unnamed(name, authority) else name


def another_in_brackets(name: str, authority: Authority) -> bool:
    """'Minister for Justice and Equality (Wang)' is not the case of that minister against LM."""
    m = _BRACKETS.search(name)
    told = m and m["who"][:1].isupper() and not _describes(m["who"])
    who = set(tokens_of(m["who"])) if told else set()
    return bool(told) and not any(agree(m["who"], own) or who <= set(tokens_of(own)) for own in authority.names)


def _describes(name: str) -> bool:
    """Whether these words say what a case is about: they go on in small letters, as no name of a party does."""
    small = [word for word in _SMALL.findall(name) if word not in PARTICLES - _ABOUT]
    return len(small) > 1 or bool(set(small) & _ABOUT)


def _unnamed(name: str, authority: Authority) -> bool:
    inside = [*authority.names, *(m["who"] for one in authority.names for m in _BRACKETS.finditer(one))]
    return bool(_INITIALS.fullmatch(name.strip())) and not any(_INITIALS.fullmatch(one) for one in inside)
