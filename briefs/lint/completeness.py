"""What a record must say so that a brief may rest on it: tests of its own, answers, sources, known words."""

import re
from collections.abc import Iterable

from briefs.errors import did_you_mean
from briefs.library import Library
from briefs.library.faults import Fault
from briefs.matching.situations import failing_situations
from briefs.models.evidence import Evidence, Finding
from briefs.models.precedent import Holding, OnlyFor, Precedent, Situation, decided_on

# What is published of a person; a birth date, a town or a passport number is not.
PERSON = {
    "nationality",
    "ethnicity",
    "occupation",
    "profile",
    "status",
    "family",
    "alleged_offence",
    "political",
    "interpol",
    "note",
}
_ADJECTIVES = {"CN": ("Chinese",), "UZ": ("Uzbek",), "TJ": ("Tajik",), "KG": ("Kyrgyz",), "RW": ("Rwanda",)}
_ROOMS = {
    "profile": "profiles",
    "offence": "offences",
    "penalty": "penalties",
    "purpose": "purposes",
    "status": "statuses",
}


def is_matchable(precedent: Precedent, holding: Holding) -> bool:
    """Whether the matcher may ever choose the holding: on a ground, for or against, dated, outcome known."""
    dated = decided_on(precedent, holding) is not None
    told = precedent.outcome_known and precedent.kind != "practice"
    return bool(dated and told and holding.stance != "neutral" and holding.ground)


def precedent_faults(library: Library, key: str, own_tests: bool = True) -> Iterable[Fault]:
    """Faults of one ruling, its own tests run through the matcher included."""
    p = library.precedents[key]
    for n, holding in enumerate(p.holdings):
        yield from _holding(library, key, n, p, holding)
    yield from _person(key, p)
    if p.verification == "primary" and not (p.sources or p.hudoc_id or p.neutral_citation or p.ecli or p.symbol):
        yield _unsourced(key, ("verification",))
    yield from _situation_words(library, key, p)
    if own_tests:
        yield from _own_tests(library, key, p)


def _holding(library: Library, key: str, n: int, p: Precedent, h: Holding) -> Iterable[Fault]:
    if h.stance == "against" and is_matchable(p, h) and not (h.answer or p.answer):
        what = f"{h.id} speaks against the person, and no 'answer' is prepared."
        yield Fault(key, ("holdings", n), what, "The other side will cite it.", "Add 'answer:' in a sentence or two.")
    if not re.search(r"[.!?][)'’”]*$", h.proposition.rstrip()):
        what = "the proposition is not a full sentence."
        yield Fault(key, ("holdings", n, "proposition"), what, "A filing prints it.", "End it with a full stop.")
    if is_matchable(p, h) and (named := _named_state(library, p, h)):
        what = f"a {h.rests_on} that names '{named}'."
        why = "A rule or method is cited for other requesting states too."
        fix = "Word it without the state, or write 'rests_on: conditions'."
        yield Fault(key, ("holdings", n, "proposition"), what, why, fix)
    yield from _gate_words(library, key, ("holdings", n, "only_for"), h.only_for)


def _named_state(library: Library, p: Precedent, h: Holding) -> str | None:
    """The requesting state that a rule or method names, unless its ground is about that very state (Hong Kong)."""
    state = library.states.get(p.requesting_state or "")
    ground = library.grounds.get(h.ground or "")
    if h.rests_on not in {"rule", "method"} or not state or not ground or state.name in ground.title:
        return None
    adjectives = _ADJECTIVES.get(state.code, ())
    names = (state.name, *adjectives) if h.stance == "for" or adjectives else ()
    return next((name for name in names if name in h.proposition), None)


def _gate_words(library: Library, key: str, path: tuple, gate: OnlyFor | None) -> Iterable[Fault]:
    for field, room in _ROOMS.items() if gate else ():
        for n, word in enumerate(getattr(gate, field)):
            yield from _word(library, key, (*path, field, n), word, room)


def _situation_words(library: Library, key: str, p: Precedent) -> Iterable[Fault]:
    for side in ("applies", "does_not_apply"):
        for n, situation in enumerate(getattr(p, side)):
            for field, room in _ROOMS.items():
                value = getattr(situation, field)
                for m, word in enumerate((value,) if isinstance(value, str) else value or ()):
                    path = (side, n, field) if isinstance(value, str) else (side, n, field, m)
                    yield from _word(library, key, path, word, room)


def _word(library: Library, key: str, path: tuple, word: str, room: str) -> Iterable[Fault]:
    known = library.vocabulary.get(room) or {}
    if word not in known:
        fix = did_you_mean(word, known) or f"See: casebrief list {room}"
        yield Fault(key, path, f"'{word}' is not a word of the list '{room}'.", "No case would ever match it.", fix)


def _person(key: str, p: Precedent) -> Iterable[Fault]:
    for name in p.person:
        if name not in PERSON:
            what = f"'{name}' is not kept of a person."
            why = "Records hold what the ruling published, never a birth date, a town or a document."
            fix = did_you_mean(name, PERSON, cutoff=0.7) or f"Keys here: {', '.join(sorted(PERSON))}."
            yield Fault(key, ("person", name), what, why, fix)


def _own_tests(library: Library, key: str, p: Precedent) -> Iterable[Fault]:
    matchable = any(is_matchable(p, holding) for holding in p.holdings)
    for side, word in (("applies", "must"), ("does_not_apply", "must not")):
        if matchable and not getattr(p, side):
            what = f"no situation says when this ruling {word} be chosen ('{side}')."
            why = "A record proves itself: its situations run through the matcher."
            yield Fault(key, ("holdings",), what, why, f"Add '{side}:' with a case, as in docs/add-a-precedent.md.")
    for side, n, situation in failing_situations(library, p):
        word = "does not choose" if side == "applies" else "chooses"
        what = f"the matcher {word} this ruling for: {_told(situation)}."
        fix = "Correct the situation, or the holding (ground, stance, only_for, rests_on)."
        yield Fault(key, (side, n), what, "The record and the program disagree.", fix)


def _told(situation: Situation) -> str:
    said = situation.model_dump(exclude_defaults=True)
    return ", ".join(f"{name} {' or '.join(v) if isinstance(v, tuple) else v}" for name, v in said.items())


def evidence_faults(library: Library, key: str) -> Iterable[Fault]:
    """Faults of one piece of country material."""
    e = library.evidence[key]
    if e.verification == "primary" and not e.sources:
        yield _unsourced(key, ("verification",))
    for n, tag in enumerate(e.tags):
        yield from _word(library, key, ("tags", n), tag, "tags")
    for n, word in enumerate(e.only_for):
        yield from _word(library, key, ("only_for", n), word, "profiles")
    for n, finding in enumerate(e.findings):
        yield from _finding_gates(library, key, n, e, finding)
        if finding.pinpoint and not finding.pinpoint_level:
            what = f"'{finding.pinpoint}' has no level."
            fix = "Add 'pinpoint_level: primary', 'secondary' or 'recalled'."
            yield Fault(key, ("findings", n, "pinpoint"), what, "A place nobody checked is not printed.", fix)
    yield from _edges(key, e)


def _finding_gates(library: Library, key: str, n: int, e: Evidence, finding: Finding) -> Iterable[Fault]:
    for m, word in enumerate(finding.only_for):
        yield from _word(library, key, ("findings", n, "only_for", m), word, "profiles")
    for m, word in enumerate(finding.only_for_offences):
        yield from _word(library, key, ("findings", n, "only_for_offences", m), word, "offences")
    for m, state in enumerate(finding.states):
        if state not in e.states:
            what = f"the finding speaks of '{state}', and the document does not."
            fix = f"States of the document: {', '.join(e.states) or 'none'}."
            yield Fault(key, ("findings", n, "states", m), what, "It would never be printed.", fix)


def _edges(key: str, e: Evidence) -> Iterable[Fault]:
    edges = {finding.edge for finding in e.findings}
    if e.stance == "mixed" and not {"supports", "adverse"} <= edges and not e.note:
        what = "'mixed', but its findings show one side only."
        fix = "Add the other finding with its 'edge', or say in 'note' why it is missing."
        yield Fault(key, ("stance",), what, "Counsel must see both edges of what is exhibited.", fix)


def _unsourced(key: str, path: tuple) -> Fault:
    what = "'primary', and nothing says where it was seen."
    return Fault(key, path, what, "Whoever signs must be able to look.", "Add 'sources:', or write 'recalled'.")
