"""Everything that was found in one document, as a report and as JSON."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from briefs.verify.findings import Citation, Findings
from briefs.verify.verdict import STATUSES, Fault, Status


@dataclass
class Report:
    """Everything that was found in one document."""

    file: str
    kind: str
    sha256: str
    as_of: str
    citations: Findings = field(default_factory=Findings)
    table_problems: list[Fault] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    pages: int | None = None
    table: Any = None

    @property
    def problems(self) -> list[Citation]:
        """Citations that a person must look at: something differs, or the form is no form."""
        return [c for c in self.citations if c.problems] if self.citations.with_problems else []

    @property
    def faulty(self) -> bool:
        """Whether there is a problem of a citation or of the table of authorities."""
        return bool(self.citations.with_problems or self.table_problems)

    def of(self, status: Status | None) -> Iterator[Citation]:
        """Citations with this status, one after the other; None: those with a problem, whatever their status."""
        return (c for c in self.citations if (c.problems if status is None else c.status == status))

    def counts(self) -> dict[str, int]:
        return {status: self.citations.statuses[status] for status in STATUSES}

    def json_pieces(self) -> Iterator[str]:
        """The findings as JSON, a citation a line: tens of thousands need not stand in memory as text."""
        whole = json.dumps(self._frame(), ensure_ascii=False, indent=2)
        before, opened, after = whole.partition('"citations": [')
        yield before + opened
        for n, citation in enumerate(self.citations):
            yield (",\n    " if n else "\n    ") + json.dumps(citation.as_json(), ensure_ascii=False)
        yield ("\n  " if self.citations else "") + after

    def as_json(self) -> dict[str, Any]:
        return self._frame() | {"citations": [c.as_json() for c in self.citations]}

    def _frame(self) -> dict[str, Any]:
        return {
            "format": 1,
            "file": self.file,
            "sha256": self.sha256,
            "as_of": self.as_of,
            "counts": self.counts(),
            "citations": [],
            "table_of_authorities": [{"code": f.code, "text": f.text} for f in self.table_problems],
            "remarks": self.remarks,
        }
