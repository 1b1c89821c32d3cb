"""What stands in the way of --final: a list that a person can work off."""

from collections.abc import Iterable, Sequence

from briefs.checks.keys import case_key
from briefs.errors import Problem
from briefs.facts import Situation
from briefs.models.base import Verification, weakest
from briefs.models.brief import Brief, Submission
from briefs.models.case import Accepted
from briefs.models.checklist import Checklist
from briefs.models.evidence import Evidence
from briefs.models.match import Match, MatchReport
from briefs.models.precedent import Holding
from briefs.render.schema import label_of

FACTS = "Missing facts"
RULES = "Rules of the body that are not met"
PINPOINTS = "Paragraph numbers that nobody has read"
SOURCES = "Sources that nobody has read"
REPORTS = "Reports that nobody has read"
ADVERSE = "Adverse authorities to decide"
_ASK = "Ask, do not guess."


def hindrances(
    s: Situation,
    forum: str,
    filing: str,
    report: MatchReport,
    brief: Brief,
    cited: set[str],
    missing: Iterable[tuple[str, str]],
    drop_pinpoints: bool,
) -> list[Problem]:
    """Unverified propositions, findings and pinpoints that are printed, adverse authorities without a decision, missing
    facts."""
    argued = {submission.ground for submission in brief.submissions if cited & _keys(submission)}
    facts = [
        Problem(filing, f"{label}: write it under {case_key(path)}.", _ASK) for path, label in dict.fromkeys(missing)
    ]
    return [
        *_headed(FACTS, facts),
        *[
            p._replace(kind=PINPOINTS if ": pinpoint " in p.what else SOURCES)
            for p in _unverified(s, filing, _holdings(brief, cited), drop_pinpoints)
        ],
        *_headed(REPORTS, _unread_reports(s, filing, brief, cited)),
        *_headed(ADVERSE, _undecided(s, forum, filing, report, argued)),
    ]


def _headed(kind: str, problems: Iterable[Problem]) -> list[Problem]:
    return [problem._replace(kind=kind) for problem in problems]


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
            f"Mend it, or accepted: {{rule: {found.filing}/{item.key}, by: NAME, why: REASON}}.",
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


def _keys(submission: Submission) -> set[str]:
    """Keys of everything that the argument of one ground may cite."""
    a = submission.authorities
    said = (*a.own_courts, *a.leading, *a.comparable, *a.adverse, *submission.evidence, *submission.provisions)
    return {one.citation.key for one in said}


def _holdings(brief: Brief, cited: set[str]) -> list[str]:
    """Holdings that the written file cites as support."""
    slots = [one.authorities for one in brief.submissions]
    support = [a for slot in slots for part in (slot.own_courts, slot.leading, slot.comparable) for a in part]
    return [a.holding for a in support if a.id in cited]


def _unread_reports(s: Situation, filing: str, brief: Brief, cited: set[str]) -> list[Problem]:
    """Findings printed as support that nobody has seen in the document, and for which nobody answers by name."""
    printed = [e for part in (*brief.submissions, *brief.arguments) for e in part.evidence]
    printed = [e for e in printed if e.citation.key in cited]
    taken = {one.rule for one in s.case.accepted}
    found = {}
    for item in printed:
        record = s.library.evidence[item.id]
        level = _level_of(record, item.finding, s)
        if level != "primary" and f"evidence/{item.id}" not in taken:
            found.setdefault(
                (item.id, item.finding), f"evidence/{item.id}: '{_short(item.finding)}' is {level} ({record.title})."
            )
    return [
        Problem(
            filing,
            what,
            "Open the document and compare what the filing says of it.",
            "Then casebrief eject ID, and set the level and the source in your copy; or take it over by name under "
            "accepted: {rule: evidence/ID, by: NAME, why: REASON}.",
        )
        for what in found.values()
    ]


def _level_of(record: Evidence, words: str, s: Situation) -> Verification:
    levels = [f.verification for one in record.findings if (f := one.told_on(s.day)).text == words]
    return weakest(record.verification, *levels)


def _short(words: str) -> str:
    return words if len(words) <= 90 else f"{words[:90].rsplit(' ', 1)[0]} …"


def _undecided(s: Situation, forum: str, filing: str, report: MatchReport, argued: set[str]) -> list[Problem]:
    """Only where the filing argues the ground: a form or a letter has no place for a contrary authority."""
    against = [m for m in report.matches if m.kind == "precedent" and m.stance == "against"]
    adverse = {m.id for m in against if m.forum == forum and m.ground in argued}
    return [
        Problem(
            filing,
            f"{key}: yes|no   # {s.library.precedents[key].short_title}: {_grounds_of(s, key, against)}",
            "Write these lines under disclosure: with yes (the filing discloses and answers it) or no.",
            "Duties of disclosure differ by country. The report tells what each holds and our answer.",
        )
        for key in sorted(adverse)
        if key not in s.case.disclosure
    ]


def _grounds_of(s: Situation, key: str, against: list[Match]) -> str:
    return ", ".join(sorted({s.library.grounds[m.ground].title for m in against if m.id == key}))
