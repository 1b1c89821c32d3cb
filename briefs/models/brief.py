"""What a template may use: plain data only. `docs/template-names.md` is generated from these classes
and from those of `briefs.models.submission`.

Every value that is unknown is null; printed by itself (`{{ person.born }}`) it becomes a visible placeholder with the
label below, and in a condition it counts as false.
"""

from typing import Literal

from pydantic import Field

from briefs.models.base import Record
from briefs.models.papers import Papers
from briefs.models.submission import Argument, Authority, EvidenceItem, Exhibit, Fact, Submission


class StateName(Record):
    code: str = Field(description="ISO code, for conditions: request.requesting_state.code == 'CN'")
    name: str = Field(description="name of the state")
    the_name: str = Field(description="name of the state with its article, inside a sentence")
    The_name: str = Field(description="the same at the beginning of a sentence")
    government: str = Field(
        description="state whose Government answers for it before United Nations bodies, with its article: "
        "China for Hong Kong, else the state itself"
    )


class Name(Record):
    full: str = Field(description="name as in the passport")
    native: str | None = Field(description="name in native script")
    other_spellings: list[str] = Field(description="other spellings")


class Person(Record):
    called: str | None = Field(description="the name to be used in the text: the pseudonym where there is one")
    full: str | None = Field(description="full name; null where a pseudonym stands instead")
    native: str | None = Field(description="name in native script")
    other_spellings: list[str] = Field(description="other spellings of the name")
    born: str | None = Field(description="date of birth")
    nationalities: str | None = Field(description="nationality or nationalities")
    ethnicity: str | None = Field(description="ethnicity")
    religion: str | None = Field(description="religion")
    occupation: str | None = Field(description="occupation")
    sex: str | None = Field(None, description="sex, as in the passport")
    birth_place: str | None = Field(None, description="place of birth")
    identity_document: str | None = Field(None, description="identity document; null where a pseudonym stands")


class Status(Record):
    kind: str = Field(description="'refugee', 'asylum-seeker', 'subsidiary-protection' …")
    words: str = Field(description="the status in words: 'recognised as a refugee by …'")
    state: str | None = Field(description="state that granted it, or before which the claim is pending")
    since: str | None = Field(description="date of the status")


class Party(Record):
    """How the filing speaks of the person or persons: always singular verbs, no pronouns."""

    role: str = Field(description="'the person sought', 'the applicant', 'each applicant' where there are several")
    Role: str = Field(description="the same at the beginning of a sentence")
    names: str | None = Field(description="the names of all persons sought, joined")
    several: bool = Field(description="true where several persons are sought")


class Offence(Record):
    label: str = Field(description="offence alleged")
    provision: str | None = Field(description="provision of the law of the requesting state")
    maximum_penalty: str | None = Field(description="maximum penalty in words")
    committed: str | None = Field(description="date or period of the alleged offence")
    death: bool = Field(description="true where the offence carries the death penalty")
    life: bool = Field(description="true where the offence carries life imprisonment")


class Assurance(Record):
    given_by: str | None = Field(description="who gave the assurance, as the case file has it")
    author: str | None = Field(description="who gave the assurance, inside a sentence: 'by the Embassy of …'")
    dated: str | None = Field(description="date of the assurance")
    covers: list[str] = Field(description="what it covers")
    text: str | None = Field(description="its own words, quoted")
    monitoring: str | None = Field(description="what it says on monitoring")
    author_kind: str = Field(
        "unknown",
        description="mission, foreign-ministry, supreme-court, prosecution, justice, police, other or unknown",
    )
    passages: dict[str, str] = Field(
        default_factory=dict,
        description="sentences of its text by subject: passages['monitoring']; also torture, death, life, sentence, "
        "custody, private, medical, counsel, consular, trial, remedy, transfer, binding; absent: no passage found",
    )
    open_risks: list[str] = Field(
        default_factory=list, description="risks argued here of which neither its subjects nor its text speak"
    )


class Warrant(Record):
    issued_by: str | None = Field(description="body that issued the warrant, as the case file has it")
    issuer: str | None = Field(description="body that issued the warrant, inside a sentence")
    dated: str | None = Field(description="date of the warrant")
    exhibit: Exhibit | None = Field(description="exhibit with the warrant")


class Request(Record):
    charged: dict[str, bool] = Field(
        default_factory=dict, description="categories of the offences: charged['terrorism'] is true where one is"
    )
    requesting_state: StateName
    requested_state: StateName
    kind: str = Field(description="extradition, deportation, surrender or transfer")
    purpose: str | None = Field(description="prosecution, sentence or in-absentia")
    purpose_words: str | None = Field(description="'for prosecution', 'to serve a sentence', 'after trial in absentia'")
    received_on: str | None = Field(description="date on which the request was received")
    legal_basis: str | None = Field(description="treaty, reciprocity or none")
    treaty_in_force: bool | None = Field(
        description="whether a treaty is in force at the date, as far as the library knows"
    )
    offences: list[Offence] = Field(description="offences alleged")
    offences_words: str | None = Field(description="all offences in one phrase")
    interpol_kind: str | None = Field(description="INTERPOL notice or diffusion, in words")
    interpol_dated: str | None = Field(description="date of the notice")
    interpol_warrant_dated: str | None = Field(None, description="date of the warrant as the notice gives it")
    warrant: Warrant | None = Field(None, description="warrant or arrest order on which the request rests")
    assurances: list[Assurance] = Field(description="assurances given")


class Decision(Record):
    on: str | None = Field(description="date of the decision")
    served_on: str | None = Field(None, description="date of service")
    by: str | None = Field(description="body that decided")
    outcome: str | None = Field(description="outcome of the decision")
    final: str | None = Field(description="whether it is final: 'yes' or 'no'")
    suspensive_remedy: str | None = Field(description="whether a remedy with suspensive effect remains: 'yes' or 'no'")
    exhibit: Exhibit | None = Field(description="exhibit with the decision")


class Procedure(Record):
    body: str = Field(description="other body seized")
    number: str | None = Field(description="its number")
    status: str | None = Field(description="its state")


class Proceedings(Record):
    stage: str | None = Field(description="stage of the proceedings in words")
    custody_since: str | None = Field(description="date since when the person is in custody")
    custody_place: str | None = Field(description="place of custody")
    custody_days: str | None = Field(description="length of custody at the date of the filing, in words")
    removal_scheduled: str | None = Field(description="date (and time) of removal")
    removal_unannounced: bool = Field(False, description="true where the authority was asked and made no day known")
    decisions: list[Decision] = Field(description="decisions, oldest first")
    last_decision: Decision | None = Field(None, description="the latest decision on file, final or not")
    final_decision: Decision | None = Field(description="final domestic decision")
    other_procedures: list[Procedure] = Field(description="other international procedures")
    consent: str | None = Field(description="'yes' or 'no'")
    surrendered: bool = Field(False, description="true where the stage says that the person has been handed over")
    refused: bool = Field(False, description="true where the stage says that surrender has been refused")
    elected_body: str | None = Field(
        None, description="international body elected in the case file: ecthr, cat, hrc, ced or wgad"
    )


class Caption(Record):
    tradition: Literal["civil", "common"] = Field(description="drafting tradition of the requested state")
    court: str | None = Field(description="court seized")
    division: str | None = Field(description="division or chamber")
    file_number: str | None = Field(description="file number of the court")
    hearing: str | None = Field(description="date and time of the hearing")
    matter: str = Field(description="title of the matter")
    opposing_party: str = Field(description="opposing party in the requested state's tradition")
    opposing_role: str = Field(description="role of the opposing party")
    person_role: str = Field(description="role of the person in the caption")
    minister: str = Field(description="who decides on surrender after the courts, as a title without an article")
    note: str | None = Field(description="what counsel must check about the caption")


class Counsel(Record):
    name: str | None = Field(description="name of counsel")
    role: str | None = Field(description="role of counsel")
    firm: str | None = Field(description="firm or organisation")
    address: str | None = Field(description="address")
    phone: str | None = Field(description="telephone at which counsel can be reached")
    email: str | None = Field(description="e-mail")


class ChronologyEntry(Record):
    on: str = Field(description="date")
    what: str = Field(description="what happened")
    exhibit: Exhibit | None = Field(description="exhibit that proves it")
    page: str | None = Field(description="page of the exhibit")


class AuditRow(Record):
    """One thing that the papers of the request must show. Only in papers for counsel."""

    item: str = Field(description="what is examined")
    on_file: str = Field(description="what the case file holds on it")
    finding: Literal["present", "absent", "contradiction", "ask"]
    ask: str = Field(description="what to ask, and of whom")


class CastEntry(Record):
    """Somebody who appears in the case. Only in papers for counsel."""

    name: str = Field(description="name, or the relation where the name is not on file")
    role: str = Field(description="who that is")
    note: str | None = Field(description="what to know: exhibits, confidentiality")


class Bound(Record):
    """What the requested state is bound by at the date of the filing; null: not established."""

    echr: bool | None = Field(description="party to the European Convention on Human Rights at the date")
    cat: bool | None = Field(description="party to the Convention against Torture at the date")
    cat_art22: bool | None = Field(description="accepted article 22 at the date")
    cat_art22_since: str | None = Field(description="date of the declaration under article 22")
    iccpr: bool | None = Field(description="party to the International Covenant on Civil and Political Rights")
    op1: bool | None = Field(None, description="party to the first Optional Protocol to the Covenant at the date")
    op1_since: str | None = Field(None, description="date since when it is bound by that Protocol")
    ced: bool | None = Field(description="party to the convention on enforced disappearance")
    eu: bool | None = Field(description="member of the European Union at the date")
    refugee: bool | None = Field(description="party to the 1951 Convention or the 1967 Protocol")
    abolitionist: bool | None = Field(description="has abolished the death penalty")


class Treaty(Record):
    """The extradition arrangement between the two states, as far as the library knows it at the date."""

    status: str = Field(description="in-force, signed, suspended, none or not-established")
    words: str | None = Field(description="one sentence on it, or null where nobody has checked it")
    as_of: str | None = Field(description="date of the data behind it")
    counsel_notes: list[str] = Field(description="notes for the author, each for note(n); empty in what goes out")


class Filing(Record):
    id: str
    title: str = Field(description="kind of filing")
    forum: str = Field(description="id of the forum")
    forum_name: str = Field(description="name of the body")
    system: str = Field(description="legal system whose test is argued; 'none' where no law is argued")
    forum_closed: str | None = Field(description="why the forum is closed, where it is")
    date: str = Field(description="date of the filing, written out")
    concise: bool = Field(False, description="true where grounds stand in the short form: `argument` of the manifest")
    example: str | None = Field(description="line that an example carries on every page")


class Brief(Record):
    """Everything a template may use."""

    reference: str = Field(description="reference of the case file")
    filing: Filing
    party: Party
    person: Person = Field(description="the person sought; the first where there are several")
    persons: list[Person] = Field(description="all persons sought")
    statuses: list[Status] = Field(description="protection statuses that may be printed here")
    request: Request
    proceedings: Proceedings
    caption: Caption
    counsel: list[Counsel] = Field(description="counsel, lead first")
    papers: Papers = Field(default_factory=Papers)
    organisation: str | None = Field(description="organisation that represents or assists")
    authority: Exhibit | None = Field(None, description="exhibit with the power of attorney or authority")
    anonymity: bool = Field(description="true where anonymity is asked for")
    bound: Bound
    facts: list[Fact] = Field(description="all circumstances that may be printed here")
    tagged: dict[str, list[Fact]] = Field(default_factory=dict, description="circumstances by tag: tagged['release']")
    new_facts: list[Fact] = Field(
        default_factory=list, description="circumstances later than the last decision on file"
    )
    new_documents: list[EvidenceItem] = Field(
        default_factory=list, description="country material later than the last decision on file, each document once"
    )
    chronology: list[ChronologyEntry] = Field(description="dated events, oldest first")
    submissions: list[Submission] = Field(description="grounds argued, in order")
    argued: dict[str, bool] = Field(description="ground id → true, for conditions: argued['death-penalty']")
    arguments: list[Argument] = Field(description="lines of argument for the audience of a policy paper")
    treaty: Treaty
    exhibits: list[Exhibit] = Field(description="exhibits, in order")
    annexed: list[Exhibit] = Field(description="the exhibits of the case file, without the public documents")
    audit: list[AuditRow] = Field(
        default_factory=list, description="the request examined point by point; only in papers for counsel"
    )
    cast: list[CastEntry] = Field(
        default_factory=list, description="everybody who appears in the case; only in papers for counsel"
    )
    procedure_notes: list[str] = Field(
        default_factory=list,
        description="what the library holds on this procedure in this state, each for note(n); empty in what is filed",
    )
    held: dict[str, Authority] = Field(description="holdings matched for this filing: held['liu-v-poland-2022/1']")
