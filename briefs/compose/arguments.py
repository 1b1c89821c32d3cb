"""Lines of argument for a policy paper, with the claims against them and the documents behind them, as they stood at
the date; and the treaty between the two states."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from briefs.citing import written_date
from briefs.compose.people import state_name
from briefs.compose.submissions import evidence_item, public_exhibit, with_finding
from briefs.facts import Situation
from briefs.models import brief, submission
from briefs.models.base import last_day
from briefs.models.evidence import Evidence, Finding
from briefs.models.law import Argument, TreatyRelation
from briefs.models.template import FilingManifest

PER_DOCUMENT = 2


@dataclass
class Arguments:
    """Builds the arguments of one paper; documents are numbered after its own `exhibits` and those in `public`."""

    situation: Situation
    manifest: FilingManifest
    exhibits: int
    public: dict[str, submission.Exhibit]
    told: set[str] = field(default_factory=set)
    notes: dict[str, list[str]] = field(default_factory=dict)

    def build(self) -> list[submission.Argument]:
        """Arguments of ours for the audience, in the order of the library; none where no audience is named."""
        return [
            self._argument(a)
            for a in self.situation.library.arguments.values()
            if a.side == "ours" and self.manifest.audience in a.audience and self._holds(a)
        ]

    def _holds(self, a: Argument) -> bool:
        """Checked by somebody, about this requesting state, and true at the date."""
        return (
            a.verification != "recalled"
            and (not a.requesting_states or self.situation.requesting in a.requesting_states)
            and (a.since is None or last_day(a.since) <= self.situation.day)
        )

    def _argument(self, a: Argument) -> submission.Argument:
        library = self.situation.library
        counters = [library.arguments[key] for key in a.counters if self._holds(library.arguments[key])]
        records = [library.evidence[key] for key in a.evidence if self._fits(library.evidence[key])]
        self.notes[a.id] = list(_notes([a, *counters]))
        support = [(e, f) for e in records for f in self._support(e, set(a.grounds))][: self.manifest.documents]
        return submission.Argument(
            id=a.id,
            title=a.title,
            thesis=a.thesis,
            replies=[
                submission.Reply(title=c.title, claim=c.thesis, reply=c.reply)
                for c in counters
                if c.reply and self._first_told(c.id)
            ],
            evidence=[self._item(e, f) for e, f in support],
            adverse=[self._item(e, f) for e in records for f in self._adverse(e, set(a.grounds))],
            counsel_notes=[],
        )

    def _fits(self, e: Evidence) -> bool:
        return (
            self.situation.requesting in e.states
            and not e.only_for
            and bool(e.dated or any(f.dated for f in e.findings))
            and (e.dated is None or last_day(e.dated) <= self.situation.day)
        )

    def _seen(self, e: Evidence, grounds: set[str]) -> list[Finding]:
        """Findings in point that somebody has seen, that existed at the date, and that have not been told yet."""
        return [
            f
            for f in (one.told_on(self.situation.day) for one in e.findings)
            if f.verification != "recalled"
            and (f.dated or e.dated)
            and f.fits(self.situation.requesting, set())
            and (f.dated is None or last_day(f.dated) <= self.situation.day)
            and (grounds & set(f.grounds) or not f.grounds and f.dated and f.edge == "supports")
            and f"{e.id} {f.text}" not in self.told
        ]

    def _support(self, e: Evidence, grounds: set[str]) -> list[Finding]:
        """The first finding that supports, or what a law says, and the newest count that has a date of its own."""
        seen = self._seen(e, grounds)
        said = [f for f in seen if f.edge == "supports"] or [f for f in seen if e.body_kind == "law"]
        counts = sorted((f for f in seen if f.edge == "neutral" and f.dated), key=lambda f: f.dated or "")
        return list(dict.fromkeys([*said[:1], *counts[-1:]]))[:PER_DOCUMENT]

    def _adverse(self, e: Evidence, grounds: set[str]) -> list[Finding]:
        return [f for f in self._seen(e, grounds) if f.edge == "adverse"]

    def _item(self, e: Evidence, f: Finding) -> submission.EvidenceItem:
        self.told.add(f"{e.id} {f.text}")
        number = self.exhibits + len(self.public) + 1
        self.public[e.id] = with_finding(self.public.get(e.id) or public_exhibit(e, number), e, f)
        return evidence_item(e, f, self.public[e.id])

    def _first_told(self, what: str) -> bool:
        first = what not in self.told
        self.told.add(what)
        return first


def _notes(texts: list[Argument]) -> Iterator[str]:
    for a in texts:
        if a.verification != "primary":
            check = "Check it against the documents named before it is published."
            yield f"UNVERIFIED: {a.id} is {a.verification}. {check}"


_WORDS = {
    "in-force": "An extradition arrangement between {requested} and {requesting} is in force{dates}.",
    "signed": "An extradition arrangement between {requested} and {requesting} is signed{dates} and not in force.",
    "suspended": "The extradition arrangement between {requested} and {requesting} is suspended{dates}.",
    "none": "There is no extradition arrangement between {requested} and {requesting}.",
}


def treaty(s: Situation) -> tuple[brief.Treaty, list[str]]:
    """The arrangement as known at the date, and the notes on it; recalled data are for counsel's eyes only."""
    relation = s.requested.treaties.get(s.requesting or "") if s.requested else None
    if relation is None or any(_later(d, s) for d in (relation.in_force, relation.suspended, relation.as_of)):
        return brief.Treaty(status="not-established", words=None, as_of=None, counsel_notes=[]), []
    words = _WORDS.get(relation.status) if relation.level != "recalled" else None
    names = {
        "requested": state_name(s, s.case.request.requested_state).the_name,
        "requesting": state_name(s, s.requesting).the_name,
    }
    note = f"Treaty data are {relation.level} (dates: {relation.date_level or relation.level}). {relation.note or ''}"
    known = brief.Treaty(
        status=relation.status if words else "not-established",
        words=words.format(**names, dates=_dates(relation)) if words else None,
        as_of=written_date(relation.as_of) or None,
        counsel_notes=[],
    )
    return known, [note.strip()]


def _dates(relation: TreatyRelation) -> str:
    if (relation.date_level or relation.level) == "recalled":
        return ""
    when = {"in-force": relation.in_force, "signed": relation.signed, "suspended": relation.suspended}
    date = written_date(when.get(relation.status))
    return f" ({'since ' if relation.status != 'signed' else ''}{date})" if date else ""


def _later(date: str | None, s: Situation) -> bool:
    return date is not None and last_day(date) > s.day
