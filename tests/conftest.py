"""What all tests share: the shipped library, read once; no test may open a network connection."""

import os
import socket
from pathlib import Path

import pytest

from briefs.library import load_library
from briefs.render import pages

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def library():
    return load_library()


@pytest.fixture(scope="session")
def office():
    """LibreOffice, for tests of real pages. Where tests must be complete (CI=true) its absence is a failure."""
    if not pages.available():
        message = "LibreOffice is not installed: pages are not tested"
        pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refuse(self, address, *rest):
        raise AssertionError(f"a network connection was tried: {address}")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture(autouse=True)
def no_network_in_children(monkeypatch):
    """Python programs that a test starts find tests/no_network first; LibreOffice runs in a net of its own (pages)."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "tests" / "no_network"))


@pytest.fixture(autouse=True)
def no_user_layer(monkeypatch, tmp_path_factory):
    """A developer's own records must not change what the tests see."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
    monkeypatch.delenv("CASEBRIEF_LIBRARY", raising=False)
