"""Time and memory of `verify` on long PDF bundles, every page dense with citations.

python -m benchmarks.verify.bundles [--pages 200,600,2000]

Each run is a process of its own: processor time with start-up, and the most memory it held. One page is shown first:
what Python, library and register take before any finding.
"""

import argparse
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from benchmarks.verify import forms as f
from briefs.library import load_library
from briefs.verify import load_checker

ROOT = Path(__file__).parents[2]
A_PAGE = 30
# A small process starts each run: the peak of a child counts what its parent held when it was made.
_WATCH = """import resource, subprocess, sys
with open(sys.argv[1], "wb") as out:
    code = subprocess.call(sys.argv[2:], stdout=out, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(code, used.ru_utime + used.ru_stime, used.ru_maxrss)"""
WAYS = {"terminal": (), "--json": ("--json",), "HTML page": ("-o", "OUT")}


def citations(chance: random.Random, count: int = 3000) -> list[str]:
    """True citations of Strasbourg cases, in every style."""
    checker = load_checker(load_library(), "2026-06-01")
    items = [a for a in checker.known.authorities.items if a.system == "echr" and a.numbers and a.date]
    made = []
    for a in chance.sample(items, count):
        text = chance.choice(list(f.STYLES.values()))(f.parts_of(a, checker.known.forms, chance))
        if text.encode("latin-1", "ignore").decode("latin-1") == text:
            made.append(text)
    return made


def lines(chance: random.Random, pool: list[str]) -> Iterator[str]:
    """One page: sentences that cite, broken into lines as a printed page is."""
    for n in range(A_PAGE // 2):
        one, other = chance.choice(pool), chance.choice(pool)
        yield f"{n + 1}. The point that the parties argued at length was settled (see {one};"
        yield f"and {other}), and nothing in the present file departs from it."


def pdf(file: Path, pages: int, page_of: Callable[[int], Iterable[str]]) -> None:
    """A PDF of plain lines in Latin-1, written page by page. `page_of`: the lines of a page, counted from 0."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    places: list[int] = []
    with file.open("wb") as out:
        out.write(b"%PDF-1.4\n")

        def put(number: int, body: bytes) -> None:
            places.append(out.tell())
            out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))

        put(1, b"<< /Type /Catalog /Pages 2 0 R >>")
        kids = b" ".join(b"%d 0 R" % (5 + 2 * n) for n in range(pages))
        put(2, b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages))
        put(3, font)
        for n in range(pages):
            drawn = "".join(f"({_escaped(line)}) Tj 0 -14 Td\n" for line in page_of(n)).encode("latin-1")
            stream = b"BT /F1 8 Tf 40 800 Td\n" + drawn + b"ET"
            put(4 + 2 * n, b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
            page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R " % (4 + 2 * n)
            put(5 + 2 * n, page + b"/Resources << /Font << /F1 3 0 R >> >> >>")
        start = out.tell()
        table = "".join(f"{place:010} 00000 n \n" for place in places)
        out.write(f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}".encode())
        out.write(f"trailer << /Size {len(places) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def measured(file: Path, way: tuple[str, ...], room: Path) -> tuple[float, int]:
    """(seconds of processor time, MB at the peak) of one command."""
    arguments = [str(room / f"out-{file.stem}") if word == "OUT" else word for word in way]
    command = [sys.executable, str(ROOT / "assemble.py"), "verify", str(file), "--as-of", "2026-06-01", *arguments]
    watched = [sys.executable, "-S", "-c", _WATCH, str(room / "out.txt"), *command]
    told = subprocess.run(watched, check=True, capture_output=True, text=True)  # noqa: S603
    code, seconds, peak = told.stdout.split()
    if code not in {"0", "3"}:
        raise SystemExit(f"{file.name}: ended with {code}.")
    return float(seconds), int(peak) // 1024


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", default="1,200,600,2000")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    pool = citations(chance)
    print("| pages | citations, some | " + " | ".join(WAYS) + " |")
    print("|---|---|" + "---|" * len(WAYS))
    with tempfile.TemporaryDirectory() as name:
        for pages in map(int, options.pages.split(",")):
            file = Path(name) / f"bundle-{pages}.pdf"
            pdf(file, pages, lambda page: lines(chance, pool))
            cells = [measured(file, way, Path(name)) for way in WAYS.values()]
            told = " | ".join(f"{seconds:.1f} s, {peak} MB" for seconds, peak in cells)
            print(f"| {pages:,} | {pages * A_PAGE:,} | {told} |", flush=True)


if __name__ == "__main__":
    main()
