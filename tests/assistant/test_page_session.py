"""One tab's record."""

import copy
import time

from assistant.page.session import Session


def test_names_are_long_random_and_never_repeat():
    names = {Session().name for _ in range(200)}
    assert len(names) == 200
    assert all(len(name) == 32 for name in names)


def test_a_copy_is_a_new_tabs_record():
    session = Session()
    session.transcript.append({"role": "user", "content": "x"})
    other = copy.deepcopy(session)
    assert other.name != session.name
    assert other.transcript == []


def test_no_further_question_is_taken_while_an_answer_is_made():
    session = Session()
    assert session.free(0)
    session.begin()
    assert not session.free(0)
    session.end()
    assert session.free(0)


def test_a_question_keeps_its_distance_from_the_last_answers_end():
    session = Session()
    session.begin()
    session.end()
    ended = time.monotonic()
    assert session.free()
    assert time.monotonic() - ended > 0.2


def test_a_new_start_has_a_new_name_and_gives_the_old_one_back():
    session = Session()
    session.transcript, session.waiting = [{"role": "user", "content": "x"}], "y"
    old = session.name
    assert session.restart() == old
    assert session.name != old
    assert session.transcript == []
    assert session.waiting is None
