"""The manifest beside every Word template: what it is, which forum it goes to, what it needs."""

from typing import Literal

from pydantic import Field

from briefs.models.base import Record, TextList, Verification, YesNo


class UrgentForm(Record):
    """What `build --urgent` changes in a manifest, where the filing is too long for a request that is read tonight."""

    argument: Literal["full", "concise"] | None = None
    leave_out: TextList | None = None
    most_authorities: int | None = None
    per_slot: int | None = None
    documents: int | None = None


class FilingManifest(Record):
    """templates/<filing>/template.yaml"""

    kind: Literal["filing"] = "filing"
    id: str
    title: str
    forum: str = Field(description="forum whose law and authorities it follows; a letter or form follows one too")
    system: Literal["national", "echr", "cat", "iccpr", "ced", "un", "interpol", "asylum", "none"] = Field(
        description="legal system whose test the fragments state; 'none': no law is argued in it"
    )
    languages: TextList
    stages: TextList = Field((), description="stages at which it is written without being named; empty: at any")
    on_request: YesNo = Field(False, description="written only when it is named, or with --all: letters, forms, kits")
    when_known: TextList = Field(
        (), description="keys of the case file, 'request.interpol', without which it is written only when named"
    )
    counsel_only: YesNo = Field(False, description="a paper for counsel or the caseworker; never stands in to-file/")
    urgent: YesNo = Field(False, description="what build --urgent writes for its forum")
    when_urgent: UrgentForm | None = Field(None, description="keys of this manifest that build --urgent sets anew")
    seizes: YesNo = Field(
        True, description="lodging it puts the matter before the body; no: an urgent appeal, an update, a form"
    )
    readers: TextList | None = Field(None, description="who will see it, where that differs from the forum's readers")
    case_facts: Literal["all", "released", "none"] = Field(
        "all",
        description="what of the case file may stand in it: all that its readers may see; only what the person "
        "released (confidentiality.released); nothing but the two states",
    )
    audience: str | None = Field(None, description="audience for which lines of law/arguments.yaml are given to it")
    addressee: str | None = Field(None, description="who receives it, where that is not the forum itself")
    max_pages: int | None = Field(None, description="page limit of the forum; checked on the real page count")
    max_pages_level: Verification | None = None
    max_pages_source: str | None = Field(None, description="rule that sets the limit")
    forum_sections: YesNo = Field(False, description="its sections are those of the forum's rules, in their order")
    requires: TextList = Field((), description="names of docs/template-names.md that --final wants filled")
    layout: str = Field(
        "house", description="layout or family of layouts in law/layouts.yaml; own: the Word file keeps the look it has"
    )
    leave_out: TextList = Field((), description="grounds that this filing does not argue under a head of their own")
    only: TextList = Field((), description="grounds that alone it argues under a head; the others are still in issue")
    per_slot: int = Field(4, description="authorities printed at most in each slot of a submission")
    documents: int = Field(4, description="reports printed at most in each submission")
    documents_for: TextList = Field((), description="grounds for which reports are printed; empty: all of them")
    argument: Literal["full", "concise"] = Field(
        "full",
        description="concise: each circumstance is told once, under its first ground; later grounds and the chronology "
        "refer to it; the rule of a ground is law/grounds.yaml's",
    )
    most_authorities: int | None = Field(None, description="authorities for the person printed at most in a submission")
    exhibits_by_date: YesNo = Field(False, description="own exhibits are numbered by their dates, as some forms ask")
    description: str


def in_urgent_form(manifest: FilingManifest) -> FilingManifest:
    """The manifest as `build --urgent` reads it."""
    form = manifest.when_urgent
    return manifest.model_copy(update=form.model_dump(exclude_none=True)) if form else manifest


class FragmentManifest(Record):
    """templates/arguments/<ground>/template.yaml and templates/blocks/<id>/template.yaml"""

    kind: Literal["fragment"] = "fragment"
    id: str = Field(description="'arguments/<ground>' or 'blocks/<name>'")
    ground: str | None = None
    languages: TextList
    slots: TextList = Field((), description="slots of submission.authorities that it cites through")
    held: TextList = Field((), description="holdings that it names inside a condition")
    states: TextList = Field((), description="requesting states that it has prose about, each in a condition")
    description: str
