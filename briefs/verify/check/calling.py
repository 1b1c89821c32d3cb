"""What short forms ask of a bare name: whether a case is called so, whether it is a state."""

from collections.abc import Callable

from briefs.verify.check.comparing import Knowledge

Ask = Callable[[str], bool]


def names_asked(known: Knowledge) -> tuple[Ask, Ask, Ask]:
    """Whether library or register has a case of this name; whether it is a state; whether a case of Strasbourg or
    Luxembourg bears just this name."""

    def is_state(name: str) -> bool:
        return bool(known.forms.state.fullmatch(name.strip()))

    def is_known(name: str) -> bool:
        return any(a.system != "document" for a in known.authorities.named(name))

    def is_famous(name: str) -> bool:
        return not is_state(name) and known.authorities.bears(name)

    return is_known, is_state, is_famous
