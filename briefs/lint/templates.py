"""Templates: the manifest, the gate and the closed language, the text beside the Word file, and no precedent named of
its own accord. A single Word file can be checked too."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from briefs.errors import BriefError, LibraryError, Problem, TemplateError, did_you_mean
from briefs.library import Layer, Library
from briefs.library.integrity import is_known
from briefs.library.layouts import layout_names
from briefs.lint.forms import form_problems
from briefs.models.brief import Brief
from briefs.models.template import FilingManifest, FragmentManifest
from briefs.reading.files import read_bytes
from briefs.reading.into_model import fields_at, into_model
from briefs.reading.text_tree import TextTree, read_tree
from briefs.render import apart
from briefs.render.markup import to_text
from briefs.render.package_gate import MAX_FILE

_BRANCH = re.compile(r"\{%[a-z]* *(if|elif|else|endif)\b([^%]*)%\}")
_HELD = re.compile(r"held\['([^']+)'\]")
_NUMBER = re.compile(r"\bno\. \d+/\d\d|\bC-\d+/\d\d|\b(?:CAT|CCPR|CED)/C/\S+/D/")
Shown = Iterator[Problem]


def template_folders(layer: Layer) -> list[Path]:
    """Folders of a layer that hold a template: those with a manifest or a Word file."""
    base = layer.root / "templates"
    files = [*base.rglob("template.yaml"), *base.rglob("*.docx")] if base.is_dir() else []
    return sorted({file.parent for file in files if not file.name.startswith("~$")})


def folder_problems(folder: Path, name: str, library: Library) -> Shown:
    """All that is wrong in one folder templates/<name>."""
    yield from _manifest(folder / "template.yaml", name, library)
    yield from form_problems(folder / "fields.yaml")
    for file in sorted(folder.glob("*.docx")):
        if not file.name.startswith("~$"):
            yield from word_problems(file, _is_fragment(name), library)


def _is_fragment(name: str) -> bool:
    return name.startswith(("arguments/", "blocks/"))


def word_problems(file: Path, fragment: bool, library: Library) -> Shown:
    """The gate, the closed language, the text beside it, and what it names."""
    try:
        data = read_bytes(file, MAX_FILE, TemplateError)
        apart.check(data, str(file), fragment=fragment, known=is_known(data))
        text = to_text(data)
    except TemplateError as reason:
        yield from (_placed(problem, file) for problem in reason.problems)
        return
    beside = file.with_suffix(".txt")
    yield from _same_text(text, beside, file)
    yield from _named(text, beside if beside.exists() else file, library)


def _placed(problem: Problem, file: Path) -> Problem:
    """With the file in front where the renderer speaks of an id only."""
    inside = problem.where.removeprefix(f"{file.stem}.{file.stem}").lstrip(": ")
    where = problem.where if str(file) in problem.where else f"{file}: {inside}".rstrip(": ")
    return Problem(where, problem.what, problem.why, problem.fix)


def _same_text(text: str, beside: Path, file: Path) -> Shown:
    how = f"After an edit in Word run: python -m briefs.render.markup text {file}"
    why = "Whoever reviews a change reads the text, not the Word file."
    if not beside.exists():
        if file.parent.parent.name == "templates" or (file.parent / "template.yaml").exists():
            yield Problem(f"{file}", "has no text beside it.", why, how)
        return
    held, wanted = beside.read_text(encoding="utf-8").splitlines(), text.splitlines()
    for number, (there, here) in enumerate(zip([*held, ""], [*wanted, ""], strict=False), start=1):
        if there != here:
            yield Problem(f"{beside}:{number}:1", f"differs from {file.name} from this line on.", why, how)
            return
    if len(held) != len(wanted):
        number = min(len(held), len(wanted)) + 1
        yield Problem(f"{beside}:{number}:1", f"differs from {file.name} from this line on.", why, how)


def _named(text: str, shown: Path, library: Library) -> Shown:
    """A holding exists; a precedent is named only inside a condition that one of its holdings was matched."""
    names = {p.short_title: p.id for p in library.precedents.values() if re.search(r" v\.? ", p.short_title)}
    for number, line in enumerate(text.splitlines(), start=1):
        for key in _HELD.findall(line):
            if key not in library.holdings and key.rpartition("/")[0] not in _withdrawn(library):
                fix = did_you_mean(key, library.holdings)
                yield Problem(f"{shown}:{number}:1", f"the holding '{key}' does not exist.", "", fix)
    for number, free in _outside_conditions(text):
        for named in [name for name in names if name in free] + _NUMBER.findall(free):
            yield Problem(
                f"{shown}:{number}:1",
                f"names '{named}' outside a condition.",
                "It would be printed although it was not matched to this case.",
                "Cite through a slot, or write {% if held['<id>/<n>'] %} … {% endif %} around it.",
            )


def _withdrawn(library: Library) -> set[str]:
    return {key.rpartition("/")[2] for key in library.withdrawn}


def _outside_conditions(text: str) -> Iterable[tuple[int, str]]:
    """(line, text) of all text that no condition on a holding stands around."""
    stack: list[bool] = []
    for number, line in enumerate(text.splitlines(), start=1):
        at = 0
        for tag in _BRANCH.finditer(line):
            if not any(stack):
                yield number, line[at : tag.start()]
            at = tag.end()
            held = "held[" in tag[2]
            if tag[1] == "if":
                stack.append(held)
            elif tag[1] == "endif":
                stack = stack[:-1]
            elif stack:
                stack[-1] = held
        if not any(stack):
            yield number, line[at:]


def _manifest(file: Path, name: str, library: Library) -> Shown:
    try:
        tree = read_tree(file, LibraryError)
        fragment = tree.data.get("kind", "filing") == "fragment"
        manifest = into_model(FragmentManifest if fragment else FilingManifest, tree, LibraryError)
    except BriefError as reason:
        yield from reason.problems
        return
    if manifest.id != name:
        what = f"id: '{manifest.id}' differs from the folder '{name}'."
        yield Problem(tree.where(("id",)), what, "A template is found by its folder.", f"Write 'id: {name}'.")
    for n, language in enumerate(manifest.languages):
        if not (file.parent / f"{language}.docx").exists():
            what = f"languages: there is no {language}.docx in this folder."
            yield Problem(tree.where(("languages", n)), what, fix="Add the file, or take the language out.")
    check = _fragment_words if isinstance(manifest, FragmentManifest) else _filing_words
    yield from check(tree, manifest, library)


def _unknown(tree: TextTree, path: tuple, what: str, word: str, known: Iterable[str], why: str = "") -> Shown:
    if word not in (known := set(known)):
        yield Problem(tree.where(path), f"{path[0]}: there is no {what} '{word}'.", why, did_you_mean(word, known))


def _filing_words(tree: TextTree, m: FilingManifest, library: Library) -> Shown:
    yield from _unknown(tree, ("forum",), "forum", m.forum, library.forums)
    yield from _unknown(tree, ("layout",), "layout", m.layout, layout_names(library.layouts))
    for field, what, known in (
        ("leave_out", "ground", library.grounds),
        ("stages", "stage", library.vocabulary.get("stages") or {}),
        ("readers", "reader", library.vocabulary.get("readers") or {}),
    ):
        for n, word in enumerate(getattr(m, field) or ()):
            yield from _unknown(tree, (field, n), what, word, known)
    for n, path in enumerate(m.requires):
        first, _, rest = path.partition(".")
        known = fields_at(Brief, ()) if not rest else fields_at(Brief, (first,))
        last = rest.partition(".")[0] or first
        if known:
            why = "'build --final' would ask for it in vain."
            yield from _unknown(tree, ("requires", n), "name", last, known, why)


def _fragment_words(tree: TextTree, m: FragmentManifest, library: Library) -> Shown:
    if m.ground:
        yield from _unknown(tree, ("ground",), "ground", m.ground, library.grounds)
    for language in m.languages:
        word = Path(tree.file).with_name(f"{language}.docx")
        try:
            used = set(_HELD.findall(to_text(word.read_bytes()))) if word.exists() else set(m.held)
        except (BriefError, ValueError, KeyError):
            continue  # the gate says what is wrong with the Word file
        for missing in sorted(used - set(m.held)):
            what = f"held: '{missing}' is named in {word.name} and not listed."
            yield Problem(tree.where(("held",)), what, "A reviewer reads here what it may name.", "Add it.")
        for n, listed in enumerate(m.held):
            if listed not in used:
                what = f"held: '{listed}' is listed and not named in {word.name}."
                yield Problem(tree.where(("held", n)), what, fix="Take it out.")
