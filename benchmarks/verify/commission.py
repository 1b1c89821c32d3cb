"""Makes law/commission.csv of HUDOC's feed: rulings of the Commission by number, name, state and day.

python -m benchmarks.verify.commission [FOLDER]

FOLDER: feeds of HUDOC as saved month by month (`*.rss.xml`), as github.com/trusthlt/echr-decisions-scraping-extraction
keeps them of March 2021; without it, commission.txt beside this module: what of them could be read here. A ruling that
law/register.csv has already is left out; where it has another day, that day is noted there.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from lxml import etree

from benchmarks.verify.court_list import COLUMNS, LAW, note, shipped, write_rows
from benchmarks.verify.listed import Row
from briefs.verify.find.cases import respondents
from briefs.verify.find.folding import fold, plain
from briefs.verify.find.forms import Forms
from briefs.verify.find.names import agree
from briefs.verify.known.authorities import number_key
from briefs.verify.known.exported import cased

LISTED = Path(__file__).with_suffix(".txt")
LAST = "1999-11"
_OLDER = {"republique federale d'allemagne": "DE"}
_LINE = re.compile(
    r"(?P<report>R )?(?P<numbers>[\d/;]+) (?P<first>.+) v\. (?P<states>[A-Z]{2}(?: [A-Z]{2})*)(?: = (?P<also>.+))?"
)
_VERSUS = re.compile(r" ?\b(?:v\.|c\.|contre)(?: (?:la|le|les)\b| l')? ?(?=[A-Z])", re.I)
_RULING = re.compile(r"(?P<numbers>\d+/\d\d(?:;\d+/\d\d)*) - ?(?P<kind>Report|Admissibility Decision|)$")


def of_text(text: str, forms: Forms) -> Iterator[Row]:
    """Rows of lines 'number name v. state code' under the days they were decided on; 'R': a report."""
    day = ""
    for line in text.splitlines():
        m = _LINE.fullmatch(line)
        if m:
            also = (m["also"],) if m["also"] else ()
            yield _row(m["numbers"], m["first"], tuple(m["states"].split()), day, forms, also)
        else:
            day = datetime.strptime(line, "%Y-%m-%d").date().isoformat()


def of_feed(xml: bytes, forms: Forms) -> Iterator[Row]:
    """Rows of one month of the feed: each ruling once, by its title in English where it has one."""
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for item in etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True)).iter("item"):
        said = {part.tag: " ".join((part.text or "").split()) for part in item}
        m = _RULING.match(said["description"])
        day = datetime.strptime(said["pubDate"][5:16], "%d %b %Y").date().isoformat()
        if m and day < LAST and not said["title"].upper().startswith(("CASE OF", "AFFAIRE")):
            found[day, ";".join(sorted(m["numbers"].split(";"))), m["kind"] == "Report"].append(said["title"])
    for (day, numbers, _), titles in found.items():
        named = [name for title in titles if (name := _named(title, forms))]
        if named:
            first, states, _ = min(named, key=lambda name: name[2])
            yield _row(numbers, first, states, day, forms)


def _named(title: str, forms: Forms) -> tuple[str, tuple[str, ...], bool] | None:
    """Applicant, states, and whether the title is in French."""
    text = fold(title).text
    m = _VERSUS.search(text)
    states = _states(text[m.end() :], forms) if m else ()
    if not m or not states:
        return None
    return cased(text[: m.start()].strip()), states, not m[0].strip().lower().startswith("v")


def _states(text: str, forms: Forms) -> tuple[str, ...]:
    """Codes of the states that a title ends with; HUDOC writes the older ones without accents."""
    states, _ = respondents(text, 0, forms)
    parts = re.split(r",? (?:AND|ET) |, ", text, flags=re.I)
    bare = [re.sub(r"^(?:the|la|le|les|l') ?", "", plain(part)) for part in parts]
    return states or tuple(code for part in bare if (code := _OLDER.get(part) or forms.state_of.get(part)))


def _row(numbers: str, first: str, states: tuple[str, ...], day: str, forms: Forms, also: Iterable[str] = ()) -> Row:
    against = " and ".join(forms.state_names[code][0] for code in states)
    return dict.fromkeys(COLUMNS, "") | {
        "name": f"{first} v. {against}", "respondent_state": ";".join(states), "application_numbers": numbers,
        "kind": "commission", "date": day, "name_variants": ";".join(f"{name} v. {against}" for name in also),
        "basis": "feed",
    }  # fmt: skip


def unknown(rows: Iterable[Row], register: Iterable[Row]) -> list[Row]:
    """Rows that the register lacks; a Commission's ruling of another day in one month's reach is noted in its row."""
    by_number: dict[str, list[Row]] = defaultdict(list)
    for row in register:
        for number in filter(None, row["application_numbers"].split(";")):
            by_number[number_key(number)].append(row)
    new = []
    for row in rows:
        same = [r for n in row["application_numbers"].split(";") for r in by_number[number_key(n)]]
        if any(r["date"] == row["date"] for r in same):
            continue
        for twin in same:
            if twin["kind"] == "commission" and _slip(twin, row):
                note(twin, f"other dates printed: {row['date']}")
        new.append(row)
    return sorted(
        {tuple(r.values()): r for r in new}.values(), key=lambda r: (r["name"], r["date"], r["application_numbers"])
    )


def _slip(one: Row, other: Row) -> bool:
    """The same day of another month, or the same month of another year: one of the two is misprinted."""
    a, b = one["date"].split("-"), other["date"].split("-")
    return len(a) == 3 and sum(x == y for x, y in zip(a, b, strict=True)) == 2 and agree(one["name"], other["name"])


def main() -> None:
    forms, register, columns = shipped()
    if len(sys.argv) > 1:
        feeds = sorted(Path(sys.argv[1]).glob("*.rss.xml"))
        rows = [row for file in feeds for row in of_feed(file.read_bytes(), forms)]
    else:
        rows = list(of_text(LISTED.read_text(encoding="utf-8"), forms))
    new = unknown(rows, register)
    target = LAW / "commission.csv"
    target.touch()
    write_rows(target, [*COLUMNS, "basis"], new)
    write_rows(LAW / "register.csv", columns, register)
    print(f"{len(new):,} of {len(rows):,} rulings in law/commission.csv")


if __name__ == "__main__":
    main()
