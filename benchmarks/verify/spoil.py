"""Errors of every kind, one class at a time: in citations as others wrote them and in filings of our own, around the
records of library and register, in tables of authorities and in quotations.

python -m benchmarks.verify.spoil [--seed N] [--show] [--class NAME]

A class is decidable where the records hold what the error contradicts; that is said before the program is asked.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.verify import errors_cited, errors_known, errors_names, errors_numbers, errors_papers
from benchmarks.verify.gold import AS_OF, found_marks
from benchmarks.verify.spoilt import Spoilt, True_, outcome, said
from briefs.build import Options, build
from briefs.casefile import load_case
from briefs.documents.opening import document_of
from briefs.facts import Situation
from briefs.library import load_library
from briefs.verify import Checker, Citation, load_checker
from briefs.verify.known.authorities import Authority

EXAMPLES = Path(__file__).parents[2] / "examples"
UNSEEN = Path(__file__).parent / "unseen"


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


def _by_id(checker: Checker, c: Citation) -> Authority | None:
    known = checker.known.authorities
    if c.authority in known.by_id:
        return known.by_id[c.authority]
    return next((a for a in known.numbered(c.application_numbers) if a.id == c.authority), None)


def seeds(checker: Checker, chance: random.Random, each: int = 20) -> Iterator[tuple[str, Spoilt]]:
    """At most `each` errors of every class, each in another citation."""
    true = true_ones(checker)
    for spoil in errors_cited.CLASSES:
        pool = chance.sample(true, len(true))
        made = [s for t in pool if (s := spoil(t, chance, checker)) is not None]
        made.sort(key=lambda s: not s.decidable)
        yield from ((spoil.__name__, s) for s in made[:each])
    for make in (*errors_known.MAKERS, *errors_names.MAKERS, *errors_numbers.MAKERS, *errors_papers.MAKERS):
        name = make.__name__ if make.__name__ not in {s.__name__ for s in errors_cited.CLASSES} else f"{make.__name__}*"
        yield from ((name, s) for s in errors_known.first(make(checker, chance)))


_CAUGHT = {"blamed", "told", "unknown"}
_SHOWN = ("blamed", "told", "unknown", "admitted", "through")


def section(checker: Checker, chance: random.Random, show: bool = False, only: str = "") -> list[str]:
    """The table that benchmarks/verify/RESULTS.md shows."""
    rows: dict[str, Counter] = {}
    for name, seed in seeds(checker, chance):
        if only and name != only:
            continue
        what, named = outcome(checker, seed)
        row = rows.setdefault(name, Counter())
        row.update({"all": 1, what: 1, "decidable": seed.decidable, "right": bool(seed.right), "named": named})
        row["caught"] += seed.decidable and what in _CAUGHT
        if show and what not in (_CAUGHT if seed.decidable else {*_CAUGHT, "admitted"}):
            print(f"{name}  {what}{'' if seed.decidable else ' (not decidable)'}: {seed.lead} {seed.text}")
    if not only:
        for name, caught in errors_papers.tables(checker, chance, true_ones(checker)):
            rows.setdefault(name, Counter()).update(all=1, decidable=1, caught=caught, blamed=caught, open=not caught)
    return _table(rows)


def _table(rows: dict[str, Counter]) -> list[str]:
    total = sum(rows.values(), Counter())
    head = "| class | errors | decidable | of these caught | right form named | blamed | told in a remark | unknown | "
    head += "said not to be checked | let through | not checked, lost |"
    lines = ["## Errors of every class", "", head, "|---" * 11 + "|"]
    for name, row in (*rows.items(), ("all", total)):
        share = f"{row['caught'] / row['decidable']:.0%}" if row["decidable"] else "–"
        named = f"{row['named']} of {row['right']}" if row["right"] else ""
        cells = " | ".join(str(row[what]) for what in _SHOWN)
        lines.append(
            f"| {name} | {row['all']} | {row['decidable']} | {row['caught']} ({share}) | {named} | {cells} | "
            f"{row['open'] + row['lost']} |"
        )
    return lines


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print every miss")
    parser.add_argument("--class", dest="only", default="", help="one class alone")
    options = parser.parse_args()
    checker = load_checker(load_library(), AS_OF)
    print("\n".join(section(checker, random.Random(options.seed), options.show, options.only)))


if __name__ == "__main__":
    main()
