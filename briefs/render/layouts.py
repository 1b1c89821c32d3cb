"""Page layouts and the few words that the renderer itself prints, by language."""

from dataclasses import dataclass

TEXT_WIDTH = 8504
"""Width of the text column in twentieths of a point (15.0 cm), the same in every layout: table widths rely on it."""


@dataclass(frozen=True)
class Layout:
    """Lengths are twentieths of a point, sizes half-points, line spacing 240ths of a line."""

    name: str
    top: int = 1418
    bottom: int = 1418
    left: int = 1701
    right: int = 1701
    size: int = 24
    note_size: int = 20
    line: int = 324
    after: int = 160
    indent: int = 680
    accent: str = "1F2A44"
    serif: str = "Times New Roman"
    east_asian: str = "SimSun"
    complex_script: str = "Times New Roman"


LAYOUTS = {
    layout.name: layout
    for layout in (
        Layout("house"),
        # the Strasbourg practice direction on pleadings asks for line and a half and a wide margin: to be verified
        Layout("echr", left=1985, right=1417, line=360),
        Layout("un", line=300, after=140),
        # letters, short papers and the hearing kit: what has to be read standing up
        Layout("compact", line=276, after=100),
    )
}


@dataclass(frozen=True)
class Words:
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
