"""A short form with no full citation in the document: what its name alone, or with its day, still tells."""

from briefs.verify.check.checking import check_case
from briefs.verify.check.comparing import Knowledge
from briefs.verify.check.verdict import Verdict
from briefs.verify.find.found import Found


def check_alone(found: Found, known: Knowledge) -> Verdict:
    """Known by its day ('its Golder judgment of 21 February 1975'), as the library's only case of this name, or as the
    one leading case that is called just so. A day one slip away is a mismatch, another one leaves it open."""
    named = known.authorities.named(found.first) if not (found.ordinal or found.form) else []
    leading = None if found.ordinal or found.form else known.authorities.one_leading(found.first)
    if any(found.date and a.date == found.date for a in named):
        return check_case(found, known)
    if found.date and leading and (judged := check_case(found, known)).problems:
        return judged
    cases = {tuple(a.numbers) or a.id: a for a in named}
    v = Verdict("not_checked")
    if len(cases) == 1 and named[0].precedent is not None:
        v.status, v.authority = "exists", named[0]
    elif leading and not (found.back or found.date or found.reports):
        v.status, v.authority = "exists", leading
    v.note("nothing_above", "No full citation of this case stands before this place.")
    return v
