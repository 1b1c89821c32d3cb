"""A filled body as text, cut at its paragraphs: only a paragraph that must change is ever read as a tree.

The gate has let through no text box, so paragraphs never stand in one another; and the compiler puts a cut before and
after each of them, which no value can imitate: XML has no such character, and a value that holds it is refused.
"""

import re
from html import unescape

from lxml import etree

from briefs.render.ooxml import DECLARED, Element, parse, text_of

CUT = "\x1e"
"""Before and after each paragraph of a compiled story; ASCII's own sign between two records."""

_BORDER = re.compile(r"\n?(<w:p(?: [^>]*)?/>)|\n?(<w:p)(?=[ >])|(</w:p>)")
_EMPTY = re.compile(r"<w:p(?: [^>]*)?/>")
_STYLE = '<w:pStyle w:val="'
_ROOT = re.compile(r"<w:document [^>]*>")
_DECLARES = re.compile(r'xmlns:(\w+)="[^"]*"')
_WRITTEN = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_TABLE = re.compile(r"<(/?)w:tbl>")


class Torn(ValueError):
    """A text whose paragraphs do not close: a tag of the template has kept one half of a paragraph."""


class Story:
    """`paragraphs[n]` is the XML of a paragraph, `after[n]` what stands between it and the next."""

    def __init__(self, filled: str):
        """Torn where a paragraph begins and does not end, or the other way round."""
        pieces = filled.split(CUT)
        self.before, self.paragraphs, self.after = pieces[0], pieces[1::2], pieces[2::2]
        if len(self.paragraphs) != len(self.after) or not all(p.startswith("<w:p") for p in self.paragraphs):
            raise Torn("a paragraph is opened and not closed, or closed and not opened")

    def xml(self) -> str:
        """The whole again."""
        out = [self.before] * (2 * len(self.paragraphs) + 1)
        out[1::2], out[2::2] = self.paragraphs, self.after
        return "".join(out)

    def style(self, at: int) -> str:
        """Style id of a paragraph; Normal where it names none."""
        return style(self.paragraphs[at])

    def text(self, at: int) -> str:
        """The visible text of a paragraph, as `ooxml.text_of` gives it."""
        paragraph = self.paragraphs[at]
        if "<w:tab" in paragraph or "<w:br" in paragraph:
            return "".join(text_of(element) for element in self.elements(at))
        return written(paragraph)

    def ahead(self, at: int) -> str:
        """What stands between the paragraph before and this one."""
        return self.after[at - 1] if at else self.before

    def elements(self, at: int) -> list[Element]:
        """The paragraph as a tree, with the names that the document declares; several where it has been replaced."""
        return list(parse(f"<x {self._declared()}>{self.paragraphs[at]}</x>"))

    def _declared(self) -> str:
        root = _ROOT.search(self.before)
        found = [m[0] for m in _DECLARES.finditer(root[0]) if m[1] not in ("w", "r")] if root else []
        return " ".join([DECLARED, *found])

    def remove(self, at: int) -> None:
        """Takes a paragraph out; what stood around it stays."""
        if at:
            self.after[at - 1] += self.after[at]
        else:
            self.before += self.after[at]
        del self.paragraphs[at], self.after[at]

    def put(self, at: int, elements: list[Element]) -> None:
        self.paragraphs[at] = "".join(map(outer, elements))

    def tables(self) -> list[range]:
        """The places of the paragraphs of every table that stands directly in the body, in order."""
        found, depth, first = [], 0, 0
        for at in [at for at, between in enumerate((self.before, *self.after)) if "w:tbl>" in between]:
            for close in _TABLE.findall(self.ahead(at)):
                depth += -1 if close else 1
                if not close and depth == 1:
                    first = at
                elif close and depth == 0:
                    found.append(range(first, at))
        return found

    @classmethod
    def of(cls, root: Element) -> "Story":
        return cls(cut(etree.tostring(root, encoding="unicode")))


def cut(xml: str) -> str:
    """A text with a cut around each paragraph, in place of a line break before it; the text may hold parts of one."""
    return _BORDER.sub(_with_cut, xml)


def _with_cut(found: re.Match[str]) -> str:
    empty, opened, closed = found.groups()
    return f"{CUT}{empty}{CUT}" if empty else f"{CUT}{opened}" if opened else f"{closed}{CUT}"


def style(paragraph: str) -> str:
    start = paragraph.find(_STYLE, 0, paragraph.find("</w:pPr>") + 1)
    if start < 0:
        return "Normal"
    name = paragraph[start + len(_STYLE) : paragraph.index('"', start + len(_STYLE))]
    return unescape(name) if "&" in name else name


def written(xml: str) -> str:
    """The text of all w:t inside."""
    texts = "".join(_WRITTEN.findall(xml))
    return unescape(texts) if "&" in texts else texts


def outer(element: Element) -> str:
    """An element as it stands inside a document, without the names that the document declares."""
    xml = etree.tostring(element, encoding="unicode", with_tail=False)
    end = xml.index(">")
    return re.sub(r' xmlns:\w+="[^"]*"', "", xml[:end]) + xml[end:]


def inside(paragraph: str) -> tuple[str, str, str]:
    """Opening with its properties, contents, and closing of a paragraph."""
    if paragraph.endswith("/>") and _EMPTY.fullmatch(paragraph):
        return f"{paragraph[:-2]}>", "", "</w:p>"
    end = paragraph.find("</w:pPr>")
    if end >= 0:
        cut = end + len("</w:pPr>")
    else:
        cut = paragraph.index(">") + 1
        if paragraph.startswith("<w:pPr/>", cut):
            cut += len("<w:pPr/>")
    return paragraph[:cut], paragraph[cut : -len("</w:p>")], "</w:p>"
