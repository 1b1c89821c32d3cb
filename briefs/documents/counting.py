"""Numbers that Word counts itself: SEQ fields, as in judgments from HUDOC, and automatic lists, as in United Nations
documents. A number that is typed is part of the text and not of interest here."""

import re
from dataclasses import dataclass, field
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SEQ = re.compile(r"^\s*SEQ\s+(\S+)")
_PLACE = re.compile(r"%([1-9])")
_MAX_LEVEL = 9


@dataclass
class _Level:
    start: int = 1
    decimal: bool = True
    text: str = "%1."


@dataclass
class Counting:
    """Follows one part from first to last paragraph. `numbering` and `styles`: roots of these parts, or None."""

    numbering: Any
    styles: Any
    _levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _by_style: dict[str, tuple[str, int]] = field(default_factory=dict)
    _counts: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._learn_lists()
        self._learn_styles()

    def of(self, paragraph: Any) -> tuple[str, str]:
        """(counter, number): what counts this paragraph ('SEQ level0', 'list 3'), and the number that Word shows before
        its text where that is not part of the text. Both empty where nothing counts."""
        name = _field_of(paragraph)
        if name:
            return f"SEQ {name}", ""
        identity, level = self._list_of(paragraph)
        levels = self._levels.get(identity)
        if not levels or level >= _MAX_LEVEL:
            return "", ""
        counts = self._counts.setdefault(identity, [0] * _MAX_LEVEL)
        shape = levels.get(level, _Level())
        counts[level] = counts[level] + 1 if counts[level] else shape.start
        counts[level + 1 :] = [0] * (_MAX_LEVEL - level - 1)
        if not shape.decimal:
            return "", ""
        shown = _PLACE.sub(lambda place: str(counts[int(place[1]) - 1] or 1), shape.text)
        return f"list {identity}", shown if any(c.isdigit() for c in shown) else ""

    def _list_of(self, paragraph: Any) -> tuple[str, int]:
        properties = child_of(paragraph, f"{W}pPr")
        if properties is None:
            return "", 0
        direct = _list_reference(properties)
        if direct:
            return direct
        style = child_of(properties, f"{W}pStyle")
        return self._by_style.get(style.get(f"{W}val", ""), ("", 0)) if style is not None else ("", 0)

    def _learn_lists(self) -> None:
        if self.numbering is None:
            return
        shapes = {a.get(f"{W}abstractNumId"): _shapes(a) for a in self.numbering.iter(f"{W}abstractNum")}
        for number in self.numbering.iter(f"{W}num"):
            base = number.find(f"{W}abstractNumId")
            levels = dict(shapes.get(base.get(f"{W}val"), {})) if base is not None else {}
            for override in number.iter(f"{W}lvlOverride"):
                start = override.find(f"{W}startOverride")
                level = _int(override.get(f"{W}ilvl"))
                if start is not None and level in levels:
                    old = levels[level]
                    levels[level] = _Level(_int(start.get(f"{W}val"), 1), old.decimal, old.text)
            self._levels[number.get(f"{W}numId", "")] = levels

    def _learn_styles(self) -> None:
        for style in self.styles.iter(f"{W}style") if self.styles is not None else ():
            properties = style.find(f"{W}pPr")
            reference = _list_reference(properties) if properties is not None else None
            if reference:
                self._by_style[style.get(f"{W}styleId", "")] = reference


def child_of(node: Any, tag: str) -> Any:
    """The first child of that tag, or None; `find` looks for the same through a language of paths."""
    return next(node.iterchildren(tag), None)


def _field_of(paragraph: Any) -> str:
    """Name of the counter of the first SEQ field, or nothing."""
    for node in paragraph.iter(f"{W}fldSimple", f"{W}instrText"):
        found = _SEQ.match(node.get(f"{W}instr") or node.text or "")
        if found:
            return found[1]
    return ""


def _list_reference(properties: Any) -> tuple[str, int] | None:
    reference = child_of(properties, f"{W}numPr")
    if reference is None:
        return None
    identity, level = child_of(reference, f"{W}numId"), child_of(reference, f"{W}ilvl")
    name = identity.get(f"{W}val", "") if identity is not None else ""
    return (name, _int(level.get(f"{W}val")) if level is not None else 0) if name else None


def _shapes(abstract: Any) -> dict[int, _Level]:
    found = {}
    for level in abstract.iter(f"{W}lvl"):
        start, kind, text = (level.find(f"{W}{name}") for name in ("start", "numFmt", "lvlText"))
        found[_int(level.get(f"{W}ilvl"))] = _Level(
            _int(start.get(f"{W}val"), 1) if start is not None else 1,
            kind is None or kind.get(f"{W}val") in {"decimal", "decimalZero"},
            text.get(f"{W}val", "") if text is not None else "%1.",
        )
    return found


def _int(text: str | None, otherwise: int = 0) -> int:
    """A small number written by a stranger: anything else counts as `otherwise`."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else otherwise
