"""Text whose columns are set apart by spaces. The oracles are pandas' printer and prints of R and Stata."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import ToolError, load_table

DAYS = pd.date_range("2024-01-02", periods=8, freq="B")
BARS = pd.DataFrame({"open": np.linspace(13, 14, 8).round(2), "close": np.linspace(12, 15, 8).round(2)}, index=DAYS)
R_FRAME = """        date close
1 2024-01-02 13.20
2 2024-01-03 14.04
3 2024-01-04 15.00
"""
R_TIMES = """                 date close
1 2024-01-02 09:30:00 13.20
2 2024-01-02 09:35:00 14.04
3 2024-01-02 09:40:00 15.00
"""
R_XTS = """           VIX.Open VIX.Close
2024-01-02     13.2     13.20
2024-01-03     14.2     14.04
2024-01-04     15.1     15.00
"""
R_TABLE = '"date" "close"\n"1" "2024-01-02" 13.2\n"2" "2024-01-03" 14.04\n"3" "2024-01-04" 15\n'
STATA = """
     +-------------------+
     |      date   close |
     |-------------------|
  1. | 02jan2024    13.2 |
  2. | 03jan2024   14.04 |
  3. | 04jan2024      15 |
     +-------------------+
"""
FIXED = """VIX, end of day
Date        Adj Close     Volume
----------  ---------  ---------
2024-01-02      13.20  1,234,567
2024-01-03      14.04  2,234,567
2024-01-04      15.00
Source: an exchange, all rights reserved
"""


@pytest.mark.parametrize("text", [R_FRAME, R_TIMES, R_XTS, R_TABLE, STATA, FIXED])
def test_prints_of_other_programs_are_read(text: str):
    table = load_table(text.encode())
    assert table.report.delimiter == "spaces"
    assert "The columns were set apart by their spaces." in table.report.notes
    close = table.series("VIX.Close" if text is R_XTS else "Adj Close" if text is FIXED else "close")
    assert close.tolist() == [13.2, 14.04, 15]
    assert close.index[0].normalize() == pd.Timestamp("2024-01-02")
    assert table.report.rows_read == table.report.rows_kept + table.report.rows_dropped


def test_a_blank_cell_and_a_footer_stay_where_they_are():
    table = load_table(FIXED.encode())
    assert table.frame["Volume"].tolist()[:2] == [1_234_567, 2_234_567]
    assert np.isnan(table.frame["Volume"].iloc[2])
    assert [d.lines for d in table.report.dropped] == [(3,), (7,)]


def test_a_blank_in_the_middle_does_not_move_the_next_cell():
    gone = BARS.reset_index(names="date")
    gone.loc[3, "open"] = np.nan
    table = load_table(gone.to_string(index=False, na_rep="").encode())
    assert table.series("close").tolist() == BARS["close"].tolist()
    assert len(table.series("open")) == 7


@pytest.mark.parametrize(
    "form", ["%Y-%m-%d %H:%M", "%m/%d/%Y %I:%M %p", "%b %d %Y", "%b %d, %Y", "%d %b %Y", "%d %B %Y %H:%M:%S"]
)
@pytest.mark.parametrize("gap", [" ", "   "])
@pytest.mark.parametrize("ahead", [[], ["Symbol"]])
def test_dates_with_spaces_in_them_stay_whole(form: str, gap: str, ahead: list[str]):
    stamps = [dt.datetime(2024, 1, 5, 9, 30) + dt.timedelta(days=9 * i, minutes=i) for i in range(12)]
    lines = [gap.join([*ahead, "Date", "Close"])]
    lines += [gap.join([*("VIX" for _ in ahead), s.strftime(form), f"{13 + i}.25"]) for i, s in enumerate(stamps)]
    series = load_table("\n".join(lines).encode()).series("Close")
    assert series.tolist() == [13.25 + i for i in range(12)]
    assert series.index.tolist() == [pd.Timestamp(dt.datetime.strptime(s.strftime(form), form)) for s in stamps]


def test_a_date_and_a_time_with_names_of_their_own_are_joined():
    text = "Date Time Close\n2024-01-02 09:30 13.2\n2024-01-02 09:35 13.3\n2024-01-02 09:40 13.4\n"
    assert [f"{d:%H:%M}" for d in load_table(text.encode()).series().index] == ["09:30", "09:35", "09:40"]


def test_numbered_months_are_not_taken_for_days():
    table = load_table(b" date close\n1 Jan 2024 13.2\n2 Feb 2024 14\n3 Mar 2024 15\n")
    assert [f"{d:%Y-%m-%d}" for d in table.series("close").index] == ["2024-01-01", "2024-02-01", "2024-03-01"]
    days = load_table(b"date close\n1 Jan 2024 13.2\n2 Jan 2024 14\n3 Jan 2024 15\n")
    assert [f"{d:%Y-%m-%d}" for d in days.series("close").index] == ["2024-01-01", "2024-01-02", "2024-01-03"]


def test_decimal_commas_between_spaces():
    table = load_table(b"Datum        Schluss\n02.01.2024   4.713,2\n03.01.2024   4.613,25\n31.01.2024     713,2\n")
    assert table.series().tolist() == [4713.2, 4613.25, 713.2]


@pytest.mark.parametrize(
    "text",
    [
        "Datum        Schluss\n02.01.2024   4 713,2\n03.01.2024   4 613,25\n31.01.2024   5 713,2\n",
        "Date          Close\n2024-01-02   1  2  3\n2024-01-03   4  5  6\n2024-01-04   7  8  9\n",
    ],
)
def test_lines_that_divide_otherwise_than_their_names_are_refused(text: str):
    with pytest.raises(ToolError, match="Set apart by spaces, the names on line 1"):
        load_table(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "Once upon a time in 2024 the VIX was 13\nand then in 2025 it rose to about 30 points\nwhich nobody had seen or so\n",
        "Year end results\n2023 was good\n2024 was better\n2025 was bad\n",
        "ERROR 2024-01-02 09:30 thing broke\nERROR 2024-01-02 09:31 thing broke\nINFO 2024-01-02 09:33 thing fixed\n",
        "Some words stand here\nfour words are here\n12 more words follow\nall is said now\n",
    ],
)
def test_prose_is_no_table(text: str):
    with pytest.raises(ToolError, match="All columns hold text"):
        load_table(text.encode())


def test_one_column_of_numbers_with_spaces_in_them_stays_one():
    assert load_table(b"Adj Close\n1 234.5\n2 345.5\n3 234.5\n").series().tolist() == [1234.5, 2345.5, 3234.5]


@given(
    st.lists(st.tuples(st.floats(-1e6, 1e6), st.integers(0, 10**9)), min_size=2, max_size=30),
    st.booleans(),
    st.sampled_from(["", "date"]),
)
def test_a_frame_that_pandas_prints_is_read_back(rows: list[tuple[float, int]], numbered: bool, index: str):
    days = pd.date_range("2020-01-03", periods=len(rows))
    frame = pd.DataFrame(rows, columns=["close", "volume"], index=days).round(4)
    printed = frame.reset_index(names="date").to_string() if numbered else frame.rename_axis(index or None).to_string()
    table = load_table(printed.encode())
    width = len(printed.splitlines()[-1])
    assert width < 200
    pd.testing.assert_series_equal(
        table.series("volume"), frame["volume"].astype(float), check_names=False, check_freq=False, check_index_type=False
    )
    np.testing.assert_allclose(table.series("close"), frame["close"], rtol=1e-3, atol=1e-3)
    assert table.series("close").index.tolist() == days.tolist()
