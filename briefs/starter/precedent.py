"""A new precedent from a few answers: one holding, the situations that prove it, comments where more can be said."""

import dataclasses
import datetime as dt
from collections.abc import Iterable

from pydantic import Field

from briefs.library import Library
from briefs.lint.completeness import is_matchable
from briefs.lint.numbers import strasbourg_ecli
from briefs.matching.situations import matches
from briefs.models.base import LooseDate, Record, TextList, Verification, first_day, last_day
from briefs.models.precedent import Holding, Kind, OnlyFor, Pinpoint, Precedent, RestsOn, Situation
from briefs.starter.texts import as_list, as_yaml


class PrecedentAnswers(Record):
    """What `new precedent` asks."""

    id: str = Field(description="<court>/<name>")
    court: str
    title: str
    dockets: TextList = ()
    kind: Kind = "judgment"
    decided: LooseDate | None = None
    requesting_state: str | None = None
    requested_state: str | None = None
    procedure: str = "extradition"
    outcome: str
    favourable: str
    ground: str
    stance: str
    proposition: str
    rests_on: RestsOn
    pinpoint: str | None = None
    profile: TextList = ()
    answer: str | None = None
    url: str
    level: Verification


def starter_precedent(answers: PrecedentAnswers, library: Library, today: dt.date) -> str:
    """The record as YAML, with comments. Its situations were run through the matcher."""
    record = _record(answers)
    ecli = strasbourg_ecli(record) if answers.court == "echr" and answers.level == "primary" else None
    if ecli and len(ecli) == 1:
        record = record.model_copy(update={"ecli": ecli[0], "ecli_derived": True})
    pairs = _situations(record, library, today)
    return "".join((*_head(record), *_holding(record.holdings[0]), *_proof(pairs), *_source(answers)))


def _record(a: PrecedentAnswers) -> Precedent:
    name = a.id.rpartition("/")[2]
    holding = Holding(
        id=f"{name}/1",
        ground=a.ground,
        stance=a.stance,
        proposition=a.proposition,
        verification=a.level,
        pinpoints=(Pinpoint(at=a.pinpoint, level=a.level),) if a.pinpoint else (),
        rests_on=a.rests_on,
        only_for=OnlyFor(profile=a.profile) if a.profile else None,
        answer=a.answer,
    )
    return Precedent(
        id=a.id,
        title=a.title,
        short_title=a.title,
        court=a.court,
        kind=a.kind,
        dockets=a.dockets,
        decided=a.decided,
        decided_level=a.level,
        requesting_state=a.requesting_state,
        requested_state=a.requested_state,
        procedure=a.procedure,
        outcome=a.outcome,
        outcome_known=True,
        outcome_level=a.level,
        favourable=a.favourable,
        verification=a.level,
        holdings=(holding,),
    )


def _situations(record: Precedent, library: Library, today: dt.date) -> list[tuple[str, Situation]]:
    """A situation in which the matcher chooses the record, and the same one the day before the ruling."""
    if record.decided is None or not is_matchable(record, record.holdings[0]):
        return []
    whole = dataclasses.replace(library, precedents={**library.precedents, record.id: record})
    for situation in _candidates(record, library, today):
        if matches(whole, record, situation):
            eve = (first_day(record.decided) - dt.timedelta(days=1)).isoformat()
            before = situation.model_copy(update={"as_of": eve})
            return [("applies", situation), ("does_not_apply", before)]
    return []


def _candidates(record: Precedent, library: Library, today: dt.date) -> Iterable[Situation]:
    holding = record.holdings[0]
    ground = library.grounds[holding.ground or ""]
    held_in = [record.requested_state, library.courts[record.court].state, "PL", "CA"]
    own = [f.id for f in library.forums.values() if f.system == library.courts[record.court].system]
    for forum in sorted(ground.forums, key=lambda name: (name not in own, name != "national_court")):
        for state in dict.fromkeys(code for code in held_in if code in library.states):
            yield Situation(
                requesting_state=record.requesting_state or "CN",
                requested_state=state,
                forum=forum,
                ground=ground.id,
                as_of=max(today, last_day(record.decided or "0001")).isoformat(),
                stance=holding.stance,
                profile=holding.only_for.profile[:1] if holding.only_for else (),
            )


def _head(p: Precedent) -> Iterable[str]:
    yield (
        "# A precedent. Lines that begin with # are notes for you; docs/add-a-precedent.md says what each field is.\n"
        "# Check it with: casebrief lint. Levels: primary (you read it in the source), secondary (in a reliable\n"
        "# other source), recalled (neither). Leave empty what you do not know; never guess a number.\n"
    )
    yield f"id: {as_yaml(p.id)}\ntitle: {as_yaml(p.title)}\n"
    yield f"short_title: {as_yaml(p.short_title)}  # how a brief names it the second time\n"
    yield f"court: {as_yaml(p.court)}\nkind: {p.kind}\n"
    yield (
        f"dockets:{as_list(p.dockets, '  ')}\n"
        if p.dockets
        else "dockets: []  # numbers of the case, one in each line\n"
    )
    if p.ecli:
        yield f"ecli: {p.ecli}\necli_derived: yes  # made by the rule of the Court from number and date\n"
    yield "# neutral_citation: '[2025] EWHC 449 (Admin)'\n"
    yield f"decided: {as_yaml(p.decided)}\ndecided_level: {p.decided_level}\n"
    yield "# final: '2025-06-30'\n# final_level: secondary\n"
    yield "status: unknown  # final, not-final or unknown\n"
    yield f"requesting_state: {as_yaml(p.requesting_state)}\nrequested_state: {as_yaml(p.requested_state)}\n"
    yield f"procedure: {p.procedure}\n"
    yield "# person:\n#   nationality: as published\n#   alleged_offence: in a few words; no birth date, no town\n"
    yield f"outcome: {as_yaml(p.outcome)}\noutcome_known: yes\noutcome_level: {p.outcome_level}\n"
    yield f"favourable: {as_yaml(p.favourable)}  # for the person: yes, no, mixed or unknown\n"
    yield f"verification: {p.verification}  # of court, name, number and date\n"


def _holding(h: Holding) -> Iterable[str]:
    yield "holdings:\n  # One block for each point of law. For the next one copy the block and count the number up.\n"
    yield f"  - id: {as_yaml(h.id)}\n    ground: {h.ground}\n    stance: {h.stance}\n"
    yield f"    proposition: {as_yaml(h.proposition)}\n    verification: {h.verification}\n"
    if h.pinpoints:
        at = h.pinpoints[0]
        yield f"    pinpoints:\n      - at: {as_yaml(at.at)}\n        level: {at.level}\n"
    else:
        yield "    # pinpoints:\n    #   - at: § 83\n    #     level: secondary\n"
    yield f"    rests_on: {h.rests_on}\n"
    if h.only_for:
        yield f"    only_for:\n      profile:{as_list(h.only_for.profile, '        ')}\n"
    if h.stance == "for":
        yield "    # distinguished: how the other side will say that this case is different\n"
    if h.answer:
        yield f"    answer: {as_yaml(h.answer)}\n"
    yield "# cites:\n#   - id: echr/liu-v-poland-2022\n"


def _proof(pairs: list[tuple[str, Situation]]) -> Iterable[str]:
    """The situations; where the matcher chose the record for none, the reader is told what to add."""
    for side, situation in pairs:
        what = "must" if side == "applies" else "must not"
        yield f"# A case in which this ruling {what} be chosen. Add one for each point: they are tests.\n{side}:\n"
        said = situation.model_dump(exclude_defaults=True)
        for n, (name, value) in enumerate(said.items()):
            begin = "  - " if n == 0 else "    "
            shown = as_list(value, "      ") if isinstance(value, tuple) else f" {as_yaml(str(value))}"
            yield f"{begin}{name}:{shown}\n"


def _source(a: PrecedentAnswers) -> Iterable[str]:
    yield f"sources:\n  - url: {as_yaml(a.url)}\n    level: {a.level}\n"
    yield "    # seen: what could be read there\n"
