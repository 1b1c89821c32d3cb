"""From clean Word parts to compiled templates: docxtpl's repair of tags, our environment, a cache by content."""

import re
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, nodes
from jinja2 import TemplateError as JinjaError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefs.errors import Problem, TemplateError
from briefs.render.data import hide
from briefs.render.language import INCLUDABLE, Checker, Refusal
from briefs.render.marks import PRIVATE, Helper
from briefs.render.tags import RESTORE

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_BETWEEN = re.compile(r"<[^>]*>")
_SIZE = 512


class Environment(ImmutableSandboxedEnvironment):
    """The second wall: plain dictionaries only, no attribute, no call but our own helpers, no global."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, extensions=())
        self.globals.clear()
        self.filters.clear()
        self.tests.clear()

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Every template goes through the closed language, fragments too, because this is the only way to compile."""
        tree = super()._parse(source, name, filename)
        checked = Checker((name or "filing").partition(":")[0], hide).template(tree)
        checked.set_environment(self)
        return checked

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return False

    def is_safe_callable(self, obj: Any) -> bool:
        return isinstance(obj, Helper)

    def getattr(self, obj: Any, attribute: str) -> Any:
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Unknown stays unknown: what hangs on a null value is null, and so is a look-up that finds nothing."""
        if isinstance(obj, dict):
            return obj.get(argument)
        if isinstance(obj, list) and isinstance(argument, int):
            return obj[argument] if -len(obj) <= argument < len(obj) else None
        return None if obj is None else self.undefined(obj=obj, name=argument)


ENVIRONMENT = Environment()


@dataclass(frozen=True)
class Compiled:
    """A story ready to be filled. `includes` are the fragments it names; `size` its characters."""

    template: Template
    includes: tuple[str, ...]
    where: str
    size: int = 0


def compile_story(xml: str, kind: str, where: str) -> Compiled:
    """TemplateError names the story, the text nearby and what is refused."""
    source = prepare(xml)
    try:
        code = ENVIRONMENT.compile(source, name=f"{kind}:{where}", filename=where)
    except Refusal as refusal:
        raise TemplateError(Problem(_place(where, source, refusal.line), refusal.what, fix=refusal.fix)) from None
    except JinjaError as error:
        line = getattr(error, "lineno", 1) or 1
        raise TemplateError(Problem(_place(where, source, line), f"{error}.", fix="Look at this tag.")) from None
    except (RecursionError, SyntaxError) as error:
        raise TemplateError(Problem(where, "the template is nested too deeply.")) from error
    template = Template.from_code(ENVIRONMENT, code, {}, None)
    return Compiled(template, tuple(dict.fromkeys(_includes(source))), where, len(source))


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
