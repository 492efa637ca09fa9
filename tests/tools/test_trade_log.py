import pytest

from tools import ToolError, trade_log


def test_two_trades_of_a_future_by_hand():
    # (21.40 − 17.85) × 1000 × 1 = 3550; (18.25 − 19.10) × 1000 × 2 = −1700; 3550 − 1700 = 1850
    found = trade_log([17.85, 19.10], [21.40, 18.25], [1, 2])
    assert found.points == (3.55, -0.85)
    assert found.profits == (3550, -1700)
    assert (found.net, found.won, found.lost) == (1850, 1, 1)
    assert "Net of 2 trades: a profit of $1,850** before fees; 1 won, 1 lost" in found.summary()
    assert "-0.85 × $1,000 × 2 = -$1,700" in found.summary()


def test_a_short_trade_and_fees():
    # (24.10 − 19.60) × 1000 × 2 − 5 × 2 = 8990
    found = trade_log([24.10], [19.60], [-2], fees=5)
    assert found.points == (4.5,)
    assert found.net == 8990
    assert "sold at 24.10, bought back at 19.60" in found.summary()


def test_options_count_a_hundred_dollars_a_point():
    assert trade_log([0.85, 1.2], [2.1, 0.4], multiplier=100).net == pytest.approx(125 - 80)


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (([], []), "entries"),
        (([1.0, 2.0], [1.0]), "leaves"),
        (([1.0], [-1.0]), "leaves"),
        (([1.0], [2.0], [0]), "contracts"),
        (([1.0], [2.0], [1.5]), "contracts"),
        (([1.0, 2.0], [2.0, 3.0], [1]), "contracts"),
    ],
)
def test_what_is_no_log(given, name):
    with pytest.raises(ToolError, match=name):
        trade_log(*given)
