"""Makes law/court-list.csv of the Court's own list of references, as the package echr-py (MIT) reads it.

python -m benchmarks.verify.court_list FOLDER > law/court-list.csv

FOLDER: `hudoc_py/data` of that package, with citation_authority.csv and historical_citation_catalog.json. Only facts
are taken: name, state, numbers, kind, phase, date, report. A row that law/register.csv has already is left out; the
name in the Court's other language is kept where it is not the same name.
"""

import csv
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from briefs.library import load_library
from briefs.verify.authorities import number_key
from briefs.verify.cases import respondents
from briefs.verify.dates import DATE, read_date
from briefs.verify.folding import fold
from briefs.verify.forms import Forms, load_forms, read_forms
from briefs.verify.names import agree

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
]
_VERSUS = re.compile(r" (?:v|c)\. ")
_MARK = re.compile(r" ?\((?P<mark>[^()]*)\)| ?\[GC\]| ?\[Plenary\]", re.I)
_PHASE = {
    "just satisfaction": "just satisfaction", "striking out": "striking out", "revision": "revision",
    "friendly settlement": "friendly settlement", "merits": "merits",
    "preliminary objections": "preliminary objections", "preliminary objection": "preliminary objections",
    "article 50": "Article 50", "interpretation": "interpretation", "request for interpretation": "interpretation",
    "merits and just satisfaction": "merits",
}  # fmt: skip
_REPORT = re.compile(
    r"(?:Reports of Judgments and Decisions|Reports) (?P<rjd>\d{4}-[IVX]+)|(?P<echr>ECHR \d{4}(?:-[IVX]+)?)|"
    r"Series A no\. (?P<series>\d+(?:-[A-Z])?)"
)
_SERIAL = re.compile(r"\d{1,6}/\d{2}(?!\d)")
_RUN_TOGETHER = re.compile(r"(?<=\d) (?=[A-ZÇÖÜİ][^,§]* v\. )|(?<=\)) (?=[A-ZÇÖÜİ][^,§]* v\. [A-Z])(?<=extracts\) )")
_OTHERS = re.compile(r"\d{2} and (\d+|one|two|three|four|five|six|seven|eight|nine|ten) others?")


def row_of(citation: str, forms: Forms) -> dict[str, str] | None:
    """One citation of the list in the columns of the register; None for what is no case against a state."""
    text = fold(citation).text
    versus = _VERSUS.search(text)
    if not versus:
        return None
    states, end = respondents(text, versus.end(), forms)
    if not states:
        return None
    head, tail = _name_and_tail(text, end)
    marks = [m["mark"] or "" for m in _MARK.finditer(head, end)]
    phase = next((_PHASE[mark.lower()] for mark in marks if mark.lower() in _PHASE), "")
    decision = any(mark.lower().rstrip(".") == "dec" for mark in marks)
    kind = ("grand_chamber_" if "[GC]" in head else "") + ("decision" if decision else "judgment")
    name = text[:end] + "".join(f" ({mark})" for mark in marks if _belongs(mark, phase))
    date = re.search(DATE, tail, re.I)
    return {
        "name": name, "respondent_state": ";".join(states),
        "application_numbers": ";".join(dict.fromkeys(_SERIAL.findall(tail))),
        "others_not_listed": (_OTHERS.search(tail) or ("", ""))[1], "kind": kind, "phase": phase,
        "date": read_date(date)[0] if date else "", "report": _report(tail), "name_variants": "",
    }  # fmt: skip


def _name_and_tail(text: str, end: int) -> tuple[str, str]:
    place = end
    while m := _MARK.match(text, place):
        place = m.end()
    return text[:place], text[place:]


def _belongs(mark: str, phase: str) -> bool:
    """'(no. 2)' and '(II)' tell cases apart; '(dec.)' and '(merits)' do not."""
    return bool(mark) and mark.lower().rstrip(".") != "dec" and mark.lower() not in _PHASE


def _report(tail: str) -> str:
    m = _REPORT.search(tail)
    if not m:
        return ""
    return f"Reports {m['rjd']}" if m["rjd"] else m["echr"] or f"Series A no. {m['series']}"


def known_rows(register: Path) -> set[tuple[str, ...]]:
    """What law/register.csv holds: number with date, or number with report."""
    known = set()
    with register.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            for number in row["application_numbers"].split(";"):
                known |= {(number_key(number), row[key]) for key in ("date", "report") if number and row[key]}
    return known


def rows(folder: Path, root: Path) -> Iterator[dict[str, str]]:
    forms = load_forms(read_forms(load_library().layers))
    known = known_rows(root / "law" / "register.csv")
    for row in (*_listed(folder, forms), *_historical(folder, forms)):
        numbers = [number_key(n) for n in row["application_numbers"].split(";") if n]
        if not any((n, row[key]) in known for n in numbers for key in ("date", "report") if row[key]):
            yield row


def _listed(folder: Path, forms: Forms) -> Iterator[dict[str, str]]:
    with (folder / "citation_authority.csv").open(encoding="utf-8", newline="") as stream:
        entries = {row["entry_id"]: row for row in csv.DictReader(stream)}
    for entry in entries.values():
        if entry["language"] != "eng":
            continue
        others = [entries[key]["citation"] for key in entry["equivalent_entry_ids"].split(";") if key in entries]
        for citation in _RUN_TOGETHER.split(entry["citation"]):
            row = row_of(citation, forms)
            if row and (row["date"] or row["report"]):
                row["name_variants"] = ";".join(_other_name(row["name"], other, forms) for other in others[:1])
                yield row


def _historical(folder: Path, forms: Forms) -> Iterator[dict[str, str]]:
    """Series A: the numbers of the applications, which the Court's list leaves out."""
    data = json.loads((folder / "historical_citation_catalog.json").read_text(encoding="utf-8"))
    for entry in data["entries"]:
        family, _, _, number, letter, *_ = entry["reporter_key"].split(":")
        report = f"Series A no. {number}" + (f"-{letter}" if letter else "")
        if not entry["title"].startswith("CASE OF ") or family != "SERIES_A":
            continue
        numbers = " and ".join(entry["appnos"])
        title = _cased(entry["title"].removeprefix("CASE OF "))
        row = row_of(f"{title}, nos. {numbers}, {entry['date']}, {report}", forms)
        if row:
            yield row


def _cased(title: str) -> str:
    """A title in capitals as one writes it."""
    small = {"AND", "OF", "THE", "V.", "DE", "VAN", "DER", "DEN", "DU", "LA", "LE", "VON", "TEN", "FOR", "NO."}
    parts = re.split(r"([ '(-])", title)
    return "".join(part.lower() if part.upper() in small else part.capitalize() for part in parts)


def _other_name(name: str, citation: str, forms: Forms) -> str:
    other = row_of(citation, forms)
    if not other or agree(_VERSUS.split(name)[0], _VERSUS.split(other["name"])[0]):
        return ""
    return f"{_VERSUS.split(other['name'])[0]} v. {_VERSUS.split(name)[1]}".replace(";", ",")


def main() -> None:
    root = Path(__file__).parents[2]
    found = sorted(rows(Path(sys.argv[1]), root), key=lambda r: (r["name"], r["date"], r["application_numbers"]))
    out = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    out.writeheader()
    last = None
    for row in found:
        if row != last:
            out.writerow(row)
        last = row


if __name__ == "__main__":
    main()
