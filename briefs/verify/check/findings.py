"""What is said of each citation, and the list of all of them, which does not grow in memory with a long bundle."""

import json
import tempfile
import weakref
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from typing import IO, Any, overload

from briefs.verify.check.verdict import BEWARE, Fault, Status, Verdict

_KEPT, _BLOCK = 2000, 500


@dataclass(slots=True)
class Citation:
    """One citation: its place, and what was found. A status says what was found; only `confirmed` says that a person
    read the source. `authority`: id of the authority that is meant.
    """

    kind: str
    text: str = ""
    part: str = ""
    paragraph: int = 0
    start: int = 0
    end: int = 0
    label: str = ""
    page: int | None = None
    line: int | None = None
    sentence: str = ""
    application_numbers: list[str] = field(default_factory=list)
    date: str | None = None
    paragraphs: list[int] = field(default_factory=list)
    level: str | None = None
    confirmed: str | None = None
    in_table: bool = False
    status: Status = "not_checked"
    authority: str | None = None
    problems: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)
    checks: dict[str, str] = field(default_factory=dict)
    right_form: str = ""
    candidates: list[str] = field(default_factory=list)

    def judged(self, v: Verdict) -> None:
        """Takes over what a comparison has given."""
        self.status, self.authority = v.status, v.authority.id if v.authority else None
        self.problems, self.notes, self.checks = v.problems, v.notes, v.checks
        self.right_form, self.candidates = v.right_form, v.candidates

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
            "line": self.line,
            "sentence": self.sentence,
            "checks": self.checks,
            "notes": [{"code": f.code, "text": f.text} for f in self.notes],
            "right_form": self.right_form or None,
            "candidates": self.candidates,
            "level": self.level,
            "confirmed": self.confirmed,
        }


_FIELDS = tuple(f.name for f in fields(Citation))


class Findings(Sequence[Citation]):
    """All citations of one document, in its order. The first 2,000 stay in memory; when there are more, they go by
    blocks into a temporary file without a name, which is gone with the program however that ends. Where no such file
    can be made or filled, they stay in memory.

    `with_problems`: how many have a problem; `with_but`: how many of these exist all the same (a holding that was
    limited); `to_read`: how many exist, without a problem, and have something to be read before anybody relies on them.
    """

    def __init__(self) -> None:
        self._recent: list[Citation] = []
        self._blocks: list[tuple[int, int]] = []
        self._file: IO[bytes] | None = None
        self._room = _KEPT
        self.statuses: Counter[str] = Counter()
        self.with_problems = self.with_but = self.to_read = 0

    def append(self, citation: Citation) -> None:
        """Adds a finding; nothing in it may be changed afterwards."""
        self.statuses[citation.status] += 1
        exists = citation.status == "exists"
        self.with_problems += bool(citation.problems)
        self.with_but += exists and bool(citation.problems)
        self.to_read += exists and not citation.problems and any(note.code in BEWARE for note in citation.notes)
        self._recent.append(citation)
        if len(self._recent) >= self._room:
            self._put_away()

    def _put_away(self) -> None:
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile()  # noqa: SIM115
                weakref.finalize(self, self._file.close)
            while len(self._recent) >= _BLOCK:
                data = zlib.compress(json.dumps([_row(c) for c in self._recent[:_BLOCK]]).encode(), 1)
                place = self._blocks[-1][0] + self._blocks[-1][1] if self._blocks else 0
                self._file.seek(place)
                self._file.write(data)
                self._file.flush()
                self._blocks.append((place, len(data)))
                del self._recent[:_BLOCK]
            self._room = _BLOCK
        except OSError:
            self._room = len(self._recent) * 2

    def __len__(self) -> int:
        return len(self._blocks) * _BLOCK + len(self._recent)

    def __iter__(self) -> Iterator[Citation]:
        for n in range(len(self._blocks)):
            yield from self._block(n)
        yield from self._recent

    @overload
    def __getitem__(self, at: int) -> Citation: ...
    @overload
    def __getitem__(self, at: slice) -> list[Citation]: ...
    def __getitem__(self, at: int | slice) -> Citation | list[Citation]:
        if isinstance(at, slice):
            return list(self)[at]
        block, place = divmod(range(len(self))[at], _BLOCK)
        away = len(self._blocks)
        return self._block(block)[place] if block < away else self._recent[(block - away) * _BLOCK + place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Iterable) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def _block(self, n: int) -> list[Citation]:
        place, length = self._blocks[n]
        self._file.seek(place)
        return [_citation(row) for row in json.loads(zlib.decompress(self._file.read(length)))]


def _row(citation: Citation) -> list[Any]:
    return [getattr(citation, name) for name in _FIELDS]


def _citation(row: list[Any]) -> Citation:
    made = Citation(**dict(zip(_FIELDS, row, strict=True)))
    made.problems, made.notes = ([Fault(*pair) for pair in faults] for faults in (made.problems, made.notes))
    return made
