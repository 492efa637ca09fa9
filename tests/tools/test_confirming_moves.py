import pytest

from tools import ToolError, confirming_moves


def test_moves_by_hand():
    # 22.8 / 24 − 1 = −5%; 15.6 / 16.5 − 1 = −5.45%; 87.4 / 92 − 1 = −5%
    found = confirming_moves(["P/E", "P/CF", "REITs"], [24, 16.5, 92], [22.8, 15.6, 87.4])
    assert found.shares == pytest.approx((-0.05, -0.0545454545, -0.05))
    assert found.changes == (-1.2, -0.9, -4.6)
    assert found.relative == ()
    assert "**P/CF -5.5%**: 16.5 to 15.6, down by 0.9." in found.summary()
    assert "no threshold" in found.summary()


def test_reits_are_held_against_the_market():
    # 0.95 / 1.02 − 1 = −6.86%
    found = confirming_moves(["P/E", "REITs"], [24, 92], [22.8, 87.4], market_before=5000, market_now=5100)
    assert found.relative == (None, pytest.approx(-0.068627, abs=1e-6))
    assert "against the market -6.9%" in found.summary()


def test_a_difference_has_no_percentage():
    found = confirming_moves(["Rate differential", "REER"], [1.25, 104], [1.1, 104])
    assert found.shares == (None, 0)
    assert "**Rate differential**: 1.25 to 1.1, down by 0.15." in found.summary()
    assert "104 to 104, unchanged." in found.summary()


@pytest.mark.parametrize(
    "bad",
    [
        {"names": ["P/E"], "before": [24], "now": [22, 23]},
        {"names": ["P/E", "P/CF"], "before": [24], "now": [22]},
        {"names": [], "before": [], "now": []},
        {"names": ["P/E"], "before": [float("nan")], "now": [22]},
        {"names": ["P/E"], "before": [24], "now": [22], "market_now": 5000},
        {"names": ["P/E"], "before": [24], "now": [22], "market_before": 0, "market_now": 5000},
    ],
)
def test_nonsense_is_refused(bad):
    with pytest.raises(ToolError):
        confirming_moves(**bad)
