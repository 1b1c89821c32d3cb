"""Everything that was found in one document, as a report and as JSON."""

import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from briefs.verify.check.findings import Citation, Findings
from briefs.verify.check.verdict import STATUSES, Fault, Status
from briefs.verify.find.late import late

# What JSON may hold as it is, and a terminal obeys: controls, and marks that turn the direction of reading.
_STEERING = late("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


@dataclass
class Report:
    """Everything that was found in one document.

    `given`: the path as typed, where two documents have the same name; `copy`: name of its copy with comments.
    `line_ends`: of a plain text, in code points. `characters`: how much text was read, headers and footers aside.
    """

    file: str
    kind: str
    sha256: str
    as_of: str
    citations: Findings = field(default_factory=Findings)
    table_problems: list[Fault] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    pages: int | None = None
    table: Any = None
    given: str = ""
    copy: str = ""
    line_ends: Sequence[int] = ()
    characters: int = 0

    @property
    def problems(self) -> list[Citation]:
        """Citations that a person must look at: something differs, or the form is no form."""
        return [c for c in self.citations if c.problems] if self.citations.with_problems else []

    @property
    def faulty(self) -> bool:
        """Whether there is a problem of a citation or of the table of authorities."""
        return bool(self.citations.with_problems or self.table_problems)

    @property
    def nothing_read(self) -> bool:
        """Whether there was no text to look for citations in: that nothing was found then says nothing."""
        return not self.characters and not self.citations

    def line(self, place: int) -> int | None:
        """The line, from 1, of a place in a plain text; None for other kinds."""
        return bisect_left(self.line_ends, place) + 1 if self.kind in {"txt", "md"} else None

    def of(self, status: Status | None) -> Iterator[Citation]:
        """Citations with this status, one after the other; None: those with a problem, whatever their status."""
        return (c for c in self.citations if (c.problems if status is None else c.status == status))

    def counts(self) -> dict[str, int]:
        return {status: self.citations.statuses[status] for status in STATUSES}

    def json_pieces(self) -> Iterator[str]:
        """The findings as JSON, a citation a line: tens of thousands need not stand in memory as text."""
        whole = _as_text(self._frame(), 2)
        before, opened, after = whole.partition('"citations": [')
        yield before + opened
        for n, citation in enumerate(self.citations):
            yield (",\n    " if n else "\n    ") + _as_text(citation.as_json())
        yield ("\n  " if self.citations else "") + after

    def as_json(self) -> dict[str, Any]:
        return self._frame() | {"citations": [c.as_json() for c in self.citations]}

    def _frame(self) -> dict[str, Any]:
        return {
            "format": 1,
            "file": self.file,
            "given": self.given or self.file,
            "copy": self.copy or None,
            "sha256": self.sha256,
            "as_of": self.as_of,
            "counts": self.counts(),
            "citations": [],
            "table_of_authorities": [{"code": f.code, "text": f.text} for f in self.table_problems],
            "remarks": self.remarks,
        }


def _as_text(data: dict[str, Any], indent: int | None = None) -> str:
    """JSON whose every character may be printed: what a terminal would obey is written as an escape."""
    return _STEERING.sub(lambda m: f"\\u{ord(m[0]):04x}", json.dumps(data, ensure_ascii=False, indent=indent))
