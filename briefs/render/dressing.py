"""Lays a layout over a filing: styles, numbers of headings, paper, margins and tables. Text and structure stay.

The styles of the house get the layout's form under the numbering that the Word file gives them; a style of the author's
own stays as it is. Nothing here depends on the case, so a template is dressed once for each layout.
"""

import re

from briefs.models.layout import Layout
from briefs.render.house import fonts_xml, numbering_xml
from briefs.render.layouts import TEXT_WIDTH, Measures, measures, words
from briefs.render.ooxml import NS, Element, Parts, parse, q, serialise, siblings
from briefs.render.story import outer
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


def dress_body(xml: str, layout: Layout) -> str:
    """Paper and margins of every section, and tables fitted to the column. Headers and footers keep their distance."""
    form = measures(layout)
    xml = _SECTION.sub(lambda found: _set_section(found[0], form), xml)
    if abs(form.text_width - TEXT_WIDTH) > _NEAR:
        xml = _WIDTH.sub(lambda found: _fitted(found[0], form.text_width), xml)
    return xml


_SECTION = re.compile(r"<w:sectPr[ >].*?</w:sectPr>", re.S)
_WIDTH = re.compile(r"<w:(?:tblW|gridCol|tcW) [^>]*>")
_NUMBER = re.compile(r'( w:w=")(\d+)"')


def _set_section(xml: str, form: Measures) -> str:
    section = siblings(xml)[0]
    size, margins = section.find("w:pgSz", NS), section.find("w:pgMar", NS)
    if size is not None:
        across = size.get(q("orient")) == "landscape"
        width, height = (form.height, form.width) if across else (form.width, form.height)
        size.set(q("w"), str(width))
        size.set(q("h"), str(height))
    if margins is not None:
        for side in ("top", "bottom", "left", "right"):
            margins.set(q(side), str(getattr(form, side)))
    return outer(section)


def _fitted(element: str, width: int) -> str:
    """A width in twentieths of a point; shares of the page and automatic widths fit themselves."""
    if ' w:type="' in element and ' w:type="dxa"' not in element:
        return element
    return _NUMBER.sub(lambda found: f'{found[1]}{round(int(found[2]) * width / TEXT_WIDTH)}"', element)
