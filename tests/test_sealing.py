"""Case files and finished papers that only their readers can open."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pyrage
import pytest

from briefs.sealing import SealError, bundle, new_identity, seal, unseal

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "poland-2018" / "case.yaml"


def run(*arguments, **environment):
    return subprocess.run(
        [sys.executable, ROOT / "assemble.py", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        env={**os.environ, **environment},
        check=False,
    )


@pytest.fixture(scope="module")
def keys(tmp_path_factory):
    folder = tmp_path_factory.mktemp("keys")
    made = {name: run("new-key", folder / name) for name in ("mine", "other")}
    return {name: (folder / name, done.stdout.strip()) for name, done in made.items()}


def test_a_case_is_encrypted_for_two_readers_and_opened_without_a_plain_copy(tmp_path, keys):
    sealed = tmp_path / "case.yaml.age"
    done = run("encrypt", EXAMPLE, "--to", keys["mine"][1], "--to", keys["other"][1], "-o", sealed)
    assert (done.returncode, done.stdout.strip()) == (0, str(sealed)), done.stderr
    assert b"persons_sought" not in sealed.read_bytes()
    assert sealed.stat().st_mode & 0o777 == 0o600
    plain = run("match", EXAMPLE, "--json").stdout
    assert run("--identity", keys["mine"][0], "match", sealed, "--json").stdout == plain
    assert run("match", sealed, "--json", CASEBRIEF_IDENTITY=str(keys["other"][0])).stdout == plain
    assert [p.name for p in tmp_path.iterdir()] == ["case.yaml.age"]


def test_papers_go_out_as_one_encrypted_file(tmp_path, keys):
    out = tmp_path / "out"
    done = run("build", EXAMPLE, "-o", out, "--filing", "national-memorandum", "--encrypt-to", keys["mine"][1])
    assert done.returncode in (0, 3), done.stderr
    assert [p.relative_to(out).as_posix() for p in out.rglob("*")] == ["filings.zip.age"]
    done = run("decrypt", out / "filings.zip.age", "--identity", keys["mine"][0], "-o", tmp_path / "filings.zip")
    assert done.returncode == 0, done.stderr
    names = zipfile.ZipFile(io.BytesIO((tmp_path / "filings.zip").read_bytes())).namelist()
    assert {"to-file/national-memorandum.docx", "counsel-only/report.html"} <= set(names)


def test_another_key_a_changed_byte_and_a_cut_file_are_one_line(tmp_path, keys):
    data = seal(b"secret", [keys["mine"][1]])
    for changed in (data[:-1], data[:-5] + b"xxxxx"):
        with pytest.raises(SealError, match="cannot be decrypted"):
            unseal(changed, "f.age", [keys["mine"][0]], lambda: None)
    with pytest.raises(SealError, match="cannot be decrypted"):
        unseal(data, "f.age", [keys["other"][0]], lambda: None)
    with pytest.raises(SealError, match="no key was given"):
        unseal(data, "f.age", [], lambda: None)
    with pytest.raises(SealError, match="not an encrypted file"):
        unseal(b"plain", "f.age", [keys["mine"][0]], lambda: None)


def test_a_passphrase_locks_and_opens(tmp_path):
    data = seal(b"secret", passphrase="four plain words here")
    assert unseal(data, "f.age", [], lambda: "four plain words here") == b"secret"
    with pytest.raises(SealError, match="locked with a passphrase"):
        unseal(data, "f.age", [], lambda: None)


@pytest.mark.parametrize("given", ["age1nothing", "ssh-ed25519 nothing", "AGE-SECRET-KEY-1XYZ", "no-such-file"])
def test_a_bad_recipient_stops_the_build_before_anything_is_written(tmp_path, given):
    done = run("build", EXAMPLE, "-o", tmp_path / "out", "--encrypt-to", given)
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_a_reader_with_an_ssh_key_or_a_list_of_keys_can_open_it(tmp_path):
    secret, public = new_identity()
    (tmp_path / "team.pub").write_text(f"# the team\n{public}\n", encoding="utf-8")
    data = seal(b"x", [str(tmp_path / "team.pub")])
    assert pyrage.decrypt(data, [pyrage.x25519.Identity.from_str(secret)]) == b"x"


def test_the_bundle_is_the_same_for_the_same_files():
    files = {"to-file/a.docx": b"1", "counsel-only/b.json": b"2"}
    assert bundle(files) == bundle(dict(reversed(files.items())))


def test_without_the_extra_one_line_says_how_to_get_it(tmp_path):
    (tmp_path / "pyrage.py").write_text("raise ImportError", encoding="utf-8")
    done = run("encrypt", EXAMPLE, "--to", "age1x", "-o", tmp_path / "x.age", PYTHONPATH=str(tmp_path))
    assert done.returncode == 1
    assert done.stderr == "encryption  pyrage is not installed. Install it: python -m pip install 'casebrief[age]'\n"
