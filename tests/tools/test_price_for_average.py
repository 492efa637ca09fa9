import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, price_for_average, staged_cost


def test_the_last_third_by_hand():
    # (65 + 35) × 0.80 − 65 × 0.92 = 80 − 59.8 = 20.2; 20.2 / 35 = 0.5771
    found = price_for_average(0.92, 65, 35, 0.80)
    assert found.price == pytest.approx(0.577142857, rel=1e-9)
    assert (found.whole, found.spent, found.rest) == pytest.approx((80, 59.8, 20.2))
    assert "(100 × 0.80 − 65 × 0.92) / 35 = 20.2 / 35 = 0.5771" in found.summary()


def test_an_average_may_be_aimed_higher_too():
    # (4 + 4) × 1.00 − 4 × 0.80 = 8 − 3.2 = 4.8; 4.8 / 4 = 1.20
    assert price_for_average(0.80, 4, 4, 1.00).price == pytest.approx(1.20)


def test_what_no_price_brings_is_refused_with_what_there_is():
    # 65 × 0.92 / 100 = 0.598: where the last 35 cost nothing
    with pytest.raises(ToolError, match=r"aim.*0\.598"):
        price_for_average(0.92, 65, 35, 0.5)


@pytest.mark.parametrize("given", [(0, 1, 1, 1), (1, 0, 1, 1), (1, 1, -1, 1), (1, 1, 1, 0), (1, float("nan"), 1, 1)])
def test_nothing_is_bought_for_nothing(given):
    with pytest.raises(ToolError):
        price_for_average(*given)


@given(st.floats(0.01, 100), st.integers(1, 1000), st.integers(1, 1000), st.floats(0.01, 100))
def test_it_undoes_the_average(price: float, units: int, more: int, average: float):
    aim = staged_cost([(average, units), (price, more)]).average
    assert price_for_average(average, units, more, aim).price == pytest.approx(price, rel=1e-6, abs=1e-6)
