"""Our own filing is read like anybody's draft: every citation in the written file must stand against the library."""

from pathlib import Path

from briefs.documents.opening import document_of
from briefs.errors import Problem
from briefs.facts import Situation
from briefs.verify import Checker, load_checker

_last: list[tuple[object, Checker]] = []


def cited_wrongly(where: str, data: bytes, s: Situation) -> list[Problem]:
    """Citations of a written Word file that differ from the library or the register; none is ever expected.

    A ruling that lost its authority is no fault here: it never stands as support (the matcher sees to that); a report
    may tell its history, and an adverse one may be disclosed.
    """
    report = _checker(s).check(document_of(data, Path(where)))
    return [
        Problem(
            where,
            f"citation '{' '.join(citation.text.split())[:120]}': {' '.join(f.text for f in faults)}",
            "A misdescribed authority ruins the filing.",
            f"Likely: {citation.right_form}" if citation.right_form else "Look at the record in the library.",
        )
        for citation in report.problems
        if (faults := [f for f in citation.problems if f.code != "reversed_authority"])
    ]


def _checker(s: Situation) -> Checker:
    """Loaded once for a library, so that many filings and many cases share it."""
    if not _last or _last[0][0] is not s.library:
        _last[:] = [(s.library, load_checker(s.library, s.as_of))]
    return _last[0][1].at(s.as_of)
