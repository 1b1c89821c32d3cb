"""The manifest beside every Word template: what it is, which forum it goes to, what it needs."""

from typing import Literal

from pydantic import Field

from briefs.models.base import Record, TextList, YesNo


class FilingManifest(Record):
    """templates/<filing>/template.yaml"""

    kind: Literal["filing"] = "filing"
    id: str
    title: str
    forum: str
    system: Literal["national", "echr", "cat", "iccpr"]
    languages: TextList
    requires: TextList = Field((), description="names of docs/template-names.md that --final wants filled")
    layout: str = Field("house", description="page layout of templates/layouts.yaml")
    leave_out: TextList = Field((), description="grounds that this filing does not argue under a head of their own")
    per_slot: int = Field(4, description="authorities printed at most in each slot of a submission")
    documents: int = Field(4, description="reports printed at most in each submission")
    contents: YesNo = True
    description: str


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
