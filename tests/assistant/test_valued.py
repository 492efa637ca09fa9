""" "Price it": what was worked out or only spoken of is priced, and what a model needs is asked for first."""

import pytest

from assistant import Assistant
from tools import black76, butterfly_value_today


@pytest.mark.parametrize("ask", ["price it", "what is it worth?", "can you price the fly", "ok and what would it be worth"])
@pytest.mark.parametrize(
    ("given", "days", "vol"), [("future 22, 30 days, vol 90", 30, 0.9), ("vol 75%, future at 22 and 45 days", 45, 0.75)]
)
def test_a_butterfly_before_expiry(warmed: Assistant, session: str, ask: str, given: str, days: int, vol: float) -> None:
    warmed.ask("25/30/35 fly at 0.85", session)
    asked = warmed.ask(ask, session)
    assert asked.kind == "clarification"
    assert all(word in asked.text for word in ("future", "days", "volatility"))
    value = warmed.ask(given, session).results[-1].to_dict()["value"]
    assert value == pytest.approx(butterfly_value_today(25, 30, 35, 22, days / 365, vol, vol, vol).value)


@pytest.mark.parametrize(
    "talk", ["what's a vix call worth when the future is at 20", "price a vix call", "how much would an otm vix call cost"]
)
def test_an_option_without_its_strike_is_asked_for(warmed: Assistant, session: str, talk: str) -> None:
    asked = warmed.ask(talk, session)
    assert asked.kind == "clarification"
    assert "strike" in asked.text
    assert not asked.results
    price = warmed.ask("25 call, future 20, 30 days, vol 95", session).results[-1].to_dict()["price"]
    assert price == pytest.approx(float(black76(20, 25, 30 / 365, 0.95).price))


def test_an_option_that_was_only_spoken_of(warmed: Assistant, session: str) -> None:
    warmed.ask("why would one buy a vix call and not a future", session)
    asked = warmed.ask("price it", session)
    assert asked.kind == "clarification"
    assert "strike" in asked.text


@pytest.mark.parametrize("text", ["a 25 vix call, 30 days, future 19, vol 95%", "22 vix put 45 dte iv 80 future 19.5"])
def test_an_option_told_in_full_needs_no_word_for_its_price(warmed: Assistant, session: str, text: str) -> None:
    assert [r.tool for r in warmed.ask(text, session).results] == ["black76"]


@pytest.mark.parametrize(
    ("change", "years", "vol"),
    [
        ("vol 90 and 20 days", 20, 0.9),
        ("what about 20 days and 90 vol", 20, 0.9),
        ("60 days, vol 70", 60, 0.7),
        ("vol drops to 85 and 20 days left", 20, 0.85),
    ],
)
def test_several_terms_change_at_once(warmed: Assistant, session: str, change: str, years: int, vol: float) -> None:
    warmed.ask("price a 25 call, future 20, 30 days, vol 95", session)
    price = warmed.ask(change, session).results[-1].to_dict()["price"]
    assert price == pytest.approx(float(black76(20, 25, years / 365, vol).price))


@pytest.mark.parametrize(
    "text", ["what is a vix call", "what is a call worth at expiry", "price the vix call spread", "what's the call butterfly"]
)
def test_a_term_is_not_priced(warmed: Assistant, session: str, text: str) -> None:
    assert "strike" not in (warmed.ask(text, session).text if warmed.ask(text, session).kind == "clarification" else "")
