"""Puts the finished parts together again from an allow-list: what no template may bring in is written here anew."""

import posixpath

from briefs.render.house import (
    CORE,
    OFFICE,
    TYPE_OF,
    WML,
    app_xml,
    core_xml,
    package_relationships,
    settings_xml,
)
from briefs.render.layouts import words
from briefs.render.ooxml import (
    CONTENT_TYPES,
    DOCUMENT,
    DOCUMENT_RELS,
    FOOTNOTES,
    RELS,
    Parts,
    content_types,
    parse,
    relationships,
)

_PICTURES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg"}
_LINKED = ("header", "footer", "image", "hyperlink")
_FIXED = (
    ("rIdS1", "styles", "styles.xml"),
    ("rIdS2", "numbering", "numbering.xml"),
    ("rIdS3", "settings", "settings.xml"),
    ("rIdS4", "footnotes", "footnotes.xml"),
    ("rIdS5", "fontTable", "fontTable.xml"),
    ("rIdS6", "theme", "theme/theme1.xml"),
)


def frame(parts: Parts, language: str) -> Parts:
    """Own settings, properties, content types and relationships around the styles and pictures.

    Stories, notes and the title hold their place; they are written for each filing.
    """
    said = words(language)
    out = {FOOTNOTES: b""} | {name: data for name, data in parts.items() if not name.endswith(".rels")}
    out["word/settings.xml"] = settings_xml(said.tag)
    out[CORE] = core_xml("", language)
    out["docProps/app.xml"] = app_xml()
    out["_rels/.rels"] = package_relationships()
    for name, data in parts.items():
        if name.endswith(".rels"):
            out[name] = _relations(name, data, out)
    _drop_unreached(out)
    out[CONTENT_TYPES] = _types(out)
    return out


def _relations(name: str, data: bytes, parts: Parts) -> bytes:
    """Links, headers and pictures keep their ids; the main part's other relations are ours."""
    inner, external = [], []
    for entry in parse(data).iter(f"{{{RELS}}}Relationship"):
        kind = entry.get("Type", "").rsplit("/", 1)[-1]
        row = (entry.get("Id", ""), entry.get("Type", ""), entry.get("Target", ""))
        if entry.get("TargetMode") == "External":
            external.append(row)
        elif kind in _LINKED and _target(name, row[2]) in parts:
            inner.append(row)
    if name == DOCUMENT_RELS:
        fixed = [(i, OFFICE + kind, target) for i, kind, target in _FIXED if f"word/{target}" in parts]
        inner = sorted(fixed + inner)
    return relationships(inner, external)


def _target(rels: str, target: str) -> str:
    folder = rels.partition("_rels/")[0]
    return posixpath.normpath(target.lstrip("/") if target.startswith("/") else folder + target)


def _drop_unreached(parts: Parts) -> None:
    """A part that no relationship leads to would travel unseen."""
    reached, waiting = set(), [DOCUMENT]
    while waiting:
        part = waiting.pop()
        reached.add(part)
        folder, _, file = part.rpartition("/")
        rels = f"{folder}/_rels/{file}.rels"
        if rels in parts:
            reached.add(rels)
            entries = [e for e in parse(parts[rels]) if e.get("TargetMode") != "External"]
            waiting += [t for e in entries if (t := _target(rels, e.get("Target", ""))) not in reached and t in parts]
    for name in list(parts):
        if name not in reached and not name.startswith(("docProps/", "_rels/")):
            del parts[name]


def _types(parts: Parts) -> bytes:
    overrides = []
    for name in sorted(parts):
        kind = TYPE_OF.get(name) or _edge_type(name)
        if kind:
            overrides.append((name, kind))
    endings = sorted({name.rsplit(".", 1)[-1].lower() for name in parts} & set(_PICTURES))
    return content_types(overrides, [(ending, _PICTURES[ending]) for ending in endings])


def _edge_type(name: str) -> str:
    for kind in ("header", "footer"):
        if name.startswith(f"word/{kind}") and name.endswith(".xml"):
            return f"{WML}{kind}+xml"
    return TYPE_OF["word/theme/theme1.xml"] if name.startswith("word/theme/") else ""
