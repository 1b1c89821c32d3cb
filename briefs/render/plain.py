"""A written filing as plain text, section by section, for forms and portals that take no Word file."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefs.render.numbering import heading_forms, number
from briefs.render.ooxml import DOCUMENT, FOOTNOTES, NS, Element, parse, q, style_of, unpack

_TOP = ("Heading1", "HeadingPlain")
_SHOWN = ("t", "tab", "br", "footnoteReference")
_SPACE = re.compile(r"[^\S\n]+")


class Section(NamedTuple):
    """What stands below one heading of the first level, with its paragraph numbers; notes stand in brackets."""

    heading: str
    text: str


def sections(docx: bytes) -> list[Section]:
    """The sections of a filing in order; what stands before the first heading belongs to none."""
    parts = unpack(docx)
    body = parse(parts[DOCUMENT]).find("w:body", NS)
    if body is None:
        return []
    notes = _notes(parse(parts[FOOTNOTES])) if FOOTNOTES in parts else {}
    forms = heading_forms(parts.get("word/numbering.xml"))
    labels = {paragraph: label for paragraph, _, label, _ in number(body, forms)}
    found: list[tuple[str, list[str]]] = []
    for block in body:
        if block.tag == q("p") and style_of(block) in _TOP:
            found.append((_text(block, {}), []))
        elif found:
            found[-1][1].extend(_lines(block, labels, notes))
    return [Section(heading, "\n".join(lines).strip()) for heading, lines in found]


def _lines(block: Element, labels: dict[Element, str], notes: dict[str, str]) -> Iterator[str]:
    if block.tag == q("tbl"):
        for row in block.findall("w:tr", NS):
            cells = [" ".join(_text(p, notes) for p in cell.iter(q("p"))) for cell in row.findall("w:tc", NS)]
            yield " | ".join(cells)
    elif block.tag == q("p"):
        text = _text(block, notes)
        if text:
            yield f"{labels[block]} {text}" if labels.get(block) else text


def _notes(root: Element) -> dict[str, str]:
    return {note.get(q("id"), ""): _text(note, {}).lstrip() for note in root.findall("w:footnote", NS)}


def _text(element: Element, notes: dict[str, str]) -> str:
    out = []
    for node in element.iter(*(q(tag) for tag in _SHOWN)):
        if node.tag == q("footnoteReference"):
            note = notes.get(node.get(q("id"), ""), "").rstrip(".")
            out.append(f" [{note}]" if note else "")
        else:
            out.append((node.text or "") if node.tag == q("t") else " " if node.tag == q("tab") else "\n")
    return _SPACE.sub(" ", "".join(out)).strip()
