"""What must not be torn apart by a page break, and empty places that a template leaves behind."""

from itertools import pairwise

from lxml import etree

from briefs.render.marks import MARK
from briefs.render.numbering import NUMBERED
from briefs.render.ooxml import NS, Element, q, set_property, style_of, text_of

SMALL_TABLE = 10
"""Tables of so many rows stay on one page."""


def tidy(body: Element) -> None:
    """Takes out numbered paragraphs left empty by a condition and tables without rows; ends cells with a paragraph."""
    for paragraph in list(body.iter(q("p"))):
        parent = paragraph.getparent()
        if parent is not None and style_of(paragraph) in NUMBERED and not text_of(paragraph).strip():
            parent.remove(paragraph)
    for table in list(body.iter(q("tbl"))):
        parent = table.getparent()
        if parent is not None and table.find("w:tr", NS) is None:
            parent.remove(table)
    for cell in body.iter(q("tc")):
        if len(cell) == 0 or cell[-1].tag != q("p"):
            cell.append(etree.Element(q("p")))


def lift_notes(body: Element, note_marks: set[int]) -> None:
    """A paragraph of drafting notes only would leave a hole in the filing: its notes move to the paragraph after it."""
    paragraphs = list(body.iter(q("p")))
    for paragraph, following in zip(paragraphs, [*paragraphs[1:], None], strict=True):
        text = text_of(paragraph).strip()
        found = [] if text.isascii() else MARK.findall(text)
        if not found or MARK.sub("", text).strip() or not all(int(n) in note_marks for n in found):
            continue
        target = following if following is not None else _before(paragraphs, paragraph)
        parent = paragraph.getparent()
        if target is None or parent is None or (parent.tag == q("tc") and len(parent.findall("w:p", NS)) == 1):
            continue
        at = 1 if target.find("w:pPr", NS) is not None else 0
        for run in reversed(paragraph.findall("w:r", NS)):
            target.insert(at, run)
        parent.remove(paragraph)


def _before(paragraphs: list[Element], paragraph: Element) -> Element | None:
    at = paragraphs.index(paragraph)
    return paragraphs[at - 1] if at else None


def keep_together(body: Element) -> None:
    """A lead-in stays with its list, a small table on one page, a signature with the last words of the text."""
    blocks = list(body)
    for before, block, after in zip([None, *blocks[:-1]], blocks, [*blocks[1:], None], strict=True):
        if block.tag == q("tbl"):
            _keep_rows(block)
            if before is not None and before.tag == q("p") and text_of(before).strip():
                set_property(before, "keepNext")
        elif block.tag == q("p"):
            if text_of(block).rstrip().endswith(":"):
                set_property(block, "keepNext")
            if style_of(block) == "Signature":
                _signature(before, block, after)
    for note, signature in pairwise(blocks):
        if _style(signature) == "Signature" and _style(note) == "BlockNote":
            _with_words_above(note)
    _no_empty_last_page(blocks)


def _style(block: Element) -> str:
    return style_of(block) if block.tag == q("p") else ""


def _with_words_above(note: Element) -> None:
    """A note between text and signature (that an interpreter read it out): nobody signs a page without its words."""
    above = note.getprevious()
    if above is not None and _style(above) not in {"", "Signature"}:
        set_property(above, "keepNext")
        set_property(above, "keepLines")


def _no_empty_last_page(blocks: list[Element]) -> None:
    """Word wants a paragraph after a table. As the last of a document it takes no room, or it makes an empty page."""
    ends = [block for block in blocks if block.tag != q("sectPr")][-2:]
    if len(ends) == 2 and ends[0].tag == q("tbl") and _style(ends[1]) == "TableGap" and not text_of(ends[1]).strip():
        set_property(ends[1], "spacing", {"before": "0", "after": "0", "line": "20", "lineRule": "exact"})


def _keep_rows(table: Element) -> None:
    rows = table.findall("w:tr", NS)
    if len(rows) <= SMALL_TABLE:
        for row in rows[:-1]:
            for paragraph in row.iter(q("p")):
                set_property(paragraph, "keepNext")


def _signature(before: Element | None, block: Element, after: Element | None) -> None:
    if before is not None and before.tag == q("p") and style_of(before) != "Signature":
        set_property(before, "keepNext")
        set_property(block, "spacing", {"before": "360", "after": "40", "line": "264", "lineRule": "auto"})
    if after is None or after.tag != q("p") or style_of(after) != "Signature":
        set_property(block, "keepNext", {"val": "0"})
