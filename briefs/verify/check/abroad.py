"""The European Human Rights Reports (EHRR): volume and page, where the record of the library holds them."""

import re
from collections.abc import Iterable

from briefs.verify.check.verdict import Verdict
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.known.authorities import Authority

_EHRR = late(
    r"(?:\(?(?P<year>\d{4})(?:-\d{2,4})?\)? )?(?P<volume>\d{1,3}) ?(?:EHRR|E\.H\.R\.R\.|Eur\. H\.R\. Rep\.)"
    r"(?: SE| CD)?(?:,? ?(?P<page>\d{1,4}))?"
)
_SINCE = late(r"^\(?\d{4}(?:-\d{2,4})?\)? ")
_LATE = 5
"""Years within which a ruling is reported: further apart, a volume cannot be of that time."""


def check_abroad(found: Found, authority: Authority, alone: bool, all_: Iterable[Authority], v: Verdict) -> None:
    """Volume and page against the record; else whether such a volume can be of that year at all.

    `alone`: no other ruling of this case is known, so that another year cannot be that ruling's report. `all_`: the
    library's authorities, whose reports tell which volumes came out when.
    """
    own = _of(authority)
    for given in filter(None, map(_EHRR.match, found.abroad)):
        same = [m for m in own if m["volume"] == given["volume"] and (m["page"] == given["page"] or not given["page"])]
        bare = _SINCE.sub("", given[0])
        if same and all(_years_apart(given, m, authority) <= 1 for m in same):
            v.checks.setdefault("report", "agrees")
        elif own and (alone or any(_years_apart(given, m, authority) == 0 for m in own)):
            v.differs("report", "wrong_reports_year", f"The report is {own[0][0]}, not {bare}.")
        elif other := _out_of_time(given, authority, all_):
            v.differs("report", "wrong_reports_year", f"{bare} cannot be its report: {other[0]} is of {other['year']}.")
        else:
            v.checks.setdefault("report", "not_checked")
            v.note("abroad", f"{bare} was not compared: no EHRR volume of this case is known here.")


def _of(authority: Authority) -> list[re.Match[str]]:
    return [m for neutral in authority.neutrals if (m := _EHRR.search(neutral))]


def _years_apart(given: re.Match[str], own: re.Match[str], authority: Authority) -> int:
    """Writers give the year of the volume, or of the ruling."""
    years = [int(year) for year in (own["year"], (authority.date or "")[:4]) if year]
    return min((abs(int(given["year"]) - year) for year in years), default=0) if given["year"] else 0


def _out_of_time(given: re.Match[str], authority: Authority, all_: Iterable[Authority]) -> re.Match[str] | None:
    """A report of the library that shows that this volume came out long after, or before, the year of the ruling."""
    year = given["year"] or (authority.date or "")[:4]
    for m in (m for a in all_ for m in _of(a) if m["year"]) if year else ():
        later = int(m["year"]) - int(year)
        if (later >= _LATE and int(given["volume"]) > int(m["volume"])) or (
            later <= -_LATE and int(given["volume"]) < int(m["volume"])
        ):
            return m
    return None
