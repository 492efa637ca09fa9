"""In words: the price at which something must be sold for a profit, discounted flows, curves with contract codes."""

import numpy_financial
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import Assistant

FREELY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
PRICES = st.integers(20, 400).map(lambda n: n / 100)
IN_PERCENT = (
    "bought a fly at {entry}, what do I sell it at to make {n}%",
    "paid {entry} for a fly, at what price do I have to get out for a {n}% gain?",
    "entry {entry}, exit price for a {n}% return?",
    "my butterfly cost {entry}. what should i sell it for to make {n}%",
)


@FREELY
@given(st.sampled_from(IN_PERCENT), PRICES, st.integers(5, 300))
def test_a_return(warmed: Assistant, session: str, way: str, entry: float, n: int) -> None:
    (result,) = warmed.ask(way.format(entry=f"{entry:.2f}", n=n), session).results
    assert result.tool == "exit_for_target"
    assert result.leave == pytest.approx(entry * (1 + n / 100))  # type: ignore[attr-defined]


@FREELY
@given(PRICES, st.integers(2, 20), st.integers(50, 3000))
def test_dollars_for_several(warmed: Assistant, session: str, entry: float, count: int, wanted: int) -> None:
    asked = f"paid {entry:.2f} for {count} flies, at what price do I have to sell to make ${wanted}"
    (result,) = warmed.ask(asked, session).results
    assert result.leave == pytest.approx(entry + wanted / 100 / count)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "price"),
    [
        ("what price doubles my money on a fly I paid 0.65 for", 1.3),
        ("bought 2 VX at 18.5, what price makes me 4000", 20.5),
        ("bought 2 VX at 18.2, where do I sell to make $2000", 19.2),
        ("long 3 minis from 19, at what price do I sell for a profit of $450", 20.5),
        ("25/30/35 fly at 0.85 what should it sell for to make 50%", 1.275),
    ],
)
def test_of_other_things(warmed: Assistant, session: str, asked: str, price: float) -> None:
    (result,) = warmed.ask(asked, session).results
    assert (result.tool, result.leave) == ("exit_for_target", pytest.approx(price))  # type: ignore[attr-defined]
    (result,) = warmed.ask("and for 60%?", session).results
    assert result.share == pytest.approx(0.6)  # type: ignore[attr-defined]


@FREELY
@given(st.integers(100, 9000), st.lists(st.integers(50, 4000), min_size=2, max_size=6), st.integers(1, 30))
def test_flows_are_discounted(warmed: Assistant, session: str, paid: int, receipts: list[int], rate: int) -> None:
    asked = f"npv of -{paid} {' '.join(map(str, receipts))} at {rate}%"
    (result,) = warmed.ask(asked, session).results
    assert result.value == pytest.approx(numpy_financial.npv(rate / 100, [-paid, *receipts]))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ("present value of 500 in 2 years at 5%", 500 / 1.05**2),
        ("what is $1,200 paid in three years worth today, discounted at 8%", 1200 / 1.08**3),
        ("npv: pay 1000 now, get 300 a year for 4 years, rate 0.07", numpy_financial.npv(0.07, [-1000, 300, 300, 300, 300])),
    ],
)
def test_one_later_sum_and_a_rate_as_a_decimal(warmed: Assistant, session: str, asked: str, value: float) -> None:
    (result,) = warmed.ask(asked, session).results
    assert (result.tool, result.value) == ("net_present_value", pytest.approx(value))  # type: ignore[attr-defined]


def test_a_rate_is_asked_for_and_taken(warmed: Assistant, session: str) -> None:
    assert warmed.ask("npv of -500, 200, 400", session).kind == "clarification"
    (result,) = warmed.ask("6%", session).results
    assert result.value == pytest.approx(numpy_financial.npv(0.06, [-500, 200, 400]))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("asked", "prices"),
    [
        ("VX/F4 14.2, VX/G4 15.1, VX/H4 15.9", [14.2, 15.1, 15.9]),
        ("VXG24 15.10 VXF24 14.20 contango?", [14.2, 15.1]),
        ("/VXZ4 19.2 /VXF5 19.9 /VXG5 20.3", [19.2, 19.9, 20.3]),
        ("vxx3: 16.75, vxz3: 17.5", [16.75, 17.5]),
    ],
)
def test_a_curve_with_contract_codes_is_read_front_to_back(
    warmed: Assistant, session: str, asked: str, prices: list[float]
) -> None:
    (result,) = warmed.ask(asked, session).results
    assert result.frame["front"].iloc[0] == prices[0]  # type: ignore[attr-defined]
    assert list(result.inputs["curve"]) == prices


@pytest.mark.parametrize(
    ("asked", "entry", "leave", "count"),
    [
        ("closed my 26/31/36 early for 2.10, had paid 0.80, three lots", 0.8, 2.1, 3),
        ("sold my 25/30/35 fly for 2.10, paid 0.85", 0.85, 2.1, 1),
        ("got out of the 24/29/34 at 1.75, it cost me 0.90", 0.9, 1.75, 1),
        ("bought 25/30/35 for .85, sold it before expiry at 1.40, 10 contracts, result?", 0.85, 1.4, 10),
    ],
)
def test_what_was_paid_is_told_after_the_sale(
    warmed: Assistant, session: str, asked: str, entry: float, leave: float, count: int
) -> None:
    (result,) = warmed.ask(asked, session).results
    assert result.tool == "round_trip"
    assert tuple(result.inputs[k] for k in ("entry", "leave", "contracts")) == (entry, leave, count)


def test_a_butterfly_sold_for_a_credit_is_no_sale_of_one_held(warmed: Assistant, session: str) -> None:
    (result,) = warmed.ask("sold a 25/30/35 for 1.20, where are my break evens", session).results
    assert result.tool == "position"
