"""One tab's record."""

import copy

from assistant.page.session import Session


def test_names_are_long_random_and_never_repeat():
    names = {Session().name for _ in range(200)}
    assert len(names) == 200
    assert all(len(name) == 32 for name in names)


def test_a_copy_is_the_record_itself():
    session = Session()
    assert copy.deepcopy(session) is session


def test_a_new_start_has_a_new_name_and_gives_the_old_one_back():
    session = Session(transcript=[{"role": "user", "content": "x"}], waiting="y")
    old = session.name
    assert session.restart() == old
    assert session.name != old
    assert session.transcript == []
    assert session.waiting is None
