"""One engine alone in a process: its peak of memory for one document, or its speed for some seconds.

python -m benchmarks.render.alone ours 100             prints megabytes
python -m benchmarks.render.alone ours 1 seconds       says ready, waits for a line, prints documents a second
"""

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

SECONDS = 1.5


def main() -> None:
    engine, scale, *more = sys.argv[1:]
    work = _work(engine, int(scale))
    work()
    if not more:
        print(_peak())
        return
    print("ready", flush=True)
    sys.stdin.readline()
    done, start = 0, time.perf_counter()
    while time.perf_counter() - start < SECONDS:
        work()
        done += 1
    print(done / (time.perf_counter() - start))


def _peak() -> int:
    """Megabytes. Linux counts the parent into the maximum of a child, so the own peak is read where it can be."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) >> 10
    except (OSError, StopIteration):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> (20 if sys.platform == "darwin" else 10)


def _work(engine: str, scale: int) -> Callable[[], object]:
    if engine == "loop":
        return lambda: sum(range(200_000))
    from benchmarks.render import case, engines

    return {"ours": engines.ours, "docxtpl": engines.docxtpl}[engine](case.brief(scale))


if __name__ == "__main__":
    main()
