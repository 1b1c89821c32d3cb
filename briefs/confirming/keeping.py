"""Keeps confirmations in the user's own layer: one YAML per authority, written whole, to be read and mended by hand."""

from pathlib import Path

import yaml

from briefs.errors import LibraryError, Problem
from briefs.library.layers import Layer, user_root
from briefs.models.confirmation import Acceptance, Confirmation, Confirmations
from briefs.reading.into_model import into_model
from briefs.reading.text_tree import read_tree
from briefs.writing import make_folder, write_whole

_HEAD = (
    "# Read in the source by the persons named here. Delete an entry to take it back.\n"
    "# A confirmation counts only as long as the proposition of the record stays as it stands here.\n"
)


def own_folder(layers: tuple[Layer, ...]) -> Path:
    """Folder of the strongest layer of the user: --library, the variable, or the folder of settings."""
    strongest = layers[0]
    return user_root() if strongest.name == "shipped" else strongest.root


def kept(folder: Path, key: str) -> Confirmations:
    """What this layer holds on an authority. Raises LibraryError where the file was broken by hand."""
    file = folder / "confirmations" / f"{key}.yaml"
    if not file.is_file():
        return Confirmations(id=key)
    return into_model(Confirmations, read_tree(file, LibraryError), LibraryError)


def keep(
    folder: Path, key: str, confirmed: tuple[Confirmation, ...] = (), accepted: tuple[Acceptance, ...] = ()
) -> Path:
    """Add to what is there; a new answer on the same paragraph replaces the old one. Raises WriteError."""
    before = kept(folder, key)
    answers = {(c.holding, c.at): c for c in (*before.confirmed, *confirmed)}
    taken = {(a.holding, a.at): a for a in (*before.accepted, *accepted)}
    record = Confirmations(
        id=key,
        confirmed=tuple(answers[k] for k in sorted(answers)),
        accepted=tuple(taken[k] for k in sorted(taken)),
    )
    file = folder / "confirmations" / f"{key}.yaml"
    make_folder(file.parent)
    if file.is_symlink():
        raise LibraryError(Problem(str(file), "is a symbolic link; nothing is written through it."))
    write_whole(file, (_HEAD + _yaml(record)).encode("utf-8"), force=True)
    return file


def _yaml(record: Confirmations) -> str:
    data = record.model_dump(mode="json", exclude_defaults=True)
    data["id"] = record.id
    for entry in data.get("confirmed", ()):
        entry["source"]["date_seen"] = "yes" if entry["source"]["date_seen"] else "no"
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)


class _Dumper(yaml.SafeDumper):
    """Lists stand under their key, as in the shipped records."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        return super().increase_indent(flow, False)
