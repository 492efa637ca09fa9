"""Sums told in passing: two shares apart, all at once, of an account, both futures, a butterfly marked at spot; by hand."""

import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    ("asked", "amounts", "apart"),
    [
        ("diff between starting at 25 and at 30 on 22k", (5500, 6600), "5% = $1,100 apart"),
        ("how much more is a 30% first tranche than 25% of a 15k budget", (4500, 3750), "5% = $750 apart"),
        ("gap in dollars between 20% and 30% of my 9,000 hedge?", (1800, 2700), "10% = $900 apart"),
    ],
)
def test_two_shares_apart(warmed: Assistant, session: str, asked: str, amounts: tuple[float, ...], apart: str) -> None:
    answer = warmed.ask(asked, session)
    found = answer.results[0]
    assert found.amounts == pytest.approx(amounts)  # type: ignore[attr-defined]
    assert apart in answer.text


@pytest.mark.parametrize(
    ("asked", "budget"),
    [
        ("can i put all 6k on at the first cross instead?", 6000),
        ("everything, 8k, in one go at the trigger?", 8000),
        ("does 25% mean 25% of my account? i have 80k", 80_000),
    ],
)
def test_the_tranches_of_a_sum_named_in_passing(warmed: Assistant, session: str, asked: str, budget: float) -> None:
    answer = warmed.ask(asked, session)
    (found,) = answer.results
    assert (answer.kind, found.tool, found.inputs["budget"]) == ("calculation", "tranche_plan", budget)


def test_one_large_future_and_ten_small_ones(warmed: Assistant, session: str) -> None:
    large, small = warmed.ask("one VX at 18.75 vs 10 mini at 18.75 same thing?", session).results
    assert large.notional == small.notional == 18_750  # type: ignore[attr-defined]


def test_a_move_is_told_for_both_futures(warmed: Assistant, session: str) -> None:
    large, small = warmed.ask("how far must the vx move to make 5k with a VX, and a mini", session).results
    assert (large.move, small.move) == (5, 50)  # type: ignore[attr-defined]


def test_a_slice_of_a_sum_in_minis(warmed: Assistant, session: str) -> None:
    (found,) = warmed.ask("how many mini vix at 22 is a 30% slice of 15,000 by notional", session).results
    assert (found.at_stake, found.units, found.spent) == (4500, 2, 4400)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "share"),
    [
        ("i'm 90% in and get another higher high in the histogram. budget 10k, how much do i add", 1.0),
        ("65% on of an 8k pot, next divergence, where am i", 0.85),
    ],
)
def test_a_cue_to_come_is_one_more_tranche(warmed: Assistant, session: str, asked: str, share: float) -> None:
    found = {r.tool: r for r in warmed.ask(asked, session).results}
    assert found["running_share"].share == pytest.approx(share)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "worth", "open_result"),
    [
        ("spot vix 31 today and my march 25/30/35 fly only shows 1.40, cost .85, why not 4", 4, 55),
        ("vix is at 28 but my 25/30/35 is marked just 1.10 (paid 0.70), shouldn't it be 3?", 3, 40),
        ("why is my 20/25/30 worth only 2.10 with vix at 26, paid 1.20", 4, 90),
    ],
)
def test_a_mark_below_what_spot_would_make(
    warmed: Assistant, session: str, asked: str, worth: float, open_result: float
) -> None:
    fly, trade = warmed.ask(asked, session).results
    assert fly.settlement_value == pytest.approx(worth)  # type: ignore[attr-defined]
    assert trade.profit == pytest.approx(open_result)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "made"),
    [
        ("two flies: 25/30/35 @0.80 and 30/35/40 @0.60. settlement 32?", 360),  # 220 + 140
        ("i hold both 25/30/35 @0.80 and 30/35/40 @0.60. settles 33", 360),  # 120 + 240
    ],
)
def test_two_held_are_told_together(warmed: Assistant, session: str, asked: str, made: float) -> None:
    *_, whole = warmed.ask(asked, session).results
    assert whole.settlement_profit == pytest.approx(made)  # type: ignore[attr-defined]


def test_two_that_are_compared_are_told_by_their_zone(warmed: Assistant, session: str) -> None:
    answer = warmed.ask("which is cheaper per point of profit zone, 25/30/35 for 0.80 or 24/30/36 for 1.30", session)
    assert len(answer.results) == 2
    assert "| $9.52 | $13.83 |" in answer.text  # 80 ÷ 8.40 and 130 ÷ 9.40


def test_a_price_in_points_is_told_in_dollars(warmed: Assistant, session: str) -> None:
    answer = warmed.ask("budget 3000, fly costs 0.85, how many can i buy in the first tranche at 25%", session)
    assert "0.85 points = $85" in answer.text
