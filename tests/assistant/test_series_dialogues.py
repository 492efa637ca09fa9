"""A conversation on typed lines: bars named by their day, averages moved on, quotes and days of breadth edited."""

import pytest

from assistant import Assistant
from assistant.answer import Answer

TENORS = "30 day put iv: near expiry 23 days iv 22%, next 37 days iv 24%"
DELTAS = "put at delta -0.09 has iv 26, at -0.12 24. 10 delta iv?"
BREADTH = "advances 1200 declines 1800, then 1500/1400, 900 2000. ad line?"


def last(assistant: Assistant, session: str, *turns: str) -> Answer:
    return [assistant.ask(turn, session=session) for turn in turns][-1]


@pytest.mark.parametrize(
    ("text", "bars"),
    [
        ("macd -0.012 signal -0.018 hist 0.006, yesterday hist was -0.001. trigger?", [-0.001, 0.006]),
        ("macd -0.012 signal -0.018, yesterday hist was -0.001. trigger?", [-0.001, 0.006]),
        ("hist is 0.5, prev 0.3, the one before 0.1", [0.1, 0.3, 0.5]),
        ("macd hist today is .12 and yesterday it was .05", [0.05, 0.12]),
        ("hist 0.1 yesterday, 0.3 today", [0.1, 0.3]),
        ("hist yesterday 0.1, today 0.3", [0.1, 0.3]),
        ("histogram 0.1 yesterday, 0.3", [0.1, 0.3]),
    ],
)
def test_bars_of_a_histogram_stand_oldest_first(warmed: Assistant, session: str, text: str, bars: list[float]) -> None:
    (found,) = last(warmed, session, text).results
    assert (found.tool, found.inputs["values"]) == ("histogram_bars", bars)


@pytest.mark.parametrize(
    ("then", "bars"),
    [
        ("and if the hist yesterday was 0.002", [0.002, 0.006]),
        ("what if yesterday it was -0.004", [-0.004, 0.006]),
        ("and if today's was 0.001", [-0.001, 0.001]),
    ],
)
def test_a_bar_is_told_anew_by_its_day(warmed: Assistant, session: str, then: str, bars: list[float]) -> None:
    (found,) = last(warmed, session, "hist today 0.006, yesterday -0.001", then).results
    assert found.inputs["values"] == bars


@pytest.mark.parametrize(
    "then", ["and the 26 one, yesterday 0.205", "and the 26 one was 0.205 yesterday", "and the 26 ema, yesterday 0.205"]
)
def test_the_other_average_starts_where_it_stood(warmed: Assistant, session: str, then: str) -> None:
    (found,) = last(warmed, session, "ema of 12 with yesterday 0.21 and today iv 0.25", then).results
    assert {k: found.inputs[k] for k in ("previous", "value", "span")} == {"previous": 0.205, "value": 0.25, "span": 26}


def test_two_averages_moved_on_make_a_macd(warmed: Assistant, session: str) -> None:
    first = ("ema of 12 with yesterday 0.21 and today iv 0.25", "and the 26 one, yesterday 0.205")
    (found,) = last(warmed, session, *first, "whats the macd then").results
    fast, slow = 0.21 + 2 / 13 * 0.04, 0.205 + 2 / 27 * 0.045
    assert (found.inputs["fast_ema"], found.inputs["slow_ema"]) == (round(fast, 6), round(slow, 6))
    (found,) = last(warmed, session, "and with signal at 0.001").results
    assert found.inputs["signal"] == 0.001


def test_one_average_makes_none_and_the_term_is_explained(warmed: Assistant, session: str) -> None:
    one = "ema of 12 with yesterday 0.21 and today iv 0.25"
    assert not last(warmed, session, one, "so macd?").results
    assert not last(warmed, session, "and the 26 one, yesterday 0.205", "what is macd used for").results


@pytest.mark.parametrize(
    "text",
    ["spx went 4500 4510 4525 4530, divergence?", "index went 4500 to 4530 and then 4510 to 4550, is there a divergence"],
)
def test_values_of_the_index_alone_are_no_breadth(warmed: Assistant, session: str, text: str) -> None:
    assert not last(warmed, session, text).results


def test_both_lines_still_diverge(warmed: Assistant, session: str) -> None:
    (found,) = last(warmed, session, "spx 4700 4800, ad line 900 850. divergence?").results
    assert (found.inputs["line_before"], found.inputs["line_now"]) == (900.0, 850.0)


@pytest.mark.parametrize(
    ("first", "then", "changed"),
    [
        (TENORS, "22 days instead of 23", {"days": [22.0, 37.0]}),
        (TENORS, "swap: 22 days instead of 23", {"days": [22.0, 37.0]}),
        (TENORS, "what if the second is 25%", {"ivs": [0.22, 0.25]}),
        (DELTAS, "what if the second is 25", {"ivs": [0.26, 0.25]}),
        (DELTAS, "make the first 27%", {"ivs": [0.27, 0.24]}),
    ],
)
def test_a_quote_is_edited(warmed: Assistant, session: str, first: str, then: str, changed: dict[str, list[float]]) -> None:
    (found,) = last(warmed, session, first, then).results
    assert {k: list(found.inputs[k]) for k in changed} == changed


def test_a_number_that_may_be_either_edits_nothing(warmed: Assistant, session: str) -> None:
    assert not last(warmed, session, TENORS, "what if the second is 30").results


@pytest.mark.parametrize("then", ["add one more day 1700 1100", "add 1700/1100", "add 1700 and 1100"])
def test_a_further_day_of_breadth(warmed: Assistant, session: str, then: str) -> None:
    (found,) = last(warmed, session, BREADTH, then).results
    assert (list(found.inputs["advances"])[-1], list(found.inputs["declines"])[-1]) == (1700.0, 1100.0)


@pytest.mark.parametrize(("text", "fell"), [("after a drop of 0.8", True), ("after a gain of 0.8", False)])
def test_a_fall_beside_another_calculation_is_one(warmed: Assistant, session: str, text: str, fell: bool) -> None:
    pivots = "highs: index 5,120 and 5,205; a-d 33,400 and 33,900. confirmed or divergent?"
    found = last(warmed, session, f"{pivots} rsi of vix fut {text} with avg gain 0.5 and loss 0.6?").results
    assert [r.tool for r in found] == ["two_pivots", "rsi_step"]
    assert found[1].inputs["change"] == (-0.8 if fell else 0.8)


@pytest.mark.parametrize(
    ("then", "change"), [("and the next day +0.5", 0.5), ("then down 0.5", -0.5), ("next day it falls 0.5", -0.5)]
)
def test_an_rsi_goes_on_from_the_averages_that_the_bar_left(warmed: Assistant, session: str, then: str, change: float) -> None:
    first = "rsi 14 previous avg gain 0.6 avg loss 0.4, today -1.2"
    (found,) = last(warmed, session, first, then).results
    gain, loss = 13 * 0.6 / 14, (13 * 0.4 + 1.2) / 14
    assert (found.inputs["average_gain"], found.inputs["average_loss"]) == (round(gain, 6), round(loss, 6))
    assert found.inputs["change"] == change


def test_another_change_of_the_same_bar_starts_where_that_did(warmed: Assistant, session: str) -> None:
    first = "rsi 14 previous avg gain 0.6 avg loss 0.4, today -1.2"
    (found,) = last(warmed, session, first, "what if today was -0.5").results
    assert (found.inputs["average_gain"], found.inputs["change"]) == (0.6, -0.5)


@pytest.mark.parametrize("then", ["and then .03 .034", "then .03 and .034", "after that .03 / .034"])
def test_a_bar_that_follows_stands_after_the_last_one(warmed: Assistant, session: str, then: str) -> None:
    (found,) = last(warmed, session, "macd line .05 signal .03", "next day .04 and .035", then).results
    bar = {k: found.inputs[k] for k in ("macd_before", "signal_before", "macd_now", "signal_now")}
    assert bar == {"macd_before": 0.04, "signal_before": 0.035, "macd_now": 0.03, "signal_now": 0.034}
