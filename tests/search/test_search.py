"""search: a lawyer types a few words, half a name or a number, and is told what answers and why."""

import json
import os
import stat

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.cli.main import cli
from briefs.library.cache import cache_folder
from briefs.library.layers import find_layers
from briefs.search import Filters, open_index, search
from briefs.search import opening as opening_module
from briefs.search.folding import fold, folded_text

OWN = """\
id: echr/novak-v-elbonia-2022
title: Štěpán Łukaszewicz and Nguyễn v. Elbonia
other_titles:
  - 刘宏涛诉艾尔博尼亚
court: echr
decided: '2022-02'
requesting_state: CN
requested_state: CZ
person:
  alleged_offence: smuggling of umbrellas
holdings:
  - id: novak-v-elbonia-2022/1
    ground: burden-of-proof
    stance: against
    proposition: The umbrella rule was explained at length.
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
        yield open_index(find_layers(()))


@pytest.fixture
def own(tmp_path, monkeypatch):
    """Layers with one record of the user's own, and an empty cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    file = tmp_path / "own" / "precedents" / "echr" / "novak-v-elbonia-2022.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(OWN, encoding="utf-8")
    return tmp_path / "own"


def found(store, words, **filters):
    return [hit.item.id for hit in search(store, words, Filters(**filters)).hits]


def first(store, words, **filters):
    return search(store, words, Filters(**filters)).hits[0]


@pytest.mark.parametrize(
    ("words", "key", "field"),
    [
        ("Liu v. Poland", "echr/liu-v-poland-2022", "name"),
        ("37610/18", "echr/liu-v-poland-2022", "number"),
        ("CAT/C/48/D/444/2010", "un-cat/cat-abdussamatov-v-kazakhstan-2012", "number"),
        ("Hung Tao Liu", "pl-sn/pl-sn-ii-kk-154-19", "name"),
        ("Liu, Hung-Tao", "pl-sn/pl-sn-ii-kk-154-19", "name"),
        ("Zhifeng Tan", "br-stf/br-stf-ext-1727", "other name"),
        ('"tiger chairs"', "hrw-tiger-chairs-2015", "name"),
        ("fundraising fraud works of art", "es-tc/es-tc-stc-52-2024", "facts"),
        ("relieved of proving personal reasons", "echr/liu-v-poland-2022", "proposition"),
        ("1,518 recorded executions", "amnesty-death-penalty-2024", "finding"),
    ],
)
def test_names_numbers_propositions_findings_and_facts_are_found_and_the_place_is_told(store, words, key, field):
    hit = first(store, words)
    assert hit.item.id == key
    assert field in {why.field for why in hit.why}


def test_every_word_has_to_stand_in_the_record(store):
    assert "echr/liu-v-poland-2022" in found(store, "Liu violence")
    assert search(store, "Liu violence").every
    both = set(found(store, "Liu violence"))
    assert both == set(found(store, "Liu")) & set(found(store, "violence"))
    assert len(both) < len(found(store, "violence"))


def test_where_no_record_holds_all_the_words_those_with_the_most_come_first_and_it_is_said(store, own):
    answer = search(store, "Liu violence Uzbek")
    assert not answer.every
    assert "echr/liu-v-poland-2022" in [hit.item.id for hit in answer.hits][:5]
    first_shown = fold(" ".join(why.snippet for why in answer.hits[0].why))
    assert sum(word in first_shown for word in ("liu", "violence", "uzbek")) == 2
    result = command(own, "umbrella", "Paposhvili")
    assert "No record holds all of these words. Those that hold some, the most words first:" in result.stderr
    assert json.loads(command(own, "umbrella", "Paposhvili", "--json").stdout)["every_word"] is False


def test_a_word_that_stands_nowhere_does_not_hide_what_the_others_find(own):
    result = command(own, "umbrella", "qqqqzzzz")
    assert "'qqqqzzzz' stands in no record; the others were looked for." in result.stderr
    assert "precedent echr/novak-v-elbonia-2022" in result.stdout
    assert json.loads(command(own, "umbrella", "qqqqzzzz", "--json").stdout)["nowhere"] == ["qqqqzzzz"]


def test_the_snippet_shows_the_words_that_matched(store):
    hit = first(store, "informal guarantees", kinds=("precedent",), states=("PL",))
    (why, *_) = hit.why
    marked = {why.snippet[start:end].lower() for start, end in why.marks}
    assert {"informal", "guarantees"} <= marked


def test_diacritics_do_not_matter(store):
    assert first(store, "noumea").item.id == first(store, "Nouméa").item.id == "fr-ca-noumea/fr-noumea-ning-2019"
    assert found(store, "Munoz") == found(store, "Muñoz") != []


def test_letters_that_are_more_than_a_mark_are_read_too(own):
    store = open_index(find_layers((own,)))
    for words in ("lukaszewicz", "Łukaszewicz", "stepan", "ŠTĚPÁN", "nguyen"):
        assert found(store, words)[0] == "echr/novak-v-elbonia-2022", words


def test_chinese_names_are_found_whole_and_in_part_but_not_out_of_order(own):
    store = open_index(find_layers((own,)))
    assert found(store, "刘宏涛") == ["echr/novak-v-elbonia-2022"]
    assert found(store, "宏涛") == ["echr/novak-v-elbonia-2022"]
    assert found(store, "涛宏") == []
    assert first(store, "刘宏涛").why[0].snippet.startswith("刘宏涛")


@pytest.mark.parametrize(
    ("typed", "meant", "key"),
    [
        ("Paposvili", "paposhvili", "echr/paposhvili-v-belgium-2016"),
        ("Mamatkolov", "mamatkulov", "echr/mamatkulov-askarov-v-turkey-2005"),
        ("Aranyossi", "aranyosi", "cjeu/cjeu-aranyosi-2016"),
    ],
)
def test_a_misspelt_name_is_found_and_the_reading_is_told(store, typed, meant, key):
    answer = search(store, typed)
    assert answer.read_as == {fold(typed): (meant,)}
    assert key in [hit.item.id for hit in answer.hits]


def test_a_word_that_is_there_is_never_read_as_another(store):
    assert search(store, "assurances").read_as == {}


def test_a_phrase_that_stands_nowhere_is_read_as_its_words(store):
    answer = search(store, '"kim minister"')
    assert answer.read_as == {"kim minister": ("kim", "minister")}
    assert answer.hits[0].item.id.startswith("nz-sc/")
    assert search(store, '"general situation of violence"').read_as == {}


def test_filters_narrow_by_kind_ground_stance_state_court_and_date(store):
    adverse = search(
        store, "assurances", Filters(kinds=("precedent",), grounds=("diplomatic-assurances",), stance="against")
    )
    assert adverse.hits
    for hit in adverse.hits:
        shown = [why for why in hit.why if "diplomatic-assurances" in why.grounds]
        assert {why.stance for why in shown} <= {"against"}
    assert {hit.item.id.partition("/")[0] for hit in search(store, "", Filters(courts=("un-cat",))).hits} == {"un-cat"}
    for hit in search(store, "", Filters(kinds=("precedent",), states=("NZ",))).hits:
        assert "NZ" in hit.item.states
    dated = search(store, "", Filters(kinds=("precedent",), since="2022-04", until="2022-04-13")).hits
    assert "nz-sc/nz-kim-nzsc-44-2022" in {hit.item.id for hit in dated}
    assert all(hit.item.date.startswith("2022") for hit in dated)


def test_a_forum_lets_through_only_what_it_may_hear(store, library):
    hits = search(store, "", Filters(kinds=("precedent",), forums=("cat_art22",))).hits
    heard = {key for key, ground in library.grounds.items() if "cat_art22" in ground.forums}
    assert hits
    for hit in hits:
        grounds = {h.ground for h in library.precedents[hit.item.id].holdings}
        assert grounds & heard
    trial = {
        h.item.id
        for h in search(store, "", Filters(forums=("cat_art22",), grounds=("flagrant-denial-of-justice",))).hits
    }
    assert not trial


def test_a_filter_shows_the_holding_that_it_asks_for(store):
    hit = first(
        store, "Liu Poland", kinds=("precedent",), grounds=("arbitrary-detention-pending-extradition",), states=("PL",)
    )
    assert hit.item.id == "echr/liu-v-poland-2022"
    assert any("not lawful under Article 5" in why.snippet for why in hit.why)


# --- the index


def index_file():
    (file,) = cache_folder().glob("search-*.sqlite")
    return file


def test_the_second_answer_reads_no_record(own, monkeypatch):
    open_index(find_layers((own,)))

    def refuse(layers):
        raise AssertionError("records were read again")

    monkeypatch.setattr(opening_module, "read_units", refuse)
    assert found(open_index(find_layers((own,))), "umbrella") == ["echr/novak-v-elbonia-2022"]


def test_a_record_that_changed_is_found_by_its_new_words(own):
    assert found(open_index(find_layers((own,))), "parasol") == []
    file = own / "precedents" / "echr" / "novak-v-elbonia-2022.yaml"
    file.write_text(OWN.replace("umbrella rule", "parasol rule"), encoding="utf-8")
    assert found(open_index(find_layers((own,))), "parasol") == ["echr/novak-v-elbonia-2022"]
    file.unlink()
    assert found(open_index(find_layers((own,))), "parasol") == []


def test_a_record_of_the_users_layer_replaces_the_shipped_one_and_a_withdrawn_one_is_gone(own):
    file = own / "precedents" / "echr" / "liu-v-poland-2022.yaml"
    file.write_text("id: echr/liu-v-poland-2022\ntitle: Liu, my own notes\n", encoding="utf-8")
    hit = first(open_index(find_layers((own,))), "Liu my own notes")
    assert (hit.item.id, hit.item.layer) == ("echr/liu-v-poland-2022", str(own))
    file.write_text("id: echr/liu-v-poland-2022\nwithdrawn: not used here\n", encoding="utf-8")
    assert "echr/liu-v-poland-2022" not in found(open_index(find_layers((own,))), "37610/18")


def test_the_index_belongs_to_the_user_alone_and_may_be_deleted(own):
    open_index(find_layers((own,)))
    file = index_file()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.unlink()
    assert found(open_index(find_layers((own,))), "umbrella")


@pytest.mark.parametrize("spoilt", [b"", b"not a database", b"SQLite format 3\0" + b"\xff" * 4096])
def test_a_spoilt_index_is_made_anew(own, spoilt):
    open_index(find_layers((own,)))
    index_file().write_bytes(spoilt)
    assert found(open_index(find_layers((own,))), "umbrella")


def test_an_index_that_is_damaged_inside_is_told_from_nothing_else(own):
    """Its head is whole, so it opens; the damage shows while it is read."""
    assert command(own, "umbrella").exit_code == 0
    whole = index_file().read_bytes()
    index_file().write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    assert "echr/novak-v-elbonia-2022" in command(own, "umbrella").stdout


def test_without_a_cache_the_answer_comes_all_the_same(own, tmp_path, monkeypatch):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert found(open_index(find_layers((own,))), "umbrella")


def test_a_link_in_the_cache_is_not_followed(own, tmp_path):
    open_index(find_layers((own,)))
    file, other = index_file(), tmp_path / "other.sqlite"
    os.replace(file, other)
    file.symlink_to(other)
    assert found(open_index(find_layers((own,))), "umbrella")
    assert not index_file().is_symlink()


def test_a_file_that_is_no_yaml_hides_nothing_else(own):
    (own / "precedents" / "echr" / "broken.yaml").write_text("title: [", encoding="utf-8")
    assert found(open_index(find_layers((own,))), "umbrella") == ["echr/novak-v-elbonia-2022"]


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=60))
def test_any_question_is_answered(store, words):
    for hit in search(store, words).hits[:3]:
        for why in hit.why:
            for start, end in why.marks:
                assert 0 <= start < end <= len(why.snippet)


@given(st.text(max_size=40))
def test_folding_is_stable(text):
    assert folded_text(folded_text(text)) == folded_text(text)


# --- the command


def command(own, *arguments):
    return CliRunner().invoke(cli, ["--library", str(own), "search", *arguments])


def test_the_command_prints_name_id_and_reason(own):
    result = command(own, "umbrella", "rule")
    assert result.exit_code == 0
    assert "Štěpán Łukaszewicz and Nguyễn v. Elbonia, 2022-02  [CN → CZ]  from" in result.stdout
    assert "precedent echr/novak-v-elbonia-2022" in result.stdout
    assert "proposition (holding 1; against; burden-of-proof): The umbrella rule was explained" in result.stdout


def test_json_has_ids_reasons_and_what_was_read_as_what(own):
    answer = json.loads(command(own, "lukaszevicz", "--json").stdout)
    assert answer["read_as"] == {"lukaszevicz": ["lukaszewicz"]}
    (hit,) = answer["hits"]
    assert hit["id"] == "echr/novak-v-elbonia-2022"
    assert hit["why"][0]["field"] == "name"


def test_nothing_found_is_said_and_is_no_error(own):
    result = command(own, "qqqqzzzz")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "Nothing in the library." in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Give some words, or a filter"),
        (["liu", "--ground", "death-penalti"], "There is no ground 'death-penalti'. Did you mean death-penalty?"),
        (["liu", "--state", "XX"], "No record names the state 'XX'."),
        (["liu", "--from", "2020-13"], "--from: month must be in 1..12"),
        (["liu", "--from", "soon"], "--from: 'soon' is not a date."),
    ],
)
def test_wrong_usage_is_told(own, arguments, said):
    result = command(own, *arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
