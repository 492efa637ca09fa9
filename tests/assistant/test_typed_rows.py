"""Rows typed with blanks, set against their mean, carried on by one value, or too short for a signal, against TA-Lib."""

import numpy as np
import pytest
import talib

from assistant import Assistant
from assistant.understanding.text.quantities import Reading

ROW = [20.58, 20.72, 20.82, 20.88, 20.9, 20.87, 20.8, 20.69, 20.54, 20.37, 20.18, 19.98]


@pytest.mark.parametrize("blank", ["n/a", "nan", "NA", "blank", "(missing)", "--", "-", "?", "null"])
@pytest.mark.parametrize("gap", [", ", "; ", " "])
def test_a_blank_in_a_row_has_its_place_and_no_value(blank: str, gap: str) -> None:
    cells = [str(v) for v in ROW]
    reading = Reading(f"crosses in {gap.join([*cells[:4], blank, *cells[4:9], blank, *cells[9:]])}?")
    assert reading.series == tuple(ROW)
    assert reading.blanks == (5, 11)


def test_an_empty_cell_is_a_blank_and_words_are_none() -> None:
    cells = ", ".join(map(str, ROW))
    assert Reading(cells.replace("20.9,", ",")).blanks == (5,)
    assert Reading(f"none missing: {cells} blank?").blanks == ()
    turned = Reading(f"newest first: {', '.join(map(str, ROW[:3]))}, n/a, {', '.join(map(str, ROW[3:]))}")
    assert (turned.series, turned.blanks) == (tuple(ROW[::-1]), (10,))


def test_what_is_left_out_is_said(warmed: Assistant, session: str) -> None:
    values = [round(20 + np.sin(n / 5), 2) for n in range(48)]
    cells = [*map(str, values[:19]), "n/a", *map(str, values[19:])]
    answer = warmed.ask(f"macd crosses, one is missing: {', '.join(cells)}", session)
    line = (talib.EMA(np.array(values), 12) - talib.EMA(np.array(values), 26))[25:]
    last = answer.results[0].latest  # type: ignore[attr-defined]
    assert (last["macd"], last["signal"]) == pytest.approx((line[-1], talib.EMA(line, 9)[-1]))
    assert "1 value is missing, at point 20 of the row, and dropped, not filled with 0: 48 usable values" in answer.text


@pytest.mark.parametrize(
    ("asked", "last", "mean"),
    [
        ("is the last one depressed vs their mean: 20.1, 22.3, 21.8, 24, 23.5, 19.9, 21.2, 22.7, 18.6, 17", 17, 21.11),
        ("norm value of the last: 0.31, 0.29, 0.305, 0.27, 0.225 (mean of all five)", 0.225, 0.28),
        ("normalise the latest by the mean of this list 24 22 25 19", 19, 22.5),
        ("put ivs 18, 20, 22, 16: latest over the average of the four?", 16, 19),
    ],
)
def test_the_last_of_a_row_over_its_mean(warmed: Assistant, session: str, asked: str, last: float, mean: float) -> None:
    level = warmed.ask(asked, session).results[-1]
    assert level.tool == "normalised_level"
    assert level.inputs["value"] == last
    assert level.inputs["usual"] == pytest.approx(mean)


@pytest.mark.parametrize(
    ("asked", "span"),
    [
        ("sma of 5: 18, 18.4, 18.2, 18.9, 19 and then the 6th is 19.6. ema?", 5),
        ("5 ema started from the sma of 18 18.4 18.2 18.9 19, next value 19.6", 5),
        ("ema seeded with the mean of 18 18.4 18.2 18.9 19, then 19.6", 5),
        ("ema 5 with a simple mean as the start, 18; 18.4; 18.2; 18.9; 19, next is 19.6", 5),
    ],
)
def test_an_average_started_from_a_mean_and_one_value_more(warmed: Assistant, session: str, asked: str, span: int) -> None:
    (found,) = warmed.ask(asked, session).results
    wanted = talib.EMA(np.array([18, 18.4, 18.2, 18.9, 19, 19.6]), span)[-1]
    assert (found.tool, found.inputs["span"]) == ("ema_of_values", span)
    assert found.mean_seeded == pytest.approx(wanted)  # type: ignore[attr-defined]


def test_a_row_too_short_for_a_signal_has_its_last_macd(warmed: Assistant, session: str) -> None:
    values = [round(20 + np.sin(n / 4), 2) for n in range(30)]
    (found,) = warmed.ask(f"macd crosses in these? {', '.join(map(str, values))}", session).results
    wanted = talib.EMA(np.array(values), 12)[-1] - talib.EMA(np.array(values), 26)[-1]
    assert (found.tool, found.enough_for) == ("first_bars", "macd")  # type: ignore[attr-defined]
    assert found.last_macd == pytest.approx(wanted)  # type: ignore[attr-defined]
    assert "That is 5 MACD values" in found.summary()


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("200 rows, 12 blank. enough for the macd?", 188),
        ("have 40 days of iv, 7 of them missing. can i get a signal", 33),
        ("i only have 50 values and 3 are n/a, enough for a histogram?", 47),
    ],
)
def test_blank_rows_do_not_count(warmed: Assistant, session: str, asked: str, given: int) -> None:
    (found,) = warmed.ask(asked, session).results
    assert (found.tool, found.inputs["given"], found.inputs["signal"]) == ("first_bars", given, 9)


@pytest.mark.parametrize(
    ("asked", "price"),
    [
        ("front and second both 20.15", 20.15),
        ("m1 and m2 both at 18.4, contango?", 18.4),
        ("vx1 and vx2 trade at the same 17.25", 17.25),
    ],
)
def test_two_futures_at_one_price_are_flat(warmed: Assistant, session: str, asked: str, price: float) -> None:
    (found,) = warmed.ask(asked, session).results
    assert (found.tool, found.inputs["curve"]) == ("term_structure", [price, price])
    assert "Flat" in found.summary()


@pytest.mark.parametrize(
    ("asked", "before", "now"),
    [
        ("macd and signal both 0.08 yesterday, today 0.10 and 0.084. cross?", (0.08, 0.08), (0.10, 0.084)),
        ("yesterday macd -.04 sig -.03, today -.01 sig -.026, norm level .92, tranche?", (-0.04, -0.03), (-0.01, -0.026)),
    ],
)
def test_two_bars_of_both_lines(
    warmed: Assistant, session: str, asked: str, before: tuple[float, float], now: tuple[float, float]
) -> None:
    (found,) = warmed.ask(asked, session).results
    assert (found.inputs["macd_before"], found.inputs["signal_before"]) == before
    assert (found.inputs["macd_now"], found.inputs["signal_now"]) == now


@pytest.mark.parametrize(
    "asked",
    [
        "signal was 0.15 and macd today 0.32, new 9 period signal?",
        "signal stands at 0.15, MACD prints 0.32, weight of the newest bar 0.2",
        "sig 0.15, macd 0.32, alpha 0.2: next signal?",
        "signal 0.15, macd 0.32: new signal and histogram",
    ],
)
def test_a_signal_moved_on_comes_with_its_histogram(warmed: Assistant, session: str, asked: str) -> None:
    step, gap = warmed.ask(asked, session).results
    # 0.15 + 0.2 × 0.17 = 0.184; 0.32 − 0.184 = 0.136
    assert (step.inputs["span"], step.value) == (9, pytest.approx(0.184))  # type: ignore[attr-defined]
    assert gap.histogram == pytest.approx(0.136)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "index", "line"),
    [
        ("net advances 420 -310 150 -890 60, spx 6700 6710 6722 6735 6741. read it", (6700, 6741), (420, -570)),
        ("spx 5800 5825 5840, adv/dec 1650/1290, 1100/1880, 1200/1700. divergence?", (5800, 5840), (360, -920)),
        ("net adv +300, -200, -450 with the index at 5900, 5912, 5930: a/d line and verdict", (5900, 5930), (300, -350)),
    ],
)
def test_an_ad_line_with_the_index_of_the_same_days(
    warmed: Assistant, session: str, asked: str, index: tuple[float, float], line: tuple[float, float]
) -> None:
    breadth, pivots = warmed.ask(asked, session).results
    assert (breadth.tool, pivots.tool) == ("advance_decline", "two_pivots")
    assert (pivots.inputs["index_before"], pivots.inputs["index_now"]) == index
    assert (pivots.inputs["line_before"], pivots.inputs["line_now"]) == line
