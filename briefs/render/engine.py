"""From a template, its fragments and a brief to the finished Word file.

    draft = prepare(template, fragments, brief, language="en")
    filing = finish(draft, mode="file", final=False)
    annotated = finish(draft, mode="counsel", final=False)

`prepare` fills the template once; `finish` turns the marks into notes, fields and comments, once for each copy.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, Literal, NamedTuple

from lxml import etree

from briefs.errors import BriefError, Problem, RenderError
from briefs.models.brief import Brief
from briefs.models.layout import Layout
from briefs.render import validate
from briefs.render.comments import Comments
from briefs.render.compiled import Compiled
from briefs.render.data import plain, show
from briefs.render.dressing import dress_body
from briefs.render.edges import banner_lines, write_banner, write_total, write_watermark
from briefs.render.expand import Expansion
from briefs.render.filling import Filling
from briefs.render.fragments import Fragments, Source
from briefs.render.house import CORE, core_xml
from briefs.render.layouts import words
from briefs.render.marks import OPEN, Helper, Mark, Marks
from briefs.render.notes import Cited, Notes
from briefs.render.numbering import heading_forms
from briefs.render.ooxml import COMMENTS, DOCUMENT, FOOTNOTES, Element, Parts, begin_packing, pack, parse, serialise
from briefs.render.scripts import mark_scripts
from briefs.render.story import CUT, Torn
from briefs.render.tables import Heading
from briefs.render.template import CompiledTemplate, compile_template
from briefs.render.unforeseen import refused_if_it_stumbles

Mode = Literal["file", "counsel"]
_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_ARGUMENT = re.compile(r"\{%p\s+include\s+submission\s*%\}")


@dataclass(frozen=True)
class Draft:
    """A filled template whose marks still stand; plain text and marks only, so both copies come from the same words."""

    template: CompiledTemplate
    stories: dict[str, str]
    marks: tuple[Mark, ...]
    title: str
    example: str | None
    exhibits: frozenset[str]
    braced: tuple[str, ...]
    language: str
    layout: Layout | None = None


@dataclass(frozen=True)
class Rendered:
    """The Word file and what stands in it. `missing` is (path, label), `comments` (kind, text)."""

    data: bytes
    headings: tuple[Heading, ...]
    citations: tuple[Cited, ...]
    exhibits: tuple[str, ...]
    missing: tuple[tuple[str, str], ...]
    comments: tuple[tuple[str, str], ...]
    braced: tuple[str, ...]


def render(
    template: bytes,
    fragments: Source,
    brief: Brief | dict[str, Any],
    *,
    mode: Mode = "file",
    final: bool = False,
    language: str = "en",
    pages: Mapping[str, int] | None = None,
    total_pages: int | None = None,
    where: str = "template",
) -> Rendered:
    """One copy in one call. `pages` maps bookmarks to pages, as `pages.paginate` finds them."""
    draft = prepare(template, fragments, brief, language=language, where=where)
    return finish(draft, mode=mode, final=final, pages=pages, total_pages=total_pages)


def prepare(
    template: bytes,
    fragments: Source,
    brief: Brief | dict[str, Any],
    *,
    language: str = "en",
    where: str = "template",
    layout: Layout | None = None,
) -> Draft:
    """Fills the template with plain data; without a layout the Word file keeps its look.

    RenderError and TemplateError say where, what and why.
    """
    compiled = compile_template(template, where)
    data = plain(brief)
    library = Fragments(fragments, compiled.styles, language)
    with refused_if_it_stumbles(where):
        library.check_tree(compiled.stories[DOCUMENT].includes)
        if any(_ARGUMENT.fullmatch(tag) for tag in compiled.tags):
            for submission in data["submissions"]:
                library.check_tree((submission["fragment"],))
    marks = Marks()
    names = {**data, **marks.helpers(), "_include": Helper(partial(_included, library, marks))}
    stories = {name: _fill(story, names) for name, story in compiled.stories.items()}
    stories = {name: xml if name == DOCUMENT else xml.replace(CUT, "") for name, xml in stories.items()}
    return Draft(
        template=compiled,
        stories=stories,
        marks=tuple(marks.items),
        title=show(f"{data['filing']['title']} – {data['reference']}"),
        example=show(data["filing"]["example"]) if data["filing"]["example"] else None,
        exhibits=frozenset(show(exhibit["number"]) for exhibit in data["exhibits"]),
        braced=data.braced,
        language=language,
        layout=layout,
    )


def _included(library: Fragments, marks: Marks, identity: str) -> Filling:
    compiled = library.compiled(identity)
    marks.counted(compiled.size)
    return compiled.template


def _fill(story: Compiled, names: dict[str, Any]) -> str:
    try:
        return story.template.render(names)
    except BriefError:
        raise
    except (TypeError, ValueError, KeyError, AttributeError, RecursionError) as error:
        raise RenderError(Problem(story.where, f"cannot be filled ({type(error).__name__}).")) from error


def finish(
    draft: Draft,
    *,
    mode: Mode = "file",
    final: bool = False,
    pages: Mapping[str, int] | None = None,
    total_pages: int | None = None,
) -> Rendered:
    """One copy of the filing: `file` without comments, `counsel` with them; `final` refuses a missing fact."""
    with refused_if_it_stumbles(draft.template.where, RenderError):
        return _finished(draft, mode, final, pages, total_pages)


def _finished(
    draft: Draft, mode: Mode, final: bool, pages: Mapping[str, int] | None, total_pages: int | None
) -> Rendered:
    said = words(draft.language)
    frame = draft.template.frame(draft.language, draft.layout)
    work = Expansion(
        list(draft.marks),
        Notes(said),
        Comments(mode == "counsel"),
        said,
        draft.exhibits,
        pages or {},
        heading_forms(frame.get("word/numbering.xml")),
    )
    body = _written(draft, work)
    watermark = said.watermark if mode == "file" and not final else ""
    astray = bool(work.comments.items and work.notes.bodies)
    look = _Look(banner_lines(mode, final, draft.example, said, astray), watermark, total_pages)
    edges = {n: _edge(n, xml, look, work, draft.template.where) for n, xml in draft.stories.items() if n != DOCUMENT}
    if final and work.missing:
        why = "A final filing has no gap."
        raise RenderError(Problem(path, f"{label} is missing.", why) for path, label in work.missing)
    parts = _parts(draft, frame, body, edges, work)
    begun = begin_packing(parts)
    if problems := validate.check_parts(parts, comments=mode == "counsel", literal=draft.braced):
        _parsed(draft.stories[DOCUMENT], f"{draft.template.where}: {DOCUMENT}")
        raise RenderError(problems)
    data = pack(parts, {name for name, part in parts.items() if frame.get(name) is part}, begun)
    return _rendered(data, work, draft)


def _rendered(data: bytes, work: Expansion, draft: Draft) -> Rendered:
    return Rendered(
        data=data,
        headings=tuple(work.headings),
        citations=tuple(work.notes.cited),
        exhibits=tuple(work.exhibits),
        missing=tuple(dict.fromkeys(work.missing)),
        comments=tuple(work.comments.items),
        braced=draft.braced,
    )


def _written(draft: Draft, work: Expansion) -> bytes:
    """The body as it is written. Where it cannot be read, the filled text is at fault, and is told so."""
    filled = draft.stories[DOCUMENT]
    try:
        body = work.body(filled)
        if draft.layout:
            body = dress_body(body, draft.layout)
        return (_DECLARATION + show(body)).encode()
    except (etree.XMLSyntaxError, Torn):
        _parsed(filled, f"{draft.template.where}: {DOCUMENT}")
        raise


def _parts(draft: Draft, frame: Parts, body: bytes, edges: Parts, work: Expansion) -> Parts:
    """All parts of the filing; those of the frame are the very same bytes each time."""
    parts = frame | {name: edge for name, edge in edges.items() if name in frame}
    if FOOTNOTES in parts:
        parts[FOOTNOTES] = _footnotes(work.notes.xml())
    parts[DOCUMENT] = body
    parts[CORE] = _shown(core_xml(draft.title, draft.language))
    work.comments.write(parts)
    if COMMENTS in parts:
        parts[COMMENTS] = _shown(parts[COMMENTS])
    return parts


def _parsed(xml: str, where: str) -> Element:
    """Strict: a text that is not XML is a fault to be told, never to be repaired."""
    try:
        return parse(xml.replace(CUT, ""))
    except etree.XMLSyntaxError as error:
        fix = "An if or for inside a line must open and close in the same paragraph."
        raise RenderError(Problem(where, f"the filled template is not well-formed: {error.msg}.", fix=fix)) from None


class _Look(NamedTuple):
    """What stands on every page of one copy: lines of the banner, the diagonal word, the number of pages."""

    banner: tuple[str, ...]
    watermark: str
    total: int | None


def _edge(name: str, xml: str, look: _Look, work: Expansion, where: str) -> bytes:
    """A header or footer as it is written; without a mark of ours the same words always give the same bytes."""
    if not any(sign in xml for sign in (OPEN, "\n", "\t")):
        return _plain_edge(name, xml, look, where)
    root = _parsed(xml, f"{where}: {name}")
    work.edge(root)
    return _dressed(name, root, look)


@lru_cache(maxsize=256)
def _plain_edge(name: str, xml: str, look: _Look, where: str) -> bytes:
    root = _parsed(xml, f"{where}: {name}")
    return _dressed(name, root, look)


def _dressed(name: str, root: Element, look: _Look) -> bytes:
    write_total(root, look.total)
    if name.startswith("word/header"):
        write_banner(root, look.banner)
        if look.watermark:
            write_watermark(root, look.watermark)
    return _final(root)


@lru_cache(maxsize=16)
def _footnotes(xml: bytes) -> bytes:
    return _final(parse(xml))


def _final(root: Element) -> bytes:
    mark_scripts(root)
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])
    return _shown(serialise(root))


def _shown(part: bytes) -> bytes:
    return part if part.isascii() else show(part.decode("utf-8")).encode("utf-8")
