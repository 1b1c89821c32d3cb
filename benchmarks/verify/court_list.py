"""Makes law/court-list.csv of the Court's own list of references, in both its languages, and completes the register.

python -m benchmarks.verify.court_list FOLDER

FOLDER: `hudoc_py/data` of the package echr-py (MIT), with citation_authority.csv and historical_citation_catalog.json.
Only facts are taken: name, state, numbers, kind, phase, date, report. A row that law/register.csv has already is left
out; what the list says beside it (the name in French, another date, the Grand Chamber) is added to that row, and
a row that rests on one judgment and stands in the list with the same name, number, kind and day, or report, rests on
both. The numbers of a few rulings of the Grand Chamber are those of the Registry's table (grand-chamber.json).
"""

import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.verify.listed import Row, cased, first_of, row_of, split
from benchmarks.verify.other_edition import Rows, add_edition
from briefs.library import load_library
from briefs.verify.find.forms import Forms, load_forms, read_forms
from briefs.verify.find.names import agree
from briefs.verify.known.authorities import number_key

COLUMNS = [
    "name",
    "respondent_state",
    "application_numbers",
    "others_not_listed",
    "kind",
    "phase",
    "date",
    "report",
    "name_variants",
    "notes",
]
TABLE = Path(__file__).with_name("grand-chamber.json")
ONE_JUDGMENT = "cited in 1 judgment"
_TABLE = "the Registry's table of Grand Chamber rulings"


def known_keys(register: Iterable[Row]) -> dict[tuple[str, ...], list[Row]]:
    """What law/register.csv holds: number with date, number with report, or state with date and report."""
    known: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in register:
        for key in _keys(row):
            known[key].append(row)
    return known


def _keys(row: Row) -> list[tuple[str, ...]]:
    numbers = [number_key(n) for n in row["application_numbers"].split(";") if n]
    keys: list[tuple[str, ...]] = [(n, row[key]) for n in numbers for key in ("date", "report") if row[key]]
    whole = row["report"].startswith(("Reports", "Series A")) and row["date"]
    return [*keys, *([(row["respondent_state"], row["date"], row["report"])] if whole else [])]


def made(folder: Path, register: list[Row], forms: Forms) -> list[Row]:
    """The rows that the register lacks; rows of `register` are completed where they stand."""
    with (folder / "citation_authority.csv").open(encoding="utf-8", newline="") as stream:
        entries = list(csv.DictReader(stream))
    until = max(entry["authority_updated_through"] for entry in entries)
    english = [*_historical(folder, "CASE OF ", forms), *_parsed(entries, "eng", forms)]
    known, new = known_keys(register), []
    twins: dict[int, tuple[Row, list[Row]]] = {}
    for row in english:
        twin = _twin(row, known)
        if twin:
            _complete(twin, row)
            twins.setdefault(id(twin), (twin, []))[1].append(row)
        else:
            new.append(row)
    for twin, same in twins.values():
        _correct(twin, same)
    rows = Rows([*register, *new], forms, until)
    french = [*_parsed(entries, "fra", forms), *_historical(folder, "AFFAIRE ", forms)]
    new += add_edition(rows, french)
    _add_numbers([*register, *new], new, forms)
    return _once(new)


def _parsed(entries: Iterable[Row], language: str, forms: Forms) -> Iterator[Row]:
    for entry in entries:
        if entry["language"] == language:
            found = (row_of(citation, forms) for citation in split(entry["citation"]))
            yield from (row for row in found if row and (row["date"] or row["report"]))


def _historical(folder: Path, opening: str, forms: Forms) -> Iterator[Row]:
    """Series A: the numbers of the applications, which the Court's list leaves out."""
    data = json.loads((folder / "historical_citation_catalog.json").read_text(encoding="utf-8"))
    for entry in data["entries"]:
        family, _, _, number, letter, *_ = entry["reporter_key"].split(":")
        if family != "SERIES_A" or not entry["title"].startswith(opening):
            continue
        report = f"Series A no. {number}" + (f"-{letter}" if letter else "")
        title = cased(entry["title"].removeprefix(opening))
        row = row_of(f"{title}, nos. {' and '.join(entry['appnos'])}, {entry['date']}, {report}", forms)
        if row:
            yield row


def _twin(row: Row, known: dict[tuple[str, ...], list[Row]]) -> Row | None:
    """The row of the register that is this ruling; two of one day and one volume are told apart by their names."""
    found = ((key, r) for key in _keys(row) for r in known.get(key, ()))
    return next((r for key, r in found if len(key) == 2 or agree(first_of(r), first_of(row))), None)


def _complete(twin: Row, row: Row) -> None:
    """The Court's list knows a Grand Chamber, its catalogue of Series A a number, that a citing text has left out."""
    if row["application_numbers"] and not twin["application_numbers"]:
        twin["application_numbers"] = row["application_numbers"]
        note(twin, "number as in the catalogue of Series A")
    grand = f"grand_chamber_{twin['kind']}"
    if row["kind"] == grand and agree(first_of(row), first_of(twin)):
        twin["kind"] = grand
        note(twin, "[GC] as in the Court's list")
    if twin.get("basis") == ONE_JUDGMENT and _says_the_same(twin, row):
        twin["basis"] = f"{ONE_JUDGMENT} and in the Court's list"


def _correct(twin: Row, same: list[Row]) -> None:
    """What citing texts take for a decision, a judgment or a ruling of the Grand Chamber is what the Court's list says,
    where all that it has of this number and day, or report, is of one other kind; a title page knows better."""
    kinds = {row["kind"] for row in same if agree(first_of(row), first_of(twin))}
    if len(kinds) == 1 and twin["kind"] not in kinds and twin.get("basis") != "title page":
        twin["kind"] = kinds.pop()
        note(twin, "kind as in the Court's list")


def _says_the_same(twin: Row, row: Row) -> bool:
    """State, kind, phase and name; a number; the day, or where neither gives one the whole report."""
    same = all(twin[key] == row[key] for key in ("respondent_state", "kind", "phase", "date"))
    numbers = [{number_key(n) for n in one["application_numbers"].split(";") if n} for one in (twin, row)]
    placed = row["date"] and (not row["report"] or row["report"] == twin["report"])
    placed = placed or (row["report"] and row["report"] == twin["report"])
    return bool(same and placed and numbers[0] & numbers[1] and agree(first_of(twin), first_of(row)))


def note(row: Row, text: str) -> None:
    if text not in row.get("notes", ""):
        row["notes"] = "; ".join(part for part in (row.get("notes", ""), text) if part)


def _add_numbers(all_: list[Row], new: list[Row], forms: Forms) -> None:
    """Numbers, and a few rulings, of the Registry's table of all rulings of the Grand Chamber."""
    for case in json.loads(TABLE.read_text(encoding="utf-8"))["cases"].values():
        row = _of_table(case, forms)
        same = [r for r in all_ if row and _same_day(r, row) and agree(first_of(r), first_of(row))]
        for twin in same:
            if not twin["application_numbers"]:
                twin["application_numbers"] = row["application_numbers"]
                note(twin, f"number as in {_TABLE}")
        if row and not same:
            note(row, f"as in {_TABLE}")
            new.append(row)


def _of_table(case: dict[str, str], forms: Forms) -> Row | None:
    """One case of the table; before November 1998 nobody wrote '[GC]'."""
    date = "-".join(reversed(case["date"].split("/")))
    marks = (" (dec.)" if case["kind"] == "Decision" else "") + (" [GC]" if date > "1998-11" else "")
    return row_of(f"{case['name']}{marks}, nos. {' and '.join(case['appno'].splitlines())}, {date}", forms)


def _same_day(one: Row, other: Row) -> bool:
    return all(one[key] == other[key] for key in ("date", "respondent_state"))


def _once(rows: Iterable[Row]) -> list[Row]:
    """In order, each ruling once: with its number, where that is known from the catalogue of Series A."""
    ordered = sorted(rows, key=lambda r: (r["name"], r["date"], r["application_numbers"]))
    unlike = list({tuple(row.get(column, "") for column in COLUMNS): row for row in ordered}.values())
    numbered: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in unlike:
        if row["application_numbers"]:
            numbered[_key(row)].append(row)
    return [r for r in unlike if r["application_numbers"] or not _named(r, numbered.get(_key(r), ()))]


def _named(row: Row, others: Iterable[Row]) -> bool:
    return any(agree(first_of(row), first_of(other)) for other in others)


def _key(row: Row) -> tuple[str, ...]:
    return row["date"], row["report"], row["respondent_state"], row["phase"]


def write_rows(path: Path, columns: list[str], rows: Iterable[Row]) -> None:
    """As the file is: the ends of its lines are kept."""
    ends = "\r\n" if b"\r\n" in path.read_bytes()[:2000] else "\n"
    with path.open("w", encoding="utf-8", newline="") as stream:
        out = csv.DictWriter(stream, columns, restval="", lineterminator=ends)
        out.writeheader()
        out.writerows(rows)


LAW = Path(__file__).parents[2] / "law"


def shipped() -> tuple[Forms, list[Row], list[str]]:
    """The forms of citations, the rows of law/register.csv, and its columns."""
    with (LAW / "register.csv").open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        return load_forms(read_forms(load_library().layers)), list(reader), list(reader.fieldnames or ())


def main() -> None:
    forms, register, columns = shipped()
    made(Path(sys.argv[1]), register, forms)  # the register learns of numbers here, by which the second reading goes
    new = made(Path(sys.argv[1]), register, forms)
    write_rows(LAW / "court-list.csv", COLUMNS, new)
    write_rows(LAW / "register.csv", columns, register)
    print(f"{len(new):,} rows in law/court-list.csv")


if __name__ == "__main__":
    main()
