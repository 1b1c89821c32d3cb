"""What is loaded once and checks many documents: library, register and the forms of citations."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from briefs.documents import Document, Paragraph
from briefs.library import Library
from briefs.verify.check.comparing import Knowledge
from briefs.verify.check.propositions import Propositions
from briefs.verify.check.verbatim import Source
from briefs.verify.find.forms import knowing
from briefs.verify.kept import load_known
from briefs.verify.known.authorities import Authority
from briefs.verify.known.register import open_register
from briefs.verify.outcome import Report
from briefs.verify.run import Run

# Pages of a PDF that are read before what they cite is compared.
_PART = 60


@dataclass(frozen=True)
class Checker:
    """Everything that is loaded once and used for many documents. `sources`: id of an authority → its text."""

    known: Knowledge
    propositions: Propositions
    sources: dict[str, Source] = field(default_factory=dict)

    def at(self, as_of: str) -> "Checker":
        """The same for a document of another date."""
        return replace(self, known=self.known._replace(as_of=as_of))

    def check(self, document: Document, progress: Callable[[Iterable], Iterable] = iter) -> Report:
        """Finds and checks every citation. `progress` wraps the paragraphs (the pages of a PDF)."""
        run = Run(self.known, self.propositions, self.sources, document)
        paragraphs: Iterable[Paragraph] = document.paragraphs()
        if document.kind != "pdf":
            for paragraph in progress(run.look_ahead(paragraphs)):
                run.read(paragraph)
            return run.finish()
        pages = iter(progress(paragraphs))
        while part := run.look_ahead(islice(pages, _PART)):
            for paragraph in part:
                run.read(paragraph)
        return run.finish()


def load_checker(library: Library, as_of: str, sources: dict[str, Source] | None = None) -> Checker:
    """`as_of`: date of the document, YYYY-MM-DD."""
    register = open_register(library.layers)
    forms, authorities, propositions = load_known(library, register)
    named = [a for a in authorities.library if a.system != "document"]
    forms = knowing(forms, [n for a in named for n in a.applicants], _titles(named), register.ending)
    known = Knowledge(authorities, library, forms, as_of)
    return Checker(known, propositions, sources or {})


def _titles(named: Iterable[Authority]) -> Iterator[str]:
    """Titles without 'v.': with a number of their own, or of a national ruling that has no other name."""
    for a in named:
        for name in a.names if a.court else ():
            if " v" not in name and len(name) > 8 and re.search(r"\d", name):
                yield name
            elif a.system == "national" and " v" not in name and " " in name:
                yield from {name, name.partition(" s/ ")[0]}
