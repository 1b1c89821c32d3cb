"""How findings are said: in the terminal, in Word comments, on the page."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefs.errors import amount, printable
from briefs.verify.findings import Citation
from briefs.verify.outcome import Report
from briefs.verify.verdict import Status

SAID = {
    "exists": "exists",
    "mismatch": "MISMATCH",
    "not_in_library": "not in library",
    "malformed": "MALFORMED",
    "not_checked": "not checked",
}
MEANS = {
    "exists": "the library or the register knows it, and nothing that was compared differs",
    "mismatch": "it is known, and something differs",
    "not_in_library": "neither the library nor the register knows it; that does not make it false: look it up",
    "malformed": "no citation of this kind can be written like this",
    "not_checked": "the document does not say enough to tell what is meant",
}
# Notes on an authority that exists which nobody should have to ask for.
_BEWARE = frozenset({"partly_reversed", "limited", "not_final", "later"})
_ELEMENTS = {
    "name": "name", "state": "respondent state", "number": "number", "date": "date", "court": "court",
    "report": "report", "pinpoint": "paragraphs", "ecli": "ECLI", "symbol": "symbol", "standing": "standing",
    "finality": "finality", "neutral": "neutral citation", "quotation": "quotation",
    "proposition": "what it is cited for", "article": "article",
}  # fmt: skip


def place(citation: Citation) -> str:
    """Where a reader finds it."""
    if citation.label:
        return citation.label
    return f"paragraph {citation.paragraph + 1}"


def problem_lines(citation: Citation, where: str = "") -> list[str]:
    """All that is said of one problem, line by line."""
    lines = [f"{SAID[citation.status]}: {where}{citation.text}"]
    lines += [fault.text for fault in citation.problems]
    if citation.right_form:
        lines.append(f"Likely: {citation.right_form}")
    lines += [f"Perhaps: {candidate}" for candidate in citation.candidates[:3]]
    return lines


def unchecked(citation: Citation) -> list[str]:
    """Elements that could not be compared."""
    return [_ELEMENTS.get(name, name) for name, said in citation.checks.items() if said == "not_checked"]


def agreeing(citation: Citation) -> list[str]:
    """Elements that were compared and agree."""
    return [_ELEMENTS.get(name, name) for name, said in citation.checks.items() if said == "agrees"]


def terminal_lines(report: Report, everything: bool) -> Iterator[str]:
    """The table: problems first, then what nobody knows here, then (if asked) what exists."""
    counts = report.counts()
    yield f"{printable(report.file)}: {amount(len(report.citations), 'citation')}, read as of {report.as_of}"
    yield "  " + ", ".join(f"{counts[s]} {SAID[s]}" for s in SAID if counts[s])
    for remark in report.remarks:
        yield f"  {remark}"
    yield from _problems(report)
    for fault in report.table_problems:
        yield f"  table      {fault.text}"
    yield from _others(report, "not_in_library")
    yield from _others(report, "not_checked")
    yield from _others(report, "exists") if everything else _beware(report)
    yield ""
    yield "  'exists' says that the case is known and that nothing compared differs. Whether it supports the sentence,"
    yield "  only a person who reads it can say."


def _problems(report: Report) -> Iterator[str]:
    if report.citations.with_problems:
        yield ""
    for citation in report.of(None):
        first, *rest = problem_lines(citation)
        yield f"  {place(citation)}  {_short(first, 150)}"
        for line in rest:
            yield f"      {line}"


def _beware(report: Report) -> Iterator[str]:
    """What exists and is no longer, or not yet, the last word: each remark once, at the first mention."""
    warned: dict[tuple[str | None, ...], Citation] = {}
    for citation in report.of("exists"):
        said = [note.text for note in citation.notes if note.code in _BEWARE]
        if said and not citation.problems:
            warned.setdefault((citation.authority or citation.text, *said), citation)
    if not warned:
        return
    yield ""
    yield "  exists, but read this before you rely on it:"
    for (_, *said), citation in warned.items():
        yield f"    {place(citation)}  {_short(citation.text, 140)}"
        yield from (f"        {text}" for text in said)


def _others(report: Report, status: Status) -> Iterator[str]:
    """Each text once, with the places; short forms and treaty articles are counted with the rest only."""
    seen: dict[str, _Same] = {}
    rest = 0
    for c in report.of(status):
        if c.problems:
            continue
        if c.kind in {"short", "ibid", "treaty"}:
            rest += 1
        else:
            same = seen.setdefault(" ".join(c.text.split()), _Same(place(c), [note.text for note in c.notes[:2]]))
            same.count += 1
    if not seen and not rest:
        return
    yield ""
    yield f"  {SAID[status]}: {MEANS[status]}"
    for text, same in seen.items():
        more = f" (and {same.count - 1} more)" if same.count > 1 else ""
        yield f"    {same.first}{more}  {_short(text, 140)}"
        for note in same.notes:
            yield f"        {note}"
    if rest:
        yield f"    and {amount(rest, 'short form or article of a treaty', 'short forms and articles of treaties')}"


@dataclass(slots=True)
class _Same:
    """Citations of one text: where the first stands, what is noted of it, how many there are."""

    first: str
    notes: list[str]
    count: int = 0


def _short(text: str, width: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= width else text[: width - 1] + "…"
