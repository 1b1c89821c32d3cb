"""What is said of one citation. A status says what was found; only `confirmed` says that a person read the source."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from textwrap import indent
from typing import Any

from briefs.verify.verdict import STATUSES, Fault, Status, Verdict


@dataclass(slots=True)
class Citation:
    """One citation: its place, and the verdict on it."""

    kind: str
    verdict: Verdict
    text: str = ""
    part: str = ""
    paragraph: int = 0
    start: int = 0
    end: int = 0
    label: str = ""
    page: int | None = None
    sentence: str = ""
    application_numbers: list[str] = field(default_factory=list)
    date: str | None = None
    paragraphs: list[int] = field(default_factory=list)
    level: str | None = None
    confirmed: str | None = None
    in_table: bool = False

    @property
    def status(self) -> Status:
        return self.verdict.status

    @property
    def authority(self) -> str | None:
        """Id of the authority that is meant."""
        return self.verdict.authority.id if self.verdict.authority else None

    @property
    def problems(self) -> list[Fault]:
        return self.verdict.problems

    @property
    def notes(self) -> list[Fault]:
        return self.verdict.notes

    @property
    def checks(self) -> dict[str, str]:
        return self.verdict.checks

    @property
    def right_form(self) -> str:
        return self.verdict.right_form

    @property
    def candidates(self) -> list[str]:
        return self.verdict.candidates

    def as_json(self) -> dict[str, Any]:
        """The fields of the contract first, then what else is known."""
        return {
            "text": self.text,
            "where": {"part": self.part, "paragraph": self.paragraph, "start": self.start, "end": self.end},
            "status": self.status,
            "authority": self.authority,
            "problems": [{"code": f.code, "text": f.text} for f in self.problems],
            "application_numbers": self.application_numbers,
            "date": self.date,
            "paragraphs": self.paragraphs,
            "kind": self.kind,
            "label": self.label,
            "page": self.page,
            "sentence": self.sentence,
            "checks": self.checks,
            "notes": [{"code": f.code, "text": f.text} for f in self.notes],
            "right_form": self.right_form or None,
            "candidates": self.candidates,
            "level": self.level,
            "confirmed": self.confirmed,
        }


@dataclass
class Report:
    """Everything that was found in one document."""

    file: str
    kind: str
    sha256: str
    as_of: str
    citations: list[Citation] = field(default_factory=list)
    table_problems: list[Fault] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    pages: int | None = None
    table: Any = None

    @property
    def problems(self) -> list[Citation]:
        """Citations that a person must look at: something differs, or the form is no form."""
        return [c for c in self.citations if c.problems]

    def counts(self) -> dict[str, int]:
        return {status: sum(c.status == status for c in self.citations) for status in STATUSES}

    def json_pieces(self) -> Iterator[str]:
        """The findings as JSON, citation by citation: tens of thousands need not stand in memory as text."""
        whole = json.dumps(self._frame(), ensure_ascii=False, indent=2)
        before, opened, after = whole.partition('"citations": [')
        yield before + opened
        for n, citation in enumerate(self.citations):
            data = json.dumps(citation.as_json(), ensure_ascii=False, indent=2)
            yield ("," if n else "") + "\n" + indent(data, "    ")
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
