"""What short forms ask of a bare name: whether a case is called so, whether it is a state."""

from collections.abc import Callable

from briefs.verify.check.comparing import Knowledge, report_year
from briefs.verify.find.found import Found
from briefs.verify.find.names import tokens_of
from briefs.verify.known.authorities import Authority

Ask = Callable[[str], bool]


def names_asked(known: Knowledge) -> tuple[Ask, Ask, Ask, Callable[..., bool]]:
    """Whether library or register has a case of this name; whether it is a state; whether a case of Strasbourg or
    Luxembourg bears just this name; whether one leading case alone does, of the year given or the one before."""

    def is_state(name: str) -> bool:
        return bool(known.forms.state.fullmatch(name.strip()))

    def is_known(name: str) -> bool:
        return any(a.system != "document" for a in known.authorities.named(name))

    def is_famous(name: str) -> bool:
        return not is_state(name) and known.authorities.bears(name)

    def is_leading(name: str, year: str = "") -> bool:
        one = None if is_state(name) else known.authorities.one_leading(name)
        decided = (one.date or report_year(one))[:4] if one else ""
        return bool(one) and not (year and decided and not 0 <= int(year) - int(decided) <= 1)

    return is_known, is_state, is_famous, is_leading


def full_name(found: Found, known: Knowledge) -> list[Authority]:
    """Cases of just this name: of 'X proti Y' its applicant; of a match between two states one against that state."""
    named = known.authorities.named
    if found.bare:
        of_states = known.forms.state.fullmatch(found.first)
        return [a for a in named(found.first, found.states) if a.states or not of_states]
    words = set(tokens_of(found.name))
    return [a for a in named(found.first) if any(set(tokens_of(name)) == words for name in a.names)]
