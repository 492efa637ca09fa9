import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, histogram_bars, histogram_peaks


def test_peaks_by_hand():
    # 0.10 − 0.12 = −0.02, no higher high; 0.15 − 0.10 = 0.05, one
    assert histogram_peaks([0.12, 0.10]).higher == ()
    assert "not a higher high" in histogram_peaks([0.12, 0.10]).summary()
    found = histogram_peaks([0.12, 0.10, 0.15])
    assert (found.higher, found.latest_change) == ((3,), pytest.approx(0.05))


def test_an_equal_peak_is_not_higher():
    assert histogram_peaks([0.12, 0.12]).higher == ()


@given(st.lists(st.integers(1, 60), min_size=2, max_size=12))
def test_higher_highs_are_those_of_the_bars_that_make_the_peaks(heights):
    bars = [bar for height in heights for bar in (0.0, height / 100)] + [0.0]
    read = histogram_bars(bars)
    assert [height for _, height in read.peaks] == [h / 100 for h in heights]
    assert len(histogram_peaks([h / 100 for h in heights]).higher) == len(read.higher)


@pytest.mark.parametrize("peaks", [[0.1], [0.1, -0.2], [0.1, 0.0]])
def test_what_are_no_peaks(peaks):
    with pytest.raises(ToolError, match="peaks"):
        histogram_peaks(peaks)


@pytest.mark.parametrize(
    ("peaks", "first", "deployed"),
    [([0.07, 0.05, 0.10], 0.25, 0.45), ([0.12, 0.10], 0.3, 0.3), ([0.1, 0.2, 0.3], 0.25, 0.65), ([1, 2, 3, 4, 5], 0.3, 1.0)],
)
def test_each_higher_high_adds_a_step_to_the_first_tranche(peaks, first, deployed):
    found = histogram_peaks(peaks, first)
    assert found.deployed == pytest.approx(deployed)
    assert ("capped" in found.summary()) is (deployed == 1.0)
    assert histogram_peaks(peaks).deployed is None


def test_several_higher_highs_make_as_many_steps():
    found = histogram_peaks([0.05, 0.09, 0.07, 0.11])
    assert (found.higher, found.added) == ((2, 4), 0.4)
    assert "the 2 together make 40%" in found.summary()
    assert histogram_peaks([0.1 * n for n in range(1, 9)]).added == 1


def test_the_stricter_reading_counts_only_above_every_peak_before():
    # 0.10 > 0.09 and 0.12 > 0.10: two above the peak before; only 0.12 is above the highest so far (0.11)
    found = histogram_peaks([0.11, 0.09, 0.10, 0.12])
    assert (found.higher, found.records) == ((3, 4), (4,))
    assert "against the highest peak so far (the running maximum) only 0.12 (peak 4) would count, 1 add" in found.summary()
    assert "running maximum" not in histogram_peaks([0.10, 0.12, 0.11]).summary()


def test_without_a_first_tranche_told_both_ends_of_the_articles_are_counted():
    # two higher highs: 25% + 2 x 20% = 65%, 30% + 2 x 20% = 70%; no plan goes beyond 100%
    found = histogram_peaks([0.05, 0.08, 0.06, 0.11])
    assert found.deployed_range == pytest.approx((0.65, 0.70))
    assert "65% after a first tranche of 25%, 70% after a first tranche of 30%" in found.summary()
    assert histogram_peaks([0.1, 0.2, 0.3, 0.4, 0.5]).deployed_range == (1.0, 1.0)
