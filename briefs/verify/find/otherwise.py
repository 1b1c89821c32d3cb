"""Dates and numbers behind a name that nobody writes so, and somebody does: 'no. 37201-06', '28 Febuary 2009', 'sixth
of October 2021', 'October 2021'. What can be told is read; what looks like a date or a number and cannot be told is
kept as unread, so that nobody takes it for checked."""

import difflib
import re

from briefs.verify.find.dates import MONTH, as_date, month_number, year_in_full
from briefs.verify.find.folding import plain
from briefs.verify.find.found import Found
from briefs.verify.find.late import late

_LEAD = r"(?:[ ,(|]|\b(?:of|dated|on|du|vom|del|judge?ment|decision|arrêt|"
_LEAD += r"handed down|delivered|given|decided|adopted|rendered|pronounced|Strasbourg)\b){0,8}"
_OVER = r"(?=[,.;:)\]|]|\s*$|\n| \(| \[)"
_YEAR = r"(?P<y>(?:19|20)\d\d)(?![\d/])"
_DAY_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth "
    "twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)
_DAYS = _DAY_WORDS.split()
_IN_WORDS = late(
    rf"{_LEAD}(?:the )?(?P<day>{'|'.join(sorted(_DAYS, key=len, reverse=True))})(?: day)?(?: of)? "
    rf"(?P<m>{MONTH}),? {_YEAR}",
    re.I,
)
# '6 Oct. '21', '28 Feb 09', '28February 2009', '28th day of February 2009', '28/Feb/2009'
_LOOSE_MONTH = late(
    rf"{_LEAD}(?P<d>\d{{1,2}})(?:st|nd|rd|th|\.)?(?: day)?(?: of|[ /-]{{0,3}})? ?(?P<m>{MONTH})[,' /-]{{0,3}}"
    r"(?P<y>(?:19|20)\d\d|\d\d)(?![\d/])" + _OVER,
    re.I,
)
# '28/2/09', '28.02.09', '28 02 2009', '28·02·2009', '20090228'
_FIGURES = late(
    rf"{_LEAD}(?:(?P<d>\d{{1,2}})(?P<s> ?[./·-] ?| )(?P<m>\d{{1,2}})(?P=s)(?P<y>(?:19|20)\d\d|\d\d)|"
    rf"(?P<ny>(?:19|20)\d\d)(?P<t>[/.·-]?)(?P<nm>[01]\d)(?P=t)(?P<nd>[0-3]\d))(?![\d/]){_OVER}"
)
_YEAR_ALONE = late(r", \(?(?P<y>(?:19|20)\d\d)(?=[.;)]|, §|$)")
# A word of letters where a month should stand.
_OF_A_WORD = late(
    rf"{_LEAD}(?P<said>(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.)?(?: of)? ?(?P<word>[^\W\d_]{{3,12}})\.?,? {_YEAR})", re.I
)
_WORD_FIRST = late(rf"{_LEAD}(?P<said>(?P<word>[A-Z][^\W\d_]{{2,11}})\.? (?P<d>\d{{1,2}}),? {_YEAR})")
_MONTH_ALONE = late(rf"{_LEAD}(?P<m>{MONTH}),? {_YEAR}{_OVER}", re.I)
_NO = r"(?:nos?\.?|n[°º]s?|nr\.?|numbers?)"
_SIGN = rf"(?:(?:applications?|ap(?:p(?:l|ln)?)?\.?|requêtes?) ?(?:{_NO})?|{_NO}) ?"
# 'no. 37201-06', 'no. 37 201/06', 'no. 37201.06', 'no. 37201 of 2006', 'no. 3720l/06', 'appl.no. 37201/06'
_NUMBER = late(
    rf"[ ,(|]{{1,3}}\(?{_SIGN}(?:(?P<a>\d{{3,6}}) ?[-.:\\_ ] ?(?P<ya>\d{{2}})|"
    r"(?P<b>\d{1,3}[ .,']\d{3}) ?/ ?(?P<yb>\d{2})|(?P<c>\d{3,6}) of (?:19|20)(?P<yc>\d{2})|"
    r"(?P<e>[\dlIOo]{3,6})/(?P<ye>[\dlIOo]{2}))(?![\w/-])\)?",
    re.I,
)
_FIGURE_OF = str.maketrans("lIOo", "1100")
_NUMBER_LIKE = late(
    rf"[ ,(|]{{1,3}}\(?(?P<said>{_SIGN}(?=[^\s,;)]*\d)"
    r"(?:[\dlIOo][\dlIOo.,' -]{1,9}[-/\\._:][\dlIOo]{1,4}|\d{4,6}))(?!\w)",
    re.I,
)
_DATE_LIKE = late(
    rf"{_LEAD}(?P<said>\d{{1,2}}(?: ?[./-] ?| )[^\W_]{{1,12}}\.?(?: ?[./-] ?| )(?:19|20)\d\d|"
    r"(?:19|20)\d\d ?[./-] ?\d{1,2} ?[./-] ?\d{1,2}|"
    rf"\d{{1,2}} {MONTH} (?:two thousand|nineteen)[a-z -]{{0,30}}){_OVER}"
)
_ALIKE = 0.75


def read_odd(text: str, place: int, found: Found) -> int:
    """Reads one thing at `place`; the place behind it, or `place` itself where there is none that can be read."""
    end = _number(text, place, found) if found.states and not found.numbers else 0
    return end or (0 if found.dates else _date(text, place, found)) or place


_DIGIT = late(r"\d")
_CLOSES = {"", ".", ";", ")"}


def _number(text: str, place: int, found: Found) -> int:
    m = _NUMBER.match(text, place)
    if not m:
        return 0
    serial, year = next((m[n], m[f"y{n}"]) for n in "abce" if m[n])
    serial, year = re.sub(r"\D", "", serial.translate(_FIGURE_OF)), year.translate(_FIGURE_OF)
    found.numbers.append(f"{serial}/{year}")
    found.read_as.append((m[0].strip(" ,(|"), f"no. {serial}/{year}"))
    return m.end()


def _date(text: str, place: int, found: Found) -> int:
    if text[place : place + 1] in _CLOSES or not _DIGIT.search(text, place, place + 60):  # a year has figures
        return 0
    if m := _IN_WORDS.match(text, place):
        found.dates.append(as_date(int(m["y"]), month_number(m["m"]), _DAYS.index(m["day"].lower()) + 1))
    elif m := _LOOSE_MONTH.match(text, place):
        found.dates.append(as_date(year_in_full(m["y"]), month_number(m["m"]), int(m["d"])))
    elif m := _FIGURES.match(text, place):
        year, month, day = (m[part] or m[f"n{part}"] for part in "ymd")
        read, turned = (as_date(year_in_full(year), int(a), int(b)) for a, b in ((month, day), (day, month)))
        # '10/6/22', '2/28/08': Americans write the month first
        found.dates += [one for one in (read, turned) if one[1]] if m["s"] == "/" and turned[1] else [read]
    elif (m := _OF_A_WORD.match(text, place) or _WORD_FIRST.match(text, place)) and (month := _meant(m["word"])):
        found.dates.append(as_date(int(m["y"]), month_number(month), int(m["d"])))
        found.read_as.append((m["said"], f"{int(m['d'])} {month.title()} {m['y']}"))
    elif (m := _MONTH_ALONE.match(text, place)) and not found.year:
        found.year, found.month = m["y"], f"{m['y']}-{month_number(m['m']):02}"
    elif (m := _YEAR_ALONE.match(text, place)) and found.states and not (found.year or found.reports):
        found.year = m["y"]
    else:
        return 0
    return m.end()


_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip


def _meant(word: str) -> str:
    """The month that a misspelt word means; empty for none."""
    near = difflib.get_close_matches(plain(word), _MONTHS, 1, _ALIKE)
    return near[0] if near and near[0][0] == plain(word)[0] else ""


def keep_unread(text: str, place: int, found: Found) -> None:
    """What looks like a number or a date right behind the citation and belongs to it, unread."""
    number = _NUMBER_LIKE.match(text, place) if not found.numbers else None
    m = number or (_DATE_LIKE.match(text, place) if not (found.dates or found.year) else None)
    if m:
        found.unread = m["said"]
