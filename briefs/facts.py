"""The facts of a case that raise grounds: each a small rule that answers with the words that say why, or nothing.

law/grounds.yaml names these facts by id; a ground tagged in a circumstance is raised without any of them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from briefs.casefile import vocabulary_word
from briefs.library import Library
from briefs.models.base import first_day, last_day
from briefs.models.case import Case
from briefs.models.evidence import Finding
from briefs.models.law import Spell, State
from briefs.models.match import Reason

PERSECUTED = {
    "uyghur",
    "tibetan",
    "kazakh-xinjiang",
    "falun-gong",
    "christian",
    "hui",
    "kurdish",
    "chechen",
    "tamil",
    "gulen-movement",
    "religious-minority",
    "ethnic-minority",
    "lgbt",
}
POLITICAL = {"journalist", "human-rights-defender", "lawyer", "political-opponent", "public-critic", "former-official"}
REFUGEE = {"refugee", "unhcr-mandate", "subsidiary-protection"}
ILL_TREATMENT_TAGS = {"torture", "rsdl", "liuzhi", "prison_conditions"}
ILL_TREATMENT = {"art3-real-risk", "general-situation-or-group", "torture-evidence", "prison-conditions"}
HIDDEN_CUSTODY = {"enforced-disappearance", "flagrant-denial-of-liberty"}
RISK = {"art3-real-risk", "general-situation-or-group"}
PUBLIC_INTEREST_TAGS = {"public-interest", "impunity", "gravity", "dangerousness"}
STATEMENT_TAGS = {"confession", "statement", "statements", "co-accused"}
PRISON = "prison-conditions"
UNFAIR_TRIAL_TAGS = {"fair_trial", "judicial_independence", "conviction_rate"}

_POLICE_OR_PROSECUTOR = r"police|public security|procurat|prosecut|公安|检察|檢察"


@dataclass(frozen=True, eq=False)
class Situation:
    """A case seen at its date, with the library beside it: what every rule asks."""

    case: Case
    library: Library
    as_of: str

    @cached_property
    def day(self):
        """The date of the case, as a day."""
        return last_day(self.as_of)

    def later_rulings_in(self, sentence: str) -> list[str]:
        """Short titles of the rulings that a sentence names and that did not exist on the date of the case."""
        return [
            short
            for title, short, decided in self.library.seek.called(sentence)
            if decided and first_day(decided) > self.day and (title in sentence or short in sentence)
        ]

    @cached_property
    def requesting(self) -> str | None:
        return self.case.request.requesting_state

    @cached_property
    def requested(self) -> State | None:
        return self.library.states.get(self.case.request.requested_state or "")

    @cached_property
    def profile(self) -> set[str]:
        """Profile tags of all persons sought, with ethnicity and religion where they are known words."""
        words = [w for p in self.case.persons_sought for w in (*p.profile, p.ethnicity, p.religion) if w]
        return {known for word in words if (known := vocabulary_word(self.library, "profiles", word))}

    @cached_property
    def offences(self) -> set[str]:
        """Categories of the offences."""
        found = {
            vocabulary_word(self.library, "offences", o.category) for o in self.case.request.offences if o.category
        }
        return {category for category in found if category}

    @cached_property
    def penalties(self) -> set[str]:
        """'death', 'life' or 'years' for the offences charged."""
        return {penalty_kind(o.maximum_penalty) for o in self.case.request.offences if o.maximum_penalty}

    @cached_property
    def statuses(self) -> list[tuple[str, str | None]]:
        """(kind, state) of each protection status or claim of a person sought."""
        return [
            (kind, status.state)
            for person in self.case.persons_sought
            for status in person.status
            if status.kind and (kind := vocabulary_word(self.library, "statuses", status.kind))
        ]

    @cached_property
    def stage(self) -> str | None:
        """The stage as a word of the vocabulary; null when unknown."""
        return vocabulary_word(self.library, "stages", self.case.proceedings.stage or "")

    @cached_property
    def nationalities(self) -> set[str]:
        return {code for person in self.case.persons_sought for code in person.nationalities}

    def holds(self, spell: Spell) -> bool | None:
        """Whether a status holds at the date; null when not established or the date falls in a year of change."""
        return holds_at(spell, self.as_of)

    def is_party(self, treaty: str) -> bool | None:
        """Whether the requested state is bound by a treaty ('echr', 'cat', …) at the date."""
        return self.holds(getattr(self.requested, treaty)) if self.requested else None

    def member(self, code: str, treaty: str) -> bool | None:
        """The same for another state."""
        state = self.library.states.get(code)
        return self.holds(getattr(state, treaty)) if state else None

    @cached_property
    def mobile_eu_citizen(self) -> bool:
        """A national of one EU state who is held in another (TFEU 18, 21)."""
        here = self.case.request.requested_state
        return bool(self.is_party("eu")) and any(
            code != here and self.member(code, "eu") for code in self.nationalities
        )


def holds_at(spell: Spell, as_of: str) -> bool | None:
    """True, false or null (not established) at a date; a start known to the year counts from its last day."""
    day = last_day(as_of)
    if spell.holds is None:
        return None
    if spell.until and day >= first_day(spell.until):
        return False
    if spell.since and day < last_day(spell.since):
        return None if day >= first_day(spell.since) else False
    return spell.holds


def penalty_kind(words: str) -> str:
    """'death', 'life' or 'years' from the case file's maximum penalty."""
    text = words.strip().lower()
    if "death" in text or "capital" in text:
        return "death"
    return "life" if "life" in text else "years"


def facts_of(situation: Situation) -> dict[str, list[Reason]]:
    """Fact id → the reasons that establish it; facts that do not hold are absent."""
    found: dict[str, list[Reason]] = {}
    for name, rule in FACTS.items():
        words = [text for text in rule(situation) if text]
        if words:
            found[name] = [Reason.of(code=name, text=text) for text in words]
    return found


def _state_name(s: Situation) -> str:
    state = s.library.states.get(s.requesting or "")
    return (("the " if state.article else "") + state.name) if state else (s.requesting or "the requesting state")


def _evidence(tags: set[str], grounds: set[str]) -> Callable[[Situation], list[str]]:
    """Reports on the requesting state that say something for one of the grounds which may be printed."""

    def rule(s: Situation) -> list[str]:
        held = [
            e
            for e in s.library.reports_on(s.requesting)
            if tags & set(e.tags)
            and e.dated
            and last_day(e.dated) <= s.day
            and (not e.only_for or s.profile & set(e.only_for))
            and any(_speaks(s, f, grounds) for f in e.findings)
        ]
        if not held:
            return []
        return [
            f"The library holds {len(held)} report{'s' if len(held) > 1 else ''} on {_state_name(s)} that bear on "
            f"this, up to {max(e.dated for e in held if e.dated)}."
        ]

    return rule


def _speaks(s: Situation, finding: Finding, grounds: set[str]) -> bool:
    return (
        finding.edge == "supports"
        and finding.verification != "recalled"
        and (not finding.grounds or bool(grounds & set(finding.grounds)))
        and (not finding.dated or last_day(finding.dated) <= s.day)
        and finding.fits(s.requesting, s.profile, s.offences)
    )


def _conditions_held(s: Situation) -> list[str]:
    found = {
        p.id
        for p in s.library.rulings_on(s.requesting)
        if p.outcome_known
        and p.decided
        and last_day(p.decided) <= s.day
        and any(h.rests_on == "conditions" and h.stance == "for" and h.ground in ILL_TREATMENT for h in p.holdings)
    }
    if not found or s.requesting is None:
        return []
    return [
        f"The library holds {len(found)} ruling{'s' if len(found) > 1 else ''} on conditions in {_state_name(s)} by "
        "the date."
    ]


def _ill_treatment(s: Situation) -> list[str]:
    return _evidence(ILL_TREATMENT_TAGS, ILL_TREATMENT)(s) + _conditions_held(s)


def _offences(kind: str, words: str) -> Callable[[Situation], list[str]]:
    def rule(s: Situation) -> list[str]:
        return [
            f"The offence '{o.label or 'unnamed'}' carries {words}."
            for o in s.case.request.offences
            if o.maximum_penalty and penalty_kind(o.maximum_penalty) == kind
        ]

    return rule


def _tags(tags: set[str], words: str) -> Callable[[Situation], list[str]]:
    return lambda s: [f"{words}: {', '.join(sorted(s.profile & tags))}."] if s.profile & tags else []


def _statuses(kinds: set[str], words: str) -> Callable[[Situation], list[str]]:
    return lambda s: [
        f"{words} ({kind}{', ' + state if state else ''})." for kind, state in s.statuses if kind in kinds
    ]


def _removal(s: Situation) -> list[str]:
    if s.case.proceedings.removal_scheduled:
        return [f"Removal is scheduled: {s.case.proceedings.removal_scheduled}."]
    return ["The surrender has been ordered."] if s.stage in {"surrender", "minister"} else []


def _treaty(s: Situation) -> list[str]:
    if s.case.request.legal_basis == "treaty":
        return ["The request relies on a treaty."]
    relation = s.requested.treaties.get(s.requesting or "") if s.requested else None
    if relation and relation.status == "in-force" and s.case.request.legal_basis is None:
        return ["A treaty between the two states is in force, as far as the library knows."]
    return []


def _custody(s: Situation) -> list[str]:
    custody = s.case.proceedings.custody
    if custody and (custody.since or custody.place):
        return [f"In custody{' since ' + custody.since if custody.since else ''}."]
    return []


def _warrant(s: Situation) -> list[str]:
    issued = s.case.request.warrant.issued_by if s.case.request.warrant else None
    if issued and re.search(_POLICE_OR_PROSECUTOR, issued, re.IGNORECASE):
        return [f"The warrant on file was issued by a body that is no court: {issued}."]
    return []


def _interpol(s: Situation) -> list[str]:
    notice = s.case.request.interpol
    return [f"An INTERPOL channel was used: {notice.kind or 'notice'}."] if notice else []


def _risk_pleaded(s: Situation) -> list[str]:
    return [
        f"Circumstance {c.id} is tagged for the risk of ill-treatment."
        for c in s.case.circumstances
        if RISK & set(c.tags)
    ]


def _public_interest(s: Situation) -> list[str]:
    return [
        f"Circumstance {c.id} says that gravity, security or the fight against impunity is relied on."
        for c in s.case.circumstances
        if PUBLIC_INTEREST_TAGS & set(c.tags)
    ]


def _prison(s: Situation) -> list[str]:
    """Rulings on the prisons of the requesting state, two reports on them, or a circumstance about a prison."""
    rulings = sum(
        p.outcome_known
        and bool(p.decided and last_day(p.decided) <= s.day)
        and any((h.ground, h.stance, h.rests_on) == (PRISON, "for", "conditions") for h in p.holdings)
        for p in s.library.rulings_on(s.requesting)
    )
    reports = [
        e.id
        for e in s.library.reports_on(s.requesting)
        if e.dated
        and last_day(e.dated) <= s.day
        and (not e.only_for or s.profile & set(e.only_for))
        and any(f.edge == "supports" and PRISON in f.grounds for f in e.findings)
    ]
    held = f"The library holds {rulings} ruling{'s' if rulings > 1 else ''} on prisons in {_state_name(s)} by the date."
    told = [f"Circumstance {c.id} speaks of a prison." for c in s.case.circumstances if "prison" in c.tags]
    if len(reports) > 1:
        told.append(f"The library holds {len(reports)} reports on places of detention in {_state_name(s)}.")
    return ([held] if rulings else []) + told


def _statements(s: Situation) -> list[str]:
    return [
        f"Circumstance {c.id} speaks of a statement on which the accusation rests."
        for c in s.case.circumstances
        if STATEMENT_TAGS & set(c.tags)
    ]


def _own_national(s: Situation) -> list[str]:
    if s.case.request.requested_state in s.nationalities:
        return ["The person is a national of the requested state, which may have jurisdiction of its own."]
    return []


def _deportation(s: Situation) -> list[str]:
    r = s.case.request
    if r.kind == "deportation" and (r.offences or r.interpol):
        return [f"The measure is a deportation, and {_state_name(s)} seeks the person."]
    return []


def _personal(field: str, words: str) -> Callable[[Situation], list[str]]:
    return lambda s: [words] if any(getattr(person, field) for person in s.case.persons_sought) else []


def _yes(test: Callable[[Situation], object], words: str) -> Callable[[Situation], list[str]]:
    return lambda s: [words] if test(s) else []


FACTS: dict[str, Callable[[Situation], list[str]]] = {
    "always": lambda s: ["A request for the person's surrender is pending."],
    "surrender-asked": _yes(lambda s: s.case.request.kind != "deportation", "A state asks for the person's surrender."),
    "ill-treatment-evidence": _ill_treatment,
    "risk-pleaded": _risk_pleaded,
    "unfair-trial-evidence": _evidence(UNFAIR_TRIAL_TAGS, {"flagrant-denial-of-justice"}),
    "disappearance-evidence": _evidence({"enforced_disappearance", "rsdl", "liuzhi"}, HIDDEN_CUSTODY),
    "detention-on-arrival": _yes(
        lambda s: s.case.request.kind in {"extradition", "surrender", "transfer"}, "Surrender is asked for in custody."
    ),
    "assurances-given": _yes(lambda s: s.case.request.assurances, "Assurances were given."),
    "death-penalty-possible": _offences("death", "the death penalty"),
    "life-possible": _offences("life", "life imprisonment"),
    "in-custody": _custody,
    "political-profile": lambda s: (
        _tags(POLITICAL, "The person's profile")(s)
        + (
            ["The charge is of a political or state-security kind."]
            if s.offences & {"political", "state-security"}
            else []
        )
    ),
    "persecuted-group": _tags(PERSECUTED, "The person belongs to a group"),
    "recognised-refugee": _statuses(REFUGEE, "The person holds a protection status"),
    "asylum-claim": _statuses({"asylum-seeker"}, "The person has asked for asylum"),
    "treaty-basis": _treaty,
    "interpol-notice": _interpol,
    "warrant-not-judicial": _warrant,
    "requesting-hong-kong": _yes(lambda s: s.requesting == "HK", "The request comes from Hong Kong."),
    "removal-imminent": _removal,
    "consent-given": _yes(lambda s: s.case.proceedings.consent, "The file says that consent to surrender was given."),
    "in-absentia": _yes(lambda s: s.case.request.purpose == "in-absentia", "The conviction was given in absentia."),
    "mobile-eu-citizen": _yes(
        lambda s: s.mobile_eu_citizen, "The person is a citizen of another Member State of the European Union."
    ),
    "requesting-state-outside-eu": _yes(
        lambda s: s.member(s.requesting or "", "eu") is not True,
        "The requesting state is not known as a Member State of the European Union.",
    ),
    "requested-state-in-eu": _yes(
        lambda s: s.is_party("eu"), "The requested state is a Member State of the European Union."
    ),
    "health": _personal("health", "The file holds facts on health."),
    "family": _personal("family", "The file holds facts on family."),
    "public-interest-invoked": _public_interest,
    "prison-known": _prison,
    "statement-relied-on": _statements,
    "national-of-requested-state": _own_national,
    "deportation-to-requesting-state": _deportation,
}
