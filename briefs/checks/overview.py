"""What `check` looks at, gathered once: forums, terms, warnings, checklists, what is left out, open questions."""

from dataclasses import dataclass
from typing import Any

from briefs.checks.filings import before_writing
from briefs.facts import Situation
from briefs.forums.guard import cautions
from briefs.library.manifests import filing_manifests
from briefs.matching import match_case
from briefs.models.checklist import Checklist
from briefs.models.match import Caution, ForumAnswer, RaisedGround
from briefs.plan import NotWritten, bodies_seized, not_written, plan
from briefs.questions import Question, open_questions


@dataclass(frozen=True)
class Overview:
    """The answers to one case, before anything is written."""

    case: str
    as_of: str
    answers: tuple[ForumAnswer, ...]
    grounds: tuple[RaisedGround, ...]
    cautions: tuple[Caution, ...]
    checklists: tuple[Checklist, ...]
    left: tuple[NotWritten, ...]
    questions: tuple[Question, ...]

    def data(self) -> dict[str, Any]:
        """As plain data, in a stable order."""
        return {
            "format": 1,
            "case": self.case,
            "as_of": self.as_of,
            "forums": [a.model_dump(mode="json") for a in self.answers],
            "grounds": [g.model_dump(mode="json") for g in self.grounds],
            "cautions": [c.model_dump(mode="json") for c in self.cautions],
            "checklists": [c.model_dump(mode="json") for c in self.checklists],
            "not_written": [{"id": n.manifest.id, "why": n.why} for n in self.left],
            "questions": [q.model_dump() for q in self.questions],
        }


def overview(s: Situation) -> Overview:
    """Looks at one case as `build` would, and writes nothing."""
    manifests = filing_manifests(s.library)
    named = bool(s.case.filings)
    report = match_case(s, with_closed=named)
    planned = plan(s, manifests, report)
    return Overview(
        case=report.case,
        as_of=report.as_of,
        answers=report.forums,
        grounds=report.grounds,
        cautions=cautions(s, report.forums, bodies_seized(s, planned)),
        checklists=tuple(before_writing(s, planned, report)),
        left=tuple(not_written(s, manifests, report, {p.manifest.id for p in planned}, named)),
        questions=tuple(open_questions(s)),
    )
