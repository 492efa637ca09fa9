"""Exits typed alone after a position: how many, at what price, of what was bought before; sums worked out beside them."""

import pytest

from assistant import Assistant


def profits(assistant: Assistant, session: str, *turns: str) -> list[float]:
    return [assistant.ask(turn, session).results[-1].to_dict()["profit"] for turn in turns]


@pytest.mark.parametrize(
    "bought", ["I bought 5 VIX 20 calls at 1.40", "bot 5 vix nov 20c @1.40", "bought 5 25/30/35 flies for 1.40"]
)
def test_sales_of_a_position_one_by_one(warmed: Assistant, session: str, bought: str) -> None:
    warmed.ask(bought, session)
    made = profits(warmed, session, "sld 3 @ 2.35", "sold 2 at 1.9")
    assert made == pytest.approx([3 * 95, 3 * 95 + 2 * 50])


def test_flies_without_strikes_have_a_price_to_be_sold_against(warmed: Assistant, session: str) -> None:
    asked = warmed.ask("bought 5 flies at .85", session)
    assert asked.kind == "clarification"
    assert "strikes" in asked.text
    assert profits(warmed, session, "sld 3 @ 2.35") == pytest.approx([3 * 150])


def test_the_rest_of_a_butterfly_settles_at_what_it_is_worth(warmed: Assistant, session: str) -> None:
    warmed.ask("bought 10 vix 18/22/26 flies for 1.10 each", session)
    made = profits(warmed, session, "sold 4 at 1.95", "closed 3 more at 2.40", "rest expired at 23.2 settlement")
    # at 23.2 the fly is worth 26 - 23.2 = 2.80
    assert made == pytest.approx([4 * 85, 4 * 85 + 3 * 130, 4 * 85 + 3 * 130 + 3 * 170])


def test_a_future_is_left_at_one_price(warmed: Assistant, session: str) -> None:
    warmed.ask("long 2 vx at 17.35", session)
    assert profits(warmed, session, "exit 19.05") == pytest.approx([2 * 1.70 * 1000])


def test_a_sale_of_something_else_is_none_of_the_position(warmed: Assistant, session: str) -> None:
    warmed.ask("bought 5 25/30/35 flies for 1.40", session)
    answer = warmed.ask("sold 2 30c at 1.20", session)
    assert not any(r.tool == "staged_exit" for r in answer.results)
