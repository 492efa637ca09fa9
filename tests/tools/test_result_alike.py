"""Results side by side and in a notebook: equal where inputs and figures are, whatever a field holds; dollars stay dollars."""

import copy
import pickle

import numpy as np
import pandas as pd
import pytest

from tools import ToolError, black76, butterfly, irr, load_table, macd_trigger

SERIES = pd.Series(18 + np.sin(np.arange(300) / 9), pd.bdate_range("2020-01-01", periods=300))


def test_results_with_frames_are_compared_whole() -> None:
    result = macd_trigger(SERIES)
    other = SERIES.copy()
    other.iloc[150] += 0.001
    assert result == copy.deepcopy(result) == pickle.loads(pickle.dumps(result)) == macd_trigger(SERIES.copy())
    assert result != macd_trigger(other)
    assert result != 5


def test_results_of_numbers_and_arrays_are_compared() -> None:
    assert butterfly(25, 30, 35, 0.85) == butterfly(25.0, 30.0, 35.0, 0.85)
    assert butterfly(25, 30, 35, 0.85) != butterfly(25, 30, 35, 0.86)
    assert irr([100, 200]) == irr([100, 200])
    assert black76(np.array([20.0, 21]), 25, 0.1, 0.9) == black76(np.array([20.0, 21]), 25, 0.1, 0.9)
    assert black76(np.array([20.0, 21]), 25, 0.1, 0.9) != black76(np.array([20.0, 22]), 25, 0.1, 0.9)


def test_a_notebook_takes_no_two_dollars_for_a_formula() -> None:
    shown = butterfly(25, 30, 35, 0.85)._repr_markdown_()
    assert r"\$85" in shown
    assert shown.replace(r"\$", "$") == butterfly(25, 30, 35, 0.85).explain()


def test_a_number_of_thousands_of_digits_is_refused_in_words() -> None:
    with pytest.raises(ToolError, match="numbers of a usual length"):
        load_table(b'[{"date": "2024-01-01", "vix": ' + b"9" * 5000 + b"}]")


def test_a_table_without_numbers_says_so() -> None:
    table = load_table(b"date,note\n2024-01-01,up\n2024-01-02,down\n")
    with pytest.raises(ToolError, match="this table has none"):
        table.series()
