"""Warns when one procedure would close another, in both directions, and where exhaustion or an earlier ruling bites.

Nothing is chosen here: the lawyer elects a body, and sees before that what each choice closes.
"""

from collections.abc import Collection

from briefs.errors import begun
from briefs.facts import Situation
from briefs.forums.progress import body_of, final_decision, remedies, standing_of
from briefs.models.match import Caution, ForumAnswer

NAMES = {
    "ecthr": "the European Court of Human Rights",
    "cat": "the Committee against Torture",
    "hrc": "the Human Rights Committee",
    "ced": "the Committee on Enforced Disappearances",
    "wgad": "the Working Group on Arbitrary Detention",
}
_OF = {"ecthr_rule39": "ecthr", "ecthr_application": "ecthr", "cat_art22": "cat", "hrc_op1": "hrc", "ced": "ced"}
_BAR = {
    "ecthr": (
        "takes no matter that has been submitted to another international procedure, whether that is pending or over",
        "article 35 § 2 (b) ECHR",
        "primary",
    ),
    "cat": (
        "takes no matter that is being or has been examined under another procedure",
        "article 22 (5) (a) CAT",
        "primary",
    ),
    "hrc": (
        "takes no matter while it is being examined elsewhere; afterwards it may, unless the state has made a "
        "reservation that extends the bar to past examinations (many European states have, as recalled: check it)",
        "article 5 (2) (a) of the first Optional Protocol",
        "primary",
    ),
    "ced": (
        "takes no matter that is pending before another procedure",
        "articles 30 (2) (e) and 31 (2) (c) CED",
        "recalled",
    ),
}
_EXHAUSTION = {
    "ecthr": "article 35 § 1 ECHR",
    "cat": "article 22 (5) (b) CAT",
    "hrc": "articles 2 and 5 (2) (b) of the first Optional Protocol",
    "ced": "article 31 CED",
}


def cautions(s: Situation, answers: Collection[ForumAnswer], lodged: Collection[str]) -> tuple[Caution, ...]:
    """`lodged`: bodies before which the filings of this build put the matter ('ecthr', 'cat', 'hrc', 'ced', 'wgad')."""
    found = [*_choice(s, answers), *_seized(s, lodged), *_detention(s, lodged), *_exhaustion(s, lodged)]
    return tuple(dict.fromkeys(found))


def _caution(code: str, text: str, body: str) -> Caution:
    _, rule, level = _BAR[body]
    return Caution(code=code, text=text, rule=rule, level=level)


def _choice(s: Situation, answers: Collection[ForumAnswer]) -> list[Caution]:
    """Before anything is lodged: what the choice of one body does to each of the others that are not closed."""
    if any(body_of(p.body) in _BAR for p in s.case.proceedings.other_procedures):
        return []
    may = {_OF[a.id] for a in answers if a.id in _OF and a.status != "closed"}
    elected = body_of(s.case.proceedings.elected_body)
    if len(may) < 2:
        return []
    others = sorted(may - {elected}, key=list(_BAR).index)
    first = f"The file elects {NAMES[elected]}. " if elected in _BAR else "Choose one body before anything is lodged. "
    return [_caution("choice-closes", f"{first}{begun(NAMES[body])} {_BAR[body][0]}.", body) for body in others]


def _seized(s: Situation, lodged: Collection[str]) -> list[Caution]:
    """A body is seized already: what that does to what is to be lodged now, and the other way round."""
    found = []
    for procedure in s.case.proceedings.other_procedures:
        there, standing, status = body_of(procedure.body), standing_of(procedure), procedure.status or "state unknown"
        for body in (b for b in _BAR if b in lodged):
            if there == body and standing in {"examined", "ended"}:
                text = f"{begun(NAMES[body])} has dealt with the matter before: say what is new since then."
                found.append(_caution("already-examined", text, body))
            elif there in _BAR and there != body:
                now = f"The file names {NAMES[there]} ({status}). {begun(NAMES[body])} {_BAR[body][0]}."
                found.append(_caution("seized-elsewhere", now, body))
                if standing in {"pending", "unknown"}:
                    back = f"Lodging with {NAMES[body]} may end the procedure there: {NAMES[there]} {_BAR[there][0]}."
                    found.append(_caution("seized-elsewhere-back", back, there))
    return found


def _detention(s: Situation, lodged: Collection[str]) -> list[Caution]:
    """A regular communication to the Working Group may count as another procedure (Peraldi v. France, recalled)."""
    before = any(body_of(p.body) == "wgad" for p in s.case.proceedings.other_procedures)
    court = "ecthr" in lodged or body_of(s.case.proceedings.elected_body) == "ecthr"
    if s.is_party("echr") is False or not ("wgad" in lodged or (before and court)):
        return []
    text = (
        "A regular communication to the Working Group on Arbitrary Detention may close the way to the European Court "
        "of Human Rights: its opinions are treated as another international procedure (Peraldi v. France). An urgent "
        "appeal to the Working Group, and communications of the special procedures in general, are not."
    )
    return [Caution(code="wgad-closes-ecthr", text=text, rule="article 35 § 2 (b) ECHR", level="recalled")]


def _exhaustion(s: Situation, lodged: Collection[str]) -> list[Caution]:
    found = []
    for body in (b for b in _EXHAUSTION if b in lodged):
        if remedies(s) == "open":
            text = f"A domestic remedy that stays surrender is still open: {NAMES[body]} may find the matter premature."
            found.append(Caution(code="remedies-open", text=text, rule=_EXHAUSTION[body], level="primary"))
    asked = [_EXHAUSTION[body] for body in _EXHAUSTION if body in lodged]
    if asked and final_decision(s):
        text = (
            "Each complaint must have been raised, at least in substance, before the courts of the requested state. "
            "Their final decision stands there: whether they can be asked again is national law."
        )
        found.append(Caution(code="raised-below", text=text, rule="; ".join(asked), level="primary"))
    return found
