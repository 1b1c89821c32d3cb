"""Word files of marked texts as counsel or HUDOC would have them: italics, notes, tables, signs that do not break.

Every line of a text is a paragraph. Nothing is left to chance: what is done to a paragraph follows from its number.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import count

from benchmarks.verify.gold import MARK

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MORE = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    f'xmlns:r="{_OFFICE}"'
)
_NAME = re.compile(r".{2,80}? (?:v\.?|c\.) .{2,60}?(?=,| \(| \[|$)")
_PARTS = {"footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments", "header": "hdr"}
_TEXT_BOX = (
    '<w:drawing><wp:inline><wp:extent cx="5400000" cy="2700000"/><wp:docPr id="{0}" name="Box {0}"/><a:graphic>'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
    '<wps:cNvSpPr txBox="1"/>'
    "<wps:spPr/><wps:txbx><w:txbxContent>{1}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
    "</wp:inline></w:drawing>"
)
_STYLES = (
    f'<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"'
    "/>"
    '<w:sz w:val="24"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '<w:pPr><w:jc w:val="both"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Note"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/>'
    '<w:rPr><w:sz w:val="20"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="NoteNumber"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Case"><w:name w:val="Case"/><w:rPr><w:i/></w:rPr></w:style></w:styles>'
)


_RAISED = '<w:rPr><w:rStyle w:val="NoteNumber"/></w:rPr>'


def hard(text: str) -> str:
    """Blanks and hyphens that do not break, where HUDOC writes them."""
    text = re.sub(r"(?<=\bno\.) (?=\d)|(?<=\bnos\.) (?=\d)|(?<=§) (?=\d)|(?<=\bArticle) (?=\d)", "\u00a0", text)
    return re.sub(r"(?<=\d)-(?=[IVX]+\b|[A-C]\b)", "\u2011", text)


def soft(text: str) -> str:
    """A soft hyphen in each fourth long word, as a typist leaves them."""
    turn = count()
    return re.sub(r"[^\W\d_]{9,}", lambda m: f"{m[0][:5]}\u00ad{m[0][5:]}" if next(turn) % 4 == 0 else m[0], text)


def in_notes(paragraph: str, turn: Iterator[int]) -> list[tuple[str, str]]:
    """A marked paragraph as (text, note called behind it): each second bracket that cites is moved into a note."""
    out, done = [], 0
    for opening in re.finditer(r" \((?=(?:see|voir|cf\.)\b)", paragraph):
        end = _closing(paragraph, opening.end())
        if opening.start() < done or not end or "⟦" not in paragraph[opening.end() : end] or next(turn) % 2:
            continue
        inner = paragraph[opening.end() : end].strip()
        sign = re.match(r"[.,;]?", paragraph[end + 1 :])[0]
        out.append((paragraph[done : opening.start()] + sign, inner[:1].upper() + inner[1:] + "."))
        done = end + 1 + len(sign)
    return [*out, (paragraph[done:], "")]


def _closing(text: str, place: int) -> int:
    depth = 1
    for at in range(place, len(text)):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if not depth:
            return at if text.count("⟦", place, at) == text.count("⟧", place, at) else 0
    return 0


@dataclass
class Written:
    """One Word file while it is written. `columns`: two narrow ones, hyphenated. `apart`: citing paragraphs stand in
    text boxes, endnotes, comments, insertions and fields instead of the body.
    """

    title: str
    columns: bool = False
    apart: bool = False
    body: list[str] = field(default_factory=list)
    parts: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in _PARTS})

    def fill(self, paragraphs: list[str]) -> "Written":
        """Takes the paragraphs, marks and all."""
        notes, n = count(), 0
        while n < len(paragraphs):
            short = all(len(p) < 350 for p in paragraphs[n : n + 2])
            if self.apart:
                self.body.append(self._apart(n, paragraphs[n]))
            elif n % 10 == 4 and short and n + 1 < len(paragraphs):
                self.body.append(_table(self._paragraph(p, notes) for p in paragraphs[n : n + 2]))
                n += 1
            else:
                self.body.append(self._paragraph(paragraphs[n], notes))
            n += 1
        return self

    def _paragraph(self, paragraph: str, notes: Iterator[int]) -> str:
        pieces = []
        for text, note in in_notes(paragraph, notes):
            pieces.append(_runs(text))
            if note:
                pieces.append(self._call("footnote", _p(_runs(note))))
        return _p("".join(pieces))

    def _call(self, kind: str, inner: str) -> str:
        held = self.parts[f"{kind}s"]
        number = len(held) + 1
        own = f'<w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr><w:r>{_RAISED}<w:{kind}Ref/></w:r>'
        inner = inner.replace("<w:p>", own + _run(" "), 1)
        held.append(f'<w:{kind} w:id="{number}">{inner}</w:{kind}>')
        name = f"{kind}Reference"
        return f'<w:r>{_RAISED}<w:{name} w:id="{number}"/></w:r>'

    def _apart(self, n: int, paragraph: str) -> str:
        runs = _runs(paragraph)
        ways = {
            1: lambda: _p(f"<w:r>{_TEXT_BOX.format(n + 1, _p(runs))}</w:r>"),
            2: lambda: _p(_runs("The point is taken up below.") + self._call("endnote", _p(runs))),
            3: lambda: _p(f'<w:ins w:id="{n}" w:author="A" w:date="2026-01-01T00:00:00Z">{runs}</w:ins>'),
            4: lambda: _p(_runs("The point is taken up beside.") + self._call("comment", _p(runs))),
            5: lambda: f"<w:sdt><w:sdtPr/><w:sdtContent>{_p(runs)}</w:sdtContent></w:sdt>",
            6: lambda: _p(f'<w:hyperlink w:anchor="x">{runs}</w:hyperlink>'),
            7: lambda: _table([_p(runs), _p(_runs("Noted."))]),
            8: lambda: _p(f'<w:smartTag w:element="x">{runs}</w:smartTag>'),
        }
        return ways.get(n % 9, lambda: _p(runs))()

    def packed(self) -> bytes:
        """The file."""
        fields = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        fields += '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        fields += '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        self.parts["header"] = [_p(f"{_run(self.title)}<w:r><w:tab/></w:r>{fields}")]
        columns = '<w:cols w:num="2" w:space="400"/>' if self.columns else ""
        section = (
            '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>'
            f'<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708"/>{columns}</w:sectPr>'
        )
        body = "".join(self.body)
        hyphens = "<w:autoHyphenation/>" if self.columns else ""
        files = {
            "word/document.xml": f"<w:document {_W} {_MORE}><w:body>{body}{section}</w:body></w:document>",
            "word/styles.xml": _STYLES,
            "word/settings.xml": f"<w:settings {_W}>{hyphens}</w:settings>",
        }
        for name, tag in _PARTS.items():
            files[f"word/{name}.xml"] = f"<w:{tag} {_W} {_MORE}>{''.join(self.parts[name])}</w:{tag}>"
        return _zipped(files)


def _p(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def _table(cells: "Iterator[str] | list[str]") -> str:
    inner = "".join(f'<w:tc><w:tcPr><w:tcW w:w="4500" w:type="dxa"/></w:tcPr>{cell}</w:tc>' for cell in cells)
    return f'<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid/><w:tr>{inner}</w:tr></w:tbl>'


_SPACED = '<w:t xml:space="preserve">'


def _run(text: str, properties: str = "") -> str:
    made = escape(text, quote=False)
    for sign, node in (("\t", "<w:tab/>"), ("\u2011", "<w:noBreakHyphen/>")):
        made = made.replace(sign, f"</w:t>{node}{_SPACED}")
    own = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{own}{_SPACED}{made}</w:t></w:r>"


def _runs(marked: str) -> str:
    """Runs of a marked text: names of cases in italics, each cut in two in the middle of a word."""
    out, done = [], 0
    for m in MARK.finditer(marked):
        out.append(_run(soft(hard(marked[done : m.start()]))))
        name = _NAME.match(m[2])
        named = name[0] if name else ""
        cut = len(named) // 2
        style = '<w:rStyle w:val="Case"/>' if len(out) % 4 else "<w:i/>"
        out += [_run(hard(named[:cut]), style), _run(hard(named[cut:]), style), _run(hard(m[2][len(named) :]))]
        done = m.end()
    return "".join([*out, _run(soft(hard(marked[done:])))])


def _zipped(files: dict[str, str]) -> bytes:
    kinds = {"document": "document.main", "header": "header"}
    types, relations = [], []
    order = ("styles", "settings", "footnotes", "header", "endnotes", "comments")
    for name in ("document", *order):
        kind = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kinds.get(name, name)}+xml"
        types.append(f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>')
    for number, name in enumerate(order, 1):
        relations.append(f'<Relationship Id="rId{number}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>')
    package = "http://schemas.openxmlformats.org/package/2006"
    wrapped = f'<Relationships xmlns="{package}/relationships">%s</Relationships>'
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{''.join(types)}</Types>"
    )
    files["_rels/.rels"] = (
        wrapped % f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    )
    files["word/_rels/document.xml.rels"] = wrapped % "".join(relations)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return out.getvalue()
