"""The records of all layers as one frozen library; nothing is loaded while anything is wrong."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from briefs.errors import LibraryError
from briefs.library import index
from briefs.library.layers import Layer, find_layers
from briefs.library.seeking import Near, Seek, tables
from briefs.library.stored import Changed, Store, Stored
from briefs.reading.files import read_bytes

if TYPE_CHECKING:
    from briefs.library.origin import Origin, Withdrawn
    from briefs.library.reader import Reader
    from briefs.models.confirmation import Acceptance, Confirmation
    from briefs.models.evidence import CountryMaterial, Evidence
    from briefs.models.law import Argument, Court, Forum, Ground, Provision, State
    from briefs.models.layout import Layout
    from briefs.models.precedent import Holding, Precedent

MAX_FRAGMENT = 5 << 20
"""Bytes of one Word fragment; ours have under 20 KB."""

Held: TypeAlias = "tuple[Precedent, Holding]"


@dataclass(frozen=True, eq=False)
class Library:
    """Everything the logic may know. Look-ups are by id; a record of an index is read when it is asked for.

    `known_digest`: the digest of the records of the index; `known_mark`: what the index was made of.
    """

    precedents: "Mapping[str, Precedent]"
    evidence: "Mapping[str, Evidence]"
    states: "Mapping[str, State]"
    courts: "Mapping[str, Court]"
    forums: "Mapping[str, Forum]"
    grounds: "Mapping[str, Ground]"
    provisions: "Mapping[str, Provision]"
    arguments: "Mapping[str, Argument]"
    vocabulary: dict[str, dict[str, Any]]
    captions: dict[str, Any]
    layouts: "Mapping[str, Layout]"
    settings: "Mapping[str, CountryMaterial]"
    withdrawn: "Mapping[str, Withdrawn]"
    confirmed: "Mapping[str, tuple[Confirmation, ...]]"
    stale: "Mapping[str, tuple[Confirmation, ...]]"
    accepted: "Mapping[str, tuple[Acceptance, ...]]"
    origins: "Mapping[str, Origin]" = field(repr=False)
    layers: tuple[Layer, ...] = field(repr=False)
    indexed: Seek | None = field(default=None, repr=False)
    known_digest: str = field(default="", repr=False)
    known_mark: str = field(default="", repr=False)

    def layer_of(self, key: str) -> str:
        """Name of the layer that a record comes from; `key`: id of a precedent or of evidence, or 'law/<room>/<id>'."""
        origin = self.origins.get(key)
        return origin.layer.name if origin else "shipped"

    @property
    def country_material(self) -> "CountryMaterial":
        """When country material is old, and when a filing leans too much on one body."""
        return self.settings["country_material"]

    @cached_property
    def digest(self) -> str:
        """One hash over all records that the logic sees."""
        if self.known_digest and all(isinstance(getattr(self, room), Stored) for room in index.ROOMS):
            return self.known_digest
        import json

        digest = hashlib.sha256()
        for room in index.ROOMS:
            for key, record in sorted(getattr(self, room).items()):
                digest.update(f"{key}{record.model_dump_json()}".encode())
        digest.update(json.dumps([self.vocabulary, self.captions], sort_keys=True, default=str).encode())
        return digest.hexdigest()

    @property
    def mark(self) -> str:
        """What other indexes of the same records have to carry: it changes with every file below law/, precedents/,
        evidence/ and confirmations/ of every layer. Empty where the records here are not those of an index."""
        return self.known_mark if self._as_indexed() else ""

    def _as_indexed(self) -> bool:
        """Whether the records are those of the index; at most pinpoints were taken out of them."""
        return all(isinstance(getattr(self, room), Stored | Changed) for room in index.ROOMS)

    @cached_property
    def seek(self) -> Seek:
        """Look-ups: from the index while its records stand here, or from tables made here."""
        same = isinstance(self.precedents, Stored | Changed) and isinstance(self.evidence, Stored | Changed)
        return self.indexed if self.indexed and same else Seek(self.seek_tables.get)

    @cached_property
    def seek_tables(self) -> dict[str, Any]:
        """The rows of the look-ups, as they go into an index."""
        return tables(self.precedents, self.evidence)

    @cached_property
    def holdings(self) -> "Mapping[str, Held]":
        """Holding id → the precedent and the holding."""
        return _Holdings(self)

    def near(self, ground: "Ground", state: str | None) -> tuple[list[Held], int]:
        """Holdings to be looked at on a ground for a request by `state`, in the order of the library, and how many
        about other requesting states are not among them."""
        found: Near = self.seek.near(ground.id, state, ground.adverse)
        return [self._held(key, n) for key, n in found.holdings], found.not_listed

    def about(self, ground: str, state: str) -> list[Held]:
        """Holdings on a ground that rest on one requesting state."""
        return [self._held(key, n) for key, n in self.seek.about(ground, state)]

    def rulings_on(self, state: str | None) -> "list[Precedent]":
        """Precedents on requests by a state."""
        return [self.precedents[key] for key in self.seek.rulings(state)]

    def reports_on(self, *states: str | None) -> "list[Evidence]":
        """Evidence that speaks of one of the states, in the order of the library."""
        found = {key for state in states for key in self.seek.reports(state)}
        return [self.evidence[key] for key in sorted(found)]

    def _held(self, key: str, n: int) -> Held:
        precedent = self.precedents[key]
        return precedent, precedent.holdings[n]

    @cached_property
    def rulings(self) -> "tuple[Precedent, ...]":
        """Every ruling that is known by name: those that may be matched, and those that were withdrawn."""
        gone = (key for key in self.withdrawn if self.origins[key].room == "precedents")
        records = (self.withdrawn[key].record for key in gone)
        return (*self.precedents.values(), *(record for record in records if record is not None))

    def ruling(self, key: str) -> "Precedent | None":
        """A ruling that is known by name, also one that was withdrawn."""
        gone = self.withdrawn.get(key)
        return self.precedents.get(key) or (gone.record if gone and self.origins[key].room == "precedents" else None)

    def by_dossier_id(self, name: str) -> str | None:
        """Id of the precedent whose id ends in this name."""
        return self.seek.named(name)

    def template_layer(self, name: str) -> str:
        """Name of the strongest layer that holds a template or fragment."""
        held = (layer for layer in self.layers if (layer.root / "templates" / name).is_dir())
        return next((layer.name for layer in held), "shipped")

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


class _Holdings(Mapping):
    """Holding id → the precedent and the holding, through the look-ups."""

    def __init__(self, library: Library):
        self._library = library
        self._found: dict[str, Held] = {}

    def __getitem__(self, key: str) -> Held:
        if key not in self._found:
            self._found[key] = self._seek(key)
        return self._found[key]

    def _seek(self, key: str) -> Held:
        precedent = self._library.precedents[self._library.seek.holder(key) or ""]
        return next((precedent, holding) for holding in precedent.holdings if holding.id == key)

    def __iter__(self) -> Iterator[str]:
        return (holding.id for precedent in self._library.precedents.values() for holding in precedent.holdings)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def items(self) -> list[tuple[str, Held]]:  # type: ignore[override]
        """All of them, read in one go."""
        return [(h.id, (p, h)) for p in self._library.precedents.values() for h in p.holdings]


def load_library(folders: tuple[Path, ...] = ()) -> Library:
    """The library of all layers, from its index where no record has changed. Raises LibraryError with every problem
    found."""
    layers = find_layers(folders)
    mark = index.mark_of(layers)
    store = index.open_store(layers, mark)
    if store is not None:
        try:
            return opened(store, layers, mark)
        except (ValueError, KeyError, TypeError):  # an index of this mark that holds something else
            pass
    library = read_sound(layers)
    index.keep(library, mark)
    return library


def opened(store: Store, layers: tuple[Layer, ...], mark: str = "") -> Library:
    """The library of an open index; `mark`: what it was made of."""
    seek = Seek(Stored(store, "look", lambda _, row: row).get)
    return Library(**index.from_store(store, layers), layers=layers, indexed=seek, known_mark=mark)


def read_sound(layers: tuple[Layer, ...]) -> Library:
    """Read and check every record, without any index. Raises LibraryError with every problem found."""
    from briefs.library.links import broken_links

    library, reader = read_library(layers)
    problems = reader.problems or [fault.problem(library.origins) for fault in broken_links(library)]
    if problems:
        raise LibraryError(problems)
    return library


def read_library(layers: tuple[Layer, ...]) -> "tuple[Library, Reader]":
    """All that can be read, and the reader with what cannot."""
    from briefs.library.confirmations import lay_over
    from briefs.library.reader import Reader
    from briefs.models.confirmation import Confirmations
    from briefs.models.evidence import CountryMaterial

    reader = Reader(layers)
    overlay = lay_over(
        reader.room("precedents", index.model_of("precedents")), reader.of_every_layer("confirmations", Confirmations)
    )
    read = {"evidence": reader.room}
    rooms = ("states", "forums"), ("courts", "grounds", "provisions", "arguments", "layouts")
    read |= {name: reader.folder for name in rooms[0]} | {name: reader.listed for name in rooms[1]}
    library = Library(
        precedents=overlay.precedents,
        **{name: reading(name, index.model_of(name)) for name, reading in read.items()},
        vocabulary=reader.plain("vocabulary"),
        captions=reader.plain("captions"),
        settings={"country_material": reader.single("country-material", CountryMaterial)},
        withdrawn=reader.withdrawn,
        confirmed=overlay.counting,
        stale=overlay.stale,
        accepted=overlay.accepted,
        origins=reader.origins,
        layers=layers,
    )
    return library, reader
