"""The front month on settlement days: curves whose roll is known, because each contract is a line that is drawn beforehand."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from tools import load_table
from tools.roll_days import roll_days
from tools.vix_expiries import next_settlement

DAYS = pd.bdate_range("2015-01-05", "2016-12-30").to_numpy()


def curve(*, on_the_day: bool) -> tuple[np.ndarray, np.ndarray]:
    """Front and second month where every contract costs 12 + 0.02 a day to its settlement, and a little noise."""
    noise = np.random.default_rng(3).normal(0, 0.05, len(DAYS)).cumsum()
    ends = [next_settlement(DAYS, ahead=ahead, on_the_day=on_the_day) for ahead in (0, 1)]
    front, second = (12 + 0.05 * (end - DAYS.astype("datetime64[D]")).astype(int) + noise for end in ends)
    return front, second


@pytest.mark.parametrize(("on_the_day", "front"), [(True, "expiring"), (False, "next")])
def test_the_prices_tell_which_contract_the_first_column_holds(on_the_day: bool, front: str):
    found = roll_days(DAYS, *curve(on_the_day=on_the_day))
    assert found is not None
    assert found.front == front
    assert found.days == 24


def test_a_flat_curve_tells_nothing_and_says_so():
    level = 15 + np.random.default_rng(5).normal(0, 0.3, len(DAYS)).cumsum()
    found = roll_days(DAYS, level, level)
    assert found is not None
    assert found.front == "unknown"
    assert "do not tell" in found.sentence()


def test_a_curve_without_a_settlement_day_has_nothing_to_say():
    front, second = curve(on_the_day=False)
    assert roll_days(DAYS[:5], front[:5], second[:5]) is None
    assert roll_days(DAYS, np.zeros(len(DAYS)), second) is None


@pytest.mark.shared
def test_the_real_curve_has_rolled_on_its_settlement_days(shared: Path):
    """The table of expiries beside it says so too: on these days V1, the contract that settles, is not M1."""
    report = load_table(shared / "data/vix/8_m_settle.csv").report
    (said,) = [n for n in report.notes if "settlement days" in n]
    assert "is already the next contract" in said
