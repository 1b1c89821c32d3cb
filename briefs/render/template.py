"""Filing templates, checked and compiled once for each content, kept in memory and on disk."""

import base64
import hashlib
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from briefs.errors import Problem, TemplateError
from briefs.models.layout import Layout
from briefs.render import gate
from briefs.render.assembling import frame
from briefs.render.compiled import Cache, Compiled
from briefs.render.dressing import dressed
from briefs.render.edges import add_headers
from briefs.render.fragments import Fragments, inline_notes, style_ids
from briefs.render.house import base_parts
from briefs.render.ooxml import DOCUMENT, Element, Parts, parse
from briefs.render.shelf import shelved
from briefs.render.styling import house_ids, undefined_styles
from briefs.render.unforeseen import refused_if_it_stumbles

_CACHE = Cache()


@dataclass(frozen=True)
class CompiledTemplate:
    """A filing template ready to be filled. `stories` holds the body and every header and footer; `warnings` what
    its author should mend, though it can be filled."""

    where: str
    parts: Parts
    stories: dict[str, Compiled]
    styles: dict[str, str]
    tags: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()
    frames: dict[tuple[str, Layout | None], Parts] = field(default_factory=dict, compare=False, repr=False)

    def data(self) -> dict[str, Any]:
        """The template as plain data for the disk; a picture as base64."""
        return {
            "where": self.where,
            "parts": {name: base64.b64encode(part).decode("ascii") for name, part in self.parts.items()},
            "stories": {name: story.data() for name, story in self.stories.items()},
            "styles": self.styles,
            "tags": self.tags,
            "warnings": [(problem.where, problem.what, problem.why, problem.fix) for problem in self.warnings],
        }

    @classmethod
    def of(cls, data: dict[str, Any]) -> "CompiledTemplate":
        """The template from its data. KeyError, TypeError or ValueError for what is none."""
        return cls(
            data["where"],
            {name: base64.b64decode(part, validate=True) for name, part in data["parts"].items()},
            {name: Compiled.of(story) for name, story in data["stories"].items()},
            data["styles"],
            tuple(data["tags"]),
            tuple(Problem(*problem) for problem in data["warnings"]),
        )

    def frame(self, language: str, layout: Layout | None) -> Parts:
        """The parts that are the same in every filing of this language and layout; made, checked and packed once."""
        if (language, layout) not in self.frames:
            parts = self.parts | (dressed(self.parts, layout, language) if layout else {})
            self.frames[language, layout] = frame(parts, language)
        return self.frames[language, layout]


def compile_template(template: bytes, where: str = "template") -> CompiledTemplate:
    """Gate, closed language and program, once for each content. TemplateError gives all reasons the gate has found."""
    key = (hashlib.sha256(template).digest(), where)
    return _CACHE.get(key, lambda: _compile(template, where))


def check_template(data: bytes, where: str, *, fragment: bool = False) -> tuple[Problem, ...]:
    """Gate and closed language alone. Raises TemplateError with all reasons; gives what its author should mend."""
    if not fragment:
        return compile_template(data, where).warnings
    with refused_if_it_stumbles(where):
        gate.check(data, where, fragment=True)
    try:
        Fragments({"": data}, style_ids(base_parts()["word/styles.xml"]), "").compiled("")
    except TemplateError as reason:
        named = (
            Problem(f"{where}: {p.where.lstrip('.: ')}".rstrip(": "), p.what, p.why, p.fix) for p in reason.problems
        )
        raise TemplateError(named) from None
    return ()


def _compile(template: bytes, where: str) -> CompiledTemplate:
    with refused_if_it_stumbles(where):
        return shelved(
            ("filing", template, where), lambda: _compiled(template, where), CompiledTemplate.data, CompiledTemplate.of
        )


def _compiled(template: bytes, where: str) -> CompiledTemplate:
    from briefs.render.compiling import compile_story

    clean = gate.check(template, where)
    parts = house_ids(clean.parts)
    add_headers(parts)
    body = parse(parts[DOCUMENT])
    inline_notes(body, parts)
    stories = {DOCUMENT: compile_story(_text(body), "filing", f"{where}: body")}
    for name in sorted(parts):
        if gate.STORY.fullmatch(name) and name.startswith(("word/header", "word/footer")):
            stories[name] = compile_story(_text(parse(parts[name])), "edge", f"{where}: {name}")
    return CompiledTemplate(
        where, parts, stories, style_ids(parts["word/styles.xml"]), clean.tags, tuple(undefined_styles(parts, where))
    )


def _text(root: Element) -> str:
    return etree.tostring(root, encoding="unicode")
