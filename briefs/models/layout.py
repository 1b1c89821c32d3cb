"""The look of a page as data: paper, margins, spacing, alignment, headings and caption of a kind of filing."""

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from briefs.models.base import Record, TextList, Verification, YesNo

OWN = "own"
"""What a manifest writes when the Word file keeps the look that it has in Word."""


def _measure(unit: str, low: float, high: float) -> Any:
    def read(value: Any) -> float:
        text = str(value).strip()
        if not re.fullmatch(r"\d{1,4}(\.\d{1,3})?", text) or not low <= float(text) <= high:
            raise ValueError(f"{text!r} is not a measure from {low:g} to {high:g} {unit}. Write a number like 2.5")
        return float(text)

    return Annotated[float, BeforeValidator(read)]


def _colour(value: Any) -> str:
    if not re.fullmatch(r"[0-9A-F]{6}", str(value)):
        raise ValueError(f"{str(value)!r} is not a colour. Write six digits or letters A to F, 000000 for black")
    return str(value)


def _font(value: Any) -> str:
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9 .-]{0,40}", str(value)):
        raise ValueError(f"{str(value)!r} is not the name of a font. Write it as Word shows it")
    return str(value)


Margin = _measure("cm", 1, 6)
Font = Annotated[str, BeforeValidator(_font)]


class Margins(Record):
    """The margins of a page, in centimetres."""

    top: Margin = 2.5
    bottom: Margin = 2.5
    left: Margin = 3.0
    right: Margin = 3.0


class Layout(Record):
    """One layout of law/layouts.yaml; a key that is not given has the value of the house.

    `family` lets a manifest name several layouts by one word: for a filing in a national court the one whose `states`
    hold the requested state is taken, else the one of its `tradition`. `level` is how sure we are that the forum
    expects it; a layout that follows no rule is a drafting convention and says so in `note`.
    """

    id: str
    description: str = ""
    family: str | None = Field(None, description="word by which a manifest asks for the fitting one of several")
    tradition: Literal["civil", "common"] | None = Field(None, description="drafting tradition that it is made for")
    states: TextList = Field((), description="codes of requested states that it is made for")
    paper: Literal["A4", "letter"] = "A4"
    margins: Margins = Field(default_factory=Margins.of, description="in centimetres")
    text_size: _measure("points", 9, 16) = Field(12.0, description="size of the text, in points")
    note_size: _measure("points", 8, 14) = Field(10.0, description="size of the footnotes, in points")
    line_spacing: _measure("lines", 1, 3) = Field(1.35, description="distance of lines, in lines")
    space_after: _measure("points", 0, 24) = Field(8.0, description="space below a paragraph, in points")
    indent: _measure("cm", 0.5, 3) = Field(1.2, description="indent of numbered paragraphs, in centimetres")
    alignment: Literal["left", "justified"] = "left"
    headings: Literal["letters", "roman"] = Field("letters", description="letters: A. (1) (a); roman: I. 1. a)")
    heading_capitals: YesNo = Field(True, description="headings of the first level in capitals")
    caption: Literal["left", "centred"] = Field("left", description="where the name of the court stands")
    title_rules: YesNo = Field(True, description="a line above and below the title")
    colour: Annotated[str, BeforeValidator(_colour)] = Field("1F2A44", description="colour of headings and lines")
    font: Font = "Times New Roman"
    east_asian_font: Font = "SimSun"
    level: Verification = "recalled"
    source: str | None = None
    note: str | None = None


HOUSE = Layout.of(id="house")
"""The layout of everything that names no other."""
