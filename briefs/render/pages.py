"""Page numbers for the tables of contents and authorities, asked of LibreOffice with nothing switched on.

All documents of a build go through one call. Word may lay out a line differently: F9 before filing.
"""

import functools
import io
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from briefs.errors import Problem, RenderError
from briefs.render.engine import Rendered
from briefs.render.ooxml import COMMENTS, DOCUMENT, pack, parse, q, serialise, unpack
from briefs.writing import private_room

TIME_LIMIT = 180
"""Seconds for one call, whatever the number of documents."""

PASSES = 3
_SETTINGS = (
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
)
_PROGRAMS = ("soffice", "libreoffice")
_FILTER = (
    "pdf:writer_pdf_Export:{"
    '"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportNotes":{"type":"boolean","value":"false"}}'
)


class Laid(NamedTuple):
    """A document as LibreOffice lays it out. `pages`: bookmark → page, counted from 1; `total`: number of pages."""

    pages: Mapping[str, int]
    total: int
    pdf: bytes


Job = Callable[[Mapping[str, int] | None, int | None], Rendered]
"""Renders one copy with the given pages and total; both are None at first."""


def available() -> bool:
    """Whether LibreOffice is installed. Without it the tables stand without page numbers."""
    return program() is not None


def program() -> str | None:
    """Path of LibreOffice, or null."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


def paginate(jobs: Sequence[Job]) -> list[tuple[Rendered, Laid]]:
    """Renders until the page numbers written are the page numbers found; three passes at most."""
    rendered = [job(None, None) for job in jobs]
    laid: list[Laid] = []
    for _ in range(PASSES):
        found = lay_out([r.data for r in rendered])
        stable = [
            bool(laid) and (a.pages, a.total) == (b.pages, b.total) for a, b in zip(found, laid or found, strict=True)
        ]
        laid = found
        if all(stable):
            break
        rendered = [job(place.pages, place.total) for job, place in zip(jobs, laid, strict=True)]
    return list(zip(rendered, laid, strict=True))


def to_pdf(documents: Sequence[bytes]) -> list[bytes]:
    """PDF copies, without comments."""
    return [laid.pdf for laid in lay_out(documents)]


def lay_out(documents: Sequence[bytes], time_limit: float = TIME_LIMIT) -> list[Laid]:
    """One LibreOffice call for all documents. RenderError where a document gives no PDF or time runs out."""
    with private_room() as room:
        files = []
        for number, data in enumerate(documents, start=1):
            files.append(room / f"{number:04d}.docx")
            files[-1].write_bytes(_without_comments(data))
        _convert(files, room, time_limit)
        return [_read(file.with_suffix(".pdf"), number) for number, file in enumerate(files, start=1)]


def _without_comments(data: bytes) -> bytes:
    """Comments are not printed, and LibreOffice 7.4 puts footnotes at the wrong place in a file that has some."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data
    parts = unpack(data)
    if COMMENTS not in parts:
        return data
    body = parse(parts[DOCUMENT])
    for mark in list(body.iter(q("commentReference"), q("commentRangeStart"), q("commentRangeEnd"))):
        mark.getparent().remove(mark)
    return pack({**parts, DOCUMENT: serialise(body)})


def _convert(files: list[Path], room: Path, time_limit: float) -> None:
    office = program()
    if office is None:
        raise RenderError(Problem("pages", "LibreOffice is not installed.", fix="Install it, or use --pages none."))
    profile = _profile(room)
    command = [
        *without_network(),
        office,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--nologo",
    ]
    command += ["--nolockcheck", "--convert-to", _FILTER, "--outdir", str(room), *map(str, files)]
    environment = {
        k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "LANG", "FONTCONFIG_FILE", "SYSTEMROOT")
    }
    running = subprocess.Popen(  # noqa: S603 - a fixed command, no shell, on files of this folder
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        env={**environment, "SAL_USE_VCLPLUGIN": "svp", "TZ": "UTC", "TMPDIR": str(room)},
    )
    try:
        running.wait(time_limit)
    except subprocess.TimeoutExpired:
        raise RenderError(
            Problem("pages", f"LibreOffice took more than {time_limit:.0f} s.", fix="Use --pages none.")
        ) from None
    finally:
        _end(running)


@functools.cache
def without_network() -> tuple[str, ...]:
    """Words that start a program cut off from the network, where the system allows an ordinary user to do that."""
    unshare = shutil.which("unshare")
    if sys.platform != "linux" or unshare is None:
        return ()
    words = (unshare, "--net", "--map-root-user")
    tried = subprocess.run([*words, "true"], capture_output=True, check=False, timeout=10)  # noqa: S603
    return words if tried.returncode == 0 else ()


def _end(running: subprocess.Popen[bytes]) -> None:
    """The launcher is a script: its whole group is ended, or soffice.bin would stay behind."""
    if running.poll() is None:
        try:
            if hasattr(os, "killpg"):
                os.killpg(running.pid, signal.SIGKILL)
            else:
                running.kill()
        except ProcessLookupError:
            pass
        running.wait()


def _profile(room: Path) -> Path:
    """A private profile that follows no link and runs no macro; it goes with the folder."""
    user = room / "profile" / "user"
    user.mkdir(parents=True, mode=0o700)
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}</oor:items>",
        encoding="utf-8",
    )
    return room / "profile"


def _read(pdf: Path, number: int) -> Laid:
    """LibreOffice ends with status 0 even when it has written nothing, so the file itself is asked."""
    if not pdf.exists():
        raise RenderError(Problem("pages", f"LibreOffice made no PDF of document {number}."))
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(pdf)
        numbers = {p.indirect_reference.idnum: n for n, p in enumerate(reader.pages, start=1) if p.indirect_reference}
        pages = {
            name.lstrip("/").replace("5F", "_"): numbers[page.idnum]
            for name, destination in reader.named_destinations.items()
            if (page := destination.raw_get("/Page")) is not None and getattr(page, "idnum", None) in numbers
        }
        return Laid(pages, len(reader.pages), pdf.read_bytes())
    except PyPdfError as error:
        raise RenderError(Problem("pages", f"the PDF of document {number} cannot be read: {error}.")) from error
