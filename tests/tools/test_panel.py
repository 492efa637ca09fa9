"""Lists of several symbols. The oracle is pandas: groups and pivots of the same rows."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import Table, load_table
from tools.jumps import Rows
from tools.panel import Panel

DAYS = pd.bdate_range("2024-01-02", "2024-03-28").difference(pd.to_datetime(["2024-01-15", "2024-02-19"]))
BASES = {"SPX": 4700.0, "VIX": 13.0, "VXX": 1.5}


def listed(days: dict[str, pd.DatetimeIndex], name: str = "Symbol") -> pd.DataFrame:
    parts = [
        pd.DataFrame({"Date": dates, name: symbol, "Close": BASES[symbol] + 0.01 * np.arange(len(dates))})
        for symbol, dates in days.items()
    ]
    return pd.concat(parts, ignore_index=True)


def loaded(frame: pd.DataFrame) -> Table:
    return load_table(frame.to_csv(index=False).encode())


def says(table: Table, words: str) -> bool:
    return any(words in warning for warning in table.report.warnings)


@pytest.mark.parametrize("by", [["Date", "Symbol"], ["Symbol", "Date"]])
def test_prices_of_different_symbols_are_no_steps(by: list[str]):
    table = loaded(listed(dict.fromkeys(BASES, DAYS)).sort_values(by))
    assert table.report.tenfold == ()
    assert table.report.frequency == "daily"
    assert table.report.out_of_order == table.report.rows_dropped == 0
    assert table.report.warnings == ()


def test_a_change_of_unit_within_one_symbol_is_found_and_named():
    frame = listed(dict.fromkeys(BASES, DAYS))
    frame.loc[(frame["Symbol"] == "VIX") & (frame["Date"] >= DAYS[10]), "Close"] *= 10
    (step,) = loaded(frame.sort_values("Date")).report.tenfold
    assert (step.column, step.symbol, step.date) == ("Close", "VIX", DAYS[10].date())
    assert step.ratio == pytest.approx(10, rel=0.01)


@given(
    st.lists(st.tuples(st.integers(0, 3), st.sampled_from([0.0, 1.0, 2.0, 9.0, 50.0, np.nan])), min_size=2, max_size=40),
)
def test_steps_are_those_that_pandas_finds_in_each_group(rows: list[tuple[int, float]]):
    frame = pd.DataFrame(rows, columns=["code", "price"])
    codes, prices = frame["code"].to_numpy(), frame["price"].to_numpy()
    found = Rows(np.array([], dtype="datetime64[us]"), Panel.of(codes)).jumps("price", prices)
    held = frame[frame["price"] > 0]
    ratio = (held["price"] / held.groupby("code")["price"].shift()).dropna()
    wanted = ratio[(ratio > 6.5) | (ratio < 1 / 6.5)]
    if frame["code"].nunique() > 1:
        assert sorted(step.ratio for step in found) == sorted(wanted)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 9)), min_size=2, max_size=40, unique=True))
def test_dates_that_a_symbol_lacks_are_those_blank_in_a_pivot(rows: list[tuple[int, int]]):
    frame = pd.DataFrame(sorted(rows, key=lambda row: row[1]), columns=["code", "day"])
    panel = Panel.of(frame["code"].to_numpy())
    if panel is None:
        return
    dates = (np.datetime64("2024-01-01") + frame["day"].to_numpy()).astype("datetime64[us]")
    timeline = panel.timeline(dates, np.append(True, np.diff(frame["day"]) > 0))
    pivot = frame.assign(here=1).pivot(index="day", columns="code", values="here")
    lacking = {code: int(c.loc[c.first_valid_index() : c.last_valid_index()].isna().sum()) for code, c in pivot.items()}
    said = "".join(timeline.absences(frame["code"].astype("str")))
    most = sorted(lacking.items(), key=lambda item: (-item[1], item[0]))[:3]
    assert all((f"`{code}` {count} date" in said) == (count > 0) for code, count in most)
    within = frame.groupby("code")["day"].diff().dropna()
    assert sorted(timeline.steps.sizes / 86_400e6) == sorted(within)
    spans = frame.groupby("code")["day"].agg(["min", "max"])
    spanned = [day for day in pivot.index if ((spans["min"] <= day) & (day < spans["max"])).any()]
    assert [(day - dt.date(2024, 1, 1)).days for day in timeline.spanned.astype("datetime64[D]").tolist()] == spanned


def test_a_symbol_that_is_silent_while_others_trade_is_reported():
    quiet = DAYS[(DAYS.month != 2)]
    table = loaded(listed({"SPX": DAYS, "VIX": quiet}))
    assert says(table, f"`VIX` {len(DAYS) - len(quiet)} dates (first 2024-02-01)")
    assert table.report.gap_count == 0


def test_a_symbol_that_ends_before_another_begins_leaves_no_gap():
    table = loaded(listed({"SPX": DAYS[:20], "VIX": DAYS[-20:]}))
    assert table.report.gap_count == table.report.missing_sessions == 0
    alone = loaded(listed({"SPX": DAYS[:20].append(DAYS[-20:])}))
    assert alone.report.missing_sessions == len(DAYS) - 40


def test_symbols_of_staggered_months_are_monthly():
    first, middle = pd.date_range("2020-01-01", periods=24, freq="MS"), pd.date_range("2020-01-15", periods=24, freq="30D")
    assert loaded(listed({"SPX": first, "VIX": middle}).sort_values("Date")).report.frequency == "monthly"


def test_rows_out_of_order_are_counted_within_each_symbol():
    frame = listed(dict.fromkeys(BASES, DAYS))
    assert loaded(frame).report.out_of_order == 0
    assert any("within each symbol" in note for note in loaded(frame).report.notes)
    mixed = frame.copy()
    mixed.iloc[[3, 4]] = mixed.iloc[[4, 3]].to_numpy()
    table = loaded(mixed)
    assert table.report.out_of_order == 1
    assert says(table, "1 row stood after a later date (first at 6)")
    newest_first = frame.iloc[::-1]
    assert any("newest first" in note for note in loaded(newest_first).report.notes)


def test_text_of_an_unknown_name_that_tells_rows_apart_holds_the_symbols():
    """Named otherwise, two in three rows were once left out as repeated dates."""
    table = loaded(listed(dict.fromkeys(BASES, DAYS), "Market"))
    assert table.roles["Market"] == "symbol"
    assert table.report.rows_kept == 3 * len(DAYS)


def test_remarks_on_a_repeated_date_are_no_symbols():
    text = b"Date,Close,Note\n2024-01-02,13,first\n2024-01-03,14,first\n2024-01-04,14,first\n2024-01-04,15,revised\n"
    table = load_table(text)
    assert table.roles["Note"] == "text"
    assert table.series().tolist() == [13, 14, 15]


def test_a_list_of_quotes_without_dates_has_no_steps():
    assert load_table(b"Symbol,Last\nVIX,13.2\nSPX,4742.83\nVXX,15.1\n").report.tenfold == ()
