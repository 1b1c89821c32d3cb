"""The kinds of filing come out of an index like the records, and a changed manifest counts at once."""

import pytest

from briefs.errors import LibraryError
from briefs.library import find_layers, load_library
from briefs.library.cache import cache_folder
from briefs.library.manifests import filing_manifests
from briefs.models.template import FilingManifest
from briefs.reading.into_model import into_model
from briefs.reading.text_tree import read_tree

ID = "hearing-chronology"


@pytest.fixture
def own(tmp_path, monkeypatch):
    """A layer with one filing of the user's own, in an empty cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    shipped = find_layers()[-1].root / "templates" / ID / "template.yaml"
    file = tmp_path / "own" / "templates" / ID / "template.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(shipped.read_text(encoding="utf-8"), encoding="utf-8")
    return file


def test_every_manifest_from_the_index_is_the_one_in_its_file(own):
    library = load_library()
    for _ in range(2):
        found = filing_manifests(library)
        assert list(found) == sorted(found)
        for key, manifest in found.items():
            tree = read_tree(library.layers[-1].root / "templates" / key / "template.yaml", LibraryError)
            assert manifest == into_model(FilingManifest, tree)
    assert len(list(cache_folder().glob("filings-*.sqlite"))) == 1


def test_a_changed_manifest_counts_at_once_and_a_wrong_one_is_told_every_time(own):
    library = load_library((own.parents[2],))
    text = own.read_text(encoding="utf-8")
    before = filing_manifests(library)[ID].title
    own.write_text(text.replace(before, "The hearing, day by day"), encoding="utf-8")
    assert filing_manifests(library)[ID].title == "The hearing, day by day"
    own.write_text(f"{text}\nno_such_key: yes\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(LibraryError, match="no_such_key"):
            filing_manifests(library)
    own.unlink()
    assert filing_manifests(library)[ID].title == before
