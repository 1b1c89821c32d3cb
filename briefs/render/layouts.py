"""A layout in the measures of Word, and the few words that the renderer itself prints, by language."""

from functools import lru_cache
from typing import NamedTuple

from briefs.models.layout import Layout

TEXT_WIDTH = 8504
"""Width of the column for which templates are written, in twentieths of a point (15.0 cm); tables are fitted to
others."""

_PAPER = {"A4": (11906, 16838), "letter": (12240, 15840)}


class Measures(NamedTuple):
    """Lengths are twentieths of a point, sizes half-points, line spacing 240ths of a line."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    size: int
    note_size: int
    line: int
    after: int
    indent: int
    justified: bool
    roman: bool
    capitals: bool
    centred: bool
    rules: bool
    accent: str
    serif: str
    east_asian: str
    complex_script: str = "Times New Roman"

    @property
    def text_width(self) -> int:
        return self.width - self.left - self.right


@lru_cache(maxsize=64)
def measures(layout: Layout) -> Measures:
    """The measures of a layout as Word counts them."""
    width, height = _PAPER[layout.paper]
    top, bottom, left, right = (
        _twips(side) for side in (layout.margins.top, layout.margins.bottom, layout.margins.left, layout.margins.right)
    )
    return Measures(
        width,
        height,
        top,
        bottom,
        left,
        right,
        size=round(layout.text_size * 2),
        note_size=round(layout.note_size * 2),
        line=round(layout.line_spacing * 240),
        after=round(layout.space_after * 20),
        indent=_twips(layout.indent),
        justified=layout.alignment == "justified",
        roman=layout.headings == "roman",
        capitals=layout.heading_capitals,
        centred=layout.caption == "centred",
        rules=layout.title_rules,
        accent=layout.colour,
        serif=layout.font,
        east_asian=layout.east_asian_font,
    )


def _twips(centimetres: float) -> int:
    return round(centimetres * 1440 / 2.54)


class Words(NamedTuple):
    """What the renderer prints of its own accord."""

    tag: str
    above: str
    page_short: str
    page: str
    of: str
    draft: str
    counsel: str
    notes_astray: str
    example: str
    watermark: str


ENGLISH = Words(
    tag="en-GB",
    above="cited above",
    page_short="p.",
    page="Page",
    of="of",
    draft="Draft for review by counsel – not for filing",
    counsel="Privileged and confidential – counsel only – not for filing",
    notes_astray="Privileged – counsel only – read footnotes in Word",
    example="Example, never filed, not the parties’ pleadings",
    watermark="DRAFT",
)
WORDS = {
    "en": ENGLISH,
    "fr": Words(
        tag="fr-FR",
        above="précité",
        page_short="p.",
        page="Page",
        of="sur",
        draft="Projet soumis à l’avocat – ne pas déposer",
        counsel="Confidentiel – réservé à l’avocat – ne pas déposer",
        notes_astray="Réservé à l’avocat – lire les notes dans Word",
        example="Exemple, jamais déposé, pas une écriture des parties",
        watermark="PROJET",
    ),
}


def words(language: str) -> Words:
    """Words of a language; English where we have none, as every case file can be read in it."""
    return WORDS.get(language, ENGLISH)
