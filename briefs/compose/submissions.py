"""The grounds argued in one filing: facts, slots of authorities, country material and provisions for each."""

from dataclasses import dataclass, field
from functools import cached_property

from briefs.citing import cite_evidence, cite_precedent, cite_provision, dated_text, written_date
from briefs.compose.naming import in_sentence
from briefs.compose.people import state_name
from briefs.compose.proceedings import is_later
from briefs.errors import begun
from briefs.facts import Situation
from briefs.forums.progress import decisions_so_far
from briefs.matching.gates import gone_by
from briefs.matching.materials import speaking_findings
from briefs.matching.precedents import finality_at
from briefs.models.case import Circumstance
from briefs.models.evidence import Evidence, Finding
from briefs.models.law import Court, Forum
from briefs.models.match import Match, MatchReport
from briefs.models.precedent import Holding, Precedent, decided_on
from briefs.models.submission import Authority, Below, EvidenceItem, Exhibit, Fact, ProvisionItem, Slots, Submission
from briefs.models.template import FilingManifest

PER_AUTHORITY = 2
ADVERSE_IN_A_KIT = 3
_BODY_ORDER = ("un", "state", "court", "law", "ngo", "academic", "media", "other")


@dataclass
class Submissions:
    """Builds the submissions of one filing and numbers the public documents as further exhibits."""

    situation: Situation
    forum: Forum
    report: MatchReport
    facts: list[tuple[Circumstance, Fact]]
    personal: dict[str, list[Fact]]
    exhibits: list[Exhibit]
    manifest: FilingManifest
    decided: dict[str, list[Below]] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    public: dict[str, Exhibit] = field(default_factory=dict)
    held: dict[str, Authority] = field(default_factory=dict)
    notes: dict[str, list[str]] = field(default_factory=dict)

    @cached_property
    def last_decision(self) -> str | None:
        """Date of the last decision on file."""
        return next((d.on for d in reversed(decisions_so_far(self.situation)) if d.on), None)

    @cached_property
    def _on_ground(self) -> dict[str, list[Match]]:
        """Ground → what was matched for this forum, in the order of the report."""
        found: dict[str, list[Match]] = {}
        for match in self.report.matches:
            if match.forum == self.forum.id:
                found.setdefault(match.ground, []).append(match)
        return found

    def build(self, grounds: set[str]) -> list[Submission]:
        """One submission for each ground that can be argued here, in the order of the grounds."""
        return [self._submission(ground) for ground in self.pleadable(grounds)]

    def pleadable(self, grounds: set[str]) -> list[str]:
        """Those of the grounds that are raised, that this forum hears, and for which a fragment exists."""
        raised = [g.id for g in self.report.grounds if g.raised and self.forum.id in g.forums and g.id in grounds]
        return [g for g in raised if self.situation.library.template_file(f"arguments/{g}", "en")]

    def _submission(self, ground: str) -> Submission:
        matches = self._on_ground.get(ground, [])
        precedents = [m for m in matches if m.kind == "precedent"]
        support = [m for m in precedents if m.stance == "for" and m.verification != "recalled" and self._prints(m)]
        for match in support:
            self.held.setdefault(match.holding or "", self._authority(match))
        record = self.situation.library.grounds[ground]
        facts, above = self._facts(ground)
        form = record.interim.get(self.manifest.system)
        self.notes[ground] = self._notes(precedents, matches)
        return Submission(
            ground=ground,
            title=record.heading,
            fragment=f"arguments/{ground}",
            summary=record.summary,
            rule=form.rule if form else None,
            answer=form.answer if form else None,
            expert_questions=list(record.expert_questions),
            facts=facts,
            facts_above=above,
            facts_again=[fact for fact in facts if fact.again],
            below=self.decided.get(ground, []),
            authorities=self._slots(support, precedents),
            evidence=self._evidence(ground, matches),
            provisions=[
                self._provision(m)
                for m in matches
                if m.kind == "provision" and m.weight != "background" and self._first_told(f"provision {m.id}")
            ],
            counsel_notes=[],
        )

    def _facts(self, ground: str) -> tuple[list[Fact], list[Fact]]:
        """The circumstances of a ground; in a concise filing apart from those that an earlier ground has told."""
        personal = self.personal.get(ground, [])
        tagged = [fact for one, fact in self.facts if ground in one.tags]
        if self.manifest.argument == "full":
            return [*personal, *map(self._marked, tagged)], []
        found = [*personal, *tagged]
        new = [fact for fact in found if self._first_told(f"fact {fact.says}")]
        return new, [fact for fact in found if fact not in new]

    def _marked(self, fact: Fact) -> Fact:
        """A full filing tells a circumstance under each ground; one that has an exhibit can be named by it instead."""
        first = self._first_told(f"fact {fact.says}")
        return fact.model_copy(update={"again": not first and fact.exhibit is not None})

    def _slots(self, support: list[Match], precedents: list[Match]) -> Slots:
        own = [m for m in support if self._court(m).state == self.situation.case.request.requested_state]
        leading = [m for m in support if m not in own and m.weight in {"binding", "leading"}]
        rest = [m for m in support if m not in own and m not in leading]
        disclosed = [m for m in precedents if m.stance == "against" and self._shows(m)]
        most = self.manifest.per_slot
        own_slot, leading_slot, rest_slot = (_spread(part, most) for part in (own, leading, rest))
        if self.manifest.most_authorities is not None:
            kept = self._strongest(own_slot, leading_slot, rest_slot)
            own_slot, leading_slot, rest_slot = (
                [m for m in slot if m in kept] for slot in (own_slot, leading_slot, rest_slot)
            )
        return Slots(
            own_courts=self._listed(own_slot),
            leading=self._listed(leading_slot),
            comparable=self._listed(rest_slot),
            adverse=self._listed(_spread(disclosed, self._most_adverse(disclosed))),
        )

    def _listed(self, matches: list[Match]) -> list[Authority]:
        """A slot in its order; of two holdings of one ruling side by side the second need not repeat the name."""
        before = [None, *(m.id for m in matches)]
        return [
            self._authority(m).model_copy(update={"again": m.id == earlier})
            for m, earlier in zip(matches, before, strict=False)
        ]

    def _strongest(self, own: list[Match], leading: list[Match], rest: list[Match]) -> list[Match]:
        """As many as the manifest allows: one of the body addressed first, then one of each other kind, then the next.
        A national court is addressed with its own courts, an international body with its own case-law. A ruling that
        applied the rule comes before a general comment that states it: the rule stands in our text already."""
        own, leading, rest = (sorted(slot, key=self._states_a_rule) for slot in (own, leading, rest))
        order = (own, leading, rest) if self.manifest.system == "national" else (leading, own, rest)
        deep = max(map(len, order))
        ranked = [slot[n] for n in range(deep) for slot in order if n < len(slot)]
        return ranked[: self.manifest.most_authorities]

    def _states_a_rule(self, match: Match) -> bool:
        return self.situation.library.precedents[match.id].kind == "general-comment"

    def _most_documents(self, ground: str) -> int:
        """A short paper prints reports for a few grounds only."""
        chosen = self.manifest.documents_for
        return self.manifest.documents if not chosen or ground in chosen else 0

    def _most_adverse(self, disclosed: list[Match]) -> int:
        """Every disclosed authority is printed in what is filed; counsel's kit holds the nearest, the report all."""
        return ADVERSE_IN_A_KIT if self.manifest.counsel_only else len(disclosed)

    def _shows(self, match: Match) -> bool:
        """An adverse authority stands in what is filed where counsel disclosed it, in counsel's own papers always."""
        return self.manifest.counsel_only or bool(self.situation.case.disclosure.get(match.id))

    def _prints(self, match: Match) -> bool:
        """A ruling that speaks of another requesting state stands in the report for its method; a filing prints it only
        where it is a general authority of the system's highest body, or comes from the requested state's own courts."""
        precedent = self.situation.library.precedents[match.id]
        codes = {reason.code for reason in match.reasons}
        if precedent.requesting_state is None or codes & {"same-requesting-state", "onward-transfer-only"}:
            return True
        if self._court(match).state == self.situation.case.request.requested_state:
            return True
        about_one_state = any(h.rests_on == "conditions" for h in precedent.holdings)
        return match.weight in {"binding", "leading"} and not about_one_state

    def _court(self, match: Match) -> Court:
        return self.situation.library.courts[self.situation.library.precedents[match.id].court]

    def _authority(self, match: Match) -> Authority:
        precedent, holding = self.situation.library.holdings[match.holding or ""]
        court, not_final = self.situation.library.courts[precedent.court], finality_at(self.situation, precedent)
        body = f"the {court.name}{' (Grand Chamber)' if precedent.grand_chamber else ''}"
        citation = cite_precedent(precedent, holding, court, not_final)
        return Authority(
            id=precedent.id,
            holding=holding.id,
            title=citation.name,
            short=precedent.short_title,
            court=body,
            Court=begun(body),
            year=(decided_on(precedent, holding) or "")[:4],
            date=dated_text(precedent, holding),
            requesting_state=self._state(precedent.requesting_state),
            requested_state=self._state(precedent.requested_state),
            proposition=self._proposition(precedent, holding),
            answer=match.answer,
            distinguished=match.distinguished,
            finality="not yet final" if not_final == "not yet final" else None,
            remark=match.remark,
            citation=citation,
        )

    def _proposition(self, precedent: Precedent, holding: Holding) -> str:
        """What was held; of a disclosed authority that was set aside also that it was, where somebody has seen it."""
        gone = gone_by(self.situation, precedent, holding) if holding.stance == "against" else None
        if gone is None or gone.level == "recalled":
            return holding.proposition
        by = self.situation.library.precedents.get(gone.by)
        whom = f" by {by.title}" if by else ""
        when = f"{'on' if len(gone.on) == 10 else 'in'} {written_date(gone.on)}"
        return f"{holding.proposition.rstrip('.')}; the ruling was {gone.how}{whom} {when}."

    def _state(self, code: str | None) -> str | None:
        return state_name(self.situation, code).the_name if code else None

    def _evidence(self, ground: str, matches: list[Match]) -> list[EvidenceItem]:
        library = self.situation.library
        found = []
        for match in (m for m in matches if m.kind == "evidence" and m.stance == "for"):
            record = library.evidence[match.id]
            fit = [
                f
                for f in speaking_findings(self.situation, record, library.grounds[ground])
                if f.edge == "supports" and f.verification != "recalled"
            ]
            found += [(record, finding) for finding in fit if f"{record.id} {finding.text}" not in self.told][:1]
        found.sort(key=lambda pair: (_BODY_ORDER.index(pair[0].body_kind), _newest_first(pair[0].dated), pair[0].id))
        found = found[: self._most_documents(ground)]
        self.told |= {f"{e.id} {f.text}" for e, f in found}
        return [evidence_item(e, f, self._public_exhibit(e, f), self.last_decision) for e, f in found]

    def _first_told(self, what: str) -> bool:
        """Whether this is its first place in the filing: nothing is told twice."""
        first = what not in self.told
        self.told.add(what)
        return first

    def _public_exhibit(self, e: Evidence, f: Finding) -> Exhibit:
        number = len(self.exhibits) + len(self.public) + 1
        self.public[e.id] = shown = with_finding(self.public.get(e.id) or public_exhibit(e, number), e, f)
        return shown

    def _provision(self, match: Match) -> ProvisionItem:
        record = self.situation.library.provisions[match.id]
        return ProvisionItem(
            id=record.id, cite_as=record.cite_as, paraphrase=record.paraphrase, citation=cite_provision(record)
        )

    def _notes(self, precedents: list[Match], matches: list[Match]) -> list[str]:
        """Private notes of counsel: adverse authorities with the answer, and support that nobody has checked."""
        disclosure, notes = self.situation.case.disclosure, []
        for m in precedents:
            if m.stance == "against":
                said = {True: "disclosed", False: "not disclosed"}.get(
                    disclosure.get(m.id), "decide: disclose yes or no"
                )
                notes.append(
                    f"ADVERSE AUTHORITY ({said}): {m.cite}. {m.proposition}"
                    f"{' Answer: ' + m.answer if m.answer else ' No answer is prepared.'}"
                )
            elif m.verification == "recalled":
                notes.append(f"UNVERIFIED, not printed: {m.cite}. {m.proposition}")
        notes += [
            f"ADVERSE MATERIAL: {m.cite}. {m.proposition}"
            for m in matches
            if m.kind == "evidence" and m.stance == "against"
        ]
        return list(dict.fromkeys(notes))


def evidence_item(
    record: Evidence, finding: Finding, exhibit: Exhibit, last_decision: str | None = None
) -> EvidenceItem:
    """One finding of a document, as a template prints it."""
    return EvidenceItem(
        id=record.id,
        title=record.title,
        body=in_sentence(record.body),
        date=written_date(finding.dated or record.dated) or None,
        finding=finding.text,
        exhibit=exhibit,
        kind=record.body_kind,
        after_decision=is_later(record.dated, last_decision),
        citation=cite_evidence(record, finding),
    )


def public_exhibit(record: Evidence, number: int) -> Exhibit:
    """A public document as an exhibit of that number."""
    return Exhibit(
        number=f"E{number}",
        title=f"{begun(record.body)}, {record.title}" + (f" ({record.symbol})" if record.symbol else ""),
        date=written_date(record.dated) or None,
        author=record.body,
        language=None,
        translated=None,
        pages=None,
        status="public document, to be attached",
    )


def with_finding(exhibit: Exhibit, record: Evidence, finding: Finding) -> Exhibit:
    """What is listed bears the dates that its findings bear in the text: a collection has no date of its own, and an
    item that goes on to tell of a later event stands on a later paper too."""
    date = written_date(finding.dated)
    if not date or date in (exhibit.date or ""):
        return exhibit
    return exhibit.model_copy(update={"date": f"{exhibit.date}; {date}" if exhibit.date else date})


def _spread(matches: list[Match], most: int) -> list[Match]:
    """The nearest matches, at most a few of one authority."""
    count: dict[str, int] = {}
    chosen = []
    for match in matches:
        count[match.id] = count.get(match.id, 0) + 1
        if count[match.id] <= PER_AUTHORITY and len(chosen) < most:
            chosen.append(match)
    return chosen


def _newest_first(dated: str | None) -> int:
    return -int((dated or "0").replace("-", "").ljust(8, "0"))
