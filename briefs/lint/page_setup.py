"""Margins that somebody set in Word and that a layout overrules when the filing is written."""

import re
from collections.abc import Iterator
from pathlib import Path

from briefs.errors import BriefError, LibraryError, Problem
from briefs.library import Library
from briefs.library.integrity import is_known
from briefs.library.layers import shipped_root
from briefs.models.layout import HOUSE, OWN, Layout
from briefs.models.template import FilingManifest
from briefs.reading.files import read_bytes
from briefs.reading.into_model import into_model
from briefs.reading.text_tree import read_tree
from briefs.render.layouts import measures
from briefs.render.ooxml import DOCUMENT
from briefs.render.package_gate import MAX_FILE, Refused, read

_MARGINS = re.compile(rb"<w:pgMar\b[^>]*>")
_SIDE = re.compile(rb'w:(top|bottom|left|right)="(\d{1,6})"')
SIDES = ("top", "bottom", "left", "right")
SLACK = 20
"""Twentieths of a point; Word rounds what is typed in centimetres."""

Margins = tuple[int, ...]


def overruled_margins(library: Library) -> Iterator[Problem]:
    """One line for each Word file of the user's own layers whose margins will not be those of the filing."""
    for layer in library.layers:
        if layer.root.resolve() != shipped_root().resolve():
            for file in sorted((layer.root / "templates").glob("*/*.docx")):
                yield from overruled(file, library)


def overruled(file: Path, library: Library) -> Iterator[Problem]:
    """A template whose margins are neither those of its layout nor those it was shipped with. A file or a manifest
    that cannot be read is told elsewhere."""
    try:
        manifest = _manifest(file.with_name("template.yaml"))
        data = read_bytes(file, MAX_FILE, LibraryError)
        given = None if manifest is None or manifest.layout == OWN or is_known(data) else _margins(data)
    except (BriefError, Refused):
        return
    if given is None or any(_same(given, known) for known in _unsurprising(file, manifest, library)):
        return
    shown = ", ".join(f"{side} {twips * 2.54 / 1440:.1f}" for side, twips in zip(SIDES, given, strict=True))
    yield Problem(
        str(file),
        f"its margins ({shown} cm) are not used.",
        f"The layout '{manifest.layout}' of law/layouts.yaml sets margins, spacing and fonts of the filing.",
        "To keep what you set in Word write 'layout: own' in template.yaml beside it.",
    )


def _manifest(file: Path) -> FilingManifest | None:
    tree = read_tree(file, LibraryError)
    return into_model(FilingManifest, tree, LibraryError) if tree.data.get("kind", "filing") == "filing" else None


def _unsurprising(file: Path, manifest: FilingManifest, library: Library) -> Iterator[Margins]:
    named = [one for one in library.layouts.values() if manifest.layout in (one.id, one.family)]
    yield from map(_of_layout, (HOUSE, *named))
    shipped = shipped_root() / "templates" / file.parent.name / file.name
    if shipped.is_file() and (held := _margins(shipped.read_bytes())):
        yield held


def _of_layout(layout: Layout) -> Margins:
    measured = measures(layout)
    return tuple(getattr(measured, side) for side in SIDES)


def _margins(data: bytes) -> Margins | None:
    """Top, bottom, left, right of the last section, in twentieths of a point; none where the file does not say."""
    found = _MARGINS.findall(read(data, "").get(DOCUMENT, b""))
    sides = {side.decode(): int(value) for side, value in _SIDE.findall(found[-1])} if found else {}
    return tuple(sides[side] for side in SIDES) if len(sides) == len(SIDES) else None


def _same(one: Margins, other: Margins) -> bool:
    return all(abs(a - b) <= SLACK for a, b in zip(one, other, strict=True))
