"""The paths that the real assistant seldom takes: slow, failing, hostile, too long, too large."""

from __future__ import annotations

import pytest

from tools.disclaimer import SHORT

pytestmark = pytest.mark.browser


def test_an_early_question_waits_for_the_assistant(late_site, open_tab):
    tab = open_tab(late_site)
    tab.box.fill("What is ALVH?")
    tab.box.press("Enter")
    tab.page.locator("#chat .thought-group", has_text="Getting the glossary ready").wait_for()
    tab.finished(1)
    assert "buy protection in parts" in tab.chat


def test_words_arrive_before_the_answer_is_finished(open_tab, fake_site):
    tab = open_tab(fake_site)
    tab.box.fill("What is ALVH?")
    tab.box.press("Enter")
    tab.page.locator("#chat .bot-row", has_text="buy protection in parts").wait_for()
    assert tab.answers.count() == 0
    tab.finished(1)


def test_a_fault_is_an_answer_with_the_disclaimer_and_tells_no_secret(open_tab, fake_site):
    tab = open_tab(fake_site)
    tab.ask("fail now")
    assert "went wrong" in tab.chat
    assert "keys.txt" not in tab.page.content()
    assert tab.answers.last.inner_text() == SHORT
    tab.ask("What is ALVH?")
    assert "buy protection in parts" in tab.chat


def test_an_answer_that_ends_early_is_said_to_have(open_tab, fake_site):
    tab = open_tab(fake_site)
    tab.ask("silent please")
    assert "went wrong" in tab.chat


def test_a_hostile_answer_changes_nothing(open_tab, fake_site):
    tab = open_tab(fake_site)
    tab.ask("hostile words")
    tab.page.locator("#chat details.source summary").first.click()
    assert tab.page.evaluate("() => window.hurt") is None
    foreign = "#chat .message :is(form, img, iframe, script, style, div[style*=fixed])"
    assert tab.page.locator(foreign).evaluate_all("found => found.map(element => element.outerHTML)") == []
    assert tab.page.locator("#chat a[href^=javascript]").count() == 0
    assert "<script>window.hurt = 1</script>" in tab.chat


def test_what_the_glossary_does_not_cover_is_said(open_tab, fake_site):
    tab = open_tab(fake_site)
    tab.ask("weather tomorrow?")
    assert "does not cover" in tab.chat
    assert tab.page.locator("#chat .options .option").count() == 2


def test_the_counter_counts_and_a_question_over_the_limit_is_not_sent(open_tab, fake_site):
    tab = open_tab(fake_site)
    tab.box.fill("a" * 1000)
    assert tab.page.locator("#counter").inner_text() == "1,000 / 1,000"
    tab.box.fill("a" * 1003)
    assert "shorten it by 3" in tab.page.locator("#counter").inner_text()
    tab.box.press("Enter")
    tab.page.locator("#send").dispatch_event("click")
    tab.page.wait_for_timeout(400)
    assert tab.page.locator("#chat .user-row").count() == 0
    assert len(tab.box.input_value()) == 1003


def test_the_server_holds_the_limit_too(open_tab, fake_site):
    tab = open_tab(fake_site)
    tab.page.evaluate("() => document.querySelector('#send').replaceWith(document.querySelector('#send'))")
    tab.box.fill("b" * 1005)
    # a browser without the page's own check: its listeners sit on the document, so an event that does not pass there escapes it
    tab.page.evaluate(
        """() => {
          const stop = Event.prototype.stopImmediatePropagation, prevent = Event.prototype.preventDefault;
          Event.prototype.stopImmediatePropagation = () => {}; Event.prototype.preventDefault = () => {};
          document.querySelector('#send').click();
          Event.prototype.stopImmediatePropagation = stop; Event.prototype.preventDefault = prevent;
        }"""
    )
    tab.finished(1)
    assert "the limit is 1,000" in tab.chat
    assert len(tab.box.input_value()) == 1005
    assert tab.answers.last.inner_text() == SHORT


def test_a_file_that_cannot_be_read_is_explained(open_tab, fake_site):
    tab = open_tab(fake_site)
    tab.add({"name": "notes.json", "mimeType": "application/json", "buffer": b"nonsense"})
    assert "could not be read" in tab.chat
    assert "Save it as CSV" in tab.chat
    assert tab.answers.last.inner_text() == SHORT


def test_a_file_that_is_too_large_is_refused_before_it_travels(open_tab, fake_site, tmp_path):
    tab = open_tab(fake_site)
    file = tmp_path / "large.csv"
    with file.open("wb") as large:
        large.truncate(51 * 1024 * 1024)
    tab.add(str(file))
    assert "large.csv is too large" in tab.chat
    assert "50 MB" in tab.chat
    assert not [request for request in tab.requests if "/upload" in request]


def test_a_file_of_another_kind_is_refused_in_the_chat(open_tab, fake_site):
    tab = open_tab(fake_site)
    tab.add({"name": "report.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"})
    assert "report.pdf is not a table" in tab.chat
    assert ".parquet" in tab.chat
    assert tab.answers.last.inner_text() == SHORT
    assert tab.page.locator("[data-testid=toast-body]").count() == 0
    assert not tab.page.evaluate("() => document.body.classList.contains('reading')")


def test_of_several_files_only_the_unfit_ones_are_refused(open_tab, fake_site):
    tab = open_tab(fake_site)
    good = {"name": "good.csv", "mimeType": "text/csv", "buffer": b"date,iv\n2024-01-01,0.2\n2024-01-02,0.25\n"}
    bad = {"name": "bad.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"}
    tab.page.set_input_files("#entry input[type=file]", [good, bad, {**bad, "name": "worse.pdf"}])
    tab.finished(3)
    assert tab.page.locator("#tables li").inner_text() == "good.csv"
    assert "bad.pdf is not a table" in tab.chat
    assert "worse.pdf is not a table" in tab.chat


def test_a_page_whose_program_was_started_again_says_that_its_conversation_is_gone(open_tab, fake_site):
    tab = open_tab(fake_site)
    tab.ask("What is ALVH?")
    # a key that no program knows, in a tab that has talked: what is left when the program was started again
    tab.page.add_init_script("if (!window.name) { window.name = 'seen'; sessionStorage.setItem('alvh-key', 'f'.repeat(32)); }")
    tab.page.reload()
    tab.page.locator("#chat", has_text="The conversation of this tab is gone").wait_for()
    tab.ask("What is ALVH?")
    assert "conversation of this tab is gone" in tab.chat
    assert "buy protection in parts" in tab.chat


def test_an_answer_cut_off_by_loading_again_is_said_to_be(open_tab, fake_site):
    tab = open_tab(fake_site)
    tab.box.fill("slowly, what is ALVH?")
    tab.box.press("Enter")
    tab.page.locator("#chat .bot-row", has_text="buy protection in parts").wait_for()
    tab.page.reload()
    tab.page.locator("#chat", has_text="loaded again before this was finished").wait_for()
    tab.errors.clear()  # the framework reports the stream that ended with its page
    assert not tab.page.locator("#stop").is_visible()
    tab.ask("weather tomorrow?")
    assert "does not cover" in tab.chat


def test_the_end_of_a_long_question_is_in_view_with_its_answer(open_tab, fake_site):
    tab = open_tab(fake_site)
    tab.ask("\n".join(["What is ALVH?", *(f"2024-01-{day:02d}, 15.5" for day in range(1, 32))]))
    row = tab.page.locator("#chat .user-row").last.bounding_box()
    view = tab.page.locator("#chat .bubble-wrap").bounding_box()
    assert row["y"] + row["height"] < view["y"] + 0.5 * view["height"]


def test_a_source_stays_open_when_the_next_answer_comes(open_tab, fake_site):
    tab = open_tab(fake_site)
    tab.ask("What is ALVH?")
    tab.page.locator("#chat a.mark").nth(1).click()
    tab.ask("weather tomorrow?")
    assert tab.page.locator("#answer-1-source-2 blockquote").is_visible()


@pytest.mark.parametrize("by", ["button", "key"])
def test_an_answer_on_its_way_is_stopped_and_the_next_question_answered(open_tab, fake_site, by):
    tab = open_tab(fake_site)
    assert not tab.page.locator("#stop").is_visible()
    tab.box.fill("slowly, what is ALVH?")
    tab.box.press("Enter")
    tab.page.locator("#chat .bot-row", has_text="buy protection in parts").wait_for()
    assert not tab.page.locator("#send").is_visible()
    if by == "button":
        tab.page.locator("#stop").click()
    else:
        tab.page.keyboard.press("Escape")
    tab.finished(1)
    assert "Stopped" in tab.chat
    assert "leaves exits open" not in tab.chat
    assert tab.answers.last.inner_text() == SHORT
    assert tab.page.locator("#send").is_visible()
    assert tab.page.evaluate("() => document.activeElement.matches('#question textarea')")
    tab.ask("weather tomorrow?")
    assert "does not cover" in tab.chat


def test_a_new_chat_ends_the_answer_that_is_on_its_way(open_tab, fake_site):
    tab = open_tab(fake_site)
    tab.box.fill("What is ALVH?")
    tab.box.press("Enter")
    tab.page.locator("#chat .bot-row", has_text="buy protection in parts").wait_for()
    tab.page.locator("#new-chat").click()
    tab.page.locator("#chat .example").first.wait_for()
    tab.page.wait_for_timeout(1500)
    assert tab.page.locator("#chat .user-row").count() == 0
    tab.ask("weather tomorrow?")
    assert tab.page.locator("#chat .user-row").count() == 1


def test_nothing_jumps_while_the_page_and_an_answer_arrive(open_tab, fake_site):
    tab = open_tab(fake_site)
    watch = """() => { window.shifts = 0; new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
    }).observe({ type: 'layout-shift', buffered: true }); }"""
    tab.page.evaluate(watch)
    tab.page.wait_for_timeout(300)
    assert tab.page.evaluate("() => window.shifts") < 0.1
    # The examples make room for the question because it was sent; on a slow machine that comes long after the key.
    tab.box.fill("What is ALVH?")
    tab.box.press("Enter")
    tab.page.locator("#chat .user-row").wait_for()
    drawn = (
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => { window.shifts = 0; done(); })))"
    )
    tab.page.evaluate(drawn)
    tab.page.evaluate("() => { window.shifts = 0; }")
    tab.finished(1)
    tab.page.wait_for_timeout(300)
    assert tab.page.evaluate("() => window.shifts") < 0.1
