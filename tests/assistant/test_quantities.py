"""Numbers as people type them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.text.leg import Leg
from assistant.understanding.text.quantities import Reading


def read(text: str) -> list[tuple[float, str]]:
    return [(q.value, q.unit) for q in Reading(text).quantities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$1,000", [(1000, "money")]),
        ("1,250,000.50", [(1250000.5, "plain")]),
        ("20k", [(20000, "money")]),
        ("1.5 million", [(1.5e6, "money")]),
        ("300 bucks", [(300, "money")]),
        ("40 USD", [(40, "money")]),
        ("5$", [(5, "money")]),
        ("85 cents", [(0.85, "money")]),
        ("85¢", [(0.85, "money")]),
        ("25%", [(0.25, "percent")]),
        ("25 percent", [(0.25, "percent")]),
        ("7.5 pct", [(0.075, "percent")]),
        ("-0.12", [(-0.12, "plain")]),
        ("−0.12", [(-0.12, "plain")]),
        ("macd - 0.12", [(-0.12, "plain")]),
        ("+0.03", [(0.03, "plain")]),
        (".85", [(0.85, "plain")]),
        ("0,85", [(0.85, "plain")]),
        ("x10", [(10, "plain")]),
        ("10x", [(10, "plain")]),
        ("ten butterflies", [(10, "count")]),
        ("make it seven", [(7, "count")]),
        ("a dozen contracts", [(12, "count")]),
        ("one of the reasons", []),
        ("vx1 and m2", []),
        ("1.2.3", [(1.2, "plain")]),
        ("٢٥", [(25, "plain")]),
        ("no number at all", []),
    ],
)
def test_amounts(text: str, expected: list[tuple[float, str]]) -> None:
    assert read(text) == [(pytest.approx(value), unit) for value, unit in expected]


@pytest.mark.parametrize(
    "text",
    [
        "25/30/35",
        "25-30-35",
        "25–30–35",
        "25 / 30 / 35 fly",
        "25 30 35 fly",
        "25, 30, and 35 call butterfly",
        "butterfly with strikes 25, 30 and 35",
        "fly 25 30 35 for 1.20",
        "ten 25-30-35 butterflies",
    ],
)
def test_strike_ladders(text: str) -> None:
    reading = Reading(text)
    assert reading.ladder == (25, 30, 35)
    assert not {25.0, 30.0, 35.0} & {q.value for q in reading.quantities}


@pytest.mark.parametrize("text", ["25-30%", "25/30", "between 25 and 30 of 35", "1 2", "18.2, 19.6"])
def test_what_is_no_ladder(text: str) -> None:
    assert Reading(text).ladder == ()


LEGS = (Leg("long", "call", 25, 1, 2.4), Leg("short", "call", 30, 2, 1.35), Leg("long", "call", 35, 1, 0.8))


@pytest.mark.parametrize(
    "text",
    [
        "long 25c 2.40, short two 30c 1.35, long 35c .80",
        "long 25c at 2.40, short 2 30c at 1.35, long 35c at 0.80",
        "bought 25 call for 2.40 sold 2 30 calls at 1.35 bought 35 call .80",
        "+1 25C 2.40 -2 30C 1.35 +1 35C 0.80",
        "buy 1 25c @2.40 sell 2x30c @1.35 buy 1 x 35c @.8",
        "long a 25 call $2.40 and 2 short 30 calls at $1.35 and 1 long 35 call at $0.80",
        "long the vix mar 25 call at 2,40; short two march 30 calls at 1,35; long 35 call at 0,80",
    ],
)
def test_legs(text: str) -> None:
    assert Reading(text).legs == LEGS


def test_legs_of_large_strikes_and_puts() -> None:
    reading = Reading("short 4900 put 10, long 4850 put 6")
    assert reading.legs == (Leg("short", "put", 4900, 1, 10), Leg("long", "put", 4850, 1, 6))


def test_a_leg_without_a_price_has_none() -> None:
    assert [leg.premium for leg in Reading("long 25c, short two 30c").legs] == [None, None]


def test_futures_are_legs_of_their_own() -> None:
    assert Reading("long 2 VIX futures at 18.5").futures == (Leg("long", "future", 18.5, 2, 0.0, "VX"),)
    assert Reading("short a vix future from 22").futures == (Leg("short", "future", 22, 1, 0.0, "VX"),)
    assert Reading("vix futures at 18.5").futures == ()


def test_a_pasted_column_is_one_series_and_no_quantities() -> None:
    reading = Reading("rsi of\n44.0\n44.3, -44.1; 43.6 | 44.3\t44.8 45.1 45.4 45.8 46.1")
    assert reading.series == (44.0, 44.3, -44.1, 43.6, 44.3, 44.8, 45.1, 45.4, 45.8, 46.1)
    assert reading.quantities == ()


def test_nine_numbers_are_no_series() -> None:
    assert Reading("1 2 3 4 5 6 7 8 9").series == ()


def test_figures_of_a_name_are_no_quantities() -> None:
    text = "10-delta put at 0.85"
    assert [q.value for q in Reading(text, ((0, len("10-delta put")),)).quantities] == [0.85]
    assert Reading("VX1 18.2", ((0, 3),)).lower == "vx1 18.2"


# Laws: what is written is what is read, whatever stands around it.
AMOUNT = st.decimals(min_value=0, max_value=99999, places=2)
WORDS = st.sampled_from(["the debit is", "paid", "vix", "and", "what of", "(", "=", "so:"])


@given(AMOUNT, WORDS, WORDS)
def test_a_plain_amount_is_read_exactly(amount: object, before: str, after: str) -> None:
    assert read(f"{before} {amount} {after}") == [(float(str(amount)), "plain")]


@given(AMOUNT)
def test_money_reads_the_same_with_and_without_thousands_marks(amount: object) -> None:
    value = float(str(amount))
    assert read(f"${value:,.2f}") == read(f"${value:.2f}") == [(value, "money")]


@given(st.integers(0, 100_000))
def test_percent_is_a_hundredth(number: int) -> None:
    assert read(f"{number}%") == [(pytest.approx(number / 100), "percent")]


@given(
    st.lists(st.floats(-1e6, 1e6).map(lambda x: round(x, 3)), min_size=10, max_size=60), st.sampled_from([" ", ", ", "\n", ";"])
)
def test_a_series_survives_its_separator(values: list[float], separator: str) -> None:
    text = separator.join(f"{v:.3f}" for v in values)
    assert Reading(text).series == pytest.approx(values)


@given(st.text(max_size=400))
def test_no_text_is_too_odd_to_read(text: str) -> None:
    reading = Reading(text)
    for quantity in reading.quantities:
        assert not math.isnan(quantity.value)
        assert 0 <= quantity.start < quantity.end <= len(reading.lower)
    assert reading.legs is not None
    assert reading.futures is not None
    assert len(reading.ladder) in (0, 3, 4)
    assert reading.series is not None


@given(st.text(alphabet="0123456789.,-−/+$%xck @", max_size=300))
def test_no_heap_of_figures_is_too_odd_to_read(text: str) -> None:
    reading = Reading(text)
    assert all(q.unit in ("plain", "money", "percent", "count") for q in reading.quantities)
    assert reading.legs is not None
    assert reading.ladder is not None
    assert reading.series is not None


@pytest.mark.parametrize("text", ["9" * 5000, "long " + "9" * 5000 + " 25c 2.40", "long 25c " + "9" * 5000, "1" * 400 + "/2/3"])
def test_a_number_too_long_for_the_machine_is_still_read(text: str) -> None:
    reading = Reading(text)
    assert reading.quantities is not None
    assert reading.legs is not None
