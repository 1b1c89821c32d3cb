"""Matching in a large library: the rulings that concern the case stay the same, and only the others grow."""

import os
import tempfile
from pathlib import Path

from benchmarks.rows import Row, paired

ROOT = Path(__file__).parent.parent
CASE = ROOT / "examples" / "poland-2024" / "case.yaml"
SMALL, MIDDLE, LARGE = 1_000, 10_000, 100_000
FAR = ("XR", "XE", "XL", "XG", "XF")
"""Codes that no state has: requests of other states, as generated."""


def run() -> list[Row]:
    """One case in libraries of 1,000, 10,000 and 100,000 generated rulings beside the shipped ones."""
    rows = []
    with tempfile.TemporaryDirectory() as name:
        before = os.environ.get("XDG_CACHE_HOME")
        os.environ["XDG_CACHE_HOME"] = str(Path(name) / "cache")
        try:
            small = _matching(SMALL)
            for size in (MIDDLE, LARGE):
                what = f"matching with {size:,} precedents against {SMALL:,}, index open, same candidates"
                rows.append(paired(_matching(size), small, 11).row(what, "<= 2", "<= 1.2"))
        finally:
            os.environ.pop("XDG_CACHE_HOME")
            if before is not None:
                os.environ["XDG_CACHE_HOME"] = before
    return rows


def grown(size: int):
    """The shipped library with so many generated rulings on requests of other states, each on one ground."""
    from dataclasses import replace

    from briefs.library import find_layers
    from briefs.library.library import read_sound

    library = read_sound(find_layers())
    model = library.precedents["echr/liu-v-poland-2022"]
    holding = next(h for h in model.holdings if h.rests_on == "conditions")
    grounds = list(library.grounds)
    made = dict(library.precedents)
    for n in range(size):
        key = f"generated-{n:06}"
        held = holding.but(id=f"{key}/1", ground=grounds[n % len(grounds)])
        made[f"echr/{key}"] = model.but(id=f"echr/{key}", requesting_state=FAR[n % len(FAR)], holdings=(held,))
    return replace(library, precedents=dict(sorted(made.items())))


def _matching(size: int):
    """One match of the case, with the index of a library of this size open."""
    from briefs.casefile import load_case
    from briefs.facts import Situation
    from briefs.library import index
    from briefs.library.library import opened
    from briefs.matching import match_case

    library = grown(size)
    file = Path(os.environ["XDG_CACHE_HOME"]) / f"{size}.sqlite"
    file.parent.mkdir(parents=True, exist_ok=True)
    index.write(file, "grown", index.rows(library))
    layers = library.layers
    del library
    from_index = opened(index.Store.open(file, "grown", lambda: ()), layers)
    case = load_case(CASE, from_index).case
    return lambda: match_case(Situation(case, from_index, case.as_of or "2024-05-02"))


def write_library(folder: Path, size: int) -> None:
    """So many records as files: the shipped rulings again and again, each under a name of its own."""
    shipped = sorted((ROOT / "precedents").glob("*/*.yaml"))
    texts = [(file.parent.name, file.stem, file.read_text(encoding="utf-8")) for file in shipped]
    for n in range(size):
        court, name, text = texts[n % len(texts)]
        key = f"generated-{n:06}"
        there = folder / "precedents" / court
        there.mkdir(parents=True, exist_ok=True)
        text = text.replace(f"id: {court}/{name}\n", f"id: {court}/{key}\n").replace(f"id: {name}/", f"id: {key}/")
        (there / f"{key}.yaml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    for row in run():
        print(row)
