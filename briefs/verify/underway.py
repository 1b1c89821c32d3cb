"""Citations on their way through a document: what short forms ask of them later, and what is said at the end."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from briefs.documents import Paragraph
from briefs.library import Library
from briefs.verify.check.findings import Citation
from briefs.verify.check.verdict import Verdict
from briefs.verify.find.commonwealth import called
from briefs.verify.find.folding import Folded
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.names import tokens_of
from briefs.verify.find.shorts import Memory


class Said(NamedTuple):
    """What later short forms ask of a full citation: the rest of it is forgotten with its paragraph."""

    first: str
    name: str
    states: tuple[str, ...]
    ordinal: str = ""

    @classmethod
    def of(cls, found: Found) -> "Said":
        return cls(found.first, found.name, found.states, found.ordinal)


@dataclass(slots=True)
class Full:
    """A full citation that short forms may mean. `verdict`: None while it still stands ahead in the text."""

    said: Found | Said
    verdict: Verdict | None = None


_SLANTED = late(r"(?<![*\w])[*_]([^*_\n]{2,80})[*_](?![*A-Za-z])")


def slanted(paragraph: Paragraph, folded: Folded, kind: str) -> list[tuple[int, int]]:
    """What stands in italics, by places of the folded text; in Markdown between its stars or underscores."""
    spans = (m.span(1) for m in _SLANTED.finditer(paragraph.text)) if kind == "md" else paragraph.italic
    return [(folded.place(a), folded.place(b)) for a, b in spans]


def named(found: Found) -> str:
    """By what a full citation is remembered: its applicants, its name, what it says that it is called."""
    return found.first or found.name or (found.defined if found.family == "eu" else "")


def remember(memory: Memory, found: Found, text: str, full: Full, verdict: Verdict) -> None:
    """Keeps a full citation by what short forms may call it: its name, the other party, its day."""
    memory.days.learn(found, text, full)
    if found.family in {"docket", "neutral"} and found.defined:
        memory.remember(full, found.defined)
    if found.family == "case" and (party := called(found)):
        memory.remember(full, party, found.defined)
    elif found.family in {"case", "eu", "title"} and (name := named(found)):
        precedent = verdict.authority.precedent if verdict.authority and not verdict.problems else None
        short = found.defined or (precedent.short_title if precedent else "")
        memory.remember(full, name, short, bool(found.states))


@dataclass(slots=True)
class One:
    """A citation on its way: as found, as judged, as reported. `full`: itself, once a short form may mean it."""

    found: Found
    verdict: Verdict
    citation: Citation
    short: bool = False
    full: Full | None = None


def key_of(one: One) -> str:
    """What a citation stands for, known or not: the same for table and text."""
    if one.verdict.authority:
        return one.verdict.authority.id
    f = one.found
    own = [*f.numbers, *f.communications, *f.symbols, *f.eclis, *f.neutrals, *f.eu_cases, *f.dockets]
    return own[0] if own else " ".join(tokens_of(f.first or f.name)) if not one.short else ""


def confirmed(found: Found, v: Verdict, library: Library) -> str | None:
    """Who read one of the paragraphs cited in the source, and found there what the library says of it."""
    for holding in v.authority.precedent.holdings if not v.problems else ():
        for answer in library.confirmed.get(holding.id, ()):
            read = {int(n) for n in re.findall(r"\d+", answer.at)}
            if answer.answer == "yes" and read & set(found.paragraphs):
                return f"{answer.at}: confirmed by {answer.by} on {answer.on} for '{holding.proposition}'"
    return None
