"""The law library: states, courts, forums, grounds, provisions and arguments, each with dates and levels."""

from typing import Literal

from pydantic import Field

from briefs.models.base import LooseDate, Record, TextList, Verification, YesNo, last_day


class Spell(Record):
    """A status with the time for which it holds. `holds: null` means that it is not established."""

    holds: YesNo | None
    since: LooseDate | None = None
    until: LooseDate | None = None
    level: Verification
    date_level: Verification | None = None
    as_of: LooseDate | None = Field(None, description="date of the data behind it")
    note: str | None = None
    source: str | None = None


class TreatyRelation(Record):
    """An extradition treaty or surrender agreement with one other state."""

    status: Literal["in-force", "signed", "suspended", "none", "not-established", "not-applicable", "under-conclusion"]
    signed: LooseDate | None = None
    in_force: LooseDate | None = None
    suspended: LooseDate | None = None
    level: Verification
    date_level: Verification | None = None
    as_of: LooseDate | None = None
    note: str | None = None
    source: str | None = None


class State(Record):
    """What decides which forum is open against a state, and which treaty is invoked."""

    code: str = Field(description="ISO 3166-1 alpha-2; HK and MO have parent CN")
    name: str
    article: YesNo = Field(False, description="'the' before the name in a sentence")
    parent: str | None = None
    tradition: Literal["civil", "common", "mixed", "unknown"] = "unknown"
    coe: Spell
    echr: Spell
    eu: Spell
    cat: Spell
    cat_art22: Spell
    iccpr: Spell
    op1: Spell
    op2: Spell
    ced: Spell
    ced_art31: Spell
    refugee: Spell
    ets24: Spell = Field(default_factory=lambda: Spell(holds=None, level="recalled"))
    constitutional_complaint: Spell = Field(
        default_factory=lambda: Spell(holds=None, level="recalled"),
        description="whether a person can complain to a constitutional court of a decision on removal; null: ask",
    )
    death_penalty: Literal["abolished", "abolished-ordinary-crimes", "abolitionist-in-practice", "retains", "unknown"]
    death_penalty_level: Verification
    death_penalty_note: str | None = None
    treaties: dict[str, TreatyRelation] = Field(default_factory=dict, description="by code of the other state")
    regional_bodies: TextList = Field((), description="regional bodies that exist and are not in the library")
    notes: TextList = ()


COMMITTEES = frozenset({"cat", "iccpr", "ced", "cedaw"})
"""Systems whose body is a committee of the United Nations that adopts views on communications."""


class Court(Record):
    """Who decided. Forum (where we file) is another word."""

    id: str
    name: str
    cite_as: str = Field(description="how a footnote names the court")
    state: str | None = Field(None, description="code of its state; null for an international body")
    system: Literal[
        "echr", "cat", "iccpr", "ced", "eu", "icj", "wgad", "interpol", "cedaw", "iacthr", "achpr", "national"
    ]
    highest: YesNo = Field(False, description="the highest body of its system, or of its state")
    docket_form: TextList = Field(
        (), description="forms of its case numbers: N a number, YY or YYYY a year, the rest as written; empty: any"
    )
    category: str = Field(description="heading in the table of authorities")


class Rule(Record):
    """One rule of a forum, in our own words, with its level and where it was seen."""

    text: str
    level: Verification
    rule: str | None = None
    sources: TextList = ()
    since: LooseDate | None = None
    until: LooseDate | None = None
    filings: TextList = Field((), description="filings of the forum that it concerns; empty: all")
    check: str | None = Field(None, description="test of briefs.checks.predicates; without one counsel is asked")


class SectionRule(Record):
    """A section that a filing must have, in filing order."""

    id: str
    text: str
    level: Verification
    sources: TextList = ()
    headings: TextList = Field((), description="words of a heading, caption or signature, any of which shows it")
    only_if: str | None = Field(None, description="field of the case file without which it is not needed")
    since: LooseDate | None = None
    until: LooseDate | None = None


class Term(Record):
    """A period that runs from a dated fact; without a count the period is national law and is asked."""

    id: str
    text: str
    rule: str
    level: Verification
    sources: TextList = ()
    runs_from: str = Field(description="dated fact of briefs.forums.deadlines")
    months: int | None = None
    days: int | None = None
    working_days_before: int | None = None
    at: str | None = Field(None, description="time of day on the last day: '08:00 Europe/Paris'")
    only_if: TextList = Field((), description="conditions of briefs.forums.deadlines, all of which must hold")
    theirs: YesNo = Field(False, description="the period binds the body, not the person")
    service: YesNo = Field(False, description="the date of service of the decision may matter: it is told or asked")
    since: LooseDate | None = Field(None, description="for facts from this day")
    until: LooseDate | None = Field(None, description="for facts up to this day")


class Forum(Record):
    """Where a person can file, and what a filing there must hold."""

    id: str
    name: str
    short_name: str
    kind: str
    system: Literal["national", "echr", "cat", "iccpr", "ced", "un", "interpol", "asylum"]
    international_procedure: str | None = Field(
        None, description="key of the same-matter rule; null: no such procedure"
    )
    readers: TextList = Field(description="who will see the filing: requesting-state, requested-state, public")
    readers_note: str
    person_role: str = Field(description="what the person is called there: 'the applicant'")
    against: tuple[Rule, ...] = ()
    who: tuple[Rule, ...] = ()
    legal_basis: tuple[Rule, ...] = ()
    test: tuple[Rule, ...] = ()
    time_limits: tuple[Rule, ...] = ()
    terms: tuple[Term, ...] = Field((), description="periods that are computed or asked")
    channel: tuple[Rule, ...] = ()
    languages: tuple[Rule, ...] = ()
    length: tuple[Rule, ...] = ()
    annexes: tuple[Rule, ...] = ()
    incomplete: tuple[Rule, ...] = ()
    other: tuple[Rule, ...] = ()
    sections: dict[str, tuple[SectionRule, ...]] = Field(default_factory=dict, description="by tradition, or 'all'")
    checklist: tuple[Rule, ...] = ()
    national: dict[str, tuple[Rule, ...]] = Field(default_factory=dict, description="by state code")
    sources: dict[str, str] = Field(default_factory=dict)
    format: TextList = ()


def in_force(rule: Rule | SectionRule, as_of: str) -> bool:
    """Whether a rule stood at a date: never before its first day, never after its last."""
    day = last_day(as_of)
    return not (rule.since and day < last_day(rule.since)) and not (rule.until and day > last_day(rule.until))


class Need(Record):
    """A fact that a ground needs, and the question to ask when the case file lacks it."""

    field: str
    ask: str


class ConciseForm(Record):
    """One ground for a request that is read within hours: the rule in one system of law, and our answer."""

    rule: str = Field(description="the rule in that system, in one paragraph")
    answer: str = Field(description="what will be said against it, with the reply, in one paragraph")


class Ground(Record):
    """A reason in law to refuse: its test, what raises it, which forums may hear it."""

    id: str
    title: str
    heading: str = Field(description="heading of the submission; asserts nothing that no ruling holds")
    test: str
    summary: str | None = Field(None, description="the submission in two or three sentences, for the short papers")
    interim: dict[Literal["echr", "cat", "iccpr"], ConciseForm] = Field(
        default_factory=dict, description="the ground in a request for interim measures, by system of law"
    )
    expert_questions: TextList = Field((), description="what an expert on the requesting state is asked for it")
    elements: TextList = ()
    burden: str | None = None
    provisions: TextList = ()
    forums: TextList = Field(description="forums that may hear it")
    raised_by: TextList = Field(description="facts of briefs.facts, any of which raises the ground")
    only_if: TextList = Field((), description="facts that must all be present too")
    needs: tuple[Need, ...] = ()
    evidence_tags: TextList = ()
    typical_evidence: TextList = ()
    order: int = Field(description="place among the submissions")
    leading: TextList = Field((), description="dossier ids of leading authorities")
    adverse: TextList = ()
    note: str | None = None
    level: Verification = "recalled"


class Provision(Record):
    """An article of a treaty, a rule or a soft-law text; paraphrased."""

    id: str
    instrument: str
    article: str
    title: str
    paraphrase: str
    cite_as: str = Field(description="full form in a footnote and in the table of authorities")
    grounds: TextList = ()
    kind: str
    system: Literal["echr", "echr-protocol", "cat", "iccpr", "ced", "eu", "refugee", "ets24", "interpol", "general"]
    binding_on: str
    since: LooseDate | None = None
    verification: Verification
    source: str | None = None
    note: str | None = None


class Argument(Record):
    """A line of argument, or a claim of the other side with our reply."""

    id: str
    side: Literal["ours", "theirs"]
    made_by: TextList = ()
    audience: TextList = ()
    title: str
    thesis: str = Field(description="ours: the thesis; theirs: their claim")
    steps: TextList = ()
    reply: str | None = None
    grounds: TextList = ()
    requesting_states: TextList = Field((), description="empty: any")
    since: LooseDate | None = Field(None, description="day from which the text holds: the youngest event it speaks of")
    evidence: TextList = ()
    authorities: TextList = ()
    counters: TextList = ()
    verification: Verification
