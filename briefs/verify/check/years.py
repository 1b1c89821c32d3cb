"""Years that a number itself tells, against the day of the ruling and the day of reading."""

from briefs.citing import written_date
from briefs.verify.check.comparing import neutral_parts
from briefs.verify.check.numbers import in_full
from briefs.verify.check.verdict import Verdict
from briefs.verify.find.found import Found
from briefs.verify.find.late import late

# Courts that put the year in which a case came in behind the number: '2 BvR 965/15', 'II. ÚS 2299/19', 'II KK 154/19',
# '11 Tcu 116/2019', 'C-404/15'. Others, as in Italy, put that of the ruling, which may be filed in a later year.
_LODGED = (
    late(
        r"(?:^|(?<=\s))\d{1,2} (?:Bv[A-Z]|[A-Z][A-Za-z]{0,3}R|ARs|StB|[IVXL]+ Z[BR]) \d{1,5}/(?P<year>\d{2})(?![\d/])"
    ),
    late(r"ÚS(?:-st\.)? \d{1,5}/(?P<year>\d{2})(?!\d)"),
    late(r"^\d{1,2} (?:Tcu|Tdo|Tz|Tvo|Cdo|As|Azs) \d{1,5}/(?P<year>\d{4})(?!\d)"),
    late(r"^(?:V|IV|III|II|I) (?:KK|KO|KZ|KZP|KS|CSK|CSKP|CZP) \d{1,5}/(?P<year>\d{2})(?!\d)"),
    late(r"^[CT]-\d{1,4}/(?P<year>\d{2})(?!\d)"),
)
_OPINION = late(r"A/HRC/WGAD/(?P<year>\d{4})/\d{1,3}$|/D/[\d, &-]{1,40}/(?P<of>\d{4})(?!\d)")


def check_years(found: Found, as_of: str, v: Verdict) -> None:
    """A symbol of a year to come or of before the United Nations; a case that came in after it was decided; a neutral
    citation that was given before that day."""
    for symbol in found.symbols:
        m = _OPINION.search(symbol)
        year = m and (m["year"] or m["of"])
        if year and not "1945" < year <= as_of[:4] and v.checks.get("symbol") != "differs":
            v.status = "malformed"
            v.differs("symbol", "un_symbol_malformed", f"{symbol}: there is no document of {year}.")
    if v.checks.get("date") == "differs" or v.checks.get("number") == "differs":
        return
    for neutral in found.neutrals if found.date and not found.led else ():
        year, court, _ = neutral_parts(neutral)
        if year and found.date[:4] > year and "ECHR" not in court:
            why = f"a ruling of {written_date(found.date)} has no number of {year}"
            v.differs("date", "wrong_date", f"{neutral}: {why}.")
            return
    for docket in (*found.dockets, *found.eu_cases):
        year = lodged(docket, as_of)
        if year and found.date and year > int(found.date[:4]):
            why = f"a case of {year} cannot have been decided on {written_date(found.date)}"
            v.differs("date", "wrong_date", f"{docket}: {why}.")
            return


def lodged(docket: str, as_of: str) -> int:
    """The year in which a case of this number came in; 0 where its form does not tell."""
    for form in _LODGED:
        if m := form.search(docket):
            return int(m["year"]) if len(m["year"]) == 4 else in_full(m["year"], as_of)
    return 0
