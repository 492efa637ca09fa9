import json

import numpy as np
import pandas as pd
import pytest
from scipy.stats import percentileofscore

from tools import ToolError, load_table
from tools.confirmations import confirmations

DAYS = pd.date_range("2024-01-01", periods=40)
RNG = np.random.default_rng(11)
TABLE = pd.DataFrame(
    {
        "date": DAYS,
        "P/E": 20 + RNG.normal(0, 1, 40),
        "Price to Cash Flow": 14 + RNG.normal(0, 1, 40),
        "VNQ": np.linspace(80, 90, 40),
        "SPX": np.linspace(4000, 5000, 40),
        "REER": 100.0,
        "rate differential": np.linspace(1.0, 0.5, 40),
    }
)


def row(found, name):
    return found.frame.set_index("input").loc[name]


def test_every_input_of_the_article_is_found():
    found = confirmations(TABLE)
    assert found.frame["input"].tolist() == ["P/E", "P/CF", "REIT relative strength", "REER", "Rate differential"]
    assert found.missing == ()


def test_a_reit_price_is_divided_by_the_market():
    reit = row(confirmations(TABLE), "REIT relative strength")
    assert reit["column"] == "VNQ / SPX"
    assert reit["value"] == pytest.approx(90 / 5000)
    assert reit["direction"] == "down"
    ready = confirmations(TABLE[["date", "P/E"]].assign(**{"REIT/SPX": np.linspace(1, 2, 40)}))
    assert row(ready, "REIT relative strength")["direction"] == "up"


def test_who_gives_reits_without_a_market_is_told_what_is_missing():
    assert "needs a column of the market (SPX) beside it" in confirmations(TABLE.drop(columns="SPX")).summary()
    assert "needs a column" not in confirmations(TABLE).summary()


def test_a_reit_price_without_a_market_has_no_relative_strength():
    assert "REIT relative strength" in confirmations(TABLE.drop(columns="SPX")).missing


@pytest.mark.parametrize(("name", "column"), [("P/E", "P/E"), ("P/CF", "Price to Cash Flow")])
def test_percentiles_agree_with_scipy(name, column):
    values = TABLE[column].to_numpy()
    assert row(confirmations(TABLE), name)["percentile"] == pytest.approx(percentileofscore(values, values[-1], "weak") / 100)


def test_direction_is_the_change_over_so_many_rows():
    # from 1.0 to 0.5 in 39 equal steps: 10 steps back is 0.5 + 10 × 0.5/39
    rate = row(confirmations(TABLE, back=10), "Rate differential")
    assert rate["change"] == pytest.approx(-10 * 0.5 / 39)
    assert (rate["direction"], rate["percentile"]) == ("down", pytest.approx(1 / 40))
    assert row(confirmations(TABLE), "REER")["direction"] == "flat"


def test_blanks_are_left_out_and_a_short_column_says_how_far_it_goes():
    table = TABLE.copy()
    table.loc[:36, "P/E"] = np.nan
    found = row(confirmations(table), "P/E")
    assert (found["rows"], found["back"]) == (3, 2)


def test_no_threshold_is_invented():
    words = confirmations(TABLE).summary()
    assert "states no threshold" in words
    assert "nothing here is a yes or a no" in words


def test_missing_inputs_are_named():
    found = confirmations(TABLE[["date", "P/E"]])
    assert "Not in the table: P/CF, REIT relative strength, REER and Rate differential." in found.summary()


def test_a_loaded_table_and_a_frame_give_the_same():
    pd.testing.assert_frame_equal(confirmations(load_table(TABLE)).frame, confirmations(TABLE).frame)


def test_the_table_is_not_touched():
    before = TABLE.copy(deep=True)
    confirmations(TABLE)
    pd.testing.assert_frame_equal(TABLE, before)


@pytest.mark.parametrize("table", [TABLE[["date", "SPX"]], TABLE[["date", "P/E"]].head(1)], ids=["other columns", "one row"])
def test_a_table_without_them_is_refused(table):
    with pytest.raises(ToolError, match="table"):
        confirmations(table)


def test_json_and_picture():
    found = confirmations(TABLE)
    json.dumps(found.to_dict(), allow_nan=False)
    assert len(found.figure().data[0].x) == 5
