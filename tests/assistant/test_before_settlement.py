"""What is closed, marked or rolled before it settles, in many people's words; oracle: the sums by hand."""

import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    ("asked", "profits"),
    [
        # 5 × (2.60 − 1.00), 5 × (0 − 1.00)
        ("I had 10 of the 28/34/40 at 1.00, closed 5 of them at 2.60 and the other 5 settled at 27. Net?", (800, -500)),
        # 3 × (2.00 − 0.80), 3 × (4.00 − 0.80)
        ("bought 6 25/30/35 flies for 0.80, sold half at 2.00, rest settled at 29. total profit?", (360, 960)),
        # 3 × 0.90, 5 × (4.00 − 0.90)
        ("8 flies 25/30/35 at .9; took 3 off at 1.80, the remaining 5 expire with vix at 31. result", (270, 1550)),
        (
            "Bought four 20/25/30 butterflies at 1.20. Sold two at 2.40 early; the last two went to a settlement of 22. P/l?",
            (240, 160),
        ),
        ("I held 12 of the 26/31/36 paid 0.70, closed a third at 1.50, let the rest settle at 24. net?", (320, -560)),
        ("10 lots 30/35/40 in at 0.55, out of 4 at 1.25, others held to settlement 33.5", (280, 1770)),
    ],
)
def test_a_part_closed_and_the_rest_settled(warmed: Assistant, session: str, asked: str, profits: tuple[float, float]) -> None:
    settled, whole = warmed.ask(asked, session).results
    assert settled.settlement_profit == pytest.approx(profits[1])  # type: ignore[attr-defined]
    assert whole.tool == "staged_exit"
    assert whole.profits == pytest.approx(profits)  # type: ignore[attr-defined]
    assert whole.held == 0  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "trade"),
    [
        ("25/30/35 fly bought at 0.80, now 2.30, 4 contracts. how much am I up", (0.8, 2.3, 4)),
        ("paid .85 for the 25/30/35, it is marked at 1.40 today, holding 6, unrealised?", (0.85, 1.4, 6)),
        ("my five 30/35/40 cost 0.55 each and are quoted 0.20 now. open loss?", (0.55, 0.2, 5)),
        ("fly went from 0.90 to 2.70, ten of them", (0.9, 2.7, 10)),
        ("Entered 28/33/38 at 0.60; mid is now 1.15 with two weeks to go. p&l on 8?", (0.6, 1.15, 8)),
        ("The butterfly I bought for 1.10 trades at 0.70. I hold 3. What have I lost so far?", (1.1, 0.7, 3)),
        ("bought 25/30/35 at .85 value today 1.95 profit in % and $ per fly", (0.85, 1.95, 1)),
    ],
)
def test_a_price_before_settlement(warmed: Assistant, session: str, asked: str, trade: tuple[float, float, int]) -> None:
    (result,) = warmed.ask(asked, session).results
    assert result.tool == "round_trip"
    assert tuple(result.inputs[k] for k in ("entry", "leave", "contracts")) == trade


@pytest.mark.parametrize(
    "asked",
    [
        "I paid .85 for a 25/30/35 fly, fees are 2.60, how much do I make at 29",
        "25/30/35 fly for 0.85, what is it worth at 29 and my profit",
    ],
)
def test_a_settlement_is_no_price_of_the_butterfly(warmed: Assistant, session: str, asked: str) -> None:
    (result,) = warmed.ask(asked, session).results
    assert (result.tool, result.settlement) == ("butterfly", 29)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "rolled"),
    [
        ("Close the 25/30/35 at 0.30 and open the 27/32/37 at 0.95, 4 contracts: what does the roll cost?", (0.3, 0.95, 4)),
        ("rolling my fly: sell 20/25/30 for 0.45, buy 25/30/35 for 1.05, 10 lots. net debit in dollars?", (0.45, 1.05, 10)),
        ("roll cost for 6 flies: sold old one at .25, new one costs .80", (0.25, 0.8, 6)),
        ("I want to roll 3 butterflies from 22/27/32 (worth 1.50) into 27/32/37 (costs 0.90). Cash in or out?", (1.5, 0.9, 3)),
        ("roll out: get 0.70 for the old 28/33/38, pay 1.30 for the next month, five contracts. how much?", (0.7, 1.3, 5)),
    ],
)
def test_a_roll(warmed: Assistant, session: str, asked: str, rolled: tuple[float, float, int]) -> None:
    (result,) = warmed.ask(asked, session).results
    assert result.tool == "roll_cost"
    assert tuple(result.inputs[k] for k in ("old", "new", "contracts")) == rolled


def test_a_roll_of_futures_between_two_prices(warmed: Assistant, session: str) -> None:
    (result,) = warmed.ask("if I roll 5 vx futures from 18 to 19.2 what does it cost", session).results
    assert (result.tool, result.total) == ("roll_cost", pytest.approx(6000))  # type: ignore[attr-defined]
