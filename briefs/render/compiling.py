"""From clean Word parts to compiled templates: docxtpl's repair of tags, Jinja's syntax, a cache by content."""

import re
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment
from jinja2 import TemplateError as JinjaError

from briefs.errors import Problem, TemplateError
from briefs.render.data import hide
from briefs.render.filling import Filling
from briefs.render.language import INCLUDABLE, Checker, Refusal
from briefs.render.marks import PRIVATE
from briefs.render.program import Step, program_of
from briefs.render.tags import RESTORE

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_BETWEEN = re.compile(r"<[^>]*>")
_SIZE = 512


_PARSER = Environment(autoescape=True, extensions=())
"""Jinja reads the syntax and nothing more: a template is filled by `filling`, from a program that is plain data."""


@dataclass(frozen=True)
class Compiled:
    """A story ready to be filled. `includes` are the fragments it names; `size` its characters."""

    program: list[Step]
    includes: tuple[str, ...]
    where: str
    size: int = 0

    @cached_property
    def template(self) -> Filling:
        """The program as it runs; made once."""
        return Filling(self.program)


def compile_story(xml: str, kind: str, where: str) -> Compiled:
    """TemplateError names the story, the text nearby and what is refused."""
    source = prepare(xml)
    try:
        program = program_of(Checker(kind, hide).template(_PARSER.parse(source, filename=where)))
    except Refusal as refusal:
        raise TemplateError(Problem(_place(where, source, refusal.line), refusal.what, fix=refusal.fix)) from None
    except JinjaError as error:
        line = getattr(error, "lineno", 1) or 1
        raise TemplateError(Problem(_place(where, source, line), f"{error}.", fix="Look at this tag.")) from None
    except (RecursionError, SyntaxError) as error:
        raise TemplateError(Problem(where, "the template is nested too deeply.")) from error
    return Compiled(program, tuple(dict.fromkeys(_includes(source))), where, len(source))


def prepare(xml: str) -> str:
    """One paragraph on each line, tags as Jinja reads them. Quotation marks inside literals are put back."""
    lined = re.sub(r"<w:p(?=[ >/])", "\n<w:p", xml)
    patched = DocxTemplate.patch_xml(DocxTemplate.__new__(DocxTemplate), lined)
    return _TAG.sub(_unescaped, patched).translate(RESTORE)


def _unescaped(tag: re.Match[str]) -> str:
    return tag[0].replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")


def _includes(source: str) -> list[str]:
    return [m[1] for m in re.finditer(r"\{% *include +['\"]([^'\"]+)['\"]", source) if INCLUDABLE.fullmatch(m[1])]


def _place(where: str, source: str, line: int) -> str:
    """Part and the text of the paragraph, as the author sees it in Word."""
    lines = source.split("\n")
    text = PRIVATE.sub("", _BETWEEN.sub("", lines[min(line, len(lines)) - 1])).strip()
    return f"{where}, near {text[:120]!r}" if text else where


class Cache:
    """Keeps the last compiled stories; a key holds the hash of the content, so nothing stale is ever found."""

    def __init__(self, size: int = _SIZE):
        self._kept: OrderedDict[Any, Any] = OrderedDict()
        self._size = size

    def get(self, key: Any, make: Callable[[], Any]) -> Any:
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        made = self._kept[key] = make()
        while len(self._kept) > self._size:
            self._kept.popitem(last=False)
        return made
