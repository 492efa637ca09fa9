"""Trades of a VIX future told by its two prices, moves of a MACD told by arrows, and further words for small readings."""

from typing import Any

import pytest

from assistant.understanding.composed.several import calculations
from assistant.understanding.framed.calculations import calculation
from assistant.understanding.table.tables import wants_table
from assistant.understanding.text.quantities import Reading

from .asked import computed


@pytest.mark.parametrize(
    ("text", "entry", "leave", "contracts"),
    [
        ("2 vx at 19.2 bought, sold 24.1", 19.2, 24.1, 2),
        ("bought a vx future at 18, closed at 21.5", 18, 21.5, None),
        ("i bought 3 vx at 18 and exited at 16.5", 18, 16.5, 3),
    ],
)
def test_a_future_bought_and_sold(text: str, entry: float, leave: float, contracts: int | None) -> None:
    tool, given = computed(text)
    assert tool == "round_trip"
    assert (given["entry"], given["leave"], given["multiplier"], given.get("contracts")) == (entry, leave, 1000, contracts)


@pytest.mark.parametrize(
    ("text", "side", "entry", "count", "leave", "a_point"),
    [
        ("vxm 5 contracts from 18.3 to 16.9 p&l", "long", 18.3, 5, 16.9, 100),
        ("long 2 vx from 16.20, now 19.05. gain?", "long", 16.2, 2, 19.05, 1000),
        ("bought 3 vix futures 17.5, they're at 15.9 now, loss?", "long", 17.5, 3, 15.9, 1000),
        ("i'm long one mini vix at 20.40 and it went to 27. profit", "long", 20.4, 1, 27, 100),
        ("short 1 vx at 24 covered at 19", "short", 24, 1, 19, 1000),
        ("sold 2 vx at 22.5, now 24. down how much", "short", 22.5, 2, 24, 1000),
    ],
)
def test_a_future_at_another_price(text: str, side: str, entry: float, count: int, leave: float, a_point: float) -> None:
    tool, given = computed(text)
    (leg,) = given["legs"]
    assert (tool, given["settlement"], given["multiplier"]) == ("position", leave, a_point)
    assert (leg["side"], leg["kind"], leg["strike"], leg["quantity"] * given.get("contracts", 1)) == (
        side,
        "future",
        entry,
        count,
    )


@pytest.mark.parametrize(
    "text", ["VX1 18.2 VX2 19.6 contango?", "long 2 VIX futures at 18.5", "notional of one VX future at 19.5?"]
)
def test_what_is_no_trade_of_a_future(text: str) -> None:
    found = calculation(Reading(text))
    assert found is None or "settlement" not in found.call.arguments


def cross(now: float, signal: float, before: float, signal_before: float) -> dict[str, Any]:
    return {"macd_now": now, "signal_now": signal, "macd_before": before, "signal_before": signal_before}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("macd went -0.05 → 0.02 while signal -0.01 → 0.00", cross(0.02, 0, -0.05, -0.01)),
        ("macd from .10 to .06, signal .07 -> .065", cross(0.06, 0.065, 0.1, 0.07)),
        ("MACD .05 vs .06 signal, was .03 vs .06", cross(0.05, 0.06, 0.03, 0.06)),
        ("macd .26 sig .25, was .21 and .24", cross(0.26, 0.25, 0.21, 0.24)),
    ],
)
def test_a_move_of_both_lines(text: str, wanted: dict[str, Any]) -> None:
    assert computed(text) == ("macd_cross", wanted)


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("what's the weight of the newest value in a 26 period ema", ("smoothing_constant", {"span": 26})),
        (
            "14 period rsi avg gain .50, next gain of .90, new avg gain?",
            ("wilder_step", {"previous": 0.5, "value": 0.9, "period": 14}),
        ),
        (
            "a/d: 1200 up 1800 down on a line of 5000",
            ("advance_decline", {"advances": [1200.0], "declines": [1800.0], "start": 5000.0}),
        ),
        ("26 ema yesterday 22.10, today's 10d put iv 24.00", ("ema_step", {"previous": 22.1, "value": 24.0, "span": 26})),
        (
            "front 16 back 16.8, 30 days between, annualised roll?",
            ("yearly_slope", {"front": 16.0, "second": 16.8, "days": 30}),
        ),
        ("rs = 2.5, rsi?", ("rsi_value", {"average_gain": 2.5, "average_loss": 1.0})),
        ("k for a 12 day ema", ("smoothing_constant", {"span": 12})),
        ("34 bars ok for signal?", ("first_bars", {"given": 34})),
        (
            "a/d line 12,000 -> up 2000 down 900 today then up 700 down 2100",
            ("advance_decline", {"advances": [2000.0, 700.0], "declines": [900.0, 2100.0], "start": 12000.0}),
        ),
        ("fly body at 30 wings 4 wide, 0.70", ("butterfly", {"lower": 26.0, "body": 30.0, "upper": 34.0, "debit": 0.7})),
        ("15 flies total, 30% start. how many", ("tranche_units", {"planned": 15, "first": 0.3})),
    ],
)
def test_small_readings_in_other_words(text: str, call: tuple[str, dict[str, Any]]) -> None:
    assert computed(text) == call


@pytest.mark.parametrize("text", ["what backwardation size activates layer one", "which size has the first tranche"])
def test_the_size_of_a_thing_is_no_order_to_size_layers(text: str) -> None:
    assert calculation(Reading(text)) is None


def test_calls_named_once_for_all_strikes() -> None:
    (found,) = calculations(Reading("calls 25 at 2.1, 30 at 1.2, 35 at .7, fly price?"))
    # 2.1 − 2 × 1.2 + 0.7 = 0.4
    assert found.call.arguments == {"lower": 25.0, "body": 30.0, "upper": 35.0, "debit": 0.4}


@pytest.mark.parametrize("text", ["histogram is .05 and macd .20, so signal?", "hist .05, signal at .2"])
def test_a_histogram_beside_another_line_is_no_row_of_bars(text: str) -> None:
    found = calculation(Reading(text))
    assert found is None or found.call.tool != "histogram_bars"


@pytest.mark.parametrize("bars", [10, 24, 33])
def test_a_pasted_series_too_short_for_a_signal(bars: int) -> None:
    row = ", ".join(f"{17 + n / 10:.1f}" for n in range(bars))
    tool, arguments = computed(f"macd of these: {row}")
    assert tool == "first_bars"
    # From 26 values on the MACD line has one.
    assert len(arguments["values"]) == bars if bars >= 26 else arguments == {"given": bars}
    assert computed(f"macd of these: {row}, 22.5" + ", 22.6" * (34 - bars))[0] == "macd_trigger"


def test_a_series_is_a_histogram_only_where_it_is_called_one() -> None:
    row = ", ".join(f"{20 + n / 10:.1f}" for n in range(40))
    assert computed(f"60 weekly pts of put iv, give me macd + histogram: {row}")[0] == "macd_trigger"
    assert computed(f"histogram values: {row}")[0] == "histogram_bars"
    assert len(computed(" / ".join(row.split(", ")) + " crosses?")[1]["series"]) == 40


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("why's my ema different from excel's", False),
        ("i have daily ivs in excel, whats next", True),
        ("if i add 5 points to every value of the iv series does the macd change", False),
    ],
)
def test_a_file_is_meant_only_where_it_is_to_be_read(text: str, wanted: bool) -> None:
    assert wants_table(Reading(text)) is wanted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "vx futures log: bought 1 @ 17.85, sold @ 21.40; bought 2 @ 19.10, sold @ 18.25. net $",
            {"entries": [17.85, 19.1], "leaves": [21.4, 18.25], "contracts": [1, 2], "multiplier": 1000.0},
        ),
        (
            "VX trades: bought 3 at 16.20 sold at 19.05, shorted 2 at 24.10 covered at 19.60. total?",
            {"entries": [16.2, 24.1], "leaves": [19.05, 19.6], "contracts": [3, -2], "multiplier": 1000.0},
        ),
        (
            "my fly log: bought 2 @ .85, sold @ 1.60; bought 4 @ .70, sold @ .35. net?",
            {"entries": [0.85, 0.7], "leaves": [1.6, 0.35], "contracts": [2, 4], "multiplier": 100.0},
        ),
    ],
)
def test_a_log_of_closed_trades(text, told):
    (found,) = calculations(Reading(text))
    assert (found.call.tool, dict(found.call.arguments)) == ("trade_log", told)


@pytest.mark.parametrize(
    "text",
    [
        "bought 1 vx at 17.85, sold at 21.40",
        "half of my vx futures bought at 18 sold at 21, the rest bought at 19 sold 20",
        "bought 2 flies at 0.8 and bought 3 at 1.1, avg?",
        "bought 3 flies at 0.80, sold 1 at 1.50 and 2 at 2.10. profit?",
    ],
)
def test_what_is_no_log(text):
    assert all(c.call.tool != "trade_log" for c in calculations(Reading(text)))
