"""A small share of `make crash`: see crash.py."""

import crash


def test_no_broken_file_after_a_kill_or_during_a_write():
    found = crash.run(4, 40)
    assert (found["broken"], found["broken when read"], found["left after the next run"]) == (0, 0, 0)
