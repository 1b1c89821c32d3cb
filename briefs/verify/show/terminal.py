"""The findings on the screen: problems first, then what must be read, what nobody knows here, what was not checked."""

import textwrap
from collections.abc import Iterator

from briefs.errors import amount
from briefs.verify.check.findings import Citation
from briefs.verify.outcome import Report
from briefs.verify.show.sections import Outline, Section
from briefs.verify.show.wording import (
    BEWARE_SAID,
    MEANS,
    SAID,
    beside,
    counted,
    from_one,
    mend,
    place,
    places,
    reasons,
    said_of,
    short,
    shown,
    title,
)

_WIDTH = 118
_KEPT = "\u00a0"
_ENDING = (
    "  'exists' says that the case is known and that nothing compared differs. Whether it supports the sentence,",
    "  only a person who reads it can say.",
)


def terminal_lines(report: Report, everything: bool) -> Iterator[str]:
    """All lines for one document; `everything`: what exists is listed, too."""
    if report.nothing_read:
        yield from (f"{title(report)}: {shown(remark)}" for remark in report.remarks)
        return
    outline = Outline(report)
    yield f"{title(report)}: {amount(len(report.citations), 'citation')}, read as of {report.as_of}"
    if said := counted(report):
        yield f"  {', '.join(words for _, words in said)}"
    if report.copy:
        yield f"  copy with comments: {shown(report.copy)}"
    for remark in report.remarks:
        yield f"  {shown(remark)}"
    yield from _problems(report, outline)
    yield from _listed(outline, "beware", BEWARE_SAID)
    yield from _listed(outline, "unknown", f"{SAID['not_in_library']}: {MEANS['not_in_library']}")
    yield from _articles(outline, "unknown_article", "articles of treaties that the library does not hold")
    yield from _rest(outline, "not_in_library")
    yield from _listed(outline, "unchecked", f"{SAID['not_checked']}: {MEANS['not_checked']}")
    yield from _articles(outline, "unchecked_article", "articles of a convention that the document does not name")
    yield from _rest(outline, "not_checked")
    if everything:
        yield from _existing(report)
    if report.citations:
        yield ""
        yield from _ENDING


def _problems(report: Report, outline: Outline) -> Iterator[str]:
    if report.faulty:
        yield ""
        yield f"  problems ({report.citations.with_problems + len(report.table_problems)})"
    for _, citation, _ in outline.of("problem"):
        yield f"    {place(citation)}  {said_of(citation)}: {short(citation.text, 150)}"
        if words := beside(citation):
            yield f"        {words}"
        yield from (f"        {line}" for line in (*reasons(citation), *mend(citation)))
    for fault in report.table_problems:
        yield f"    table  {shown(fault.text)}"


def _listed(outline: Outline, section: Section, heading: str) -> Iterator[str]:
    for n, (_, citation, more) in enumerate(outline.of(section)):
        if not n:
            yield ""
            yield f"  {heading}"
        yield f"    {places(citation, more)}  {short(citation.text, 140)}"
        if words := beside(citation):
            yield f"        {words}"
        yield from (f"        {line}" for line in reasons(citation))


def _articles(outline: Outline, section: Section, heading: str) -> Iterator[str]:
    """Articles in one paragraph, each once with its first place: their law is not in question, only their text."""
    said = [f"{short(c.text, 100)}{_KEPT}({_first_place(c, more)})" for _, c, more in outline.of(section)]
    if said:
        yield ""
        whole = f"{heading}: {'; '.join(said)}"
        lines = textwrap.wrap(whole, _WIDTH, initial_indent="  ", subsequent_indent="    ", break_long_words=False)
        yield from (line.replace(_KEPT, " ") for line in lines)


def _first_place(citation: Citation, more: int) -> str:
    return (place(citation) + (f", and {more} more" if more else "")).replace(" ", _KEPT)


def _rest(outline: Outline, status: str) -> Iterator[str]:
    if count := outline.counted[status]:
        yield f"  and {amount(count, 'short form')} of what is named above as {SAID[status]}"


def _existing(report: Report) -> Iterator[str]:
    """Each text once, with its first place; short forms and articles of treaties are counted."""
    seen: dict[str, list[str]] = {}
    more: dict[str, int] = {}
    rest = 0
    for c in report.of("exists"):
        if c.kind in {"short", "ibid", "treaty"}:
            rest += 1
        elif not c.problems:
            text = short(c.text, 140)
            more[text] = more.get(text, -1) + 1
            seen.setdefault(text, [place(c), *reasons(c, True)[:2]])
    if seen or rest:
        yield ""
        yield f"  {SAID['exists']}: {MEANS['exists']}"
    for text, (first, *notes) in seen.items():
        yield f"    {first}{f' (and {more[text]} more)' if more[text] else ''}  {text}"
        yield from (f"        {note}" for note in notes)
    if said := from_one(report):
        yield f"    {said}"
    if rest:
        yield f"    and {amount(rest, 'short form or article of a treaty', 'short forms and articles of treaties')}"
