"""All measurements of speed side by side, in one run:  python -m benchmarks.bench [--only render,pipeline]

Each line times two things in turn; the ratio of their medians counts, minima stand beside. A run of everything writes
benchmarks/RESULTS.md; a run of some parts only prints.
"""

import argparse
import importlib
import os
import platform
import sys
import time
from importlib.metadata import version
from pathlib import Path

from benchmarks.rows import Row

PARTS = {
    "render": "benchmarks.rendering",
    "pipeline": "benchmarks.pipeline",
    "startup": "benchmarks.startup",
    "growth": "benchmarks.library_growth",
    "search": "benchmarks.searching",
}
RESULTS = Path(__file__).with_name("RESULTS.md")
_BUSY = (
    "",
    "**Other work kept the machine busy meanwhile.** What takes milliseconds is then interrupted midway, and what",
    "runs in a process of its own is not interrupted alike: the lines against the Node engines, and the one on two",
    "processes, swing by half from run to run. The minima in brackets are steadier than the medians.",
)
_LIBRARIES = ("docxtpl", "python-docx", "jinja2", "lxml", "zlib-ng", "pydantic", "click", "PyYAML")


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench", description=__doc__)
    parser.add_argument("--only", default="", metavar="PART,PART", help=f"some of: {', '.join(PARTS)}")
    chosen = [part for part in parser.parse_args(arguments).only.split(",") if part] or list(PARTS)
    if unknown := sorted(set(chosen) - set(PARTS)):
        parser.error(f"there is no part {', '.join(unknown)}; there are: {', '.join(PARTS)}")
    rows: list[Row] = []
    told: list[str] = []
    began = time.monotonic()
    for part in chosen:
        print(f"measuring: {part}", file=sys.stderr, flush=True)
        module = importlib.import_module(PARTS[part])
        rows += module.run()
        told += getattr(module, "TOLD", [])
    text = "\n".join(_page(rows, told, time.monotonic() - began))
    print(text)
    if len(chosen) == len(PARTS):
        RESULTS.write_text(text + "\n", encoding="utf-8")


def _page(rows: list[Row], told: list[str], seconds: float) -> list[str]:
    """The whole page, as Markdown."""
    missed = [row for row in rows if reached(row.ratio, row.must) is False]
    return [
        "# Speed, measured",
        "",
        "Written by `make bench`; do not edit. Two things are timed in turn, so both share the noise of the machine;",
        "the ratio of the medians is the result. *must* and *goal* are what we set ourselves before we measured.",
        "",
        *_machine(seconds),
        "",
        *(f"* {line}" for line in told),
        "",
        f"**{len(rows) - len(missed)} of {len(rows)} lines reach what they must.**"
        + (" Missed: " + "; ".join(row.what for row in missed) + "." if missed else ""),
        "",
        "| what | ratio | must | goal | | ours ms (min) | theirs ms (min) | |",
        "|---|--:|--:|--:|---|--:|--:|---|",
        *map(_line, rows),
        "",
        "Not measured: Microsoft Word, Windows, macOS. The other engines have no closed language and no check of what",
        "they write; our time includes both. The Node engines are given the same values under flat names; the free",
        "edition of carbone has no rich text, so no value of the memorandum brings any.",
    ]


def _machine(seconds: float) -> list[str]:
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    load = f"load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else "load unknown"
    busy = hasattr(os, "getloadavg") and os.getloadavg()[1] > (os.cpu_count() or 1)
    return [
        f"Machine: {_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}; {load}; {seconds:.0f} s for all.  ",
        f"Libraries: {libraries}.",
        *(_BUSY if busy else ()),
    ]


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def reached(ratio: float, bar: str) -> bool | None:
    """Whether a ratio keeps a bar such as '>= 8' or '<= 1.10'; None where there is none."""
    if not bar:
        return None
    sign, number = bar.split()
    return ratio >= float(number) if sign == ">=" else ratio <= float(number)


def _line(row: Row) -> str:
    verdict = {True: "goal", False: "reached"}[bool(reached(row.ratio, row.goal))]
    if not row.must:
        verdict = ""
    elif not reached(row.ratio, row.must):
        verdict = "**missed**"
    cells = [row.what, f"{row.ratio:.2f}", row.must, row.goal, verdict, _ms(row.ours_ms, row.ours_min_ms)]
    return f"| {' | '.join([*cells, _ms(row.theirs_ms, row.theirs_min_ms), row.note])} |"


def _ms(median: float, minimum: float) -> str:
    return f"{median:.2f} ({minimum:.2f})" if median else ""


if __name__ == "__main__":
    main()
