"""manifest.json: hashes of what went in (case, library, templates) and of what came out. A partner signs this page."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from briefs import __version__
from briefs.facts import Situation
from briefs.models.match import MatchReport


def proof(s: Situation, report: MatchReport, filings: Iterable[str], files: dict[str, bytes]) -> dict[str, Any]:
    """`filings`: ids of the templates used; `files`: what was written so far, by path."""
    raised = [f"arguments/{g.id}" for g in report.grounds if g.raised]
    return {
        "format": 1,
        "case": report.case,
        "as_of": report.as_of,
        "program": __version__,
        "input": {
            "case file, as it was read": _hash(s.case.model_dump_json().encode()),
            "library": s.library.digest,
        },
        "templates": {
            name: _hash(file.read_bytes())
            for name in (*sorted(filings), *sorted(raised))
            if (file := s.library.template_file(name, "en")) is not None
        },
        "accepted": [one.model_dump(mode="json") for one in s.case.accepted],
        "confirmed": _by_whom(report, s.library.confirmed),
        "accepted_unread": _by_whom(report, s.library.accepted),
        "files": {name: _hash(content) for name, content in sorted(files.items())},
    }


def _by_whom(report: MatchReport, entries: Mapping[str, tuple[Any, ...]]) -> list[dict[str, Any]]:
    """Confirmations, or pinpoints taken over unread, of the holdings that were matched."""
    matched = {m.holding for m in report.matches if m.holding}
    return [entry.model_dump(mode="json") for key in sorted(matched) for entry in entries.get(key, ())]


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
