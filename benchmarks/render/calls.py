"""The calls of our templates as plain functions for docxtpl: a note is text in its place, the tables stay empty."""

from collections.abc import Callable
from typing import Any


def _cite(item: dict[str, Any] | None) -> str:
    return " [{name}{rest} {pinpoint}]".format(**item["citation"]) if item else ""


CALLS: dict[str, Callable[..., str]] = {
    "cite": _cite,
    "fn": lambda text: f" [{text}]",
    "ref": lambda name: "",
    "ex": lambda exhibit, page=None: f"[{exhibit['number']}, p. {page}]" if exhibit else "[exhibit]",
    "missing": lambda path, label: f"[{label}]",
    "note": lambda text: "",
    "toc": lambda: "",
    "toa": lambda: "",
    "mark": lambda name: "",
}
