"""A hedge by periods of a year, over accounts, as part of a credit, and 25-30% of either sum; figures by hand."""

import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    ("asked", "period", "first"),
    [
        # 2% of 320,000 = 6,400; 6,400 / 4 = 1,600; 25-30% of it
        ("2% of 320k a year, quarter by quarter. layer one each quarter?", 1600, (400, 480)),
        ("hedge costs 1.5% of 400k annually, shared over four quarters: first tranche per quarter", 1500, (375, 450)),
        ("2,400 a year for protection, monthly amount and first layer", 200, (50, 60)),
        ("annual hedge 1% of 600k, per month, opener each month", 500, (125, 150)),
        ("1% of 400k a year, in four equal quarters, the first layer", 1000, (250, 300)),
    ],
)
def test_a_year_by_its_periods(warmed: Assistant, session: str, asked: str, period: float, first: tuple[float, float]) -> None:
    *_, split, plan = warmed.ask(asked, session).results
    assert set(split.layers) == {period}  # type: ignore[attr-defined]
    assert plan.range_cash == pytest.approx(first)  # type: ignore[attr-defined]


def test_a_share_of_one_month(warmed: Assistant, session: str) -> None:
    asked = "i spend 1% a year of 180k on hedging and i want it even over 12 months. monthly amount, and 30% of that?"
    answer = warmed.ask(asked, session)
    assert answer.results[-1].amounts == pytest.approx((45,))  # type: ignore[attr-defined]
    assert "12 equal parts: $150 each" in answer.text


@pytest.mark.parametrize(
    ("asked", "hedge", "first"),
    [
        ("hedge is 1,200 a month. 30% opener, then 20s", 1200, 0.3),
        ("monthly hedge 800, layer one and adds", 800, 0.25),
        ("i pay 1.5% a quarter of 200k for hedging, first layer", 3000, 0.25),
    ],
)
def test_a_sum_of_one_period(warmed: Assistant, session: str, asked: str, hedge: float, first: float) -> None:
    (plan,) = warmed.ask(asked, session).results
    assert (plan.planned_budget, plan.running[0]) == pytest.approx((hedge, first))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "each", "firsts"),
    [
        ("3 accounts 50k/30k/20k, 5k hedge overall pro rata. first tranches", (2500, 1500, 1000), (625, 375, 250)),
        ("two accounts 120k and 80k, hedge budget 6,000 in proportion to size, layer one in each", (3600, 2400), (900, 600)),
        ("split 9k hedge over accounts of 100k, 50k and 30k by size", (5000, 2500, 1500), ()),
    ],
)
def test_accounts_pro_rata(
    warmed: Assistant, session: str, asked: str, each: tuple[float, ...], firsts: tuple[float, ...]
) -> None:
    shared, *plans = warmed.ask(asked, session).results
    assert shared.amounts == pytest.approx(each)  # type: ignore[attr-defined]
    assert tuple(p.range_cash[0] for p in plans if p.tool == "tranche_plan") == pytest.approx(firsts)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "hedge", "first"),
    [
        ("condors bring in 3,200 credit a month, i spend 15% of that on vix hedges, first layer 25%", 480, 120),
        ("we collect 5k premium monthly, 20% of it goes to the hedge, start with 30%", 1000, 300),
    ],
)
def test_part_of_a_credit(warmed: Assistant, session: str, asked: str, hedge: float, first: float) -> None:
    (plan,) = warmed.ask(asked, session).results
    assert plan.planned_budget == pytest.approx(hedge)  # type: ignore[attr-defined]
    assert plan.ladder["cash"][0] == pytest.approx(first)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "sums"),
    [
        ("25-30% of the ACCOUNT or of the hedge money? account 80k hedge 4k, show both", [(1000, 1200), (20_000, 24_000)]),
        ("25-30% of what exactly?? 500k portfolio, 6k earmarked for hedging", [(1500, 1800), (125_000, 150_000)]),
        ("account 300k hedge 6k, what is 25-30% of each", [(1500, 1800), (75_000, 90_000)]),
    ],
)
def test_the_range_of_either_sum(warmed: Assistant, session: str, asked: str, sums: list[tuple[float, float]]) -> None:
    assert [r.amounts for r in warmed.ask(asked, session).results] == sums  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("deployed so far 9,750 out of 13,000. what percent and is there room for one more 20", "$2,600 fits: it makes 95% = "),
        ("im at 85%. next signal came, 22k budget, how much can i still put in", "$4,400 does not fit: $3,300 is left"),
        ("7,000 of 12,000 is in, does another full 20 fit", "$2,400 fits: it makes 78.3333%"),
    ],
)
def test_whether_one_more_fits(warmed: Assistant, session: str, asked: str, said: str) -> None:
    assert said in warmed.ask(asked, session).text


@pytest.mark.parametrize("asked", ["4/4/2 of 9,000", "a loan of 2% a year on 20k, quarterly interest?"])
def test_other_shares_are_no_hedge_by_periods(warmed: Assistant, session: str, asked: str) -> None:
    assert all(r.tool != "tranche_plan" for r in warmed.ask(asked, session).results)


def test_equal_accounts_and_a_sum_of_each_quarter(warmed: Assistant, session: str) -> None:
    shared, plan = warmed.ask("tranche sizes for 4 accounts of 25k each sharing a 3k hedge pro rata", session).results
    assert (shared.amounts, plan.planned_budget) == ((750,) * 4, 750)  # type: ignore[attr-defined]
    plan, split = warmed.ask("each quarter i may spend 900. layer one and one add?", session).results
    assert (plan.planned_budget, split.used) == (900, pytest.approx(405))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "used"),
    [
        ("whats left of 9k after 27% and two 20s", 6030),
        ("opened 25, added on two divergences and a higher high, 30k. in?", 25_500),
    ],
)
def test_adds_by_their_size_and_cues_after_an_opening(warmed: Assistant, session: str, asked: str, used: float) -> None:
    *_, split = warmed.ask(asked, session).results
    assert split.used == pytest.approx(used)  # type: ignore[attr-defined]


def test_a_share_of_a_sum_is_held_against_the_first_tranche(warmed: Assistant, session: str) -> None:
    (plan,) = warmed.ask("is 24% of 8,800 inside the first range", session).results
    assert plan.ladder["cash"][0] == pytest.approx(2112)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "asked", ["what do i add if both signals fire on one day, 12k plan", "both cues same day, 20 or 40 of my 12k"]
)
def test_both_cues_without_their_names(warmed: Assistant, session: str, asked: str) -> None:
    (found,) = warmed.ask(asked, session).results
    assert found.amounts == pytest.approx((2400, 4800))  # type: ignore[attr-defined]


def test_units_named_before_their_whole(warmed: Assistant, session: str) -> None:
    (found,) = warmed.ask("after the opener of 7 flies out of 28, how many flies is an add", session).results
    assert (found.inputs["planned"], found.inputs["bought"]) == (28, 7)


def test_minis_and_flies_share_the_first_tranche(warmed: Assistant, session: str) -> None:
    asked = "hedge pot 10k of which half goes to minis half to flies, minis at 18, flies 1.05, first layer"
    results = warmed.ask(asked, session).results
    assert [r.units for r in results if r.tool == "units_for_budget"] == [11, 14]  # type: ignore[attr-defined]
    assert results[-1].notional == 1800  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "whole", "first"),
    [
        # 6 × 400 = 2,400; 8 × 250 = 2,000; 4 × 600 = 2,400; 12 × 250 = 3,000
        ("i set aside 400/mo for 6 months as one hedge plan, tranche dollars?", 2400, 0.25),
        ("i put 250 a month into the hedge pot for 8 months, size of each tranche?", 2000, 0.25),
        ("saving $600 per quarter over 4 quarters into one hedge plan. opening tranche in dollars?", 2400, 0.25),
        ("monthly 250 into the hedge for a year, 30% first, how much", 3000, 0.3),
    ],
)
def test_a_hedge_that_is_saved_up(warmed: Assistant, session: str, asked: str, whole: float, first: float) -> None:
    answer = warmed.ask(asked, session)
    (plan,) = answer.results
    assert (plan.planned_budget, plan.running[0]) == pytest.approx((whole, first))  # type: ignore[attr-defined]
    assert f"= ${whole:,}, the planned hedge" in answer.text
