import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tools import cross_needs, ema_step, macd_cross

LINE = st.integers(-300, 300).map(lambda n: n / 100)


@given(LINE, LINE, st.integers(2, 30))
def test_past_the_line_is_a_cross_and_on_it_is_none(macd, signal, span):
    assume(macd != signal)
    found = cross_needs(macd, signal, span)
    past = found.line + (0.05 if found.side == "up" else -0.05)

    def crossed(line):
        return macd_cross(line, ema_step(signal, line, span).value, macd, signal).crossed

    assert crossed(past) == found.side
    assert crossed(found.line) != found.side


def test_by_hand():
    found = cross_needs(0.31, 0.35)
    assert (found.side, found.line, found.alpha) == ("up", 0.35, pytest.approx(0.2))
    # A MACD of 0.36 moves the signal to 0.35 + 0.2 × 0.01 = 0.352 and is above it; one of 0.35 leaves both at 0.35.
    assert cross_needs(0.4, 0.35).side == "down"
