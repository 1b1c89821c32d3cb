"""The register: judgments and decisions of the European Court and Commission as the Court itself cites them."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefs.errors import LibraryError, Problem
from briefs.library.layers import Layer

_PRINTED = re.compile(r"other dates printed: ([^;]*)")
_NUMBERS = re.compile(r"also printed with no\. ([^;]*)")


@dataclass(frozen=True)
class Entry:
    """One row. Empty means that the Court did not print it in the texts read; `weak`: one judgment cites it."""

    name: str
    variants: tuple[str, ...]
    states: tuple[str, ...]
    numbers: tuple[str, ...]
    others: bool
    kind: str
    phase: str
    date: str | None
    report: str
    length: int | None
    weak: bool
    misprints: tuple[str, ...]


def read_register(layers: tuple[Layer, ...]) -> Iterator[Entry]:
    """Rows of law/register.csv of every layer, so that rows of one's own join those shipped."""
    for layer in layers:
        file = layer.root / "law" / "register.csv"
        if file.is_file():
            yield from _rows(file)


def _rows(file: Path) -> Iterator[Entry]:
    """A damaged file is refused with the line."""
    with file.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream)
        for row in rows:
            try:
                yield _entry(row)
            except (KeyError, ValueError, AttributeError) as reason:
                raise LibraryError(_damaged(file, rows.line_num)) from reason


def _damaged(file: Path, line: int) -> Problem:
    return Problem(
        f"{file.name}:{line}",
        "this row of the register cannot be read.",
        "Without it true citations would look unknown.",
        "Put back the file as shipped.",
    )


def _entry(row: dict[str, str]) -> Entry:
    exact = row["paragraphs_exact"]
    return Entry(
        name=row["name"],
        variants=_parts(row["name_variants"]),
        states=_parts(row["respondent_state"]),
        numbers=_parts(row["application_numbers"]),
        others=bool(row["others_not_listed"]),
        kind=row["kind"],
        phase=row["phase"],
        date=row["date"] or None,
        report=row["report"],
        length=int(exact) if exact else None,
        weak=row["basis"] == "cited in 1 judgment",
        misprints=_misprints(row["notes"]),
    )


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _misprints(notes: str) -> tuple[str, ...]:
    """Dates and numbers that the Court has printed for this authority beside those of the row."""
    found = [m[1] for pattern in (_PRINTED, _NUMBERS) for m in pattern.finditer(notes)]
    return tuple(re.findall(r"\d{4}-\d{2}-\d{2}|\d+/\d{2}", " ".join(found)))
