"""What a committee said of a state's report, where no symbol is given: 'Concluding Observations for Costa Rica of 2
February 2007', 'Conclusions and Recommendations of the Committee against Torture (11 May 2001)'. The title alone is
everyday words of these committees: committee or state, and a day or a year in brackets, make it a paper."""

from collections.abc import Iterator

from briefs.verify.find.dates import DATE, read_date
from briefs.verify.find.forms import Forms
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.places import Places
from briefs.verify.find.tail import read_tail

SIGNS_OF_OBSERVATIONS = ("oncluding ", "CONCLUDING", "nd Recommendations", "nd recommendations", "bservations finales")
_BODY = (
    r"(?:UN |United Nations )?(?:Human Rights Committee|Committee [Aa]gainst Torture|Committee on "
    r"(?:the )?[A-Z]\w+(?: (?:of|and|the|against|in|with|their|All|[A-Z]\w+)){0,9}|HRC|CAT|CCPR|CERD|CEDAW|CRC|CESCR|"
    r"CRPD|CED)"
)
_CORPS = r"Comité (?:des (?:Nations unies )?|contre |pour |sur |de )[a-zà-ÿ'A-Z -]{5,60}?"
_HEAD = late(
    rf"(?:(?P<by>{_BODY})(?:'s)?,? )?\"?(?:[Cc]oncluding (?:[Oo]bservations|[Cc]omments|[Rr]emarks)|"
    r"[Cc]onclusions and [Rr]ecommendations|[Oo]bservations finales)(?!\w)\"?"
)
_OF = late(
    rf",? (?:of|by|from) (?:the )?(?P<body>{_BODY})|,? du (?P<corps>{_CORPS})(?=,| :| sur| relati| concern|\.|;| \()"
)
_ON = late(
    r"(?:\.|:| :|,|;)? (?:(?:on|for|regarding|concerning|with respect to|in respect of|relatives? (?:à |au |aux )|sur|"
    r"concernant) )?(?:(?:the |la |le |l'|les )?(?:(?:combined|initial|third|second|\w+(?:th|st|rd|nd)|and|\w+ième|"
    r"periodic|periodical) ){1,7}reports? (?:of|on|submitted by|from) )?"
)
_UPON = late(r" (?:up)?on (?:its )?consideration of ")
_DAY = late(rf"\"?,? \(?(?:(?:of|dated|adopted on|issued on|adopted|on|du|adoptées le) )?(?:{DATE})\)?")
_YEAR = late(r"\"?,? \((?P<year>(?:19|20)\d{2})\)")
# Its symbol follows: the symbol is what is found.
_SYMBOL_NEAR = late(r"[^;\n]{0,160}?(?:UN Doc|U\.N\. Doc|[A-Z]{1,5}/(?:C|CN|\d))")
_NEXT = late(r",? and (?=for [A-Z])")


def find_observations(text: str, taken: Places, forms: Forms) -> Iterator[Found]:
    """Without a symbol behind them; those on a second state, 'and for Chile of 1 February 2008', are another paper."""
    for m in _HEAD.finditer(text):
        if not taken.free(m.start(), m.end()):
            continue
        found = Found("docket", m.start(), m.end(), form="un-paper")
        end = _parts(text[: taken.behind(m.end(), len(text))], m.end(), found, forms, bool(m["by"]))
        if end and not _SYMBOL_NEAR.match(text, end):
            yield _read(text, found, end)
            more = _NEXT.match(text, found.end)
            other = Found("docket", more.end(), more.end(), form="un-paper") if more else None
            if other and (end := _parts(text, other.end - 1, other, forms, False)):
                yield _read(text, other, end)


def _parts(text: str, end: int, found: Found, forms: Forms, whose: bool) -> int:
    """Committee, state and day in any order; where they end, or 0 where they do not make a paper."""
    state = dated = False
    for _ in range(4):
        if not dated and (m := _DAY.match(text, end)):
            found.dates.append(read_date(m))
            dated, end = True, m.end()
        elif not dated and (m := _YEAR.match(text, end)):
            found.year, dated, end = m["year"], True, m.end()
        elif not whose and (m := _OF.match(text, end)):
            whose, end = True, m.end()
        elif not state and (m := _state(text, end, forms)):
            state, end = True, m
        else:
            break
    return end if dated and (whose or state) else 0


def _state(text: str, place: int, forms: Forms) -> int:
    upon = _UPON.match(text, place)
    on = _ON.match(text, upon.end() - 1 if upon else place)
    m = forms.state.match(text, on.end()) if on and on.end() > place else None
    return m.end() if m else 0


def _read(text: str, found: Found, end: int) -> Found:
    found.end = max(read_tail(text, end, found), end)
    found.dockets = [text[found.start : end]]
    return found
