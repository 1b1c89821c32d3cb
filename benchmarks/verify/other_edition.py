"""What the French edition of the Court's list adds to the English one: names, other dates, rulings that it lost."""

from collections import defaultdict
from collections.abc import Iterable

from benchmarks.verify.listed import Row, first_of
from briefs.verify.find.forms import Forms
from briefs.verify.find.names import agree, tokens_of
from briefs.verify.known.authorities import number_key


class Rows:
    """Rows by number, by report and by day. `until`: the day of the list; it knows no ruling that is later."""

    def __init__(self, rows: Iterable[Row], forms: Forms, until: str):
        self.forms, self.until = forms, until
        self._by: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in rows:
            self.add(row)

    def add(self, row: Row) -> None:
        for number in filter(None, row["application_numbers"].split(";")):
            self._by["number", number_key(number)].append(row)
        for key in ("date", "report"):
            if row[key]:
                self._by[key, row[key]].append(row)

    def numbered(self, row: Row) -> list[Row]:
        """Rulings on the same applications."""
        numbers = map(number_key, filter(None, row["application_numbers"].split(";")))
        return _unlike(r for number in numbers for r in self._by["number", number])

    def alike(self, row: Row) -> list[Row]:
        """Without a common number: the same day or report, the same state, and a name that agrees or no second such
        ruling.
        """
        found = [r for key in ("date", "report") if row[key] for r in self._by[key, row[key]]]
        found = [r for r in _unlike(found) if _states(r) == _states(row) and not _contradicts(r, row)]
        named = [r for r in found if agree(first_of(r), first_of(row))]
        if named or row["application_numbers"]:
            return named
        only = [r for r in found if r["date"] == row["date"] and r["report"] == row["report"]]
        return only if len(only) == 1 else []


def add_edition(rows: Rows, french: Iterable[Row]) -> list[Row]:
    """Completes the rows, and gives those that only the French edition has."""
    new = []
    for row in french:
        same = rows.numbered(row)
        if same and not any(set(_states(r)) & set(_states(row)) for r in same):
            continue  # a slip in the number or the state of one edition: which of them, nothing tells
        twins = [r for r in same if _same_ruling(r, row)]
        if not same:
            twins = rows.alike(row)
        if twins:
            for twin in twins:
                _name(twin, row)
                _other_number(twin, row)
        elif kin := [r for r in same if _sort(r) == _sort(row) and r["date"] and row["date"]]:
            _name(kin[0], row)
            _other_date(kin[0], row, rows.until)
        elif not row["date"] or _possible(row["date"], rows.until):
            fresh = _in_english(row, rows.forms, same)
            rows.add(fresh)
            new.append(fresh)
    return new


def _same_ruling(one: Row, other: Row) -> bool:
    if one["date"] and other["date"]:
        return one["date"] == other["date"]
    return bool(one["report"] and other["report"]) and not _differ(one["report"], other["report"])


def _differ(one: str, other: str) -> bool:
    """'ECHR 2005' may be 'ECHR 2005-VIII' with the volume left out."""
    short, long = sorted((one, other), key=len)
    return not (long == short or long.startswith(f"{short}-"))


def _contradicts(one: Row, other: Row) -> bool:
    return any(one[key] and other[key] and _differ(one[key], other[key]) for key in ("date", "report"))


def _sort(row: Row) -> tuple[bool, bool, str]:
    return row["kind"].startswith("grand"), row["kind"].endswith("decision"), row["phase"].replace("merits", "")


def _states(row: Row) -> list[str]:
    return sorted(row["respondent_state"].split(";"))


def _name(twin: Row, row: Row) -> None:
    """The French name where nobody would take it for the English one, or find it by a word of the other."""
    known = [name for name in twin["name_variants"].split(";") if name]
    first = first_of(row).replace(";", ",")
    words = set(tokens_of(first))
    for name in (twin["name"], *known):
        own = name.split(" v. ")[0]
        if agree(first, own) and words & set(tokens_of(own)):
            return
    twin["name_variants"] = ";".join([*known, f"{first} v. {twin['name'].rpartition(' v. ')[2]}"])


def _other_number(twin: Row, row: Row) -> None:
    numbers = {number_key(n) for n in filter(None, twin["application_numbers"].split(";"))}
    own = [n for n in filter(None, row["application_numbers"].split(";"))]
    if numbers and own and not numbers & set(map(number_key, own)):
        _note(twin, f"also printed with no. {own[0]}")


def _other_date(twin: Row, row: Row, until: str) -> None:
    """Both days are printed, and nobody is to be blamed for either; one that cannot be is a slip."""
    if not _possible(twin["date"], until) and _possible(row["date"], until):
        twin["date"] = row["date"]
    elif _possible(row["date"], until):
        _note(twin, f"other dates printed: {row['date']}")


def _possible(date: str, until: str) -> bool:
    return "1959" < date <= until


def _note(row: Row, text: str) -> None:
    if text not in row["notes"]:
        row["notes"] = "; ".join(part for part in (row["notes"], text) if part)


def _in_english(row: Row, forms: Forms, same: list[Row]) -> Row:
    """A ruling that only the French edition has: the state in English, the applicants as an English row of the case."""
    first = first_of(same[0]) if same else _and(first_of(row))
    states = " and ".join(forms.state_names[code][0] for code in row["respondent_state"].split(";"))
    marks = row["name"].partition("(")[1] + row["name"].partition("(")[2] if row["name"].endswith(")") else ""
    return row | {"name": f"{first} v. {states} {marks}".strip(), "notes": "French edition"}


def _and(names: str) -> str:
    return names.replace(" et autres", " and Others").replace(" et ", " and ")


def _unlike(rows: Iterable[Row]) -> list[Row]:
    return list({id(row): row for row in rows}.values())
