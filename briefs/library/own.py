"""The user's own layer: where a new record goes, and how it gets there."""

import os
from pathlib import Path

from briefs.library.layers import VARIABLE, user_root
from briefs.writing import make_folder, write_whole


def own_root(folders: tuple[Path, ...] = ()) -> Path:
    """The strongest layer of the user's own: --library DIR, the folder of the variable, or the user's folder."""
    if folders:
        return folders[0]
    variable = os.environ.get(VARIABLE)
    return Path(variable) if variable else user_root()


def write_private(file: Path, data: bytes, force: bool = False) -> None:
    """Write a new file; folders that are missing are made for this user alone. An existing file is never replaced."""
    for folder in [*reversed(file.parents), file.parent]:
        if not folder.exists():
            make_folder(folder)
    write_whole(file, data, force)


def add_entry(file: Path, entry: str, head: str = "") -> None:
    """Add an entry at the end of a file that holds several, or begin the file."""
    before = file.read_text(encoding="utf-8") if file.exists() else head
    gap = "" if not before or before.endswith("\n") else "\n"
    write_private(file, f"{before}{gap}{entry}".encode(), force=file.exists())
