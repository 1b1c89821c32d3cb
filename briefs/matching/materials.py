"""Country material and provisions: what speaks of the requesting state, what binds the requested one, at the date."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from briefs.citing import plain_evidence
from briefs.facts import Situation
from briefs.matching.gates import ONWARD
from briefs.models.base import last_day, weakest
from briefs.models.evidence import Evidence, Finding
from briefs.models.law import Forum, Ground, Provision
from briefs.models.match import Excluded, Match, Reason, Weight, pinpoint_of, reason_of

SYSTEM_TREATY = {"echr": "echr", "cat": "cat", "iccpr": "iccpr", "ced": "ced", "refugee": "refugee", "eu": "eu"}
_EDGE = {"supports": "for", "adverse": "against"}


def speaking_findings(s: Situation, evidence: Evidence, ground: Ground, day: dt.date | None = None) -> list[Finding]:
    """Findings of a document that speak for or against on a ground, of this requesting state and for this person, as
    far as they existed on the day (that of the case)."""
    until = day or s.day
    return [f.told_on(until) for f in _on_ground(evidence, ground, until) if _fits(s, ground, f)]


def _on_ground(evidence: Evidence, ground: Ground, until: dt.date) -> list[Finding]:
    """Its findings for or against on a ground, of whatever state or person, as far as they existed on the day."""
    tagged = bool(set(evidence.tags) & set(ground.evidence_tags))
    return [
        f
        for f in evidence.findings
        if f.edge != "neutral" and (ground.id in f.grounds or not f.grounds and tagged) and not _later(f.dated, until)
    ]


def _fits(s: Situation, ground: Ground, finding: Finding) -> bool:
    """A document may speak of several states and groups; each finding is kept to its own."""
    through = _onward(s, ground, finding.states) and finding.fits("CN", s.profile, s.offences)
    return finding.fits(s.requesting, s.profile, s.offences) or through


def _onward(s: Situation, ground: Ground, states: Iterable[str]) -> bool:
    return s.requesting == "HK" and "CN" in states and ground.id == ONWARD


def _later(dated: str | None, day: dt.date) -> bool:
    return dated is not None and last_day(dated) > day


def evidence_gate(s: Situation, ground: Ground, evidence: Evidence) -> Reason | None:
    """Wrong state, later than the date, or about a group to which the person does not belong."""
    if s.requesting not in evidence.states and not _onward(s, ground, evidence.states):
        return reason_of("other-requesting-state", "It speaks of another state.")
    if evidence.dated is None and not any(f.dated for f in evidence.findings):
        return reason_of("date-unknown", "The document carries no date in the library.")
    if _later(evidence.dated, s.day):
        return reason_of("later-than-as-of", f"Dated {evidence.dated}, later than {s.as_of}.")
    if evidence.only_for and not set(evidence.only_for) & s.profile:
        return reason_of("group-gate", f"It is about: {', '.join(evidence.only_for)}.")
    return None


def _silent_for(s: Situation, ground: Ground, evidence: Evidence, gate: Reason | None) -> Reason | None:
    """Why a document that speaks of the ground has no finding for this case: the gate that closes it to findings of a
    later day, or findings that are only about persons whom the case file does not describe so."""
    if gate:
        return gate if speaking_findings(s, evidence, ground, dt.date.max) else None
    here = [f for f in _on_ground(evidence, ground, s.day) if not f.states or s.requesting in f.states]
    asked = dict.fromkeys(what for f in here for what in (*f.only_for, *f.only_for_offences))
    return reason_of("group-gate", f"What it says on this ground is about: {', '.join(asked)}.") if asked else None


class Told(NamedTuple):
    """A document, and the grounds of which its findings speak; `any_ground`: one goes by the document's tags alone."""

    evidence: Evidence
    grounds: set[str]
    any_ground: bool

    def may_speak_on(self, ground: Ground) -> bool:
        """Whether a finding speaks of the ground, of whatever date, state or person."""
        return (
            ground.id in self.grounds or self.any_ground and bool(set(self.evidence.tags) & set(ground.evidence_tags))
        )


def told_by_reports(s: Situation) -> list[Told]:
    """The documents on the requesting state, in the order of their ids."""
    reports = s.library.reports_on(s.requesting, *(("CN",) if s.requesting == "HK" else ()))
    speaking = ((e, [f for f in e.findings if f.edge != "neutral"]) for e in reports)
    return [Told(e, {g for f in found for g in f.grounds}, not all(f.grounds for f in found)) for e, found in speaking]


def match_evidence(
    s: Situation, reports: list[Told], ground: Ground, forums: list[Forum]
) -> tuple[dict[str, list[Match]], list[Excluded]]:
    """Forum → documents for and against on one ground, one entry for each stance; and those that were kept out."""
    excluded: list[Excluded] = []
    sides: dict[str, list[Match]] = {"for": [], "against": []}
    for evidence in (told.evidence for told in reports if told.may_speak_on(ground)):
        findings = speaking_findings(s, evidence, ground)
        reason = evidence_gate(s, ground, evidence)
        if not findings:
            reason = _silent_for(s, ground, evidence, reason)
            if reason is None:
                continue
        if reason:
            if reason.code != "other-requesting-state":
                excluded.append(Excluded.of(id=evidence.id, reason=reason, ground=ground.id))
            continue
        for stance in dict.fromkeys(_EDGE[f.edge] for f in findings) if forums else ():
            sides[stance].append(_evidence_match(s, ground, forums[0], evidence, stance, findings))
    found = sides["for"] + sides["against"]
    return {forum.id: [one.but(forum=forum.id) for one in found] for forum in forums}, excluded


def _evidence_match(
    s: Situation, ground: Ground, forum: Forum, evidence: Evidence, stance: str, findings: list[Finding]
) -> Match:
    said = [f for f in findings if _EDGE[f.edge] == stance]
    return Match.of(
        id=evidence.id,
        kind="evidence",
        forum=forum.id,
        ground=ground.id,
        stance=stance,
        weight="background",
        reasons=(
            reason_of("about-requesting-state", f"It speaks of {', '.join(evidence.states)}."),
            *_document_reasons(s, evidence, said),
            *_other_edge(s, evidence, stance, [f for f in findings if f not in said]),
        ),
        verification=weakest(evidence.verification, *(f.verification for f in said)),
        pinpoints=tuple([pinpoint_of(f.pinpoint, f.pinpoint_level or "recalled") for f in said if f.pinpoint]),
        cite=plain_evidence(evidence, said[0]),
        proposition=_told(said),
        layer=s.library.layer_of(evidence.id),
    )


def _told(said: list[Finding]) -> str:
    """All findings; each with its level where they differ, so that none hides behind another."""
    if len({f.verification for f in said}) == 1:
        return " ".join(f.text for f in said)
    return " ".join(f"{f.text} [{f.verification}]" for f in said)


def _document_reasons(s: Situation, evidence: Evidence, said: list[Finding]) -> Iterable[Reason]:
    dates = [evidence.dated, *(f.dated for f in said)]
    newest = max(last_day(date) for date in dates if date)
    age, limit = (s.day - newest).days // 365, s.library.country_material.old_after(evidence.body_kind)
    if age >= limit:
        yield reason_of("old", f"It is {age} years old at the date: look for a newer edition or source.")
    if s.requesting not in evidence.states:
        yield reason_of("onward-transfer-only", "About the mainland: only for onward transfer.")
    if evidence.relied_on_by:
        courts = "; ".join(
            f"{r.authority}{', ' + r.pinpoint if r.pinpoint else ''} ({r.verification})" for r in evidence.relied_on_by
        )
        yield reason_of("relied-on", f"Relied on in: {courts}.")


def _other_edge(s: Situation, evidence: Evidence, stance: str, others: list[Finding]) -> Iterable[Reason]:
    """A document that cuts both ways shows both edges: who exhibits it exhibits all of it."""
    side = "against the person" if stance == "for" else "for the person"
    if others:
        yield reason_of("other-edge", f"The same document also says, {side}: {_told(others)}")
        return
    elsewhere = [
        f.told_on(s.day)
        for f in evidence.findings
        if stance == "for" and _EDGE.get(f.edge) == "against" and not _later(f.dated, s.day)
    ]
    if elsewhere:
        yield reason_of("other-edge", f"The same document also says, {side}, on other points: {_told(elsewhere)}")


def match_provisions(
    s: Situation, ground: Ground, forums: list[Forum]
) -> tuple[dict[str, list[Match]], list[Excluded]]:
    """Forum → provisions named by a ground, where they bind the requested state at the date; and those that do not."""
    excluded: list[Excluded] = []
    found: dict[str, list[Match]] = {forum.id: [] for forum in forums}
    for key in sorted(ground.provisions):
        provision = s.library.provisions.get(key)
        if provision is None:
            continue
        reason = provision_gate(s, provision)
        if reason and reason.code in {"not-bound", "later-than-as-of"}:
            excluded.append(Excluded.of(id=key, reason=reason, ground=ground.id))
            continue
        for forum in forums:
            found[forum.id].append(
                _provision_match(ground, forum, provision, reason or _no_notice(s, forum, provision))
            )
    return found, excluded


def provision_gate(s: Situation, provision: Provision) -> Reason | None:
    """Not in force yet, not binding on the requested state, or not known to bind it."""
    if provision.since and last_day(provision.since) > s.day:
        return reason_of("later-than-as-of", f"In force only from {provision.since}.")
    if provision.system == "ets24":
        both = s.is_party("ets24"), s.member(s.requesting or "", "ets24")
        if False in both:
            return reason_of("not-bound", "The European Convention on Extradition needs both states as parties.")
        return None if all(both) else reason_of("ask", "Whether both states are parties is not established: ask.")
    if provision.system == "echr-protocol":
        return reason_of("ask", "Whether the requested state has ratified this Protocol is not in the library: ask.")
    treaty = SYSTEM_TREATY.get(provision.system)
    bound = s.is_party(treaty) if treaty else True
    if bound is False:
        return reason_of("not-bound", f"It does not bind the requested state at the date ({provision.instrument}).")
    return None if bound else reason_of("ask", f"Whether {provision.instrument} binds the requested state: ask.")


def _no_notice(s: Situation, forum: Forum, provision: Provision) -> Reason | None:
    """Rules of INTERPOL speak of a circulation; without one on file only INTERPOL's own body is told of them."""
    if provision.system != "interpol" or forum.system == "interpol" or s.case.request.interpol:
        return None
    return reason_of("ask", "No circulation through INTERPOL is on file: ask.")


def _provision_match(ground: Ground, forum: Forum, provision: Provision, reason: Reason | None) -> Match:
    domestic = forum.system in {"national", "asylum"}
    invoked = domestic or provision.system in {forum.system, "general"}
    weight: Weight = (
        "background" if reason or not invoked else "binding" if provision.kind == "treaty" else "persuasive"
    )
    reasons = (reason or reason_of("in-force", "It binds the requested state at the date, as far as is known."),)
    return Match.of(
        id=provision.id,
        kind="provision",
        forum=forum.id,
        ground=ground.id,
        stance="for",
        weight=weight,
        reasons=reasons,
        verification=provision.verification,
        cite=provision.cite_as,
        proposition=provision.paraphrase,
    )
