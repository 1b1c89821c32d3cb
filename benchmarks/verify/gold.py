"""Recall and precision on texts marked by hand (benchmarks/verify/gold/README.md says how).

python -m benchmarks.verify.gold [--show]
"""

import argparse
import re
from dataclasses import dataclass
from pathlib import Path

from briefs.documents.opening import document_of
from briefs.library import load_library
from briefs.verify import Checker, Citation, load_checker

FOLDER = Path(__file__).parent / "gold"
AS_OF = "2026-06-01"
MARK = re.compile(r"⟦(\w):(.*?)⟧", re.S)
_MEANS = {
    "e": {"exists"}, "n": {"not_in_library"}, "c": {"not_checked"}, "u": {"not_in_library", "not_checked"},
    "m": {"mismatch"}, "f": {"malformed"},
}  # fmt: skip


@dataclass(frozen=True)
class Mark:
    """One citation that was marked: its place in the text without marks, and what may come out."""

    start: int
    end: int
    text: str
    expected: frozenset[str]


@dataclass
class Score:
    """What came out for one text. `loose`: findings that overlap no mark, or one that was found already."""

    name: str
    marks: int
    found: int
    missed: list[str]
    loose: list[str]
    wrong: list[tuple[str, str]]
    blamed: list[tuple[str, str]]


def found_marks(text: str) -> tuple[str, list[tuple[str, Mark]]]:
    """The text as `verify` reads it, and the marks with their letters. A first line with '#' tells where it is from."""
    text = text.partition("\n")[2] if text.startswith("# ") else text
    out: list[str] = []
    marks, done, length = [], 0, 0
    for m in MARK.finditer(text):
        out += (text[done : m.start()], m[2])
        length += m.start() - done
        marks.append((m[1], Mark(length, length + len(m[2]), m[2], frozenset(_MEANS.get(m[1], ())))))
        length += len(m[2])
        done = m.end()
    return "".join(out) + text[done:], marks


def best_of(mark: Mark, findings: list[Citation]) -> Citation | None:
    """The finding that shares most with a mark: at least half of the shorter of the two."""
    best = max((c for c in findings if _shared(mark, c) > 0), key=lambda c: _shared(mark, c), default=None)
    enough = best and _shared(mark, best) * 2 >= min(mark.end - mark.start, best.end - best.start)
    return best if enough else None


def scored(checker: Checker, file: Path) -> Score:
    """Marks and findings of one file, matched by place."""
    text, marks = found_marks(file.read_text(encoding="utf-8"))
    citations = checker.check(document_of(text.encode(), Path(file.name))).citations
    findings = [c for c in citations if c.kind != "treaty"]
    score = Score(file.name, len(marks), 0, [], [], [], [])
    left = list(findings)
    for _, mark in marks:
        best = best_of(mark, findings)
        if best is None:
            score.missed.append(_line(mark.text))
            continue
        score.found += 1
        left = [c for c in left if c is not best]
        if best.status not in mark.expected:
            score.wrong.append((_line(mark.text), f"{best.status} {'; '.join(p.text for p in best.problems)}"))
        if best.status == "mismatch" and "mismatch" not in mark.expected:
            score.blamed.append((_line(mark.text), "; ".join(p.text for p in best.problems)))
    score.loose = [_line(c.text) for c in left]
    return score


def _shared(mark: Mark, c: Citation) -> int:
    return max(0, min(mark.end, c.end) - max(mark.start, c.start))


def _line(text: str) -> str:
    return " ".join(text.split())[:110]


def scores(checker: Checker) -> list[Score]:
    return [scored(checker, f) for f in sorted(FOLDER.iterdir()) if f.suffix in {".txt", ".md"} and f.stem != "README"]


def table(all_: list[Score]) -> list[str]:
    """The figures in Markdown."""
    lines = [
        "| text | citations | found | findings that are none | as marked | true ones called a mismatch |",
        "|---|---|---|---|---|---|",
    ]
    for s in all_:
        good = s.found - len(s.wrong)
        lines.append(f"| {s.name} | {s.marks} | {s.found} | {len(s.loose)} | {good} | {len(s.blamed)} |")
    marks, found = sum(s.marks for s in all_), sum(s.found for s in all_)
    loose, wrong = sum(len(s.loose) for s in all_), sum(len(s.wrong) for s in all_)
    blamed = sum(len(s.blamed) for s in all_)
    lines.append(
        f"| all | {marks} | {found} ({found / marks:.1%}) | {loose} (precision {found / (found + loose):.1%}) "
        f"| {found - wrong} ({(found - wrong) / marks:.1%}) | {blamed} ({blamed / marks:.1%}) |"
    )
    return lines


def errors(checker: Checker) -> list[tuple[str, str, list[str]]]:
    """(class, text, codes that came out) of each error that a person wrote into gold/errors.tsv."""
    lines = (FOLDER / "errors.tsv").read_text(encoding="utf-8").splitlines()
    found = []
    for code, _, text in (line.partition("\t") for line in lines if line and not line.startswith("#")):
        citations = checker.check(document_of(text.encode(), Path("error.txt"))).citations
        found.append((code, text, [p.code for c in citations if c.kind != "treaty" for p in c.problems]))
    return found


def error_table(found: list[tuple[str, str, list[str]]]) -> list[str]:
    """The figures in Markdown."""
    lines = ["| class | errors | caught | with this code |", "|---|---|---|---|"]
    for code in dict.fromkeys(code for code, _, _ in found):
        mine = [codes for own, _, codes in found if own == code]
        lines.append(f"| {code} | {len(mine)} | {sum(map(bool, mine))} | {sum(code in codes for codes in mine)} |")
    caught, exact = sum(bool(codes) for _, _, codes in found), sum(code in codes for code, _, codes in found)
    return [*lines, f"| all | {len(found)} | {caught} ({caught / len(found):.1%}) | {exact} |"]


def section(checker: Checker) -> list[str]:
    """What benchmarks/verify/RESULTS.md shows of the hand-made lists."""
    marks, seeds = table(scores(checker)), error_table(errors(checker))
    return [
        "## Marked by hand",
        "",
        "Invented texts around true authorities. The program was mended by what they showed, so that these",
        "figures say that it stays mended, no more: they are no measure on unseen text. The first reading found",
        "90.9 % with a precision of 94.7 % and called two true citations a mismatch. Not all of the way from",
        "there is the program's: the overlap asked for was eased (half of the shorter, before half of the mark),",
        "two marks of parallel reports were joined to their case, one short name without any sign of a citation",
        "was rewritten, and two were added.",
        "",
        *marks,
        "",
        "Errors written by hand into running text:",
        "",
        *seeds,
    ]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--show", action="store_true", help="print every miss")
    options = parser.parse_args()
    checker = load_checker(load_library(), AS_OF)
    all_ = scores(checker)
    for s in all_ if options.show else ():
        for word, entries in (("missed", s.missed), ("no citation", s.loose), ("not as marked", s.wrong)):
            for entry in entries:
                print(f"{s.name}  {word}: {entry}")
    print("\n".join([*table(all_), "", *error_table(errors(checker))]))


if __name__ == "__main__":
    main()
