"""Dates as people write them in many languages, read into YYYY-MM-DD; a day that does not exist is told from none."""

import datetime as dt
import re

from briefs.verify.find.folding import plain
from briefs.verify.find.late import late, one_of

_MONTHS = {
    1: "january jan janv janvier januar enero gennaio janeiro januari stycznia ledna ocak ianuarie января",
    2: "february feb fevrier februar febrero febbraio fevereiro fevr fev februari lutego unora subat februarie февраля",
    3: "march mar mars marz marzo marco maerz maart marca brezna mart martie марта",
    4: "april apr avril abril aprile avr kwietnia dubna nisan aprilie апреля",
    5: "may mai mayo maggio maio maj mei maja kvetna mayis мая",
    6: "june jun juin juni junio giugno junho czerwca cervna haziran iunie июня",
    7: "july jul juillet juli julio luglio julho juil juill lipca cervence temmuz iulie июля",
    8: "august aug aout agosto augusti augustus sierpnia srpna agustos августа",
    9: "september sept sep septembre septiembre settembre setembro wrzesnia zari eylul septembrie сентября",
    10: "october oct octobre oktober octubre ottobre outubro okt pazdziernika rijna ekim octombrie октября",
    11: "november nov novembre noviembre novembro listopada listopadu kasim noiembrie ноября",
    12: "december dec decembre dezember diciembre dicembre dezembro dez grudnia prosince aralik decembrie декабря",
}
_NUMBER = {word: month for month, words in _MONTHS.items() for word in words.split()}
_NAMES = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre|"
    "Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|"
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|"
    "gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|"
    "janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|"
    "januari|februari|maart|mei|maj|augusti|augustus|"
    "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|"
    "ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince|"
    "ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|"
    "ianuarie|februarie|martie|aprilie|iunie|iulie|septembrie|octombrie|noiembrie|decembrie|"
    "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Okt|Nov|Dec|Dez|févr|fév|janv|déc|avr|juill|juil"
)
MONTH = rf"(?i:{one_of(_NAMES.lower().split('|'))})(?![a-zà-žа-я])\.?"
# Only English writes the month first. Each name costs time in every pattern with a date, once a process.
_MONTH_FIRST = (
    r"(?i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)(?![a-zà-žа-я])\.?"
)
DATE = (
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?(?: of| de)?[ -]?(?P<m1>{MONTH}),?"
    r"(?: de| del)?[ -](?P<y1>\d{4})(?!\d|/)"
    r"(?: r\.| roku(?!\w))?"
    rf"|(?P<m2>{_MONTH_FIRST}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>\d{{4}})(?!\d|/)"
    r"|(?<!\d)(?P<y3>(?:19|20)\d{2})-(?P<m3>\d{2})-(?P<d3>\d{2})(?!\d)"
    r"|(?<![\d/.-])(?P<d4>\d{1,2})(?P<s>\. ?|[/-])(?P<m4>\d{1,2})(?P=s)(?P<y4>(?:19|20)\d{2})(?!\d|/|-\d)"
    r"(?: r\.| r(?= )| roku(?!\w))?"
    # '28.II.2008', '28 II 2008'
    r"|(?<![\d/.-])(?P<d5>\d{1,2})(?:\. ?| )(?P<m5>XI{0,2}|IX|IV|VI{0,3}|I{1,3})(?:\. ?| )"
    r"(?P<y5>(?:19|20)\d{2})(?!\d|/)"
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

DAY = late(DATE)

_YEAR = re.compile(r"\d{4}")


def year_in(text: str, start: int, end: int) -> bool:
    """Whether a date can stand in this stretch of a text: cheaper than looking for one."""
    return bool(_YEAR.search(text, start, end))


def read_date(match: re.Match[str]) -> tuple[str, bool]:
    """(ISO date, true) or (what was written as YYYY-MM-DD, false) where the calendar has no such day."""
    for n in "12345":
        day, month, year = (match.group(part + n) for part in "dmy")
        if year:
            return as_date(int(year), month_number(month), int(day))
    return "", False


def month_number(text: str) -> int:
    """1 for 'January', 'janv.', '01' or 'I'."""
    if text.isdecimal() or text.upper() in _ROMAN:
        return int(text) if text.isdecimal() else _ROMAN.index(text.upper()) + 1
    return _NUMBER[plain(text.rstrip("."))]


def as_date(year: int, month: int, day: int) -> tuple[str, bool]:
    """(ISO date, true), or (what was written, false) where the calendar has no such day."""
    try:
        return dt.date(year, month, day).isoformat(), True
    except ValueError:
        return f"{year:04}-{month:02}-{day:02}", False


def year_in_full(year: str) -> int:
    """A year of Strasbourg, of two digits or four: the Commission took up its work in 1955."""
    return int(year) + (0 if len(year) == 4 else 1900 if int(year) > 54 else 2000)


def slip(one: str, other: str) -> bool:
    """Whether two ISO dates differ in one of day, month and year only, or have day and month exchanged."""
    a, b = one.split("-"), other.split("-")
    if len(a) != 3 or len(b) != 3:
        return False
    return sum(x == y for x, y in zip(a, b, strict=True)) == 2 or (a[0] == b[0] and a[1:] == b[:0:-1])
