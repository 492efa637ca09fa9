import json

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.nasty import GOOD_SERIES, NO_SERIES
from tools import METHOD, ToolError, load_table, macd, macd_trigger

DAYS = pd.date_range("2015-01-01", periods=600, freq="B")
WAVE = pd.Series(20 + 5 * np.sin(np.arange(600) / 20), index=DAYS, name="iv")

# Slow turn at the bottom, then up: one bullish cross. The weekly series comes from a reader's question.
WEEKLY = (
    "18.9 18.91 18.89 18.85 18.79 18.71 18.61 18.49 18.37 18.24 18.11 17.99 17.87 17.75 17.66 17.58 17.52 17.48 17.47 17.48 "
    "17.52 17.58 17.66 17.77 17.89 18.03 18.19 18.35 18.52 18.69 18.86 19.01 19.16 19.3 19.41 19.51 19.58 19.63 19.66 19.66 "
    "19.63 19.59 19.52 19.43 19.33 19.21 19.09 18.96 18.83 18.7 18.58 18.48 18.39 18.31 18.26 18.23 18.22 18.24 18.29 18.35"
)
WEEKLY = [float(v) for v in WEEKLY.split()]


def kinds(result, kind):
    return result.events.loc[result.events["kind"] == kind, "point"].tolist()


def test_a_walk_over_the_bars_finds_the_same_crosses_and_triggers():
    result = macd_trigger(WAVE)
    histogram = macd(WAVE)["histogram"].tolist()
    up, down, expanding = [], [], []
    for i in range(1, len(histogram)):
        before, now = histogram[i - 1], histogram[i]
        if now > 0 and before <= 0:
            up.append(i + 1)
        if now < 0 and before >= 0:
            down.append(i + 1)
        if now > 0 and now > before:
            expanding.append(i + 1)
    assert kinds(result, "trigger") == up
    assert kinds(result, "cross_up") == []
    assert kinds(result, "cross_down") == down
    assert (np.flatnonzero(result.frame["expanding"]) + 1).tolist() == expanding
    assert len(up) >= 4


def test_trigger_is_cross_and_expansion_and_confirmed_adds_the_level():
    frame = macd_trigger(WAVE).frame
    assert frame["trigger"].equals((frame["cross_up"] & frame["expanding"]).rename("trigger"))
    assert frame["confirmed"].equals((frame["trigger"] & frame["depressed"]).rename("confirmed"))
    assert frame["depressed"].equals((frame["normalised"] < 0.8).rename("depressed"))
    assert frame["confirmed"].any()


def test_the_frame_has_the_agreed_columns_and_the_length_of_the_series():
    frame = macd_trigger(WAVE).frame
    agreed = ["value", "normalised", "macd", "signal", "histogram", "cross_up", "expanding", "depressed", "trigger"]
    assert list(frame.columns) == [*agreed, "cross_down", "confirmed"]
    assert frame.index.equals(WAVE.index)
    pd.testing.assert_frame_equal(frame[["macd", "signal", "histogram"]], macd(WAVE), check_exact=True)


def test_events_carry_dates_or_points():
    dated, plain = macd_trigger(WAVE), macd_trigger(WAVE.tolist())
    assert dated.events["date"].tolist() == [DAYS[p - 1] for p in dated.events["point"]]
    assert plain.events["date"].tolist() == plain.events["point"].tolist() == dated.events["point"].tolist()


def test_the_first_bar_with_a_signal_cannot_be_a_cross():
    # Falls, then jumps on bar 34, the first with a signal: above it, but nothing is known of the bar before.
    values = [30.0 - 0.1 * i for i in range(33)] + [40.0, 41.0]
    result = macd_trigger(values)
    assert result.frame["histogram"].iloc[33] > 0
    assert result.events.empty
    assert not result.frame["expanding"].iloc[33]
    assert result.frame["expanding"].iloc[34]


def test_equal_steps_make_rounding_noise_and_no_cross():
    # A straight line has MACD = signal exactly; in floats the histogram flickers around zero.
    for step in (-0.05, 0.1, 0.3):
        result = macd_trigger([24.0 + step * i for i in range(120)])
        assert result.events.empty
        assert result.latest["side"] == "equal"
        assert "rounding noise is not a cross" in result.summary()
        assert "histogram 0.0000" in result.summary()


def test_the_scale_of_the_series_does_not_matter_to_its_crosses():
    points = macd_trigger(WAVE).events["point"].tolist()
    for factor in (1e-9, 0.01, 1e9):
        assert macd_trigger(WAVE * factor).events["point"].tolist() == points


def test_a_readers_weekly_series_under_both_seeds():
    # Figures worked out beforehand with two other libraries.
    result = macd_trigger(WEEKLY)
    assert [round(result.latest[k], 4) for k in ("macd", "signal", "histogram")] == [-0.1845, -0.1105, -0.0741]
    assert kinds(result, "cross_down") == [46]
    other = result.other_seed
    assert [round(v, 4) for v in (other.macd, other.signal, other.histogram)] == [-0.1796, -0.1032, -0.0764]
    assert (other.crosses, other.apart) == ((("down", 45),), (1,))
    text = result.summary()
    assert "MACD -0.1845, signal -0.1105, histogram -0.0741" in text
    assert "down at point 46" in text
    assert "MACD -0.1796, signal -0.1032, histogram -0.0764; crosses: down at point 45" in text
    assert "The seeds disagree on the cross by 1 bar." in text
    assert "not the primary article's bullish trigger" in text
    assert "under 136 values" in text


def test_a_long_series_is_told_without_caution_and_without_the_other_seed():
    result = macd_trigger(WAVE)
    assert result.other_seed is None
    assert "Caution" not in result.summary()
    assert "2015-01-01 to 2017-04-19" in result.summary()


def test_until_the_window_is_full_the_level_is_unknown_and_said_so():
    result = macd_trigger(WAVE.head(100))
    assert result.frame["normalised"].isna().all()
    assert not result.frame["depressed"].any()
    assert "Level: unknown" in result.summary()
    assert "100 values were given" in result.summary()


def test_no_trigger_is_said():
    assert "No bullish trigger" in macd_trigger([float(i) for i in range(40)]).summary()


@pytest.mark.parametrize("scale", ["mean", "median", "max", "minmax", "percentile"])
def test_every_scale_is_named_in_words(scale):
    result = macd_trigger(WAVE, normalise=scale, window=100)
    assert "last 100 bars" in result.summary() or "trailing 100-bar" in result.summary()
    assert any(a.name == "window" and a.value == 100 and a.provenance == "assumption" for a in result.assumptions)


@pytest.mark.parametrize("scale", ["mean", "median", "max", "minmax", "percentile"])
@pytest.mark.parametrize("seed", ["sma", "first"])
def test_a_prefix_gives_the_very_same_past(scale, seed):
    rng = np.random.default_rng(7)
    values = pd.Series(20 * np.exp(np.cumsum(rng.normal(0, 0.05, 500))))
    whole = macd_trigger(values, normalise=scale, seed=seed, window=60)
    for cut in (34, 35, 59, 60, 61, 200, 333, 499):
        part = macd_trigger(values[:cut], normalise=scale, seed=seed, window=60)
        pd.testing.assert_frame_equal(part.frame, whole.frame.iloc[:cut], check_exact=True)
        pd.testing.assert_frame_equal(
            part.events, whole.events[whole.events["point"] <= cut], check_exact=True, check_dtype=False
        )


@given(st.lists(st.floats(0.01, 100), min_size=34, max_size=120), st.data())
@settings(max_examples=60, deadline=None)
def test_no_series_lets_the_future_change_the_past(values, data):
    cut = data.draw(st.integers(34, len(values)))
    part, whole = macd_trigger(values[:cut], window=20), macd_trigger(values, window=20)
    pd.testing.assert_frame_equal(part.frame, whole.frame.iloc[:cut], check_exact=True)


@given(st.lists(st.floats(-100, 100), min_size=34, max_size=150))
@settings(max_examples=60, deadline=None)
def test_crosses_up_and_down_take_turns_unless_the_lines_merge(values):
    frame = macd_trigger(values).frame
    assert not (frame["cross_up"] & frame["cross_down"]).any()
    assert not (frame["expanding"] & (frame["histogram"] <= 0)).any()


@pytest.mark.parametrize("values", GOOD_SERIES.values(), ids=GOOD_SERIES)
def test_every_honest_series_gets_an_answer(values):
    result = macd_trigger(values)
    assert result.summary()
    json.dumps(result.to_dict(), allow_nan=False)
    assert len(result.frame) == len(values)


@pytest.mark.parametrize("values", NO_SERIES.values(), ids=NO_SERIES)
def test_what_is_no_series_is_refused(values):
    with pytest.raises(ToolError) as caught:
        macd_trigger(values)
    assert caught.value.parameter == "series"


def test_all_zeros_answer_without_a_level_or_a_cross():
    result = macd_trigger([0.0] * 300)
    assert result.events.empty
    assert np.isnan(result.latest["normalised"])
    assert "undefined" in result.summary()


def test_small_values_show_enough_decimals():
    text = macd_trigger(WAVE / 100000).summary()
    shown = text.split("MACD ")[2].split(",")[0]
    assert float(shown) == pytest.approx(macd(WAVE / 100000)["macd"].iloc[-1], rel=1e-3)


def test_explain_and_dict_carry_the_disclaimer_and_the_assumptions():
    result = macd_trigger(WAVE)
    assert result.disclaimer in result.explain()
    assert result.to_dict()["disclaimer"] == result.disclaimer
    provenance = {a.name: a.provenance for a in result.assumptions}
    assert provenance["fast"] == provenance["slow"] == provenance["trigger"] == "stated"
    assert provenance["signal"] == provenance["seed"] == provenance["cross"] == "convention"
    assert provenance["normalise"] == provenance["window"] == "assumption"
    assert dict(macd_trigger(WAVE, fast=5).inputs)["fast"] == 5


def test_defaults_are_the_methods():
    assert macd_trigger(WAVE).inputs["depressed_below"] == METHOD.depressed_below.value
    assert [macd_trigger(WAVE).inputs[k] for k in ("fast", "slow", "signal", "window")] == [12, 26, 9, 252]


def test_the_call_reproduces_the_result():
    import tools

    first = macd_trigger(WEEKLY, seed="first", window=20)
    again = eval(first.call, vars(tools))
    assert again.to_dict() == first.to_dict()


def test_the_call_names_the_table_the_series_came_from():
    series = WAVE.copy()
    series.attrs["call"] = "load_table('iv.csv').series('iv')"
    assert macd_trigger(series).call.startswith("macd_trigger(series=load_table('iv.csv').series('iv'), fast=12,")


def test_an_index_that_bears_a_columns_name_still_reports():
    series = WAVE.rename_axis("signal")
    assert "last" in macd_trigger(series).to_dict()["frame"]


def test_the_picture_has_both_panels_and_marks_the_triggers():
    figure = macd_trigger(WAVE).figure()
    names = [trace.name for trace in figure.data]
    assert names[:4] == ["iv", "Histogram", "MACD", "Signal"]
    assert {"Trigger, depressed level", "Cross down"} <= set(names)
    marked = next(t for t in figure.data if t.name.startswith("Trigger, depressed"))
    frame = macd_trigger(WAVE).frame.tail(250)
    assert list(pd.DatetimeIndex(marked.x)) == list(frame.index[frame["confirmed"]])
    assert figure.layout.yaxis2.title.text


def test_a_long_series_draws_its_last_bars_and_says_so():
    figure = macd_trigger(np.tile(WAVE, 3)).figure()
    assert len(figure.data[0].x) == 250
    assert figure.data[0].x[-1] == 1800
    assert "last 250 of 1,800 bars" in figure.layout.title.text


def test_cues_begin_with_the_latest_trigger_or_the_one_asked_for():
    result = macd_trigger(WAVE)
    triggers = result.events.loc[result.events["kind"] == "trigger", "date"]
    assert result.cues()["date"].iloc[0] == triggers.iloc[-1]
    first = result.cues(str(triggers.iloc[0].date()))
    assert first["date"].iloc[0] == triggers.iloc[0]
    assert first["kind"].tolist()[0] == "trigger"
    assert set(first["kind"][1:]) <= {"higher_high"}
    with pytest.raises(ToolError, match="start"):
        result.cues("2001-01-01")


def test_without_a_trigger_there_are_no_cues():
    assert macd_trigger([float(i) for i in range(40)]).cues().empty


@pytest.mark.shared
def test_real_vix_triggers_are_those_of_a_second_implementation(shared):
    close = pd.read_csv(shared / "data/vix/vix-daily.csv", index_col="DATE", parse_dates=True)["CLOSE"]
    result = macd_trigger(close)

    def seeded(x, n):
        y = x.iloc[n - 1 :].copy()
        y.iloc[0] = x.iloc[:n].mean()
        return y.ewm(span=n, adjust=False).mean()

    line = (seeded(close, 12) - seeded(close, 26)).dropna()
    histogram = (line - seeded(line, 9)).dropna()
    crossed = histogram[(histogram > 0) & (histogram.shift(1) <= 0)]
    assert result.events.loc[result.events["kind"] == "trigger", "date"].tolist() == crossed.index.tolist()
    level = close / close.rolling(252).mean()
    depressed = set(crossed.index[level[crossed.index] < 0.8])
    assert set(result.frame.index[result.frame["confirmed"]]) == depressed


@pytest.mark.shared
def test_a_loaded_file_names_itself_in_the_call(shared):
    series = load_table(shared / "data/vix/vix-daily.csv").series("CLOSE")
    assert "load_table(" in macd_trigger(series).call


def test_ten_million_rows_are_answered_without_a_loop_per_row():
    import time

    values = 50 + np.random.default_rng(0).normal(size=10_000_000).cumsum() * 0.01
    began = time.process_time()
    result = macd_trigger(values)
    # A Python loop over the rows would take minutes.
    assert time.process_time() - began < 40
    assert result.bars == 10_000_000


def test_triggers_that_are_not_named_are_counted():
    wave = 20 + 5 * np.sin(np.arange(700) / 15)
    result = macd_trigger(wave)
    points = result.events.loc[result.events["kind"] == "trigger", "date"].tolist()
    assert len(points) > 4
    *rest, a, b, c, last = points
    assert f"the latest at point {last} (before it point {a}, point {b}, point {c} and {len(rest)} earlier)" in result.summary()


def test_triggers_too_early_for_a_level_are_counted_apart():
    result = macd_trigger(20 + 5 * np.sin(np.arange(700) / 15))
    found = result.events[result.events["kind"] == "trigger"]
    early = int((found["point"] < 252).sum())
    assert early
    assert f"; of {early} the level could not be judged." in result.summary()
    assert "could not be judged" not in macd_trigger(20 + 5 * np.sin(np.arange(700) / 15), window=5).summary()


@pytest.mark.parametrize("day", ["2021-01-01", "2021-09-15"])
def test_events_from_a_day_on_are_those_of_the_whole_series(day):
    dates = pd.bdate_range("2020-01-01", periods=600)
    series = pd.Series(20 + 4 * np.sin(np.arange(600) / 11), index=dates)
    whole, told = macd_trigger(series), macd_trigger(series, events_from=day)
    assert list(told.events["date"]) == [d for d in whole.events["date"] if d >= pd.Timestamp(day)]
    assert told.latest == whole.latest
    assert f"from {day} on" in told.summary()
    assert day not in whole.summary()


def test_a_day_to_begin_with_needs_dates():
    with pytest.raises(ToolError, match="events_from"):
        macd_trigger(20 + 4 * np.sin(np.arange(200) / 11), events_from="2024-01-01")


def test_values_as_decimals_are_said_to_scale_and_not_to_move_a_cross():
    points = 18 + 3 * np.sin(np.arange(70) / 7)
    small, large = macd_trigger(points / 100), macd_trigger(points)
    assert small.decimals
    assert not large.decimals
    assert "100 times these, and the crosses are the same" in small.summary()
    assert "100 times" not in large.summary()
    assert small.latest["macd"] * 100 == pytest.approx(large.latest["macd"])
    assert small.events["point"].tolist() == large.events["point"].tolist()


def test_the_last_values_say_since_which_cross_they_stand_so():
    found = macd_trigger(18 + 3 * np.sin(np.arange(70) / 7))
    last = found.events.iloc[-1]
    way = "down" if last["kind"] == "cross_down" else "up"
    assert f"since the cross {way} at point {last['point']}" in found.summary()


def test_the_tallest_bar_is_told_under_both_seeds():
    told = macd_trigger(WEEKLY).summary()
    bars = {seed: macd(WEEKLY, seed=seed)["histogram"].to_numpy()[33:] for seed in ("sma", "first")}
    for row in bars.values():
        assert f"{row.max():.4f} at point {34 + int(row.argmax())}" in told
        assert f"{row[-2]:.4f}" in told


def test_a_short_list_tells_the_histogram_at_its_crosses():
    # 2/4/3, each started from a mean: the first histogram, at point 4 + 3 − 1 = 6, is −0.1485; it turns from −0.0838 at
    # point 7 to +0.1573 at point 8
    told = macd_trigger([20, 20.5, 21, 20, 19, 18.5, 18, 19, 20.5, 22], fast=2, slow=4, signal=3).summary()
    assert "The first, at point 6, is -0.1485." in told
    assert "up at point 8, from -0.0838 to +0.1573." in told


def test_events_from_a_day_of_a_series_without_any():
    dated = pd.Series([20.0 + n for n in range(40)], index=pd.bdate_range("2020-01-02", periods=40))
    assert macd_trigger(dated, events_from="2020-02-03").events.empty
