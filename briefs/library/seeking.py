"""Look-ups into a library of any size: what stands in them is bounded by the ground and the state that are asked for.

The tables are made once, of all records, and read row by row: from the index on disk, or from memory.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from briefs.models.evidence import Evidence
    from briefs.models.precedent import Precedent

_WORD = re.compile(r"\w+")
LISTED = 30
"""Rulings on one ground that turned on requests by other states are listed up to this number; the rest is counted."""

BOUND = {"conditions", "stay", "facts"}
"""What a holding rests on when it speaks of one requesting state; rules and methods travel."""

_APART = {"HK": "CN", "CN": "HK"}
Entry = tuple[str, int]
"""A holding: id of the precedent, and its place among the precedent's holdings."""


class Near(NamedTuple):
    """Holdings to be looked at on one ground, and how many about other requesting states are not among them."""

    holdings: tuple[Entry, ...]
    not_listed: int


class Seek:
    """Answers from the tables; `row` gives one row, or null."""

    def __init__(self, row: Callable[[str], Any]):
        self._row = cache(row)

    def near(self, ground: str, state: str | None, always: Iterable[str] = ()) -> Near:
        """Holdings on a ground that may fit a request by `state`: rules and methods of any ruling, what rests on this
        very state, what the rulings named `always` hold; of the others the first few."""
        mine = {state, None, _APART.get(state or "")}
        found = set(self._entries(f"ground/{ground}/general"))
        for one in mine:
            found |= set(self._entries(f"ground/{ground}/of/{one or ''}"))
        far = self._row(f"ground/{ground}/far") or {"count": {}, "first": []}
        named = self._named(ground, always) - found
        others = [(key, n) for key, n, of in far["first"] if (of or None) not in mine and (key, n) not in named]
        count = sum(n for of, n in far["count"].items() if (of or None) not in mine) - len(named)
        listed = set(others[:LISTED])
        return Near(tuple(sorted(found | named | listed)), count - len(listed))

    def _named(self, ground: str, dossiers: Iterable[str]) -> set[Entry]:
        return {(key, n) for name in dossiers for key, n, on in self._row(f"holdings-of/{name}") or () if on == ground}

    def about(self, ground: str, state: str) -> list[Entry]:
        """Holdings on a ground that rest on one requesting state."""
        return self._entries(f"ground/{ground}/of/{state}")

    def rulings(self, state: str | None) -> list[str]:
        """Precedents on requests by a state."""
        return self._row(f"rulings/{state or ''}") or []

    def reports(self, state: str | None) -> list[str]:
        """Evidence that speaks of a state."""
        return self._row(f"reports/{state or ''}") or []

    def called(self, text: str) -> list[tuple[str, str, str]]:
        """(title, short title, date) of each ruling that a text may name: its title begins with a word of the text."""
        words = {"", *(word for word in _WORD.findall(text) if not word[0].islower())}
        return [(a, b, c) for word in sorted(words) for a, b, c in self._row(f"called/{word}") or ()]

    def named(self, name: str) -> str | None:
        """Precedent whose id ends in this name."""
        return self._row(f"named/{name}")

    def holder(self, holding: str) -> str | None:
        """Precedent that holds a holding."""
        return self._row(f"holding/{holding}")

    def _entries(self, key: str) -> list[Entry]:
        return [(precedent, n) for precedent, n in self._row(key) or ()]


def tables(precedents: "Mapping[str, Precedent]", evidence: "Mapping[str, Evidence]") -> dict[str, Any]:
    """Every row, by its key; plain data, fit for JSON."""
    rows: dict[str, Any] = {}
    titles: dict[tuple[str, str], tuple[str, str, str]] = {}
    for key, precedent in precedents.items():
        name, state = key.rpartition("/")[2], precedent.requesting_state or ""
        rows[f"named/{name}"] = key
        title = precedent.title, precedent.short_title, precedent.decided or ""
        titles |= {(_first_word(called), "\0".join(title)): title for called in title[:2]}
        rows.setdefault(f"rulings/{state}", []).append(key)
        for n, holding in enumerate(precedent.holdings):
            rows[f"holding/{holding.id}"] = key
            if holding.stance == "neutral":
                continue
            rows.setdefault(f"holdings-of/{name}", []).append([key, n, holding.ground])
            on = f"ground/{holding.ground}"
            if holding.rests_on in BOUND:
                rows.setdefault(f"{on}/of/{state}", []).append([key, n])
                _count_far(rows.setdefault(f"{on}/far", {"count": {}, "first": []}), key, n, state)
            else:
                rows.setdefault(f"{on}/general", []).append([key, n])
    for key, report in evidence.items():
        for state in dict.fromkeys(report.states):
            rows.setdefault(f"reports/{state}", []).append(key)
    for (word, _), title in titles.items():
        rows.setdefault(f"called/{word}", []).append(title)
    return rows


def _first_word(title: str) -> str:
    """The first word of a title that is not written small; empty where there is none."""
    return next((word for word in _WORD.findall(title) if not word[0].islower()), "")


def _count_far(far: dict[str, Any], key: str, n: int, state: str) -> None:
    """A few of each state stand in the row: however many of them are the asked state's own, enough others are left."""
    far["count"][state] = far["count"].get(state, 0) + 1
    if far["count"][state] <= LISTED and len(far["first"]) < 4 * LISTED:
        far["first"].append([key, n, state])
