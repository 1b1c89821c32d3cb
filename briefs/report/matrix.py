"""Grounds against what carries them: rulings for and against, reports, facts of this person; holes are named."""

from typing import Any

from briefs.facts import Situation
from briefs.models.match import Match, MatchReport


def matrix(s: Situation, report: MatchReport) -> list[dict[str, Any]]:
    """One row for each raised ground, in the order of the submissions."""
    on_ground: dict[str, list[Match]] = {}
    for match in report.matches:
        on_ground.setdefault(match.ground, []).append(match)
    return [_row(s, on_ground.get(ground.id, []), ground.id) for ground in report.grounds if ground.raised]


def _row(s: Situation, here: list[Match], ground: str) -> dict[str, Any]:
    rulings = {m.id: m for m in here if m.kind == "precedent" and m.stance == "for"}
    against = {m.id: m for m in here if m.kind == "precedent" and m.stance == "against"}
    facts = [c for c in s.case.circumstances if ground in c.tags]
    row = {
        "ground": ground,
        "rulings": len(rulings),
        "strong": sum(m.weight in {"binding", "leading"} for m in rulings.values()),
        "primary": sum(m.verification == "primary" for m in rulings.values()),
        "against": len(against),
        "unanswered": sum(m.answer is None for m in against.values()),
        "undecided": sum(key not in s.case.disclosure for key in against),
        "reports": len({m.id for m in here if m.kind == "evidence"}),
        "provisions": len({m.id for m in here if m.kind == "provision"}),
        "facts": len(facts),
        "proved": sum(bool(c.source and c.source.exhibit) for c in facts),
    }
    return {**row, "holes": list(_holes(row))}


def _holes(row: dict[str, Any]) -> list[str]:
    holes = [
        (not row["rulings"], "no ruling for it in the library"),
        (row["rulings"] and not row["strong"], "no leading or binding ruling"),
        (row["rulings"] and not row["primary"], "no ruling read in its source"),
        (row["unanswered"], f"{row['unanswered']} adverse without an answer"),
        (not row["facts"], "no fact of this person"),
        (row["facts"] > row["proved"], f"{row['facts'] - row['proved']} facts without an exhibit"),
        (not row["reports"], "no report"),
    ]
    return [words for hole, words in holes if hole]
