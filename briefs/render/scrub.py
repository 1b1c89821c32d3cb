"""Takes out of any Word file what its author did not mean to send: names, times, comments, deleted and hidden text.

Rule: the package is built anew from a list of parts that carry the visible text; nothing else travels. A file with
programs or embedded files is refused, for those carry data of their own that cannot be cleaned here.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from briefs.errors import Problem, TemplateError
from briefs.render import clean, pictures, validate
from briefs.render.fieldcodes import FIELDS, unlink
from briefs.render.house import OFFICE, TYPE_OF, WML, app_xml, core_xml, package_relationships
from briefs.render.ooxml import (
    CONTENT_TYPES,
    RELS,
    Element,
    Parts,
    content_types,
    names,
    pack,
    q,
    relationships,
    serialise,
)
from briefs.render.package_gate import Refused, package_problems, read, xml_roots
from briefs.render.unforeseen import refused_if_it_stumbles

_STORY = re.compile(r"word/(document|footnotes|endnotes|header\d*|footer\d*)\.xml")
_TEXT = re.compile(r"word/(document|footnotes|endnotes|header\d*|footer\d*|styles|numbering|fontTable|settings)\.xml")
_MEDIA = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif"}
_DRAWN = {"emf": "image/x-emf", "wmf": "image/x-wmf"}
_KEPT_KINDS = set(
    names("styles numbering settings fontTable theme footnotes endnotes header footer image hyperlink officeDocument")
)
_SETTINGS = set(
    names(
        "zoom mirrorMargins gutterAtTop bordersDoNotSurroundHeader bordersDoNotSurroundFooter displayBackgroundShape "
        "evenAndOddHeaders defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps "
        "characterSpacingControl noLineBreaksAfter noLineBreaksBefore footnotePr endnotePr compat themeFontLang "
        "clrSchemeMapping decimalSymbol listSeparator"
    )
)
_COUNTED = (
    ("tracked insertions, accepted", "ins moveTo"),
    ("tracked deletions, taken out with their text", "del moveFrom"),
    ("tracked changes of format", "rPrChange pPrChange sectPrChange tblPrChange trPrChange tcPrChange"),
    ("places marked for a comment", "commentReference"),
    ("hidden passages", "vanish specVanish"),
    ("content controls, their text kept", "sdt"),
    ("document variables", "docVar"),
    ("template of the author", "attachedTemplate"),
    ("mail merge", "mailMerge"),
)
_PARTS = (
    ("comments", r"word/comments\w*\.xml"),
    ("list of people", r"word/people\.xml"),
    ("properties of author, company and times", r"docProps/(core|app|custom)\.xml"),
    ("preview picture", r"docProps/thumbnail\.\w+"),
    ("hidden data (custom XML)", r"customXml/.*"),
    ("settings of a printer", r"word/printerSettings/.*"),
    ("building blocks", r"word/glossary/.*"),
    ("web settings", r"word/webSettings\.xml"),
)


@dataclass(frozen=True)
class Scrubbed:
    """The clean file, what was taken out with its number, and what was left though it may tell something."""

    data: bytes
    removed: dict[str, int]
    left: tuple[str, ...]


def scrub(data: bytes, where: str) -> Scrubbed:
    """Raises TemplateError with every reason where the file is not sound or carries programs."""
    with refused_if_it_stumbles(where):
        return _scrubbed(data, where)


def _scrubbed(data: bytes, where: str) -> Scrubbed:
    try:
        parts = read(data, where)
        roots = xml_roots(parts, where)
        problems = list(package_problems(parts, roots, where))
    except Refused as refusal:
        raise TemplateError(refusal.problem) from refusal
    if problems:
        raise TemplateError(problems)
    removed: Counter[str] = Counter()
    _count(parts, roots, removed)
    hidden = clean.hidden_styles(roots.get("word/styles.xml"))
    out = {name: _bare_part(name, roots[name], hidden, removed) for name in parts if _TEXT.fullmatch(name)}
    out |= {name: parts[name] for name in parts if re.fullmatch(r"word/theme/theme\d*\.xml", name)}
    left = tuple(_media(parts, out, removed, where))
    out = _assembled(parts, roots, out)
    made = pack(out)
    if found := validate.traces(made):
        raise TemplateError(found)
    return Scrubbed(made, dict(removed), left)


def _count(parts: Parts, roots: dict[str, Element], removed: Counter[str]) -> None:
    for label, pattern in _PARTS:
        for name in parts:
            if re.fullmatch(pattern, name) and parts[name] not in (app_xml(), core_xml("", "")):
                removed[label] += 1
    for name, root in roots.items():
        if not _TEXT.fullmatch(name):
            continue
        for label, tags in _COUNTED:
            removed[label] += sum(1 for _ in root.iter(*map(q, names(tags))))
        removed["marks of editing sessions (rsid)"] += sum(
            1 for e in root.iter(etree.Element) for a in e.attrib if a.startswith(q("rsid"))
        ) + sum(1 for _ in root.iter(q("rsid")))
    for label in [label for label, number in removed.items() if not number]:
        del removed[label]


def _bare_part(name: str, root: Element, hidden: frozenset[str], removed: Counter[str]) -> bytes:
    if name == "word/settings.xml":
        for child in list(root):
            if not isinstance(child.tag, str) or child.tag not in set(map(q, _SETTINGS)):
                root.remove(child)
    if _STORY.fullmatch(name):
        for keyword in unlink(root, FIELDS):
            removed[f"fields {keyword}"] += 1
        if number := clean.rename_pictures(root):
            removed["names and paths of pictures"] += number
    for number, mark in enumerate(root.iter(q("nsid")), start=1):
        mark.set(q("val"), f"{number:08X}")
    for mark in list(root.iter(q("tmpl"))):
        mark.getparent().remove(mark)
    clean.strip(root, hidden)
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])
    return serialise(root)


def _media(parts: Parts, out: Parts, removed: Counter[str], where: str) -> Iterator[str]:
    for name in (n for n in parts if n.startswith("word/media/")):
        ending = name.rsplit(".", 1)[-1].lower()
        if ending in ("png", "jpg", "jpeg"):
            try:
                out[name], dropped = pictures.bare(parts[name])
            except pictures.BadPicture:
                raise TemplateError(Problem(where, f"{name} is not the picture that its name says.")) from None
            for block in dropped:
                removed[f"{block} of a picture"] += 1
        elif ending in {**_MEDIA, **_DRAWN}:
            out[name] = parts[name]
            yield f"{name}: pictures of this kind can hold names; it was left as it is."
        else:
            raise TemplateError(Problem(where, f"{name}: this kind of picture cannot be cleaned.", fix="Take it out."))


def _assembled(parts: Parts, roots: dict[str, Element], out: Parts) -> Parts:
    """Properties, relationships and content types written anew."""
    made = dict(out)
    made["docProps/core.xml"], made["docProps/app.xml"] = core_xml("", ""), app_xml()
    for name in parts:
        owner = re.fullmatch(r"word/_rels/(.+)\.rels", name)
        if owner and f"word/{owner[1]}" in out:
            made[name] = _relations(roots[name], out)
    made["_rels/.rels"] = package_relationships()
    overrides = [(name, kind) for name in sorted(made) if (kind := _type(name))]
    endings = sorted({name.rsplit(".", 1)[-1].lower() for name in made if name.startswith("word/media/")})
    made[CONTENT_TYPES] = content_types(overrides, [(e, {**_MEDIA, **_DRAWN}[e]) for e in endings])
    return made


def _relations(root: Element, out: Parts) -> bytes:
    inner, external = [], []
    for entry in root.iter(f"{{{RELS}}}Relationship"):
        kind, target = entry.get("Type", "").rsplit("/", 1)[-1], entry.get("Target", "")
        row = (entry.get("Id", ""), OFFICE + kind, target)
        if kind not in _KEPT_KINDS:
            continue
        if entry.get("TargetMode") == "External":
            external.append(row)
        elif posixpath.normpath(target.lstrip("/") if target.startswith("/") else f"word/{target}") in out:
            inner.append(row)
    return relationships(inner, external)


def _type(name: str) -> str:
    if name in TYPE_OF and name != "word/comments.xml":
        return TYPE_OF[name]
    if name == "word/endnotes.xml":
        return WML + "endnotes+xml"
    edge = re.fullmatch(r"word/(header|footer)\d*\.xml", name)
    if edge:
        return f"{WML}{edge[1]}+xml"
    return TYPE_OF["word/theme/theme1.xml"] if name.startswith("word/theme/") else ""
