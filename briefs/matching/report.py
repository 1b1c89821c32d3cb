"""The whole answer for a case: forums, grounds, matches, what was kept out, and what is missing."""

from collections.abc import Iterable

from briefs.facts import Situation
from briefs.forums import answer_forums
from briefs.grounds import raise_grounds
from briefs.matching.materials import match_evidence, match_provisions
from briefs.matching.precedents import Candidate, Ranking, candidates, choose, exclude
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
    matches: list[Match] = []
    excluded: list[Excluded] = []
    more: dict[str, int] = {}
    for raised_ground in chosen:
        ground = s.library.grounds[raised_ground.id]
        hearing = [forum for forum in wanted if forum.id in ground.forums]
        found, out, more[ground.id] = _on_ground(s, ground, hearing)
        matches += found
        excluded += out
    return MatchReport.of(
        case=s.case.reference or NO_REFERENCE,
        as_of=s.as_of,
        forums=answers,
        grounds=raised,
        matches=tuple(_sorted(s, matches)),
        gaps=(*_gaps(s, chosen, wanted, matches, answers), *_not_listed(more)),
        excluded=_once(excluded),
    )


def _on_ground(s: Situation, ground: Ground, forums: list[Forum]) -> tuple[list[Match], list[Excluded], int]:
    matches, excluded = [], []
    held, not_listed = candidates(s, ground)
    for precedent, holding in held:
        out = exclude(s, ground, precedent, holding)
        if out:
            excluded.append(out)
            continue
        court = s.library.courts[precedent.court]
        matches += choose(Candidate(s, ground, precedent, holding, court), forums)
    for more, out in (match_evidence(s, ground, forums), match_provisions(s, ground, forums)):
        matches += more
        excluded += out
    return matches, excluded, not_listed


def _sorted(s: Situation, matches: list[Match]) -> list[Match]:
    kinds = {"precedent": 0, "provision": 1, "evidence": 2}
    orders = {ground: s.library.grounds[ground].order for ground in {match.ground for match in matches}}
    ranked = Ranking(s.library)

    def key(match: Match) -> tuple:
        near = ranked(match) if match.kind == "precedent" else match.id
        ground = match.ground
        return match.forum, orders[ground], ground, kinds[match.kind], match.stance != "for", near

    return sorted(matches, key=key)


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
    supported = {(m.forum, m.ground) for m in matches if m.kind == "precedent" and m.stance == "for"}
    evidenced = {m.ground for m in matches if m.kind == "evidence" and m.stance == "for"}
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
