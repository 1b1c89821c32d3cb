"""Sends every hostile file through the command line, as a user would: exit code, one line, no traceback, time, memory.

Linux and macOS; part of `make hostile`, not of `make test`.
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "hostile")]

from cases import GOOD_NAMES, named  # noqa: E402
from cases import REFUSED as CASES  # noqa: E402

from templates import ACCEPTED, REFUSED  # noqa: E402

SECONDS, MEMORY = 5, 1 << 30


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def casebrief(folder: Path, *arguments: str) -> tuple[int, str, float]:
    """Exit code, standard error, seconds of processor time."""
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, ROOT / "assemble.py", *arguments],
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=said,
            preexec_fn=limit,
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, (folder / "said").read_text("utf-8", "replace"), used.ru_utime + used.ru_stime


def fault(code: int, said: str, seconds: float, folder: Path, expected: int) -> str:
    if "Traceback" in said or "fault of the program" in said:
        return said.strip().splitlines()[-1]
    if any("marker" in p.name for p in folder.rglob("*")):
        return "CODE RAN"
    if seconds > SECONDS:
        return f"{seconds:.1f} s"
    return "" if code == expected else f"exit {code}: {said[-200:]}"


def main() -> None:
    jobs = [("lint", name, make, "f.docx", 1) for name, make in REFUSED.items()]
    jobs += [("check", name, lambda d=data: d, "case.yaml", 1) for name, data in CASES.items()]
    jobs += [("check", name, lambda n=name: named(n), "case.yaml", 0) for name in GOOD_NAMES]
    bad = slowest = 0
    for command, name, make, file, expected in jobs:
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            (place / file).write_bytes(make())
            code, said, seconds = casebrief(place, command, file)
            slowest = max(slowest, seconds)
            if why := fault(code, said, seconds, place, expected):
                bad += 1
                print(f"NOT AS EXPECTED {command} {name[:60]}: {why}")
    print(f"{len(jobs) - bad} of {len(jobs)} as expected ({len(ACCEPTED)} good templates are filled by the tests); ")
    print(f"slowest answer {slowest:.1f} s of processor time")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
