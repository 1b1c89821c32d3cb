"""The questions for a new precedent, new country material and a new court, and how each answer is checked."""

import re
from collections.abc import Callable
from typing import get_args

from briefs.cli.asking import Question, filled, one_of, rows, sentence, several
from briefs.library import Library
from briefs.library.faults import state_code, state_fix
from briefs.library.links import names_of_states
from briefs.lint.numbers import docket_fault
from briefs.models.base import last_day
from briefs.models.evidence import Evidence
from briefs.models.law import Court
from briefs.models.precedent import Kind, Precedent

LEVELS = {
    "primary": "I read the decision or the document itself",
    "secondary": "I read a press release, a report or a comment about it",
    "recalled": "neither: somebody told me, or I remember it",
}
RESTS_ON = {
    "rule": "a test of law, good for any requesting state",
    "method": "how a court has to examine, good for any requesting state",
    "conditions": "a finding about this one requesting state",
    "stay": "an interim measure only",
    "facts": "it turned on this person's file",
}
KINDS = get_args(Kind)
PROCEDURES = get_args(Precedent.model_fields["procedure"].annotation)
BODIES = get_args(Evidence.model_fields["body_kind"].annotation)
SYSTEMS = get_args(Court.model_fields["system"].annotation)
SIDES = {"for": "it helps the person", "against": "it hurts the person"}
Asked = list[tuple[str, Question]]


def court_question(library: Library, target: str | None) -> Question:
    """Who decided; a name before the slash of the target is offered."""
    known = {key: court.name for key, court in library.courts.items()}
    first = (target or "").partition("/")[0]

    def check(word: str) -> str:
        try:
            return one_of(known, "a court of the library", "courts")(word)
        except ValueError as reason:
            raise ValueError(f"{reason} To add a court: casebrief new court") from reason

    text = "Which court or body decided? Its id, such as echr"
    return Question("court", text, check, first if first in known else None, choices=rows(known))


def precedent_questions(library: Library, court: Court) -> Asked:
    """(field, question) in the order asked."""
    grounds = {key: ground.title for key, ground in library.grounds.items()}
    profiles = words(library, "profiles")
    state, ground = state_check(library), one_of(grounds, "a ground", "grounds")
    profile = several(one_of(profiles, "a profile", "profiles"))
    docket = several(_docket(court))
    kind, procedure = one_of(KINDS, "a kind"), one_of(PROCEDURES, "a procedure")
    result = one_of(("yes", "no", "mixed"), "an answer")
    return [
        ("title", Question("title", "Name of the case, as the court writes it", filled)),
        ("dockets", Question("docket", "Number of the case; several with commas", docket, optional=True)),
        ("decided", Question("decided", "Date of the decision, such as 2026-03-31", date, optional=True)),
        ("kind", Question("kind", "What is it?", kind, "judgment", choices=lambda: KINDS)),
        (
            "requesting_state",
            Question("from", "Which state asked for the person? Name or code, such as CN", state, optional=True),
        ),
        (
            "requested_state",
            Question("in", "Which state held the person? Name or code", state, court.state, optional=True),
        ),
        ("procedure", Question("procedure", "Which procedure?", procedure, "extradition", choices=lambda: PROCEDURES)),
        ("outcome", Question("outcome", "How did it end? One sentence", sentence)),
        ("favourable", Question("favourable", "Did the person win? yes, no or mixed", result)),
        ("ground", Question("ground", "The most important point of law: which ground?", ground, choices=rows(grounds))),
        ("stance", Question("stance", "Does that point help or hurt? for or against", one_of(SIDES, "an answer"))),
        ("proposition", Question("proposition", "The point, in a full sentence of your own", sentence)),
        (
            "rests_on",
            Question("rests-on", "On what does it rest?", one_of(RESTS_ON, "an answer"), choices=rows(RESTS_ON)),
        ),
        ("pinpoint", Question("pinpoint", "In which paragraph? With its sign, such as § 83", filled, optional=True)),
        (
            "profile",
            Question(
                "profile", "Only for some persons? Such as uyghur", profile, optional=True, choices=rows(profiles)
            ),
        ),
        ("answer", Question("answer", "It hurts: what do we answer? One or two sentences", sentence)),
        *source_questions(),
    ]


def evidence_questions(library: Library) -> Asked:
    """The same for country material."""
    grounds = {key: ground.title for key, ground in library.grounds.items()}
    tags = words(library, "tags")
    edges = {"supports": "it helps the person", "adverse": "it hurts the person"}
    body, edge = one_of(BODIES, "a kind of body"), one_of(edges, "an answer")
    states, ground = several(state_check(library)), several(one_of(grounds, "a ground", "grounds"))
    tag = several(one_of(tags, "a tag", "tags"))
    return [
        ("title", Question("title", "Title of the document", filled)),
        ("body", Question("body", "Who wrote it?", filled)),
        ("body_kind", Question("body-kind", "What is the author?", body, choices=lambda: BODIES)),
        ("dated", Question("dated", "Date of the document, such as 2026-03-31", date, optional=True)),
        ("states", Question("states", "About which state? Name or code; several with commas", states)),
        ("text", Question("finding", "What does it establish? A full sentence of your own", sentence)),
        ("edge", Question("edge", "Does that help or hurt? supports or adverse", edge)),
        ("pinpoint", Question("pinpoint", "Where does it stand? Such as para. 20", filled, optional=True)),
        ("grounds", Question("grounds", "For which grounds does it speak?", ground, choices=rows(grounds))),
        ("tags", Question("tags", "What is it about?", tag, choices=rows(tags))),
        *source_questions(),
    ]


def court_questions(library: Library) -> Asked:
    """The same for a court that the library does not have."""
    system, yes_no = one_of(SYSTEMS, "a system"), one_of(("yes", "no"), "an answer")
    state = state_check(library)
    return [
        ("id", Question("id", "Short id: state and court, such as ie-sc", _court_id(library))),
        ("name", Question("name", "Full name", filled)),
        ("cite_as", Question("cite-as", "How does a footnote name it? Such as Supreme Court of Ireland", filled)),
        ("system", Question("system", "Which system?", system, "national", choices=lambda: SYSTEMS)),
        (
            "state",
            Question("state", "Of which state? Name or code; none for an international body", state, optional=True),
        ),
        ("highest", Question("highest", "Is it the highest court of its state or system? yes or no", yes_no)),
    ]


def source_questions() -> Asked:
    """Where it was read, and what."""
    level = one_of(LEVELS, "a level")
    return [
        ("url", Question("url", "Where did you read it? Address or reference", filled)),
        ("level", Question("level", "What did you read? primary, secondary or recalled", level, choices=rows(LEVELS))),
    ]


def words(library: Library, room: str) -> dict[str, str]:
    """A list of controlled words with their meanings."""
    return {word: (entry or {}).get("meaning") or "" for word, entry in (library.vocabulary.get(room) or {}).items()}


def date(text: str) -> str:
    """A date as in the records."""
    last_day(text)
    return text


def state_check(library: Library) -> Callable[[str], str]:
    """Gives the code of a state that is named by its code or its name."""
    names = names_of_states(library)

    def check(word: str) -> str:
        if code := state_code(word, names):
            return code
        raise ValueError(f"'{word}' is neither a state's code nor its name. {state_fix(word, names)}")

    return check


def _docket(court: Court) -> Callable[[str], str]:
    def check(docket: str) -> str:
        if fault := docket_fault(docket, court):
            raise ValueError(" ".join(fault))
        return docket

    return check


def _court_id(library: Library) -> Callable[[str], str]:
    def check(key: str) -> str:
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key):
            raise ValueError(f"'{key}': small letters and hyphens only, because it is a folder's name.")
        if key in library.courts:
            raise ValueError(f"'{key}' is in the library already: {library.courts[key].name}.")
        return key

    return check
