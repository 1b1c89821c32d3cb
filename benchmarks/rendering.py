"""Filling one template with the same case: ours with all its checks, docxtpl, and the engines that run in Node.

Before anything is timed, the texts are compared paragraph by paragraph; LibreOffice then counts the pages of each file.
"""

import itertools
import math
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.render import case, compare, engines
from benchmarks.render.noise import noisy
from benchmarks.render.template import Docxtpl, template
from benchmarks.rows import Row, paired

WARM, ROUNDS = 40, 25
TOLD: list[str] = []
"""What the run has found beside the figures: texts, pages, engines left out. For the head of RESULTS.md."""


def run() -> list[Row]:
    """One memorandum warm, torn by Word, never seen, and with ten and a hundred times the rows."""
    TOLD.clear()
    with tempfile.TemporaryDirectory() as name:
        return [*_warm(Path(name)), *_torn(Path(name)), _first(), *_growth(Path(name)), _two_processes()]


def _warm(folder: Path) -> Iterator[Row]:
    data = case.brief()
    ours, theirs = engines.ours(data), engines.docxtpl(data)
    files = {"ours": ours(), "docxtpl": theirs()}
    others = _others(data, folder, files)
    _compared(files, folder)
    what = "warm render and safety checks of one template, against {}"
    yield paired(ours, theirs, ROUNDS).row(what.format("docxtpl"), ">= 8", ">= 15", faster=True)
    bars = {"carbone": (">= 3", ">= 6")}
    for name, other in others.items():
        if name in files:
            yield paired(ours, other, ROUNDS).row(what.format(name), *bars.get(name, ("", "")), faster=True)
        other.end()
    size = len(files["ours"]) / len(files["docxtpl"])
    yield Row("size of the file, against docxtpl", size, "<= 1.02", "<= 1.00", 0, 0, 0, 0, _sizes(files))


def _sizes(files: dict[str, bytes]) -> str:
    return f"{len(files['ours']):,} and {len(files['docxtpl']):,} bytes"


def _others(data: dict[str, Any], folder: Path, files: dict[str, bytes]) -> dict[str, engines.Node]:
    """The Node engines, warm, each with its file."""
    if why := engines.missing_node():
        TOLD.append(f"docxtemplater, easy-template-x and carbone are left out: {why}.")
        return {}
    made = {name: engines.node(name, data, folder) for name in engines.NODE}
    for name, other in made.items():
        for _ in range(WARM):
            other()
        files[name] = other.saved()
    return made


def _same(ours: bytes, theirs: bytes, name: str) -> None:
    if found := compare.difference(ours, theirs):
        raise SystemExit(f"{name}: the texts differ, so nothing is measured. {found}")
    TOLD.append(f"{name}: the same text in {len(compare.texts(ours))} paragraphs.")


def _compared(files: dict[str, bytes], folder: Path) -> None:
    """Text and pages of every file. An engine that makes other pages has not done the same work: it is left out."""
    for name in [name for name in files if name != "ours"]:
        _same(files["ours"], files[name], name)
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if not soffice:
        TOLD.append("LibreOffice is not installed: the pages were not counted.")
        return
    counted = compare.pages(files, folder, soffice)
    TOLD.append("Pages in LibreOffice: " + ", ".join(f"{name} {number}" for name, number in counted.items()) + ".")
    for name in [name for name, number in counted.items() if number != counted["ours"]]:
        TOLD.append(f"{name} is left out: its file has {counted[name]} pages, ours {counted['ours']}.")
        del files[name]
    if "docxtpl" not in files:
        raise SystemExit("docxtpl: the pages differ, so nothing is measured.")


def _torn(folder: Path) -> Iterator[Row]:
    """The same template as Word leaves it after months of editing; carbone gets its own, torn in the same way."""
    data, file = case.brief(), noisy(template(Docxtpl()))
    ours, theirs = engines.ours(data, file), engines.docxtpl(data, file)
    _same(ours(), theirs(), "docxtpl, template torn by Word")
    what = "the same from a template full of Word's own marks, against {}"
    yield paired(ours, theirs, ROUNDS).row(what.format("docxtpl"), "", "", faster=True)
    if engines.missing_node():
        return
    other = engines.node("carbone", data, folder, noisy)
    for _ in range(WARM):
        other()
    _same(ours(), other.saved(), "carbone, template torn by Word")
    yield paired(ours, other, ROUNDS).row(what.format("carbone"), "", "", faster=True)
    other.end()


def _first() -> Row:
    """Each round has a template that nobody has seen; nothing is found on disk."""
    from briefs.render import shelf
    from briefs.render.data import plain
    from briefs.render.engine import render

    data = case.brief()
    loaded = plain(data)
    files = [template(Docxtpl(), number) for number in range(1, 12)]
    mine, theirs = itertools.cycle(files), itertools.cycle(files)
    place = shelf._file
    shelf._file = lambda parts: None
    try:
        measured = paired(
            lambda: render(next(mine), {}, loaded, final=True), lambda: engines.docxtpl(data, next(theirs))(), 9
        )
    finally:
        shelf._file = place
    return measured.row("first render of a template never seen, against docxtpl", ">= 1", ">= 1.5", faster=True)


def _growth(folder: Path) -> Iterator[Row]:
    """Rows of the tables and paragraphs, ten and a hundred times as many."""
    ten, hundred = (engines.ours(case.brief(scale)) for scale in (10, 100))
    grown = paired(hundred, ten, 5)
    exponent = math.log10(grown.a_to_b)
    what = "growth from 10 to 100 times the rows: exponent"
    yield Row(what, exponent, "<= 1.10", "<= 1.03", grown.a_ms, grown.b_ms, grown.a_min_ms, grown.b_min_ms)
    large = case.brief(100)
    theirs = engines.docxtpl(large)
    _same(hundred(), theirs(), "docxtpl at 100 times the rows")
    what = "100 times the rows, against docxtpl"
    yield paired(hundred, theirs, 2).row(what, "", "", faster=True)
    if not engines.missing_node():
        other = engines.node("carbone", large, folder)
        for _ in range(3):
            other()
        yield paired(hundred, other, 5).row("100 times the rows, against carbone", ">= 1", ">= 1.5", faster=True)
        other.end()
    mine, docx = _peak("ours"), _peak("docxtpl")
    note = f"{mine} and {docx} MB, whole process"
    yield Row("peak memory at 100 times the rows, against docxtpl", mine / docx, "<= 0.6", "<= 0.25", 0, 0, 0, 0, note)


def _peak(engine: str) -> int:
    """Megabytes of a process that fills the largest memorandum once."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "benchmarks.render.alone", engine, "100"], check=True, capture_output=True, text=True
    )
    return int(done.stdout)


def _two_processes() -> Row:
    """What a second process gains, by what it gains in a loop that only counts; the median of five."""
    gains = sorted(_gain("ours") / _gain("loop") for _ in range(5))
    note = "five runs: " + ", ".join(f"{gain:.2f}" for gain in gains)
    return Row("two processes against one, by what a counting loop gains", gains[2], ">= 0.9", "", 0, 0, 0, 0, note)


def _gain(what: str) -> float:
    one, two = _throughput(what, 1), _throughput(what, 2)
    return two / one


def _throughput(what: str, number: int) -> float:
    """Pieces of work a second of so many processes that begin together."""
    command = [sys.executable, "-m", "benchmarks.render.alone", what, "1", "seconds"]
    children = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603
        for _ in range(number)
    ]
    for child in children:
        assert child.stdout is not None
        child.stdout.readline()
    rates = []
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    for child in children:
        out, _ = child.communicate()
        rates.append(float(out))
    return sum(rates)


if __name__ == "__main__":
    for row in run():
        print(row)
    print(*TOLD, sep="\n")
