"""A precedent: one decided case, with its holdings. One YAML file in precedents/, whose path is its id."""

from typing import Literal

from pydantic import Field

from briefs.models.base import LooseDate, Record, TextList, Verification, YesNo

Stance = Literal["for", "against", "neutral"]
Kind = Literal["judgment", "decision", "views", "interim-measure", "general-comment", "opinion", "practice"]
RestsOn = Literal["rule", "method", "conditions", "stay", "facts"]


class Source(Record):
    """Where a fact was seen, and what could be read there."""

    url: str
    level: Verification
    seen: str | None = None


class Pinpoint(Record):
    """A single paragraph, page or point with its own level; a block is split so that none hides behind another."""

    at: str = Field(description="as cited, with its sign: '§ 83', 'para. 9.7', 'p. 12'")
    level: Verification
    basis: str | None = Field(None, description="how the number was seen")
    accepted_by: str | None = Field(None, description="counsel who takes it over unread; its level stays as it is")


class SetAside(Record):
    """What took the authority of a ruling or of one holding away, and from which day."""

    by: str = Field(description="id of the later authority, or its name where the library lacks it")
    on: LooseDate
    how: Literal["overruled", "reversed", "superseded", "annulled"]
    level: Verification
    note: str | None = None


class OnlyFor(Record):
    """Gate: a holding that rests on a group, an offence, a status or a citizenship fits only who shares it.

    Every key that is given must hold; within a key one of the values is enough.
    """

    profile: TextList = ()
    offence: TextList = ()
    penalty: TextList = ()
    status: TextList = ()
    citizenship: Literal["mobile-eu-citizen"] | None = None
    status_granted_by: Literal["requested-state", "other-eu-state", "another-state"] | None = None
    requested_state: Literal["abolitionist", "retentionist", "echr-party", "eu-member"] | None = None
    purpose: TextList = ()
    legal_basis: tuple[Literal["treaty", "reciprocity", "none"], ...] = ()
    consent: YesNo | None = None
    interpol: YesNo | None = None


class Holding(Record):
    """What was decided on one ground. Stance, status and verification belong here, never to the case as a whole."""

    id: str = Field(description="<dossier id>/<n>")
    ground: str | None = Field(description="id in law/grounds.yaml; null: kept as a note, never matched")
    stance: Stance
    proposition: str = Field(description="one or two full sentences in our own words, fit to be printed")
    verification: Verification
    pinpoints: tuple[Pinpoint, ...] = ()
    rests_on: RestsOn = Field(
        description="rule: a test of law; method: how a court examined; conditions: a finding on one requesting "
        "state; stay: an interim measure; facts: turned on this person's file"
    )
    decided: LooseDate | None = Field(None, description="own date, where older than the decision: an interim measure")
    only_for: OnlyFor | None = None
    set_aside: SetAside | None = None
    limited_by: str | None = None
    distinguished: str | None = Field(None, description="how the other side will distinguish a holding for us")
    answer: str | None = Field(None, description="our prepared answer to a holding against us")
    note: str | None = None


def decided_on(precedent: "Precedent", holding: Holding) -> str | None:
    """Date from which a holding exists: an interim measure is older than the decision that ends the case."""
    return holding.decided or precedent.decided


class Situation(Record):
    """A test of the matcher that the contributor writes without code."""

    requesting_state: str
    requested_state: str
    forum: str
    ground: str
    as_of: LooseDate
    stance: Literal["for", "against"] = "for"
    nationalities: TextList = ()
    profile: TextList = ()
    offence: str | None = None
    penalty: str | None = None
    purpose: str | None = None
    legal_basis: str | None = None
    status: str | None = None
    status_state: str | None = None
    consent: YesNo | None = None
    interpol: YesNo | None = None


class Related(Record):
    """A link to another authority, by id where the library holds it, else by name."""

    id: str | None = None
    name: str | None = None
    level: Verification = "recalled"


class Precedent(Record):
    """A decided case as the library holds it. Unknown is null and said so; nothing here comes from memory unmarked."""

    id: str = Field(description="<court>/<dossier id>, equal to the path below precedents/")
    title: str
    short_title: str
    other_titles: TextList = ()
    court: str = Field(description="who decided: id in law/courts.yaml")
    formation: str | None = None
    kind: Kind
    dockets: TextList = ()
    ecli: str | None = None
    ecli_derived: YesNo = False
    symbol: str | None = None
    neutral_citation: str | None = None
    hudoc_id: str | None = None
    paragraphs: int | None = Field(None, description="number of the last paragraph, where it was seen")
    decided: LooseDate | None
    decided_level: Verification
    decided_note: str | None = None
    final: LooseDate | None = None
    final_level: Verification | None = None
    final_note: str | None = None
    status: Literal["final", "not-final", "unknown"] = "unknown"
    status_note: str | None = None
    grand_chamber: YesNo = False
    requesting_state: str | None
    requested_state: str | None
    procedure: Literal["extradition", "removal", "surrender", "detention", "interpol", "general", "other"]
    procedure_note: str | None = None
    person: dict[str, str] = Field(default_factory=dict, description="profile as published; no birth date, no town")
    outcome: str
    outcome_known: YesNo
    outcome_level: Verification
    favourable: Literal["yes", "no", "mixed", "unknown"]
    verification: Verification = Field(description="level of court, name, number and date")
    set_aside: SetAside | None = None
    holdings: tuple[Holding, ...]
    distinguished: str | None = None
    answer: str | None = None
    same_proceedings: TextList = Field(
        (), description="other records on the same proceedings, which share a docket: interim and final judgment"
    )
    cites: tuple[Related, ...] = ()
    cited_by: tuple[Related, ...] = ()
    cautions: TextList = ()
    to_check: TextList = ()
    languages: TextList = ()
    applies: tuple[Situation, ...] = ()
    does_not_apply: tuple[Situation, ...] = ()
    sources: tuple[Source, ...] = ()
    withdrawn: str | None = None
