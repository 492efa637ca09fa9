"""Lines told in few words: gaps between MACD and signal, sums of gains, a seed with one value more, a series that stood."""

from typing import Any

import pytest

from assistant.understanding.composed.several import calculations
from assistant.understanding.text.quantities import Reading


def asked_for(text: str) -> list[tuple[str, dict[str, Any]]]:
    return [(one.call.tool, dict(one.call.arguments)) for one in calculations(Reading(text))]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("yesterday macd under sig by .02, today both 0.05 exactly. counts?", [-0.02, 0]),
        ("macd was over its signal by .03 yesterday, today it is under by .01. cross?", [0.03, -0.01]),
        ("the macd line was .04 below the signal, today both are at .11, trigger?", [-0.04, 0]),
        ("today macd is above the signal by 0.02, yesterday both were equal", [0, 0.02]),
    ],
)
def test_bars_told_by_the_gap_of_their_lines(text: str, values: list[float]) -> None:
    assert asked_for(text) == [("histogram_bars", {"values": values})]


def test_both_lines_with_their_own_values_are_no_gap() -> None:
    ((tool, _),) = asked_for("macd .05 and signal .05 today, yesterday macd .03 signal .05")
    assert tool == "macd_cross"


@pytest.mark.parametrize(
    ("text", "gain", "loss"),
    [  # each sum over the number of changes: 8.4/14 = 0.6, 2.1/14 = 0.15
        ("14 bars on VX: gains sum to 8.4, losses sum to 2.1. above 70?", 0.6, 0.15),
        ("gains totalled 6.3 and losses totalled 4.2 over 14 closes of the VX, is that over 70", 0.45, 0.3),
        ("wilder, 10 days: losses total .8, gains total 2.4", 0.24, 0.08),
        ("rsi when gains add up to 9 and losses add up to 3", 9, 3),
    ],
)
def test_an_rsi_of_the_sums_of_its_moves(text: str, gain: float, loss: float) -> None:
    assert asked_for(text) == [("rsi_value", {"average_gain": gain, "average_loss": loss})]


def test_what_trades_made_and_lost_is_no_rsi() -> None:
    assert not asked_for("my gains sum to 8400 and losses to 2100 on 70 trades, how am i doing")


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("multiplier for the 12, 26 and 9 ema?", [12, 26, 9]),
        ("what multipliers do the 8, 17 and 9 emas use", [8, 17, 9]),
        ("ema multiplier for 5/35", [5, 35]),
    ],
)
def test_the_weights_of_several_averages(text: str, spans: list[int]) -> None:
    assert asked_for(text) == [("smoothing_constant", {"span": span}) for span in spans]


def test_the_multiplier_of_a_contract_is_no_weight() -> None:
    assert all(tool != "smoothing_constant" for tool, _ in asked_for("what is the multiplier on 12 vx and 26 minis"))


@pytest.mark.parametrize(
    "text",
    [
        "1620 up 1310 down 95 unchanged, what gets added to the line",
        "1,620 issues up and 1,310 issues down, 95 flat. net?",
    ],
)
def test_issues_up_and_down(text: str) -> None:
    assert asked_for(text) == [("advance_decline", {"advances": [1620], "declines": [1310]})]


@pytest.mark.parametrize("words", ["and the value after 19.1 comes in", "then the next is 19.1", "the day after is 19.1"])
def test_a_seed_and_one_value_more(words: str) -> None:
    ((tool, arguments),) = asked_for(f"seed for ema4 from these: 18.0 18.2 18.1 17.9, {words}")
    assert (tool, arguments["values"], arguments["span"]) == ("ema_of_values", [18.0, 18.2, 18.1, 17.9, 19.1], 4)


@pytest.mark.parametrize("stood", ["sat at exactly", "stood at", "stayed at", "was parked at"])
def test_a_series_that_stood_still(stood: str) -> None:
    ((tool, arguments),) = asked_for(f"put iv {stood} 20 for 60 days. macd?")
    assert (tool, arguments["levels"], arguments["lengths"]) == ("macd_of_stretches", [20], [60])
