"""Whole units of the tranches of a hedge: with fees on each, at a price for each tranche, futures by margin; sums by hand."""

from collections.abc import Sequence

import pytest

from assistant import Assistant
from assistant.understanding.composed.several import calculations
from assistant.understanding.text.quantities import Reading
from tools.result import Result


def _counted(results: Sequence[Result]) -> list[tuple[float, float, int]]:
    """Each tranche as its dollars, what one unit costs in all, and how many fit."""
    return [(r.at_stake, r.each, r.units) for r in results if r.tool == "units_for_budget"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "counted"),
    [
        # 1,500 / (70 + 2.60) = 20.66
        ("fees 2.60 per fly on top of a 0.70 debit, how many fit in 1,500", [(1500, 72.6, 20)]),
        # 25% of 3,000 = 750; 750 / 85 = 8.82; 600 / 85 = 7.06
        ("fly .80 plus 5 dollars fees, 3k hedge, 25% first", [(750, 85, 8), (600, 85, 7)]),
        ("how many flies at 1.10 plus $4 commission each does $2,000 buy?", [(2000, 114, 17)]),  # 17.54
        ("first tranche 2,250, debit .60 + 3 in fees, how many", [(2250, 63, 35)]),  # 35.71
        # four options in a butterfly: 4 × 0.65 = 2.60; 2,000 / 92.60 = 21.60
        ("25% of 8,000 buys how many flies at 0.90 with fees of 0.65 a leg", [(2000, 92.6, 21)]),
        ("condor max loss 380 plus 5 fees, 2% of 60k at risk, how many", [(1200, 385, 3)]),
        ("how many flies at 1.10 does $2,000 buy?", [(2000, 110, 18)]),
    ],
)
def test_fees_are_part_of_what_a_unit_costs(
    warmed: Assistant, session: str, asked: str, counted: list[tuple[float, float, int]]
) -> None:
    found = _counted(warmed.ask(asked, session).results)
    assert [row[2] for row in found] == [row[2] for row in counted]
    assert [x for row in found for x in row] == pytest.approx([x for row in counted for x in row])


def test_fees_of_a_butterfly_with_strikes_are_the_butterflys_own(warmed: Assistant, session: str) -> None:
    (fly,) = warmed.ask("25/30/35 fly at .85 with 2.60 fees, break-evens?", session).results
    assert fly.inputs["fees"] == 2.6


@pytest.mark.parametrize(
    ("asked", "counted"),
    [
        # 1,800 / 85 = 21.18; 1,200 / 125 = 9.6
        ("6k plan, 30% start with flies at .85, first add with flies at 1.25. units each?", [(1800, 85, 21), (1200, 125, 9)]),
        # 1,300 / 80 = 16.25; 1,300 / 130 = 10
        (
            "flies got pricier: 0.80 on layer one, 1.30 now. how many per 20% add of a 6,500 budget at each price",
            [(1300, 80, 16), (1300, 130, 10)],
        ),
        (
            "first tranche at 0.80, second at 1.20, 10k budget, how many flies each",
            [(2500, 80, 31), (3000, 80, 37), (2000, 120, 16)],
        ),
        (
            "budget 8000. layer 1 costs .7 a fly, layer 2 1.10 a fly. contracts per layer?",
            [(2000, 70, 28), (2400, 70, 34), (1600, 110, 14)],
        ),
        ("25% of 5k at 0.90 then 20% at 1.40, how many flies in each", [(1250, 90, 13), (1000, 140, 7)]),
    ],
)
def test_each_tranche_at_its_own_price(
    warmed: Assistant, session: str, asked: str, counted: list[tuple[float, float, int]]
) -> None:
    found = _counted(warmed.ask(asked, session).results)
    assert [x for row in found for x in row] == pytest.approx([x for row in counted for x in row])


@pytest.mark.parametrize(
    "asked", ["bought 10 flies at .85 and 8 at 1.20, average?", "5k hedge, flies went from .85 to 1.70, how many per 20% add"]
)
def test_lots_and_a_price_that_rose_are_read_as_before(warmed: Assistant, session: str, asked: str) -> None:
    (found,) = warmed.ask(asked, session).results
    assert found.tool == "staged_cost" or found.inputs["old_cost"] == 85


@pytest.mark.parametrize(
    ("asked", "counted"),
    [
        ("if margin for VXM is 1,100 and tranche one is 6,000, contracts?", [(6000, 1100, 5)]),  # 5.45
        ("broker wants 9,800 margin per VX. 30k hedge, 30% first. contracts?", [(9000, 9800, 0)]),
        ("layer one of 5k using minis at 18, does one fit", [(1250, 1800, 0), (1500, 1800, 0)]),
        (
            "my broker asks 1,250 margin a mini. 20k plan, how many in layer 1 and each add",
            [(5000, 1250, 4), (6000, 1250, 4), (4000, 1250, 3)],
        ),
        ("8,000 first tranche, VX margin 7,400 each, how many futures", [(8000, 7400, 1)]),
        ("25% of a 40k hedge in VX at 18.5, how many whole contracts fit", [(10000, 18500, 0)]),
        ("minis at 17.2, first tranche $4,000: how many", [(4000, 1720, 2)]),
    ],
)
def test_futures_in_a_tranche(warmed: Assistant, session: str, asked: str, counted: list[tuple[float, float, int]]) -> None:
    found = _counted(warmed.ask(asked, session).results)
    assert [x for row in found for x in row] == pytest.approx([x for row in counted for x in row])


def test_a_future_that_moves_is_fitted_into_no_tranche() -> None:
    tools = {c.call.tool for c in calculations(Reading("long 1 VX at 18 with 20k set aside, drops 3 points, how much of it"))}
    assert "units_for_budget" not in tools


@pytest.mark.parametrize(
    ("asked", "used"),
    [
        ("14 flies at .78 was my layer 1 on 4,200, did i overdo it?", 1092),
        ("my layer 1 was 20 flies at 0.64 on a 5k hedge, too much?", 1280),
        ("tranche one: 9 butterflies at 1.10, plan 4,000. over the range?", 990),
    ],
)
def test_flies_bought_as_the_first_tranche(warmed: Assistant, session: str, asked: str, used: float) -> None:
    *_, split = warmed.ask(asked, session).results
    assert split.used == pytest.approx(used)  # type: ignore[attr-defined]
    assert split.first_range is not None  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "counted", "notional"),
    [
        # half of 10,000 = 5,000; 5,000 / 90 = 55.56; 19 × 100
        ("half futures half butterflies in a 10k first tranche? VXM at 19, flies 0.90", [(5000, 90, 55)], 1900),
        # 40% of 25% and of 30% of 20,000; 2,000 / 120 = 16.67
        ("60/40 futures to flies on 20k, fly costs 1.20, first tranche", [(2000, 120, 16), (2400, 120, 20)], None),
        ("split 12k evenly between futures and flies at .75, minis at 17.5", [(6000, 75, 80)], 1750),
    ],
)
def test_two_instruments_with_their_prices(
    warmed: Assistant, session: str, asked: str, counted: list[tuple[float, float, int]], notional: float | None
) -> None:
    results = warmed.ask(asked, session).results
    assert [x for row in _counted(results) for x in row] == pytest.approx([x for row in counted for x in row])
    valued = [r.notional for r in results if r.tool == "contract_value"]  # type: ignore[attr-defined]
    assert notional is None or valued == [notional]


@pytest.mark.parametrize(
    ("asked", "lost", "share"),
    [
        # 65% of 18,000 = 11,700 of 200,000
        ("all my tranches expired worthless, 25% + 20% + 20% on an 18k plan. loss, and as % of a 200k account", 11_700, 0.0585),
        ("had 45% of a 12k hedge in and it all went to zero. loss as % of my 300k account", 5400, 0.018),
        ("three tranches in, 65% of 14k, all worthless. what % of a 250k book is gone", 9100, 0.0364),
        ("had 65% of 20k in and it lost 60%, whats that on the whole budget", 7800, 0.39),
    ],
)
def test_what_is_lost_of_the_whole(warmed: Assistant, session: str, asked: str, lost: float, share: float) -> None:
    *_, part = warmed.ask(asked, session).results
    assert (part.inputs["amount"], part.share) == pytest.approx((lost, share))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "asked",
    [
        "a/d divergence showed up but macd never crossed. put 20% of 5k on?",
        "no cross yet but the histogram made a higher high, is a 20% add of 5k due?",
    ],
)
def test_without_a_cross_nothing_is_in(warmed: Assistant, session: str, asked: str) -> None:
    (plan,) = warmed.ask(asked, session).results
    assert plan.range_cash == (1250, 1500)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "fills"),
    [
        (
            "filled 5 flies at 0.95, 4 at 1.25 and 4 more at 1.60. blended price, better than buying all 13 at the start?",
            [(0.95, 5), (1.25, 4), (1.6, 4)],
        ),
        ("10 flies at .80, then 8 more at .65, 5 extra flies at .5, average", [(0.8, 10), (0.65, 8), (0.5, 5)]),
    ],
)
def test_more_of_them_at_another_price(warmed: Assistant, session: str, asked: str, fills: list[tuple[float, float]]) -> None:
    (found,) = warmed.ask(asked, session).results
    assert found.inputs["fills"] == fills


def test_what_one_condor_ties_up(warmed: Assistant, session: str) -> None:
    # 10% of 42,000 = 4,200; 4,200 / 850 = 4.94
    (found,) = warmed.ask("cap of 10% of balance per condor, balance is 42k, each one ties up 850", session).results
    assert (found.units, found.spent) == (4, 3400)  # type: ignore[attr-defined]


def test_a_share_beyond_the_whole_is_doubted(warmed: Assistant, session: str) -> None:
    (found,) = warmed.ask("what if i add on four higher highs after a 30% start, 110%??", session).results
    assert (found.share, found.inputs["adds"]) == (1, 4)  # type: ignore[attr-defined]


def test_buys_told_as_one_sum_are_still_that(warmed: Assistant, session: str) -> None:
    (found,) = warmed.ask("6 buys of $450 on a 4k plan, what is left", session).results
    assert found.left == pytest.approx(1300)  # type: ignore[attr-defined]
    *_, split = warmed.ask("25% start and two adds of 10k hedge, how much is in", session).results
    assert split.used == pytest.approx(6500)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "move", "down"),
    [
        ("how far does VX at 20 have to drop to eat a 3,750 tranche, one contract", 3.75, 16.25),
        ("what drop in a mini from 18.5 wipes out 1,200", 12, 6.5),
        ("how many points must 2 VX fall to lose 25% of a 20k hedge?", 2.5, None),
        ("how far does VX have to fall before it has burned 2,500? burns the hedge", 2.5, None),
    ],
)
def test_how_far_a_future_moves_to_lose_a_sum(
    warmed: Assistant, session: str, asked: str, move: float, down: float | None
) -> None:
    (found,) = (r for r in warmed.ask(asked, session).results if r.tool == "move_for_profit")
    assert (found.move, found.down) == (pytest.approx(move), down)  # type: ignore[attr-defined]


def test_a_move_that_is_told_is_not_asked() -> None:
    for asked in ("how much of the 5k pot do I lose if VX at 20 drops 3 points", "long 1 VX at 21, it fell 2 points. of 20k?"):
        assert all(c.call.tool != "move_for_profit" for c in calculations(Reading(asked)))


@pytest.mark.parametrize(
    ("asked", "full"),
    [
        ("same but opening at 25, what is the size of the last slice?", 0.85),
        ("starting with 30, how big is the final tranche", 0.9),
    ],
)
def test_the_last_slice_up_to_the_cap(warmed: Assistant, session: str, asked: str, full: float) -> None:
    (found,) = warmed.ask(asked, session).results
    assert found.running[-2:] == (pytest.approx(full), 1)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "counted"),
    [
        # 3,000 / 70 = 42.86, 3,600 / 70 = 51.43, 2,400 / 95 = 25.26, 2,400 / 140 = 17.14
        (
            "12k plan. first slice buys flies at .70, the 2nd at .95, the 3rd at 1.40. how many each time",
            [(3000, 70, 42), (3600, 70, 51), (2400, 95, 25), (2400, 140, 17)],
        ),
        ("20% adds of a 9k budget, flies 1.20 with 3 dollar commission, how many and leftover", [(1800, 123, 14)]),
        ("can a 3k first layer carry one VX if margin is 8,900", [(3000, 8900, 0)]),
        ("VXM margin is 1,150 and VX margin 9,800, which fits a 5,000 first tranche", [(5000, 1150, 4), (5000, 9800, 0)]),
        ("hedge budget 9k. after 25 and 20, how many flies at 1.15 for the next one", [(1800, 115, 15)]),
        ("20k plan, 45% in, price of fly went from .9 to 1.5. how many fewer per add", [(4000, 150, 26)]),
    ],
)
def test_further_wordings_of_units(
    warmed: Assistant, session: str, asked: str, counted: list[tuple[float, float, int]]
) -> None:
    found = _counted(warmed.ask(asked, session).results)
    assert [x for row in found for x in row] == pytest.approx([x for row in counted for x in row])


@pytest.mark.parametrize(
    ("asked", "used", "inside"),
    [
        ("12 butterflies at 1.05 as my first tranche, budget 4,800. inside 25-30?", 1260, True),
        ("i bought 22 flies for .66 as layer one of a 6k plan. right size?", 1452, False),
        ("layer one was 8 flies @ 1.15, hedge 3,400. ok vs the range?", 920, True),
    ],
)
def test_flies_bought_as_the_first_tranche_in_other_words(
    warmed: Assistant, session: str, asked: str, used: float, inside: bool
) -> None:
    *_, split = warmed.ask(asked, session).results
    assert split.used == pytest.approx(used)  # type: ignore[attr-defined]
    assert (split.first_apart is None) == inside  # type: ignore[attr-defined]


def test_a_share_of_planned_flies_in_contracts_and_dollars(warmed: Assistant, session: str) -> None:
    units, value = warmed.ask("whole hedge is 40 flies at .85, i put on 25%: contracts and dollars", session).results
    assert (units.held, value.notional) == (10, pytest.approx(850))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "whole"),
    [
        ("if my third tranche was 1,600 what was the plan and the first one", 8000),
        ("what hedge budget makes the 25% tranche exactly 3,000", 12_000),
    ],
)
def test_the_plan_behind_a_tranche(warmed: Assistant, session: str, asked: str, whole: float) -> None:
    found, *_ = warmed.ask(asked, session).results
    assert found.whole == pytest.approx(whole)  # type: ignore[attr-defined]


@pytest.mark.parametrize("asked", ["6 contracts, whats 25-30% of that in whole ones", "25-30% of 6 flies?"])
def test_the_lower_end_of_a_range_is_no_part(warmed: Assistant, session: str, asked: str) -> None:
    assert all(r.tool != "whole_of_part" for r in warmed.ask(asked, session).results)
