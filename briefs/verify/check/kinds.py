"""Grand Chamber or Chamber, judgment or decision: '[GC]' and '(dec.)' against the record of a ruling of Strasbourg."""

import re

from briefs.verify.check.verdict import Verdict
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.known.authorities import Authority

# Before Protocol No. 11 judgments of a Grand Chamber or of the plenary Court were not told apart in lists.
_ONE_CHAMBER_OF_SEVENTEEN = "1998-11-01"
_UNSURE = "“{}” could not be checked: {}. Look at the first page of the ruling."


def check_kind(found: Found, authority: Authority, v: Verdict) -> bool:
    """What is written and the record has not, is blamed where the day, or the volume of the reports, is the ruling's
    own; true where something was said. '[GC]' left out is only told: the Court itself forgets it."""
    if authority.system != "echr" or not authority.kind or authority.disputed:
        return False
    if found.decision and authority.kind == "judgment" and _its_own(found, authority):
        return _no_decision(authority, v)
    if found.grand_chamber and authority.kind == "commission" and may_be_its_day(found, authority):
        v.differs("court", "wrong_court", "The Commission gave this ruling, not the Grand Chamber: leave out '[GC]'.")
        return True
    if found.grand_chamber and not authority.grand_chamber and may_be_its_day(found, authority):
        return _no_grand_chamber(found, authority, v)
    if authority.kind == "decision" and not found.decision:
        v.note("decision", "This is a decision, not a judgment: write (dec.).")
    if authority.grand_chamber and not found.grand_chamber and _marked_so(authority):
        v.note("grand_chamber", "The Grand Chamber gave this ruling: write [GC].")
    return False


def _marked_so(authority: Authority) -> bool:
    """Whether '[GC]' belongs to it: not before the new Court sat, and not where one judgment alone says so."""
    return not authority.weak and _when(authority) >= _ONE_CHAMBER_OF_SEVENTEEN


def _when(authority: Authority) -> str:
    """The day of a ruling, or the year of its report."""
    return authority.date or max((r[1] for report in authority.reports if (r := report_of(report))), default="")


def may_be_its_day(found: Found, authority: Authority) -> bool:
    """Whether no day contradicts it."""
    return authority.date is None or found.date is None or authority.date == found.date


def _no_decision(authority: Authority, v: Verdict) -> bool:
    if authority.weak:
        v.note("kind_not_compared", _UNSURE.format("(dec.)", "the one judgment that cites this case does not write it"))
        return False
    v.differs("court", "wrong_court", "A judgment, not a decision: leave out '(dec.)'.")
    return True


def _no_grand_chamber(found: Found, authority: Authority, v: Verdict) -> bool:
    old = authority.precedent is None and _when(authority) < _ONE_CHAMBER_OF_SEVENTEEN
    if not (authority.weak or old):
        v.differs("court", "wrong_court", "Not a ruling of the Grand Chamber: a Chamber gave it.")
        return True
    v.checks["court"] = "not_checked"
    weak = "the one judgment that cites this case does not write it"
    why = "lists of that time do not tell the Grand Chamber from a Chamber" if old else weak
    v.note("formation", _UNSURE.format("[GC]", why))
    return True


def _its_own(found: Found, authority: Authority) -> bool:
    """Whether the citation has the day of the ruling, or without a day its volume, or its year where no volume stands.
    The Court's list has every decision that was chosen for the reports: one of the same year would have been taken."""
    if found.date:
        return found.date == authority.date
    own = [one for report in authority.reports if (one := report_of(report))]
    given = [(kind, year, volume) for kind, year, volume in found.reports if year or volume]
    return any(g[:2] == o[:2] and (g[2] == o[2] or "" in (g[2], o[2])) for g in given for o in own)


def report_of(text: str) -> tuple[str, str, str] | None:
    """Series, year and number of an official report."""
    m = re.match(r"(ECHR|Reports) (\d{4})(?:-([IVX]+))?|(Series A) no\. ?([\w-]+)", text)
    if not m:
        return None
    return (m[4], "", m[5].replace("-", "")) if m[4] else (m[1], m[2], m[3] or "")


# 'the decision in X v. Y', 'was declared inadmissible': the words say what the mark does not.
_SAID = late(r"d[eé]cision|inadmissib|irrecevab|unzulässig|struck out|beslut|rozhodnut|usnesen|postanow", re.I)
_BEFORE, _BEHIND = 160, 120


def check_unmarked(found: Found, text: str, v: Verdict) -> None:
    """A decision of that very day cited as a judgment is cited: as the Court writes it, with everything but '(dec.)'.

    Other styles leave the mark out, and a sentence may say in words that it was a decision: then it is only told.
    """
    a = v.authority
    told = next((note for note in v.notes if note.code == "decision"), None)
    if v.status != "exists" or a is None or told is None or a.weak or not found.numbers or not _its_own(found, a):
        return
    written = text[found.start : found.end]
    as_the_court = bool(_COURTS_OWN.search(written)) and not (found.courts or found.abroad or found.eclis)
    around = text[max(0, found.start - _BEFORE) : found.end + _BEHIND]
    if as_the_court and not _SAID.search(around):
        v.notes.remove(told)
        v.differs("court", "wrong_court", "A decision, not a judgment: write '(dec.)'.")
        v.status = "mismatch"


_COURTS_OWN = late(r" v\. .+?,? \(?nos?\. \d| c\. .+?,? \(?n(?:os?|°s?) ?\d")
