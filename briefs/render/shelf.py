"""Compiled templates on disk, in the user's private cache: JSON, never code.

A file is found by the hash of all that it was made of: the content, the modules of the program and the libraries that
compiled it. It begins with the hash of what follows: a damaged one is no template and is made anew, without a word.
Files of other users, and folders that others may write, are never opened.
"""

import contextlib
import hashlib
import importlib.util
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from briefs.library.cache import cache_folder, is_ours, made_beside, program_mark

Result = TypeVar("Result")
MOST = 600
"""Files kept; the shipped templates and fragments are under 150."""

_PROGRAM = ("render", "models")
_LIBRARIES = ("docxtpl", "jinja2", "lxml")


def shelved(
    parts: tuple[bytes | str, ...],
    make: Callable[[], Result],
    data_of: Callable[[Result], Any],
    from_data: Callable[[Any], Result],
) -> Result:
    """What `make` gives, from the disk where it was made before of the very same `parts`."""
    file = _file(parts)
    found = _read(file) if file else None
    if found is not None:
        with contextlib.suppress(KeyError, TypeError, ValueError, IndexError, AttributeError, AssertionError):
            return from_data(found)
    made = make()
    if file:
        _write(file, data_of(made))
    return made


def _file(parts: tuple[bytes | str, ...]) -> Path | None:
    digest = hashlib.sha256(_tool())
    for part in parts:
        given = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(given).to_bytes(8, "big") + given)
    try:
        return cache_folder() / "templates" / f"{digest.hexdigest()}.json"
    except RuntimeError:  # a user without a home
        return None


@cache
def _tool() -> bytes:
    """Changes with the program's modules and with the libraries: place, size and time of writing of each file."""
    lines = [program_mark(*_PROGRAM)]
    for name in _LIBRARIES:
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.origin:
            state = Path(spec.origin).stat()
            lines.append(f"{spec.origin}\0{state.st_size}\0{state.st_mtime_ns}")
    return hashlib.sha256("\n".join(sorted(lines)).encode("utf-8", "surrogateescape")).digest()


def _read(file: Path) -> Any:
    """The data, or None where the file is not there, not ours or not whole."""
    if not is_ours(file):
        return None
    try:
        digest, _, body = file.read_bytes().partition(b"\n")
        return json.loads(body) if digest == _digest(body) else None
    except (OSError, ValueError, RecursionError):
        return None


def _write(file: Path, data: Any) -> None:
    """Without a cache that may be written, the next run compiles again, and nothing is said."""
    body = json.dumps(data, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    with contextlib.suppress(OSError):
        with made_beside(file) as temporary:
            temporary.write_bytes(_digest(body) + b"\n" + body)
        _make_room(file.parent)


def _digest(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode("ascii")


def _make_room(folder: Path) -> None:
    files = list(folder.glob("*.json"))
    if len(files) > MOST:
        for old in sorted(files, key=lambda file: file.stat().st_mtime_ns)[: MOST // 2]:
            old.unlink(missing_ok=True)
