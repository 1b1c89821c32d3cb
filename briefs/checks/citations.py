"""Our own filing is read like anybody's draft: every citation in the written file must stand against the library."""

from pathlib import Path

from briefs.documents.opening import document_of
from briefs.errors import Problem
from briefs.facts import Situation
from briefs.verify import Checker, load_checker
from briefs.verify.check.standing import says_it_fell
from briefs.verify.check.verdict import Fault
from briefs.verify.outcome import Citation

_last: list[tuple[object, Checker]] = []


def cited_wrongly(where: str, data: bytes, s: Situation) -> list[Problem]:
    """Citations of a written Word file that differ from the library or the register; none is ever expected.

    A ruling that lost its authority is a fault unless a paragraph that names it says so: a report that tells of it
    holds that sentence (`superseded_by` of its finding), a disclosed authority gets it when the filing is composed.
    """
    document = document_of(data, Path(where))
    problems = _checker(s).check(document).problems
    paragraphs = [" ".join(p.text.split()) for p in document.paragraphs()] if problems else []
    return [
        Problem(
            where,
            f"citation '{' '.join(citation.text.split())[:120]}': {' '.join(f.text for f in faults)}",
            "A misdescribed authority ruins the filing.",
            _mend(faults, citation),
        )
        for citation in problems
        if (faults := [f for f in citation.problems if not _excused(f, citation, paragraphs, s)])
    ]


def _mend(faults: list[Fault], citation: Citation) -> str:
    if any(fault.code == "reversed_authority" for fault in faults):
        return "Read what took its authority away and confirm it, say it beside the citation, or do not cite it."
    return f"Likely: {citation.right_form}" if citation.right_form else "Look at the record in the library."


def _excused(fault: Fault, citation: Citation, paragraphs: list[str], s: Situation) -> bool:
    if fault.code == "reversed_authority":
        title = s.library.precedents[citation.authority or ""].title.removesuffix(" (dec.)")
        return any(title in text and says_it_fell(text) for text in paragraphs)
    if fault.code == "limited_authority":
        return True  # The reasons of the match and the report say how far the holding goes.
    if fault.code == "misattributed_proposition" and citation.candidates:
        # Our paragraph gives the proposition with its own authority's name, and names another one besides.
        owner, cited = s.library.holdings[citation.candidates[-1]][0], " ".join(citation.text.split())
        return any(owner.title.removesuffix(" (dec.)") in text and cited in text for text in paragraphs)
    return False


def _checker(s: Situation) -> Checker:
    """Loaded once for a library, so that many filings and many cases share it."""
    if not _last or _last[0][0] is not s.library:
        _last[:] = [(s.library, load_checker(s.library, s.as_of))]
    return _last[0][1].at(s.as_of)
