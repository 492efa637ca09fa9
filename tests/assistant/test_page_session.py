"""One tab's record."""

import copy
import time

from assistant.page.entering import Tabs
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


def test_a_page_loaded_again_carries_on_what_its_tab_held():
    tabs, before, after = Tabs(), Session(), Session()
    key = "0" * 32
    assert not tabs.enter(key, before)
    before.settle([{"role": "user", "content": "x"}])
    before.answer_id()
    name = before.name
    assert tabs.enter(key, after)
    assert (after.name, after.transcript[0]["content"], after.answer_id()) == (name, "x", "answer-2")
    assert after.unfinished()
    assert before.stopping.is_set()
    assert (before.transcript, before.unfinished()) == ([], False)
    assert before.name != name  # so that forgetting the page that has gone forgets nothing of the one that came


def test_no_key_but_its_own_opens_a_conversation_and_a_first_question_is_never_overwritten():
    tabs, before, busy = Tabs(), Session(), Session()
    tabs.enter("0" * 32, before)
    before.settle([{"role": "user", "content": "x"}])
    for key in ("1" * 32, "0" * 31, "", None, 0, ["0" * 32]):
        assert not tabs.enter(key, Session())
    busy.waiting = "y"
    assert not tabs.enter("0" * 32, busy)
    assert busy.transcript == []


def test_a_conversation_that_was_let_go_is_not_kept_by_its_key():
    tabs, before = Tabs(), Session()
    tabs.enter("0" * 32, before)
    before.settle([{"role": "user", "content": "x"}])
    del before
    assert not tabs.enter("0" * 32, Session())
