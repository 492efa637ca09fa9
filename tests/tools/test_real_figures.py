"""The figures that real files must yield from load to result; each was known before the program was.

Those of the futures curve and of the VIX chain stand with `term_structure` and `parity_forward`.
"""

from pathlib import Path

import pandas as pd
import pytest

from tools import ad_line, load_table, ten_delta_put_iv

pytestmark = pytest.mark.shared


def test_the_spxw_file_yields_a_volatility_for_each_usable_date(shared: Path):
    found = ten_delta_put_iv(shared / "data/chains/spxw_2018_jan_feb_data_full.csv")
    dates = pd.DatetimeIndex(found.frame["date"])
    assert len(found.frame) + len(found.refused) == 41  # forty trading days and one stray row of 1990
    assert len(found.frame) == 34
    assert found.series.loc["2018-01-03"] == pytest.approx(0.111, abs=5e-4)
    assert found.flags["date"].tolist() == [pd.Timestamp("2018-02-05")]
    assert found.flags["forward"].item() == pytest.approx(2629.1, abs=0.05)
    assert found.flags["underlying"].item() == 2648.98
    # what is refused: the stray row, and the last days before the only expiry
    assert set(found.refused["date"]) - set(dates) == set(found.refused["date"])
    assert (found.refused["date"] < "2018-01-01").sum() == 1


def test_the_net_advances_add_up_and_have_their_low_in_october(shared: Path):
    line = ad_line(load_table(shared / "data/breadth/nyse-net-advances.csv").series("net_advances"))
    assert line.iloc[-1] == 8_038
    assert line.idxmin() == pd.Timestamp("2022-10-14")
