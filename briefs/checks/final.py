"""What stands in the way of --final: a list that a person can work off."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefs.checks.keys import case_key
from briefs.errors import Problem
from briefs.facts import Situation
from briefs.models.case import Accepted
from briefs.models.checklist import Checklist
from briefs.models.match import MatchReport
from briefs.models.precedent import Holding
from briefs.render.schema import label_of

FACTS = "Missing facts"
RULES = "Rules of the body that are not met"
PINPOINTS = "Paragraph numbers that nobody has read"
SOURCES = "Sources that nobody has read"
ADVERSE = "Adverse authorities to decide"
_ASK = "Ask, do not guess."


def hindrances(
    s: Situation,
    forum: str,
    filing: str,
    report: MatchReport,
    holdings: Iterable[str],
    missing: Iterable[tuple[str, str]],
    drop_pinpoints: bool,
) -> list[Problem]:
    """Unverified propositions and pinpoints that are printed, adverse authorities without a decision, missing facts."""
    facts = [
        Problem(filing, f"{label}: write it under {case_key(path)}.", _ASK) for path, label in dict.fromkeys(missing)
    ]
    return [
        *_headed(FACTS, facts),
        *[
            replace(p, kind=PINPOINTS if ": pinpoint " in p.what else SOURCES)
            for p in _unverified(s, filing, holdings, drop_pinpoints)
        ],
        *_headed(ADVERSE, _undecided(s, forum, filing, report)),
    ]


def _headed(kind: str, problems: Iterable[Problem]) -> list[Problem]:
    return [replace(problem, kind=kind) for problem in problems]


def absent_facts(filing: str, absent: Iterable[str], printed: Iterable[tuple[str, str]]) -> list[Problem]:
    """Facts that the filing must have, and that stand in it nowhere as a gap because a condition left them out."""
    shown = {path for path, _ in printed}
    return [
        Problem(filing, f"{label_of(name)}: write it under {case_key(name)}.", _ASK, kind=FACTS)
        for name in absent
        if not any(path == name or path.startswith((f"{name}.", f"{name}[")) for path in shown)
    ]


def broken_rules(found: Checklist, accepted: Sequence[Accepted], final: bool) -> list[Problem]:
    """Rules that the written file breaks: a draft is told of its length only; a final filing of all that is missing.

    Counsel may accept a line by name (`accepted` in the case file): it is then recorded, and no hindrance.
    """
    said = {one.rule for one in accepted}
    return [
        Problem(
            found.filing,
            f"{item.text} Not met: {item.why}.",
            f"Rule: {item.rule or 'see the forum'} ({item.level}).",
            f"Mend it, or write under accepted: {{rule: {found.filing}/{item.key}, by: NAME, why: REASON}}.",
            RULES,
        )
        for item in found.items
        if item.status == "missing" and item.kind != "fact" and f"{found.filing}/{item.key}" not in said
        if final or item.kind == "length"
    ]


def _unverified(s: Situation, filing: str, holdings: Iterable[str], drop_pinpoints: bool) -> list[Problem]:
    problems = []
    for key in sorted(set(holdings)):
        precedent, holding = s.library.holdings[key]
        if "primary" not in {holding.verification} or precedent.verification != "primary":
            problems.append(
                Problem(
                    filing,
                    f"{key}: the proposition is {holding.verification}, the name, number and date "
                    f"are {precedent.verification}.",
                    "Nobody has read it in the source.",
                    f"Read the source, then: casebrief confirm {precedent.id} FILE --holding {key}",
                )
            )
        elif not drop_pinpoints and (bad := _open_pinpoints(holding)):
            problems.append(
                Problem(
                    filing,
                    f"{key}: pinpoint {', '.join(bad)} is not verified.",
                    fix=f"Confirm it (casebrief confirm {precedent.id} FILE), take it over in your own name "
                    f'(--accept "{key}={bad[0]}" --by NAME), or cite without it: --drop-pinpoints.',
                )
            )
    return problems


def _open_pinpoints(holding: Holding) -> list[str]:
    """Printed pinpoints that nobody has read and for which nobody answers."""
    return [p.at for p in holding.pinpoints if p.level == "secondary" and not p.accepted_by]


def _undecided(s: Situation, forum: str, filing: str, report: MatchReport) -> list[Problem]:
    adverse = {m.id for m in report.matches if m.kind == "precedent" and m.stance == "against" and m.forum == forum}
    return [
        Problem(
            filing,
            f"{key}: no decision whether to disclose it.",
            "Duties of disclosure differ by country.",
            "Write each under disclosure: in the case file, with yes or no behind it.",
        )
        for key in sorted(adverse)
        if key not in s.case.disclosure
    ]
