"""Word's numbering replayed for the styles of the house, so that tables and references carry the right numbers."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from briefs.render.ooxml import NS, Element, parse, q, style_of

HEADINGS = {"Heading1": 1, "Heading2": 2, "Heading3": 3}
Forms = tuple[tuple[str, str], ...]
"""Form of the number and the text around it, for the three levels of headings."""
LETTERS: Forms = (("upperLetter", "%1."), ("decimal", "(%2)"), ("lowerLetter", "(%3)"))
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


_SIGNS = {
    "upperLetter": letter,
    "lowerLetter": lambda number: letter(number).lower(),
    "upperRoman": lambda number: roman(number).upper(),
    "lowerRoman": roman,
}


@lru_cache(maxsize=64)
def heading_forms(numbering: bytes | None) -> Forms:
    """How Word numbers the headings of a file: read from its lists, so that our tables say what Word shows."""
    forms = list(LETTERS)
    for level in parse(numbering).iter(q("lvl")) if numbering else ():
        style, form, text = (level.find(f"w:{name}", NS) for name in ("pStyle", "numFmt", "lvlText"))
        place = HEADINGS.get(style.get(q("val"), "")) if style is not None else None
        if place and form is not None and text is not None:
            forms[place - 1] = (form.get(q("val"), ""), text.get(q("val"), ""))
    return tuple(forms)


@dataclass
class Numbering:
    """Feed it the paragraphs in order; `label` is what Word prints, `full` what a reference to the paragraph says."""

    forms: Forms = LETTERS
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
        steps = [self._step(n) for n in range(level)]
        return steps[-1], "".join(steps).replace(".(", "(").rstrip(".")

    def _step(self, level: int) -> str:
        """The number of one level in its form; 'A.' and '(1)' together are read 'A(1)'."""
        number, (form, text) = self.headings[level], self.forms[level]
        return text.replace(f"%{level + 1}", _SIGNS.get(form, str)(number) if number else "")

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


def number(body: Element, forms: Forms = LETTERS) -> list[tuple[Element, str, str, str]]:
    """(paragraph, style, label, full) of every numbered paragraph, in order."""
    paragraphs = list(body.iter(q("p")))
    return [(paragraphs[at], *rest) for at, *rest in numbers_of(map(style_of, paragraphs), forms)]


def numbers_of(styles: Iterable[str], forms: Forms = LETTERS) -> list[tuple[int, str, str, str]]:
    """(place, style, label, full) of every numbered paragraph, from the styles of all paragraphs in order."""
    count = Numbering(forms)
    return [(at, style, *count.take(style)) for at, style in enumerate(styles) if style in NUMBERED]
