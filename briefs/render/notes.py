"""Footnotes: full form at the first citation, short form later, several citations at one place in one note."""

from dataclasses import dataclass, field
from typing import Any

from briefs.render.data import show
from briefs.render.house import footnotes_xml
from briefs.render.layouts import Words
from briefs.render.ooxml import esc, text_run

CATEGORIES = (
    "European Court of Human Rights",
    "United Nations bodies",
    "Court of Justice of the European Union",
    "Other international bodies",
    "National courts",
    "Treaties and rules",
    "Reports and other material",
)
"""Headings of the table of authorities in their order; others follow in the order of the alphabet."""

_ITALIC = "<w:i/><w:iCs/>"
_REFERENCE = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
_HIDDEN = "<w:rPr><w:vanish/></w:rPr>"


@dataclass(frozen=True)
class Cited:
    """One citation as printed. `bookmark` finds its page; `note` is the number of its footnote."""

    key: str
    bookmark: str
    note: int
    first: bool
    text: str


@dataclass
class Notes:
    """The footnotes of one document, in its order."""

    words: Words
    bodies: list[str] = field(default_factory=list)
    cited: list[Cited] = field(default_factory=list)
    sources: dict[str, dict[str, Any]] = field(default_factory=dict)

    def add(self, inner: str) -> str:
        """A new note; returns its reference for the text."""
        self.bodies.append(inner)
        return f'<w:r>{_REFERENCE}<w:footnoteReference w:id="{len(self.bodies)}"/></w:r>'

    def cite(self, citation: dict[str, Any], bookmark: str, join: bool) -> tuple[str, str]:
        """The note's reference (empty when joined to the note before) and the TA field that Word's table is made of."""
        source = {k: show(v) if isinstance(v, str) else v for k, v in citation.items()}
        first = source["key"] not in self.sources
        self.sources.setdefault(source["key"], source)
        name, rest = citation_text(source, first, self.words)
        inner = text_run(name, _ITALIC if source["italic"] else "") + (text_run(rest) if rest else "")
        if source["in_text"]:
            self.cited.append(Cited(source["key"], bookmark, 0, first, name))
            return "", self._ta(source, first)
        if join:
            self.bodies[-1] += text_run("; ") + inner
        reference = "" if join else self.add(inner)
        self.cited.append(Cited(source["key"], bookmark, len(self.bodies), first, name + rest))
        return reference, self._ta(source, first)

    def _ta(self, source: dict[str, Any], first: bool) -> str:
        long = f'\\l "{_quoted(joined(source["name"], source["toa"]))}" ' if first else ""
        category = f" \\c {min(self.category(source['category']), 16)}" if first else ""
        code = f'TA {long}\\s "{_quoted(source["short"])}"{category}'
        return (
            f'<w:r>{_HIDDEN}<w:fldChar w:fldCharType="begin"/></w:r><w:r>{_HIDDEN}<w:instrText xml:space="preserve"> '
            f'{esc(code)} </w:instrText></w:r><w:r>{_HIDDEN}<w:fldChar w:fldCharType="end"/></w:r>'
        )

    def categories(self) -> list[str]:
        """Headings of the table: ours first, unknown ones after them by the alphabet."""
        return [*CATEGORIES, *sorted({s["category"] for s in self.sources.values()} - set(CATEGORIES))]

    def category(self, name: str) -> int:
        return self.categories().index(name) + 1

    def xml(self) -> bytes:
        """The part of the footnotes."""
        last = {cited.note: cited.text for cited in self.cited if cited.note}
        stops = {note: "" if text.endswith(".") else text_run(".") for note, text in last.items()}
        notes = "".join(_note(n, inner + stops.get(n, "")) for n, inner in enumerate(self.bodies, start=1))
        return footnotes_xml(notes)


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")


def _note(number: int, inner: str) -> str:
    return (
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r>{_REFERENCE}'
        f"<w:footnoteRef/></w:r><w:r><w:tab/></w:r>{inner}</w:p></w:footnote>"
    )


def citation_text(source: dict[str, Any], first: bool, words: Words) -> tuple[str, str]:
    """The name and what follows it. Provisions and treaties are never 'cited above'."""
    if first:
        rest = joined("", source["rest"], source["pinpoint"], _remark(source["tail"]))
        return source["name"], rest
    above = "" if source["category"] == "Treaties and rules" else words.above
    return source["short"], joined("", above, source["pinpoint"])


def _remark(tail: str) -> str:
    return f"({tail})" if tail and tail[0] not in "([," else tail


def joined(start: str, *parts: str) -> str:
    """Puts a comma between the parts of a citation where they bring no punctuation of their own."""
    text = start
    for part in parts:
        if not part:
            continue
        if part[0] in ",.;: ":
            text += part
        else:
            text += (" " if part[0] in "([" else ", ") + part
    return text
