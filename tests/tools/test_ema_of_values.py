import numpy as np
import pandas as pd
import pytest
import talib
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, ema_of_values


def test_both_starts_by_hand():
    # mean(20; 26; 22) = 22.666667, half way to 25 = 23.833333; from 20: 23, 22.5, 23.75; mean(26; 22; 25) = 24.333333
    found = ema_of_values([20, 26, 22, 25], 3)
    assert found.mean_seeded == pytest.approx(23.8333333)
    assert found.first_seeded == pytest.approx(23.75)
    assert found.simple == pytest.approx(24.3333333)


@given(st.lists(st.floats(1, 90).map(lambda v: round(v, 2)), min_size=5, max_size=40))
def test_the_starts_are_those_of_other_libraries(values):
    found = ema_of_values(values, 5)
    assert found.mean_seeded == pytest.approx(talib.EMA(np.array(values), 5)[-1])
    assert found.first_seeded == pytest.approx(pd.Series(values).ewm(span=5, adjust=False).mean().iloc[-1])
    assert found.simple == pytest.approx(talib.SMA(np.array(values), 5)[-1])


def test_fewer_values_than_the_span_start_from_the_first_alone():
    # alpha = 2/13: 20, 20 + 2/13 × 2 = 20.3077, 20.3077 + 2/13 × (21 − 20.3077) = 20.4142
    found = ema_of_values([20, 22, 21], 12)
    assert found.first_seeded == pytest.approx(20.414201, abs=1e-6)
    assert (found.mean_seeded, found.simple, found.from_mean) == (None, None, ())
    assert "20.00, 20.3077, 20.4142" in found.summary()
    assert "9 too few" in found.summary()
    with pytest.raises(ToolError, match="no values"):
        ema_of_values([], 5)


def test_every_value_on_the_way_is_that_of_other_libraries():
    values = [20.0, 21.0, 19.5, 22.0, 18.0]
    found = ema_of_values(values, 4)
    assert found.from_first == pytest.approx(pd.Series(values).ewm(span=4, adjust=False).mean().tolist())
    assert found.from_mean == pytest.approx(talib.EMA(np.array(values), 4)[3:].tolist())
    assert "alpha = 2/5 = 0.40, from the first value: 20.00, 20.40, 20.04, 20.824" in found.summary()


def test_the_way_of_a_long_list_is_not_told():
    found = ema_of_values(list(range(1, 41)), 4)
    assert len(found.from_first) == 12
    assert "from the first value:" not in found.summary()


def test_the_weights_of_the_values_that_are_there_by_hand_and_in_pandas():
    # alpha 2/13: weights 11/13 and 1 over 24/13, so (11 × 20 + 13 × 23)/24 = 519/24 = 21.625; recursive 20 + 2/13 × 3 = 20.4615
    found = ema_of_values([20, 23], 12, adjust=True)
    assert (found.adjusted, found.first_seeded) == (pytest.approx(21.625), pytest.approx(20.461538, abs=1e-6))
    assert "here 11/24 and 13/24: 21.625" in found.summary()
    values = [18.0, 19.5, 17.2, 20.1, 22.4, 21.0]
    assert ema_of_values(values, 4).adjusted == pytest.approx(pd.Series(values).ewm(span=4, adjust=True).mean().iloc[-1])
    assert "adjust" not in ema_of_values(values, 4).summary()
    assert "adjust=True): " in ema_of_values(values, 4, adjust=True).summary()


def test_the_last_step_is_told_with_its_gap():
    # (10 + 11 + 13) ÷ 3 = 11.3333; 14 − 11.3333 = 2.6667; 11.3333 + 0.5 × 2.6667 = 12.6667
    said = ema_of_values([10, 11, 13, 14], 3).summary()
    assert "The mean of the first 3 values stands at value 3 and starts the average" in said
    assert "11.3333 + 0.5 × (14 − 11.3333) = 12.6667, a gap of 2.6667" in said
    assert "a gap of" not in ema_of_values([10, 11, 13], 3).summary()
