"""The units that a profit takes: by hand, and against every smaller number of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.test_working import check
from tools import ToolError, units_for_profit


def test_by_hand():
    # 3,000 ÷ 420 = 7.14: eight make 3,360
    found = units_for_profit(3000, 420)
    assert (found.units, found.profit, found.over) == (8, 3360, 360)
    assert "it takes 8 units" in found.summary()
    assert units_for_profit(2000, 500).units == 4
    check(found)


@given(st.integers(1, 10**7), st.integers(1, 10**5))
def test_one_less_is_not_enough(wanted, each):
    found = units_for_profit(wanted / 100, each / 100)
    assert found.units * each >= wanted > (found.units - 1) * each
    check(found)


@pytest.mark.parametrize("each", [0, -85])
def test_what_makes_nothing_makes_no_profit_in_any_number(each):
    with pytest.raises(ToolError, match="No number of them makes a profit there"):
        units_for_profit(1000, each)


def test_what_they_cost_is_told_where_one_has_a_price():
    # 2,000 ÷ 420 = 4.76: five cost 5 × 80 = 400
    found = units_for_profit(2000, 420, 80)
    assert found.paid == 400
    assert "They cost 5 × $80 = $400" in found.summary()
    assert units_for_profit(2000, 420).paid is None
    check(found)
