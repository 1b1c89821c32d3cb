"""Reads the records of all layers into one frozen library; every mistake in a record is reported with its place."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from briefs.errors import BriefError, LibraryError, Problem
from briefs.library.layers import Layer, find_layers
from briefs.library.links import broken_links
from briefs.models.evidence import Evidence
from briefs.models.law import Argument, Court, Forum, Ground, Provision, State
from briefs.models.precedent import Holding, Precedent
from briefs.reading.files import read_bytes
from briefs.reading.into_model import into_model
from briefs.reading.text_tree import TextTree, read_tree

MAX_FRAGMENT = 5 << 20
"""Bytes of one Word fragment; ours have under 20 KB."""

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Library:
    """Everything the logic may know. Look-ups are by id."""

    precedents: dict[str, Precedent]
    evidence: dict[str, Evidence]
    states: dict[str, State]
    courts: dict[str, Court]
    forums: dict[str, Forum]
    grounds: dict[str, Ground]
    provisions: dict[str, Provision]
    arguments: dict[str, Argument]
    vocabulary: dict[str, dict[str, Any]]
    captions: dict[str, Any]
    layer_of: dict[str, str]
    layers: tuple[Layer, ...] = field(repr=False)

    @cached_property
    def holdings(self) -> dict[str, tuple[Precedent, Holding]]:
        """Holding id → the precedent and the holding."""
        return {h.id: (p, h) for p in self.precedents.values() for h in p.holdings}

    @cached_property
    def by_dossier_id(self) -> dict[str, str]:
        """Last part of a precedent's id → the id."""
        return {key.rpartition("/")[2]: key for key in self.precedents}

    def template_file(self, name: str, language: str, suffix: str = "docx") -> Path | None:
        """File of a template or fragment in the strongest layer that holds it."""
        for layer in self.layers:
            file = layer.root / "templates" / name / f"{language}.{suffix}"
            if file.is_file():
                return file
        return None

    def fragments(self, language: str) -> dict[str, bytes]:
        """Every fragment in a language, in English where it is missing, from the strongest layer that holds it."""
        folders = {
            folder.relative_to(layer.root / "templates").as_posix()
            for layer in self.layers
            for kind in ("blocks", "arguments")
            for folder in (layer.root / "templates" / kind).glob("*")
        }
        files = {key: self.template_file(key, language) or self.template_file(key, "en") for key in sorted(folders)}
        return {key: read_bytes(file, MAX_FRAGMENT, LibraryError) for key, file in files.items() if file}


def load_library(folders: tuple[Path, ...] = ()) -> Library:
    """Read all layers. Raises LibraryError with every problem found."""
    layers = find_layers(folders)
    reader = _Reader(layers)
    library = Library(
        precedents=reader.room("precedents", Precedent),
        evidence=reader.room("evidence", Evidence),
        states=reader.folder("states", State),
        courts=reader.listed("courts", Court),
        forums=reader.folder("forums", Forum),
        grounds=reader.listed("grounds", Ground),
        provisions=reader.listed("provisions", Provision),
        arguments=reader.listed("arguments", Argument),
        vocabulary=reader.plain("vocabulary"),
        captions=reader.plain("captions"),
        layer_of=reader.layer_of,
        layers=layers,
    )
    problems = reader.problems or broken_links(
        {
            name: getattr(library, name)
            for name in ("precedents", "evidence", "states", "courts", "forums", "grounds", "provisions")
        }
    )
    if problems:
        raise LibraryError(problems)
    return library


class _Reader:
    """Collects records layer by layer; the strongest layer that holds an id wins."""

    def __init__(self, layers: tuple[Layer, ...]):
        self.layers, self.problems, self.layer_of = layers, [], {}

    def room(self, room: str, model: type[Model]) -> dict[str, Model]:
        """Records of a room, one file each, keyed by path."""
        found: dict[str, Model] = {}
        for layer in self.layers:
            for key, file in layer.files(room):
                if key in found or key.startswith("_"):
                    continue
                record = self._read(model, file)
                if record is None:
                    continue
                if getattr(record, "id", key) != key:
                    self.problems.append(Problem(str(file), f"the id '{record.id}' differs from the path '{key}'."))
                found[key] = record
                self.layer_of[key] = layer.name
        return {key: record for key, record in sorted(found.items()) if not getattr(record, "withdrawn", None)}

    def folder(self, name: str, model: type[Model]) -> dict[str, Model]:
        """Records of law/<name>/, one file each, keyed by file name."""
        found: dict[str, Model] = {}
        for layer in self.layers:
            for key, file in layer.files(f"law/{name}"):
                if key not in found and (record := self._read(model, file)) is not None:
                    found[key] = record
        return dict(sorted(found.items()))

    def listed(self, name: str, model: type[Model]) -> dict[str, Model]:
        """Records of law/<name>.yaml, a mapping from id to record; a stronger layer replaces single ids."""
        found: dict[str, Model] = {}
        for tree in self._trees(name):
            for key, data in tree.data.items():
                if key in found:
                    continue
                part = TextTree(
                    tree.file,
                    {"id": key, **(data or {})},
                    {path[1:]: place for path, place in tree.places.items() if path[:1] == (key,)},
                )
                try:
                    found[key] = into_model(model, part, LibraryError)
                except BriefError as reason:
                    self.problems.extend(reason.problems)
        return found

    def plain(self, name: str) -> dict[str, Any]:
        """law/<name>.yaml as plain texts; the strongest layer's file counts."""
        return next((tree.data for tree in self._trees(name)), {})

    def _trees(self, name: str) -> list[TextTree]:
        files = [layer.root / "law" / f"{name}.yaml" for layer in self.layers]
        return [read_tree(file, LibraryError) for file in files if file.is_file()]

    def _read(self, model: type[Model], file: Path) -> Model | None:
        try:
            return into_model(model, read_tree(file, LibraryError), LibraryError)
        except BriefError as reason:
            self.problems.extend(reason.problems)
            return None
