"""Whether two engines have made the same document: the same text, paragraph by paragraph, and the same pages."""

import io
import re
import subprocess
import zipfile
from pathlib import Path

from lxml import etree
from pypdf import PdfReader

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_EDGE = re.compile(r"word/(header|footer)\d*\.xml")


def texts(data: bytes) -> list[str]:
    """The paragraphs that hold text: body, then headers and footers."""
    package = zipfile.ZipFile(io.BytesIO(data))
    names = ["word/document.xml", *sorted(filter(_EDGE.fullmatch, package.namelist()))]
    parser = etree.XMLParser(huge_tree=True, resolve_entities=False)
    found = []
    for name in names:
        for paragraph in etree.fromstring(package.read(name), parser).iter(f"{_W}p"):
            text = "".join(node.text or "" for node in paragraph.iter(f"{_W}t"))
            found.append(" ".join(text.split()))
    return [text for text in found if text]


def difference(ours: bytes, theirs: bytes) -> str:
    """Empty where the texts agree; else the first paragraph that does not."""
    a, b = texts(ours), texts(theirs)
    if a == b:
        return ""
    first = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return f"{len(a)} and {len(b)} paragraphs; the first that differs is number {first + 1}: {a[first : first + 1]!r}"


def pages(files: dict[str, bytes], folder: Path, soffice: str) -> dict[str, int]:
    """Pages of each file as LibreOffice lays it out, all in one call."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    sources = [str(folder / f"{name}.docx") for name in files]
    subprocess.run([*command, *sources], check=True, capture_output=True, timeout=300)  # noqa: S603
    return {name: len(PdfReader(folder / f"{name}.pdf").pages) for name in files}
