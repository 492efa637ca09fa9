import numpy as np
import pandas as pd
import pytest
import talib
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tools import ToolError, rsi, rsi_extreme

CLIMB = pd.Series([50.0, 49, 50, 49, 50, 49, *range(50, 80), *range(79, 60, -1)], index=pd.date_range("2024-01-01", periods=55))


def test_a_hand_calculation_with_period_two():
    # Changes +2, −1, +1. First averages: gain (2 + 0)/2 = 1, loss (0 + 1)/2 = 0.5: RSI 100·1/1.5 = 66.67.
    # Then gain (1 + 1)/2 = 1, loss (0.5 + 0)/2 = 0.25: RSI 100·1/1.25 = 80.
    assert rsi([10, 12, 11, 12], 2).tolist()[2:] == pytest.approx([200 / 3, 80.0])
    assert rsi([10, 12, 11, 12], 2).isna().tolist() == [True, True, False, False]


@pytest.mark.shared
def test_agrees_with_talib_on_real_prices(shared):
    close = pd.read_csv(shared / "data/quotes/default.csv")["close"]
    np.testing.assert_allclose(rsi(close), talib.RSI(close, 14), rtol=0, atol=1e-9)


@pytest.mark.shared
def test_differs_knowingly_from_the_worksheet_that_starts_from_zero_averages(shared):
    sheet = pd.read_csv(shared / "data/known-answers/cs-rsi.csv")
    ours = rsi(sheet["Close"])
    change = sheet["Close"].diff().iloc[1:]
    gain, loss = [0.0], [0.0]
    for c in change:
        gain.append((13 * gain[-1] + max(c, 0)) / 14)
        loss.append((13 * loss[-1] + max(-c, 0)) / 14)
    theirs = 100 * np.array(gain) / (np.array(gain) + np.array(loss) + 1e-300)
    known = sheet["RSI"].notna()
    np.testing.assert_allclose(sheet["RSI"][known], theirs[known], atol=1e-4)
    # Wilder starts from the mean of the first 14 changes; the sheet's zero start still shows by over a point at the end.
    assert abs(ours.iloc[14] - theirs[14]) > 1
    np.testing.assert_allclose(ours.iloc[14:], talib.RSI(sheet["Close"], 14).iloc[14:], atol=1e-9)


def test_a_flat_series_has_no_rsi_and_that_is_said():
    assert rsi([5.0] * 40).isna().all()
    result = rsi_extreme([5.0] * 40)
    assert np.isnan(result.latest)
    assert not result.extreme
    assert "undefined" in result.summary()
    assert result.to_dict()["latest"] is None


def test_only_rises_make_100_and_only_falls_make_0():
    assert rsi(np.arange(40.0)).iloc[-1] == 100.0
    assert rsi(-np.arange(40.0)).iloc[-1] == 0.0


def test_leading_blanks_only_shift_the_result():
    data = np.sin(np.arange(60.0))
    np.testing.assert_array_equal(rsi(np.r_[[np.nan] * 3, data])[3:], rsi(data))


@given(st.lists(st.integers(-1000, 1000), min_size=16, max_size=200))
@example([-107] + [0] * 15)  # 100 × gain ÷ gain rounds to just above 100
@settings(deadline=None)
def test_it_stays_within_0_and_100_and_mirrors_the_mirrored_series(values):
    there, back = rsi(values), rsi([-v for v in values])
    assert there.dropna().between(0, 100).all()
    pd.testing.assert_series_equal(there, 100 - back, rtol=0, atol=1e-9)


@given(st.lists(st.floats(1, 1000), min_size=16, max_size=200), st.data())
@settings(deadline=None)
def test_a_prefix_gives_the_very_same_past(values, data):
    cut = data.draw(st.integers(15, len(values)))
    pd.testing.assert_series_equal(rsi(values[:cut]), rsi(values)[:cut], check_exact=True)


def test_fewer_than_period_plus_one_values_are_refused():
    assert rsi(np.arange(15.0)).notna().sum() == 1
    with pytest.raises(ToolError, match="at least 15"):
        rsi(np.arange(14.0))


def test_stretches_above_the_line_are_dated():
    result = rsi_extreme(CLIMB)
    above = result.rsi > 70
    rise = [d for d, now, before in zip(CLIMB.index, above, [False, *above[:-1]], strict=True) if now and not before]
    assert result.events.loc[result.events["kind"] == "above", "date"].tolist() == rise
    assert len(rise) == 1
    assert result.bars_above == above.sum()
    assert str(rise[0].date()) in result.summary()
    assert "does not say how to adjust" in result.summary()


def test_the_line_and_the_period_are_parameters_with_provenance():
    result = rsi_extreme(CLIMB, period=5, above=80)
    assert {a.name: (a.value, a.provenance) for a in result.assumptions} == {
        "rsi_above": (80.0, "assumption"),
        "rsi_period": (5, "assumption"),
    }
    assert {a.provenance for a in rsi_extreme(CLIMB).assumptions} == {"stated", "convention"}


def test_the_picture_shows_the_line():
    figure = rsi_extreme(CLIMB).figure()
    assert figure.layout.shapes[0].y0 == 70
    assert figure.layout.yaxis.range == (0, 100)


def test_one_rise_above_the_line_is_told_as_one():
    assert "It rose above 70 once, at point 15;" in rsi_extreme(list(range(1, 40))).summary()


@pytest.mark.parametrize("seed", [1, 2])
def test_the_averages_behind_the_last_rsi_give_it_and_the_first_is_that_of_talib(seed):
    closes = 20 + np.random.default_rng(seed).normal(0, 1, 30).cumsum()
    found = rsi_extreme(closes, 14)
    assert 100 - 100 / (1 + found.average_gain / found.average_loss) == pytest.approx(found.latest)
    assert found.first == pytest.approx(talib.RSI(closes, 14)[14])
    assert f"The first RSI, at point 15, is {found.first:.2f}" in found.summary()


def test_the_averages_of_a_hand_worked_row_are_told_and_no_first_where_it_is_the_last():
    # moves −0.25 +0.35 −0.5 −0.3 +0.25 … : gains sum to 1.40, losses to 3.30, over 14 changes
    closes = [19.8, 19.55, 19.9, 19.4, 19.1, 19.35, 18.8, 18.95, 18.5, 18.2, 18.6, 18.35, 18, 18.25, 17.9]
    found = rsi_extreme(closes)
    assert (found.average_gain, found.average_loss) == (pytest.approx(1.4 / 14), pytest.approx(3.3 / 14))
    assert "average gain 0.1000, average loss 0.2357" in found.summary()
    assert "The first RSI" not in found.summary()


def test_the_averages_of_a_long_series_are_left_to_the_working():
    found = rsi_extreme(20 + np.sin(np.arange(300)))
    assert found.average_gain is None
    assert "average gain" not in found.summary()


def test_the_first_rsi_tells_its_gains_and_losses():
    # gains 0.5 + 0.7 = 1.2, losses 0.4; 1.2/0.4 = 3
    told = rsi_extreme([20, 20.5, 20.1, 20.8], period=3).summary()
    assert "(RS 3.0000): gains of 1.20 and losses of 0.40 in 3 changes" in told
