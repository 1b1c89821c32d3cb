"""What `lint` is asked to look at: the whole library, a layer, a record, a Word file, also one that lies elsewhere."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from briefs.errors import LibraryError, Problem
from briefs.library import Layer, find_layers, load_library
from briefs.library.layers import ROOMS, user_root
from briefs.lint.canonical import canonical
from briefs.lint.run import Finding, Progress, Report, lint
from briefs.lint.templates import word_problems
from briefs.models.evidence import Evidence
from briefs.models.law import Forum, State
from briefs.models.precedent import Precedent
from briefs.reading.text_tree import read_tree
from briefs.writing import write_whole

MODELS = {"precedents": Precedent, "evidence": Evidence, "law/states": State, "law/forums": Forum}


class _Loose(NamedTuple):
    """A single record that lies in no library; it is asked as a Layer is."""

    name: str
    root: Path
    room: str
    key: str

    def files(self, room: str) -> list[tuple[str, Path]]:
        return [(self.key, self.root)] if room == self.room else []


def check_path(
    folders: tuple[Path, ...], path: Path | None, fix: bool, steps: Progress = iter
) -> tuple[Report, list[Path]]:
    """The findings, and the files that were rewritten before. Raises LibraryError where PATH cannot be read."""
    if path is not None and not path.exists():
        raise LibraryError(Problem(str(path), "there is no such file or folder.", fix="Check the path."))
    if path is not None and path.suffix == ".docx" and _layer_of(path, find_layers(folders)) is None:
        return _word_file(path, folders), []
    layers, notes = _layers(folders, path)
    rewritten = list(rewrite(layers, path)) if fix else []
    report = lint(layers, path, steps=steps)
    return Report((*report.findings, *notes), report.records, report.templates), rewritten


def _layer_of(path: Path, layers: tuple[Layer, ...]) -> Layer | None:
    """The layer in one of whose rooms the path lies, or that it is."""
    here = path.resolve()
    for layer in layers:
        root = layer.root.resolve()
        if here == root or any((root / room) in (here, *here.parents) for room in ROOMS):
            return layer
    return None


def _layers(folders: tuple[Path, ...], path: Path | None) -> tuple[tuple[Layer, ...], list[Finding]]:
    """The layers to read; a path that lies in none becomes the strongest of them."""
    layers = find_layers(folders)
    if path is None or _layer_of(path, layers):
        return layers, []
    here = path.resolve()
    for root in (here, *here.parents):
        inside = here.relative_to(root).parts
        if (inside and inside[0] in ROOMS) or (root == here and any((root / room).is_dir() for room in ROOMS)):
            return (Layer(str(root), root), *layers), []
    if path.is_dir():
        why = "A library holds some of the folders " + ", ".join(f"{room}/" for room in ROOMS) + "."
        raise LibraryError(Problem(str(path), "is no library folder.", why, "Give the folder above them."))
    return _loose(path, layers)


def _loose(path: Path, layers: tuple[Layer, ...]) -> tuple[tuple[Layer, ...], list[Finding]]:
    """A record outside any library: its fields say what it is."""
    data = read_tree(path, LibraryError).data
    room = "precedents" if "holdings" in data else "evidence" if "findings" in data else None
    if room is None:
        what = "is neither a precedent (it has no 'holdings') nor evidence (it has no 'findings')."
        raise LibraryError(Problem(f"{path}:1:1", what, fix="Case files are checked with: casebrief check"))
    key = data["id"] if isinstance(data.get("id"), str) else path.stem
    home = user_root() / room / f"{key}.yaml"
    what = "this record lies in no library: no case will find it."
    note = Finding(Problem(f"{path}:1:1", what, fix=f"Move it to {home}"), "warning")
    return (_Loose(str(path), path, room, key), *layers), [note]


def _word_file(path: Path, folders: tuple[Path, ...]) -> Report:
    fragment = bool({"arguments", "blocks"} & set(path.resolve().parts))
    found = word_problems(path, fragment, load_library(folders))
    return Report(tuple(Finding(problem) for problem in found), 0, 1)


def rewrite(layers: tuple[Layer, ...], path: Path | None) -> Iterable[Path]:
    """Records in canonical form. Without a path only the user's own layers are touched, never what is shipped."""
    wanted = path.resolve() if path else None
    for layer in layers[:-1] if wanted is None else layers:
        for room, model in MODELS.items():
            for _, file in layer.files(room):
                if wanted is None or wanted in (file.resolve(), *file.resolve().parents):
                    before = file.read_bytes()
                    after = canonical(before, str(file), model)
                    if after != before:
                        write_whole(file, after, force=True)
                        yield file
