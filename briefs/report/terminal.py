"""What the commands print: short lines that can be read at midnight."""

from collections.abc import Callable, Iterable

from briefs.facts import Situation
from briefs.models.match import ForumAnswer, Match, MatchReport
from briefs.questions import Question

WORDS = {"open": "open", "closed": "CLOSED", "not_yet": "not yet", "check": "check"}


def forum_lines(answers: Iterable[ForumAnswer], situation: Situation) -> Iterable[str]:
    """Each forum with its answer, its reasons and its terms."""
    for answer in answers:
        yield f"{WORDS[answer.status]:8} {situation.library.forums[answer.id].name}  [{answer.id}]"
        for reason in answer.reasons:
            yield f"           {reason.text}"
        for term in answer.deadlines:
            left = f" ({term.days_left} days left)" if term.days_left is not None else ""
            yield f"           by {term.last_day or 'ask'}{left}: {term.text} [{term.rule}; {term.level}]"


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
    yield f"  {side} {match.cite}  [{match.weight}, {match.verification}]"
    yield f"          {match.proposition}"
    yield "          Why: " + " ".join(reason.text for reason in match.reasons)
    if match.stance == "against":
        yield f"          Our answer: {match.answer or 'none is prepared.'}"
    if match.remark:
        yield f"          Say: {match.remark}."


def rule_lines(answers: Iterable[ForumAnswer], situation: Situation) -> Iterable[str]:
    """The admissibility list of each forum that is not closed, with its rule and level."""
    for answer in answers:
        forum = situation.library.forums[answer.id]
        if answer.status == "closed" or not forum.checklist:
            continue
        yield f"  {forum.short_name}"
        for rule in forum.checklist:
            yield f"    ask  {rule.text} ({rule.rule or 'no rule seen'}; {rule.level})"
