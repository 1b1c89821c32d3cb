"""Persons, states, the request and its offences in the words a filing uses."""

from briefs.casefile import vocabulary_word
from briefs.citing import written_date
from briefs.compose.assurances import assurance
from briefs.compose.naming import in_sentence
from briefs.compose.withheld import Confidence
from briefs.errors import begun
from briefs.facts import Situation, penalty_kind
from briefs.models import case as c
from briefs.models.brief import Counsel, Offence, Party, Person, Request, StateName, Status, Warrant
from briefs.models.submission import Exhibit, Fact

_PURPOSES = {
    "prosecution": "for prosecution",
    "sentence": "to serve a sentence",
    "in-absentia": "after a conviction in absentia",
}
_STATUS_WORDS = {
    "refugee": "recognised as a refugee",
    "subsidiary-protection": "granted subsidiary protection",
    "unhcr-mandate": "recognised as a refugee under the mandate of UNHCR",
    "stateless": "stateless",
    "asylum-seeker": "an asylum-seeker",
}


def state_name(situation: Situation, code: str | None) -> StateName:
    """Names of a state; an unknown state has a visible gap for a name."""
    state = situation.library.states.get(code or "")
    name = state.name if state else code or "[state not yet known]"
    the = f"the {name}" if state and state.article else name
    answers = state_name(situation, state.parent).the_name if state and state.parent else the
    return StateName(code=code or "", name=name, the_name=the, The_name=begun(the), government=answers)


def persons(s: Situation) -> list[Person]:
    """All persons sought; a pseudonym stands in place of the name in every field."""
    return [_person(s, person) for person in s.case.persons_sought] or [_person(s, c.Person())]


def _person(s: Situation, person: c.Person) -> Person:
    pseudonym = person.name.pseudonym or (s.case.confidentiality.pseudonym if len(s.case.persons_sought) == 1 else None)
    nationalities = [state_name(s, code).the_name for code in person.nationalities]
    return Person(
        called=pseudonym or person.name.full or person.name.native,
        full=None if pseudonym else person.name.full,
        native=None if pseudonym else person.name.native,
        other_spellings=[] if pseudonym else list(person.name.other_spellings),
        born=written_date(person.born) or None,
        nationalities=joined(nationalities) or None,
        ethnicity=person.ethnicity,
        religion=person.religion,
        occupation=person.occupation,
        sex=person.sex,
        birth_place=None if pseudonym else person.birth_place,
        identity_document=None if pseudonym else person.identity_document,
    )


def party(people: list[Person], role: str) -> Party:
    """'the applicant', or 'each applicant' where several persons are sought: the verb is singular in both."""
    noun = role.removeprefix("the ")
    several = len(people) > 1
    words = f"each {noun}" if several else f"the {noun}"
    if several and noun == "person sought":
        words = "each person sought"
    names = [person.called for person in people if person.called]
    return Party(role=words, Role=begun(words), names=joined(names) or None, several=several)


def statuses(s: Situation, confidence: Confidence) -> list[Status]:
    """Protection statuses that the readers of this filing may know."""
    found = []
    for person in s.case.persons_sought:
        for status in person.status:
            if not status.kind or confidence.hides_status(status):
                continue
            kind = vocabulary_word(s.library, "statuses", status.kind) or status.kind
            state = state_name(s, status.state).the_name if status.state else None
            words = _STATUS_WORDS.get(kind, kind) + (f" in {state}" if state else "")
            found.append(Status(kind=kind, words=words, state=state, since=written_date(status.since) or None))
    return found


def personal_facts(s: Situation, confidence: Confidence, exhibits: dict[str, Exhibit]) -> dict[str, list[Fact]]:
    """Ground id → facts on health and relatives that the readers of this filing may know; a relative is not named."""
    health, family = [], []
    for n, person in enumerate(s.case.persons_sought):
        health += [
            Fact(says=_sentence(detail.says), on=None, exhibit=exhibits.get(detail.exhibit or ""), page=None)
            for m, detail in enumerate(person.health)
            if not confidence.hides_health(n, m, detail)
        ]
        family += [
            Fact(says=_relative(s, relative), on=None, exhibit=None, page=None)
            for m, relative in enumerate(person.family)
            if not confidence.hides_relative(n, m, relative)
        ]
    return {"health": health, "private-family-life": family}


def _relative(s: Situation, relative: c.Relative) -> str:
    lives = f", who lives in {state_name(s, relative.state).the_name}" if relative.state else ""
    return _sentence(f"{relative.relation}{lives}{': ' + relative.says if relative.says else ''}")


def _sentence(words: str) -> str:
    text = words.strip()
    return f"{begun(text)}{'' if text.endswith(('.', '!', '?')) else '.'}"


def request(s: Situation, exhibits: dict[str, Exhibit], argued: set[str]) -> Request:
    """The request as the filing tells it."""
    r = s.case.request
    offences = [_offence(o) for o in r.offences]
    relation = s.requested.treaties.get(r.requesting_state or "") if s.requested else None
    return Request(
        requesting_state=state_name(s, r.requesting_state),
        requested_state=state_name(s, r.requested_state),
        charged=dict.fromkeys(sorted(s.offences), True),
        kind=r.kind,
        purpose=r.purpose,
        purpose_words=_PURPOSES.get(r.purpose or ""),
        received_on=written_date(r.received_on) or None,
        legal_basis=r.legal_basis,
        treaty_in_force=None
        if relation is None or relation.status == "not-established"
        else relation.status == "in-force",
        offences=offences,
        offences_words=joined([o.label for o in offences if o.label]) or None,
        interpol_kind=r.interpol.kind if r.interpol else None,
        interpol_dated=(written_date(r.interpol.dated) or None) if r.interpol else None,
        interpol_warrant_dated=(written_date(r.interpol.warrant_dated) or None) if r.interpol else None,
        warrant=_warrant(r.warrant, exhibits) if r.warrant else None,
        assurances=[assurance(a, argued) for a in r.assurances],
    )


def _warrant(warrant: c.Warrant, exhibits: dict[str, Exhibit]) -> Warrant:
    return Warrant(
        issued_by=warrant.issued_by,
        issuer=in_sentence(warrant.issued_by),
        dated=written_date(warrant.dated) or None,
        exhibit=exhibits.get(warrant.exhibit or ""),
    )


def _offence(offence: c.Offence) -> Offence:
    kind = penalty_kind(offence.maximum_penalty) if offence.maximum_penalty else ""
    words = {"death": "the death penalty", "life": "life imprisonment"}.get(kind, offence.maximum_penalty)
    committed = offence.committed
    if committed and len(committed) == 10 and committed[4] == "-":
        committed = written_date(committed)
    return Offence(
        label=offence.label or "offence not named in the file",
        provision=offence.provision,
        maximum_penalty=words,
        committed=committed,
        death=kind == "death",
        life=kind == "life",
    )


def counsel(case: c.Case) -> list[Counsel]:
    """Counsel who sign; one empty line where nobody is named, so that the gap shows."""
    named = [Counsel(**one.model_dump()) for one in case.representation.counsel]
    return named or [Counsel(name=None, role=None, firm=None, address=None, phone=None, email=None)]


def joined(words: list[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
