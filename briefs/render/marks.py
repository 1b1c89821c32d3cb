"""What the calls of a template return: short private-use marks, turned into Word's own objects after rendering.

No XML passes through Jinja, so escaping stays on; and notes are numbered in the order of the document, whatever the
order in which the template was worked off.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from briefs.errors import Problem, RenderError
from briefs.render.data import show

OPEN, CLOSE = "\ue000", "\ue001"
NOTE_OPEN, NOTE_CLOSE = "\ue002", "\ue003"
"""Around the text of a footnote that the author typed in Word."""

MAX_TURNS, MAX_WRITTEN = 50_000, 64 << 20
"""Bounds of one rendering; a filing with 300 exhibits and 30 grounds turns under 5,000 times and writes under 5 MB."""

MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")
PRIVATE = re.compile("[\ue000-\uf8ff]")


class Mark(NamedTuple):
    """One call, in the order of rendering; `kind` is the name of the call."""

    kind: str
    text: str = ""
    label: str = ""
    data: dict[str, Any] | None = None


class Helper:
    """The only kind of object that a template may call."""

    def __init__(self, function: Callable[..., Any]):
        self.function = function

    def __call__(self, *arguments: Any) -> Any:
        return self.function(*arguments)


@dataclass
class Marks:
    """Collects the calls of one rendering."""

    items: list[Mark] = field(default_factory=list)
    turns: int = 0
    written: int = 0

    def put(self, mark: Mark) -> str:
        self.items.append(mark)
        return f"{OPEN}{len(self.items) - 1}{CLOSE}"

    def helpers(self) -> dict[str, Helper]:
        return {name: Helper(getattr(self, method)) for name, method in _methods()}

    def call_cite(self, item: dict[str, Any] | None) -> str:
        if item is None:
            raise RenderError(
                Problem(
                    "cite",
                    "an authority that was not matched is cited.",
                    "Only what the matcher chose may be printed.",
                    "Put the sentence inside a condition: {% if held['…'] %}.",
                )
            )
        return self.put(Mark("cite", data=item["citation"]))

    def call_fn(self, text: str | None) -> str:
        return self.put(Mark("fn", show(text))) if text else ""

    def call_ref(self, name: str) -> str:
        return self.put(Mark("ref", name))

    def call_mark(self, name: str) -> str:
        return self.put(Mark("mark", name))

    def call_ex(self, exhibit: dict[str, Any] | None, page: str | None = None) -> str:
        if exhibit is None:
            return self.call_missing("exhibit", "exhibit")
        return self.put(Mark("ex", show(exhibit["number"]), show(page or "")))

    def call_missing(self, path: str, label: str) -> str:
        return self.put(Mark("missing", show(path), show(label)))

    def call_note(self, text: str | None) -> str:
        return self.put(Mark("note", show(text))) if text else ""

    def call_toc(self) -> str:
        return self.put(Mark("toc"))

    def call_toa(self) -> str:
        return self.put(Mark("toa"))

    def inner_show(self, value: str | None, path: str, label: str, change: str = "") -> str:
        """A printed value, or the placeholder that stands where it is unknown."""
        if value is None:
            return self.call_missing(path, label)
        return value.upper() if change == "upper" else value

    def inner_join(self, values: list[str] | None, joint: str) -> str:
        return joint.join(values or ())

    def inner_each(self, values: list[Any] | None, size: int, path: str) -> list[Any]:
        """The items of a loop, counted: loops inside loops must not fill the disk. `size`: characters of one turn."""
        self.turns += len(values or ())
        self.written += len(values or ()) * size
        if self.turns > MAX_TURNS or self.written > MAX_WRITTEN:
            why = f"At most {MAX_TURNS:,} turns and {MAX_WRITTEN >> 20} MB are written."
            raise RenderError(Problem(f"loop over {path}", "the loops repeat too often.", why, "Nest fewer loops."))
        return values or []

    def counted(self, size: int) -> None:
        """Counts what an included fragment adds."""
        self.inner_each([None], size, "a fragment")

    def inner_length(self, values: list[Any] | dict[str, Any] | None) -> int:
        return len(values or ())


@cache
def _methods() -> tuple[tuple[str, str], ...]:
    """Names that a program may call, and the methods behind them; only the compiler writes those of `inner_`."""
    calls = [(name.removeprefix("call_"), name) for name in dir(Marks) if name.startswith("call_")]
    inner = [(f"_{name.removeprefix('inner_')}", name) for name in dir(Marks) if name.startswith("inner_")]
    return (*calls, *inner)
