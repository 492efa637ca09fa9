"""Event days, confirmations and divergences asked for in words, on the command line and on loaded tables."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from click.testing import CliRunner

from assistant import Assistant
from assistant.cli.tool import tool
from assistant.understanding.framed.calculations import calculation
from assistant.understanding.text.quantities import Reading
from tools import load_table

from .asked import computed

DAYS = pd.bdate_range("2024-01-01", periods=72)
IV = pd.DataFrame({"date": DAYS, "IV": [20 - 0.1 * i for i in range(60)] + [14 + 0.4 * i for i in range(12)]})
BREADTH = pd.DataFrame({"date": DAYS[:9], "close": [1, 5, 2, 1, 2, 6, 3, 2, 1.0], "advances": [9.0] * 9, "declines": [4.0] * 9})


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("how far is 2024-08-05 from the FOMC", {"dates": ["2024-08-05"]}),
        ("is July 30 2024 within 2 days of the fed meeting", {"dates": ["2024-07-30"], "days": 2}),
        ("was 5 August 2024 near an fomc decision?", {"dates": ["2024-08-05"]}),
        ("was Aug 5th, 2024 near the fed?", {"dates": ["2024-08-05"]}),
        ("is 2024-08-13 within 1 day of cpi on 2024-08-14", {"dates": ["2024-08-13"], "events": ["2024-08-14"], "days": 1}),
        ("how close are 2024-08-05 and 2025-04-03 to fomc days", {"dates": ["2024-08-05", "2025-04-03"]}),
        ("ppi was 2024-08-13, cpi came out 2024-08-14: how near is 2024-08-05",
         {"dates": ["2024-08-05"], "events": ["2024-08-13", "2024-08-14"], "names": ["PPI", "CPI"]}),
    ],
)  # fmt: skip
def test_dates_and_events(text: str, arguments: dict[str, Any]) -> None:
    assert computed(text) == ("event_window", arguments)


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("when do VIX options expire after 2026-05-01?", {"date": "2026-05-01"}),
        ("when does the June 2026 VIX future settle?", {"date": "2026-06-01", "count": 1}),
        ("what day does VIX settle in march of 2025", {"date": "2025-03-01", "count": 1}),
        ("how many days until the next vix expiration from Aug 5, 2024", {"date": "2024-08-05"}),
        ("VX expiry dates from 2024-08-05", {"date": "2024-08-05"}),
        ("on which date do the 2026-10 VX futures expire", {"date": "2026-10-01", "count": 1}),
    ],
)
def test_settlement_days_of_vix_futures(text: str, arguments: dict[str, Any]) -> None:
    assert computed(text) == ("vix_expiries", arguments)


@pytest.mark.parametrize(
    "text",
    [
        "when do VIX options expire?",  # no day to begin with: the glossary says how the day is found
        "what is a VIX settlement?",
        "a 25/30/35 VIX fly for 0.85 settles at 29 when it expires in June 2026",
        "when does the S&P option of June 2026 expire?",
    ],
)
def test_no_settlement_day_is_made_up(text: str) -> None:
    found = calculation(Reading(text))
    assert found is None or getattr(found, "tool", "") != "vix_expiries"


@pytest.mark.parametrize(
    "text",
    ["what is the fomc", "how many days before cpi", "is 2024-08-13 near cpi", "fomc met in 2024", "fomc 2024-13-45"],
)
def test_without_the_dates_it_is_left_to_the_glossary(text: str) -> None:
    assert calculation(Reading(text)) is None


def test_the_answer_gives_the_distance_and_the_next_meeting() -> None:
    answer = Assistant().ask("how far is 2024-08-05 from the FOMC?")
    assert answer.kind == "calculation"
    assert "5 days earlier; the next is on 2024-09-18" in answer.text


def test_triggers_of_the_loaded_series_are_set_against_the_fed() -> None:
    assistant = Assistant()
    assistant.load(IV, name="iv.csv")
    answer = assistant.ask("were the triggers in my data within 5 days of an FOMC decision?")
    assert [r.tool for r in answer.results] == ["event_window"]
    assert answer.results[0].to_dict()["inputs"]["days"] == 5


@pytest.mark.parametrize(
    ("text", "ran"),
    [
        ("event window around FOMC", ["around_events", "event_window"]),
        ("what did it do around the last Fed meetings?", ["around_events"]),
        ("how much did vol move after the fed decisions", ["around_events"]),
        ("show me the event window for the fed, within 5 days", ["around_events", "event_window"]),
    ],
)
def test_moves_around_the_fed_are_read_from_the_loaded_series(text: str, ran: list[str]) -> None:
    assistant = Assistant()
    assistant.load(IV, name="iv.csv")
    answer = assistant.ask(text)
    assert [r.tool for r in answer.results] == ran
    moved = answer.results[0].to_dict()
    assert moved["inputs"]["window"] == (5 if "5" in text else 3)
    met = moved["frame"]["last"][-1]
    values = IV.set_index("date").iloc[:, 0]
    place = values.index.get_loc(pd.Timestamp(met["bar"]))
    window = moved["inputs"]["window"]
    assert met["change"] == pytest.approx(values.iloc[place + window] - values.iloc[place - window])


@pytest.mark.parametrize("text", ["show the event window for CPI", "what did vol do around the last PPI releases?"])
def test_releases_whose_days_nobody_gave_are_asked_for(text: str) -> None:
    assistant = Assistant()
    assistant.load(IV, name="iv.csv")
    answer = assistant.ask(text)
    assert answer.kind == "clarification"
    assert f"the days of the {'CPI' if 'CPI' in text else 'PPI'} releases" in answer.text
    assistant.load(pd.DataFrame({"date": ["2024-03-12", "2024-04-10"], "event": ["CPI", "CPI"]}), name="days.csv")
    assistant.take_up("iv.csv")
    assert "around_events" in [r.tool for r in assistant.ask(text).results]


def test_moves_around_events_need_a_series_and_the_method_is_told_from_its_sources() -> None:
    assistant = Assistant()
    assert "a series with its dates" in assistant.ask("what did VIX do around the last Fed meetings?").text
    assistant.load(IV, name="iv.csv")
    for text in ("what does the method do around FOMC?", "why does vol rise before FOMC?", "what is an FOMC decision?"):
        assert assistant.ask(text).kind == "explanation", text


def test_a_loaded_calendar_takes_the_place_of_the_fed() -> None:
    assistant = Assistant()
    events = pd.DataFrame({"date": ["2024-03-12", "2024-04-10", "2024-05-15"], "event": ["CPI"] * 3})
    assistant.load(events, name="cpi.csv")
    assistant.load(IV, name="iv.csv")
    answer = assistant.ask("were the triggers in my data near a CPI event?")
    assert [r.tool for r in answer.results] == ["event_window"]
    assert "CPI on 2024-" in answer.text


def test_divergence_is_found_over_two_loaded_tables() -> None:
    assistant = Assistant()
    rng = np.random.default_rng(2)
    price = pd.DataFrame({"date": DAYS, "close": 100 + rng.normal(0, 1, 72).cumsum()})
    line = pd.DataFrame({"date": DAYS, "net advances": rng.integers(-900, 900, 72)})
    assistant.load(price, name="spx.csv")
    assistant.load(line, name="nyse.csv")
    answer = assistant.ask("is there a negative divergence in my data?")
    assert [r.tool for r in answer.results] == ["breadth_divergence"]
    assert "summed" in {a["name"] for a in answer.results[0].to_dict()["assumptions"]}


def test_confirmations_are_read_from_a_loaded_table() -> None:
    assistant = Assistant()
    assistant.load(pd.DataFrame({"date": DAYS, "P/E": np.linspace(20, 24, 72)}), name="pe.csv")
    answer = assistant.ask("does my data confirm the signal?")
    assert [r.tool for r in answer.results] == ["confirmations"]
    assert "states no threshold" in answer.text


def run(*arguments: str) -> str:
    done = CliRunner().invoke(tool, list(arguments))
    assert done.exit_code == 0, done.output
    return str(done.output)


def test_the_command_line_takes_dates_and_files(tmp_path: Any) -> None:
    assert "5 days earlier" in run("event_window", "--dates", "2024-08-05")
    assert "1 day later" in run("event_window", "--dates", "2024-08-13", "--events", "2024-08-14")
    calendar = tmp_path / "cpi.csv"
    calendar.write_text("date,event\n2024-08-14,CPI\n2024-09-11,CPI\n")
    assert "CPI on 2024-08-14" in run("event_window", "--dates", "2024-08-13", "--events-data", str(calendar))
    series = tmp_path / "iv.csv"
    IV.to_csv(series, index=False)
    assert "FOMC decision" in run("event_window", "--data", str(series))
    assert "12.41%" in run("xirr", "--dates", "2024-01-02,2024-07-01,2025-01-02", "--cash-flows=-1000,400,700")
    assert "2024-08-05" in run("tranche_plan", "--budget", "10000", "--events", "2024-08-02,2024-08-05")


def test_the_command_line_takes_each_series_from_its_own_file(tmp_path: Any) -> None:
    price, line = tmp_path / "spx.csv", tmp_path / "nyse.csv"
    BREADTH[["date", "close"]].to_csv(price, index=False)
    BREADTH.assign(net_advances=[5, 4, -4, -1, 1, 2, -1, -1, -1.0])[["date", "net_advances"]].to_csv(line, index=False)
    out = run("breadth_divergence", "--price-data", str(price), "--ad-line-data", str(line), "--left", "1", "--right", "2")
    assert "in 9 bars" in out
    assert load_table(line).roles["net_advances"] == "net_advances"


def test_a_bad_date_is_refused_with_the_disclaimer() -> None:
    done = CliRunner().invoke(tool, ["event_window", "--dates", "05/08/2024"])
    assert done.exit_code == 2
    assert "dates: got '05/08/2024'" in done.output
