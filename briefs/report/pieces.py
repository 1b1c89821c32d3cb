"""Small pieces of HTML that the parts of the report share. Whatever is put into a piece is escaped."""

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup, escape

STATUS_WORDS = {
    "open": "open",
    "closed": "closed",
    "not_yet": "not yet",
    "check": "check",
    "met": "met",
    "missing": "missing",
    "ask": "ask",
    "not_applicable": "n/a",
}
NOTHING = Markup("")
_TAG = Markup('<span class="tag %s">%s</span>')


def each(form: Markup, items: Iterable[Mapping[str, Any]], joint: str = "") -> Markup:
    """The form filled with each of the items, one behind the other."""
    return escape(joint).join(form % item for item in items)


def listed(texts: Iterable[str], joint: str) -> Markup:
    """Texts in a row."""
    return escape(joint).join(texts)


def if_any(form: Markup, *values: Any) -> Markup:
    """The form filled with the values; nothing where the first of them is empty."""
    return form % values if values[0] else NOTHING


def tag(kind: str, words: str = "") -> Markup:
    """A word in a frame, coloured by its kind."""
    return _TAG % (kind, words or kind)
