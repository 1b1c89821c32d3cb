"""Whether a judgment was final at the date of the document: Article 44 of the European Convention, and the record."""

import calendar
import datetime as dt
import re

from briefs.citing import written_date
from briefs.models.base import last_day
from briefs.verify.check.verdict import Verdict
from briefs.verify.find.dates import DATE, read_date
from briefs.verify.find.late import late
from briefs.verify.known.authorities import Authorities, Authority

# Since the new Court sits (Protocol No. 11), a judgment of a Chamber waits three months for a request for referral.
_REFERRALS = "1998-11-01"
_BEFORE = late(
    r"\b(?:final(?: and binding)?|binding and final) (?:judgments?|rulings?|decisions?)(?: of the Court)?"
    r"(?: in(?: the case of)?| of|,)? ?\"?$|\b(?:arrêt|jugement) définitif,? ?$",
    re.I,
)
_AFTER = late(
    r"[\s,;)(\"-]*(?:(?:which|that|a judgment (?:which|that)|an? judgment|it|and) )?"
    r"(?:(?:has|have|had|having|is|was|now|since|already|thus|became|become|being|devenu|est) ){0,4}"
    r"(?:final\b(?! (?:submission|observation|version|appeal|word|award|instance))|définitif)"
    rf"(?: and binding)?(?:,? (?:(?:on|since|as of|le|from) )?(?:{DATE}))?",
    re.I,
)


def check_finality(authority: Authority, before: str, after: str, all_: Authorities, as_of: str, v: Verdict) -> None:
    """`before`, `after`: what stands around the citation in its sentence. A judgment that is called final and is not is
    a problem; one that is not called so is told to be young, or to have gone to the Grand Chamber.
    """
    called = _AFTER.match(after[:160]) if _says_final(after[:160]) else None
    claimed = bool(called or (_says_final(before[-80:]) and _BEFORE.search(before[-80:])))
    why = _referred(authority, all_, as_of, claimed) or _young(authority, as_of)
    if why and claimed:
        v.differs("finality", "not_final", why)
    elif why:
        v.note("not_final", why)
    elif claimed:
        _said_day(authority, called, v)


def _says_final(text: str) -> bool:
    low = text.lower()
    return "final" in low or "finitif" in low


def _referred(authority: Authority, all_: Authorities, as_of: str, claimed: bool) -> str:
    """Whether the Grand Chamber took the case over from this Chamber, and ruled."""
    if authority.system != "echr" or authority.kind != "judgment" or authority.grand_chamber or authority.phase:
        return ""
    later = [
        b.date
        for b in all_.numbered(authority.numbers)
        if b.grand_chamber and b.kind == "judgment" and not b.phase and (b.date or "") > (authority.date or "9")
    ]
    if not later or not (claimed or min(later) <= as_of):
        return ""
    return (
        f"The Grand Chamber ruled on this case on {written_date(min(later))}: "
        "this judgment of the Chamber never became final."
    )


def _young(authority: Authority, as_of: str) -> str:
    precedent = authority.precedent
    if precedent is not None and precedent.final:
        not_yet = last_day(precedent.final).isoformat() > as_of
        return f"Not yet final on {as_of}: final on {written_date(precedent.final)}." if not_yet else ""
    if precedent is not None and precedent.status == "not-final":
        return "Not final as far as the library knows."
    first = _earliest(authority)
    if not first or as_of >= first:
        return ""
    return (
        f"Not yet final on {as_of}: a judgment of a Chamber becomes final three months after it, here on "
        f"{written_date(first)}, if nobody asks for a referral and the parties do not waive it (Article 44 § 2)."
    )


def _earliest(authority: Authority) -> str:
    """Three months after a judgment of a Chamber; empty for whatever is final at once, or follows other rules."""
    chamber = authority.system == "echr" and authority.kind == "judgment" and not authority.grand_chamber
    if not chamber or not authority.date or len(authority.date) < 10 or authority.date < _REFERRALS:
        return ""
    day = dt.date.fromisoformat(authority.date)
    year, month = day.year + (day.month + 2) // 12, (day.month + 2) % 12 + 1
    return day.replace(year=year, month=month, day=min(day.day, calendar.monthrange(year, month)[1])).isoformat()


def _said_day(authority: Authority, called: re.Match[str] | None, v: Verdict) -> None:
    """The day on which the text says that it became final, against the record's."""
    given, real = read_date(called) if called else ("", False)
    own = authority.precedent.final if authority.precedent else None
    if own and real and given != own:
        v.differs("finality", "not_final", f"It became final on {written_date(own)}, not on {written_date(given)}.")
    else:
        v.checks["finality"] = "agrees" if own or authority.grand_chamber else "not_checked"
