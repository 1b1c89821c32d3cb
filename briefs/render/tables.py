"""Tables of contents and of authorities, as fields with their entries already in place."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefs.render.notes import Notes, joined
from briefs.render.ooxml import field, field_end, field_start, text_run

MANY = 5
"""Over so many pages an authority is cited 'passim'."""


@dataclass(frozen=True)
class Heading:
    """A heading of the document as printed, with its letter or number."""

    level: int
    label: str
    text: str
    bookmark: str


# Where a line is full the tab shrinks to nothing; hard spaces keep the page number off the text.
_GAP = text_run("\u00a0\u00a0")


def contents(headings: Sequence[Heading], pages: Mapping[str, int]) -> str:
    listed = [heading for heading in headings if heading.level <= 2]
    lines = []
    for number, heading in enumerate(listed):
        before = field_start(r'TOC \o "1-2" \h \z \u') if number == 0 else ""
        after = field_end() if number == len(listed) - 1 else ""
        lines.append(_line(f"TOC{heading.level}", before + _entry(heading, pages) + after))
    return "".join(lines) or _line("TOC1", text_run("–"))


def _entry(heading: Heading, pages: Mapping[str, int]) -> str:
    page = pages.get(heading.bookmark)
    reference = field(f"PAGEREF {heading.bookmark} \\h", text_run(str(page)))
    number = f"{_GAP}<w:r><w:tab/></w:r>{reference}" if page else ""
    return (
        f'<w:hyperlink w:anchor="{heading.bookmark}" w:history="1">{text_run(heading.label)}<w:r><w:tab/></w:r>'
        f"{text_run(heading.text)}{number}</w:hyperlink>"
    )


def authorities(notes: Notes, pages: Mapping[str, int]) -> str:
    """One field for each category; its heading stands outside, because Word's own names live in the user's Word."""
    out = []
    for category in notes.categories():
        keys = [key for key, source in notes.sources.items() if source["category"] == category]
        if keys:
            out.append(_line("TOAHeading", text_run(category)))
            out += _category(notes, sorted(keys, key=lambda k: _sorted_by(notes, k)), category, pages)
    return "".join(out) or _line("TableofAuthorities", text_run("–"))


def _sorted_by(notes: Notes, key: str) -> list[tuple[int, str]]:
    """By name, with numbers by their value: Article 3 stands before Article 13."""
    source = notes.sources[key]
    words = re.split(r"(\d+)", joined(source["name"], source["toa"]).casefold())
    return [(int(word), "") if word.isdigit() else (-1, word) for word in words]


def _category(notes: Notes, keys: list[str], category: str, pages: Mapping[str, int]) -> list[str]:
    lines = []
    for number, key in enumerate(keys):
        source = notes.sources[key]
        rest = joined("", source["toa"])
        name = text_run(source["name"], "<w:i/><w:iCs/>" if source["italic"] else "")
        found = _pages(notes, key, pages)
        tail = f"{_GAP}<w:r><w:tab/></w:r>{text_run(found)}" if found else ""
        before = field_start(f'TOA \\c "{min(notes.category(category), 16)}" \\p') if number == 0 else ""
        after = field_end() if number == len(keys) - 1 else ""
        lines.append(_line("TableofAuthorities", before + name + (text_run(rest) if rest else "") + tail + after))
    return lines


def _pages(notes: Notes, key: str, pages: Mapping[str, int]) -> str:
    found = sorted({pages[c.bookmark] for c in notes.cited if c.key == key and c.bookmark in pages})
    return "passim" if len(found) > MANY else ", ".join(map(str, found))


def _line(style: str, inner: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inner}</w:p>'
