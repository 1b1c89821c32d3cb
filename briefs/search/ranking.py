"""How near a record is to a question: BM25 over each of its texts, weighed by the field in which the text stands.

For each word the best text of the record counts, a name more than a number, a number more than a proposition, and that
more than the facts; the sum of the words, and a third more where one text holds them all. A rare word tells more than a
frequent one: what counts is how many records hold it. A record that holds more of the words stands before one that
holds fewer, which matters only where no record holds them all.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefs.search.finders import Forms
from briefs.search.units import Unit

_WEIGHTS = {
    "name": 7.0,
    "other name": 4.0,
    "number": 6.0,
    "proposition": 3.0,
    "finding": 3.0,
    "thesis": 2.5,
    "outcome": 2.0,
    "facts": 2.0,
}
_WEIGHTS |= {"body": 2.0, "paraphrase": 2.0, "heading": 2.0, "test": 2.0}
_TOGETHER = 1.3
_K, _B = 1.2, 0.75
"""The usual values of BM25: how soon a repeated word tells no more, and how much its length is held against a text."""


@dataclass(frozen=True)
class Term:
    """One word or phrase of the question. `forms`: what was looked for; `counts`: how many records hold each."""

    said: str
    forms: Forms
    counts: tuple[int, ...]

    @property
    def stands(self) -> bool:
        """Whether it stands anywhere."""
        return any(self.counts)


@dataclass(frozen=True)
class Scale:
    """What a rank is measured by: the number of records, and the average length of a text in words."""

    records: int
    length: float

    def rank(self, term: Term, unit: Unit, folded: str) -> float:
        """How near one text is to one term; 0 where it does not hold it."""
        best, size = 0.0, _K * (1 - _B + _B * (folded.count(" ") + 1) / (self.length or 1))
        for form, count in zip(term.forms, term.counts, strict=True):
            if often := sum(1 for _ in _places(form).finditer(folded)):
                rare = math.log(1 + (self.records - count + 0.5) / (count + 0.5))
                best = max(best, rare * often * (_K + 1) / (often + size))
        return best * _WEIGHTS.get(unit.field, 1.0)


@lru_cache(200)
def _places(form: str) -> re.Pattern[str]:
    """Where a form stands in folded words."""
    return re.compile(rf"(?<!\S){re.escape(form.rstrip('*'))}" + ("" if form.endswith("*") else r"(?!\S)"))


def score(ranks: Sequence[Sequence[float]]) -> tuple[int, float]:
    """(words held, nearness) of a record; `ranks`: for each of its texts, the rank of each term."""
    best = [max(column) for column in zip(*ranks, strict=True)]
    together = len(best) > 1 and any(all(row) for row in ranks)
    return sum(rank > 0 for rank in best), sum(best) * (_TOGETHER if together else 1.0)
