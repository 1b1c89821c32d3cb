"""The rows of an index: whatever is put in comes out, and damage on the disk never becomes another answer."""

import json
import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefs.library.cache import made_beside
from briefs.library.stored import Store, Stored, as_json, write

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | st.sampled_from(['"a":', "龍", '","', "}", "\\"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | TEXT | st.just("long " * 9000),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)
ROOMS = st.dictionaries(st.sampled_from(["a", "b", "龍"]), st.dictionaries(TEXT, VALUES, max_size=30), max_size=3)


def rows(rooms):
    return [(room, key, as_json(value)) for room, held in rooms.items() for key, value in held.items()]


def same(store, rooms):
    """Whether the store answers every question as the data do."""
    return all(
        store.plain(room) == held
        and list(store.plain(room)) == store.keys(room) == list(held)
        and store.size(room) == len(held)
        and all(store.get(room, key, "none") == value for key, value in held.items())
        for room, held in rooms.items()
    )


@given(ROOMS)
def test_what_is_put_in_comes_out(rooms):
    store = Store.in_memory(rows(rooms))
    assert same(store, rooms)
    assert store.get("a", "no such row", "none") == "none"
    assert store.plain("no such room") == {}
    assert store.size("no such room") == 0


@given(ROOMS)
def test_a_room_of_any_size_is_one_mapping(rooms):
    """Read whole or row by row: the same records."""
    for held in rooms.values():
        for small in (True, False):
            store = Store.in_memory(rows({"a": held}))
            store.is_small = lambda room, small=small: small
            room = Stored(store, "a", lambda key, data: (key, data))
            assert all(room[key] == (key, value) for key, value in held.items())
            assert dict(room) == {key: (key, value) for key, value in held.items()}
            assert list(room) == list(held)
            assert len(room) == len(held)
            assert room.get("no such row") is None


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """An index of several pages on the disk, and what it was made of."""
    folder = tmp_path_factory.mktemp("private")
    folder.chmod(0o700)
    rooms = {
        room: {f"{room}/{n}": {"says": f"finding {n} of {room}" * 9, "n": n} for n in range(400)} for room in "abc"
    }
    file = folder / "index.sqlite"
    with made_beside(file) as temporary:
        write(temporary, "mark", rows(rooms))
    assert sqlite3.connect(file).execute("SELECT count(*) FROM page").fetchone()[0] > 6
    return file, file.read_bytes(), rooms


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_byte_never_becomes_another_answer(written, data):
    """The file is not opened, or what is damaged is read again from the records: no row says anything else."""
    file, whole, rooms = written
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = bytearray(whole)
    damaged[at] ^= data.draw(st.integers(1, 255))
    file.write_bytes(bytes(damaged))
    store = Store.open(file, "mark", lambda: rows(rooms))
    if store is None:
        return
    for room, held in rooms.items():
        assert all(store.get(room, key, value) == value for key, value in held.items())
        assert store.plain(room) == held


def test_two_pages_that_change_places_are_not_taken_for_each_other(written):
    file, whole, rooms = written
    file.write_bytes(whole)
    connection = sqlite3.connect(file)
    with connection:
        (first, mark), (second, other) = connection.execute("SELECT data, mark FROM page WHERE n < 2 ORDER BY n")
        connection.execute("UPDATE page SET data = ?, mark = ? WHERE n = 0", (second, other))
        connection.execute("UPDATE page SET data = ?, mark = ? WHERE n = 1", (first, mark))
    connection.close()
    assert same(Store.open(file, "mark", lambda: rows(rooms)), rooms)


def test_a_place_that_points_at_another_row_is_not_followed(written):
    file, whole, rooms = written
    file.write_bytes(whole)
    connection = sqlite3.connect(file)
    with connection:
        connection.execute("UPDATE place SET at = (SELECT at FROM place WHERE id = 'a/2') WHERE id = 'a/1'")
        connection.execute("UPDATE place SET size = size - 1 WHERE id = 'b/1'")
    connection.close()
    for room, key in (("a", "a/1"), ("b", "b/1")):
        store = Store.open(file, "mark", lambda: rows(rooms))
        assert store.get(room, key) == json.loads(as_json(rooms[room][key]))
