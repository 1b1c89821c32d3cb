"""The proceedings, the facts and the chronology, with only what the readers of the filing may know."""

import re

from briefs.citing import written_date
from briefs.compose.naming import in_sentence
from briefs.compose.people import state_name
from briefs.compose.withheld import Confidence
from briefs.errors import amount
from briefs.facts import Situation
from briefs.forums.progress import body_of, decisions_so_far, final_decision
from briefs.models import case as c
from briefs.models.base import first_day, last_day
from briefs.models.brief import Caption, ChronologyEntry, Decision, Procedure, Proceedings
from briefs.models.papers import Papers
from briefs.models.submission import Below, Exhibit, Fact

Exhibits = dict[str, Exhibit]
_DAY = re.compile(r"^(\d{4}-\d{2}-\d{2})(.*)$", re.DOTALL)
_PAGES = re.compile(r"[0-9]{1,6}")


def numbered_exhibits(confidence: Confidence, by_date: bool = False) -> Exhibits:
    """Case exhibit id → exhibit as numbered in this filing; numbers are given anew, so that no gap tells of another.
    By date: oldest first, undated ones last."""
    shown = confidence.exhibits
    if by_date:
        shown = sorted(shown, key=lambda e: (e.dated is None, e.dated or ""))
    return {
        e.id: Exhibit(
            number=f"E{n}",
            title=e.title,
            date=written_date(e.dated) or None,
            author=in_sentence(e.author),
            language=e.language,
            translated=_yes_no(e.translated),
            pages=e.pages,
            status="attached",
        )
        for n, e in enumerate(shown, 1)
    }


def paged(exhibits: list[Exhibit]) -> list[Exhibit]:
    """The exhibits with the page of the bundle on which each begins; none after the first whose length is not known."""
    page, out = 1, []
    for exhibit in exhibits:
        out.append(exhibit.model_copy(update={"bundle_page": str(page) if page else None}))
        known = page and _PAGES.fullmatch(exhibit.pages or "")
        page = page + int(exhibit.pages or 0) if known else 0
    return out


def facts(s: Situation, confidence: Confidence, exhibits: Exhibits) -> list[tuple[c.Circumstance, Fact]]:
    """Circumstances that may be printed, each with its exhibit."""
    return [
        (one, _fact(one, exhibits))
        for one in s.case.circumstances
        if not confidence.hides_circumstance(one) and (not one.on or last_day(one.on) <= s.day)
    ]


def _fact(one: c.Circumstance, exhibits: Exhibits) -> Fact:
    source = one.source or c.FactSource()
    return Fact(
        says=one.says.strip(),
        on=written_date(one.on) or None,
        exhibit=exhibits.get(source.exhibit or ""),
        page=source.page,
    )


def tagged(shown: list[tuple[c.Circumstance, Fact]], personal: dict[str, list[Fact]]) -> dict[str, list[Fact]]:
    """Facts on health and family, and circumstances by each of their tags, in the order of the case file."""
    found = {ground: list(facts) for ground, facts in personal.items() if facts}
    for one, fact in shown:
        for tag in dict.fromkeys(one.tags):
            found.setdefault(tag, []).append(fact)
    return found


def new_facts(s: Situation, shown: list[tuple[c.Circumstance, Fact]]) -> list[Fact]:
    """Circumstances that are later than the last decision on file; none where there is no decision."""
    last = next((d.on for d in reversed(decisions_so_far(s)) if d.on), None)
    return [fact for one, fact in shown if is_later(one.on, last)]


def is_later(on: str | None, than: str | None) -> bool:
    """Whether a date lies wholly after another: 2024-04 is not later than 2024-04-18, for it may be before it."""
    return bool(on and than) and first_day(on or "") > last_day(than or "")


def proceedings(s: Situation, confidence: Confidence, exhibits: Exhibits) -> Proceedings:
    """Custody, decisions and other procedures up to the date of the case."""
    p, final = s.case.proceedings, final_decision(s)
    shown = [d for d in decisions_so_far(s) if not confidence.hides_text("decision", d.on or "undated", d.outcome)]
    custody = p.custody or c.Custody()
    held = (s.day - last_day(custody.since)).days if custody.since else -1
    days = amount(held, "day") if held >= 0 else None
    return Proceedings(
        stage=_stage_words(s),
        custody_since=written_date(custody.since) or None,
        custody_place=custody.place,
        custody_days=days,
        removal_scheduled=_written_moment(p.removal_scheduled),
        removal_unannounced=bool(p.removal_unannounced) and not p.removal_scheduled,
        decisions=[_decision(d, exhibits) for d in shown],
        last_decision=_decision(shown[-1], exhibits) if shown else None,
        final_decision=_decision(final, exhibits) if final in shown else None,
        consent=_yes_no(p.consent),
        surrendered=s.stage == "surrendered",
        refused=s.stage == "refused",
        elected_body=body_of(p.elected_body),
        other_procedures=[
            Procedure(body=o.body, number=o.number, status=o.status) for o in p.other_procedures if o.body
        ],
    )


def papers(s: Situation) -> Papers:
    """What the case file holds for single filings."""
    p = s.case.papers
    return Papers(
        expert_name=p.expert.name,
        expert_address=p.expert.address,
        expert_report_due=_written_moment(p.expert.report_due),
        interpreter_language=p.interpreter_language,
        release_address=p.release.address,
        release_surety=p.release.surety,
        seized_items=p.seized_items,
    )


def _stage_words(s: Situation) -> str | None:
    entry = s.library.vocabulary.get("stages", {}).get(s.stage or "") or {}
    return entry.get("words") or s.case.proceedings.stage


def _decision(d: c.Decision, exhibits: Exhibits) -> Decision:
    return Decision(
        on=written_date(d.on) or None,
        served_on=written_date(d.served_on) or None,
        by=d.by,
        outcome=d.outcome,
        final=_yes_no(d.final),
        suspensive_remedy=_yes_no(d.suspensive_remedy),
        exhibit=exhibits.get(d.exhibit or ""),
    )


def decided(s: Situation, confidence: Confidence, exhibits: Exhibits) -> dict[str, list[Below]]:
    """Ground → what the decisions so far hold on it and the errors in them, oldest decision first; without what the
    readers may not know."""
    found: dict[str, list[Below]] = {}
    for decision in decisions_so_far(s):
        for n, reason in enumerate(decision.reasons):
            item = f"{decision.on or 'undated'}, reason {n + 1}"
            texts = " ".join(filter(None, (reason.says, reason.error)))
            if reason.ground and texts and not confidence.hides_text("reason of a decision", item, texts):
                found.setdefault(reason.ground, []).append(_below(decision, reason, exhibits))
    return found


def _below(decision: c.Decision, reason: c.DecisionReason, exhibits: Exhibits) -> Below:
    return Below(
        by=decision.by,
        on=written_date(decision.on) or None,
        says=_ended(reason.says) if reason.says else None,
        error=_ended(reason.error) if reason.error else None,
        exhibit=exhibits.get(decision.exhibit or ""),
        page=reason.page,
    )


def chronology(s: Situation, shown: list[tuple[c.Circumstance, Fact]], exhibits: Exhibits) -> list[ChronologyEntry]:
    """Dated events, oldest first; nothing after the date of the case."""
    r, p, events = s.case.request, s.case.proceedings, []
    if r.interpol and r.interpol.dated:
        events.append((r.interpol.dated, f"Circulation through INTERPOL: {r.interpol.kind or 'notice'}", None, None))
    if p.custody and p.custody.since:
        events.append(
            (p.custody.since, "Arrest; custody" + (f" ({p.custody.place})" if p.custody.place else ""), None, None)
        )
    if r.received_on:
        asks = state_name(s, r.requesting_state).the_name
        events.append((r.received_on, f"Request of {asks} received", None, None))
    events += [
        (d.on, ": ".join(part for part in (d.by, d.outcome) if part), exhibits.get(d.exhibit or ""), None)
        for d in decisions_so_far(s)
        if d.on and (d.by or d.outcome)
    ]
    events += [(one.on, fact.says, fact.exhibit, fact.page) for one, fact in shown if one.on]
    events.sort(key=lambda event: event[0])
    return [
        ChronologyEntry(on=written_date(on), what=_ended(what), exhibit=exhibit, page=page)
        for on, what, exhibit, page in events
        if last_day(on) <= s.day
    ]


def _ended(what: str) -> str:
    """An entry as a sentence, whoever wrote it: lists and tables then end alike."""
    return what if what.endswith((".", "!", "?", "…", ".”", '."')) else f"{what}."


def caption(s: Situation, names: str | None) -> Caption:
    """The caption by the requested state's tradition: who the opposing party is differs; counsel checks it."""
    tradition = s.requested.tradition if s.requested else "unknown"
    drafting = "common" if tradition == "common" else "civil"
    words = dict(s.library.captions.get(drafting) or {})
    words |= (s.library.captions.get("states") or {}).get(s.case.request.requested_state or "", {})
    filled = {
        key: str(value).format(
            requesting_state=state_name(s, s.requesting).the_name,
            requested_state=state_name(s, s.case.request.requested_state).the_name,
            kind=s.case.request.kind,
            persons=names or "the person sought",
        )
        for key, value in words.items()
        if value
    }
    court = s.case.proceedings.court
    return Caption(
        tradition=drafting,
        court=court.name,
        division=court.division,
        file_number=court.file_number,
        hearing=_written_moment(court.hearing),
        matter=filled.get("matter", ""),
        opposing_party=filled.get("opposing_party", ""),
        opposing_role=filled.get("opposing_role", ""),
        person_role=filled.get("persons_role" if len(s.case.persons_sought) > 1 else "person_role", "person sought"),
        minister=filled.get("minister", "competent Minister"),
        note=filled.get("note"),
    )


def _written_moment(text: str | None) -> str | None:
    found = _DAY.match(text or "")
    return f"{written_date(found.group(1))}{found.group(2)}" if found else text


def _yes_no(value: bool | None) -> str | None:
    return None if value is None else "yes" if value else "no"
