"""Which of several cases of one name is meant: by rank, by the year of a report, by how common the name is."""

from briefs.verify.check.comparing import Knowledge, report_year
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.find.names import tokens_of
from briefs.verify.known.authorities import Authority, number_key


def reported_that_year(named: list[Authority], date: str) -> Authority | None:
    """The one ruling of the case that is known by its report alone, of the year that is given."""
    fits = [a for a in named if not a.date and report_year(a) == date[:4]]
    return fits[0] if len(fits) == 1 and one_case(named) else None


_REPORTED_IN = late(r"\(?(\d{4})\) \d")
_LONGEST_TO_PRINT = 3
"""Years from a ruling to its volume of the European Human Rights Reports, at most."""


def reported_then(found: Found, named: list[Authority]) -> list[Authority]:
    """'Goodwin v UK (1996) 22 EHRR 123': of several cases of the name, those that this year can report."""
    years = {int(m[1]) for report in found.abroad if (m := _REPORTED_IN.match(report))}
    decided = [(a, int(day[:4])) for a in named if (day := a.date or report_year(a))]
    return [a for a, year in decided if any(0 <= printed - year <= _LONGEST_TO_PRINT for printed in years)]


def is_leading(a: Authority) -> bool:
    """In the library, of the Grand Chamber, or chosen for the official reports."""
    reported = any(report.startswith(("ECHR", "Reports", "Series A")) for report in a.reports)
    return a.precedent is not None or a.grand_chamber or reported


def one_case(named: list[Authority]) -> bool:
    """Whether these are rulings in one and the same case: each shares a number with the first, or has none."""
    if not named:
        return False
    numbers = {number_key(n) for a in named for n in a.numbers[:1]}
    first = {number_key(n) for n in max(named, key=lambda a: len(a.numbers)).numbers}
    return numbers <= first if numbers else len({a.name for a in named}) == 1


def common(found: Found, known: Knowledge) -> bool:
    """One word that more than three cases of the register bear, whoever the respondent is."""
    words = tokens_of(found.first or found.name)
    if len(words) > 1:
        return False
    return len({a.numbers[:1] for a in known.authorities.named(found.first or found.name) if a.numbers}) > 3
