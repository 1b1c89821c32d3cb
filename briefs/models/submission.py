"""What is argued in a filing and on what: exhibits, facts, authorities, material, and the submissions made of them."""

from pydantic import Field

from briefs.models.base import Record
from briefs.models.citation import Citation


class Exhibit(Record):
    number: str = Field(description="exhibit number")
    title: str = Field(description="title of the exhibit")
    date: str | None = Field(description="date of the exhibit")
    author: str | None = Field(description="author of the exhibit")
    language: str | None = Field(description="language of the exhibit")
    translated: str | None = Field(description="translation of the exhibit: 'yes' or 'no'")
    pages: str | None = Field(description="number of pages")
    status: str = Field(description="'attached', or 'public document, to be attached'")
    bundle_page: str | None = Field(
        None, description="page of the bundle on which it begins, while the pages of all before it are known"
    )


class Fact(Record):
    says: str = Field(description="the circumstance, in the words of the case file")
    on: str | None = Field(description="date of the circumstance")
    exhibit: Exhibit | None = Field(description="exhibit that proves it")
    page: str | None = Field(description="page of the exhibit")
    again: bool = Field(False, description="true where an earlier ground has told it, and its exhibit can stand for it")


class Authority(Record):
    """One holding that the matcher chose for this ground, forum and date. `cite(a)` makes its footnote."""

    id: str = Field(description="id of the authority")
    holding: str = Field(description="id of the holding")
    title: str = Field(description="name of the authority, to be set in italics")
    short: str = Field(description="short name")
    court: str = Field(
        description="who decided, inside a sentence: 'the European Court of Human Rights (Grand Chamber)'"
    )
    Court: str = Field(description="who decided, at the beginning of a sentence")
    year: str = Field(description="year of the decision")
    date: str = Field(description="date of the decision, written out")
    requesting_state: str | None = Field(description="requesting state of that case")
    requested_state: str | None = Field(description="requested state of that case")
    proposition: str = Field(description="what was held: one or two full sentences")
    answer: str | None = Field(description="how the defence answers an adverse authority")
    distinguished: str | None = Field(description="how the other side will distinguish it")
    finality: str | None = Field(description="'not yet final', 'finality not established', or null when final")
    remark: str | None = Field(
        description="what must be said with it: 'not decided for Hong Kong', 'decided before Liu'"
    )
    again: bool = Field(False, description="true where the authority before it in the slot is the same ruling")
    citation: Citation


class Below(Record):
    """What a decision taken so far holds on this ground, and the error in it, in the words of the case file."""

    by: str | None = Field(description="body that decided")
    on: str | None = Field(description="date of the decision, written out")
    says: str | None = Field(description="what the decision holds on this ground")
    error: str | None = Field(description="why that is wrong")
    exhibit: Exhibit | None = Field(description="exhibit with the decision")
    page: str | None = Field(description="page of that exhibit")


class Slots(Record):
    own_courts: list[Authority] = Field(description="courts of the requested state, highest first")
    leading: list[Authority] = Field(description="highest body of the system of this forum or binding on it")
    comparable: list[Authority] = Field(description="other courts, nearest on the facts first")
    adverse: list[Authority] = Field(description="adverse authorities that counsel decided to disclose")


class EvidenceItem(Record):
    id: str = Field(description="id of the document")
    title: str = Field(description="title of the document")
    body: str = Field(description="body that published it, inside a sentence")
    date: str | None = Field(description="date of the document, written out")
    finding: str = Field(description="what it establishes: one full sentence")
    exhibit: Exhibit = Field(description="exhibit under which it is filed")
    kind: str = Field(description="un, state, ngo, law, academic, media, court or other")
    after_decision: bool = Field(False, description="true where it is later than the last decision on file")
    citation: Citation


class ProvisionItem(Record):
    id: str = Field(description="id of the provision")
    cite_as: str = Field(description="the provision as cited")
    paraphrase: str = Field(description="what it says, in our words")
    citation: Citation


class Submission(Record):
    """One ground argued. The loop variable must be called `submission`: fragments use it by that name."""

    ground: str = Field(description="id of the ground")
    title: str = Field(description="heading of the submission")
    fragment: str = Field(description="id of the argument's fragment, for {%p include submission %}")
    summary: str | None = Field(None, description="the submission in two or three sentences, for the short papers")
    rule: str | None = Field(None, description="the rule in one paragraph, for a request for interim measures")
    answer: str | None = Field(None, description="the answer to the contrary position in one paragraph, as `rule`")
    expert_questions: list[str] = Field(default_factory=list, description="what an expert is asked for this ground")
    facts: list[Fact] = Field(description="circumstances tagged for this ground, with their exhibits")
    facts_above: list[Fact] = Field(default_factory=list, description="those that an earlier ground told, if concise")
    facts_again: list[Fact] = Field(default_factory=list, description="those of `facts` that are told again, if full")
    below: list[Below] = Field(default_factory=list, description="what was decided on this ground, and the error in it")
    authorities: Slots = Field(description="slots filled by the matcher for this ground, forum and date")
    evidence: list[EvidenceItem] = Field(description="country material on the requesting state for this ground")
    provisions: list[ProvisionItem] = Field(description="provisions in force between the parties to this forum")
    counsel_notes: list[str] = Field(description="notes for counsel, each for note(n); empty in what is filed")


class Reply(Record):
    """A claim of the other side with our reply."""

    title: str = Field(description="the claim in a few words")
    claim: str = Field(description="what is said against us: one full sentence")
    reply: str = Field(description="our reply")


class Argument(Record):
    """A line of argument of law/arguments.yaml for the audience of this paper."""

    id: str
    title: str = Field(description="heading of the argument")
    thesis: str = Field(description="the argument in two or three sentences")
    replies: list[Reply] = Field(description="claims of the other side with our replies")
    evidence: list[EvidenceItem] = Field(description="documents behind it")
    adverse: list[EvidenceItem] = Field(description="what the same documents hold against it")
    counsel_notes: list[str] = Field(description="notes for the author, each for note(n); empty in what goes out")
