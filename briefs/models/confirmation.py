"""What a lawyer confirmed by reading the source. One YAML per authority in the folder confirmations/ of a layer."""

from typing import Literal

from pydantic import Field

from briefs.models.base import LooseDate, Record, YesNo


class ReadSource(Record):
    """The file that was read: enough to find it again and to know that it is the same."""

    file: str = Field(description="its name, without the folder")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    kind: str
    paragraphs: int = Field(description="numbered paragraphs found in it")
    date_seen: YesNo = Field(description="the date of the decision stands in it")


class Confirmation(Record):
    """One answer to: does this paragraph hold what we say? It counts only for the very proposition that was shown."""

    holding: str = Field(description="id of the holding")
    at: str = Field(description="the pinpoint as it is cited: '§ 83'")
    answer: Literal["yes", "no"]
    proposition: str = Field(description="our proposition as it stood beside the paragraph")
    by: str = Field(min_length=2)
    on: LooseDate
    paragraph_sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="over the text, every space alike")
    source: ReadSource


class Acceptance(Record):
    """A pinpoint that nobody has read, taken over by counsel in their own name: it stays unverified."""

    holding: str
    at: str
    by: str = Field(min_length=2)
    on: LooseDate


class Confirmations(Record):
    """All that was confirmed or accepted on one authority."""

    id: str = Field(description="id of the precedent, equal to the path below confirmations/")
    confirmed: tuple[Confirmation, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
