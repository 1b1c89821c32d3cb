"""The gate every template and fragment passes before it is rendered: refused with all reasons, or clean."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from briefs.errors import Problem, TemplateError
from briefs.render import clean, pictures, tags
from briefs.render.data import UNFIT
from briefs.render.fieldcodes import field_problems
from briefs.render.ooxml import FOOTNOTES, NS, Element, Parts, R, names, q, serialise, text_of
from briefs.render.package_gate import Refused, package_problems, read, xml_roots

STORY = re.compile(r"word/(document|footnotes|header\d*|footer\d*)\.xml")
HOUSE = ("word/styles.xml", "word/numbering.xml", "word/fontTable.xml")
KEPT = re.compile(
    r"word/(document|footnotes|styles|numbering|fontTable|header\d*|footer\d*)\.xml|word/theme/theme\d*\.xml|"
    r"word/_rels/(document|header\d*|footer\d*)\.xml\.rels|word/media/[\w.-]+\.([pP][nN][gG]|[jJ][pP][eE]?[gG])"
)
NEVER = names(
    "object control altChunk subDoc ocx pict endnoteReference frameset attachedTemplate mailMerge txbxContent"
)
_BRACES = re.compile(r"\{[{%#_]|[}%#_]\}")
_BLOCKS = {q(tag) for tag in names("p tbl sectPr bookmarkStart bookmarkEnd")}
_CHILDREN = {
    q("body"): _BLOCKS,
    q("hdr"): _BLOCKS,
    q("ftr"): _BLOCKS,
    q("footnote"): _BLOCKS,
    q("tc"): _BLOCKS | {q("tcPr")},
    q("tr"): {q(tag) for tag in names("tblPrEx trPr tc bookmarkStart bookmarkEnd")},
    q("tbl"): {q(tag) for tag in names("tblPr tblGrid tr bookmarkStart bookmarkEnd")},
    q("p"): {q(tag) for tag in names("pPr r hyperlink fldSimple bookmarkStart bookmarkEnd dir bdo")},
}
_FIRST = {q("p"): q("pPr"), q("r"): q("rPr"), q("tc"): q("tcPr")}


class Clean(NamedTuple):
    """A template that passed. `parts` holds only parts that may go on; every tag stands in one run."""

    where: str
    parts: Parts
    tags: tuple[str, ...]


def check(data: bytes, where: str, fragment: bool = False) -> Clean:
    """Raises TemplateError with every reason: the part, the paragraph, the tag, and why."""
    try:
        parts = read(data, where)
        roots = xml_roots(parts, where)
        problems = list(package_problems(parts, roots, where))
        if "word/styles.xml" not in roots:
            problems.append(Problem(where, "has no styles.", "Numbers and layout live in the styles of the house."))
        if not problems:
            problems = list(_content_problems(parts, roots, where, fragment))
    except Refused as refusal:
        raise TemplateError(refusal.problem) from refusal
    except RecursionError as error:
        raise TemplateError(Problem(where, "nested too deeply.")) from error
    if problems:
        raise TemplateError(problems)
    found = tuple(_merge(roots))
    return Clean(where, {name: _written(name, parts, roots) for name in parts if KEPT.fullmatch(name)}, found)


def _written(name: str, parts: Parts, roots: dict[str, Element]) -> bytes:
    if name.lower().endswith((".png", ".jpg", ".jpeg")):
        return pictures.bare(parts[name])[0]
    if not STORY.fullmatch(name) and name not in HOUSE:
        return parts[name]
    etree.cleanup_namespaces(roots[name], keep_ns_prefixes=["w", "r"])
    return serialise(roots[name])


def _content_problems(parts: Parts, roots: dict[str, Element], where: str, fragment: bool) -> Iterator[Problem]:
    stories = [name for name in roots if STORY.fullmatch(name)]
    hidden = clean.hidden_styles(roots.get("word/styles.xml"))
    for name, root in roots.items():
        if _may_hold_tags(parts[name]):
            yield from _stray_tags(root, hidden, f"{where}: {name}", filled=name in stories)
        yield from _unseen(root, f"{where}: {name}")
    for name in stories:
        yield from _active(roots[name], f"{where}: {name}")
        clean.strip(roots[name], hidden)
        yield from _foreign(roots[name], f"{where}: {name}")
        yield from _shape(roots[name], f"{where}: {name}")
    for name in (name for name in HOUSE if name in roots):
        clean.strip(roots[name])
        yield from _foreign(roots[name], f"{where}: {name}")
    yield from _pictures(parts, where)
    yield from _references(parts, roots, where, fragment)
    yield from _orphans(roots, where)
    yield from _settings(roots, where)
    yield from _tag_problems({name: roots[name] for name in stories}, where)


def _settings(roots: dict[str, Element], where: str) -> Iterator[Problem]:
    settings = roots.get("word/settings.xml")
    if settings is not None and settings.find("w:updateFields", NS) is not None:
        yield Problem(
            where, "asks Word to refresh fields at opening.", fix="Word: remove updateFields from the settings."
        )
    for name in ("word/webSettings.xml", "word/settings.xml"):
        if name in roots and roots[name].find(".//w:frameset", NS) is not None:
            yield Problem(where, f"{name}: a frameset.")


def _may_hold_tags(part: bytes) -> bool:
    """A brace, or a character written as its number, which may be one."""
    return any(sign in part for sign in (b"{", b"}", b"&#"))


def _stray_tags(root: Element, hidden: frozenset[str], where: str, filled: bool) -> Iterator[Problem]:
    """Tags in attributes, field codes, hidden text, properties and parts that are never filled."""
    for element in root.iter(etree.Element):
        if any(_BRACES.search(value) for value in element.attrib.values()):
            yield Problem(where, "a tag in an attribute (alternative text, a link).", fix="Keep tags in the text.")
        if element.tag == q("r") and clean.is_hidden(element, hidden) and _BRACES.search(text_of(element)):
            yield Problem(where, "a tag in hidden text.", "It would print what nobody sees.")
        if element.tag in (q("instrText"), q("delText"), q("delInstrText")) and re.search(r"[{}]", element.text or ""):
            yield Problem(where, "a tag in a field code or in deleted text.")
    if not filled:
        paragraphs = list(root.iter(q("p"))) or [root]
        if any(_BRACES.search("".join(paragraph.itertext())) for paragraph in paragraphs):
            yield Problem(where, "tags are not filled in this part.", fix="Move the text into the body.")


def _unseen(root: Element, where: str) -> Iterator[Problem]:
    """Characters that do not show, reorder the text, or that the renderer uses for itself."""
    for node in root.iter(q("t"), q("instrText"), q("delText")):
        text = node.text or ""
        bad = None if text.isascii() and text.isprintable() else UNFIT.search(text)
        if bad is not None:
            yield Problem(
                where, f"holds the character U+{ord(bad[0]):04X}, which does not show.", fix="Delete it in Word."
            )
            return


def _pictures(parts: Parts, where: str) -> Iterator[Problem]:
    for name in parts:
        if name.startswith("word/media/") and KEPT.fullmatch(name) and not pictures.sound(parts[name]):
            yield Problem(where, f"{name} is not the picture that its name says.", fix="Insert a .png or .jpg picture.")


def _active(root: Element, where: str) -> Iterator[Problem]:
    for tag in NEVER:
        if next(root.iter(q(tag)), None) is not None:
            yield Problem(where, f"contains w:{tag}.", "Text boxes, embedded objects and endnotes are refused.")
    yield from field_problems(root, where)


def _foreign(root: Element, where: str) -> Iterator[Problem]:
    for element in root.iter(etree.Element):
        if etree.QName(element).namespace not in clean.KNOWN:
            name = etree.QName(element).localname
            yield Problem(
                where, f"contains {name}.", "Drawings other than a picture are refused.", "Remove it in Word."
            )
            return


def _shape(root: Element, where: str) -> Iterator[Problem]:
    """The order of elements without which Word calls a file corrupt."""
    for element in root.iter(*_CHILDREN, q("r")):
        children = [child for child in element if isinstance(child.tag, str)]
        allowed = _CHILDREN.get(element.tag)
        if allowed is not None and any(child.tag not in allowed for child in children):
            strange = next(etree.QName(c).localname for c in children if c.tag not in allowed)
            yield Problem(where, f"{strange} stands directly in {etree.QName(element).localname}.", "Word refuses it.")
        first = _FIRST.get(element.tag)
        if first is not None and any(child.tag == first for child in children[1:]):
            yield Problem(where, f"{etree.QName(first).localname} is not first in its element.", "Word refuses it.")
        if element.tag == q("tc") and (not children or children[-1].tag != q("p")):
            yield Problem(where, "a table cell does not end with a paragraph.", "Word calls such a file corrupt.")


def _references(parts: Parts, roots: dict[str, Element], where: str, fragment: bool) -> Iterator[Problem]:
    notes = {n.get(q("id")) for n in roots[FOOTNOTES].iter(q("footnote"))} if FOOTNOTES in roots else set()
    for name in (n for n in roots if STORY.fullmatch(n)):
        folder, _, file = name.rpartition("/")
        rels = roots.get(f"{folder}/_rels/{file}.rels")
        known = {entry.get("Id"): entry for entry in rels} if rels is not None else {}
        for element in roots[name].iter(etree.Element):
            yield from _relationship_use(element, known, f"{where}: {name}", fragment)
        for reference in roots[name].iter(q("footnoteReference")):
            if reference.get(q("id")) not in notes:
                yield Problem(f"{where}: {name}", f"footnote {reference.get(q('id'))} is not in the file.")


def _orphans(roots: dict[str, Element], where: str) -> Iterator[Problem]:
    """A note that nothing refers to is left out; tags in it would be lost unseen."""
    used = {r.get(q("id")) for n in roots if STORY.fullmatch(n) for r in roots[n].iter(q("footnoteReference"))}
    for note in roots[FOOTNOTES].iter(q("footnote")) if FOOTNOTES in roots else ():
        if note.get(q("id")) not in used and "{" in text_of(note):
            yield Problem(f"{where}: {FOOTNOTES}", "tags in a footnote that nothing refers to.", fix="Delete the note.")


def _relationship_use(element: Element, known: dict, where: str, fragment: bool) -> Iterator[Problem]:
    local = etree.QName(element).localname
    for attribute, value in element.attrib.items():
        if not attribute.startswith(f"{{{R}}}"):
            continue
        if value not in known:
            yield Problem(where, f"{local} uses relationship {value}, which is not there.")
        elif fragment and local not in ("headerReference", "footerReference"):
            yield Problem(
                where, f"{local}: links and pictures are not allowed in a fragment.", fix="Write the address out."
            )
        elif attribute == f"{{{R}}}link":
            yield Problem(where, "a linked picture.", "Opening the file would fetch it.", "Insert the picture itself.")
        elif local == "blip" and not re.search(r"\.(png|jpe?g)$", known[value].get("Target", ""), re.I):
            yield Problem(where, f"picture {known[value].get('Target')!r}.", fix="Use a .png or .jpg picture.")


def _tag_problems(stories: dict[str, Element], where: str) -> Iterator[Problem]:
    count = 0
    for name, root in stories.items():
        nesting = tags.Nesting()
        for number, paragraph in enumerate(root.iter(q("p")), start=1):
            text = "".join(node.text or "" for node in tags.nodes_of(paragraph))
            if "{" not in text and "}" not in text:
                continue
            place = f"{where}: {name}, paragraph {number}"
            found, problems = tags.find(text, place)
            count += len(found)
            yield from problems
            yield from tags.problems_of(paragraph, text, found, place)
            yield from filter(None, (nesting.take(paragraph, tag, place) for tag in found))
        yield from nesting.left()
    if count > tags.MAX_TAGS:
        yield Problem(where, f"{count} tags; at most {tags.MAX_TAGS} are read.")


def _merge(roots: dict[str, Element]) -> Iterator[str]:
    for name, root in roots.items():
        if STORY.fullmatch(name):
            for paragraph in root.iter(q("p")):
                text = "".join(node.text or "" for node in tags.nodes_of(paragraph))
                found = tags.find(text, name)[0] if "{" in text else []
                tags.merge(paragraph, found)
                yield from (tag.text for tag in found)
