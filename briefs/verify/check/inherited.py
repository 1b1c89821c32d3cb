"""What a short form takes over from its full citation, and what it does not."""

from briefs.verify.check.naming import ordinal_of
from briefs.verify.check.verdict import Verdict
from briefs.verify.find.found import Found
from briefs.verify.find.names import tokens_of
from briefs.verify.known.authorities import Authority


def inherited(short: Found, called: str, ordinal: str, full: Verdict) -> Verdict:
    """A short form is what its full citation is, in which the case was `called` so, with this ordinal. A wrong number
    or day up there is no fault of the name down here; a made-up party or a slip is one where it is said again."""
    if other := _another(short, ordinal):
        v = Verdict("not_checked")
        v.note("nothing_above", f"No full citation of a case with '(no. {other})' stands before this place.")
        return v
    v = Verdict(full.status, full.authority)
    named = full.authority is not None and full.authority.named(called)
    if full.problems and named and (full.checks.get("name") != "differs" or _all_known(short, full.authority)):
        v.status = "exists"
    elif full.problems:
        v.problems.append(full.problems[0]._replace(text=f"As in the full citation: {full.problems[0].text}"))
    return v


def _another(short: Found, ordinal: str) -> str:
    """The ordinal of a short form whose full citation has not got it: 'Kress (no. 2), cited above'."""
    given = ordinal_of(f"({short.ordinal})") or ordinal_of(short.name)
    return given if given not in {"", "1", ordinal_of(f"({ordinal})")} else ""


def _all_known(short: Found, a: Authority) -> bool:
    """Whether a short form itself has words of the case alone, whatever its full citation says."""
    words = {word for name in a.applicants for word in tokens_of(name)}
    return bool(short.name) and set(tokens_of(short.name)) <= words
