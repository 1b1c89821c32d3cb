"""The table of authorities against the text: what stands in one and not in the other, and wrong pages."""

import re
from array import array
from collections import Counter
from dataclasses import dataclass, field

from briefs.documents import Paragraph
from briefs.verify.check.findings import Citation
from briefs.verify.check.verdict import Fault
from briefs.verify.find.dates import MONTH
from briefs.verify.find.late import late
from briefs.verify.find.names import tokens_of

_HEADING = late(
    r"(?:[IVX\d]+[.)]? )?(?:table|list|index) of (?:authorities|cases|citations)(?: cited)?:?$|"
    r"(?:authorities|cases) cited:?$|tables? des (?:autorités|affaires|matières jurisprudentielles)$",
    re.I,
)
_PAGES = late(r"(?:\.{2,}|\t|\s{2,}|, ?| )(?P<pages>passim|\d{1,4}(?:(?:, ?| and |-)\d{1,4}){0,40})\s*$")


@dataclass
class TableWatch:
    """Tells, paragraph by paragraph, whether the reader is inside a table of authorities."""

    inside: bool = False
    seen: bool = False
    paged: bool = False

    def passes(self, paragraph: Paragraph, cited: int, behind: str = "") -> bool:
        """Called once for each paragraph, in order; `cited`: how many of its characters are citations, `behind`: what
        follows the last of them.
        """
        text = paragraph.text.strip().strip("#*_ ")
        if _HEADING.match(" ".join(text.split())):
            self.inside, self.seen, self.paged = True, False, False
            return True
        if paragraph.in_table_of_authorities:
            return True
        if not self.inside:
            return False
        # What a form feed parts from the last entry stands on the next page: 'Agiza … 3\fARGUMENT'.
        entries, feed, next_page = paragraph.text.rpartition("\f")
        last = entries if feed and len(next_page) < len(behind) else behind
        paged = bool(cited and _listed(last.rstrip()))
        if paged or (cited and not self.paged and _is_entry(text, cited)):
            self.seen, self.paged = True, self.paged or paged
            return True
        if not text or (len(text) < 70 and not text.endswith(".")) or not self.seen:
            self.inside = not cited and len(text) < 260
            return self.inside
        self.inside = False
        return False


def _is_entry(text: str, cited: int) -> bool:
    """Little but citations, one a line; or a line that says something more and ends as no sentence does."""
    bare = len(text) - cited < 30 + 4 * text.count("\n")
    return bare or (len(text) < 250 and text[-1:] not in ".:;?!")


# The page number may have been carried over to the next line, behind its leader of dots.
_ENTRY = late(
    r"(?:[ \t.…]|\.{2,} ?\n\n?)(?:passim|\d{1,4}(?:,[ \t]*\n?\d{1,4}| and \d{1,4}|-\d{1,4}){0,40})[ \t]*$", re.M
)


_MONTH_BEHIND = late(rf"\s*{MONTH},? \d", re.I)
# A year at the end of a line is no page where the leader of dots stands on the next.
_ENTRY_END = late(rf"(?:{_ENTRY.pattern})\n(?! *{MONTH},? \d| *\.{{2,}})", re.M)


@dataclass
class PageWatch:
    """The table of authorities on the pages of a PDF, where a whole page is one text."""

    inside: bool = False
    led: bool = False
    """Whether dots or blanks lead to the pages of its entries: a line that ends with a bare number is none then."""

    def region(self, text: str) -> tuple[int, int]:
        """Where the table stands on this page; (0, 0) for nowhere. It goes on where a page opens with entries."""
        start = 0
        if not self.inside:
            heads = [m for m in re.finditer(r"^.+$", text, re.M) if _HEADING.match(" ".join(m[0].split()))]
            if not heads or not _ENTRY.search(text, heads[0].end(), heads[0].end() + 400):
                return 0, 0
            start = heads[0].start()
        end, entries = start, list(_ENTRY.finditer(text, start))
        if not self.inside:
            self.led = 2 * sum(_leads(text, m) for m in entries) > len(entries)
        for m in entries:
            if self.led and not _leads(text, m):
                continue
            if _NO_PAGE.search(text, max(0, m.start() - 12), m.start() + 1):
                continue  # '§§ 99' at the end of a line of the text
            if _MONTH_BEHIND.match(text, m.end()):
                continue  # '19' there, and 'February 2009' on the next line
            if m.end() - end > (900 if self.inside and not end else 400):  # a running head, then a long entry
                break
            end = m.end()
        self.inside = end > start and len(text.rstrip()) - end < 120
        return (start, end) if end > start else (0, 0)


def _leads(text: str, entry: re.Match[str]) -> bool:
    before = text[max(0, entry.start() - 2) : entry.start() + 2]
    return any(sign in before for sign in ("..", ". .", "…", "\t", "  "))


def apart(text: str, first: int, last: int) -> str:
    """The page with a semicolon for the end of each line that no citation runs over: entries stay apart."""
    lines = re.sub(r"^(?!.* v\. )[A-Z][A-Z .:,IVX0-9'’–-]{5,120}\n", lambda m: f"{m[0][:-1]};", text, flags=re.M)
    return lines[:first] + _ENTRY_END.sub(lambda m: f"{m[0][:-1]};", lines[first:last]) + lines[last:]


_LINE_ENDS = late(r";|(?<!\.\.)(?<!\.\. )(?<!\.\.\n)\n(?! ?\.{2,}[ .…]*\d)")


def behind(text: str, end: int) -> str:
    """What stands behind a citation on its line, or on the next behind a leader of dots: of an entry, its pages."""
    return _LINE_ENDS.split(text[end : end + 1000], maxsplit=1)[0]


def pages_of(behind: str) -> list[int] | None:
    """Pages that an entry lists behind its citation; None for 'passim' or none at all. A year is no page."""
    listed = _listed(behind)
    if not listed or listed == "passim":
        return None
    pages: list[int] = []
    for first, last in re.findall(r"(\d+)(?:-(\d+))?", listed):
        pages += range(int(first), min(int(last or first), int(first) + 200) + 1)
    return pages


_NO_PAGE = late(rf"(?:/\d\d,? and|{MONTH}|[Aa]rticles?|[Aa]rt\.|paragraphs?|paras?\.?|[Nn]os?\.?|vol\.|[/§-]) ?$")


def _listed(text: str) -> str:
    """The pages that a text ends with: no year, no paragraph, no day."""
    m = _PAGES.search(f" {text}")
    if not m or _NO_PAGE.search(f" {text}"[: m.start("pages")]):
        return ""
    return "" if any(int(n) >= 1900 for n in re.findall(r"\d+", m["pages"])) else m["pages"]


# What stands there is no text of the paper: no table lists it.
_BESIDE = {"comments", "headers", "footers"}


@dataclass(slots=True)
class Mentions:
    """Where the text cites an authority: the words of the first place, and the pages, where there are pages. `full`:
    whether it is cited in full anywhere.
    """

    first: str
    full: bool = False
    pages: array = field(default_factory=lambda: array("I"))

    def on(self, page: int | None) -> None:
        if page and (not self.pages or self.pages[-1] != page):
            self.pages.append(page)

    def join(self, more: "Mentions") -> None:
        """Takes in the places of the same authority under another name."""
        self.full = self.full or more.full
        self.pages.extend(more.pages)


@dataclass
class Table:
    """Entries of the table and mentions in the text, by what they stand for, with the words of their names."""

    entries: dict[str, tuple[str, list[int] | None]] = field(default_factory=dict)
    mentions: dict[str, Mentions] = field(default_factory=dict)
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)

    def add(self, citation: Citation, key: str, name: str, behind: str, short: bool) -> None:
        """`behind`: what stands behind the citation on its line."""
        if not key or citation.kind in {"treaty", "ibid"} or citation.part in _BESIDE:
            return
        text = " ".join(citation.text.split())
        if citation.in_table:
            self.entries.setdefault(key, (text, pages_of(behind)))
            self.words.setdefault(key, frozenset(tokens_of(text)))
            return
        if key not in self.mentions:
            self.mentions[key] = Mentions(text)
            self.words.setdefault(key, frozenset(tokens_of(name)))
        mention = self.mentions[key]
        mention.first, mention.full = mention.first if mention.full or short else text, mention.full or not short
        mention.on(citation.page)
        if citation.kind == "docket" and not citation.authority:
            self.files.add(key)

    def problems(self) -> list[Fault]:
        """Nothing where the document has no table."""
        if not self.entries:
            return []
        self._join()
        found = [
            Fault("not_in_text", f"In the table of authorities but not in the text: {text}")
            for key, (text, _) in self.entries.items()
            if key not in self.mentions
        ]
        found += [
            Fault("not_in_table", f"In the text but not in the table of authorities: {said.first}")
            for key, said in self.mentions.items()
            if said.full
            and key not in self.entries
            and key not in self.files  # the file number of these proceedings, or the like
        ]
        return found + self.wrong_pages()

    def _join(self) -> None:
        """A mention under a shorter name is the entry that alone holds every word of it."""
        for key in [key for key in self.mentions if key not in self.entries]:
            words = self.words[key] if any(len(word) > 3 for word in self.words[key]) else None
            held = [entry for entry in self.entries if words and words <= self.words[entry]]
            if len(held) == 1:
                more = self.mentions.pop(key)
                self.mentions.setdefault(held[0], Mentions(more.first)).join(more)

    def _at(self, key: str, listed: set[int]) -> bool:
        """Whether every page listed mentions the authority. One left out is no fault: who makes a table need not list a
        schedule of exhibits, or a name in a heading.
        """
        return listed <= set(self.mentions[key].pages)

    def wrong_pages(self) -> list[Fault]:
        """Only where pages are known (PDF). Printed numbers may be shifted against the file's by a constant."""
        known = {
            key: (text, pages, sorted(set(self.mentions[key].pages)))
            for key, (text, pages) in self.entries.items()
            if pages and key in self.mentions
        }
        known = {key: entry for key, entry in known.items() if entry[2]}
        if not known:
            return []
        differences = [pages[0] - there[0] for _, pages, there in known.values()]
        shift = _shift(differences, min(there[0] for *_, there in known.values()))
        counted = _counted(shift)
        return [
            Fault(
                "wrong_page",
                f"{text}: the table says p. {_list(pages)}, the text has it on p. {_list(there, shift)}, {counted}.",
            )
            for key, (text, pages, there) in known.items()
            if not self._at(key, {page - shift for page in pages})
        ]


def _shift(differences: list[int], first: int) -> int:
    """By how much printed numbers differ from the pages of the file: none, unless most entries say so, three at least.

    `first`: the first page of the file that cites anything; no printed number is below 1.
    """
    shift, count = Counter(differences).most_common(1)[0]
    return shift if count > max(2, len(differences) / 2) and first + shift >= 1 else 0


def _counted(shift: int) -> str:
    return f"where p. 1 is page {1 - shift} of the file" if shift else "counted from the first page of the file"


def _list(pages: list[int], shift: int = 0) -> str:
    return ", ".join(str(page + shift) for page in pages)
