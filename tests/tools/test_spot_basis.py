import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, spot_basis

PRICE = st.integers(900, 6000).map(lambda n: n / 100)


def test_by_hand():
    found = spot_basis(14, 15.5)  # 1.5 points; 15.5/14 − 1 = 0.107143
    assert (found.basis, found.share) == (1.5, pytest.approx(0.1071429))
    assert "above spot" in found.summary()
    assert "below spot" in spot_basis(22, 20.5).summary()


@given(PRICE, PRICE)
def test_the_share_of_spot_leads_back_to_the_future(spot, future):
    found = spot_basis(spot, future)
    assert spot * (1 + found.share) == pytest.approx(future)
    assert spot + found.basis == pytest.approx(future)


def test_a_price_is_above_zero():
    with pytest.raises(ToolError, match="spot"):
        spot_basis(0, 15)
