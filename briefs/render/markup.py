"""Word templates as text and back: the text beside each .docx is what a reviewer reads in a change.

python -m briefs.render.markup docx FILE.txt [--layout house] [--language en]     writes FILE.docx
python -m briefs.render.markup text FILE.docx                                     writes FILE.txt
"""

import argparse
import re
from pathlib import Path

from briefs.errors import Problem, TemplateError
from briefs.library.layers import find_layers
from briefs.library.layouts import read_layouts
from briefs.models.layout import HOUSE, Layout
from briefs.render.house import base_parts
from briefs.render.inline import Unbalanced, is_tag_alone, line_of, runs_xml
from briefs.render.layouts import TEXT_WIDTH
from briefs.render.ooxml import DOCUMENT, NS, Element, esc, names, pack, parse, q, style_of, unpack

PREFIXES = {
    "### ": "Heading3",
    "## ": "Heading2",
    "# ": "Heading1",
    "1. ": "Para",
    "(a) ": "ParaA",
    "(i) ": "ParaI",
    "> ": "Quote",
    "- ": "Relief",
}
OTHERS = names(
    "Normal ParaCont Title Court CourtLine CaseRef Between PartyAnd Party PartyRole Boxed BlockNote Check "
    "HeadingPlain TableText TableHead Signature"
)
_PREFIX_OF = {style: prefix for prefix, style in PREFIXES.items()}
_TABLE = re.compile(r"@@table (\d+(?:,\d+)*) \| (.*?) \| (.*)")


def to_docx(text: str, layout: Layout = HOUSE, language: str = "en") -> bytes:
    """A Word template from template text. TemplateError names every line that cannot be read."""
    return pack(base_parts(layout, language, _Reader(text.splitlines()).body()))


class _Reader:
    """Reads the lines once; `problems` collects what is wrong so that all of it is said together."""

    def __init__(self, lines: list[str]):
        self.lines, self.at, self.break_next = lines, 0, False
        self.problems: list[Problem] = []

    def body(self) -> str:
        out = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            self.at += 1
            if line.startswith("@@table "):
                out.append(self._table(line))
            elif line.strip() == "@@pagebreak":
                self.break_next = True
            elif line.strip():
                out.append(self._paragraph(line))
        if self.problems:
            raise TemplateError(self.problems)
        return "".join(out)

    def _wrong(self, what: str, fix: str = "") -> str:
        self.problems.append(Problem(f"line {self.at}", what, fix=fix))
        return ""

    def _paragraph(self, line: str) -> str:
        if is_tag_alone(line, "p"):
            return _paragraph_xml("Normal", line.strip(), "")
        style, rest = self._style(line)
        extra = "<w:pageBreakBefore/>" if self.break_next else ""
        self.break_next = False
        return self._styled(style, rest, extra)

    def _styled(self, style: str, line: str, extra: str = "") -> str:
        try:
            return _paragraph_xml(style, line, extra)
        except Unbalanced as error:
            return self._wrong(str(error), r"Write \* for a star that is meant as one.")

    def _style(self, line: str) -> tuple[str, str]:
        for prefix, style in PREFIXES.items():
            if line.startswith(prefix):
                return style, line[len(prefix) :]
        if not line.startswith("@"):
            return "Normal", line
        name, _, rest = line[1:].partition(" ")
        if name not in OTHERS:
            self._wrong(f"{name!r} is not a style of the house.", f"Choose one of: {', '.join(OTHERS)}.")
        return name, rest

    def _table(self, line: str) -> str:
        head = _TABLE.fullmatch(line.rstrip())
        if not head:
            return self._wrong("a table begins: @@table 880,7624 | Caption | Alternative text")
        widths = [int(width) for width in head[1].split(",")]
        if sum(widths) != TEXT_WIDTH:
            self._wrong(f"the column widths add up to {sum(widths)}, not to {TEXT_WIDTH}.")
        rows = []
        while self.at < len(self.lines) and self.lines[self.at].strip() != "@@end":
            self.at += 1
            rows.append(self._row(self.lines[self.at - 1].strip(), widths, first=not rows))
        if self.at == len(self.lines):
            return self._wrong("the table is not closed.", "Close it with @@end.")
        self.at += 1
        return _table_xml(widths, head[2], head[3], "".join(rows))

    def _row(self, line: str, widths: list[int], first: bool) -> str:
        if is_tag_alone(line, "tr"):
            span = f'<w:gridSpan w:val="{len(widths)}"/>' if len(widths) > 1 else ""
            return f"<w:tr>{_cell(sum(widths), self._styled('TableText', line), span)}</w:tr>"
        cells = [cell.strip(" ") for cell in re.split(r"(?<!\\)\|", line)]
        if len(cells) != len(widths) + 2 or cells[0] or cells[-1]:
            return self._wrong(f"a row needs {len(widths)} cells: | cell | cell |")
        style = "TableHead" if first else "TableText"
        inner = "".join(_cell(w, self._styled(style, cell)) for w, cell in zip(widths, cells[1:-1], strict=True))
        return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if first else ''}</w:trPr>{inner}</w:tr>"


def _paragraph_xml(style: str, line: str, extra: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{runs_xml(line)}</w:p>'


def _cell(width: int, inner: str, span: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{inner}</w:tc>'


def _table_xml(widths: list[int], caption: str, description: str, rows: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="BriefTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="{esc(caption)}"/>'
        f'<w:tblDescription w:val="{esc(description)}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
        '<w:p><w:pPr><w:pStyle w:val="TableGap"/></w:pPr></w:p>'
    )


def to_text(docx: bytes) -> str:
    """The reviewable text of a Word template; `to_text(to_docx(text))` is `text` when that is canonical."""
    parts = unpack(docx)
    names = _style_names(parts["word/styles.xml"])
    lines: list[str] = []
    body = parse(parts[DOCUMENT]).find("w:body", NS)
    for block in body if body is not None else ():
        if block.tag == q("p"):
            lines += _paragraph_lines(block, names)
        elif block.tag == q("tbl"):
            lines += _table_lines(block)
    return "".join(line + "\n" for line in lines)


def _style_names(styles: bytes) -> dict[str, str]:
    """Style id in this file → style id of the house: Word localises ids (Titre1) and keeps names."""
    house = _names(parse(base_parts()["word/styles.xml"]))
    return {there: house.get(name, there) for name, there in _names(parse(styles)).items()}


def _names(root: Element) -> dict[str, str]:
    return {
        style.find("w:name", NS).get(q("val"), "").lower(): style.get(q("styleId"), "")
        for style in root.findall("w:style", NS)
        if style.find("w:name", NS) is not None
    }


def _paragraph_lines(paragraph: Element, names: dict[str, str]) -> list[str]:
    style, line = names.get(style_of(paragraph), style_of(paragraph)), line_of(paragraph)
    if style == "TableGap":
        return []
    before = ["@@pagebreak"] if paragraph.find("w:pPr/w:pageBreakBefore", NS) is not None else []
    if is_tag_alone(line, "p"):
        return [*before, line]
    prefix = _PREFIX_OF.get(style) or f"@{style} "
    return [*before, (prefix + line).rstrip(" ")]


def _table_lines(table: Element) -> list[str]:
    widths = ",".join(column.get(q("w"), "0") for column in table.findall("w:tblGrid/w:gridCol", NS))
    caption, description = (_property(table, tag) for tag in ("tblCaption", "tblDescription"))
    return [f"@@table {widths} | {caption} | {description}", *map(_row_line, table.findall("w:tr", NS)), "@@end"]


def _property(table: Element, tag: str) -> str:
    found = table.find(f"w:tblPr/w:{tag}", NS)
    return found.get(q("val"), "") if found is not None else ""


def _row_line(row: Element) -> str:
    cells = ["\\n".join(line_of(p, cell=True) for p in cell.findall("w:p", NS)) for cell in row.findall("w:tc", NS)]
    tags = [cell for cell in cells if is_tag_alone(cell, "tr")]
    return tags[0] if tags else "| " + " | ".join(cells) + " |"


def main(arguments: list[str] | None = None) -> None:
    """The maintainers' command; writes beside the file it reads."""
    parser = argparse.ArgumentParser(prog="python -m briefs.render.markup", description=__doc__)
    parser.add_argument("to", choices=("docx", "text"))
    parser.add_argument("file", type=Path)
    layouts = read_layouts(find_layers())
    parser.add_argument("--layout", choices=tuple(layouts), default="house")
    parser.add_argument("--language", default="en")
    given = parser.parse_args(arguments)
    if given.to == "docx":
        made = to_docx(given.file.read_text(encoding="utf-8"), layouts[given.layout], given.language)
        given.file.with_suffix(".docx").write_bytes(made)
    else:
        given.file.with_suffix(".txt").write_text(to_text(given.file.read_bytes()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
