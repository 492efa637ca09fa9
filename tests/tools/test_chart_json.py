"""The JSON of price charts, written here as quote pages write it; the oracle for its days is the standard library's zones."""

import datetime as dt
import json
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tools import Table, ToolError, load_table

DAYS = [dt.date(2024, 1, 2), dt.date(2024, 1, 3), dt.date(2024, 7, 3)]
PRICES = {"open": [13.0, 13.2, 14.0], "high": [14.0, 14.2, 15.0], "low": [12.0, 13.0, 13.5], "close": [13.2, 14.04, 14.5]}


def stamps(zone: str, clock: dt.time) -> list[int]:
    return [int(dt.datetime.combine(day, clock, ZoneInfo(zone)).timestamp()) for day in DAYS]


def result(**changes: Any) -> dict[str, Any]:
    whole: dict[str, Any] = {
        "meta": {
            "currency": "USD",
            "symbol": "^VIX",
            "exchangeTimezoneName": "America/New_York",
            "gmtoffset": -18000,
            "dataGranularity": "1d",
            "validRanges": ["1d", "5d"],
            "currentTradingPeriod": {"pre": {"start": 1, "end": 2}},
        },
        "timestamp": stamps("America/New_York", dt.time(9, 30)),
        "indicators": {"quote": [{**PRICES, "volume": [0, 10, 20]}], "adjclose": [{"adjclose": PRICES["close"]}]},
    }
    return {**whole, **changes}


def chart(*results: dict[str, Any], error: Any = None) -> bytes:
    return json.dumps({"chart": {"result": list(results) or None, "error": error}}).encode()


def days(table: Table) -> list[dt.date]:
    return [moment.date() for moment in table.frame[table.date_column]]


def test_a_chart_is_a_table_of_its_prices_and_names_its_symbol():
    table = load_table(chart(result()))
    assert table.kind == "series"
    assert {name: table.frame[name].tolist() for name in PRICES} == PRICES
    assert table.roles["adjclose"] == "adjusted close"
    assert table.roles["volume"] == "volume"
    assert table.default_column == "close"
    assert days(table) == DAYS
    assert any("`^VIX`, in USD" in note for note in table.report.notes)


@pytest.mark.parametrize(
    ("zone", "opens"), [("Asia/Tokyo", dt.time(9)), ("Australia/Sydney", dt.time(10)), ("Europe/London", dt.time(0))]
)
def test_its_days_are_those_of_the_exchange(zone: str, opens: dt.time):
    """Sydney opens at 23:00 of the day before in UTC."""
    table = load_table(chart(result(timestamp=stamps(zone, opens), meta={"symbol": "X", "exchangeTimezoneName": zone})))
    assert days(table) == DAYS
    assert all(moment.time() == dt.time(0) for moment in table.frame["date"])


def test_bars_within_a_day_keep_the_clock_of_the_exchange():
    first = int(dt.datetime(2024, 1, 2, 9, 30, tzinfo=ZoneInfo("America/New_York")).timestamp())
    meta = {"symbol": "SPY", "exchangeTimezoneName": "America/New_York", "dataGranularity": "5m"}
    table = load_table(chart(result(timestamp=[first, first + 300, first + 600], meta=meta)))
    assert [f"{moment:%H:%M}" for moment in table.frame["date"]] == ["09:30", "09:35", "09:40"]
    assert table.report.frequency == "intraday"


def test_where_the_zone_is_unknown_its_offset_counts():
    meta = {"symbol": "X", "exchangeTimezoneName": "Nowhere/Atlantis", "gmtoffset": 9 * 3600}
    assert days(load_table(chart(result(timestamp=stamps("Asia/Tokyo", dt.time(1)), meta=meta)))) == DAYS


def test_a_time_without_prices_is_left_out_and_counted():
    table = load_table(chart(result(indicators={"quote": [{"close": [13.2, None, 14.5]}]})))
    assert table.series().tolist() == [13.2, 14.5]
    assert [(d.reason, d.lines) for d in table.report.dropped] == [("no value", (2,))]


def test_several_results_are_a_list_of_symbols():
    other = result(meta={"symbol": "SPX", "exchangeTimezoneName": "America/New_York"})
    other["indicators"] = {"quote": [{"close": [4742.83, 4704.81, 5537.02]}]}
    table = load_table(chart(result(), other))
    assert table.roles["symbol"] == "symbol"
    assert table.report.rows_kept == 6
    assert table.report.tenfold == ()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (chart(error={"code": "Not Found", "description": "No data found, symbol may be delisted"}), "symbol may be delisted"),
        (chart(), "list of results is empty"),
        (chart(result(timestamp=None)), "no list of times"),
        (chart(result(indicators={"quote": [{}]})), "no list of times with closing prices"),
        (chart(result(indicators={"quote": [{"close": [1.0]}]})), "1 values for 3 times"),
        (chart(result(timestamp=["a", "b", "c"])), "seconds since 1970"),
        (json.dumps({"a": {"x": [1, 2], "y": {"z": [1]}}, "b": [1, 2, 3]}).encode(), "lists beside objects"),
    ],
)
def test_what_holds_no_prices_is_refused_with_the_reason(content: bytes, says: str):
    with pytest.raises(ToolError, match=says):
        load_table(content)


def test_what_is_said_of_a_list_of_records_does_not_hide_it():
    records = [{"datetime": f"{day}", "close": f"{price}"} for day, price in zip(DAYS, PRICES["close"], strict=True)]
    table = load_table(json.dumps({"meta": {"symbol": "VIX"}, "values": records, "status": "ok"}).encode())
    assert table.series().tolist() == PRICES["close"]


def test_dates_over_prices_go_down_the_rows_however_few():
    content = {"Time Series": {f"{day}": {"1. open": "13", "2. high": "14", "4. close": "13.5"} for day in DAYS[:2]}}
    table = load_table(json.dumps(content).encode())
    assert days(table) == DAYS[:2]
    assert table.roles["4. close"] == "close"


def test_cells_that_hold_lists_are_left_aside_and_named():
    table = load_table(b'[{"date": "2024-01-02", "close": 1, "tags": ["a"]}, {"date": "2024-01-03", "close": 2, "tags": []}]')
    assert table.columns == ("date", "close")
    assert any("`tags`" in note for note in table.report.notes)
