"""What is refused about the package of a Word file: the zip itself, hidden programs, links, foreign parts."""

import io
import posixpath
import re
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import etree

from briefs.errors import Problem
from briefs.render.ooxml import CONTENT_TYPES, RELS, TYPES, Element, Parts, parse

MAX_FILE, MAX_ENTRIES, MAX_ENTRY, MAX_TOTAL, MAX_RATIO = 50 << 20, 2000, 64 << 20, 256 << 20, 200
MAX_XML, MAX_ALL_XML, MAX_ELEMENTS = 8 << 20, 16 << 20, 200_000
"""One part of text, and all of them: a filing of 500 pages has under 4 MB and under 100,000 elements."""
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
LINK_SCHEMES = {"http", "https", "mailto"}

KEPT_RELATIONSHIPS = {
    "officeDocument", "core-properties", "extended-properties", "custom-properties", "thumbnail", "styles",
    "stylesWithEffects", "numbering", "settings", "webSettings", "fontTable", "theme", "footnotes", "endnotes",
    "header", "footer", "comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "image",
    "hyperlink", "customXml", "customXmlProps", "printerSettings", "glossaryDocument",
}  # fmt: skip
_ACTIVE_TYPE = re.compile(
    r"macroEnabled|vbaProject|activeX|oleObject|keyMap|attachedToolbars|customUI|svg\+xml|text/html|rfc822|"
    r"application/(rtf|msword|xhtml)|[fF]ont(?!Table)|officedocument\.(?!wordprocessingml|theme|extended-prop|custom)",
)
_ACTIVE_PART = re.compile(
    r"\.(bin|exe|dll|js|vbs|html?|mht|svg|odttf|[ot]tf|swf|xlsx?|docm|docx|jar|zip)$|^customUI/", re.I
)


class Refused(Exception):
    """The package is so broken that nothing more can be looked at."""

    def __init__(self, problem: Problem):
        super().__init__(problem.line())
        self.problem = problem


def read(data: bytes, where: str) -> Parts:
    """The parts of a sound zip; Refused with the first reason otherwise. Nothing is written to disk."""
    package = _opened(data, where)
    entries = package.infolist()
    for problem in _zip_problems(data, entries, where):
        raise Refused(problem)
    parts = {}
    for entry in entries:
        if not entry.is_dir():
            parts[entry.filename] = _content(package, entry, where)
    return parts


def _opened(data: bytes, where: str) -> zipfile.ZipFile:
    if len(data) > MAX_FILE:
        raise Refused(Problem(where, f"the file is larger than {MAX_FILE >> 20} MB."))
    if data[:4] != b"PK\3\4":
        old = data[:4] == b"\xd0\xcf\x11\xe0"
        what = "an old .doc or a file with a password." if old else "not a Word file (.docx)."
        raise Refused(Problem(where, what, fix="Save it in Word as .docx, without a password."))
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, OverflowError, struct.error) as error:
        raise Refused(Problem(where, f"the file is damaged: {error}.", fix="Ask for it again.")) from error
    if data.rfind(b"PK\5\6") + 22 != len(data):
        raise Refused(Problem(where, "there is something after the end of the Word file."))
    return package


def _zip_problems(data: bytes, entries: list[zipfile.ZipInfo], where: str) -> Iterator[Problem]:
    if len(entries) > MAX_ENTRIES:
        yield Problem(where, f"{len(entries)} parts; a Word file has fewer than {MAX_ENTRIES}.")
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename
        folded = unicodedata.normalize("NFC", name).casefold()
        if folded in seen:
            yield Problem(where, f"two parts are called {name!r}.", "Programs would read different ones.")
        seen.add(folded)
        if what := _entry_problem(data, entry):
            yield Problem(where, f"part {name!r} {what}")
    if sum(entry.file_size for entry in entries) > MAX_TOTAL:
        yield Problem(where, f"unpacks to more than {MAX_TOTAL >> 20} MB.")
    if sum(entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels"))) > MAX_ALL_XML:
        yield Problem(where, f"holds more than {MAX_ALL_XML >> 20} MB of XML.", "No filing is that long.")


def _entry_problem(data: bytes, entry: zipfile.ZipInfo) -> str:
    name = entry.orig_filename
    segments = name.rstrip("/").split("/")
    if name != entry.filename or "\\" in name or ":" in name or any(s in ("", ".", "..") for s in segments):
        return "has an unsafe name."
    if any(unicodedata.category(c) in ("Cc", "Cf") for c in name):
        return "has an invisible character in its name."
    if entry.flag_bits & 1:
        return "is encrypted."
    if entry.compress_type not in (0, 8) or (entry.external_attr >> 16) & 0o170000 == 0o120000:
        return "is packed in a way that Word does not use."
    if entry.file_size > MAX_ENTRY or (entry.file_size > 1 << 20 and entry.file_size > MAX_RATIO * entry.compress_size):
        return f"unpacks from {entry.compress_size} to {entry.file_size} bytes (zip bomb)."
    at = entry.header_offset
    length = struct.unpack("<H", data[at + 26 : at + 28])[0] if data[at : at + 4] == b"PK\3\4" else -1
    encoded = name.encode("utf-8" if entry.flag_bits & 0x800 else "cp437", "replace")
    return "" if data[at + 30 : at + 30 + max(length, 0)] == encoded else "is called otherwise inside the zip."


def _content(package: zipfile.ZipFile, entry: zipfile.ZipInfo, where: str) -> bytes:
    try:
        with package.open(entry) as member:
            content = member.read(entry.file_size + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise Refused(Problem(where, f"part {entry.filename!r} cannot be read: {error}.")) from error
    if len(content) != entry.file_size:
        raise Refused(Problem(where, f"part {entry.filename!r} is not as long as declared."))
    return content


def xml_roots(parts: Parts, where: str) -> dict[str, Element]:
    """Every XML part, strictly read. DOCTYPE, entities, other encodings and instructions are refused."""
    return {name: _root(data, f"{where}: {name}") for name, data in parts.items() if name.endswith((".xml", ".rels"))}


def _root(data: bytes, where: str) -> Element:
    if len(data) > MAX_XML:
        raise Refused(Problem(where, f"{len(data):,} bytes of XML; at most {MAX_XML:,} are read."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(Problem(where, "not UTF-8.", fix="Save the file again in Word.")) from error
    if "\0" in text:  # UTF-16 without its mark: the checks below would see letters with gaps
        raise Refused(Problem(where, "not UTF-8.", fix="Save the file again in Word."))
    declared = re.match(r"\s*<\?xml[^>]*encoding=[\"']([^\"']+)", text)
    if declared and declared[1].upper() != "UTF-8":
        raise Refused(Problem(where, f"encoding {declared[1]}; only UTF-8 is read."))
    if re.search(r"<!(DOCTYPE|ENTITY)", text):
        raise Refused(Problem(where, "a DOCTYPE or entity.", "Word never writes one; it can read files."))
    try:
        root = parse(data)
    except etree.XMLSyntaxError as error:
        raise Refused(Problem(where, f"not well-formed XML: {error}.")) from error
    if any(True for _ in root.iter(etree.PI)):
        raise Refused(Problem(where, "a processing instruction."))
    if sum(1 for _ in root.iter()) > MAX_ELEMENTS:
        raise Refused(Problem(where, f"more than {MAX_ELEMENTS:,} elements."))
    return root


def package_problems(parts: Parts, roots: dict[str, Element], where: str) -> Iterator[Problem]:
    """Content types, relationships and parts that a template may not have."""
    if CONTENT_TYPES not in roots or "_rels/.rels" not in roots:
        raise Refused(Problem(where, "[Content_Types].xml or _rels/.rels is missing: not a Word file."))
    types = _types(roots[CONTENT_TYPES])
    for name in parts:
        if _ACTIVE_PART.search(name):
            yield Problem(where, f"contains {name!r}.", "Programs, embedded files, fonts and web pages are refused.")
    for name, kind in types.items():
        if "macroEnabled" in kind or "vba" in kind:
            yield Problem(where, f"contains macros ({name}).", fix="Save it in Word as .docx without macros.")
        elif _ACTIVE_TYPE.search(kind):
            yield Problem(where, f"{name} has the type {kind}.", "Active or embedded content is refused.")
    for name, root in roots.items():
        if name.endswith(".rels"):
            yield from _relationship_problems(name, root, parts, where)
    yield from _main_problems(parts, roots, types, where)


def _types(root: Element) -> dict[str, str]:
    kinds = {e.get("PartName", "").lstrip("/"): e.get("ContentType", "") for e in root.iter(f"{{{TYPES}}}Override")}
    return {**{f"*.{e.get('Extension')}": e.get("ContentType", "") for e in root.iter(f"{{{TYPES}}}Default")}, **kinds}


def _main_problems(parts: Parts, roots: dict[str, Element], types: dict[str, str], where: str) -> Iterator[Problem]:
    targets = [e.get("Target", "").lstrip("/") for e in roots["_rels/.rels"] if _kind(e) == "officeDocument"]
    if targets != ["word/document.xml"] or "word/document.xml" not in parts:
        raise Refused(Problem(where, "the main part word/document.xml is missing."))
    if types.get("word/document.xml") != MAIN_TYPE and not types.get("word/document.xml", "").count("macroEnabled"):
        yield Problem(where, f"the main part has the type {types.get('word/document.xml')!r}.")


def _kind(relationship: Element) -> str:
    return relationship.get("Type", "").rsplit("/", 1)[-1]


def _relationship_problems(name: str, root: Element, parts: Parts, where: str) -> Iterator[Problem]:
    folder, _, file = name.partition("_rels/")
    if folder + file[:-5] not in parts and file != ".rels":
        yield Problem(where, f"{name} belongs to a part that is not there.")
    seen: set[str] = set()
    for entry in root.iter(f"{{{RELS}}}Relationship"):
        identity, target, kind = entry.get("Id", ""), entry.get("Target", ""), _kind(entry)
        if identity in seen:
            yield Problem(where, f"{name}: two relationships {identity}.")
        seen.add(identity)
        if entry.get("TargetMode") == "External":
            yield from _external(name, kind, target, where)
        elif kind not in KEPT_RELATIONSHIPS:
            yield Problem(where, f"{name}: relationship {kind} to {target}.", "Only plain parts of a text are kept.")
        elif not target.startswith("#") and _resolved(folder, target) not in parts:
            yield Problem(where, f"{name}: {target!r} is not in the file.")


def _resolved(folder: str, target: str) -> str:
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//|.*\\", target):
        return "\0"
    joined = posixpath.normpath(target.lstrip("/") if target.startswith("/") else folder + target)
    return "\0" if joined.startswith("..") else joined


_LOCAL_TEMPLATE = re.compile(r"(?i)(file:///[a-z]:|[a-z]:\\|[\w .-]+\.dot[mx]?$)")


def _external(name: str, kind: str, target: str, where: str) -> Iterator[Problem]:
    if kind == "attachedTemplate" and _LOCAL_TEMPLATE.match(target):
        return  # the path of the author's own Normal.dotm: dropped with the settings, never kept
    if kind != "hyperlink":
        yield Problem(
            where, f"{name}: {kind} from {target!r}.", "Opening the file would fetch it.", "Remove it in Word."
        )
    elif not safe_link(target):
        yield Problem(where, f"{name}: link to {target!r}.", fix="Links go to http, https or mailto addresses.")


def safe_link(target: str) -> bool:
    """http, https or mailto, with a host, without user name and without a template tag."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    if parts.scheme not in LINK_SCHEMES or "@" in parts.netloc or "\\" in target or re.search(r"[{}]|%7[bBdD]", target):
        return False
    return parts.scheme == "mailto" or bool(parts.hostname)
