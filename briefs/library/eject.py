"""Ejecting: a shipped item is copied into the user's own layer, to be changed there.

The hash of what was copied is noted, so that lint can say when the shipped one has changed since.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefs.errors import LibraryError, Problem, did_you_mean
from briefs.library.layers import Layer, shipped_root
from briefs.library.library import Library
from briefs.library.own import add_entry, write_private
from briefs.reading.text_tree import read_tree

LEDGER = "ejected.yaml"
_HEAD = "# What casebrief eject copied from the shipped library, each with the SHA-256 of what was copied.\n"


@dataclass(frozen=True)
class _Copy:
    """One part of an item: its path below the layer, its bytes, and for a file of many entries the entry's key."""

    path: str
    data: bytes
    entry: str | None = None

    @property
    def name(self) -> str:
        return f"{self.path}#{self.entry}" if self.entry else self.path


def eject(key: str, library: Library, root: Path) -> list[Path]:
    """Copy the shipped item `key` below `root`. Raises LibraryError where it does not exist or was ejected before."""
    copies = _shipped(key, library)
    there = [root / copy.path for copy in copies if copy.entry is None and (root / copy.path).exists()]
    there += [root / copy.path for copy in copies if copy.entry and copy.entry in _entries(root / copy.path)]
    if there:
        what = f"'{key}' is in this library already; nothing was changed."
        raise LibraryError(Problem(str(there[0]), what, fix="Edit it there, or delete it and eject again."))
    for copy in copies:
        if copy.entry is None:
            write_private(root / copy.path, copy.data)
        else:
            add_entry(root / copy.path, copy.data.decode("utf-8"))
        add_entry(root / LEDGER, f"{copy.name}: {_hash(copy.data)}\n", _HEAD)
    return list(dict.fromkeys(root / copy.path for copy in copies))


def changed_since(layer: Layer) -> Iterable[Problem]:
    """What was ejected into this layer and has changed in the shipped library since."""
    file = layer.root / LEDGER
    if not file.is_file():
        return
    tree = read_tree(file, LibraryError)
    for name, noted in tree.data.items():
        path, _, entry = name.partition("#")
        if not (layer.root / path).exists() or (entry and entry not in _entries(layer.root / path)):
            continue  # the user has given the copy up
        source = shipped_root() / path
        now = _entry_bytes(source, entry) if entry else source.read_bytes() if source.is_file() else None
        if now is None or _hash(now) != noted:
            what = f"{name}: the shipped one has {'changed' if now is not None else 'gone'} since it was copied."
            why = "Your copy is used instead and lacks the change."
            fix = f"Compare the two ({source}), then write 'sha256' of the new one here: {_hash(now or b'')}"
            yield Problem(
                tree.where((name,)), what, why, fix if now is not None else "Check whether it is still right."
            )


def _shipped(key: str, library: Library) -> list[_Copy]:
    """What the id names; a path such as templates/echr-rule39 where two things share the id."""
    root = shipped_root()
    found = dict(_candidates(root, library.by_dossier_id(key) or key))
    if len(found) > 1:
        what = f"'{key}' names {len(found)} things: {' and '.join(found)}."
        raise LibraryError(Problem("", what, fix=f"Write one of them: casebrief eject {next(iter(found))}"))
    if not found:
        known = [*library.precedents, *library.evidence, *library.grounds, *library.provisions, *_templates(root)]
        raise LibraryError(Problem("", f"the shipped library holds no '{key}'.", fix=did_you_mean(key, known)))
    return next(iter(found.values()))


def _candidates(root: Path, key: str) -> Iterable[tuple[str, list[_Copy]]]:
    for room in ("precedents", "evidence", "law/states", "law/forums"):
        name = key.removeprefix(f"{room}/")
        file = root / room / f"{name}.yaml"
        if file.is_file() and file.resolve().is_relative_to((root / room).resolve()):
            yield f"{room}/{name}", [_Copy(f"{room}/{name}.yaml", file.read_bytes())]
    for room in ("grounds", "provisions", "arguments", "courts"):
        name = key.removeprefix(f"law/{room}/")
        data = _entry_bytes(root / "law" / f"{room}.yaml", name)
        if data is not None:
            yield f"law/{room}/{name}", [_Copy(f"law/{room}.yaml", data, name)]
    name = key.removeprefix("templates/")
    if name in _templates(root):
        files = sorted(file for file in (root / "templates" / name).iterdir() if file.is_file())
        yield f"templates/{name}", [_Copy(f"templates/{name}/{file.name}", file.read_bytes()) for file in files]


def _templates(root: Path) -> list[str]:
    return [
        file.parent.relative_to(root / "templates").as_posix() for file in (root / "templates").rglob("template.yaml")
    ]


def _entries(file: Path) -> list[str]:
    return list(read_tree(file, LibraryError).data) if file.is_file() else []


def _entry_bytes(file: Path, key: str) -> bytes | None:
    """The lines of one entry, with the comments inside it."""
    tree = read_tree(file, LibraryError)
    if key not in tree.data:
        return None
    begins = sorted(tree.places[(name,)][0] for name in tree.data)
    first = tree.places[(key,)][0]
    last = next((line for line in begins if line > first), None)
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)[first - 1 : last - 1 if last else None]
    return "".join(lines).encode("utf-8")


def _hash(data: bytes) -> str:
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()
