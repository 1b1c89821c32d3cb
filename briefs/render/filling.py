"""Fills a program with plain data: every value is escaped, every name is known, and nothing else can happen.

Steps become small functions once for each program; a filling then only looks up, chooses, repeats and joins. Data are
dictionaries, lists and texts; what hangs on an unknown value is unknown.
"""

from collections.abc import Callable, Mapping
from functools import partial
from html import escape
from itertools import groupby
from typing import Any, TypeAlias

from briefs.errors import Problem, TemplateError
from briefs.render.marks import Helper

Scope: TypeAlias = dict[str, Any]
Value: TypeAlias = Callable[[Scope], Any]
Act: TypeAlias = Callable[[Scope, list[str]], None]
Step: TypeAlias = list[Any]
MAX_DEPTH = 8
"""Fragments inside fragments; the check of the tree allows four."""


class Filling:
    """One program ready to be filled."""

    def __init__(self, program: list[Step]):
        self._acts = _acts(program)

    def render(self, names: Mapping[str, Any]) -> str:
        """The text with every value in place. TemplateError where a name is not there."""
        out: list[str] = []
        self.into(dict(names), out)
        return "".join(out)

    def into(self, scope: Scope, out: list[str]) -> None:
        for act in self._acts:
            act(scope, out)


def _acts(program: list[Step]) -> list[Act]:
    """One act for each run of texts and values, one for each choice, loop or fragment."""
    acts: list[Act] = []
    for is_written, group in groupby(program, lambda step: step[0] in ("text", "print")):
        steps = list(group)
        acts += [_written(steps)] if is_written else [_ACTS[step[0]](*step[1:]) for step in steps]
    return acts


def _written(steps: list[Step]) -> Act:
    """Texts and values in a row: the texts are set once, and each filling puts its values between them."""
    row = [step[1] if step[0] == "text" else "" for step in steps]
    slots = [(place, _printed(step[1])) for place, step in enumerate(steps) if step[0] != "text"]
    if not slots:
        whole = "".join(row)
        return lambda scope, out: out.append(whole)

    def act(scope: Scope, out: list[str]) -> None:
        filled = row.copy()
        for place, text in slots:
            filled[place] = text(scope)
        out += filled

    return act


def _printed(value: Step) -> Value:
    """A value as it is written: escaped, and nothing but a text."""
    if value[0] == "get" and value[1][0] == "name":
        return _printed_field(value[1][1], value[2])
    get = _value(value)
    return lambda scope: _escaped(get(scope))


def _printed_field(name: str, key: str | int) -> Value:
    """A field of a name, which is what most values are."""
    get = _field(name, key)

    def text(scope: Scope) -> str:
        record = scope.get(name)
        found = record.get(key) if record.__class__ is dict else get(scope)
        if found.__class__ is not str or "&" in found or "<" in found or ">" in found:
            return _escaped(found)
        return found

    return text


def _escaped(found: Any) -> str:
    if found.__class__ is not str:
        raise TypeError("only a text can be printed")
    return escape(found, quote=False) if "&" in found or "<" in found or ">" in found else found


def _if(pairs: list[Any], otherwise: list[Step]) -> Act:
    branches = [(_value(test), _acts(steps)) for test, steps in pairs]
    last = _acts(otherwise)

    def act(scope: Scope, out: list[str]) -> None:
        chosen = next((acts for test, acts in branches if test(scope)), last)
        for inner in chosen:
            inner(scope, out)

    return act


def _for(name: str, items: Step, steps: list[Step]) -> Act:
    get, acts = _value(items), _acts(steps)

    def act(scope: Scope, out: list[str]) -> None:
        within = dict(scope)
        for item in get(scope):
            within[name] = item
            for inner in acts:
                inner(within, out)

    return act


def _include(value: Step) -> Act:
    get = _value(value)

    def act(scope: Scope, out: list[str]) -> None:
        depth = scope.get("_depth", 0) + 1
        if depth > MAX_DEPTH:
            raise TemplateError(Problem("include", f"more than {MAX_DEPTH} fragments inside each other."))
        filling: Filling = scope["_include"](get(scope))
        filling.into({**scope, "_depth": depth}, out)

    return act


_ACTS: dict[str, Callable[..., Act]] = {"if": _if, "for": _for, "include": _include}


def _value(step: Step) -> Value:
    return _VALUES[step[0]](*step[1:])


def _name(name: str) -> Value:
    def value(scope: Scope) -> Any:
        try:
            return scope[name]
        except KeyError:
            raise TemplateError(Problem("template", f"the name {name!r} is not there.")) from None

    return value


def _get(inner: Step, key: str | int) -> Value:
    if inner[0] == "name":
        return _field(inner[1], key)
    get = _value(inner)
    return lambda scope: look_up(get(scope), key)


def _field(name: str, key: str | int) -> Value:
    """A look-up in a name, which is what most values are."""
    get = _name(name)

    def value(scope: Scope) -> Any:
        found = scope.get(name)
        return found.get(key) if found.__class__ is dict else look_up(get(scope), key)

    return value


def look_up(found: Any, key: str | int) -> Any:
    """An entry of a dictionary or a list; unknown where there is none, and where the whole is unknown."""
    if isinstance(found, dict):
        return found.get(key)
    if isinstance(found, list) and isinstance(key, int):
        return found[key] if -len(found) <= key < len(found) else None
    if found is None:
        return None
    raise TypeError("a look-up needs a dictionary or a list")


def _call(name: str, arguments: list[Step]) -> Value:
    if name == "_show" and len(arguments) == 3:
        return _shown(arguments)
    return _called(name, arguments)


def _shown(arguments: list[Step]) -> Value:
    """A value that may be unknown: the call that makes a placeholder is made only where it is."""
    get, missing = _value(arguments[0]), _called("_show", arguments)

    def value(scope: Scope) -> Any:
        found = get(scope)
        return missing(scope) if found is None else found

    return value


def _called(name: str, arguments: list[Step]) -> Value:
    get, values = _name(name), [_value(argument) for argument in arguments]

    def value(scope: Scope) -> Any:
        helper = get(scope)
        if not isinstance(helper, Helper):
            raise TypeError("only the calls of the language can be called")
        return helper(*(argument(scope) for argument in values))

    return value


def _pair(rule: Callable[[Value, Value, Scope], Any], left: Step, right: Step) -> Value:
    return partial(rule, _value(left), _value(right))


def _not(inner: Step) -> Value:
    get = _value(inner)
    return lambda scope: not get(scope)


_VALUES: dict[str, Callable[..., Value]] = {
    "name": _name,
    "literal": lambda value: lambda scope: value,
    "get": _get,
    "call": _call,
    "not": _not,
    "and": partial(_pair, lambda left, right, scope: left(scope) and right(scope)),
    "or": partial(_pair, lambda left, right, scope: left(scope) or right(scope)),
    "eq": partial(_pair, lambda left, right, scope: left(scope) == right(scope)),
    "ne": partial(_pair, lambda left, right, scope: left(scope) != right(scope)),
}
