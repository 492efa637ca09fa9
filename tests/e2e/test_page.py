"""The page over the real assistant, in a real browser."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.documents import read, replay
from tools.disclaimer import LONG, SHORT

pytestmark = pytest.mark.browser

BUTTERFLY = "What are the break-evens of a 25/30/35 call butterfly bought for 0.85?"


@pytest.fixture(scope="module")
def prices() -> dict:
    """A small made-up series with one long rise, fall and rise, in a file as a user has it."""
    values = [20 + 6 * ((i % 60) / 60 if i % 120 < 60 else 1 - (i % 60) / 60) for i in range(400)]
    days = [f"{2020 + i // 336:04d}-{1 + i % 336 // 28:02d}-{1 + i % 28:02d}" for i in range(400)]
    rows = "\n".join(f"{day},{value:.4f}" for day, value in zip(days, values, strict=True))
    return {"name": "volatility.csv", "mimeType": "text/csv", "buffer": f"date,iv\n{rows}\n".encode()}


def test_a_question_is_answered_with_sources_follow_ups_and_the_disclaimer(open_tab, site):
    tab = open_tab(site)
    tab.ask("What is the Adaptive Layered VIX Hedge?")
    assert "hedge" in tab.chat.lower()
    assert tab.page.locator("#chat details.source").count() >= 1
    assert tab.page.locator("#chat .options .option").count() >= 1
    assert tab.answers.last.inner_text() == SHORT


def test_a_mark_opens_the_cited_words_with_their_reference_and_address(open_tab, site):
    tab = open_tab(site)
    tab.ask("What is the Adaptive Layered VIX Hedge?")
    mark = tab.page.locator("#chat a.mark").first
    source = tab.page.locator("#" + mark.get_attribute("href").lstrip("#"))
    assert not source.locator("blockquote").is_visible()
    mark.click()
    assert len(source.locator("blockquote").inner_text()) > 20
    assert re.search(r"\((n\.d\.|\d{4})", source.locator(".reference").inner_text())
    assert source.locator("a").get_attribute("href").startswith("https://")
    assert source.locator("a").get_attribute("rel") == "noopener noreferrer"


def test_sources_open_by_keyboard(open_tab, site):
    tab = open_tab(site)
    tab.ask("What is the Adaptive Layered VIX Hedge?")
    first = tab.page.locator("#chat details.source").first
    first.locator("summary").focus()
    tab.page.keyboard.press("Enter")
    assert first.locator("blockquote").is_visible()


def test_a_calculation_shows_its_figures_a_chart_its_steps_and_its_python(open_tab, site):
    tab = open_tab(site)
    tab.ask(BUTTERFLY)
    assert "25.85" in tab.chat
    assert "34.15" in tab.chat
    tab.page.locator("#chat .js-plotly-plot .main-svg").first.wait_for()
    step = tab.page.locator("#chat .thought-group .title").last
    assert step.get_attribute("aria-expanded") == "false"
    step.click()
    tab.page.locator("#chat .thought-group .content").first.wait_for()
    working = tab.page.locator("#chat details.working")
    assert not working.locator("code").is_visible()
    working.locator("summary").click()
    assert working.locator("li").first.inner_text() == "Lower break-even: 25 + 0.85 = 25.85"
    assert "butterfly(" in working.locator("code").inner_text()


def test_a_chart_keeps_its_room_when_the_next_question_is_asked(open_tab, site):
    tab = open_tab(site)
    tab.ask(BUTTERFLY)
    chart = tab.page.locator("#chat .js-plotly-plot").first
    chart.locator(".main-svg").first.wait_for()
    before = chart.bounding_box()["height"]
    tab.ask("What is contango?")
    assert before > 300
    assert abs(chart.bounding_box()["height"] - before) < 30


def test_the_python_is_copied_to_the_clipboard(open_tab, site):
    tab = open_tab(site)
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.ask(BUTTERFLY)
    tab.page.locator("#chat .js-plotly-plot .main-svg").first.wait_for()
    tab.page.locator("#chat details.working summary").click()
    tab.page.locator("#chat button.copy").click()
    tab.page.locator("#chat button.copy", has_text="Copied").wait_for()
    copied = tab.page.evaluate("() => navigator.clipboard.readText()")
    held: dict = {}
    exec(copied, held)
    assert copied.startswith("from tools import butterfly\n")


@pytest.mark.parametrize(("form", "ending"), [("markdown", ".md"), ("notebook", ".ipynb"), ("json", ".json")])
def test_the_conversation_is_saved_as_a_file(open_tab, site, prices, form, ending):
    tab = open_tab(site)
    tab.add(prices)
    tab.ask("When did it last trigger?")
    tab.page.locator("#save-button").click()
    with tab.page.expect_download() as download:
        tab.page.locator(f"#save [data-saves={form}]").click()
    assert download.value.suggested_filename == f"alvh-conversation{ending}"
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert SHORT in text
    assert "When did it last trigger?" in text
    tab.page.locator("#saved", has_text="Saved as").wait_for()
    tab.page.keyboard.press("Escape")
    assert not tab.page.locator("#save dialog").is_visible()


def test_a_conversation_saved_on_the_page_replays_identically(open_tab, site, prices, tmp_path):
    tab = open_tab(site)
    tab.add(prices)
    tab.ask("When did it last trigger?")
    tab.ask(BUTTERFLY)
    tab.ask("and at 1.10?")
    tab.page.locator("#save-button").click()
    with tab.page.expect_download() as download:
        tab.page.locator("#save [data-saves=json]").click()
    (tmp_path / prices["name"]).write_bytes(prices["buffer"])
    record = read(Path(download.value.path()).read_bytes())
    found = replay(Assistant(), record, [tmp_path])
    assert (found.identical, found.causes, found.answers) == (True, (), 3)


def test_an_empty_conversation_is_not_saved(open_tab, site):
    tab = open_tab(site)
    tab.page.locator("#save-button").click()
    tab.page.locator("#save [data-saves=json]").click()
    tab.page.locator("#saved", has_text="nothing to save").wait_for()


def test_another_file_is_chosen_by_its_name(open_tab, site, prices):
    tab = open_tab(site)
    tab.add(prices)
    tab.add({**prices, "name": "other.csv"})
    chips = tab.page.locator("#tables button")
    pressed = "() => [...document.querySelectorAll('#tables button')].map((chip) => chip.getAttribute('aria-pressed')).join()"
    chips.nth(1).wait_for()  # the row of names is drawn after the file has arrived
    assert (chips.all_inner_texts(), tab.page.evaluate(pressed)) == (["other.csv", "volatility.csv"], "true,false")
    chips.last.click()
    tab.page.wait_for_function(f"() => ({pressed})() === 'false,true'")
    tab.ask("what is in my data?")
    assert "volatility.csv" in tab.page.locator("#chat .bot-row").last.inner_text()


def test_a_follow_up_is_sent_when_pressed_and_leaves_with_the_next_answer(open_tab, site):
    tab = open_tab(site)
    tab.ask(BUTTERFLY)
    button = tab.page.locator("#chat .options .option").first
    words = button.inner_text()
    assert button.is_visible()
    button.click()
    tab.finished(2)
    assert words in tab.page.locator("#chat .user-row").last.inner_text()
    assert tab.page.locator("#chat .options").count() <= 1


def test_an_example_is_sent_when_pressed(open_tab, site):
    tab = open_tab(site)
    example = tab.page.locator("#chat .example").first
    words = example.inner_text()
    example.click()
    tab.finished(1)
    assert words in tab.chat


def test_a_file_is_shown_as_recognised_and_can_be_asked_about(open_tab, site, prices):
    tab = open_tab(site)
    tab.add(prices)
    assert "400" in tab.chat
    assert "2020-01-01" in tab.chat
    assert "iv" in tab.page.locator("#chat table").inner_text()
    assert tab.page.locator("#tables li").inner_text() == "volatility.csv"
    tab.page.locator("#chat .options .option").first.click()
    tab.finished(2)
    assert re.search(r"20(20|21)-\d\d-\d\d", tab.page.locator("#chat .bot-row").last.inner_text())
    tab.page.locator("#chat .js-plotly-plot .main-svg").first.wait_for()


def test_a_file_that_is_dropped_on_the_page_is_added(open_tab, site, prices):
    tab = open_tab(site)
    data = tab.page.evaluate_handle(
        """(text) => {
          const held = new DataTransfer();
          held.items.add(new File([text], 'dropped.csv', {type: 'text/csv'}));
          return held;
        }""",
        prices["buffer"].decode(),
    )
    tab.page.dispatch_event("#chat", "drop", {"dataTransfer": data})
    tab.finished(1)
    assert tab.page.locator("#tables li").inner_text() == "dropped.csv"


def test_the_real_vix_file_names_its_triggers(open_tab, site, shared):
    tab = open_tab(site)
    tab.add(str(shared / "data" / "vix" / "vix-daily.csv"))
    assert "9,235" in tab.chat or "9235" in tab.chat
    tab.ask("When did it last trigger?")
    assert re.search(r"20\d\d-\d\d-\d\d", tab.page.locator("#chat .bot-row").last.inner_text())


def test_two_tabs_never_see_each_others_tables(open_tab, site, prices):
    with_table, without = open_tab(site), open_tab(site)
    with_table.add(prices)
    without.ask("When did it last trigger?")
    assert "volatility.csv" not in without.chat
    assert without.page.locator("#tables li").count() == 0
    assert not re.search(r"20(20|21)-\d\d-\d\d", without.page.locator("#chat .bot-row").last.inner_text())


def test_a_new_chat_forgets_the_conversation_and_the_tables(open_tab, site, prices):
    tab = open_tab(site)
    tab.add(prices)
    tab.page.locator("#new-chat").click()
    tab.page.locator("#chat .example").first.wait_for()
    assert tab.page.locator("#tables li").count() == 0
    tab.ask("When did it last trigger?")
    assert not re.search(r"20(20|21)-\d\d-\d\d", tab.page.locator("#chat .bot-row").last.inner_text())


def test_the_disclaimer_is_in_view_before_and_after_an_answer(open_tab, site):
    tab = open_tab(site)
    assert " ".join(tab.page.locator("#disclaimer p").inner_text().split()).startswith(SHORT)
    tab.ask(BUTTERFLY)
    box = tab.page.locator("#disclaimer").bounding_box()
    assert box["y"] + box["height"] <= 900


def test_about_holds_the_long_disclaimer_and_closes_with_escape(open_tab, site):
    tab = open_tab(site)
    tab.page.locator("#about-button").click()
    dialog = tab.page.locator("#about dialog")
    for paragraph in LONG.split("\n\n"):
        assert paragraph in dialog.inner_text()
    tab.page.keyboard.press("Escape")
    assert not dialog.is_visible()
    tab.page.get_by_role("button", name="Full disclaimer").click()
    assert dialog.is_visible()


def test_enter_sends_and_shift_enter_starts_a_line(open_tab, site):
    tab = open_tab(site)
    tab.box.fill("What is")
    tab.box.press("Shift+Enter")
    tab.box.type("theta?")
    assert tab.box.input_value() == "What is\ntheta?"
    tab.box.press("Enter")
    tab.finished(1)
    assert tab.box.input_value() == ""


def test_markup_in_a_question_is_shown_and_does_nothing(open_tab, site):
    tab = open_tab(site)
    words = "<script>window.hurt=1</script><img src=x onerror='window.hurt=2'> What is **theta**? [a](javascript:window.hurt=3)"
    tab.ask(words)
    assert tab.page.locator("#chat .user-row").last.inner_text().strip() == words
    assert tab.page.evaluate("() => window.hurt") is None


def test_markup_in_a_files_columns_and_name_does_nothing(open_tab, site):
    tab = open_tab(site)
    head = "date,<img src=x onerror=window.hurt=1>,<script>window.hurt=2</script>"
    rows = "\n".join(f"2024-01-{day:02d},{day},{day}" for day in range(1, 29))
    file = {"name": "<img src=x onerror=window.hurt=3>.csv", "mimeType": "text/csv", "buffer": f"{head}\n{rows}\n".encode()}
    tab.add(file)
    assert tab.page.evaluate("() => window.hurt") is None
    assert tab.page.locator("#chat .bot-row img, #tables img, #chat .bot-row script").count() == 0


@pytest.mark.parametrize("dark", [False, True])
def test_nothing_serious_bars_the_way_for_assistive_technology(open_tab, site, prices, dark):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    tab = open_tab(site, dark=dark)
    tab.ask(BUTTERFLY)
    tab.page.locator("#chat .js-plotly-plot .main-svg").first.wait_for()
    tab.page.locator("#chat details.source summary").first.click()
    tab.page.locator("#chat details.working summary").first.click()
    tab.add(prices)
    found = axe.Axe().run(tab.page).response["violations"]
    tab.page.locator("#save-button").click()
    found += axe.Axe().run(tab.page).response["violations"]
    assert [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in found if v["impact"] in ("serious", "critical")] == []


def test_on_a_phone_nothing_scrolls_sideways_and_the_input_is_free(open_tab, site, prices):
    tab = open_tab(site, width=390, height=844)
    assert tab.sideways() <= 0
    tab.add(prices)
    tab.ask(BUTTERFLY)
    tab.page.locator("#chat .js-plotly-plot .main-svg").first.wait_for()
    assert tab.sideways() <= 0
    entry, standing = tab.page.locator("#entry").bounding_box(), tab.page.locator("#disclaimer").bounding_box()
    assert entry["y"] + entry["height"] <= standing["y"] + 1
    assert standing["y"] + standing["height"] <= 844
    assert "not financial advice" in tab.page.locator("#disclaimer p").inner_text()
    tab.box.click()
    assert tab.page.evaluate("() => document.activeElement.matches('#question textarea')")


def test_the_policy_names_no_other_host(site):
    with urllib.request.urlopen(site, timeout=10) as response:
        policy = response.headers["content-security-policy"]
        page = response.read().decode()
    assert "default-src 'self'" in policy
    assert "http" not in policy
    assert "fonts.g" not in page


def test_the_endpoint_answers_as_json_and_checks_what_it_is_given(site):
    def ask(*values: object) -> dict:
        body = json.dumps({"data": list(values)}).encode()
        address = f"{site}gradio_api/call/ask"
        request = urllib.request.Request(address, body, {"content-type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as response:
            event = json.load(response)["event_id"]
        with urllib.request.urlopen(f"{address}/{event}", timeout=30) as response:
            said = response.read().decode()
        return json.loads(said.split("data: ", 1)[1].split("\n", 1)[0])[0]

    answer = ask(BUTTERFLY)
    assert answer["kind"] == "calculation"
    assert "25.85" in answer["text"]
    assert answer["disclaimer"] == SHORT
    for bad in (12, None, ["a"], "", "x" * 1001):
        refused = ask(bad)
        assert refused["kind"] == "error"
        assert refused["disclaimer"] == SHORT


def test_a_request_that_the_framework_refuses_carries_the_disclaimer_too(site):
    for path, body in (("call/ask", b"{}"), ("call/ask", b"nonsense"), ("nowhere", b"{}")):
        request = urllib.request.Request(f"{site}gradio_api/{path}", body, {"content-type": "application/json"})
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(request, timeout=30)
        with refused.value as reply:
            assert reply.headers["x-disclaimer"] == SHORT


def test_the_endpoint_is_described_with_its_types(site):
    with urllib.request.urlopen(f"{site}gradio_api/info", timeout=30) as response:
        told = json.load(response)["named_endpoints"]
    assert list(told) == ["/ask"]
    (question,) = told["/ask"]["parameters"]
    assert (question["parameter_name"], question["python_type"]["type"]) == ("question", "str")


def test_the_newest_answer_is_in_view_however_many_charts_stand_above_it(open_tab, site, prices):
    tab = open_tab(site)
    tab.add(prices)
    places = """() => {
      const view = document.querySelector('#chat .bubble-wrap');
      const question = [...document.querySelectorAll('#chat .user-row')].at(-1).getBoundingClientRect().top;
      return [question - view.getBoundingClientRect().top, view.scrollHeight - view.clientHeight - view.scrollTop];
    }"""
    for question in ("When did it last trigger?", "backtest it", BUTTERFLY, "What is the RSI of my data now?", "and at 1.10?"):
        tab.ask(question)
        tab.page.wait_for_timeout(1000)  # the charts above are drawn again, which moves everything below them
        below_the_top, left_below = tab.page.evaluate(places)
        assert abs(below_the_top - 16) < 3 or left_below < 3, question
    tab.page.locator("#chat").hover()
    tab.page.mouse.wheel(0, -600)
    tab.page.wait_for_timeout(500)
    moved = tab.page.evaluate(places)[0]
    assert moved > 400
    tab.page.locator("#chat .js-plotly-plot").last.hover()  # draws in the page, and is no reason to move the reader back
    tab.page.wait_for_timeout(500)
    assert tab.page.evaluate(places)[0] >= moved - 3


def test_a_page_that_is_loaded_again_keeps_its_conversation_its_files_and_what_is_being_typed(open_tab, site, prices):
    tab = open_tab(site)
    tab.add(prices)
    tab.ask(BUTTERFLY)
    tab.box.fill("and at")
    tab.page.reload()
    tab.page.locator("#chat .js-plotly-plot .main-svg").first.wait_for()
    assert tab.page.locator("#chat .user-row").count() == 2
    assert tab.page.locator("#tables li").inner_text() == "volatility.csv"
    assert tab.box.input_value() == "and at"
    tab.ask("and at 1.10?")
    assert "26.10" in tab.page.locator("#chat .bot-row").last.inner_text()
    kept = tab.page.evaluate("() => ({...sessionStorage})")
    copied = tab.context.new_page()
    copied.add_init_script(
        f"for (const [name, value] of Object.entries({json.dumps(kept)})) sessionStorage.setItem(name, value);"
    )
    copied.goto(site)
    copied.wait_for_selector("#chat .example")
    copied.wait_for_timeout(2500)
    assert copied.locator("#chat .user-row").count() == 0
    assert tab.page.locator("#chat .user-row").count() == 3


def test_what_a_new_chat_has_dropped_does_not_come_back(open_tab, site):
    tab = open_tab(site)
    tab.ask("What is theta?")
    tab.page.locator("#new-chat").click()
    tab.page.locator("#chat .example").first.wait_for()
    tab.page.reload()
    tab.page.locator("#chat .example").first.wait_for()
    tab.page.wait_for_timeout(2500)
    assert tab.page.locator("#chat .message-row").count() == 0
