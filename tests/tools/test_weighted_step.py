import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, ema_step, weighted_step


def test_by_hand():
    found = weighted_step(0.40, 0.65, 0.2)  # 0.40 + 0.2 × (0.65 − 0.40) = 0.45
    assert (found.value, found.like_span) == (0.45, 9.0)


@given(st.floats(-50, 50), st.floats(-50, 50), st.integers(1, 400))
def test_the_weight_of_a_span_moves_as_the_span_does(previous, value, span):
    found = weighted_step(previous, value, 2 / (span + 1))
    assert found.value == pytest.approx(ema_step(previous, value, span).value, abs=1e-9)
    assert found.like_span == pytest.approx(span)


@pytest.mark.parametrize("weight", [0, -0.1, 1.01])
def test_a_weight_is_a_share(weight):
    with pytest.raises(ToolError, match="weight"):
        weighted_step(1, 2, weight)
