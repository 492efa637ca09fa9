from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, layer_split

RATIO = st.lists(st.integers(1, 50), min_size=2, max_size=12)


def test_ten_contracts_in_the_ratio_of_several_pages():
    found = layer_split(10)
    assert found.layers == (4, 4, 2)
    assert found.shares == pytest.approx((0.4, 0.4, 0.2))
    assert "4 near + 4 middle + 2 far" in found.summary()
    assert "The primary article has no ratio of layers" in found.summary()


def test_what_rounding_leaves_goes_to_the_largest_fractions():
    # 7 × 4/10 = 2.8, 2.8 and 1.4: down to 2 + 2 + 1 = 5, the two left to the fractions 0.8 and 0.8: 3 + 3 + 1 = 7
    found = layer_split(7)
    assert found.layers == (3, 3, 1)
    assert found.exact == pytest.approx((2.8, 2.8, 1.4))
    assert "Before rounding: 2.8, 2.8 and 1.4" in found.summary()


def test_money_falls_into_cents():
    # 1000 / 3 = 333.333…: 333.33 × 3 = 999.99, the cent left to the first
    found = layer_split(1000, [1, 1, 1], of="dollars")
    assert found.layers == (333.34, 333.33, 333.33)
    assert "$333.34" in found.summary()


@given(st.integers(1, 10**6), RATIO)
def test_the_layers_make_the_whole_and_none_is_a_contract_off(planned: int, ratio: list[int]):
    found = layer_split(planned, ratio)
    assert sum(found.layers) == planned
    for layer, part in zip(found.layers, ratio, strict=True):
        assert abs(layer - Fraction(planned * part, sum(ratio))) < 1


@given(st.integers(1, 10**8), RATIO)
def test_cents_are_not_lost(cents: int, ratio: list[int]):
    assert round(100 * sum(layer_split(cents / 100, ratio, of="dollars").layers)) == cents


@given(st.integers(1, 10**4), RATIO, st.integers(2, 5))
def test_a_ratio_is_the_same_times_anything(planned: int, ratio: list[int], times: int):
    assert layer_split(planned, ratio).layers == layer_split(planned, [times * part for part in ratio]).layers


@pytest.mark.parametrize(
    ("planned", "parts", "of"),
    [
        (2.5, [4, 4, 2], "contracts"),
        (10, [4], "contracts"),
        (10, [4, 0, 2], "contracts"),
        (10, [4, -4, 2], "contracts"),
        (10, [float("nan"), 1], "contracts"),
        (10, [1] * 13, "contracts"),
        (0, [4, 4, 2], "contracts"),
        (10**7, [4, 4, 2], "contracts"),
        (10, ["near", 4], "contracts"),
        (10, [4, 4, 2], "vega"),
    ],
)
def test_what_cannot_be_shared_out(planned, parts, of):
    with pytest.raises(ToolError):
        layer_split(planned, parts, of)


def test_the_working_adds_up_to_what_is_told():
    lines = [str(step) for step in layer_split(7).working()]
    assert lines[0] == "Parts in all: 4 + 4 + 2 = 10"
    assert lines[1] == "Layer 1: 7 × 4 ÷ 10 = 2.8000 contracts (rounded to 3)"
    assert lines[-1] == "Together: 3 + 3 + 1 = 7 contracts"


def test_many_equal_parts_are_told_once():
    # 1,800 / 12 = 150
    said = layer_split(1800, [1.0] * 12, of="dollars").summary()
    assert "$1,800 in 12 equal parts: $150 each, 8.3333% of the whole" in said
