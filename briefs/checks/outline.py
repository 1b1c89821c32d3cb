"""The headings of a written file, in order, held against the sections that the forum asks for."""

from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

from briefs.models.law import SectionRule

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TITLES = ("Heading", "Title", "Boxed", "Court", "CaseRef", "Between", "Party", "Signature")
"""Beginnings of the styles that carry a heading, a caption or a signature; body text is never a section."""


_BEGINNING = 70
"""Characters of a line that are looked at: a boxed summary of ten lines mentions everything and heads nothing."""


class Found(NamedTuple):
    """One section: where it stands among the headings (null: nowhere), and the words that show it."""

    section: SectionRule
    at: int | None
    words: str
    in_order: bool


def outline(root: etree._Element) -> list[str]:
    """Texts of headings, captions and signatures of the body of a Word file, in the order of the document."""
    lines = []
    for paragraph in root.iter(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        if style is not None and style.get(f"{_W}val", "").startswith(_TITLES):
            text = "".join(paragraph.itertext(f"{_W}t", with_tail=False)).strip()
            lines += [text] if text else []
    return lines


def compare(lines: Sequence[str], sections: Sequence[SectionRule]) -> list[Found]:
    """Each section with the heading that shows it; one that stands only before its predecessor is out of order."""
    folded, last, found = [line[:_BEGINNING].casefold() for line in lines], -1, []
    for section in sections:
        after = _first(folded, section, last + 1)
        at = after if after is not None else _first(folded, section, 0)
        found.append(Found(section, at, lines[at] if at is not None else "", after is not None))
        last = last if after is None else after
    return found


def _first(folded: list[str], section: SectionRule, start: int) -> int | None:
    wanted = [words.casefold() for words in section.headings]
    return next((n for n in range(start, len(folded)) if any(words in folded[n] for words in wanted)), None)
