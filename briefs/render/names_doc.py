"""Writes docs/template-names.md from the records, so that the page can never say more or less than the gate allows.

python -m briefs.render.names_doc > docs/template-names.md
"""

from pydantic import BaseModel

from briefs.render.language import SPOKEN
from briefs.render.schema import Shape, top

_INTRODUCTION = """\
# Names a template may use

This page is generated from `briefs/models/brief.py` and `submission.py` beside it;
`python -m briefs.render.names_doc` writes it.

* `{{ person.called }}` prints a text. Where the value is unknown, a visible placeholder with the label stands in its
  place; in a condition an unknown value is false (`!= 'x'` is true of it; ask `{% if a and a != 'x' %}`).
* `{%p if … %}`, `{%p elif … %}`, `{%p else %}`, `{%p endif %}`, `{%p for x in list %}`, `{%p endfor %}` stand alone in
  a paragraph; `{%tr for x in list %}` alone in a table row; `{% if … %}` without p works inside a line.
* `{%p include 'blocks/name' %}` brings in a fragment; `{%p include submission %}` the argument of a submission.
* Conditions: `==`, `!=`, `not`, `and`, `or`. Filters: `upper`, `join(', ')` for lists of texts, `length` in conditions.
* Nothing else is allowed: no other call, filter, include, arithmetic, macro or set.
"""
_EFFECTS = {
    "cite": "footnote for the authority, full form first, short form later; neighbours share a note",
    "fn": "footnote with this text",
    "mark": "names the paragraph in which it stands",
    "ref": "number of the paragraph of that name",
    "ex": "prints [E3, p. 2]",
    "missing": "visible placeholder",
    "note": "drafting note for counsel: a comment in the annotated copy, nothing in what is filed",
    "toc": "table of contents, alone in its paragraph",
    "toa": "table of authorities, alone in its paragraph",
}


def page() -> str:
    """The whole page as Markdown."""
    names = top()
    sections = [_INTRODUCTION, _calls(), _table("Top level", "", names)]
    seen: list[type[BaseModel]] = []
    waiting = list(names.values())
    while waiting:
        record = _record(waiting.pop(0))
        if record is None or record in seen:
            continue
        seen.append(record)
        fields = Shape("record", "", "", record=record).fields
        sections.append(_table(record.__name__, _doc(record), fields))
        waiting += fields.values()
    return "\n".join(sections)


def _doc(record: type[BaseModel]) -> str:
    return (record.__doc__ or "").strip()


def _record(shape: Shape) -> type[BaseModel] | None:
    if shape.record is not None:
        return shape.record
    inner = shape.item
    return inner if isinstance(inner, type) and issubclass(inner, BaseModel) else None


def _calls() -> str:
    rows = "".join(f"| `{name}` | {SPOKEN[name]} | {effect} |\n" for name, effect in _EFFECTS.items())
    return f"## Calls\n\n| call | takes | gives |\n|---|---|---|\n{rows}"


def _table(title: str, said: str, fields: dict[str, Shape]) -> str:
    rows = "".join(
        f"| `{name}` | {shape.label} | {_kind(shape)} | {'yes' if shape.nullable else ''} |\n"
        for name, shape in fields.items()
    )
    head = f"## {title}\n\n" + (f"{said}\n\n" if said else "")
    return f"{head}| name | what it is | kind | may be unknown |\n|---|---|---|---|\n{rows}"


def _kind(shape: Shape) -> str:
    record = _record(shape)
    name = f"[{record.__name__}](#{record.__name__.lower()})" if record else "text"
    if shape.kind == "list":
        return f"list of {name if record else 'texts'}"
    if shape.kind == "map":
        return f"by id: {name if record else 'true'}"
    return name if shape.kind == "record" else {"text": "text", "flag": "condition"}[shape.kind]


if __name__ == "__main__":
    print(page(), end="")
