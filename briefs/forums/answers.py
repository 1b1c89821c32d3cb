"""One rule for each forum: open, closed (with the rule), not yet (remedies, stage) or check (what, and where).

Membership and declarations are read at the date of the case. A level below 'primary' is said in the reason.
"""

from collections.abc import Callable

from briefs.citing import written_date
from briefs.errors import begun
from briefs.facts import Situation
from briefs.forums.deadlines import deadlines_for
from briefs.forums.progress import body_of, decisions_so_far, final_decision, remedies, standing_of
from briefs.models.law import Spell, State
from briefs.models.match import ForumAnswer, Reason

TREATY_COLLECTION = "check the UN Treaty Collection (treaties.un.org) on the day of filing"
NEVER_BOTH = {
    "ecthr": ("cat", "hrc", "ced"),
    "cat": ("ecthr", "hrc", "ced"),
    "hrc": ("ecthr", "cat", "ced"),
    "ced": ("ecthr", "cat", "hrc"),
}
SAME_MATTER_RULE = {
    "ecthr": "article 35 § 2 (b) ECHR",
    "cat": "article 22 (5) (a) CAT",
    "hrc": "article 5 (2) (a) of the first Optional Protocol",
    "ced": "article 31 (2) (c) CED",
}
_ORDER = ("open", "not_yet", "check", "closed")


class _Answer:
    """Collects reasons; the most restrictive status wins, and every reason is kept."""

    def __init__(self) -> None:
        self.status, self.reasons = "open", []

    def add(self, status: str, code: str, text: str) -> None:
        self.status = max(self.status, status, key=_ORDER.index)
        self.reasons.append(Reason.of(code=code, text=text))


def answer_forums(situation: Situation) -> tuple[ForumAnswer, ...]:
    """The answer of every forum of the library, in the library's order."""
    return tuple(_answer(situation, forum) for forum in sorted(situation.library.forums))


def _answer(situation: Situation, forum: str) -> ForumAnswer:
    answer = _Answer()
    if situation.requested is None and forum not in {"interpol_ccf", "special_procedures", "wgad"}:
        answer.add(
            "check",
            "requested-state-unknown",
            "The requested state is unknown, or the library holds no record "
            "of it: its treaties and declarations must be checked first.",
        )
    else:
        _RULES[forum](situation, answer)
    terms = () if answer.status == "closed" else deadlines_for(situation, forum)
    return ForumAnswer.of(id=forum, status=answer.status, reasons=tuple(answer.reasons), deadlines=terms)


def _party(s: Situation, answer: _Answer, treaty: str, what: str, rule: str) -> None:
    spell: Spell = getattr(s.requested, treaty)
    holds, name = s.holds(spell), _name(s.requested)
    level = "" if spell.level == "primary" else f" ({spell.level}; {TREATY_COLLECTION})"
    if holds is None:
        why = "not established in the library" if spell.holds is None else f"known only as {written_date(spell.since)}"
        answer.add("check", f"{treaty}-unknown", f"Whether {name} {what} is {why}: {TREATY_COLLECTION}.")
    elif holds:
        since = f" since {written_date(spell.since)}" if spell.since else ""
        answer.add("open", f"{treaty}-holds", f"{begun(name)} {what}{since}{level}.")
    elif spell.until and s.as_of >= spell.until:
        answer.add(
            "closed",
            f"{treaty}-ceased",
            f"{begun(name)} ceased to be bound on {written_date(spell.until)} ({rule}){level}.",
        )
    elif spell.since:
        answer.add(
            "closed",
            f"{treaty}-later",
            f"{begun(name)} was bound only from {written_date(spell.since)} ({rule}){level}.",
        )
    else:
        answer.add("closed", f"{treaty}-not", f"It is not the case that {name} {what} ({rule}){level}.")


def _name(state: State) -> str:
    return f"the {state.name}" if state.article else state.name


def _same_matter(s: Situation, answer: _Answer, body: str) -> None:
    for procedure in s.case.proceedings.other_procedures:
        other = body_of(procedure.body)
        if other == body:
            _add_seized(answer, body, standing_of(procedure))
        elif other in NEVER_BOTH[body]:
            _add_same_matter(answer, body, procedure.body or "", standing_of(procedure))
        elif other == "wgad" and body == "ecthr":
            answer.add(
                "check",
                "same-matter-wgad",
                "A regular communication before the Working Group on Arbitrary "
                "Detention may count as another international procedure (article 35 § 2 (b) ECHR).",
            )
    elected = body_of(s.case.proceedings.elected_body)
    if elected and elected != body and elected in NEVER_BOTH[body]:
        answer.add(
            "check",
            "another-body-elected",
            f"The file elects another body ({s.case.proceedings.elected_body}); "
            f"both would exclude each other ({SAME_MATTER_RULE[body]}).",
        )


def _add_seized(answer: _Answer, body: str, standing: str) -> None:
    if standing in {"examined", "ended"}:
        rule = f" ({SAME_MATTER_RULE['ecthr']})" if body == "ecthr" else ""
        text = f"This body has already dealt with the matter{rule}: what is new since then must be shown."
        answer.add("check", "already-examined", text)
    else:
        answer.add("check", "already-seized", "This body has already been seized in the matter: supplement that file.")


def _add_same_matter(answer: _Answer, body: str, name: str, standing: str) -> None:
    rule = SAME_MATTER_RULE[body]
    if standing == "pending" or (standing == "examined" and body in {"ecthr", "cat"}):
        answer.add("closed", "same-matter", f"The same matter is {standing} before another body ({name}): {rule}.")
    else:
        more = " and whether the state made a reservation" if body == "hrc" else ""
        answer.add(
            "check",
            "same-matter",
            f"The matter was before another body ({name}): check how it ended, whether it was examined{more} ({rule}).",
        )


def _remedies(s: Situation, answer: _Answer, rule: str, file_before: str) -> None:
    state = remedies(s)
    if state == "open":
        answer.add(
            "not_yet", "remedies-open", f"A domestic remedy that stays surrender is still open ({rule}). {file_before}"
        )
    elif state == "unknown":
        answer.add(
            "check", "remedies-unknown", f"Whether remedies that stay surrender remain is not in the file ({rule})."
        )
    else:
        answer.add(
            "open", "remedies-used", "No domestic remedy with suspensive effect is left, as far as the file says."
        )


def _rule39(s: Situation, answer: _Answer) -> None:
    _party(s, answer, "echr", "is a party to the European Convention on Human Rights", "articles 1 and 34 ECHR")
    if answer.status == "closed":
        return
    _same_matter(s, answer, "ecthr")
    _remedies(
        s,
        answer,
        "imminence under Rule 39",
        "Where the final decision is imminent and would be carried out at "
        "once, the request is made before it and says so.",
    )


def _ecthr(s: Situation, answer: _Answer) -> None:
    _party(s, answer, "echr", "is a party to the European Convention on Human Rights", "articles 1 and 34 ECHR")
    if answer.reasons[-1].code == "echr-ceased":
        answer.add("closed", "acts-before-only", "Only acts before that day can still be complained of.")
    if answer.status == "closed":
        return
    _same_matter(s, answer, "ecthr")
    final = final_decision(s)
    if not final or not final.on:
        _remedies(s, answer, "article 35 § 1 ECHR", "The application follows the final domestic decision.")
        return
    term = next(iter(deadlines_for(s, "ecthr_application")), None)
    if term and term.days_left is not None and term.days_left < 0:
        answer.add(
            "check",
            "out-of-time",
            f"The term counted from the final decision ended on {term.last_day}; it may run "
            "from a later decision or from removal itself: check article 35 § 1 ECHR.",
        )
    else:
        answer.add("open", "final-decision", f"The final domestic decision was given on {final.on}.")


def _cat(s: Situation, answer: _Answer) -> None:
    _party(s, answer, "cat", "is a party to the Convention against Torture", "article 3 CAT")
    if answer.status == "closed":
        return
    _party(s, answer, "cat_art22", "accepts complaints of individuals under article 22 CAT", "article 22 (1) CAT")
    if answer.status == "closed":
        return
    _same_matter(s, answer, "cat")
    _remedies(
        s,
        answer,
        "article 22 (5) (b) CAT",
        "A remedy that is unreasonably prolonged or unlikely to bring relief need not be used.",
    )


def _hrc(s: Situation, answer: _Answer) -> None:
    _party(
        s, answer, "op1", "is a party to the first Optional Protocol to the ICCPR", "article 1 of the Optional Protocol"
    )
    if answer.status == "closed":
        return
    _same_matter(s, answer, "hrc")
    _remedies(
        s,
        answer,
        "article 5 (2) (b) of the Optional Protocol",
        "Remedies that are unreasonably prolonged need not be used.",
    )


def _ced(s: Situation, answer: _Answer) -> None:
    _party(s, answer, "ced", "is a party to the convention on enforced disappearance", "articles 16, 30 and 31 CED")
    if answer.status == "closed":
        return
    _party(
        s,
        answer,
        "ced_art31",
        "accepts individual complaints under article 31 CED",
        "article 31 (1) CED; an urgent action under article 30 needs no declaration",
    )
    if answer.status == "closed":
        answer.status = "check"
    _same_matter(s, answer, "ced")
    answer.add(
        "check",
        "ced-use",
        "An urgent action under article 30 is for a person who has disappeared, in transit "
        "included; the danger of it before surrender is a complaint under articles 16 and 31.",
    )


def _wgad(s: Situation, answer: _Answer) -> None:
    if s.case.proceedings.custody:
        answer.add(
            "open", "custody", "The person is deprived of liberty; no treaty and no exhaustion of remedies is needed."
        )
    else:
        answer.add("check", "custody-unknown", "The Working Group needs a deprivation of liberty: the file names none.")
    answer.add(
        "open",
        "later-ecthr",
        "A regular communication may bar a later application to Strasbourg (article 35 § 2 (b) ECHR): choose first.",
    )


def _special(s: Situation, answer: _Answer) -> None:
    answer.add("open", "any-state", "Any person may write about any state; consent of the person is needed.")


def _ccf(s: Situation, answer: _Answer) -> None:
    if s.case.request.interpol:
        answer.add("open", "notice", "An INTERPOL channel was used: access, correction or deletion can be asked for.")
    else:
        answer.add(
            "check", "notice-unknown", "Whether INTERPOL holds data is not in the file: an access request answers it."
        )


def _national(s: Situation, answer: _Answer) -> None:
    if s.case.proceedings.consent:
        answer.add(
            "check",
            "consent",
            "Consent was given: whether it can be withdrawn, and what it waives, is national "
            "law. It does not lift the duty not to surrender to torture.",
        )
    if s.stage in {"minister", "surrender"} or final_decision(s):
        answer.add(
            "check",
            "after-final",
            "The courts have decided finally, as far as the file says: ask whether national "
            "law allows reopening, a stay or fresh evidence.",
        )
    elif remedies(s) == "exhausted":
        answer.add("check", "no-remedy", "No further remedy is named: ask what national law still allows.")
    else:
        answer.add(
            "open",
            "courts-seized",
            "The courts of the requested state decide on the request; every later body asks "
            "whether the point was raised here.",
        )


def _executive(s: Situation, answer: _Answer) -> None:
    if final_decision(s) or s.stage in {"minister", "surrender"}:
        answer.add(
            "open",
            "after-court",
            "After the final court decision the executive decides on surrender; whether it "
            "must, may or cannot refuse is national law.",
        )
    elif decisions_so_far(s) or s.stage:
        answer.add(
            "not_yet", "court-first", "The executive decides after the courts; representations may be filed unasked."
        )
    else:
        answer.add("check", "stage-unknown", "The stage is not in the file.")


def _asylum(s: Situation, answer: _Answer) -> None:
    here = s.case.request.requested_state
    if any(kind in {"refugee", "subsidiary-protection"} and state == here for kind, state in s.statuses):
        answer.add("closed", "already-protected", "The requested state has already recognised the person.")
        return
    if here in s.nationalities:
        answer.add("closed", "own-national", "A national of the requested state cannot be a refugee there.")
        return
    _party(
        s, answer, "refugee", "is a party to the 1951 Convention or the 1967 Protocol", "article 33 of the Convention"
    )
    if answer.status == "closed":
        answer.add(
            "check",
            "other-protection",
            "Protection under article 3 CAT, article 7 ICCPR or national law is another matter: ask.",
        )
        answer.status = "check"
    if any(kind == "asylum-seeker" for kind, _ in s.statuses):
        answer.add(
            "open", "claim-pending", "A claim is pending: keep both files consistent and ask for confidentiality."
        )


def _constitutional(s: Situation, answer: _Answer) -> None:
    known, name = s.requested.constitutional_complaint, _name(s.requested)
    level = "" if known.level == "primary" else f" ({known.level}; check)"
    if s.holds(known) is False:
        text = f"{begun(name)} knows no individual constitutional complaint{level}: its courts hear pleas of rights."
        answer.add("closed", "no-individual-complaint", text)
        return
    if s.holds(known):
        text = (
            f"{begun(name)} knows an individual constitutional complaint{level}. What it can attack, its term, and "
            "whether it suspends surrender, is national law: ask."
        )
    else:
        text = (
            f"Whether {name} knows an individual constitutional complaint with suspensive effect, and its term, is "
            "national law: ask."
        )
        if s.requested.tradition == "common":
            text += " Where there is none, the rights are relied on in the appeal, or on review of the decision."
    answer.add("check", "individual-complaint", text)
    if remedies(s) == "open":
        answer.add("not_yet", "remedies-open", "Ordinary remedies come first, as far as is known.")
        answer.status = "not_yet"


_RULES: dict[str, Callable[[Situation, _Answer], None]] = {
    "ecthr_rule39": _rule39,
    "ecthr_application": _ecthr,
    "cat_art22": _cat,
    "hrc_op1": _hrc,
    "ced": _ced,
    "wgad": _wgad,
    "special_procedures": _special,
    "interpol_ccf": _ccf,
    "national_court": _national,
    "executive": _executive,
    "asylum": _asylum,
    "constitutional_court": _constitutional,
}
