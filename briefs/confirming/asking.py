"""What is asked: for each pinpoint of a record our proposition beside the paragraph, and who answers."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from briefs.confirming.judgment import Judgment, Passage, passage, unchanged
from briefs.errors import BriefError, DocumentError, Problem
from briefs.models.confirmation import Acceptance, Confirmation
from briefs.models.precedent import Holding, Precedent
from briefs.reading.text_tree import describe_character, forbidden_character


@dataclass(frozen=True)
class Question:
    """One pinpoint of one holding with the text that stands there."""

    holding: Holding
    at: str
    level: str
    passage: Passage


@dataclass(frozen=True)
class Asked:
    """What can be asked, and why the rest cannot."""

    questions: tuple[Question, ...]
    refused: tuple[Problem, ...]


def questions(
    judgment: Judgment, wanted: Iterable[str], added: dict[str, str], before: tuple[Confirmation, ...]
) -> Asked:
    """All pinpoints of the wanted holdings (all, if none is named), and those that the reader adds by holding."""
    chosen, found, refused = set(wanted) | set(added), [], []
    for holding in judgment.precedent.holdings:
        if chosen and holding.id not in chosen:
            continue
        places = {p.at: p.level for p in holding.pinpoints}
        if holding.id in added:
            places = {_cited(added[holding.id], judgment.precedent): "named by you"}
        if not places and holding.id in chosen:
            refused.append(_no_pinpoint(holding))
        for at, level in places.items():
            try:
                text = passage(judgment, at)
                unchanged(judgment, at, text, (c for c in before if c.holding == holding.id))
                found.append(Question(holding, at, level, text))
            except DocumentError as reason:
                refused += [_named(problem, holding) for problem in reason.problems]
    return Asked(tuple(found), tuple(refused))


def answered(
    question: Question, judgment: Judgment, answer: Literal["yes", "no"], by: str, on: dt.date
) -> Confirmation:
    """The confirmation to be kept."""
    return Confirmation(
        holding=question.holding.id,
        at=question.at,
        answer=answer,
        proposition=question.holding.proposition,
        by=by,
        on=on.isoformat(),
        paragraph_sha256=question.passage.sha256,
        source=judgment.source,
    )


def acceptance(precedent: Precedent, holding: str, at: str, by: str, on: dt.date) -> Acceptance:
    """A pinpoint taken over unread. Raises DocumentError where the record holds no such pinpoint."""
    found = next((h for h in precedent.holdings if h.id == holding), None)
    places = [p.at for p in found.pinpoints] if found else []
    if at not in places:
        raise DocumentError(
            Problem(
                f"{holding}={at}",
                "the record holds no such pinpoint.",
                "Only what stands in the record can be taken over.",
                f"Pinpoints of {holding}: {', '.join(places) or 'none'}.",
            )
        )
    return Acceptance(holding=holding, at=at, by=by, on=on.isoformat())


def checked_name(by: str, what: str) -> str:
    """A name that can be written and read back exactly. Raises BriefError."""
    bad = next((c for c in by if forbidden_character(c, single_line=True)), None)
    if bad or len(by.strip()) < 2:
        why = f"holds {describe_character(bad)}" if bad else "is empty"
        raise BriefError(Problem(what, f"{why}.", "It is kept in the confirmation.", "Write it without that."))
    return by.strip()


def _cited(number: str, precedent: Precedent) -> str:
    """'83' as the records of this kind cite it: '§ 83', 'para. 9.4', '[83]'."""
    if not number.replace(".", "").isdigit():
        return number
    forms = [p.at for h in precedent.holdings for p in h.pinpoints]
    if any(form.startswith("[") for form in forms):
        return f"[{number}]"
    return f"§ {number}" if precedent.court in {"echr", "ecommhr"} else f"para. {number}"


def _no_pinpoint(holding: Holding) -> Problem:
    return Problem(
        holding.id, "the record names no paragraph.", fix=f"Find it in the text, then: --at {holding.id}=NUMBER"
    )


def _named(problem: Problem, holding: Holding) -> Problem:
    return Problem(f"{holding.id}: {problem.where}", problem.what, problem.why, problem.fix)
