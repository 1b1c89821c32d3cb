"""Country material: what counsel exhibits and what courts relied on. One YAML file in evidence/."""

import datetime as dt
from typing import Literal

from pydantic import Field, PositiveInt

from briefs.models.base import LooseDate, Record, TextList, Verification, last_day, weakest
from briefs.models.precedent import Source


class Superseded(Record):
    """What became later of the thing a finding tells of: a ruling that was annulled, a measure that was lifted."""

    on: LooseDate = Field(description="from this day on `text` stands in place of the finding's own")
    text: str = Field(description="one full sentence that tells both: what was, and what became of it")
    verification: Verification
    id: str | None = Field(None, description="the ruling that ended it, in precedents/, where the library holds it")


class Finding(Record):
    """One thing the document establishes, in our own words, with its place and its own level."""

    text: str = Field(description="one full sentence, fit to be printed")
    dated: LooseDate | None = Field(
        None, description="own date, where it is younger than the document or the document has none"
    )
    pinpoint: str | None = None
    pinpoint_level: Verification | None = None
    verification: Verification
    edge: Literal["supports", "adverse", "neutral"] = "supports"
    grounds: TextList = Field((), description="grounds for which this finding speaks")
    states: TextList = Field((), description="of which of the document's states it speaks; empty: of all of them")
    only_for: TextList = Field((), description="profiles for which this finding is relevant; empty: as the document")
    only_for_offences: TextList = Field((), description="kinds of offence charged for which it is relevant; empty: all")
    superseded_by: Superseded | None = Field(None, description="what became of it later, and from which day")

    def fits(self, state: str | None, profile: set[str], offences: set[str] | None = None) -> bool:
        """Whether it speaks of this requesting state, and of a person of this profile and charge (None: no person)."""
        here = not self.states or state in self.states
        charged = offences is None or not self.only_for_offences or bool(set(self.only_for_offences) & offences)
        return here and charged and (not self.only_for or bool(set(self.only_for) & profile))

    def told_on(self, day: dt.date) -> "Finding":
        """The finding as it has to be told on a day: with its later fate, at the weaker of both levels."""
        later = self.superseded_by
        if later is None or last_day(later.on) > day:
            return self
        level = weakest(self.verification, later.verification)
        return self.model_copy(update={"text": later.text, "verification": level, "pinpoint": None})


class ReliedOn(Record):
    """A court that relied on the document."""

    authority: str = Field(description="the court or ruling, in words")
    id: str | None = Field(None, description="its id in precedents/, where the library holds it")
    pinpoint: str | None = None
    verification: Verification


class CountryMaterial(Record):
    """law/country-material.yaml: when country material is old, and when a filing leans too much on one body."""

    old_after_years: dict[str, PositiveInt] = Field(description="years by `body_kind`; `other` for the rest")
    one_body_percent: PositiveInt
    one_body_at_least: PositiveInt

    def old_after(self, body_kind: str) -> int:
        """Years after which a document of this kind of body is called old."""
        return self.old_after_years.get(body_kind, self.old_after_years["other"])


class Evidence(Record):
    """A report, statement or law about one or more states."""

    id: str
    title: str
    body: str
    body_kind: Literal["un", "state", "ngo", "court", "law", "academic", "media", "other"]
    symbol: str | None = None
    dated: LooseDate | None
    dated_note: str | None = None
    kind: str
    states: TextList = Field(description="codes of the states it speaks of")
    stance: Literal["supports", "adverse", "mixed"]
    findings: tuple[Finding, ...]
    tags: TextList = ()
    only_for: TextList = Field((), description="profiles for which it is relevant; empty: everyone")
    relied_on_by: tuple[ReliedOn, ...] = ()
    sources: tuple[Source, ...] = ()
    verification: Verification
    to_check: TextList = Field((), description="what has to be looked at in the document before it is filed")
    note: str | None = None
    withdrawn: str | None = None
