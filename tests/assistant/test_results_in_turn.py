"""Results one after the other, the confirming inputs, dated flows and deltas without volatilities, as people type them."""

from typing import Any

import pytest

from assistant import Assistant
from assistant.understanding.composed.several import calculations
from assistant.understanding.filling.brought import From
from assistant.understanding.text.pasted import pasted
from assistant.understanding.text.quantities import Reading

from .asked import computed


def _calls(text: str) -> list[tuple[str, dict[str, Any]]]:
    return [(c.call.tool, dict(c.call.arguments)) for c in calculations(Reading(text))]


@pytest.mark.parametrize(
    "text",
    [
        "settlements 23.4 27.1 31.8 against one 25/30/35 @ .85 each month, running p/l",
        "25/30/35 fly at .85, settles 23.4, 27.1 and 31.8 in three months: cumulative result?",
        "25/30/35 for .85 every month, settled at 23.4, 27.1, 31.8; total pnl",
    ],
)
def test_one_position_settled_again_and_again_is_added_up(text):
    *flies, last = _calls(text)
    assert [given["settlement"] for _, given in flies] == [23.4, 27.1, 31.8]
    assert last == ("running_total", {"amounts": [From("butterfly", "settled", back=n) for n in (2, 1, 0)]})


@pytest.mark.parametrize("text", ["20/25/30 for 1.10 at 22, 25, 29", "25/30/35 at .85 each month, settled at 31"])
def test_settlements_to_choose_from_are_not_added_up(text):
    assert {tool for tool, _ in _calls(text)} == {"butterfly"}


def test_typed_results_are_added_up():
    told = ("running_total", {"amounts": [-85, 125, 235, -85]})
    assert computed("monthly p/l -85, 125, 235, -85: running total") == told
    assert computed("cumulative result of minus 85, 125, 235, minus 85") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "P/E 24.0 to 22.8, P/CF 16.5 to 15.6, reit index 92 to 87.4. confirms?",
            {"names": ["P/E", "P/CF", "REITs"], "before": [24.0, 16.5, 92.0], "now": [22.8, 15.6, 87.4]},
        ),
        (
            "pe ratio fell from 24 to 22.8 and reits dropped to 87.4 from 92, spx 5000 to 5100. lasting?",
            {"names": ["P/E", "REITs"], "before": [24, 92], "now": [22.8, 87.4], "market_before": 5000, "market_now": 5100},
        ),
        (
            "rate differential 1.25% to 1.10% and REER 104 -> 106, does it confirm",
            {"names": ["Rate differential", "REER"], "before": [1.25, 104], "now": [1.1, 106]},
        ),
        ("price to cash flow was 16.5, now 15.6", {"names": ["P/CF"], "before": [16.5], "now": [15.6]}),
    ],
)
def test_confirming_inputs_that_moved(text, told):
    assert computed(text) == ("confirming_moves", told)


@pytest.mark.parametrize("text", ["P/E 24, what does it confirm", "does a P/CF of 15 confirm", "reit etf pays 4.1%"])
def test_one_value_of_an_input_is_no_move(text):
    assert "confirming_moves" not in {tool for tool, _ in _calls(text)}


@pytest.mark.parametrize(
    ("text", "flows"),
    [
        ("dated flows 2025-01-02 -1000, 2025-07-03 -500, 2026-01-02 +1650. annual rate on it", [-1000, -500, 1650]),
        ("i paid 1000 on 2025-01-02 and 500 on 2025-07-03, got 1650 back on 2026-01-02, yearly return?", [-1000, -500, 1650]),
        ("annualised return: 2025-01-02 -1000, 2026-01-02 1100", [-1000, 1100]),
        ("invested 2000 2024-03-01, 2500 on 2025-03-01: rate a year", [-2000, 2500]),
    ],
)
def test_dated_flows_have_a_rate_a_year(text, flows):
    assert pasted(text) is None
    tool, told = computed(text)
    assert (tool, told["cash_flows"]) == ("xirr", flows)


@pytest.mark.parametrize(
    ("text", "deltas", "delta"),
    [
        ("chain has deltas -.14 -.19 -.27 -.35 only (puts), 10 delta vol?", [-0.14, -0.19, -0.27, -0.35], 0.1),
        ("only .14 .19 .27 put deltas quoted, can i get the 10d iv", [0.14, 0.19, 0.27], 0.1),
        ("deltas -.06, -.09, -.12: is the 8 delta bracketed?", [-0.06, -0.09, -0.12], 0.08),
        ("put deltas .15, .18, .25 with ivs 29, 26.2, 22; 10 delta?", [0.15, 0.18, 0.25], 0.1),
    ],
)
def test_deltas_are_held_against_the_one_wanted(text, deltas, delta):
    assert computed(text) == ("delta_bracket", {"deltas": deltas, "delta": delta})


def test_bracketed_quotes_are_interpolated():
    assert computed("put deltas .05, .08, .15 with ivs 29, 26.2, 22; 10 delta?")[0] == "iv_at_delta"


@pytest.mark.parametrize(
    "text",
    [
        "macd -.22 sig -.15, macd -.19 sig -.16, macd -.15 sig -.16, when",
        "sig -.15 macd -.22; sig -.16 macd -.19; sig -.16 macd -.15. where did it cross",
    ],
)
def test_bars_without_names_stand_in_turn(text):
    assert computed(text) == ("macd_lines", {"macd": [-0.22, -0.19, -0.15], "signal": [-0.15, -0.16, -0.16]})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("25d puts 18.2 10d puts 24.1 atm 15.9 skew?", {"put": 0.241, "other": 0.182, "atm": 0.159}),
        ("10d put 24.1 minus 25d put 18.2 skew", {"put": 0.241, "other": 0.182}),
        ("10 delta put 26.4, 10 delta call 14.9, atm 17.2: skew", {"put": 0.264, "other": 0.149, "atm": 0.172}),
    ],
)
def test_skew_between_two_puts_or_a_put_and_a_call(text, told):
    assert computed(text) == ("skew_between", told)


@pytest.mark.parametrize(
    ("text", "curve", "spot"),
    [
        ("vx1 22.4 vx2 21.1 spot 25.6, backwardation and basis", [22.4, 21.1], 25.6),
        ("18.1 spot, vx1 19.4 vx2 20.2", [19.4, 20.2], 18.1),
        ("vix 15.2, front future 16.4, second 17.3", [16.4, 17.3], 15.2),
        ("vix at 22, m1 21.4, m2 20.9 contango?", [21.4, 20.9], 22),
    ],
)
def test_the_index_beside_its_futures_is_no_month(text, curve, spot):
    assert _calls(text) == [
        ("term_structure", {"curve": curve}),
        ("spot_basis", {"spot": spot, "future": curve[0]}),
    ]


def test_a_curve_of_vix_futures_has_no_index_in_it():
    assert _calls("vix curve 16.4 17.5 18.2") == [("term_structure", {"curve": [16.4, 17.5, 18.2]})]


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("rsi readings 64 69 71 73 70 68, when over 70", [64, 69, 71, 73, 70, 68]),
        ("RSI values were 55, 61, 72; extreme?", [55, 61, 72]),
        ("rsi by day: 66 71 74", [66, 71, 74]),
    ],
)
def test_readings_of_an_rsi_are_no_prices(text, readings):
    assert computed(text) == ("rsi_line", {"value": readings[-1], "readings": readings})


def test_prices_for_an_rsi_are_no_readings():
    assert computed("rsi 14 of 20 21 22")[0] == "first_rsi"
    assert computed("rsi(3) 18.2 18.9 18.4 19")[0] == "rsi_extreme"


@pytest.mark.parametrize(
    ("text", "values", "mean"),
    [
        ("decimals .182 .179 .158 .163 mean .19, which below .8", [0.182, 0.179, 0.158, 0.163], 0.19),
        ("iv 18.2 17.9 15.1 14.2 with a mean of 21: which are depressed", [18.2, 17.9, 15.1, 14.2], 21),
    ],
)
def test_several_values_over_one_mean(text, values, mean):
    assert computed(text) == ("depressed_readings", {"values": values, "usual": [mean] * len(values)})


def test_the_mean_of_a_row_is_none_of_its_values():
    found = _calls("is the last one depressed vs their mean: 20.1, 22.3, 21.8, 17")
    assert [tool for tool, _ in found] == ["series_summary", "normalised_level"]


def test_the_shares_of_tranches_are_no_bars():
    tool, told = computed("histogram went -.03 -.01 .02 .05 .04 tranches with 25 then 20")
    assert (tool, told["values"], told["first"]) == ("histogram_bars", [-0.03, -0.01, 0.02, 0.05, 0.04], 0.25)


def _asked(text: str) -> list[tuple[str, dict[str, Any]]]:
    return [(r.tool, dict(r.inputs)) for r in Assistant().ask(text).results]


def test_rows_that_have_names_stay_rows():
    told = {"front": [17.2, 18.9, 22.6], "second": [18.4, 19.2, 21.3]}
    assert _asked("vx1 by day 17.2 18.9 22.6, vx2 18.4 19.2 21.3: contango days?") == [("slopes_by_day", told)]


def test_a_stretch_of_weeks_is_no_usual_level():
    (found,) = _asked("iv 20.1 today vs 52 wk low 14.2 and high 38.5, iv rank")
    assert found == ("range_level", {"value": 20.1, "low": 14.2, "high": 38.5})


@pytest.mark.parametrize("rows", ["dte,iv\n20,18\n48,20", "days vol\n20 18%\n48 20%"])
def test_volatilities_by_their_days_in_rows(rows):
    (found,) = _asked(f"{rows}\n30 day constant")
    assert found == ("iv_at_tenor", {"days": [20, 48], "ivs": [0.18, 0.2], "tenor": 30})
