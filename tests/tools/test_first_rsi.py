import pytest

from tools import ToolError, first_rsi


def test_the_first_rsi_takes_one_close_more_than_changes():
    # 14 + 1 = 15 closes
    found = first_rsi()
    assert (found.closes, found.changes, found.missing) == (15, None, None)
    assert "on close 15" in found.summary()


@pytest.mark.parametrize(
    ("period", "given", "changes", "missing", "made"),
    [(14, 6, 5, 9, 0), (14, 14, 13, 1, 0), (14, 15, 14, 0, 1), (9, 12, 11, 0, 3), (2, 1, 0, 2, 0)],
)
def test_closes_at_hand_are_counted(period, given, changes, missing, made):
    found = first_rsi(period, given)
    assert (found.changes, found.missing, found.made) == (changes, missing, made)
    assert found.summary().startswith("- **No RSI yet" if missing else "- **Yes, enough")


def test_the_changes_at_hand_are_summed():
    # gains 0.4 + 0.7 + 0.6 = 1.7, losses 0.5 + 0.3 = 0.8; 15 − 6 = 9 closes are missing
    found = first_rsi(values=[19.2, 19.6, 19.1, 19.8, 20.4, 20.1])
    assert (found.gains, found.losses, found.missing) == (1.7, 0.8, 9)
    assert "gains of 1.70 and losses of 0.80 in 5 changes" in found.summary()


def test_one_close_gives_no_change():
    assert "1 close gives 0 changes" in first_rsi(given=1).summary()


@pytest.mark.parametrize("bad", [{"period": 1}, {"given": 0}, {"values": [1.0]}, {"values": [1.0, float("nan")]}])
def test_nonsense_is_refused(bad):
    with pytest.raises(ToolError):
        first_rsi(**bad)
