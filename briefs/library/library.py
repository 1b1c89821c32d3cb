"""The records of all layers as one frozen library; nothing is loaded while anything is wrong."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from briefs.errors import LibraryError
from briefs.library.confirmations import lay_over
from briefs.library.layers import Layer, find_layers
from briefs.library.links import broken_links
from briefs.library.reader import Origin, Reader, Withdrawn
from briefs.models.confirmation import Acceptance, Confirmation, Confirmations
from briefs.models.evidence import CountryMaterial, Evidence
from briefs.models.law import Argument, Court, Forum, Ground, Provision, State
from briefs.models.layout import Layout
from briefs.models.precedent import Holding, Precedent
from briefs.reading.files import read_bytes

MAX_FRAGMENT = 5 << 20
"""Bytes of one Word fragment; ours have under 20 KB."""


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
    layouts: dict[str, Layout]
    country_material: CountryMaterial
    withdrawn: dict[str, Withdrawn]
    confirmed: dict[str, tuple[Confirmation, ...]]
    stale: dict[str, tuple[Confirmation, ...]]
    accepted: dict[str, tuple[Acceptance, ...]]
    origins: dict[str, Origin] = field(repr=False)
    layers: tuple[Layer, ...] = field(repr=False)

    @cached_property
    def layer_of(self) -> dict[str, str]:
        """Id of a precedent or of evidence, or 'law/<room>/<id>' → name of the layer it comes from."""
        return {key: origin.layer.name for key, origin in self.origins.items()}

    @cached_property
    def holdings(self) -> dict[str, tuple[Precedent, Holding]]:
        """Holding id → the precedent and the holding."""
        return {h.id: (p, h) for p in self.precedents.values() for h in p.holdings}

    @cached_property
    def _by_ground(self) -> dict[str | None, list[tuple[Precedent, Holding]]]:
        found: dict[str | None, list[tuple[Precedent, Holding]]] = {}
        for precedent, holding in self.holdings.values():
            if holding.stance != "neutral":
                found.setdefault(holding.ground, []).append((precedent, holding))
        return found

    def speaking_on(self, ground: str) -> list[tuple[Precedent, Holding]]:
        """Holdings for or against on one ground, in the order of the library."""
        return self._by_ground.get(ground, [])

    @cached_property
    def rulings(self) -> tuple[Precedent, ...]:
        """Every ruling that is known by name: those that may be matched, and those that were withdrawn."""
        gone = (w.record for w in self.withdrawn.values())
        return (*self.precedents.values(), *(record for record in gone if isinstance(record, Precedent)))

    @cached_property
    def by_dossier_id(self) -> dict[str, str]:
        """Last part of a precedent's id → the id."""
        return {key.rpartition("/")[2]: key for key in self.precedents}

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


def load_library(folders: tuple[Path, ...] = ()) -> Library:
    """Read all layers. Raises LibraryError with every problem found."""
    library, reader = read_library(find_layers(folders))
    problems = reader.problems or [fault.problem(library.origins) for fault in broken_links(library)]
    if problems:
        raise LibraryError(problems)
    return library


def read_library(layers: tuple[Layer, ...]) -> tuple[Library, Reader]:
    """All that can be read, and the reader with what cannot."""
    reader = Reader(layers)
    overlay = lay_over(reader.room("precedents", Precedent), reader.of_every_layer("confirmations", Confirmations))
    library = Library(
        precedents=overlay.precedents,
        evidence=reader.room("evidence", Evidence),
        states=reader.folder("states", State),
        courts=reader.listed("courts", Court),
        forums=reader.folder("forums", Forum),
        grounds=reader.listed("grounds", Ground),
        provisions=reader.listed("provisions", Provision),
        arguments=reader.listed("arguments", Argument),
        vocabulary=reader.plain("vocabulary"),
        captions=reader.plain("captions"),
        layouts=reader.listed("layouts", Layout),
        country_material=reader.single("country-material", CountryMaterial),
        withdrawn=reader.withdrawn,
        confirmed=overlay.counting,
        stale=overlay.stale,
        accepted=overlay.accepted,
        origins=reader.origins,
        layers=layers,
    )
    return library, reader
