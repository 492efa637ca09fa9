import json

import numpy_financial
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError
from tools.irr import irr

# The examples in numpy-financial's documentation, to the digits shown there.
DOCUMENTED = [
    ([-250000, 100000, 150000, 200000, 250000, 300000], 0.56723),
    ([-100, 39, 59, 55, 20], 0.28095),
    ([-100, 0, 0, 74], -0.0955),
    ([-100, 100, 0, -7], None),
    ([-5, 10.5, 1, -8, 1], None),
]


@pytest.mark.parametrize(("flows", "rate"), DOCUMENTED[:3])
def test_the_documented_cases_of_numpy_financial(flows, rate):
    found = irr(flows)
    assert (found.status, found.value) == ("unique", pytest.approx(rate, abs=5e-5))


@given(st.lists(st.floats(1, 1e4), min_size=1, max_size=12), st.floats(10, 1e5))
def test_one_payment_and_its_receipts_agree_with_numpy_financial(receipts, paid):
    flows = [-paid, *receipts]
    assert irr(flows).value == pytest.approx(numpy_financial.irr(flows), rel=1e-6, abs=1e-7)


def test_one_receipt_has_a_closed_form():
    # 100 (1 + r)³ = 74
    assert irr([-100, 0, 0, 74]).value == pytest.approx(0.74 ** (1 / 3) - 1, abs=1e-14)


def test_where_numpy_financial_picks_one_of_several_all_are_given():
    # Its documentation shows −0.0833 and 0.0886 for these two; both flows have a second rate that it leaves out.
    first, second = irr(DOCUMENTED[3][0]), irr(DOCUMENTED[4][0])
    assert any(root == pytest.approx(-0.0833, abs=5e-5) for root in first.roots)
    assert any(root == pytest.approx(0.0886, abs=5e-5) for root in second.roots)
    assert first.status == second.status == "ambiguous"
    assert first.value is None
    assert second.value is None


def test_the_case_that_numpy_financial_gets_wrong():
    # It returns −99.98% alone, a root that only the last −1 makes; the rate a person means is 100.4%.
    flows = [-1678.87, 771.96, 1814.05, 3520.3, 3552.95, 3584.99, 4789.91, -1]
    assert numpy_financial.irr(flows) == pytest.approx(-0.99979, abs=1e-5)
    found = irr(flows)
    assert found.status == "ambiguous"
    assert found.value is None
    assert found.roots == pytest.approx((-0.9997912604, 1.0042698487), abs=1e-9)
    for rate in found.roots:
        worth = [cash / (1 + rate) ** t for t, cash in enumerate(flows)]
        assert sum(worth) == pytest.approx(0, abs=1e-6 * max(map(abs, worth)))
    # Without that last −1 there is one rate.
    assert irr(flows[:-1]).value == pytest.approx(1.0045, abs=1e-3)


def test_fifty_thousand_for_five_times_fifteen():
    # 50,000 = 15,000 × annuity factor 3.3333; at 15.24% the factor is (1 − 1.1524⁻⁵)/0.1524 = 3.333
    found = irr([-50000, 15000, 15000, 15000, 15000, 15000])
    assert found.value == pytest.approx(0.1524, abs=1e-4)
    assert "**IRR: 15.24% a period**" in found.summary()


def test_two_rates_by_hand():
    # −100 + 230x − 132x² = −132 (x − 1/1.1)(x − 1/1.2)
    found = irr([-100, 230, -132])
    assert found.roots == pytest.approx((0.1, 0.2), abs=1e-12)
    assert "2 rates fit, 10% and 20% a period" in found.summary()


def test_flows_of_one_sign_and_flows_without_a_real_rate_have_none():
    one_sign, imaginary = irr([100, 200]), irr([100, -150, 100])
    assert (one_sign.status, one_sign.roots, one_sign.value) == ("none", (), None)
    assert "one sign" in one_sign.summary()
    assert imaginary.status == "none"
    assert "although their sign changes twice" in imaginary.summary()


def test_the_article_is_quoted_as_a_claim():
    words = irr([-1000, 300, 420, 680]).summary()
    assert "claims that layering lowers" in words
    assert "no calculation" in words


@pytest.mark.parametrize("flows", [[], [5], [1, float("nan")], [float("nan"), 1, -1], [1e16, -1], [-1, 1e-12], "1, 2", None])
def test_what_are_no_flows_is_refused(flows):
    with pytest.raises(ToolError, match="cash_flows"):
        irr(flows)


def test_json_and_picture():
    found = irr([-100, 230, -132])
    assert json.loads(json.dumps(found.to_dict(), allow_nan=False))["roots"] == pytest.approx([0.1, 0.2])
    assert list(found.figure().data[1].x) == pytest.approx([10, 20])
    assert len(irr([1, 2]).figure().data[1].x) == 0
    assert found.call == "irr(cash_flows=[-100.0, 230.0, -132.0])"


def test_nothing_that_flows_has_no_rate_of_its_own():
    assert "every flow is $0**, so any rate fits" in irr([0, 0]).summary()


def test_a_rate_a_month_is_compounded_over_a_year():
    found = irr([-100, 101], periods_a_year=12)  # 1% a month: 1.01^12 − 1 = 12.6825%
    assert found.yearly == pytest.approx(0.1268250301, abs=1e-9)
    assert "Compounded over 12 months that is 12.68% a year" in found.summary()
    assert irr([-100, 110], periods_a_year=1).summary().count("a year") == 1
    assert irr([-100, 230, -132], periods_a_year=12).yearly is None
    assert irr([-1, 1e15], periods_a_year=366).yearly is None


def test_three_flows_are_a_quadratic():
    # 1000² − 4 × (−400) × (−610) = 24,000
    found = irr([-400, 1000, -610])
    assert found.discriminant == 24_000
    assert "−400·x² + 1000·x − 610 = 0; its discriminant, 24,000, is above 0: two roots" in found.summary()
    # 900² − 4 × 400 × 610 = −166,000
    assert "-166,000, is below 0: no real root" in irr([-400, 900, -610]).summary()
    assert "quadratic" not in irr([-400, 200, 300]).summary()
    assert irr([-400, 300]).discriminant is None


def test_what_is_all_paid_is_simply_lost():
    # 400 + 250 + 250 = 900
    assert "the loss is simply $900" in irr([-400, -250, -250]).summary()
    assert "simply" not in irr([400, 250]).summary()
