"""What keeps a holding out: date, status, outcome, the group or offence it rests on, the state it speaks of.

Each gate answers with the reason that closes it, or nothing.
"""

from briefs.facts import REFUGEE, Situation
from briefs.models.base import first_day, last_day
from briefs.models.law import Ground
from briefs.models.match import Reason, reason_of
from briefs.models.precedent import Holding, OnlyFor, Precedent, SetAside, decided_on

ONWARD = "chain-refoulement"
ONWARD_SOURCES = {"general-situation-or-group", "art3-real-risk", "enforced-disappearance", ONWARD}


def eligibility(s: Situation, precedent: Precedent, holding: Holding) -> Reason | None:
    """Outcome known, decided by the date, not set aside by then; decided by `as_of` alone, never by today."""
    if precedent.kind == "practice":
        return reason_of("practice", "A practice or an executive act is evidence, not precedent.")
    if not precedent.outcome_known:
        return reason_of("outcome-unknown", "The outcome was not seen; it is never cited.")
    decided = decided_on(precedent, holding)
    if decided is None:
        return reason_of("date-unknown", "The date of the decision is unknown.")
    if last_day(decided) > s.day:
        return reason_of("later-than-as-of", f"Decided {decided}, later than {s.as_of}.")
    gone = gone_by(s, precedent, holding)
    if gone and holding.stance == "for":
        return reason_of("set-aside", f"{gone.how.capitalize()} by {gone.by} on {gone.on}.")
    return None


def gone_by(s: Situation, precedent: Precedent, holding: Holding) -> SetAside | None:
    """What took the authority away by the date; the first day of a vague date counts, so doubt works against citing."""
    for what in (holding.set_aside, precedent.set_aside):
        if what and first_day(what.on) <= s.day:
            return what
    return None


def person_gate(s: Situation, only: OnlyFor | None) -> Reason | None:
    """A holding that rests on a group, an offence, a status or a citizenship fits only persons who share it."""
    if only is None:
        return None
    for code, asked, has, what in (
        ("group", only.profile, s.profile, "persons who are"),
        ("offence", only.offence, s.offences, "offences of the kind"),
        ("penalty", only.penalty, s.penalties, "offences that carry"),
        ("purpose", only.purpose, {s.case.request.purpose}, "requests for"),
        ("legal-basis", only.legal_basis, {s.case.request.legal_basis}, "requests whose legal basis is"),
    ):
        if asked and not set(asked) & has:
            return reason_of(f"{code}-gate", f"The holding fits only {what} {' or '.join(asked)}.")
    return _status_gate(s, only) or _state_gate(s, only) or _conduct_gate(s, only)


def _status_gate(s: Situation, only: OnlyFor) -> Reason | None:
    here = s.case.request.requested_state
    fitting = [(kind, state) for kind, state in s.statuses if not only.status or kind in only.status]
    if only.status and not fitting:
        return reason_of("status-gate", f"The holding fits only persons with the status {' or '.join(only.status)}.")
    if only.status_granted_by:
        granted = {
            "requested-state" if state == here else "other-eu-state" if s.member(state or "", "eu") else "another-state"
            for kind, state in fitting
            if kind in REFUGEE and state
        }
        wider = granted | ({"another-state"} if "other-eu-state" in granted else set())
        if only.status_granted_by not in wider:
            return reason_of("status-gate", f"The holding needs a status granted by: {only.status_granted_by}.")
    if only.citizenship and not s.mobile_eu_citizen:
        return reason_of("citizenship-gate", "The holding fits only a citizen of one EU state held in another.")
    return None


def _state_gate(s: Situation, only: OnlyFor) -> Reason | None:
    if only.requested_state is None or s.requested is None:
        return None
    penalty = s.requested.death_penalty
    holds = {
        "abolitionist": penalty in {"abolished", "abolished-ordinary-crimes"},
        "retentionist": penalty == "retains",
        "echr-party": s.is_party("echr") is True,
        "eu-member": s.is_party("eu") is True,
    }[only.requested_state]
    return (
        None
        if holds
        else reason_of("state-gate", f"The holding binds only a requested state that is: {only.requested_state}.")
    )


def _conduct_gate(s: Situation, only: OnlyFor) -> Reason | None:
    if only.consent is not None and bool(s.case.proceedings.consent) != only.consent:
        return reason_of(
            "consent-gate", f"The holding fits only persons who did {'' if only.consent else 'not '}consent."
        )
    if only.interpol is not None and bool(s.case.request.interpol) != only.interpol:
        return reason_of("interpol-gate", "The holding fits only cases with an INTERPOL notice or diffusion.")
    return None


def state_gate(s: Situation, ground: Ground, precedent: Precedent, holding: Holding) -> Reason | None:
    """A ruling about one requesting state is never cited for conditions in another; Hong Kong stands apart."""
    asked, decided_on = s.requesting, precedent.requesting_state
    if decided_on is None or decided_on == asked:
        return None
    if asked == "HK" and decided_on == "CN":
        if ground.id == ONWARD and holding.rests_on == "conditions":
            return None
        return reason_of(
            "hong-kong-onward-only", "A ruling on the mainland is argued for Hong Kong only through onward transfer."
        )
    if decided_on == "HK" and asked == "CN":
        return reason_of("hong-kong-not-mainland", "A ruling on Hong Kong is never used for the mainland.")
    if holding.rests_on in {"conditions", "stay"}:
        return reason_of(
            "other-requesting-state", f"The finding is about {decided_on}, not about {asked or 'this state'}."
        )
    if holding.rests_on == "facts" and precedent.id.rpartition("/")[2] not in ground.adverse:
        return reason_of("other-requesting-state", f"It turned on the facts of a request by {decided_on}.")
    return None
