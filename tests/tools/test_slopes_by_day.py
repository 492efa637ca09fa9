import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, slopes_by_day, term_structure

PRICE = st.floats(5, 90).map(lambda v: round(v, 2))


def test_five_days_by_hand():
    # 18.1/17 = 1.0647; 18.2/17.6 = 1.0341; 18.8/18.9 = 0.9947; 19.5/20.3 = 0.9606; 19.2/19.1 = 1.0052
    found = slopes_by_day([17.0, 17.6, 18.9, 20.3, 19.1], [18.1, 18.2, 18.8, 19.5, 19.2])
    assert found.slopes == pytest.approx([0.0647, 0.0341, -0.0053, -0.0394, 0.0052], abs=5e-5)
    assert (found.contango_days, found.contango_share) == (3, 0.6)
    told = found.summary()
    assert "3 of 5 days (60%) in contango" in told
    assert "Slopes in backwardation: day 3 (18.80/18.90 − 1 = -0.5%) and day 4 (19.50/20.30 − 1 = -3.9%)." in told


@given(st.lists(st.tuples(PRICE, PRICE), min_size=1, max_size=20))
def test_each_day_is_that_of_its_own_curve(days):
    found = slopes_by_day(*zip(*days, strict=True))
    each = [term_structure([front, second]) for front, second in days]
    assert list(found.states) == [one.state for one in each]
    assert found.slopes == pytest.approx([one.slope for one in each])
    table = pd.DataFrame(days, columns=["M1", "M2"], index=pd.bdate_range("2026-01-05", periods=len(days)))
    assert found.contango_share == pytest.approx(term_structure(table).contango_share)


def test_many_days_are_counted_and_not_listed():
    told = slopes_by_day([17.0] * 20, [18.0] * 19 + [16.0]).summary()
    assert "Contango on 19 days, the last of them day 19" in told
    assert "day 3 (" not in told


@pytest.mark.parametrize(("front", "second"), [([17, 18], [18]), ([0, 17], [18, 18]), ([], []), ([17, float("nan")], [18, 18])])
def test_prices_come_in_pairs_and_above_zero(front, second):
    with pytest.raises(ToolError, match=r"(?:front|second)"):
        slopes_by_day(front, second)


@pytest.mark.parametrize(
    ("front", "second", "said"),
    [
        ([18.1, 19.6, 21.7], [19.3, 19.9, 20.8], "the curve flattened and then inverted: 6.6% to -4.1%"),
        ([20, 20], [21, 19], "the curve inverted: 5% to -5%"),
        ([20, 20], [19, 21], "the curve went back into contango: -5% to 5%"),
        ([20, 20], [21, 20.5], "the curve flattened: 5% to 2.5%"),
        ([20, 20], [18, 17], "the curve steepened: -10% to -15%"),
        ([20, 20], [20, 20], "the curve kept its slope: 0% to 0%"),
    ],
)
def test_how_the_curve_went_from_the_first_day_to_the_last(front, second, said):
    assert said in slopes_by_day(front, second).summary()
