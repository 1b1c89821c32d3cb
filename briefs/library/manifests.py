"""The kinds of filing: every templates/<filing>/template.yaml of the layers."""

from briefs.errors import LibraryError
from briefs.library.library import Library
from briefs.models.template import FilingManifest
from briefs.reading.into_model import into_model
from briefs.reading.text_tree import read_tree


def filing_manifests(library: Library) -> dict[str, FilingManifest]:
    """Filing id → manifest, from the strongest layer that holds it. Raises LibraryError."""
    found: dict[str, FilingManifest] = {}
    for layer in library.layers:
        base = layer.root / "templates"
        for file in sorted(base.glob("*/template.yaml")) if base.is_dir() else ():
            tree = read_tree(file, LibraryError)
            if tree.data.get("kind", "filing") == "filing" and file.parent.name not in found:
                found[file.parent.name] = into_model(FilingManifest, tree, LibraryError)
    return dict(sorted(found.items()))
