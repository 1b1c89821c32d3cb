"""The memorandum of 24 pages as a Word template, in the syntax of each engine.

Our own engine and docxtpl get the very same file. The other engines get the same styles, paragraphs and tables.
"""

import random
import re
import struct
import zlib
from collections.abc import Callable

from benchmarks.render.case import AUTHORITY, EXHIBIT, FLAGS, VALUES, text
from briefs.models.layout import Layout
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
    """The syntax of docxtemplater: a section opens and closes with the name of its list."""

    def value(self, name: str, loop: str = "") -> str:
        return f"{{{name.replace('.', '_')}}}"

    def when(self, flag: str, lines: list[str]) -> list[str]:
        return [f"{{#{flag.replace('.', '_')}}}", *lines, f"{{/{flag.replace('.', '_')}}}"]

    def each(self, items: str, one: str, lines: Callable[[], list[str]]) -> list[str]:
        return [f"{{#{items}}}", *lines(), f"{{/{items}}}"]

    def rows(self, items: str, one: str, names: tuple[str, ...]) -> list[str]:
        cells = " | ".join(self.value(name) for name in names)
        return [f"| {{#{items}}}{cells}{{/{items}}} |"]


class Paragraphs(Sections):
    """The syntax of easy-template-x: sections inside the first and the last paragraph that are repeated. Tags in
    paragraphs of their own, as docxtemplater wants them, would leave an empty paragraph at each turn."""

    def when(self, flag: str, lines: list[str]) -> list[str]:
        return self._around(flag.replace(".", "_"), lines)

    def each(self, items: str, one: str, lines: Callable[[], list[str]]) -> list[str]:
        return self._around(items, lines())

    def _around(self, name: str, lines: list[str]) -> list[str]:
        first = _MARKER.sub(rf'\g<0>{{#{name} [loopOver: "paragraph"]}}', lines[0])
        inner = [first, *lines[1:]]
        return [*inner[:-1], f"{inner[-1]}{{/{name}}}"]


_MARKER = re.compile(r"^(#+ |1\. )?")


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


def template(syntax: Docxtpl, number: int = 0) -> bytes:
    """The Word template in one engine's syntax, with a letterhead; each `number` gives a file never seen before."""
    parts = unpack(to_docx("\n".join(_lines(syntax, number)) + "\n", _LAYOUT))
    footer = parts["word/footer1.xml"].decode()
    for name in ("filing.title", "reference"):
        footer = footer.replace(f"{{{{ {name} }}}}", syntax.value(name))
    parts["word/footer1.xml"] = footer.encode()
    parts["word/media/image1.png"] = _picture()
    for name, before, new in _LETTERHEAD:
        parts[name] = parts[name].replace(before.encode(), f"{new}{before}".encode(), 1)
    return pack(parts)


def _picture() -> bytes:
    """A picture of 36 KB that nothing can make smaller, as a scanned letterhead is."""
    source, side = random.Random(3), 110
    rows = b"".join(b"\0" + source.randbytes(side * 3) for _ in range(side))

    def block(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + block(b"IHDR", head) + block(b"IDAT", zlib.compress(rows, 9)) + block(b"IEND", b"")


_LAYOUT = Layout(id="benchmark", text_size=10.5, line_spacing=1.0, space_after=4)
_DRAWING = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="1440000" cy="1440000"/><wp:docPr id="1" name="Picture 1"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="Picture 1"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdP1"/>'
    '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="1440000" cy="1440000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_LETTERHEAD = (
    ("word/document.xml", "<w:p>", _DRAWING),
    ("[Content_Types].xml", "<Override", '<Default Extension="png" ContentType="image/png"/>'),
    (
        "word/_rels/document.xml.rels",
        "</Relationships>",
        f'<Relationship Id="rIdP1" Type="{_IMAGE}" Target="media/image1.png"/>',
    ),
)


def _lines(s: Docxtpl, number: int) -> list[str]:
    source = random.Random(1)
    state, person = s.value("request.requesting_state.name"), s.value("person.full")
    lines = [
        f"@Title Memorandum {number or ''}".strip(),
        f"In the matter of the request of {state} for the surrender of {person}",
    ]
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
