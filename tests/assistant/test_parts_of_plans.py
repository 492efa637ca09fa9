"""Parts of a staged hedge in anyone's words: sums put in by turns, held units, old prices, futures in ticks and in part."""

import pytest

from assistant import Assistant


def called(warmed: Assistant, session: str, asked: str, tool: str) -> list[dict[str, object]]:
    return [dict(r.inputs) for r in warmed.ask(asked, session).results if r.tool == tool]


@pytest.mark.parametrize(
    "asked",
    [
        "my layer 1 was $1,800. what total plan does that imply",
        "first tranche came to 1,800, what full budget is that",
        "if slice 1 is $1800 what is the overall plan",
        "tranche one cost me 1800, how big is the whole hedge then",
    ],
)
def test_the_whole_behind_a_first_tranche_at_both_ends_of_its_range(warmed: Assistant, session: str, asked: str) -> None:
    # 1,800 / 0.25 = 7,200; 1,800 / 0.30 = 6,000
    found = warmed.ask(asked, session).results
    assert [round(r.whole, 9) for r in found] == [7200, 6000]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "whole"),
    [
        ("tranche one was 2,250 and thats the 30. size of the next", 7500),  # 2,250 / 0.30
        ("layer 1 was 1,500 and that was the 25. what is the next one", 6000),  # 1,500 / 0.25
        ("i put 2,700 in as the opener, thats the 30. how much is each later step", 9000),  # 2,700 / 0.30
    ],
)
def test_a_share_may_stand_without_its_sign(warmed: Assistant, session: str, asked: str, whole: float) -> None:
    (plan,) = called(warmed, session, asked, "tranche_plan")
    assert plan["budget"] == whole


def test_a_fifth_of_all_or_of_what_is_left(warmed: Assistant, session: str) -> None:
    # 20% of 10,000 = 2,000; 20% of (10,000 − 3,000) = 1,400
    answer = warmed.ask("is the 20 taken off the total or off whats left? 10k, 30 already in", session)
    assert "$2,000" in answer.text
    assert "20% of $7,000 = $1,400" in answer.text


@pytest.mark.parametrize(
    ("asked", "parts", "share"),
    [
        ("day 1 put in 1,500, day 9 1,000, day 20 1,000. plan is 5k, express as percents", [1500, 1000], 0.7),
        ("budget 8,000: put in 2,400 in week 1 and 1,200 in week 4, what percent is in", [2400, 1200], 0.45),
    ],
)
def test_sums_put_in_by_turns(warmed: Assistant, session: str, asked: str, parts: list[float], share: float) -> None:
    assert [c["amount"] for c in called(warmed, session, asked, "part_of")] == parts
    (split,) = called(warmed, session, asked, "budget_split")
    assert split["deployed"] == pytest.approx(share)


@pytest.mark.parametrize(
    ("asked", "planned", "bought"),
    [
        ("20 flies in the plan and i hold 13", 20, 13),
        ("i have 9 of them, plan was 20 flies", 20, 9),
        ("bought 12 already, 30 contracts planned in all", 30, 12),
    ],
)
def test_units_of_a_plan_that_are_held(warmed: Assistant, session: str, asked: str, planned: int, bought: int) -> None:
    (units,) = called(warmed, session, asked, "tranche_units")
    assert (units["planned"], units["bought"]) == (planned, bought)


@pytest.mark.parametrize(
    "asked",
    [
        "fly doubled from .85 to 1.70. how many fewer does my 20% add buy, budget 10k",
        "budget 10k, fly was 0.85 and is now 1.70, how many fewer flies does a 20% add buy",
    ],
)
def test_the_same_slice_at_the_old_price_and_now(warmed: Assistant, session: str, asked: str) -> None:
    (units,) = called(warmed, session, asked, "units_for_budget")
    assert (units["unit_cost"], units["old_cost"], units["share"]) == (170, 85, 0.2)


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("65% in at an average .92. what must the last 35% cost to get the whole down to .80", (0.92, 65, 35, 0.8)),
        ("avg 0.95 on 10 flies, what do i need to pay for the next 5 to average 0.85", (0.95, 10, 5, 0.85)),
        ("holding 6 at 1.10. at what price do 4 more bring my average to 1.00", (1.1, 6, 4, 1)),
        ("65% is in at 0.92, what must the rest cost for an average of 0.80", (0.92, 65, 35, 0.8)),
        ("what price on 20 more gets my average to 0.70 if i already have 30 at 0.90", (0.9, 30, 20, 0.7)),
    ],
)
def test_what_the_rest_must_cost(warmed: Assistant, session: str, asked: str, given: tuple[float, ...]) -> None:
    (call,) = called(warmed, session, asked, "price_for_average")
    assert tuple(call[name] for name in ("average", "units", "more", "aim")) == pytest.approx(given)


def test_an_average_of_purchases_is_no_price_aimed_at(warmed: Assistant, session: str) -> None:
    assert called(warmed, session, "25% filled at 0.90, 20% at 0.75, what is the average", "staged_cost")


@pytest.mark.parametrize(
    ("asked", "notional"),
    [
        ("3 VX moved 7 ticks my way", 1050),  # 7 × 0.05 × 1,000 × 3
        ("12 ticks on 2 minis, how much", 24),  # 12 × 0.01 × 100 × 2
        ("one tick on 5 VX futures in dollars", 250),  # 0.05 × 1,000 × 5
        ("i only want 0.4 of a VX contract", 400),  # 4 minis, 100 a point each
        ("half of a VX at 19, notional?", 9500),  # 5 minis × 100 × 19
    ],
)
def test_futures_in_ticks_and_in_part(warmed: Assistant, session: str, asked: str, notional: float) -> None:
    (found,) = (r for r in warmed.ask(asked, session).results if r.tool == "contract_value")
    assert found.notional == notional  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "share"),
    [
        ("four VX at 16.85 next to a 500k portfolio, notional and %", 0.1348),  # 67,400 / 500,000
        ("one VX bought at 22 as the first tranche, settles 15.30. budget was 5k", 1.34),  # 6,700 / 5,000
        ("bought 3 minis at 21.4, settled 17.9, pot is 1500", 0.7),  # 3.5 × 100 × 3 / 1,500
    ],
)
def test_a_future_against_the_money_beside_it(warmed: Assistant, session: str, asked: str, share: float) -> None:
    (part,) = (r for r in warmed.ask(asked, session).results if r.tool == "part_of")
    assert part.share == pytest.approx(share)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "cost"),
    [
        ("blended cost: 60% of the money at 4%, 40% at 7%, ignore tax", 0.052),  # 0.6 × 4% + 0.4 × 7%
        ("what is my cost of funds, 200k at 5%, 100k at 8%", 0.06),  # (10,000 + 8,000) / 300,000
    ],
)
def test_a_blended_cost_in_percent_is_one_of_money(warmed: Assistant, session: str, asked: str, cost: float) -> None:
    (found,) = warmed.ask(asked, session).results
    assert found.value == pytest.approx(cost)  # type: ignore[attr-defined]


def test_a_share_of_an_account_in_equal_parts(warmed: Assistant, session: str) -> None:
    # 1% of 1,000,000 = 10,000; a quarter of it 2,500; 25–30% of that 625 to 750
    asked = "1 mio portfolio, 1 pct a year for hedging in four equal quarters. layer 1 in a quarter"
    answer = warmed.ask(asked, session)
    assert "25-30% of $2,500 = $625 to $750" in answer.text
    assert "$10,000" in answer.text


def test_a_width_may_be_in_words(warmed: Assistant, session: str) -> None:
    # (10 − 1.60) × 100 = 840; 1% of 150,000 = 1,500; 1,500 / 840 = 1.79
    (units,) = called(warmed, session, "ten wide spx condor for 1.60 credit, i allow 1% of 150k", "units_for_budget")
    assert (units["unit_cost"], units["share"]) == (840, 0.01)


def test_one_first_share_told_is_the_only_one(warmed: Assistant, session: str) -> None:
    assert [c["first"] for c in called(warmed, session, "25 first then how many 20s till its full", "running_share")] == [0.25]


@pytest.mark.parametrize(
    "asked",
    [
        "higher histogram high AND a/d divergence on the same bar, do i add 40? budget 15k",
        "budget 15,000: a higher high and a negative divergence both came together, is it 20% or 40%",
    ],
)
def test_both_cues_on_one_bar_are_one_step(warmed: Assistant, session: str, asked: str) -> None:
    # 20% of 15,000 = 3,000, not 40% = 6,000
    text = warmed.ask(asked, session).text
    assert "20% of $15,000 = $3,000" in text
    assert "one step a bar is our assumption" in text
