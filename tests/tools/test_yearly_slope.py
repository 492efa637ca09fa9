import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import term_structure, yearly_slope

PRICE = st.integers(900, 6000).map(lambda n: n / 100)


def test_by_hand():
    # 16.6/14.9 − 1 = 0.114094; × 365/33 = 1.261948
    found = yearly_slope(14.9, 16.6, 33)
    assert found.slope == pytest.approx(0.1140940)
    assert found.by_year == pytest.approx(1.261948, abs=1e-6)


@given(PRICE, PRICE, st.integers(1, 365))
def test_the_slope_is_that_of_the_curve(front, second, days):
    found = yearly_slope(front, second, days)
    assert found.slope == pytest.approx(term_structure([front, second]).slope)
    assert yearly_slope(front, second, 365).by_year == pytest.approx(found.slope)
