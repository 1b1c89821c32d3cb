"""Which filings a build writes, which of them go to the folder that is filed, and why the others are not written.

Two bodies that exclude each other are never both written into to-file/: the case names the elected one.
"""

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from briefs.errors import CaseError, Problem
from briefs.facts import Situation
from briefs.forums.progress import body_of
from briefs.models.case import Case
from briefs.models.match import ForumAnswer, MatchReport
from briefs.models.template import FilingManifest, in_urgent_form

_STOPS = ("ecthr_rule39", "cat_art22", "hrc_op1", "special_procedures")
_OPENNESS = {"open": 0, "check": 1, "not_yet": 1, "closed": 2}
_WORDS = {"open": "It is open.", "check": "Whether it is open must be checked.", "not_yet": "It is not open yet."}
EXCLUSIVE = frozenset({"ecthr", "cat", "hrc", "ced"})
"""Bodies before which the same matter may stand only once."""


class Planned(NamedTuple):
    """One filing to be written. `note` says for counsel where it goes and why."""

    manifest: FilingManifest
    to_file: bool
    note: str


class NotWritten(NamedTuple):
    """A filing of the library that this build leaves out, and the rule that left it out."""

    manifest: FilingManifest
    why: str


def plan(
    s: Situation,
    manifests: dict[str, FilingManifest],
    report: MatchReport,
    asked: tuple[str, ...] = (),
    every: bool = False,
) -> list[Planned]:
    """The filings of a build, in the order of their ids. Raises CaseError for an unknown filing."""
    unknown = [key for key in (*asked, *s.case.filings) if key not in manifests]
    if unknown:
        where = "--filing" if unknown[0] in asked else "filings"
        raise CaseError(Problem(where, f"there is no filing '{unknown[0]}'.", fix="See: casebrief list filings"))
    answers = {answer.id: answer for answer in report.forums}
    wanted = _wanted(s, manifests, answers, asked, every)
    bodies = {b for m in wanted if (b := body_seized(s, m)) in EXCLUSIVE}
    elected = body_of(s.case.proceedings.elected_body) or (next(iter(bodies)) if len(bodies) == 1 else None)
    guarded = _court_may_close(s, elected, bodies) and not (asked or s.case.filings)
    return [_planned(s, manifest, answers[manifest.forum], bodies, elected, guarded) for manifest in wanted]


def urgent(s: Situation, manifests: dict[str, FilingManifest], report: MatchReport) -> tuple[FilingManifest, str]:
    """The filing that can stop a removal soonest, and why it is this one. CaseError where the library has none.

    The elected body comes first; then the body that is most open; Strasbourg before the Committees where both are.
    """
    answers = {answer.id: answer for answer in report.forums}
    elected = body_of(s.case.proceedings.elected_body)
    rank = {forum: n for n, forum in enumerate(_STOPS)}
    able = [m for m in manifests.values() if m.urgent and m.forum in rank and answers[m.forum].status != "closed"]
    able.sort(
        key=lambda m: (
            elected is None or body_seized(s, m) != elected,
            m.forum not in _STOPS[:3],
            _OPENNESS[answers[m.forum].status],
            rank[m.forum],
        )
    )
    if not able:
        raise CaseError(Problem("--urgent", "no body that could stop the removal is open to this case, see: check."))
    chosen = in_urgent_form(able[0])
    said = " ".join(reason.text for reason in answers[chosen.forum].reasons)
    if elected and body_seized(s, chosen) == elected:
        return chosen, f"The case file elects it. {said}"
    if chosen.forum not in _STOPS[:3]:
        return chosen, f"No body that indicates interim measures is open; a letter may still move a government. {said}"
    return chosen, f"{_WORDS[answers[chosen.forum].status]} {said}"


def not_written(
    s: Situation, manifests: dict[str, FilingManifest], report: MatchReport, written: Collection[str], named: bool
) -> list[NotWritten]:
    """Every filing of the library that is not among those `written`, with its reason. `named`: some were asked for."""
    answers = {answer.id: answer for answer in report.forums}
    return [
        NotWritten(m, "Not among the filings named." if named else _why_not(s, m, answers[m.forum]))
        for key, m in manifests.items()
        if key not in written
    ]


def body_seized(s: Situation, manifest: FilingManifest) -> str | None:
    """The international body before which this filing puts the matter; null for a form, a letter, an urgent appeal."""
    if manifest.counsel_only or manifest.addressee or not manifest.seizes:
        return None
    return s.library.forums[manifest.forum].international_procedure


def bodies_seized(s: Situation, planned: Iterable[Planned]) -> set[str]:
    """All bodies before which the filings of a build put the matter, annotated copies included."""
    return {body for one in planned if (body := body_seized(s, one.manifest))}


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
        return [manifests[key] for key in sorted(set(chosen))]
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


def _why_not(s: Situation, manifest: FilingManifest, answer: ForumAnswer) -> str:
    if manifest.on_request:
        return f"Written when it is asked for: --filing {manifest.id}."
    if answer.status == "closed":
        return "The forum is closed: " + " ".join(r.text for r in answer.reasons)
    lacking = [key for key in manifest.when_known if not _known(s.case, key)]
    if lacking:
        return f"Written when the case file says {', '.join(lacking)}. Now: --filing {manifest.id}."
    stages = s.library.vocabulary.get("stages", {})
    wanted = ", ".join((stages.get(key) or {}).get("words") or key for key in manifest.stages)
    now = f"the file says: {(stages.get(s.stage) or {}).get('words')}" if s.stage else "the file names no stage"
    return f"Written at another stage ({wanted}); {now}. Now: --filing {manifest.id}."


def _court_may_close(s: Situation, elected: str | None, bodies: set[str]) -> bool:
    """Whether a regular communication about detention could close Strasbourg, which is elected or still open."""
    return s.is_party("echr") is not False and (elected == "ecthr" or (elected is None and "ecthr" in bodies))


def _planned(
    s: Situation,
    manifest: FilingManifest,
    answer: ForumAnswer,
    bodies: set[str],
    elected: str | None,
    guarded: bool,
) -> Planned:
    body = body_seized(s, manifest)
    if manifest.counsel_only:
        return Planned(manifest, False, "A paper for counsel only: it is never filed.")
    if body in EXCLUSIVE and (elected or len(bodies) > 1) and elected != body:
        why = (
            f"the case file elects another body ({s.case.proceedings.elected_body})"
            if elected
            else "several bodies that exclude each other are open; name one under proceedings.elected_body"
        )
        return Planned(manifest, False, f"Annotated copy only: {why}.")
    if body == "wgad" and guarded:
        why = "it may close the way to the European Court of Human Rights (article 35 § 2 (b) ECHR; recalled)"
        return Planned(manifest, False, f"Annotated copy only: {why}. To file it all the same: --filing {manifest.id}.")
    state = {
        "open": "The forum is open.",
        "not_yet": "The forum is not open yet: see the reasons.",
        "check": "Whether the forum is open must be checked: see the reasons.",
        "closed": "THE FORUM IS CLOSED; the first page says so.",
    }[answer.status]
    return Planned(manifest, True, state)
