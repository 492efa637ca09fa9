"""The compiled recursions give what the plain ones give, to the last bit, and their absence changes nothing else."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import talib

from tools import ToolError, compiled, macd, macd_trigger, rsi
from tools.compiled import LONG

numba = pytest.importorskip("numba")

ROOT = Path(compiled.__file__).parents[1]
RANDOM = np.random.default_rng(7)
WALK = 20 + np.cumsum(RANDOM.normal(0, 0.01, LONG + 50_000))
SERIES = {
    "a walk": WALK,
    "rounded, with ties": np.round(WALK, 1),
    "flat": np.full(LONG, 20.0),
    "flat, then a walk": np.concatenate((np.full(LONG, WALK[0]), WALK)),
    "zeros and ones": RANDOM.integers(0, 2, LONG).astype(float),
    "large": WALK * 1e95,
    "tiny": WALK * 1e-300,
    "with leading blanks": np.concatenate((np.full(500, np.nan), WALK)),
    "falling": np.linspace(1000, 1, LONG),
}


@pytest.fixture
def plainly(monkeypatch):
    """Run something as if numba were not installed."""

    def run(work):
        with monkeypatch.context() as patch:
            patch.setattr(compiled, "_kernels", dict)
            return work()

    return run


@pytest.mark.parametrize("seed", ["sma", "first"])
@pytest.mark.parametrize("values", SERIES.values(), ids=SERIES)
def test_the_macd_is_the_same_to_the_last_bit(plainly, values, seed):
    assert compiled.kernel("macd", len(values)) is not None
    fast, plain = macd(values, seed=seed), plainly(lambda: macd(values, seed=seed))
    np.testing.assert_array_equal(fast.to_numpy(), plain.to_numpy())


@pytest.mark.parametrize("period", [2, 14, 100])
@pytest.mark.parametrize("values", SERIES.values(), ids=SERIES)
def test_the_rsi_is_the_same_to_the_last_bit(plainly, values, period):
    fast, plain = rsi(values, period), plainly(lambda: rsi(values, period))
    np.testing.assert_array_equal(fast.to_numpy(), plain.to_numpy())


@pytest.mark.parametrize(("fast", "slow", "signal"), [(1, 2, 1), (3, 500, 2), (12, 26, 1000)])
def test_other_spans_are_the_same_too(plainly, fast, slow, signal):
    ours, plain = macd(WALK, fast, slow, signal), plainly(lambda: macd(WALK, fast, slow, signal))
    np.testing.assert_array_equal(ours.to_numpy(), plain.to_numpy())


def test_what_comes_later_changes_nothing_on_either_side_of_the_threshold():
    whole, early = macd(WALK), macd(WALK[: LONG - 1])
    np.testing.assert_array_equal(whole.to_numpy()[: LONG - 1], early.to_numpy())
    np.testing.assert_array_equal(rsi(WALK).to_numpy()[: LONG - 1], rsi(WALK[: LONG - 1]).to_numpy())


def test_ta_lib_agrees_on_a_long_series():
    line, signal, histogram = talib.MACD(WALK, 12, 26, 9)
    ours = macd(WALK).to_numpy()[5000:]  # TA-Lib starts its averages elsewhere; that has died away by then
    np.testing.assert_allclose(ours, np.column_stack((line, signal, histogram))[5000:], atol=1e-12)
    np.testing.assert_allclose(rsi(WALK).to_numpy()[14:], talib.RSI(WALK, 14)[14:], atol=1e-8)


def test_series_of_every_layout_are_read_and_left_alone():
    table = np.stack((WALK, WALK), axis=1)
    before = table.copy()
    column = pd.DataFrame(table)[0]
    assert not table[:, 0].flags.c_contiguous
    for values in (table[:, 0], column, pd.Series(WALK).astype("float32").astype("float64")):
        assert len(macd(values)) == len(rsi(values)) == len(WALK)
    np.testing.assert_array_equal(table, before)


def test_the_result_keeps_no_hold_on_the_callers_numbers():
    values = pd.Series(WALK.copy())
    result = macd_trigger(values)
    was = result.inputs["series"].iloc[0]
    values.iloc[0] = -1.0
    values.to_numpy()
    assert result.inputs["series"].iloc[0] == was


def test_a_blank_inside_is_refused_whatever_the_length():
    values = WALK.copy()
    values[70_000] = np.nan
    with pytest.raises(ToolError, match="70001"):
        macd(values)


def test_numba_that_cannot_be_used_is_done_without(monkeypatch, caplog):
    def broken(*_, **__):
        raise RuntimeError("cannot cache function")

    with monkeypatch.context() as patch:
        patch.setattr(numba, "njit", broken)
        compiled._kernels.cache_clear()
        assert compiled.kernel("macd", LONG) is None
        assert "going on without it" in caplog.text
    compiled._kernels.cache_clear()
    assert compiled.kernel("macd", LONG) is not None


@pytest.mark.parametrize(("length", "loaded"), [(LONG - 1, False), (LONG, True)])
def test_numba_is_imported_for_long_series_only(length, loaded):
    code = f"import sys, tools; tools.macd([float(n % 7) for n in range({length})]); print('numba' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == str(loaded)
