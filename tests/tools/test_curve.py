import json
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, load_table, term_structure

DAYS = pd.date_range("2024-01-01", periods=4)


def test_contango_by_hand():
    # 19.60 / 18.20 − 1 = 0.0769
    found = term_structure([18.2, 19.6])
    assert (found.state, found.contango_share, found.skipped, found.back) == ("contango", 1.0, 0, None)
    assert found.slope == pytest.approx(0.076923, abs=1e-6)
    assert "Contango" in found.summary()
    assert "19.60/18.20 − 1 = 7.7%" in found.summary()


def test_backwardation_by_hand():
    # 25.1 / 27.5 − 1 = −0.0873
    found = term_structure([27.5, 25.1])
    assert found.state == "backwardation"
    assert "25.10/27.50 − 1 = -8.7%; the second month is 8.7% below the front" in found.summary()


def test_a_long_holder_pays_the_roll_in_contango():
    # 15.20 → 17.40: (15.20 − 17.40) / 15.20 = −14.5%
    found = term_structure([15.2, 17.4])
    assert found.frame["roll_yield"].iloc[0] == pytest.approx(-0.1447, abs=1e-4)
    assert "-14.5%" in found.summary()


def test_equal_prices_are_flat():
    found = term_structure([20, 20, 20])
    assert (found.state, found.slope, found.back) == ("flat", 0.0, 0.0)


def test_the_back_of_a_longer_curve_is_told():
    # 24 / 20 − 1 = 20%
    assert term_structure([20, 21, 24]).back == pytest.approx(0.2)
    assert "20%" in term_structure([20, 21, 24]).summary()


def test_a_dated_table_keeps_its_rows_and_counts_what_it_skips():
    table = pd.DataFrame({"M1": [20, 0, np.nan, 25], "M2": [22, 21, 20, 24.0], "M3": [23.0] * 4}, index=DAYS)
    found = term_structure(table)
    assert found.frame["state"].tolist() == ["contango", "unknown", "unknown", "backwardation"]
    assert found.frame.index.equals(DAYS)
    assert (found.skipped, found.contango_share, found.state) == (2, 0.5, "backwardation")
    assert "Left out for a blank or zero price: 2 dates" in found.summary()
    assert "on 2024-01-04" in found.summary()
    json.dumps(found.to_dict(), allow_nan=False)


def test_months_are_ordered_by_their_number_and_other_columns_are_left_out():
    table = pd.DataFrame({"note": ["a"], "M10": [30.0], "M2": [22.0], "M1": [20.0], "date": DAYS[:1]})
    found = term_structure(table)
    assert (found.frame["front"].iloc[0], found.frame["second"].iloc[0]) == (20, 22)
    assert found.frame.index[0] == DAYS[0]


def test_a_numbered_column_that_is_no_month_is_left_out():
    # Files keep a row number in front of the dates; a reader names it "column 1".
    table = pd.DataFrame({"column 1": [3305.0], "V2": [30.0], "VX_1": [20.0], "VX_2": [22.0], "x1": [1.0], "x2": [2.0]})
    found = term_structure(table)
    assert (found.frame["front"].iloc[0], found.frame["second"].iloc[0]) == (20, 22)


@pytest.mark.parametrize(
    "curve",
    [None, [], [20], [20, 0], [20, -1], [20, "x"], [20, np.nan], "20, 21", 5,
     pd.DataFrame({"M1": [1.0]}), pd.DataFrame({"a": [1.0], "b": [2.0]}), pd.DataFrame({"M1": ["x"], "M2": ["y"]}),
     pd.DataFrame({"M2": [1.0], "M3": [2.0]}), pd.DataFrame({"M1": [0.0], "M2": [1.0]}),
     pd.DataFrame({"M1": [-1.0], "M2": [1.0]}),
     pd.DataFrame({"M1": [1.0, 1], "M2": [1.0, 1]}, index=DAYS[[1, 0]])],
    ids=lambda c: type(c).__name__,
)  # fmt: skip
def test_what_is_no_curve_is_refused(curve):
    with pytest.raises(ToolError, match="curve"):
        term_structure(curve)


@pytest.mark.shared
def test_a_loaded_table_gives_the_same_as_the_plain_file(shared):
    loaded = term_structure(load_table(shared / "data/vix/8_m_settle.csv").frame)
    plain = term_structure(pd.read_csv(shared / "data/vix/8_m_settle.csv", index_col="date", parse_dates=True))
    # The loader leaves the one wholly blank row out, so that only the skipped count differs.
    assert (loaded.contango_share, loaded.skipped) == (plain.contango_share, plain.skipped - 1)


@pytest.mark.shared
def test_real_settlements_agree_with_a_count_by_hand(shared):
    table = pd.read_csv(shared / "data/vix/8_m_settle.csv", index_col="date", parse_dates=True)
    found = term_structure(table)
    known = table[(table["M1"] > 0) & (table["M2"] > 0)]
    assert found.skipped == len(table) - len(known)
    assert found.contango_share == pytest.approx((known["M2"] > known["M1"]).mean())


def test_the_input_is_not_touched():
    table = pd.DataFrame({"M1": [20, 21], "M2": [22, 20]}, index=DAYS[:2])
    before = table.copy(deep=True)
    term_structure(table)
    pd.testing.assert_frame_equal(table, before)


@given(st.floats(1, 200), st.floats(1, 200))
def test_swapping_the_months_turns_the_state(front, second):
    turned = {"contango": "backwardation", "backwardation": "contango", "flat": "flat"}
    assert term_structure([second, front]).state == turned[term_structure([front, second]).state]


def test_one_date_draws_the_curve_and_many_draw_the_slope():
    assert list(term_structure([20, 21, 24]).figure().data[0].y) == [20, 21, 24]
    many = pd.DataFrame({"M1": [20.0, 25], "M2": [22.0, 24]}, index=DAYS[:2])
    curve, slope = term_structure(many).figure().data
    assert list(curve.y) == [25, 24]
    assert list(slope.y) == pytest.approx([10, -4])


def test_any_date_can_be_described():
    table = pd.DataFrame({"M1": [20, 0, 25.0], "M2": [22, 21, 24.0], "M3": [23, 22, np.nan]}, index=DAYS[:3])
    found = term_structure(table, date="2024-01-01")
    assert (found.state, found.place, found.back) == ("contango", 0, pytest.approx(0.15))
    assert found.curve.tolist() == [20, 22, 23]
    assert "The curve on 2024-01-01: M1 20.00, M2 22.00, M3 23.00" in found.summary()
    assert list(found.figure().data[0].y) == [20, 22, 23]
    assert term_structure(table).state == "backwardation"
    assert term_structure(table).back is None


@pytest.mark.parametrize("date", ["2024-01-02", "2023-12-31", "05/01/2024", "soon"])
def test_a_date_without_a_curve_is_refused(date):
    table = pd.DataFrame({"M1": [20, 0, 25.0], "M2": [22, 21, 24.0]}, index=DAYS[:3])
    with pytest.raises(ToolError) as caught:
        term_structure(table, date=date)
    assert caught.value.parameter == "date"


def test_a_date_for_an_undated_curve_is_refused():
    with pytest.raises(ToolError, match="no dates"):
        term_structure([20, 22], date="2024-01-01")


@pytest.mark.shared
def test_the_real_curve_is_in_contango_on_four_days_of_five(shared):
    # From 2008 on, in the settlements M1 and M2; counted in the file as well.
    curve = load_table(shared / "data/vix/8_m_settle.csv").curve()
    since = curve[curve.index >= "2008-01-01"]
    found = term_structure(since)
    assert found.contango_share == pytest.approx(0.818, abs=5e-4)
    assert found.contango_share == pytest.approx((since["M2"] > since["M1"]).mean())
    assert "Contango on 81.8% of 2,357 dates" in found.summary()
    # 24 August 2015 was a day of sharp backwardation.
    crash = term_structure(since, date="2015-08-24")
    assert crash.state == "backwardation"
    assert len(crash.curve) == 8


def test_days_to_settlement_follow_the_exchange_s_calendar():
    # Wednesday 2012-01-18 was a settlement day; the next ones were 2012-02-15 and 2012-03-21.
    days = pd.to_datetime(["2012-01-17", "2012-01-18", "2012-01-19"])
    prices = {"1": [22.45, 23.20, 22.55], "2": [23.95, 24.95, 24.40]}
    monthly = term_structure(pd.DataFrame({f"M{n}": p for n, p in prices.items()}, index=days))
    assert monthly.frame["front_days"].tolist() == [1, 28, 27]  # on the day itself M1 is the next contract
    assert monthly.frame["second_days"].tolist() == [29, 63, 62]
    expiring = term_structure(pd.DataFrame({f"V{n}": p for n, p in prices.items()}, index=days))
    assert expiring.frame["front_days"].tolist() == [1, 0, 27]  # V1 is the contract that settles
    assert "27 for the front, 62 for the second month" in monthly.summary()
    assert "settlement" in {a.name for a in monthly.assumptions}
    assert "Days between the two settlements: 62 − 27 = 35 days" in [str(s) for s in monthly.working()]


def test_days_to_settlement_are_unknown_without_dates_and_before_the_rule():
    bare = term_structure([20, 21])
    assert bare.frame[["front_days", "second_days"]].isna().all(axis=None)
    assert bare.assumptions == ()
    early = term_structure(pd.DataFrame({"M1": [20.0], "M2": [21.0]}, index=pd.to_datetime(["2004-06-01"])))
    assert early.frame["front_days"].isna().all()
    assert "settlement" not in early.summary()


@pytest.mark.shared
def test_days_to_settlement_agree_with_the_file_of_expiries(shared):
    found = term_structure(load_table(shared / "data/vix/8_m_settle.csv").curve())
    known = pd.read_csv(shared / "data/vix/expirations.csv", parse_dates=["date", "V1", "V2"], index_col="date")
    rows = known.loc["2005-10-03":"2017-01-31"]
    rows = rows[found.frame.loc[rows.index, "state"] != "unknown"]
    days, settling = rows.index, (rows["V1"] == rows.index)
    front = rows["V1"].where(~settling, rows["V2"])
    assert found.frame.loc[days, "front_days"].tolist() == [(f - d).days for f, d in zip(front, days, strict=True)]


@pytest.mark.parametrize(
    ("prices", "head", "way"),
    [
        (
            [19.5, 19.6, 19.4, 20.1],
            "**Contango at the front, a mixed curve**",
            "rises by 0.10 to M2 19.60, falls by 0.20 to M3 19.40 and rises by 0.70 to M4 20.10",
        ),
        (
            [18.0, 19.4, 19.1, 18.8],
            "**Contango at the front, a humped curve**",
            "from M1 18.00 it rises by 1.40 to M2 19.40 and falls by 0.60 to M4 18.80",
        ),
        (
            [21, 20, 20, 22],
            "**Backwardation at the front, a curve with a dip**",
            "falls by 1.00 to M2 20.00, stays level up to M3 20.00 and rises by 2.00 to M4 22.00",
        ),
        (
            [20, 20, 21],
            "**Flat at the front, the curve rises further back**",
            "stays level up to M2 20.00 and rises by 1.00 to M3 21.00",
        ),
    ],
)
def test_later_months_that_turn_are_told(prices, head, way):
    said = term_structure(prices).summary()
    assert said.startswith(f"- {head}")
    assert way in said


@pytest.mark.parametrize("prices", [[18, 19], [18, 19, 20, 21], [18, 19, 19, 21], [22, 21, 20.5]])
def test_a_curve_of_one_direction_is_told_by_its_two_nearest_months(prices):
    assert "at the front" not in term_structure(prices).summary()
    assert "whole curve" not in term_structure(prices).summary()


@given(st.lists(st.integers(10, 60), min_size=2, max_size=9))
def test_the_curve_is_said_to_turn_exactly_where_its_steps_have_both_signs(prices):
    ups, downs = (any((b - a) * way > 0 for a, b in pairwise(prices)) for way in (1, -1))
    later = ups != downs and prices[0] == prices[1]  # flat at the front, something further back
    assert ("The whole curve: from M1" in term_structure(prices).summary()) == ((ups and downs) or later)


def test_one_price_is_no_curve():
    with pytest.raises(ToolError, match=r"curve.*at least two prices above 0, front to back"):
        term_structure([20])


def test_every_state_is_counted_and_the_curve_is_written_once():
    days = pd.date_range("2022-01-03", periods=5, freq="B")
    prices = {"M1": [18, 19, 20, 0, 22], "M2": [19, 19, 19, 20, 21], "M3": [20, 18, 18, 21, 23]}
    said = term_structure(pd.DataFrame(prices, index=days)).summary()
    assert "Contango on 25% of 4 dates; backwardation on 50%, flat on 25%." in said  # 18 < 19; 20 > 19 and 22 > 21; 19 = 19
    assert "Left out for a blank or zero price: 1 date." in said
    assert said.count("M3 23.00") == 1


def test_the_average_slope_of_one_curve_and_of_many_dates():
    # 17/16 − 1 = 0.0625, 18.36/17 − 1 = 0.08: 0.07125 on average
    assert term_structure([16, 17, 18.36]).mean_slope == pytest.approx(0.07125)
    assert "7.1% a month on average" in term_structure([16, 17, 18.36]).summary()
    assert term_structure([16, 17]).mean_slope is None
    table = pd.DataFrame({"M1": [16.0, 20.0, 10.0, np.nan], "M2": [17.0, 19.0, 11.0, 12.0]})
    found = term_structure(table)  # 6.25%, −5%, 10%, unknown
    assert found.mean_slope == pytest.approx(0.0375)
    assert "The slope averages 3.8%" in found.summary()


@pytest.mark.parametrize(
    ("curve", "told"),
    [
        ([17.1, 18.3, 19.0, 19.4, 19.6], "From M1 to M5, the last month given: 19.60/17.10 − 1 = 14.6%"),
        ([24.0, 22.5, 21.0], "From M1 to M3, the last month given: 21.00/24.00 − 1 = -12.5%"),
    ],
)
def test_front_to_back_is_told_with_its_prices(curve, told):
    assert told in term_structure(curve).summary()


def test_a_steady_curve_is_said_to_be_one():
    assert "contango all the way up: each month above the one before" in term_structure([17, 18, 19]).summary()
    assert "backwardation all the way down: each month below the one before" in term_structure([19, 18, 17]).summary()
    assert "each month" not in term_structure([17, 19, 18]).summary()


def test_a_curve_is_told_month_by_month():
    # 18.3/17.1 = 1.0702; 19/18.3 = 1.0383; 19.4/19 = 1.0211
    assert "7%, 3.8% and 2.1%" in term_structure([17.1, 18.3, 19, 19.4]).summary()


def test_the_dates_on_which_a_curve_flipped():
    # 20.1/21.3 − 1 = -5.6%, 20.2/20.55 − 1 = -1.7%, 19.85/19.4 − 1 = +2.3%
    table = pd.DataFrame({"M1": [21.3, 20.55, 19.4], "M2": [20.1, 20.2, 19.85]}, index=pd.date_range("2024-03-04", periods=3))
    found = term_structure(table)
    assert [str(date)[:10] for date, _, _ in found.flips] == ["2024-03-06"]
    assert found.flips[0][1:] == pytest.approx((20.2 / 20.55 - 1, 19.85 / 19.4 - 1))
    assert "to contango on 2024-03-06 (-1.7% the date before, 2.3% then)" in found.summary()
    assert "did not change sides" in term_structure(table.iloc[:2]).summary()
    assert term_structure([16.4, 17.9]).flips == ()
