"""Opens zip packages (.docx, .odt) that nobody vouches for: limits on size, strict XML, no DOCTYPE, no network."""

import io
import struct
import zipfile
import zlib

from lxml import etree

from briefs.errors import DocumentError, Problem

MAX_PARTS, MAX_PART, MAX_TOTAL, MAX_RATIO = 5000, 64 << 20, 256 << 20, 250
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    KeyError,
    struct.error,
)


class Package:
    """The parts of a package, read one at a time and only when asked for."""

    def __init__(self, data: bytes, where: str):
        self.where = where
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except (*_BROKEN, struct.error) as reason:
            raise _refusal(where, "the file is damaged.", "Ask for it again, or save it again.") from reason
        if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_TOTAL:
            raise _refusal(where, "the file unpacks to more than a text can hold (zip bomb).", "It was not opened.")
        self._entries = {entry.filename: entry for entry in reversed(entries)}
        self.names = tuple(self._entries)

    def bytes_of(self, name: str) -> bytes:
        """Content of one part. Raises DocumentError for an encrypted, damaged or inflated one."""
        entry = self._entries[name]
        inflated = entry.file_size > 1 << 20 and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)
        if entry.flag_bits & 1 or entry.file_size > MAX_PART or inflated:
            raise _refusal(
                self.where, f"part {name!r} is encrypted or inflated.", "Save it without a password, in Word."
            )
        try:
            with self._zip.open(entry) as member:
                content = member.read(MAX_PART + 1)
        except _BROKEN as reason:
            raise _refusal(self.where, f"part {name!r} cannot be unpacked.", "Ask for the file again.") from reason
        return content

    def root(self, name: str) -> etree._Element | None:
        """Root of an XML part, or None where the package has no such part."""
        if name not in self._entries:
            return None
        return strict_root(self.bytes_of(name), f"{self.where}: {name}")


def strict_root(data: bytes, where: str) -> etree._Element:
    """An XML tree without entities, DOCTYPE or repair; 'Strict' Word files are read as the usual ones."""
    data = data.replace(
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as reason:
        raise _refusal(where, "this part is not well-formed.", "Open the file in Word and save it again.") from reason
    if root.getroottree().docinfo.doctype:
        raise _refusal(where, "a DOCTYPE stands in it.", "Word never writes one; it can read other files.")
    return root


def _refusal(where: str, what: str, fix: str) -> DocumentError:
    return DocumentError(Problem(where, what, "Nothing in it was checked.", fix))
