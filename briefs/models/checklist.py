"""One line of a filing's checklist: a rule of the forum, and whether it is met as far as file and case file show."""

import re
from typing import Literal

from briefs.models.base import Record, Verification

CheckStatus = Literal["met", "missing", "not_applicable", "ask"]
CheckKind = Literal["admissibility", "annex", "language", "length", "section", "fact", "national"]


class CheckItem(Record):
    """`ask`: no rule of ours answers it, so a person must. `why` says what was seen, or what to look at."""

    kind: CheckKind
    text: str
    status: CheckStatus
    why: str
    rule: str | None
    level: Verification

    @property
    def key(self) -> str:
        """A short name that stays the same while the rule does: its kind and its first words."""
        words = re.findall(r"\w+", self.text.casefold())
        return f"{self.kind}/{'-'.join(words[:6])}"


class Checklist(Record):
    """All lines of one filing, in the order of the forum's rules."""

    filing: str
    title: str
    forum: str
    items: tuple[CheckItem, ...]

    def count(self, status: CheckStatus) -> int:
        """How many lines have this status."""
        return sum(item.status == status for item in self.items)
