"""Numbers that stand near a case cited by its name and were not read with it: nobody may take them for checked."""

import re
from collections.abc import Callable, Iterable

from briefs.citing import written_date
from briefs.documents import Paragraph
from briefs.verify.check.verdict import Verdict
from briefs.verify.find.dates import DAY, read_date, slip
from briefs.verify.find.found import Found
from briefs.verify.find.late import late
from briefs.verify.known.authorities import number_key

_SLASH = "/\u2044\u2215\u29f8\uff0f"
_NUMBER = late(rf"(?<![\w./-])(\d{{1,5}})\s?[{_SLASH}]\s?(\d{{2}})(?![\w/-]|[.,]\d)")
_SAYS_SO = late(r"(?:\b(?:nos?|nr|n[o°º]|app|appl|applications?|requête|číslo|č)\b[.:]?|[(|№\[])\s*$", re.IGNORECASE)
_CELL = late(rf"(?:(?:app(?:lication)?\.?\s*)?nos?\.?\s*)?{_NUMBER.pattern}\.?", re.IGNORECASE)
_NEAR, _CELLS, _LONGEST_CELL = 90, 3, 120


def in_cells(paragraphs: Iterable[Paragraph]) -> dict[int, str]:
    """For a short paragraph, as a cell of a table is, the number that fills one of the next cells; by its identity."""
    return _filled(paragraphs, _number_of)


def dated_cells(paragraphs: Iterable[Paragraph]) -> dict[int, str]:
    """The same for the day that fills one of the next cells."""
    return _filled(paragraphs, _day_of)


def _number_of(text: str) -> str:
    m = _CELL.fullmatch(text) if len(text) < 40 else None
    return f"{m[1]}/{m[2]}" if m else ""


def _day_of(text: str) -> str:
    m = DAY.fullmatch(text) if 7 < len(text) < 30 else None
    day, real = read_date(m) if m else ("", False)
    return day if real else ""


def _filled(paragraphs: Iterable[Paragraph], read: Callable[[str], str]) -> dict[int, str]:
    found: dict[int, str] = {}
    before: list[Paragraph] = []
    for paragraph in paragraphs:
        text = paragraph.text.strip()
        if told := read(text):
            found |= {id(earlier): told for earlier in before}
            before = []
        elif text:
            before = [*before, paragraph][-_CELLS:] if len(text) < _LONGEST_CELL else []
    return found


def check_day_beside(found: Found, verdict: Verdict, text: str, day: str) -> None:
    """A case that fills a cell, with another day in a cell of its row that can only be a slip of its own."""
    own = verdict.authority.date if verdict.authority else ""
    alone = len(text.strip()) - (found.end - found.start) < 5
    if not (day and own and alone) or verdict.status != "exists" or found.family != "case" or found.dates or found.year:
        return
    if day == own:
        verdict.checks["date"] = "agrees"
    elif slip(day, own):
        verdict.status, verdict.checks["date"] = "not_checked", "not_checked"
        verdict.note(
            "day_apart",
            f"{written_date(day)} stands in the same row, and the case was decided on {written_date(own)}: correct it, "
            "or say what the other day is.",
        )


def check_beside(found: Found, verdict: Verdict, text: str, end: int, cell: str) -> None:
    """A case known by its name alone is not 'exists' where a number that is not its own stands behind it.

    `end`: where its sentence or the next citation begins to speak of something else. `cell`: the number in a cell of
    the same row."""
    if verdict.status != "exists" or found.family != "case" or found.numbers or verdict.authority is None:
        return
    behind = text[found.end : min(end, found.end + _NEAR)]
    told = [f"{m[1]}/{m[2]}" for m in _NUMBER.finditer(behind) if _SAYS_SO.search(behind[: m.start()])]
    numbers = told or ([cell] if cell and len(text.strip()) - (found.end - found.start) < 40 else [])
    own = {number_key(number) for number in verdict.authority.numbers}
    if not numbers or not own:
        return
    strange = [number for number in numbers if number_key(number) not in own]
    if not strange:
        verdict.checks["number"] = "agrees"
        return
    verdict.status, verdict.checks["number"] = "not_checked", "not_checked"
    verdict.note(
        "number_apart",
        f"{strange[0]} stands beside the name and is not its number ({', '.join(verdict.authority.numbers)}): "
        "write name, number and date together, or correct one of them.",
    )
