"""What is said of one citation. A status says what was found; only `confirmed` says that a person read the source."""

from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

Status = Literal["exists", "mismatch", "not_in_library", "malformed", "not_checked"]
STATUSES: tuple[Status, ...] = ("exists", "mismatch", "not_in_library", "malformed", "not_checked")
CODES = (
    "wrong_number", "swapped_party", "wrong_date", "paragraph_out_of_range", "wrong_court", "nonexistent_case",
    "wrong_reports_year", "ecli_wrong_digits", "un_symbol_malformed", "reversed_authority",
    "misattributed_proposition", "quote_altered", "limited_authority", "nonexistent_article",
)  # fmt: skip


class Fault(NamedTuple):
    """One problem or note. `code` of a problem is one of CODES."""

    code: str
    text: str


@dataclass
class Citation:
    """One citation: its place, its status, what was compared. `checks`: element → agrees, differs, not_checked."""

    text: str
    kind: str
    part: str
    paragraph: int
    start: int
    end: int
    label: str = ""
    page: int | None = None
    sentence: str = ""
    status: Status = "not_checked"
    authority: str | None = None
    problems: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)
    checks: dict[str, str] = field(default_factory=dict)
    right_form: str = ""
    candidates: list[str] = field(default_factory=list)
    application_numbers: list[str] = field(default_factory=list)
    date: str | None = None
    paragraphs: list[int] = field(default_factory=list)
    level: str | None = None
    confirmed: str | None = None
    in_table: bool = False

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

    def as_json(self) -> dict[str, Any]:
        return {
            "format": 1,
            "file": self.file,
            "sha256": self.sha256,
            "as_of": self.as_of,
            "counts": self.counts(),
            "citations": [c.as_json() for c in self.citations],
            "table_of_authorities": [{"code": f.code, "text": f.text} for f in self.table_problems],
            "remarks": self.remarks,
        }
