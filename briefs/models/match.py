"""What the logic answers, step by step; each is plain data, printable as JSON."""

from functools import lru_cache
from typing import Literal

from pydantic import Field

from briefs.models.base import Record, Verification
from briefs.models.precedent import Stance

Weight = Literal["binding", "leading", "persuasive", "background"]
WEIGHTS: tuple[Weight, ...] = ("binding", "leading", "persuasive", "background")


class Reason(Record):
    """A rule that was applied: its code, and what it said in words."""

    code: str
    text: str


@lru_cache(maxsize=4096)
def reason_of(code: str, text: str) -> Reason:
    """The same reason is one object, however many authorities it holds for."""
    return Reason.of(code=code, text=text)


class Deadline(Record):
    """A term computed from a dated fact; `last_day` null where national law must say."""

    id: str
    text: str
    rule: str
    last_day: str | None
    days_left: int | None = Field(description="from as_of; negative when past")
    level: Verification
    at: str | None = Field(None, description="time of day with its zone: '08:00 Europe/Paris'")
    counted: str | None = Field(None, description="from which dated fact, and how it was counted")
    theirs: bool = Field(False, description="a period of the body, not of the person")
    service: str | None = Field(None, description="what the date of service of the decision does to it")


class Caution(Record):
    """A warning that one step would close another door, with its rule."""

    code: str
    text: str
    rule: str
    level: Verification


class ForumAnswer(Record):
    """Whether a forum is open to this case at the date."""

    id: str
    status: Literal["open", "closed", "not_yet", "check"]
    reasons: tuple[Reason, ...]
    deadlines: tuple[Deadline, ...] = ()


class RaisedGround(Record):
    """A ground, the facts that raise it, and what is missing."""

    id: str
    raised: bool
    because: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()
    forums: tuple[str, ...] = ()


class MatchedPinpoint(Record):
    """A pinpoint with its level; `accepted_by`: counsel who takes it over unread."""

    at: str
    verification: Verification
    accepted_by: str | None = None


@lru_cache(maxsize=4096)
def pinpoint_of(at: str, verification: Verification, accepted_by: str | None = None) -> MatchedPinpoint:
    """The same pinpoint is one object."""
    return MatchedPinpoint.of(at=at, verification=verification, accepted_by=accepted_by)


class Match(Record):
    """One holding chosen for one ground and one forum, with every reason."""

    id: str
    holding: str | None = None
    kind: Literal["precedent", "provision", "evidence"]
    forum: str
    ground: str
    stance: Stance
    weight: Weight
    reasons: tuple[Reason, ...]
    pinpoints: tuple[MatchedPinpoint, ...] = ()
    verification: Verification
    cite: str
    dockets: tuple[str, ...] = ()
    proposition: str = ""
    distinguished: str | None = None
    answer: str | None = None
    remark: str | None = None
    layer: str = "shipped"


class Excluded(Record):
    """An authority on a raised ground that was not chosen, and the rule that kept it out."""

    id: str
    reason: Reason
    holding: str | None = None
    ground: str | None = None


class Gap(Record):
    """What the library or the case file lacks."""

    code: str
    ground: str | None = None
    forum: str | None = None
    text: str


class MatchReport(Record):
    """The whole answer of `match --json`."""

    format: Literal[1] = 1
    case: str
    as_of: str
    forums: tuple[ForumAnswer, ...]
    grounds: tuple[RaisedGround, ...]
    matches: tuple[Match, ...]
    gaps: tuple[Gap, ...]
    excluded: tuple[Excluded, ...]
