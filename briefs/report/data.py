"""report.json: everything that stands behind a build, as plain data in a stable order."""

from typing import Any

from briefs.errors import Problem
from briefs.facts import Situation
from briefs.forums.deadlines import numbered
from briefs.models.law import Forum, in_force
from briefs.models.match import MatchReport
from briefs.questions import open_questions
from briefs.report.matches import grouped
from briefs.report.matrix import matrix
from briefs.report.timeline import timeline

_LODGING = ("who", "against", "channel", "languages", "length", "incomplete")
_SAID = {
    "channel": "By which channel it is sent is not in the library: ask the body, or look at its page, on the day.",
    "languages": "In which languages it is taken is not in the library: ask.",
    "length": "Whether there is a limit of length is not in the library: ask.",
}


def report_data(
    situation: Situation,
    report: MatchReport,
    filings: list[dict[str, Any]],
    problems: list[Problem],
    warnings: tuple[Problem, ...],
) -> dict[str, Any]:
    """`filings`: one mapping for each filing written, as made by `briefs.build`."""
    library = situation.library
    return {
        **report.model_dump(mode="json", exclude={"matches"}),
        "matches": grouped(report.matches),
        "privileged": "Counsel only. Not for filing.",
        "questions": [question.model_dump() for question in open_questions(situation)],
        "warnings": [warning.line() for warning in warnings],
        "problems": [problem.line() for problem in problems],
        "terms": [
            {"label": label, "forum": forum, **term.model_dump(mode="json")}
            for label, forum, term in numbered(report.forums)
        ],
        "timeline": timeline(situation, report),
        "matrix": matrix(situation, report),
        "filings": filings,
        "readers": {f.id: {"readers": list(f.readers), "note": f.readers_note} for f in library.forums.values()},
        "lodging": {f.id: _lodging(situation, f) for f in library.forums.values()},
        "counter_arguments": _counters(situation, report),
        "disclosure": _disclosure(situation, report),
        "read": _read(situation, report),
    }


def _lodging(situation: Situation, forum: Forum) -> list[dict[str, str]]:
    """How a body is reached, in the rules as they stood at the date of the case; what no rule tells is said."""
    lines = []
    for name in _LODGING:
        rules = [rule for rule in getattr(forum, name) if in_force(rule, situation.as_of)]
        lines += [{"about": name, "text": rule.text, "level": rule.level} for rule in rules]
        if not rules and name in _SAID:
            lines.append({"about": name, "text": _SAID[name], "level": "recalled"})
    return lines


def _counters(situation: Situation, report: MatchReport) -> list[dict[str, Any]]:
    """Claims of the other side on the raised grounds, with our replies."""
    raised = {ground.id for ground in report.grounds if ground.raised}
    return [
        {"id": a.id, "claim": a.thesis, "reply": a.reply, "verification": a.verification}
        for a in situation.library.arguments.values()
        if a.side == "theirs"
        and (not a.requesting_states or situation.requesting in a.requesting_states)
        and (not a.grounds or raised & set(a.grounds))
    ]


def _read(situation: Situation, report: MatchReport) -> list[dict[str, Any]]:
    """Who read which paragraph of the matched authorities, when, in which file, and what the answer was."""
    library, found = situation.library, []
    for key in sorted({m.holding for m in report.matches if m.holding}):
        for entries, stale in ((library.confirmed, False), (library.stale, True)):
            for c in entries.get(key, ()):
                who = {"holding": key, "at": c.at, "answer": c.answer, "by": c.by, "on": c.on, "stale": stale}
                found.append({**who, "file": c.source.file, "sha256": c.source.sha256})
        for a in library.accepted.get(key, ()):
            found.append({"holding": key, "at": a.at, "answer": "unread", "by": a.by, "on": a.on, "stale": False})
    return found


def _disclosure(situation: Situation, report: MatchReport) -> list[dict[str, Any]]:
    """Each adverse authority with what counsel decided: disclose, do not disclose, or still to decide."""
    adverse: dict[str, dict[str, Any]] = {}
    for match in report.matches:
        if match.kind == "precedent" and match.stance == "against":
            one = adverse.setdefault(match.id, {"id": match.id, "cite": match.cite, "grounds": [], "answered": True})
            one["grounds"] = sorted({*one["grounds"], match.ground})
            one["answered"] = one["answered"] and match.answer is not None
    said = situation.case.disclosure
    return [
        {**one, "disclose": {True: "yes", False: "no"}.get(said.get(key), "to decide")}
        for key, one in sorted(adverse.items())
    ]
