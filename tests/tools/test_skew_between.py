import pytest

from tools import ToolError, skew_between


def test_by_hand():
    found = skew_between(0.264, 0.149, 0.178)  # 26.4 − 14.9 = 11.5; 26.4 − 17.8 = 8.6
    assert (found.gap, found.over_atm) == (pytest.approx(0.115), pytest.approx(0.086))
    assert "11.50 volatility points" in found.summary()
    assert "8.60 points" in found.summary()


def test_without_one_at_the_money():
    found = skew_between(0.24, 0.2)
    assert (found.over_atm, found.ratio) == (None, pytest.approx(1.2))
    assert skew_between(0.2, 0.2).gap == 0


@pytest.mark.parametrize("vols", [(0, 0.2), (0.2, -0.1), (0.2, 0.3, 0)])
def test_a_volatility_is_above_zero(vols):
    with pytest.raises(ToolError):
        skew_between(*vols)
