"""Exhibits arrive as .zip or .tar from people nobody can check; the bundle is looked through and never unpacked."""

import io
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from briefs.bundles import MAX_ENTRIES, BundleError, check_bundle

ROOT = Path(__file__).parent.parent


def zipped(folder, *names, content=b"x", mode=None):
    file = folder / "exhibits.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name in names:
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            if mode:
                info.external_attr = mode << 16
            package.writestr(info, content)
    return file


def tarred(folder, *members, kind="w"):
    file = folder / "exhibits.tar"
    with tarfile.open(file, kind) as package:
        for name, data, link in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            if link:
                info.type, info.linkname, info.size = tarfile.SYMTYPE, link, 0
            package.addfile(info, io.BytesIO(data))
    return file


def test_an_ordinary_bundle_passes_with_names_of_every_script(tmp_path):
    names = ["E1.pdf", "scan/E2.png", "证据/E3.pdf", "مستند.pdf", "Přílohy/E 4.docx"]
    assert [e.name for e in check_bundle(zipped(tmp_path, *names))] == names
    assert [e.name for e in check_bundle(tarred(tmp_path, ("E1.pdf", b"x", ""), ("a/b.png", b"x", "")))] == [
        "E1.pdf",
        "a/b.png",
    ]


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["../E1.pdf"], "out of the folder"),
        (["/E1.pdf"], "out of the folder"),
        (["C:/E1.pdf"], "out of the folder"),
        (["a\\..\\E1.pdf"], "out of the folder"),
        (["E1.pdf", "e1.PDF"], "stands twice"),
        (["é.pdf", "e\u0301.pdf"], "stands twice"),
        (["evidence\u202efdp.exe"], "RIGHT-TO-LEFT OVERRIDE"),
        (["a\u200b.pdf"], "U\\+200B"),
        (["a\tb.pdf"], "U\\+0009"),
        (["CON"], "Windows cannot hold"),
        (["nul.pdf"], "Windows cannot hold"),
        (["E1.pdf."], "Windows cannot hold"),
        (["a?.pdf"], "Windows cannot hold"),
        (["a//b.pdf"], "empty part"),
        (["x" * 250 + ".pdf"], "longer than"),
        (["letter.pdf.exe"], "program"),
        (["letter.docm"], "program"),
        (["open-me.lnk"], "program"),
        (["inner.zip"], "archive inside"),
        (["a", "a/b.pdf"], "no folder"),
    ],
)
def test_a_name_that_lies_or_collides_is_refused(tmp_path, names, words):
    with pytest.raises(BundleError, match=words):
        check_bundle(zipped(tmp_path, *names))


def test_links_bombs_passwords_and_too_many_files_are_refused(tmp_path):
    with pytest.raises(BundleError, match="link or a device"):
        check_bundle(zipped(tmp_path, "a.pdf", mode=0o120777))
    with pytest.raises(BundleError, match="link or a device"):
        check_bundle(tarred(tmp_path, ("a.pdf", b"", "/etc/passwd")))
    with pytest.raises(BundleError, match="bomb"):
        check_bundle(zipped(tmp_path, "a.pdf", content=b"\0" * (5 << 20)))
    with pytest.raises(BundleError, match="bomb"):
        check_bundle(tarred(tmp_path, ("a.pdf", b"\0" * (40 << 20), ""), kind="w:gz"))
    with pytest.raises(BundleError, match="more than 5,000"):
        check_bundle(zipped(tmp_path, *(f"{n}.pdf" for n in range(MAX_ENTRIES + 1))))
    locked = zipped(tmp_path, "a.pdf")
    data = bytearray(locked.read_bytes())
    data[6] |= 1
    data[data.rfind(b"PK\1\2") + 8] |= 1
    locked.write_bytes(data)
    with pytest.raises(BundleError, match="encrypted"):
        check_bundle(locked)


@pytest.mark.parametrize(
    "data", [b"", b"text", b"PK\3\4", b"PK\5\6", b"\x1f\x8bxx", b"x" * 257 + b"ustar" + b"y" * 600]
)
def test_what_is_no_bundle_or_damaged_is_one_line(tmp_path, data):
    file = tmp_path / "exhibits.zip"
    file.write_bytes(data)
    with pytest.raises(BundleError) as refusal:
        check_bundle(file)
    assert len(refusal.value.problems) == 1


def test_the_command_lists_or_refuses(tmp_path):
    def run(file):
        return subprocess.run(
            [sys.executable, ROOT / "assemble.py", "check-bundle", file],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    good = run(zipped(tmp_path, "E1.pdf"))
    assert (good.returncode, good.stdout.split()) == (0, ["1", "E1.pdf"])
    bad = run(zipped(tmp_path, "../E1.pdf"))
    assert (bad.returncode, bad.stdout) == (1, "")
    assert bad.stderr == "exhibits.zip: ../E1.pdf  has a name that leads out of the folder.\n"
    assert not list(tmp_path.parent.glob("E1.pdf"))
