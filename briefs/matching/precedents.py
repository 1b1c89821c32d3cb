"""Precedents: each holding on a raised ground is either chosen, with its reasons, or kept out, with the rule."""

from collections.abc import Iterable, Iterator
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from briefs.citing import finality, plain_cite, stopped
from briefs.facts import Situation
from briefs.matching.answers import answer_on
from briefs.matching.gates import ONWARD, ONWARD_SOURCES, eligibility, gone_by, person_gate, state_gate
from briefs.matching.weight import Scales, Weighed
from briefs.models.base import LEVELS, Verification, last_day, weakest
from briefs.models.law import Court, Forum, Ground
from briefs.models.match import Excluded, Match, Reason, pinpoint_of, reason_of
from briefs.models.precedent import Holding, Precedent

LIU = "liu-v-poland-2022"
ARTICLE_3 = {"art3-real-risk", "general-situation-or-group", "burden-of-proof", "diplomatic-assurances"}
NOT_HONG_KONG = "not decided for Hong Kong"


class Candidate(NamedTuple):
    """One holding looked at for one ground."""

    situation: Situation
    ground: Ground
    precedent: Precedent
    holding: Holding
    court: Court


def candidates(s: Situation, ground: Ground) -> tuple[list[tuple[Precedent, Holding]], int]:
    """Holdings to be looked at on a ground, and how many about other requesting states are only counted; for Hong Kong
    also findings on the mainland, as onward transfer only."""
    found, not_listed = s.library.near(ground, s.requesting)
    if s.requesting == "HK" and ground.id == ONWARD:
        found += [
            (p, h)
            for source in sorted(ONWARD_SOURCES - {ground.id})
            for p, h in s.library.about(source, "CN")
            if h.rests_on == "conditions"
        ]
    return found, not_listed


def exclude(s: Situation, ground: Ground, precedent: Precedent, holding: Holding) -> Excluded | None:
    """The first gate that keeps the holding out."""
    reason = (
        eligibility(s, precedent, holding)
        or state_gate(s, ground, precedent, holding)
        or person_gate(s, holding.only_for)
    )
    if reason is None and holding.rests_on == "stay" and ground.id != "interim-measures":
        reason = reason_of("stay-only", "An interim measure proves a stay, never a risk.")
    return reason and Excluded.of(id=precedent.id, reason=reason, holding=holding.id, ground=ground.id)


class Chosen(NamedTuple):
    """A holding that passed every gate: the match but for its weight, why it is near, and what it is ranked by."""

    candidate: Candidate
    shared: dict[str, Any]
    near: tuple[Reason, ...]
    rank: tuple


def choose(candidate: Candidate) -> Chosen:
    """What a match says of the holding itself, the same in every forum."""
    shared = _shared(candidate)
    remark = (reason_of("remark", shared["remark"]),) if shared["remark"] else ()
    near = (*closeness(candidate), *read_by(candidate), *remark)
    return Chosen(candidate, shared, near, _rank(candidate, near, shared["verification"]))


def before_forums(chosen: Iterable[Chosen], forums: list[Forum], scales: Scales) -> dict[str, list[Match]]:
    """Forum → the matches on one ground in their order: what speaks for the person first, the mainland for Hong Kong
    last; then own highest court, weight, and the rank."""
    found: dict[str, list[tuple[tuple, Match]]] = {forum.id: [] for forum in forums}
    for one in sorted(chosen, key=attrgetter("rank")):
        c = one.candidate
        side = c.holding.stance != "for", one.rank[0]
        weighed = scales.weigh(forums, c.precedent, c.holding, c.court)
        for match, weight in zip(_in_each(one, forums, weighed), weighed, strict=True):
            found[match.forum].append(((*side, *weight.place), match))
    return {forum: [match for _, match in sorted(rows, key=itemgetter(0))] for forum, rows in found.items()}


def _in_each(chosen: Chosen, forums: list[Forum], weighed: list[Weighed]) -> Iterator[Match]:
    """The match for each forum; only the weight differs, and what is equal is one object."""
    first: Match | None = None
    reasons: dict[str, tuple[Reason, ...]] = {}
    for forum, (weight, why, _) in zip(forums, weighed, strict=True):
        mine = reasons.get(why.text)
        if mine is None:
            mine = reasons[why.text] = (why, *chosen.near)
        if first is None:
            first = match = Match.of(**chosen.shared, forum=forum.id, weight=weight, reasons=mine)
        else:
            match = first.but(forum=forum.id, weight=weight, reasons=mine)
        yield match


def _shared(c: Candidate) -> dict[str, Any]:
    """What a match says of the holding itself, the same in every forum."""
    return dict(
        id=c.precedent.id,
        holding=c.holding.id,
        kind="precedent",
        ground=c.ground.id,
        stance=c.holding.stance,
        pinpoints=tuple([pinpoint_of(p.at, p.level, p.accepted_by) for p in c.holding.pinpoints]),
        verification=weakest(c.precedent.verification, c.holding.verification),
        cite=plain_cite(c.precedent, c.court, c.holding),
        dockets=c.precedent.dockets,
        proposition=c.holding.proposition,
        distinguished=c.holding.distinguished or c.precedent.distinguished,
        answer=answer_on(c.situation, c.holding.answer or c.precedent.answer),
        remark=remark_on(c),
        layer=c.situation.library.layer_of(c.precedent.id),
    )


def closeness(c: Candidate) -> list[Reason]:
    """Why the holding is near to this case, in the order in which nearness counts."""
    s, p, h = c.situation, c.precedent, c.holding
    reasons = [reason_of("same-ground", f"It decides on the ground: {c.ground.title}.")]
    if p.requesting_state and p.requesting_state == s.requesting:
        reasons.append(reason_of("same-requesting-state", f"The same requesting state ({p.requesting_state})."))
    elif s.requesting == "HK" and p.requesting_state == "CN":
        reasons.append(
            reason_of(
                "onward-transfer-only",
                "About the mainland: argued only for the risk of onward transfer; not decided for Hong Kong.",
            )
        )
    elif h.rests_on == "method":
        reasons.append(
            reason_of(
                "method-only",
                f"Cited for its method only; it was about {p.requesting_state or 'another state'}.",
            )
        )
    if h.only_for and set(h.only_for.profile) & s.profile:
        reasons.append(
            reason_of(
                "same-profile",
                f"The person shares: {', '.join(sorted(set(h.only_for.profile) & s.profile))}.",
            )
        )
    if p.procedure == s.case.request.kind:
        reasons.append(reason_of("same-procedure", f"The same procedure ({p.procedure})."))
    if p.requested_state and p.requested_state == s.case.request.requested_state:
        reasons.append(reason_of("same-requested-state", f"The same requested state ({p.requested_state})."))
    if p.grand_chamber:
        reasons.append(reason_of("grand-chamber", "Decided by the Grand Chamber."))
    return reasons + _cautions(c)


def _cautions(c: Candidate) -> list[Reason]:
    reasons = []
    if text := finality_at(c.situation, c.precedent):
        reasons.append(
            reason_of("not-final" if text.startswith("not yet") else "finality-unknown", text.capitalize() + ".")
        )
    if c.holding.verification == "recalled" or c.precedent.verification == "recalled":
        reasons.append(reason_of("recalled", "Not checked by anybody: never printed as support until confirmed."))
    if (gone := gone_by(c.situation, c.precedent, c.holding)) and c.holding.stance == "against":
        reasons.append(reason_of("set-aside", f"{gone.how.capitalize()} by {gone.by} on {gone.on}."))
    if c.precedent.favourable != "yes" and c.holding.stance == "for":
        reasons.append(
            reason_of("case-otherwise", f"The case as a whole ended otherwise: {stopped(c.precedent.outcome)}")
        )
    if c.holding.limited_by:
        reasons.append(reason_of("limited", f"Limited: {c.holding.limited_by}"))
    return reasons


def read_by(c: Candidate) -> list[Reason]:
    """Who read the source for this holding, and who takes over what nobody has read."""
    library, key = c.situation.library, c.holding.id
    reasons = []
    for said in library.confirmed.get(key, ()):
        code, verb = ("confirmed", "confirmed") if said.answer == "yes" else ("denied", "denied that it is held")
        where = f"{said.source.file} (SHA-256 {said.source.sha256[:12]})"
        text = f"{said.at} read and {verb} by {said.by} on {said.on} in {where}."
        reasons.append(reason_of(code, text))
    reasons += [
        reason_of("confirmation-stale", f"{old.by} confirmed {old.at} for another wording: read it again.")
        for old in library.stale.get(key, ())
    ]
    reasons += [
        reason_of("accepted", f"{taken.at} taken over unread by {taken.by} on {taken.on}.")
        for taken in library.accepted.get(key, ())
    ]
    return reasons


def finality_at(s: Situation, precedent: Precedent) -> str | None:
    """Finality at the date of the case: a judgment that became final later was not final then."""
    if precedent.final and last_day(precedent.final) > s.day:
        return "not yet final"
    return finality(precedent)


def remark_on(c: Candidate) -> str | None:
    """What must be said wherever the authority is named."""
    if c.situation.requesting == "HK" and c.precedent.requesting_state == "CN":
        return NOT_HONG_KONG
    if c.holding.stance == "against" and _before_liu(c):
        return "decided before Liu v. Poland (6 October 2022)"
    return None


def _before_liu(c: Candidate) -> bool:
    liu = c.situation.library.precedents.get(c.situation.library.by_dossier_id(LIU) or "")
    state = c.situation.library.states.get(c.court.state or "")
    if not (liu and liu.decided and state and c.precedent.decided):
        return False
    return (
        c.court.system == "national"
        and state.coe.holds is True
        and c.precedent.requesting_state == "CN"
        and c.precedent.procedure in {"extradition", "surrender"}
        and c.ground.id in ARTICLE_3
        and last_day(liu.decided) <= c.situation.day
        and last_day(c.precedent.decided) < last_day(liu.decided)
    )


def _rank(c: Candidate, near: tuple[Reason, ...], level: Verification) -> tuple:
    """Same requesting state, what the law on the ground rests on, closeness, recency, Grand Chamber, level. What turned
    on its facts alone comes after what states a rule."""
    codes, leading = {reason.code for reason in near}, c.ground.leading
    named = c.precedent.id.rpartition("/")[2]
    return (
        "onward-transfer-only" in codes,
        "same-requesting-state" not in codes,
        c.holding.rests_on == "facts",
        leading.index(named) if named in leading else len(leading),
        "same-profile" not in codes,
        "same-procedure" not in codes,
        "same-requested-state" not in codes,
        -last_day(c.precedent.decided or "0001").toordinal(),
        not c.precedent.grand_chamber,
        LEVELS.index(level),
        c.precedent.id,
        c.holding.id,
    )
