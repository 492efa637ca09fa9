"""Butterflies by their own bid and ask, settled on their body, by one break-even, leg by leg; read off each sentence."""

from typing import Any

import pytest

from assistant.understanding.composed.several import calculations
from assistant.understanding.text.quantities import Reading
from tests.assistant.asked import computed


def flies(text: str) -> list[dict[str, Any]]:
    return [dict(one.call.arguments) for one in calculations(Reading(text)) if one.call.tool == "butterfly"]


def asked_for(text: str) -> list[tuple[float, ...]]:
    return [tuple(one[name] for name in ("lower", "body", "upper", "debit")) for one in flies(text)]


@pytest.mark.parametrize(
    ("text", "mid", "ask"),
    [
        ("25/35/45 quoted 1.90 bid 2.30 ask, if i get filled at mid what are breakevens", 2.1, 2.3),
        ("25/35/45 fly is 0.60 bid at 0.80 offered, breakevens at the mid?", 0.7, 0.8),
        ("25/35/45 quoted 1.10 x 1.40, break evens", 1.25, 1.4),
        ("bid 0.85 ask 1.05 on the 25/35/45, breakevens", 0.95, 1.05),
        ("25/35/45 market is 0.80-1.00, mid fill, max loss", 0.9, 1.0),
    ],
)
def test_a_quote_is_worked_out_at_mid_and_at_the_ask(text: str, mid: float, ask: float) -> None:
    assert asked_for(text) == [(25, 35, 45, mid), (25, 35, 45, ask)]


def test_a_quote_of_what_is_held_is_no_price_paid() -> None:
    assert asked_for("i paid 1.20 for the 25/30/35, now 1.90 bid 2.30 ask, profit?") == []


@pytest.mark.parametrize(
    "text",
    [
        "pinned dead on the body! 27/32/37, 3 of them, 1.05 paid. how much cash comes in",
        "3 of the 27/32/37 at 1.05 and it settles right at my body, what do i get",
        "27/32/37 for 1.05, 3 lots, vix lands exactly on the middle strike. payout?",
        "what if it expires on the centre of my 27/32/37 fly, 3 contracts, paid 1.05",
    ],
)
def test_settled_on_the_body(text: str) -> None:
    (arguments,) = flies(text)
    assert (arguments["settlement"], arguments["contracts"], arguments["debit"]) == (32, 3, 1.05)


def test_a_best_result_at_the_body_is_no_settlement() -> None:
    (arguments,) = flies("27/32/37 for 1.05, what is the max profit at the body")
    assert "settlement" not in arguments


@pytest.mark.parametrize(
    ("text", "side", "end"),
    [
        ("forgot what i paid. my upper BE on the 25/30/35 shows 33.15", "high", 33.15),
        ("my lower be on the 25/30/35 is 25.90, what did i pay", "low", 25.9),
        ("i don't remember my cost on the 25/30/35, downside be is 26.20", "low", 26.2),
        ("platform says the top BE of my 25/30/35 sits at 34.40, how much did it cost", "high", 34.4),
    ],
)
def test_one_break_even_tells_the_debit(text: str, side: str, end: float) -> None:
    assert computed(text) == ("implied_butterfly", {"lower": 25, "body": 30, "upper": 35, f"break_even_{side}": end})


def test_a_break_even_that_is_asked_for_tells_no_debit() -> None:
    assert computed("where will the upper be on the 25/30/35 at 0.85")[0] == "butterfly"
    assert computed("26/31/36 @1.40. upper BE is 37.40 right (36+1.40)")[0] == "butterfly"
