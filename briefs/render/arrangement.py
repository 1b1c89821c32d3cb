"""What must not be torn apart by a page break, and empty places that a template leaves behind."""

from lxml import etree

from briefs.render.marks import MARK
from briefs.render.numbering import NUMBERED
from briefs.render.ooxml import NS, Element, names, q, set_property, style_of, text_of

SMALL_TABLE = 10
"""Tables of so many rows stay on one page."""
LAST_ROWS = 2
"""Rows of a longer table that go over to the page of the signature."""
ONE_LINE = 60
"""Letters of a declaration such as 'Signed for the applicant:', which holds no page by itself."""
LISTED = names("ParaA ParaI Relief Quote")
"""Styles of the items under a paragraph."""


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
    """A lead-in stays with its list or table, a small table on one page, a signature with the last words of the text."""
    blocks = list(body)
    for before, block, after in zip([None, *blocks[:-1]], blocks, [*blocks[1:], None], strict=True):
        if block.tag == q("tbl"):
            _keep_rows(block)
        elif block.tag == q("p"):
            if text_of(block).rstrip().endswith(":") or _leads_in(block, after):
                set_property(block, "keepNext")
            if style_of(block) == "Signature":
                _signature(before, block, after)
    for at, block in enumerate(blocks):
        if style_of(block) == "Signature" and at and style_of(blocks[at - 1]) != "Signature":
            _hold_to_table(blocks[:at])


def _leads_in(block: Element, after: Element | None) -> bool:
    """A paragraph before a table or before a list of its own is nothing alone, whatever mark it ends with."""
    if after is None:
        return False
    if after.tag == q("tbl"):
        return True
    return style_of(block) == "Para" and after.tag == q("p") and style_of(after) in LISTED


def _hold_to_table(before: list[Element]) -> None:
    """Where only headings and one-line declarations part a signature from a table, the last rows go with it: a page
    with nothing but a signature could be put under anything."""
    for block in reversed(before):
        if block.tag == q("tbl"):
            for row in block.findall("w:tr", NS)[1:][-LAST_ROWS:]:
                for paragraph in row.iter(q("p")):
                    set_property(paragraph, "keepNext")
            return
        if block.tag != q("p") or not _short(block):
            return
        set_property(block, "keepNext")


def _short(block: Element) -> bool:
    return style_of(block) in {"TableGap", "Heading1", "HeadingPlain"} or len(text_of(block)) <= ONE_LINE


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
