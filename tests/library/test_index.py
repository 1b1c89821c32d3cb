"""The library opens from an index while no record has changed; whatever is wrong with it, the records are read."""

import json
import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from briefs.casefile import load_case
from briefs.errors import LibraryError
from briefs.facts import Situation
from briefs.library import find_layers, index, load_library, stored
from briefs.library.cache import MOST, cache_folder, is_ours, program_mark, prune
from briefs.library.confirmations import without_unread_pinpoints
from briefs.library.library import read_sound
from briefs.library.seeking import LISTED, Seek, tables
from briefs.library.stored import Store, Stored
from briefs.library.thaw import freeze, thaw
from briefs.matching import match_case
from briefs.models.case import Case
from briefs.models.evidence import Evidence
from briefs.models.match import MatchReport
from briefs.models.precedent import Precedent
from briefs.verify.kept import load_known
from briefs.verify.known.register import Register, open_register

ROOT = Path(__file__).parent.parent.parent
LIU = "echr/liu-v-poland-2022"
ROOMS = tuple(index.ROOMS)


@pytest.fixture(scope="module")
def read():
    """The shipped library as its records say, without any index."""
    return read_sound(find_layers())


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("LOCALAPPDATA", raising=False)


@pytest.fixture
def own(tmp_path):
    """A layer with one ruling of the user's own: another title of Liu."""
    folder = tmp_path / "own"
    write(folder, "Liu v. Poland of our own")
    return folder


def write(folder, title):
    file = folder / f"precedents/{LIU}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    text = (ROOT / f"precedents/{LIU}.yaml").read_text(encoding="utf-8")
    file.write_text(text.replace("title: Liu v. Poland\n", f"title: {title}\n", 1), encoding="utf-8")
    assert title in file.read_text(encoding="utf-8")
    return file


def index_files():
    return sorted(cache_folder().glob("library-*.sqlite"))


def from_index(library):
    return isinstance(library.precedents, Stored)


def test_every_record_from_the_index_is_the_record_that_was_checked(read):
    load_library()
    opened = load_library()
    assert from_index(opened)
    assert not from_index(read)
    for room in ROOMS:
        ours, theirs = getattr(opened, room), getattr(read, room)
        assert list(ours) == list(theirs), room
        for key, record in theirs.items():
            assert ours[key] == record, (room, key)
            assert ours[key].model_dump_json() == record.model_dump_json(), (room, key)
    assert opened.digest == read.digest
    assert dict(opened.origins) == dict(read.origins)
    assert (opened.vocabulary, opened.captions) == (read.vocabulary, read.captions)
    assert opened.country_material == read.country_material


def test_what_was_confirmed_and_withdrawn_comes_out_of_the_index(tmp_path):
    folder = tmp_path / "own"
    (folder / "precedents/echr").mkdir(parents=True)
    (folder / "precedents/echr/soering-v-uk-1989.yaml").write_text(
        "id: echr/soering-v-uk-1989\nwithdrawn: not used in this office\n", encoding="utf-8"
    )
    first, second = load_library((folder,)), load_library((folder,))
    assert from_index(second)
    assert "echr/soering-v-uk-1989" not in second.precedents
    assert dict(second.withdrawn) == dict(first.withdrawn)
    assert second.withdrawn["echr/soering-v-uk-1989"].record.title == "Soering v. the United Kingdom"
    assert len(second.rulings) == len(first.rulings)


def test_a_changed_record_counts_at_once(own):
    load_library((own,))
    write(own, "Liu v. Poland, corrected")
    assert load_library((own,)).precedents[LIU].title == "Liu v. Poland, corrected"


def test_a_change_that_keeps_size_and_time_counts_too(own):
    """Another file under the same name, as an unpacked archive makes it."""
    file = write(own, "Liu v. Poland, text one")
    load_library((own,))
    before = file.stat()
    other = file.with_name("other")
    other.write_text(file.read_text(encoding="utf-8").replace("text one", "text two"), encoding="utf-8")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    os.replace(other, file)
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert load_library((own,)).precedents[LIU].title == "Liu v. Poland, text two"


def test_a_new_and_a_deleted_record_count_at_once(own):
    load_library((own,))
    (own / f"precedents/{LIU}.yaml").unlink()
    assert load_library((own,)).precedents[LIU].title == "Liu v. Poland"


def test_layers_have_an_index_each(own):
    mixed, shipped = load_library((own,)), load_library()
    assert mixed.precedents[LIU].title == "Liu v. Poland of our own"
    assert shipped.precedents[LIU].title == "Liu v. Poland"
    assert load_library((own,)).layer_of(LIU) == str(own)
    assert load_library().layer_of(LIU) == "shipped"
    assert len(index_files()) == 2


def test_a_mistake_in_a_record_is_told_with_its_place_every_time(own):
    load_library((own,))
    file = own / f"precedents/{LIU}.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    number = next(n for n, line in enumerate(lines, 1) if line.startswith("kind:"))
    lines[number - 1] = "kind: judgement"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(LibraryError) as refused:
            load_library((own,))
        assert refused.value.problems[0].where.startswith(f"{file}:{number}:")
        assert "Did you mean judgment?" in refused.value.problems[0].line()


@pytest.mark.parametrize("spoilt", [b"", b"not a database", b"SQLite format 3\0" + b"\0" * 5000])
def test_a_spoilt_index_is_made_anew(spoilt):
    load_library()
    (file,) = index_files()
    file.write_bytes(spoilt)
    assert load_library().precedents[LIU].title == "Liu v. Poland"
    assert from_index(load_library())


def test_a_damaged_row_is_never_handed_out(read):
    """One letter of a proposition, changed on the disk: what was held would be misdescribed."""
    load_library()
    (file,) = index_files()
    title = b"Liu v. Poland"
    whole = file.read_bytes()
    assert title in whole
    file.write_bytes(whole.replace(title, b"Lin v. Poland"))
    library = load_library()
    assert library.precedents[LIU] == read.precedents[LIU]


def test_a_damaged_page_is_read_again_from_the_records(read):
    load_library()
    (file,) = index_files()
    whole = bytearray(file.read_bytes())
    for page in range(20 * 4096, len(whole), 3 * 4096):
        whole[page : page + 4096] = b"\xff" * 4096
    file.write_bytes(bytes(whole))
    library = load_library()
    assert library.precedents.get(LIU) == read.precedents[LIU]
    assert dict(library.evidence) == dict(read.evidence)


def test_an_index_is_private():
    load_library()
    (file,) = index_files()
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert not list(file.parent.glob(".tmp-*"))


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows has no owner of this kind")
def test_an_index_of_somebody_else_is_not_opened(monkeypatch):
    load_library()
    (file,) = index_files()
    assert is_ours(file)
    mine = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: mine + 1)
    assert not is_ours(file)
    assert not from_index(load_library())


@pytest.mark.parametrize("target", ["file", "folder"])
def test_an_index_that_others_may_write_is_not_opened(target):
    load_library()
    (file,) = index_files()
    (file if target == "file" else file.parent).chmod(0o777)
    assert not is_ours(file)
    assert not from_index(load_library())


def test_a_link_in_the_cache_is_not_followed(tmp_path):
    load_library()
    (file,) = index_files()
    elsewhere = tmp_path / "elsewhere.sqlite"
    os.replace(file, elsewhere)
    file.symlink_to(elsewhere)
    assert not is_ours(file)
    assert not from_index(load_library())


def test_without_a_cache_the_records_are_read(tmp_path, monkeypatch):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    for _ in range(2):
        assert load_library().precedents[LIU].title == "Liu v. Poland"


def test_an_index_of_another_program_version_is_made_anew(monkeypatch):
    load_library()
    monkeypatch.setattr("briefs.__version__", "0.0.9")
    assert not from_index(load_library())
    assert from_index(load_library())


def test_an_update_under_a_running_command_does_not_pass_for_what_that_command_runs(tmp_path):
    """Rows that the old modules make must not stand under the mark of the new ones."""
    (tmp_path / "module.py").write_text("OLD = 1\n", encoding="utf-8")
    began_with = program_mark(str(tmp_path))
    (tmp_path / "module.py").write_text("NEWER = 2\n", encoding="utf-8")
    assert program_mark(str(tmp_path)) == began_with
    assert program_mark.__wrapped__(str(tmp_path)) != began_with


def test_an_index_holds_data_only_and_what_is_none_is_refused(read):
    """No pickle, no marshal: every row is JSON, and a row that is no record never becomes one."""
    load_library()
    (file,) = index_files()
    connection = sqlite3.connect(file)
    for (text,) in connection.execute("SELECT data FROM page"):
        json.loads(text)
    for text in ("[]", "{}", '{"id": "echr/x"}', '{"no_such_key": 1}', "nonsense"):
        with pytest.raises(ValueError, match="."):
            thaw(Precedent, text)
    with pytest.raises(TypeError):
        freeze_of_a_kind_that_no_record_has()


def freeze_of_a_kind_that_no_record_has():
    from briefs.models.base import Record

    class Strange(Record):
        when: bytes

    return thaw(Strange, '{"when": "x"}')


def test_two_programs_that_make_the_index_at_once_do_not_disturb_each_other(own):
    code = (
        "import sys; from pathlib import Path; from briefs.library import load_library\n"
        f"l = load_library((Path(sys.argv[1]),)); print(len(l.precedents), l.precedents['{LIU}'].title)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(own)], stdout=subprocess.PIPE, env=environment, text=True)
        for _ in range(3)
    ]
    answers = {process.communicate(timeout=60)[0] for process in running}
    assert all(process.returncode == 0 for process in running)
    assert len(answers) == 1
    assert "of our own" in answers.pop()
    assert from_index(load_library((own,)))
    assert not list(cache_folder().glob(".tmp-*"))


def test_rulings_about_other_states_are_listed_up_to_a_number_and_counted_beyond(read):
    """A library with a thousand rulings about Ruritania does not bury the few that concern this request."""
    liu = read.precedents[LIU]
    conditions = next(h for h in liu.holdings if h.rests_on == "conditions")
    many = {}
    for n in range(1000):
        name = f"ruritanian-{n:04}"
        holding = conditions.model_copy(update={"id": f"{name}/1"})
        changed = {"id": f"echr/{name}", "requesting_state": "XR", "holdings": (holding,)}
        many[f"echr/{name}"] = liu.model_copy(update=changed)
    found = Seek(tables({**read.precedents, **many}, {}).get).near(conditions.ground, "CN")
    before = Seek(tables(read.precedents, {}).get).near(conditions.ground, "CN")
    assert set(before.holdings) <= set(found.holdings)
    assert len(found.holdings) - len(before.holdings) + before.not_listed < LISTED + 1
    assert len(found.holdings) + found.not_listed == len(before.holdings) + before.not_listed + 1000


def test_every_kind_of_record_survives_the_index():
    evidence = Evidence.model_validate(
        {
            "id": "x",
            "title": "Ročenka 年",
            "body": "b",
            "body_kind": "ngo",
            "dated": None,
            "kind": "report",
            "states": "CN",
            "stance": "mixed",
            "findings": [],
            "verification": "recalled",
        }
    )
    assert thaw(Evidence, freeze(evidence)) == evidence
    case = Case.model_validate({"format": "1"}) if "format" in Case.model_fields else None
    assert case is None or thaw(Case, freeze(case)) == case


def test_a_store_in_memory_answers_like_one_on_the_disk(read):
    store = Store.in_memory(index.rows(read))
    assert store.get("precedents", LIU) == json.loads(freeze(read.precedents[LIU]))
    assert store.get("precedents", "no/such") is None
    assert store.keys("grounds") == list(read.grounds)
    assert store.size("evidence") == len(read.evidence)


@pytest.mark.parametrize("case", ["poland-2024", "portugal-hong-kong-2024", "united-kingdom-united-states-2023"])
def test_answers_are_the_same_from_the_index_and_from_the_records_and_hold_only_what_is_right(read, case):
    load_library()
    opened, answers = load_library(), []
    assert from_index(opened)
    for library in (read, opened):
        found = load_case(ROOT / "examples" / case / "case.yaml", library).case
        answers.append(match_case(Situation(found, library, found.as_of)))
    assert answers[0].model_dump_json() == answers[1].model_dump_json()
    assert MatchReport.model_validate(answers[0].model_dump()) == answers[0]


def test_only_the_indexes_used_last_are_kept(own, tmp_path):
    """Twenty libraries were opened over the years; the one that is opened every day stays, whenever it was made."""
    load_library((own,))
    (daily,) = cache_folder().glob("*.sqlite")
    for n in range(MOST + 4):
        other = cache_folder() / f"library-{n:016x}.sqlite"
        other.write_bytes(daily.read_bytes())
        os.utime(other, (1_000_000 + n, 1_000_000 + n))
    load_library((own,))
    write(tmp_path / "another", "Liu v. Poland of another")
    load_library((tmp_path / "another",))
    left = sorted(cache_folder().glob("*.sqlite"))
    assert len(left) == MOST
    assert daily in left
    assert not any(cache_folder().joinpath(f"library-{n:016x}.sqlite").exists() for n in range(6))


def test_what_a_killed_command_left_is_cleared_and_what_another_is_writing_is_not(own):
    load_library((own,))
    old, writing = cache_folder() / ".tmp-0123456789abcdef", cache_folder() / ".tmp-fedcba9876543210"
    for file in (old, writing):
        file.write_bytes(b"half of an index")
    os.utime(old, (1_000_000, 1_000_000))
    prune(cache_folder())
    assert writing.exists()
    assert not old.exists()


def test_a_command_reads_on_in_an_index_that_another_has_cleared_away(own):
    library = load_library((own,))
    library = load_library((own,))
    for file in cache_folder().glob("*.sqlite"):
        file.unlink()
    assert library.precedents[LIU].title == "Liu v. Poland of our own"
    assert len(library.evidence) > 10


def test_other_indexes_know_what_the_library_was_made_of(own, read):
    """Empty for records of no index, another with every change, the same where only pinpoints were dropped."""
    assert load_library((own,)).mark == ""
    library = load_library((own,))
    assert library.mark
    assert library.mark == load_library((own,)).mark != load_library().mark
    precedents, evidence = without_unread_pinpoints(library.precedents, library.evidence)
    assert replace(library, precedents=precedents, evidence=evidence).mark == library.mark
    assert replace(library, precedents=dict(library.precedents)).mark == ""
    register = own / "law" / "register.csv"
    register.parent.mkdir()
    register.write_bytes((ROOT / "law" / "register.csv").read_bytes())
    load_library((own,))
    assert load_library((own,)).mark != library.mark


def test_a_room_as_plain_data_is_what_its_rows_say_in_the_order_of_the_library(read):
    store = Store.in_memory(index.rows(read))
    plain = store.plain("grounds")
    assert list(plain) == list(read.grounds)
    assert all(json.loads(freeze(record)) == plain[key] for key, record in read.grounds.items())
    assert store.plain("nothing-of-the-kind") == {}


def test_a_room_that_does_not_hold_a_record_says_so_however_large_it_is(read, monkeypatch):
    """Small rooms are read whole, large ones row by row; both know what they do not hold, and ask again for none."""
    for most in (0, 1 << 20):
        monkeypatch.setattr(stored, "_SMALL", most)
        room = Stored(Store.in_memory(index.rows(read)), "precedents", lambda key, data: data["title"])
        assert room.get("echr/no-such-case") is None
        assert "echr/no-such-case" not in room
        assert room[LIU] == room.get(LIU) == "Liu v. Poland"
        with pytest.raises(KeyError):
            room["echr/no-such-case"]


def test_the_register_and_what_citations_are_held_against_come_out_of_the_index_as_they_are_in_the_files(own):
    """Twice from the index, once from the files: the same rows and authorities, also for rows of one's own."""
    register = own / "law" / "register.csv"
    register.parent.mkdir()
    head = (ROOT / "law" / "register.csv").read_text(encoding="utf-8").splitlines()[0]
    line = "Nowak v. Elbonia,PL,99999/21,,judgment,,2021-01-02,,,,1,1,,,,,,cited in 2+ judgments,primary"
    register.write_text(f"{head}\n{line}\n", encoding="utf-8")
    library = load_library((own,))
    fresh = load_known(library, Register(library.layers))
    library = load_library((own,))
    kept = [load_known(library, open_register(library.layers)) for _ in range(2)]
    for _, authorities, propositions in kept:
        assert authorities.library == fresh[1].library
        assert [a.precedent and a.precedent.id for a in authorities.library] == [
            a.precedent and a.precedent.id for a in fresh[1].library
        ]
        assert vars(propositions)["_by_word"] == vars(fresh[2])["_by_word"]
        for number in ("99999/21", "37610/18", "14038/88", "0/00"):
            assert authorities.numbered([number]) == fresh[1].numbered([number])
        for name in ("Nowak", "Soering", "Ahmed", "Liu", "Nobody of this name"):
            assert authorities.named(name) == fresh[1].named(name)
    assert [a.date for a in kept[0][1].numbered(["99999/21"])] == ["2021-01-02"]
    assert (
        len(list(cache_folder().glob("register-*.sqlite"))) == len(list(cache_folder().glob("citations-*.sqlite"))) == 1
    )


def test_a_changed_register_counts_at_once(own):
    register = own / "law" / "register.csv"
    register.parent.mkdir()
    head = (ROOT / "law" / "register.csv").read_text(encoding="utf-8").splitlines()[0]
    for date in ("2021-01-02", "2021-01-03"):
        line = f"Nowak v. Elbonia,PL,99999/21,,judgment,,{date},,,,1,1,,,,,,cited in 2+ judgments,primary"
        register.write_text(f"{head}\n{line}\n", encoding="utf-8")
        load_library((own,))
        library = load_library((own,))
        (row,) = open_register(library.layers).numbered("99999/21")
        assert row.date == date
        (found,) = load_known(library, open_register(library.layers))[1].numbered(["99999/21"])
        assert found.date == date


def test_rulings_that_a_sentence_names_are_found_by_the_words_of_their_titles_and_not_by_reading_them_all(read):
    """Whatever the sentence, the same as comparing every title with it; a thousand rulings of one title count once."""
    seek = Seek(tables(read.precedents, read.evidence).get)
    for text in ("As Liu v. Poland shows, and Soering v. the United Kingdom before it.", "no name here", "Liu", ""):
        named = {(p.title, p.short_title) for p in read.precedents.values() if p.title in text or p.short_title in text}
        assert {(a, b) for a, b, _ in seek.called(text) if a in text or b in text} == named
    for ruling in read.precedents.values():
        assert (ruling.title, ruling.short_title, ruling.decided or "") in seek.called(f"Compare {ruling.title}, § 3.")
    liu = read.precedents[LIU]
    many = {f"echr/copy-{n}": liu.but(id=f"echr/copy-{n}") for n in range(1000)}
    assert len(Seek(tables(many, {}).get).called("Liu v. Poland")) == 1
