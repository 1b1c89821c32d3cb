"""Pictures lose what a camera wrote into them and keep every pixel."""

import struct
import zlib

import pytest

from briefs.render.pictures import BadPicture, bare, sound


def chunk(kind, data=b""):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PIXELS = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(b"\0\1\2\3"))
PNG = b"\x89PNG\r\n\x1a\n" + PIXELS + chunk(b"IEND")


def segment(kind, data):
    return bytes([0xFF, kind]) + struct.pack(">H", len(data) + 2) + data


SCAN = segment(0xDA, b"\0" * 10) + b"\x12\xff\x00\x34\xff\xd0\x56"
JPEG = b"\xff\xd8" + segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0") + segment(0xDB, b"\0" * 65) + SCAN + b"\xff\xd9"


def test_a_png_keeps_its_pixels_and_loses_texts_times_and_what_follows():
    extra = chunk(b"tEXt", b"Author\0LEAK") + chunk(b"eXIf", b"LEAK") + chunk(b"tIME", b"\x07\xe8\1\1\0\0\0")
    full = b"\x89PNG\r\n\x1a\n" + PIXELS[:25] + extra + PIXELS[25:] + chunk(b"IEND") + b"LEAK"
    assert bare(full) == (PNG, ["tEXt", "eXIf", "tIME", "bytes after the end"])
    assert bare(PNG) == (PNG, [])


def test_a_jpeg_keeps_its_scan_and_loses_exif_comment_profile_and_what_follows():
    extra = segment(0xE1, b"Exif\0\0LEAK GPS") + segment(0xFE, b"LEAK") + segment(0xE2, b"ICC_PROFILE\0LEAK")
    full = JPEG[:20] + extra + JPEG[20:] + b"LEAK"
    assert bare(full) == (JPEG, ["EXIF or XMP", "comment", "colour profile", "bytes after the end"])
    assert bare(JPEG) == (JPEG, [])


@pytest.mark.parametrize(
    "data", [b"", b"<svg/>", PNG[:-4], PNG[:40] + b"x" + PNG[41:], JPEG[:-2], JPEG[:25], b"GIF89a"]
)
def test_what_is_not_the_picture_it_claims_to_be_is_refused(data):
    assert not sound(data)
    with pytest.raises(BadPicture):
        bare(data)
