"""Exhibit bundles that arrive as .zip or .tar: looked through without unpacking, refused when a name or a size lies.

Rule: read the listing, unpack nothing. What is refused here would overwrite files elsewhere, fill the disk, show one
name and open another, or lose a file on Windows or macOS, where names that differ only in case are one name.
"""

import io
import re
import struct
import tarfile
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefs.errors import BriefError, Problem
from briefs.reading.files import read_bytes
from briefs.reading.text_tree import describe_character, forbidden_character

MAX_FILE, MAX_ENTRIES, MAX_TOTAL, MAX_RATIO, MAX_NAME = 300 << 20, 5_000, 2 << 30, 200, 200
SUFFIXES = (".zip", ".tar", ".tar.gz", ".tgz")
SHOWN = 20

_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?")
_ARCHIVE = re.compile(r"(?i)\.(zip|7z|rar|gz|tgz|bz2|xz|zst|tar|jar|cab|arj|iso|img|vhdx?|dmg)$")
_PROGRAM = re.compile(
    r"(?i)\.(exe|com|scr|pif|bat|cmd|ps1|vbs?|vbe|jse?|wsf|wsh|hta|lnk|url|msi|msp|dll|cpl|reg|inf|scf|chm|jar|app|"
    r"command|sh|desktop|docm|dotm|xlsm|xltm|xlam|pptm|potm|ppam|one|library-ms|settingcontent-ms|svg)$"
)


class BundleError(BriefError):
    """A bundle of exhibits is refused."""


@dataclass(frozen=True)
class Entry:
    """One line of a listing. `kind` is file, folder or other (a link, a device); sizes in bytes."""

    name: str
    kind: str
    size: int
    packed: int | None = None
    encrypted: bool = False


def is_bundle(file: Path) -> bool:
    return file.name.lower().endswith(SUFFIXES)


def check_bundle(file: Path) -> list[Entry]:
    """The files of a sound bundle. Raises BundleError with every reason, one line each."""
    data = read_bytes(file, MAX_FILE, BundleError)
    entries = list(_listing(data, file.name))
    problems = list(_problems(entries, file.name))
    if problems:
        more = len(problems) - SHOWN
        rest = [Problem(file.name, f"and {more} more things of this kind.")] if more > 0 else []
        raise BundleError([*problems[:SHOWN], *rest])
    return [entry for entry in entries if entry.kind == "file"]


def _listing(data: bytes, where: str) -> Iterator[Entry]:
    if data[:4] in (b"PK\3\4", b"PK\5\6"):
        yield from _zip(data, where)
    elif data[257:262] == b"ustar" or data[:2] == b"\x1f\x8b":
        yield from _tar(data, where)
    else:
        raise BundleError(Problem(where, "neither a .zip nor a .tar file.", fix="Ask for the exhibits as .zip."))


def _zip(data: bytes, where: str) -> Iterator[Entry]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, OverflowError, struct.error) as error:
        raise BundleError(Problem(where, "the zip file is damaged.", fix="Ask for it again.")) from error
    if data.rfind(b"PK\5\6") + 22 != len(data):
        raise BundleError(Problem(where, "there is something after the end of the zip file."))
    _not_too_many(len(infos), where)
    for info in infos:
        mode = (info.external_attr >> 16) & 0o170000
        kind = "folder" if info.is_dir() else "file" if mode in (0, 0o100000) else "other"
        yield Entry(info.orig_filename, kind, info.file_size, info.compress_size, bool(info.flag_bits & 1))


def _tar(data: bytes, where: str) -> Iterator[Entry]:
    """A packed tar is read in a stream that stops at the limits, so a bomb is never unpacked."""
    count = total = 0
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r|*") as package:
            for member in package:
                count, total = count + 1, total + member.size
                _not_too_many(count, where)
                if total > MAX_TOTAL or (data[:2] == b"\x1f\x8b" and total > max(1 << 20, len(data) * MAX_RATIO)):
                    raise BundleError(Problem(where, "unpacks to far more than it should (bomb)."))
                kind = "folder" if member.isdir() else "file" if member.isreg() else "other"
                yield Entry(member.name, kind, member.size)
    except (tarfile.TarError, OSError, EOFError, ValueError) as error:
        raise BundleError(Problem(where, "the tar file is damaged.", fix="Ask for it again.")) from error


def _not_too_many(count: int, where: str) -> None:
    if count > MAX_ENTRIES:
        raise BundleError(Problem(where, f"more than {MAX_ENTRIES:,} entries."))


def _problems(entries: list[Entry], where: str) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    total = 0
    for entry in entries:
        total += entry.size
        place = f"{where}: {_shown(entry.name)}"
        for what in _entry_problems(entry):
            yield Problem(place, what)
        folded = unicodedata.normalize("NFC", entry.name.rstrip("/")).casefold()
        if folded in seen:
            yield Problem(place, "stands twice.", "On Windows and macOS one would replace the other.")
        seen[folded] = entry.name
    if total > MAX_TOTAL:
        yield Problem(where, f"unpacks to more than {MAX_TOTAL >> 30} GB.")
    files = {entry.name for entry in entries if entry.kind != "folder"}
    for entry in entries:
        parents = entry.name.rstrip("/").split("/")[:-1]
        if any("/".join(parents[:n]) in files for n in range(1, len(parents) + 1)):
            yield Problem(f"{where}: {_shown(entry.name)}", "lies inside an entry that is no folder.")


def _shown(name: str) -> str:
    """A name as it really is: what does not show is written as its code."""
    return ascii(name)[1:-1][:80]


def _entry_problems(entry: Entry) -> Iterator[str]:
    name = entry.name
    if entry.kind == "other":
        yield "is a link or a device; it could lead out of the folder."
    if entry.encrypted:
        yield "is encrypted; nobody can look into it."
    if entry.packed is not None and entry.size > 1 << 20 and entry.size > MAX_RATIO * max(1, entry.packed):
        yield f"unpacks from {entry.packed:,} to {entry.size:,} bytes (bomb)."
    if bad := next((c for c in name if forbidden_character(c, single_line=True)), None):
        yield f"has {describe_character(bad)} in its name; it may be shown as another name."
    if name.startswith("/") or "\\" in name or re.match(r"[A-Za-z]:", name) or ".." in name.split("/"):
        yield "has a name that leads out of the folder."
    elif what := _unsafe_on_windows(name):
        yield f"has a name that {what}."
    if _ARCHIVE.search(name):
        yield "is an archive inside the archive; it is not looked into."
    elif _PROGRAM.search(name):
        yield "is a program or can run one; exhibits are documents and pictures."


def _unsafe_on_windows(name: str) -> str:
    for segment in name.rstrip("/").split("/"):
        if segment in ("", "."):
            return "holds an empty part"
        if re.search(r'[<>:"|?*]', segment) or segment.endswith((".", " ")) or _RESERVED.fullmatch(segment):
            return "Windows cannot hold"
        if len(segment.encode("utf-8", "replace")) > MAX_NAME:
            return f"is longer than {MAX_NAME} bytes"
    return ""
