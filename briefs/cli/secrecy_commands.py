"""new-key, encrypt, decrypt; and how the other commands open an encrypted case."""

import os
import sys
from pathlib import Path

import click

_IDENTITY = click.option(
    "--identity",
    "identities",
    multiple=True,
    type=click.Path(),
    help="File with your secret key; also CASEBRIEF_IDENTITY.",
)


def identity_files(given: tuple[str, ...] = ()) -> list[Path]:
    """Key files from the command line, else from the environment."""
    from briefs.sealing import VARIABLE

    named = given or tuple(part for part in os.environ.get(VARIABLE, "").split(os.pathsep) if part)
    return [Path(name) for name in named]


def ask_passphrase() -> str | None:
    """Asked on the terminal only: a passphrase on the command line would stay in the shell's history."""
    if not sys.stdin.isatty():
        return None
    return click.prompt("Passphrase", hide_input=True, err=True)


@click.command("new-key")
@click.argument("file", type=click.Path())
def new_key_command(file: str) -> None:
    """Make a key for yourself. FILE keeps the secret half; give the printed line to those who write to you.

    \b
    Example:
      casebrief new-key my-key.txt
    """
    from briefs.sealing import new_identity
    from briefs.writing import ANOTHER_NAME, write_whole

    secret, public = new_identity()
    write_whole(Path(file), f"# public key: {public}\n{secret}\n".encode(), instead=ANOTHER_NAME)
    click.echo(public)
    click.echo(f"The secret key is in {file}. Keep a copy in another safe place: without it nothing opens.", err=True)


@click.command("encrypt")
@click.argument("file", type=click.Path())
@click.option(
    "--to", "recipients", multiple=True, metavar="KEY", help="age1… or ssh-… key, or a file of keys; repeatable."
)
@click.option("--passphrase", is_flag=True, help="Lock it with a passphrase, which is then asked for.")
@click.option("-o", "--output", type=click.Path(), help="Name of the encrypted file.  [default: FILE.age]")
@click.option("--force", is_flag=True, help="Overwrite the encrypted file.")
def encrypt_command(file: str, recipients: tuple[str, ...], passphrase: bool, output: str | None, force: bool) -> None:
    """Encrypt a case file, or any file, for its readers. The plain file stays until you delete it.

    \b
    Example:
      casebrief encrypt case.yaml --to age1… --to colleague.pub
      casebrief encrypt case.yaml --passphrase
    """
    from briefs.reading.files import read_bytes
    from briefs.sealing import MAX_FILE, SUFFIX, SealError, seal
    from briefs.writing import write_whole

    if passphrase == bool(recipients):
        raise click.UsageError("Give either --to KEY or --passphrase.")
    data = read_bytes(Path(file), MAX_FILE, SealError)
    words = click.prompt("Passphrase", hide_input=True, confirmation_prompt=True, err=True) if passphrase else None
    target = Path(output or file + SUFFIX)
    write_whole(target, seal(data, recipients, words), force)
    click.echo(str(target))
    click.echo(f"{file} is still there, unencrypted. Deleting it may not wipe it from the disk.", err=True)


@click.command("decrypt")
@click.argument("file", type=click.Path())
@_IDENTITY
@click.option("-o", "--output", type=click.Path(), required=True, help="Name of the plain file to write.")
@click.option("--force", is_flag=True, help="Overwrite the plain file.")
def decrypt_command(file: str, identities: tuple[str, ...], output: str, force: bool) -> None:
    """Write the plain copy of an encrypted file. The other commands open a case.yaml.age without this.

    \b
    Example:
      casebrief decrypt bundle.zip.age --identity my-key.txt -o bundle.zip
    """
    from briefs.sealing import read_sealed
    from briefs.writing import write_whole

    data = read_sealed(Path(file), identity_files(identities), ask_passphrase)
    write_whole(Path(output), data, force)
    click.echo(output)
