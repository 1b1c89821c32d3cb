"""Runs the command line inside the test's own process: (exit code, what was printed, what was said)."""

import functools
import io
import sys
from pathlib import Path

import pytest

from briefs.cli import main
from briefs.library import reader
from briefs.library.layers import shipped_root

ROOT = Path(__file__).parent.parent
_read, _SHIPPED = reader.read_tree, shipped_root()


@functools.cache
def _once(file, error):
    return _read(file, error)


def _tree(file, error):
    """Shipped files do not change while tests run: each is parsed once for all commands of a test session."""
    return _once(file, error) if _SHIPPED in file.parents else _read(file, error)


def run(capsys, *arguments, typed=""):
    """`typed`: what a person types; nothing means that nobody sits at the terminal."""
    capsys.readouterr()
    terminal = io.StringIO(typed)
    terminal.isatty = lambda: bool(typed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", terminal)
        patch.setattr(reader, "read_tree", _tree)
        with pytest.raises(SystemExit) as stopped:
            main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    return stopped.value.code or 0, said.out, said.err
