"""Application numbers: near misses by a finger's slip, and numbers that cannot exist."""

from collections.abc import Iterator


def near(number: str) -> Iterator[str]:
    """Numbers one slip away: a digit changed, two exchanged, one too many or too few."""
    serial, _, year = number.partition("/")
    seen = {number}
    for text, build in ((serial, lambda s: f"{s}/{year}"), (year, lambda y: f"{serial}/{y}")):
        for other in _slips(text, text is year):
            made = build(other)
            if made not in seen and not other.startswith("0") | (text is year and len(other) != len(year)):
                seen.add(made)
                yield made
    if len(year) == 2:
        for other in _slips(year, True):
            if len(other) == 2 and f"{serial}/{other}" not in seen:
                seen.add(f"{serial}/{other}")
                yield f"{serial}/{other}"


def _slips(text: str, same_length: bool) -> Iterator[str]:
    for i in range(len(text) - 1):
        yield text[:i] + text[i + 1] + text[i] + text[i + 2 :]
    for i in range(len(text)):
        for digit in "0123456789":
            yield text[:i] + digit + text[i + 1 :]
    if same_length:
        return
    for i in range(len(text)):
        yield text[:i] + text[i + 1 :]
    for i in range(len(text) + 1):
        for digit in "0123456789":
            yield text[:i] + digit + text[i:]


def is_near(one: str, other: str) -> bool:
    """Whether two numbers differ by a slip or two: at most two digits, or two exchanged."""
    if one == other:
        return True
    if len(one) == len(other):
        wrong = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        return len(wrong) <= 2
    return other in set(near(one))


def lodged(number: str, as_of: str) -> int | None:
    """Year in which an application of the European Court was lodged; None where it is no such number.

    Two digits stand for a year from 1955 on, when the Commission took up its work.
    """
    serial, _, year = number.partition("/")
    if not serial.isdecimal() or len(year) != 2 or not year.isdecimal():
        return None
    return in_full(year, as_of)


def in_full(year: str, as_of: str) -> int:
    """A year of two digits: the latest that is not to come."""
    full = 2000 + int(year)
    return full if full <= int(as_of[:4]) else full - 100


def impossible(number: str, date: str | None, as_of: str) -> str:
    """Why no application can have this number (at this date); empty where it can."""
    year = lodged(number, as_of)
    if year is None:
        return ""
    if year < 1955:
        return f"no application can have been lodged in '{number.partition('/')[2]}"
    if date and date[:4].isdecimal() and year > int(date[:4]):
        return f"an application of {year} cannot have been decided on {date}"
    return ""
