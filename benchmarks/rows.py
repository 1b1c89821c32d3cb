"""One measured line of the results, and the way to time two things: in turn, so that both share the noise."""

import compileall
import gc
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Row:
    """`what` was measured; `ratio` of the medians as the line reads it; `must` and `goal` as text, for example '<= 6'
    or '>= 8'; milliseconds of both sides, median and minimum."""

    what: str
    ratio: float
    must: str
    goal: str
    ours_ms: float
    theirs_ms: float
    ours_min_ms: float
    theirs_min_ms: float
    note: str = ""


@dataclass(frozen=True)
class Paired:
    """Milliseconds of two things that were timed in turn."""

    a_ms: float
    b_ms: float
    a_min_ms: float
    b_min_ms: float

    @property
    def a_to_b(self) -> float:
        """Median of the first by the median of the second."""
        return self.a_ms / self.b_ms

    def row(self, what: str, must: str, goal: str, *, faster: bool = False, note: str = "") -> Row:
        """The line where A is ours: how many times as long as theirs, or with `faster` how many times as fast."""
        ratio = 1 / self.a_to_b if faster else self.a_to_b
        return Row(what, ratio, must, goal, self.a_ms, self.b_ms, self.a_min_ms, self.b_min_ms, note)


def paired(a: Callable[[], object], b: Callable[[], object], rounds: int) -> Paired:
    """Time A and B in turn, each once before the first round; the one that begins changes from round to round."""
    a(), b()
    times: tuple[list[float], list[float]] = ([], [])
    for n in range(rounds):
        for which in (0, 1) if n % 2 == 0 else (1, 0):
            times[which].append(_milliseconds((a, b)[which]))
    return Paired(statistics.median(times[0]), statistics.median(times[1]), min(times[0]), min(times[1]))


@cache
def compile_modules() -> None:
    """As an installation does it with ours, and did it with theirs: without it each process of ours compiles anew."""
    for folder in ("briefs", "benchmarks"):
        compileall.compile_dir(ROOT / folder, quiet=1)


def process(command: Sequence[str], **options: object) -> Callable[[], object]:
    """A whole process as a thing to be timed; it must end well, and what it prints is thrown away."""

    def run() -> object:
        return subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)  # noqa: S603

    return run


def _milliseconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
