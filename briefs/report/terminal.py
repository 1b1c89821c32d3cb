"""What the commands print: short lines that can be read at midnight."""

import datetime as dt
import textwrap
from collections.abc import Callable, Iterable, Sequence

from briefs.checks.final import ADVERSE, FACTS, PINPOINTS, REPORTS, RULES, SOURCES
from briefs.checks.overview import Overview
from briefs.errors import Problem, amount
from briefs.facts import Situation
from briefs.forums.deadlines import numbered
from briefs.models.checklist import CheckItem, Checklist
from briefs.models.match import Caution, ForumAnswer, Match, MatchReport
from briefs.plan import NotWritten
from briefs.questions import Question
from briefs.report.days import by_the_clock, counted

REMOVAL = "proceedings.removal_scheduled"
WORDS = {"open": "open", "closed": "CLOSED", "not_yet": "not yet", "check": "check"}


def overview_lines(seen: Overview, situation: Situation, now: dt.datetime, every: bool = False) -> Iterable[str]:
    """Everything `check` says, in the order in which one acts on it. `every`: also the lines that are met or do not
    apply, and each filing that is not written now. `now` knows its zone."""
    yield "Deadlines"
    yield from term_lines(seen.answers, situation, now)
    if not any(answer.deadlines for answer in seen.answers):
        yield "  None is computed and none has to be asked on these facts."
    if any(question.field == REMOVAL for question in seen.questions):
        yield f"  The clock of a removal runs only from its day and hour: write them under {REMOVAL}."
    yield ""
    yield f"Open questions: {len(seen.questions)}"
    yield from question_lines(seen.questions)
    if seen.cautions:
        yield ""
        yield "Before you choose a body"
        yield from caution_lines(seen.cautions)
    yield ""
    yield "Forums"
    yield from forum_lines(seen.answers, situation)
    yield ""
    yield "Checklists (ask: only a person can answer; national law is always asked)"
    yield from checklist_lines(seen.checklists, short=not every)
    yield from _not_now(seen.left, every)


def _not_now(left: Sequence[NotWritten], every: bool) -> Iterable[str]:
    if not left:
        return
    yield ""
    if every:
        yield f"Not written now: {amount(len(left), 'filing')}"
        for one in left:
            yield from _wrapped(f"{one.manifest.id}: {one.why}", "  ", "    ")
    else:
        number = amount(len(left), "filing")
        yield f"Not written now: {number}. Which, why, and what is met above: casebrief check CASE --all"


def forum_lines(answers: Iterable[ForumAnswer], situation: Situation) -> Iterable[str]:
    """Each forum with its answer and its reasons."""
    for answer in answers:
        yield f"{WORDS[answer.status]:8} {situation.library.forums[answer.id].name}  [{answer.id}]"
        for reason in answer.reasons:
            yield f"           {reason.text}"


def question_lines(questions: Iterable[Question]) -> Iterable[str]:
    """Each open question with the field that takes the answer."""
    for question in questions:
        yield f"  {question.ask}  ({question.field})"


def match_lines(report: MatchReport, situation: Situation) -> Iterable[str]:
    """Authorities by forum and ground, for and against, each with its reasons."""
    place = None
    for match in report.matches:
        if match.kind != "precedent":
            continue
        here = (match.forum, match.ground)
        if here != place:
            place = here
            yield ""
            yield f"{situation.library.forums[match.forum].short_name}: {situation.library.grounds[match.ground].title}"
        yield from _authority_lines(match)


def document_lines(report: MatchReport, situation: Situation) -> Iterable[str]:
    """Country material by ground, each document once, with both its edges."""
    ground, told = None, set()
    for match in sorted((m for m in report.matches if m.kind == "evidence"), key=_by_ground(situation)):
        if (match.ground, match.id, match.stance) in told:
            continue
        told.add((match.ground, match.id, match.stance))
        if match.ground != ground:
            ground = match.ground
            yield ""
            yield f"Country material: {situation.library.grounds[ground].title}"
        yield f"  {'for    ' if match.stance == 'for' else 'AGAINST'} {match.cite}  [{match.verification}]  {match.id}"
        yield f"          {match.proposition}"
        for reason in match.reasons:
            if reason.code != "about-requesting-state":
                yield f"          {reason.text}"


def _by_ground(situation: Situation) -> Callable[[Match], tuple]:
    grounds = situation.library.grounds
    return lambda m: (grounds[m.ground].order, m.ground, m.stance != "for")


def _authority_lines(match: Match) -> Iterable[str]:
    side = "for    " if match.stance == "for" else "AGAINST"
    layer = "" if match.layer == "shipped" else f"; from {match.layer}"
    yield f"  {side} {match.cite}  [{match.weight}, {match.verification}{layer}]"
    yield f"          {match.proposition}"
    yield "          Why: " + " ".join(reason.text for reason in match.reasons)
    if match.stance == "against":
        yield f"          Our answer: {match.answer or 'none is prepared.'}"
    if match.remark:
        yield f"          Say: {match.remark}."


def term_lines(answers: Iterable[ForumAnswer], situation: Situation, now: dt.datetime) -> Iterable[str]:
    """Each term with its last day, the days left from the date of the file and from now, its count and its rule."""
    for label, forum, term in numbered(answers):
        by = "body's term" if term.theirs else "last day"
        head = f"{by} {term.last_day}" if term.last_day else "ASK"
        if term.at:
            head += f", {term.at}"
        yield f"  {label:4} {head}  [{situation.library.forums[forum].short_name}]"
        if term.last_day:
            left = by_the_clock(term.last_day, term.at, now)
            if situation.as_of != now.date().isoformat():
                left = f"{counted(term.days_left or 0, term.at, situation.as_of)}; {left}"
            yield f"       {left}"
        yield from _wrapped(term.text, "       ")
        yield from _wrapped(f"Counted from the {term.counted}. Rule: {term.rule} ({term.level}).", "       ")
        yield from _wrapped(term.service or "", "       ")


def caution_lines(found: Iterable[Caution]) -> Iterable[str]:
    """Warnings that one step would close another door."""
    for one in found:
        yield from _wrapped(f"{one.text} [{one.rule}; {one.level}]", "  ")


_ORDER = {kind: n for n, kind in enumerate((FACTS, RULES, ADVERSE, PINPOINTS, SOURCES, REPORTS))}
_SHOWN = 4


def work_lines(problems: Iterable[Problem]) -> Iterable[str]:
    """What stands in the way of --final as a list to work off: by kind, the same thing once with all its filings."""
    grouped: dict[str, dict[tuple[str, str, str], list[str]]] = {}
    for p in problems:
        # What is to be written for several filings is printed once, with FILING in place of their names.
        fix = p.fix.replace(f"rule: {p.where}/", "rule: FILING/")
        grouped.setdefault(p.kind or "Other findings", {}).setdefault((p.what, p.why, fix), []).append(p.where)
    number = 0
    for kind, found in sorted(grouped.items(), key=lambda pair: _ORDER.get(pair[0], 9)):
        yield f"{kind}: {len(found)}"
        whys, fixes = {why for _, why, _ in found}, {fix for _, _, fix in found}
        once = " ".join(part for parts in (whys, fixes) if len(parts) == 1 for part in parts if part)
        yield from _wrapped(once, "  ")
        for (what, why, fix), places in found.items():
            number += 1
            own = " ".join(part for part, parts in ((why, whys), (fix, fixes)) if part and len(parts) > 1)
            text = f"{number:3}. [ ] {what} {own}".rstrip()
            yield from _wrapped(f"{text} ({_places(places, kind == RULES)})", "  ", "          ")
        yield ""


def _places(places: list[str], each: bool) -> str:
    """The filings that wait for one thing; of many only their number, unless `each` has to be named."""
    names = list(dict.fromkeys(places))
    return ", ".join(names) if each or len(names) <= _SHOWN else f"{len(names)} filings"


_SIGNS = {"met": "met    ", "missing": "MISSING", "not_applicable": "n/a    ", "ask": "ask    "}


def checklist_lines(lists: Iterable[Checklist], short: bool = False) -> Iterable[str]:
    """Each filing with its lines; `short` leaves out what is met or not applicable and counts it.

    Lines that several filings of one forum share are printed once.
    """
    held = list(lists)
    for forum in dict.fromkeys(one.forum for one in held):
        group = [one for one in held if one.forum == forum]
        common = [item for item in group[0].items if len(group) > 1 and all(item in one.items for one in group)]
        yield from _counts(group)
        yield from _items(common, short)
        for one in group:
            own = list(_items([item for item in one.items if item not in common], short))
            if common and own:
                yield f"    {one.filing} alone:"
            yield from own


def _counts(group: list[Checklist]) -> Iterable[str]:
    for one in group:
        counts = f"{one.count('met')} met, {one.count('missing')} missing, {one.count('ask')} to ask"
        aside = one.count("not_applicable")
        yield f"  {one.filing}: {counts}{f', {aside} not applicable' if aside else ''}"


def _items(items: list[CheckItem], short: bool) -> Iterable[str]:
    shown = [item for item in items if not short or item.status in {"missing", "ask"}]
    for item in sorted(shown, key=lambda item: item.status != "missing") if short else shown:
        why = f" – {item.why}" if item.why else ""
        yield from _wrapped(f"{_SIGNS[item.status]} {item.text}{why} ({_rule(item)})", "    ", "            ")


def _rule(item: CheckItem) -> str:
    return f"{item.rule}; {item.level}" if item.rule else item.level


def _wrapped(text: str, indent: str, further: str | None = None) -> list[str]:
    return textwrap.wrap(
        text,
        110,
        initial_indent=indent,
        subsequent_indent=further or indent + "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
