"""Which filings a build writes, and which of them go to the folder that is filed.

Two bodies that exclude each other are never both written into to-file/: the case names the elected one.
"""

from dataclasses import dataclass
from typing import Any

from briefs.errors import CaseError, Problem
from briefs.facts import Situation
from briefs.forums.progress import body_of
from briefs.models.case import Case
from briefs.models.match import ForumAnswer, MatchReport
from briefs.models.template import FilingManifest


@dataclass(frozen=True)
class Planned:
    """One filing to be written. `note` says for counsel where it goes and why."""

    manifest: FilingManifest
    to_file: bool
    note: str


def plan(
    s: Situation,
    manifests: dict[str, FilingManifest],
    report: MatchReport,
    asked: tuple[str, ...] = (),
    every: bool = False,
) -> list[Planned]:
    """The filings of a build, in the order of their ids. Raises CaseError for an unknown filing."""
    unknown = [key for key in asked if key not in manifests]
    if unknown:
        raise CaseError(Problem("--filing", f"there is no filing '{unknown[0]}'.", fix="See: casebrief list filings"))
    answers = {answer.id: answer for answer in report.forums}
    wanted = _wanted(s, manifests, answers, asked, every)
    bodies = {b for m in wanted if (b := _body(s, m)) in {"ecthr", "cat", "hrc", "ced"}}
    elected = body_of(s.case.proceedings.elected_body) or (next(iter(bodies)) if len(bodies) == 1 else None)
    return [_planned(s, manifest, answers[manifest.forum], bodies, elected) for manifest in wanted]


def _wanted(
    s: Situation,
    manifests: dict[str, FilingManifest],
    answers: dict[str, ForumAnswer],
    asked: tuple[str, ...],
    every: bool,
) -> list[FilingManifest]:
    if every:
        return list(manifests.values())
    chosen = asked or s.case.filings
    if chosen:
        return [manifests[key] for key in sorted(set(chosen)) if key in manifests]
    return [m for m in manifests.values() if answers[m.forum].status != "closed" and _by_itself(s, m)]


def _by_itself(s: Situation, manifest: FilingManifest) -> bool:
    """Letters, forms and kits are written on request; a filing of one stage only when the case is at that stage; one
    that would be empty without a fact, such as a deletion request without a notice, only when the fact is known."""
    at_stage = not manifest.stages or s.stage in manifest.stages
    return not manifest.on_request and at_stage and all(_known(s.case, key) for key in manifest.when_known)


def _known(case: Case, path: str) -> bool:
    value: Any = case
    for step in path.split("."):
        value = getattr(value, step, None)
    return bool(value)


def _body(s: Situation, manifest: FilingManifest) -> str | None:
    return s.library.forums[manifest.forum].international_procedure


def _planned(
    s: Situation, manifest: FilingManifest, answer: ForumAnswer, bodies: set[str], elected: str | None
) -> Planned:
    body = _body(s, manifest)
    if manifest.counsel_only:
        return Planned(manifest, False, "A paper for counsel only: it is never filed.")
    if body in {"ecthr", "cat", "hrc", "ced"} and (elected or len(bodies) > 1) and elected != body:
        why = (
            f"the case file elects another body ({s.case.proceedings.elected_body})"
            if elected
            else "several bodies that exclude each other are open; name one under proceedings.elected_body"
        )
        return Planned(manifest, False, f"Annotated copy only: {why}.")
    state = {
        "open": "The forum is open.",
        "not_yet": "The forum is not open yet: see the reasons.",
        "check": "Whether the forum is open must be checked: see the reasons.",
        "closed": "THE FORUM IS CLOSED; the first page says so.",
    }[answer.status]
    return Planned(manifest, True, state)
