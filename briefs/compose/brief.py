"""One Brief for one filing and one reader: what is filed, or counsel's annotated copy."""

from dataclasses import dataclass
from typing import Any

from briefs.citing import written_date
from briefs.compose import people, proceedings
from briefs.compose.arguments import Arguments, treaty
from briefs.compose.public import public_situation
from briefs.compose.submissions import Submissions
from briefs.compose.withheld import Confidence, Withheld, readers_of
from briefs.facts import Situation
from briefs.matching import match_case
from briefs.models.brief import Bound, Brief, Filing, Person
from briefs.models.law import Forum
from briefs.models.match import MatchReport
from briefs.models.template import FilingManifest

NO_REFERENCE = "unreferenced"
# A ground that rests on withheld material alone would tell of it by being argued.
_TELLTALE = {"refugee-non-refoulement", "health", "private-family-life"}


@dataclass(frozen=True)
class Composed:
    """The brief, what was left out of it, the exhibit numbers by case exhibit id, the matches it was made from, and the
    keys of the documents behind its lines of argument."""

    brief: Brief
    withheld: tuple[Withheld, ...]
    exhibit_numbers: dict[str, str]
    not_pleaded: tuple[str, ...]
    report: MatchReport
    sources: frozenset[str]


def compose(s: Situation, manifest: FilingManifest, report: MatchReport, for_counsel: bool) -> Composed:
    """Compose one filing. The order of every list follows the case file and the matcher, so the same input gives the
    same brief. A public paper is made from a case without a person, and `report` is then matched anew."""
    if manifest.case_facts == "all":
        return _compose(s, manifest, report, for_counsel)
    public = public_situation(s, released=manifest.case_facts == "released")
    return _compose(public, manifest, match_case(public, forums=[manifest.forum], with_closed=True), for_counsel)


def _compose(s: Situation, manifest: FilingManifest, report: MatchReport, for_counsel: bool) -> Composed:
    forum = s.library.forums[manifest.forum]
    confidence = Confidence(s.case, readers_of(manifest, forum))
    exhibits = proceedings.numbered_exhibits(confidence, manifest.exhibits_by_date)
    shown = proceedings.facts(s, confidence, exhibits)
    statuses = people.statuses(s, confidence)
    personal = people.personal_facts(s, confidence, exhibits)
    confidence.note_personal()
    not_pleaded = _not_pleadable(report, shown, {"refugee-non-refoulement": statuses} | personal)
    builder = Submissions(s, forum, report, shown, personal, list(exhibits.values()), manifest, for_counsel)
    argued = {g.id for g in report.grounds if g.raised} - set(not_pleaded) - set(manifest.leave_out)
    submissions = builder.build(argued)
    if manifest.case_facts != "all":
        submissions, builder.public = [], {}
    arguments = Arguments(s, manifest, for_counsel, len(exhibits), builder.public).build()
    parts = {
        "filing": _filing(s, manifest, report),
        "statuses": statuses,
        "proceedings": proceedings.proceedings(s, confidence, exhibits),
        "facts": [fact for _, fact in shown],
        "chronology": proceedings.chronology(s, shown, exhibits),
        "submissions": submissions,
        "arguments": arguments,
        "treaty": treaty(s, for_counsel),
        "exhibits": [*exhibits.values(), *builder.public.values()],
        "held": builder.held,
    }
    return Composed(
        brief=_brief(s, people.persons(s), forum, parts),
        withheld=tuple(confidence.withheld),
        exhibit_numbers={key: e.number for key, e in exhibits.items()},
        not_pleaded=tuple(not_pleaded),
        report=report,
        sources=frozenset(e.citation.key for a in arguments for e in (*a.evidence, *a.adverse)),
    )


def _brief(s: Situation, persons: list[Person], forum: Forum, parts: dict[str, Any]) -> Brief:
    """The brief from the parts that depend on its readers, and from what everybody may know."""
    party = people.party(persons, forum.person_role)
    return Brief(
        reference=s.case.reference or NO_REFERENCE,
        party=party,
        person=persons[0],
        persons=persons,
        request=people.request(s),
        caption=proceedings.caption(s, party.names),
        counsel=people.counsel(s.case),
        organisation=s.case.representation.organisation,
        authority=exhibits.get(s.case.representation.authority or ""),
        anonymity=bool(s.case.confidentiality.anonymity_requested),
        bound=_bound(s),
<<<<<<< HEAD
        argued={submission.ground: True for submission in parts["submissions"]},
        **parts,
=======
        facts=[fact for _, fact in shown],
        chronology=proceedings.chronology(s, shown, exhibits),
        submissions=submissions,
        argued={submission.ground: True for submission in submissions},
        exhibits=proceedings.paged([*exhibits.values(), *builder.public.values()]),
        held=builder.held,
    )
    return Composed(
        brief, tuple(confidence.withheld), {key: e.number for key, e in exhibits.items()}, tuple(not_pleaded)
>>>>>>> main
    )


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
