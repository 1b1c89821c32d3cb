"""The kinds of filing: every templates/<filing>/template.yaml of the layers, from an index while none has changed."""

from collections.abc import Iterator
from pathlib import Path

from briefs.errors import LibraryError
from briefs.library.cache import cache_file, mark_of_files
from briefs.library.index import kept_store
from briefs.library.library import Library
from briefs.library.stored import Row
from briefs.library.thaw import freeze, record_of, thaw
from briefs.models.template import FilingManifest
from briefs.reading.into_model import into_model
from briefs.reading.text_tree import read_tree

_PACKAGES = ("library", "models", "reading")


def filing_manifests(library: Library) -> dict[str, FilingManifest]:
    """Filing id → manifest, from the strongest layer that holds it. Raises LibraryError."""
    files = [file for layer in library.layers for file in _files(layer.root / "templates")]
    mark = mark_of_files(files, *_PACKAGES)
    store = kept_store(cache_file("filings", library.layers), mark, lambda: _rows(files))
    if store is None:
        return {key: thaw(FilingManifest, text) for _, key, text in _rows(files)}
    return {key: record_of(FilingManifest, data) for key, data in store.plain("filing").items()}


def _files(base: Path) -> list[Path]:
    return sorted(base.glob("*/template.yaml")) if base.is_dir() else []


def _rows(files: list[Path]) -> Iterator[Row]:
    found: dict[str, FilingManifest] = {}
    for file in files:
        tree = read_tree(file, LibraryError)
        if tree.data.get("kind", "filing") == "filing" and file.parent.name not in found:
            found[file.parent.name] = into_model(FilingManifest, tree, LibraryError)
    return (("filing", key, freeze(manifest)) for key, manifest in sorted(found.items()))
