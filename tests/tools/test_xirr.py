import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError
from tools.irr import irr
from tools.xirr import xirr

# The example in Microsoft's documentation of XIRR: 37.34% (0.373362535 in the sheet).
DAYS = ["2008-01-01", "2008-03-01", "2008-10-30", "2009-02-15", "2009-04-01"]
FLOWS = [-10000, 2750, 4250, 3250, 2750]


def test_the_example_of_the_spreadsheet():
    found = xirr(DAYS, FLOWS)
    assert found.value == pytest.approx(0.373362535, abs=1e-8)
    assert "37.34% a year" in found.summary()
    assert (found.days, found.total, found.changes) == (456, 3000, 1)


def test_the_order_of_the_dates_does_not_matter():
    turned = xirr(DAYS[::-1], FLOWS[::-1])
    assert turned.value == pytest.approx(xirr(DAYS, FLOWS).value, abs=1e-12)
    assert turned.changes == 1


def test_dates_may_be_text_or_dates():
    days = [dt.date.fromisoformat(day) for day in DAYS]
    assert xirr(days, FLOWS).value == xirr(DAYS, FLOWS).value


@given(st.lists(st.floats(1, 1e4), min_size=1, max_size=6), st.floats(10, 1e5))
def test_flows_a_year_of_365_days_apart_have_the_plain_rate(receipts, paid):
    flows = [-paid, *receipts]
    days = [dt.date(2001, 1, 1) + dt.timedelta(days=365 * i) for i in range(len(flows))]
    assert xirr(days, flows).value == pytest.approx(irr(flows).value, rel=1e-9, abs=1e-12)


def test_a_short_stretch_is_pointed_out():
    assert "less than a year" in xirr(["2024-01-01", "2024-03-01"], [-100, 104]).summary()


@pytest.mark.parametrize(
    ("dates", "flows", "name"),
    [
        (DAYS[:2], FLOWS, "dates"),
        (["2024-01-01", "2024-01-01"], [-1, 2], "dates"),
        (["2024-01-01", "2024-01-02"], [-1, 1000], "dates"),
        (["01/02/2024", "2024-05-01"], [-1, 2], "dates"),
        (["2024-02-30", "2024-05-01"], [-1, 2], "dates"),
        ("2024-01-01", [-1, 2], "dates"),
        ([], [-1, 2], "dates"),
        ([None, "2024-01-01"], [-1, 2], "dates"),
        (DAYS, ["x"] * 5, "cash_flows"),
    ],
)
def test_what_is_no_dated_flow_is_refused(dates, flows, name):
    with pytest.raises(ToolError) as caught:
        xirr(dates, flows)
    assert caught.value.parameter == name
