"""Case data on its way through the renderer: every character exact, or refused with the name of the field.

Braces, percent and number signs travel as private-use characters, so that whatever still looks like a tag after
rendering comes from the template and is a fault, never from the data.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from briefs.errors import Problem, RenderError
from briefs.models.brief import Brief

_SPECIAL = "{}%#"
HIDDEN = {ord(character): chr(0xE010 + n) for n, character in enumerate(_SPECIAL)}
_SHOWN = {0xE010 + n: character for n, character in enumerate(_SPECIAL)}
INVISIBLE = frozenset(
    {
        0xAD,
        0x34F,
        0x61C,
        0x115F,
        0x1160,
        0x17B4,
        0x17B5,
        0x180E,
        0x200B,
        0x2028,
        0x2029,
        0x2060,
        0x2800,
        0x3164,
        0xFEFF,
        0xFFA0,
        *range(0x202A, 0x202F),
    }
    | {*range(0x2061, 0x206A), *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080), *range(0x80, 0xA0)}
)
"""Characters that change what one reads without being seen; joiners and direction marks of real scripts are allowed."""


_HIDING = tuple(map(chr, _SHOWN))
UNFIT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u2028-\u202e\u2060-\u2069\u2800\u3164\ud800-\uf8ff"
    "\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f\U000f0000-\U0010ffff"
    + "".join(chr(plane << 16 | end) for plane in range(16) for end in (0xFFFE, 0xFFFF))
    + "]"
)
"""Every character for which `is_unfit` holds, as one class: a case file has hundreds of thousands of characters."""


def hide(text: str) -> str:
    return text.translate(HIDDEN) if "{" in text or "}" in text or "%" in text or "#" in text else text


def show(text: str) -> str:
    if is_hiding(text):
        for code, character in _SHOWN.items():
            text = text.replace(chr(code), character)
    return text


def is_hiding(text: str) -> bool:
    """Whether a hidden brace stands in the text; ASCII text cannot hold one, and Python knows ASCII at once."""
    return not text.isascii() and any(character in text for character in _HIDING)


class Loaded(dict[str, Any]):
    """A brief as plain, checked, hidden data; made once, whatever is filled with it. `braced` as for `braced()`."""

    braced: tuple[str, ...] = ()


def plain(brief: Brief | dict[str, Any]) -> Loaded:
    """The brief as plain, checked, hidden data. RenderError names every field that cannot be written exactly."""
    if isinstance(brief, Loaded):
        return brief
    try:
        checked = brief if isinstance(brief, Brief) else Brief.model_validate(brief)
    except ValidationError as error:
        raise RenderError(_shape_problem(found) for found in error.errors(include_input=False)) from None
    data = checked.model_dump(mode="python")
    problems = [Problem(path, _refusal(code)) for path, code in _unfit(data, "")] if _holds_unfit(data) else []
    if problems:
        raise RenderError(problems)
    loaded = Loaded(_hidden(data))
    loaded.braced = tuple(dict.fromkeys(braced(loaded)))
    return loaded


def _holds_unfit(value: Any) -> bool:
    """Whether any text must be refused; printable ASCII never is, and Python knows it at once."""
    if isinstance(value, str):
        return not (value.isascii() and value.isprintable()) and UNFIT.search(value) is not None
    if isinstance(value, dict):
        return any(map(_holds_unfit, value.values()))
    return isinstance(value, list) and any(map(_holds_unfit, value))


def _shape_problem(found: Any) -> Problem:
    return Problem(
        ".".join(str(step) for step in found["loc"]), f"{found['msg']}.", "The brief does not fit its model."
    )


def _refusal(code: int) -> str:
    name = unicodedata.name(chr(code), "no character of any script")
    return f"character U+{code:04X} ({name}) cannot be written in a filing."


def _unfit(value: Any, path: str) -> Iterator[tuple[str, int]]:
    if isinstance(value, str):
        yield from ((path, ord(character)) for character in UNFIT.findall(value))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _unfit(inner, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _unfit(inner, f"{path}[{number}]")


def is_unfit(character: str) -> bool:
    """Whether Word cannot hold it, or it is private use, or invisible and able to mislead."""
    code = ord(character)
    if code < 0x7F:
        return code < 0x20 and character not in "\n\t"
    return (
        code == 0x7F or code in INVISIBLE or unicodedata.category(character) in ("Cs", "Co") or code & 0xFFFE == 0xFFFE
    )


def _hidden(value: Any) -> Any:
    if isinstance(value, str):
        return hide(value)
    if isinstance(value, dict):
        return {key: _hidden(inner) for key, inner in value.items()}
    return [_hidden(inner) for inner in value] if isinstance(value, list) else value


def braced(value: Any) -> Iterator[str]:
    """The texts of the data that hold braces: a check of the written file must not take them for tags."""
    if isinstance(value, str):
        if is_hiding(value):
            yield show(value)
    elif isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from braced(inner)
