"""Several structures in one question: each, all together, and how far apart; oracle: the payoff of calls, added up by hand."""

import pytest

from assistant import Assistant


def fly(lower: float, body: float, upper: float, debit: float, at: float) -> float:
    """Dollars that one butterfly makes."""
    return round(100 * (max(at - lower, 0) - 2 * max(at - body, 0) + max(at - upper, 0) - debit), 6)


A, B = (25, 30, 35), (30, 35, 40)


@pytest.mark.parametrize(
    ("asked", "made"),
    [
        (
            "I own one 25/30/35 butterfly bought at $0.90 and one 30/35/40 at $0.55, VIX settles at 32. How much did each "
            "make or lose, and the two together?",
            (fly(*A, 0.9, 32), fly(*B, 0.55, 32)),
        ),
        (
            "long 2 25/30/35 at 0.80 and 3 30/35/40 at 0.50, vix settles 33. combined p/l?",
            (2 * fly(*A, 0.8, 33), 3 * fly(*B, 0.5, 33)),
        ),
        ("25/30/35 for 1.10 plus 30/35/40 for 0.85: total profit at 31?", (fly(*A, 1.1, 31), fly(*B, 0.85, 31))),
        ("my book: 25/30/35 bought at 1.40 and 30/35/40 at 0.55. expiry at 33. in aggregate?", (60, 245)),
        ("One VX long from 20.50 plus ten 25/30/35 flies from 0.80. Settlement 30.00. P&L of each and in total?", (9500, 4200)),
        ("short 1 VX at 22 and long 5 25/30/35 flies at 0.90. VRO 28. total?", (-6000, 1050)),
        ("long a vxm at 19.00 and 2 25/30/35 flies at 1.20, settles at 29; each and together", (1000, 560)),
        ("bought the 30 call for 1.60 and a 25/30/35 fly for 0.80. settles 34. both together?", (240, 20)),
        ("25/30/35 fly for .80 plus the 30 call for 1.60, settles 34, in total?", (20, 240)),
    ],
)
def test_what_each_makes_and_all_together(warmed: Assistant, session: str, asked: str, made: tuple[float, float]) -> None:
    *each, both = warmed.ask(asked, session).results
    assert [r.settlement_profit for r in each] == pytest.approx(made)  # type: ignore[attr-defined]
    assert (both.tool, both.settlement_profit) == ("position", pytest.approx(sum(made)))  # type: ignore[attr-defined]


def test_the_worst_of_the_whole_is_that_of_the_whole(warmed: Assistant, session: str) -> None:
    asked = "I have five 25/30/35 at 0.75 and five 30/35/40 at 0.60; best and worst case for the whole book together?"
    *_, both = warmed.ask(asked, session).results
    # Below 25 and above 40 both debits are lost; between 30 and 35 what one loses the other makes: 5 − 1.35.
    assert (both.max_loss, both.max_profit) == pytest.approx((-675, 1825))  # type: ignore[attr-defined]
    asked = "what do they cost in total: 4 x 25/30/35 at 0.70 and 6 x 30/35/40 at 0.45"
    *_, both = warmed.ask(asked, session).results
    assert both.premium == pytest.approx(5.5)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "sums"),
    [
        ("which has the larger max profit, 25/30/35 at 0.92 or 25/31/37 at 1.20, and by how many dollars", (408, 480)),
        ("At 28, how much more does the 25/30/35 at 0.85 make than the 22/27/32 at 1.10?", (215, 290)),
        ("difference in max loss between 20/25/30 at 1.40 and 25/30/35 at 0.90?", (140, 90)),
        ("compare 25/30/35 for 0.80 and 24/30/36 for 1.15 at a settlement of 33: which is ahead and by how much", (120, 185)),
        ("how many dollars does the 30/35/40 at .5 earn over the 28/35/42 at 1.0 if vix pins at 35", (450, 600)),
        ("vix 27: 22/27/32 at 1.3 versus 25/30/35 at .8, gap in dollars?", (370, 120)),
    ],
)
def test_by_how_many_dollars_they_differ(warmed: Assistant, session: str, asked: str, sums: tuple[float, float]) -> None:
    *_, gap = warmed.ask(asked, session).results
    assert gap.tool == "dollar_difference"
    assert (gap.inputs["first"], gap.inputs["second"]) == pytest.approx(sums)
    assert gap.difference == pytest.approx(abs(sums[0] - sums[1]))  # type: ignore[attr-defined]


def test_an_option_beside_a_butterfly(warmed: Assistant, session: str) -> None:
    results = warmed.ask("plain 30 call at 1.10 vs 25/30/35 fly at .85, vix settles 38. p/l each", session).results
    assert [r.settlement_profit for r in results] == pytest.approx([690, -85])  # type: ignore[attr-defined]


def test_two_that_are_only_named_beside_each_other_are_not_added_up(warmed: Assistant, session: str) -> None:
    results = warmed.ask("25/30/35 at 0.85 and 22/27/32 at 1.10, break-evens of both", session).results
    assert [r.tool for r in results] == ["butterfly", "butterfly"]


@pytest.mark.parametrize(
    ("asked", "made"),
    [
        # the butterfly 0 − 0.85, the spread 5 − 2.10
        ("vix 45 at expiry: 25/30/35 fly (.85) vs plain 25/30 call spread (2.10), who wins", (-85, 290)),
        ("25/30/35 at 0.85 or the 25/35 call spread at 2.40, if vix settles at 31?", (315, 360)),
        ("25/30 call spread for 2.10 vs 25/30/35 fly for 0.85 at a 27 settlement", (-10, 115)),
    ],
)
def test_a_spread_beside_a_butterfly(warmed: Assistant, session: str, asked: str, made: tuple[float, float]) -> None:
    results = warmed.ask(asked, session).results
    assert tuple(r.settlement_profit for r in results) == pytest.approx(made)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "debits"),
    [
        # 1.10 − (1.60 − 0.85)
        ("rolled: sold the 25/30/35 at 1.60 (paid .85) and bought 30/35/40 at 1.10. where do i need vix, all in", (1.1, 0.35)),
        ("rolled my 20/25/30 into 25/30/35: had paid 0.90, sold it for 1.50, new one cost 1.20. break evens?", (1.2, 0.6)),
        # 0.80 + (1.00 − 0.40)
        ("paid 1.00 for the 22/27/32, rolled it: out at 0.40, into the 27/32/37 for 0.80. real break-evens?", (0.8, 1.4)),
        ("bought 25/30/35 for .85, rolled it up: sold it at 1.60, bought the 30/35/40 at 1.10. all-in?", (1.1, 0.35)),
    ],
)
def test_a_roll_with_what_the_old_butterfly_made(
    warmed: Assistant, session: str, asked: str, debits: tuple[float, float]
) -> None:
    answer = warmed.ask(asked, session)
    closed, *flies = answer.results
    assert closed.tool == "round_trip"
    assert tuple(fly.debit for fly in flies) == pytest.approx(debits)  # type: ignore[attr-defined]
    assert "all in it costs" in answer.text


def test_a_roll_whose_old_cost_is_not_told_is_the_two_prices(warmed: Assistant, session: str) -> None:
    (result,) = warmed.ask("rolling 25/30/35 to 30/35/40: close at 1.60, open at 1.10, 5 of them", session).results
    assert result.tool == "roll_cost"
