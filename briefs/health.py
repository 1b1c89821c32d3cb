"""What is installed here, what is missing and what it would be good for, and whether the library is as published."""

import importlib.metadata
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

from briefs.errors import LibraryError
from briefs.library.integrity import listed, verify
from briefs.library.layers import find_layers, shipped_root
from briefs.render import apart, pages

State = Literal["ok", "missing", "wrong"]
FONTS = ("Liberation Serif", "Times New Roman", "Noto Serif CJK", "Noto Sans CJK", "Noto Naskh Arabic", "Amiri")
_NEEDED = ("click", "docxtpl", "Jinja2", "lxml", "pydantic", "pypdf", "python-docx", "PyYAML")


@dataclass(frozen=True)
class Finding:
    """One line. `missing` can be lived with, `wrong` must be mended; `fix` says how."""

    name: str
    state: State
    says: str
    fix: str = ""


def examine(folders: tuple[Path, ...] = ()) -> list[Finding]:
    """All findings, the most important first."""
    return [*_library(folders), *_python(), *_limits(), _libreoffice(), *_fonts(), _encryption(), _privacy()]


def as_data(findings: list[Finding]) -> dict[str, Any]:
    """For --json."""
    return {
        "format": 1,
        "sound": all(f.state != "wrong" for f in findings),
        "platform": sys.platform,
        "checks": [asdict(finding) for finding in findings],
    }


def _library(folders: tuple[Path, ...]) -> Iterator[Finding]:
    found = verify()
    if not listed():
        yield Finding("library", "wrong", "the list of hashes is missing.", "Install casebrief again.")
    elif found.sound:
        yield Finding("library", "ok", f"{found.files} files in {shipped_root()}, each as published.")
    else:
        for what, files in (("changed", found.changed), ("missing", found.missing), ("added", found.added)):
            if files:
                fix = (
                    "If you did not do this, install casebrief again. Your own changes belong in a folder of your own."
                )
                shown = ", ".join(files[:5]) + (" …" if len(files) > 5 else "")
                yield Finding("library", "wrong", f"{len(files)} files {what} since publication: {shown}", fix)
    try:
        own = [layer for layer in find_layers(folders) if layer.name != "shipped"]
    except LibraryError as reason:
        yield Finding("own records", "wrong", str(reason))
        return
    for layer in own:
        yield Finding("own records", "ok", f"{layer.root} (stronger than the library; its templates are filled apart)")


def _python() -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    state: State = "ok" if sys.version_info >= (3, 11) else "wrong"
    yield Finding("Python", state, version, "" if state == "ok" else "Install Python 3.11 or newer.")
    for name in _NEEDED:
        try:
            yield Finding(name, "ok", importlib.metadata.version(name))
        except importlib.metadata.PackageNotFoundError:
            yield Finding(name, "wrong", "not installed.", "Install casebrief again: python -m pip install casebrief")
    if tuple(int(n) for n in importlib.metadata.version("Jinja2").split(".")[:3]) < (3, 1, 6):
        yield Finding("Jinja2", "wrong", "older versions let templates escape.", "python -m pip install -U jinja2")
    if not hasattr(yaml, "CSafeLoader"):
        yield Finding("PyYAML", "missing", "no C reader: the library is read slowly.", "Install libyaml, then PyYAML.")


def _limits() -> Iterator[Finding]:
    """What stops a template that was not published with the program, on this system."""
    clock = f"clock of {apart.CLOCK:.0f} s for each document"
    if sys.platform == "linux":
        yield Finding("limits", "ok", f"{clock}, {apart.MEMORY >> 30} GB of memory, no file, program or connection.")
    elif sys.platform == "win32":
        yield Finding("limits", "missing", f"{clock} only: Windows keeps no limit of memory for a process started so.")
    else:
        yield Finding("limits", "missing", f"{clock}; the limit of memory is asked for, but this system ignores it.")
    if os.name == "nt":
        yield Finding("rights of files", "missing", "Windows: the rights of the folder decide who may read, not 0600.")
    else:
        yield Finding("rights of files", "ok", "new files 0600, new folders 0700.")


def _libreoffice() -> Finding:
    program = pages.program()
    if program is None:
        why = "page numbers in the tables, and PDF copies, are left out."
        return Finding("LibreOffice", "missing", f"not found: {why}", "Install LibreOffice Writer.")
    apart_from_net = " It runs cut off from the network." if pages.without_network() else ""
    return Finding("LibreOffice", "ok", f"{program}.{apart_from_net}")


def _fonts() -> Iterator[Finding]:
    lister = shutil.which("fc-list")
    if lister is None:
        yield Finding("fonts", "ok", "not looked at: this system has no fc-list.")
        return
    done = subprocess.run([lister, ":", "family"], capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603
    there = done.stdout
    has = {name: name in there for name in FONTS}
    groups = (("Latin", FONTS[:2]), ("Chinese", FONTS[2:4]), ("Arabic script", FONTS[4:]))
    for script, names in groups:
        known = [name for name in names if has[name]]
        if known:
            yield Finding(f"font, {script}", "ok", ", ".join(known))
        else:
            yield Finding(
                f"font, {script}", "missing", f"none of {', '.join(names)}: pages may break elsewhere in Word."
            )


def _encryption() -> Finding:
    try:
        return Finding("encryption", "ok", f"pyrage {importlib.metadata.version('pyrage')} (age format)")
    except importlib.metadata.PackageNotFoundError:
        return Finding("encryption", "missing", "encrypt and decrypt need pyrage.", "pip install 'casebrief[age]'")


def _privacy() -> Finding:
    return Finding(
        "not in our hands",
        "ok",
        f"Word's autosave, backups, printers, memory and {tempfile.gettempdir()} while LibreOffice works. "
        "Encrypt the whole disk.",
    )
