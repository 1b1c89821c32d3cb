"""Whether an authority stands: final, set aside, superseded, limited, later than the document."""

import re

from briefs.citing import written_date
from briefs.models.base import first_day, last_day
from briefs.models.precedent import Holding, Precedent, SetAside
from briefs.verify.check.finality import check_finality
from briefs.verify.check.verdict import Fault, Verdict
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.words import overlap
from briefs.verify.known.authorities import Authorities, Authority

_SAID = late(
    r"overrul|abandon|overtaken|overturn|revers(?:ed|ing)|quash|set aside|annul|supersed|depart(?:ed|ing) from|"
    r"(?:ruling|decision|judgment|order) (?:(?:that|which) )?(?:was )?(?:later )?(?:found|held) (?:to be )?in "
    r"(?:breach|violation)|"
    r"no longer|not followed|vacated|restored|allowed the (?:Crown's )?appeal|annul[ée]|infirm[ée]|cass[ée]",
    re.I,
)


def says_it_fell(text: str) -> bool:
    """Whether a text tells that something was overruled, quashed, annulled or superseded."""
    return bool(_SAID.search(text))


def check_standing(
    found: Found,
    authority: Authority,
    sentence: str,
    around: tuple[str, str],
    all_: Authorities,
    as_of: str,
    v: Verdict,
) -> None:
    """Adds what speaks against relying on the authority at the document's date. `around`: what stands before and behind
    the citation in its sentence.
    """
    precedent = authority.precedent
    if not _later(found, precedent.decided if precedent else authority.date, as_of, v):
        check_finality(authority, *around, all_, as_of, v)
    if precedent is None:
        return
    if precedent.set_aside and _holds(precedent.set_aside, as_of):
        _reversed(precedent.set_aside, "", sentence, all_, v)
        return
    for holding in precedent.holdings:
        if holding.set_aside and _holds(holding.set_aside, as_of):
            if _meant(found, holding, precedent.holdings, sentence):
                _reversed(holding.set_aside, holding.proposition, sentence, all_, v)
            else:
                v.note("partly_reversed", _reversal(holding.set_aside, holding.proposition, all_))
    _limits(found, precedent, sentence, v)


def _limits(found: Found, precedent: Precedent, sentence: str, v: Verdict) -> None:
    """A holding that later rulings narrowed: a problem where the citation relies on it and does not say so."""
    told = {}
    for holding in precedent.holdings:
        if holding.limited_by:
            relied = bool(set(found.paragraphs) & pinpoint_numbers(holding)) and not _names_limit(holding, sentence)
            told[holding.limited_by] = told.get(holding.limited_by, False) or relied
    for limit, relied in told.items():
        if relied:
            v.checks["standing"] = "limited"
            v.problems.append(Fault("limited_authority", f"This holding was limited: {limit}"))
        else:
            v.note("limited", f"Limited: {limit}")


_RESPONDENT = late(r" v\. (?:the )?[A-Z]\w+(?: (?:and |the )?[A-Z]\w+){0,3}")
_NO_NAMES = {
    "Court",
    "Grand",
    "Chamber",
    "Convention",
    "European",
    "Article",
    "Confirms",
    "Clarified",
    "Depends",
    "Specific",
}


def _names_limit(holding: Holding, sentence: str) -> bool:
    """Whether the sentence names one of the rulings that limit the holding, or says that it was limited."""
    named = _RESPONDENT.sub(" ", holding.limited_by or "")  # the limited ruling may be against the same state
    names = set(re.findall(r"[A-Z][\w-]{4,}", named)) - _NO_NAMES
    said = re.search(r"limited|softened|clarified|narrow|distinguish|qualified|read with|corrected", sentence, re.I)
    return bool(said) or any(name in sentence for name in names)


def _holds(gone: SetAside, as_of: str) -> bool:
    return last_day(gone.on).isoformat() <= as_of


def _later(found: Found, decided: str | None, as_of: str, v: Verdict) -> bool:
    """Decided after the date of the document. A name alone, or with an earlier date, may mean an earlier step."""
    if not decided or first_day(decided).isoformat() <= as_of:
        return False
    said = f"Decided on {written_date(decided)}, after the date of the document ({as_of})."
    given = found.date or found.year
    if found.strong and not (given and given <= as_of[: len(given)]):
        v.differs("date", "wrong_date", said)
    else:
        v.note("later", said)
    return True


def _reversed(gone: SetAside, what: str, sentence: str, all_: Authorities, v: Verdict) -> None:
    if says_it_fell(sentence):
        v.note("reversed_and_said", _reversal(gone, what, all_))
        v.checks["standing"] = "agrees"
        return
    v.differs("standing", "reversed_authority", _reversal(gone, what, all_))


def _reversal(gone: SetAside, what: str, all_: Authorities) -> str:
    by = all_.by_id.get(gone.by)
    whom = by.name if by else gone.by
    subject = f"This holding was {gone.how}" if what else f"This ruling was {gone.how}"
    detail = f": {what}" if what else "."
    when = f"{'on' if len(gone.on) == 10 else 'in'} {written_date(gone.on)}"
    return f"{subject} by {whom} {when}{detail}{_SURE.get(gone.level, '')}"


_SURE = {
    "secondary": " (secondary: told by others, look at the ruling itself)",
    "recalled": " (recalled: from memory, look it up)",
}


def _meant(found: Found, holding: Holding, others: tuple[Holding, ...], sentence: str) -> bool:
    """Whether the citation relies on this holding: by its paragraphs, else by the words of the sentence."""
    cited, own = set(found.paragraphs), pinpoint_numbers(holding)
    if cited and own:
        return bool(cited & own) or min(own) <= min(cited) <= max(own)
    mine = overlap(sentence, holding.proposition)
    return mine >= 3 and mine > max((overlap(sentence, h.proposition) for h in others if h is not holding), default=0)


def pinpoint_numbers(holding: Holding) -> set[int]:
    """Paragraph numbers of a holding, ranges filled in."""
    found: set[int] = set()
    for pinpoint in holding.pinpoints:
        for first, last in re.findall(r"(\d{1,4})(?:\s?[-–]\s?(\d{1,4}))?", pinpoint.at):
            found |= set(range(int(first), min(int(last or first), int(first) + 300) + 1))
    return found
