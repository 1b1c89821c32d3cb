"""The form beside a filing (`fields.yaml`): every field names something that the brief or the filing holds."""

from collections.abc import Iterator
from pathlib import Path

from briefs.errors import BriefError, LibraryError, Problem, did_you_mean
from briefs.models.form import Form, FormField
from briefs.reading.into_model import into_model
from briefs.reading.text_tree import TextTree, read_tree
from briefs.render.schema import Shape, top

_HEADINGS = ("# ", "@HeadingPlain ")


def form_problems(file: Path) -> Iterator[Problem]:
    """All that is wrong in one fields.yaml; a folder without one has no form."""
    if not file.is_file():
        return
    try:
        tree = read_tree(file, LibraryError)
        form = into_model(Form, tree, LibraryError)
    except BriefError as reason:
        yield from reason.problems
        return
    headings = _headings(file.with_name("en.txt"))
    seen: set[str] = set()
    for n, field in enumerate(form.fields):
        if field.id in seen:
            what = f"fields.id: '{field.id}' stands twice."
            yield Problem(tree.where(("fields", n, "id")), what, "A field is found by its id.", "Give each its own.")
        seen.add(field.id)
        yield from _field(tree, n, field, headings)


def _field(tree: TextTree, n: int, field: FormField, headings: list[str]) -> Iterator[Problem]:
    if field.value and (unknown := unknown_name(field.value)):
        word, known = unknown
        what = f"fields.value: '{field.value}' is no name of the brief."
        fix = did_you_mean(word, known) or "See docs/template-names.md."
        yield Problem(tree.where(("fields", n, "value")), what, "The field would stay empty.", fix)
    for key in ("section", "until"):
        words = getattr(field, key)
        if words and not any(heading.startswith(words) for heading in headings):
            what = f"fields.{key}: no heading of the filing begins with '{words}'."
            fix = did_you_mean(words, headings) or "Write the first words of a heading."
            yield Problem(tree.where(("fields", n, key)), what, "The field would stay empty.", fix)


def unknown_name(path: str) -> tuple[str, list[str]] | None:
    """The first step of a dotted name that the brief does not have, and what it could be; null when all are known."""
    names: dict[str, Shape] = top()
    shape: Shape | None = None
    for step in path.split("."):
        if step.isdigit() and shape is not None and shape.kind == "list":
            shape = shape.each()
        elif step in names:
            shape = names[step]
        else:
            return step, sorted(names)
        names = shape.fields
    return None


def _headings(text: Path) -> list[str]:
    if not text.is_file():
        return []
    lines = text.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix(start) for line in lines for start in _HEADINGS if line.startswith(start)]
