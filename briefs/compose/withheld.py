"""What a filing may hold: a forum says who will read it, each item from whom it is withheld.

A filing is often handed to the requesting state. Asylum material, health, relatives and witnesses are therefore
withheld from it unless the file says otherwise; a withheld item is left out whole, and listed for counsel.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from briefs.models.case import Case, Circumstance, Detail, Exhibit, Relative, Status, ThirdPerson
from briefs.models.law import Forum
from briefs.models.template import FilingManifest

_SENSITIVE_TAGS = {"asylum", "health", "medical", "witness", "witnesses", "relative", "relatives", "family"}
_SENSITIVE_TITLE = re.compile(
    r"\b(asylum|refugee status|medical|psycholog\w*|psychiatr\w*|health|istanbul protocol|"
    r"witness statement)\b",
    re.IGNORECASE,
)
REQUESTING = ("requesting-state",)
_SUPPORTS = {
    "status": {"refugee-non-refoulement", "art3-real-risk", "political-persecution"},
    "health": {"health"},
    "relative": {"private-family-life"},
}


class Withheld(NamedTuple):
    """One item that was left out of a filing, for counsel's list; `grounds`: arguments that it would have supported."""

    kind: str
    item: str
    readers: tuple[str, ...]
    why: str
    grounds: tuple[str, ...] = ()


def readers_of(manifest: FilingManifest, forum: Forum) -> tuple[str, ...]:
    """Who will see a filing: what its manifest says, else what its forum says; counsel's own papers nobody else."""
    if manifest.counsel_only:
        return ()
    return forum.readers if manifest.readers is None else manifest.readers


@dataclass
class Confidence:
    """Decides item by item for one case and one circle of readers, and remembers what was left out."""

    case: Case
    readers: tuple[str, ...]
    _listed: dict[tuple[str, str], Withheld] = field(default_factory=dict)

    @property
    def withheld(self) -> list[Withheld]:
        """Everything that was left out so far, each once."""
        return list(self._listed.values())

    @cached_property
    def secret_names(self) -> list[str]:
        """Names of persons that may not appear anywhere in this filing."""
        names = [p.name for p in self.case.confidentiality.third_persons if self._kept(p.withhold_from, REQUESTING)]
        names += [
            r.name
            for person in self.case.persons_sought
            for r in person.family
            if r.name and self._kept(r.withhold_from, self._relative_default(r))
        ]
        return [name for name in names if name]

    @cached_property
    def exhibits(self) -> list[Exhibit]:
        """Exhibits that these readers may see."""
        return [exhibit for exhibit in self.case.exhibits if not self.hides_exhibit(exhibit)]

    @cached_property
    def secret_exhibits(self) -> set[str]:
        """Ids of the exhibits that are left out."""
        return {exhibit.id for exhibit in self.case.exhibits} - {exhibit.id for exhibit in self.exhibits}

    def hides_exhibit(self, exhibit: Exhibit) -> bool:
        """Whether an exhibit is left out, its title included."""
        sensitive = bool(_SENSITIVE_TITLE.search(exhibit.title)) or any(
            set(c.tags) & _SENSITIVE_TAGS and c.source and c.source.exhibit == exhibit.id
            for c in self.case.circumstances
        )
        return self._hide(
            "exhibit",
            exhibit.id,
            exhibit.withhold_from,
            REQUESTING if sensitive else (),
            f"{exhibit.title} {exhibit.author or ''}",
        )

    def hides_circumstance(self, circumstance: Circumstance) -> bool:
        """Whether a circumstance is left out: by its own word, its tags, its exhibit, or a name in it."""
        default = REQUESTING if set(circumstance.tags) & _SENSITIVE_TAGS else ()
        source = circumstance.source.exhibit if circumstance.source else None
        if circumstance.withhold_from is None and source in self.secret_exhibits:
            return self._remember("circumstance", circumstance.id, f"its exhibit {source} is withheld")
        return self._hide("circumstance", circumstance.id, circumstance.withhold_from, default, circumstance.says)

    def hides_status(self, status: Status) -> bool:
        """A claim that is pending is asylum material; a status that was granted is what the refusal rests on."""
        default = REQUESTING if status.kind and "seeker" in status.kind else ()
        return self._hide("status", status.kind or "unknown", status.withhold_from, default, "")

    def told(self, grounds: Iterable[str]) -> tuple[Withheld, ...]:
        """Everything left out, each with those of the grounds whose argument it would have supported. Nothing of the
        item itself is repeated: counsel finds it in the case file by its id."""
        asked = list(grounds)
        return tuple(w._replace(grounds=tuple(g for g in asked if g in self._supports(w))) for w in self.withheld)

    def _supports(self, w: Withheld) -> set[str]:
        if w.kind in _SUPPORTS:
            return _SUPPORTS[w.kind]
        return {
            tag
            for c in self.case.circumstances
            if (w.kind == "circumstance" and c.id == w.item)
            or (w.kind == "exhibit" and c.source and c.source.exhibit == w.item)
            for tag in c.tags
        }

    def hides_text(self, kind: str, item: str, text: str | None) -> bool:
        """Whether a free text names somebody who may not be named."""
        return self._hide(kind, item, None, (), text or "")

    def note_personal(self) -> None:
        """List health, relatives and third persons that stay out, so that counsel sees them."""
        for n, person in enumerate(self.case.persons_sought):
            for m, detail in enumerate(person.health):
                self.hides_health(n, m, detail)
            for m, relative in enumerate(person.family):
                self.hides_relative(n, m, relative)
        for n, third in enumerate(self.case.confidentiality.third_persons):
            self._note_third(n, third)

    def hides_health(self, n: int, m: int, detail: Detail) -> bool:
        """Whether the m-th entry on the health of the n-th person sought is left out."""
        return self._hide("health", f"persons_sought.{n}.health.{m}", detail.withhold_from, REQUESTING, detail.says)

    def hides_relative(self, n: int, m: int, relative: Relative) -> bool:
        """Whether the m-th relative of the n-th person sought is left out."""
        default = self._relative_default(relative)
        item = f"persons_sought.{n}.family.{m}"
        return self._hide("relative", item, relative.withhold_from, default, relative.says or "")

    def _note_third(self, n: int, third: ThirdPerson) -> None:
        self._hide("third person", f"confidentiality.third_persons.{n}", third.withhold_from, REQUESTING, "")

    def _relative_default(self, relative: Relative) -> tuple[str, ...]:
        return REQUESTING if relative.state in {None, self.case.request.requesting_state} else ()

    def _kept(self, said: tuple[str, ...] | None, default: tuple[str, ...]) -> bool:
        return bool(set(default if said is None else said) & set(self.readers))

    def _hide(self, kind: str, item: str, said: tuple[str, ...] | None, default: tuple[str, ...], text: str) -> bool:
        if self._kept(said, default):
            why = (
                "said in the case file" if said else "withheld by default: write 'withhold_from: []' to plead it openly"
            )
            return self._remember(kind, item, why)
        if names_in(text, self.secret_names):
            return self._remember(kind, item, "it names a person who may not be named")
        return False

    def _remember(self, kind: str, item: str, why: str) -> bool:
        self._listed[kind, item] = Withheld(kind, item, self.readers, why)
        return True


def names_in(text: str, names: list[str]) -> bool:
    """Whether one of the names stands in the text, in any letter case."""
    folded = text.casefold()
    return any(name.casefold() in folded for name in names)
