"""What has to be entered in the form or portal of a body, field by field in its order, with the limits checked.

The texts are those of the filing itself, so that the form never says anything else than the filing.
"""

import itertools
import math
from collections.abc import Mapping
from typing import Any, NamedTuple

from briefs.checks.filings import WORDS_A_PAGE
from briefs.errors import LibraryError, Problem, amount
from briefs.library.library import Library
from briefs.models.base import last_day
from briefs.models.brief import Brief
from briefs.models.checklist import CheckItem, Checklist
from briefs.models.form import Form, FormField
from briefs.reading.into_model import into_model
from briefs.reading.text_tree import read_tree
from briefs.render.engine import Rendered
from briefs.render.plain import Section, sections


class Entry(NamedTuple):
    """One field and what goes in. `count` is measured in the unit of the limit; null where nothing is measured."""

    field: FormField
    text: str | None
    count: int | None = None
    estimated: bool = False

    @property
    def over(self) -> bool:
        return self.count is not None and self.field.limit is not None and self.count > self.field.limit


class FilledForm(NamedTuple):
    """A form as it is to be filled for one filing."""

    filing: str
    title: str
    form: Form
    entries: tuple[Entry, ...]


def read_form(library: Library, filing: str) -> Form | None:
    """The form of a filing, from the strongest layer that holds one; null where the body has no form of its own."""
    for layer in library.layers:
        file = layer.root / "templates" / filing / "fields.yaml"
        if file.is_file():
            return into_model(Form, read_tree(file, LibraryError), LibraryError)
    return None


def at_date(form: Form, as_of: str) -> Form:
    """The form under the name that is right at the date: a portal is not named before its first day."""
    if form.since is None or last_day(as_of) >= last_day(form.since):
        return form
    return form.model_copy(update={"form": form.before, "edition": None})


def with_limits(found: Checklist, library: Library, filled: FilledForm | None = None) -> Checklist:
    """The checklist of a filing with a line for each limit of its form; before the filing is written nothing is
    counted."""
    form = filled.form if filled else read_form(library, found.filing)
    entries = filled.entries if filled else tuple(Entry(field, None) for field in form.fields) if form else ()
    # Appendices are counted among the conditions of the forum already.
    limits = tuple(_limit(e) for e in entries if e.field.limit is not None and e.field.limit_unit != "items")
    return found.model_copy(update={"items": (*found.items, *limits)})


def _limit(entry: Entry) -> CheckItem:
    """An estimate is never met and never missing."""
    field = entry.field
    size = amount(entry.count or 0, (field.limit_unit or "").removesuffix("s"))
    status, why = "met" if not entry.over else "missing", size
    if entry.count is None:
        status, why = "ask", "counted when the filing is built"
    elif entry.estimated:
        status = "ask"
        why = f"about {size}, an estimate by words{': OVER' if entry.over else ''}"
    text = f"{field.label}: at most {field.limit} {field.limit_unit}."
    return CheckItem(kind="length", text=text, status=status, why=why, rule=field.source, level=field.level)


def fill(
    form: Form, brief: Brief, rendered: Rendered, pages: Mapping[str, int] | None = None, total: int | None = None
) -> FilledForm:
    """`pages` and `total` as LibreOffice lays the filing out; without them the length in pages is estimated."""
    written = sections(rendered.data)
    lengths = _section_pages(rendered, pages, total)
    data = brief.model_dump(mode="python")
    fields = _for_each_person(form.fields, len(brief.persons))
    entries = tuple(entry(one, data, written, lengths) for one in fields)
    return FilledForm(brief.filing.id, brief.filing.title, form, entries)


def _for_each_person(fields: tuple[FormField, ...], count: int) -> list[FormField]:
    """The fields on the person once more for each further person, before the next question of the form."""
    done: list[FormField] = []
    for of_person, run in itertools.groupby(fields, key=lambda field: (field.value or "").startswith("person.")):
        block = list(run)
        done += block
        for n in range(1, count) if of_person else ():
            done += [_of_person(field, n) for field in block]
    return done


def _of_person(field: FormField, n: int) -> FormField:
    """The same field for the person at place `n` of the case file; it belongs to the group of the first one's."""
    name = (field.value or "").removeprefix("person.")
    told = {"id": f"{field.id}-{n + 1}", "label": f"{field.label} (person {n + 1})", "value": f"persons.{n}.{name}"}
    return field.model_copy(update={**told, "group": None})


def problems(filled: FilledForm) -> list[Problem]:
    """Every field whose content is longer than the form takes, with the count."""
    return [
        Problem(
            f"{filled.filing}, field '{entry.field.label}'",
            f"{'about ' if entry.estimated else ''}{entry.count:,} {entry.field.limit_unit}; "
            f"the limit is {entry.field.limit:,} ({entry.field.level}).",
            "A field that is too long is cut off, or the form is refused.",
            "Shorten the facts in the case file, or the text in the Word file before you copy it.",
        )
        for entry in filled.entries
        if entry.over
    ]


def as_data(filled: FilledForm) -> dict[str, Any]:
    """The filled form as plain data for `counsel-only/<filing>-form.json`."""
    return {
        "format": 1,
        "filing": filled.filing,
        "form": filled.form.form,
        "fields": [
            {
                **entry.field.model_dump(
                    include={"id", "group", "label", "box", "ask", "limit", "limit_unit", "level"}
                ),
                "text": entry.text,
                "count": entry.count,
                "estimated": entry.estimated,
                "over": entry.over,
            }
            for entry in filled.entries
        ],
    }


def entry(field: FormField, data: dict[str, Any], written: list[Section], lengths: Mapping[str, int]) -> Entry:
    if field.says:
        return Entry(field, field.says, *_measured(field, field.says, None, 0))
    if field.section:
        heading, text = _passage(field, written)
        return Entry(field, text, *_measured(field, text or "", lengths.get(heading), 0))
    value = look_up(data, field.value) if field.value else None
    text = as_text(value)
    items = len(value) if isinstance(value, list) else 0
    return Entry(field, text, *_measured(field, text or "", None, items))


def _passage(field: FormField, written: list[Section]) -> tuple[str, str | None]:
    """The heading and the text of a field: one section, or all up to a later heading, each under its own."""
    starts = [n for n, s in enumerate(written) if s.heading.startswith(field.section or "")]
    if not starts:
        return "", None
    first, rest = written[starts[0]], written[starts[0] + 1 :]
    ends = [n for n, s in enumerate(rest) if field.until and s.heading.startswith(field.until)]
    following = [f"{s.heading}\n{s.text}" for s in rest[: ends[0]]] if ends else []
    return first.heading, "\n\n".join([first.text, *following]) or None


def _measured(field: FormField, text: str, in_pages: int | None, items: int) -> tuple[int | None, bool]:
    words = len(text.split())
    if field.limit_unit == "pages":
        return (in_pages, False) if in_pages else (math.ceil(words / WORDS_A_PAGE), True)
    counts = {"characters": len(text), "words": words, "items": items}
    return (counts[field.limit_unit], False) if field.limit_unit else (None, False)


def look_up(data: Any, path: str) -> Any:
    """The value behind a dotted name; null where a list has no such item."""
    for step in path.split("."):
        if isinstance(data, list):
            data = data[int(step)] if int(step) < len(data) else None
        else:
            data = data.get(step) if data is not None else None
    return data


def as_text(value: Any) -> str | None:
    """A value as one would type it; a list of exhibits as one numbered line each; nothing for nothing."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        lines = [_line(item) for item in value]
        return ("\n" if any(isinstance(item, dict) for item in value) else "; ").join(lines) or None
    return value or None


def _line(item: Any) -> str:
    if not isinstance(item, dict):
        return str(item)
    shown = [item.get(key) for key in ("number", "title", "body", "label", "by", "outcome")]
    dated = item.get("date") or item.get("on")
    pages = f"{item['pages']} p{'.' if item['pages'] == '1' else 'p.'}" if item.get("pages") else None
    return ", ".join(str(part) for part in (*shown, dated, pages, item.get("status")) if part)


def _section_pages(rendered: Rendered, pages: Mapping[str, int] | None, total: int | None) -> dict[str, int]:
    """Heading → pages that its section touches, by the page on which the next section begins."""
    if not pages or total is None:
        return {}
    tops = [h for h in rendered.headings if h.level == 1 and h.bookmark in pages]
    ends = [pages[h.bookmark] for h in tops[1:]] + [total]
    return {h.text: end - pages[h.bookmark] + 1 for h, end in zip(tops, ends, strict=True)}
