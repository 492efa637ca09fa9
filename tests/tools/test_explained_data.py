"""One's own data explained: each sentence against the file that was made for it, or against the tools called one by one."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from tools import ToolError, ad_line, load_table, macd_trigger
from tools.explained_data import explain_data

DAYS = pd.bdate_range("2015-01-02", periods=900)
VALUES = np.round(0.2 + 0.05 * np.sin(np.arange(900) / 20) + np.random.default_rng(2).normal(0, 0.004, 900), 5)


def frame(name: str = "iv") -> pd.DataFrame:
    return pd.DataFrame({"date": DAYS, name: VALUES})


def test_what_the_rule_sees_is_what_the_trigger_says():
    table = load_table(frame())
    found, alone = explain_data(table), macd_trigger(table.series())
    assert found.seen is not None
    assert found.seen.summary() == alone.summary()
    assert all(line in alone.summary() for line in found.rule)


def test_the_seed_is_judged_by_running_the_other_one():
    table = load_table(frame())
    days = [
        set(t.events.loc[t.events["kind"] == "trigger", "date"])
        for t in (macd_trigger(table.series()), macd_trigger(table.series(), seed="first"))
    ]
    (said,) = [line for line in explain_data(table).sure if line.startswith("Seed")]
    apart = sorted(days[0] ^ days[1])
    assert ("the same" in said) if not apart else all(f"{d:%Y-%m-%d}" in said for d in apart[:4])


def test_a_series_that_stands_in_for_the_methods_own_says_so():
    assert not any("stands in" in line for line in explain_data(load_table(frame())).limits)
    assert any("`close` stands in" in line for line in explain_data(load_table(frame("close"))).limits)


def test_missing_days_zeros_and_steps_are_odd_and_weigh_on_how_sure_it_is():
    sessions = DAYS[~DAYS.isin(pd.DatetimeIndex(["2015-01-19", "2015-02-16", "2015-04-03"]))]  # without the first holidays
    values = np.where(np.arange(len(sessions)) < 400, 150.0, 15.0) + np.arange(len(sessions)) % 7 / 10
    values[500] = 0
    table = load_table(pd.DataFrame({"date": sessions, "close": values}))
    found = explain_data(table)
    assert set(table.report.warnings) <= set(found.odd)
    (said,) = [line for line in found.sure if line.startswith("Odd values")]
    assert "1 zero" in said
    assert f"on {sessions[400]:%Y-%m-%d}" in said


def test_a_clean_file_is_said_to_be_clean():
    text = "date,close\n" + "".join(f"2024-01-{d:02d},{15 + d / 10}\n" for d in (2, 3, 4, 5, 8, 9, 10, 11, 12))
    found = explain_data(load_table(text.encode()))
    assert found.odd == (
        "Nothing: no row was left out, no trading day of the New York Stock Exchange is missing, "
        "and no price is zero or ten times the one before.",
    )
    assert any("at least 34" in line for line in found.rule)
    assert found.seen is None
    assert found.working()


@pytest.mark.parametrize(
    ("part", "shown", "hidden"),
    [
        ("loaded", ["What was loaded"], ["odd", "How sure"]),
        ("odd", ["What is odd in it"], ["What was loaded"]),
        ("rule", ["What the rule sees in it", "What it does not mean"], ["How sure"]),
        ("sure", ["How sure that is", "What it does not mean"], ["What was loaded"]),
        ("all", ["What was loaded", "What is odd", "What the rule sees", "How sure", "What it does not mean"], []),
    ],
)
def test_a_part_is_shown_alone(part: str, shown: list[str], hidden: list[str]):
    summary = explain_data(load_table(frame()), part=part).summary()
    assert all(head in summary for head in shown)
    assert not any(head in summary for head in hidden)


def test_a_list_of_symbols_a_choice_of_columns_and_a_table_of_text_say_what_is_missing():
    listed = b"date,symbol,close\n2024-01-02,A,1\n2024-01-02,B,2\n2024-01-03,A,1\n"
    assert "share a date" in explain_data(load_table(listed)).rule[0]
    assert "which column" in explain_data(load_table(b"date,a,b\n2024-01-02,1,2\n2024-01-03,2,3\n")).rule[0]
    assert "No column of prices" in explain_data(load_table(b"date,a\n2024-01-02,x\n2024-01-03,y\n")).rule[0]


def test_what_is_no_table_is_refused():
    with pytest.raises(ToolError):
        explain_data("vix")


@pytest.mark.shared
def test_every_real_file_is_explained_with_a_picture_where_a_tool_reads_it(shared: Path):
    for path in sorted((shared / "data").rglob("*.csv")):
        found = explain_data(load_table(path))
        assert found.loaded, path.name
        assert found.odd, path.name
        assert found.rule, path.name
        assert (found.figure() is None) == (found.seen is None or found.seen.figure() is None), path.name
        assert found.to_dict()["summary"] == found.summary()


@pytest.mark.shared
def test_the_breadth_file_is_read_as_its_line(shared: Path):
    table = load_table(shared / "data/breadth/nyse-net-advances.csv")
    line = ad_line(table.series())
    assert f"ends at {line.iloc[-1]:,.0f}; its low is {line.min():,.0f} on 2022-10-14" in explain_data(table).rule[0]


@pytest.mark.parametrize("values", [[18.2, 19.1], np.array([18.2, 19.1]), pd.Series([18.2, 19.1])])
def test_bare_values_are_told_how_to_become_a_table(values):
    with pytest.raises(ToolError, match=r"pd\.DataFrame\(\{'date': dates, 'close': values\}\)"):
        explain_data(values)


@pytest.mark.parametrize(("rows", "short"), [(33, True), (34, False)])
def test_a_series_too_short_for_the_rule_is_said_to_be_beside_what_is_odd(rows, short):
    days = pd.bdate_range("2026-02-02", periods=rows + 1).delete(3)  # a day is missing
    odd = " ".join(explain_data(pd.DataFrame({"date": days, "close": 18 + np.sin(np.arange(rows))})).odd)
    assert (f"{rows} usable rows: too few for a MACD 12/26/9, whose first signal takes 34 values" in odd) is short


def test_a_repeated_date_is_told_with_the_values_it_had():
    text = b"date,iv\n2026-03-02,18.4\n2026-03-03,18.6\n2026-03-03,18.9\n2026-03-04,\n2026-03-05,19.1\n"
    odd = " ".join(explain_data(load_table(text)).odd)
    assert "repeated date (the last one was kept) (line 3): 2026-03-03 appears twice, with 18.6 and 18.9." in odd
    assert "3 usable rows of 5 read" in odd


def test_of_many_repeated_dates_a_few_are_told():
    days = pd.bdate_range("2026-01-05", periods=40)
    frame = pd.DataFrame({"date": days.repeat(2), "close": np.arange(80) / 4 + 15})
    (odd,) = [line for line in explain_data(frame).odd if "repeated" in line]
    assert odd.startswith("40 rows left out")
    assert odd.count(" appears twice, ") == 5
    assert "2026-01-05 appears twice, with 15 and 15.25" in odd


def test_repeated_dates_of_several_columns_are_counted_alone():
    days = pd.bdate_range("2026-01-05", periods=40)
    frame = pd.DataFrame({"date": days.repeat(2), "close": np.arange(80) / 4 + 15, "volume": np.arange(80) * 1.5})
    assert " has " not in " ".join(line for line in explain_data(frame).odd if "repeated" in line)
