"""Word's numbering replayed for the styles of the house, so that tables and references carry the right numbers."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from briefs.render.ooxml import Element, q, style_of

HEADINGS = {"Heading1": 1, "Heading2": 2, "Heading3": 3}
NUMBERED = (*HEADINGS, "Para", "ParaA", "ParaI", "Relief")


def letter(number: int) -> str:
    """1 → A, 26 → Z, 27 → AA, 28 → BB, as Word counts."""
    return chr(64 + (number - 1) % 26 + 1) * ((number - 1) // 26 + 1)


def roman(number: int) -> str:
    out = ""
    for value, sign in (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ):
        out += sign * (number // value)
        number %= value
    return out


@dataclass
class Numbering:
    """Feed it the paragraphs in order; `label` is what Word prints, `full` what a reference to the paragraph says."""

    headings: list[int] = field(default_factory=lambda: [0, 0, 0])
    paragraph: int = 0
    below: dict[str, int] = field(default_factory=dict)

    def take(self, style: str) -> tuple[str, str]:
        if style in HEADINGS:
            return self._heading(HEADINGS[style])
        if style == "Para":
            self.paragraph, self.below = self.paragraph + 1, {}
            return f"{self.paragraph}.", str(self.paragraph)
        if style in ("ParaA", "Relief", "ParaI"):
            return self._below(style)
        return "", ""

    def _heading(self, level: int) -> tuple[str, str]:
        self.headings = [*self.headings[: level - 1], self.headings[level - 1] + 1, *([0] * (3 - level))]
        first, second, third = self.headings
        steps = [letter(first) if first else "", f"({second})", f"({letter(third).lower() if third else ''})"]
        return (f"{steps[0]}." if level == 1 else steps[level - 1]), "".join(steps[:level])

    def _below(self, style: str) -> tuple[str, str]:
        self.below[style] = self.below.get(style, 0) + 1
        if style == "ParaA":
            self.below.pop("ParaI", None)
            self.below.pop("Relief", None)
        if style == "ParaI":
            label = f"({roman(self.below['ParaI'])})"
            parent = f"({letter(self.below['ParaA']).lower()})" if self.below.get("ParaA") else ""
            return label, f"{self.paragraph}{parent}{label}"
        label = f"({letter(self.below[style]).lower()})"
        return label, f"{self.paragraph or ''}{label}"


def number(body: Element) -> list[tuple[Element, str, str, str]]:
    """(paragraph, style, label, full) of every numbered paragraph, in order."""
    paragraphs = list(body.iter(q("p")))
    return [(paragraphs[at], *rest) for at, *rest in numbers_of(map(style_of, paragraphs))]


def numbers_of(styles: Iterable[str]) -> list[tuple[int, str, str, str]]:
    """(place, style, label, full) of every numbered paragraph, from the styles of all paragraphs in order."""
    count = Numbering()
    return [(at, style, *count.take(style)) for at, style in enumerate(styles) if style in NUMBERED]
