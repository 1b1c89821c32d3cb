"""Pictures without what a camera, a telephone or a drawing program wrote into them.

Only PNG and JPEG are known. Pixels stay as they are: blocks that hold no pixels and no colours are left out, so nothing
is decoded and nothing is compressed anew. A colour profile goes too: it can name the screen or the scanner.
"""

import zlib
from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"bKGD", b"sBIT"}
_ALONE = {0x01, *range(0xD0, 0xD8)}
_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_APP0, _APP14, _COMMENT = 0xE0, 0xEE, 0xFE


class BadPicture(ValueError):
    """The bytes are not the picture that they claim to be."""


def sound(data: bytes) -> bool:
    """Whether the bytes are a PNG or JPEG from its first block to its last."""
    try:
        bare(data)
    except BadPicture:
        return False
    return True


def bare(data: bytes) -> tuple[bytes, list[str]]:
    """The picture without its metadata, and the names of the blocks left out. BadPicture for anything else."""
    if data.startswith(_PNG):
        return _bare_png(data)
    if data.startswith(b"\xff\xd8\xff"):
        return _bare_jpeg(data)
    raise BadPicture("neither PNG nor JPEG")


def _bare_png(data: bytes) -> tuple[bytes, list[str]]:
    kept, dropped, at = [_PNG], [], len(_PNG)
    while at + 12 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        end = at + 12 + length
        if end > len(data) or zlib.crc32(data[at + 4 : end - 4]) != int.from_bytes(data[end - 4 : end], "big"):
            raise BadPicture("damaged PNG")
        if kind in _PNG_KEPT:
            kept.append(data[at:end])
        else:
            dropped.append(kind.decode("ascii", "replace"))
        at = end
        if kind == b"IEND":
            return b"".join(kept), dropped + (["bytes after the end"] if at < len(data) else [])
    raise BadPicture("PNG without end")


def _bare_jpeg(data: bytes) -> tuple[bytes, list[str]]:
    kept, dropped = [b"\xff\xd8"], []
    for kind, block in _blocks(data):
        if kind == _END:
            return b"".join([*kept, block[:2]]), dropped + (["bytes after the end"] if len(block) > 2 else [])
        if _keeps(kind, block):
            kept.append(block)
        else:
            dropped.append(
                {0xE1: "EXIF or XMP", 0xE2: "colour profile", _COMMENT: "comment"}.get(kind, f"APP{kind & 15}")
            )
    raise BadPicture("JPEG without end")


def _keeps(kind: int, block: bytes) -> bool:
    if kind == _APP0:
        return block[4:9] == b"JFIF\0" and len(block) <= 18
    if kind == _APP14:
        return block[4:9] == b"Adobe"
    return not (0xE0 <= kind <= 0xEF or kind == _COMMENT)


def _blocks(data: bytes) -> Iterator[tuple[int, bytes]]:
    """(marker, bytes); a scan comes with its compressed pixels, the end with whatever was hung behind it."""
    at = 2
    while at + 2 <= len(data):
        if data[at] != 0xFF:
            raise BadPicture("damaged JPEG")
        kind = data[at + 1]
        if kind == 0xFF:
            at += 1
            continue
        if kind == _END:
            yield kind, data[at:]
            return
        end = at + 2 if kind in _ALONE else at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if kind == _SCAN:
            end = _after_scan(data, end)
        if end > len(data) or (kind not in _ALONE and end < at + 4):
            raise BadPicture("damaged JPEG")
        yield kind, data[at:end]
        at = end


def _after_scan(data: bytes, at: int) -> int:
    while 0 <= (at := data.find(b"\xff", at)) < len(data) - 1:
        if data[at + 1] != 0 and data[at + 1] not in _ALONE:
            return at
        at += 2
    raise BadPicture("JPEG without end")
