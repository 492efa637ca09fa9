import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError
from tools.wacc import wacc


def test_equity_and_taxed_debt_by_hand():
    # 60% × 9% + 40% × 5% × (1 − 25%) = 5.4% + 1.5% = 6.9%
    found = wacc([600, 400], [0.09, 0.05], [0.0, 0.25])
    assert found.value == pytest.approx(0.069)
    assert "60% × 9% + 40% × 5% × (1 − 25%) = 6.9%" in found.summary()
    assert found.after_tax == pytest.approx((0.09, 0.0375))


def test_the_glossarys_example():
    # 60% at 10%, 40% at 5%, tax 25%: 6.0% + 1.5% = 7.5%
    assert wacc([60, 40], [0.10, 0.05], [0, 0.25]).value == pytest.approx(0.075)


def test_each_cost_is_taken_after_its_own_tax():
    # 1/2 × 8% × 0.9 + 1/4 × 6% × 0.8 + 1/4 × 4% = 3.6% + 1.2% + 1.0%
    assert wacc([2, 1, 1], [0.08, 0.06, 0.04], [0.1, 0.2, 0]).value == pytest.approx(0.058)


def test_without_taxes_it_is_the_plain_average():
    assert wacc([1, 3], [0.08, 0.04]).value == pytest.approx(0.05)


@given(st.lists(st.tuples(st.floats(0.01, 1e6), st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=6), st.floats(0.1, 10))
def test_it_lies_between_the_costs_and_only_proportions_count(rows, scale):
    sizes, costs, taxes = (list(column) for column in zip(*rows, strict=True))
    found = wacc(sizes, costs, taxes)
    assert min(found.after_tax) - 1e-12 <= found.value <= max(found.after_tax) + 1e-12
    assert wacc([size * scale for size in sizes], costs, taxes).value == pytest.approx(found.value, abs=1e-12)


def test_the_article_is_quoted_as_a_claim():
    assert "claims that layering lowers" in wacc([1], [0.05]).summary()


@pytest.mark.parametrize(
    ("values", "costs", "taxes", "name"),
    [
        ([60, 40], [9, 5], None, "costs"),
        ([60, 40], [0.09], None, "costs"),
        ([60, 40], [0.09, 0.05], [0.25], "taxes"),
        ([60, 40], [0.09, 0.05], [0, 25], "taxes"),
        ([0, 0], [0.09, 0.05], None, "values"),
        ([-60, 160], [0.09, 0.05], None, "values"),
        ([], [0.09, 0.05], None, "values"),
    ],
)
def test_what_does_not_fit_is_refused(values, costs, taxes, name):
    with pytest.raises(ToolError) as caught:
        wacc(values, costs, taxes)
    assert caught.value.parameter == name


def test_a_half_of_a_hundredth_of_a_percent_is_rounded_up():
    # 0.75 × 10% + 0.25 × 6% × 0.75 = 7.5% + 1.125% = 8.625%
    found = wacc([450_000, 150_000], [0.10, 0.06], [0, 0.25])
    assert found.value == 0.08625
    assert "= 8.63%**" in found.summary()
    assert "7.5% + 1.13%" in found.summary()
    assert "WACC: 7.5% + 1.13% = 8.63%" in [str(s) for s in found.working()]


def test_without_taxes_none_is_said_to_be_taken_off():
    assert "no tax is taken off" in wacc([1, 3], [0.1, 0.05]).summary()
    assert "after its own tax" in wacc([1, 3], [0.1, 0.05], [0, 0.2]).summary()


def test_what_is_left_of_a_taxed_cost_and_how_far_two_sources_lie_apart():
    # 6% × (1 − 0.25) = 4.5%; 0.6 × 9% + 0.4 × 4.5% = 7.2%, which is 2.7 above 4.5 and 1.8 below 9
    told = wacc([60, 40], [0.09, 0.06], [0, 0.25]).summary()
    assert "6% × 0.75 = 4.5%" in told
    assert "2.7 points above the cheaper source's 4.5% and 1.8 points below the dearer one's 9%" in told
    assert "points above" not in wacc([1, 1, 1], [0.1, 0.2, 0.3]).summary()
