"""Recall, precision and what is said, on texts from elsewhere whose citations were marked beforehand.

python -m benchmarks.verify.unseen FOLDER [--show]

`s` a true citation of a Strasbourg case in full · `o` any other full citation · `k` a short form · `x` a citation that
the author of the text got wrong: it must be found, and whatever is said of it counts neither way.
"""

import argparse
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.verify.gold import AS_OF, best_of, found_marks
from briefs.documents.opening import document_of
from briefs.library import load_library
from briefs.verify import Checker, load_checker


@dataclass
class Read:
    """What came out for one text: marks, found and `exists` of the Strasbourg ones, findings that are no citation."""

    name: str
    marks: int = 0
    found: int = 0
    strasbourg: int = 0
    exists: int = 0
    blamed: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def read(checker: Checker, file: Path) -> Read:
    """One marked text against what is found in it; articles of treaties are not marked and not counted."""
    text, marks = found_marks(file.read_text(encoding="utf-8"))
    citations = checker.check(document_of(text.encode(), Path(file.name))).citations
    left = findings = [c for c in citations if c.kind != "treaty"]
    out = Read(file.name, len(marks))
    for letter, mark in marks:
        best = best_of(mark, findings)
        if best is None:
            out.missed.append(mark.text)
            out.strasbourg += letter == "s"
            continue
        out.found += 1
        left = [c for c in left if c is not best]
        out.strasbourg += letter == "s"
        out.exists += letter == "s" and best.status == "exists"
        if letter == "s" and best.status != "exists":
            out.unknown.append(f"{best.status}: {mark.text} {[n.text for n in best.notes]}")
        if best.status in {"mismatch", "malformed"} and letter != "x":
            out.blamed.append(f"{mark.text} || {best.text} || {'; '.join(p.text for p in best.problems)}")
    out.loose = [f"{c.kind}: {c.text}" for c in left]
    return out


def table(all_: list[Read]) -> list[str]:
    """The figures in Markdown."""
    whole = Read("all")
    for r in all_:
        for name in ("marks", "found", "strasbourg", "exists"):
            setattr(whole, name, getattr(whole, name) + getattr(r, name))
        whole.blamed += r.blamed
        whole.loose += r.loose
    head = "| text | citations | found | findings that are none | Strasbourg in full | of these exists | blamed |"
    lines = [head, "|---|---|---|---|---|---|---|"]
    for r in (*all_, whole):
        found, exists = r.found / max(1, r.marks), r.exists / max(1, r.strasbourg)
        precision = r.found / max(1, r.found + len(r.loose))
        lines.append(
            f"| {r.name} | {r.marks} | {r.found} ({found:.1%}) | {len(r.loose)} (precision {precision:.1%}) | "
            f"{r.strasbourg} | {r.exists} ({exists:.1%}) | {len(r.blamed)} ({len(r.blamed) / max(1, r.marks):.1%}) |"
        )
    return lines


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="print every miss")
    options = parser.parse_args()
    checker = load_checker(load_library(), AS_OF)
    all_ = [
        read(checker, file)
        for file in sorted(options.folder.iterdir())
        if file.suffix in {".txt", ".md"} and not file.stem.startswith(("README", "NOTES"))
    ]
    for r in all_ if options.show else ():
        for word in ("missed", "loose", "blamed", "unknown"):
            for entry in getattr(r, word):
                print(f"{r.name}  {word}: {' '.join(entry.split())}")
    print("\n".join(table(all_)))


if __name__ == "__main__":
    main()
