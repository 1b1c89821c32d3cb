"""The register: judgments and decisions of the European Court and Commission as the Court itself cites them.

Some 22,000 rows: none is read before a citation asks for it. The number of an application leads to its lines through
one pass over the text; the words of names are gathered only when a number does not answer.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from briefs.errors import LibraryError, Problem
from briefs.library.cache import cache_file, mark_of_files
from briefs.library.index import kept_store
from briefs.library.layers import Layer, shipped_root
from briefs.library.stored import Row, Store, as_json
from briefs.verify.find.folding import plain_text
from briefs.verify.find.late import late
from briefs.verify.find.names import words_of
from briefs.verify.known.exported import PATTERN, as_register, is_export

FILES = ("register.csv", "court-list.csv", "commission.csv")
_PRINTED = late(r"other dates printed: ([^;]*)")
_NUMBERS = late(r"also printed with no\. ([^;]*)")
_REPORTS = late(r"other reports printed: ([^;]*)")
_NEEDED = {"name", "respondent_state", "application_numbers", "kind", "date", "report"}
_NUMBER = late(r"\n|\b\d{1,6}/\d{2,4}\b")
_SERIES = late(r",Series A no\. (\d+)(?:-[A-Z])?,")
_NAMED = late(r"^\"?((?:[^\n,]|, )*?(\S+)) v\. ", re.M)


class Entry(NamedTuple):
    """One row. Empty means that the Court did not print it in the texts read; `weak`: one judgment cites it;
    `disputed`: texts and list differ on whether it is a judgment, or of the Grand Chamber; `row`: the file and the line
    where it stands; `listed`: in the Court's list alone; `told`: the list of one's own that tells of it;
    `loose`: taken from a feed unseen, good for telling that a case exists and for no reproach.
    """

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
    disputed: bool = False
    row: str = ""
    told: str = ""
    loose: bool = False
    listed: bool = False


def files_of(layers: tuple[Layer, ...]) -> list[Path]:
    """The files of the register in every layer: rows of one's own join those shipped, and lists exported from HUDOC."""
    rooms = [layer.root / "law" for layer in layers]
    paths = [path for room in rooms for path in (*(room / name for name in FILES), *sorted(room.glob(PATTERN)))]
    return [path for path in paths if path.is_file()]


class Register:
    """Rows of the files of every layer, as they stand there."""

    def __init__(self, layers: tuple[Layer, ...]):
        self._files = [_File(path, n) for n, path in enumerate(files_of(layers))]

    def __iter__(self) -> Iterator[Entry]:
        return (entry for file in self._files for entry in file.all())

    def numbered(self, number: str) -> list[Entry]:
        """Rows with this application number, written without leading zeros."""
        return [e for file in self._files for line in file.by_number.get(number, ()) if (e := file.entry(line))]

    def named(self, word: str) -> list[Entry]:
        """Rows whose applicants' names hold this plain word."""
        return [e for file in self._files for line in file.by_word.get(word, ()) if (e := file.entry(line))]

    def unnumbered(self, date: str) -> list[Entry]:
        """Rows of this date that have no application number."""
        return [e for f in self._files for n in f.unnumbered if date in f.lines[n] and (e := f.entry(n)).date == date]

    def in_series(self, number: str) -> list[Entry]:
        """Rows in this number of Series A, whatever letter follows it."""
        return [f.entry(line) for f in self._files for line in f.by_series.get(number, ())]

    def ending(self, word: str) -> list[str]:
        """Names of applicants of more than one word that end with this one, as written."""
        return [name for file in self._files for name in file.by_last_word.get(word, ())]

    def rows(self) -> Iterator[Row]:
        """All of it as rows of an index."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for file in self._files:
            for entry in file.all():
                yield "row", entry.row, as_json(entry)
            for room, places in (("number", file.by_number), ("word", file.by_word), ("series", file.by_series)):
                for key, lines in places.items():
                    found[room, key] += [f"{file.number}:{line}" for line in lines if file.lines[line]]
            for line in file.unnumbered:
                if date := file.entry(line).date:
                    found["unnumbered", date].append(f"{file.number}:{line}")
            for word, names in file.by_last_word.items():
                found["ending", word] += names
        for (room, key), values in found.items():
            yield room, key, as_json(values)


_AT_HAND = 4000
"""Rows that stay read, and answers about what leads to them."""


class KeptRegister(Register):
    """The same from an index on the disk: a row is read when it is asked for."""

    def __init__(self, store: Store):
        self._store = store
        self._made: dict[str, Entry] = {}
        self._asked: dict[tuple[str, str], list[str]] = {}

    def __iter__(self) -> Iterator[Entry]:
        return (self._entry(row, values) for row, values in self._store.plain("row").items())

    def numbered(self, number: str) -> list[Entry]:
        return self._entries("number", number)

    def named(self, word: str) -> list[Entry]:
        return self._entries("word", word)

    def unnumbered(self, date: str) -> list[Entry]:
        return self._entries("unnumbered", date)

    def in_series(self, number: str) -> list[Entry]:
        return self._entries("series", number)

    def ending(self, word: str) -> list[str]:
        return self._listed("ending", word)

    def _listed(self, room: str, key: str) -> list[str]:
        if (room, key) not in self._asked:
            if len(self._asked) >= _AT_HAND:
                self._asked.clear()
            self._asked[room, key] = self._store.get(room, key, [])
        return self._asked[room, key]

    def _entries(self, room: str, key: str) -> list[Entry]:
        return [self._entry(row, None) for row in self._listed(room, key)]

    def _entry(self, row: str, values: list | None) -> Entry:
        if row not in self._made:
            if len(self._made) >= _AT_HAND:
                self._made.clear()
            values = values or self._store.get("row", row, [])
            self._made[row] = Entry(*(tuple(value) if isinstance(value, list) else value for value in values))
        return self._made[row]


def open_register(layers: tuple[Layer, ...]) -> Register:
    """The register from its index; from its files where no index can be kept."""
    holding = tuple(layer for layer in layers if files_of((layer,)))
    mark = mark_of_files(files_of(holding), "verify")
    store = kept_store(cache_file("register", holding), mark, lambda: Register(holding).rows())
    return KeptRegister(store) if store else Register(holding)


class _File:
    """One file: its lines, and where each number and word stands."""

    def __init__(self, path: Path, number: int = 0):
        self.path, self.number = path, number
        self._text = _text_of(path)
        self.lines = self._text.rstrip("\n").split("\n")
        self._header = next(csv.reader(self.lines[:1]), [])
        self._made: dict[int, Entry] = {}
        if not set(self._header) >= _NEEDED:
            raise LibraryError(_damaged(path, 1))
        if not path.is_relative_to(shipped_root()):
            self.all()

    def all(self) -> list[Entry]:
        """Every row; a damaged one is refused with its line."""
        return [self.entry(line) for line in range(1, len(self.lines)) if self.lines[line]]

    def entry(self, line: int) -> Entry:
        if line not in self._made:
            try:
                (values,) = csv.reader(self.lines[line : line + 1], strict=True)
                made = _entry(dict(zip(self._header, values, strict=True)))
                self._made[line] = made._replace(row=f"{self.number}:{line}")
            except (KeyError, ValueError, csv.Error) as reason:
                raise LibraryError(_damaged(self.path, line + 1)) from reason
        return self._made[line]

    @cached_property
    def by_number(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        line = 0
        for number in _NUMBER.findall(self._text):
            if number == "\n":
                line += 1
            else:
                found.setdefault(number.lstrip("0"), []).append(line)
        return found

    @cached_property
    def by_series(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for line, text in enumerate(self.lines):
            if m := _SERIES.search(text):
                found.setdefault(m[1], []).append(line)
        return found

    @cached_property
    def unnumbered(self) -> list[int]:
        with_number = set().union(*self.by_number.values())
        return [line for line in range(1, len(self.lines)) if line not in with_number and self.lines[line]]

    @cached_property
    def by_word(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for line, text in enumerate(plain_text(self._text).split("\n")):
            if not line:  # the names of the columns
                continue
            for word in dict.fromkeys(words_of(self._names(line, text))):
                found[word].append(line)
        return found

    def _names(self, line: int, text: str) -> str:
        """What stands before ' v. ' in a plain line, in every name of it."""
        first, _, rest = text.partition(" v. ")
        if " v. " not in rest:
            return first
        entry = self.entry(line)
        return plain_text(" ".join(name.split(" v. ")[0] for name in (entry.name, *entry.variants)))

    @cached_property
    def by_last_word(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for m in _NAMED.finditer(self._text):
            if " " in m[1]:
                found[m[2]].append(m[1].replace('""', '"'))
        return found


def _text_of(path: Path) -> str:
    """The rows as text; a list that HUDOC exported becomes rows of the same lines."""
    try:
        text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as reason:
        raise LibraryError(_other_letters(path)) from reason
    exported = path.match(PATTERN) or is_export(text)
    return as_register(text, path.name) if exported else text


def _other_letters(file: Path) -> Problem:
    return Problem(
        f"{file.name}:1",
        "this file is not written in UTF-8, so names with accents cannot be read.",
        "True citations would look unknown.",
        "Save it as 'CSV UTF-8', or put back the file as it came.",
    )


def _damaged(file: Path, line: int) -> Problem:
    return Problem(
        f"{file.name}:{line}",
        "this row of the register cannot be read.",
        "Without it true citations would look unknown.",
        "Put back the file as shipped.",
    )


def _entry(row: dict[str, str]) -> Entry:
    exact = row.get("paragraphs_exact", "")
    return Entry(
        name=row["name"],
        variants=_parts(row.get("name_variants", "")),
        states=_parts(row["respondent_state"]),
        numbers=_parts(row["application_numbers"]),
        others=bool(row.get("others_not_listed")),
        kind=row["kind"],
        phase=row.get("phase", ""),
        date=row["date"] or None,
        report=row["report"],
        length=int(exact) if exact else None,
        weak=row.get("basis") == "cited in 1 judgment",
        misprints=_misprints(row.get("notes", "")),
        disputed="kind as in the Court's list" in row.get("notes", ""),
        told=row.get("told", ""),
        loose=row.get("basis") == "feed",
        listed="basis" not in row,
    )


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _misprints(notes: str) -> tuple[str, ...]:
    """Dates, numbers and volumes of reports that the Court has printed for this authority beside those of the row."""
    if not notes:
        return ()
    found = [m[1] for pattern in (_PRINTED, _NUMBERS, _REPORTS) for m in pattern.finditer(notes)]
    return tuple(re.findall(r"\d{4}-\d{2}-\d{2}|\d+/\d{2}|(?:ECHR|Reports) \d{4}-[IVX]+", " ".join(found)))


def several(found: Iterable[Iterable[Entry]]) -> list[Entry]:
    """Rows without repetition, in order."""
    return list({entry.row: entry for entries in found for entry in entries}.values())
