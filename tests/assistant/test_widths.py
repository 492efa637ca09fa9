"""Spreads told by width and price: what they can lose, and how many of them a limit pays for; sums by hand."""

import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    ("asked", "loss", "units"),
    [
        # (10 − 1.15) × 100; 6000 ÷ 885
        ("2% of 300k at risk, 10 wide condor for 1.15 credit, how many", 885, 6),
        ("5 point wide spread sold for 1.40, risk 1% of 80k, how many contracts?", 360, 2),
        ("i can lose 2000 max, condor is 20 wide and pays 1.60, how many can i do", 1840, 1),
        ("how many 5 wide condors for .85 fit into 1.5% of 120k", 415, 4),
        ("account 250k, never more than 1%: condors 15 wide at 1.90 credit. contracts?", 1310, 1),
        ("condor width 20 credit 2.40 and i risk $5,000. number of contracts?", 1760, 2),
    ],
)
def test_how_many_a_limit_pays_for(warmed: Assistant, session: str, asked: str, loss: float, units: int) -> None:
    spread, count = warmed.ask(asked, session).results
    assert spread.risk_each == pytest.approx(loss)  # type: ignore[attr-defined]
    assert count.inputs["unit_cost"] == pytest.approx(loss)
    assert count.units == units  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "most", "least"),
    [
        ("25-wide iron condor at 2.35 credit, max loss?", 235, -2265),
        ("10-wide put spread, credit 2.20: max loss and return on risk", 220, -780),
        ("4 condors, 10 points wide, 1.30 credit each. total max loss?", 520, -3480),
        ("sold a 50 wide bull put for 6.40, what can i lose", 640, -4360),
        ("bought a 5 wide call spread for 1.75, max gain?", 325, -175),
        ("iron condor wings 10 wide, collected 2.05, what's the worst case for 3 contracts", 615, -2385),
    ],
)
def test_both_ends_of_a_spread(warmed: Assistant, session: str, asked: str, most: float, least: float) -> None:
    (spread,) = warmed.ask(asked, session).results
    assert (spread.max_profit, spread.max_loss) == pytest.approx((most, least))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "asked",
    [
        "condor short 5010 put and 5200 call, wings 10 wide, credit 1.60: break-evens",
        "fly centered on 28 with 3 pt wings for 45 cents, numbers pls",
        "how wide is a condor usually",
        "is a 10 wide spread for 1.15 with 21 days left and 80% chance any good",
    ],
)
def test_what_has_strikes_or_other_numbers_is_left_to_others(warmed: Assistant, session: str, asked: str) -> None:
    assert all(r.tool != "spread_by_width" for r in warmed.ask(asked, session).results)
