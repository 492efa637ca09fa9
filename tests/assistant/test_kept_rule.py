"""The rule's parameters that the user chose: they stay, and the answer says so."""

import numpy as np
import pandas as pd
import pytest

from assistant import Assistant
from tools import macd_trigger, tranche_plan

DAYS = pd.bdate_range("2023-01-02", periods=260)
IV = pd.Series(18 + 4 * np.sin(np.arange(260) / 9) + np.sin(np.arange(260) / 3), DAYS, name="iv").round(3)


@pytest.fixture
def loaded(warmed: Assistant, session: str) -> str:
    warmed.load(pd.DataFrame({"date": DAYS, "iv": IV.to_numpy()}), "iv.csv", session)
    return session


def triggers(**spans: int) -> list[pd.Timestamp]:
    events = macd_trigger(IV, **spans).events
    return list(events[events["kind"] == "trigger"]["date"])


@pytest.mark.parametrize("spans", [(5, 35, 5), (8, 17, 9), (3, 10, 16)])
def test_a_fresh_question_keeps_them_and_says_so(warmed: Assistant, loaded: str, spans: tuple[int, int, int]) -> None:
    written = "/".join(map(str, spans))
    for said in ("did it trigger?", f"with {written}"):
        warmed.ask(said, loaded)
    warmed.ask("what is contango?", loaded)
    answer = warmed.ask("how often did the macd trigger in my data?", loaded)
    (result,) = answer.results
    found = result.events[result.events["kind"] == "trigger"]["date"]  # type: ignore[attr-defined]
    assert list(found) == triggers(fast=spans[0], slow=spans[1], signal=spans[2])
    assert f"the rule with {written} as before" in answer.text


def test_the_usual_periods_bring_the_methods_own_back(warmed: Assistant, loaded: str) -> None:
    for said in ("did it trigger?", "with 5/35/5"):
        warmed.ask(said, loaded)
    (result,) = warmed.ask("did it cross with the usual periods?", loaded).results
    assert (result.inputs["fast"], result.inputs["slow"]) == (12, 26)
    answer = warmed.ask("did the macd trigger?", loaded)
    assert answer.results[0].inputs["fast"] == 12
    assert "as before" not in answer.text


def test_a_plan_is_dated_by_the_triggers_of_the_chosen_rule(warmed: Assistant, loaded: str) -> None:
    for said in ("did it trigger?", "with 5/35/5"):
        warmed.ask(said, loaded)
    answer = warmed.ask("plan the tranches for $20,000 from these triggers", loaded)
    own = tranche_plan(20_000, events=macd_trigger(IV, fast=5, slow=35, signal=5))
    assert list(answer.results[0].ladder["date"]) == list(own.ladder["date"])  # type: ignore[attr-defined]
    usual = tranche_plan(20_000, events=macd_trigger(IV))
    assert list(usual.ladder["date"]) != list(own.ladder["date"])
    assert "the rule with 5/35/5 as before" in answer.text


def test_another_table_is_read_with_the_same_rule_which_is_named(warmed: Assistant, loaded: str) -> None:
    for said in ("did it trigger?", "with 5/35/5"):
        warmed.ask(said, loaded)
    warmed.load(pd.DataFrame({"date": DAYS, "close": IV.to_numpy()[::-1]}), "other.csv", loaded)
    answer = warmed.ask("did the macd trigger in this file?", loaded)
    assert answer.results[0].inputs["fast"] == 5
    assert "5/35/5" in answer.text


@pytest.mark.parametrize(
    "asked", ["25/30/35 butterfly for 0.85", "25/30/35 fly at 0.85, break-evens?", "20/25/30 butterfly for 1.10 max profit"]
)
def test_strikes_are_no_periods_of_a_loaded_series(warmed: Assistant, loaded: str, asked: str) -> None:
    assert [r.tool for r in warmed.ask(asked, loaded).results] == ["butterfly"]


def test_periods_that_rise_to_the_end_are_named_as_such(warmed: Assistant, loaded: str) -> None:
    (result,) = warmed.ask("trigger with 3/10/16", loaded).results
    assert (result.inputs["fast"], result.inputs["slow"], result.inputs["signal"]) == (3, 10, 16)
