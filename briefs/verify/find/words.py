"""Compares sentences by their content words, for propositions that a person wrote and somebody copied."""

import re
from functools import lru_cache

from briefs.verify.find.folding import listed, plain

_COMMON = listed(
    "that this with from have been were which when where their there than then into under also such only would could "
    "should shall must being because between against other others after before upon about whether without within does "
    "court courts case state states person article convention judgment paragraph held holds found finding said "
    "applicant government"
)


@lru_cache(maxsize=1024)
def content(text: str) -> frozenset[str]:
    """Content words, shortened so that endings do not matter."""
    return frozenset(w[:7] for w in re.findall(r"[^\W\d_]{4,}", plain(text)) if w not in _COMMON)


def overlap(one: str, other: str) -> int:
    """How many content words two texts share."""
    return len(content(one) & content(other))


def closeness(sentence: str, proposition: str) -> float:
    """Share of a proposition's content words that stand in the sentence."""
    own = content(proposition)
    return len(own & content(sentence)) / len(own) if own else 0.0


def likeness(one: str, other: str) -> float:
    """How much two texts share, both lengths counted: 1 for the same words."""
    a, b = content(one), content(other)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0
