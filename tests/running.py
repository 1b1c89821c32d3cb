"""Runs the command line inside the test's own process: (exit code, what was printed, what was said)."""

import io
import sys
from pathlib import Path

import pytest

from briefs.cli import main

ROOT = Path(__file__).parent.parent


def run(capsys, *arguments, typed=""):
    """`typed`: what a person types; nothing means that nobody sits at the terminal."""
    capsys.readouterr()
    terminal = io.StringIO(typed)
    terminal.isatty = lambda: bool(typed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", terminal)
        with pytest.raises(SystemExit) as stopped:
            main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    return stopped.value.code or 0, said.out, said.err
