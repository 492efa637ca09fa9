import numpy as np
import pandas as pd
import pytest
import talib
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from tools import ToolError, ema, macd

SPANS = (12, 26, 9)


def witness_ema(values: pd.Series, span: int, seed: str) -> pd.Series:
    """pandas' own recursion, started by hand from the mean of the first `span` values or from the first value."""
    if seed == "first":
        return values.ewm(span=span, adjust=False).mean()
    started = values.iloc[span - 1 :].copy()
    started.iloc[0] = values.iloc[:span].mean()
    return started.ewm(span=span, adjust=False).mean().reindex(values.index)


def witness_macd(values: pd.Series, seed: str) -> pd.DataFrame:
    fast, slow, signal = SPANS
    line = witness_ema(values, fast, seed) - witness_ema(values, slow, seed)
    average = witness_ema(line.dropna(), signal, seed).reindex(values.index)
    return pd.DataFrame({"macd": line, "signal": average, "histogram": line - average})


@pytest.fixture(scope="session")
def spy(shared) -> pd.Series:
    return pd.read_csv(shared / "data/quotes/default.csv", index_col="date", parse_dates=True)["close"]


@pytest.mark.shared
@pytest.mark.parametrize("seed", ["sma", "first"])
def test_agrees_with_pandas_on_every_bar_from_34_on(spy, seed):
    ours = macd(spy, seed=seed).iloc[33:]
    pd.testing.assert_frame_equal(ours, witness_macd(spy, seed).iloc[33:], rtol=0, atol=1e-9)


@pytest.mark.shared
def test_agrees_with_talib_built_from_its_own_averages(spy):
    # talib.MACD starts its fast average late, at the slow one's first bar; built from talib.EMA nothing is shifted.
    line = talib.EMA(spy, 12) - talib.EMA(spy, 26)
    signal = talib.EMA(line.dropna(), 9).reindex(spy.index)
    ours = macd(spy)
    np.testing.assert_allclose(ours["macd"].iloc[25:], line.iloc[25:], rtol=0, atol=1e-9)
    np.testing.assert_allclose(ours["signal"].iloc[33:], signal.iloc[33:], rtol=0, atol=1e-9)


@pytest.mark.shared
def test_agrees_with_talibs_own_macd_once_its_late_start_has_faded(spy):
    line, signal, histogram = talib.MACD(spy, *SPANS)
    ours = macd(spy).iloc[250:]
    for name, theirs in (("macd", line), ("signal", signal), ("histogram", histogram)):
        np.testing.assert_allclose(ours[name], theirs.iloc[250:], rtol=0, atol=1e-6)


@pytest.mark.shared
def test_agrees_with_the_published_worksheet(shared):
    sheet = pd.read_csv(shared / "data/known-answers/cs-macd.csv")
    ours = macd(sheet["Close"], seed="first")
    # Ten digits are published. Its signal column carries older history, so only the last five rows are comparable.
    np.testing.assert_allclose(ours["macd"].iloc[25:], sheet["MACD_line"].iloc[25:], rtol=0, atol=1e-9)
    np.testing.assert_allclose(ours["signal"].tail(5), sheet["MACD_signal"].tail(5), rtol=0, atol=1e-9)
    np.testing.assert_allclose(ours["histogram"].tail(5), sheet["MACD_diff"].tail(5), rtol=0, atol=2e-9)


def test_a_hand_calculation_with_short_spans():
    # Spans 2, 3, 2 on 2, 4, 6, 8: a = 2/3 and 1/2.
    # EMA2: mean(2, 4) = 3; 3 + 2/3·3 = 5; 5 + 2/3·3 = 7.   EMA3: mean(2, 4, 6) = 4; 4 + 1/2·4 = 6.
    # MACD: 5 − 4 = 1; 7 − 6 = 1.   signal: mean(1, 1) = 1 on the fourth bar.
    out = macd([2, 4, 6, 8], 2, 3, 2)
    assert out["macd"].tolist()[2:] == pytest.approx([1.0, 1.0])
    assert out["signal"].tolist()[3] == pytest.approx(1.0)
    assert out["macd"].isna().tolist() == [True, True, False, False]
    assert out["signal"].isna().tolist() == [True, True, True, False]


@pytest.mark.parametrize("seed", ["sma", "first"])
def test_warm_up_is_blank_until_bars_26_and_34(seed):
    out = macd(np.arange(40.0), seed=seed)
    assert out["macd"].first_valid_index() == 25
    assert out["signal"].first_valid_index() == 33
    assert out["histogram"].first_valid_index() == 33
    assert len(out) == 40


def test_fewer_than_34_values_are_refused_with_both_counts():
    assert len(macd(np.arange(34.0))) == 34
    with pytest.raises(ToolError, match=r"34 values are needed.* and 33 were seen"):
        macd(np.arange(33.0))


def test_the_count_leaves_leading_blanks_out():
    with pytest.raises(ToolError, match="33 were seen"):
        macd([np.nan] * 10 + list(range(33)))


def test_leading_blanks_only_shift_the_result():
    plain = macd(np.sin(np.arange(60.0)))
    shifted = macd(np.r_[[np.nan] * 5, np.sin(np.arange(60.0))])
    np.testing.assert_array_equal(shifted.to_numpy()[5:], plain.to_numpy())
    assert shifted.iloc[:5].isna().all(axis=None)


@pytest.mark.parametrize(("fast", "slow"), [(26, 12), (12, 12)])
def test_fast_must_be_faster_than_slow(fast, slow):
    with pytest.raises(ToolError, match="fast"):
        macd(np.arange(100.0), fast, slow)


@pytest.mark.parametrize("name", ["fast", "slow", "signal"])
@pytest.mark.parametrize("value", [0, -1, 2.5, "12", True, float("nan"), float("inf"), 10**9])
def test_spans_are_whole_numbers_in_range(name, value):
    with pytest.raises(ToolError) as caught:
        macd(np.arange(100.0), **{name: value})
    assert caught.value.parameter == name


def test_an_unknown_seed_is_refused():
    with pytest.raises(ToolError, match="seed"):
        macd(np.arange(100.0), seed="ewm")


def test_all_zeros_have_a_macd_of_zero():
    assert (macd(np.zeros(50)).iloc[33:] == 0.0).all(axis=None)


def test_index_and_attrs_are_kept_and_the_input_is_not_touched():
    series = pd.Series(np.arange(50.0), index=pd.date_range("2024-01-01", periods=50), name="iv")
    series.attrs["call"] = "source"
    before = series.copy(deep=True)
    out = macd(series)
    assert out.index.equals(series.index)
    assert out.attrs == {"call": "source"}
    pd.testing.assert_series_equal(series, before)


values = arrays.arrays(float, st.integers(34, 300), elements=st.floats(-1e6, 1e6, allow_subnormal=False))


@given(values, st.sampled_from(["sma", "first"]))
@settings(max_examples=60, deadline=None)
def test_any_series_agrees_with_the_witness(data, seed):
    theirs = witness_macd(pd.Series(data), seed).iloc[33:]
    pd.testing.assert_frame_equal(macd(data, seed=seed).iloc[33:], theirs, rtol=1e-9, atol=1e-7)


@given(values, st.data(), st.sampled_from(["sma", "first"]))
@settings(max_examples=60, deadline=None)
def test_a_prefix_gives_the_very_same_past(data, draw, seed):
    cut = draw.draw(st.integers(34, len(data)))
    pd.testing.assert_frame_equal(macd(data[:cut], seed=seed), macd(data, seed=seed).iloc[:cut], check_exact=True)


@given(values, st.floats(-1000, 1000))
@settings(max_examples=40, deadline=None)
def test_shifting_the_series_changes_nothing(data, shift):
    pd.testing.assert_frame_equal(macd(data + shift), macd(data), rtol=1e-9, atol=1e-7)


def test_ema_matches_talib():
    data = np.random.default_rng(1).normal(size=500).cumsum()
    np.testing.assert_allclose(ema(data, 20), talib.EMA(data, 20), rtol=0, atol=1e-12)


def test_ema_needs_its_span():
    with pytest.raises(ToolError, match="at least 20"):
        ema([1.0] * 19, 20)
