"""What must not be torn apart by a page break, and empty places that a template leaves behind."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from briefs.render.marks import MARK
from briefs.render.numbering import NUMBERED
from briefs.render.ooxml import Element, names, parse, q, set_property, siblings, style_of, text_of
from briefs.render.story import Story, inside, outer

SMALL_TABLE = 10
"""Tables of so many rows stay on one page."""
SMALL_TEXT = 600
"""Letters beyond which even those are cut between rows: half a page left white looks like a missing page."""
LAST_ROWS = 2
"""Rows of a longer table that go over to the page of the signature."""
ROOM_TO_SIGN = "320"
"""Above a line for the hand that follows another line, in twentieths of a point."""
ONE_LINE = 60
"""Letters of a declaration such as 'Signed for the applicant:', which holds no page by itself."""
LISTED = frozenset(names("ParaA ParaI Relief Quote"))
"""Styles of the items under a paragraph."""
_BETWEEN = frozenset(names("TableGap Heading1 HeadingPlain"))

_ROW = re.compile(r"<(/?)w:(tbl|tr)(?: [^>]*)?>")
_NO_ROWS = re.compile(r"<w:tbl>(?:(?!<w:t(?:r[ >]|bl>)).)*?</w:tbl>", re.S)
_TEXT_END = "</w:t></w:r></w:p>"
_LAST = slice(-len(_TEXT_END) - 1, -len(_TEXT_END))
_WHITE = frozenset(chr(code) for code in range(0x3001) if chr(code).isspace())
_BLANK = _WHITE | {"", ">"}
_PERHAPS_COLON = _WHITE | {":", ">"}


def tidy(story: Story) -> Story:
    """Takes out numbered paragraphs left empty by a condition and tables without rows; ends cells with a paragraph."""
    doubtful = [at for at, p in enumerate(story.paragraphs) if p[_LAST] in _BLANK or not p.endswith(_TEXT_END)]
    empty = [at for at in doubtful if _is_empty(story, at)]
    if any(at in table for table in (story.tables() if empty else ()) for at in empty) or _is_irregular(story):
        return _tidied(story)
    for at in reversed(empty):
        story.remove(at)
    return story


def _is_empty(story: Story, at: int) -> bool:
    return story.style(at) in NUMBERED and not story.text(at).strip()


def _is_irregular(story: Story) -> bool:
    """Whether a cell may not end with a paragraph, or a table have no row; the tree then tells."""
    between = "|".join((story.before, *set(story.after)))
    ended = between.count("|</w:tc>") + between.count("|\n</w:tc>")
    return "<w:tc/>" in between or between.count("</w:tc>") != ended or _NO_ROWS.search(between) is not None


def _tidied(story: Story) -> Story:
    """The same on the tree, for the rare body in which a table lost a row or a cell its last paragraph."""
    root = parse(story.xml())
    for paragraph in list(root.iter(q("p"))):
        if style_of(paragraph) in NUMBERED and not text_of(paragraph).strip():
            paragraph.getparent().remove(paragraph)
    for table in list(root.iter(q("tbl"))):
        parent = table.getparent()
        if parent is not None and next(table.iterchildren(q("tr")), None) is None:
            parent.remove(table)
    for cell in root.iter(q("tc")):
        if len(cell) == 0 or cell[-1].tag != q("p"):
            cell.append(etree.Element(q("p")))
    return Story.of(root)


def lift_notes(story: Story, note_marks: set[int]) -> None:
    """A paragraph of drafting notes only would leave a hole in the filing: its notes move to the paragraph after it."""
    at = 0
    while at < len(story.paragraphs) and note_marks:
        target = at + 1 if at + 1 < len(story.paragraphs) else at - 1
        if target < 0 or not _is_notes_only(story, at, note_marks) or _is_alone_in_its_cell(story, at):
            at += 1
            continue
        start, inner, end = inside(story.paragraphs[target])
        runs = "".join(outer(run) for element in story.elements(at) for run in element.iterchildren(q("r")))
        story.paragraphs[target] = start + runs + inner + end
        story.remove(at)


def _is_notes_only(story: Story, at: int, note_marks: set[int]) -> bool:
    text = "" if story.paragraphs[at].isascii() else story.text(at).strip()
    found = MARK.findall(text)
    return bool(found) and not MARK.sub("", text).strip() and all(int(n) in note_marks for n in found)


def _is_alone_in_its_cell(story: Story, at: int) -> bool:
    return "<w:tc>" in story.ahead(at) and "</w:tc>" in story.after[at]


def keep_together(story: Story) -> None:
    """A lead-in stays with its list, a small table on one page, a signature with the last words of the text."""
    tables = story.tables()
    styles = {at: story.style(at) for at in _outside(tables, len(story.paragraphs))}
    for at, name in styles.items():
        # Before a list of its own a paragraph is nothing alone, whatever mark it ends with.
        heads_a_list = name == "Para" and styles.get(at + 1) in LISTED and not story.after[at].strip()
        if heads_a_list or _leads_on(story, at):
            _set(story, at, "keepNext")
        if name == "Signature":
            _signature(story, at)
    for table in tables:
        _keep_rows(story, table)
    _no_empty_last_page(story)


def _leads_on(story: Story, at: int) -> bool:
    """Whether a paragraph ends with a colon, or holds words and stands before a table."""
    paragraph, between = story.paragraphs[at], story.after[at]
    end = paragraph.rfind("</w:t>")
    if end > 0 and paragraph[end - 1] in _PERHAPS_COLON and story.text(at).rstrip().endswith(":"):
        return True
    return between != "" and between.lstrip().startswith("<w:tbl") and bool(story.text(at).strip())


def _no_empty_last_page(story: Story) -> None:
    """Word wants a paragraph after a table. As the last of a document it takes no room, or it makes an empty page."""
    at = len(story.paragraphs) - 1
    if at > 0 and story.ahead(at).rstrip().endswith("</w:tbl>") and story.style(at) == "TableGap":
        _set(story, at, "spacing", before="0", after="0", line="20", lineRule="exact")


def _outside(tables: list[range], count: int) -> Iterator[int]:
    at = 0
    for table in tables:
        yield from range(at, table.start)
        at = table.stop
    yield from range(at, count)


def _keep_rows(story: Story, table: range) -> None:
    """The paragraphs of every row but the last of a table that has few rows of its own and little text."""
    depth, rows, letters, held = 0, 0, 0, []
    for at in table:
        between = story.ahead(at)
        own = between.rfind("</w:tbl>") + 1 if at == table.start else 0
        for close, kind in _ROW.findall(between, own) if "<w:tr" in between or "w:tbl>" in between else ():
            depth += 0 if kind == "tr" else -1 if close else 1
            rows += kind == "tr" and not close and depth == 1
        letters += len(story.text(at))
        if rows > SMALL_TABLE or letters > SMALL_TEXT:
            return
        held.append((rows, at))
    for row, at in held:
        if row < rows:
            _set(story, at, "keepNext")


def _signature(story: Story, at: int) -> None:
    before, after = _neighbour(story, at, -1), _neighbour(story, at, 1)
    if before is not None and story.style(before) != "Signature":
        _set(story, before, "keepNext")
        if story.style(before) == "BlockNote":
            _with_words_above(story, before)
        _set(story, at, "spacing", before="360", after="40", line="264", lineRule="auto")
        _hold_to_table(story, at)
    elif "____" in story.text(at):
        _set(story, at, "spacing", before=ROOM_TO_SIGN, after="40", line="264", lineRule="auto")
    if after is None or story.style(after) != "Signature":
        _set(story, at, "keepNext", val="0")


def _hold_to_table(story: Story, signature: int) -> None:
    """Where only headings and one-line declarations part a signature from a table, the last rows go with it: a page
    with nothing but a signature could be put under anything. LibreOffice heeds it only where every row is kept."""
    at = signature - 1
    while at >= 0 and "</w:tbl>" not in story.after[at]:
        if story.style(at) not in _BETWEEN and len(story.text(at)) > ONE_LINE:
            return
        at -= 1
    rows, held = 0, list(range(at + 1, signature))
    while at >= 0 and rows < LAST_ROWS and "<w:tbl>" not in story.after[at]:
        held.append(at)
        rows += "<w:tr>" in story.ahead(at) or "<w:tr " in story.ahead(at)
        at -= 1
    for one in held if rows else ():
        _set(story, one, "keepNext")


def _with_words_above(story: Story, note: int) -> None:
    """A note between text and signature (that an interpreter read it out): nobody signs a page without its words."""
    above = _neighbour(story, note, -1)
    if above is not None:
        _set(story, above, "keepNext")
        _set(story, above, "keepLines")


def _neighbour(story: Story, at: int, step: int) -> int | None:
    """The paragraph before or after, where nothing stands between."""
    between, other = story.ahead(at) if step < 0 else story.after[at], at + step
    return other if 0 <= other < len(story.paragraphs) and not between.strip() else None


def _set(story: Story, at: int, tag: str, **attributes: str) -> None:
    start, inner, end = inside(story.paragraphs[at])
    story.paragraphs[at] = _with(start, tag, tuple(attributes.items())) + inner + end


@lru_cache(maxsize=512)
def _with(start: str, tag: str, attributes: tuple[tuple[str, str], ...]) -> str:
    """The opening of a paragraph with one property more, at the place that the schema wants."""
    paragraph: Element = siblings(f"{start}</w:p>")[0]
    set_property(paragraph, tag, dict(attributes))
    return outer(paragraph)[: -len("</w:p>")]
