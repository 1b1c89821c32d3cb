"""The year or the day that stands with a short form: 'Chahal (1995)' where the case that is meant is of 1996."""

from briefs.citing import written_date
from briefs.verify.check.verdict import Verdict
from briefs.verify.find.dates import slip
from briefs.verify.find.found import Found
from briefs.verify.known.authorities import Authorities, Authority


def check_own_day(short: Found, full: Verdict, authority: Authority, known: Authorities, v: Verdict) -> None:
    """Blames nothing that is the day of another ruling of this name, or of which the full citation was told already."""
    own = authority.date or ""
    given = short.date or short.month or short.year
    if not given or len(own) < 10:
        return
    if any(day.startswith(given) for day in (own, *authority.measures)):
        v.checks["date"] = "agrees"
        return
    same = known.named(short.first, authority.states) if short.first else []
    if any(fault.code == "wrong_date" for fault in full.problems) or any(
        (a.date or "").startswith(given) for a in same
    ):
        return
    if short.date and not slip(short.date, own):
        v.checks["date"] = "not_checked"
        return
    day = written_date(given)
    v.differs("date", "wrong_date", f"Decided on {written_date(own)}, not {'' if short.date else 'in '}{day}.")
