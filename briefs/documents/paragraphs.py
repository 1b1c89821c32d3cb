"""A paragraph as a reader meets it, and where it stands in the file."""

from dataclasses import dataclass

BODY, FOOTNOTES, ENDNOTES = "body", "footnotes", "endnotes"
COMMENTS, HEADERS, FOOTERS = "comments", "headers", "footers"


@dataclass(frozen=True)
class Paragraph:
    """One paragraph. Positions in `text` are code points.

    `counter`: what Word counts it with ('SEQ level0', 'list 3'), else empty; `number`: what Word shows before the text
    and is not in it ('12.' of an automatic list).

    `part`: body, footnotes, endnotes, comments, headers, footers, or 'page 12' of a PDF. `index`: from 0, within the
    part, in the order of the file. `label`: what a reader sees ('footnote 3'). `offset`: where the text begins in the
    file, for plain text; else 0. `page`: of a PDF, or of a plain text with form feeds, inside which further pages may
    begin. `italic`: spans set in italics, in order; `unseen`: spans of a Word file that are
    hidden, or white on white. `note`: id of the note it belongs to. `turns`: spans in the text of a PDF's page that
    stand on the next one, and were moved here because a sentence runs over.
    `calls`: (place in the text, part, id) of the notes that are called here.
    """

    part: str
    index: int
    text: str
    label: str = ""
    offset: int = 0
    italic: tuple[tuple[int, int], ...] = ()
    note: str = ""
    calls: tuple[tuple[int, str, str], ...] = ()
    in_table_of_authorities: bool = False
    page: int | None = None
    counter: str = ""
    number: str = ""
    unseen: tuple[tuple[int, int], ...] = ()
    turns: tuple[tuple[int, int], ...] = ()
