"""Reads the records of all layers: the strongest layer that holds an id wins; every mistake keeps its place."""

import contextlib
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from briefs.errors import BriefError, LibraryError, Problem
from briefs.library.layers import Layer
from briefs.library.origin import Origin, Withdrawn
from briefs.reading.into_model import into_model, mended
from briefs.reading.text_tree import Path_, TextTree, read_tree

Model = TypeVar("Model", bound=BaseModel)

_NO_REASON = {"yes", "no", "true", "false"}


class Reader:
    """Collects records layer by layer. `origins` is keyed by the id of a precedent or of evidence, and by
    'law/<room>/<id>' for the law; `problems` holds all that is wrong, `mended` the fields with a replaced value."""

    def __init__(self, layers: tuple[Layer, ...]):
        self.layers = layers
        self.problems: list[Problem] = []
        self.origins: dict[str, Origin] = {}
        self.withdrawn: dict[str, Withdrawn] = {}
        self.unreadable: set[str] = set()
        self.mended: dict[str, set[Path_]] = {}

    def room(self, room: str, model: type[Model]) -> dict[str, Model]:
        """Records of precedents/ or evidence/, one file each, keyed by path."""
        return self._files(room, "", model)

    def folder(self, name: str, model: type[Model]) -> dict[str, Model]:
        """Records of law/<name>/, one file each, keyed by file name."""
        return self._files(f"law/{name}", f"law/{name}/", model)

    def listed(self, name: str, model: type[Model]) -> dict[str, Model]:
        """Records of law/<name>.yaml, a mapping from id to record; a stronger layer replaces single ids."""
        found: dict[str, Model] = {}
        for layer, tree in self._trees(name):
            for key in tree.data:
                if f"law/{name}/{key}" in self.origins:
                    continue
                part = entry_tree(tree, key)
                self.origins[f"law/{name}/{key}"] = Origin(layer, f"law/{name}.yaml", f"law/{name}", (key,))
                record = self._parse(model, part, f"law/{name}/{key}")
                if record is None:
                    continue
                found[key] = record
                self._same_id(record, key, part)
        return found

    def single(self, name: str, model: type[Model]) -> Model:
        """law/<name>.yaml as one record; the strongest layer's file counts. Raises LibraryError, for nothing stands in
        for it."""
        for layer, tree in self._trees(name):
            self.origins[f"law/{name}"] = Origin(layer, f"law/{name}.yaml", f"law/{name}")
            return into_model(model, tree, LibraryError)
        raise LibraryError(Problem(f"law/{name}.yaml", "is missing.", fix="Install casebrief again."))

    def plain(self, name: str) -> dict[str, Any]:
        """law/<name>.yaml as plain texts; the strongest layer's file counts."""
        for layer, tree in self._trees(name):
            self.origins[f"law/{name}"] = Origin(layer, f"law/{name}.yaml", f"law/{name}")
            return tree.data
        return {}

    def of_every_layer(self, room: str, model: type[Model]) -> list[Model]:
        """Records of a room that add up instead of replacing each other, the weakest layer first."""
        found: list[Model] = []
        for layer in reversed(self.layers):
            for key, file in layer.files(room):
                name = f"{room}/{layer.name}/{key}"
                self.origins[name] = _origin(layer, file, room)
                tree = self._read(file)
                record = self._parse(model, tree, name) if tree is not None else None
                if tree is not None and record is not None:
                    self._same_id(record, key, tree)
                    found.append(record)
        return found

    def _files(self, room: str, prefix: str, model: type[Model]) -> dict[str, Model]:
        found: dict[str, Model] = {}
        for layer in self.layers:
            for key, file in layer.files(room):
                name = prefix + key
                if name in self.origins or key.startswith("_"):
                    self._keep_aside(key, file, model)
                    continue
                self.origins[name] = _origin(layer, file, room)
                tree = self._read(file)
                if tree is None or self._withdraw(tree, key, layer, room):
                    continue
                record = self._parse(model, tree, name)
                if record is None:
                    continue
                found[key] = record
                self._same_id(record, key, tree)
        return dict(sorted(found.items()))

    def _withdraw(self, tree: TextTree, key: str, layer: Layer, room: str) -> bool:
        """A record with `withdrawn: reason` is switched off; the id and the reason are enough."""
        reason = tree.data.get("withdrawn")
        if reason is None or room.startswith("law"):
            return False
        if not isinstance(reason, str) or reason.strip().lower() in _NO_REASON:
            what = f"withdrawn: '{reason}' is not a reason; any text here switches the record off."
            fix = "Write why, in a line, or delete the line."
            self.problems.append(Problem(tree.where(("withdrawn",)), what, "The list tells the reason.", fix))
            return True
        self.withdrawn[key] = Withdrawn(key, reason, layer.name)
        self._same_id(tree.data, key, tree)
        return True

    def _keep_aside(self, key: str, file: Path, model: type[Model]) -> None:
        """The record beneath one that was withdrawn; a slip in it matters to nobody."""
        gone = self.withdrawn.get(key)
        if gone is not None and gone.record is None:
            with contextlib.suppress(BriefError):
                record = into_model(model, read_tree(file, LibraryError), LibraryError)
                self.withdrawn[key] = gone._replace(record=record)

    def _same_id(self, record: Any, key: str, tree: TextTree) -> None:
        known = record.get("id", key) if isinstance(record, dict) else _id_of(record, key)
        if known != key:
            field = "code" if hasattr(record, "code") else "id"
            self.problems.append(
                Problem(
                    tree.where((field,)),
                    f"the {field} '{known}' differs from the path '{key}'.",
                    "A record is found by its path.",
                    f"Write '{field}: {key}', or move the file.",
                )
            )

    def _trees(self, name: str) -> list[tuple[Layer, TextTree]]:
        files = [(layer, layer.root / "law" / f"{name}.yaml") for layer in self.layers]
        read = [(layer, self._read(file)) for layer, file in files if file.is_file()]
        return [(layer, tree) for layer, tree in read if tree is not None]

    def _read(self, file: Path) -> TextTree | None:
        try:
            return read_tree(file, LibraryError)
        except BriefError as reason:
            self.problems.extend(reason.problems)
            self.unreadable.add(next((k for k, o in self.origins.items() if o.file == file), str(file)))
            return None

    def _parse(self, model: type[Model], tree: TextTree, name: str) -> Model | None:
        """The record; one with a slip is kept mended, so that the rest of it is checked in the same pass."""
        try:
            return into_model(model, tree, LibraryError)
        except BriefError as reason:
            self.problems.extend(reason.problems)
        kept = mended(model, tree)
        if kept is None:
            self.unreadable.add(name)
            return None
        self.mended[name] = kept[1]
        return kept[0]


def entry_tree(tree: TextTree, key: str) -> TextTree:
    """One entry of a file that holds several, as a tree of its own with its id."""
    return TextTree(
        tree.file,
        {"id": key, **(tree.data[key] or {})} if isinstance(tree.data[key], dict | None) else tree.data[key],
        {path[1:]: place for path, place in tree.places.items() if path[:1] == (key,)},
    )


def _origin(layer: Layer, file: Path, room: str) -> Origin:
    return Origin(layer, file.relative_to(layer.root).as_posix(), room)


def _id_of(record: BaseModel, key: str) -> str:
    return getattr(record, "id", None) or getattr(record, "code", key)
