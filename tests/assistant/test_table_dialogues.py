"""A conversation on loaded tables: other days, other stretches, other periods, another table, against pandas."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from assistant import Assistant
from assistant.answer import Answer
from tools import ad_line, load_table, macd_trigger, rsi

DAYS = pd.bdate_range("2019-01-01", "2021-12-31")
VALUES = pd.Series([20 + 5 * np.sin(n / 9) + np.sin(n / 2.3) + n / 100 for n in range(len(DAYS))], DAYS, name="CLOSE")
OTHER = (VALUES[::-1].to_numpy() * 100).round(2)
NETS = pd.Series([(n * 37) % 41 - 20 for n in range(len(DAYS))], DAYS, name="net advances")


@pytest.fixture
def vix(warmed: Assistant, session: str) -> str:
    warmed.load(VALUES.rename_axis("DATE").reset_index(), name="vix-daily.csv", session=session)
    return session


@pytest.fixture
def both(warmed: Assistant, vix: str) -> str:
    table = pd.DataFrame({"date": DAYS, "close": OTHER})
    warmed.load(table, name="spx-daily.csv", session=vix)
    return vix


def last(assistant: Assistant, session: str, *turns: str) -> Answer:
    return [assistant.ask(turn, session=session) for turn in turns][-1]


@pytest.mark.parametrize(
    "then", ["and 2020", "2020?", "what about 2020", "now 2020 please", "vs 2020", "and for 2020 then", "only 2020"]
)
def test_another_year_takes_the_place_of_the_one_before(warmed: Assistant, vix: str, then: str) -> None:
    (found,) = last(warmed, vix, "average close in 2019", then).results
    assert found.mean == pytest.approx(VALUES.loc["2020"].mean())  # type: ignore[attr-defined]


def test_a_month_and_two_years(warmed: Assistant, vix: str) -> None:
    (month,) = last(warmed, vix, "average close in 2019", "what about mar 2020").results
    assert month.count == len(VALUES.loc["2020-03"])  # type: ignore[attr-defined]
    (years,) = last(warmed, vix, "and 2019-2020").results
    assert years.count == len(VALUES.loc["2019":"2020"])  # type: ignore[attr-defined,misc]


def test_a_number_after_a_level_is_no_year(warmed: Assistant, both: str) -> None:
    answer = last(warmed, both, "use the spx", "how often was it above 1900", "and 2000")
    assert not any(r.inputs["series"].index[0].year == 2000 for r in answer.results)


@pytest.mark.parametrize("asked", ["close on 5 feb 2020", "what was it on 5 feb 2020", "on feb 5, 2020", "2020-02-05?"])
def test_a_day_is_named_by_its_month(warmed: Assistant, vix: str, asked: str) -> None:
    (found,) = last(warmed, vix, "summary", asked).results
    assert (found.count, found.last) == (1, VALUES["2020-02-05"])  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("then", "day"),
    [
        ("and the day before", "2020-02-07"),
        ("previous day", "2020-02-07"),
        ("2 days later", "2020-02-12"),
        ("next day", "2020-02-11"),
        ("what about three bars earlier", "2020-02-05"),
    ],
)
def test_the_day_is_moved_by_bars_of_the_table(warmed: Assistant, vix: str, then: str, day: str) -> None:
    (found,) = last(warmed, vix, "close on 2020-02-10", then).results
    assert found.last == VALUES[day]  # type: ignore[attr-defined]


@pytest.mark.parametrize("then", ["with 7 days", "rsi 7", "7 period", "what about with 7 periods", "use rsi(7) instead"])
def test_an_rsi_over_other_periods(warmed: Assistant, vix: str, then: str) -> None:
    (found,) = last(warmed, vix, "rsi", then).results
    assert found.inputs["period"] == 7
    assert found.tool == "rsi_extreme"


def test_the_periods_of_a_typed_series_change_too(warmed: Assistant, session: str) -> None:
    typed = "rsi14 of 20 20.5 21 20.8 21.2 21.9 22.4 22 22.8 23.5 24 23.7 24.6 25.1 25.9"
    (found,) = last(warmed, session, typed, "what about with 7 periods").results
    assert found.inputs["period"] == 7


def test_a_number_alone_after_an_rsi_is_no_period(warmed: Assistant, vix: str) -> None:
    assert not any(r.inputs.get("period") == 30 for r in last(warmed, vix, "rsi", "and 30").results)


@pytest.mark.parametrize("then", ["with 5 20 instead", "5 and 20", "use 5/20", "5/20 instead of 12/26"])
def test_two_spans_of_a_macd_change_and_the_stretch_stays(warmed: Assistant, vix: str, then: str) -> None:
    (found,) = last(warmed, vix, "macd", "in 2020", then).results
    expected = macd_trigger(VALUES.loc[:"2020"], fast=5, slow=20, events_from="2020-01-01")  # type: ignore[misc]
    assert (found.inputs["fast"], found.inputs["slow"]) == (5, 20)
    assert len(found.events) == len(expected.events)  # type: ignore[attr-defined]


def test_another_average(warmed: Assistant, vix: str) -> None:
    (found,) = last(warmed, vix, "50 day average", "20 day").results
    assert found.inputs["span"] == 20
    (found,) = last(warmed, vix, "ema instead").results
    assert (found.inputs["span"], found.inputs["kind"]) == (20, "exponential")


@pytest.mark.parametrize("asked", [("rsi on 16 march 2020",), ("rsi", "and on 16 march 2020"), ("rsi", "as of 2020-03-16")])
def test_a_line_is_told_as_of_a_day(warmed: Assistant, vix: str, asked: tuple[str, ...]) -> None:
    (found,) = last(warmed, vix, *asked).results
    assert found.inputs["series"].index[-1] == pd.Timestamp("2020-03-16")
    assert found.latest == pytest.approx(rsi(VALUES.loc[:"2020-03-16"]).iloc[-1])  # type: ignore[attr-defined,misc]


@pytest.mark.parametrize("asked", [("ad line on 2020-03-16",), ("ad line", "on 16 march 2020"), ("a/d line as of 2020-03-16",)])
def test_a_day_is_no_advances_less_declines(warmed: Assistant, session: str, asked: tuple[str, ...]) -> None:
    warmed.load(NETS.rename_axis("date").reset_index(), name="breadth.csv", session=session)
    (found,) = last(warmed, session, *asked).results
    assert found.tool == "net_advances_line"
    assert found.latest == ad_line(NETS.loc[:"2020-03-16"]).iloc[-1]  # type: ignore[attr-defined,misc]


def test_a_table_is_named_by_its_own_word(warmed: Assistant, both: str) -> None:
    assert "vix-daily.csv" in last(warmed, both, "use the vix one").text
    (found,) = last(warmed, both, "rsi").results
    assert found.inputs["series"].iloc[-1] == VALUES.iloc[-1]
    (found,) = last(warmed, both, "now the spx").results
    assert found.inputs["series"].iloc[-1] == OTHER[-1]
    (found,) = last(warmed, both, "with 7 days", "rsi of the vix").results
    assert found.inputs["series"].iloc[-1] == VALUES.iloc[-1]


def test_a_question_on_a_term_switches_no_table(warmed: Assistant, both: str) -> None:
    assert last(warmed, both, "rsi", "what is the vix").kind == "explanation"
    (found,) = last(warmed, both, "rsi").results
    assert found.inputs["series"].iloc[-1] == OTHER[-1]


def test_which_table_triggered_more(warmed: Assistant, both: str) -> None:
    answer = last(warmed, both, "which of them has more triggers")
    assert [r.tool for r in answer.results] == ["macd_trigger"] * 2


def test_the_count_after_one_trigger_is_of_all(warmed: Assistant, vix: str) -> None:
    whole = last(warmed, vix, "macd").results[0]
    (found,) = last(warmed, vix, "first trigger", "how many").results
    assert len(found.events) == len(whole.events)  # type: ignore[attr-defined]


def test_the_last_trigger_within_a_day(warmed: Assistant, session: str) -> None:
    minutes = pd.date_range("2020-12-15 09:30", periods=len(VALUES), freq="min")
    warmed.load(pd.DataFrame({"date": minutes, "close": VALUES.to_numpy()}), name="intraday.csv", session=session)
    answer = last(warmed, session, "macd", "last trigger")
    assert answer.text.startswith("**Trigger ")


def test_the_delta_and_the_tenor_of_a_chain_are_read(warmed: Assistant, session: str, shared: Path) -> None:
    warmed.load(load_table(shared / "data/chains/spxw_2018_jan_feb_data_full.csv"), session=session)
    asked = ("25 delta put iv", "with 20 days tenor", "at 10 delta", "delta 0.2")
    found = [last(warmed, session, text).results[0].inputs for text in asked]
    assert [(i.get("delta"), i.get("tenor_days")) for i in found] == [(0.25, None), (0.25, 20), (None, 20), (0.2, 20)]


def test_another_column_is_read_and_stays_what_is_meant(warmed: Assistant, session: str) -> None:
    table = VALUES.rename("CLOSE").rename_axis("DATE").reset_index().assign(HIGH=VALUES.to_numpy() + 3)
    warmed.load(table, name="vix-daily.csv", session=session)
    (found,) = last(warmed, session, "average close in 2020", "what about the high column").results
    assert found.mean == pytest.approx(VALUES.loc["2020"].mean() + 3)  # type: ignore[attr-defined]
    (found,) = last(warmed, session, "max of that").results
    assert found.highest == VALUES.loc["2020"].max() + 3  # type: ignore[attr-defined]


def test_a_year_after_a_low_level_is_a_year(warmed: Assistant, vix: str) -> None:
    (found,) = last(warmed, vix, "how often was it above 22", "and 2020").results
    assert (found.inputs["above"], found.count) == (22.0, len(VALUES.loc["2020"]))  # type: ignore[attr-defined]


@pytest.mark.parametrize(("then", "day"), [("a week later", "2020-02-17"), ("two weeks before", "2020-01-27")])
def test_weeks_from_a_day_are_no_weekly_bars(warmed: Assistant, vix: str, then: str, day: str) -> None:
    (found,) = last(warmed, vix, "close on 2020-02-10", then).results
    assert (found.count, found.last) == (1, VALUES[day])  # type: ignore[attr-defined]


def test_the_curve_of_a_day_after_a_column_of_it(warmed: Assistant, session: str) -> None:
    curve = pd.DataFrame({"date": DAYS, "M1": VALUES.to_numpy(), "M2": VALUES.to_numpy() + 1, "M3": VALUES.to_numpy() + 2})
    warmed.load(curve, name="settle.csv", session=session)
    (found,) = last(warmed, session, "average of M1 in 2020", "contango on 2020-02-10").results
    assert (found.tool, found.inputs["date"]) == ("term_structure", "2020-02-10")
    (found,) = last(warmed, session, "and in 2021").results
    assert found.inputs["curve"].index[0].year == 2021


def test_the_largest_step_in_percent(warmed: Assistant, vix: str) -> None:
    answer = last(warmed, vix, "largest move", "in percent")
    change = VALUES.pct_change().max()
    assert answer.text.startswith("- In percent of the value before: rise")
    assert answer.results[0].rise_share == pytest.approx(change)  # type: ignore[attr-defined]
