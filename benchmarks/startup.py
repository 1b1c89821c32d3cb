"""How long a command takes from the shell and back, against scripts that do the same without us; whole processes.

The modules are compiled and the index of the library is made before the first round, as after the first use.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.rows import Row, compile_modules, paired, process

ROOT = Path(__file__).parent.parent
CASE = ROOT / "examples" / "poland-2024" / "case.yaml"
ROUNDS = 11

READS_A_CASE = """
import sys
from pathlib import Path

import click

from briefs.models.case import Case
from briefs.reading.into_model import into_model
from briefs.reading.text_tree import read_tree

into_model(Case, read_tree(Path(sys.argv[1])))
"""

READS_YAML = """
import sys
from pathlib import Path

import yaml

for file in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
"""

READS_THE_INDEX = """
import sys
from pathlib import Path

from briefs.library import find_layers, index

layers = find_layers((Path(sys.argv[1]),))
store = index.open_store(layers, index.mark_of(layers))
records = store.plain("precedents")
assert len(records) >= 1000
"""


def run() -> list[Row]:
    """Start-up of help, version and match; opening the library."""
    compile_modules()
    with _own_cache() as folder:
        return [*_commands(), *_opening(folder)]


@contextmanager
def _own_cache() -> Iterator[Path]:
    """A cache and a library of this run alone."""
    before = os.environ.get("XDG_CACHE_HOME")
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_CACHE_HOME"] = str(Path(name) / "cache")
        try:
            yield Path(name)
        finally:
            os.environ.pop("XDG_CACHE_HOME")
            if before is not None:
                os.environ["XDG_CACHE_HOME"] = before


def _commands() -> list[Row]:
    python, door = sys.executable, str(ROOT / "assemble.py")
    nothing = process([python, "-c", "pass"])
    rows = [
        paired(process([python, door, option]), nothing, ROUNDS).row(
            f"{option} against python -c pass", "<= 6", "<= 4.5"
        )
        for option in ("--help", "--version")
    ]
    script = process([python, "-c", READS_A_CASE, str(CASE)], cwd=ROOT)
    what = "cold match --json against a script with click and our case models that reads the case"
    for narrow, words in (((), ""), (("--forum", "ecthr_rule39"), ", for one forum")):
        ours = process([python, door, "match", str(CASE), "--json", *narrow])
        rows.append(paired(ours, script, ROUNDS).row(what + words, "<= 1.3", "<= 1.15"))
    return rows


def _opening(folder: Path) -> list[Row]:
    from benchmarks.library_growth import write_library
    from briefs.library import find_layers, index, load_library
    from briefs.library.library import read_sound

    own = folder / "thousand"
    write_library(own, 1000)
    ours = process([sys.executable, "-c", READS_THE_INDEX, str(own)], cwd=ROOT)
    theirs = process([sys.executable, "-c", READS_YAML, str(own)], cwd=ROOT)
    load_library((own,))  # makes the index
    what = "1,000 records from the index as plain data, against PyYAML's C loader, whole process"
    opened = paired(ours, theirs, 5).row(what, ">= 6", ">= 9", faster=True)
    layers = find_layers((own,))
    stale = paired(lambda: index.mark_of(layers), lambda: read_sound(layers), 3)
    return [opened, stale.row("finding out that nothing changed, against parsing it", "<= 0.1", "<= 0.02")]


if __name__ == "__main__":
    for row in run():
        print(row)
