"""Where the library comes from. Strongest first: --library DIR, CASEBRIEF_LIBRARY, the user's folder, what is shipped.

A whole record replaces the whole record of the same id: a lawyer must see one text, never a mixture.
"""

import os
from pathlib import Path
from typing import NamedTuple

import briefs
from briefs.errors import LibraryError, Problem

VARIABLE = "CASEBRIEF_LIBRARY"
ROOMS = ("precedents", "evidence", "law", "templates", "confirmations")


class Layer(NamedTuple):
    """One folder with some of the rooms precedents/, evidence/, law/, templates/."""

    name: str
    root: Path

    def files(self, room: str) -> list[tuple[str, Path]]:
        """(id, file) of every YAML record of a room, sorted; the id is the path below the room."""
        base = self.root / room
        found = base.rglob("*.yaml") if base.is_dir() else ()
        return sorted((file.relative_to(base).with_suffix("").as_posix(), file) for file in found)


def shipped_root() -> Path:
    """Folder of the shipped library: inside an installed package, or the checkout beside it."""
    package = Path(briefs.__file__).parent
    for root in (package / "_data", package.parent):
        if (root / "law").is_dir() and (root / "templates").is_dir():
            return root
    raise LibraryError(
        Problem(
            str(package),
            "the law library was not found beside the program.",
            fix="Install casebrief again, or run it from its own folder.",
        )
    )


def user_root() -> Path:
    """The user's own layer, in the folder where the system keeps settings of programs."""
    base = os.environ.get("APPDATA") or os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(base) / "casebrief"


def find_layers(folders: tuple[Path, ...] = ()) -> tuple[Layer, ...]:
    """All layers, strongest first."""
    chosen = [Layer(str(folder), folder) for folder in folders]
    variable = os.environ.get(VARIABLE)
    if variable:
        chosen.append(Layer(variable, Path(variable)))
    missing = [layer for layer in chosen if not layer.root.is_dir()]
    if missing:
        raise LibraryError(
            Problem(
                str(missing[0].root),
                "this library folder does not exist.",
                "Without it your own records would be missing.",
                f"Check --library and the variable {VARIABLE}; casebrief new precedent makes a new one.",
            )
        )
    if user_root().is_dir():
        chosen.append(Layer("user", user_root()))
    return (*chosen, Layer("shipped", shipped_root()))
