"""The marks inside a line of template text: *italic*, **bold**, tags kept whole, and four escapes."""

import re
from collections.abc import Iterator

from briefs.render.ooxml import NS, Element, esc, q

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_PIECE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\\[*|\\n]|\*\*|\*|[^\\*{]+|.", re.S)
_ESCAPED = {"\\*": "*", "\\|": "|", "\\\\": "\\", "\\n": "\n"}
_ESCAPE = {"*": "\\*", "\\": "\\\\", "\n": "\\n"}

Span = tuple[str, bool, bool]
"""Text, bold, italic."""


class Unbalanced(ValueError):
    """A * or ** was opened and not closed."""


def spans(line: str) -> list[Span]:
    """Splits a line at its marks; tags stay whole, a star inside a tag is no mark."""
    bold = italic = False
    found: list[Span] = []
    for piece in _PIECE.findall(line):
        if piece == "**":
            bold = not bold
        elif piece == "*":
            italic = not italic
        else:
            found.append((str(_ESCAPED.get(piece, piece)), bold, italic))
    if bold or italic:
        raise Unbalanced("a * or ** is opened and not closed")
    return _joined(found)


def runs_xml(line: str) -> str:
    return "".join(_run(text, bold, italic) for text, bold, italic in spans(line))


def _run(text: str, bold: bool, italic: bool) -> str:
    properties = ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")
    inner = "".join(
        {"\t": "<w:tab/>", "\n": "<w:br/>"}.get(piece) or f'<w:t xml:space="preserve">{esc(piece)}</w:t>'
        for piece in re.split("([\t\n])", text)
        if piece
    )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def line_of(paragraph: Element, cell: bool = False) -> str:
    """A Word paragraph as a line of template text."""
    pieces = _joined(list(_word_spans(paragraph)))
    out, bold, italic = [], False, False
    for text, is_bold, is_italic in pieces:
        out.append(_switch(bold, italic, is_bold, is_italic) + _escaped(text, cell))
        bold, italic = is_bold, is_italic
    return "".join(out) + _switch(bold, italic, False, False)


def _word_spans(paragraph: Element) -> Iterator[Span]:
    for run in paragraph.iter(q("r")):
        text = "".join(_text_in(run))
        if text:
            yield text, _is_on(run, "b"), _is_on(run, "i")


def _text_in(run: Element) -> Iterator[str]:
    for node in run:
        if node.tag == q("t"):
            yield node.text or ""
        elif node.tag in (q("tab"), q("br")):
            yield "\t" if node.tag == q("tab") else "\n"


def _is_on(run: Element, tag: str) -> bool:
    found = run.find(f"w:rPr/w:{tag}", NS)
    return found is not None and found.get(q("val"), "1") not in ("0", "false", "off")


def _joined(pieces: list[Span]) -> list[Span]:
    out: list[Span] = []
    for text, bold, italic in pieces:
        if out and out[-1][1:] == (bold, italic):
            out[-1] = (out[-1][0] + text, bold, italic)
        else:
            out.append((text, bold, italic))
    return out


def _switch(bold: bool, italic: bool, to_bold: bool, to_italic: bool) -> str:
    """The stars between two runs; closing and opening of the same mark never meet, runs being joined before."""
    return ("*" if italic != to_italic else "") + ("**" if bold != to_bold else "")


def _escaped(text: str, cell: bool) -> str:
    plain = {**_ESCAPE, "|": "\\|"} if cell else _ESCAPE
    out, at = [], 0
    for tag in TAG.finditer(text):
        out += ["".join(plain.get(c, c) for c in text[at : tag.start()]), tag[0]]
        at = tag.end()
    return "".join(out) + "".join(plain.get(c, c) for c in text[at:])


def is_tag_alone(line: str, kind: str) -> bool:
    """Whether the line is one {%p …%} or {%tr …%} and nothing else."""
    return bool(re.fullmatch(rf"\{{%{kind} .*?%\}}", line.strip()))
