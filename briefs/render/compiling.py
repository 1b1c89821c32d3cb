"""From clean Word parts to compiled templates: docxtpl's repair of tags, then Jinja's syntax.

Imported only where a template has not been compiled before: both libraries take longer to load than a filing to fill.
"""

import re

from docxtpl import DocxTemplate
from jinja2 import Environment
from jinja2 import TemplateError as JinjaError

from briefs.errors import Problem, TemplateError
from briefs.render.compiled import Compiled
from briefs.render.data import hide
from briefs.render.language import INCLUDABLE, Checker, Refusal
from briefs.render.marks import PRIVATE
from briefs.render.program import program_of
from briefs.render.tags import RESTORE

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_ROW = re.compile(r"<w:tr[ >](?:(?!<w:tr[ >]).)*?</w:tr>", re.S)
_DOCXTPL = DocxTemplate.__new__(DocxTemplate)
_BETWEEN = re.compile(r"<[^>]*>")


_PARSER = Environment(autoescape=True, extensions=())
"""Jinja reads the syntax and nothing more: a template is filled by `filling`, from a program that is plain data."""


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
    """One paragraph on each line, tags as Jinja reads them. Quotation marks inside literals are put back.

    docxtpl is given the rows and paragraphs that hold a tag; its patterns would read all the others many times.
    """
    lined = re.sub(r"<w:p(?=[ >/])", "\n<w:p", xml)
    rows = _ROW.sub(lambda row: _patched(row[0]) if "{%tr" in row[0] else row[0], lined)
    first, *lines = rows.split("\n")
    patched = "\n".join((first, *(_patched(line) if "{" in line else line for line in lines)))
    return _TAG.sub(_unescaped, patched).translate(RESTORE)


def _patched(xml: str) -> str:
    return str(DocxTemplate.patch_xml(_DOCXTPL, xml))


def _unescaped(tag: re.Match[str]) -> str:
    return tag[0].replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")


def _includes(source: str) -> list[str]:
    return [m[1] for m in re.finditer(r"\{% *include +['\"]([^'\"]+)['\"]", source) if INCLUDABLE.fullmatch(m[1])]


def _place(where: str, source: str, line: int) -> str:
    """Part and the text of the paragraph, as the author sees it in Word."""
    lines = source.split("\n")
    text = PRIVATE.sub("", _BETWEEN.sub("", lines[min(line, len(lines)) - 1])).strip()
    return f"{where}, near {text[:120]!r}" if text else where
