"""Net present values against another library, and at the rates that an IRR finds."""

import numpy_financial
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.test_working import check
from tools import ToolError, irr, net_present_value, xirr

FLOWS = st.lists(st.integers(-5000, 5000), min_size=2, max_size=20)


def test_a_sheet_by_hand():
    # −1000 + 300 ÷ 1.08 + 400 ÷ 1.08² + 500 ÷ 1.08³ = −1000 + 277.78 + 342.94 + 396.92 = 17.63
    found = net_present_value([-1000, 300, 400, 500], 0.08)
    assert found.value == pytest.approx(17.63, abs=0.005)
    assert found.total == 200
    assert "**Net present value at 8% a period: $17.63**" in found.summary()
    assert "the flows earn more than 8%" in found.summary()


def test_the_example_of_the_glossary():
    # $50,000 paid for five yearly receipts of $15,000 at 10%: about $6,862
    assert net_present_value([-50_000, *[15_000] * 5], 0.1).value == pytest.approx(6862, abs=0.5)


@given(FLOWS, st.integers(-90, 400).map(lambda n: n / 100))
def test_another_library_agrees(flows, rate):
    found = net_present_value(flows, rate)
    size = sum(abs(f) / (1 + rate) ** t for t, f in enumerate(flows))
    assert found.value == pytest.approx(numpy_financial.npv(rate, flows), abs=1e-9 * max(size, 1))
    check(found)


@given(st.lists(st.integers(1, 900), min_size=1, max_size=8), st.integers(1, 3000))
def test_at_the_irr_nothing_is_left(receipts, paid):
    flows = [-paid, *receipts]
    rate = irr(flows).value
    assert rate is not None
    if -0.9 < rate < 10:
        assert net_present_value(flows, rate).value == pytest.approx(0, abs=1e-6 * paid)


@pytest.mark.parametrize(
    ("flows", "rate", "names"), [([-100], 0.1, "cash_flows"), ([-100, 50], -1, "rate"), ([1, 2], 80, "rate")]
)
def test_what_cannot_be_discounted(flows, rate, names):
    with pytest.raises(ToolError, match=names):
        net_present_value(flows, rate)


def test_a_rate_typed_in_percent_is_explained():
    with pytest.raises(ToolError, match=r"If that is in percent, write 12% as 0\.12"):
        net_present_value([-100, 120], 12)


def test_dated_flows_by_hand():
    # −1000 + 300 ÷ 1.05^(182/365) + 900 ÷ 1.05^(366/365) = −1000 + 292.79 + 857.03 = 149.82
    found = net_present_value([-1000, 300, 900], 0.05, ["2024-01-01", "2024-07-01", "2025-01-01"])
    assert found.value == pytest.approx(149.82, abs=0.005)
    assert "at 5% a year: $149.82** of 3 flows, on 2024-01-01, the first date" in found.summary()
    check(found)


def test_dated_flows_are_worth_nothing_at_their_own_rate():
    dates, flows = ["2024-01-01", "2024-07-01", "2025-01-01"], [-1000, 300, 900]
    assert net_present_value(flows, xirr(dates, flows).value, dates).value == pytest.approx(0, abs=1e-6)


def test_dates_a_year_apart_are_periods():
    # 2021 to 2023 have 365 days each
    dates = ["2021-01-01", "2022-01-01", "2023-01-01"]
    assert net_present_value([-100, 60, 60], 0.1, dates).value == pytest.approx(net_present_value([-100, 60, 60], 0.1).value)


def test_each_flow_needs_its_date():
    with pytest.raises(ToolError, match="as many as cash flows"):
        net_present_value([-100, 60, 60], 0.1, ["2021-01-01"])
