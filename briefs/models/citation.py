"""How a source is cited: what a footnote and the table of authorities print of it."""

from pydantic import Field

from briefs.models.base import Record


class Citation(Record):
    """How a footnote and the table of authorities name a source; made by briefs.citing, used only by `cite`."""

    key: str = Field(description="one entry in the table of authorities for each key")
    name: str = Field(description="name, set in italics")
    italic: bool = Field(description="whether the name is set in italics")
    rest: str = Field(description="what follows the name in the full form, before the pinpoint")
    short: str = Field(description="short form for later notes")
    pinpoint: str = Field(description="pinpoints that may be printed, or empty")
    tail: str = Field(description="what follows the pinpoint: 'not yet final' or empty")
    toa: str = Field(description="what follows the name in the table of authorities")
    category: str = Field(description="heading in the table of authorities")
    in_text: bool = Field(
        False, description="true where the sentence itself names it: an entry in the table, no footnote"
    )
    warnings: list[str] = Field(
        description="what counsel must check at this citation (Word comment in the annotated copy)"
    )
