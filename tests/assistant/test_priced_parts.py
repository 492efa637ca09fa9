"""Prices that an average still needs, futures within a notional, parts of capital with a rest; figures by hand."""

import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    ("asked", "price"),
    [
        # (33 + 24 + 20x)/70 = 1.00: x = 13/20; (22.5 + 24 + 20x)/65 = 0.95: x = 15.25/20
        ("30% filled 1.10, 20% filled 1.20. what price on the next 20 gets my avg back to 1.00", 0.65),
        ("25% at .90, 20% at 1.20, what must the next 20% cost to average .95", 0.7625),
        # (10 + 10.4 + 8x)/26 = 1.05: x = 6.9/8; (7.6 + 6.9 + 6x)/20 = 1: x = 5.5/6
        ("bought 10 at 1.00 and 8 at 1.30, what price on 8 more brings average to 1.05?", 0.8625),
        ("8 flies @ .95, 6 @ 1.15; next 6 at what price to average 1.00", 5.5 / 6),
    ],
)
def test_the_price_that_an_average_of_several_fills_needs(warmed: Assistant, session: str, asked: str, price: float) -> None:
    fills, aimed = warmed.ask(asked, session).results
    assert (fills.tool, aimed.price) == ("staged_cost", pytest.approx(price))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "units", "notional"),
    [
        # 6,000 / 1,720 = 3.49; 40,000 / 19,200 = 2.08; 9,000 / 1,840 = 4.89
        ("closest to 6k notional without going over, VXM at 17.20", 3, 5160),
        ("max 40k exposure, VX at 19.2, how many contracts", 2, 38400),
        ("how many VXM can i hold for 9,000 notional at 18.4", 4, 7360),
    ],
)
def test_futures_within_a_notional(warmed: Assistant, session: str, asked: str, units: int, notional: float) -> None:
    fits, held = warmed.ask(asked, session).results
    assert (fits.units, held.notional) == (units, notional)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        # 0.05 × 12% + 0.95 × 8%; 0.04 × 15% + 0.96 × 7%; 0.1 × 14% + 0.9 × 6%
        ("if the hedge sleeve is 5% of capital and costs 12, everything else 8, blended?", 0.082),
        ("hedge is 4% of my money at a cost of 15%, the rest costs 7%. blended cost?", 0.0732),
        ("blended cost of capital: 10% of the book costs 14, remaining 90% costs 6", 0.068),
    ],
)
def test_parts_of_capital_with_a_rest(warmed: Assistant, session: str, asked: str, value: float) -> None:
    (found,) = warmed.ask(asked, session).results
    assert found.value == pytest.approx(value)  # type: ignore[attr-defined]


def test_few_contracts_in_shares(warmed: Assistant, session: str) -> None:
    # 25-30% of 5 is 1.25 to 1.5: 1 of 5 is 20%, 2 are 40%
    answer = warmed.ask("i can only afford 5 flies. do the percentages even work", session)
    assert answer.kind == "calculation"
    assert "1 is 20% and 2 is 40%: none of them is inside the range" in answer.text
    assert "A 20% add is exactly 1." in answer.text


def test_what_one_point_is_worth_for_all(warmed: Assistant, session: str) -> None:
    # 20 × $100 = 2 × $1,000
    text = warmed.ask("is 20 VXM the same exposure as 2 VX? at 18.75", session).text
    assert text.count("One point is worth $2,000 for all") == 2


@pytest.mark.parametrize(
    ("asked", "layers", "units"),
    [
        # 3,000 / 4 = 750, at $60 12; 12,000 / 3 = 4,000, at $75 53; 9,000 × 4/10 = 3,600 and 1,800, at $90 40 and 20
        ("3k over 4 tranches equal, at .6 a fly how many each", {750}, (12,)),
        ("12k in 3 equal layers of flies costing .75, contracts per layer", {4000}, (53,)),
        ("4/4/2 on 9k, flies .9 each, how many per layer", {3600, 1800}, (40, 20)),
    ],
)
def test_butterflies_of_each_layer(
    warmed: Assistant, session: str, asked: str, layers: set[float], units: tuple[int, ...]
) -> None:
    shared, *each = warmed.ask(asked, session).results
    assert set(shared.layers) == layers  # type: ignore[attr-defined]
    assert tuple(found.units for found in each) == units  # type: ignore[attr-defined]


def test_counted_units_as_a_share(warmed: Assistant, session: str) -> None:
    # 3 × $115 = $345 of $9,000
    _, part = warmed.ask("what share of 9k is 3 flies at 1.15", session).results
    assert part.share == pytest.approx(345 / 9000)  # type: ignore[attr-defined]
