"""An ibid. whose own words speak of another court than that of the citation before it."""

from briefs.models.law import COMMITTEES
from briefs.verify.authorities import Authority
from briefs.verify.found import Found
from briefs.verify.verdict import Verdict

_REPORTS = {"ECHR", "Reports", "Series A"}
_LONGEST_VIEWS = 60
"""Decisions on communications count their main paragraphs only, '13.4': none has as many."""


def means_another(ibid: Found, last: Authority | None) -> Verdict | None:
    """The answer where the ibid. cannot mean the citation before it: a report of Strasbourg, or the sign of paragraphs
    that Strasbourg uses, behind a case of Luxembourg; paragraph 186 of a committee's decision."""
    if last is None or last.system in {"echr", ""}:
        return None
    if any(series in _REPORTS for series, _, _ in ibid.reports):
        why = "a report of Strasbourg"
    elif last.system == "eu" and "§" in ibid.name:
        why = "paragraphs with '§', as of Strasbourg"
    elif last.system in COMMITTEES and last.kind != "comment" and max(ibid.paragraphs, default=0) > _LONGEST_VIEWS:
        why = f"paragraph {max(ibid.paragraphs)}, and no decision of a committee has so many"
    else:
        return None
    v = Verdict("not_checked")
    v.note("another_court", f"It gives {why}; the citation before it is {last.name}. Name the case that is meant.")
    return v
