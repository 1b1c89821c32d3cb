"""What is told of one document, in the order in which a caseworker needs it, on the screen, on the page and in Word:
problems; what exists and must be read before anybody relies on it; what nobody knows here; what was not checked."""

from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Literal

from briefs.verify.check.findings import Citation
from briefs.verify.check.verdict import BEWARE, Status
from briefs.verify.outcome import Report

Section = Literal["problem", "beware", "unknown", "unknown_article", "unchecked", "unchecked_article"]
# Status of what the library does not know or cannot tell → the parts that name it: cases and documents, articles.
NAMED: dict[Status, tuple[Section, Section]] = {
    "not_in_library": ("unknown", "unknown_article"),
    "not_checked": ("unchecked", "unchecked_article"),
}


def section_of(citation: Citation) -> Section | None:
    """The part of the answer that names a citation; None for one that is only counted: nothing is to be said of it, or
    it is a short form of one that is named."""
    if citation.problems:
        return "problem"
    if citation.status == "exists":
        return "beware" if any(note.code in BEWARE for note in citation.notes) else None
    named, article = NAMED.get(citation.status, ("problem", "problem"))
    if citation.kind == "treaty":
        return article
    return None if citation.kind in {"short", "ibid"} and not dangling(citation) else named


def dangling(citation: Citation) -> bool:
    """Whether a short form points to nothing: 'cited above' with nothing above, 'ibid.' as the first words."""
    if citation.kind == "ibid":
        return citation.status == "not_checked" and not citation.problems
    return citation.kind == "short" and any(note.code == "nothing_above" for note in citation.notes)


def _same(citation: Citation, section: Section) -> Hashable:
    """What is told once for all citations of which it is the same."""
    if section == "beware":
        return (citation.authority or citation.text, *(n.text for n in citation.notes if n.code in BEWARE))
    if section == "problem" or citation.kind == "ibid":
        return citation.part, citation.paragraph, citation.start, citation.end
    return " ".join(citation.text.split())


@dataclass(slots=True)
class _Group:
    """Citations of which the same is told: the place of the one that is shown, and how many there are."""

    shown: int
    in_table: bool
    count: int = 1


class Outline:
    """Which citations are shown, each for all of which the same is told; only numbers of places stay in memory.

    The first in the text is shown; one of the table of authorities only where the text has none.
    """

    def __init__(self, report: Report):
        self.report = report
        self.counted: Counter[str] = Counter()
        groups: dict[tuple[Section, int], _Group] = {}
        for place, citation in enumerate(report.citations):
            section = section_of(citation)
            if section is None:
                self.counted[citation.status] += 1
                continue
            group = groups.setdefault((section, hash(_same(citation, section))), _Group(place, citation.in_table, 0))
            group.count += 1
            if group.in_table and not citation.in_table:
                group.shown, group.in_table = place, False
        self._shown = {group.shown: (section, group.count - 1) for (section, _), group in groups.items()}
        self.sizes = Counter(section for section, _ in self._shown.values())

    def of(self, *sections: Section) -> Iterator[tuple[Section, Citation, int]]:
        """Section, citation, and at how many other places the same is to be told, in the order of the document."""
        if any(self.sizes[section] for section in sections):
            for place, citation in enumerate(self.report.citations):
                section, more = self._shown.get(place, (None, 0))
                if section in sections:
                    yield section, citation, more
