"""One Brief for one filing: what is filed, and beside it the notes that counsel's annotated copy has besides."""

from typing import Any, NamedTuple, TypeVar

from briefs.citing import written_date
from briefs.compose import people, proceedings
from briefs.compose.arguments import Arguments, treaty
from briefs.compose.audit import audit
from briefs.compose.cast import cast
from briefs.compose.public import public_situation
from briefs.compose.submissions import Submissions
from briefs.compose.withheld import Confidence, Withheld, readers_of
from briefs.facts import Situation
from briefs.matching import match_case
from briefs.models.brief import Bound, Brief, Filing, Treaty
from briefs.models.law import Forum
from briefs.models.match import MatchReport
from briefs.models.submission import Argument, Submission
from briefs.models.template import FilingManifest

_Notable = TypeVar("_Notable", Submission, Argument, Treaty)
NO_REFERENCE = "unreferenced"
# A ground that rests on withheld material alone would tell of it by being argued.
_TELLTALE = {"refugee-non-refoulement", "health", "private-family-life"}


class Notes(NamedTuple):
    """What is said to counsel alone: by ground, by argument, on the treaty, on the procedure."""

    submissions: dict[str, list[str]]
    arguments: dict[str, list[str]]
    treaty: list[str]
    procedure: list[str]


class Composed(NamedTuple):
    """The brief as it is filed, what was left out of it, the grounds of which nothing of this person is told because of
    that, the exhibit numbers by case exhibit id, the matches it was made from, and the keys of the documents behind its
    lines of argument. `notes` are for counsel and no part of the brief."""

    brief: Brief
    withheld: tuple[Withheld, ...]
    exhibit_numbers: dict[str, str]
    not_pleaded: tuple[str, ...]
    thin: tuple[str, ...]
    report: MatchReport
    sources: frozenset[str]
    notes: Notes

    @property
    def annotated(self) -> Brief:
        """The brief of counsel's copy: the very same, and the notes."""
        brief, notes = self.brief, self.notes
        return brief.model_copy(
            update={
                "submissions": [_noted(one, notes.submissions[one.ground]) for one in brief.submissions],
                "arguments": [_noted(one, notes.arguments[one.id]) for one in brief.arguments],
                "treaty": _noted(brief.treaty, notes.treaty),
                "procedure_notes": notes.procedure,
            }
        )


def _noted(one: _Notable, notes: list[str]) -> _Notable:
    return one.model_copy(update={"counsel_notes": notes})


def compose(s: Situation, manifest: FilingManifest, report: MatchReport) -> Composed:
    """Compose one filing. The order of every list follows the case file and the matcher, so the same input gives the
    same brief. A public paper is made from a case without a person, and `report` is then matched anew."""
    if manifest.case_facts == "all":
        return _compose(s, manifest, report)
    public = public_situation(s, released=manifest.case_facts == "released")
    return _compose(public, manifest, match_case(public, forums=[manifest.forum], with_closed=True))


def _compose(s: Situation, manifest: FilingManifest, report: MatchReport) -> Composed:
    forum = s.library.forums[manifest.forum]
    confidence = Confidence(s.case, readers_of(manifest, forum))
    exhibits = proceedings.numbered_exhibits(confidence, manifest.exhibits_by_date)
    shown = proceedings.facts(s, confidence, exhibits)
    statuses = people.statuses(s, confidence)
    personal = people.personal_facts(s, confidence, exhibits)
    confidence.note_personal()
    not_pleaded = _not_pleadable(report, shown, {"refugee-non-refoulement": statuses} | personal)
    argued = {g.id for g in report.grounds if g.raised} - set(not_pleaded) - set(manifest.leave_out)
    decided = proceedings.decided(s, confidence, exhibits)
    builder = Submissions(s, forum, report, shown, personal, list(exhibits.values()), manifest, decided)
    submissions = builder.build(argued & set(manifest.only) if manifest.only else argued)
    in_issue = builder.pleadable(argued)
    plain = _not_argued(shown, submissions) if manifest.argument == "concise" else shown
    if manifest.case_facts != "all":
        submissions, in_issue, builder.public = [], [], {}
    lines, (known, on_treaty) = Arguments(s, manifest, len(exhibits), builder.public), treaty(s)
    brief = _brief(
        s,
        manifest,
        filing=_filing(s, manifest, report),
        statuses=statuses,
        request=people.request(s, exhibits, set(in_issue)),
        proceedings=proceedings.proceedings(s, confidence, exhibits),
        authority=exhibits.get(s.case.representation.authority or ""),
        facts=[fact for _, fact in plain],
        tagged=proceedings.tagged(shown, personal),
        new_facts=proceedings.new_facts(s, shown),
        chronology=proceedings.chronology(s, plain, exhibits),
        submissions=submissions,
        argued=dict.fromkeys(in_issue, True),
        arguments=lines.build(),
        treaty=known,
        exhibits=proceedings.paged([*exhibits.values(), *builder.public.values()]),
        annexed=list(exhibits.values()),
        cast=cast(s, exhibits) if manifest.counsel_only else [],
        held=builder.held,
    )
    withheld = confidence.told(_heard(report, forum) if manifest.case_facts == "all" else ())
    return Composed(
        brief=brief,
        withheld=withheld,
        exhibit_numbers={key: e.number for key, e in exhibits.items()},
        not_pleaded=tuple(not_pleaded),
        thin=_thin(submissions, withheld),
        report=report,
        sources=frozenset(e.citation.key for a in brief.arguments for e in (*a.evidence, *a.adverse)),
        notes=Notes(builder.notes, lines.notes, on_treaty, _procedure_notes(s, forum)),
    )


def _heard(report: MatchReport, forum: Forum) -> list[str]:
    """Raised grounds that this forum may hear."""
    return [g.id for g in report.grounds if g.raised and forum.id in g.forums]


def _brief(s: Situation, manifest: FilingManifest, **parts: Any) -> Brief:
    """The brief from the parts that depend on its readers, and from what does not."""
    persons = people.persons(s)
    party = people.party(persons, s.library.forums[manifest.forum].person_role)
    documents = [e for submission in parts["submissions"] for e in submission.evidence]
    return Brief(
        new_documents=list({e.id: e for e in documents if e.after_decision}.values()),
        reference=s.case.reference or NO_REFERENCE,
        party=party,
        person=persons[0],
        persons=persons,
        caption=proceedings.caption(s, party.names),
        counsel=people.counsel(s.case),
        papers=proceedings.papers(s),
        organisation=s.case.representation.organisation,
        anonymity=bool(s.case.confidentiality.anonymity_requested),
        bound=_bound(s),
        audit=audit(s) if manifest.counsel_only else [],
        procedure_notes=[],
        **parts,
    )


def _not_argued(shown: list, submissions: list[Submission]) -> list:
    """Circumstances that no submission tells: a concise filing tells each once, with the ground that it supports."""
    told = {fact.says for submission in submissions for fact in submission.facts}
    return [(circumstance, fact) for circumstance, fact in shown if fact.says not in told]


def _not_pleadable(report: MatchReport, shown: list, personal: dict[str, list]) -> list[str]:
    """Grounds whose only facts are withheld from the readers of this filing."""
    tagged = {tag for circumstance, _ in shown for tag in circumstance.tags}
    return [
        ground.id
        for ground in report.grounds
        if ground.raised
        and ground.id not in tagged
        and not personal.get(ground.id)
        and (ground.id in _TELLTALE or all(reason.code == "circumstance" for reason in ground.because))
    ]


def _thin(submissions: list[Submission], withheld: tuple[Withheld, ...]) -> tuple[str, ...]:
    """Grounds argued here without any circumstance of the person, although the case file holds one."""
    kept_back = {ground for w in withheld for ground in w.grounds}
    return tuple(s.ground for s in submissions if s.ground in kept_back and not s.facts and not s.facts_above)


def _procedure_notes(s: Situation, forum: Forum) -> list[str]:
    rules = forum.national.get(s.case.request.requested_state or "", ())
    return [f"In the library on this procedure ({rule.level}; check): {rule.text}" for rule in rules]


def _filing(s: Situation, manifest: FilingManifest, report: MatchReport) -> Filing:
    answer = next(a for a in report.forums if a.id == manifest.forum)
    closed = " ".join(r.text for r in answer.reasons) if answer.status == "closed" else None
    return Filing(
        id=manifest.id,
        title=manifest.title,
        forum=manifest.forum,
        forum_name=s.library.forums[manifest.forum].short_name,
        system=manifest.system,
        forum_closed=closed,
        date=written_date(s.as_of),
        concise=manifest.argument == "concise",
        example=s.case.example,
    )


def _bound(s: Situation) -> Bound:
    since = s.requested.cat_art22.since if s.requested else None
    protocol = s.requested.op1.since if s.requested else None
    penalty = s.requested.death_penalty if s.requested else "unknown"
    abolitionist = None if penalty == "unknown" else penalty in {"abolished", "abolished-ordinary-crimes"}
    return Bound(
        echr=s.is_party("echr"),
        cat=s.is_party("cat"),
        cat_art22=s.is_party("cat_art22"),
        cat_art22_since=written_date(since) or None,
        iccpr=s.is_party("iccpr"),
        op1=s.is_party("op1"),
        op1_since=written_date(protocol) or None,
        ced=s.is_party("ced"),
        eu=s.is_party("eu"),
        refugee=s.is_party("refugee"),
        abolitionist=abolitionist,
    )
