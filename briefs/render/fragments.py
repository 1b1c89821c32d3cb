"""Fragments: body paragraphs of their own Word files, filled with the filing's names and numbered in its series."""

import hashlib
import re
from collections.abc import Callable, Mapping

from lxml import etree

from briefs.errors import Problem, TemplateError
from briefs.render.compiled import Cache, Compiled
from briefs.render.marks import NOTE_CLOSE, NOTE_OPEN
from briefs.render.ooxml import DOCUMENT, FOOTNOTES, NS, Element, Parts, names, parse, q, siblings
from briefs.render.shelf import shelved

MAX_DEPTH = 4
Source = Mapping[str, bytes] | Callable[[str], bytes | None]
"""The Word file of a fragment id, in the language of the filing; None where there is none."""

_CACHE = Cache()
_NAMESPACE = re.compile(r' xmlns:\w+="[^"]*"')
_DROPPED = names("sectPr bookmarkStart bookmarkEnd")


class Fragments:
    """The fragments of one rendering; compiled ones are shared between renderings by their content."""

    def __init__(self, source: Source, styles: Mapping[str, str], language: str):
        self._bytes = source.get if isinstance(source, Mapping) else source
        self._styles, self._language = styles, language

    def compiled(self, identity: str) -> Compiled:
        data = self._bytes(identity)
        if data is None:
            raise TemplateError(Problem(identity, f"there is no fragment {identity!r} in {self._language!r}."))
        where = f"{identity}.{self._language}"
        key = (hashlib.sha256(data).digest(), tuple(sorted(self._styles.items())), where)
        parts = ("fragment", data, repr(key[1]), where)
        return _CACHE.get(key, lambda: shelved(parts, lambda: self._compile(data, where), Compiled.data, Compiled.of))

    def _compile(self, data: bytes, where: str) -> Compiled:
        from briefs.render.compiling import compile_story

        return compile_story(self._body(data, where), "fragment", where)

    def check_tree(self, identities: tuple[str, ...], above: tuple[str, ...] = ()) -> None:
        """Every include that can be reached exists, is sound, and leads back to no fragment above it."""
        for identity in identities:
            chain = (*above, identity)
            if identity in above:
                raise TemplateError(Problem(identity, f"circular include: {' → '.join(chain)}."))
            if len(chain) > MAX_DEPTH:
                raise TemplateError(Problem(identity, f"more than {MAX_DEPTH} includes deep: {' → '.join(chain)}."))
            self.check_tree(self.compiled(identity).includes, chain)

    def _body(self, data: bytes, where: str) -> str:
        from briefs.render import gate

        parts = gate.check(data, where, fragment=True).parts
        body = parse(parts[DOCUMENT]).find("w:body", NS)
        if body is None:
            raise TemplateError(Problem(where, "no text."))
        inline_notes(body, parts)
        for element in list(body.iter(*map(q, _DROPPED))):
            _parent(element).remove(element)
        self._map_styles(body, parts, where)
        if body.find(".//w:pPr/w:numPr", NS) is not None:
            fix = "Use the numbered paragraph styles Para, Para (a), Para (i), Relief Item."
            raise TemplateError(Problem(where, "numbering set by hand.", "It would not run on.", fix))
        return _NAMESPACE.sub("", "".join(etree.tostring(child, encoding="unicode") for child in body))

    def _map_styles(self, body: Element, parts: Parts, where: str) -> None:
        """Word localises style ids (Titre1); names are the same everywhere, so styles are found by name."""
        names = {identity: name for name, identity in style_ids(parts["word/styles.xml"]).items()}
        for element in body.iter(q("pStyle"), q("rStyle"), q("tblStyle")):
            identity = element.get(q("val"), "")
            name = str(names.get(identity, identity))
            if name.lower() not in self._styles:
                raise TemplateError(Problem(where, f"style {name!r} is not a style of the filing."))
            element.set(q("val"), self._styles[name.lower()])


def style_ids(styles: bytes) -> dict[str, str]:
    """Style name in small letters → id."""
    return {
        style.find("w:name", NS).get(q("val"), "").lower(): style.get(q("styleId"), "")
        for style in parse(styles).findall("w:style", NS)
        if style.find("w:name", NS) is not None
    }


def inline_notes(root: Element, parts: Parts) -> None:
    """Moves the text of typed footnotes to their place, between two marks, so that their tags are filled in scope."""
    if FOOTNOTES not in parts:
        return
    notes = {note.get(q("id")): note for note in parse(parts[FOOTNOTES]).iter(q("footnote"))}
    for reference in list(root.iter(q("footnoteReference"))):
        run = _parent(reference)
        at = _parent(run)
        runs = [r for r in notes[reference.get(q("id"))].iter(q("r")) if r.find("w:footnoteRef", NS) is None]
        _trim(runs)
        opening, closing = siblings(f"<w:r><w:t>{NOTE_OPEN}</w:t></w:r><w:r><w:t>{NOTE_CLOSE}</w:t></w:r>")
        position = at.index(run)
        at[position : position + 1] = [opening, *runs, closing]


def _trim(runs: list[Element]) -> None:
    """Word begins a note with a space or tab after the number; ours has its own tab."""
    for run in list(runs):
        for node in list(run):
            if node.tag == q("tab"):
                run.remove(node)
            elif node.tag == q("t"):
                node.text = (node.text or "").lstrip()
                if node.text:
                    return


def _parent(element: Element) -> Element:
    parent = element.getparent()
    assert parent is not None
    return parent
