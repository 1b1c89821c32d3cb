"""Reads the written Word file again: nothing cited that was not eligible, nothing withheld, no note of counsel."""

import io
import zipfile
from collections.abc import Iterable
from functools import lru_cache

from lxml import etree

from briefs.errors import Problem

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH = f"{_W}p"
_PIECES = {f"{_W}{tag}" for tag in ("t", "tab", "br", "instrText")}
_TEXTS = {f"{_W}t", f"{_W}instrText"}
_ATTRIBUTES = etree.XPath("//@*", smart_strings=False)


def text_of(data: bytes) -> str:
    """All text of all parts: body, notes, headers, footers, comments, attributes that show, properties."""
    return "\n".join(line for root in parts_of(data).values() for line in _paragraphs(root))


@lru_cache(maxsize=1)
def parts_of(data: bytes) -> dict[str, etree._Element]:
    """The XML parts of a written file, for reading only: the checks that follow each other look at the same file."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        named = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        return {name: etree.fromstring(package.read(name), parser) for name in named}


def _paragraphs(root: etree._Element) -> list[str]:
    lines = ["".join(map(_piece, paragraph.iter(_PIECES))) for paragraph in root.iter(_PARAGRAPH)]
    lines += [value for value in _ATTRIBUTES(root) if len(value) > 3]
    return lines or ["".join(root.itertext())]


def _piece(node: etree._Element) -> str:
    return (node.text or "") if node.tag in _TEXTS else "\t"


def ineligible(where: str, cited: Iterable[str], eligible: set[str]) -> list[Problem]:
    """Citations in the file that the matcher did not choose."""
    return [
        Problem(
            where,
            f"cites {key}, which was not chosen for this forum, ground and date.",
            "An authority that does not fit ruins the filing.",
            "Report this: it is a fault of the template.",
        )
        for key in dict.fromkeys(cited)
        if key not in eligible
    ]


def leaked(where: str, text: str, secrets: Iterable[str]) -> list[Problem]:
    """Withheld texts that stand in a file meant to be filed."""
    folded = text.casefold()
    count = sum(1 for secret in secrets if len(secret.strip()) > 2 and secret.strip().casefold() in folded)
    if not count:
        return []
    return [
        Problem(
            where,
            f"holds {count} text(s) that are withheld from its readers.",
            "What is filed is often handed to the requesting state.",
            "Look at withhold_from, and at names inside other texts of the case file.",
        )
    ]
