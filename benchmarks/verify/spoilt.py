"""What an error put into a true citation is, what the program says of it, and whether that catches it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from benchmarks.verify.gold import AS_OF
from briefs.documents.opening import document_of
from briefs.verify import Checker, Citation
from briefs.verify.check.verbatim import Source
from briefs.verify.known.authorities import Authority

_FAULTS = {"mismatch", "malformed"}
# Notes that tell the reader what is wrong though the citation as such stands.
_TOLD = {
    "later", "not_final", "grand_chamber", "other_pinpoint", "partly_reversed", "limited", "volume", "earlier_decision",
    "document_day", "spelling", "party_unknown", "parties", "respondents", "ordinal",
}  # fmt: skip


@dataclass(frozen=True)
class True_:
    """A true citation: its words, and the authority that it means."""

    text: str
    authority: Authority


@dataclass(frozen=True)
class Spoilt:
    """`decidable`: whether library or register hold what the error contradicts; it is said before the program is asked.
    `lead`: the sentence, with {}. `element`: what must be called not checked where nobody can decide. `right`: what the
    likely right form must hold.
    """

    text: str
    decidable: bool = True
    as_of: str = AS_OF
    lead: str = "As was held in {}."
    element: str = ""
    right: str = ""
    sources: dict[str, Source] = field(default_factory=dict)


Spoil = Callable[[True_, Random, Checker], Spoilt | None]


def said(checker: Checker, text: str, as_of: str = AS_OF, lead: str = "As was held in {}.") -> list[Citation]:
    """The citations of one sentence, articles of treaties included."""
    sentence = lead.replace("{}", text)
    return list(checker.at(as_of).check(document_of(sentence.encode(), Path("spoilt.txt"))).citations)


def outcome(checker: Checker, seed: Spoilt) -> tuple[str, bool]:
    """(what came out, whether the right form was named).

    blamed: a fault is told; told: a remark says it; unknown: not in the library; admitted: it exists, and what is wrong
    is called not checked; through: it exists and nothing is said; open: not checked; lost: not found.
    """
    found = said(replace(checker, sources=seed.sources), seed.text, seed.as_of, seed.lead)
    forms = [form for c in found for form in (c.right_form, *c.candidates, *(p.text for p in c.problems))]
    named = any(seed.right in form for form in forms)
    return _outcome(found, seed), bool(seed.right) and named


def _outcome(found: list[Citation], seed: Spoilt) -> str:
    if any(c.problems or c.status in _FAULTS for c in found):
        return "blamed"
    if any(n.code in _TOLD for c in found for n in c.notes):
        return "told"
    if any(c.status == "not_in_library" for c in found):
        return "unknown"
    if any(c.status == "exists" for c in found):
        admitted = bool(seed.element) and any(c.checks.get(seed.element) == "not_checked" for c in found)
        return "admitted" if admitted else "through"
    return "open" if found else "lost"


def put(t: True_, span: tuple[int, int], words: str, right: str = "") -> Spoilt:
    """The citation with one stretch of it changed."""
    return Spoilt(t.text[: span[0]] + words + t.text[span[1] :], right=right)


def slipped(digits: str, chance: Random) -> str:
    """Two neighbouring digits exchanged; one changed where all are alike."""
    places = [i for i in range(len(digits) - 1) if digits[i] != digits[i + 1] and (i or digits[1] != "0")]
    if not places:
        return str(int(digits) + 1)
    i = chance.choice(places)
    return digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]
