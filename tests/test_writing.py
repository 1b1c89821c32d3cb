"""A filing is written whole or not at all, for its owner only, never through a link, never over another unasked."""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from briefs.errors import WriteError
from briefs.writing import make_folder, private_room, remove_stale, write_whole

ROOT = Path(__file__).parent.parent


def mode(path):
    return path.stat().st_mode & 0o777


def test_files_are_private_whatever_the_umask_and_so_is_every_new_folder(tmp_path):
    before = os.umask(0)
    try:
        make_folder(tmp_path / "a" / "b")
        write_whole(tmp_path / "a" / "b" / "f", b"x")
    finally:
        os.umask(before)
    assert [mode(tmp_path / p) for p in ("a", "a/b", "a/b/f")] == [0o700, 0o700, 0o600]


def test_nothing_is_overwritten_unless_asked_and_the_old_bytes_stay(tmp_path):
    file = tmp_path / "f"
    write_whole(file, b"old")
    with pytest.raises(WriteError, match="exists already"):
        write_whole(file, b"new")
    assert file.read_bytes() == b"old"
    write_whole(file, b"new", force=True)
    assert file.read_bytes() == b"new"
    assert [p.name for p in tmp_path.iterdir()] == ["f"]


def test_no_link_is_followed(tmp_path):
    canary = tmp_path / "canary"
    canary.write_bytes(b"alive")
    (tmp_path / "f").symlink_to(canary)
    (tmp_path / "folder").symlink_to(tmp_path)
    for force in (False, True):
        with pytest.raises(WriteError, match="symbolic link"):
            write_whole(tmp_path / "f", b"x", force=force)
    with pytest.raises(WriteError, match="symbolic link"):
        make_folder(tmp_path / "folder")
    assert canary.read_bytes() == b"alive"


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"])
def test_a_name_the_system_cannot_hold_is_one_line(tmp_path, name):
    with pytest.raises(WriteError) as refusal:
        write_whole(tmp_path / name, b"x")
    assert len(refusal.value.problems) == 1


def test_what_a_killed_program_left_is_removed_and_what_a_living_one_holds_is_not(tmp_path):
    import fcntl

    (tmp_path / ".tmp-dead").write_bytes(b"half a filing")
    held = (tmp_path / ".tmp-alive").open("wb")
    fcntl.flock(held, fcntl.LOCK_EX)
    make_folder(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == [".tmp-alive"]
    held.close()
    assert remove_stale(tmp_path) == 1


def test_a_room_of_a_killed_program_goes_when_the_next_one_is_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "brief-dead").mkdir()
    (tmp_path / "brief-dead" / "lock").touch()
    (tmp_path / "brief-dead" / "0001.docx").write_bytes(b"a filing")
    with private_room() as room, private_room():
        assert mode(room) == 0o700
        assert room.exists()
        assert not (tmp_path / "brief-dead").exists()
    assert not list(tmp_path.iterdir())


CODE = """
import sys
from pathlib import Path
from briefs.errors import WriteError
from briefs.writing import write_whole
try:
    write_whole(Path("f"), b"x" * 100_000, force=True)
except WriteError as reason:
    print(reason)
    sys.exit(reason.exit_code)
"""


def test_a_full_disk_leaves_the_old_file_whole_and_no_rest(tmp_path):
    write_whole(tmp_path / "f", b"old")
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
    )
    assert done.returncode == 4
    assert "could not be written" in done.stdout
    assert len(done.stdout.splitlines()) == 1
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"f": b"old"}


def as_nobody(deed):
    """Runs the deed as a user without rights, for a test that is itself run by the administrator."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        if os.getuid() == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
        try:
            deed()
        except WriteError as reason:
            os.write(writer, str(reason).encode())
        os._exit(0)
    os.close(writer)
    os.waitpid(child, 0)
    with os.fdopen(reader) as said:
        return said.read()


def test_a_folder_that_is_read_only_is_one_line_and_the_old_file_stays():
    folder = Path(tempfile.mkdtemp())
    (folder / "f").write_bytes(b"old")
    folder.chmod(0o555)
    try:
        said = as_nobody(lambda: write_whole(folder / "f", b"new", force=True))
        said_of_folder = as_nobody(lambda: make_folder(folder / "below"))
        assert (folder / "f").read_bytes() == b"old"
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)
    assert "could not be written: Permission denied." in said
    assert "could not be written: Permission denied." in said_of_folder
    assert WriteError.exit_code == 4
