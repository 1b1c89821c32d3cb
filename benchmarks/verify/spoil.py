"""200 errors, one class at a time, put into citations as others wrote them and into filings of our own.

python -m benchmarks.verify.spoil [--seed N] [--show]

Only the string of a true citation is changed. A class is decidable where the record holds what the error contradicts.
"""

import argparse
import datetime as dt
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.verify.gold import AS_OF, found_marks
from benchmarks.verify.seeds import INVENTED
from briefs.build import Options, build
from briefs.casefile import load_case
from briefs.documents.opening import document_of
from briefs.facts import Situation
from briefs.library import load_library
from briefs.verify import Checker, load_checker
from briefs.verify.authorities import Authority
from briefs.verify.dates import DATE, read_date
from briefs.verify.outcome import Citation

EXAMPLES = Path(__file__).parents[2] / "examples"
UNSEEN = Path(__file__).parent / "unseen"
_NUMBER = re.compile(r"\b(\d{3,5})/(\d{2})(?!\d)")
_STATES = ("Poland", "Spain", "Norway", "Portugal", "Ireland")
_FAULTS = {"mismatch", "malformed"}


@dataclass(frozen=True)
class True_:
    """A true citation: its words, and the authority that it means."""

    text: str
    authority: Authority


@dataclass(frozen=True)
class Spoilt:
    """`decidable`: whether library or register hold what the error contradicts."""

    text: str
    decidable: bool
    as_of: str = AS_OF


Spoil = Callable[[True_, random.Random, Checker], Spoilt | None]


def said(checker: Checker, text: str, as_of: str = AS_OF) -> list[Citation]:
    """The citations of one sentence, articles of treaties included."""
    return checker.at(as_of).check(document_of(f"As was held in {text}.".encode(), Path("spoilt.txt"))).citations


def true_ones(checker: Checker) -> list[True_]:
    """Citations of the texts from elsewhere, and of filings of our own, that mean a known authority."""
    out = []
    for text in (*_elsewhere(), *_own(checker)):
        found = said(checker, text)
        if len(found) == 1 and found[0].status == "exists" and found[0].authority:
            authority = _by_id(checker, found[0])
            if authority:
                out.append(True_(text, authority))
    return list({t.text: t for t in out}.values())


def _elsewhere() -> Iterator[str]:
    for file in sorted(UNSEEN.glob("*-*")):
        for line in file.read_text(encoding="utf-8").split("\n\n")[1:]:
            text, marks = found_marks(line)
            if marks and marks[0][0] in "so":
                yield text.strip()


def _own(checker: Checker) -> Iterator[str]:
    """Full citations of the memorandum for each of the example cases."""
    library = checker.known.library
    for case in sorted(EXAMPLES.rglob("case.yaml")):
        s = Situation(one := load_case(case, library).case, library, one.as_of)
        made = build(s, Options(filings=("national-memorandum",), pages="none"))
        for name, data in made.files.items():
            if name.endswith("national-memorandum.docx"):
                found = checker.at(s.as_of).check(document_of(data, Path("own.docx"))).citations
                yield from (" ".join(c.text.split()) for c in found if c.kind not in {"treaty", "short", "ibid"})


def tables(checker: Checker, chance: random.Random, count: int = 20) -> Iterator[tuple[str, bool]]:
    """(class, caught) of texts with a table of authorities in which an entry lacks or is one too many."""
    plain = [t for t in true_ones(checker) if t.authority.numbers and " v. " in t.text and "see" not in t.text]
    true = list({t.authority.id: t for t in plain}.values())
    for i in range(count):
        some = chance.sample(true, 5)
        entries, kind = [t.text for t in some], ("entry_missing", "entry_without_mention")[i % 2]
        if kind == "entry_missing":
            entries.pop()
        else:
            entries.append(f"{chance.choice(INVENTED)} v. Poland, no. {chance.randint(10000, 70000)}/11, 3 May 2016")
        body = "\n\n".join(
            f"{n}. The point is settled by {t.text}, and it is not in dispute." for n, t in enumerate(some, 1)
        )
        text = "Table of authorities\n\n" + "\n\n".join(entries) + "\n\nI. The law\n\n" + body
        faults = checker.check(document_of(text.encode(), Path("table.txt"))).table_problems
        yield kind, [f.code for f in faults] == ["not_in_table" if kind == "entry_missing" else "not_in_text"]


def _by_id(checker: Checker, c: Citation) -> Authority | None:
    known = checker.known.authorities
    if c.authority in known.by_id:
        return known.by_id[c.authority]
    return next((a for a in known.numbered(c.application_numbers) if a.id == c.authority), None)


def digits_exchanged(t: True_, chance: random.Random, checker: Checker) -> Spoilt | None:
    m = _NUMBER.search(t.text)
    if not m or not t.authority.numbers:
        return None
    for i in chance.sample(range(len(m[1]) - 1), len(m[1]) - 1):
        other = m[1][:i] + m[1][i + 1] + m[1][i] + m[1][i + 2 :]
        if other != m[1] and not checker.known.authorities.numbered([f"{other}/{m[2]}"]):
            return _put(t, m.span(1), other)
    return None


def number_of_another_case(t: True_, chance: random.Random, checker: Checker) -> Spoilt | None:
    m = _NUMBER.search(t.text)
    if not m or not t.authority.numbers or m.start() < 20:
        return None
    return _put(t, m.span(), chance.choice([n for n in ("14038/88", "8139/09", "37610/18") if n != m[0]]))


def number_invented(t: True_, chance: random.Random, checker: Checker) -> Spoilt | None:
    m = _NUMBER.search(t.text)
    if not m or not t.authority.numbers:
        return None
    return _put(t, m.span(1), str(chance.randint(70000, 79999)))


def name_invented(t: True_, chance: random.Random, checker: Checker) -> Spoilt | None:
    return _named(t, chance.choice(INVENTED))


def name_of_another_case(t: True_, chance: random.Random, checker: Checker) -> Spoilt | None:
    return _named(t, chance.choice(["Chahal", "Othman (Abu Qatada)", "Hirsi Jamaa and Others", "Mamatkulov"]))


def another_state(t: True_, chance: random.Random, checker: Checker) -> Spoilt | None:
    m = re.search(r" v\.? ", t.text)
    state = checker.known.forms.state.match(t.text, m.end()) if m else None
    own = t.authority.states
    if not state or not own or not (_NUMBER.search(t.text) or re.search(DATE, t.text)):
        return None
    return _put(t, state.span(), chance.choice([s for s in _STATES if s.casefold() not in state[0].casefold()]))


def another_day(t: True_, chance: random.Random, checker: Checker) -> Spoilt | None:
    return _dated(t, lambda day: day + dt.timedelta(days=chance.choice([2, -3, 11])))


def another_year(t: True_, chance: random.Random, checker: Checker) -> Spoilt | None:
    return _dated(t, lambda day: day + dt.timedelta(days=chance.choice([365, 730])))


def no_such_day(t: True_, chance: random.Random, checker: Checker) -> Spoilt | None:
    m = re.search(DATE, t.text)
    return _put(t, m.span(), f"31 {chance.choice(['April', 'June', 'February'])} {_year(m)}") if m else None


def grand_chamber_that_never_sat(t: True_, chance: random.Random, checker: Checker) -> Spoilt | None:
    m = re.search(r"(?<=\w)(?<!ries A)(?:\*)?,? (?=(?:App\w*\.? )?[Nn]os?\.? \d)", t.text)
    a = t.authority
    if any(b.grand_chamber for b in checker.known.authorities.numbered(a.numbers)):
        return None
    if not m or a.system != "echr" or a.grand_chamber or "GC" in t.text or a.kind != "judgment":
        return None
    return replace(_put(t, m.span(), " [GC], "), decidable=not a.weak and (a.date or "1999") >= "1999")


def another_court(t: True_, chance: random.Random, checker: Checker) -> Spoilt | None:
    if t.authority.system != "echr" or not _NUMBER.search(t.text):
        return None
    return Spoilt(f"{t.text} ({chance.choice(['Human Rights Committee', 'CJEU', 'IACtHR'])})", True)


def paragraph_beyond_the_end(t: True_, chance: random.Random, checker: Checker) -> Spoilt | None:
    m = re.search(r"§§? (\d{1,3})", t.text)
    if not m:
        return None
    return replace(_put(t, m.span(1), "987"), decidable=bool(t.authority.length))


def year_of_the_report(t: True_, chance: random.Random, checker: Checker) -> Spoilt | None:
    m = re.search(r"(?:ECHR|Reports(?: of Judgments and Decisions)?) ((?:19|20)\d\d)", t.text)
    return replace(_put(t, m.span(1), str(int(m[1]) + 2)), decidable=_dated_at_all(t)) if m else None


def number_of_the_series(t: True_, chance: random.Random, checker: Checker) -> Spoilt | None:
    m = re.search(r"[Ss][eé]rie[s]? A (?:no\.|n°) ?(\d+)", t.text)
    known = any(r.startswith("Series A") for r in t.authority.reports)
    return replace(_put(t, m.span(1), str(int(m[1]) + 7)), decidable=known) if m else None


def number_of_luxembourg(t: True_, chance: random.Random, checker: Checker) -> Spoilt | None:
    m = re.search(r"C[-‑](\d{1,3})/\d\d", t.text)
    return replace(_put(t, m.span(1), str(int(m[1]) + 100)), decidable=t.authority.system == "eu") if m else None


def number_of_a_communication(t: True_, chance: random.Random, checker: Checker) -> Spoilt | None:
    m = re.search(r"[Nn]o\. ?(\d{2,4})/\d{4}", t.text)
    return _put(t, m.span(1), str(int(m[1]) + 1)) if m and t.authority.symbols else None


def symbol_out_of_order(t: True_, chance: random.Random, checker: Checker) -> Spoilt | None:
    m = re.search(r"(?:CAT|CCPR)/C/\d+/D/", t.text)
    return _put(t, m.span(), m[0].replace("/D/", "/")) if m else None


def neutral_citation(t: True_, chance: random.Random, checker: Checker) -> Spoilt | None:
    m = re.search(r"\[(?:19|20)\d\d\] [A-Z]+(?: Civ| Crim)? (\d{1,4})", t.text)
    known = bool(t.authority.neutrals) and t.authority.system == "national"
    return replace(_put(t, m.span(1), str(int(m[1]) + 11)), decidable=known) if m else None


def article_that_no_treaty_has(t: True_, chance: random.Random, checker: Checker) -> Spoilt | None:
    treaty = chance.choice(["European Convention on Human Rights", "Convention against Torture", "EU Charter"])
    return Spoilt(f"{t.text}, under Article {chance.randint(70, 130)} of the {treaty}", True)


def later_than_the_document(t: True_, chance: random.Random, checker: Checker) -> Spoilt | None:
    a = t.authority
    if not a.date or len(a.date) < 10 or not (_NUMBER.search(t.text) or re.search(DATE, t.text)):
        return None
    before = dt.date.fromisoformat(a.date) - dt.timedelta(days=40)
    return Spoilt(t.text, True, before.isoformat())


def _put(t: True_, span: tuple[int, int], words: str) -> Spoilt:
    return Spoilt(t.text[: span[0]] + words + t.text[span[1] :], True)


def _named(t: True_, name: str) -> Spoilt | None:
    m = re.match(r"[^,(]{2,60}?(?= v\.? )", t.text)
    if not m or t.authority.named(name) or not (_NUMBER.search(t.text) or re.search(DATE, t.text)):
        return None
    return _put(t, m.span(), name)


def _dated(t: True_, change: Callable[[dt.date], dt.date]) -> Spoilt | None:
    m = re.search(DATE, t.text)
    day, real = read_date(m) if m else ("", False)
    if not real:
        return None
    other = change(dt.date.fromisoformat(day))
    made = _put(t, m.span(), f"{other.day} {other:%B} {other.year}")
    whole = bool(t.authority.date and len(t.authority.date) == 10) and t.authority.date_sure
    return replace(made, decidable=whole)


def _dated_at_all(t: True_) -> bool:
    return bool(t.authority.date or any(re.search(r"\d{4}", r) for r in t.authority.reports))


def _year(m: re.Match[str]) -> str:
    return next(m[f"y{n}"] for n in "1234" if m[f"y{n}"])


CLASSES: tuple[Spoil, ...] = (
    digits_exchanged, number_of_another_case, number_invented, name_invented, name_of_another_case, another_state,
    another_day, another_year, no_such_day, grand_chamber_that_never_sat, another_court, paragraph_beyond_the_end,
    year_of_the_report, number_of_the_series, number_of_luxembourg, number_of_a_communication, symbol_out_of_order,
    neutral_citation, article_that_no_treaty_has, later_than_the_document,
)  # fmt: skip


def seeds(checker: Checker, chance: random.Random, each: int = 20) -> Iterator[tuple[str, Spoilt]]:
    """At most `each` errors of every class, each in another citation."""
    true = true_ones(checker)
    for spoil in CLASSES:
        pool = chance.sample(true, len(true))
        made = [s for t in pool if (s := spoil(t, chance, checker)) is not None]
        made.sort(key=lambda s: not s.decidable)
        yield from ((spoil.__name__, s) for s in made[:each])


def outcome(checker: Checker, seed: Spoilt) -> str:
    """blamed (a fault is told), unknown (not in the library), let through (exists), open (not checked) or lost."""
    found = said(checker, seed.text, seed.as_of)
    if any(c.problems or c.status in _FAULTS for c in found):
        return "blamed"
    later = any(n.code == "later" for c in found for n in c.notes)
    if later or any(c.status == "not_in_library" for c in found):
        return "blamed" if later else "unknown"
    return "let through" if any(c.status == "exists" for c in found) else "open" if found else "lost"


def section(checker: Checker, chance: random.Random, show: bool = False) -> list[str]:
    """The table that benchmarks/verify/RESULTS.md shows."""
    rows: dict[str, Counter] = {}
    for name, seed in seeds(checker, chance):
        what = outcome(checker, seed)
        row = rows.setdefault(name, Counter())
        row["all"] += 1
        row[what] += 1
        row["decidable"] += seed.decidable
        row["caught"] += seed.decidable and what in {"blamed", "unknown"}
        if show and what not in {"blamed", "unknown"}:
            print(f"{name}  {what}{'' if seed.decidable else ' (not decidable)'}: {seed.text}")
    for name, caught in tables(checker, chance):
        rows.setdefault(name, Counter()).update(all=1, decidable=1, caught=caught, blamed=caught, open=not caught)
    total = sum(rows.values(), Counter())
    head = "| class | errors | decidable | of these caught | blamed | unknown | let through | not checked, lost |"
    lines = ["## Errors in citations as others wrote them", "", head, "|---|---|---|---|---|---|---|---|"]
    for name, row in (*rows.items(), ("all", total)):
        share = f"{row['caught'] / row['decidable']:.0%}" if row["decidable"] else "–"
        lines.append(
            f"| {name} | {row['all']} | {row['decidable']} | {row['caught']} ({share}) | {row['blamed']} | "
            f"{row['unknown']} | {row['let through']} | {row['open'] + row['lost']} |"
        )
    return lines


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print every miss")
    options = parser.parse_args()
    checker = load_checker(load_library(), AS_OF)
    print("\n".join(section(checker, random.Random(options.seed), options.show)))


if __name__ == "__main__":
    main()
