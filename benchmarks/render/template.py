"""The memorandum of 24 pages as a Word template, in the syntax of each engine.

Our own engine and docxtpl get the very same file. The other engines get the same styles, paragraphs and tables.
"""

import random
from collections.abc import Callable

from benchmarks.render.case import AUTHORITY, EXHIBIT, FLAGS, VALUES, text
from briefs.render.markup import to_docx
from briefs.render.ooxml import pack, unpack


class Docxtpl:
    """The syntax of docxtpl, which is ours."""

    lists = {"authorities": "submissions[0].authorities.leading", "paras": "submission.facts"}

    def value(self, name: str, loop: str = "") -> str:
        return f"{{{{ {loop + '.' if loop else ''}{name} }}}}"

    def when(self, flag: str, lines: list[str]) -> list[str]:
        return [f"{{%p if {flag} %}}", *lines, "{%p endif %}"]

    def each(self, items: str, one: str, lines: Callable[[], list[str]]) -> list[str]:
        return [f"{{%p for {one} in {self.lists.get(items, items)} %}}", *lines(), "{%p endfor %}"]

    def rows(self, items: str, one: str, names: tuple[str, ...]) -> list[str]:
        cells = " | ".join(self.value(name, one) for name in names)
        return [f"{{%tr for {one} in {self.lists.get(items, items)} %}}", f"| {cells} |", "{%tr endfor %}"]


class Sections(Docxtpl):
    """The syntax of docxtemplater and easy-template-x: a section opens and closes with the name of its list."""

    def value(self, name: str, loop: str = "") -> str:
        return f"{{{name.replace('.', '_')}}}"

    def when(self, flag: str, lines: list[str]) -> list[str]:
        return [f"{{#{flag.replace('.', '_')}}}", *lines, f"{{/{flag.replace('.', '_')}}}"]

    def each(self, items: str, one: str, lines: Callable[[], list[str]]) -> list[str]:
        return [f"{{#{items}}}", *lines(), f"{{/{items}}}"]

    def rows(self, items: str, one: str, names: tuple[str, ...]) -> list[str]:
        cells = " | ".join(self.value(name) for name in names)
        return [f"| {{#{items}}}{cells}{{/{items}}} |"]


class Carbone(Docxtpl):
    """The syntax of carbone: a loop is shown by its first two turns."""

    def __init__(self) -> None:
        self.paths: dict[str, str] = {}

    def value(self, name: str, loop: str = "") -> str:
        return f"{{{self.paths[loop] if loop else 'd'}.{name if loop else name.replace('.', '_')}}}"

    def when(self, flag: str, lines: list[str]) -> list[str]:
        name = flag.replace(".", "_")
        return [f"{{d.{name}:ifEQ(true):showBegin}}", *lines, f"{{d.{name}:showEnd}}"]

    def each(self, items: str, one: str, lines: Callable[[], list[str]]) -> list[str]:
        base = f"{self.paths['submission'] if items == 'paras' else 'd'}.{items}"
        self.paths[one] = f"{base}[i]"
        first = lines()
        self.paths[one] = f"{base}[i+1]"
        return [*first, lines()[0]]

    def rows(self, items: str, one: str, names: tuple[str, ...]) -> list[str]:
        return ["| " + " | ".join(f"{{d.{items}[{turn}].{name}}}" for name in names) + " |" for turn in ("i", "i+1")]


def template(syntax: Docxtpl) -> bytes:
    """The Word template in one engine's syntax, laid out by the styles of the house."""
    parts = unpack(to_docx("\n".join(_lines(syntax)) + "\n"))
    footer = parts["word/footer1.xml"].decode()
    for name in ("filing.title", "reference"):
        footer = footer.replace(f"{{{{ {name} }}}}", syntax.value(name))
    return pack({**parts, "word/footer1.xml": footer.encode()})


def _lines(s: Docxtpl) -> list[str]:
    source = random.Random(1)
    state, person = s.value("request.requesting_state.name"), s.value("person.full")
    lines = ["@Title Memorandum", f"In the matter of the request of {state} for the surrender of {person}"]
    lines += ["@@table 3024,5480 | Particulars | Name and value", "| Particular | Value |"]
    lines += [f"| **{name.replace('.', ' ').replace('_', ' ')}** | {s.value(name)} |" for name in VALUES] + ["@@end"]
    lines += ["# Summary", f"**In brief.** {text(source, 20)} *{s.value('filing.title')}* {text(source, 18)}"]
    basis, since = s.value("request.legal_basis"), s.value("request.received_on")
    lines += [f"1. {text(source, 40)} See {basis} and the request of {since}. {text(source, 40)}" for _ in range(4)]
    lines += ["# Facts", *s.each("facts", "f", lambda: [f"1. {s.value('says', 'f')}"]), "# Legal framework"]
    for number in range(4):
        lines.append(f"## Source {number + 1}")
        faces = f"{person} is sought for {s.value('request.offences_words')}"
        lines += [f"1. {text(source, 60)} {faces} since {since}. {text(source, 30)}" for _ in range(3)]
    for flag in FLAGS:
        says = f"It is {s.value('filing.forum_name')} that decides, on {s.value('filing.date')}."
        inner = [f"1. {text(source, 55)} {says} {text(source, 30)}" for _ in range(3)]
        lines += s.when(flag, [f"## Where {flag.replace('.', ' ')} holds", *inner])
    lines += ["# Arguments", *_arguments(s), *_tables(s), "# Relief sought"]
    place = f"Filed at {s.value('proceedings.custody_place')}"
    lines += [f"1. {text(source, 50)} {place} on {s.value('filing.date')}." for _ in range(3)]
    return [*lines, f"{person}, {s.value('person.occupation')}"]


def _arguments(s: Docxtpl) -> list[str]:
    def inner() -> list[str]:
        head = f"## Ground: {s.value('title', 'submission')}"
        return [head, *s.each("paras", "q", lambda: [f"1. {s.value('says', 'q')}"])]

    return s.each("submissions", "submission", inner)


def _tables(s: Docxtpl) -> list[str]:
    widths = "1504,1200,1200,1200,2700,700"
    lines = ["# Table of authorities", f"@@table {widths} | Authorities | One row for each authority"]
    lines += ["| Case | Court | Date | Number | Holding | Year |", *s.rows("authorities", "a", AUTHORITY), "@@end"]
    lines.append("# Authorities discussed")
    lines += s.each("authorities", "a", lambda: [_discussed(s)])
    lines += ["# Exhibits", "@@table 904,2800,2400,2400 | Exhibits | One row for each exhibit"]
    return [*lines, "| No | Title | Source | Relevance |", *s.rows("exhibits", "e", EXHIBIT), "@@end"]


def _discussed(s: Docxtpl) -> str:
    return f"1. {s.value('title', 'a')} ({s.value('short', 'a')}): {s.value('remark', 'a')}"
