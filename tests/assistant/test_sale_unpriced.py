"""A sale told without its price, of more than is held, or once more at another price."""

import pytest

from assistant import Assistant

BOUGHT = [("long 2 25/30/35 flies at 1.10", 2), ("bought 2 vix 20 calls at 1.40", 2), ("bought 6 18/22/26 flies for .9", 6)]


@pytest.mark.parametrize(("bought", "held"), BOUGHT)
@pytest.mark.parametrize("close", ["close {} of them", "sell {} now", "ok now unload {} contracts", "can i sell {}?"])
def test_more_than_is_held_cannot_be_closed(warmed: Assistant, session: str, bought: str, held: int, close: str) -> None:
    warmed.ask(bought, session)
    answer = warmed.ask(close.format(held + 3), session)
    assert answer.kind == "clarification"
    assert f"only {held} are held" in answer.text
    assert str(held + 3) in answer.text


@pytest.mark.parametrize(
    ("bought", "close", "price", "profit"),
    [
        ("long 4 25/30/35 flies at 1.10", "close 3 of them", "at 2.05", 3 * 95),
        ("bought 5 vix 20 calls at 1.40", "sell two", "1.9", 2 * 50),
        ("long 2 25/30/35 flies at 1.10", "close 1 of them", ".6 each", -50),
    ],
)
def test_the_price_is_asked_for_and_then_used(
    warmed: Assistant, session: str, bought: str, close: str, price: str, profit: float
) -> None:
    warmed.ask(bought, session)
    asked = warmed.ask(close, session)
    assert asked.kind == "clarification"
    assert "price" in asked.text
    assert warmed.ask(price, session).results[-1].to_dict()["profit"] == pytest.approx(profit)


def test_what_was_sold_before_is_held_no_longer(warmed: Assistant, session: str) -> None:
    warmed.ask("bought 5 25/30/35 flies at 1.00", session)
    warmed.ask("sold 3 at 1.5", session)
    assert "only 2 are held" in warmed.ask("close 3 of them", session).text


@pytest.mark.parametrize(
    "last", ["what if the last 2 went for 0.4", "and if the rest went at .4", "suppose the last 2 were sold at 0.40"]
)
def test_the_last_ones_at_a_price_that_is_only_supposed(warmed: Assistant, session: str, last: str) -> None:
    for turn in ("bought 10 25/30/35 flies at 1.00", "sold 4 at 1.9", "sold 4 at 2.2"):
        warmed.ask(turn, session)
    # 4 x 90 + 4 x 120 - 2 x 60 = 720
    assert warmed.ask(last, session).results[-1].to_dict()["profit"] == pytest.approx(720)


@pytest.mark.parametrize("last", ["what if the last 2 went for 0.4", "and if the last two had gone for .4"])
def test_the_last_sale_again_at_another_price(warmed: Assistant, session: str, last: str) -> None:
    warmed.ask("bought 10 25/30/35 flies at 1.00, sold 4 at 1.9, 4 at 2.2 and the last 2 at 1.5", session)
    assert warmed.ask(last, session).results[-1].to_dict()["profit"] == pytest.approx(720)
