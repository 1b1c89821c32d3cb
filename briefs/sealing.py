"""Files that only their readers can open: the age format, through pyrage (an optional extra).

Rule: what was encrypted is decrypted in memory only; a plain copy is written only when the user asks for one by name.
Recipients are age keys (age1…), SSH public keys (ssh-ed25519 …, ssh-rsa …) or a file with one in each line.
"""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from briefs.errors import BriefError, CaseError, Problem
from briefs.reading.files import read_bytes

SUFFIX = ".age"
MAX_FILE, MAX_KEYS = 300 << 20, 100_000
VARIABLE = "CASEBRIEF_IDENTITY"
AskPassphrase = Callable[[], str | None]

_HEADER, _ARMOUR = b"age-encryption.org/v1", b"-----BEGIN AGE ENCRYPTED FILE-----"
_FIXED = (1980, 1, 1, 0, 0, 0)


class SealError(BriefError):
    """A file cannot be encrypted or decrypted."""


def library() -> Any:
    """The module pyrage. SealError where it is not installed."""
    try:
        import pyrage
    except ImportError:
        fix = "Install it: python -m pip install 'casebrief[age]'"
        raise SealError(Problem("encryption", "pyrage is not installed.", fix=fix)) from None
    return pyrage


def new_identity() -> tuple[str, str]:
    """A new key: (the secret text to keep, the public text to give away)."""
    identity = library().x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def seal(data: bytes, recipients: Iterable[str] = (), passphrase: str | None = None) -> bytes:
    """The encrypted bytes, for all recipients or under a passphrase; never both (the age format forbids it)."""
    pyrage = library()
    if passphrase is not None:
        return pyrage.passphrase.encrypt(data, passphrase)
    keys = [_recipient(pyrage, text) for given in recipients for text in _texts(given)]
    if not keys:
        raise SealError(Problem("--to", "no recipient.", fix="Give an age key (age1…), or use --passphrase."))
    return pyrage.encrypt(data, keys)


def unseal(data: bytes, where: str, identities: Iterable[Path], ask: AskPassphrase) -> bytes:
    """The plain bytes, in memory. SealError where no key fits, or a byte was changed or lost on the way."""
    pyrage = library()
    if not data.startswith((_HEADER, _ARMOUR)):
        raise SealError(Problem(where, "is not an encrypted file, though its name ends in .age."))
    try:
        if b"-> scrypt " in data[:200]:
            passphrase = ask()
            if passphrase is None:
                raise SealError(Problem(where, "is locked with a passphrase.", fix="Run this in a terminal."))
            return pyrage.passphrase.decrypt(data, passphrase)
        keys = [key for file in identities for key in _identities(pyrage, file)]
        if not keys:
            fix = f"Give --identity KEYFILE, or set {VARIABLE}."
            raise SealError(Problem(where, "is encrypted, and no key was given.", fix=fix))
        return pyrage.decrypt(data, keys)
    except pyrage.DecryptError:
        why = "Either the key or passphrase is another one, or the file was damaged."
        raise SealError(Problem(where, "cannot be decrypted.", why)) from None


def read_sealed(file: Path, identities: Iterable[Path], ask: AskPassphrase) -> bytes:
    """An encrypted case file, in memory."""
    return unseal(read_bytes(file, MAX_FILE, CaseError), file.name, identities, ask)


def bundle(files: Mapping[str, bytes]) -> bytes:
    """One zip of many files, the same bytes for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name, data in sorted(files.items()):
            info = zipfile.ZipInfo(name, _FIXED)
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            package.writestr(info, data)
    return out.getvalue()


def _texts(given: str) -> list[str]:
    """A recipient as given, or the lines of the file of that name."""
    if given.startswith(("age1", "ssh-")):
        return [given]
    text = _text_of(Path(given))
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _recipient(pyrage: Any, text: str) -> Any:
    kind = pyrage.ssh if text.startswith("ssh-") else pyrage.x25519
    try:
        return kind.Recipient.from_str(text)
    except pyrage.RecipientError:
        what = "this is not a recipient's public key."
        if text.startswith("AGE-SECRET-KEY"):
            what = "this is a secret key; a recipient is the public one (age1…)."
        raise SealError(Problem("recipient", what, fix="Ask for the key again: age1… or ssh-ed25519 …")) from None


def _identities(pyrage: Any, file: Path) -> list[Any]:
    text = _text_of(file)
    try:
        if "PRIVATE KEY-----" in text:
            return [pyrage.ssh.Identity.from_buffer(text.encode())]
        lines = (line.strip() for line in text.splitlines())
        return [pyrage.x25519.Identity.from_str(line) for line in lines if line and not line.startswith("#")]
    except pyrage.IdentityError:
        raise SealError(Problem(str(file), "holds no secret key (AGE-SECRET-KEY-…) that can be read.")) from None


def _text_of(file: Path) -> str:
    try:
        return read_bytes(file, MAX_KEYS, SealError).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SealError(Problem(str(file), "is not a text file with keys.")) from None
