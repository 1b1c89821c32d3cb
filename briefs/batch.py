"""Many case files in one run: all cores, one bad file never stops the rest, and a run that was killed goes on.

Each case is built in a process of its own pool. A folder counts as done when its marker names the very bytes of the
case file, the library and the options; the marker is written last, so a folder cut short is built again.
"""

import gc
import hashlib
import json
import multiprocessing
import os
import threading
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass
from multiprocessing import connection
from pathlib import Path
from typing import Literal

import briefs
from briefs.build import Options, build
from briefs.casefile import load_case
from briefs.errors import BriefError, Problem
from briefs.facts import Situation
from briefs.library import Library, load_library
from briefs.render import pages
from briefs.writing import make_folder, write_whole

_GARBAGE = 100_000, 50, 50
"""Looking for garbage as often as Python does by itself would cost a tenth of the time of a build."""

PDF_AT_ONCE = 20
MARKER = "counsel-only/done.json"
ENDINGS = {".yaml", ".yml", ".json"}
State = Literal["written", "kept", "problems", "refused"]


@dataclass(frozen=True)
class Outcome:
    """What became of one case file. `lines` are its problems as printed; `exit_code` as a single build would give."""

    case: str
    state: State
    lines: tuple[str, ...] = ()
    exit_code: int = 0


@dataclass(frozen=True)
class Work:
    """One run: where the cases are, where the results go, and how they are built."""

    source: Path
    target: Path
    options: Options
    as_of: str
    layers: tuple[Path, ...] = ()

    def folder_of(self, file: Path) -> Path:
        """Result folder of a case file: its own path without the ending; cases/a/case.yaml → OUT/a/case."""
        return self.target / file.relative_to(self.source).with_suffix("")


def find_cases(source: Path, target: Path) -> Iterator[Path]:
    """Case files below a folder, sorted within each folder; links and the results themselves are left out. They are
    found one folder at a time, however many there are."""
    if source.resolve() == target.resolve():
        return
    try:
        entries = sorted(source.iterdir())
    except OSError:
        return
    for entry in entries:
        if entry.is_symlink():
            continue
        if entry.is_dir():
            yield from find_cases(entry, target)
        elif entry.suffix.lower() in ENDINGS and entry.is_file():
            yield entry


WINDOW = 200
"""Cases that may be done before the one that is told next: then the others wait for it."""


class Line:
    """Cases in their order: taken one by one, told in the same order, and never more than WINDOW of them in memory."""

    def __init__(self, files: Iterable[Path]):
        self._files = iter(files)
        self._done: dict[int, Outcome] = {}
        self._again: list[tuple[int, Path]] = []
        self._taken = self._told = 0

    def take(self) -> tuple[int, Path] | None:
        """The next case with its number; null where there is none, or none yet."""
        if self._again:
            return self._again.pop()
        if self._taken - self._told >= WINDOW:
            return None
        file = next(self._files, None)
        if file is None:
            return None
        self._taken += 1
        return self._taken - 1, file

    def give_back(self, number: int, file: Path) -> None:
        """A case that was taken and could not be begun."""
        self._again.append((number, file))

    def done(self, number: int, outcome: Outcome) -> Iterator[Outcome]:
        """Takes in what became of a case; gives what can be told now."""
        self._done[number] = outcome
        while self._told in self._done:
            yield self._done.pop(self._told)
            self._told += 1


def run(work: Work, files: Iterable[Path], jobs: int) -> Iterator[Outcome]:
    """The outcome of every case, in the order of the files. At most two cases a process are being built at once."""
    line, finished = Line(files), False
    while not finished:
        lost: list[tuple[int, Path]] = []
        finished = yield from _pool(work, line, jobs, lost)
        for number, file in lost:
            yield from line.done(number, _alone(work, file))


def _pool(work: Work, line: Line, jobs: int, lost: list[tuple[int, Path]]) -> Generator[Outcome, None, bool]:
    """Works through the line, and answers whether to its end: when a process dies, what was in hand goes to `lost`."""
    with _executor(work, jobs) as pool:
        running: dict[Future[Outcome], tuple[int, Path]] = {}
        while True:
            try:
                _submit(pool, work, line, running, 2 * jobs)
                if not running:
                    return True
                ready, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in ready:
                    outcome = future.result()
                    yield from line.done(running.pop(future)[0], outcome)
            except BrokenProcessPool:
                lost += running.values()
                return False


def _submit(
    pool: ProcessPoolExecutor, work: Work, line: Line, running: dict[Future[Outcome], tuple[int, Path]], most: int
) -> None:
    """As many cases as may be in hand."""
    while len(running) < most and (taken := line.take()):
        try:
            running[pool.submit(build_one, work, taken[1])] = taken
        except BrokenProcessPool:
            line.give_back(*taken)
            raise


def _alone(work: Work, file: Path) -> Outcome:
    """A case during which a process died, once more and by itself, so that only the guilty one is reported."""
    with _executor(work, 1) as pool:
        try:
            return pool.submit(build_one, work, file).result()
        except BrokenProcessPool:
            return stopped(work, file)


def stopped(work: Work, file: Path) -> Outcome:
    """A case during which process after process died."""
    line = Problem(
        file.name,
        "the program was stopped by the system while it worked on this file.",
        "Nothing of it was written; the other files are not concerned.",
        "Try it alone with 'casebrief build'; it may need more memory than there is.",
    ).line()
    return Outcome(_name(work, file), "refused", (line,), 1)


def _executor(work: Work, jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _start, (work.layers,))


_OPEN: dict[tuple[Path, ...], Library] = {}
"""The library of this process: opened once, used for every case."""


def _start(layers: tuple[Path, ...]) -> None:
    gc.set_threshold(*_GARBAGE)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    open_for(layers)


def open_for(layers: tuple[Path, ...]) -> Library:
    """The library of these layers, opened at the first call in a process."""
    if layers not in _OPEN:
        _OPEN[layers] = load_library(layers)
    return _OPEN[layers]


def _end_with_parent() -> None:
    """A killed run leaves nobody behind: without this its processes would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _name(work: Work, file: Path) -> str:
    return file.relative_to(work.source).as_posix()


def build_one(work: Work, file: Path) -> Outcome:
    """One case, in a process that has the library open."""
    library = open_for(work.layers)
    try:
        marker = _marker(work, file, library.digest)
        folder = work.folder_of(file)
        if _is_done(folder, marker):
            return Outcome(_name(work, file), "kept")
        return _build(work, file, library, folder, marker)
    except BriefError as reason:
        lines = tuple(problem.line() for problem in reason.problems)
        return Outcome(_name(work, file), "refused", lines, reason.exit_code)


def _build(work: Work, file: Path, library: Library, folder: Path, marker: bytes) -> Outcome:
    read = load_case(file, library)
    built = build(Situation(read.case, library, read.case.as_of or work.as_of), work.options, tuple(read.warnings))
    lines = tuple(problem.line() for problem in built.problems)
    if built.refused:
        return Outcome(_name(work, file), "refused", lines, 3)
    for part in (folder, folder / "to-file", folder / "counsel-only"):
        make_folder(part)
    for name, data in sorted(built.files.items()):
        write_whole(folder / name, data, force=True)
    write_whole(folder / MARKER, marker, force=True)
    return Outcome(_name(work, file), "problems" if lines else "written", lines, 3 if lines else 0)


def _marker(work: Work, file: Path, library: str) -> bytes:
    """Hashes only: the marker says nothing of the case."""
    try:
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError as reason:
        raise BriefError(Problem(file.name, f"cannot be read: {reason.strerror or reason}.")) from reason
    options = json.dumps([asdict(work.options), work.as_of], sort_keys=True)
    known = {
        "format": 1,
        "program": briefs.__version__,
        "case": digest,
        "library": library,
        "options": hashlib.sha256(options.encode()).hexdigest(),
    }
    return (json.dumps(known, indent=1) + "\n").encode()


def _is_done(folder: Path, marker: bytes) -> bool:
    try:
        return (folder / MARKER).read_bytes() == marker
    except OSError:
        return False


def write_pdfs(folders: Iterable[Path], force: bool = True) -> int:
    """A PDF beside every filing of some cases, many documents in each LibreOffice call; how many were written."""
    files = [file for folder in folders for file in sorted((folder / "to-file").glob("*.docx"))]
    for at in range(0, len(files), PDF_AT_ONCE):
        group = files[at : at + PDF_AT_ONCE]
        for file, data in zip(group, pages.to_pdf([file.read_bytes() for file in group]), strict=True):
            write_whole(file.with_suffix(".pdf"), data, force=force)
    return len(files)


def processes(asked: int | None) -> int:
    """How many processes: what was asked for, else one for each core."""
    return max(1, asked or os.cpu_count() or 1)
