"""make crash: programs that write filings are killed at any moment, others read meanwhile; no broken file may be seen.

A child writes two versions of a pack over each other, as `build --force` does, until it is killed. After each kill
every file must be whole: one of the two versions. The next child must remove what the killed one left.
"""

import argparse
import hashlib
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

WRITER = """
import itertools, sys
from pathlib import Path
sys.path.insert(0, {root!r})
from briefs.writing import make_folder, write_whole
files = {{p.relative_to({packs!r} + '/0').as_posix(): None for p in Path({packs!r} + '/0').rglob('*') if p.is_file()}}
packs = [{{name: (Path({packs!r}) / str(n) / name).read_bytes() for name in files}} for n in (0, 1)]
out = Path({out!r})
for pack in itertools.cycle(packs):
    for name, data in pack.items():
        make_folder((out / name).parent)
        write_whole(out / name, data, force=True)
    print('.', end='', flush=True)
"""


def make_packs(folder: Path) -> set[str]:
    """Two versions of a pack of filings; gives the hashes of all their files."""
    from briefs.build import Options, build
    from briefs.casefile import load_case
    from briefs.facts import Situation
    from briefs.library import load_library

    library = load_library()
    case = load_case(ROOT / "examples" / "poland-2018" / "case.yaml", library).case
    good = set()
    for number, reference in enumerate(("FIRST", "SECOND")):
        changed = case.model_copy(update={"reference": reference})
        made = build(Situation(changed, library, case.as_of), Options(("national-memorandum",), pages="none"))
        for name, data in made.files.items():
            file = folder / str(number) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
            good.add(hashlib.sha256(data).hexdigest())
    return good


def broken(out: Path, good: set[str]) -> list[str]:
    """Files that are neither the one version nor the other."""
    files = (f for f in out.rglob("*") if f.is_file() and not f.name.startswith(".tmp-"))
    return [f.name for f in files if hashlib.sha256(f.read_bytes()).hexdigest() not in good]


def start(packs: Path, out: Path) -> subprocess.Popen:
    code = WRITER.format(root=str(ROOT), packs=str(packs), out=str(out))
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def kills(packs: Path, out: Path, good: set[str], number: int) -> tuple[int, int, int]:
    """(broken files, temporary files left by kills, temporary files left after the last run)."""
    bad, left = 0, 0
    for n in range(number):
        child = start(packs, out)
        child.stdout.read(1)
        time.sleep(random.Random(n).uniform(0, 0.05))
        child.kill()
        child.communicate()
        bad += len(broken(out, good))
        left += len(list(out.rglob(".tmp-*")))
    child = start(packs, out)
    child.stdout.read(1)
    child.terminate()
    child.communicate()
    from briefs.writing import make_folder

    for folder in (out, *(f for f in out.rglob("*") if f.is_dir())):
        make_folder(folder)
    return bad, left, len(list(out.rglob(".tmp-*")))


def reads(packs: Path, out: Path, good: set[str], number: int) -> int:
    """Broken files seen while two programs write the same files."""
    children = [start(packs, out) for _ in range(2)]
    for child in children:
        child.stdout.read(1)
        os.set_blocking(child.stdout.fileno(), False)
    names = [f for f in out.rglob("*") if f.is_file() and not f.name.startswith(".tmp-")]
    bad = 0
    for n in range(number):
        bad += hashlib.sha256(names[n % len(names)].read_bytes()).hexdigest() not in good
        for child in children:
            child.stdout.read()
    alive = all(child.poll() is None for child in children)
    for child in children:
        child.kill()
        child.communicate()
    return bad if alive else number


def run(kill_count: int, read_count: int) -> dict[str, int]:
    with tempfile.TemporaryDirectory() as name:
        packs, out = Path(name) / "packs", Path(name) / "out"
        out.mkdir()
        good = make_packs(packs)
        bad, left, after = kills(packs, out, good, kill_count)
        seen = reads(packs, out, good, read_count)
    return {"broken": bad, "left by kills": left, "left after the next run": after, "broken when read": seen}


def main() -> None:
    given = argparse.ArgumentParser()
    given.add_argument("--kills", type=int, default=200)
    given.add_argument("--reads", type=int, default=1000)
    asked = given.parse_args()
    found = run(asked.kills, asked.reads)
    print(f"{asked.kills} kills, {asked.reads} reads: {found}")
    sys.exit(1 if found["broken"] or found["broken when read"] or found["left after the next run"] else 0)


if __name__ == "__main__":
    main()
