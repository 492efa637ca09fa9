"""Two conversions in one question, ratios in words, and futures against their index."""

from typing import Any

import pytest

from assistant.understanding.composed.several import calculations
from assistant.understanding.text.quantities import Reading

from .asked import computed


def _calls(text: str) -> list[tuple[str, dict[str, Any]]]:
    return [(c.call.tool, dict(c.call.arguments)) for c in calculations(Reading(text))]


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Which RS corresponds to an RSI of exactly 65, and which RSI corresponds to RS = 1.5?", "ratio first"),
        ("RSI of 65 -> relative strength? and RS 1.5 -> RSI?", "ratio first"),
        ("rs = 1.5 gives rsi? and rsi 65 gives rs?", "value first"),
        ("how big must RS be for RSI 65, and what RSI does RS 1.5 give", "ratio first"),
        ("convert both: rsi 65 to rs, and rs 1.5 to rsi", "ratio first"),
        ("relative strength 1.5 is what rsi, and rsi 65 is what relative strength", "value first"),
    ],
)
def test_an_rsi_and_a_ratio(text: str, order: str) -> None:
    both = [("rsi_ratio", {"rsi": 65.0}), ("rsi_value", {"average_gain": 1.5, "average_loss": 1.0})]
    assert _calls(text) == (both if order == "ratio first" else both[::-1])


@pytest.mark.parametrize(
    ("text", "gain", "loss"),
    [
        ("what's the rsi when gains are twice losses", 2, 1),
        ("gains three times the losses: rsi?", 3, 1),
        ("average losses are 1.5 times the gains, rsi", 1, 1.5),
        ("rsi if gains equal losses?", 1, 1),
        ("no losses at all in 14 days, what is the rsi", 1, 0),
        ("no gains whatsoever for 14 bars: rsi", 0, 1),
        ("seven ups of 1 and seven downs of 0.5 in 14 days: rsi", 0.5, 0.25),
        ("10 up days of 0.7 and 4 down days of 0.35, rsi?", 0.5, 0.1),
    ],
)
def test_gains_against_losses_in_words(text: str, gain: float, loss: float) -> None:
    assert _calls(text) == [("rsi_value", {"average_gain": gain, "average_loss": loss})]


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "C = 1.90 and P = 0.70 at strike 20, T = 0.25 and r = 0. What forward does parity imply, and what if r = 5%?",
            [0, 0.05],
        ),
        ("call 1.9 put 0.7 strike 20 quarter year, forward at 0% and at 4%?", [0, 0.04]),
        ("call 1.9 put 0.7 strike 20, 3 months: implied forward with rates 0, 3% and 5%", [0, 0.03, 0.05]),
    ],
)
def test_a_forward_at_several_rates(text: str, rates: list[float]) -> None:
    given = {"strike": 20.0, "call": [1.9], "put": [0.7], "years": 0.25}
    assert _calls(text) == [("pair_forward", {**given, "rate": rate}) for rate in rates]


@pytest.mark.parametrize(
    ("text", "spot", "future"),
    [
        ("spot 14, front future 15.5: premium in %", 14, 15.5),
        ("spot vix 22, vx1 20.5: backwardated?", 22, 20.5),
        ("the index is 17.4 and the future 19.1. how far apart in points and percent", 17.4, 19.1),
        ("VIX cash 18.2, front contract 19.9; basis?", 18.2, 19.9),
        ("future 21 over spot 19.5, what premium", 19.5, 21),
    ],
)
def test_a_future_against_its_index(text: str, spot: float, future: float) -> None:
    assert computed(text) == ("spot_basis", {"spot": spot, "future": future})


@pytest.mark.parametrize(
    ("text", "deltas", "ivs"),
    [
        ("puts: .09 → 25.8, .13 → 23.4; interpolate to .10", [0.09, 0.13], [0.258, 0.234]),
        (
            "strike 4300 delta -0.07 vol 28.1; strike 4350 delta -0.11 vol 26; what's the ten delta vol",
            [0.07, 0.11],
            [0.281, 0.26],
        ),
    ],
)
def test_quotes_by_delta(text: str, deltas: list[float], ivs: list[float]) -> None:
    tool, given = computed(text)
    assert tool == "iv_at_delta"
    assert {k: v for k, v in given.items() if k != "strikes"} == {"deltas": deltas, "ivs": ivs, "delta": 0.1}


@pytest.mark.parametrize(
    "text",
    [
        "spx made a higher high 5,120 vs 5,080; breadth line peaked 31,400 vs 32,000",
        "price: new high of 5,120 vs 5,080. A/D line 31,400 vs 32,000",
    ],
)
def test_two_highs_told_with_the_newer_first(text: str) -> None:
    known = {"index_before": 5080, "index_now": 5120, "line_before": 32000, "line_now": 31400}
    assert computed(text) == ("two_pivots", known)


def test_a_line_from_a_start_in_words():
    tool, given = computed("The net advances were plus 420, minus 150, from a start of one thousand. Where does the line end?")
    assert (tool, given["start"], given["advances"], given["declines"]) == ("advance_decline", 1000, [420, 0], [0, 150])


@pytest.mark.parametrize(
    ("text", "usual"), [("which iv would be 0.8 of a mean of 24", 24), ("what reading is .8 times the average of 18.5", 18.5)]
)
def test_the_value_at_the_line(text: str, usual: float) -> None:
    assert computed(text) == ("value_at_level", {"usual": usual, "normalised": 0.8})
