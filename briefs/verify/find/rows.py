"""Rows of national rulings behind the first of them: 'judgments nos. 16017 of 8 July 2009, 10137 of 28 April 2010, and
17525 and 17526 of 28 June 2019', 'judgments no. 27 of 1959; no. 45 of 1960; nos. 23 and 68 of 1964'."""

from collections.abc import Iterator

from briefs.verify.find.dates import DATE, DAY, read_date
from briefs.verify.find.forms import Forms
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.places import Places

_OF = rf" of (?:the same year(?: \((?:19|20)\d\d\))?|(?:19|20)\d\d(?!\d)|{DATE})"
_FIRST = late(r"(?<![\w-])(?:[Jj]udge?ments?|[Dd]ecisions?|[Rr]ulings?|[Oo]rders?) [Nn]os?\. ?\d{1,6}")
_ITS_DAY = late(rf"(?:{_OF})?")
_NEXT = late(
    r"(?:[,;] (?:and |or )?| and | or )"
    rf"(?P<one>(?:[Nn]os?\. ?)?(?P<no>\d{{1,6}}(?:/\d{{2,4}})?)(?P<of>{_OF})?)(?![\w/])"
)
_MOST = 60


def find_rows(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    """Each further ruling of a row whose first was found: with a year or day of its own, or with that of the next."""
    for first in _FIRST.finditer(text):
        if taken.free(first.start(), first.end()):
            continue
        waiting: list[Found] = []
        end = _ITS_DAY.match(text, first.end()).end()
        for _ in range(_MOST):
            m = _NEXT.match(text, end)
            if not m:
                break
            one = Found("docket", m.start("one"), m.end("one"), form="domestic", dockets=[m["no"]])
            if m["of"] and (day := DAY.search(m["of"])):
                one.dates.append(read_date(day))
            waiting.append(one)
            end = m.end()
            if m["of"]:
                yield from (w for w in waiting if taken.free(w.start, w.end))
                waiting = []
