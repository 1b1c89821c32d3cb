"""Hashes of the shipped library: what was changed after it was published, and which templates are ours.

`python -m briefs.library.integrity` writes the list anew (make hashes); a test keeps it. Line ends of text files do not
count, because Git changes them on Windows.
"""

import functools
import hashlib
from pathlib import Path
from typing import NamedTuple

from briefs.library.layers import ROOMS, shipped_root

LIST = Path(__file__).with_name("shipped.sha256")
_TEXT = {".yaml", ".txt"}
_KINDS = {*_TEXT, ".docx"}


class Integrity(NamedTuple):
    """Paths below the library's folder. `files` is the number of files on the list."""

    files: int
    changed: tuple[str, ...]
    missing: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def sound(self) -> bool:
        return not (self.changed or self.missing or self.added)


def digest(data: bytes, suffix: str = ".docx") -> str:
    """SHA-256 as on the list."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n") if suffix in _TEXT else data).hexdigest()


def library_files(root: Path) -> dict[str, Path]:
    """Path below the root → file, for every record and template."""
    found = (file for room in ROOMS for file in (root / room).rglob("*") if file.suffix in _KINDS and file.is_file())
    return dict(sorted((file.relative_to(root).as_posix(), file) for file in found))


def listed() -> dict[str, str]:
    """Path → hash, from the list that was published with the program."""
    lines = LIST.read_text(encoding="utf-8").splitlines() if LIST.is_file() else []
    return {path: value for value, _, path in (line.partition("  ") for line in lines)}


@functools.cache
def known_templates() -> frozenset[str]:
    """Hashes of the templates and fragments that were published with the program."""
    return frozenset(value for path, value in listed().items() if path.endswith(".docx"))


def is_known(template: bytes) -> bool:
    return digest(template) in known_templates()


def verify(root: Path | None = None) -> Integrity:
    """Holds the shipped folder against the list."""
    wanted = listed()
    there = library_files(root or shipped_root())
    found = {path: digest(file.read_bytes(), file.suffix) for path, file in there.items()}
    return Integrity(
        len(wanted),
        tuple(path for path in wanted if path in found and found[path] != wanted[path]),
        tuple(path for path in wanted if path not in found),
        tuple(path for path in found if path not in wanted),
    )


def write(root: Path | None = None) -> None:
    """Writes the list for the library as it stands."""
    files = library_files(root or shipped_root())
    lines = [f"{digest(file.read_bytes(), file.suffix)}  {path}\n" for path, file in files.items()]
    LIST.write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
