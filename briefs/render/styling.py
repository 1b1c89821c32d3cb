"""Brings a template's style ids back to those of the house: a French Word saves Heading1 as Titre1, its name stays."""

import copy
from collections.abc import Iterator

from briefs.errors import Problem
from briefs.render.gate import STORY
from briefs.render.house import base_parts
from briefs.render.ooxml import NS, Element, Parts, names, parse, q, serialise

NEEDED = names(
    "FootnoteText FootnoteReference CommentText CommentReference PlaceholderText TOC1 TOC2 TableofAuthorities "
    "TOAHeading DraftBanner Header Footer"
)
"""Styles that the renderer itself writes; added where a template has lost them."""

_USES = tuple(map(q, names("pStyle rStyle tblStyle basedOn next link styleLink numStyleLink")))


def house_ids(parts: Parts) -> Parts:
    """The same parts with the ids of the house in styles, numbering and text."""
    styles, house = parse(parts["word/styles.xml"]), parse(base_parts()["word/styles.xml"])
    wanted = {name: style.get(q("styleId"), "") for name, style in _by_name(house).items()}
    changed = {style.get(q("styleId"), ""): wanted[name] for name, style in _by_name(styles).items() if name in wanted}
    for style in styles.findall("w:style", NS):
        identity = style.get(q("styleId"), "")
        style.set(q("styleId"), changed.get(identity, identity))
    _add_needed(styles, house)
    out = dict(parts)
    out["word/styles.xml"] = _renamed(styles, changed)
    for name in parts:
        if name == "word/numbering.xml" or STORY.fullmatch(name):
            out[name] = _renamed(parse(parts[name]), changed)
    return out


def undefined_styles(parts: Parts, where: str) -> Iterator[Problem]:
    """Styles that the text uses and the file does not define: Word shows such text as Normal, without a word."""
    defined = {style.get(q("styleId")) for style in parse(parts["word/styles.xml"]).iter(q("style"))}
    for name in sorted(name for name in parts if STORY.fullmatch(name)):
        used = {e.get(q("val"), "") for e in parse(parts[name]).iter(*map(q, names("pStyle rStyle tblStyle")))}
        for style in sorted(used - defined):
            yield Problem(f"{where}: {name}", f"style {style!r} is not defined.", "Word shows the text as Normal.")


def _by_name(styles: Element) -> dict[str, Element]:
    found = {}
    for style in styles.findall("w:style", NS):
        name = style.find("w:name", NS)
        if name is not None:
            found[name.get(q("val"), "").lower()] = style
    return found


def _add_needed(styles: Element, house: Element) -> None:
    there = {style.get(q("styleId")) for style in styles.findall("w:style", NS)}
    for style in house.findall("w:style", NS):
        if style.get(q("styleId")) in NEEDED and style.get(q("styleId")) not in there:
            styles.append(copy.deepcopy(style))


def _renamed(root: Element, changed: dict[str, str]) -> bytes:
    for use in root.iter(*_USES):
        value = use.get(q("val"), "")
        use.set(q("val"), changed.get(value, value))
    return serialise(root)
