"""The whole answer for a case: forums, grounds, matches, what was kept out, and what is missing."""

from collections.abc import Iterable

from briefs.facts import Situation
from briefs.forums import answer_forums
from briefs.grounds import raise_grounds
from briefs.matching.materials import match_evidence, match_provisions, told_by_reports
from briefs.matching.precedents import Candidate, before_forums, candidates, choose, exclude
from briefs.matching.weight import Scales
from briefs.models.law import Forum, Ground
from briefs.models.match import Excluded, ForumAnswer, Gap, Match, MatchReport, RaisedGround

NO_REFERENCE = "unreferenced"


def match_case(
    s: Situation, forums: Iterable[str] | None = None, grounds: Iterable[str] | None = None, with_closed: bool = False
) -> MatchReport:
    """Match one case. `forums` and `grounds` narrow the answer; closed forums get no authorities unless asked for."""
    answers, raised = answer_forums(s), raise_grounds(s)
    wanted = [
        s.library.forums[a.id]
        for a in answers
        if (forums is None or a.id in forums) and (with_closed or a.status != "closed")
    ]
    chosen = [g for g in raised if g.raised and (grounds is None or g.id in grounds)]
    found, excluded, more = _on_grounds(s, chosen, wanted)
    matches = [match for forum in sorted(found) for match in found[forum]]
    return MatchReport.of(
        case=s.case.reference or NO_REFERENCE,
        as_of=s.as_of,
        forums=answers,
        grounds=raised,
        matches=tuple(matches),
        gaps=(*_gaps(s, chosen, wanted, matches, answers), *_not_listed(more)),
        excluded=_once(excluded),
    )


def _on_grounds(
    s: Situation, chosen: list[RaisedGround], wanted: list[Forum]
) -> tuple[dict[str, list[Match]], list[Excluded], dict[str, int]]:
    """Forum → its matches, ground after ground; what was kept out; ground → how many were only counted."""
    found: dict[str, list[Match]] = {forum.id: [] for forum in wanted}
    excluded: list[Excluded] = []
    more: dict[str, int] = {}
    reports, scales = told_by_reports(s), Scales(s)
    for raised in chosen:
        ground = s.library.grounds[raised.id]
        hearing = [forum for forum in wanted if forum.id in ground.forums]
        rulings, out, more[ground.id] = _rulings(s, ground, hearing, scales)
        provisions, no_provisions = match_provisions(s, ground, hearing)
        evidence, no_evidence = match_evidence(s, reports, ground, hearing)
        for matches in (rulings, provisions, evidence):
            for forum in hearing:
                found[forum.id] += matches[forum.id]
        excluded += (*out, *no_evidence, *no_provisions)
    return found, excluded, more


def _rulings(
    s: Situation, ground: Ground, forums: list[Forum], scales: Scales
) -> tuple[dict[str, list[Match]], list[Excluded], int]:
    chosen, excluded = [], []
    held, not_listed = candidates(s, ground)
    for precedent, holding in held:
        out = exclude(s, ground, precedent, holding)
        if out:
            excluded.append(out)
        else:
            chosen.append(choose(Candidate(s, ground, precedent, holding, s.library.courts[precedent.court])))
    return before_forums(chosen, forums, scales), excluded, not_listed


def _once(excluded: list[Excluded]) -> tuple[Excluded, ...]:
    unique = {(e.id, e.holding or "", e.ground or "", e.reason.code): e for e in excluded}
    return tuple(unique[key] for key in sorted(unique))


def _gaps(
    s: Situation,
    raised: list[RaisedGround],
    forums: list[Forum],
    matches: list[Match],
    answers: tuple[ForumAnswer, ...],
) -> Iterable[Gap]:
    ours = [match for match in matches if match.stance == "for"]
    supported = {(match.forum, match.ground) for match in ours if match.kind == "precedent"}
    evidenced = {match.ground for match in ours if match.kind == "evidence"}
    for ground in raised:
        record = s.library.grounds[ground.id]
        for forum in forums:
            if forum.id in record.forums and (forum.id, ground.id) not in supported:
                yield Gap.of(
                    code="no-authority",
                    ground=ground.id,
                    forum=forum.id,
                    text="No authority in the library for this point.",
                )
        if record.evidence_tags and ground.id not in evidenced:
            yield Gap.of(
                code="no-evidence",
                ground=ground.id,
                text="No country material in the library for this point at the date.",
            )
        for question in ground.missing:
            yield Gap.of(code="missing-fact", ground=ground.id, text=question)
        if s.library.template_file(f"arguments/{ground.id}", "en") is None:
            yield Gap.of(
                code="no-fragment",
                ground=ground.id,
                text="This ground is raised, but its argument is not written yet: counsel must write it.",
            )
    yield from _regional(s)


def _not_listed(more: dict[str, int]) -> Iterable[Gap]:
    """In a large library the rulings about other requesting states would drown the list of what was set aside."""
    for ground, count in more.items():
        if count:
            text = f"{count} more rulings on this ground turned on requests by other states; they are not listed."
            yield Gap.of(code="not-listed", ground=ground, text=text)


def _regional(s: Situation) -> Iterable[Gap]:
    for body in s.requested.regional_bodies if s.requested else ():
        yield Gap.of(code="regional-body", text=f"{body}: exists, check acceptance; not in the library.")
    yield Gap.of(
        code="other-treaty-bodies",
        text="Petitions under CEDAW, CRPD, CRC and CERD exist for states that accepted "
        "them: check acceptance; not in the library.",
    )
