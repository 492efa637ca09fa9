"""The latest bars of a loaded table, how far its triggers lie apart, and whether it is any good, against pandas."""

import math

import numpy as np
import pandas as pd
import pytest

from assistant import Assistant
from tools import load_table, macd_trigger

VALUES = [20 + 5 * math.sin(i / 9) + math.sin(i / 2.3) + i / 100 for i in range(400)]
DAILY = pd.Series(VALUES, pd.bdate_range("2023-01-02", periods=400), name="iv")
WEEKLY = pd.Series(VALUES, pd.date_range("2020-01-03", periods=400, freq="W-FRI"), name="iv")


@pytest.fixture
def loaded(warmed: Assistant, session: str) -> Assistant:
    warmed.load(DAILY.rename_axis("date").reset_index(), name="daily", session=session)
    return warmed


@pytest.mark.parametrize(
    ("asked", "values"),
    [
        ("average of the last 50 days", DAILY.tail(50)),
        ("mean of the last 20 bars", DAILY.tail(20)),
        ("what was the highest of the past 120 trading days", DAILY.tail(120)),
        ("lowest in the past 3 months", DAILY.loc["2024-04-13":]),
        ("average over the last two weeks", DAILY.loc["2024-06-29":]),
        ("median of the last year", DAILY.loc["2023-07-13":]),
    ],
)
def test_a_stretch_up_to_the_last_bar(loaded: Assistant, session: str, asked: str, values: pd.Series) -> None:
    (result,) = loaded.ask(asked, session).results
    assert (result.count, result.mean) == (len(values), pytest.approx(values.mean()))  # type: ignore[attr-defined]
    assert (result.highest, result.lowest) == (values.max(), values.min())  # type: ignore[attr-defined]


def test_the_stretch_is_changed_and_counts_above_a_level(loaded: Assistant, session: str) -> None:
    loaded.ask("average of the last 50 days", session)
    for said, count in (("and the last 10?", 10), ("over the past 30 days?", 30)):
        (result,) = loaded.ask(said, session).results
        assert result.mean == pytest.approx(DAILY.tail(count).mean())  # type: ignore[attr-defined]
    (result,) = loaded.ask("how often above 22 in the last 100 days", session).results
    assert result.bars_above == int((DAILY.tail(100) > 22).sum())  # type: ignore[attr-defined]


def test_days_of_a_weekly_series_are_days(warmed: Assistant, session: str) -> None:
    warmed.load(WEEKLY.rename_axis("date").reset_index(), name="weekly", session=session)
    (result,) = warmed.ask("average of the last 50 days", session).results
    assert result.mean == pytest.approx(WEEKLY.loc[WEEKLY.index[-1] - pd.Timedelta(days=49) :].mean())  # type: ignore[attr-defined]
    (result,) = warmed.ask("mean of the past 10 weeks", session).results
    assert result.mean == pytest.approx(WEEKLY.tail(10).mean())  # type: ignore[attr-defined]


def test_more_bars_than_there_are_is_said(warmed: Assistant, session: str) -> None:
    warmed.load(pd.DataFrame({"iv": VALUES[:60]}), name="short", session=session)
    answer = warmed.ask("average of the last 90 days", session)
    assert "at most the 60 bars" in answer.text


def test_the_averages_of_a_trigger_keep_the_bars_before(loaded: Assistant, session: str) -> None:
    (result,) = loaded.ask("did it trigger in the last 60 days", session).results
    whole = macd_trigger(DAILY)
    assert result.latest["macd"] == pytest.approx(whole.latest["macd"])  # type: ignore[attr-defined]
    events = whole.events[whole.events["date"] >= DAILY.index[-60]]
    assert list(result.events["date"]) == list(events["date"])  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "asked",
    [
        "how far apart are the triggers",
        "average time between signals",
        "days between the triggers?",
        "how long between triggers",
    ],
)
def test_how_far_apart_the_triggers_lie(loaded: Assistant, session: str, asked: str) -> None:
    (result,) = loaded.ask(asked, session).results
    found = macd_trigger(DAILY).events
    days = found[found["kind"] == "trigger"]["date"].to_numpy()
    assert result.tool == "event_spacing"
    assert result.average == pytest.approx(np.diff(days).mean() / np.timedelta64(1, "D"))  # type: ignore[attr-defined]


@pytest.mark.parametrize("asked", ["is that data any good", "is my file ok", "are these numbers reliable", "is it usable?"])
def test_whether_the_data_is_any_good_is_what_is_odd_in_it(warmed: Assistant, session: str, asked: str) -> None:
    rows = "date,iv\n" + "\n".join(f"2024-01-{day:02d},{0 if day == 9 else 15 + day / 10}" for day in range(2, 28) if day != 17)
    warmed.load(load_table(rows.encode()), name="odd", session=session)
    answer = warmed.ask(asked, session)
    assert [r.tool for r in answer.results] == ["explain_data"]  # type: ignore[attr-defined]
    assert "odd" in answer.text
    assert "Zeros" in answer.text
