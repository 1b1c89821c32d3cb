"""The case file, format 1: one request, one or more persons sought, told in facts with their sources.

`unknown` is a value everywhere: it is read as null and becomes an open question, never a blank.
"""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from briefs.models.base import LooseDate, Record, TextList, YesNo

Reader = Literal["requesting-state", "requested-state", "public"]


def _unknown(value: Any) -> Any:
    return None if isinstance(value, str) and value.strip().lower() == "unknown" else value


def _absent(value: Any) -> Any:
    """`unknown`, and a plain no: neither is a notice, a warrant or an assurance by the name of 'none'."""
    said = value.strip().lower() if isinstance(value, str) else value
    return None if said in ("unknown", "no", "none", "nothing", "false", "n/a") else value


_CONSENT = {"refused": "no", "withheld": "no", "not given": "no", "none": "no", "given": "yes"}


def _consent(value: Any) -> Any:
    """A consent that was 'refused' was not given; one that was 'given' was."""
    return _CONSENT.get(value.strip().lower(), value) if isinstance(value, str) else value


def _texts(value: Any) -> Any:
    if value is None or _unknown(value) is None:
        return ()
    if isinstance(value, str):
        return (value,)
    # `casebrief new` writes [unknown]: what is not known is no item of a list.
    return [item for item in value if _unknown(item) is not None] if isinstance(value, list) else value


def _named(key: str) -> BeforeValidator:
    # Validators run from right to left: what catches 'unknown' stands behind this one, or it becomes an empty record.
    return BeforeValidator(lambda value: {key: value} if isinstance(value, str) else value)


def _listed(key: str) -> BeforeValidator:
    def as_records(value: Any) -> Any:
        if _absent(value) is None:
            return ()
        items = [value] if isinstance(value, (str, dict)) else value
        if not isinstance(items, list):
            return items
        return [{key: item} if isinstance(item, str) else item for item in items if _absent(item) is not None]

    return BeforeValidator(as_records)


Text = Annotated[str | None, BeforeValidator(_unknown)]
Date = Annotated[LooseDate | None, BeforeValidator(_unknown)]
Flag = Annotated[YesNo | None, BeforeValidator(_unknown)]
Texts = Annotated[TextList, BeforeValidator(_texts)]
Withheld = Annotated[tuple[Reader, ...] | None, BeforeValidator(lambda v: None if v is None else _texts(v))]


class Name(Record):
    """A name in every form in which it occurs; never romanised by the program."""

    full: Text = Field(None, description="name as in the passport", max_length=200)
    native: Text = Field(None, description="name in native script", max_length=200)
    other_spellings: Texts = ()
    pseudonym: Text = Field(None, description="name to be used instead", max_length=200)


class Status(Record):
    """A protection status, or a claim to one."""

    kind: Text = Field(None, description="refugee, asylum-seeker, subsidiary-protection, unhcr-mandate, stateless")
    state: Text = Field(None, description="state (code) that granted it or examines the claim")
    since: Date = None
    withhold_from: Withheld = None


class Detail(Record):
    """Something about health, with its source."""

    says: str
    exhibit: Text = None
    withhold_from: Withheld = None


class Relative(Record):
    """A family member; withheld from the requesting state unless the file says otherwise."""

    relation: str
    name: Text = None
    state: Text = Field(None, description="where the relative lives (code)")
    says: Text = None
    withhold_from: Withheld = None


class Person(Record):
    """A person sought."""

    name: Annotated[Name, _named("full")] = Field(default_factory=Name)
    born: Date = None
    nationalities: Texts = ()
    ethnicity: Text = None
    religion: Text = None
    occupation: Text = None
    sex: Text = Field(None, description="as in the passport; forms of the international bodies ask for it")
    birth_place: Text = Field(None, description="place of birth, as in the passport")
    identity_document: Text = Field(None, description="kind and number of the document whose copy is filed")
    profile: Texts = Field((), description="tags of law/vocabulary.yaml")
    status: Annotated[tuple[Status, ...], _listed("kind")] = ()
    health: Annotated[tuple[Detail, ...], _listed("says")] = ()
    family: Annotated[tuple[Relative, ...], _listed("relation")] = ()


class Offence(Record):
    """An offence for which the person is sought."""

    label: Text = None
    category: Text = None
    provision: Text = None
    maximum_penalty: Text = Field(None, description="death, life, or 'N years'")
    committed: Text = None


class Interpol(Record):
    """A notice or diffusion."""

    kind: Text = None
    dated: Date = None
    warrant_dated: Date = Field(None, description="date of the warrant as the notice gives it")


class Warrant(Record):
    """The warrant or arrest order on which the request rests, as its own paper shows it."""

    issued_by: Text = Field(None, description="body that issued it, in its own words")
    dated: Date = None
    exhibit: Text = None


class Assurance(Record):
    """A diplomatic assurance, in its own words where the file has them."""

    given_by: Text = None
    dated: Date = None
    covers: Texts = ()
    text: Text = None
    monitoring: Text = None


class Request(Record):
    """The request: who asks whom, for what."""

    requesting_state: Text = None
    requested_state: Text = None
    kind: Literal["extradition", "deportation", "surrender", "transfer"] = "extradition"
    purpose: Annotated[Literal["prosecution", "sentence", "in-absentia"] | None, BeforeValidator(_unknown)] = None
    received_on: Date = None
    legal_basis: Annotated[Literal["treaty", "reciprocity", "none"] | None, BeforeValidator(_unknown)] = None
    offences: Annotated[tuple[Offence, ...], _listed("label")] = ()
    warrant: Annotated[Warrant | None, _named("issued_by"), BeforeValidator(_absent)] = None
    interpol: Annotated[Interpol | None, _named("kind"), BeforeValidator(_absent)] = None
    assurances: Annotated[tuple[Assurance, ...], _listed("given_by")] = ()


class Custody(Record):
    since: Date = None
    place: Text = None


class DecisionReason(Record):
    """What a decision says on one ground, and what is wrong with it. The appeal and the constitutional complaint print
    it under that ground: a ground of appeal that names no error of the decision is none."""

    ground: Text = Field(None, description="id of the ground, as in `casebrief list grounds`")
    says: Text = Field(None, description="what the decision holds on it, in a full sentence")
    page: Text = Field(None, description="page of the decision")
    error: Text = Field(None, description="why that is wrong: test, evidence passed over, reasons missing, burden")


class Decision(Record):
    """A decision taken in the requested state."""

    on: Date = None
    served_on: Date = Field(None, description="day on which it was served, from which national terms often run")
    by: Text = None
    outcome: Text = None
    final: Flag = None
    suspensive_remedy: Flag = None
    exhibit: Text = None
    reasons: Annotated[tuple[DecisionReason, ...], BeforeValidator(_texts)] = ()


class Procedure(Record):
    """The same matter, or part of it, before another body."""

    body: Text = None
    number: Text = None
    status: Text = None
    since: Date = Field(None, description="date of that status: lodged, found admissible, ended")


class CourtSeized(Record):
    """The court before which the national filing goes."""

    name: Text = None
    division: Text = None
    file_number: Text = None
    hearing: Text = None


class Proceedings(Record):
    """Where the proceedings stand."""

    stage: Text = None
    court: Annotated[CourtSeized, _named("name")] = Field(default_factory=CourtSeized)
    custody: Annotated[Custody | None, BeforeValidator(_absent)] = None
    removal_scheduled: Text = None
    removal_unannounced: Flag = Field(None, description="yes: the authority was asked and has made no day known")
    decisions: Annotated[tuple[Decision, ...], BeforeValidator(_texts)] = ()
    other_procedures: Annotated[tuple[Procedure, ...], _listed("body")] = ()
    elected_body: Text = None
    consent: Annotated[Flag, BeforeValidator(_consent)] = Field(
        None, description="yes: the person agrees to be surrendered; no, or refused: does not"
    )


class FactSource(Record):
    exhibit: Text = None
    page: Text = None


class Circumstance(Record):
    """A fact with its source. `tags` are grounds or topics for which it speaks."""

    id: str
    says: str = Field(max_length=500_000)
    on: Date = None
    source: Annotated[FactSource | None, _named("exhibit"), BeforeValidator(_absent)] = None
    tags: Texts = ()
    withhold_from: Withheld = None


class Exhibit(Record):
    """A document that counsel annexes."""

    id: str
    title: str
    dated: Date = None
    author: Text = None
    language: Text = None
    translated: Flag = None
    pages: Text = None
    file: Text = None
    withhold_from: Withheld = None


class Counsel(Record):
    name: Text = None
    role: Text = None
    firm: Text = None
    address: Text = None
    phone: Text = None
    email: Text = None


class Representation(Record):
    """Who signs, and for whom."""

    counsel: Annotated[tuple[Counsel, ...], _listed("name")] = ()
    organisation: Text = None
    authority: Text = Field(None, description="exhibit with the power of attorney")


class ThirdPerson(Record):
    name: str
    relation: Text = None
    withhold_from: Withheld = None


class Confidentiality(Record):
    anonymity_requested: Flag = None
    pseudonym: Text = None
    third_persons: Annotated[tuple[ThirdPerson, ...], _listed("name")] = ()
    released: Texts = Field(
        (),
        description="what the person has agreed to make public, for a press note: name, nationality, offences, "
        "counsel, and ids of circumstances",
    )


class Expert(Record):
    """The expert who is instructed."""

    name: Text = Field(None, description="name of the expert")
    address: Text = Field(None, description="address of the expert")
    report_due: Text = Field(None, description="date by which the report is needed, as agreed with the expert")


class Release(Record):
    """What is offered in place of custody; the address is meant for the court and goes into that filing alone."""

    address: Text = Field(None, description="where the person would live")
    surety: Text = Field(None, description="amount, and who gives it")


class Papers(Record):
    """What single filings need and nothing else asks for."""

    expert: Annotated[Expert, _named("name")] = Field(default_factory=Expert)
    interpreter_language: Text = Field(None, description="language, dialect, and the script in which the person reads")
    release: Release = Field(default_factory=Release)
    seized_items: Text = Field(None, description="what was taken besides papers, telephone and money, with the record")


class Accepted(Record):
    """A rule that is not met and that counsel answers for by name; recorded in the manifest of the build."""

    rule: str = Field(description="'<filing>/<line of its checklist>' or 'evidence/<id>', as --final names it")
    by: str = Field(description="who answers for it")
    why: str = Field(description="the reason")


class Case(Record):
    """One case file."""

    format: Literal["1"]
    as_of: Date = None
    reference: Text = Field(None, max_length=100)
    language: Text = None
    persons_sought: Annotated[tuple[Person, ...], BeforeValidator(_texts)] = ()
    request: Request = Field(default_factory=Request)
    proceedings: Proceedings = Field(default_factory=Proceedings)
    circumstances: Annotated[tuple[Circumstance, ...], BeforeValidator(_texts)] = ()
    exhibits: Annotated[tuple[Exhibit, ...], BeforeValidator(_texts)] = ()
    representation: Representation = Field(default_factory=Representation)
    confidentiality: Confidentiality = Field(default_factory=Confidentiality)
    papers: Annotated[Papers, BeforeValidator(lambda v: {} if _unknown(v) is None else v)] = Field(
        default_factory=Papers
    )
    disclosure: dict[str, YesNo] = Field(default_factory=dict, description="authority id → yes|no")
    accepted: Annotated[tuple[Accepted, ...], BeforeValidator(_texts)] = ()
    filings: Texts = ()
    example: Text = Field(None, description="line that an example carries on every page")
