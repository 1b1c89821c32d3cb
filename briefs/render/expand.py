"""One pass over the rendered text, in its order, that turns every mark into Word's own object."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from briefs.errors import Problem, RenderError
from briefs.render.arrangement import keep_together, lift_notes, tidy
from briefs.render.comments import Comments
from briefs.render.layouts import Words
from briefs.render.marks import MARK, NOTE_CLOSE, NOTE_OPEN, OPEN, Mark
from briefs.render.notes import Notes
from briefs.render.numbering import HEADINGS, LETTERS, Forms, numbers_of
from briefs.render.ooxml import NS, Element, esc, q, siblings, text_of, text_run
from briefs.render.ooxml import field as word_field
from briefs.render.scripts import has_other_scripts, mark_scripts
from briefs.render.story import Story, inside, style, written
from briefs.render.tables import Heading, authorities, contents

_NAMESPACE = re.compile(r' xmlns:\w+="[^"]*"')
_PIECES = re.compile("(\ue000\\d+\ue001|\n|\t)")
_HAS = re.compile(f"[{OPEN}{NOTE_OPEN}{NOTE_CLOSE}]")
_TYPED_NOTE = re.compile(f"{NOTE_OPEN}.*?{NOTE_CLOSE}", re.S)
_BOOKMARKS = re.compile(r'<w:bookmarkStart [^>]*w:id="(\d+)"')
_SPACE = re.compile(r"\s+")
_PLACEHOLDER = (
    '<w:rStyle w:val="PlaceholderText"/><w:color w:val="9C1C1C"/><w:shd w:val="clear" w:color="auto" w:fill="FFF2CC"/>'
)


@dataclass
class Expansion:
    """The state of one pass. `missing` collects (path, label); `exhibits` the numbers referred to."""

    marks: list[Mark]
    notes: Notes
    comments: Comments
    words: Words
    exhibit_numbers: frozenset[str]
    pages: Mapping[str, int]
    forms: Forms = LETTERS
    missing: list[tuple[str, str]] = field(default_factory=list)
    exhibits: list[str] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    numbers: dict[str, str] = field(default_factory=dict)
    named: dict[str, int] = field(default_factory=dict)
    listed: dict[str, int] = field(default_factory=dict)
    typed: dict[Element, list[Element]] = field(default_factory=dict)
    _bookmark: int = 0
    _joinable: bool = False

    def body(self, filled: str) -> str:
        """The filled body with every mark turned into Word's own object."""
        story = Story(filled)
        self._bookmark = 1 + (max(map(int, _BOOKMARKS.findall(filled))) if "<w:bookmarkStart" in filled else 0)
        lift_notes(story, {n for n, mark in enumerate(self.marks) if mark.kind == "note"})
        story = tidy(story)
        self.numbers, self.named = self._numbers(story)
        self.listed = self._exhibit_cells(story)
        tables = self._runs(story)
        self._bookmarks(story)
        keep_together(story)
        self._tables(tables, story)
        self._scripts(story)
        return story.xml()

    def edge(self, root: Element) -> None:
        """Placeholders in a header or footer: Word allows no comment there."""
        wanted, self.comments.wanted = self.comments.wanted, False
        self.typed = {}
        for run in list(root.iter(q("r"))):
            self._run(run)
        self.comments.wanted = wanted

    def _numbers(self, story: Story) -> tuple[dict[str, str], dict[str, int]]:
        """The number of every named paragraph; two paragraphs of one name would make a reference ambiguous."""
        if not any(mark.kind == "mark" for mark in self.marks):
            return {}, {}
        full = {at: text for at, _, _, text in numbers_of(map(style, story.paragraphs), self.forms)}
        numbers: dict[str, str] = {}
        named: dict[str, int] = {}
        for at in range(len(story.paragraphs)):
            for found in self._marks_in(story, at):
                if found.kind == "mark" and found.text in named:
                    raise RenderError(
                        Problem(f"mark({found.text!r})", "names two paragraphs.", fix="Give each its own name.")
                    )
                if found.kind == "mark":
                    named[found.text], numbers[found.text] = at, full.get(at, "")
        return numbers, named

    def _marks_in(self, story: Story, at: int) -> list[Mark]:
        paragraph = story.paragraphs[at]
        if paragraph.isascii() or OPEN not in paragraph:
            return []
        return [self.marks[int(n)] for n in MARK.findall(written(_TYPED_NOTE.sub("", paragraph)))]

    def _exhibit_cells(self, story: Story) -> dict[str, int]:
        """Number of an exhibit that is referred to → its place in the list: first cell of a row, with nothing else."""
        found: dict[str, int] = {}
        referred = self.exhibit_numbers & {mark.text for mark in self.marks if mark.kind == "ex"}
        for at, ahead in enumerate((story.before, *story.after[:-1])) if referred else ():
            if "<w:tr" not in ahead or not _opens_first_cell(ahead):
                continue
            text, last = story.text(at), at
            while "</w:tc>" not in story.after[last] and last + 1 < len(story.paragraphs):
                last += 1
                text += story.text(last)
            if text.strip() in referred:
                found.setdefault(text.strip(), at)
        return found

    def _typed_notes_first(self, paragraph: Element) -> None:
        """Groups the runs of each typed footnote; their place among the notes is settled by the pass over the runs."""
        opening: Element | None = None
        for run in list(paragraph):
            text = text_of(run)
            if opening is not None and NOTE_CLOSE in text:
                paragraph.remove(run)
                opening = None
            elif opening is not None:
                paragraph.remove(run)
                self.typed[opening].append(run)
            elif NOTE_OPEN in text:
                opening = run
                self.typed[run] = []

    def _runs(self, story: Story) -> dict[str, int]:
        tables: dict[str, int] = {}
        for at, paragraph in enumerate(story.paragraphs):
            if "\n" not in paragraph and "\t" not in paragraph and (paragraph.isascii() or not _HAS.search(paragraph)):
                continue
            marks = self._marks_in(story, at)
            for found in marks:
                if found.kind in ("toc", "toa"):
                    tables[found.kind] = at
            story.put(at, [self._expanded(e, [m.text for m in marks if m.kind == "note"]) for e in story.elements(at)])
        return tables

    def _expanded(self, paragraph: Element, said: list[str]) -> Element:
        self._joinable, self.typed = False, {}
        self._typed_notes_first(paragraph)
        for run in list(paragraph.iter(q("r"))):
            self._run(run)
        if said:
            self._comment_paragraph(paragraph, said)
        return paragraph

    def _run(self, run: Element) -> None:
        parent = run.getparent()
        texts = [node.text or "" for node in run.iterchildren(q("t"))]
        if parent is None or not (run in self.typed or any(_PIECES.search(t) for t in texts)):
            self._seen("".join(texts))
            return
        if run in self.typed:
            xml = self.notes.add(self._typed(self.typed[run]))
        else:
            properties = self._properties(run)
            xml = "".join(self._child(child, properties) for child in run if child.tag != q("rPr"))
        at = parent.index(run)
        parent[at : at + 1] = siblings(xml)

    def _seen(self, text: str) -> None:
        if text.strip():
            self._joinable = False

    def _properties(self, run: Element) -> str:
        properties = run.find("w:rPr", NS)
        return "" if properties is None else "".join(_xml(child) for child in properties)

    def _child(self, child: Element, properties: str) -> str:
        if child.tag != q("t"):
            return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{_xml(child)}</w:r>"
        out = []
        for piece in _PIECES.split(child.text or ""):
            found = MARK.fullmatch(piece)
            if not found:
                self._seen(piece)
            if piece:
                out.append(
                    self._object(self.marks[int(found[1])], properties) if found else text_run(piece, properties)
                )
        return "".join(out)

    def _typed(self, runs: list[Element]) -> str:
        """The text of a typed note: placeholders and references work in it, a comment must stay outside."""
        commented, self.comments.wanted = self.comments.wanted, False
        inner = ""
        for run in runs:
            if any(self.marks[int(n)].kind not in ("missing", "ref", "ex") for n in MARK.findall(text_of(run))):
                raise RenderError(
                    Problem("footnote", "cite, fn, note, mark, toc and toa do not work in a typed footnote.")
                )
            properties = self._properties(run)
            inner += "".join(self._child(child, properties) for child in run if child.tag != q("rPr"))
        self.comments.wanted = commented
        return inner

    def _object(self, mark: Mark, properties: str) -> str:
        if mark.kind == "cite":
            return self._cite(mark)
        self._joinable = False
        if mark.kind == "fn":
            return self.notes.add(text_run(mark.text))
        if mark.kind == "ref":
            return self._ref(mark.text, properties)
        if mark.kind == "ex":
            return self._ex(mark.text, mark.label, properties)
        return self._missing(mark) if mark.kind == "missing" else ""

    def _cite(self, mark: Mark) -> str:
        citation = mark.data or {}
        name = f"_Ta{len(self.notes.cited):05d}"
        reference, ta = self.notes.cite(citation, name, join=self._joinable)
        self._joinable = self._joinable or not citation["in_text"]
        inner = self.comments.around(reference, *citation["warnings"], kind="UNVERIFIED")
        return self._around(name, inner) + ta

    def _ref(self, name: str, properties: str) -> str:
        if name not in self.named:
            raise RenderError(
                Problem(
                    f"ref({name!r})",
                    "no paragraph of this filing has that name.",
                    fix=f"Write {{{{ mark({name!r}) }}}} in it.",
                )
            )
        return word_field(f"REF _P{name} \\w \\h", text_run(self.numbers[name], properties), properties)

    def _ex(self, exhibit: str, page: str, properties: str) -> str:
        if exhibit not in self.exhibits:
            self.exhibits.append(exhibit)
        shown = text_run(exhibit, properties)
        if exhibit in self.listed:
            shown = word_field(f"REF {_exhibit_bookmark(exhibit)} \\h", shown, properties)
        where = f", {self.words.page_short}\u00a0{page}" if page else ""
        return text_run("[", properties) + shown + text_run(f"{where}]", properties)

    def _missing(self, mark: Mark) -> str:
        self.missing.append((mark.text, mark.label))
        control = (
            f'<w:sdt><w:sdtPr><w:alias w:val="{esc(mark.label)}"/><w:tag w:val="{esc(mark.text[:64])}"/>'
            f'<w:id w:val="{710000 + len(self.missing)}"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>'
            f"{text_run(f'[{mark.label}]', _PLACEHOLDER)}</w:sdtContent></w:sdt>"
        )
        return self.comments.around(control, f"{mark.label} ({mark.text}). Ask; do not guess.", kind="MISSING")

    def _comment_paragraph(self, paragraph: Element, said: list[str]) -> None:
        for text in said:
            pieces = siblings(self.comments.around("<w:p/>", text, kind="NOTE"))
            at = 1 if paragraph.find("w:pPr", NS) is not None else 0
            if len(pieces) > 1:
                paragraph.insert(at, pieces[0])
                paragraph.extend(pieces[2:])

    def _around(self, name: str, inner: str) -> str:
        self._bookmark += 1
        return (
            f'<w:bookmarkStart w:id="{self._bookmark}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{self._bookmark}"/>'
        )

    def _bookmarks(self, story: Story) -> None:
        """Bookmarks that begin with _ are hidden in Word; 40 characters at most."""
        for name, at in self.named.items():
            self._wrap(story, at, f"_P{name}")
        for exhibit, at in self.listed.items():
            self._wrap(story, at, _exhibit_bookmark(exhibit))
        headed = [
            (at, s) for at, p in enumerate(story.paragraphs) if 'w:val="Heading' in p and (s := style(p)) in HEADINGS
        ]
        counted = numbers_of((s for _, s in headed), self.forms)
        for (at, _), (_, name, label, _) in zip(headed, counted, strict=True):
            bookmark = f"_Toc{len(self.headings) + 1:08d}"
            self.headings.append(Heading(HEADINGS[name], label, _SPACE.sub(" ", story.text(at)).strip(), bookmark))
            self._wrap(story, at, bookmark)

    def _wrap(self, story: Story, at: int, name: str) -> None:
        mark, slash, end = self._around(name, "").partition("/>")
        opening, inner, closing = inside(story.paragraphs[at])
        story.paragraphs[at] = opening + mark + slash + inner + end + closing

    def _tables(self, places: Mapping[str, int], story: Story) -> None:
        made = {"toc": lambda: contents(self.headings, self.pages), "toa": lambda: authorities(self.notes, self.pages)}
        for kind, at in places.items():
            story.put(at, siblings(made[kind]()))

    def _scripts(self, story: Story) -> None:
        for at, paragraph in enumerate(story.paragraphs):
            if not paragraph.isascii() and has_other_scripts(paragraph):
                elements = story.elements(at)
                for element in elements:
                    mark_scripts(element)
                story.put(at, elements)


def _opens_first_cell(between: str) -> bool:
    """Whether what comes next stands at the beginning of a row's first cell."""
    row = between[max(between.rfind("<w:tr>"), between.rfind("<w:tr ")) :]
    return row.count("<w:tc>") == 1 and "</w:tc>" not in row


def _exhibit_bookmark(exhibit: str) -> str:
    return "_Ex" + re.sub(r"\W", "_", exhibit)[:36]


def _xml(element: Element) -> str:
    return _NAMESPACE.sub("", etree.tostring(element, encoding="unicode", with_tail=False))
