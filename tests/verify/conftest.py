"""One checker for all tests of verify: loading library and register takes longer than any single check."""

from pathlib import Path

import pytest

from briefs.documents.opening import document_of
from briefs.verify import load_checker


@pytest.fixture(scope="session")
def checker(library):
    return load_checker(library, "2026-06-01")


@pytest.fixture(scope="session")
def cited(checker):
    """The citations of a text, or of a Word file."""

    def check(text, name="draft.txt", as_of="2026-06-01"):
        data = text.encode() if isinstance(text, str) else text
        return list(checker.at(as_of).check(document_of(data, Path(name))).citations)

    return check


@pytest.fixture(scope="session")
def only(cited):
    """The one citation of a sentence, articles of treaties left aside."""

    def check(text, **options):
        found = [c for c in cited(text, **options) if c.kind != "treaty"]
        assert len(found) == 1, [(c.text, c.status) for c in found]
        return found[0]

    return check
