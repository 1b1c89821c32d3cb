"""Open questions: what the case file leaves unknown, in the words one would ask the client or the court."""

from briefs.facts import Situation
from briefs.grounds import field_known
from briefs.models.base import Record


class Question(Record):
    """One question, the field of the case file that takes the answer, and why it matters."""

    field: str
    ask: str
    why: str


# In the order in which an answer can change what is done tonight.
_ASKED = (
    ("proceedings.removal_scheduled", "Is a date for removal set?", "Interim measures depend on it."),
    ("proceedings.consent", "Was consent to surrender given or refused?", "Consent may close the courts."),
    ("as_of", "On which date is the file to be read?", "It decides which rulings and treaties existed."),
    ("reference", "What is the file's own reference?", "It stands in the title of every filing; it must name nobody."),
    ("persons_sought[].name.full", "What is the full name, as in the passport?", "Every filing names the person."),
    ("persons_sought[].name.native", "How is the name written in native script?", "It avoids a mistaken identity."),
    ("persons_sought[].born", "When was the person born?", "Every body asks for it."),
    ("persons_sought[].nationalities", "Which nationalities?", "They decide who may rely on which rule."),
    (
        "persons_sought[].profile",
        "Does the person belong to a group, hold a post or an activity that draws persecution?",
        "Some rulings fit only members of a group.",
    ),
    (
        "persons_sought[].status",
        "Is there a refugee status or an asylum claim, and where?",
        "It may bar surrender outright.",
    ),
    ("request.requesting_state", "Which state asks?", "It decides which rulings fit."),
    ("request.requested_state", "Which state is asked?", "It decides which bodies are open."),
    (
        "request.purpose",
        "Is the person sought for trial, to serve a sentence, or after a trial in absentia?",
        "The grounds differ.",
    ),
    ("request.received_on", "When was the request received?", "Terms run from it."),
    (
        "request.legal_basis",
        "Does the request rely on a treaty, on reciprocity or on nothing?",
        "A treaty is pleaded only when it is in force.",
    ),
    ("request.offences[].label", "Which offences are alleged?", "Dual criminality and the penalty depend on them."),
    ("request.offences[].provision", "Under which provisions?", "They give the maximum penalty."),
    (
        "request.offences[].maximum_penalty",
        "Which maximum penalty?",
        "Death and life sentences raise grounds of their own.",
    ),
    (
        "request.warrant",
        "Who issued the warrant, and on which date?",
        "Its author and its date are held against the law and against the notice.",
    ),
    ("request.assurances", "Were assurances given, by whom, in which words?", "The answer goes factor by factor."),
    ("request.interpol", "Was there an INTERPOL notice or diffusion?", "It can be attacked in parallel."),
    ("proceedings.stage", "At which stage are the proceedings?", "It decides which remedies are open."),
    (
        "proceedings.custody.since",
        "In custody since when, and where?",
        "The detention has to be justified for each period.",
    ),
    (
        "proceedings.decisions",
        "Which decisions were taken, when, by whom, and are they final?",
        "International bodies ask for the final decision and its date.",
    ),
    (
        "proceedings.decisions[].served_on",
        "When was each decision served, on the person and on counsel?",
        "National terms often run from service, and the appeal states it.",
    ),
    (
        "proceedings.decisions[].reasons",
        "What does each decision hold on each ground, on which page, and what is the error?",
        "An appeal that names no error of the decision is dismissed.",
    ),
    (
        "proceedings.other_procedures",
        "Is the matter before another international body?",
        "Two bodies may exclude each other.",
    ),
    ("proceedings.court.name", "Which court is seized, under which number?", "The caption needs it."),
    ("representation.counsel[].name", "Who signs?", "A filing without a representative is not examined."),
    ("representation.counsel[].phone", "At which telephone can counsel be reached?", "A Rule 39 request must give it."),
    (
        "circumstances",
        "Which facts of this person show the risk, and which exhibit proves each?",
        "A risk argued in general alone is the weakest.",
    ),
)


_WITHIN_EU = Question.of(
    field="request.legal_basis",
    ask="Both states are Member States of the European Union: is this a European arrest warrant?",
    why="The library holds no rules on that warrant; its grounds of refusal must be looked up.",
)


def open_questions(situation: Situation) -> list[Question]:
    """Questions for every field that is missing or unknown; the same order always."""
    asked = [
        Question.of(field=field, ask=ask, why=why) for field, ask, why in _ASKED if not field_known(situation, field)
    ]
    within = situation.is_party("eu") and situation.member(situation.requesting or "", "eu")
    return [*asked, _WITHIN_EU] if within else asked
