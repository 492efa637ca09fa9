import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ema_input, ema_step

FINE = st.integers(100, 9000).map(lambda n: n / 100)


def test_by_hand():
    # 18 + (18.5 − 18) × 13/2 = 21.25
    assert ema_input(18, 18.5, 12).value == pytest.approx(21.25)


@given(FINE, FINE, st.integers(1, 60))
def test_the_step_with_that_value_brings_the_level_wanted(previous, wanted, span):
    needed = ema_input(previous, wanted, span)
    assert ema_step(previous, needed.value, span).value == pytest.approx(wanted)
