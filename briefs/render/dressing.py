"""Lays a layout over a filing: styles, numbers of headings, paper, margins and tables. Text and structure stay.

The styles of the house get the layout's form under the numbering that the Word file gives them; a style of the author's
own stays as it is. Nothing here depends on the case, so a template is dressed once for each layout.
"""

from collections.abc import Iterator

from briefs.models.layout import Layout
from briefs.render.house import fonts_xml, numbering_xml
from briefs.render.layouts import TEXT_WIDTH, Measures, measures, words
from briefs.render.ooxml import NS, Element, Parts, parse, q, serialise
from briefs.render.styles import styles_xml

_NEAR = 20
"""Twentieths of a point by which a column may differ without its tables being fitted anew."""


def dressed(parts: Parts, layout: Layout, language: str) -> Parts:
    """The parts of a template that the layout replaces."""
    form = measures(layout)
    return {
        "word/styles.xml": _styles(parts["word/styles.xml"], form, words(language).tag),
        "word/fontTable.xml": fonts_xml(form),
        **({"word/numbering.xml": _numbering(parts["word/numbering.xml"], form)} if _has_lists(parts) else {}),
    }


def _has_lists(parts: Parts) -> bool:
    return "word/numbering.xml" in parts


def _styles(given: bytes, form: Measures, tag: str) -> bytes:
    old, new = parse(given), parse(styles_xml(form, tag))
    before = {_id(style): style for style in old.findall("w:style", NS)}
    for style in new.findall("w:style", NS):
        here, there = _list_of(style), _list_of(before.get(_id(style)))
        if here is not None and there is not None:
            here.set(q("val"), there.get(q("val"), ""))
    known = {_id(style) for style in new.findall("w:style", NS)}
    for identity, style in before.items():
        if identity not in known and style.get(q("default")) != "1":
            new.append(style)
    return serialise(new)


def _id(style: Element) -> str:
    return style.get(q("styleId"), "")


def _list_of(style: Element | None) -> Element | None:
    return style.find("w:pPr/w:numPr/w:numId", NS) if style is not None else None


def _numbering(given: bytes, form: Measures) -> bytes:
    """The levels that belong to a style of the house take the layout's numbers and indents; other lists stay."""
    root, ours = parse(given), {}
    for level in parse(numbering_xml(form)).iter(q("lvl")):
        ours[_style_of_level(level), level.get(q("ilvl"))] = level
    for level in list(root.iter(q("lvl"))):
        new = ours.get((_style_of_level(level), level.get(q("ilvl"))))
        if new is not None:
            level[:] = [*parse(serialise(new))]
    return serialise(root)


def _style_of_level(level: Element) -> str:
    style = level.find("w:pStyle", NS)
    return style.get(q("val"), "") if style is not None else ""


def dress_body(body: Element, layout: Layout) -> None:
    """Paper and margins of every section, and tables fitted to the column. Headers and footers keep their distance."""
    form = measures(layout)
    for section in body.iter(q("sectPr")):
        _section(section, form)
    if abs(form.text_width - TEXT_WIDTH) > _NEAR:
        for table in body.iter(q("tbl")):
            _fit(table, form.text_width)


def _section(section: Element, form: Measures) -> None:
    size, margins = section.find("w:pgSz", NS), section.find("w:pgMar", NS)
    if size is not None:
        across = size.get(q("orient")) == "landscape"
        width, height = (form.height, form.width) if across else (form.width, form.height)
        size.set(q("w"), str(width))
        size.set(q("h"), str(height))
    if margins is not None:
        for side in ("top", "bottom", "left", "right"):
            margins.set(q(side), str(getattr(form, side)))


def _fit(table: Element, width: int) -> None:
    for element in _widths(table):
        value = element.get(q("w"), "")
        if value.isdigit():
            element.set(q("w"), str(round(int(value) * width / TEXT_WIDTH)))


def _widths(table: Element) -> Iterator[Element]:
    for element in table.iter(q("tblW"), q("gridCol"), q("tcW")):
        if element.get(q("type"), "dxa") == "dxa":
            yield element
