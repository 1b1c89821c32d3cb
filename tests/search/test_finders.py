"""A large corpus is searched through Tantivy, a small one through SQLite: the answers are the same."""

import shutil
import stat

import pytest

from briefs.library.cache import cache_folder
from briefs.library.layers import find_layers
from briefs.search import Filters, large, open_index, search
from briefs.search.finders import WordTable
from briefs.search.finding import MOST
from briefs.search.large import Tantivy
from briefs.search.store import Store
from briefs.search.units import Item, Unit

QUESTIONS = (
    "Liu v. Poland",
    "37610/18",
    "CAT/C/48/D/444/2010",
    '"general situation of violence"',
    "assurances monitoring",
    "informal guarantees",
    "Nouméa",
    "Paposvili",
    "1,518 recorded executions",
    "Liu violence Uzbek",
    "torture",
    '"kim minister"',
    "qqqqzzzz umbrella risk",
    "陈",
)


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """The shipped library, once in each index."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("small")))
        small = open_index(find_layers(()))
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("large")))
        yield small, open_index(find_layers(()), many=1)


@pytest.fixture
def own(tmp_path, monkeypatch):
    """One ruling of the user's own in an empty cache, beside what is shipped."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    file = tmp_path / "own" / "precedents" / "echr" / "novak.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("id: echr/novak\ntitle: Novak v. Elbonia\noutcome: The umbrella rule\n", encoding="utf-8")
    return file


def answered(store, question, filters=None):
    answer = search(store, question, filters, 30)
    hits = [(hit.item.id, round(hit.score, 9), hit.why) for hit in answer.hits]
    return hits, answer.read_as, answer.nowhere, answer.every, answer.more


@pytest.mark.parametrize("question", QUESTIONS)
def test_both_indexes_give_the_same_records_in_the_same_order_for_the_same_reasons(both, question):
    small, large_ = both
    assert isinstance(small.finder, WordTable)
    assert isinstance(large_.finder, Tantivy)
    assert answered(small, question) == answered(large_, question)
    assert answered(small, question)[0] or question == "陈"


def test_filters_work_alike(both):
    for filters in (Filters(states=("CN",), stance="against"), Filters(forums=("cat_art22",), since="2015")):
        small, large_ = (answered(store, "assurances", filters) for store in both)
        assert small == large_
        assert small[0]


def crowd(size):
    """So many rulings that all hold one word; each third holds another, and one alone a third."""
    for n in range(size):
        words = "common" + (" thirdword" if n % 3 == 0 else "") + (" singular" if n == 77 else "")
        key = f"echr/case-{n:05}"
        yield Item(key, "precedent", f"Case {n}", "", (), "own"), [Unit(key, "facts", words)]


@pytest.mark.parametrize("engine", ["sqlite", "tantivy"])
def test_a_word_that_is_everywhere_does_not_make_the_search_read_everything(tmp_path, engine):
    finder = large.new(tmp_path / "words.tantivy") if engine == "tantivy" else None
    store = Store.build(None, "", crowd(MOST + 500), finder)
    everywhere = search(store, "common")
    assert len(everywhere.hits) == MOST
    assert everywhere.more
    narrow = search(store, "common thirdword singular")
    assert not narrow.every
    assert [hit.item.id for hit in search(store, "common singular").hits] == ["echr/case-00077"]
    assert len(search(store, "common thirdword").hits) == (MOST + 500) // 3


def folders():
    return list(cache_folder().glob("*.tantivy"))


def test_the_index_of_a_large_corpus_is_private_and_goes_when_a_record_changes(own):
    layers = find_layers((own.parents[2],))
    assert [h.item.id for h in search(open_index(layers, many=1), "umbrella").hits] == ["echr/novak"]
    (first,) = folders()
    assert stat.S_IMODE(first.stat().st_mode) == 0o700
    assert isinstance(open_index(layers, many=1).finder, Tantivy)
    assert folders() == [first]
    own.write_text(own.read_text(encoding="utf-8").replace("umbrella", "parasol"), encoding="utf-8")
    changed = open_index(layers, many=1)
    assert not search(changed, "umbrella").hits
    assert [h.item.id for h in search(changed, "parasol").hits] == ["echr/novak"]
    assert len(folders()) == 1
    assert folders() != [first]


def test_without_the_extra_or_with_a_spoilt_folder_the_answer_comes_all_the_same(own, monkeypatch):
    layers = find_layers((own.parents[2],))
    open_index(layers, many=1)
    shutil.rmtree(folders()[0])
    assert search(open_index(layers, many=1), "umbrella").hits
    for file in folders()[0].glob("*"):
        file.unlink()  # a mapped file must not shrink under its reader: a signal would end the process
        file.write_bytes(b"no index")
    assert search(open_index(layers, many=1), "umbrella").hits
    monkeypatch.setattr(large, "available", lambda: False)
    store = open_index(layers, many=1)
    assert isinstance(store.finder, WordTable)
    assert search(store, "umbrella").hits


def test_a_folder_that_others_may_write_is_not_opened(own):
    layers = find_layers((own.parents[2],))
    open_index(layers, many=1)
    (folder,) = folders()
    folder.chmod(0o777)
    assert large.opened(folder) is None
